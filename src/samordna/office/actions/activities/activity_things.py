"""Which things can be said of activities, what is each called, and what is the trail told of it?"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.agreed import AgreedNumber
from samordna.domain.activities.meeting import AgreedAction
from samordna.domain.activities.reported import CapacityReported
from samordna.domain.activities.structural import StructuralEvent
from samordna.domain.activities.survey import SurveyResult
from samordna.domain.activities.words import performer_in_words
from samordna.domain.measures.keying.record import Keyed
from samordna.domain.values.counted import RawCount
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, month_in_words, swedish_date
from samordna.office.actions.plan.plan_saying import Thing
from samordna.office.store import plan_rows as journal


def the_activity(activity_id: str) -> Thing[Activity]:
    """Return an activity by its id."""

    def told(activity: Activity) -> Mapping[str, object]:
        return {
            "name": activity.name,
            "direction": activity.direction.in_words,
            "category": activity.category,
            "performers": [performer_in_words(one) for one in activity.performers],
            "registered": activity.registered.isoformat() if activity.registered else None,
            "source": activity.source,
        }

    name = swedish("insatsen {activity}").format(activity=activity_id)
    return Thing(journal.ACTIVITY, activity_id, journal.ALWAYS, name, told)


def agreed_number(agreed: AgreedNumber) -> Thing[AgreedNumber]:
    """Return what is agreed of one count for a performer in a year."""

    def told(one: AgreedNumber) -> Mapping[str, object]:
        return {
            "number": one.number,
            "counts": one.counts.in_words,
            "budgeted": one.budgeted,
            "source": one.basis,
        }

    where = " ".join(part for part in (agreed.activity, agreed.unit) if part)
    name = swedish("avtalat antal {year}, {where}").format(year=agreed.year.in_words, where=where)
    return Thing(journal.AGREED_NUMBER, journal.agreed_number_key(agreed), agreed.year, name, told)


_KEPT_BACK: Final = swedish("angivet")
"""How many wait is told to those who may read counts, who are not all that read the trail."""


@dataclass(frozen=True, slots=True)
class PerformerMonth:
    """A performer of an activity at the end of a month, by their ids."""

    activity: str
    unit: str
    month: int


def capacity_of(at: PerformerMonth) -> Thing[CapacityReported]:
    """Return what a performer reports at the end of a month."""

    def told(one: CapacityReported) -> Mapping[str, object]:
        return {
            "places": one.places,
            "queue": None if one.queue is None else _KEPT_BACK,
            "waiting_weeks": one.waiting_weeks,
            "source": one.source,
        }

    told_name = swedish("kapacitet {month}, {activity} {unit}")
    name = told_name.format(month=month_in_words(at.month), activity=at.activity, unit=at.unit)
    key = journal.performer_key(at.activity, at.unit)
    return Thing(journal.CAPACITY, key, Period(at.month, at.month), name, told)


def the_event(key: str) -> Thing[StructuralEvent]:
    """Return something that was held, by its key."""

    def told(one: StructuralEvent) -> Mapping[str, object]:
        return {
            "name": one.name,
            "first": one.first.isoformat(),
            "last": one.last.isoformat(),
            "heads": _count(one.heads),
            "rule": one.rule.in_words,
            "source": one.source,
        }

    return Thing(journal.EVENT, key, journal.ALWAYS, swedish("tillfället {key}").format(key=key), told)


def survey_result(key: str, period: Period) -> Thing[SurveyResult]:
    """Return the result of a question over some months, by its key."""

    def told(one: SurveyResult) -> Mapping[str, object]:
        return {
            "asked": one.asked.count,
            "answered": one.answered.count,
            "mean": None if one.mean is None else str(one.mean),
            "shares": {share.answer: str(share.percent) for share in one.shares},
            "source": one.source,
        }

    name = swedish("enkätresultat {key}, {period}").format(key=key, period=period.in_words)
    return Thing(journal.SURVEY, key, period, name, told)


def the_action(key: str, day: dt.date) -> Thing[AgreedAction]:
    """Return something that was agreed at a follow-up meeting, by its key and the day they met."""

    def told(one: AgreedAction) -> Mapping[str, object]:
        return {
            "agreed": one.agreed,
            "who": one.who.in_words,
            "by_when": one.by_when.isoformat() if one.by_when else None,
            "done": one.done.isoformat() if one.done else None,
        }

    name = swedish("uppföljningsmötet {day}, {unit}").format(day=swedish_date(day), unit=key.partition(":")[0])
    return Thing(journal.FOLLOW_UP_MEETING, key, journal.ALWAYS, name, told)


def keyed_group(keyed: Keyed, year: Period, name: str) -> Thing[Keyed]:
    """Return a group of fields that is keyed in a year; ``name`` is what a person calls it."""

    def told(one: Keyed) -> Mapping[str, object]:
        return {"figures": {figure.label: figure.value for figure in one.figures}}

    called = swedish("Uppföljning Finsam {year}, {name}").format(year=year.in_words, name=name)
    return Thing(journal.KEYED, journal.keyed_key(keyed.activity, keyed.group), year, called, told)


def _count(raw: RawCount | None) -> int | None:
    return None if raw is None else raw.count
