"""What do the books lack, and has it come in a later ledger?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from samordna.domain.plan.agreement import AgreedSum, Contribution, over_months
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.owed import CONTRIBUTIONS, Owed, OwedKind, OwedState, OwedStep, after
from samordna.domain.plan.problems import BOOKED_AHEAD, PARTLY_BOOKED
from samordna.domain.values.kronor import whole_kr
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem


def owed_by_agreements(
    agreed: Iterable[AgreedSum], booked: Booked, period: Period, *, least: Ore = 1
) -> tuple[Owed, ...]:
    """Return what has been worked up of the agreements and not booked on their rows, ``least`` and more.

    ``period`` is months of a fiscal year. Rows that the ledger does not reach are left out.
    """
    found = ((row, sums, booked.over(row, period)) for row, sums in _by_row(agreed, period).items())
    return tuple(
        _of_agreement(row, sums, held, period)
        for row, sums, held in found
        if held is not None and _worked_up(sums, period) - held >= least
    )


def _by_row(agreed: Iterable[AgreedSum], period: Period) -> Mapping[str, list[AgreedSum]]:
    by_row: dict[str, list[AgreedSum]] = {}
    for one in agreed:
        if one.year.covers(period):
            by_row.setdefault(one.row, []).append(one)
    return by_row


def _worked_up(sums: Sequence[AgreedSum], period: Period) -> Ore:
    return sum(one.worked_up(period) for one in sums)


def _of_agreement(row: str, sums: Sequence[AgreedSum], held: Ore, period: Period) -> Owed:
    worked_up, amount = _worked_up(sums, period), sum(one.amount for one in sums)
    how = swedish("Avtalat {amount} för året, upparbetat {worked_up} {period}, bokfört {booked}.").format(
        amount=whole_kr(amount), worked_up=whole_kr(worked_up), period=period.in_words, booked=whole_kr(held)
    )
    return Owed(row, OwedKind.AGREEMENT, period, worked_up - held, how, held)


def booked_ahead(agreed: Iterable[AgreedSum], booked: Booked, period: Period) -> Iterator[Problem]:
    """Yield a finding for each agreement of which more is booked than has been worked up."""
    for row, sums in _by_row(agreed, period).items():
        held, worked_up = booked.over(row, period), _worked_up(sums, period)
        if held is not None and held > worked_up:
            yield BOOKED_AHEAD.at(row, booked=whole_kr(held), worked_up=whole_kr(worked_up))


def owed_contributions(
    contributions: Iterable[Contribution], booked: Ore, period: Period, *, least: Ore = 1_00
) -> tuple[Owed, ...]:
    """Return what the parties owe of the year's contributions and nobody has invoiced: an income, so it is minus.

    ``booked`` is what the ledger has of contributions over the months, an income told as plus. ``least`` is one krona:
    eight twelfths of an even sum are seldom even.
    """
    told = [one for one in contributions if one.decided and one.year.covers(period)]
    due = sum(over_months(one.amount, one.year, period) for one in told)
    if not told or due - booked < least:
        return ()
    how = swedish("Bidragen för {period} är {due}, fakturerat är {booked}.")
    sentence = how.format(period=period.in_words, due=whole_kr(due), booked=whole_kr(booked))
    return (Owed(CONTRIBUTIONS, OwedKind.CONTRIBUTION, period, booked - due, sentence, -booked),)


def claimed(row: str, period: Period, amount: Ore, source: str, *, booked: Ore = 0) -> Owed:
    """Return what a project has a right to of its financier, told as plus: an income, so the books lack minus it."""
    how = swedish("Fordran på finansiären för {period}: {source}.").format(period=period.in_words, source=source)
    return Owed(row, OwedKind.CLAIM, period, -amount, how, booked)


def recognised(owed: Owed, booked: Ore | None) -> Owed:
    """Return it as booked when a later ledger holds it: its row has at least that much more over its months.

    ``booked`` is what the row has over ``owed.period`` in the later ledger; None when that does not reach it. The
    booking order is dated the last day of those months, so that is where the amount comes.
    """
    if owed.is_open and booked is not None and _arrived(owed, booked) >= abs(owed.amount):
        return after(owed, OwedStep.RECOGNISE)
    return owed


def with_arrived(owed: Owed, booked: Ore | None) -> Owed:
    """Return it with how much of it the row has over its months by now; ``booked`` as in ``recognised``."""
    if not owed.is_open or booked is None:
        return owed
    arrived = min(max(_arrived(owed, booked), 0), abs(owed.amount))
    return replace(owed, arrived=arrived if owed.amount > 0 else -arrived)


def partly_booked(owed: Owed, booked: Ore | None) -> Iterator[Problem]:
    """Yield a finding when a later ledger holds a part of what was sent to be booked."""
    arrived = _arrived(owed, booked) if booked is not None else 0
    if owed.state is OwedState.SENT and 0 < arrived < abs(owed.amount):
        place = f"{owed.row} {owed.period.in_words}".strip()
        yield PARTLY_BOOKED.at(place, booked=whole_kr(arrived), amount=whole_kr(abs(owed.amount)))


def _arrived(owed: Owed, booked: Ore) -> Ore:
    """Return how much has come to the row since, in the direction that is lacking."""
    more = booked - owed.booked
    return more if owed.amount > 0 else -more
