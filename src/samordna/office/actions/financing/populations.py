"""How do populations come in from Statistics Sweden, from the answer that was kept, or from a file?"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from typing import Final

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.association.counts_problems import KEPT_ANSWER, MUNICIPALITY_MISSING
from samordna.domain.association.population import PublishedCounts
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Problem, Refused, Severity
from samordna.office.actions.doing import doing
from samordna.office.actions.financing import financing_problems as problems
from samordna.office.actions.financing.member_keys import with_populations
from samordna.office.actions.financing.members import say_changed
from samordna.office.actions.plan.plan_saying import refuse_any, say_of
from samordna.office.actions.plan.plan_things import published_counts
from samordna.office.questions.financing.members import CountWanted, counts_wanted
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store.writing import alone
from samordna.sources.plan_files import read_financing

POPULATION_FILE: Final = "folkmangd.csv"
_CODE_DIGITS: Final = 4
_CLIENT: Final = "samordna.sources.scb.asking"
"""Loaded when somebody asks: the client brings libraries that nothing else needs."""


@dataclass(frozen=True, slots=True)
class PopulationsTaken:
    """The populations that came in: of which day, how many members, from where, and what is told all the same."""

    day: dt.date
    members: int
    source: str
    told: tuple[Problem, ...]

    @property
    def in_words(self) -> str:
        """How many members it is of: ``5 medlemmar``."""
        words = swedish("{count} medlem") if self.members == 1 else swedish("{count} medlemmar")
        return words.format(count=self.members)


def fetch_population(
    year: Period, *, by: Actor, seen: int | None = None, address: str = "", kept: bool = False
) -> PopulationsTaken:
    """Take the populations that the key of a year counts from Statistics Sweden, and keep the answer.

    Without an answer, or when the one that is ``kept`` is asked for, the one that was kept of that day is used, and
    that is told. ``address`` is another PxWeb than that of SCB. Raises ``Refused`` when there is none.
    """
    place = swedish("folkmängd för {year}").format(year=year.last // 100)
    with doing(Deed.FETCH_POPULATION, by=by, subject=place):
        wanted = counts_wanted(year)
        codes = tuple(_municipalities(wanted))
        if wanted is None or not codes:
            raise Refused([problems.NO_MUNICIPALITIES.at(place, year=year.last // 100)])
        found, told = _answer(codes, wanted.day, address=address, kept=kept)
        missing = tuple(_missing(found, wanted))
        counts = found.of(one.code for one in wanted.members)
        if not counts:
            raise Refused(missing)
        with alone():
            say_of(published_counts(found), found, Deed.FETCH_POPULATION, by=by)
            say_changed(partial(with_populations, counts=counts), Deed.FETCH_POPULATION, by=by, seen=seen)
    return PopulationsTaken(wanted.day, len(counts), found.source, (*told, *missing))


def _municipalities(wanted: CountWanted | None) -> Iterator[str]:
    for member in wanted.members if wanted else ():
        if member.code.isascii() and member.code.isdigit() and len(member.code) == _CODE_DIGITS:
            yield member.code


def _answer(
    codes: tuple[str, ...], day: dt.date, *, address: str, kept: bool
) -> tuple[PublishedCounts, tuple[Problem, ...]]:
    """Return the answer of today, or the kept one of that day that has most of the municipalities."""
    held = [one for one in plan_held().published if one.reference_date == day]
    best = max(held, key=lambda one: (len(one.of(codes)), one.fetched), default=None)
    if kept and best:
        return best, ()
    try:
        answer = import_module(_CLIENT).ask_population(codes, day, today=timezone.localdate(), address=address)
    except Refused as refusal:
        if best is None:
            raise
        told = (replace(one, severity=Severity.WARN) for one in refusal.problems)
        return best, (*told, KEPT_ANSWER.at(best.title, day=swedish_date(best.fetched)))
    return answer, ()


def _missing(found: PublishedCounts, wanted: CountWanted) -> Iterator[Problem]:
    known = {code for code, _ in found.counts}
    for member in wanted.members:
        if member.code not in known:
            yield MUNICIPALITY_MISSING.at(member.name, member=member.name, code=mask(member.code))


def take_population_file(content: bytes, *, by: Actor, seen: int | None = None) -> PopulationsTaken:
    """Take the populations of a file (``folkmangd.csv``), beside those of other members and days.

    Raises ``Refused`` with everything that is wrong with the file, line by line.
    """
    with doing(Deed.CHANGE_MEMBERS, by=by, subject=POPULATION_FILE), alone():
        held = plan_held().association
        read = read_financing({POPULATION_FILE: content}, replace(held, populations=()))
        told = refuse_any(read.problems)
        counts = read.association.populations
        if not counts:
            raise Refused([problems.NO_COUNTS_TAKEN.at(POPULATION_FILE)])
        say_changed(partial(with_populations, counts=counts), Deed.CHANGE_MEMBERS, by=by, seen=seen)
    members = len({one.member for one in counts})
    return PopulationsTaken(max(one.reference_date for one in counts), members, POPULATION_FILE, told)
