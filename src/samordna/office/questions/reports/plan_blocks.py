"""What does the plan say of something, as a report shows it?

A template asks by name (``{ plan = "financing" }``). Everything is computed from the basis that the report is made
from, so that it says the same when it is made again. To add a name: a function of a basis, and a line in
``PLAN_BLOCKS``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, TypeAlias

from samordna.domain.document import Block, BulletList, Number, Paragraph
from samordna.domain.plan.contributions_table import contributions_table
from samordna.domain.plan.financing.allotment import AllotmentEntry, AllotmentState
from samordna.domain.plan.financing.shares import Shares, shares_of
from samordna.domain.plan.financing.tables import against_key_table, financing_table
from samordna.domain.plan.financing.year import YearFinancing
from samordna.domain.statements.bridge import bridge
from samordna.domain.statements.outlook import CLOSING_EQUITY, outlook
from samordna.domain.statements.span import resolve
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, months_later
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import KRONOR, THOUSANDS
from samordna.office.questions.basis import Basis
from samordna.office.questions.equity.balance_requirement import balance_requirement_blocks
from samordna.office.questions.equity.equity import equity_blocks
from samordna.office.questions.financing.agreements import agreement_blocks
from samordna.office.questions.financing.contributions import contribution_blocks
from samordna.office.questions.goals.goals import goal_blocks
from samordna.office.questions.projects.projects import projects_table

Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PlanBlock:
    """What a name stands for: ``of`` makes it from a basis, nothing when nobody has said anything of it.

    ``nothing`` is the sentence that then stands in its place, with ``{year}``.
    """

    of: Callable[[Basis], Blocks]
    nothing: str


def plan_blocks(made_from: Basis) -> Callable[[str], Blocks]:
    """Return what answers for a name with what the plan says: ``KeyError`` for one that there is not."""

    @cache
    def told(name: str) -> Blocks:
        block = PLAN_BLOCKS[name]
        sentence = block.nothing.format(year=_year(made_from).last // 100)
        return block.of(made_from) or (Paragraph((sentence,)),)

    return told


def _year(made_from: Basis) -> Period:
    return resolve("year", made_from.asked, made_from.balances)


def _financing(made_from: Basis) -> Blocks:
    """Return who pays what in the year and those around it, of which anything is known."""
    year = _year(made_from)
    around = (Period(months_later(year.first, move), months_later(year.last, move)) for move in (-12, 0, 12))
    known = [told for one in around if _is_known(told := made_from.said.financing_of(one))]
    if not known:
        return ()
    return (financing_table(made_from.said.association, known, AllotmentState.DECIDED, KRONOR),)


def _is_known(financing: YearFinancing) -> bool:
    return financing != YearFinancing(financing.year)


def _contributions(made_from: Basis) -> Blocks:
    """Return what the year's contributions are, by the most that is known of them.

    What each member was asked for, has been booked and lacks, where contributions are asked for; else what each pays
    beside what the key says, once it is decided; else what the parties are to pay.
    """
    year, said = _year(made_from), made_from.said
    asked_for = {*(one.period for one in said.rules), *(one.value.year for one in said.requisitions)}
    if year in asked_for and (told := contribution_blocks(made_from)):
        return told
    shares = _shared(made_from)
    if shares and all(group.allotment is None or _is_decided(group.allotment) for group in shares.groups):
        return (against_key_table(shares, KRONOR),)
    paid = [one for one in said.plan.contributions if one.year == year]
    if paid:
        return (contributions_table(paid, year),)
    return (against_key_table(shares, KRONOR),) if shares else ()


def _shared(made_from: Basis) -> Shares | None:
    """Return who pays what in the year; None when it cannot be shared out."""
    said = made_from.said
    try:
        return shares_of(said.association, said.financing_of(_year(made_from)), AllotmentState.DECIDED)
    except Refused:
        return None


def _is_decided(entry: AllotmentEntry) -> bool:
    return entry.state is AllotmentState.DECIDED


def _bridge(made_from: Basis) -> Blocks:
    """Return the walk from the cost centres to the closing equity."""
    told = bridge(made_from.reading, THOUSANDS)
    return (told.table, replace(told.chart, table_above=True)) if told else ()


def _projects(made_from: Basis) -> Blocks:
    """Return the projects that others pay for, as they stand at the end of the period."""
    if not made_from.said.projects:
        return ()
    return (projects_table(made_from.said, made_from.balances, made_from.asked.period.last),)


def _outlook(made_from: Basis) -> Blocks:
    """Return where the year is heading, and what that says of what equity is to be."""
    told = outlook(made_from.reading, THOUSANDS)
    if told is None or not any(isinstance(cell, Number) for cell in told.table.row(CLOSING_EQUITY).cells):
        return ()
    said = tuple(Paragraph((problem.found,)) for problem in told.of_forecast)
    return (told.table, replace(told.chart, table_above=True), *([BulletList(said)] if said else []))


PLAN_BLOCKS: Final[Mapping[str, PlanBlock]] = {
    "agreements": PlanBlock(agreement_blocks, swedish("För {year} är inga avtal inlagda.")),
    "balance-requirement": PlanBlock(
        balance_requirement_blocks, swedish("Uppställningen säger inte vilka rader som leder till resultatet {year}.")
    ),
    "bridge": PlanBlock(_bridge, swedish("Uppställningen säger inte vilka rader bryggan går över.")),
    "contributions": PlanBlock(_contributions, swedish("Parternas bidrag för {year} är inte inlagda.")),
    "equity-path": PlanBlock(
        equity_blocks, swedish("Vart det egna kapitalet är på väg efter {year} går inte att säga.")
    ),
    "financing": PlanBlock(_financing, swedish("För {year} och åren omkring finns ingen finansieringsplan.")),
    "goals": PlanBlock(goal_blocks, swedish("För {year} är inga mål upplagda.")),
    "outlook": PlanBlock(
        _outlook, swedish("Vart {year} är på väg går inte att säga: budget, prognos eller bidrag är inte inlagda.")
    ),
    "projects": PlanBlock(_projects, swedish("Inga projekt med extern finansiering är inlagda.")),
}
"""What a template may ask for, by name."""
