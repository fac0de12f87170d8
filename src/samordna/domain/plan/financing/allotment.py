"""What has been asked for, announced and decided for a year, and how did it come there?

An allotment (tilldelning) is what a paying group gives for a fiscal year. It is asked for, announced and decided, and
may be changed even then; each step stays in its history. The steps are a table.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import Final

from samordna.domain.plan.financing.problems import ALLOTMENT_NOT_IN_THAT_STATE, ALLOTMENT_OUT_OF_ORDER, NEGATIVE_AMOUNT
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Problem, Refused


class AllotmentState(Enum):
    """How sure an allotment is."""

    REQUESTED = "requested"
    PRELIMINARY = "preliminary"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"

    @property
    def in_words(self) -> str:
        """What a person calls it: ``äskad``."""
        return _STATES[self]


class AllotmentStep(Enum):
    """What can be done with it."""

    REQUEST_ANEW = "request anew"
    ANNOUNCE = "announce"
    DECIDE = "decide"
    CHANGE = "change"
    WITHDRAW = "withdraw"

    @property
    def in_words(self) -> str:
        """What a person calls it, of an allotment: ``meddelas preliminärt``."""
        return _STEPS[self]


TRANSITIONS: Final[Mapping[AllotmentState, Mapping[AllotmentStep, AllotmentState]]] = {
    AllotmentState.REQUESTED: {
        AllotmentStep.REQUEST_ANEW: AllotmentState.REQUESTED,
        AllotmentStep.ANNOUNCE: AllotmentState.PRELIMINARY,
        AllotmentStep.DECIDE: AllotmentState.DECIDED,
        AllotmentStep.WITHDRAW: AllotmentState.WITHDRAWN,
    },
    AllotmentState.PRELIMINARY: {
        AllotmentStep.ANNOUNCE: AllotmentState.PRELIMINARY,
        AllotmentStep.DECIDE: AllotmentState.DECIDED,
        AllotmentStep.WITHDRAW: AllotmentState.WITHDRAWN,
    },
    AllotmentState.DECIDED: {AllotmentStep.CHANGE: AllotmentState.DECIDED},
    AllotmentState.WITHDRAWN: {},
}
"""The life of it: from each state, what each step leads to. What is decided can only be decided otherwise."""

FIRST: Final[Mapping[AllotmentStep, AllotmentState]] = {
    AllotmentStep.REQUEST_ANEW: AllotmentState.REQUESTED,
    AllotmentStep.ANNOUNCE: AllotmentState.PRELIMINARY,
    AllotmentStep.DECIDE: AllotmentState.DECIDED,
}
"""How an allotment may begin: some are announced or decided without ever having been asked for."""

BY_SURENESS: Final = (AllotmentState.REQUESTED, AllotmentState.PRELIMINARY, AllotmentState.DECIDED)
"""The states that a plan can rest on, the least sure first."""

_STATES: Final = {
    AllotmentState.REQUESTED: swedish("äskad"),
    AllotmentState.PRELIMINARY: swedish("preliminär"),
    AllotmentState.DECIDED: swedish("beslutad"),
    AllotmentState.WITHDRAWN: swedish("återtagen"),
}
_STEPS: Final = {
    AllotmentStep.REQUEST_ANEW: swedish("äskas på nytt"),
    AllotmentStep.ANNOUNCE: swedish("meddelas preliminärt"),
    AllotmentStep.DECIDE: swedish("beslutas"),
    AllotmentStep.CHANGE: swedish("ändras"),
    AllotmentStep.WITHDRAW: swedish("tas tillbaka"),
}


@dataclass(frozen=True, slots=True)
class AllotmentEntry:
    """A line of an allotment's history: the amount, on which day it came to be so, and where that is written.

    ``day`` is None when the source does not say.
    """

    state: AllotmentState
    amount: Ore
    day: dt.date | None
    source: str


@dataclass(frozen=True, slots=True)
class Allotment:
    """What a paying group gives for a fiscal year, with its whole history, the first line first."""

    group: str
    year: Period
    history: tuple[AllotmentEntry, ...]

    @property
    def state(self) -> AllotmentState:
        """How far it has come."""
        return self.history[-1].state

    def at(self, state: AllotmentState) -> AllotmentEntry | None:
        """Return the amount a plan rests on in a state: the last line that is no surer, else the first there is.

        None for an allotment that is withdrawn.
        """
        if self.state is AllotmentState.WITHDRAWN:
            return None
        sure = BY_SURENESS.index(state)
        known = [entry for entry in self.history if BY_SURENESS.index(entry.state) <= sure]
        return known[-1] if known else self.history[0]


def after(allotment: Allotment, step: AllotmentStep, amount: Ore, day: dt.date | None, source: str) -> Allotment:
    """Return an allotment after a step; raises ``Refused`` for one that its state does not lead to."""
    possible = TRANSITIONS[allotment.state]
    if step not in possible:
        words = ", ".join(one.in_words for one in possible) or swedish("inget")
        told = {"state": allotment.state.in_words, "step": step.in_words, "possible": words}
        raise Refused([ALLOTMENT_NOT_IN_THAT_STATE.at(place_of(allotment), **told)])
    entry = AllotmentEntry(possible[step], amount, day, source)
    changed = replace(allotment, history=(*allotment.history, entry))
    if problems := tuple(history_problems(changed)):
        raise Refused(problems)
    return changed


def history_problems(allotment: Allotment) -> Iterator[Problem]:
    """Yield what is wrong with a history: a line that the one before does not lead to, an amount below zero."""
    for entry in allotment.history:
        if entry.amount < 0:
            yield NEGATIVE_AMOUNT.at(place_of(allotment), amount=whole_kronor(entry.amount))
    for before, entry in pairwise(allotment.history):
        earlier = before.day is not None and entry.day is not None and entry.day < before.day
        if earlier or entry.state not in TRANSITIONS[before.state].values():
            told = {"state": _with_day(entry), "before": _with_day(before)}
            yield ALLOTMENT_OUT_OF_ORDER.at(place_of(allotment), **told)


def _with_day(entry: AllotmentEntry) -> str:
    return f"{entry.state.in_words} {swedish_date(entry.day)}" if entry.day else entry.state.in_words


def place_of(allotment: Allotment) -> str:
    """Return where an allotment is, in words."""
    return swedish("tilldelningen {year}, {group}").format(year=allotment.year.start.year, group=allotment.group)
