"""What do a file's vouchers come to, by account, object and month?"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from samordna.domain.ledger.books import ObjectKey
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, month_of
from samordna.sources.sie.model import RowKind, SieFile

Moved: TypeAlias = Mapping[tuple[Month, str], Ore]
MovedByObject: TypeAlias = Mapping[tuple[Month, str, ObjectKey], Ore]


@dataclass(frozen=True, slots=True)
class Totals:
    """What moved in year 0, by month and account, and by month, account and object, each object by itself.

    A row counts in the month of its voucher; a voucher outside the year does not count.
    """

    accounts: Moved
    objects: MovedByObject

    @property
    def by_account(self) -> dict[str, Ore]:
        """What each account moved in the year."""
        moved: dict[str, Ore] = defaultdict(int)
        for (_, account), ore in self.accounts.items():
            moved[account] += ore
        return dict(moved)

    @property
    def by_object(self) -> dict[tuple[str, ObjectKey], Ore]:
        """What each account moved in the year with each object."""
        moved: dict[tuple[str, ObjectKey], Ore] = defaultdict(int)
        for (_, account, key), ore in self.objects.items():
            moved[account, key] += ore
        return dict(moved)


def totals(file: SieFile) -> Totals:
    """Return what the booked rows of ``file`` come to; nothing where it does not say which year it is for."""
    accounts: dict[tuple[Month, str], Ore] = defaultdict(int)
    objects: dict[tuple[Month, str, ObjectKey], Ore] = defaultdict(int)
    year = file.years.get(0)
    for voucher in file.vouchers:
        if not (year and year.start <= voucher.date <= year.end):
            continue
        month = month_of(voucher.date)
        for account, keys, ore, _, _, _, _, kind in voucher.rows:
            if kind is RowKind.BOOKED:
                accounts[month, account] += ore
                for key in keys:
                    objects[month, account, key] += ore
    return Totals(accounts, objects)
