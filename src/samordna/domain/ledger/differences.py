"""What differs between two files for the same fiscal year, account by account?

Sums are compared, never postings: it costs the same with a thousand postings or a million.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from samordna.domain.ledger.balances import Balances, ByMonth, covered_of
from samordna.domain.ledger.books import Account, Detail, FiscalYear, ObjectKey
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period


@dataclass(frozen=True, slots=True)
class LedgerTotals:
    """What one file comes to: its accounts, what they opened with and moved each month, in öre, debit positive.

    ``objects`` are the movements of the whole year by account and object. ``covers_to`` is the last month covered.
    """

    year: FiscalYear
    covers_to: Month
    accounts: Mapping[str, Account]
    opening: Mapping[str, Ore]
    movements: Mapping[str, ByMonth]
    objects: Mapping[tuple[str, ObjectKey], Ore] = field(default_factory=dict)
    detail: Detail = Detail.VOUCHERS

    @classmethod
    def of(cls, balances: Balances) -> "LedgerTotals":
        """Return the totals of balances that hold one fiscal year."""
        [only] = balances.years
        return cls(
            year=only.year,
            covers_to=only.covers_to,
            accounts=balances.accounts,
            opening=only.opening,
            movements=only.movements.accounts,
            objects={key: sum(months.values()) for key, months in only.movements.objects.items()},
            detail=only.detail,
        )

    @property
    def covered(self) -> Period:
        """The months that are covered."""
        return covered_of(self.year, self.covers_to)

    @property
    def numbers(self) -> frozenset[str]:
        """Every account there is anything to say of."""
        return frozenset({*self.accounts, *self.opening, *self.movements})


@dataclass(frozen=True, slots=True)
class Change:
    """An amount in the file before and in the one now."""

    before: Ore
    now: Ore

    @property
    def difference(self) -> Ore:
        """What came to: now less before."""
        return self.now - self.before

    def __add__(self, other: "Change") -> "Change":
        return Change(self.before + other.before, self.now + other.now)


class ChangeKind(Enum):
    """Whether an account stands in both charts of accounts."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class AccountDifference:
    """An account whose amounts differ.

    ``read_before`` is how much of the movement's difference lies in months that both files cover: what was booked
    since in periods that had been read already; ``months`` are those of them where it differs at all.
    """

    account: Account
    kind: ChangeKind
    opening: Change
    movement: Change
    read_before: Ore
    months: tuple[Month, ...] = ()

    @property
    def closing(self) -> Change:
        """Opening and movement together."""
        return self.opening + self.movement


@dataclass(frozen=True, slots=True)
class LedgerDifference:
    """What differs: the accounts whose amounts do, in number order, and how many do not.

    ``unchanged`` counts accounts of both charts whose amounts are the same in every month. ``added`` and ``gone``
    are the accounts that stand in one chart only, with amounts or without; ``objects`` those whose amounts on any
    account differ over the year, which they can though no account does.
    """

    rows: tuple[AccountDifference, ...]
    unchanged: int
    added: tuple[Account, ...]
    gone: tuple[Account, ...]
    objects: tuple[ObjectKey, ...]
    common: Period
    """The months that both cover."""
    by_month: bool = True
    """Whether both are known month by month: else nobody knows in which month a difference lies."""

    @property
    def opens_alike(self) -> bool:
        """Tell whether every account opens with the same balance."""
        return not any(row.opening.difference for row in self.rows)

    @property
    def changed_before(self) -> tuple[AccountDifference, ...]:
        """The accounts that differ in what had been read already: their opening balance, or months of both."""
        return tuple(row for row in self.rows if row.months or row.opening.difference)


def differences(before: LedgerTotals, now: LedgerTotals) -> LedgerDifference:
    """Return what differs between two files of a fiscal year. The same books give no rows."""
    common = Period(now.covered.first, max(min(before.covered.last, now.covered.last), now.covered.first))
    by_month = Detail.PERIOD not in {before.detail, now.detail}
    numbers = sorted(before.numbers | now.numbers)
    differing = [number for number in numbers if _differs(number, before, now, by_month=by_month)]
    told = common.months if by_month else ()
    rows = tuple(_row(number, before, now, told) for number in differing)
    both = before.accounts.keys() & now.accounts.keys()
    return LedgerDifference(
        rows=rows,
        unchanged=len(both.difference(differing)),
        added=_only_in(now, before),
        gone=_only_in(before, now),
        objects=tuple(_objects(before, now)),
        common=common,
        by_month=by_month,
    )


def _differs(number: str, before: LedgerTotals, now: LedgerTotals, *, by_month: bool) -> bool:
    """Tell whether an account's amounts differ in its opening or in any month, or all of them together."""
    if before.opening.get(number, 0) != now.opening.get(number, 0):
        return True
    then, since = _moved(before, number), _moved(now, number)
    return then != since if by_month else sum(then.values()) != sum(since.values())


def _moved(totals: LedgerTotals, number: str) -> dict[Month, Ore]:
    return {month: ore for month, ore in totals.movements.get(number, {}).items() if ore}


def _row(number: str, before: LedgerTotals, now: LedgerTotals, told: tuple[Month, ...]) -> AccountDifference:
    """Return what differs on an account; ``told`` are the months that both tell of."""
    then, since = _moved(before, number), _moved(now, number)
    return AccountDifference(
        account=now.accounts.get(number) or before.accounts[number],
        kind=_kind(number, before, now),
        opening=Change(before.opening.get(number, 0), now.opening.get(number, 0)),
        movement=Change(sum(then.values()), sum(since.values())),
        read_before=sum(since.get(month, 0) - then.get(month, 0) for month in told),
        months=tuple(month for month in told if since.get(month, 0) != then.get(month, 0)),
    )


def _kind(number: str, before: LedgerTotals, now: LedgerTotals) -> ChangeKind:
    if number not in before.accounts:
        return ChangeKind.NEW
    return ChangeKind.CHANGED if number in now.accounts else ChangeKind.GONE


def _only_in(one: LedgerTotals, other: LedgerTotals) -> tuple[Account, ...]:
    return tuple(one.accounts[number] for number in sorted(one.accounts.keys() - other.accounts.keys()))


def _objects(before: LedgerTotals, now: LedgerTotals) -> Iterator[ObjectKey]:
    """Yield the objects whose amounts differ on any account, in order."""
    keys = {*before.objects, *now.objects}
    yield from sorted({key[1] for key in keys if before.objects.get(key, 0) != now.objects.get(key, 0)})
