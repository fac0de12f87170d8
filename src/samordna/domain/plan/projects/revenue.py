"""What has a project earned of its grant, and is it booked and paid?"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import Column, ComputedOrigin, How, Number, Part, Row, RowKind, Table
from samordna.domain.plan.agreement import over_months
from samordna.domain.plan.projects.claim import claim_in_words
from samordna.domain.plan.projects.earned import Earning, received
from samordna.domain.plan.projects.project import RowUse
from samordna.domain.plan.projects.told import Told
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period, months_later
from samordna.domain.values.unit import KRONOR, Unit


def earned_part(earning: Earning, period: Period) -> Part:
    """Return what is earned over some months, and by what: each claim, and what the books give besides."""
    claims = [
        Part(f"{claim_in_words(claim)}, {claim.state.in_words}", amount, ComputedOrigin(_CLAIMED))
        for claim in earning.claims
        if claim.stands and (amount := falling(claim.worth, claim.period, period))
    ]
    earned = earning.over(period)
    besides = earned - sum(part.exact for part in claims)
    if besides:
        claims.append(Part(swedish("upparbetat utan ansökan"), besides, ComputedOrigin(_WORKED_UP)))
    return Part(swedish("intjänat bidrag"), earned, ComputedOrigin(_EARNED, tuple(claims)))


_CLAIMED: Final = swedish("Det som är godkänt, annars det som är sökt, jämnt fördelat på ansökans månader.")
_WORKED_UP: Final = swedish(
    "Kostnader i bokföringen för månader som ingen ansökan gäller, gånger finansiärens andel; högst bidraget."
)
_EARNED: Final = swedish("Bidraget är intjänat i den takt som dess villkor är uppfyllda.")


def falling(amount: Ore, months: Period, period: Period) -> Ore:
    """Return the part of an amount that falls on some of its months."""
    if not months.overlaps(period):
        return 0
    return over_months(amount, months, Period(max(months.first, period.first), min(months.last, period.last)))


def revenue_table(told: Told, unit: Unit = KRONOR) -> Table:
    """Return what is earned beside what is booked as income and what has been paid, for the year and to date.

    What is earned and not paid is a claim on the funder, what is paid and not earned a liability.
    """
    columns = (
        Column("year", told.this_year.in_short),
        Column("to-date", swedish("Hittills"), emphasis=True),
    )
    rows = tuple(_revenue_row(told, line, unit) for line in _LINES)
    title = swedish("Bidraget: intjänat, bokfört och utbetalt")
    remark = swedish("Minus på sista raden är ett förskott: en skuld till finansiären tills det är intjänat.")
    return Table("project-revenue", title, unit, columns, rows, stub=swedish("Bidrag"), remarks=(remark,))


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table: its id, what it is, and what is asked of some months."""

    id: str
    label: str
    kind: RowKind
    of: Callable[[Earning, Period], Part]


def _revenue_row(told: Told, line: _Line, unit: Unit) -> Row:
    parts = (line.of(told.earning, told.this_year), line.of(told.earning, told.to_date))
    return Row(line.id, line.label, line.kind, tuple(Number(part.exact, unit, part.origin) for part in parts))


def _booked_of(earning: Earning, period: Period) -> Part:
    part = earning.books.part(RowUse.INCOME, period)
    return Part(swedish("bokfört som intäkt"), earning.booked(period), part.origin)


def _to_book(earning: Earning, period: Period) -> Part:
    parts = (earned_part(earning, period), _booked_of(earning, period))
    origin = ComputedOrigin(swedish("Intjänat minus bokfört."), parts, How.DIFFERENCE)
    return Part(swedish("inte bokfört"), parts[0].exact - parts[1].exact, origin)


def _received_of(earning: Earning, period: Period) -> Part:
    project = earning.project
    before = received(project, earning.claims, months_later(period.first, -1))
    amount = received(project, earning.claims, period.last) - before
    return Part(swedish("utbetalt"), amount, ComputedOrigin(swedish("Utbetalda ansökningar och förskott.")))


def _receivable(earning: Earning, period: Period) -> Part:
    parts = (earned_part(earning, period), _received_of(earning, period))
    origin = ComputedOrigin(swedish("Intjänat minus utbetalt."), parts, How.DIFFERENCE)
    return Part(swedish("fordran"), parts[0].exact - parts[1].exact, origin)


_LINES: Final = (
    _Line("earned", swedish("Intjänat bidrag"), RowKind.DETAIL, earned_part),
    _Line("booked", swedish("Bokfört som intäkt"), RowKind.DETAIL, _booked_of),
    _Line(":to-book", swedish("Intjänat men inte bokfört"), RowKind.SUBTOTAL, _to_book),
    _Line("received", swedish("Utbetalt av finansiären"), RowKind.DETAIL, _received_of),
    _Line(":receivable", swedish("Fordran på finansiären"), RowKind.RESULT, _receivable),
)
