"""What plan do the files of a folder make together?"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.budget import Budget, Revision
from samordna.domain.plan.checks import plan_problems
from samordna.domain.plan.equity.limits import NO_LIMITS, Limits
from samordna.domain.plan.file_problems import UNKNOWN_FILE
from samordna.domain.plan.forecast import Forecast
from samordna.domain.plan.plan import Plan
from samordna.domain.plan.register import Group, Merge, Register, RegisterRow
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, refuses
from samordna.sources.plan_files.activity_plan import ACTIVITY_PLAN_FILES
from samordna.sources.plan_files.activity_reports import ACTIVITY_FILES
from samordna.sources.plan_files.agreements import AGREEMENT_FILES
from samordna.sources.plan_files.amounts import (
    read_agreed,
    read_budget,
    read_contributions,
    read_forecast,
    read_period_budget,
)
from samordna.sources.plan_files.cells import calendar_year
from samordna.sources.plan_files.contributions import CONTRIBUTION_FILES
from samordna.sources.plan_files.equity import LIMITS_FILE, REQUIREMENT_FILES, read_limits
from samordna.sources.plan_files.financing import FINANCING_FILES
from samordna.sources.plan_files.goals import GOAL_FILES
from samordna.sources.plan_files.projects import PROJECT_FILES
from samordna.sources.plan_files.register import read_groups, read_merges, read_rows

_KNOWN: Final = (
    "grupper.csv", "kostnadsstallen.csv", "sammanslagna.csv", "budget-2024.csv", "budget-2024-01--2024-08.csv",
    "prognos-2024-08.csv", "avtal-2024.csv", "bidrag-2024.csv", "betalargrupper.csv", "medlemmar.csv",
    "fordelningsnyckel.csv", "vikter.csv", "folkmangd.csv", "tilldelning.csv", "overenskomna-bidrag-2024.csv",
    "verksamhetsplan-2024.csv", "overhead-2024.csv", "plantexter-2024.csv", "avtal.csv", "bidragsregler-2024.csv",
    "bidragskonton-2024.csv", "rekvisitioner-2024.csv", "insatser.csv", "utforare.csv", "avtalade-antal-2024.csv",
    "mal.csv", "god-ekonomisk-hushallning.csv",
    "kapacitet-2024-08.csv", "strukturinsatser-2024.csv", "enkater-2024.csv", "uppfoljningsmoten-2024.csv",
    "eget-kapital.csv", "balanskrav.csv", "synnerliga-skal.csv", "atgardsplan.csv", "projekt.csv", "projektbeslut.csv",
    "projektrader.csv", "projektbudget.csv", "projektansokningar.csv", "projektforskott.csv",
)  # fmt: skip
_YEARLY: Final = re.compile(r"(budget|avtal|bidrag)-([0-9]{4})\.csv")
_PERIOD: Final = re.compile(r"budget-([0-9]{4}-[0-9]{2})--([0-9]{4}-[0-9]{2})\.csv")
_FORECAST: Final = re.compile(r"prognos-([0-9]{4}-[0-9]{2})\.csv")


@dataclass(frozen=True, slots=True)
class PlanRead:
    """The plan that the files make, and everything that is wrong with them or with it."""

    plan: Plan
    problems: tuple[Problem, ...]


@dataclass
class _Gathered:
    """What has been read so far."""

    problems: list[Problem] = field(default_factory=list)
    groups: tuple[Group, ...] = ()
    rows: tuple[RegisterRow, ...] = ()
    merges: tuple[Merge, ...] = ()
    revisions: dict[Period, list[Revision]] = field(default_factory=lambda: defaultdict(list))
    forecasts: list[Forecast] = field(default_factory=list)
    agreed: list[AgreedSum] = field(default_factory=list)
    contributions: list[Contribution] = field(default_factory=list)
    limits: Limits = NO_LIMITS

    def take(self, name: str, data: bytes) -> None:
        """Read one file; its name says what it holds."""
        match name:
            case "grupper.csv":
                self.groups = read_groups(name, data, self.problems)
            case "kostnadsstallen.csv":
                self.rows = read_rows(name, data, self.problems)
            case _ if name == LIMITS_FILE:
                self.limits = read_limits(name, data, self.problems)
            case "sammanslagna.csv":
                self.merges = read_merges(name, data, self.problems)
            case _:
                self._take_amounts(name, data)

    def _take_amounts(self, name: str, data: bytes) -> None:
        try:
            known = _read_apart(name) or self._yearly(name, data) or self._of_months(name, data)
        except ValueError:  # months that do not exist, or in the wrong order
            known = False
        if not known:
            self.problems.append(UNKNOWN_FILE.at(name, known=", ".join(_KNOWN)))

    def _yearly(self, name: str, data: bytes) -> bool:
        found = _YEARLY.fullmatch(name)
        if not found:
            return False
        year = calendar_year(int(found[2]))
        if found[1] == "budget":
            self.revisions[year] += read_budget(name, data, self.problems)
        elif found[1] == "avtal":
            self.agreed += read_agreed(year)(name, data, self.problems)
        else:
            self.contributions += read_contributions(year)(name, data, self.problems)
        return True

    def _of_months(self, name: str, data: bytes) -> bool:
        if found := _PERIOD.fullmatch(name):
            period = Period.parse(f"{found[1]}..{found[2]}")
            year = calendar_year(period.last // 100)
            self.revisions[year] += read_period_budget(period)(name, data, self.problems)
            return True
        if found := _FORECAST.fullmatch(name):
            covers_to = Period.parse(found[1]).last
            self.forecasts.append(read_forecast(covers_to)(name, data, self.problems))
            return True
        return False

    @property
    def plan(self) -> Plan:
        """What has been read, as a plan; of a year's forecasts the latest holds."""
        latest = {one.year: one for one in sorted(self.forecasts, key=lambda one: one.covers_to)}
        return Plan(
            register=Register(self.groups, self.rows, self.merges),
            budgets=tuple(Budget(year, tuple(told)) for year, told in sorted(self.revisions.items())),
            forecasts=tuple(latest.values()),
            agreed=tuple(self.agreed),
            contributions=tuple(self.contributions),
            limits=self.limits,
        )


def read_plan(files: Mapping[str, bytes]) -> PlanRead:
    """Return the plan that some files make, by their names. It never raises for content."""
    gathered = _Gathered()
    for name in sorted(files, key=lambda name: (name.count("--"), name)):  # a year's budget before its months'
        gathered.take(name, files[name])
    plan = gathered.plan
    if refuses(gathered.problems):
        return PlanRead(plan, tuple(gathered.problems))
    return PlanRead(plan, (*gathered.problems, *plan_problems(plan)))


_READ_APART: Final = (
    FINANCING_FILES, ACTIVITY_PLAN_FILES, AGREEMENT_FILES, CONTRIBUTION_FILES, ACTIVITY_FILES, REQUIREMENT_FILES,
    PROJECT_FILES, GOAL_FILES,
)  # fmt: skip
"""What files are called that other readers of the folder read."""


def _read_apart(name: str) -> bool:
    return any(names.fullmatch(name) for names in _READ_APART)
