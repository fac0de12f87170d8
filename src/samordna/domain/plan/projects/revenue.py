"""What has a project earned of its grant, and is it booked and paid?"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import Column, ComputedOrigin, How, Number, Part, Row, RowKind, Table
from samordna.domain.plan.agreement import over_months
from samordna.domain.plan.projects.claim import Claim, claim_in_words
from samordna.domain.plan.projects.earned import Earning, received
from samordna.domain.plan.projects.project import RowUse
from samordna.domain.plan.projects.told import Told
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period, month_in_words, month_of, months_later
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

    What is earned and not paid is a claim on the funder, what is paid and not earned a liability. It is told at the
    end of the months, and beside it what of it the project has claimed.
    """
    columns = (
        Column("year", told.this_year.in_short),
        Column("to-date", swedish("Hittills"), emphasis=True),
    )
    rows = tuple(_revenue_row(told, line, unit) for line in _LINES)
    title = swedish("Bidraget: intjänat, bokfört och utbetalt")
    remark = swedish(
        "Fordran vid periodens början och det som är intjänat, minus det som är utbetalt, är fordran vid dess slut. "
        "Minus är ett förskott: en skuld till finansiären tills det är intjänat."
    )
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


def _opening(earning: Earning, period: Period) -> Part:
    before = months_later(period.first, -1)
    if before < earning.project.period.first:
        return Part(swedish("fordran"), 0, ComputedOrigin(swedish("Projektet börjar.")))
    return _receivable(earning, Period(earning.project.period.first, before))


def _receivable(earning: Earning, period: Period) -> Part:
    """Return what the funder owes at the end of some months, by all that is earned and paid until then."""
    until = Period(min(earning.project.period.first, period.last), period.last)
    parts = (earned_part(earning, until), _received_of(earning, until))
    rule = swedish("Intjänat minus utbetalt från projektets början till och med {month}.")
    origin = ComputedOrigin(rule.format(month=month_in_words(period.last)), parts, How.DIFFERENCE)
    return Part(swedish("fordran"), parts[0].exact - parts[1].exact, origin)


def _claimed_unpaid(earning: Earning, period: Period) -> Part:
    """Return the claims that stand, for the months until the end, less what of them had been paid by then."""
    until = Period(min(earning.project.period.first, period.last), period.last)
    parts = tuple(
        Part(f"{claim_in_words(claim)}, {claim.state.in_words}", left, ComputedOrigin(_UNPAID))
        for claim in earning.claims
        if claim.stands and (left := falling(claim.worth, claim.period, until) - _paid_until(claim, period.last))
    )
    return Part(swedish("sökt och inte utbetalt"), sum(part.exact for part in parts), ComputedOrigin(_UNPAID, parts))


def _paid_until(claim: Claim, month: Month) -> Ore:
    return claim.paid.amount if claim.paid and month_of(claim.paid.day) <= month else 0


def _unclaimed(earning: Earning, period: Period) -> Part:
    parts = (_receivable(earning, period), _claimed_unpaid(earning, period))
    rule = swedish("Fordran minus det som är sökt och inte utbetalt: upparbetat utan ansökan, minus förskott.")
    return Part(swedish("inte sökt"), parts[0].exact - parts[1].exact, ComputedOrigin(rule, parts, How.DIFFERENCE))


_UNPAID: Final = swedish("Det som är godkänt, annars sökt, för månaderna till dess, minus det som då var utbetalt.")
_LINES: Final = (
    _Line("earned", swedish("Intjänat bidrag"), RowKind.DETAIL, earned_part),
    _Line("booked", swedish("Bokfört som intäkt"), RowKind.DETAIL, _booked_of),
    _Line(":to-book", swedish("Intjänat men inte bokfört"), RowKind.SUBTOTAL, _to_book),
    _Line("opening", swedish("Fordran vid periodens början"), RowKind.DETAIL, _opening),
    _Line("received", swedish("Utbetalt av finansiären"), RowKind.DETAIL, _received_of),
    _Line(":receivable", swedish("Fordran på finansiären vid periodens slut"), RowKind.RESULT, _receivable),
    _Line("claimed-unpaid", swedish("varav sökt och inte utbetalt"), RowKind.DETAIL, _claimed_unpaid),
    _Line("unclaimed", swedish("varav intjänat utan ansökan, minus förskott"), RowKind.DETAIL, _unclaimed),
)
