"""What did a unit report for a period?

Nothing here can hold a person: counts by what a table is divided by, a few explanations that are looked over for
identity numbers, and the role of whoever vouches for it, never a name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Final, TypeAlias

from samordna.domain.participation.between import NOT_TOLD, Between, exactly, together
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import RawCount
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period

FORMAT_VERSION: Final = 1
"""Of what is asked and how it is written: a new one for every change that an older file would misread."""
LARGEST: Final = 100_000
"""More than this in one cell is a slip of the hand."""
LONGEST_TEXT: Final = 500
"""Characters of an explanation."""


class VouchedBy(Enum):
    """Who vouches for the counts (intygar): a role, the value is the word for it."""

    UNIT_MANAGER = swedish("enhetschef")
    COORDINATOR = swedish("samordnare")
    TEAM_LEADER = swedish("teamledare")
    COUNSELLOR = swedish("handledare")
    ADMINISTRATOR = swedish("handläggare")


@dataclass(frozen=True, slots=True)
class Place:
    """Which cell: its table, the codes of its row in the order of the dimensions, and gender; None is the total."""

    table: str
    codes: tuple[str, ...] = ()
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """Of those who answered: how many, the sum of what they answered, and the sum of its squares.

    Mean, spread and interval follow from these three, and add up over units.
    """

    n: RawCount
    total: int
    squares: int


Value: TypeAlias = RawCount | Sums | None
"""What stands in a cell; None is left blank on purpose: the figure is not told, which is not nobody."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that was answered."""

    place: Place
    value: Value


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the unit says of a table, in words and without anything about a person."""

    table: str
    text: str


@dataclass(frozen=True)
class CountsReport:
    """The counts of one unit in one activity for one period (siffror från en enhet).

    ``complete`` says that blanks are meant. Cells are in the order of the tables; one that is not here was not
    answered.
    """

    unit: str
    activity: str
    period: Period
    vouched_by: VouchedBy
    cells: tuple[Cell, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    complete: bool = False
    version: int = FORMAT_VERSION

    @cached_property
    def by_place(self) -> Mapping[Place, Value]:
        """What stands in each cell that was answered."""
        return {cell.place: cell.value for cell in self.cells}

    @cached_property
    def tables(self) -> frozenset[str]:
        """The tables where at least one cell says something."""
        return frozenset(cell.place.table for cell in self.cells if cell.value is not None)

    @cached_property
    def _rows(self) -> Mapping[str, frozenset[tuple[str, ...]]]:
        found: dict[str, set[tuple[str, ...]]] = {}
        for cell in self.cells:
            found.setdefault(cell.place.table, set()).add(cell.place.codes)
        return {table: frozenset(rows) for table, rows in found.items()}

    def rows(self, table: str) -> frozenset[tuple[str, ...]]:
        """Return the rows of a table that were answered."""
        return self._rows.get(table, frozenset())

    def figure(self, table: str, codes: tuple[str, ...] = (), gender: Gender | None = None) -> Between:
        """Return how many a row counts: of a gender, or of all together, as stated or else as the genders add up."""
        return self._figures.get((table, codes, gender), NOT_TOLD)

    @cached_property
    def _figures(self) -> Mapping[tuple[str, tuple[str, ...], Gender | None], Between]:
        """What the rows count: worked out once, since statistics ask a report for each of them many times."""
        stated = {
            (one.place.table, one.place.codes, one.place.gender): exactly(one.value)
            for one in self.cells
            if isinstance(one.value, RawCount)
        }
        found = dict(stated)
        for table, codes, _ in stated:
            if (table, codes, None) not in found:
                parts = (stated.get((table, codes, gender), NOT_TOLD) for gender in TABLES[table].genders)
                found[table, codes, None] = together(parts)
        return found

    def sum_of_rows(self, table: str, gender: Gender | None = None) -> Between:
        """Return what the rows of a table add up to."""
        return together(self.figure(table, codes, gender) for codes in self.rows(table))

    def sums(self, table: str, codes: tuple[str, ...], gender: Gender | None = None) -> Sums | None:
        """Return the sums of a row: of a gender, or of all together; None when some of it is not told."""
        stated = self.by_place.get(Place(table, codes, gender))
        if isinstance(stated, Sums) or gender is not None:
            return stated if isinstance(stated, Sums) else None
        return sums_together(self.by_place.get(Place(table, codes, one)) for one in Gender)

    def explains(self, table: str) -> bool:
        """Tell whether the unit has said something of a table."""
        return any(one.table == table and one.text.strip() for one in self.explanations)


def sums_together(parts: Iterable[Value]) -> Sums | None:
    """Return what several sums are together; None when one of them is not told."""
    n = total = squares = 0
    for part in parts:
        if not isinstance(part, Sums):
            return None
        n, total, squares = n + part.n.count, total + part.total, squares + part.squares
    return Sums(RawCount(n), total, squares)


def in_order(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Return cells in an order that does not depend on how they came: two reports with the same cells are equal."""
    tables = {key: at for at, key in enumerate(TABLES)}
    genders = {gender: at for at, gender in enumerate((*Gender, None))}

    def place(cell: Cell) -> tuple[int, str, tuple[str, ...], int]:
        at = cell.place
        return tables.get(at.table, len(tables)), at.table, at.codes, genders[at.gender]

    return tuple(sorted(cells, key=place))
