"""Which counts have to do with each other, and which does everybody know from the others?

A count that everybody knows and that cannot be withheld ties nothing: what is on one side of it says nothing of what is
on the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from samordna.domain.measures.disclosure.known import Hides, Known


@dataclass(frozen=True, slots=True)
class Tie:
    """Counts, by their places, that with their signs are ``amount`` together."""

    terms: tuple[tuple[int, int], ...]
    amount: int


Sum: TypeAlias = tuple[int, tuple[int, ...]]
"""The place of a whole, and those of its parts."""


@dataclass(frozen=True)
class Ties:
    """What ties the counts that are not known for sure. ``computed`` are those that everybody can compute."""

    cells: tuple[int, ...]
    ties: tuple[Tie, ...]
    computed: frozenset[int]

    def apart(self) -> Iterator[tuple[list[int], list[Tie]]]:
        """Yield the counts that have to do with each other, in order, with what ties them."""
        leader = {at: at for at in self.cells}

        def led(at: int) -> int:
            while leader[at] != at:
                leader[at] = leader[leader[at]]
                at = leader[at]
            return at

        for tie in self.ties:
            first = led(tie.terms[0][0])
            for at, _ in tie.terms[1:]:
                leader[led(at)] = first
        cells: dict[int, list[int]] = defaultdict(list)
        groups: dict[int, list[Tie]] = defaultdict(list)
        for at in self.cells:
            cells[led(at)].append(at)
        for tie in self.ties:
            groups[led(tie.terms[0][0])].append(tie)
        for first, together in cells.items():
            yield together, groups[first]


def ties_of(known: Sequence[Known], sums: Sequence[Sum]) -> Ties:
    """Return what ties counts to each other, once everything that everybody can compute is known."""
    values = {at: one.count for at, one in enumerate(known) if one.hides is Hides.NOT and one.least == one.most}
    computed: set[int] = set()
    left = list(sums)
    more = True
    while more:
        more, still = False, []
        for whole, parts in left:
            unknown = [at for at in (whole, *parts) if at not in values]
            if len(unknown) == 1:
                at = unknown[0]
                values[at] = _rest(at, whole, parts, values)
                computed.add(at)
                more = True
            elif unknown:
                still.append((whole, parts))
        left = still
    cells = tuple(at for at in range(len(known)) if at not in values)
    return Ties(cells, tuple(_tie(whole, parts, values) for whole, parts in left), frozenset(computed))


def _rest(at: int, whole: int, parts: Sequence[int], values: Mapping[int, int]) -> int:
    if at == whole:
        return sum(values[part] for part in parts)
    return values[whole] - sum(values[part] for part in parts if part != at)


def _tie(whole: int, parts: Sequence[int], values: Mapping[int, int]) -> Tie:
    signed = ((whole, 1), *((part, -1) for part in parts))
    amount = -sum(sign * values[at] for at, sign in signed if at in values)
    return Tie(tuple((at, sign) for at, sign in signed if at not in values), amount)
