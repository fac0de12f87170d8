"""What does a later ledger change in months that are closed?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.control.problems import CHANGES_CLOSED_MONTHS, CLOSED_MONTHS_NOT_TOLD
from samordna.domain.ledger.balances import Balances, YearBalances
from samordna.domain.ledger.books import Account
from samordna.domain.ledger.differences import AccountDifference, Change, LedgerTotals, differences
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period
from samordna.domain.values.problem import Problem

_NAMED: Final = 5
"""How many accounts are named when a file changes closed months."""


@dataclass(frozen=True, slots=True)
class AccountChange:
    """An account whose sum differs in a closed month, öre, debit positive.

    ``month`` is None for what the year opened with; where one of the ledgers is known as one sum, the last month stands
    for all of them.
    """

    account: Account
    month: Month | None
    change: Change


@dataclass(frozen=True, slots=True)
class ClosedChanges:
    """What a later ledger changes in closed months, account by account in number order.

    ``told`` is whether it tells of those months at all: a ledger that is known as one sum over more than them does
    not, and then nobody knows that nothing is changed.
    """

    changes: tuple[AccountChange, ...]
    told: bool = True

    @property
    def need_reason(self) -> bool:
        """Tell whether the later ledger is taken only with a reason."""
        return bool(self.changes) or not self.told

    @property
    def months(self) -> tuple[Month, ...]:
        """The closed months that change, in order."""
        return tuple(sorted({one.month for one in self.changes if one.month is not None}))


def changes_in_closed(closed: Balances, later: Balances, period: Period) -> ClosedChanges:
    """Return what a later ledger changes in a closed period, and in the year before it up to there.

    ``closed`` is the ledger that the period is pinned to; of both, the fiscal year that the period ends in is held
    against the other. What comes after the period is no matter. Raises ``ValueError`` when either has not that year.
    """
    then, now = closed.year_of(period.last), later.year_of(period.last)
    if then is None or now is None:
        raise ValueError(period)
    reach = Period(then.year.period.first, period.last)
    if not (_tells(then, reach) and _tells(now, reach)):
        return ClosedChanges((), told=False)
    before, since = _totals(closed, then), _totals(later, now)
    spans = _spans(reach) if then.has_months and now.has_months else (reach,)
    changes = (change for row in differences(before, since).rows for change in _of(row, before, since, spans))
    return ClosedChanges(tuple(changes))


def reason_wanted(found: ClosedChanges, period: Period, reason: str) -> Iterator[Problem]:
    """Yield why a later ledger is not taken over a closed period; nothing when it changes nothing or says why."""
    if reason.strip() or not found.need_reason:
        return
    if not found.told:
        yield CLOSED_MONTHS_NOT_TOLD.at(period.in_words)
    else:
        accounts = list(dict.fromkeys(f"{one.account.number} {one.account.name}" for one in found.changes))
        shown = ", ".join(accounts[:_NAMED]) + (" …" if len(accounts) > _NAMED else "")
        yield CHANGES_CLOSED_MONTHS.at(period.in_words, count=len(found.changes), accounts=shown)


def _tells(year: YearBalances, reach: Period) -> bool:
    """Tell whether a ledger says what moved in the closed months: one that stops before their end says nothing came."""
    return year.has_months or year.covers_to <= reach.last


def _totals(balances: Balances, year: YearBalances) -> LedgerTotals:
    return LedgerTotals.of(replace(balances, years=(year,)))


def _spans(reach: Period) -> tuple[Period, ...]:
    return tuple(Period(month, month) for month in reach.months)


def _of(
    row: AccountDifference, before: LedgerTotals, since: LedgerTotals, spans: tuple[Period, ...]
) -> Iterator[AccountChange]:
    """Yield what differs of an account: its opening balance, and each span of months, told by the last of them."""
    if row.opening.difference:
        yield AccountChange(row.account, None, row.opening)
    for span in spans:
        change = Change(_moved(before, row, span), _moved(since, row, span))
        if change.difference:
            yield AccountChange(row.account, span.last, change)


def _moved(totals: LedgerTotals, row: AccountDifference, span: Period) -> Ore:
    return sum(ore for month, ore in totals.movements.get(row.account.number, {}).items() if month in span)
