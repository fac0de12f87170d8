"""What do those who read a new publication know already, from what was published before?

An earlier publication is built again from the counts as they are now, with all that ties them, so that nobody can take
one from the other: the same months divided otherwise, or fewer months of the same. What was read stays as it was read.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from samordna.domain.measures.disclosure import CellKey, Identity, PeopleCell
from samordna.domain.measures.linked import Linked
from samordna.domain.participation.count_table import Joining
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import Below, Published, RawCount, Shown

_WhoseCount: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Earlier:
    """A publication that has been read: its counts as they are now, and the sign of each as it was read."""

    together: Linked
    signs: Mapping[CellKey, Published]

    @cached_property
    def cells(self) -> Mapping[CellKey, PeopleCell]:
        """Its counts, in no table any more."""
        return {key: replace(cell, visible=False) for key, cell in self.together.cells.items()}

    @cached_property
    def over_time(self) -> Mapping[_WhoseCount, tuple[CellKey, ...]]:
        """The same counts of different months."""
        found: dict[_WhoseCount, tuple[CellKey, ...]] = {}
        for key in self.signs:
            found[key.measure, key.at] = (*found.get((key.measure, key.at), ()), key)
        return found


@dataclass
class ReadBefore:
    """What has been read already of the counts of a new publication, and of those it can be held against."""

    signs: dict[CellKey, Published] = field(default_factory=dict)
    changed: set[CellKey] = field(default_factory=set)
    """Counts that are no longer what was read: they have been corrected."""


def tie_earlier(together: Linked, before: Iterable[Earlier]) -> ReadBefore:
    """Tie a new publication to the earlier ones that have counts in common with it, or the same counts of other months.

    Their counts come into ``together``, in no table. What was shown then is known, and says no more than itself; where
    something was hidden, all of that publication is needed to know what it may be.
    """
    read = ReadBefore()
    new = tuple(together.cells)
    for one in before:
        pairs = _over_time(new, one)
        met = {key for key in new if key in one.signs} | {key for pair in pairs for key in pair if key in one.signs}
        if all(isinstance(one.signs[key], Shown) for key in met):
            _take_in(together, one, read, met)
        else:
            _take_in(together, one, read, one.signs)
            together.cells |= {key: cell for key, cell in one.cells.items() if key not in together.cells}
            together.ties |= one.together.ties
        for longer, shorter in pairs:
            _tie_months(together, longer, shorter)
    return read


def _over_time(new: Sequence[CellKey], earlier: Earlier) -> tuple[tuple[CellKey, CellKey], ...]:
    """Return pairs of the same count, of more months and of fewer of them."""
    pairs = []
    for key in new:
        for other in earlier.over_time.get((key.measure, key.at), ()):
            if key.period != other.period and key.period.covers(other.period):
                pairs.append((key, other))
            elif key.period != other.period and other.period.covers(key.period):
                pairs.append((other, key))
    return tuple(pairs)


def _take_in(together: Linked, earlier: Earlier, read: ReadBefore, keys: Iterable[CellKey]) -> None:
    """Take in counts of an earlier publication as they were read; of what was corrected nothing is known."""
    for key in keys:
        cell = earlier.cells.get(key)
        if cell and _agrees(cell.count, earlier.signs[key]):
            together.cells.setdefault(key, cell)
            read.signs.setdefault(key, earlier.signs[key])
        elif cell:
            read.changed.add(key)


def _agrees(count: RawCount, sign: Published) -> bool:
    match sign:
        case Shown(told):
            return count.count == told
        case Below(threshold, least):
            return least <= count.count < threshold
        case _:
            return True


def _tie_months(together: Linked, longer: CellKey, shorter: CellKey) -> None:
    if longer.measure not in TABLES or longer not in together.cells or shorter not in together.cells:
        return
    match TABLES[longer.measure].over_periods:
        case Joining.SUM | Joining.INTERVAL:
            _tie_rest(together, longer, shorter)
        case Joining.FIRST if longer.period.first == shorter.period.first:
            _tie_same(together, longer, shorter)
        case Joining.LAST if longer.period.last == shorter.period.last:
            _tie_same(together, longer, shorter)


def _tie_rest(together: Linked, longer: CellKey, shorter: CellKey) -> None:
    """Tie fewer months to more; what the others have is a count that somebody can compute."""
    left = together.cells[longer].count.count - together.cells[shorter].count.count
    if left >= 0:
        rest = longer.narrowed("beside", str(shorter.period))
        together.cells.setdefault(
            rest, PeopleCell(rest, RawCount(left), together.cells[longer].sensitive, visible=False)
        )
        together.ties[Identity(longer, (shorter, rest))] = None


def _tie_same(together: Linked, longer: CellKey, shorter: CellKey) -> None:
    if together.cells[longer].count == together.cells[shorter].count:
        together.ties[Identity(longer, (shorter,))] = None
