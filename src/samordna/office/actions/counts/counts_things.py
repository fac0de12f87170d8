"""Which things can be said of counts, what is each called, and what is the trail told of it? Never a count."""

from collections.abc import Mapping

from samordna.domain.participation.asked import Named
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.collecting.link import CountsLink
from samordna.domain.participation.collecting.reminders import Reminded
from samordna.domain.participation.collecting.submission import Submission
from samordna.domain.participation.collecting.unit_key import UnitKey
from samordna.domain.participation.count_table import GENDER_NAMES
from samordna.domain.participation.stated import StatedTotal
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.actions.plan.plan_saying import Thing
from samordna.office.store import plan_rows as journal


def counts_asked(asked: CountsAsked) -> Thing[CountsAsked]:
    """Return that a unit is to tell its counts of an activity and months."""

    def told(one: CountsAsked) -> Mapping[str, object]:
        return {"due": one.due.isoformat(), "tables": len(one.tables), "contact": one.contact}

    name = swedish("siffror att lämna, {whose}").format(whose=asked.in_words)
    key = journal.performer_key(asked.activity.key, asked.unit.key)
    return Thing(journal.COUNTS_ASKED, key, asked.period, name, told)


def the_submission(asked: CountsAsked) -> Thing[Submission]:
    """Return a unit's answer."""

    def told(one: Submission) -> Mapping[str, object]:
        latest = one.history[-1].told if one.history else ""
        cells = sum(cell.value is not None for cell in one.report.cells)
        came = one.history[-1].arrived if one.history else None
        day = {"arrived": came.isoformat()} if came else {}
        return {"state": one.state.in_words, "comment": latest, "cells": cells, "questions": len(one.questions), **day}

    name = swedish("siffror, {whose}").format(whose=asked.in_words)
    key = journal.performer_key(asked.activity.key, asked.unit.key)
    return Thing(journal.SUBMISSION, key, asked.period, name, told)


def counts_link(unit: Named, period: Period) -> Thing[CountsLink]:
    """Return the link to a unit's form for some months."""

    def told(one: CountsLink) -> Mapping[str, object]:
        return {"last": one.until.isoformat()}

    name = swedish("länk till siffror, {unit}, {period}").format(unit=unit.name, period=period.in_words)
    return Thing(journal.COUNTS_LINK, unit.key, period, name, told)


def the_reminder(unit: Named, period: Period) -> Thing[Reminded]:
    """Return that a unit was reminded of some months."""

    def told(one: Reminded) -> Mapping[str, object]:
        return {"due": one.due.isoformat(), "mailed": one.mailed}

    name = swedish("påminnelse om siffror, {unit}, {period}").format(unit=unit.name, period=period.in_words)
    return Thing(journal.COUNTS_REMINDED, unit.key, period, name, told)


def stated_total(stated: StatedTotal) -> Thing[StatedTotal]:
    """Return a sum that somebody has stated."""

    def told(one: StatedTotal) -> Mapping[str, object]:
        return {"source": one.source}

    where = f"{TABLES[stated.place.table].name}, {GENDER_NAMES[stated.place.gender]}"
    name = swedish("angiven summa, {where}, {period}").format(where=where, period=stated.period.in_words)
    return Thing(journal.STATED_TOTAL, journal.stated_key(stated), stated.period, name, told)


def unit_key(key_id: str) -> Thing[UnitKey]:
    """Return the public key of a unit's own program, by its id."""

    def told(one: UnitKey) -> Mapping[str, object]:
        return {"name": one.unit}

    name = swedish("öppen nyckel {key}").format(key=key_id)
    return Thing(journal.UNIT_KEY, key_id, journal.ALWAYS, name, told)
