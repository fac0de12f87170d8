"""What should equity be, and what is the balance requirement judged by, according to the files of a folder?"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.plan.balance_requirement.checks import (
    adjustment_problems,
    earlier_problems,
    grounds_problems,
    recovery_problems,
)
from samordna.domain.plan.balance_requirement.judged import Adjustment, AdjustmentKind, Grounds
from samordna.domain.plan.balance_requirement.restoring import EarlierDeficit, RecoveryPlan, RecoveryStep
from samordna.domain.plan.balance_requirement.said import GroundsCited, Occasion, RequirementSaid, YearAdjusted
from samordna.domain.plan.equity.limits import Limit, LimitKind, Limits, limits_problems
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.sources.plan_files.cells import (
    Line,
    amount_of,
    calendar_year,
    day_of,
    lines_of,
    one_of,
    percent_of,
    told_year,
)

LIMIT_HEADINGS: Final = ("Gräns", "Gäller från", "Belopp", "Andel", "Källa")
ADJUSTMENT_HEADINGS: Final = ("År", "Post", "Belopp", "Källa")
GROUNDS_HEADINGS: Final = ("År", "Gäller", "Skäl", "Beslut")
RECOVERY_HEADINGS: Final = ("Underskott", "År", "Belopp", "Beslut")

LIMITS_FILE: Final = "eget-kapital.csv"
REQUIREMENT_FILES: Final = re.compile(r"(balanskrav|synnerliga-skal|atgardsplan)\.csv")
"""What the files are called that the balance requirement is judged by."""

_LIMITS: Final = {kind.in_words: kind for kind in LimitKind}
_EARLIER: Final = swedish("tidigare underskott")
_POSTS: Final[Mapping[str, AdjustmentKind | None]] = {
    **{kind.name_in_words: kind for kind in AdjustmentKind},
    _EARLIER: None,
}
_OCCASIONS: Final = {occasion.in_words: occasion for occasion in Occasion}
_ANY_YEAR: Final = 1900


@dataclass(frozen=True, slots=True)
class RequirementRead:
    """What the files say of the balance requirement, and everything that is wrong with it."""

    said: RequirementSaid
    problems: tuple[Problem, ...]


def read_limits(name: str, data: bytes, problems: list[Problem]) -> Limits:
    """Return what equity should be, of a file with a line for each floor or ceiling and the day it begins."""
    found: dict[LimitKind, list[Limit]] = defaultdict(list)
    for line in lines_of(name, data, LIMIT_HEADINGS, problems):
        kind = line.needed_as("Gräns", one_of(_LIMITS), LimitKind.FLOOR)
        since = line.needed_as("Gäller från", day_of, calendar_year(_ANY_YEAR).start)
        amount, share = line.read("Belopp", amount_of, None), line.read("Andel", percent_of, None)
        found[kind].append(Limit(since, line.text("Källa"), amount, share))
    limits = Limits(tuple(found[LimitKind.FLOOR]), tuple(found[LimitKind.CEILING]))
    problems += limits_problems(limits)
    return limits


def read_requirement(files: Mapping[str, bytes]) -> RequirementRead:
    """Return what some files say of the balance requirement; others are left to their own readers.

    It never raises for content.
    """
    problems: list[Problem] = []
    folder = _Folder(files, problems)
    adjusted, earlier = _adjustments(folder)
    said = RequirementSaid(adjusted, tuple(_grounds(folder)), earlier, tuple(_plans(folder)))
    return RequirementRead(said, (*problems, *_wrong(said)))


def _wrong(said: RequirementSaid) -> Iterator[Problem]:
    for adjusted in said.adjusted:
        yield from adjustment_problems(_place(adjusted.year), adjusted.adjustment)
    for cited in said.cited:
        yield from grounds_problems(_place(cited.year), cited.grounds)
    for deficit in said.earlier:
        yield from earlier_problems(deficit)
    for plan in said.plans:
        yield from recovery_problems(plan)


def _place(year: Period) -> str:
    return swedish("balanskravet {year}").format(year=year.start.year)


@dataclass(frozen=True, slots=True)
class _Folder:
    """Some files by their names, and what has been found wrong in them so far."""

    files: Mapping[str, bytes]
    problems: list[Problem]

    def lines(self, name: str, headings: Sequence[str]) -> Iterator[Line]:
        """Yield the lines of a file; none of one that is not there."""
        if name in self.files:
            yield from lines_of(name, self.files[name], headings, self.problems)


def _adjustments(folder: _Folder) -> tuple[tuple[YearAdjusted, ...], tuple[EarlierDeficit, ...]]:
    adjusted, earlier = list[YearAdjusted](), list[EarlierDeficit]()
    for line in folder.lines("balanskrav.csv", ADJUSTMENT_HEADINGS):
        year = _year_of(line, "År")
        kind = line.needed_as("Post", one_of(_POSTS), None)
        amount, source = line.amount("Belopp"), line.needed("Källa")
        if kind is None:
            earlier.append(EarlierDeficit(year.start.year, amount, source))
        else:
            adjusted.append(YearAdjusted(year, Adjustment(kind, amount, source)))
    return tuple(adjusted), tuple(earlier)


def _grounds(folder: _Folder) -> Iterator[GroundsCited]:
    for line in folder.lines("synnerliga-skal.csv", GROUNDS_HEADINGS):
        occasion = line.needed_as("Gäller", one_of(_OCCASIONS), Occasion.RESULT)
        yield GroundsCited(_year_of(line, "År"), occasion, Grounds(line.needed("Skäl"), line.needed("Beslut")))


def _plans(folder: _Folder) -> Iterator[RecoveryPlan]:
    """Yield the recovery plans: the lines of a deficit are its steps, and the first says the decision."""
    steps: dict[int, list[RecoveryStep]] = defaultdict(list)
    decisions: dict[int, str] = {}
    for line in folder.lines("atgardsplan.csv", RECOVERY_HEADINGS):
        deficit = _year_of(line, "Underskott").start.year
        decisions.setdefault(deficit, line.needed("Beslut"))
        steps[deficit].append(RecoveryStep(_year_of(line, "År").start.year, line.amount("Belopp")))
    for deficit, told in steps.items():
        yield RecoveryPlan(deficit, tuple(told), decisions[deficit])


def _year_of(line: Line, heading: str) -> Period:
    return line.needed_as(heading, _year, calendar_year(_ANY_YEAR))


def _year(text: str) -> Period:
    if not re.fullmatch(r"[0-9]{4}", text):
        raise ValueError(swedish("ett år skrivs med fyra siffror"))
    return told_year(int(text))
