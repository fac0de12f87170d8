"""When does an agreement end, by when has notice to be given, and which ones need somebody's attention?"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.plan.agreements.life import AgreementState
from samordna.domain.plan.agreements.problems import NOTICE_PASSED, NOTICE_SOON
from samordna.domain.plan.agreements.terms import ServiceAgreement
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import how_many
from samordna.domain.values.period import Month, Period, month_in_words, month_of, months_later, swedish_date
from samordna.domain.values.problem import Problem

SOON: Final = dt.timedelta(days=92)
"""How far ahead a notice day or an end is told of: a quarter."""

_RENEWALS: Final = 100


class Standing(Enum):
    """Where an agreement stands on a day."""

    DRAFT = "draft"
    COMING = "coming"
    RUNNING = "running"
    ENDING = "ending"
    RUNS_ON = "runs-on"
    """Its last month, or its day of notice, has passed, and it goes on because nobody gave notice."""
    OVER = "over"
    WITHDRAWN = "withdrawn"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _STANDINGS[self]


_STANDINGS: Final = {
    Standing.DRAFT: swedish("utkast"),
    Standing.COMING: swedish("börjar senare"),
    Standing.RUNNING: swedish("löper"),
    Standing.ENDING: swedish("slutar snart"),
    Standing.RUNS_ON: swedish("löper vidare"),
    Standing.OVER: swedish("har slutat"),
    Standing.WITHDRAWN: swedish("återtaget"),
}


@dataclass(frozen=True, slots=True)
class Reach:
    """How far an agreement reaches on a day: its last month, the next day of notice, and whether it has run on."""

    last: Month
    notice: dt.date | None
    ran_on: bool


def reach(agreement: ServiceAgreement, day: dt.date) -> Reach:
    """Return how far an agreement reaches when nobody does anything more after ``day``.

    Each time a day of notice passes without notice it runs on by the months it says, and so does the day of notice.
    """
    last, notice, ran_on = agreement.last, agreement.notice.day, False
    goes_on = agreement.state is AgreementState.SIGNED and agreement.notice.runs_on > 0
    for _ in range(_RENEWALS):
        if not goes_on or notice is None or notice >= day:
            break
        last, ran_on = months_later(last, agreement.notice.runs_on), True
        notice = _later(notice, agreement.notice.runs_on)
    closed = agreement.state is not AgreementState.SIGNED or (notice is not None and notice < day)
    return Reach(last, None if closed else notice, ran_on)


def _later(day: dt.date, months: int) -> dt.date:
    month = months_later(month_of(day), months)
    end = Period(month, month).end
    return (
        end if day == Period(month_of(day), month_of(day)).end else dt.date(end.year, end.month, min(day.day, end.day))
    )


def standing(agreement: ServiceAgreement, day: dt.date) -> Standing:
    """Return where an agreement stands on a day."""
    if agreement.state is AgreementState.WITHDRAWN:
        return Standing.WITHDRAWN
    if agreement.state is AgreementState.DRAFT:
        return Standing.DRAFT
    reached = reach(agreement, day)
    end = Period(reached.last, reached.last).end
    if agreement.state is AgreementState.ENDED or day > end:
        return Standing.OVER
    if month_of(day) < agreement.first:
        return Standing.COMING
    if reached.ran_on:
        return Standing.RUNS_ON
    return Standing.ENDING if end - day <= SOON else Standing.RUNNING


def notices(agreements: Iterable[ServiceAgreement], day: dt.date) -> tuple[tuple[dt.date, ServiceAgreement], ...]:
    """Return the days of notice that are to come, the nearest first."""
    told = ((reach(one, day).notice, one) for one in agreements)
    return tuple(sorted(((at, one) for at, one in told if at), key=lambda pair: (pair[0], pair[1].number)))


def notice_problems(agreements: Iterable[ServiceAgreement], day: dt.date) -> Iterator[Problem]:
    """Yield what a day asks of somebody: a day of notice that is near, and one that passed without notice."""
    for one in agreements:
        reached = reach(one, day)
        if reached.ran_on and one.notice.day:
            told = {"day": swedish_date(one.notice.day), "last": month_in_words(reached.last)}
            yield NOTICE_PASSED.at(f"{one.place}, {one.title}", **told)
        elif reached.notice and reached.notice - day <= SOON:
            days = how_many((reached.notice - day).days, swedish("en dag"), swedish("{count} dagar"))
            told_of = {"day": swedish_date(reached.notice), "days": days, "otherwise": otherwise(one)}
            yield NOTICE_SOON.at(f"{one.place}, {one.title}", **told_of)


def otherwise(agreement: ServiceAgreement) -> str:
    """Return what happens to an agreement when nobody gives notice."""
    if not agreement.notice.runs_on:
        return swedish("Annars slutar det i {last}.").format(last=month_in_words(agreement.last))
    one, several = swedish("Annars löper det vidare en månad."), swedish("Annars löper det vidare {count} månader.")
    return how_many(agreement.notice.runs_on, one, several)
