"""What have units been asked, what have they answered, and what of it are statistics made of?"""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.utils import timezone

from samordna.domain.association.members import Party
from samordna.domain.participation.asked import Asked, Named
from samordna.domain.participation.code_lists import OCCASION, CodeList, municipalities
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.collecting.link import CountsLink
from samordna.domain.participation.collecting.rates import Awaited
from samordna.domain.participation.collecting.reminders import Reminded, ToRemind, to_remind
from samordna.domain.participation.collecting.submission import Submission
from samordna.domain.participation.collecting.unit_key import UnitKey
from samordna.domain.participation.combining import Series
from samordna.domain.participation.counts_report import CountsReport
from samordna.domain.participation.stated import StatedTotal
from samordna.domain.values.period import Period
from samordna.office.questions.identity import association
from samordna.office.questions.kept import Kept, database
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store import plan_rows as journal
from samordna.office.store.counts_draft_rows import CountsDraftHeld, draft_of
from samordna.office.store.plan_rows import Held, Said, latest_line, performer_key
from samordna.sources.counts import SenderKey

_NOBODY: Final = Named("", "")


@dataclass(frozen=True)
class CountsHeld:
    """What holds of counts, each with who said it and when. ``number`` is the last line of the journal.

    ``own`` are the association's own lists, by which tables are divided.
    """

    number: int = 0
    calendar: tuple[Said[CountsAsked], ...] = ()
    submissions: tuple[Said[Submission], ...] = ()
    links: tuple[Said[CountsLink], ...] = ()
    reminded: tuple[Said[Reminded], ...] = ()
    said_totals: tuple[Said[StatedTotal], ...] = ()
    keys: tuple[Said[UnitKey], ...] = ()
    of_association: Named = _NOBODY
    own: tuple[CodeList, ...] = ()

    @property
    def stated(self) -> tuple[StatedTotal, ...]:
        """The sums that somebody has stated."""
        return tuple(one.value for one in self.said_totals)

    @cached_property
    def reports(self) -> tuple[CountsReport, ...]:
        """What statistics are made of: the reports that are accepted, each as it was accepted last."""
        return tuple(one.value.standing for one in self.submissions if one.value.standing is not None)

    @cached_property
    def awaited(self) -> tuple[Awaited, ...]:
        """Every line of the calendar with what has come of it, by period, in the order they were asked."""
        answers = {(one.key, one.period): one.value for one in self.submissions}
        lines = sorted(self.calendar, key=lambda one: (one.period.last, one.period.first), reverse=True)
        return tuple(Awaited(one.value, answers.get((one.key, one.period))) for one in lines)

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Everything that is asked, as the forms, the files and the checks know it."""
        return tuple(self.asked_of(one.value) for one in self.calendar)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods that anything is asked for, latest first."""
        return tuple(sorted({one.period for one in self.calendar}, key=lambda one: (one.last, one.first), reverse=True))

    def current(self, today: dt.date) -> Period | None:
        """Return the latest months that are over of those that are asked for, else the latest; None when none are."""
        over = next((one for one in self.periods if one.end < today), None)
        return over or next(iter(self.periods), None)

    def line(self, unit: str, activity: str, period: Period) -> Awaited | None:
        """Return a line of the calendar by whose it is; None when it is not asked."""
        whose = (unit, activity, period)
        found = (one for one in self.awaited if (one.asked.unit.key, one.asked.activity.key, one.asked.period) == whose)
        return next(found, None)

    def submission(self, unit: str, activity: str, period: Period) -> Said[Submission] | None:
        """Return a unit's answer with the line that says it; None when there is none."""
        key = performer_key(activity, unit)
        return next((one for one in self.submissions if (one.key, one.period) == (key, period)), None)

    def before(self, asked: Asked) -> CountsReport | None:
        """Return what the unit had accepted for the activity's period just before; None when nothing."""
        earlier = [
            one
            for one in self.reports
            if (one.unit, one.activity) == (asked.unit.key, asked.activity.key) and one.period.last < asked.period.first
        ]
        return max(earlier, key=lambda one: one.period, default=None)

    def asked_of(self, line: CountsAsked) -> Asked:
        """Return what a line of the calendar asks."""
        occasions = CodeList(OCCASION.key, OCCASION.name, line.occasions)
        own = (*self.own, occasions)
        return Asked(self.of_association, line.unit, line.activity, line.period, line.tables, own)

    def linked(self, secret: str, today: dt.date | None = None) -> Said[CountsLink] | None:
        """Return the link with a secret that opens a form today; None for any other."""
        found, day = link_digest(secret), today or timezone.localdate()
        return next((one for one in self.links if one.value.digest == found and day <= one.value.until), None)

    def link_of(self, unit: str, period: Period) -> Said[CountsLink] | None:
        """Return the link that a unit has for some months; None when it has none."""
        return next((one for one in self.links if (one.key, one.period) == (unit, period)), None)

    @property
    def waiting(self) -> tuple[ToRemind, ...]:
        """The units that have something left to do, each with the day it was reminded last."""
        return to_remind(self.awaited, {(one.key, one.period): one.value.day for one in self.reminded})

    def called(self, whose: Series) -> Series:
        """Return what an activity and a unit are called: as they were asked, by their ids where they never were."""
        return Series(
            self.activity_names.get(whose.activity, whose.activity), self.unit_names.get(whose.unit, whose.unit)
        )

    @cached_property
    def activity_names(self) -> Mapping[str, str]:
        """What activities were called when they were asked about, by their ids."""
        return {one.value.activity.key: one.value.activity.name for one in self.calendar}

    @cached_property
    def unit_names(self) -> Mapping[str, str]:
        """What units were called when they were asked, by their ids."""
        return {one.value.unit.key: one.value.unit.name for one in self.calendar}

    def of_link(self, link: Said[CountsLink]) -> tuple[Awaited, ...]:
        """Return what a link's unit is asked for its months."""
        return tuple(
            one for one in self.awaited if (one.asked.unit.key, one.asked.period) == (link.value.unit, link.period)
        )


_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
_HELD: Final = Kept[CountsHeld](4)
_SUBJECTS: Final = (
    journal.COUNTS_ASKED, journal.SUBMISSION, journal.COUNTS_LINK, journal.COUNTS_REMINDED, journal.STATED_TOTAL,
    journal.UNIT_KEY,
)  # fmt: skip


def counts_held(*, to: int | None = None) -> CountsHeld:
    """Return what holds of counts; with ``to``, what held when that line of the journal was the last."""
    last = latest_line() if to is None else to
    where = database(association())
    return _HELD.of(where and (where, last), lambda: _read(last))


def _read(to: int) -> CountsHeld:
    facts, members = association(), plan_held(to=to).association.members
    named = [(one.code, one.name) for one in members if one.party is Party.MUNICIPAL]
    held = Held.at(to, of=_SUBJECTS) if to else Held({})
    return CountsHeld(
        number=to,
        calendar=held.of(journal.COUNTS_ASKED),
        submissions=held.of(journal.SUBMISSION),
        links=held.of(journal.COUNTS_LINK),
        reminded=held.of(journal.COUNTS_REMINDED),
        said_totals=held.of(journal.STATED_TOTAL),
        keys=held.of(journal.UNIT_KEY),
        of_association=Named(facts.organisation_number, facts.name),
        own=(municipalities(named),),
    )


def unit_keys() -> Mapping[str, SenderKey]:
    """Return by which keys packets are known, by the keys' ids."""
    return {one.key: SenderKey(one.value.unit, one.value.public) for one in journal.holding(journal.UNIT_KEY)}


def link_digest(secret: str) -> str:
    """Return what is kept of a link's secret: letters only, so that no part of it looks like a person's number."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest().translate(_LETTERS)


def counts_draft(asked: Asked) -> CountsDraftHeld | None:
    """Return what a unit has saved of its form and not handed in; None when nothing."""
    return draft_of(asked)


def counts_history(unit: str, activity: str, period: Period) -> tuple[Said[Submission], ...]:
    """Return every version of a unit's answer, latest first, each with who handed it in and when."""
    return tuple(_versions(unit, activity, period))


def totals_taken_back() -> tuple[tuple[StatedTotal, Said[StatedTotal | None]], ...]:
    """Return the stated sums that were taken back, as they were, each with the line that says so, the latest first."""
    last: dict[tuple[str, Period], StatedTotal] = {}
    lines: dict[tuple[str, Period], Said[StatedTotal | None]] = {}
    for one in journal.ever_said(journal.STATED_TOTAL):
        lines[one.key, one.period] = one
        if one.value is not None:
            last[one.key, one.period] = one.value
    gone = sorted((one for one in lines.values() if one.value is None), key=lambda one: -one.number)
    return tuple((last[one.key, one.period], one) for one in gone)


def _versions(unit: str, activity: str, period: Period) -> Iterator[Said[Submission]]:
    for said in journal.history_of(journal.SUBMISSION, performer_key(activity, unit), period):
        if said.value is not None:
            yield Said(said.number, said.key, said.period, said.value, said.at, said.by)
