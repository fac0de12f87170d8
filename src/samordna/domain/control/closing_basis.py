"""What is looked at when a period is to be closed?"""

from dataclasses import dataclass
from functools import cached_property

from samordna.domain.control.said import AccountNote, Acknowledgement
from samordna.domain.ledger.balances import Balances, YearBalances
from samordna.domain.ledger.books import Account
from samordna.domain.ledger.differences import LedgerDifference
from samordna.domain.plan.owed import Owed
from samordna.domain.plan.register import NO_REGISTER, Register
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period, months_later
from samordna.domain.values.problem import Problem


@dataclass(frozen=True)
class ClosingBasis:
    """Everything that the checklist of a period is made from.

    ``balances`` hold its fiscal year and the one before. ``findings`` are those of the laid-out statements, ``changed``
    what differs between the year's import that holds and the one before it, None when there was none. ``notes`` and
    ``acknowledged``, oldest first, may be of other periods too: only those of this one count, the latest of each.
    """

    period: Period
    balances: Balances
    register: Register = NO_REGISTER
    findings: tuple[Problem, ...] = ()
    owed: tuple[Owed, ...] = ()
    changed: LedgerDifference | None = None
    notes: tuple[AccountNote, ...] = ()
    acknowledged: tuple[Acknowledgement, ...] = ()

    @property
    def last(self) -> Month:
        """The month that it ends with."""
        return self.period.last

    @property
    def year(self) -> YearBalances | None:
        """The books of its fiscal year, None when they have not been read."""
        return self.balances.year_of(self.last)

    @property
    def year_before(self) -> YearBalances | None:
        """The books of the fiscal year before, None when they have not been read."""
        return self.balances.year_of(months_later(self.year.year.period.first, -1)) if self.year else None

    @property
    def tells_balances(self) -> bool:
        """Tell whether the books say what accounts hold at the end of the period."""
        year = self.year
        return year is not None and year.covers_to >= self.last and year.tells_balance(self.last)

    def balance(self, account: str) -> Ore:
        """Return what an account holds at the end of the period, from the year's beginning; 0 without books."""
        if self.year is None:
            return 0
        moved = self.year.movements.accounts.get(account, {})
        return self.year.opening.get(account, 0) + sum(ore for month, ore in moved.items() if month <= self.last)

    def has_moved(self, account: str) -> bool:
        """Tell whether an account moved in any month of the period."""
        moved = self.year.movements.accounts.get(account, {}) if self.year else {}
        return any(ore and month in self.period for month, ore in moved.items())

    def note_of(self, account: str) -> AccountNote | None:
        """Return the latest note on an account at the end of the period."""
        return self._notes.get(account)

    def said_of(self, key: str) -> Acknowledgement | None:
        """Return the latest that a person said of an item of the period's checklist."""
        return self._said.get(key)

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The chart of accounts, in number order."""
        return tuple(account for _, account in sorted(self.balances.accounts.items()))

    @cached_property
    def _notes(self) -> dict[str, AccountNote]:
        return {note.account: note for note in self.notes if note.period == self.period}

    @cached_property
    def _said(self) -> dict[str, Acknowledgement]:
        return {said.key: said for said in self.acknowledged if said.period == self.period}
