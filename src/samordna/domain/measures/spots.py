"""Which counts stand behind a figure, and by what are they known in every publication?

The same people have the same key whatever view they stand in: that is how two publications can be held against each
other.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from samordna.domain.measures.disclosure import CellKey
from samordna.domain.measures.view import UNIT, division_of
from samordna.domain.participation.between import NOT_TOLD, Between, exactly, overlapping, together
from samordna.domain.participation.code_lists import CodeLists
from samordna.domain.participation.combining import Counted, Series
from samordna.domain.participation.count_table import Gender, Holds, Joining, Sensitive
from samordna.domain.participation.counts_report import Sums
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.period import Period

GENDER: Final = "gender"

Rows: TypeAlias = tuple[tuple[str, ...], ...]
"""Rows of a count table, each the codes of what it is divided by."""


Figures: TypeAlias = dict[tuple[str, Rows, Gender | None, tuple[Series, ...]], Between]
"""Counts that have been looked up: of a table, of some of its rows, of a gender, of some units."""


class Waited(NamedTuple):
    """What a unit in an activity is asked, for which months: which tables."""

    whose: Series
    period: Period
    tables: tuple[str, ...]


class Whose(NamedTuple):
    """Whose figure it is: a unit's in an activity, an activity's, or all together."""

    activity: str = ""
    unit: str = ""


class Spot(NamedTuple):
    """A count that a table shows: of a count table, of some of its rows together (none: the whole of it), whose."""

    table: str
    rows: Rows = ()
    gender: Gender | None = None
    whose: Whose = Whose()


@dataclass(frozen=True)
class Ground:
    """The counts that a view is made from, and which activities and units it is limited to (nothing: all).

    ``also`` are units that have nothing counted and are shown all the same: something is agreed for them. One without a
    unit is an activity as a whole. ``waited`` is what units are asked, told or not. ``figures`` are kept for the next
    who asks for the same of the same counts.
    """

    counted: Counted
    activities: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    also: tuple[Series, ...] = ()
    figures: Figures = field(default_factory=dict, repr=False, compare=False)
    waited: tuple[Waited, ...] = ()

    @property
    def limited(self) -> bool:
        """Tell whether it is limited to some activities or units."""
        return bool(self.activities or self.units)

    def series(self, table: str, whose: Whose = Whose()) -> tuple[Series, ...]:  # noqa: B008 - a value
        """Return the units that a count adds up."""
        key = table, whose
        if key not in self._series:
            self._series[key] = tuple(one for one in self._within[table] if self._is(one, whose))
        return self._series[key]

    @cached_property
    def _series(self) -> dict[tuple[str, Whose], tuple[Series, ...]]:
        return {}

    @cached_property
    def _within(self) -> Mapping[str, tuple[Series, ...]]:
        return {table: tuple(one for one in asked if self.means(one)) for table, asked in self._asked.items()}

    def means(self, one: Series) -> bool:
        """Tell whether a unit in an activity is among those that the view is limited to."""
        return one.activity in (self.activities or {one.activity}) and one.unit in (self.units or {one.unit})

    @staticmethod
    def _is(one: Series, whose: Whose) -> bool:
        return whose.activity in ("", one.activity) and whose.unit in ("", one.unit)

    @cached_property
    def _asked(self) -> Mapping[str, tuple[Series, ...]]:
        return {table: self.counted.asked(table) for table in TABLES}

    def activities_of(self, tables: Iterable[str]) -> tuple[str, ...]:
        """Return the activities that were asked any of some tables."""
        return tuple(dict.fromkeys(one.activity for one in self._all_of(tables)))

    def units_of(self, tables: Iterable[str], activity: str) -> tuple[Series, ...]:
        """Return the units of an activity that were asked any of some tables."""
        found = (one for one in self._all_of(tables) if one.activity == activity and one.unit)
        return tuple(dict.fromkeys(found))

    def _all_of(self, tables: Iterable[str]) -> Iterator[Series]:
        for table in tables:
            yield from self._within[table]
        yield from (one for one in self.also if self.means(one))

    def rows(self, table: str, lists: CodeLists) -> Rows:
        """Return the rows of a table that anybody was asked, in the order of its lists."""
        there = self.answered(table)
        order = [{code.key: at for at, code in enumerate(lists.codes(one))} for one in TABLES[table].dimensions]

        def place(codes: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
            return tuple((at.get(code, len(at)), code) for at, code in zip(order, codes, strict=False))

        return tuple(sorted(there, key=place))

    def answered(self, table: str) -> frozenset[tuple[str, ...]]:
        """Return the rows of a table that anybody was asked."""
        if table not in self._answered:
            self._answered[table] = frozenset(codes for one in self.counted.reports for codes in one.rows(table))
        return self._answered[table]

    @cached_property
    def _answered(self) -> dict[str, frozenset[tuple[str, ...]]]:
        return {}

    def figure(self, spot: Spot) -> Between:
        """Return how many there are."""
        whose = self.series(spot.table, spot.whose)
        key = spot.table, spot.rows, spot.gender, whose
        if key not in self.figures:
            self.figures[key] = self._counted(spot, whose)
        return self.figures[key]

    def _counted(self, spot: Spot, whose: tuple[Series, ...]) -> Between:
        if not whose:
            return NOT_TOLD
        if TABLES[spot.table].holds is Holds.SUMS:
            answered = self.sums(spot)
            return exactly(answered.n) if answered else NOT_TOLD
        joined = overlapping if TABLES[spot.table].over_units is Joining.INTERVAL else together
        if len(whose) == 1:
            return self._of_unit(whose[0], spot)
        return joined(self.figure(spot._replace(whose=Whose(one.activity, one.unit))) for one in whose)

    def _of_unit(self, one: Series, spot: Spot) -> Between:
        rows = spot.rows or ((),)
        return together(self.counted.of_unit(one, spot.table, codes, spot.gender) for codes in rows)

    def tells(self, spot: Spot) -> bool:
        """Tell whether anybody has told anything of a figure."""
        whose = self.series(spot.table, spot.whose)
        rows = spot.rows or ((),)
        return any(self.counted.tells(one, spot.table, codes, spot.gender) for one in whose for codes in rows)

    def periods(self, spot: Spot) -> int:
        """Return of how many periods the unit that has told most of them has told."""
        return max((len(self.counted.series[one]) for one in self.series(spot.table, spot.whose)), default=0)

    def sums(self, spot: Spot) -> Sums | None:
        """Return what was answered, of those units that told it; None when none did."""
        wanted = set(self.series(spot.table, spot.whose))
        reports = (one for one in self.counted.reports if Series(one.activity, one.unit) in wanted)
        return Counted(self.counted.period, tuple(reports)).sums(spot.table, spot.rows[0], spot.gender)

    def placed(self, spot: Spot) -> tuple[Series, ...]:
        """Return the units of a count by municipality all of whose people are in it, as everybody knows."""
        return tuple(one for one in self._living_in(spot) if self.counted.placed.get((spot.table, one)))

    def same_as_whole(self, spot: Spot) -> bool:
        """Tell whether a municipality has what some units have in all, and nobody else has anybody there."""
        living = self._living_in(spot)
        return bool(living) and self.placed(spot) == living

    def _living_in(self, spot: Spot) -> tuple[Series, ...]:
        """Return the units that may have somebody in the rows of a count."""
        if not spot.rows:
            return ()
        there = {codes[0] for codes in spot.rows}
        whose = self.series(spot.table, spot.whose)
        return tuple(one for one in whose if self.counted.placed.get((spot.table, one)) in (None, *there))

    def key(self, spot: Spot) -> CellKey:
        """Return what a count is known by in every publication: a municipality that is some units, by them."""
        if self.same_as_whole(spot):
            return self._key(spot._replace(table=TABLES[spot.table].adds_up_to, rows=()), self.placed(spot))
        return self._key(spot, self.series(spot.table, spot.whose))

    def _key(self, spot: Spot, whose: tuple[Series, ...]) -> CellKey:
        at = []
        if spot.gender:
            at.append((GENDER, spot.gender.value))
        if spot.rows:
            at.append((division_of(spot.table) or "row", "+".join("/".join(codes) for codes in sorted(spot.rows))))
        if people := self._called(spot.table, whose):
            at.append((UNIT, people))
        return CellKey(TABLES[spot.table].adds_up_to or spot.table, self.counted.period, tuple(sorted(at)))

    def _called(self, table: str, whose: tuple[Series, ...]) -> str:
        """Return what some units are called together; nothing for all that were asked."""
        asked = self._asked[table]
        if len(whose) == len(asked):
            return ""
        names, left = [], set(whose)
        for activity in dict.fromkeys(one.activity for one in whose):
            together_there = {one for one in asked if one.activity == activity}
            if together_there <= left:
                names.append(activity)
                left -= together_there
        return "+".join(sorted((*names, *(f"{one.activity}/{one.unit}" for one in left))))

    def sensitive(self, spot: Spot) -> bool:
        """Tell whether a count needs more care than others: always, or divided by gender and by where people live."""
        match TABLES[spot.table].sensitive:
            case Sensitive.ALWAYS:
                return True
            case Sensitive.CROSSED:
                return bool(spot.gender and spot.rows and self._called(spot.table, self.series(spot.table, spot.whose)))
            case _:
                return False
