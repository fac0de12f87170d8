"""Who pays what in a year, on which ground, what was said of it before, and what is still wrong with it?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.association.association import Association
from samordna.domain.association.checks import association_problems
from samordna.domain.association.key import AllocationKey
from samordna.domain.document import Block, Document, Number, Section, Table
from samordna.domain.plan.financing.allotment import BY_SURENESS, Allotment, AllotmentState
from samordna.domain.plan.financing.problems import NOTHING_TO_SHARE
from samordna.domain.plan.financing.shares import Shares, shares_of
from samordna.domain.plan.financing.tables import TOTAL, against_key_table, financing_table
from samordna.domain.plan.financing.year import AgreedAmount, Frame, YearFinancing
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Problem, Refused, Severity
from samordna.domain.values.unit import KRONOR, THOUSANDS, Unit
from samordna.office.questions.basis import Basis
from samordna.office.questions.identity import AssociationFacts, association
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.store.plan_rows import AGREED_AMOUNT, ALLOTMENT, FRAME, Said, histories_of

_ROOM_FOR_KRONOR: Final = 100_000


@dataclass(frozen=True)
class FinancingShown:
    """How a year is financed in a state of its allotments: ``shares`` is None where it cannot be shared out.

    ``problems`` are then why; else what is told all the same. ``allotments``, ``agreed`` and ``frame`` are everything
    that was ever said of each, the latest first. ``states`` are those that some allotment of the year has been in.
    """

    facts: AssociationFacts
    held: PlanHeld
    year: Period
    state: AllotmentState
    shares: Shares | None
    problems: tuple[Problem, ...]
    allotments: Mapping[str, tuple[Said[Allotment | None], ...]]
    agreed: Mapping[str, tuple[Said[AgreedAmount | None], ...]]
    frame: tuple[Said[Frame | None], ...]

    @property
    def association(self) -> Association:
        """Who stands together."""
        return self.held.association

    @property
    def key(self) -> AllocationKey | None:
        """The key of the year; None when none has begun."""
        return self.association.key_of(self.year)

    @property
    def financing(self) -> YearFinancing:
        """What is known of how the year is financed."""
        return self.held.financing_of(self.year)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The financing plan over the years, and the year against the key; nothing while no year can be shared out."""
        if not self.association.members:
            return ()
        tables = financing_tables(self.held, self.year, self.state)
        return tables if any(isinstance(cell, Number) for cell in tables[0].row(TOTAL).cells) else ()

    @property
    def waits(self) -> bool:
        """Whether all that is lacking is that somebody says what is to be paid."""
        return {one.code for one in self.problems} == {NOTHING_TO_SHARE.code}

    @property
    def document(self) -> Document:
        """The same as a document."""
        return financing_document(self.held, self.facts, self.year, self.state)


def shares_held(held: PlanHeld, year: Period, state: AllotmentState) -> Shares:
    """Return who pays what in a year; raises ``Refused`` with everything that hinders it."""
    return shares_of(held.association, held.financing_of(year), state)


def usual_state(held: PlanHeld, year: Period) -> AllotmentState:
    """Return the surest state that any allotment of a year has come to, as the plan does; ``requested`` without any."""
    known = [one.state for one in held.financing_of(year).allotments if one.state in BY_SURENESS]
    return max(known, key=BY_SURENESS.index, default=AllotmentState.REQUESTED)


def financing_shown(year: Period, state: AllotmentState | None = None) -> FinancingShown:
    """Return how a year is financed when allotments are taken as they are in a state, the usual one unless given."""
    held = plan_held()
    chosen = state or usual_state(held, year)
    shares, problems = _shared(held, year, chosen)
    frames = histories_of(FRAME, year)
    return FinancingShown(
        association(),
        held,
        year,
        chosen,
        shares,
        problems,
        histories_of(ALLOTMENT, year),
        histories_of(AGREED_AMOUNT, year),
        frames.get("", ()),
    )


def _shared(held: PlanHeld, year: Period, state: AllotmentState) -> tuple[Shares | None, tuple[Problem, ...]]:
    """Return the shares and what is told of them; without members there is nothing to find wrong."""
    if not held.association.members:
        return None, ()
    told = association_problems(held.association)
    try:
        shares = shares_held(held, year, state)
    except Refused as refusal:
        return None, tuple(dict.fromkeys((*refusal.problems, *told)))
    return shares, tuple(dict.fromkeys((*shares.findings, *told)))


def financing_tables(held: PlanHeld, year: Period, state: AllotmentState) -> tuple[Table, ...]:
    """Return the financing plan of a year between those before and after it, and the year against the key."""
    beside = (year.years_before(1), year, year.years_before(-1))
    known = {one.year for one in held.financing} | {year}
    years = tuple(held.financing_of(one) for one in beside if one in known)
    shares = _shared(held, year, state)[0]
    unit = _unit(shares)
    over_years = financing_table(held.association, years, state, unit, about=year)
    title = swedish("Finansieringsplan {year}, {state} tilldelning").format(year=year.last // 100, state=state.in_words)
    over_years = replace(over_years, title=title)
    return (over_years, *([against_key_table(shares, unit)] if shares else []))


def _unit(shares: Shares | None) -> Unit:
    """Return the unit that what is paid is whole in: thousands where the key shares in thousands, else kronor."""
    return THOUSANDS if shares and shares.key.unit == THOUSANDS and not _broken(shares) else KRONOR


def _broken(shares: Shares) -> bool:
    return any(amount % _ROOM_FOR_KRONOR for amount in shares.amounts.values())


def financing_document(held: PlanHeld, facts: AssociationFacts, year: Period, state: AllotmentState) -> Document:
    """Return the financing plan of a year as a document; raises ``Refused`` when the year cannot be shared out."""
    shares = shares_held(held, year, state)
    tables = financing_tables(held, year, state)
    told = tuple(str(one) for one in shares.findings)
    warnings = sum(one.severity is Severity.WARN for one in shares.findings)
    foot = swedish("Rad {number} i planens journal").format(number=held.number)
    return Document(
        id="financing",
        title=swedish("Finansieringsplan {year}").format(year=year.last // 100),
        subtitle=swedish("{state} tilldelning").format(state=state.in_words.capitalize()),
        author=facts.name,
        sections=tuple(Section(one.id, "", blocks=(one,)) for one in tables),
        status=swedish("Anmärkningar: {count}").format(count=warnings) if warnings else "",
        provenance=(key_told(shares.key), *told),
        foot=foot,
    )


def key_told(key: AllocationKey) -> str:
    """Return which key holds from when, and where it stands."""
    told = swedish("Fördelningsnyckel från {day}: {source}.")
    return told.format(day=swedish_date(key.since), source=key.source)


def financing_blocks(basis: Basis) -> tuple[Block, ...]:
    """Return the financing plan of the year that is asked for, as people had said it; nothing where nothing is said."""
    first = basis.asked.period.last // 100 * 100
    year = next(
        (one.year for one in basis.said.financing if basis.asked.period.last in one.year), Period(first + 1, first + 12)
    )
    if not basis.said.association.members or year not in {one.year for one in basis.said.financing}:
        return ()
    return financing_tables(basis.said, year, usual_state(basis.said, year))
