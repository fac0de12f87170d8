"""What is wrong with an agreement, by itself and beside the others?"""

from collections import Counter
from collections.abc import Iterable, Iterator

from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.agreements import problems
from samordna.domain.plan.agreements.life import AgreementState
from samordna.domain.plan.agreements.sums import sum_of
from samordna.domain.plan.agreements.terms import AgreedPart, ServiceAgreement
from samordna.domain.plan.checks import agreed_problems
from samordna.domain.plan.register import Register
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.period import Period, month_in_words, month_of, swedish_date
from samordna.domain.values.problem import Problem
from samordna.domain.values.spelling import folded


def agreement_problems(agreement: ServiceAgreement, register: Register) -> tuple[Problem, ...]:
    """Return what is wrong with an agreement by itself; its sums are checked as any that are agreed for a row."""
    if agreement.last < agreement.first:
        words = {"first": month_in_words(agreement.first), "last": month_in_words(agreement.last)}
        return (problems.PERIOD_BACKWARDS.at(agreement.place, **words), *_of_terms(agreement))
    sums = (sum_of(agreement, part) for part in agreement.parts)
    return (
        *_of_terms(agreement),
        *_of_notice(agreement),
        *_of_parts(agreement),
        *(problem for one in sums for problem in agreed_problems(one, register)),
    )


def _of_terms(agreement: ServiceAgreement) -> Iterator[Problem]:
    place, agreed = agreement.place, agreement.agreed
    if not agreement.party.strip():
        yield problems.WITHOUT_PARTY.at(place)
    if agreed.number is not None and agreed.counts is None:
        yield problems.NUMBER_WITHOUT_COUNT.at(place, number=agreed.number)
    if agreed.number is None and agreed.counts is not None:
        yield problems.COUNT_WITHOUT_NUMBER.at(place, counts=agreed.counts.in_words)
    if agreed.number is not None and agreed.number < 0:
        yield problems.NEGATIVE_NUMBER.at(place, number=agreed.number)
    if agreement.state is AgreementState.SIGNED and not agreement.reference.strip():
        yield problems.WITHOUT_REFERENCE.at(place)


def _of_notice(agreement: ServiceAgreement) -> Iterator[Problem]:
    notice = agreement.notice
    if notice.day and month_of(notice.day) > agreement.last:
        words = {"day": swedish_date(notice.day), "last": month_in_words(agreement.last)}
        yield problems.NOTICE_AFTER_END.at(agreement.place, **words)
    if notice.runs_on and notice.day is None:
        yield problems.RUNS_ON_WITHOUT_DAY.at(agreement.place)


def _of_parts(agreement: ServiceAgreement) -> Iterator[Problem]:
    place = agreement.place
    for (row, told), times in Counter((part.row, part.year) for part in agreement.parts).items():
        if times > 1:
            yield problems.PART_TWICE.at(f"{place}, {row}", row=row, year=told.in_words)
    for part in agreement.parts:
        words = {"period": agreement.period.in_words}
        if not part.year.overlaps(agreement.period):
            yield problems.PART_OUTSIDE_PERIOD.at(f"{place}, {part.row}", year=part.year.in_words, **words)
        elif _falls_outside(agreement, part):
            yield problems.WEIGHT_OUTSIDE_PERIOD.at(f"{place}, {part.row}", row=part.row, **words)
    for year in _years_without(agreement):
        yield problems.YEAR_WITHOUT_SUM.at(place, year=year)


def _falls_outside(agreement: ServiceAgreement, part: AgreedPart) -> bool:
    weights = zip(part.year.months, part.profile.weights, strict=False)
    return any(weight and month not in agreement.period for month, weight in weights)


def _years_without(agreement: ServiceAgreement) -> Iterator[int]:
    """Yield the calendar years that it holds in and that no sum is for; a sum tells of every year that it touches."""
    told = {month // 100 for part in agreement.parts for month in part.year.months}
    yield from (year for year in sorted({month // 100 for month in agreement.period.months}) if year not in told)


def beside_problems(
    agreement: ServiceAgreement, others: Iterable[ServiceAgreement], sums: Iterable[AgreedSum] = ()
) -> tuple[Problem, ...]:
    """Return where an agreement overlaps another of the same party on the same row, or a sum without an agreement."""
    if agreement.last < agreement.first:
        return ()  # It has no period to lay beside another; that is told of it by itself.
    told = (
        *(problem for other in others for problem in _beside(agreement, other)),
        *(problem for one in sums for problem in _beside_sum(agreement, one)),
    )
    return tuple(told)


def _beside(agreement: ServiceAgreement, other: ServiceAgreement) -> Iterator[Problem]:
    gone = AgreementState.WITHDRAWN in {agreement.state, other.state}
    same = _plain(agreement.party) == _plain(other.party)
    if gone or not same or other.number == agreement.number or not agreement.period.overlaps(other.period):
        return
    first, last = max(agreement.first, other.first), min(agreement.last, other.last)
    for row in dict.fromkeys(part.row for part in agreement.parts):
        if any(part.row == row for part in other.parts):
            words = {"row": row, "other": other.number, "period": Period(first, last).in_words}
            yield problems.OVERLAPPING.at(f"{agreement.place}, {row}", **words)


def _beside_sum(agreement: ServiceAgreement, one: AgreedSum) -> Iterator[Problem]:
    for part in agreement.parts:
        if (part.row, part.year) == (one.row, one.year):
            words = {"row": one.row, "year": one.year.in_words, "amount": whole_kronor(one.amount)}
            yield problems.OVERLAPPING_SUM.at(f"{agreement.place}, {one.row}", **words)


def _plain(party: str) -> str:
    return "".join(folded(party).split())
