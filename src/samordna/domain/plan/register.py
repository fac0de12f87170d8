"""Which rows does an association follow its money by?

A row is a cost centre of the ledger, or a part of one that a project makes, or a line of the budget that no cost
centre has. Rows stand in groups, in the order they are given.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Final, TypeAlias

from samordna.domain.ledger.books import ObjectKey
from samordna.domain.ledger.dimensions import NUMBERS, Role
from samordna.domain.ledger.entered import Scenario
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month, Period, month_in_words

COST_CENTRE, PROJECT = NUMBERS[Role.COST_CENTRE], NUMBERS[Role.PROJECT]
"""The dimensions of the books that rows are made of."""


class Kind(Enum):
    """What a row is to the follow-up."""

    ACTIVITY = "activity"
    """What the association does with its own money."""
    PROJECT = "project"
    """Paid by somebody else: its costs and its income are told apart from the rest, and net."""
    OUTSIDE = "outside"
    """No cost to follow up: where the contributions are booked."""

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _KINDS[self]


_KINDS: Final = {
    Kind.ACTIVITY: swedish("verksamhet"),
    Kind.PROJECT: swedish("projekt"),
    Kind.OUTSIDE: swedish("utanför uppföljningen"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the register: its id in layouts, and its name in print."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class EarlierCode:
    """Another cost centre whose amounts count into a row, from ``first`` to ``last``; None is without end."""

    code: str
    project: str = ""
    first: Month | None = None
    last: Month | None = None


@dataclass(frozen=True, slots=True)
class CostCentre:
    """A row that the ledger books on (kostnadsställe).

    With ``project`` it is the part of the cost centre that has the project; where a code has such parts, the row
    without is what has no project at all. ``remark`` is printed with the row. ``valid_from`` and ``valid_to`` say
    when somebody means to use it; what is booked outside of that is shown all the same.
    """

    code: str
    name: str
    group: str
    project: str = ""
    kind: Kind = Kind.ACTIVITY
    responsible: str = ""
    performer: str = ""
    valid_from: Month | None = None
    valid_to: Month | None = None
    earlier: tuple[EarlierCode, ...] = ()
    remark: str = ""

    @property
    def key(self) -> str:
        """What everything that is told of the row is told under: ``1010``, or ``1010:10`` with its project."""
        return row_key(self.code, self.project)

    def valid_in(self, period: Period) -> bool:
        """Tell whether the row is meant to be used in any month of the period."""
        return _overlaps(self.valid_from, self.valid_to, period)


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A row of the budget that no cost centre has: ``Investeringar``, ``Övrigt``."""

    key: str
    name: str
    group: str
    kind: Kind = Kind.ACTIVITY
    responsible: str = ""
    remark: str = ""
    valid_from: Month | None = None
    valid_to: Month | None = None

    @property
    def code(self) -> str:
        """A line has no code that anything is booked on."""
        return ""

    def valid_in(self, period: Period) -> bool:
        """Tell whether the line is meant to be used in any month of the period."""
        return _overlaps(self.valid_from, self.valid_to, period)


RegisterRow: TypeAlias = CostCentre | BudgetLine


@dataclass(frozen=True, slots=True)
class Merge:
    """Rows that a year tells of together: the figure stands on the first of them and the others are blank.

    ``year`` is the year that the months of a column lie in, ``scenarios`` what it must tell of; ``remark`` says why.
    """

    rows: tuple[str, ...]
    year: int
    scenarios: frozenset[Scenario]
    remark: str = ""

    def holds(self, scenario: Scenario, period: Period) -> bool:
        """Tell whether a column of such months is told of together."""
        return scenario in self.scenarios and period.last // 100 == self.year

    @property
    def told(self) -> str:
        """The remark, or what is told when nobody wrote one."""
        return self.remark or " + ".join(self.rows)


@dataclass(frozen=True)
class Register:
    """The rows with their groups, both in order, and what some of them are told of together."""

    groups: tuple[Group, ...] = ()
    rows: tuple[RegisterRow, ...] = ()
    merges: tuple[Merge, ...] = ()

    def row(self, key: str) -> RegisterRow | None:
        """Return the row with a key, None when there is none."""
        return self._by_key.get(key)

    def in_group(self, group: str) -> tuple[RegisterRow, ...]:
        """Return the rows of a group, in order."""
        return tuple(row for row in self.rows if row.group == group)

    def of_kind(self, kind: Kind) -> tuple[RegisterRow, ...]:
        """Return the rows of a kind, in order."""
        return tuple(row for row in self.rows if row.kind is kind)

    def is_split(self, code: str) -> bool:
        """Tell whether a cost centre is told by its projects."""
        return code in self._split

    def merge_of(self, key: str, scenario: Scenario, period: Period) -> Merge | None:
        """Return the merge that a row's figure belongs to, None when it stands by itself."""
        return next((one for one in self.merges if key in one.rows and one.holds(scenario, period)), None)

    @property
    def cost_centres(self) -> Iterator[CostCentre]:
        """The rows that the ledger books on."""
        return (row for row in self.rows if isinstance(row, CostCentre))

    @cached_property
    def _by_key(self) -> dict[str, RegisterRow]:
        return {row.key: row for row in self.rows}

    @cached_property
    def _split(self) -> frozenset[str]:
        own = {row.code for row in self.cost_centres if row.project}
        return frozenset(own | {one.code for row in self.cost_centres for one in row.earlier if one.project})


NO_REGISTER = Register()
"""Before anybody has made one."""


def row_key(code: str, project: str = "") -> str:
    """Return the key of a cost centre, or of the part of it that has a project."""
    return f"{code}:{project}" if project else code


def object_of(code: str) -> ObjectKey:
    """Return the object that the ledger books a cost centre on."""
    return COST_CENTRE, code


def row_in_words(row: RegisterRow) -> str:
    """Return ``1010 Kansli``; a line of the budget by its name alone."""
    return f"{row.key} {row.name}" if isinstance(row, CostCentre) else row.name


def earlier_in_words(one: EarlierCode) -> str:
    """Return ``3099 till och med december 2023``."""
    ends = (
        swedish("från {month}").format(month=month_in_words(one.first)) if one.first else "",
        swedish("till och med {month}").format(month=month_in_words(one.last)) if one.last else "",
    )
    return " ".join(part for part in (row_key(one.code, one.project), *ends) if part)


def _overlaps(first: Month | None, last: Month | None, period: Period) -> bool:
    return (first is None or first <= period.last) and (last is None or period.first <= last)


def validity_in_words(row: RegisterRow) -> str:
    """Return when a row is used: ``januari 2024–``, ``–december 2023``; empty when always."""
    ends = [month_in_words(month) if month else "" for month in (row.valid_from, row.valid_to)]
    return "–".join(ends) if any(ends) else ""
