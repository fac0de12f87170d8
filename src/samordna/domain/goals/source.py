"""What does the source of an indicator name: a measure, a line of a statement, a share of two, or nothing in here?"""

import re
from dataclasses import dataclass
from typing import Final, TypeAlias

from samordna.domain.values.language import swedish

MEASURE: Final = "measure:"
"""Before the key of a measure."""
OUTSIDE: Final = "utanför:"
"""Before the words for a source that this system does not hold."""

_LINE: Final = re.compile(r"([a-z0-9_-]+):([A-Za-z0-9_:-]+)")


@dataclass(frozen=True, slots=True)
class MeasureSource:
    """A measure of counts, by its key in the registry."""

    key: str


@dataclass(frozen=True, slots=True)
class LineSource:
    """A line of a statement, as the layout names it: ``balance:sum_ek``."""

    statement: str
    line: str

    def __str__(self) -> str:
        return f"{self.statement}:{self.line}"


@dataclass(frozen=True, slots=True)
class ShareSource:
    """One line divided by another: ``balance:sum_ek/goals:tilldelning``."""

    part: LineSource
    whole: LineSource


@dataclass(frozen=True, slots=True)
class OutsideSource:
    """Something that somebody reads elsewhere: ``utanför:SUS``."""

    words: str


Source: TypeAlias = MeasureSource | LineSource | ShareSource | OutsideSource


def source_of(text: str) -> Source:
    """Return what the source of an indicator names. Raises ``ValueError`` for what names nothing."""
    if text.startswith(MEASURE) and len(text) > len(MEASURE):
        return MeasureSource(text.removeprefix(MEASURE))
    if text.startswith(OUTSIDE) and text.removeprefix(OUTSIDE).strip():
        return OutsideSource(text.removeprefix(OUTSIDE).strip())
    part, slash, whole = text.partition("/")
    return ShareSource(_line(part), _line(whole)) if slash else _line(part)


def _line(text: str) -> LineSource:
    found = _LINE.fullmatch(text.strip())
    if not found:
        raise ValueError(swedish("”{text}” är varken ett mått eller en rad i en uppställning").format(text=text))
    return LineSource(found[1], found[2])
