"""What has been claimed of a project's grant, and what has become of each claim?"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from samordna.domain.plan.projects.problems import CLAIM_NOT_IN_THAT_STATE
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused


class ClaimState(Enum):
    """Where a claim is."""

    CLAIMED = "claimed"
    APPROVED = "approved"
    PAID = "paid"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _STATES[self]


class ClaimStep(Enum):
    """What can happen to it."""

    APPROVE = "approve"
    PAY = "pay"
    REJECT = "reject"
    WITHDRAW = "withdraw"

    @property
    def in_words(self) -> str:
        """What a person does."""
        return _STEPS[self]


TRANSITIONS: Final[Mapping[ClaimState, Mapping[ClaimStep, ClaimState]]] = {
    ClaimState.CLAIMED: {
        ClaimStep.APPROVE: ClaimState.APPROVED,
        ClaimStep.REJECT: ClaimState.REJECTED,
        ClaimStep.WITHDRAW: ClaimState.WITHDRAWN,
    },
    ClaimState.APPROVED: {ClaimStep.PAY: ClaimState.PAID},
    ClaimState.PAID: {},
    ClaimState.REJECTED: {},
    ClaimState.WITHDRAWN: {},
}
"""The life of it: from each state, what each step leads to."""

STANDING: Final = frozenset({ClaimState.CLAIMED, ClaimState.APPROVED, ClaimState.PAID})
"""The claims that count against the grant."""

_STATES: Final = {
    ClaimState.CLAIMED: swedish("sökt"),
    ClaimState.APPROVED: swedish("godkänd"),
    ClaimState.PAID: swedish("utbetald"),
    ClaimState.REJECTED: swedish("avslagen"),
    ClaimState.WITHDRAWN: swedish("återtagen"),
}
_STEPS: Final = {
    ClaimStep.APPROVE: swedish("godkänn"),
    ClaimStep.PAY: swedish("betala ut"),
    ClaimStep.REJECT: swedish("avslå"),
    ClaimStep.WITHDRAW: swedish("ta tillbaka"),
}


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A line of a claim's history: the amount then, on which day, and where that is written."""

    state: ClaimState
    amount: Ore
    day: dt.date
    source: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim (ansökan om utbetalning) by its number in the project: of which months, which costs, which amount.

    The costs are what the funder is told of, plus: actual ones, those by flat rate, and participants' time. The amount
    is in the history, as claimed first.
    """

    project: str
    number: int
    period: Period
    actual: Ore
    flat_rate: Ore
    time: Ore
    history: tuple[ClaimEntry, ...]

    @property
    def state(self) -> ClaimState:
        """How far it has come."""
        return self.history[-1].state

    @property
    def stands(self) -> bool:
        """Tell whether it counts against the grant."""
        return self.state in STANDING

    @property
    def costs(self) -> Ore:
        """All that the funder is told of."""
        return self.actual + self.flat_rate + self.time

    @property
    def claimed(self) -> Ore:
        """What was asked for."""
        return self.history[0].amount

    @property
    def worth(self) -> Ore:
        """What the association has a right to by it: as approved, as claimed before that, nothing when it fell."""
        if not self.stands:
            return 0
        return self.approved.amount if self.approved else self.claimed

    @property
    def approved(self) -> ClaimEntry | None:
        """The line that approved it."""
        return self._line(ClaimState.APPROVED)

    @property
    def paid(self) -> ClaimEntry | None:
        """The line that paid it."""
        return self._line(ClaimState.PAID)

    def _line(self, state: ClaimState) -> ClaimEntry | None:
        return next((one for one in self.history if one.state is state), None)


def claim_steps(claim: Claim) -> tuple[ClaimStep, ...]:
    """Return what can happen to it now."""
    return tuple(TRANSITIONS[claim.state])


def after_step(claim: Claim, step: ClaimStep, amount: Ore, day: dt.date, source: str) -> Claim:
    """Return a claim after a step; raises ``Refused`` for one that its state does not lead to."""
    state = TRANSITIONS[claim.state].get(step)
    if state is None:
        possible = ", ".join(one.in_words for one in claim_steps(claim)) or swedish("inget")
        told = {"state": claim.state.in_words, "step": step.in_words, "possible": possible}
        raise Refused([CLAIM_NOT_IN_THAT_STATE.at(claim_in_words(claim), **told)])
    return replace(claim, history=(*claim.history, ClaimEntry(state, amount, day, source)))


def claim_in_words(claim: Claim) -> str:
    """Return ``ansökan 2, maj–augusti 2024``."""
    return swedish("ansökan {number}, {period}").format(number=claim.number, period=claim.period.in_words)


def counted(claims: Iterable[Claim]) -> Ore:
    """Return what the claims that stand take of the grant."""
    return sum(claim.worth for claim in claims)


def of_project(claims: Iterable[Claim], project: str) -> tuple[Claim, ...]:
    """Return the claims of a project, by number."""
    return tuple(sorted((one for one in claims if one.project == project), key=lambda one: one.number))
