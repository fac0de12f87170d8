"""What is wrong with an activity: with itself, beside the others, and by the rules that warn?"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.activities import problems as kinds
from samordna.domain.activities.activity import Activity, Performer
from samordna.domain.activities.classification import ESF_MARKS, MARKS, categories_of
from samordna.domain.activities.rules import ONLY_MEMBERS, TWO_PARTIES
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month, month_in_words
from samordna.domain.values.problem import Problem
from samordna.domain.values.spelling import folded

_OLDEST: Final = 120
_LONGEST: Final = 520
"""Years of age, and weeks, that a person can mean."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What an activity is held against: the members by code and name, and the keys of rows of cost centres.

    ``municipalities`` are those of the members. Nothing is told of members or rows while none are known.
    """

    members: tuple[tuple[str, str], ...] = ()
    rows: frozenset[str] = frozenset()
    municipalities: tuple[tuple[str, str], ...] = ()

    def has_member(self, told: str) -> bool:
        """Tell whether a code or a name is a member's."""
        return one_of(self.members, told) is not None


def one_of(named: Iterable[tuple[str, str]], told: str) -> str | None:
    """Return the code of whom somebody means, by code or by name; None when it is none of them."""
    return next((code for code, name in named if folded(told.strip()) in {folded(code), folded(name)}), None)


NOTHING_BESIDE: Final = Beside()


def activity_problems(activity: Activity, beside: Beside = NOTHING_BESIDE) -> tuple[Problem, ...]:
    """Return everything that is wrong with an activity, what stops it and what is only told."""
    place = activity.name or activity.id or swedish("insatsen")
    return (
        *_of_itself(activity, place),
        *_of_classification(activity, place),
        *_of_limits(activity, place),
        *_of_performers(activity, place, beside),
        *_of_rules(activity, place),
        *_of_rows(activity.all_rows, place, beside.rows),
    )


def left_behind_problems(activity: Activity, units: Iterable[str]) -> Iterator[Problem]:
    """Yield a warning for each unit, by its id, that something is said of and that no longer performs the activity."""
    for unit in dict.fromkeys(units):
        if unit and activity.performer(unit) is None:
            yield kinds.UNIT_LEFT_BEHIND.at(activity.name, unit=unit)


def _of_itself(activity: Activity, place: str) -> Iterator[Problem]:
    if not activity.name.strip() or not activity.id:
        yield kinds.WITHOUT_NAME.at(place)
    if not activity.source.strip():
        yield kinds.WITHOUT_SOURCE.at(place)
    yield from _in_order(swedish("Insatsen"), activity.first, activity.last, place)


def _in_order(what: str, first: Month | None, last: Month | None, place: str) -> Iterator[Problem]:
    if first and last and last < first:
        months = {"first": month_in_words(first), "last": month_in_words(last)}
        yield kinds.ENDS_BEFORE_IT_BEGINS.at(place, what=what, **months)


def _of_classification(activity: Activity, place: str) -> Iterator[Problem]:
    known = categories_of(activity.direction, activity.first)
    told = {"known": ", ".join(known.values()), "direction": activity.direction.in_words}
    if not activity.category:
        yield kinds.WITHOUT_CATEGORY.at(place, known=told["known"])
    elif activity.category not in known:
        yield kinds.UNKNOWN_CATEGORY.at(place, category=activity.category, **told)
    for mark in activity.marks:
        if mark not in MARKS:
            yield kinds.UNKNOWN_MARK.at(place, mark=mark, known=", ".join(MARKS.values()))
        elif ESF_MARKS.get(mark, activity.esf) is not activity.esf:
            words = {"marked": ESF_MARKS[mark].in_words, "esf": activity.esf.in_words}
            yield kinds.ESF_DISAGREES.at(place, mark=MARKS[mark], **words)


def _of_limits(activity: Activity, place: str) -> Iterator[Problem]:
    ages = (swedish("Ålder"), activity.youngest, activity.oldest, _OLDEST)
    weeks = (swedish("Längd i veckor"), activity.shortest, activity.longest, _LONGEST)
    for what, low, high, most in (ages, weeks):
        for number in (low, high):
            if number is not None and not 0 <= number <= most:
                yield kinds.IMPOSSIBLE.at(place, what=what, number=number, least=0, most=most)
        if low is not None and high is not None and low > high:
            yield kinds.REVERSED.at(place, what=what, low=low, high=high)


def _of_performers(activity: Activity, place: str, beside: Beside) -> Iterator[Problem]:
    for unit, times in Counter(one.id for one in activity.performers if one.id).items():
        if times > 1:
            named = next(one.unit for one in activity.performers if one.id == unit)
            yield kinds.UNIT_TWICE.at(place, unit=named)
    for one in activity.performers:
        if not one.id:
            yield kinds.UNIT_WITHOUT_NAME.at(place)
            continue
        yield from _in_order(one.unit, one.since, one.until, place)
        yield from _outside(activity, one, place)
        rule = ONLY_MEMBERS
        if beside.members and rule.holds_over(activity.first, activity.last) and not beside.has_member(one.member):
            told = {"member": one.member or swedish("ingen angiven"), "rule": rule.told}
            yield kinds.NOT_A_MEMBER.at(place, unit=one.unit, **told)
        if one.only_from and beside.municipalities and one_of(beside.municipalities, one.only_from) is None:
            yield kinds.NO_MUNICIPALITY.at(place, unit=one.unit, told=one.only_from)


def _outside(activity: Activity, one: Performer, place: str) -> Iterator[Problem]:
    early = one.since is not None and one.since < activity.first
    late = activity.last is not None and (one.until or one.since or 0) > activity.last
    if early or late:
        yield kinds.UNIT_OUTSIDE.at(place, unit=one.unit)


def _of_rules(activity: Activity, place: str) -> Iterator[Problem]:
    count = len(set(activity.parties))
    if count < 2 and TWO_PARTIES.holds_over(activity.first, activity.last):
        words = swedish("en") if count else swedish("ingen")
        yield kinds.ONE_PARTY.at(place, count=words, rule=TWO_PARTIES.told)


def _of_rows(rows: tuple[str, ...], place: str, known: Collection[str]) -> Iterator[Problem]:
    for row in rows:
        if known and row not in known:
            yield kinds.UNKNOWN_ROW.at(place, row=row)
