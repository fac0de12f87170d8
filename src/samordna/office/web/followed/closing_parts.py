"""What stands on the pages of closing?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.urls import reverse

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.control.checks import CheckKind, CheckState, ClosingCheck, Settling
from samordna.domain.control.closing import PeriodState, PeriodStep
from samordna.domain.control.problems import NOT_RECONCILED
from samordna.domain.statements.layout import StatementKind
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Month, Period
from samordna.look.parts import Act, Cell, Confirm, Fact, Heading, Link, Mark, Things, Tone
from samordna.office import questions
from samordna.office.questions import AccountStanding, ClosingShown, PeriodStanding
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.wanted import Wanted
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.statements.statement_pickers import statement_address

TEXT: Final = "text-"
RECONCILED: Final = "avstamt-"
SEEN: Final = "seen-"
"""The names of fields: what is said of an account, whether it is reconciled, and which line of it was seen."""

_STATES: Final[Mapping[PeriodState, Mark]] = {
    PeriodState.OPEN: Mark(Tone.QUIET, swedish("Öppen")),
    PeriodState.PRELIMINARY: Mark(Tone.WARN, swedish("Preliminär")),
    PeriodState.CLOSED: Mark(Tone.DONE, swedish("Stängd")),
}


def address_month(month: Month) -> str:
    """Return how a month stands in an address: ``2024-08``."""
    return f"{month // 100}-{month % 100:02d}"


def closings_page(actor: Actor) -> dict[str, object]:
    """Return what the list of periods shows: of each fiscal year the months that its books cover, latest first."""
    known, standing = questions.periods(), {one.closing.period: one for one in questions.closings()}
    return {
        "years": [
            {"label": year.label, "periods": _periods(year.year, year.covers_to, standing)} for year in known.years
        ],
        "link": _read_in(actor),
    }


def _read_in(actor: Actor) -> Link | None:
    return Link(swedish("Läs in bokföring"), "/inlasning/") if actor.may(Deed.HAND_IN_LEDGER) else None


def _periods(year: Period, covers_to: Month, standing: Mapping[Period, PeriodStanding]) -> Things:
    months = [month for month in reversed(year.months) if month <= covers_to]
    rows = tuple(_period_row(Period(year.first, month), standing) for month in months)
    headings = (
        Heading(swedish("Period")),
        Heading(swedish("Läge")),
        Heading(swedish("Underlag")),
        Heading(swedish("Av")),
    )
    return Things(swedish("Perioder"), headings, rows)


def _period_row(period: Period, standing: Mapping[Period, PeriodStanding]) -> tuple[Cell, ...]:
    one = standing.get(period)
    state = one.closing.state if one else PeriodState.OPEN
    pinned = one.closing.version if one else None
    told = swedish("inläsning {version}").format(version=pinned) if pinned else "–"
    return (
        Cell(period.in_words.capitalize(), href=reverse("closing", args=(address_month(period.last),))),
        Cell(mark=_STATES[state]),
        Cell(told, href=f"/inlasning/{pinned}/" if pinned else ""),
        Cell(one.by if one else "", note=day_and_time(one.at) if one and one.at else ""),
    )


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account to reconcile, as the page shows it: what was typed stands there still."""

    standing: AccountStanding
    balance: str
    mark: Mark
    told: str
    text: str
    reconciled: bool
    said: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of the checklist: where it is put right, and the word that settles it or is taken back."""

    check: ClosingCheck
    mark: Mark
    found: str
    said: str = ""
    link: Link | None = None
    word: Confirm | None = None
    take_back: Act | None = None


def closing_page(shown: ClosingShown, actor: Actor, typed: QueryDict) -> dict[str, object]:
    """Return what the page of a period shows."""
    period = shown.closing.period
    month = address_month(period.last)
    closed = shown.closing.state is PeriodState.CLOSED
    return {
        "title": swedish("Avslut {period}").format(period=period.in_words),
        "back": Link(swedish("Avslut"), reverse("closings")),
        "month": month,
        "state": _STATES[shown.closing.state],
        "facts": tuple(_facts(shown)),
        "seen": shown.standing.number,
        "steps": tuple(_steps(shown, actor)),
        "reopen": _reopen(shown, month) if closed and actor.may(Deed.CLOSE_PERIOD) else None,
        "left": sum(check.hinders for check in shown.checks),
        "items": tuple(_items(shown, month, may_say=actor.may(Deed.NOTE_ACCOUNT) and not closed)),
        "accounts": [_account(one, typed) for one in shown.accounts],
        "may_note": actor.may(Deed.NOTE_ACCOUNT) and not closed,
        "closed": closed,
        "later": _later(shown),
    }


def _facts(shown: ClosingShown) -> Iterator[Fact]:
    holds = shown.holds
    told = swedish("Inläsning {version}, {file}").format(version=holds.version, file=holds.file_name)
    yield Fact(swedish("Underlag"), told, Link(told, f"/inlasning/{holds.version}/"))
    if shown.standing.at:
        yield Fact(swedish("Senaste steget"), f"{shown.standing.by}, {day_and_time(shown.standing.at)}")
    if shown.closing.reason:
        yield Fact(swedish("Öppnades igen för att"), shown.closing.reason)
    period = shown.closing.period
    address = statement_address(StatementKind.INCOME, Wanted(period))
    yield Fact(swedish("Räkenskaper"), period.in_words, Link(period.in_words, address))


_STEP_LABELS: Final = {
    PeriodStep.PREPARE: swedish("Gör perioden preliminär"),
    PeriodStep.CLOSE: swedish("Stäng perioden"),
}


def _steps(shown: ClosingShown, actor: Actor) -> Iterator[tuple[str, str]]:
    """Yield the steps that can be taken with a button alone: the value that is sent, and what the button says."""
    if actor.may(Deed.CLOSE_PERIOD):
        for step, label in _STEP_LABELS.items():
            if step in shown.steps:
                yield step.value, label


def _reopen(shown: ClosingShown, month: str) -> Confirm:
    return Confirm(
        label=swedish("Öppna perioden igen"),
        question=swedish("Perioden visar då åter det som gäller nu, och kan stängas på nytt."),
        action=reverse("closing_step", args=(month,)),
        button=swedish("Öppna igen"),
        reason_label=swedish("Varför öppnas den?"),
        hidden=(("steg", PeriodStep.REOPEN.value), ("seen", str(shown.standing.number))),
    )


def _items(shown: ClosingShown, month: str, *, may_say: bool) -> Iterator[ItemRow]:
    """Yield the items; those that a note on an account settles in one line a kind, for the accounts have a table."""
    for kind in dict.fromkeys(check.kind for check in shown.checks):
        of_kind = [check for check in shown.checks if check.kind is kind]
        if kind.settled_by is Settling.NOTE:
            yield _of_accounts(of_kind)
        else:
            yield from (_item(check, month, may_say=may_say) for check in of_kind)


def _of_accounts(checks: list[ClosingCheck]) -> ItemRow:
    """Return the line of all accounts of a kind: how many are left."""
    left = [check for check in checks if check.state is CheckState.OPEN]
    if not left:
        return ItemRow(checks[0], Mark(Tone.DONE, swedish("Klart")), swedish("Inget att anmärka på."))
    found = swedish("{count} av {all} konton återstår.") if len(checks) > 1 else swedish("Ett konto återstår.")
    told = found.format(count=len(left), all=len(checks))
    return ItemRow(left[0], _mark(left[0]), told, link=_MENDED_AT[left[0].kind])


_MENDED_AT: Final = {
    CheckKind.COVERED: Link(swedish("Inläsning"), "/inlasning/"),
    CheckKind.UNPLACED_ACCOUNT: Link(swedish("Uppställning"), "/uppstallning/"),
    CheckKind.UNPLACED_COST_CENTRE: Link(swedish("Kostnadsställen"), "/kostnadsstallen/register/"),
    CheckKind.RECONCILED: Link(swedish("Konton att stämma av"), "#avstamning"),
    CheckKind.SIDE: Link(swedish("Konton att stämma av"), "#avstamning"),
    CheckKind.OWED: Link(swedish("Ej bokfört"), "/ej-bokfort/"),
    CheckKind.ORDERED: Link(swedish("Ej bokfört"), "/ej-bokfort/"),
    CheckKind.STATEMENT: Link(swedish("Räkenskaper"), "/rakenskaper/"),
}
"""Where an item is put right."""


def _item(check: ClosingCheck, month: str, *, may_say: bool) -> ItemRow:
    is_open = check.state is CheckState.OPEN
    takes_word = may_say and check.kind.settled_by is Settling.WORD
    return ItemRow(
        check,
        _mark(check),
        f"{check.title}: {check.found}" if check.problem else swedish("Inget att anmärka på."),
        said=check.said,
        link=_MENDED_AT.get(check.kind) if is_open else None,
        word=_word(check, month) if takes_word and is_open else None,
        take_back=_take_back(check, month) if takes_word and check.said else None,
    )


def _word(check: ClosingCheck, month: str) -> Confirm:
    return Confirm(
        label=swedish("Får stå så"),
        question=swedish("Punkten räknas som klar så länge detsamma hittas. Ditt skäl sparas med perioden."),
        action=reverse("closing_word", args=(month,)),
        button=swedish("Spara"),
        reason_label=swedish("Varför får det stå så?"),
        reason_name="ord",
        hidden=(("punkt", check.key),),
        dangerous=False,
    )


def _take_back(check: ClosingCheck, month: str) -> Act:
    hidden = (("punkt", check.key), ("ord", ""))
    return Act(swedish("Ta tillbaka"), reverse("closing_word", args=(month,)), hidden)


def _mark(check: ClosingCheck) -> Mark:
    if check.hinders:
        return Mark(Tone.REFUSE, swedish("Hindrar"))
    if check.state is CheckState.OPEN:
        return Mark(Tone.WARN, swedish("Att se efter"))
    return Mark(Tone.DONE, swedish("Klart"))


def _account(one: AccountStanding, typed: QueryDict) -> AccountRow:
    note = one.note
    hinders = any(check.state is CheckState.OPEN for check in one.checks)
    typed_here = f"{SEEN}{one.number}" in typed
    return AccountRow(
        standing=one,
        balance=swedish_number(one.balance, 2),
        mark=Mark(Tone.WARN, swedish("Att göra")) if hinders else Mark(Tone.DONE, swedish("Klart")),
        told=" ".join(check.found for check in one.checks if check.state is CheckState.OPEN and _tells_more(check)),
        text=typed.get(f"{TEXT}{one.number}", "") if typed_here else note.text if note else "",
        reconciled=f"{RECONCILED}{one.number}" in typed if typed_here else bool(note and note.reconciled),
        said=f"{one.by}, {day_and_time(one.at)}" if one.at else "",
    )


def _tells_more(check: ClosingCheck) -> bool:
    """Tell whether what was found is more than that nobody has said anything: the table says that already."""
    return check.problem is not None and check.problem.code != NOT_RECONCILED.code


@dataclass(frozen=True, slots=True)
class ChangedNote:
    """What somebody changed of what is said of an account."""

    account: str
    text: str
    reconciled: bool
    seen: int | None


def changed_notes(sent: QueryDict, shown: ClosingShown) -> list[ChangedNote]:
    """Return the accounts whose fields say something else than what is said of them, or of another balance."""
    return [note for one in shown.accounts for note in _changed(sent, one)]


def _changed(sent: QueryDict, one: AccountStanding) -> Iterator[ChangedNote]:
    seen = sent.get(f"{SEEN}{one.number}")
    if seen is None:
        return
    text, reconciled = sent.get(f"{TEXT}{one.number}", "").strip(), f"{RECONCILED}{one.number}" in sent
    note = one.note
    before = (note.text, note.reconciled, note.balance) if note else ("", False, one.balance)
    if (text, reconciled, one.balance) != before:
        yield ChangedNote(one.number, text, reconciled, number_of(seen))


def _later(shown: ClosingShown) -> dict[str, object] | None:
    """Return that a later import holds for the year than the one the period is closed on; None when none does."""
    pinned, current = shown.pinned, shown.current
    if pinned is None or current is None or pinned.version == current.version:
        return None
    now = tuple(sorted(taken.version for taken in questions.imports() if taken.current))
    address = statement_address(StatementKind.INCOME, Wanted(shown.closing.period, versions=now))
    told = swedish(
        "Inläsning {later} ({file}, {when}) gäller nu för året. Perioden visar fortfarande inläsning {pinned}."
    )
    when = day_and_time(current.taken_at)
    return {
        "told": told.format(later=current.version, file=current.file_name, when=when, pinned=pinned.version),
        "link": Link(swedish("Visa perioden som den vore nu"), address),
    }
