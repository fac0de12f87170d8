"""How does a balance of SIE 5, which has a month, become one of a year?

Its year is known when all fiscal years are, and whether it is a balance or a result when its account's nature is.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from samordna.domain.ledger.books import FiscalYear
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import accounts as kinds
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month
from samordna.sources.sie.model import AccountRecord, Balance, Objects, PeriodBalance, kronor
from samordna.sources.sie.records import Heading
from samordna.sources.sie.values import kind_by_class
from samordna.sources.sie.xml.aside import Aside
from samordna.sources.sie.xml.values import dashed
from samordna.sources.sie.xml.years import year_that_opens, year_with

MULTI: Final = "Multidim"
"""Ends the name of the element where a balance has two objects or more."""


class MonthBalance(NamedTuple):
    """An ``OpeningBalance``, ``ClosingBalance`` or ``Budget`` as written, ``name`` being that. No month: the year."""

    name: str
    account: str
    month: Month | None
    objects: Objects
    ore: Ore
    quantity: Decimal | None
    line: int

    @property
    def whole(self) -> tuple[str, str, Objects]:
        """What it is a balance of, whatever its month."""
        return self.name, self.account, self.objects


def place(written: Iterable[MonthBalance], heading: Heading, aside: Aside) -> None:
    """Put balances and budgets where they belong in the model; tell of those that belong to no year of the file."""
    written = list(written)
    latest = _latest_closing(written, heading.years)
    for one in written:
        if one.name.startswith("Budget"):
            _place_budget(one, heading, aside)
        elif one.month is not None:
            opens = one.name.startswith("Opening")
            year = (year_that_opens if opens else year_with)(heading.years, one.month)
            if year is None or (not opens and latest[one.whole, year] != one.month):
                _tell_stray(one, heading.findings)
            else:
                label = _label(one, heading.accounts)
                found = Balance(year, one.account, one.objects, one.ore, one.quantity)
                heading.balances.setdefault(label, []).append(found)


def on_balance_sheet(account: AccountRecord | None, number: str) -> bool:
    """Tell whether what an account closes with is a balance, or else a result; an unknown nature goes by class."""
    kind = account.kind if account else None
    return (kind or kind_by_class(number, bas=False)).on_balance_sheet


def _latest_closing(
    written: list[MonthBalance], years: Mapping[int, FiscalYear]
) -> dict[tuple[tuple[str, str, Objects], int], Month]:
    """Return the last month that each closing balance of a year is told for: a year closes once."""
    latest: dict[tuple[tuple[str, str, Objects], int], Month] = {}
    for one in written:
        year = year_with(years, one.month) if one.month and one.name.startswith("Closing") else None
        if year is not None and one.month is not None:
            latest[one.whole, year] = max(one.month, latest.get((one.whole, year), one.month))
    return latest


def _place_budget(one: MonthBalance, heading: Heading, aside: Aside) -> None:
    if one.month is None:
        heading.findings.on_line(kinds.BUDGET_OF_YEAR, one.line, account=one.account)
        aside.inner("Budget", {"accountId": one.account, "amount": str(kronor(one.ore))}, one.line)
        return
    year = year_with(heading.years, one.month) if heading.years else 0  # entries to import tell no years
    if year is None:
        _tell_stray(one, heading.findings)
        return
    found = PeriodBalance(year, one.month, one.account, one.objects, one.ore, one.quantity)
    heading.by_period.setdefault("#PBUDGET", []).append(found)


def _tell_stray(one: MonthBalance, findings: Findings) -> None:
    month = dashed(one.month) if one.month else ""
    findings.on_line(kinds.STRAY_MONTH, one.line, label=one.name, account=one.account, month=month)


def _label(one: MonthBalance, accounts: Mapping[str, AccountRecord]) -> str:
    """Return the record of SIE 4 that says the same."""
    if one.name.startswith("Opening"):
        return "#OIB" if one.objects else "#IB"
    if one.objects:
        return "#OUB"
    return "#UB" if on_balance_sheet(accounts.get(one.account), one.account) else "#RES"
