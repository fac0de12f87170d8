"""What has been worked up and not booked, and what has become of it?

An amount is what the books lack: a cost is plus, an income that nobody has invoiced is minus. It is proposed, sent as a
booking order, and booked when a later ledger holds it; or withdrawn. The steps are a table.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from samordna.domain.plan.problems import NOT_IN_THAT_STATE
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused


class OwedState(Enum):
    """Where an amount that the books lack has come."""

    PROPOSED = "proposed"
    SENT = "sent"
    BOOKED = "booked"
    WITHDRAWN = "withdrawn"


class OwedStep(Enum):
    """What can be done with it."""

    SEND = "send"
    RECOGNISE = "recognise"
    WITHDRAW = "withdraw"


TRANSITIONS: Final[Mapping[OwedState, Mapping[OwedStep, OwedState]]] = {
    OwedState.PROPOSED: {
        OwedStep.SEND: OwedState.SENT,
        OwedStep.RECOGNISE: OwedState.BOOKED,
        OwedStep.WITHDRAW: OwedState.WITHDRAWN,
    },
    OwedState.SENT: {OwedStep.RECOGNISE: OwedState.BOOKED, OwedStep.WITHDRAW: OwedState.WITHDRAWN},
    OwedState.BOOKED: {},
    OwedState.WITHDRAWN: {},
}
"""The life of it: from each state, what each step leads to. What is booked or withdrawn stays so."""

OPEN: Final = frozenset({OwedState.PROPOSED, OwedState.SENT})
"""What the books still lack."""

_STATES: Final = {
    OwedState.PROPOSED: swedish("föreslagen"),
    OwedState.SENT: swedish("skickad"),
    OwedState.BOOKED: swedish("bokförd"),
    OwedState.WITHDRAWN: swedish("återtagen"),
}
_STEPS: Final = {
    OwedStep.SEND: swedish("skickas"),
    OwedStep.RECOGNISE: swedish("bokföras"),
    OwedStep.WITHDRAW: swedish("tas tillbaka"),
}


class OwedKind(Enum):
    """What the amount is."""

    AGREEMENT = "agreement"
    """An agreement's worked-up part that nobody has billed."""
    CONTRIBUTION = "contribution"
    """A party's contribution that has not been invoiced."""
    CLAIM = "claim"
    """What a project has a right to and has not been paid."""


CONTRIBUTIONS: Final = ""
"""Instead of a row: what is owed of the contributions belongs to none."""


@dataclass(frozen=True, slots=True)
class Owed:
    """An amount that the books lack at the end of ``period``, the months that it was worked up in.

    ``booked`` is what the row had booked over those months when it was found, ``how`` the sentence that says how it
    was found.
    """

    row: str
    kind: OwedKind
    period: Period
    amount: Ore
    how: str
    booked: Ore = 0
    state: OwedState = OwedState.PROPOSED

    @property
    def is_open(self) -> bool:
        """Tell whether the books still lack it."""
        return self.state in OPEN

    @property
    def state_in_words(self) -> str:
        """Where it has come, in Swedish."""
        return _STATES[self.state]


def steps_of(owed: Owed) -> tuple[OwedStep, ...]:
    """Return what can be done with it now."""
    return tuple(TRANSITIONS[owed.state])


def after(owed: Owed, step: OwedStep) -> Owed:
    """Return it after a step; raises ``Refused`` for a step that its state does not lead to."""
    state = TRANSITIONS[owed.state].get(step)
    if state is None:
        possible = ", ".join(_STEPS[one] for one in steps_of(owed)) or swedish("inget")
        place = f"{owed.row} {owed.period.in_words}".strip()
        told = {"state": owed.state_in_words, "step": _STEPS[step], "possible": possible}
        raise Refused([NOT_IN_THAT_STATE.at(place, **told)])
    return replace(owed, state=state)


def open_at(owed: Iterable[Owed], period: Period) -> Iterator[Owed]:
    """Yield what the books lack at the end of ``period``: of each row and kind the latest found by then, while open.

    What was found later in the year, or in another year, is no matter for the months asked for.
    """
    latest: dict[tuple[str, OwedKind], list[Owed]] = {}
    for one in owed:
        if not _of_the_same(one.period, period):
            continue
        held = latest.setdefault((one.row, one.kind), [])
        if held and held[0].period.last < one.period.last:
            held.clear()
        if not held or held[0].period.last == one.period.last:
            held.append(one)
    for found in latest.values():
        yield from (one for one in found if one.is_open)


def _of_the_same(found: Period, asked: Period) -> bool:
    return asked.first <= found.first and found.last <= asked.last


def besides(stored: Iterable[Owed], fresh: Iterable[Owed]) -> tuple[Owed, ...]:
    """Return what somebody has dealt with, and of what is found anew that which nobody has.

    What is found again is left out while it is proposed or sent, and when it was withdrawn at the same amount.
    """
    dealt_with = tuple(stored)
    return (*dealt_with, *(one for one in fresh if not any(_answers(held, one) for held in dealt_with)))


def _answers(held: Owed, found: Owed) -> bool:
    if (held.row, held.kind, held.period) != (found.row, found.kind, found.period):
        return False
    return held.is_open or (held.state is OwedState.WITHDRAWN and held.amount == found.amount)
