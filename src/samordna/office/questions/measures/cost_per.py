"""What have activities and performers cost for each who started and each who took part, with how many that is?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.classification import Direction
from samordna.domain.activities.money import RowMoney
from samordna.domain.document import CountOrigin, Table
from samordna.domain.measures.cost import NO_COST, CostLine, CostPer, Per, cost_of, cost_table
from samordna.domain.measures.disclosure import CellKey
from samordna.domain.measures.keying.counts import ActivityCounts
from samordna.domain.measures.people import sign_inside
from samordna.domain.participation.between import Between
from samordna.domain.participation.code_lists import CodeLists
from samordna.domain.participation.combining import Counted, Series
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import Published
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, month_in_words
from samordna.office.questions.activities.activities import activities_held
from samordna.office.questions.activities.activity_money import money_of
from samordna.office.questions.measures.counted_year import CountedYear, counted_year

Signs = Mapping[tuple[Per, str, str], Published]
"""What may be read of each count: of what, of which activity, and of which unit (empty: the activity's)."""


_NOT_TOLD: Final = swedish("Enheten har inte lämnat antalet, eller lämnat det tomt.")
_NO_ROWS: Final = swedish("Det finns inget eget kostnadsställe i registret.")


@dataclass(frozen=True)
class CostPerShown:
    """What each person has cost over some months, activity by activity with its performers under it."""

    months: Period | None
    lines: tuple[CostLine, ...]

    @property
    def table(self) -> Table | None:
        """The costs as a table; None when nothing is counted."""
        return cost_table(self.lines, self.months) if self.months and self.lines else None

    def of(self, *ids: str) -> "CostPerShown":
        """Return only the lines of some activities or performers, by ``activity`` or ``activity:unit``."""
        return CostPerShown(self.months, tuple(one for one in self.lines if one.id in ids))


def cost_per(year: Period, counts: CountedYear | None = None, signs: Signs | None = None) -> CostPerShown:
    """Return what each person has cost in a fiscal year, over the months that the units have told of.

    Without ``signs`` the counts are as they are, which is for those inside. With them a cost for each is told only
    where its count is shown.
    """
    told = counts or counted_year(year)
    if told.counted is None:
        return CostPerShown(None, ())
    booked = _booked(year, told.counted.period)
    costs = _Costs(told.counted, CodeLists(told.held.own), booked, signs)
    activities = [one for one in activities_held().activities if one.runs_in(told.counted.period)]
    individual = (one for one in activities if one.direction is Direction.INDIVIDUAL)
    return CostPerShown(told.counted.period, tuple(line for one in individual for line in costs.lines(one)))


@dataclass(frozen=True)
class _Booked:
    """What rows have cost over the counted months, or why that is not known."""

    rows: Mapping[str, RowMoney]
    why_not: str = ""


def _booked(year: Period, months: Period) -> _Booked:
    money = money_of(year, through=months.last)
    if money.covered is None:
        return _Booked({}, swedish("Inget är bokfört för de månader som antalen gäller."))
    if money.covered.last < months.last:
        told = swedish("Bokföringen är inläst till och med {booked}, men antalen gäller till och med {counted}.")
        last = {"booked": month_in_words(money.covered.last), "counted": month_in_words(months.last)}
        return _Booked({}, told.format(**last))
    return _Booked(money.rows)


@dataclass(frozen=True)
class _Costs:
    """The costs of a year on their way to be divided."""

    counted: Counted
    lists: CodeLists
    booked: _Booked
    signs: Signs | None

    def lines(self, one: Activity) -> Iterator[CostLine]:
        """Yield an activity, and the units that perform it."""
        counts = ActivityCounts(one, self.counted, self.lists)
        whole = ((per, counts.figure(per.value)) for per in Per)
        yield CostLine(
            one.id,
            one.name,
            tuple(self._per(per, (one.id, ""), one.all_rows, n, counts.why_not(per.value, n)) for per, n in whole),
        )
        for each in one.performers:
            if each.works_in(self.counted.period):
                series = Series(one.id, each.id)
                mine = ((per, self.counted.of_unit(series, per.value)) for per in Per)
                costs = tuple(self._per(per, series, each.rows, n, _NOT_TOLD) for per, n in mine)
                yield CostLine(f"{one.id}:{each.id}", each.unit, costs, level=1)

    def _per(self, per: Per, whose: tuple[str, str], rows: tuple[str, ...], n: Between, why: str) -> CostPer:
        table, cost = TABLES[per.value], cost_of(rows, self.booked.rows)
        origin = CountOrigin(table.key, table.definition, " ".join(filter(None, whose)), self.counted.period)
        because = self.booked.why_not or (NO_COST if rows else _NO_ROWS)
        return CostPer(per, cost, self._sign(per, whose, n), origin, why, because)

    def _sign(self, per: Per, whose: tuple[str, str], n: Between) -> Published | None:
        if self.signs is not None:
            return self.signs.get((per, *whose))
        if n.exact is None:
            return None
        key = CellKey(per.value, self.counted.period, (("unit", "/".join(filter(None, whose))),))
        return sign_inside(key, n.exact)
