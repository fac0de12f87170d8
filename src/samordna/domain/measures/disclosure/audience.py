"""How small a count may be for whom?"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.values.language import swedish


class Audience(Enum):
    """Who is to read the counts."""

    INSIDE = "inside"
    """Those of the association who need them in their work."""
    OWNERS = "owners"
    """The members of the association."""
    PUBLIC = "public"
    """Anybody."""

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _AUDIENCES[self]


_AUDIENCES: Final = {
    Audience.INSIDE: swedish("inom förbundet"),
    Audience.OWNERS: swedish("till ägarna"),
    Audience.PUBLIC: swedish("offentligt"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """The least counts that are shown, from a day on, with where that is written.

    ``least`` holds for any count, ``least_sensitive`` for one of a sensitive variable, of which nobody is not shown
    either. ``least_base`` is how many there have to be for a percentage of them.
    """

    least: int
    least_sensitive: int
    least_base: int
    since: dt.date
    source: str

    def threshold(self, *, sensitive: bool) -> int:
        """Return the least count that is shown."""
        return self.least_sensitive if sensitive else self.least


_SINCE: Final = dt.date(2024, 1, 1)
_EVERYTHING: Final = Rule(0, 0, 20, _SINCE, swedish("förbundets eget arbete"))
_GUARDED: Final = Rule(5, 10, 20, _SINCE, swedish("förbundets regel för röjandekontroll"))

_RULES: Final[Mapping[Audience, Rule]] = {
    Audience.INSIDE: _EVERYTHING,
    Audience.OWNERS: _GUARDED,
    Audience.PUBLIC: _GUARDED,
}


def rule_of(audience: Audience) -> Rule:
    """Return the rule that holds for an audience until the association decides otherwise."""
    return _RULES[audience]
