"""How does a figure move, month by month, through its fiscal year beside the year before?

From sums only, for anything that has a value at a time: a line of a statement, or a set of accounts.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias

from samordna.domain.document import BLANK, Cell, Column, LedgerOrigin, Number, Row, RowKind, Table
from samordna.domain.ledger.balances import Balances, YearBalances
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.holdings import Amount, Holdings, Value, When
from samordna.domain.statements.layout import Measure
from samordna.domain.statements.selection import ObjectSelection
from samordna.domain.values.language import swedish
from samordna.domain.values.period import MONTHS, Month, Period, month_in_words, months_later
from samordna.domain.values.unit import Unit

ValueAt: TypeAlias = Callable[[Period], Value]
"""Gives what something is worth over some months, debit positive."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How the months are shown: the table's id and title, the unit, and the sign of the side."""

    id: str
    title: str
    unit: Unit
    sign: int = 1


def by_month(at: ValueAt, month: Month, balances: Balances, shown: Shown) -> Table | None:
    """Return a row for each covered month of the fiscal year that ``month`` lies in, beside the year before.

    The columns are ``this`` and ``before``; a year that has not been read, or is known as one sum only, has none. A
    month without a value is blank; None when no month has one, or when ``month`` lies in no year with months.
    """
    year = balances.year_of(month)
    if year is None or not year.has_months:
        return None
    before = balances.year_of(months_later(year.year.period.first, -1))
    years = [("this", year), *([("before", before)] if before and before.has_months else [])]
    months = list(zip_longest(*(known.covered.months for _, known in years)))
    rows = tuple(_row(at, group, shown) for group in months)
    if not any(isinstance(cell, Number) for row in rows for cell in row.cells):
        return None
    columns = tuple(Column(name, known.year.in_words, emphasis=name == "this") for name, known in years)
    remarks = tuple(_remarks(year, before))
    return Table(shown.id, shown.title, shown.unit, columns, rows, stub=swedish("Månad"), remarks=remarks)


def of_origin(holdings: Holdings, origin: LedgerOrigin) -> ValueAt:
    """Return what the accounts and objects of an origin are worth over other months, measured as they were."""

    def at(period: Period) -> Value:
        when = When(period, Scenario(origin.scenario))
        return holdings.of_accounts(origin.accounts, ObjectSelection(origin.objects), when, Measure(origin.measure))

    return at


def _row(at: ValueAt, months: tuple[Month | None, ...], shown: Shown) -> Row:
    named = next(month for month in months if month)
    cells = tuple(_cell(at, month, shown) for month in months)
    return Row(f"{named % 100:02d}", MONTHS[named % 100 - 1], RowKind.DETAIL, cells)


def _cell(at: ValueAt, month: Month | None, shown: Shown) -> Cell:
    value = at(Period(month, month)) if month else BLANK
    if not isinstance(value, Amount):
        return BLANK
    return Number(value.exact * shown.sign, shown.unit, value.origin)


def _remarks(year: YearBalances, before: YearBalances | None) -> Iterator[str]:
    if year.covers_to < year.year.period.last:
        covered = month_in_words(year.covers_to)
        yield swedish("Bokföringen är inläst till och med {covered}.").format(covered=covered)
    if before and not before.has_months:
        yield swedish("{year} är inläst som saldon för hela tiden och har inga månader.").format(
            year=before.year.in_words
        )
