"""Which lines may somebody have meant who names one that a layout does not have?

A line of another layout that comes with the program is known by what it tells: what tells the same here is meant. The
lines that every such layout has under one name (``years:eget_kapital``) go before those of one association's own form.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Final

from samordna.domain.statements.layout import (
    FromLine,
    FromRatio,
    Layout,
    Line,
    StatementKind,
    StatementLayout,
    lines_of,
)
from samordna.domain.statements.shipped import layout_names, shipped_layout, shipped_years
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import Unit

_AT_MOST: Final = 3
_ALIKE: Final = 0.7


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A line and the statement that it stands in."""

    statement: StatementLayout
    line: Line

    @property
    def name(self) -> str:
        """What it is known by (``income:res3``)."""
        return f"{self.statement.id}:{self.line.id}"

    @property
    def unit(self) -> Unit:
        """What it is told in."""
        return self.line.unit or self.statement.unit

    @property
    def is_key_figure(self) -> bool:
        """Whether it stands among key figures."""
        return self.statement.kind is StatementKind.KEY_FIGURES

    @property
    def in_words(self) -> str:
        """Its name, and what a person calls it."""
        told = swedish("{name} ({label} i {statement})")
        return told.format(name=self.name, label=self.line.label, statement=self.statement.title)


def named_lines(layout: Layout) -> dict[str, NamedLine]:
    """Return every line that has a name, by it, in printed order."""
    lines = (NamedLine(one, line) for one in layout.statements for line in lines_of(one.lines) if line.id)
    return {one.name: one for one in lines}


def lines_to_try(layout: Layout, name: str) -> tuple[NamedLine, ...]:
    """Return the few lines that ``name`` may stand for; where none is near, the key figures that every layout has."""
    known = named_lines(layout)
    names = likely_lines(layout, name) or standard_lines()
    found = [known[one] for one in names if one in known]
    return tuple(found[:_AT_MOST])


def likely_lines(layout: Layout, name: str) -> tuple[str, ...]:
    """Return the names of the few lines that ``name`` may stand for, the likeliest first; none when none is near."""
    known = named_lines(layout)
    meant = [one for one in _telling_the_same(name) if one in known]
    alike = get_close_matches(name, known, n=_AT_MOST, cutoff=_ALIKE)
    return tuple(dict.fromkeys((*meant, *alike)))[:_AT_MOST]


@cache
def standard_lines() -> tuple[str, ...]:
    """Return the names that every layout that comes with the program has, key figures first."""
    layouts = tuple(_shipped())
    everywhere = frozenset.intersection(*(frozenset(named_lines(one)) for one in layouts))
    lines = (one for one in named_lines(layouts[0]).values() if one.name in everywhere)
    return tuple(one.name for one in sorted(lines, key=lambda one: not one.is_key_figure))


def _telling_the_same(name: str) -> Iterator[str]:
    """Yield the standard lines that tell what a line tells in a layout that has it; of a ratio, what it divides."""
    for layout in _shipped():
        if name not in named_lines(layout):
            continue
        divided = named_lines(layout)[name].line.source
        told = f"{divided.numerator.statement}:{divided.numerator.line}" if isinstance(divided, FromRatio) else name
        root = _root(layout, told)
        yield from (one for one in standard_lines() if _root(layout, one) == root)


def _root(layout: Layout, name: str) -> str:
    """Return the line that a line repeats in the end; itself when it repeats none."""
    known, seen = named_lines(layout), set[str]()
    while name in known and name not in seen:
        seen.add(name)
        source = known[name].line.source
        if isinstance(source, FromLine):
            name = f"{source.statement}:{source.line}"
    return name


def _shipped() -> Iterator[Layout]:
    return (shipped_layout(name, year) for name in layout_names() for year in shipped_years(name))
