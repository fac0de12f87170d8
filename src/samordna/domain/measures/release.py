"""What has been published: which view of which months, to whom, and what was read of each count?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from samordna.domain.measures.disclosure import Audience, CellKey, SignTold
from samordna.domain.measures.spots import Spot
from samordna.domain.measures.view import View
from samordna.domain.values.counted import Published
from samordna.domain.values.period import Period


@dataclass(frozen=True)
class Release:
    """A publication (utlämnande): a view of some months to those outside, as it was read.

    ``how`` is the file or paper it left in; ``counts`` the line of the journal that was the last when it was made;
    ``beside`` are the views that were published together with it, as one publication: those of a report; ``told`` the
    counts that were told beside all views: those that goals are told by.
    """

    view: View
    period: Period
    audience: Audience
    how: str
    counts: int
    signs: tuple[SignTold, ...]
    beside: tuple[View, ...] = ()
    told: tuple[Spot, ...] = ()

    @property
    def views(self) -> tuple[View, ...]:
        """All that was published together."""
        return tuple(one for one in (self.view, *self.beside) if one.measures)

    @cached_property
    def by_key(self) -> Mapping[CellKey, Published]:
        """What was read of each count."""
        return {one.key: one.sign for one in self.signs}


def signs_of(cells: Mapping[CellKey, Published]) -> tuple[SignTold, ...]:
    """Return what may be read of each count, in an order that does not depend on how they came."""
    return tuple(SignTold(key, cells[key]) for key in sorted(cells))


def read_before(releases: Iterable[Release]) -> tuple[Release, ...]:
    """Return publications each once: what was given out several times alike was read once."""
    return tuple({(one.views, one.told, one.period, one.signs): one for one in releases}.values())
