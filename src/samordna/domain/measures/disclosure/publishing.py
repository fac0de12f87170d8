"""What may be read of counts that are published together, after what has been published before?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from samordna.domain.measures.disclosure.audience import Rule
from samordna.domain.measures.disclosure.cells import CellKey, Identity, PeopleCell
from samordna.domain.measures.disclosure.known import Hides, Known
from samordna.domain.measures.disclosure.protection import protected
from samordna.domain.measures.disclosure.solver import NO_LIMIT
from samordna.domain.values.counted import Below, Published, Shown, Withheld

_NOTHING: Final[Mapping[CellKey, Published]] = {}


@dataclass(frozen=True)
class Publication:
    """What may be read of each count. ``computable`` are small ones that what was published before gives away.

    With any of those nothing of it may be published: somebody could compute them.
    """

    cells: Mapping[CellKey, Published]
    computable: frozenset[CellKey] = field(default=frozenset())

    def of(self, key: CellKey) -> Published:
        """Return what may be read of a count; raises ``KeyError`` for one that is not part of it."""
        return self.cells[key]


def published(
    cells: Iterable[PeopleCell],
    identities: Iterable[Identity],
    rule: Rule,
    before: Mapping[CellKey, Published] = _NOTHING,
) -> Publication:
    """Return what may be read of counts that are published together.

    ``before`` is what has been read already and stays as it was. The order of cells and identities changes nothing.
    Raises ``KeyError`` for an identity that names a count that is neither here nor published before.
    """
    told, ties = {one.key: one for one in cells}, tuple(identities)
    small = {key: sign for key, one in told.items() if (sign := _small(one, rule)) is not None}
    parts = _parts_of(small, ties, told)
    known = {key: _known(one, small.get(key), rule, part=key in parts) for key, one in told.items()}
    known |= {key: _read_before(sign, known.get(key)) for key, sign in before.items()}
    answer = protected(known, ties)
    shown = {
        key: before[key] if key in before else _sign(one, small.get(key), withheld=key in answer.withheld | parts)
        for key, one in told.items()
        if one.visible
    }
    return Publication(shown, answer.unprotected)


def _small(cell: PeopleCell, rule: Rule) -> Below | None:
    """Return the sign of a count that is too small to be read, None for one that is not."""
    threshold = rule.threshold(sensitive=cell.sensitive)
    least = 0 if cell.sensitive else 1
    return Below(threshold, least) if least <= cell.count.count < threshold else None


def _parts_of(
    small: Mapping[CellKey, Below], identities: Iterable[Identity], told: Mapping[CellKey, PeopleCell]
) -> frozenset[CellKey]:
    """Return every part of a small count, however far below: parts that were told would narrow it down."""
    below: dict[CellKey, list[CellKey]] = defaultdict(list)
    for identity in identities:
        below[identity.whole] += identity.parts
    found: set[CellKey] = set()
    waiting = [key for key in small if told[key].visible]
    while waiting:
        parts = [part for part in below[waiting.pop()] if part not in found and part in told]
        found |= set(parts)
        waiting += parts
    return frozenset(found)


def _known(cell: PeopleCell, small: Below | None, rule: Rule, *, part: bool) -> Known:
    """Return what a reader knows of a count as long as nothing else is withheld."""
    count, threshold = cell.count.count, rule.threshold(sensitive=cell.sensitive)
    if small is None and not part and cell.visible:
        return Known(
            count, count, count, hides=Hides.READILY if count else Hides.AT_NEED, least_hidden=min(count, threshold)
        )
    needs = (small.least, small.threshold - 1) if small else None
    if small and cell.visible and not part:
        return Known(count, small.least, small.threshold - 1, hides=Hides.AT_NEED, needs=needs)
    return Known(count, 0, NO_LIMIT, needs=needs)


def _read_before(sign: Published, now: Known | None) -> Known:
    """Return what a reader knows of a count that was published before, and that it still has to be believed of it."""
    read = _read(sign)
    return replace(read, count=now.count if now else read.count, needs=_still(now, sign))


def _read(sign: Published) -> Known:
    """Return what a reader knows of a count that was published before."""
    match sign:
        case Shown(count):
            return Known(count, count, count)
        case Below(threshold, least):
            return Known(least, least, threshold - 1)
        case Withheld():
            return Known(0, 0, NO_LIMIT)


def _still(known: Known | None, sign: Published) -> tuple[int, int] | None:
    """Return what it must still be possible to believe of a count that was published before."""
    if known and known.needs:
        return known.needs
    return (sign.least, sign.threshold - 1) if isinstance(sign, Below) else None


def _sign(cell: PeopleCell, small: Below | None, *, withheld: bool) -> Published:
    return Withheld() if withheld else small or Shown(cell.count.count)
