"""What differs between two files for the same fiscal year, whatever their types?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from samordna.domain.ledger.balances import Balances, YearBalances, sum_postings
from samordna.domain.ledger.books import Account, Books, Detail, Voucher
from samordna.domain.ledger.differences import AccountDifference, Change, LedgerDifference, LedgerTotals, differences
from samordna.domain.ledger.problems.handing_in import DIFFERENT_YEARS
from samordna.domain.ledger.voucher_differences import ChangedVoucher, FirstOf, VoucherDifferences, voucher_differences
from samordna.domain.values.numerals import decimal_text
from samordna.domain.values.problem import Refused, refuses
from samordna.sources.sie.books import books_of
from samordna.sources.sie.everything import books_to_check
from samordna.sources.sie.reading import Reading

__all__ = ["AccountDifference", "ChangedVoucher", "Comparison", "FirstOf", "Renamed", "Voucher", "compare"]
"""What differs, and the values it is told in."""


class Renamed(NamedTuple):
    """An account that has another name now."""

    account: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs: accounts with their balances and names, and vouchers, None when one of the files has none."""

    before: Reading
    now: Reading
    accounts: LedgerDifference
    renamed: tuple[Renamed, ...]
    vouchers: VoucherDifferences | None

    @property
    def same(self) -> bool:
        """Tell whether the two files say the same."""
        accounts = self.accounts
        differ = (accounts.rows, accounts.added, accounts.gone, accounts.objects, self.renamed, self.vouchers)
        return not any(differ)

    def as_json(self) -> dict[str, Any]:
        """Return the same as JSON holds it, whole; amounts are texts of kronor."""
        difference = self.accounts
        most = len(self.vouchers.added) + len(self.vouchers.gone) + len(self.vouchers.changed) if self.vouchers else 0
        return {
            "before": {"file": self.before.name, "type": self.before.file_type},
            "now": {"file": self.now.name, "type": self.now.file_type},
            "same": self.same,
            "accounts": {
                "unchanged": difference.unchanged,
                "added": [_account_json(account) for account in difference.added],
                "gone": [_account_json(account) for account in difference.gone],
                "renamed": [one._asdict() for one in self.renamed],
                "changed": [_row_json(row) for row in difference.rows],
            },
            "objects": [list(key) for key in difference.objects],
            "vouchers": self.vouchers.first(most).as_json() if self.vouchers is not None else None,
        }


def compare(before: Reading, now: Reading) -> Comparison:
    """Return what differs between two files. Raises ``Refused`` when they cannot be compared, and says why."""
    books = [_books(reading) for reading in (before, now)]
    if books[0].year != books[1].year:
        years = {"year": books[1].year.in_words, "other": books[0].year.in_words, "file": before.name}
        raise Refused([DIFFERENT_YEARS.at(now.name, **years)])
    have_vouchers = all(one.detail is Detail.VOUCHERS for one in books)
    return Comparison(
        before=before,
        now=now,
        accounts=differences(_totals(books[0]), _totals(books[1])),
        renamed=tuple(_renamed(*books)),
        vouchers=voucher_differences(books[0].vouchers, books[1].vouchers) if have_vouchers else None,
    )


def _renamed(before: Books, now: Books) -> Iterator[Renamed]:
    for number in sorted(before.accounts.keys() & now.accounts.keys()):
        names = before.accounts[number].name, now.accounts[number].name
        if names[0] != names[1]:
            yield Renamed(number, *names)


def _books(reading: Reading) -> Books:
    books = books_to_check(reading)
    if books is None:
        found = (*reading.problems, *books_of(reading).problems)
        raise Refused(problem for problem in found if refuses([problem]))
    return books


def _totals(books: Books) -> LedgerTotals:
    opening, sums = books.opening.get(0, {}), sum_postings(books)
    year = YearBalances(books.year, 0, books.covers_to_month, opening, sums, detail=books.detail)
    return LedgerTotals.of(Balances(books.accounts, books.objects, (year,)))


def _account_json(account: Account) -> dict[str, str]:
    return {"account": account.number, "name": account.name}


def _row_json(row: AccountDifference) -> dict[str, Any]:
    return {
        **_account_json(row.account),
        "kind": row.kind.value,
        "opening": _change_json(row.opening),
        "movement": _change_json(row.movement),
        "closing": _change_json(row.closing),
        "months": list(row.months),
    }


def _change_json(change: Change) -> dict[str, str]:
    return {"before": decimal_text(change.before, 2), "now": decimal_text(change.now, 2)}
