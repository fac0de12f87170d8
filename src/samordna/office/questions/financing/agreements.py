"""Which agreements are there, what do they come to, and what does one of them feed?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from samordna.domain.document import Block, Document, Section, Table
from samordna.domain.ledger.balances import Balances
from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.agreements.differences import Difference, differences
from samordna.domain.plan.agreements.life import IN_FORCE, AgreementState
from samordna.domain.plan.agreements.notice import notice_problems, notices, reach
from samordna.domain.plan.agreements.sums import ExpectedInvoice, expected_invoices
from samordna.domain.plan.agreements.tables import against_table, agreement_terms, agreements_table
from samordna.domain.plan.agreements.terms import ServiceAgreement
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.plan import Plan
from samordna.domain.plan.register import Register
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.domain.values.unit import KRONOR, Unit
from samordna.office.questions.basis import Basis
from samordna.office.questions.books.attachments import AttachmentShown
from samordna.office.questions.books.ledgers import balances
from samordna.office.questions.financing.agreed import Told, told_of
from samordna.office.questions.identity import association
from samordna.office.questions.periods import periods
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.questions.plan.plan_papers import papers_of
from samordna.office.questions.problems import UNKNOWN_AGREEMENT
from samordna.office.store.plan_rows import AGREED, AGREEMENT, ALWAYS, Said, history_of, said_for


@dataclass(frozen=True)
class AgreementsShown:
    """The agreements that hold in a year, as they stand on a day; ``sums`` are those entered without an agreement.

    ``problems`` is what the day asks of somebody: notice to be given, agreements that have run on.
    """

    year: Period
    day: dt.date
    register: Register
    agreements: tuple[ServiceAgreement, ...]
    others: tuple[ServiceAgreement, ...]
    sums: tuple[Told[AgreedSum], ...]
    plan: Plan
    books: Balances
    period: Period
    problems: tuple[Problem, ...]

    @cached_property
    def table(self) -> Table | None:
        """The agreements in force, with terms and sums; None when there are none."""
        held = [one.holds.value for one in self.sums if one.holds.value]
        if not held and not any(one.state in IN_FORCE for one in self.agreements):
            return None
        return agreements_table(self.agreements, held, self.year)

    @cached_property
    def against(self) -> Table | None:
        """What is agreed against budget and books, row by row; None when nothing is agreed."""
        if not any(one.year == self.year for one in self.plan.agreed):
            return None
        return against_table(self.plan, Booked(self.register, self.books), self.period, self.year)

    @property
    def years(self) -> frozenset[Period]:
        """The years that any agreement has a sum for."""
        return frozenset(part.year for one in (*self.agreements, *self.others) for part in one.parts)

    @property
    def notices(self) -> tuple[tuple[dt.date, ServiceAgreement], ...]:
        """The days of notice to come, the nearest first."""
        return notices(self.agreements, self.day)

    @property
    def document(self) -> Document:
        """The tables as a document."""
        sections = []
        if self.table:
            blocks = (self.table, agreement_terms(self.agreements, self.year))
            sections.append(Section(self.table.id, self.table.title, blocks=blocks))
        if self.against:
            sections.append(Section(self.against.id, self.against.title, blocks=(self.against,)))
        title = swedish("Avtal {year}").format(year=self.year.last // 100)
        return Document("agreements", title, self.year.in_words, association().name, tuple(sections))


def agreements_shown(year: Period, day: dt.date) -> AgreementsShown:
    """Return the agreements of a fiscal year as they stand on a day, against budget and books."""
    held = plan_held()
    every = tuple(said.value for said in held.agreements)
    shown = tuple(one for one in every if _holds_in(one, year, day))
    covered = next((one for one in periods().years if one.year == year), None)
    period = Period(year.first, covered.covers_to) if covered else year
    return AgreementsShown(
        year=year,
        day=day,
        register=held.plan.register,
        agreements=shown,
        others=tuple(one for one in every if one not in shown),
        sums=tuple(told_of(said_for(AGREED, year))),
        plan=held.plan,
        books=balances(),
        period=period,
        problems=tuple(notice_problems(shown, day)),
    )


def _holds_in(agreement: ServiceAgreement, year: Period, day: dt.date) -> bool:
    """Tell whether an agreement holds, or has run on, in some month of a year."""
    last = max(agreement.last, reach(agreement, day).last)
    return agreement.first <= year.last and year.first <= last


def agreement_blocks(made_from: Basis, unit: Unit = KRONOR) -> tuple[Block, ...]:
    """Return the agreements of the year that a basis is of, by themselves and against its budget and books.

    From what the basis holds alone; nothing when nothing is agreed for that year.
    """
    known, said = made_from.balances.year_of(made_from.asked.period.last), made_from.said
    if known is None:
        return ()
    year, every = known.year.period, [one.value for one in said.agreements]
    sums = [one for one in said.plan.agreed if not one.agreement and one.year == year]
    if not any(one.year == year for one in said.plan.agreed):
        return ()
    booked = Booked(said.plan.register, made_from.balances)
    period = Period(year.first, made_from.asked.period.last)
    return (
        agreements_table(every, sums, year, unit),
        agreement_terms(every, year),
        against_table(said.plan, booked, period, year, unit),
    )


@dataclass(frozen=True, slots=True)
class Version:
    """An agreement after a line of the journal: who said it and when, and what it changed of the one before."""

    said: Said[ServiceAgreement]
    changed: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class AgreementShown:
    """An agreement with its papers, every version, latest first, and the invoices that it leads to."""

    said: Said[ServiceAgreement]
    register: Register
    versions: tuple[Version, ...]
    papers: tuple[AttachmentShown, ...]
    invoices: tuple[ExpectedInvoice, ...]
    replaceable: tuple[AgreedSum, ...]

    @property
    def agreement(self) -> ServiceAgreement:
        """The agreement as it stands."""
        return self.said.value

    @property
    def feeds(self) -> bool:
        """Tell whether its sums count in forecasts and in what is owed."""
        return self.agreement.state in IN_FORCE

    @property
    def is_draft(self) -> bool:
        """Tell whether it has not been signed."""
        return self.agreement.state is AgreementState.DRAFT


def agreement_shown(number: int) -> AgreementShown:
    """Return an agreement by its number. Raises ``Refused`` when there is none."""
    held = plan_held()
    said = next((one for one in held.agreements if one.value.number == number), None)
    if said is None:
        raise Refused([UNKNOWN_AGREEMENT.at(str(number))])
    told = [one for one in history_of(AGREEMENT, str(number), ALWAYS) if one.value is not None]
    return AgreementShown(
        said,
        held.plan.register,
        tuple(_versions(told)),
        papers_of(number),
        expected_invoices(said.value),
        replaceable(held, said.value),
    )


def replaceable(held: PlanHeld, agreement: ServiceAgreement) -> tuple[AgreedSum, ...]:
    """Return the sums without an agreement that stand for the same rows and years as an agreement's."""
    wanted = {(part.row, part.year) for part in agreement.parts}
    return tuple(one for one in held.plan.agreed if not one.agreement and (one.row, one.year) in wanted)


def _versions(told: list[Said[ServiceAgreement | None]]) -> Iterable[Version]:
    for said, before in zip(told, (*told[1:], None), strict=True):
        if said.value is None:
            continue
        old = before.value if before else None
        value = Said(said.number, said.key, said.period, said.value, said.at, said.by)
        yield Version(value, differences(old, said.value) if old else ())
