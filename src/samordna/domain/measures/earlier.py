"""What do those who read a new publication know already, from everything that was published before?

Whoever reads two publications subtracts one from the other: the same months divided otherwise, those who take part less
those who are left, a year less its first half, a count before and after it was corrected. So everything that was ever
read is one with what is new: each count that was read of some months is laid out in every state that those months have
been read in, with all that ties it, whatever publication it stood in. What was read stays as it was read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import permutations
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from samordna.domain.measures.disclosure import CellKey, Identity, PeopleCell
from samordna.domain.measures.linked import BESIDE, Linked, linked
from samordna.domain.measures.spots import Ground, Spot
from samordna.domain.participation.count_table import Joining
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import Below, Published, RawCount, Shown
from samordna.domain.values.period import Period, months_later

_WAS: Final = "was"
"""The dimension of a count that has been corrected since it was read: how many it was."""
_CARRIED: Final[Mapping[str, str]] = {"ongoing": "ongoing_at_start", "waiting": "carried_over"}
"""Those who are left when some months end are there when the next begin."""
_Called: TypeAlias = tuple[CellKey, CellKey]
"""A count as it is called today, and in a state of before."""


@dataclass(frozen=True)
class Earlier:
    """A publication that has been read: which counts, and the sign of each as it was read.

    ``ground`` are the counts that it was made from; ``now`` those of the same months as they are known today, None when
    nobody can tell them any more.
    """

    ground: Ground
    spots: tuple[Spot, ...]
    signs: Mapping[CellKey, Published]
    now: Ground | None = None


@dataclass
class ReadBefore:
    """What has been read already of the counts of a new publication, and of those it can be held against."""

    signs: dict[CellKey, Published] = field(default_factory=dict)
    changed: set[CellKey] = field(default_factory=set)
    """Counts that are no longer what was read: they have been corrected."""


def tie_earlier(together: Linked, before: Iterable[Earlier]) -> ReadBefore:
    """Tie a new publication to everything that has been read before.

    What was read, and what can be computed from it, comes into ``together`` and stands in no table.
    """
    earlier = tuple(one for one in before if one.signs)
    read = ReadBefore()
    if not earlier:
        return read
    own = frozenset(key for key, cell in together.cells.items() if cell.visible)
    spots = tuple(dict.fromkeys((*together.spots, *(spot for one in earlier for spot in _unlimited(one)))))
    today = _today(together.ground, earlier)
    known = {period: _State(_linked(ground, spots, together)) for period, ground in today.items()}
    if not together.ground.limited:
        together.cells, together.ties = {}, {}
    for state in known.values():
        _take_in(together, state)
    for first, second in permutations(known.values(), 2):
        _tie_months(together, first, second)
    for one in earlier:
        _read(together, one, _as_it_was(together, one, spots, known), read)
    read.changed &= own
    for key, cell in together.cells.items():
        if cell.visible != (key in own):
            together.cells[key] = replace(cell, visible=key in own)
    return read


def _linked(ground: Ground, spots: tuple[Spot, ...], new: Linked) -> Linked:
    """Return the counts of some months in one state; the new publication's own where nothing else was read of them."""
    same = ground.counted is new.ground.counted and spots == new.spots and not new.ground.limited
    return replace(new) if same else linked(ground, spots)


def _unlimited(one: Earlier) -> Iterator[Spot]:
    """Yield the counts of a publication that are the same people when nothing is limited to some units."""
    every = _whole(one.ground)
    yield from (spot for spot in one.spots if every.key(spot) == one.ground.key(spot))


def _whole(ground: Ground) -> Ground:
    return Ground(ground.counted, figures=ground.figures)


def _today(new: Ground, earlier: Sequence[Earlier]) -> Mapping[Period, Ground]:
    """Return the counts of all months that are read of, as they are known today, or were when they were last read."""
    found = {one.ground.counted.period: one.ground for one in reversed(earlier)}
    found |= {one.ground.counted.period: one.now for one in earlier if one.now}
    found[new.counted.period] = new
    return {period: _whole(found[period]) for period in sorted(found, key=lambda one: (one.first, one.last))}


class _State(NamedTuple):
    """Every count that was read of some months, in a state of theirs; ``names`` are other than today's counts have."""

    made: Linked
    names: Mapping[CellKey, CellKey] = MappingProxyType({})

    @property
    def period(self) -> Period:
        """The months."""
        return self.made.ground.counted.period

    def called(self, key: CellKey) -> CellKey:
        """Return what a count of this state is called."""
        return self.names.get(key, key)


def _take_in(together: Linked, state: _State) -> None:
    for key, cell in state.made.cells.items():
        called = state.called(key)
        if called not in together.cells:
            together.cells[called] = cell if called == key else replace(cell, key=called)
    for tie in state.made.ties:
        together.ties[Identity(state.called(tie.whole), tuple(map(state.called, tie.parts)))] = None


def _as_it_was(together: Linked, one: Earlier, spots: Sequence[Spot], known: Mapping[Period, _State]) -> _State:
    """Take in the counts that a publication was made from, where they have been corrected since.

    With them come those of fewer months as they were at the time: who has read both, subtracts.
    """
    today = known[one.ground.counted.period]
    if today.made.ground.counted == one.ground.counted:
        return today
    then = _then(one.ground, spots, today)
    _take_in(together, then)
    for period, state in known.items():
        if then.period != period and then.period.covers(period) and (part := _part(one.ground, period)):
            fewer = _then(part, spots, state)
            _take_in(together, fewer)
            _tie_months(together, then, fewer)
    return then


def _then(ground: Ground, spots: Iterable[Spot], today: _State) -> _State:
    """Return a state of before: a count that has not been corrected since is the same as today's."""
    made, cells = linked(_whole(ground), spots), today.made.cells
    changed = (key for key, cell in made.cells.items() if key not in cells or cells[key].count != cell.count)
    return _State(made, {key: key.narrowed(_WAS, str(made.cells[key].count.count)) for key in changed})


def _part(ground: Ground, period: Period) -> Ground | None:
    """Return the counts of fewer months by the same reports; None when one of them is of other months too."""
    inside = tuple(one for one in ground.counted.reports if one.period.overlaps(period))
    if not all(period.covers(one.period) for one in inside):
        return None
    return Ground(replace(ground.counted, period=period, reports=inside))


def _read(together: Linked, one: Earlier, state: _State, read: ReadBefore) -> None:
    """Note what was read of each count. A sign that does not agree with any count tells nothing."""
    for key, sign in one.signs.items():
        called = state.called(key)
        cell = together.cells.get(called)
        if called != key or cell is None or not _agrees(cell.count, sign):
            read.changed.add(key)
        if cell and _agrees(cell.count, sign):
            read.signs[called] = max(read.signs.get(called, sign), sign, key=_tells)


def _agrees(count: RawCount, sign: Published) -> bool:
    match sign:
        case Shown(told):
            return count.count == told
        case Below(threshold, least):
            return least <= count.count < threshold
        case _:
            return True


def _tells(sign: Published) -> int:
    """Return how much a sign tells: who has read a count twice knows what tells most."""
    return 2 if isinstance(sign, Shown) else 1 if isinstance(sign, Below) else 0


def _tie_months(together: Linked, first: _State, second: _State) -> None:
    """Tie the same count of more months and of fewer of them, and those who were left to those who were there."""
    if first.period.covers(second.period):
        for key in first.made.cells:
            other = replace(key, period=second.period)
            if key.measure in TABLES and other in second.made.cells:
                _tie_fewer(together, (key, first.called(key)), (other, second.called(other)))
    if months_later(first.period.last, 1) == second.period.first:
        for key in first.made.cells:
            other = CellKey(_CARRIED.get(key.measure, ""), second.period, key.at)
            if other in second.made.cells:
                _tie_same(together, first.called(key), second.called(other))


def _tie_fewer(together: Linked, longer: _Called, shorter: _Called) -> None:
    more, fewer = longer[0].period, shorter[0].period
    match TABLES[longer[0].measure].over_periods:
        case Joining.SUM:
            _tie_rest(together, longer[1], shorter[1], _months_left(longer[0], shorter[0]))
        case Joining.WITH_NEW if more.first == fewer.first:
            new = _months_left(longer[0], shorter[0])
            _tie_rest(together, longer[1], shorter[1], replace(new, measure=TABLES[new.measure].new_in or new.measure))
        case Joining.INTERVAL | Joining.WITH_NEW:
            _tie_rest(together, longer[1], shorter[1], _beside(longer[0], shorter[0]))
        case Joining.FIRST if more.first == fewer.first:
            _tie_same(together, longer[1], shorter[1])
        case Joining.LAST if more.last == fewer.last:
            _tie_same(together, longer[1], shorter[1])


def _months_left(longer: CellKey, shorter: CellKey) -> CellKey:
    """Return what the other months are called: as if they had been counted by themselves, where they are in a row."""
    left = _left(longer.period, shorter.period)
    return CellKey(longer.measure, left, longer.at) if left else _beside(longer, shorter)


@cache
def _left(longer: Period, shorter: Period) -> Period | None:
    """Return the months of a period that a shorter one lacks; None when they are not in a row."""
    left = [month for month in longer.months if not shorter.first <= month <= shorter.last]
    period = Period(left[0], left[-1])
    return period if len(period.months) == len(left) else None


def _beside(longer: CellKey, shorter: CellKey) -> CellKey:
    return longer.narrowed(BESIDE, str(shorter.period))


def _tie_rest(together: Linked, longer: CellKey, shorter: CellKey, rest: CellKey) -> None:
    """Tie fewer months to more; what the others have is a count that somebody can compute."""
    whole = together.cells[longer]
    left = whole.count.count - together.cells[shorter].count.count
    if left < 0:
        return
    if rest in together.cells and together.cells[rest].count.count != left:
        rest = rest.narrowed(_WAS, str(left))
    together.cells.setdefault(rest, PeopleCell(rest, RawCount(left), whole.sensitive, visible=False))
    together.ties[Identity(longer, tuple(sorted((shorter, rest))))] = None


def _tie_same(together: Linked, longer: CellKey, shorter: CellKey) -> None:
    if together.cells[longer].count == together.cells[shorter].count:
        together.ties[Identity(longer, (shorter,))] = None
