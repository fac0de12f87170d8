"""Which counts are published together, and which of them add up to which?"""

from dataclasses import dataclass, field

from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period


@dataclass(frozen=True, slots=True, order=True)
class CellKey:
    """Which count it is: of what, over which months, and of whom. A dimension that ``at`` does not name is all of it.

    ``at`` is sorted by dimension, so that the same people have the same key whatever table they stand in.
    """

    measure: str
    period: Period
    at: tuple[tuple[str, str], ...] = ()
    _hash: int = field(init=False, repr=False, compare=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.measure, self.period.first, self.period.last, self.at)))

    def __hash__(self) -> int:
        return self._hash  # worked out once: a publication asks for it a million times

    def narrowed(self, dimension: str, value: str) -> "CellKey":
        """Return the key of those of them that have a value of one more dimension."""
        return CellKey(self.measure, self.period, tuple(sorted((*self.at, (dimension, value)))))


@dataclass(frozen=True, slots=True)
class PeopleCell:
    """A count about people on its way to be published.

    One that is not ``visible`` stands in no table, but can be computed from those that do: what a period lacks of a
    longer one that was published before.
    """

    key: CellKey
    count: RawCount
    sensitive: bool = False
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Identity:
    """What everybody knows: these parts are the whole."""

    whole: CellKey
    parts: tuple[CellKey, ...] = field(default=())
