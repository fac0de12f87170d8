"""What has been worked up and not booked, and what has become of it?

An amount is what the books lack: a cost is plus, an income that nobody has invoiced is minus. It is proposed, sent as a
booking order, and booked when a later ledger holds it; or withdrawn. The steps are a table.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from samordna.domain.plan.problems import NOT_IN_THAT_STATE
from samordna.domain.values.kronor import whole_kr
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

    ``booked`` is what the row has over those months before anything of this comes: what it had when this was found,
    and what was waited for already. So what is booked settles the oldest first. ``how`` is the sentence that says how
    it was found, ``order`` the number of the booking order that it is in, 0 for none, ``nth`` which of its row's claims
    it is. ``arrived`` is how much of the amount the books have by now, with its sign; what people said has none.
    ``found``: a claim that nobody entered, made anew from what projects have earned.
    """

    row: str
    kind: OwedKind
    period: Period
    amount: Ore
    how: str
    booked: Ore = 0
    state: OwedState = OwedState.PROPOSED
    order: int = 0
    nth: int = 0
    arrived: Ore = 0
    found: bool = False

    @property
    def rest(self) -> Ore:
        """What the books still lack of the amount."""
        return self.amount - self.arrived

    @property
    def remaining(self) -> "Owed":
        """The rest as an amount of its own."""
        return replace(self, amount=self.rest, booked=self.booked + self.arrived, arrived=0)

    @property
    def is_cost(self) -> bool:
        """Tell whether it is a cost; else it is an income."""
        return self.kind is OwedKind.AGREEMENT

    @property
    def was_entered(self) -> bool:
        """Tell whether it is a claim that somebody entered; all else is found anew each time."""
        return self.kind is OwedKind.CLAIM and not self.found

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
    """Yield what the books lack at the end of ``period``: what waits in orders, each claim, and what was found besides.

    Of what was found of a row and kind and nobody ordered the latest counts, while it is open. What was found later in
    the year, or in another year, is no matter for the months asked for.
    """
    told = [one for one in owed if period.covers(one.period)]
    latest: dict[tuple[str, OwedKind], int] = {}
    for one in told:
        if not _stands_alone(one):
            latest[one.row, one.kind] = max(one.period.last, latest.get((one.row, one.kind), 0))
    for one in told:
        if one.is_open and (_stands_alone(one) or one.period.last == latest[one.row, one.kind]):
            yield one


def _stands_alone(owed: Owed) -> bool:
    """Tell whether it is an amount besides others, and not all that was found of its row by then."""
    return bool(owed.order) or owed.was_entered


def waiting_before(found: Owed, owed: Iterable[Owed]) -> Ore:
    """Return what is waited for already of the same row and kind, within the months of what is found now."""
    return sum(one.rest for one in owed if one.is_open and _alike(one, found) and found.period.covers(one.period))


def waiting_behind(one: Owed, owed: Iterable[Owed]) -> Iterator[Owed]:
    """Yield what waits of the same row and kind and is settled after ``one``, whose months it holds too."""
    for other in owed:
        if other.is_open and _alike(other, one) and other.period.covers(one.period) and _age(other) > _age(one):
            yield other


def _alike(one: Owed, other: Owed) -> bool:
    return (one.row, one.kind) == (other.row, other.kind)


def _age(owed: Owed) -> tuple[int, int, int]:
    return owed.period.last, owed.nth, owed.order


def ordered_later(found: Owed, owed: Iterable[Owed]) -> int:
    """Return the number of the order that holds what is found of some months together with later ones, 0 for none."""
    wider = (one for one in owed if one.is_open and _alike(one, found) and one.period != found.period)
    return max((one.order for one in wider if one.period.covers(found.period)), default=0)


def besides(stored: Iterable[Owed], fresh: Iterable[Owed], *, least: Ore = 1) -> tuple[Owed, ...]:
    """Return what somebody has dealt with, and of what is found anew that which nobody has, ``least`` and more.

    What is found is less by what is waited for already. It is left out when it was said not to be lacking, at the same
    amount; what an order was taken back for is found again.
    """
    dealt_with = tuple(stored)
    left = (_less(one, waiting_before(one, dealt_with)) for one in fresh)
    return (*dealt_with, *(one for one in left if _is_new(one, dealt_with, least)))


def _less(found: Owed, waiting: Ore) -> Owed:
    if not waiting:
        return found
    told = swedish("Av det väntar {waiting} redan på att bokas.").format(waiting=whole_kr(abs(waiting)))
    how = f"{found.how} {told}".strip()
    return replace(found, amount=found.amount - waiting, booked=found.booked + waiting, how=how)


def _is_new(left: Owed, dealt_with: Iterable[Owed], least: Ore) -> bool:
    lacking = left.amount if left.is_cost else -left.amount
    return lacking >= least and not any(_not_lacking(held, left) for held in dealt_with)


def _not_lacking(held: Owed, found: Owed) -> bool:
    said = held.state is OwedState.WITHDRAWN and not held.order
    return said and _alike(held, found) and (held.period, held.amount) == (found.period, found.amount)
