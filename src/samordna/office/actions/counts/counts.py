"""How does a unit's answer come in, go back, and become what statistics are made of?"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.participation.asked import Asked, where_in_words
from samordna.domain.participation.checks import report_problems
from samordna.domain.participation.collecting import problems as collecting
from samordna.domain.participation.collecting import submission as life
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.collecting.submission import (
    CellQuestion,
    Submission,
    SubmissionEntry,
    SubmissionState,
    SubmissionStep,
)
from samordna.domain.participation.counts_report import CountsReport
from samordna.domain.participation.held_against import earlier_problems, second_report_problems
from samordna.domain.participation.stated import StatedTotal
from samordna.domain.values.identity_number import mask
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.counts.counts_problems import SAVED_MEANWHILE
from samordna.office.actions.counts.counts_things import stated_total, the_submission
from samordna.office.actions.doing import doing
from samordna.office.actions.plan.plan_saying import must_hold, refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_texts import said_problems
from samordna.office.questions.counts.counts import CountsHeld, counts_held
from samordna.office.store.counts_draft_rows import draft_of, forget_draft, keep_draft
from samordna.office.store.writing import alone


def save_counts(report: CountsReport, *, by: Actor, turn: int = 0) -> int:
    """Keep what a unit has filled in so far, and return the turn it was saved in.

    ``turn`` is the one that the form was made from, 0 for none. Raises ``Refused`` when somebody else has saved since,
    when a text points at a person, and when the unit may not write any more.
    """
    with doing(Deed.SAVE_COUNTS, by=by, subject=mask(f"{report.unit}, {report.period.in_words}")), alone():
        asked, before = _asked(report)
        place = counts_held().asked_of(asked)
        _must_be_open(before, asked)
        _refuse_saved_meanwhile(place, asked, turn)
        refuse_any(said_problems(asked.in_words, report.explanations))
        return keep_draft(place, report)


def discard_counts(asked: CountsAsked, *, by: Actor, turn: int) -> None:
    """Throw away what a unit has saved and not handed in, also when its form is closed: what was handed in stands.

    ``turn`` is the one that was seen. Raises ``Refused`` when somebody else has saved since.
    """
    with doing(Deed.SAVE_COUNTS, by=by, subject=mask(asked.in_words)), alone():
        place = counts_held().asked_of(asked)
        _refuse_saved_meanwhile(place, asked, turn)
        forget_draft(place)


def hand_in_counts(
    report: CountsReport, *, by: Actor, reason: str = "", seen: int | None = None, arrived: dt.date | None = None
) -> tuple[Problem, ...]:
    """Hand in a unit's counts, and return what is told of them all the same.

    What was accepted already is corrected, and then waits to be accepted anew: statistics are what they were until
    then. ``reason`` is why a second report differs from the first, ``arrived`` the day it came to the office when that
    was before today. Raises ``Refused`` with everything that is wrong.
    """
    with doing(Deed.SEND_IN_COUNTS, by=by, subject=mask(f"{report.unit}, {report.period.in_words}")), alone():
        return hand_in_within(report, by=by, reason=reason, seen=seen, arrived=arrived)


def hand_in_within(
    report: CountsReport, *, by: Actor, reason: str = "", seen: int | None = None, arrived: dt.date | None = None
) -> tuple[Problem, ...]:
    """Do the same in a transaction that is open already."""
    line, before = _asked(report)
    step, deed = _way_in(before, by, line)
    held, entry = counts_held(), _entry(step, by, reason, arrived)
    asked = held.asked_of(line)
    told = refuse_any(
        (
            *_report_problems(report, asked, held, before, reason),
            *text_problems(line.in_words, reason),
            *_arrival_problems(entry, line, by),
        )
    )
    if before and report == before.report and before.state is not SubmissionState.SENT_BACK:
        forget_draft(asked)
        return told
    after = life.sent_in(before, report, entry, line.in_words)
    say_of(the_submission(line), after, deed, by=by, seen=seen)
    forget_draft(asked)
    return told


def _arrival_problems(entry: SubmissionEntry, line: CountsAsked, by: Actor) -> Iterator[Problem]:
    if entry.arrived and not by.may(Deed.CORRECT_COUNTS):
        yield collecting.ARRIVED_TO_OFFICE.at(line.in_words)
    yield from life.arrival_problems(entry, line.period, line.in_words)


def _way_in(before: Submission | None, by: Actor, line: CountsAsked) -> tuple[SubmissionStep, Deed]:
    """Return how a report comes in: as an answer, or as a correction of an accepted one, which no unit does alone."""
    if before is None or before.state in life.OPEN_TO_UNIT:
        return SubmissionStep.SEND_IN, Deed.SEND_IN_COUNTS
    if not by.may(Deed.CORRECT_COUNTS):
        raise Refused([collecting.CLOSED_TO_UNIT.at(line.in_words, state=before.state.in_words)])
    return SubmissionStep.CORRECT, Deed.CORRECT_COUNTS


def send_back_counts(
    asked: CountsAsked, questions: Iterable[CellQuestion], *, by: Actor, told: str = "", seen: int | None = None
) -> None:
    """Send a unit's counts back with questions, at cells or of the whole. A locked one is opened so."""

    def back(before: Submission) -> Submission:
        entry = _entry(SubmissionStep.SEND_BACK, by, told)
        return life.sent_back(before, tuple(questions), entry, counts_held().asked_of(asked))

    _step(asked, Deed.SEND_BACK_COUNTS, back, by=by, seen=seen)


def accept_counts(asked: CountsAsked, *, by: Actor, seen: int | None = None) -> None:
    """Accept a unit's counts: statistics are made of them from now on."""
    entry = _entry(SubmissionStep.ACCEPT, by)
    _step(asked, Deed.ACCEPT_COUNTS, lambda before: life.accepted(before, entry, asked.in_words), by=by, seen=seen)


def lock_counts(asked: CountsAsked, *, by: Actor, seen: int | None = None) -> None:
    """Lock counts that are accepted: from now on they are corrected with a reason, or opened with a question."""
    entry = _entry(SubmissionStep.LOCK, by)
    _step(asked, Deed.LOCK_COUNTS, lambda before: life.locked(before, entry, asked.in_words), by=by, seen=seen)


def state_total(stated: StatedTotal, *, by: Actor) -> None:
    """Enter a sum that somebody has stated of an activity's units: statistics tell when they do not have it."""
    thing = stated_total(stated)
    with doing(Deed.STATE_TOTAL, by=by, subject=mask(thing.name)), alone():
        say_of(thing, stated, Deed.STATE_TOTAL, by=by)


def withdraw_total(stated: StatedTotal, *, by: Actor) -> None:
    """Take back a stated sum."""
    thing = stated_total(stated)
    with doing(Deed.STATE_TOTAL, by=by, subject=mask(thing.name)), alone():
        must_hold(thing)
        say_of(thing, None, Deed.STATE_TOTAL, by=by)


def _step(
    asked: CountsAsked, deed: Deed, leads_to: Callable[[Submission], Submission], *, by: Actor, seen: int | None
) -> None:
    thing = the_submission(asked)
    with doing(deed, by=by, subject=mask(thing.name)), alone():
        found = counts_held().submission(asked.unit.key, asked.activity.key, asked.period)
        if found is None:
            raise Refused([collecting.NOTHING_SENT_IN.at(mask(thing.name))])
        after = leads_to(found.value)
        refuse_any(text_problems(thing.name, after.history[-1].told))
        say_of(thing, after, deed, by=by, seen=seen)


def _asked(report: CountsReport) -> tuple[CountsAsked, Submission | None]:
    """Return the line of the calendar that a report answers, and what has come of it; raises ``Refused`` for none."""
    line = counts_held().line(report.unit, report.activity, report.period)
    if line is None:
        raise Refused([collecting.NOT_ASKED.at(mask(f"{report.unit}, {report.period.in_words}"))])
    return line.asked, line.submission


def _refuse_saved_meanwhile(place: Asked, asked: CountsAsked, turn: int) -> None:
    held = draft_of(place)
    if held and held.turn != turn:
        at = timezone.localtime(held.saved_at)
        raise Refused([SAVED_MEANWHILE.at(asked.in_words, when=f"{at:%H.%M}")])


def _must_be_open(before: Submission | None, asked: CountsAsked) -> None:
    if before is not None and before.state not in life.OPEN_TO_UNIT:
        raise Refused([collecting.CLOSED_TO_UNIT.at(asked.in_words, state=before.state.in_words)])


def _report_problems(
    report: CountsReport, asked: Asked, held: CountsHeld, before: Submission | None, reason: str
) -> tuple[Problem, ...]:
    """Return what is wrong with a report by itself, against the period before and against the first answer."""
    earlier = held.before(asked)
    against = earlier_problems(report, earlier, asked) if earlier else ()
    answered = before is not None and before.state is not SubmissionState.SENT_BACK
    second = second_report_problems(report, before.report, asked, reason) if before and answered else ()
    return (*report_problems(report, asked, where_in_words(asked)), *against, *second)


def _entry(step: SubmissionStep, by: Actor, told: str = "", arrived: dt.date | None = None) -> SubmissionEntry:
    return SubmissionEntry(step, timezone.localdate(), by.name, told.strip(), arrived)
