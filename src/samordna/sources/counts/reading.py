"""What did a file of counts say, and which of the things that are asked is it an answer to?"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from samordna.domain.participation import problems as kinds
from samordna.domain.participation.asked import Asked, Named
from samordna.domain.participation.counts_report import CountsReport, VouchedBy
from samordna.domain.values.identity_number import mask
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.domain.values.spelling import folded


@dataclass(frozen=True, slots=True)
class CountsReading:
    """What a file said: a report, or none when any of the problems refuses. ``asked`` is what it is an answer to."""

    report: CountsReport | None
    problems: tuple[Problem, ...]
    asked: Asked | None = None


def masked(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems that repeat no identity number, whatever they quote."""
    return tuple(
        replace(one, place=mask(one.place), found=mask(one.found), remedy=mask(one.remedy)) for one in problems
    )


@dataclass(frozen=True, slots=True)
class Head:
    """Whose counts a file says that it has and for when, by key or by name, and where it says so."""

    unit: str
    activity: str
    period: str
    place: str


def asked_by(head: Head, asked: Collection[Asked]) -> Asked | Problem:
    """Return which of the things that are asked a file answers, or why it answers none of them."""
    of_unit = [one for one in asked if _is(head.unit, one.unit)]
    if not of_unit:
        return kinds.UNKNOWN_UNIT.at(head.place, unit=head.unit, known=_names(one.unit for one in asked))
    of_activity = [one for one in of_unit if _is(head.activity, one.activity)]
    if not of_activity:
        known = _names(one.activity for one in of_unit)
        return kinds.UNKNOWN_ACTIVITY.at(head.place, activity=head.activity, known=known)
    try:
        period = Period.parse(head.period)
    except ValueError:
        return kinds.NO_PERIOD.at(head.place, text=head.period)
    found = next((one for one in of_activity if one.period == period), None)
    if found is None:
        wanted = ", ".join(
            dict.fromkeys(one.period.in_words for one in sorted(of_activity, key=lambda one: one.period))
        )
        return kinds.WRONG_PERIOD.at(head.place, found=period.in_words, wanted=wanted)
    return found


def role_of(word: str, place: str) -> VouchedBy | Problem:
    """Return the role that a word stands for, or that it stands for none: it may be a name and is not repeated."""
    found = next((one for one in VouchedBy if folded(word.strip()) in {one.value, one.name.lower()}), None)
    if found:
        return found
    return kinds.UNKNOWN_ROLE.at(place, known=", ".join(one.value for one in VouchedBy))


def _is(text: str, named: Named) -> bool:
    return folded(" ".join(text.split())) in {folded(named.key), folded(named.name)}


def _names(named: Iterable[Named]) -> str:
    return ", ".join(dict.fromkeys(one.name for one in named))
