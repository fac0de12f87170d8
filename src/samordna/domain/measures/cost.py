"""What does it cost for each who started, and for each who took part, and of how many is that said?

The cost is that of rows of cost centres, each row once. It is divided by a count that may be read, and by no other: who
knows the cost and the cost per person knows how many they are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from samordna.domain.activities.money import RowMoney, Told, together
from samordna.domain.document import (
    BLANK,
    Cell,
    Column,
    ComputedOrigin,
    CountOrigin,
    How,
    Missing,
    Number,
    Part,
    Row,
    RowKind,
    Table,
)
from samordna.domain.measures.people import people_cell
from samordna.domain.participation.tables import PARTICIPANTS, STARTS
from samordna.domain.values.counted import Published, Shown
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, THOUSANDS


class Per(Enum):
    """By what a cost is divided. The value is the table of counts that it is."""

    STARTED = STARTS.key
    PARTICIPATION = PARTICIPANTS.key

    @property
    def counted(self) -> str:
        """What a person calls those who are counted."""
        return STARTS.name if self is Per.STARTED else PARTICIPANTS.name

    @property
    def each(self) -> str:
        """What a person calls the cost for each of them."""
        return swedish("Per startad") if self is Per.STARTED else swedish("Per deltagande")


NO_COST: Final = swedish("Inget är bokfört på kostnadsställena.")
"""Why nothing has a cost, when nobody knows a better reason."""
_NOBODY: Final = swedish("Ingen är räknad, och då finns inget att dela kostnaden med.")
_NOT_SHOWN: Final = swedish(
    "Antalet visas inte, och därför inte heller kostnaden per person: av den går antalet att räkna ut."
)
_REMARK: Final = swedish(
    "Kostnaden är den som är bokförd {months} på de egna kostnadsställena, och antalen gäller samma månader. Samma "
    "person kan ha flera deltaganden. Kostnaden säger inget om vad insatsen har gett."
)


@dataclass(frozen=True, slots=True)
class CostPer:
    """A cost divided by how many they are: öre for each.

    ``n`` is None when it is not told, and ``why`` then says so; ``why_no_cost`` says why ``cost`` is None.
    """

    per: Per
    cost: Part | None
    n: Published | None
    origin: CountOrigin
    why: str = ""
    why_no_cost: str = NO_COST

    @property
    def each(self) -> Fraction | None:
        """Öre for each; None when ``reason`` says why not."""
        if self.cost is None or not isinstance(self.n, Shown) or not self.n.count:
            return None
        return Fraction(self.cost.exact) / self.n.count

    @property
    def reason(self) -> str:
        """Why there is no cost for each; empty when there is one."""
        if self.cost is None:
            return self.why_no_cost
        if self.n is None:
            return self.why
        if not isinstance(self.n, Shown):
            return _NOT_SHOWN
        return "" if self.n.count else _NOBODY

    @property
    def cell(self) -> Number | Missing:
        """The cost for each in whole kronor, with what it is divided from; or why there is none."""
        each = self.each
        if each is None or self.cost is None or not isinstance(self.n, Shown):
            return Missing(self.reason)
        parts = (self.cost, Part(self.per.counted, self.n.count, self.origin))
        rule = swedish("Kostnaden delad med antalet ({n}).").format(n=self.n.count)
        return Number(each, KRONOR, ComputedOrigin(rule, parts, How.QUOTIENT))

    @property
    def n_cell(self) -> Cell:
        """How many they are; a sign, or why it is not told."""
        return Missing(self.why) if self.n is None else people_cell(self.n, self.origin)


def cost_of(rows: Iterable[str], money: Mapping[str, RowMoney]) -> Part | None:
    """Return what rows of cost centres have cost, each row once; None when nothing is booked on any of them."""
    return together(dict.fromkeys(rows), money, Told.ACTUAL)


@dataclass(frozen=True, slots=True)
class CostLine:
    """What costs something: an activity or a performer, with its cost divided in each way. ``level`` is its depth."""

    id: str
    name: str
    costs: tuple[CostPer, ...]
    level: int = 0

    @property
    def cost(self) -> Part | None:
        """What it has cost."""
        return self.costs[0].cost if self.costs else None


def cost_table(lines: Sequence[CostLine], months: Period) -> Table:
    """Return what activities and performers cost for each, with how many that is said of beside."""
    columns = [Column("cost", swedish("Kostnad"))]
    for per in Per:
        columns.append(Column(f"{per.value}-n", swedish("{counted} (n)").format(counted=per.counted)))
        columns.append(Column(per.value, swedish("{each}, kr").format(each=per.each), emphasis=True))
    rows = tuple(Row(one.id, one.name, RowKind.DETAIL, tuple(_cells(one)), level=one.level) for one in lines)
    title = swedish("Kostnad per person {months}").format(months=months.in_words)
    remarks = (_REMARK.format(months=months.in_words),)
    return Table("cost-per", title, KRONOR, tuple(columns), rows, stub=swedish("Insats och utförare"), remarks=remarks)


def _cells(line: CostLine) -> Iterator[Cell]:
    yield Number(line.cost.exact, THOUSANDS, line.cost.origin) if line.cost else BLANK
    for one in line.costs:
        yield one.n_cell
        yield one.cell
