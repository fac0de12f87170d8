"""What is wrong with what is known of an association's members, keys, weights and populations?"""

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from fractions import Fraction
from typing import TypeVar

from samordna.domain.association import problems as kinds
from samordna.domain.association.association import Association
from samordna.domain.association.key import AllocationKey
from samordna.domain.association.members import Member, Party
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import PERCENT

T = TypeVar("T", bound=Hashable)


def association_problems(association: Association) -> tuple[Problem, ...]:
    """Return everything that is wrong with an association whatever the year, group by group, member by member."""
    return (
        *(
            kinds.GROUP_TWICE.at(swedish("grupperna"), group=one)
            for one in _twice(group.id for group in association.groups)
        ),
        *_of_members(association),
        *_of_keys(association),
        *_of_weights(association),
        *_of_populations(association),
    )


def _of_members(association: Association) -> Iterator[Problem]:
    for code in _twice(member.code for member in association.members):
        yield kinds.MEMBER_TWICE.at(swedish("medlemmarna"), code=code)
    for member in association.members:
        place = member.name or member.code or swedish("medlemmarna")
        if not member.code or not member.name:
            yield kinds.MEMBER_WITHOUT_NAME.at(place, code=member.code)
        if association.group(member.group) is None:
            yield kinds.MEMBER_OF_UNKNOWN_GROUP.at(
                place, member=member.name, group=member.group, known=_known(association)
            )
        yield from _of_days(member, place)


def _of_days(member: Member, place: str) -> Iterator[Problem]:
    if member.joined and member.left and member.left < member.joined:
        days = {"joined": swedish_date(member.joined), "left": swedish_date(member.left)}
        yield kinds.LEFT_BEFORE_JOINED.at(place, member=member.name, **days)


def _of_keys(association: Association) -> Iterator[Problem]:
    for day in _twice(key.since for key in association.keys):
        yield kinds.KEY_TWICE.at(swedish("fördelningsnycklarna"), day=swedish_date(day))
    for key in association.keys:
        place = swedish("fördelningsnyckeln från {day}").format(day=swedish_date(key.since))
        yield from _of_parts(association, key, place)
        yield from _of_the_state(association, key, place)
        if not _is_a_day(key):
            yield kinds.NO_SUCH_DAY.at(place, day=key.counted.day, month=key.counted.month)


def _of_parts(association: Association, key: AllocationKey, place: str) -> Iterator[Problem]:
    for group in _twice(part.group for part in key.parts):
        yield kinds.GROUP_TWICE_IN_KEY.at(place, group=group)
    for part in key.parts:
        if association.group(part.group) is None:
            yield kinds.KEY_OF_UNKNOWN_GROUP.at(place, group=part.group, known=_known(association))
        if part.weight < 0:
            yield kinds.NEGATIVE_WEIGHT.at(place, weight=swedish_number(part.weight))
    for group_of in association.groups:
        if key.part_of(group_of.id) is None:
            yield kinds.GROUP_WITHOUT_PART.at(place, group=group_of.name)
    if not any(part.weight for part in key.parts):
        yield kinds.WEIGHTS_ALL_ZERO.at(place)


def _of_the_state(association: Association, key: AllocationKey, place: str) -> Iterator[Problem]:
    """Yield a warning when what the State's members pay is not half of the whole."""
    whole = sum(part.weight for part in key.parts)
    states = {one.group for one in association.members if one.party in {Party.INSURANCE, Party.EMPLOYMENT}}
    share = sum(part.weight for part in key.parts if part.group in states)
    if states and whole > 0 and 2 * share != whole:
        yield kinds.STATE_IS_NOT_HALF.at(place, share=swedish_number(PERCENT.shown(Fraction(share, whole))))


def _is_a_day(key: AllocationKey) -> bool:
    try:
        dt.date(2023, key.counted.month, key.counted.day)  # a year without a leap day
    except ValueError:
        return False
    return True


def _of_weights(association: Association) -> Iterator[Problem]:
    known = {member.code: member.name for member in association.members}
    for code, day in _twice((one.member, one.since) for one in association.weights):
        yield kinds.WEIGHT_TWICE.at(swedish("vikterna"), member=known.get(code, code), day=swedish_date(day))
    for one in association.weights:
        place = swedish("vikterna, {member}").format(member=known.get(one.member, one.member))
        if one.member not in known:
            yield kinds.WEIGHT_OF_UNKNOWN.at(place, member=one.member)
        if one.weight < 0:
            yield kinds.NEGATIVE_WEIGHT.at(place, weight=swedish_number(one.weight))


def _of_populations(association: Association) -> Iterator[Problem]:
    known = {member.code: member.name for member in association.members}
    different = {(one.member, one.reference_date, one.count) for one in association.populations}
    for code, day in _twice((member, day) for member, day, _ in sorted(different)):
        yield kinds.POPULATION_TWICE.at(swedish("folkmängden"), member=known.get(code, code), day=swedish_date(day))
    for one in association.populations:
        place = swedish("folkmängden, {member}").format(member=known.get(one.member, one.member))
        if one.member not in known:
            yield kinds.WEIGHT_OF_UNKNOWN.at(place, member=one.member)
        if one.count < 1:
            yield kinds.NOBODY_LIVES_THERE.at(place, count=swedish_number(one.count))


def _known(association: Association) -> str:
    return ", ".join(group.id for group in association.groups) or swedish("inga: det finns inga grupper")


def _twice(values: Iterable[T]) -> list[T]:
    return [value for value, times in Counter(values).items() if times > 1]
