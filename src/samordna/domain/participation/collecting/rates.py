"""How many of those who were asked have told their counts, and how many in time?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.collecting.submission import Submission, SubmissionState


@dataclass(frozen=True, slots=True)
class Awaited:
    """A line of the calendar and what has come of it; None when nothing has."""

    asked: CountsAsked
    submission: Submission | None = None

    @property
    def state(self) -> SubmissionState:
        """How far it has come."""
        return self.submission.state if self.submission else SubmissionState.ASKED

    @property
    def in_time(self) -> bool:
        """Tell whether it was first handed in by its day."""
        return self.submission is not None and self.submission.first_sent_in <= self.asked.due

    def is_late(self, today: dt.date) -> bool:
        """Tell whether its day has passed without anything handed in."""
        return self.submission is None and self.asked.due < today


@dataclass(frozen=True, slots=True)
class Rates:
    """How many were asked, how many of them have handed in (lämningsgrad), and how many in time."""

    asked: int
    received: int
    in_time: int

    @property
    def received_share(self) -> Fraction | None:
        """Which part has handed in; None when nobody was asked."""
        return Fraction(self.received, self.asked) if self.asked else None

    @property
    def in_time_share(self) -> Fraction | None:
        """Which part did so in time."""
        return Fraction(self.in_time, self.asked) if self.asked else None


def rates_of(awaited: Iterable[Awaited]) -> Rates:
    """Return the rates of some lines of the calendar."""
    lines = tuple(awaited)
    return Rates(len(lines), sum(one.submission is not None for one in lines), sum(one.in_time for one in lines))


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the lines of some months have come: how many are where, and how many questions wait for an answer.

    ``missing`` are not handed in, ``late`` those of them whose day has passed; ``to_read`` wait for the office.
    """

    missing: int
    late: int
    to_read: int
    sent_back: int
    done: int
    questions: int


def tally_of(awaited: Iterable[Awaited], today: dt.date) -> Tally:
    """Return how far some lines of the calendar have come."""
    lines = tuple(awaited)
    states = [one.state for one in lines]
    return Tally(
        states.count(SubmissionState.ASKED),
        sum(one.is_late(today) for one in lines),
        states.count(SubmissionState.SENT_IN),
        states.count(SubmissionState.SENT_BACK),
        states.count(SubmissionState.ACCEPTED) + states.count(SubmissionState.LOCKED),
        sum(len(one.submission.questions) for one in lines if one.submission),
    )
