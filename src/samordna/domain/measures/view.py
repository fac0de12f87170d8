"""What is a view: which measures does a table of statistics show, of whom, divided by what?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.measures.registry import BY_KEY, Measure
from samordna.domain.participation.tables import DIVIDED
from samordna.domain.values.language import swedish

UNIT: Final = "unit"
"""Divided by unit, under its activity."""
ACTIVITY: Final = "activity"
"""Divided by activity."""


class ViewKind(Enum):
    """How figures are laid out."""

    BY_GENDER = "by_gender"
    """A table for each measure: what it is divided by down, women, men and unknown across."""
    SIDE_BY_SIDE = "side_by_side"
    """One table: units or activities down, measures across; the same measures by gender in a table after it."""
    SUMMARY = "summary"
    """One table: measures down, women, men and unknown across."""
    START_TO_END = "start_to_end"
    """One table: rows down, those who ended as they were at the start and at the end across."""
    TRANSITIONS = "transitions"
    """A table for all and one for each gender: down as they were at the start, across as they were at the end."""
    CHANGE = "change"
    """A table of answers: questions down by gender; how many, mean and interval across."""

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _KINDS[self]


_KINDS: Final = {
    ViewKind.BY_GENDER: swedish("ett mått i taget, efter kön"),
    ViewKind.SIDE_BY_SIDE: swedish("flera mått bredvid varandra"),
    ViewKind.SUMMARY: swedish("mått under varandra, efter kön"),
    ViewKind.START_TO_END: swedish("från start till avslut"),
    ViewKind.TRANSITIONS: swedish("från start till avslut, par för par"),
    ViewKind.CHANGE: swedish("svar på frågor"),
}


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that are shown together under a name (kommunen: stöd och försörjning, skola, kommun övrigt)."""

    key: str
    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A view (vy), as data: shipped, or saved by an association. Gender is always shown.

    ``measures`` are keys of the registry. ``by`` is what they are divided by: ``unit`` or ``activity``, then the name
    of a division (``source``); nothing is all together. ``activities`` and ``units`` are ids; nothing is all of them.
    A group takes the rows whose first code is one of its own; with ``only_groups`` its rows are not shown one by one.
    ``shares`` adds what part of the whole each row is. ``headings`` are what the measures are called here, in their
    order, where it is another name than their own.
    """

    key: str
    name: str
    kind: ViewKind
    measures: tuple[str, ...]
    by: tuple[str, ...] = ()
    groups: tuple[RowGroup, ...] = ()
    activities: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    only_groups: bool = False
    shares: bool = False
    headings: tuple[str, ...] = ()
    description: str = ""

    @property
    def shown(self) -> tuple[Measure, ...]:
        """The measures that it shows."""
        return tuple(BY_KEY[key] for key in self.measures)

    @property
    def is_part(self) -> bool:
        """Tell whether it is limited to some activities or units."""
        return bool(self.activities or self.units)

    @property
    def by_unit(self) -> bool:
        """Tell whether it shows each unit."""
        return UNIT in self.by

    @property
    def division(self) -> str:
        """The name of what figures are divided by besides units; empty for nothing."""
        return next((one for one in self.by if one not in (UNIT, ACTIVITY)), "")

    def heading(self, measure: Measure) -> str:
        """Return what a measure is called here."""
        if not self.headings:
            return measure.name
        return dict(zip(self.measures, self.headings, strict=True))[measure.key]


def division_of(table: str) -> str:
    """Return what a table divides its figure by: ``source`` of ``referrals_by_source``; nothing of a whole."""
    return _DIVISIONS.get(table, "")


def table_by(family: str, division: str) -> str | None:
    """Return the table that divides a figure by something; None when there is none."""
    return _TABLES.get((family, division))


def divisions() -> tuple[str, ...]:
    """Return every name of what figures can be divided by."""
    return tuple(dict.fromkeys(_DIVISIONS.values()))


_DIVISIONS: Final[Mapping[str, str]] = {
    one.key: one.key.removeprefix(f"{one.adds_up_to}_").removeprefix("by_") for one in DIVIDED
}
_TABLES: Final[Mapping[tuple[str, str], str]] = {(one.adds_up_to, _DIVISIONS[one.key]): one.key for one in DIVIDED}
