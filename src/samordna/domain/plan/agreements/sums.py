"""What do agreements come to on each row and in each year, and which invoices do they lead to?"""

from collections.abc import Iterable
from dataclasses import dataclass

from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.agreements.life import IN_FORCE
from samordna.domain.plan.agreements.terms import AgreedPart, ServiceAgreement
from samordna.domain.plan.profile import Profile, Shape
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period


def agreed_sums(agreements: Iterable[ServiceAgreement]) -> tuple[AgreedSum, ...]:
    """Return the sums of the agreements that have been signed: what forecasts and what is owed are found from."""
    return tuple(sum_of(one, part) for one in agreements if one.state in IN_FORCE for part in one.parts)


def sum_of(agreement: ServiceAgreement, part: AgreedPart) -> AgreedSum:
    """Return a part of an agreement as the sum of its row and year."""
    source = swedish("Avtal {number}").format(number=agreement.number)
    told = ", ".join(text for text in (source, agreement.name, agreement.reference) if text)
    return AgreedSum(
        part.row, part.year, part.amount, profile_of(agreement, part), agreement.party, told, agreement.number
    )


def profile_of(agreement: ServiceAgreement, part: AgreedPart) -> Profile:
    """Return how a part falls on the months of its year: on those that the agreement holds, and on no others.

    The months' own weights stand as they are, which ``agreement_problems`` asks of them.
    """
    if part.profile.weights or agreement.period.covers(part.year):
        return part.profile
    return Profile(Shape.AGREED, tuple(int(month in agreement.period) for month in part.year.months))


@dataclass(frozen=True, slots=True)
class ExpectedInvoice:
    """An invoice that an agreement leads to: the months it is for, the month it comes in, and its amount."""

    period: Period
    month: Month
    amount: Ore


def expected_invoices(agreement: ServiceAgreement) -> tuple[ExpectedInvoice, ...]:
    """Return the invoices that an agreement leads to, in order; together they are its sums.

    In advance they come in the first of their months, otherwise in the last.
    """
    by_month: dict[Month, Ore] = {}
    for part in agreement.parts:
        for month, ore in profile_of(agreement, part).spread(part.amount, part.year).items():
            by_month[month] = by_month.get(month, 0) + ore
    found = (
        (period, sum(by_month.get(month, 0) for month in period.months))
        for period in agreement.rhythm.turns(agreement.period)
    )
    return tuple(
        ExpectedInvoice(period, period.first if agreement.in_advance else period.last, amount)
        for period, amount in found
        if amount
    )
