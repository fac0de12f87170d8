"""What is an item of the checklist, what settles it, and does it hinder that the period is closed?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final, NamedTuple

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Severity


class CheckKind(Enum):
    """What an item looks at. The checklist stands in this order."""

    COVERED = "covered"
    BALANCED = "balanced"
    OPENING = "opening"
    CHANGED = "changed"
    UNPLACED_ACCOUNT = "unplaced-account"
    UNPLACED_COST_CENTRE = "unplaced-cost-centre"
    RECONCILED = "reconciled"
    SIDE = "side"
    OWED = "owed"
    ORDERED = "ordered"
    STATEMENT = "statement"

    @property
    def title(self) -> str:
        """What holds when there is nothing left to do of it."""
        return _RULES[self].title

    @property
    def settled_by(self) -> "Settling":
        """What settles such an item."""
        return _RULES[self].settled_by


class Settling(Enum):
    """What settles an item that is open."""

    MENDING = "mending"
    """Only that the thing itself is put right."""
    NOTE = "note"
    """That, or a note on the account."""
    WORD = "word"
    """That, or a person's word that it may stand as it is."""


class _Rule(NamedTuple):
    title: str
    settled_by: Settling
    hinders: bool


_RULES: Final[Mapping[CheckKind, _Rule]] = {
    CheckKind.COVERED: _Rule(swedish("Bokföringen omfattar hela perioden"), Settling.MENDING, hinders=True),
    CheckKind.BALANCED: _Rule(swedish("Debet är lika med kredit"), Settling.WORD, hinders=True),
    CheckKind.OPENING: _Rule(swedish("Året börjar där förra året slutade"), Settling.WORD, hinders=True),
    CheckKind.CHANGED: _Rule(swedish("Inget är ändrat i månader som var inlästa"), Settling.WORD, hinders=False),
    CheckKind.UNPLACED_ACCOUNT: _Rule(swedish("Alla konton har en rad"), Settling.MENDING, hinders=True),
    CheckKind.UNPLACED_COST_CENTRE: _Rule(swedish("Alla kostnadsställen har en rad"), Settling.WORD, hinders=True),
    CheckKind.RECONCILED: _Rule(swedish("Balanskonton är avstämda eller förklarade"), Settling.NOTE, hinders=True),
    CheckKind.SIDE: _Rule(swedish("Inget konto står på fel sida"), Settling.NOTE, hinders=True),
    CheckKind.OWED: _Rule(swedish("Det som är upparbetat är bokfört eller beställt"), Settling.WORD, hinders=True),
    CheckKind.ORDERED: _Rule(swedish("Bokningsordrar som skickats är bokförda"), Settling.WORD, hinders=False),
    CheckKind.STATEMENT: _Rule(swedish("Räkningarna har inga anmärkningar"), Settling.WORD, hinders=True),
}
"""Only what would freeze a broken form must be put right; all else a person may answer for."""


class CheckState(Enum):
    """Whether somebody has something to do."""

    DONE = "done"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ClosingCheck:
    """An item of the checklist.

    ``key`` is what it is known by from time to time, ``title`` what it looks at, ``problem`` what was found, None
    when nothing was. ``said`` is what a person said of it; of an open item that is what was said of an earlier balance.
    """

    key: str
    kind: CheckKind
    title: str
    state: CheckState
    problem: Problem | None = None
    said: str = ""

    @property
    def found(self) -> str:
        """What was found, a sentence; empty when nothing was."""
        return self.problem.found if self.problem else ""

    @property
    def remedy(self) -> str:
        """What to do about it; empty when nothing was found."""
        return self.problem.remedy if self.problem else ""

    @property
    def hinders(self) -> bool:
        """Tell whether the period cannot be closed while the item is as it is. What only informs never hinders."""
        warns = self.problem is not None and self.problem.severity is not Severity.INFORM
        return self.state is CheckState.OPEN and warns and _RULES[self.kind].hinders


def nothing_left(kind: CheckKind) -> ClosingCheck:
    """Return the item that says that there is nothing to do of a kind."""
    return ClosingCheck(kind.value, kind, kind.title, CheckState.DONE)


def hindering(checks: tuple[ClosingCheck, ...]) -> tuple[ClosingCheck, ...]:
    """Return the items that hinder closing, in order."""
    return tuple(check for check in checks if check.hinders)
