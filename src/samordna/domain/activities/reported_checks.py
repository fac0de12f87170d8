"""What is wrong with what is agreed for an activity, or reported of it?"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from samordna.domain.activities import problems as kinds
from samordna.domain.activities.activity import Activity
from samordna.domain.activities.agreed import AgreedNumber
from samordna.domain.activities.classification import Direction
from samordna.domain.activities.reported import CapacityReported
from samordna.domain.activities.structural import StructuralEvent
from samordna.domain.activities.survey import SurveyResult
from samordna.domain.values.language import swedish
from samordna.domain.values.money import round_half_away
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period, month_in_words, month_of, swedish_date
from samordna.domain.values.problem import Problem

FEWEST_ANSWERS: Final = 5
"""Below this many a result may say what one person answered."""
_KEY: Final = 40
_KEY_SIGNS: Final = re.compile(rf"\S{{1,{_KEY}}}")
_WHOLE: Final = 100
_ROUNDED: Final = 2
"""Percentages that are rounded one by one may differ this much from the whole."""


def agreed_problems(agreed: AgreedNumber, activity: Activity | None) -> Iterator[Problem]:
    """Yield what is wrong with an agreed number of an activity; None when the register has no such."""
    place = swedish("avtalat antal {year}").format(year=agreed.year.in_words)
    yield from _of_unit(agreed.activity, agreed.unit, activity, place)
    for number in (agreed.number, agreed.budgeted):
        if number is not None and number < 0:
            yield kinds.NEGATIVE.at(place, number=swedish_number(number))
    if not agreed.basis.strip():
        yield kinds.WITHOUT_SOURCE.at(place)
    if activity is None:
        return
    if agreed.counts.direction is not activity.direction:
        told = {"counts": agreed.counts.in_words, "direction": activity.direction.in_words}
        yield kinds.COUNTS_ANOTHER_DIRECTION.at(place, **told)
    if not activity.runs_in(agreed.year):
        yield kinds.OUTSIDE_ACTIVITY.at(place, when=agreed.year.in_words.capitalize())


def capacity_problems(reported: CapacityReported, activity: Activity | None) -> Iterator[Problem]:
    """Yield what is wrong with what a performer reports at the end of a month."""
    month = month_in_words(reported.month)
    place = swedish("kapacitet {month}").format(month=month)
    yield from _of_unit(reported.activity, reported.unit, activity, place)
    numbers = (reported.places, reported.waiting_weeks)
    if reported.queue is None and numbers == (None, None):
        yield kinds.NOTHING_REPORTED.at(place)
    for number in numbers:
        if number is not None and number < 0:
            yield kinds.NEGATIVE.at(place, number=swedish_number(number))
    if not reported.source.strip():
        yield kinds.WITHOUT_SOURCE.at(place)
    if activity and not activity.runs_in(Period(reported.month, reported.month)):
        yield kinds.OUTSIDE_ACTIVITY.at(place, when=month.capitalize())


def event_problems(event: StructuralEvent, activity: Activity | None) -> Iterator[Problem]:
    """Yield what is wrong with something that was held."""
    place = event.name.strip() or swedish("tillfället")
    yield from _of_unit(event.activity, "", activity, place)
    if not event.name.strip():
        yield kinds.EVENT_WITHOUT_NAME.at(place)
    if activity and activity.direction is not Direction.STRUCTURAL:
        yield kinds.EVENT_OF_INDIVIDUAL.at(place)
    if event.last < event.first:
        days = {"first": swedish_date(event.first), "last": swedish_date(event.last)}
        yield kinds.ENDS_BEFORE_IT_BEGINS.at(place, what=swedish("Tillfället"), **days)
    elif activity and not activity.runs_in(Period(month_of(event.first), month_of(event.last))):
        yield kinds.OUTSIDE_ACTIVITY.at(place, when=swedish_date(event.first))
    yield from _of_heads(event, place)


def _of_heads(event: StructuralEvent, place: str) -> Iterator[Problem]:
    if event.heads is None:
        yield kinds.NOT_COUNTED.at(place)
    if not event.organisations:
        yield kinds.WITHOUT_ORGANISATIONS.at(place)
    if not event.source.strip():
        yield kinds.WITHOUT_SOURCE.at(place)


def survey_problems(result: SurveyResult, activity: Activity | None) -> Iterator[Problem]:
    """Yield what is wrong with a result of a survey; of the whole association when it names no activity."""
    place = f"{result.instrument} {result.question}".strip() or swedish("enkäten")
    if result.activity:
        yield from _of_unit(result.activity, result.unit, activity, place)
    if not result.instrument.strip() or not result.question.strip():
        yield kinds.WITHOUT_INSTRUMENT.at(place)
    elif not _KEY_SIGNS.fullmatch(result.question):
        yield kinds.QUESTION_IS_TEXT.at(place, most=_KEY)
    if not result.source.strip():
        yield kinds.WITHOUT_SOURCE.at(place)
    yield from _of_answers(result, place)
    yield from _of_result(result, place)


def _of_answers(result: SurveyResult, place: str) -> Iterator[Problem]:
    asked, answered = result.asked.count, result.answered.count
    if answered > asked:
        yield kinds.MORE_ANSWERED.at(place, asked=swedish_number(asked), answered=swedish_number(answered))
    if answered < FEWEST_ANSWERS:
        yield kinds.FEW_ANSWERED.at(place, least=FEWEST_ANSWERS)


def _of_result(result: SurveyResult, place: str) -> Iterator[Problem]:
    if result.mean is None and not result.shares:
        yield kinds.NO_RESULT.at(place)
    if result.mean is not None:
        low, high = result.low, result.high
        if low is None or high is None or result.mean < low or result.mean > high:
            ends = {"low": "?" if low is None else low, "high": "?" if high is None else high}
            mean = swedish_number(round_half_away(result.mean * 100), 2)
            yield kinds.OUTSIDE_SCALE.at(place, mean=mean, **ends)
    for share in result.shares:
        if share.percent < 0 or share.percent > _WHOLE:
            told = {"number": share.percent, "least": 0, "most": _WHOLE}
            yield kinds.IMPOSSIBLE.at(place, what=share.answer, **told)
    whole = sum((share.percent for share in result.shares), Fraction(0))
    if result.shares and abs(whole - _WHOLE) > _ROUNDED:
        yield kinds.SHARES_ARE_NOT_THE_WHOLE.at(place, sum=swedish_number(round_half_away(whole)))


def _of_unit(activity_id: str, unit: str, activity: Activity | None, place: str) -> Iterator[Problem]:
    if activity is None:
        yield kinds.UNKNOWN_ACTIVITY.at(place, activity=activity_id)
    elif unit and activity.performer(unit) is None:
        known = ", ".join(one.unit for one in activity.performers) or swedish("inga: insatsen har inga utförare")
        yield kinds.UNKNOWN_UNIT.at(place, unit=unit, known=known)
