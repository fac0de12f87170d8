"""How does what people say of the plan become lines of its journal, and the journal what holds?

One journal for all of it: whatever was said, when, by whom, can be found in one way and never goes away, and the number
of its last line says which plan something was made from.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from cattrs.preconf.json import make_converter
from django.db.models import Max, Min
from django.utils import timezone

from samordna.access.actor import Actor
from samordna.domain.control.closing import Closing
from samordna.domain.control.said import AccountNote, Acknowledgement
from samordna.domain.document import Comment
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.booking_order import BookingOrder
from samordna.domain.plan.budget import Revision
from samordna.domain.plan.forecast import ForecastNumber, FrozenForecast
from samordna.domain.plan.owed import Owed
from samordna.domain.plan.register import Register
from samordna.domain.values.period import Period
from samordna.office.store import models

T = TypeVar("T")

_CONVERTER: Final = make_converter()
_IDENTITY: Final = ("subject", "key", "first_month", "last_month")
ALWAYS: Final = Period(100001, 999912)
"""The months of what is for no time of its own."""


@dataclass(frozen=True, slots=True)
class Subject(Generic[T]):
    """A kind of thing that is said of the plan: its name in the journal and the value that it is."""

    name: str
    holds: type[T]


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
OWED: Final = Subject("owed", Owed)
"""What the books lacked at the end of some months and somebody dealt with; the key is ``owed_key``."""
ORDER: Final = Subject("booking-order", BookingOrder)
"""An order to book what the books lack; the key is its number. Its amounts are ``OWED`` under ``owed_key``."""
COMMENT: Final = Subject("comment", Comment)
"""What is said of a figure in a table over some months; the key is ``comment_key``."""


CLOSING: Final = Subject("closing", Closing)
"""How far a period has come; one key."""
ACCOUNT_NOTE: Final = Subject("account-note", AccountNote)
"""What is said of an account at the end of a period; the key is the account."""
ACKNOWLEDGED: Final = Subject("acknowledgement", Acknowledgement)
"""That an item of a period's checklist may stand as it is; the key is the item's."""


def owed_key(owed: Owed) -> str:
    """Return the key of what the books lack: its kind and which of its row's claims, its order, its row."""
    which = f"-{owed.nth}" if owed.nth else ""
    return f"{owed.kind.value}{which}:{owed.order}:{owed.row}"


def order_of(key: str) -> int:
    """Return the number of the order that an ``owed_key`` is in, 0 when it is in none."""
    return int(key.split(":", 2)[1])


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


@dataclass(frozen=True)
class Held:
    """What held of everything when a line of the journal was the last, read once."""

    lines: Mapping[str, tuple[models.PlanEntry, ...]]

    @classmethod
    def at(cls, to: int | None = None) -> "Held":
        """Read what holds, or what held when the line ``to`` was the last."""
        known = models.PlanEntry.objects.all() if to is None else models.PlanEntry.objects.filter(id__lte=to)
        told = known.order_by().values(*_IDENTITY).annotate(last=Max("id"), first=Min("id"))
        place = dict(told.values_list("last", "first"))
        rows = models.PlanEntry.objects.filter(id__in=told.values("last"), content__isnull=False)
        lines: dict[str, list[models.PlanEntry]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: place[row.pk]):
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
    return Held.at().of(subject)


def values_of(subject: Subject[T]) -> tuple[T, ...]:
    """Return the values that hold of a subject now."""
    return Held.at().values_of(subject)


def history_of(subject: Subject[T], key: str, period: Period) -> tuple[Said[T | None], ...]:
    """Return everything that was said of one thing, latest first: the first of it holds. None took back what stood."""
    rows = models.PlanEntry.objects.filter(
        subject=subject.name, key=key, first_month=period.first, last_month=period.last
    )
    return tuple(_said_or_taken_back(subject, row) for row in rows.order_by("-id"))


def said_for(subject: Subject[T], period: Period) -> tuple[Said[T | None], ...]:
    """Return everything that was ever said of a subject for exactly these months, what was said first first."""
    rows = models.PlanEntry.objects.filter(subject=subject.name, first_month=period.first, last_month=period.last)
    return tuple(_said_or_taken_back(subject, row) for row in rows.order_by("id"))


def histories_of(subject: Subject[T], period: Period) -> Mapping[str, tuple[Said[T | None], ...]]:
    """Return everything that was said of each thing over some months, by its key, as ``history_of`` does."""
    found: dict[str, tuple[Said[T | None], ...]] = {}
    for said in said_for(subject, period):
        found[said.key] = (said, *found.get(said.key, ()))
    return found


def latest_said(subject: Subject[T], key: str, period: Period) -> Said[T | None] | None:
    """Return the last that was said of one thing; None when nobody has said anything."""
    return next(iter(history_of(subject, key, period)), None)


def latest_line() -> int:
    """Return the number of the journal's last line, 0 when it is empty: the version of the plan."""
    return models.PlanEntry.objects.aggregate(latest=Max("id"))["latest"] or 0


def say(subject: Subject[T], key: str, period: Period, value: T | None, *, by: Actor) -> int:
    """Add a line to the journal in the open transaction, and return its number. None takes back what stood there."""
    row = models.PlanEntry.objects.create(
        subject=subject.name,
        key=key,
        first_month=period.first,
        last_month=period.last,
        content=None if value is None else _CONVERTER.unstructure(value, subject.holds),
        said_at=timezone.now(),
        said_by_id=by.user_id,
        said_by_name=by.name,
    )
    return row.pk


def _said(subject: Subject[T], row: models.PlanEntry) -> Said[T]:
    value = _CONVERTER.structure(row.content, subject.holds)
    return Said(row.pk, row.key, Period(row.first_month, row.last_month), value, row.said_at, row.said_by_name)


def _said_or_taken_back(subject: Subject[T], row: models.PlanEntry) -> Said[T | None]:
    value = None if row.content is None else _CONVERTER.structure(row.content, subject.holds)
    return Said(row.pk, row.key, Period(row.first_month, row.last_month), value, row.said_at, row.said_by_name)
