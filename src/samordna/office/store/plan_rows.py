"""How does what people say of the plan become lines of its journal, and the journal what holds?

One journal for all of it: whatever was said, when, by whom, can be found in one way and never goes away, and the number
of its last line says which plan something was made from.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, NamedTuple, TypeVar

from django.db.models import Max, Min, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from samordna.access.actor import Actor
from samordna.domain.activities.activity import Activity
from samordna.domain.activities.agreed import AgreedNumber
from samordna.domain.activities.meeting import AgreedAction
from samordna.domain.activities.reported import CapacityReported
from samordna.domain.activities.structural import StructuralEvent
from samordna.domain.activities.survey import SurveyResult
from samordna.domain.association.association import Association
from samordna.domain.association.population import PublishedCounts
from samordna.domain.control.closing import Closing
from samordna.domain.control.said import AccountNote, Acknowledgement
from samordna.domain.document import Comment
from samordna.domain.goals.goal import Goal
from samordna.domain.goals.overall import OverallWords
from samordna.domain.measures.keying.record import Keyed
from samordna.domain.measures.release import Release
from samordna.domain.measures.view import View
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.collecting.link import CountsLink
from samordna.domain.participation.collecting.reminders import Reminded
from samordna.domain.participation.collecting.submission import Submission
from samordna.domain.participation.collecting.unit_key import UnitKey
from samordna.domain.participation.stated import StatedTotal
from samordna.domain.plan.activity_plan.adoption import PlanLife
from samordna.domain.plan.activity_plan.chapters import PlanText
from samordna.domain.plan.activity_plan.planned import ActivityPlan
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.agreements.terms import ServiceAgreement
from samordna.domain.plan.balance_requirement.judged import Adjustment, Grounds
from samordna.domain.plan.balance_requirement.restoring import EarlierDeficit, RecoveryPlan
from samordna.domain.plan.booking_order import BookingOrder
from samordna.domain.plan.budget import Revision
from samordna.domain.plan.contributions.requisition import Requisition
from samordna.domain.plan.contributions.rules import ContributionRules
from samordna.domain.plan.equity.limits import Limit, LimitKind
from samordna.domain.plan.financing.allotment import Allotment
from samordna.domain.plan.financing.scenario import SavedScenario
from samordna.domain.plan.financing.year import AgreedAmount, Frame
from samordna.domain.plan.forecast import ForecastNumber, FrozenForecast
from samordna.domain.plan.owed import Owed
from samordna.domain.plan.projects.claim import Claim
from samordna.domain.plan.projects.project import ExternalProject
from samordna.domain.plan.register import Register
from samordna.domain.values.period import Period
from samordna.office.store import models
from samordna.office.store.plan_values import VALUES, value_of

T = TypeVar("T")

_IDENTITY: Final = ("subject", "key", "first_month", "last_month")
ALWAYS: Final = Period(100001, 999912)
"""The months of what is for no time of its own."""


@dataclass(frozen=True, slots=True)
class Subject(Generic[T]):
    """A kind of thing that is said of the plan: its name in the journal and the value that it is.

    What is ``heavy`` is read only by who asks for it: counts have many cells, and money needs none of them.
    """

    name: str
    holds: type[T]
    heavy: bool = False


REGISTER: Final = Subject("register", Register)
"""All rows as they stand after a change; one key."""
BUDGET: Final = Subject("budget", Revision)
"""A decision about a year's budget; the key is its number in the year."""
FORECAST: Final = Subject("forecast", ForecastNumber)
"""What a person expects of a row in a year; the key is the row's."""
FROZEN: Final = Subject("frozen-forecast", FrozenForecast)
"""A forecast as it stood; the key is its number in the year."""
AGREED: Final = Subject("agreed", AgreedSum)
"""What is agreed for a row in a year; the key is the row's."""
CONTRIBUTION: Final = Subject("contribution", Contribution)
"""What a party pays for a year; the key is the party's name."""
AGREEMENT: Final = Subject("agreement", ServiceAgreement)
"""An agreement with all its terms and its history; the key is its number."""
CONTRIBUTION_RULES: Final = Subject("contribution-rules", ContributionRules)
"""How contributions are asked for and booked, from a fiscal year on; one key."""
REQUISITION: Final = Subject("requisition", Requisition)
"""What a payer has been asked for, with its history; the key is its number, the months those it is for."""
OWED: Final = Subject("owed", Owed)
"""What the books lacked at the end of some months and somebody dealt with; the key is ``owed_key``."""
ORDER: Final = Subject("booking-order", BookingOrder)
"""An order to book what the books lack; the key is its number. Its amounts are ``OWED`` under ``owed_key``."""
COMMENT: Final = Subject("comment", Comment)
"""What is said of a figure in a table over some months; the key is ``comment_key``."""

ASSOCIATION: Final = Subject("association", Association)
"""Paying groups, members, keys, weights and populations as they stand after a change; one key."""
ALLOTMENT: Final = Subject("allotment", Allotment)
"""What a paying group gives for a year, with its whole history; the key is the group's."""
AGREED_AMOUNT: Final = Subject("agreed-amount", AgreedAmount)
"""What a member has agreed to pay for a year whatever the key says; the key is the member's."""
FRAME: Final = Subject("frame", Frame)
"""All that is to be paid for a year, when it is told; one key."""
ACTIVITY_PLAN: Final = Subject("activity-plan", ActivityPlan)
"""The activity plan of a year; one key."""
EQUITY_LIMIT: Final = Subject("equity-limit", Limit)
"""What equity should be from a day on; the key is ``limit_key``."""
ADJUSTMENT: Final = Subject("balance-adjustment", Adjustment)
"""What adjusts a year's result when the balance requirement is judged; the key is the adjustment's kind."""
GROUNDS: Final = Subject("exceptional-grounds", Grounds)
"""Exceptional grounds cited for a year; the key is the occasion's."""
EARLIER_DEFICIT: Final = Subject("earlier-deficit", EarlierDeficit)
"""What was left to restore of a year before the first that is judged; one key, the year's months."""
RECOVERY_PLAN: Final = Subject("recovery-plan", RecoveryPlan)
"""How the deficit of a year is to be restored; one key, the year's months."""
PROJECT: Final = Subject("project", ExternalProject)
"""A project that somebody else pays for, with its whole history; the key is its id."""
CLAIM: Final = Subject("project-claim", Claim)
"""What is claimed of a project's grant, with its whole history; the key is ``claim_key``."""
PLAN_TEXT: Final = Subject("plan-text", PlanText)
"""What is written in a chapter of a year's plan, or of a part of it; the key is the chapter's."""
PLAN_LIFE: Final = Subject("plan-life", PlanLife)
"""The adopted versions of a year's plan, and why another is being made; one key."""
SCENARIO: Final = Subject("scenario", SavedScenario)
"""A scenario of a year's financing that somebody kept; the key is its name."""
PUBLISHED_COUNTS: Final = Subject("published-counts", PublishedCounts)
"""What a statistical office answered about a day; the key is its table and the day."""
CLOSING: Final = Subject("closing", Closing)
"""How far a period has come; one key."""
ACCOUNT_NOTE: Final = Subject("account-note", AccountNote)
"""What is said of an account at the end of a period; the key is the account."""
ACKNOWLEDGED: Final = Subject("acknowledgement", Acknowledgement)
"""That an item of a period's checklist may stand as it is; the key is the item's."""

ACTIVITY: Final = Subject("activity", Activity)
"""An activity; the key is its id."""
AGREED_NUMBER: Final = Subject("agreed-number", AgreedNumber)
"""What is agreed of one count for a performer in a year; the key is ``agreed_number_key``."""
CAPACITY: Final = Subject("capacity", CapacityReported)
"""What a performer reports of room, queue and waiting at the end of a month; the key is ``performer_key``."""
EVENT: Final = Subject("structural-event", StructuralEvent)
"""Something that was held for staff and organisations; the key is its own."""
SURVEY: Final = Subject("survey", SurveyResult)
"""The result of a question of a survey over some months; the key is its own."""
GOAL: Final = Subject("goal", Goal)
"""A goal or sub-goal; the key is its id."""
OVERALL_WORDS: Final = Subject("overall-words", OverallWords)
"""What the board says of sound financial management at the end of a year's first months; one key."""
FOLLOW_UP_MEETING: Final = Subject("follow-up-meeting", AgreedAction)
"""Something that was agreed at a follow-up meeting with a performer; the key is its own."""
KEYED: Final = Subject("keyed", Keyed)
"""A group of fields that was keyed into the national follow-up; the key is ``keyed_key``, the months the year's."""

COUNTS_ASKED: Final = Subject("counts-asked", CountsAsked)
"""That a unit is to tell its counts of an activity and months; the key is ``performer_key``."""
SUBMISSION: Final = Subject("submission", Submission, heavy=True)
"""A unit's answer with its whole history; the key is ``performer_key``, the months those it is for."""
COUNTS_LINK: Final = Subject("counts-link", CountsLink)
"""The link to a unit's form for some months; the key is the unit's id."""
COUNTS_REMINDED: Final = Subject("counts-reminded", Reminded)
"""That a unit was reminded of its counts for some months; the key is the unit's id."""
UNIT_KEY: Final = Subject("unit-key", UnitKey)
"""The public key of a unit's own program; the key is the key's id."""
STATED_TOTAL: Final = Subject("stated-total", StatedTotal)
"""A sum that somebody has stated of an activity and months; the key is ``stated_key``."""

SAVED_VIEW: Final = Subject("saved-view", View)
"""A view of statistics that somebody made and kept; the key is its own."""

PUBLISHED: Final = Subject("published-statistics", Release, heavy=True)
"""A publication of statistics; the key is the view's, whom it was for and its number, the months those it is of."""

HEAVY: Final[tuple[Subject[Any], ...]] = (SUBMISSION, PUBLISHED)
"""What ``Held.at`` leaves out unless it is asked for."""


def stated_key(stated: StatedTotal) -> str:
    """Return the key of a stated sum: of what, and where it is stated."""
    place = stated.place
    gender = place.gender.value if place.gender else ""
    return ":".join((stated.activity, place.table, *place.codes, gender, stated.source))


def performer_key(activity: str, unit: str) -> str:
    """Return the key of a performer of an activity: both are ids, and an id has no colon."""
    return f"{activity}:{unit}"


def keyed_key(activity: str, group: str) -> str:
    """Return the key of a group of fields that is keyed: the activity's id, empty for the association, and it."""
    return f"{activity}:{group}"


def agreed_number_key(agreed: AgreedNumber) -> str:
    """Return the key of an agreed number: whose it is and what it counts, so that two counts can be agreed."""
    return f"{performer_key(agreed.activity, agreed.unit)}:{agreed.counts.value}"


def limit_key(kind: LimitKind, since: dt.date) -> str:
    """Return the key of what equity should be: which way, and the day it begins; ``limit_kind`` finds the way."""
    return f"{kind.value}:{since.isoformat()}"


def limit_kind(key: str) -> LimitKind:
    """Return which way the limit with a key keeps equity."""
    return LimitKind(key.partition(":")[0])


def owed_key(owed: Owed) -> str:
    """Return the key of what the books lack: its kind and which of its row's claims, its order, its row."""
    which = "-found" if owed.found and not owed.order else f"-{owed.nth}" if owed.nth else ""
    return f"{owed.kind.value}{which}:{owed.order}:{owed.row}"


def order_of(key: str) -> int:
    """Return the number of the order that an ``owed_key`` is in, 0 when it is in none."""
    return int(key.split(":", 2)[1])


def claim_key(project: str, number: int) -> str:
    """Return the key of a claim of a project, by its number."""
    return f"{project}:{number}"


def comment_key(statement: str, row: str, column: str) -> str:
    """Return the key of what is said of a figure; ``statement_of`` finds the statement again."""
    return ":".join(part.replace("%", "%25").replace(":", "%3A") for part in (statement, row, column))


def statement_of(key: str) -> str:
    """Return the statement that a comment's key is in."""
    return key.partition(":")[0].replace("%3A", ":").replace("%25", "%")


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """A line of the journal: what was said, of what and for which months, when and by whom."""

    number: int
    key: str
    period: Period
    value: T
    at: dt.datetime
    by: str


class _Line(NamedTuple):
    """A line as it stands in the journal; ``text`` is the JSON of its value, None where it takes back."""

    id: int
    subject: str
    key: str
    first_month: int
    last_month: int
    text: str | None
    said_at: dt.datetime
    said_by_name: str


@dataclass(frozen=True)
class Held:
    """What held of everything when a line of the journal was the last, read once."""

    lines: Mapping[str, tuple[_Line, ...]]

    @classmethod
    def at(cls, to: int | None = None, *, of: Collection[Subject[Any]] = ()) -> "Held":
        """Read what holds, or what held when the line ``to`` was the last: of some, or of all but the heavy."""
        known = models.PlanEntry.objects.all() if to is None else models.PlanEntry.objects.filter(id__lte=to)
        if of:
            known = known.filter(subject__in=[subject.name for subject in of])
        else:
            known = known.exclude(subject__in=[subject.name for subject in HEAVY])
        told = known.order_by().values(*_IDENTITY).annotate(last=Max("id"), first=Min("id"))
        place = dict(told.values_list("last", "first"))
        rows = models.PlanEntry.objects.filter(id__in=told.values("last"), content__isnull=False)
        lines: dict[str, list[_Line]] = defaultdict(list)
        for row in sorted(_read(rows), key=lambda row: place[row.id]):
            lines[row.subject].append(row)
        return cls({subject: tuple(found) for subject, found in lines.items()})

    def of(self, subject: Subject[T]) -> tuple[Said[T], ...]:
        """Return what holds of a subject, what was first said first."""
        return tuple(_said(subject, row) for row in self.lines.get(subject.name, ()))

    def values_of(self, subject: Subject[T]) -> tuple[T, ...]:
        """Return the values that hold of a subject, as ``of`` does."""
        return tuple(said.value for said in self.of(subject))


def holding(subject: Subject[T]) -> tuple[Said[T], ...]:
    """Return what holds of a subject now."""
    return Held.at(of=(subject,)).of(subject)


def values_of(subject: Subject[T]) -> tuple[T, ...]:
    """Return the values that hold of a subject now."""
    return Held.at(of=(subject,)).values_of(subject)


def history_of(subject: Subject[T], key: str, period: Period) -> tuple[Said[T | None], ...]:
    """Return everything that was said of one thing, latest first: the first of it holds. None took back what stood."""
    return tuple(_said_or_taken_back(subject, row) for row in _read(_history(subject, key, period)))


def said_for(subject: Subject[T], period: Period) -> tuple[Said[T | None], ...]:
    """Return everything that was ever said of a subject for exactly these months, what was said first first."""
    rows = models.PlanEntry.objects.filter(subject=subject.name, first_month=period.first, last_month=period.last)
    return tuple(_said_or_taken_back(subject, row) for row in _read(rows.order_by("id")))


def ever_said(subject: Subject[T]) -> tuple[Said[T | None], ...]:
    """Return everything that was ever said of a subject, whatever the months, what was said first first."""
    rows = models.PlanEntry.objects.filter(subject=subject.name)
    return tuple(_said_or_taken_back(subject, row) for row in _read(rows.order_by("id")))


def histories_of(subject: Subject[T], period: Period) -> Mapping[str, tuple[Said[T | None], ...]]:
    """Return everything that was said of each thing over some months, by its key, as ``history_of`` does."""
    found: dict[str, tuple[Said[T | None], ...]] = {}
    for said in said_for(subject, period):
        found[said.key] = (said, *found.get(said.key, ()))
    return found


def latest_said(subject: Subject[T], key: str, period: Period) -> Said[T | None] | None:
    """Return the last that was said of one thing; None when nobody has said anything."""
    rows = _read(_history(subject, key, period)[:1])
    return next((_said_or_taken_back(subject, row) for row in rows), None)


def latest_line() -> int:
    """Return the number of the journal's last line, 0 when it is empty: the version of the plan."""
    return models.PlanEntry.objects.aggregate(latest=Max("id"))["latest"] or 0


def latest_line_of(subjects: Collection[Subject[Any]], *, to: int) -> int:
    """Return the number of the last line of some subjects up to the line ``to``, 0 when there is none."""
    lines = models.PlanEntry.objects.filter(subject__in=[one.name for one in subjects], id__lte=to)
    return lines.aggregate(latest=Max("id"))["latest"] or 0


def say(subject: Subject[T], key: str, period: Period, value: T | None, *, by: Actor) -> int:
    """Add a line to the journal in the open transaction, and return its number. None takes back what stood there."""
    row = models.PlanEntry.objects.create(
        subject=subject.name,
        key=key,
        first_month=period.first,
        last_month=period.last,
        content=None if value is None else VALUES.unstructure(value, subject.holds),
        said_at=timezone.now(),
        said_by_id=by.user_id,
        said_by_name=by.name,
    )
    return row.pk


def _history(subject: Subject[Any], key: str, period: Period) -> QuerySet[models.PlanEntry]:
    """Return the lines about one thing, latest first."""
    of_it = {"subject": subject.name, "key": key, "first_month": period.first, "last_month": period.last}
    return models.PlanEntry.objects.filter(**of_it).order_by("-id")


def _read(rows: QuerySet[models.PlanEntry]) -> Iterator[_Line]:
    """Read lines of the journal."""
    told = rows.annotate(text=Cast("content", TextField())).values_list(*_Line._fields)
    return (_Line(*row) for row in told)


def _said(subject: Subject[T], row: _Line) -> Said[T]:
    if row.text is None:
        raise ValueError(row.id)
    return _as_said(row, value_of(row.text, subject.holds))


def _said_or_taken_back(subject: Subject[T], row: _Line) -> Said[T | None]:
    return _as_said(row, None if row.text is None else value_of(row.text, subject.holds))


def _as_said(row: _Line, value: T) -> Said[T]:
    return Said(row.id, row.key, Period(row.first_month, row.last_month), value, row.said_at, row.said_by_name)
