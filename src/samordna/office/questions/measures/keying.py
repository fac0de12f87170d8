"""What is keyed into the national follow-up for a year, and what of it has been keyed already?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils import timezone

from samordna.domain.document import Document, Form, Number, Part
from samordna.domain.measures.keying.filling import KnownOfYear, keying_sheet
from samordna.domain.measures.keying.record import ChangedSince, Keyed, changed_since
from samordna.domain.measures.keying.sheet import KeyingGroup, KeyingSection, KeyingSheet
from samordna.domain.measures.keying.written import KeyedWhen, Noted, sheet_document, sheet_form
from samordna.domain.participation.code_lists import CodeLists
from samordna.domain.plan.financing.tables import share_origin
from samordna.domain.statements.overview import standings
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office.questions.activities.activities import activities_held, names_of_parties
from samordna.office.questions.activities.activity_money import MoneyOfYear, money_of
from samordna.office.questions.basis import basis
from samordna.office.questions.identity import association
from samordna.office.questions.measures.counted_year import counted_year, names_left
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store.plan_rows import KEYED, Said, histories_of, keyed_key


@dataclass(frozen=True)
class GroupShown:
    """A group of fields with what was noted of it: ``said`` is everything, the latest first; ``changed`` what differs.

    ``keyed`` is what holds, None when it is not keyed or that was taken back.
    """

    group: KeyingGroup
    said: tuple[Said[Keyed | None], ...]
    changed: tuple[ChangedSince, ...]

    @property
    def keyed(self) -> Said[Keyed | None] | None:
        """The line that says it is keyed; None when nothing does."""
        return self.said[0] if self.said and self.said[0].value else None

    @property
    def seen(self) -> int:
        """The journal's line of it, 0 for none."""
        return self.said[0].number if self.said else 0


@dataclass(frozen=True)
class SectionShown:
    """An activity, or the association itself, with its groups."""

    section: KeyingSection
    groups: tuple[GroupShown, ...]


@dataclass(frozen=True)
class KeyingShown:
    """The keying sheet of a year, with what has been keyed of it."""

    sheet: KeyingSheet
    sections: tuple[SectionShown, ...]

    @property
    def document(self) -> Document:
        """The sheet as a document."""
        return sheet_document(self.sheet, association().name, self._noted)

    @property
    def form(self) -> Form:
        """The sheet as rows, one for each field."""
        return sheet_form(self.sheet, association().name, self._noted)

    @property
    def _noted(self) -> Noted:
        return {
            (one.section.id, group.group.key): KeyedWhen(group.keyed.value, told_when(group.keyed))
            for one in self.sections
            for group in one.groups
            if group.keyed and group.keyed.value
        }


def told_when(said: Said[Keyed | None]) -> str:
    """Return when something was noted and by whom: ``2025-01-20 av ekonom``."""
    told = swedish("{day} av {by}")
    return told.format(day=timezone.localtime(said.at).date().isoformat(), by=said.by)


def keying_shown(year: Period) -> KeyingShown:
    """Return the keying sheet of a fiscal year. Its counts are as they are: it is for those inside."""
    sheet = sheet_of(year)
    said = histories_of(KEYED, year)
    return KeyingShown(sheet, tuple(SectionShown(one, tuple(_groups(one, said))) for one in sheet.sections))


def _groups(section: KeyingSection, said: Mapping[str, tuple[Said[Keyed | None], ...]]) -> Iterator[GroupShown]:
    for group in section.groups:
        lines = said.get(keyed_key(section.id, group.key), ())
        keyed = lines[0].value if lines else None
        yield GroupShown(group, lines, changed_since(keyed, group) if keyed else ())


def sheet_of(year: Period) -> KeyingSheet:
    """Return what is keyed for a fiscal year as things stand."""
    held, counts, money = activities_held(), counted_year(year), money_of(year)
    known = KnownOfYear(
        year=year,
        counted=counts.counted,
        money=money.rows,
        booked=money.covered,
        events=tuple(one.value for one in held.events),
        names=names_of_parties(),
        whole=tuple(_whole(year, money)),
        lists=CodeLists(counts.held.own),
        told=counts.problems,
        later=counts.later,
        left=names_left(counts),
    )
    return keying_sheet(held.activities, known)


def _whole(year: Period, money: MoneyOfYear) -> Iterator[tuple[str, str, Part | None]]:
    """Yield the association's own figures: what each group pays, and its result and equity as booked."""
    shares = plan_held().shares_of(year)
    if shares is None:
        yield "funds", swedish("Medel från parterna"), None
    else:
        for group in shares.groups:
            label = swedish("Medel från {group}").format(group=group.group.name)
            yield f"funds.{group.group.id}", label, Part(label, group.amount, share_origin(shares, group))
    booked = dict(_booked(money.covered)) if money.covered else {}
    for word, label in (("result", swedish("Resultat")), ("equity", swedish("Eget kapital"))):
        yield word, label, booked.get(word)


def _booked(covered: Period) -> Iterator[tuple[str, Part]]:
    try:
        reading = basis(Asked.of(covered)).reading
    except Refused:
        return
    for one in standings(reading):
        cell = one.now.cell
        if isinstance(cell, Number):
            yield one.word, Part(one.label, cell.exact, cell.origin)
