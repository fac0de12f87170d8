"""How does an activity plan become adopted, and how can it be changed afterwards?

A plan is a draft until it is adopted. What was adopted never changes: who needs it otherwise begins a new version,
which is a draft again, and the adopted ones stay.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from samordna.domain.plan.activity_plan.problems import ALREADY_ADOPTED, NOT_ADOPTED
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Refused


class PlanState(Enum):
    """How far a plan has come."""

    DRAFT = "draft"
    ADOPTED = "adopted"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _STATES[self]


class PlanStep(Enum):
    """What can be done with it."""

    ADOPT = "adopt"
    REVISE = "revise"


_STATES: Final = {PlanState.DRAFT: swedish("utkast"), PlanState.ADOPTED: swedish("antagen")}
TRANSITIONS: Final[Mapping[PlanState, Mapping[PlanStep, PlanState]]] = {
    PlanState.DRAFT: {PlanStep.ADOPT: PlanState.ADOPTED},
    PlanState.ADOPTED: {PlanStep.REVISE: PlanState.DRAFT},
}
"""The life of a plan: from each state, what each step leads to."""


@dataclass(frozen=True, slots=True)
class Adoption:
    """That a plan was adopted: the paragraph, the day, which money it rests on, and ``line`` of what was said then.

    ``line`` is the last line of the plan's journal when it was adopted: the whole plan as it was.
    """

    reference: str
    day: dt.date
    rests_on: AllotmentState
    line: int

    @property
    def in_words(self) -> str:
        """Return ``§ 56, 16 november 2021``."""
        return f"{self.reference}, {swedish_date(self.day)}"


@dataclass(frozen=True, slots=True)
class PlanLife:
    """The versions of a year's plan that were adopted; ``revising`` is the reason why another is being made."""

    adoptions: tuple[Adoption, ...] = ()
    revising: str = ""

    @property
    def state(self) -> PlanState:
        """How far the latest version has come."""
        return PlanState.ADOPTED if self.adoptions and not self.revising else PlanState.DRAFT

    @property
    def version(self) -> int:
        """The number of the latest version, 1 for the first."""
        return len(self.adoptions) + (self.state is PlanState.DRAFT)

    @property
    def latest(self) -> Adoption | None:
        """The latest that was adopted; None when none was."""
        return self.adoptions[-1] if self.adoptions else None

    def adopted(self, adoption: Adoption, place: str) -> "PlanLife":
        """Return the life once a draft is adopted. Raises ``Refused`` when it is adopted already."""
        if PlanStep.ADOPT not in TRANSITIONS[self.state] and self.latest:
            raise Refused([ALREADY_ADOPTED.at(place, decision=self.latest.in_words)])
        return PlanLife((*self.adoptions, adoption))

    def revised(self, reason: str, place: str) -> "PlanLife":
        """Return the life once a new version is begun. Raises ``Refused`` while there is a draft already."""
        if PlanStep.REVISE not in TRANSITIONS[self.state]:
            raise Refused([NOT_ADOPTED.at(place)])
        return replace(self, revising=reason)


NOT_YET: Final = PlanLife()
"""The life of a plan that nobody has adopted."""
