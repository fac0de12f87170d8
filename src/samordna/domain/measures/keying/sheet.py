"""What is a keying sheet: the figures of a year in the order that they are keyed, each ready to be copied?"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.document import Missing, Number
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem


class KeyedBy(Enum):
    """Who keys something: two roles of the national system that one person may not have both of."""

    ADMINISTRATOR = "administrator"
    PARTICIPANTS = "participants"

    @property
    def in_words(self) -> str:
        """What a person calls the role."""
        return _ROLES[self]


_ROLES: Final = {
    KeyedBy.ADMINISTRATOR: swedish("förbundsadministratören"),
    KeyedBy.PARTICIPANTS: swedish("den deltagaransvariga, som inte får vara anställd av förbundet"),
}

FACTS: Final = "facts"
"""The group of what the register tells of an activity: with it the activity is registered."""


@dataclass(frozen=True, slots=True)
class KeyingPlace:
    """Which group of a year's sheet: of an activity by its id, empty for the association, and the group's key."""

    year: Period
    activity: str
    group: str


@dataclass(frozen=True, slots=True)
class KeyingField:
    """One field of the form: ``words`` of the register, or ``cell``, a figure or why there is none."""

    key: str
    label: str
    words: str = ""
    cell: Number | Missing | None = None

    @property
    def value(self) -> str:
        """What is typed into the form: digits without spaces; empty when there is nothing to type."""
        return self.cell.decimal if isinstance(self.cell, Number) else self.words

    @property
    def missing(self) -> str:
        """Why there is nothing to type; empty when there is."""
        return self.cell.reason if isinstance(self.cell, Missing) else ""


@dataclass(frozen=True, slots=True)
class KeyingRow:
    """A line of a group: what it is, and a field for each column of the group."""

    label: str
    fields: tuple[KeyingField, ...]

    @property
    def missing(self) -> str:
        """Why there is nothing to type in any of several fields, when it is the same for all; else empty."""
        reasons = {field.missing for field in self.fields}
        return reasons.pop() if len(self.fields) > 1 and len(reasons) == 1 else ""


@dataclass(frozen=True, slots=True)
class KeyingGroup:
    """Fields that are keyed at one time (fältgrupp), by one role. ``problems`` is what to look at before that."""

    key: str
    title: str
    keyed_by: KeyedBy
    columns: tuple[str, ...]
    rows: tuple[KeyingRow, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def fields(self) -> Iterator[KeyingField]:
        """Every field, in the order they are keyed."""
        for row in self.rows:
            yield from row.fields


@dataclass(frozen=True, slots=True)
class KeyingSection:
    """What is keyed of one activity, or of the association itself, whose id is empty.

    ``choices`` are the three choices that can never be changed once it is registered, while it is not.
    """

    id: str
    name: str
    groups: tuple[KeyingGroup, ...]
    choices: tuple[tuple[str, str], ...] = ()

    def group(self, key: str) -> KeyingGroup | None:
        """Return a group by its key; None when the form has no such for it."""
        return next((one for one in self.groups if one.key == key), None)


@dataclass(frozen=True, slots=True)
class KeyingSheet:
    """What is keyed for a year (inmatningsunderlag). ``counted`` are the months that the units have told of, if any."""

    year: Period
    counted: Period | None
    sections: tuple[KeyingSection, ...]
    problems: tuple[Problem, ...] = ()

    def section(self, activity: str) -> KeyingSection | None:
        """Return what is keyed of an activity, of the association for an empty id; None when there is no such."""
        return next((one for one in self.sections if one.id == activity), None)
