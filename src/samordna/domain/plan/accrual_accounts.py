"""Which accounts is what the books lack to be booked on?

Somebody chooses them. What the ledger itself suggests is proposed: the account that carried most of the row's cost
or income, and the accounts that are named after what they hold. What it does not suggest has to be asked for.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from samordna.domain.ledger.balances import Balances, YearBalances
from samordna.domain.ledger.books import Account, AccountKind
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.owed import CONTRIBUTIONS, Owed, OwedKind
from samordna.domain.plan.register import Register
from samordna.domain.values.money import Ore
from samordna.domain.values.period import months_later

_ACCRUED_COSTS: Final = (("upplup", "kostn"), ("interimsskuld",))
_ACCRUED_INCOME: Final = (("upplup", "intäkt"), ("interimsfordr",))
"""What such accounts are called: all the words of one of these, the first that any account has."""

_OF_STAFF: Final = ("lön", "semester", "social", "arbetsgiv", "pension", "ränt", "skatt", "retro")
"""Words of accounts for something else that is accrued: wages, charges, interest, tax."""


@dataclass(frozen=True, slots=True)
class AccrualAccounts:
    """The accounts of a booking order, by number; None, or no key, where nobody has said.

    ``costs`` and ``incomes`` are by row; under ``CONTRIBUTIONS`` stands the income of the contributions. A project's
    claim is booked on ``accrued_income``, the contributions on ``contributions_receivable``.
    """

    costs: Mapping[str, str] = field(default_factory=dict)
    incomes: Mapping[str, str] = field(default_factory=dict)
    accrued_costs: str | None = None
    accrued_income: str | None = None
    contributions_receivable: str | None = None

    def of_result(self, owed: Owed) -> str | None:
        """Return the account of cost or income that an amount is booked on."""
        return (self.costs if owed.kind is OwedKind.AGREEMENT else self.incomes).get(owed.row)

    def of_balance(self, owed: Owed) -> str | None:
        """Return the account of debt or claim that stands against it."""
        match owed.kind:
            case OwedKind.AGREEMENT:
                return self.accrued_costs
            case OwedKind.CLAIM:
                return self.accrued_income
            case OwedKind.CONTRIBUTION:
                return self.contributions_receivable


def proposed_accounts(
    owed: Iterable[Owed], register: Register, balances: Balances, contributions: Collection[str] = ()
) -> AccrualAccounts:
    """Return the accounts that the ledger suggests; ``contributions`` are those that contributions are booked on.

    What nobody has invoiced yet is an accrued income, a contribution too.
    """
    wanted = tuple(owed)
    if not wanted:
        return AccrualAccounts()
    carrying = _Carrying(register, _years_for(balances, wanted[0].period.last), frozenset(contributions))
    accrued_income = _named_like(_ACCRUED_INCOME, AccountKind.ASSET, "17", balances)
    found = {(one.kind is OwedKind.AGREEMENT, one.row): carrying.most(one) for one in wanted}
    return AccrualAccounts(
        costs={row: account for (is_cost, row), account in found.items() if is_cost and account},
        incomes={row: account for (is_cost, row), account in found.items() if not is_cost and account},
        accrued_costs=_named_like(_ACCRUED_COSTS, AccountKind.LIABILITY, "29", balances),
        accrued_income=accrued_income,
        contributions_receivable=accrued_income,
    )


def _years_for(balances: Balances, month: int) -> Balances:
    """Return the balances of the year that a month lies in and the one before, the later first."""
    found = (balances.year_of(month), balances.year_of(months_later(month, -12)))
    return replace(balances, years=tuple(year for year in found if year))


@dataclass(frozen=True)
class _Carrying:
    """The accounts of a ledger, asked which of them carried most of a row. Years are tried in order."""

    register: Register
    balances: Balances
    contributions: frozenset[str]

    def most(self, owed: Owed) -> str | None:
        """Return the account that carried most, this year or else the one before; the first of equals."""
        for year in self.balances.years:
            carried = dict(self._contributed(year) if owed.row == CONTRIBUTIONS else self._of_row(owed, year))
            if carried and max(carried.values()) > 0:
                return max(sorted(carried), key=lambda account: carried[account])
        return None

    def _of_row(self, owed: Owed, year: YearBalances) -> Iterator[tuple[str, Ore]]:
        kind, sign = (AccountKind.COST, 1) if owed.kind is OwedKind.AGREEMENT else (AccountKind.INCOME, -1)
        for account, booked in self._by_account.items():
            if self.balances.accounts[account].kind is kind:
                yield account, sign * sum(booked.months(owed.row, year).values())

    def _contributed(self, year: YearBalances) -> Iterator[tuple[str, Ore]]:
        for account in self.contributions & year.movements.accounts.keys():
            yield account, -sum(year.movements.accounts[account].values())

    @cached_property
    def _by_account(self) -> Mapping[str, Booked]:
        """What is booked on each account of the result that has cost centres, told by row."""
        accounts = self.balances.accounts
        with_objects = {account for year in self.balances.years for account, _ in year.movements.objects}
        of_result = (one for one in with_objects if one in accounts and not accounts[one].kind.on_balance_sheet)
        return {account: Booked(self.register, self.balances, (account,)) for account in sorted(of_result)}


def _named_like(names: tuple[tuple[str, ...], ...], kind: AccountKind, usual: str, balances: Balances) -> str | None:
    """Return the account of a kind that is called so: rather one in its usual place (``usual``), rather one in use."""
    used = {number for year in balances.years for number in (*year.opening, *year.movements.accounts)}
    for words in names:
        found = [one for one in balances.accounts.values() if one.kind is kind and _is_called(one, words)]
        if found:
            best = min(found, key=lambda one: (not one.number.startswith(usual), one.number not in used, one.number))
            return best.number
    return None


def _is_called(account: Account, words: tuple[str, ...]) -> bool:
    name = account.name.casefold()
    return all(word in name for word in words) and not any(word in name for word in _OF_STAFF)
