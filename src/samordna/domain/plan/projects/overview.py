"""How do all projects stand side by side, and what is next to do for each?"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import (
    BLANK,
    Cell,
    Column,
    ComputedOrigin,
    EnteredOrigin,
    How,
    Number,
    Part,
    Row,
    RowKind,
    Table,
)
from samordna.domain.plan.projects.claim import ClaimState, claim_in_words, counted
from samordna.domain.plan.projects.earned import Earning
from samordna.domain.plan.projects.life import RUNNING, WAS_GRANTED, ProjectState
from samordna.domain.plan.projects.liquidity import Liquidity
from samordna.domain.plan.projects.liquidity_table import resting
from samordna.domain.plan.projects.project import ExternalProject, RowUse
from samordna.domain.plan.projects.to_date import missing_books
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month, Period, month_in_words, months_later
from samordna.domain.values.unit import KRONOR, Unit

_ORDER: Final = {
    ProjectState.GRANTED: 0,
    ProjectState.CHANGED: 0,
    ProjectState.APPLIED: 1,
    ProjectState.CLOSED: 2,
    ProjectState.REFUSED: 3,
    ProjectState.WITHDRAWN: 3,
}


@dataclass(frozen=True, slots=True)
class NextStep:
    """What is next to do for a project, and from which month it can or must be; None when no month is told."""

    words: str
    month: Month | None = None


def next_step(earning: Earning) -> NextStep | None:
    """Return what is next for a project; None when nothing is left to do."""
    project = earning.project
    if project.state is ProjectState.APPLIED:
        words = swedish("Lägg in finansiärens beslut när det kommer; projektet börjar {month}.")
        return NextStep(words.format(month=month_in_words(project.period.first)), project.period.first)
    if project.state not in RUNNING:
        return None
    for claim in earning.claims:
        if claim.state is ClaimState.APPROVED:
            return NextStep(swedish("Lägg in utbetalningen av {claim}.").format(claim=claim_in_words(claim)))
    due = next_claim(earning)
    if due:
        words = swedish("Sök för {period} när den är slut.").format(period=due.in_words)
        return NextStep(words, months_later(due.last, 1))
    waiting = next((claim for claim in earning.claims if claim.state is ClaimState.CLAIMED), None)
    if waiting:
        return NextStep(swedish("Vänta på beslut om {claim}.").format(claim=claim_in_words(waiting)))
    return NextStep(swedish("Allt är sökt och utbetalt: avsluta projektet."), project.period.last)


def next_claim(earning: Earning) -> Period | None:
    """Return the next months to claim, in the project's rhythm; None when none are left, or nothing of the grant."""
    project = earning.project
    claimed = {month for claim in earning.claims if claim.stands for month in claim.period.months}
    first = next((month for month in project.period.months if month not in claimed), None)
    if first is None or counted(earning.claims) >= project.grant:
        return None
    last = min(months_later(first, max(1, project.rhythm.claim_months) - 1), project.period.last)
    return Period(first, last)


def in_order(projects: Iterable[ExternalProject]) -> tuple[ExternalProject, ...]:
    """Return the projects that run first, then those applied for, then those that are over; the latest first."""
    return tuple(sorted(projects, key=lambda one: (_ORDER[one.state], -one.period.first, one.name)))


def overview_table(earnings: Sequence[Earning], through: Month, unit: Unit = KRONOR) -> Table:
    """Return grant, costs to date, what is earned and what is left of each project, and the most it lays out."""
    columns = (
        Column("grant", swedish("Bidrag")),
        Column("cost", swedish("Kostnader hittills")),
        Column("earned", swedish("Intjänat")),
        Column("claimed", swedish("Sökt")),
        Column("left", swedish("Kvar att söka"), emphasis=True),
        Column("gap", swedish("Ligger ute som mest")),
    )
    rows = tuple(_row(one, through, unit) for one in earnings)
    remark = swedish("Kostnader och intjänat är till och med {month}.").format(month=month_in_words(through))
    remarks = (remark, *_unread(earnings, through), *_gaps(earnings)) if rows else ()
    return Table("projects", swedish("Projekt"), unit, columns, rows, stub=swedish("Projekt"), remarks=remarks)


def _unread(earnings: Sequence[Earning], through: Month) -> Iterator[str]:
    for one in earnings:
        years = ", ".join(str(year.first // 100) for year in one.books.unread(through))
        if years and one.project.state in WAS_GRANTED:
            words = swedish("{project}: bokföringen för {years} är inte inläst: kostnaderna hittills kan inte räknas.")
            yield words.format(project=one.project.name, years=years)


def _row(earning: Earning, through: Month, unit: Unit) -> Row:
    project = earning.project
    label = f"{project.name}, {project.state.in_words}"
    cells = (*(cell(earning, through, unit) for cell in _CELLS), _gap(earning, unit))
    return Row(project.id, label, RowKind.DETAIL, cells)


def _grant(earning: Earning, _through: Month, unit: Unit) -> Cell:
    return Number(earning.project.grant, unit, _granted(earning).origin)


def _granted(earning: Earning) -> Part:
    project = earning.project
    source = project.history[-1].source or project.reference or project.name
    origin = EnteredOrigin(source, f"project:{project.id}", "budget", project.period)
    return Part(swedish("bidraget"), project.grant, origin)


def _cost(earning: Earning, through: Month, unit: Unit) -> Cell:
    period = Period(earning.project.period.first, max(through, earning.project.period.first))
    if missing := missing_books(earning, period, through):
        return missing
    parts = tuple(earning.books.part(use, period) for use in (RowUse.ACTUAL, RowUse.FLAT_RATE))
    rule = swedish("Bokfört på projektets rader hittills.")
    return Number(sum(part.exact for part in parts), unit, ComputedOrigin(rule, parts))


def _earned(earning: Earning, through: Month, unit: Unit) -> Cell:
    rule = swedish("Det som är godkänt eller sökt, och det som bokföringen ger för andra månader; högst bidraget.")
    return Number(earning.through(through), unit, ComputedOrigin(rule))


def _claimed(earning: Earning) -> Part:
    parts = tuple(
        Part(
            f"{claim_in_words(claim)}, {claim.state.in_words}",
            claim.worth,
            EnteredOrigin(claim_in_words(claim), f"claim:{claim.project}:{claim.number}", "actual", claim.period),
        )
        for claim in earning.claims
        if claim.stands
    )
    rule = swedish("Ansökningarna: det som är godkänt, annars det som är sökt.")
    return Part(swedish("ansökningarna"), sum(part.exact for part in parts), ComputedOrigin(rule, parts))


def _claimed_cell(earning: Earning, _through: Month, unit: Unit) -> Cell:
    part = _claimed(earning)
    return Number(part.exact, unit, part.origin)


def _left(earning: Earning, _through: Month, unit: Unit) -> Cell:
    parts = (_granted(earning), _claimed(earning))
    origin = ComputedOrigin(swedish("Bidraget minus ansökningarna."), parts, How.DIFFERENCE)
    return Number(parts[0].exact - parts[1].exact, unit, origin)


_CELLS: Final[tuple[Callable[[Earning, Month, Unit], Cell], ...]] = (_grant, _cost, _earned, _claimed_cell, _left)


def _gap(earning: Earning, unit: Unit) -> Cell:
    """Return the most that is laid out; blank for a project that never was or is over."""
    if earning.project.state not in _LAYS_OUT:
        return BLANK
    liquidity = Liquidity(earning)
    deepest = liquidity.deepest
    if deepest is None:
        return Number(0, unit, ComputedOrigin(swedish("Det som är inbetalt räcker alla månader.")))
    where = ", ".join(filter(None, (month_in_words(deepest.month), resting(liquidity, deepest))))
    rule = swedish("Betalda kostnader minus inbetalt, den månad det är som mest: {where}.").format(where=where)
    return Number(-deepest.balance, unit, ComputedOrigin(rule))


def _gaps(earnings: Sequence[Earning]) -> Iterator[str]:
    """Yield which projects' most laid out rests on more than books."""
    told = (Liquidity(one) for one in earnings if one.project.state in _LAYS_OUT)
    for liquidity in told:
        deepest = liquidity.deepest
        if deepest and (how := resting(liquidity, deepest)):
            words = swedish("{project} ligger ute som mest i {month}, {how}.")
            yield words.format(project=liquidity.earning.project.name, month=month_in_words(deepest.month), how=how)


_LAYS_OUT: Final = RUNNING | {ProjectState.APPLIED}
