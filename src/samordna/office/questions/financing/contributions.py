"""Who pays the contributions of a year, what has been asked for and come in, and what has been booked of it?"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from samordna.domain.association.association import Association
from samordna.domain.document import Block, Document, Section, Table
from samordna.domain.plan.agreement import Contribution
from samordna.domain.plan.contributions.checks import requisition_problems
from samordna.domain.plan.contributions.matching import InLedger, Matching, matched
from samordna.domain.plan.contributions.payers import payers_by_party, payers_of_shares
from samordna.domain.plan.contributions.planning import ContributionYear, contribution_year
from samordna.domain.plan.contributions.problems import ENTERED_DIFFERS
from samordna.domain.plan.contributions.requisition import Requisition
from samordna.domain.plan.contributions.requisition_document import Sender, requisition_document
from samordna.domain.plan.contributions.rules import ContributionRules
from samordna.domain.plan.contributions.tables import booked_table, contributions_table
from samordna.domain.plan.financing.shares import Shares
from samordna.domain.statements.planned import contributed_as
from samordna.domain.statements.span import Asked
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.domain.values.unit import KRONOR, Unit
from samordna.office.questions.basis import Basis, basis
from samordna.office.questions.financing.agreed import Told, told_of
from samordna.office.questions.identity import association
from samordna.office.questions.periods import periods
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.questions.problems import UNKNOWN_REQUISITION
from samordna.office.store.plan_rows import (
    CONTRIBUTION,
    CONTRIBUTION_RULES,
    REQUISITION,
    Said,
    history_of,
    said_for,
)


@dataclass(frozen=True, slots=True)
class ContributionsShown:
    """The contributions of a year, and how they stand against the books until some month.

    ``matching`` is None where no ledger tells. ``entered`` is what was entered by party, with what it was before.
    ``rules_said`` is everything that was said of the year's own rules, the latest first, ``rules_from`` the year whose
    rules hold. ``problems`` is what they ask of somebody on a day.
    """

    of: ContributionYear
    shares: Shares | None
    association: Association
    matching: Matching | None
    entered: tuple[Told[Contribution], ...]
    rules_said: tuple[Said[ContributionRules | None], ...]
    rules_from: Period | None
    problems: tuple[Problem, ...]

    @property
    def rules_seen(self) -> int:
        """The journal's line of the year's own rules, 0 when it has none."""
        return self.rules_said[0].number if self.rules_said else 0

    @property
    def table(self) -> Table:
        """Who pays what, and what has come of it."""
        return contributions_table(self.of)

    @property
    def booked(self) -> Table | None:
        """What falls on the months beside what is booked."""
        return booked_table(self.matching) if self.matching and self.of.payers else None

    @property
    def document(self) -> Document:
        """Both as a document."""
        year = self.of.year
        tables = tuple(table for table in (self.table, self.booked) if table)
        sections = tuple(Section(table.id, table.title, blocks=(table,)) for table in tables)
        title = swedish("Bidrag {year}").format(year=year.last // 100)
        return Document("contributions", title, year.in_words, association().name, sections)


def contributions_shown(year: Period, day: dt.date, *, to: int | None = None) -> ContributionsShown:
    """Return the contributions of a fiscal year as they stand on a day, against the books through the month ``to``.

    Without ``to`` the books are asked as far as they reach.
    """
    held = plan_held()
    of, shares = contribution_year_of(held, year), held.shares_of(year)
    matching = _matching_of(of, to)
    holding = [said.period for said in held.rules if said.period.first <= year.first]
    found = (
        *_entered_differs(held, shares, year),
        *requisition_problems(of, day),
        *(matching.problems() if matching else ()),
    )
    return ContributionsShown(
        of=of,
        shares=shares,
        association=held.association,
        matching=matching,
        entered=tuple(told_of(said_for(CONTRIBUTION, year))),
        rules_said=history_of(CONTRIBUTION_RULES, "", year),
        rules_from=max(holding, default=None),
        problems=found,
    )


def contribution_year_of(held: PlanHeld, year: Period) -> ContributionYear:
    """Return who pays in a year by the financing plan, or by party where there is none, and the requisitions of it."""
    shares, rules = held.shares_of(year), held.rules_of(year)
    payers = payers_of_shares(shares, rules) if shares else payers_by_party(held.plan.contributions, year)
    return contribution_year(payers, rules, (said.value for said in held.requisitions), year)


def _entered_differs(held: PlanHeld, shares: Shares | None, year: Period) -> Iterator[Problem]:
    """Yield a problem when what was entered by party is not what the financing plan says."""
    entered = sum(one.amount for one in held.plan.contributions if one.year == year)
    if shares and entered and entered != shares.total:
        place = swedish("bidrag {year}").format(year=year.in_words)
        told = {"entered": whole_kronor(entered), "shares": whole_kronor(shares.total)}
        yield ENTERED_DIFFERS.at(place, **told)


def _matching_of(of: ContributionYear, to: int | None) -> Matching | None:
    covered = next((one for one in periods().years if one.year == of.year), None)
    if covered is None:
        return None
    last = min(to or covered.covers_to, covered.covers_to)
    try:
        return matching_of(basis(Asked.of(Period(of.year.first, last))), of)
    except (Refused, ValueError):  # months that the books do not tell of by themselves, or a month before the year
        return None


def matching_of(made_from: Basis, of: ContributionYear) -> Matching:
    """Return how the contributions of a year stand against the books of a basis, through its last month."""
    period = Period(of.year.first, made_from.asked.period.last)
    worth = contributed_as(made_from.layout, made_from.balances, period)
    in_all = InLedger(-int(worth.exact), worth.origin) if worth else None
    return matched(of, made_from.balances, period, in_all)


def contribution_blocks(made_from: Basis, unit: Unit = KRONOR) -> tuple[Block, ...]:
    """Return the contributions of the year that a basis is of, by group and member and against its books.

    From what the basis holds alone; nothing when nobody is known to pay that year.
    """
    known = made_from.balances.year_of(made_from.asked.period.last)
    if known is None:
        return ()
    of = contribution_year_of(made_from.said, known.year.period)
    if not of.payers:
        return ()
    try:
        matching = matching_of(made_from, of)
    except (Refused, ValueError):  # months that the books do not tell of by themselves
        return (contributions_table(of, unit),)
    return (contributions_table(of, unit), booked_table(matching, unit))


@dataclass(frozen=True, slots=True)
class RequisitionShown:
    """A requisition, everything that was said of it, latest first, and the document that is sent."""

    said: Said[Requisition]
    before: tuple[Said[Requisition | None], ...]
    document: Document

    @property
    def requisition(self) -> Requisition:
        """The requisition as it stands."""
        return self.said.value


def requisition_shown(number: int) -> RequisitionShown:
    """Return a requisition by its number. Raises ``Refused`` when there is none."""
    held = plan_held()
    said = next((one for one in held.requisitions if one.value.number == number), None)
    if said is None:
        raise Refused([UNKNOWN_REQUISITION.at(str(number))])
    facts, one = association(), said.value
    asked = contribution_year_of(held, one.year).asked_of(one.payer)
    share = asked.payer.amount if asked else None
    sender = Sender(facts.name, facts.organisation_number)
    return RequisitionShown(
        said, history_of(REQUISITION, str(number), one.period), requisition_document(one, sender, share)
    )
