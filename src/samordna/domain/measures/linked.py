"""Which counts does a view publish, and which of them does everybody know add up to which?

What everybody knows is what is printed: that women, men and unknown are all, that units and rows are the whole, that a
part is no more than its whole, and that those who came less those who went are those who are left. What a whole has
beside its parts is a count too, which somebody who subtracts can compute: it is in no table, and is protected like one
that is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from samordna.domain.measures.disclosure import CellKey, Identity, PeopleCell
from samordna.domain.measures.spots import Ground, Spot, Whose
from samordna.domain.participation.code_lists import INCOMES_OF
from samordna.domain.participation.count_table import Gender, Joining
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import RawCount

BESIDE: Final = "beside"
"""The dimension of what a whole has besides its parts."""
_PART_OF: Final[Mapping[str, str]] = {
    **{one.key: one.at_most for one in TABLES.values() if one.at_most},
    "violence_asked": "participants",
}
"""Which figure is a part of which."""
_FLOWS: Final = (
    ("participants", ("ongoing_at_start", "starts")),
    ("participants", ("ongoing", "exits")),
    ("handled", ("carried_over", "referrals")),
    ("handled", ("waiting", "starts", "not_started")),
)
"""Those who come and those who go: what is on the left is what is on the right together. ``handled`` has no table."""
_FAMILIES: Final = (
    frozenset({"participants", "ongoing_at_start", "starts", "ongoing", "exits"}),
    frozenset({"carried_over", "referrals", "waiting", "starts", "not_started"}),
)
"""Figures of which one can be computed from the others: with two of them, all of them have to do with each other."""


@dataclass
class Linked:
    """Counts that are published together, on their way into cells and what ties them; ``spots`` are what was asked."""

    ground: Ground
    spots: tuple[Spot, ...] = ()
    cells: dict[CellKey, PeopleCell] = field(default_factory=dict)
    ties: dict[Identity, None] = field(default_factory=dict)

    def tie(self, whole: CellKey | None, parts: Iterable[CellKey | None], *, all_known: bool) -> None:
        """Tie parts to their whole; what is missing in between becomes a count that is in no table.

        ``all_known`` says that a reader knows that nothing is missing. Counts that do not agree are not tied: what
        somebody would compute from them is not so.
        """
        told = tuple(part for part in parts if part)
        if whole is None or not told:
            return
        left = self._count(whole) - sum(map(self._count, told))
        if left < 0:
            return
        if left or not all_known:
            rest = whole.narrowed(BESIDE, _called(whole, told))
            self.cells[rest] = PeopleCell(rest, RawCount(left), self.cells[whole].sensitive, visible=False)
            told = (*told, rest)
        if whole not in told:
            self.ties[Identity(whole, told)] = None

    def tie_at_least(self, whole: CellKey, parts: Iterable[CellKey]) -> None:
        """Tie parts that are at least their whole: everybody is in one of them, and somebody may be in several."""
        told = tuple(parts)
        together = sum(map(self._count, told))
        if together < self._count(whole):
            return
        every = whole.narrowed(BESIDE, f"all of {_called(whole, told)}")
        self.cells[every] = PeopleCell(every, RawCount(together), visible=False)
        self.ties[Identity(every, told)] = None
        self.tie(every, [whole], all_known=False)

    def _count(self, key: CellKey) -> int:
        return self.cells[key].count.count

    def add(self, spot: Spot, *, visible: bool = True) -> CellKey | None:
        """Add a count; None when nobody knows it exactly."""
        exact = self.ground.figure(spot).exact
        if exact is None:
            return None
        key = self.ground.key(spot)
        if key not in self.cells:
            sensitive = self.ground.sensitive(spot) and not self._of_nobody(spot)
            self.cells[key] = PeopleCell(key, exact, sensitive, visible)
        return key

    def _of_nobody(self, spot: Spot) -> bool:
        """Tell whether it is a part of nobody: that is nobody, and tells of none."""
        whole = _PART_OF.get(spot.table)
        if not whole:
            return False
        around = spot._replace(table=whole, rows=())
        exact = self.ground.figure(around).exact
        return (exact is not None and not exact.count) or self._of_nobody(around)


def _called(whole: CellKey, parts: Iterable[CellKey]) -> str:
    """Return what the rest of a whole is called: by what it is besides, so that no two rests are called the same."""
    own = set(whole.at)
    told = (
        "/".join((part.measure, *(f"{name}={value}" for name, value in part.at if (name, value) not in own)))
        for part in parts
    )
    return "+".join(sorted(told))


def linked(ground: Ground, spots: Iterable[Spot]) -> Linked:
    """Return counts as cells, with everything that ties them to each other.

    Each count comes with its genders, and all of them together.
    """
    asked = tuple(spots)
    made = Linked(ground, asked)
    every = tuple(dict.fromkeys(other for spot in asked for other in _genders(spot)))
    there = {spot: key for spot in every if (key := made.add(spot))}
    _tie_genders(made, there)
    _tie_units(made, there)
    _tie_rows(made, there)
    _tie_placed(made, there)
    _tie_margins(made, there)
    there |= _sums_of_overlapping(made, every, there)
    there |= _families(made, there)
    _tie_parts(made, there)
    _tie_flows(made, there)
    return made


def _genders(spot: Spot) -> Iterator[Spot]:
    yield spot._replace(gender=None)
    for gender in TABLES[spot.table].genders:
        yield spot._replace(gender=gender)


def _tie_genders(made: Linked, there: Mapping[Spot, CellKey]) -> None:
    for spot, whole in there.items():
        if spot.gender is None and TABLES[spot.table].genders:
            genders = [there.get(spot._replace(gender=gender)) for gender in Gender]
            made.tie(whole, genders, all_known=None not in genders)


def _tie_units(made: Linked, there: Mapping[Spot, CellKey]) -> None:
    """Tie units to their activity, and activities to all; where there are no activities, units to all."""
    below: dict[Spot, list[Spot]] = defaultdict(list)
    for spot in there:
        if TABLES[spot.table].over_units is Joining.INTERVAL:
            continue
        for above in (Whose(spot.whose.activity), Whose()):
            whole = spot._replace(whose=above)
            if above != spot.whose and whole in there:
                below[whole].append(spot)
                break
    for whole, parts in below.items():
        wanted = made.ground.series(whole.table, whole.whose)
        covered = {one for part in parts for one in made.ground.series(part.table, part.whose)}
        keys = [there[part] for part in parts if there[part] != there[whole]]
        made.tie(there[whole], keys, all_known=covered >= set(wanted))


def _tie_rows(made: Linked, there: Mapping[Spot, CellKey]) -> None:
    """Tie the rows of a table to the figure that they divide, and several rows together to each of them."""
    divided: dict[Spot, list[Spot]] = defaultdict(list)
    for spot in there:
        if spot.rows and TABLES[spot.table].adds_up_to:
            divided[spot._replace(rows=())].append(spot)
    for table, spots in divided.items():
        whole = there.get(table._replace(table=TABLES[table.table].adds_up_to))
        lone = {spot.rows[0]: there[spot] for spot in spots if len(spot.rows) == 1}
        if TABLES[table.table].several:
            for key in lone.values():
                made.tie(whole, [key], all_known=False)
            if whole and _all_rows(made.ground, table.table, lone):
                made.tie_at_least(whole, lone.values())
            continue
        for spot in spots:
            if len(spot.rows) > 1:
                _tie_group(made, there[spot], [lone.get(codes) for codes in spot.rows], whole)
                _tie_within(made, there, spot, spots, lone)
        made.tie(whole, lone.values(), all_known=_all_rows(made.ground, table.table, lone))
        _tie_groups(made, there, whole, spots, lone)


def _tie_groups(
    made: Linked,
    there: Mapping[Spot, CellKey],
    whole: CellKey | None,
    spots: Sequence[Spot],
    lone: Mapping[tuple[str, ...], CellKey],
) -> None:
    """Tie several rows together, and the rows beside them, to the whole: what is left is in none of them."""
    parts: list[CellKey] = []
    rows: set[tuple[str, ...]] = set()
    for spot in sorted(spots, key=lambda one: (-len(one.rows), one.rows)):
        if len(spot.rows) > 1 and rows.isdisjoint(spot.rows) and not set(spot.rows) <= set(lone):
            parts.append(there[spot])
            rows |= set(spot.rows)
    if parts:
        parts += [key for codes, key in lone.items() if codes not in rows]
        made.tie(whole, parts, all_known=_all_rows(made.ground, spots[0].table, {*rows, *lone}))


def _tie_placed(made: Linked, there: Mapping[Spot, CellKey]) -> None:
    """Tie a municipality to the units whose people all live in it; those of the others that live there are the rest."""
    for spot, key in there.items():
        whole = TABLES[spot.table].adds_up_to
        units = (Whose(*one) for one in made.ground.placed(spot))
        parts = [made.add(Spot(whole, (), spot.gender, one), visible=False) for one in units]
        made.tie(key, parts, all_known=made.ground.same_as_whole(spot))


def _tie_group(made: Linked, group: CellKey, members: Sequence[CellKey | None], whole: CellKey | None) -> None:
    if any(members):
        made.tie(group, members, all_known=None not in members)
    if None in members:
        made.tie(whole, [group], all_known=False)


def _tie_within(
    made: Linked, there: Mapping[Spot, CellKey], group: Spot, spots: Sequence[Spot], lone: Iterable[tuple[str, ...]]
) -> None:
    """Tie several rows together to fewer of them, where the rows themselves are not told one by one."""
    if set(group.rows) <= set(lone):
        return
    for spot in spots:
        if len(spot.rows) > 1 and set(spot.rows) < set(group.rows):
            made.tie(there[group], [there[spot]], all_known=False)


def _tie_margins(made: Linked, there: Mapping[Spot, CellKey]) -> None:
    """Tie those who have something as their main one to all that have it, who may have others too."""
    rows = {spot.table: made.ground.answered(spot.table) for spot in there if TABLES[spot.table].margins}
    for spot, key in there.items():
        for at, margin in enumerate(TABLES[spot.table].margins):
            main = {codes[at] for codes in spot.rows}
            if len(main) == 1 and set(spot.rows) == {codes for codes in rows[spot.table] if codes[at] in main}:
                incomes = ((one,) for one in INCOMES_OF[main.pop()])
                at_all = [made.add(Spot(margin, (codes,), spot.gender, spot.whose), visible=False) for codes in incomes]
                if None not in at_all:
                    made.tie_at_least(key, [one for one in at_all if one])


def _all_rows(ground: Ground, table: str, lone: Iterable[tuple[str, ...]]) -> bool:
    return set(lone) >= ground.answered(table)


def _sums_of_overlapping(made: Linked, every: Iterable[Spot], there: Mapping[Spot, CellKey]) -> Mapping[Spot, CellKey]:
    """Return what units have together of those who may be in several: nobody, but the upper end of an interval."""
    found = {}
    for spot in every:
        most = made.ground.figure(spot).most
        if spot in there or most is None or TABLES[spot.table].over_units is not Joining.INTERVAL:
            continue
        units = (Whose(one.activity, one.unit) for one in made.ground.series(spot.table, spot.whose))
        parts = [there.get(spot._replace(whose=one)) for one in units]
        key = made.ground.key(spot).narrowed(BESIDE, "sum of units")
        made.cells[key] = PeopleCell(key, most, visible=False)
        made.tie(key, parts, all_known=None not in parts)
        found[spot] = key
    return found


def _tie_parts(made: Linked, there: Mapping[Spot, CellKey]) -> None:
    for spot, key in there.items():
        if whole := _PART_OF.get(spot.table):
            made.tie(there.get(spot._replace(table=whole, rows=())), [key], all_known=False)


def _families(made: Linked, there: Mapping[Spot, CellKey]) -> Mapping[Spot, CellKey]:
    """Return those of a family that are not published, where others are: in no table, but somebody may compute them."""
    found: dict[Spot, CellKey] = {}
    for gender, whose in dict.fromkeys((spot.gender, spot.whose) for spot in there if not spot.rows):
        for family in _FAMILIES:
            spots = [Spot(table, (), gender, whose) for table in sorted(family)]
            left = [spot for spot in spots if spot not in there]
            if len(left) <= len(spots) - 2:
                found |= {spot: key for spot in left if (key := made.add(spot, visible=False))}
    return found


def _tie_flows(made: Linked, there: Mapping[Spot, CellKey]) -> None:
    places = dict.fromkeys((spot.gender, spot.whose) for spot in there if not spot.rows)
    for gender, whose in places:
        _tie_handled(made, there, Spot("referrals", (), gender, whose))
        for table, parts in _FLOWS[:2]:
            keys = [there.get(Spot(part, (), gender, whose)) for part in parts]
            made.tie(there.get(Spot(table, (), gender, whose)), keys, all_known=None not in keys)


def _tie_handled(made: Linked, there: Mapping[Spot, CellKey], spot: Spot) -> None:
    """Tie those who came or waited to those who began, were done without a start, or wait."""
    sides = [[there.get(spot._replace(table=table)) for table in tables] for _, tables in _FLOWS[2:]]
    if any(key is None for side in sides for key in side):
        return
    came, went = (sum(made.cells[key].count.count for key in side if key) for side in sides)
    if came != went:
        return
    key = made.ground.key(spot)
    handled = CellKey("handled", key.period, key.at)
    made.cells[handled] = PeopleCell(handled, RawCount(came), visible=False)
    for side in sides:
        made.ties[Identity(handled, tuple(key for key in side if key))] = None
