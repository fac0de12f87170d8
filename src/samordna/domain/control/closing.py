"""What is the life of a period: open, preliminary, closed, and which step can be taken now?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from samordna.domain.control.checks import ClosingCheck, hindering
from samordna.domain.control.problems import LEFT_TO_DO, NO_REASON_TO_REOPEN, PERIOD_NOT_IN_THAT_STATE
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused

_NAMED: Final = 3
"""How many items are named when some are left; the rest are counted."""


class PeriodState(Enum):
    """How far a period has come."""

    OPEN = "open"
    PRELIMINARY = "preliminary"
    """Its figures may be shown, and may change."""
    CLOSED = "closed"
    """Its figures are those of one import, which it is pinned to."""

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _STATES[self]


class PeriodStep(Enum):
    """What can be done with a period."""

    PREPARE = "prepare"
    CLOSE = "close"
    REOPEN = "reopen"

    @property
    def in_words(self) -> str:
        """What a person calls it: ``stängas``."""
        return _STEPS[self]


TRANSITIONS: Final[Mapping[PeriodState, Mapping[PeriodStep, PeriodState]]] = {
    PeriodState.OPEN: {PeriodStep.PREPARE: PeriodState.PRELIMINARY},
    PeriodState.PRELIMINARY: {PeriodStep.CLOSE: PeriodState.CLOSED},
    PeriodState.CLOSED: {PeriodStep.REOPEN: PeriodState.PRELIMINARY},
}
"""The life of it: from each state, what each step leads to."""

_STATES: Final[Mapping[PeriodState, str]] = {
    PeriodState.OPEN: swedish("öppen"),
    PeriodState.PRELIMINARY: swedish("preliminär"),
    PeriodState.CLOSED: swedish("stängd"),
}
_STEPS: Final[Mapping[PeriodStep, str]] = {
    PeriodStep.PREPARE: swedish("göras preliminär"),
    PeriodStep.CLOSE: swedish("stängas"),
    PeriodStep.REOPEN: swedish("öppnas igen"),
}


@dataclass(frozen=True, slots=True)
class Closing:
    """A period and how far it has come.

    ``version`` is the import that its figures were taken from when it came there, None while it is open; ``checked``
    the checklist as it was then; ``reason`` why it was opened again.
    """

    period: Period
    state: PeriodState = PeriodState.OPEN
    version: int | None = None
    checked: tuple[ClosingCheck, ...] = ()
    reason: str = ""

    @property
    def pinned(self) -> int | None:
        """The import that the period is pinned to, None unless it is closed."""
        return self.version if self.state is PeriodState.CLOSED else None


def steps_of(state: PeriodState, checks: tuple[ClosingCheck, ...]) -> tuple[PeriodStep, ...]:
    """Return what can be done now: a period is closed when nothing hinders it, and may be preliminary before."""
    hindered = bool(hindering(checks))
    return tuple(step for step in TRANSITIONS[state] if not (step is PeriodStep.CLOSE and hindered))


def after(
    closing: Closing, step: PeriodStep, checks: tuple[ClosingCheck, ...], version: int, *, reason: str = ""
) -> Closing:
    """Return a period after a step; ``checks`` is its checklist as it is now, ``version`` the import that holds.

    Opened again it keeps the import that it was closed on. Raises ``Refused`` for a step that its state does not lead
    to, when something hinders it, and when it is to be opened again without a reason.
    """
    state = TRANSITIONS[closing.state].get(step)
    place = closing.period.in_words
    if state is None:
        possible = ", ".join(one.in_words for one in steps_of(closing.state, checks)) or swedish("inget")
        told = {"state": closing.state.in_words, "step": step.in_words, "possible": possible}
        raise Refused([PERIOD_NOT_IN_THAT_STATE.at(place, **told)])
    if step is PeriodStep.REOPEN:
        if not reason.strip():
            raise Refused([NO_REASON_TO_REOPEN.at(place)])
        return replace(closing, state=state, reason=reason.strip())
    if step not in steps_of(closing.state, checks):
        raise Refused([LEFT_TO_DO.at(place, left=_left(hindering(checks)))])
    return Closing(closing.period, state, version, checks)


def _left(checks: tuple[ClosingCheck, ...]) -> str:
    """Return what is left in short: the first items by name, and how many more."""
    named = ", ".join(check.title for check in checks[:_NAMED])
    more = len(checks) - _NAMED
    return swedish("{named} och {count} till").format(named=named, count=more) if more > 0 else named
