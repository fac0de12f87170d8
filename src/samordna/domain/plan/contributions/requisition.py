"""What is a requisition, and how does it go from planned to paid? The steps are a table."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from samordna.domain.plan.contributions.problems import NOT_IN_THAT_STATE, STEP_BEFORE_THE_LAST, WITHOUT_REASON
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Refused


class RequisitionState(Enum):
    """How far a requisition has come."""

    PLANNED = "planned"
    REQUESTED = "requested"
    INVOICED = "invoiced"
    PAID = "paid"
    CREDITED = "credited"
    WITHDRAWN = "withdrawn"

    @property
    def in_words(self) -> str:
        """What a person calls it: ``begärd``."""
        return _STATES[self]


class RequisitionStep(Enum):
    """What can be done with it."""

    REQUEST = "request"
    INVOICE = "invoice"
    PAY = "pay"
    CREDIT = "credit"
    WITHDRAW = "withdraw"

    @property
    def in_words(self) -> str:
        """What is done, as it follows *kan inte*: ``faktureras``."""
        return _STEPS[self]


TRANSITIONS: Final[Mapping[RequisitionState, Mapping[RequisitionStep, RequisitionState]]] = {
    RequisitionState.PLANNED: {RequisitionStep.REQUEST: RequisitionState.REQUESTED},
    RequisitionState.REQUESTED: {
        RequisitionStep.INVOICE: RequisitionState.INVOICED,
        RequisitionStep.PAY: RequisitionState.PAID,
        RequisitionStep.WITHDRAW: RequisitionState.WITHDRAWN,
    },
    RequisitionState.INVOICED: {
        RequisitionStep.PAY: RequisitionState.PAID,
        RequisitionStep.CREDIT: RequisitionState.CREDITED,
    },
    RequisitionState.PAID: {RequisitionStep.CREDIT: RequisitionState.CREDITED},
    RequisitionState.CREDITED: {},
    RequisitionState.WITHDRAWN: {},
}
"""The life of it: from each state, what each step leads to. What the ledger has of it is credited, not withdrawn."""

STANDING: Final = frozenset({RequisitionState.REQUESTED, RequisitionState.INVOICED, RequisitionState.PAID})
"""States in which the amount has been asked for."""
UNPAID: Final = frozenset({RequisitionState.REQUESTED, RequisitionState.INVOICED})
"""States in which it has been asked for and not been paid."""
WANTS_REASON: Final = frozenset({RequisitionStep.CREDIT, RequisitionStep.WITHDRAW})
"""Steps that are taken for a reason."""

_STATES: Final = {
    RequisitionState.PLANNED: swedish("planerad"),
    RequisitionState.REQUESTED: swedish("begärd"),
    RequisitionState.INVOICED: swedish("fakturerad"),
    RequisitionState.PAID: swedish("betald"),
    RequisitionState.CREDITED: swedish("krediterad"),
    RequisitionState.WITHDRAWN: swedish("återtagen"),
}
_STEPS: Final = {
    RequisitionStep.REQUEST: swedish("begäras"),
    RequisitionStep.INVOICE: swedish("faktureras"),
    RequisitionStep.PAY: swedish("betalas"),
    RequisitionStep.CREDIT: swedish("krediteras"),
    RequisitionStep.WITHDRAW: swedish("tas tillbaka"),
}


@dataclass(frozen=True, slots=True)
class RequisitionEntry:
    """A line of a requisition's history: the state it came to, on which day, and what was said of it."""

    state: RequisitionState
    day: dt.date
    told: str = ""


@dataclass(frozen=True, slots=True)
class Requisition:
    """What a payer is asked for (rekvisition) for some months of a fiscal year, due on a day.

    ``number`` is its own, 0 while it is only planned. ``payer`` is the payer's key, ``name`` what it was called when
    it was asked. ``source`` is what the amount rests on.
    """

    number: int
    payer: str
    name: str
    year: Period
    period: Period
    amount: Ore
    due: dt.date
    source: str = ""
    history: tuple[RequisitionEntry, ...] = ()

    @property
    def state(self) -> RequisitionState:
        """How far it has come."""
        return self.history[-1].state if self.history else RequisitionState.PLANNED

    @property
    def stands(self) -> bool:
        """Tell whether the amount has been asked for, and neither credited nor taken back."""
        return self.state in STANDING

    @property
    def title(self) -> str:
        """What a person calls it: ``Rekvisition 3``."""
        return swedish("Rekvisition {number}").format(number=self.number)

    def has_been(self, state: RequisitionState) -> bool:
        """Tell whether it stands and has come as far as a state."""
        return self.stands and any(entry.state is state for entry in self.history)


def steps_of(requisition: Requisition) -> tuple[RequisitionStep, ...]:
    """Return what can be done with it now."""
    return tuple(TRANSITIONS[requisition.state])


@dataclass(frozen=True, slots=True)
class RequisitionAct:
    """A step that is taken with a requisition: on which day, and why where that has to be said."""

    step: RequisitionStep
    day: dt.date
    why: str = ""


def after(requisition: Requisition, act: RequisitionAct) -> Requisition:
    """Return it after a step; raises ``Refused`` for a step that its state does not lead to or that lacks a reason.

    A day before that of the step before is refused too.
    """
    step, day, told = act.step, act.day, act.why
    state = TRANSITIONS[requisition.state].get(step)
    place = f"{requisition.title.lower()}, {requisition.name}"
    if state is None:
        possible = ", ".join(one.in_words for one in steps_of(requisition)) or swedish("inget")
        words = {"state": requisition.state.in_words, "step": step.in_words, "possible": possible}
        raise Refused([NOT_IN_THAT_STATE.at(place, **words)])
    if step in WANTS_REASON and not told.strip():
        raise Refused([WITHOUT_REASON.at(place, step=step.in_words)])
    latest = requisition.history[-1].day if requisition.history else day
    if day < latest:
        raise Refused([STEP_BEFORE_THE_LAST.at(place, day=swedish_date(day), before=swedish_date(latest))])
    return replace(requisition, history=(*requisition.history, RequisitionEntry(state, day, told.strip())))
