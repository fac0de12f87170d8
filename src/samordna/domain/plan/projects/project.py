"""What is an external project: who pays, for which months, on which rows, and what it moves from the office?"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import Final

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.projects.co_financing import CoFinancing, CoFinancingKind, contributed
from samordna.domain.plan.projects.costs import BudgetedCost, budgeted
from samordna.domain.plan.projects.life import (
    ENDED,
    RUNNING,
    TRANSITIONS,
    WAS_GRANTED,
    ProjectEntry,
    ProjectState,
    ProjectStep,
    history_problems,
)
from samordna.domain.plan.projects.problems import NOT_IN_THAT_STATE
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused


class ProjectRole(Enum):
    """What the association is to the project: the marks that the national follow-up has for it."""

    OWNER = "owner"
    CO_FINANCIER = "co-financier"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _ROLES[self]


_ROLES: Final = {
    ProjectRole.OWNER: swedish("förbundet äger projektet (ESF ÄG)"),
    ProjectRole.CO_FINANCIER: swedish("förbundet medfinansierar (ESF MF)"),
}


class RowUse(Enum):
    """What of the project is booked on a row of the register."""

    ACTUAL = "actual"
    FLAT_RATE = "flat-rate"
    INCOME = "income"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _USES[self]


_USES: Final = {
    RowUse.ACTUAL: swedish("faktiska kostnader"),
    RowUse.FLAT_RATE: swedish("schablonkostnader"),
    RowUse.INCOME: swedish("projektets bidrag"),
}


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A row of the register by its key, and what of the project stands there: on some accounts, on all when none."""

    row: str
    use: RowUse
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffMove:
    """Staff cost that leaves a row of the office for the project in a fiscal year.

    ``to`` is the project's row, empty when not told; ``plan_row`` the row of the activity plan's overhead that it
    leaves.
    """

    year: Period
    row: str
    to: str
    amount: Ore
    plan_row: str = ""


@dataclass(frozen=True, slots=True)
class OverheadShare:
    """What the project pays in a fiscal year of what the office costs all the same: rent, system, leading."""

    year: Period
    amount: Ore


@dataclass(frozen=True, slots=True)
class Advance:
    """Money that the funder pays before anything is claimed (förskott): a liability until it is earned."""

    day: dt.date
    amount: Ore
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How many months each claim is of, and how many months after them the money comes."""

    claim_months: int = 3
    payment_lag: int = 3


@dataclass(frozen=True)
class ExternalProject:
    """A project with outside money, for some months of several years, with its whole history, the first line first.

    ``counted`` is which of budget and forecast the rows' numbers count with it.
    """

    id: str
    name: str
    funder: str
    reference: str
    period: Period
    role: ProjectRole
    history: tuple[ProjectEntry, ...]
    rows: tuple[ProjectRow, ...] = ()
    costs: tuple[BudgetedCost, ...] = ()
    co_financing: tuple[CoFinancing, ...] = ()
    moves: tuple[StaffMove, ...] = ()
    overhead: tuple[OverheadShare, ...] = ()
    advances: tuple[Advance, ...] = ()
    rhythm: Rhythm = Rhythm()
    counted: tuple[Scenario, ...] = ()

    @property
    def state(self) -> ProjectState:
        """How far it has come."""
        return self.history[-1].state

    @property
    def is_running(self) -> bool:
        """Tell whether a grant holds that can be claimed."""
        return self.state in RUNNING

    @property
    def grant(self) -> Ore:
        """What is asked for or decided; nothing of what was refused or withdrawn."""
        return self.history[-1].grant if self.state in WAS_GRANTED | {ProjectState.APPLIED} else 0

    @property
    def granted(self) -> Ore:
        """What is decided that the funder pays, at most; nothing before the decision."""
        return self.grant if self.state in WAS_GRANTED else 0

    @cached_property
    def eligible(self) -> Ore:
        """The lifetime budget with participants' time: all that the funder counts."""
        return budgeted(self.costs) + contributed(self.co_financing, CoFinancingKind.TIME)

    @property
    def share(self) -> Fraction:
        """The part of the eligible costs that the funder pays: as told, else what the grant is of them."""
        told = self.history[-1].share
        if told is not None:
            return told
        return min(Fraction(1), Fraction(self.grant, self.eligible)) if self.eligible > 0 else Fraction(0)

    def rows_of(self, use: RowUse) -> tuple[ProjectRow, ...]:
        """Return the rows that a part of it is booked on."""
        return tuple(one for one in self.rows if one.use is use)

    @property
    def years(self) -> tuple[Period, ...]:
        """The fiscal years that its budget tells of, and the calendar years of its months where none is told."""
        told = {one.year for one in self.costs} | {one.year for one in self.co_financing}
        told |= {one.year for one in self.moves} | {one.year for one in self.overhead}
        return tuple(sorted(told)) or tuple(self._calendar_years())

    @property
    def booked(self) -> Period:
        """The months that its rows are counted for: its own, and what is left of its last year for what comes late."""
        return Period(self.period.first, max(self.period.last, self.years[-1].last))

    def year_of(self, month: int) -> Period | None:
        """Return the one of its years that a month lies in."""
        return next((year for year in self.years if month in year), None)

    def _calendar_years(self) -> Iterator[Period]:
        for year in range(self.period.first // 100, self.period.last // 100 + 1):
            yield Period(year * 100 + 1, year * 100 + 12)


def steps_of(project: ExternalProject) -> tuple[ProjectStep, ...]:
    """Return what can happen to it now."""
    return tuple(TRANSITIONS[project.state])


def after(project: ExternalProject, step: ProjectStep, entry: ProjectEntry) -> ExternalProject:
    """Return a project after a step; the state of ``entry`` follows from the step, and so does its grant at an end.

    Raises ``Refused`` for a step that its state does not lead to, and for a day before the last one.
    """
    possible = TRANSITIONS[project.state]
    if step not in possible:
        words = ", ".join(one.in_words for one in possible) or swedish("inget")
        told = {"state": project.state.in_words, "step": step.in_words, "possible": words}
        raise Refused([NOT_IN_THAT_STATE.at(place_of(project), **told)])
    last = project.history[-1]
    kept = replace(entry, grant=last.grant, share=last.share) if step in ENDED else entry
    changed = replace(project, history=(*project.history, replace(kept, state=possible[step])))
    if problems := tuple(history_problems(place_of(project), changed.history)):
        raise Refused(problems)
    return changed


def place_of(project: ExternalProject) -> str:
    """Return where a project is, in words."""
    return swedish("projektet {name}").format(name=project.name or project.id)
