"""How far has a unit's answer come: sent in, sent back with questions, accepted, locked, corrected?"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from samordna.domain.participation import problems as of_counts
from samordna.domain.participation.asked import Asked
from samordna.domain.participation.collecting import problems as kinds
from samordna.domain.participation.counts_report import LONGEST_TEXT, CountsReport, Place
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Problem, Refused
from samordna.domain.values.typed_number import carries_typed_number


class SubmissionState(Enum):
    """Where an answer is."""

    ASKED = "asked"
    SENT_IN = "sent_in"
    SENT_BACK = "sent_back"
    ACCEPTED = "accepted"
    LOCKED = "locked"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _STATES[self]


class SubmissionStep(Enum):
    """What can be done with it."""

    SEND_IN = "send_in"
    SEND_BACK = "send_back"
    ACCEPT = "accept"
    LOCK = "lock"
    CORRECT = "correct"

    @property
    def in_words(self) -> str:
        """What a person does."""
        return _STEPS[self]


TRANSITIONS: Final[Mapping[SubmissionState, Mapping[SubmissionStep, SubmissionState]]] = {
    SubmissionState.ASKED: {SubmissionStep.SEND_IN: SubmissionState.SENT_IN},
    SubmissionState.SENT_IN: {
        SubmissionStep.SEND_IN: SubmissionState.SENT_IN,
        SubmissionStep.SEND_BACK: SubmissionState.SENT_BACK,
        SubmissionStep.ACCEPT: SubmissionState.ACCEPTED,
    },
    SubmissionState.SENT_BACK: {SubmissionStep.SEND_IN: SubmissionState.SENT_IN},
    SubmissionState.ACCEPTED: {
        SubmissionStep.LOCK: SubmissionState.LOCKED,
        SubmissionStep.SEND_BACK: SubmissionState.SENT_BACK,
        SubmissionStep.CORRECT: SubmissionState.SENT_IN,
    },
    SubmissionState.LOCKED: {
        SubmissionStep.SEND_BACK: SubmissionState.SENT_BACK,
        SubmissionStep.CORRECT: SubmissionState.SENT_IN,
    },
}
"""The life of it: from each state, what each step leads to. A locked one is opened with a reason."""

OPEN_TO_UNIT: Final = frozenset({SubmissionState.ASKED, SubmissionState.SENT_IN, SubmissionState.SENT_BACK})
"""When the unit itself may still write."""

_STATES: Final = {
    SubmissionState.ASKED: swedish("inte lämnade"),
    SubmissionState.SENT_IN: swedish("inlämnade"),
    SubmissionState.SENT_BACK: swedish("tillbakaskickade"),
    SubmissionState.ACCEPTED: swedish("godtagna"),
    SubmissionState.LOCKED: swedish("låsta"),
}
_STEPS: Final = {
    SubmissionStep.SEND_IN: swedish("lämna in"),
    SubmissionStep.SEND_BACK: swedish("skicka tillbaka"),
    SubmissionStep.ACCEPT: swedish("godta"),
    SubmissionStep.LOCK: swedish("låsa"),
    SubmissionStep.CORRECT: swedish("rätta"),
}


@dataclass(frozen=True, slots=True)
class CellQuestion:
    """What the office asks of a cell; without a ``place``, of the counts as a whole."""

    text: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class SubmissionEntry:
    """A line of an answer's history: what was done, which day, by whom, and what was said (skäl, svar).

    ``arrived`` is the day it came to the office when that was earlier than the day it was entered: on paper, by mail.
    """

    step: SubmissionStep
    day: dt.date
    by: str
    told: str = ""
    arrived: dt.date | None = None

    @property
    def came(self) -> dt.date:
        """The day it is judged by."""
        return self.arrived or self.day


@dataclass(frozen=True)
class Submission:
    """The answer of a unit for an activity and a period (lämnade siffror), as it stands.

    ``report`` is the latest that was handed in, ``standing`` the latest that was accepted: what statistics are made of.
    ``questions`` are those that are not answered yet.
    """

    state: SubmissionState
    report: CountsReport
    standing: CountsReport | None = None
    questions: tuple[CellQuestion, ...] = ()
    history: tuple[SubmissionEntry, ...] = ()

    @property
    def first_sent_in(self) -> dt.date:
        """The day it was first handed in, or came to the office."""
        return self.history[0].came

    @property
    def is_correction(self) -> bool:
        """Tell whether what is handed in differs from what statistics are made of."""
        return self.standing is not None and self.standing != self.report


def arrival_problems(entry: SubmissionEntry, period: Period, place: str) -> Iterator[Problem]:
    """Yield whether the day that something is said to have come can be right: the months over, the day not ahead."""
    if entry.arrived is None:
        return
    told = {"day": swedish_date(entry.arrived), "end": swedish_date(period.end)}
    if entry.arrived > entry.day:
        yield kinds.ARRIVED_AHEAD.at(place, **told)
    elif entry.arrived < period.end:
        yield kinds.ARRIVED_TOO_EARLY.at(place, **told)


def steps_from(state: SubmissionState) -> tuple[SubmissionStep, ...]:
    """Return what can be done with an answer in a state."""
    return tuple(TRANSITIONS[state])


def sent_in(before: Submission | None, report: CountsReport, entry: SubmissionEntry, place: str) -> Submission:
    """Return an answer after a report of the unit, or a correction when one was accepted already.

    Raises ``Refused`` when its state does not lead there, and for a correction without a reason.
    """
    state = _after(before.state if before else SubmissionState.ASKED, entry.step, place)
    if entry.step is SubmissionStep.CORRECT and not entry.told.strip():
        raise Refused([kinds.REASON_NEEDED.at(place)])
    history = (*(before.history if before else ()), entry)
    return Submission(state, report, before.standing if before else None, (), history)


def sent_back(
    before: Submission, questions: tuple[CellQuestion, ...], entry: SubmissionEntry, asked: Asked
) -> Submission:
    """Return an answer that the unit is to look at again.

    Raises ``Refused`` without any question, for one at a cell that was not asked, and for a text that points at a
    person.
    """
    place = asked.unit.name
    state = _after(before.state, SubmissionStep.SEND_BACK, place)
    found = tuple(_question_problems(questions, asked))
    if found:
        raise Refused(found)
    return replace(before, state=state, questions=questions, history=(*before.history, entry))


def accepted(before: Submission, entry: SubmissionEntry, place: str) -> Submission:
    """Return an answer that statistics are made of from now on. Raises ``Refused`` when it is not waiting for that."""
    state = _after(before.state, SubmissionStep.ACCEPT, place)
    return replace(before, state=state, standing=before.report, questions=(), history=(*before.history, entry))


def locked(before: Submission, entry: SubmissionEntry, place: str) -> Submission:
    """Return an answer that nobody changes without a reason. Raises ``Refused`` for one that is not accepted."""
    state = _after(before.state, SubmissionStep.LOCK, place)
    return replace(before, state=state, history=(*before.history, entry))


def _after(state: SubmissionState, step: SubmissionStep, place: str) -> SubmissionState:
    if step not in TRANSITIONS[state]:
        raise Refused([kinds.STEP_NOT_POSSIBLE.at(place, state=state.in_words, step=step.in_words)])
    return TRANSITIONS[state][step]


def _question_problems(questions: tuple[CellQuestion, ...], asked: Asked) -> list[Problem]:
    if not questions:
        return [kinds.QUESTION_NEEDED.at(asked.unit.name)]
    places = {place for table in asked.count_tables for place in asked.places(table)}
    found = []
    for one in questions:
        where = asked.called(one.place) if one.place else asked.unit.name
        if one.place and (one.place.table not in asked.tables or one.place not in places | _totals(places)):
            found.append(kinds.QUESTION_NOWHERE.at(where))
        if not one.text.strip():
            found.append(kinds.QUESTION_EMPTY.at(where))
        if len(one.text) > LONGEST_TEXT:
            found.append(kinds.TEXT_TOO_LONG.at(where, most=LONGEST_TEXT))
        if carries_typed_number(one.text):
            found.append(of_counts.IDENTITY_NUMBER.at(where))
    return found


def _totals(places: set[Place]) -> set[Place]:
    return {Place(one.table, one.codes) for one in places}
