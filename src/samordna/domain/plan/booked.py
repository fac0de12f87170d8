"""What has been booked on a row of the register?

From the sums of the ledger, over the accounts that the follow-up asks for: cost is plus, income minus.
"""

from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from samordna.domain.ledger.balances import Balances, ByMonth, YearBalances
from samordna.domain.plan.register import COST_CENTRE, PROJECT, CostCentre, EarlierCode, Register, object_of
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period

_BOTH: Final = (COST_CENTRE, PROJECT)


@dataclass(frozen=True)
class Booked:
    """Rows of a register held against a ledger. ``accounts`` are those of income and cost unless given."""

    register: Register
    balances: Balances
    accounts: Container[str] | None = None

    def over(self, key: str, period: Period) -> Ore | None:
        """Return what a row booked over some months of a fiscal year; None when the ledger does not tell of them."""
        year = self.balances.year_of(period.last)
        if year is None or not self._tells(year, period):
            return None
        return sum(ore for month, ore in self.months(key, year).items() if month in period)

    def months(self, key: str, year: YearBalances) -> Mapping[Month, Ore]:
        """Return what a row booked in a fiscal year, by month."""
        row = self.register.row(key)
        if not isinstance(row, CostCentre):
            return {}
        moved: dict[Month, Ore] = defaultdict(int)
        _add(moved, self._of(row.code, row.project, year))
        for one in row.earlier:
            counted = {month: ore for month, ore in self._of(one.code, one.project, year).items() if _in(one, month)}
            _add(moved, counted)
        return moved

    def _tells(self, year: YearBalances, period: Period) -> bool:
        """Tell whether a ledger reaches the months, and knows cost centres and, where they are split, projects."""
        reached = period.first in year.year.period and period.first <= year.covers_to and year.tells_movement(period)
        return reached and year.tells_objects((COST_CENTRE,)) and (not self._is_split or year.tells_objects(_BOTH))

    def _of(self, code: str, project: str, year: YearBalances) -> Mapping[Month, Ore]:
        sums = self._sums[year.version]
        if project:
            return sums.get((code, project), {})
        whole = dict(sums.get((code, ""), {}))
        if self.register.is_split(code):
            for (one, part), months in sums.items():
                if one == code and part:
                    _add(whole, {month: -ore for month, ore in months.items()})
        return whole

    @cached_property
    def _is_split(self) -> bool:
        return any(self.register.is_split(row.code) for row in self.register.cost_centres)

    @cached_property
    def _sums(self) -> Mapping[int, Mapping[tuple[str, str], ByMonth]]:
        """What each cost centre moved, by import; with a project what that part of it moved."""
        return {year.version: self._moved(year) for year in self.balances.years}

    def _moved(self, year: YearBalances) -> Mapping[tuple[str, str], ByMonth]:
        sums: dict[tuple[str, str], dict[Month, Ore]] = defaultdict(lambda: defaultdict(int))
        for (account, (dimension, code)), months in year.movements.objects.items():
            if (dimension, code) == object_of(code) and self._asks_for(account):
                _add(sums[code, ""], months)
        for (account, (dimension, code), (second, project)), months in year.movements.pairs.items():
            if (dimension, code) == object_of(code) and second == PROJECT and self._asks_for(account):
                _add(sums[code, project], months)
        return sums

    def _asks_for(self, account: str) -> bool:
        if self.accounts is not None:
            return account in self.accounts
        known = self.balances.accounts.get(account)
        return known is None or not known.kind.on_balance_sheet


def _add(sums: dict[Month, Ore], months: ByMonth) -> None:
    for month, ore in months.items():
        sums[month] = sums.get(month, 0) + ore


def _in(one: EarlierCode, month: Month) -> bool:
    return (one.first is None or one.first <= month) and (one.last is None or month <= one.last)
