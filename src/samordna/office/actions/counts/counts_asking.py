"""How does the association ask units for their counts, and hand over the links to their forms?"""

import datetime as dt
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.participation.asked import Named
from samordna.domain.participation.code_lists import Code
from samordna.domain.participation.collecting import problems as kinds
from samordna.domain.participation.collecting.calendar import CountsAsked, calendar_problems
from samordna.domain.participation.collecting.link import CountsLink
from samordna.domain.participation.collecting.unit_key import UnitKey, key_problems
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.counts.counts_things import counts_asked, counts_link, unit_key
from samordna.office.actions.doing import doing
from samordna.office.actions.plan.plan_saying import must_hold, refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_texts import texts_of
from samordna.office.questions.counts.counts import CountsHeld, counts_held, link_digest
from samordna.office.store.writing import alone

OPEN_AFTER: Final = dt.timedelta(days=120)
"""How long after the last day a link opens the form: what comes late is still wanted, and questions are answered."""
_CALENDAR: Final = swedish("kalendern för siffror")


@dataclass(frozen=True, slots=True)
class UnitLink:
    """A link that was made: to which unit's form, for when, until when, and its ``secret``, shown this once."""

    unit: Named
    period: Period
    until: dt.date
    secret: str = field(repr=False)


def ask_counts(lines: Iterable[CountsAsked], *, by: Actor, seen: int | None = None) -> tuple[Problem, ...]:
    """Enter lines of the calendar, new ones or instead of those of the same unit, activity and months; all or none.

    ``seen`` is only asked of a single line.
    """
    asked = tuple(lines)
    with doing(Deed.ASK_COUNTS, by=by, subject=_CALENDAR), alone():
        held = counts_held()
        told = refuse_any(problem for at, line in enumerate(asked) for problem in _problems(line, asked[:at], held))
        for line in asked:
            say_of(counts_asked(line), line, Deed.ASK_COUNTS, by=by, seen=seen if len(asked) == 1 else None)
        return told


def withdraw_asked(asked: CountsAsked, *, by: Actor, seen: int | None = None) -> None:
    """Take a line out of the calendar: one that nobody has answered."""
    thing = counts_asked(asked)
    with doing(Deed.ASK_COUNTS, by=by, subject=mask(thing.name)), alone():
        must_hold(thing)
        if counts_held().submission(asked.unit.key, asked.activity.key, asked.period):
            raise Refused([kinds.ANSWERED.at(mask(thing.name))])
        say_of(thing, None, Deed.ASK_COUNTS, by=by, seen=seen)


def link_unit(unit: str, period: Period, *, by: Actor) -> UnitLink:
    """Make the link to a unit's form for some months; one that was made before opens nothing any more.

    Raises ``Refused`` when the unit is asked nothing for just these months.
    """
    with doing(Deed.LINK_UNIT, by=by, subject=mask(f"{unit}, {period.in_words}")), alone():
        return link_within(unit, period, by)


def link_units(period: Period, *, by: Actor) -> tuple[UnitLink, ...]:
    """Make a new link for every unit that is asked for exactly some months."""
    with doing(Deed.LINK_UNIT, by=by, subject=period.in_words), alone():
        units = dict.fromkeys(one.value.unit.key for one in counts_held().calendar if one.period == period)
        return tuple(link_within(unit, period, by) for unit in units)


def withdraw_link(unit: str, period: Period, *, by: Actor) -> None:
    """Let the link of a unit for some months open nothing from now on."""
    with doing(Deed.LINK_UNIT, by=by, subject=mask(f"{unit}, {period.in_words}")), alone():
        thing = counts_link(_line(unit, period).unit, period)
        must_hold(thing)
        say_of(thing, None, Deed.LINK_UNIT, by=by)


def keep_unit_key(key: UnitKey, *, by: Actor, seen: int | None = None) -> None:
    """Enter the public key that a unit's packets are known by. Raises ``Refused`` when it is none."""
    thing = unit_key(key.id)
    with doing(Deed.KEEP_UNIT_KEY, by=by, subject=mask(thing.name)), alone():
        refuse_any((*key_problems(key), *text_problems(thing.name, key.id, key.unit)))
        say_of(thing, key, Deed.KEEP_UNIT_KEY, by=by, seen=seen)


def withdraw_unit_key(key_id: str, *, by: Actor, seen: int | None = None) -> None:
    """Take back a key: no packet that is signed with it is taken from now on."""
    thing = unit_key(key_id)
    with doing(Deed.KEEP_UNIT_KEY, by=by, subject=mask(thing.name)), alone():
        must_hold(thing)
        say_of(thing, None, Deed.KEEP_UNIT_KEY, by=by, seen=seen)


def link_within(unit: str, period: Period, by: Actor) -> UnitLink:
    """Make a link in a transaction that is open already."""
    line, secret = _line(unit, period), secrets.token_urlsafe(24)
    until = max(line.due, timezone.localdate()) + OPEN_AFTER
    say_of(counts_link(line.unit, period), CountsLink(unit, link_digest(secret), until), Deed.LINK_UNIT, by=by)
    return UnitLink(line.unit, period, until, secret)


def _line(unit: str, period: Period) -> CountsAsked:
    """Return what a unit is asked for exactly some months; raises ``Refused`` when nothing."""
    found = (one.value for one in counts_held().calendar if (one.value.unit.key, one.period) == (unit, period))
    line = next(found, None)
    if line is None:
        raise Refused([kinds.NOT_ASKED.at(mask(f"{unit}, {period.in_words}"))])
    return line


def _problems(line: CountsAsked, above: tuple[CountsAsked, ...], held: CountsHeld) -> Iterator[Problem]:
    yield from calendar_problems(line)
    yield from text_problems(line.in_words, *texts_of(line))
    for one in (*(said.value for said in held.calendar), *above):
        same = (one.unit.key, one.activity.key) == (line.unit.key, line.activity.key)
        if same and one.period != line.period and one.period.overlaps(line.period):
            yield kinds.PERIODS_OVERLAP.at(line.in_words, period=one.period.in_words)
        if same and one.period == line.period and one in above:
            yield kinds.ASKED_TWICE.at(line.in_words)
    before = held.line(line.unit.key, line.activity.key, line.period)
    if before and before.submission and _wanted(before.asked) != _wanted(line):
        yield kinds.TABLES_ANSWERED.at(line.in_words)


def _wanted(line: CountsAsked) -> tuple[frozenset[str], tuple[Code, ...]]:
    """Return which cells a line asks for."""
    return frozenset(line.tables), line.occasions
