"""How is a unit reminded of its counts, so that nobody is reminded twice the same day?

A reminder carries a new link, which is known to nobody else: it is made, sent and noted together, or not at all.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from smtplib import SMTPException
from typing import Final

from django.core.mail import EmailMessage
from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.participation.collecting.link import link_address
from samordna.domain.participation.collecting.reminders import (
    Letter,
    Reminded,
    ReminderDays,
    ToRemind,
    reminder_letter,
)
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.counts import counts_problems as kinds
from samordna.office.actions.counts.counts_asking import link_within
from samordna.office.actions.counts.counts_things import the_reminder
from samordna.office.actions.doing import doing, is_of_the_database
from samordna.office.actions.plan.plan_saying import say_of
from samordna.office.questions.association.mail import may_send_mail
from samordna.office.questions.counts.counts import counts_held
from samordna.office.questions.identity import association
from samordna.office.store.writing import alone

_REMINDING: Final = swedish("påminnelser om siffror")


@dataclass(frozen=True, slots=True)
class Reminder:
    """A unit that was reminded: what it was written, to which address, and whether that was sent or is to be copied."""

    to: ToRemind
    letter: Letter
    mailed: bool


@dataclass(frozen=True, slots=True)
class Reminders:
    """The units that were reminded, and why others were not."""

    sent: tuple[Reminder, ...]
    problems: tuple[Problem, ...]


def remind_units(
    site: str,
    *,
    by: Actor,
    wanted: Collection[tuple[str, Period]] | None = None,
    days: ReminderDays | None = None,
    today: dt.date | None = None,
) -> Reminders:
    """Remind units of what they have left to do: those in ``wanted``, or else those whose day it is.

    ``site`` is the address that the links begin with. Each unit is reminded by itself: one whose letter could not be
    sent is told of, and the others are reminded all the same.
    """
    day = today or timezone.localdate()
    with doing(Deed.REMIND_UNITS, by=by, subject=_REMINDING):
        waiting = {(one.unit.key, one.period): one for one in counts_held().waiting}
    chosen = [whose for whose, one in waiting.items() if one.is_due(day, days or ReminderDays())]
    sent: list[Reminder] = []
    told: list[Problem] = []
    for unit, period in dict.fromkeys(chosen if wanted is None else wanted):
        try:
            sent += _reminded(unit, period, site, day, by, told)
        except Refused as refusal:
            if is_of_the_database(refusal):
                raise
            told += refusal.problems
    return Reminders(tuple(sent), tuple(told))


def _reminded(  # noqa: PLR0913, PLR0917 - whom, of what, when, by whom, and where the rest is told
    unit: str, period: Period, site: str, day: dt.date, by: Actor, told: list[Problem]
) -> tuple[Reminder, ...]:
    place = mask(f"{unit}, {period.in_words}")
    with doing(Deed.REMIND_UNITS, by=by, subject=place), alone():
        one = next((one for one in counts_held().waiting if (one.unit.key, one.period) == (unit, period)), None)
        if one is None or one.last == day:
            told.append((kinds.REMINDED_TODAY if one else kinds.NOTHING_TO_REMIND).at(one.in_words if one else place))
            return ()
        link = link_within(unit, period, by)
        address = link_address(site, link.secret)
        letter = reminder_letter(one, association().name, link=address, until=link.until, today=day)
        if not one.contact:
            told.append(kinds.NO_CONTACT.at(one.in_words))
        mailed = bool(one.contact) and may_send_mail()
        say_of(the_reminder(one.unit, period), Reminded(unit, day, one.due, mailed), Deed.REMIND_UNITS, by=by)
        if mailed:
            _send(one, letter)
        return (Reminder(one, letter, mailed),)


def _send(one: ToRemind, letter: Letter) -> None:
    """Send last of all: what is not sent is not noted either."""
    try:
        EmailMessage(letter.subject, letter.text, to=[one.contact]).send()
    except (SMTPException, OSError, ValueError) as error:
        raise Refused([kinds.NOT_SENT.at(one.in_words, reason=type(error).__name__)]) from error
