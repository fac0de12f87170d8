"""Which external projects do the files of a folder tell of, and what has been claimed of their grants?"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.file_problems import WRONG_CELL
from samordna.domain.plan.projects.claim import Claim, ClaimEntry, ClaimState
from samordna.domain.plan.projects.co_financing import CoFinancing, CoFinancingKind
from samordna.domain.plan.projects.costs import BudgetedCost, CostKind
from samordna.domain.plan.projects.life import ProjectEntry, ProjectState
from samordna.domain.plan.projects.owed_by_projects import ProjectsHeld
from samordna.domain.plan.projects.project import (
    Advance,
    ExternalProject,
    OverheadShare,
    ProjectRole,
    ProjectRow,
    Rhythm,
    RowUse,
    StaffMove,
)
from samordna.domain.values.day import likely_year
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.sources.plan_files.cells import (
    Line,
    calendar_year,
    day_of,
    lines_of,
    month_of,
    one_of,
    percent_of,
    whole_number,
)

PROJECT_HEADINGS: Final = (
    "Projekt", "Namn", "Finansiär", "Diarienummer", "Från", "Till", "Roll", "Ansökan var", "Utbetalning efter",
    "Räknas i",
)  # fmt: skip
DECISION_HEADINGS: Final = ("Projekt", "Läge", "Bidrag", "Andel", "Dag", "Källa")
ROW_HEADINGS: Final = ("Projekt", "Rad", "Avser", "Konton")
BUDGET_HEADINGS: Final = (
    "Projekt", "År", "Slag", "Rad", "Belopp", "Procent", "Av", "Timmar", "Timkostnad", "Till",
)  # fmt: skip
CLAIM_HEADINGS: Final = (
    "Projekt", "Nummer", "Från", "Till", "Faktiska", "Schablon", "Tid", "Läge", "Belopp", "Dag", "Källa",
)  # fmt: skip
ADVANCE_HEADINGS: Final = ("Projekt", "Dag", "Belopp", "Källa")

PROJECT_FILES: Final = re.compile(r"projekt(beslut|rader|budget|ansokningar|forskott)?\.csv")
"""What the files are called: the projects, their decisions, rows, budgets, claims and advances."""

_STATES: Final = {state.in_words: state for state in ProjectState}
_CLAIM_STATES: Final = {state.in_words: state for state in ClaimState}
_ROLES: Final = {swedish("ägare"): ProjectRole.OWNER, swedish("medfinansiär"): ProjectRole.CO_FINANCIER}
_USES: Final = {use.in_words: use for use in RowUse}
_COSTS: Final = {kind.in_words: kind for kind in CostKind}
_CO_FINANCING: Final = {kind.in_words: kind for kind in CoFinancingKind}
_STAFF, _OVERHEAD = swedish("personal från kansliet"), swedish("gemensamma kostnader")
_SCENARIOS: Final = {swedish("budget"): Scenario.BUDGET, swedish("prognos"): Scenario.FORECAST}


@dataclass(frozen=True, slots=True)
class ProjectsRead:
    """The projects and claims that the files make, and what is wrong with the files."""

    held: ProjectsHeld
    problems: tuple[Problem, ...]


def read_projects(files: Mapping[str, bytes]) -> ProjectsRead:
    """Return the projects and claims of some files, by their names; other files are left to their own readers.

    It never raises for content. What is wrong with a project beside the register and other projects is not asked here.
    """
    problems: list[Problem] = []
    lines = {
        name: tuple(lines_of(name, files[name], headings, problems))
        for name, headings in _HEADINGS.items()
        if name in files
    }
    reading = _Reading(lines, problems)
    projects = tuple(reading.project(line) for line in lines.get("projekt.csv", ()))
    reading.tell_unknown({one.id for one in projects})
    told = tuple(one for one in projects if one.history)
    return ProjectsRead(ProjectsHeld(told, reading.claims()), tuple(dict.fromkeys(problems)))


_HEADINGS: Final = {
    "projekt.csv": PROJECT_HEADINGS,
    "projektbeslut.csv": DECISION_HEADINGS,
    "projektrader.csv": ROW_HEADINGS,
    "projektbudget.csv": BUDGET_HEADINGS,
    "projektansokningar.csv": CLAIM_HEADINGS,
    "projektforskott.csv": ADVANCE_HEADINGS,
}


@dataclass(frozen=True)
class _Reading:
    """The lines of all files on their way to projects."""

    lines: Mapping[str, tuple[Line, ...]]
    problems: list[Problem]

    def _of(self, file: str, project: str) -> tuple[Line, ...]:
        return tuple(line for line in self.lines.get(file, ()) if line.text("Projekt") == project)

    def tell_unknown(self, known: set[str]) -> None:
        """Tell of lines about a project that is not among those there are."""
        for name, lines in self.lines.items():
            for line in lines:
                if name != "projekt.csv" and line.text("Projekt") not in known:
                    reason = swedish("projektet finns inte i projekt.csv")
                    self.problems.append(WRONG_CELL.at(line.place, written=line.text("Projekt"), reason=reason))

    def project(self, line: Line) -> ExternalProject:
        """Return the project of a line, with what the other files say of it."""
        name = line.needed("Projekt")
        budget = self._of("projektbudget.csv", name)
        bare = ExternalProject(
            id=name,
            name=line.needed("Namn"),
            funder=line.needed("Finansiär"),
            reference=line.text("Diarienummer"),
            period=_months(line, self.problems),
            role=line.needed_as("Roll", one_of(_ROLES), ProjectRole.OWNER),
            history=self._history(line, name),
            rows=tuple(map(_row, self._of("projektrader.csv", name))),
            advances=tuple(map(_advance, self._of("projektforskott.csv", name))),
            rhythm=Rhythm(
                line.read("Ansökan var", whole_number, Rhythm().claim_months),
                line.read("Utbetalning efter", whole_number, Rhythm().payment_lag),
            ),
            counted=line.read("Räknas i", _scenarios, ()),
        )
        return replace(
            bare,
            costs=tuple(_cost(one) for one in budget if _kind(one) in _COSTS),
            co_financing=tuple(_co_financing(one) for one in budget if _kind(one) in _CO_FINANCING),
            moves=tuple(_move(one) for one in budget if _kind(one) == _STAFF),
            overhead=tuple(_overhead(one) for one in budget if _kind(one) == _OVERHEAD),
        )

    def _history(self, line: Line, project: str) -> tuple[ProjectEntry, ...]:
        told = tuple(map(_entry, self._of("projektbeslut.csv", project)))
        if not told:
            reason = swedish("projektet har ingen rad i projektbeslut.csv")
            self.problems.append(WRONG_CELL.at(line.place, written=project, reason=reason))
        return told

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims; the lines of a number are its history, and the first of them tells the costs."""
        found: dict[tuple[str, int], Claim] = {}
        for line in self.lines.get("projektansokningar.csv", ()):
            key = (line.needed("Projekt"), line.needed_as("Nummer", whole_number, 0))
            entry = _claim_entry(line)
            if key in found:
                found[key] = replace(found[key], history=(*found[key].history, entry))
            else:
                found[key] = self._claim(line, key, entry)
        return tuple(found.values())

    def _claim(self, line: Line, key: tuple[str, int], entry: ClaimEntry) -> Claim:
        amounts = (line.amount("Faktiska"), line.amount("Schablon"), line.amount("Tid"))
        return Claim(*key, _months(line, self.problems), *amounts, (entry,))


def _months(line: Line, problems: list[Problem]) -> Period:
    """Return the months from one to another; those that are backwards are told."""
    first = line.needed_as("Från", month_of, 190001)
    last = line.needed_as("Till", month_of, first)
    if last < first:
        reason = swedish("slutet är före början")
        problems.append(WRONG_CELL.at(line.place, written=line.text("Till"), reason=reason))
        return Period(first, first)
    return Period(first, last)


def _scenarios(text: str) -> tuple[Scenario, ...]:
    return tuple(one_of(_SCENARIOS)(word.strip()) for word in text.split(","))


def _entry(line: Line) -> ProjectEntry:
    return ProjectEntry(
        state=line.needed_as("Läge", one_of(_STATES), ProjectState.APPLIED),
        grant=line.amount("Bidrag"),
        day=line.read("Dag", day_of, None),
        source=line.needed("Källa"),
        share=line.read("Andel", percent_of, None),
    )


def _row(line: Line) -> ProjectRow:
    accounts = tuple(line.text("Konton").split())
    return ProjectRow(line.needed("Rad"), line.needed_as("Avser", one_of(_USES), RowUse.ACTUAL), accounts)


def _advance(line: Line) -> Advance:
    return Advance(line.needed_as("Dag", day_of, dt.date.min), line.amount("Belopp"), line.text("Källa"))


def _kind(line: Line) -> str:
    """Return which kind of line a budget's is; one that no kind is called is told."""
    known = {*_COSTS, *_CO_FINANCING, _STAFF, _OVERHEAD}
    return line.needed_as("Slag", one_of({word: word for word in known}), "")


def _year(line: Line) -> Period:
    return calendar_year(line.needed_as("År", _year_of, 1900))


def _year_of(text: str) -> int:
    return likely_year(whole_number(text))


def _cost(line: Line) -> BudgetedCost:
    rate = line.read("Procent", percent_of, None)
    amount = line.amount("Belopp") if rate is None else 0
    base = tuple(one.strip() for one in line.text("Av").split(",") if one.strip())
    return BudgetedCost(_year(line), line.needed("Rad"), _COSTS[_kind(line)], amount, rate, base)


def _co_financing(line: Line) -> CoFinancing:
    hours = line.read("Timmar", whole_number, 0)
    amounts = (0, hours, line.amount("Timkostnad")) if hours else (line.amount("Belopp"), 0, 0)
    return CoFinancing(_year(line), line.text("Rad"), _CO_FINANCING[_kind(line)], *amounts)


def _move(line: Line) -> StaffMove:
    return StaffMove(_year(line), line.needed("Rad"), line.text("Till"), line.amount("Belopp"), line.text("Av"))


def _overhead(line: Line) -> OverheadShare:
    return OverheadShare(_year(line), line.amount("Belopp"))


def _claim_entry(line: Line) -> ClaimEntry:
    return ClaimEntry(
        line.needed_as("Läge", one_of(_CLAIM_STATES), ClaimState.CLAIMED),
        line.amount("Belopp"),
        line.needed_as("Dag", day_of, dt.date.min),
        line.text("Källa"),
    )
