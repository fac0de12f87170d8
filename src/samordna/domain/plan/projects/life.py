"""How far has a project come, from application to close, and by which steps?

The steps are a table, and every step stays in the history of the project with what was granted then.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import Final

from samordna.domain.plan.projects.problems import DECISION_BEFORE_APPLICATION, OUT_OF_ORDER
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Problem


class ProjectState(Enum):
    """Where a project is."""

    APPLIED = "applied"
    GRANTED = "granted"
    CHANGED = "changed"
    CLOSED = "closed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def in_words(self) -> str:
        """What a person calls it: ``beviljat``."""
        return _STATES[self]


class ProjectStep(Enum):
    """What can happen to it."""

    AMEND = "amend"
    GRANT = "grant"
    CHANGE = "change"
    CLOSE = "close"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"

    @property
    def in_words(self) -> str:
        """What a person does: ``beviljas``."""
        return _STEPS[self]


TRANSITIONS: Final[Mapping[ProjectState, Mapping[ProjectStep, ProjectState]]] = {
    ProjectState.APPLIED: {
        ProjectStep.AMEND: ProjectState.APPLIED,
        ProjectStep.GRANT: ProjectState.GRANTED,
        ProjectStep.REFUSE: ProjectState.REFUSED,
        ProjectStep.WITHDRAW: ProjectState.WITHDRAWN,
    },
    ProjectState.GRANTED: {ProjectStep.CHANGE: ProjectState.CHANGED, ProjectStep.CLOSE: ProjectState.CLOSED},
    ProjectState.CHANGED: {ProjectStep.CHANGE: ProjectState.CHANGED, ProjectStep.CLOSE: ProjectState.CLOSED},
    ProjectState.CLOSED: {},
    ProjectState.REFUSED: {},
    ProjectState.WITHDRAWN: {},
}
"""The life of it: from each state, what each step leads to. A changed decision can be changed again."""

RUNNING: Final = frozenset({ProjectState.GRANTED, ProjectState.CHANGED})
"""A grant holds, and can be claimed."""
WAS_GRANTED: Final = RUNNING | {ProjectState.CLOSED}
"""The association has, or had, a right to the grant."""
ENDED: Final = frozenset({ProjectStep.CLOSE, ProjectStep.REFUSE, ProjectStep.WITHDRAW})
"""The steps that tell of no new amount."""

_STATES: Final = {
    ProjectState.APPLIED: swedish("sökt"),
    ProjectState.GRANTED: swedish("beviljat"),
    ProjectState.CHANGED: swedish("beviljat, ändrat"),
    ProjectState.CLOSED: swedish("avslutat"),
    ProjectState.REFUSED: swedish("avslaget"),
    ProjectState.WITHDRAWN: swedish("återtaget"),
}
_STEPS: Final = {
    ProjectStep.AMEND: swedish("ändra ansökan"),
    ProjectStep.GRANT: swedish("bevilja"),
    ProjectStep.CHANGE: swedish("ändra beslutet"),
    ProjectStep.CLOSE: swedish("avsluta"),
    ProjectStep.REFUSE: swedish("avslå"),
    ProjectStep.WITHDRAW: swedish("ta tillbaka"),
}


@dataclass(frozen=True, slots=True)
class ProjectEntry:
    """A line of a project's history: the grant then, asked for or decided, and where that is written.

    ``share`` is the part of the eligible costs that the funder pays, None when only the amount is told. ``day`` is
    None when the source does not say.
    """

    state: ProjectState
    grant: Ore
    day: dt.date | None
    source: str
    share: Fraction | None = None


def history_problems(place: str, history: tuple[ProjectEntry, ...]) -> Iterator[Problem]:
    """Yield what is wrong with a history: a line that the one before does not lead to, or of a day before it."""
    if history and history[0].state is not ProjectState.APPLIED:
        yield OUT_OF_ORDER.at(place, state=history[0].state.in_words, before=swedish("inget"))
    for before, entry in pairwise(history):
        if entry.state not in TRANSITIONS[before.state].values():
            yield OUT_OF_ORDER.at(place, state=entry.state.in_words, before=before.state.in_words)
        elif before.day and entry.day and entry.day < before.day:
            told = {"day": swedish_date(entry.day), "before": swedish_date(before.day)}
            yield DECISION_BEFORE_APPLICATION.at(place, **told)
