"""What is known of how a year is to be financed, before anything is shared out?"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from samordna.domain.association.association import Association
from samordna.domain.plan.financing.allotment import Allotment, history_problems, place_of
from samordna.domain.plan.financing.problems import (
    AGREED_TWICE,
    AGREED_WITH_UNKNOWN,
    ALLOTMENT_OF_UNKNOWN,
    ALLOTMENT_TWICE,
    NEGATIVE_AMOUNT,
)
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem


@dataclass(frozen=True, slots=True)
class AgreedAmount:
    """What a member has agreed to pay for the year whatever the key says; ``source`` is where that is written."""

    member: str
    amount: Ore
    source: str


@dataclass(frozen=True, slots=True)
class Frame:
    """All that is to be paid for a year (ram), told before the allotments are; ``source`` is where that is written."""

    amount: Ore
    source: str


@dataclass(frozen=True, slots=True)
class YearFinancing:
    """How a fiscal year is financed: the groups' allotments, what members have agreed, and the frame, if any.

    Without ``whole`` the frame follows from the allotments: their sum, and for groups without one what the key says
    beside those that have.
    """

    year: Period
    allotments: tuple[Allotment, ...] = ()
    agreed: tuple[AgreedAmount, ...] = ()
    whole: Ore | None = None

    def allotment_of(self, group: str) -> Allotment | None:
        """Return a group's allotment; None when there is none."""
        return next((one for one in self.allotments if one.group == group), None)


def year_problems(association: Association, financing: YearFinancing) -> Iterator[Problem]:
    """Yield what is wrong with what is known of a year, before it is shared out."""
    year = financing.year.start.year
    place = swedish("finansieringen {year}").format(year=year)
    for group in _twice(one.group for one in financing.allotments):
        yield ALLOTMENT_TWICE.at(place, group=group, year=year)
    for allotment in financing.allotments:
        yield from history_problems(allotment)
        yield from _unknown_group(association, allotment)
    if financing.whole is not None and financing.whole < 0:
        yield NEGATIVE_AMOUNT.at(place, amount=whole_kronor(financing.whole))
    yield from _of_agreed(association, financing, place)


def _unknown_group(association: Association, allotment: Allotment) -> Iterator[Problem]:
    key = association.key_of(allotment.year)
    known = [part.group for part in key.parts if association.group(part.group)] if key else []
    if key and allotment.group not in known:
        yield ALLOTMENT_OF_UNKNOWN.at(place_of(allotment), group=allotment.group, known=", ".join(known))


def _of_agreed(association: Association, financing: YearFinancing, place: str) -> Iterator[Problem]:
    year = financing.year.start.year
    for code in _twice(one.member for one in financing.agreed):
        yield AGREED_TWICE.at(place, member=code, year=year)
    key = association.key_of(financing.year)
    for one in financing.agreed:
        member = association.member(one.member)
        if not member or not member.days_in(financing.year) or (key and not key.part_of(member.group)):
            yield AGREED_WITH_UNKNOWN.at(place, member=member.name if member else one.member, year=year)
        if one.amount < 0:
            yield NEGATIVE_AMOUNT.at(place, amount=whole_kronor(one.amount))


def _twice(values: Iterator[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]
