"""How does an agreement come to hold, change, and end? The steps are a table."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.values.language import swedish


class AgreementState(Enum):
    """How far an agreement has come."""

    DRAFT = "draft"
    SIGNED = "signed"
    NOTICED = "noticed"
    """Notice has been given: it does not run on after its last month."""
    ENDED = "ended"
    WITHDRAWN = "withdrawn"

    @property
    def in_words(self) -> str:
        """What a person calls it: ``undertecknat``."""
        return _STATES[self]


class AgreementStep(Enum):
    """What can be done with it."""

    CHANGE = "change"
    SIGN = "sign"
    AMEND = "amend"
    """A new version of what was signed."""
    GIVE_NOTICE = "give notice"
    TAKE_BACK_NOTICE = "take back notice"
    END = "end"
    WITHDRAW = "withdraw"

    @property
    def in_words(self) -> str:
        """What is done, as it follows *kan inte*: ``undertecknas``."""
        return _STEPS[self]


TRANSITIONS: Final[Mapping[AgreementState, Mapping[AgreementStep, AgreementState]]] = {
    AgreementState.DRAFT: {
        AgreementStep.CHANGE: AgreementState.DRAFT,
        AgreementStep.SIGN: AgreementState.SIGNED,
        AgreementStep.WITHDRAW: AgreementState.WITHDRAWN,
    },
    AgreementState.SIGNED: {
        AgreementStep.AMEND: AgreementState.SIGNED,
        AgreementStep.GIVE_NOTICE: AgreementState.NOTICED,
        AgreementStep.END: AgreementState.ENDED,
    },
    AgreementState.NOTICED: {
        AgreementStep.AMEND: AgreementState.NOTICED,
        AgreementStep.TAKE_BACK_NOTICE: AgreementState.SIGNED,
        AgreementStep.END: AgreementState.ENDED,
    },
    AgreementState.ENDED: {},
    AgreementState.WITHDRAWN: {},
}
"""The life of it: from each state, what each step leads to. What has been signed is never withdrawn: it ends."""

IN_FORCE: Final = frozenset({AgreementState.SIGNED, AgreementState.NOTICED, AgreementState.ENDED})
"""States whose sums count: what has ended counts for the years that it was for."""

CHANGING: Final = frozenset({AgreementStep.CHANGE, AgreementStep.AMEND})
"""Steps that come with other terms."""

_STATES: Final = {
    AgreementState.DRAFT: swedish("utkast"),
    AgreementState.SIGNED: swedish("undertecknat"),
    AgreementState.NOTICED: swedish("uppsagt"),
    AgreementState.ENDED: swedish("avslutat"),
    AgreementState.WITHDRAWN: swedish("återtaget"),
}
_STEPS: Final = {
    AgreementStep.CHANGE: swedish("ändras som utkast"),
    AgreementStep.SIGN: swedish("undertecknas"),
    AgreementStep.AMEND: swedish("ändras i en ny version"),
    AgreementStep.GIVE_NOTICE: swedish("sägas upp"),
    AgreementStep.TAKE_BACK_NOTICE: swedish("få sin uppsägning återtagen"),
    AgreementStep.END: swedish("avslutas"),
    AgreementStep.WITHDRAW: swedish("tas tillbaka"),
}


@dataclass(frozen=True, slots=True)
class AgreementAct:
    """A step that is taken: on which day, when that is known, and why or what it changes."""

    step: AgreementStep
    day: dt.date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class AgreementEntry:
    """A line of an agreement's history: the state it came to, the day it did, and what was done and why."""

    state: AgreementState
    day: dt.date | None = None
    told: str = ""
