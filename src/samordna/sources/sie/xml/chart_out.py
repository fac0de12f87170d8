"""How are accounts, their balances and objects written in SIE 5?"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from samordna.domain.ledger.books import AccountKind
from samordna.domain.ledger.dimensions import RESERVED
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month, month_of
from samordna.sources.sie.model import AccountRecord, Balance, Objects, PeriodBalance, SieFile
from samordna.sources.sie.values import kind_by_class
from samordna.sources.sie.xml.balances import MULTI
from samordna.sources.sie.xml.losses import Losses
from samordna.sources.sie.xml.tags import Quoted, kronor_of, quantity_in
from samordna.sources.sie.xml.values import dashed
from samordna.sources.sie.xml.years import year_that_opens, year_with

_TYPES: Final[Mapping[AccountKind, str]] = {
    AccountKind.ASSET: "asset",
    AccountKind.LIABILITY: "liability",
    AccountKind.COST: "cost",
    AccountKind.INCOME: "income",
}
_EQUITY: Final = "20"
"""Accounts of equity, which SIE 4 does not part from liabilities: BAS, Kommun-Bas and Region-Bas all have them here."""

_BALANCES: Final = swedish("saldon")
_OTHER_YEARS: Final = swedish("saldon och budgetar för år som bokföringen inte har")
_ODD_BALANCES: Final = swedish("saldon som inte passar kontots typ eller saknar objekt")
_NATURE: Final = swedish("kontotyp (#KTYP), efter kontoklass")
_PARTS: Final = swedish("uppgifter om vilken dimension en underdimension hör till (#UNDERDIM)")
_RESERVED_NAMES: Final = swedish("namn på reserverade dimensioner")
_DIMENSION_NAMES: Final = swedish("namn på dimensioner")
_SRU: Final = swedish("SRU-koder")


class _Placed(NamedTuple):
    """A balance with the name and month it is written with."""

    name: str
    month: Month
    balance: Balance | PeriodBalance


class Chart:
    """Writes the chart of accounts of one file; ``entry`` is a file of entries to import, which has no balances."""

    def __init__(self, file: SieFile, quoted: Quoted, losses: Losses, *, entry: bool) -> None:
        self._file, self._quoted, self._losses, self._entry = file, quoted, losses, entry
        self._bas = "BAS" in file.head.chart.upper() or file.head.chart.upper().startswith("NE")

    def accounts(self) -> Iterator[str]:
        """Yield the accounts with their balances and budgets."""
        by_account = self._by_account()
        undeclared = [number for number in by_account if number not in self._file.accounts]
        for number in undeclared:
            self._losses.undeclared(number)
        records = (*self._file.accounts.values(), *(AccountRecord(number, number) for number in undeclared))
        if not records and self._entry:
            return
        yield "<Accounts>\n"
        for record in records:
            head = self._quoted.element(
                "Account", id=record.number, name=record.name, type=self._type(record), unit=record.unit or None
            )
            placed = by_account.get(record.number, ())
            yield f"{head}>\n{''.join(map(self._balance, placed))}</Account>\n" if placed else f"{head}/>\n"
        yield "</Accounts>\n"

    def dimensions(self) -> Iterator[str]:
        """Yield the dimensions with their objects."""
        quoted = self._quoted
        by_number: dict[str, list[str]] = {number: [] for number in self._file.dimensions}
        for (number, code), name in self._file.objects.items():
            by_number.setdefault(number, []).append(quoted.element("Object", id=code, name=name))
        if not by_number:
            return
        yield "<Dimensions>\n"
        for number, objects in by_number.items():
            yield quoted.element("Dimension", id=number, name=self._dimension_name(number)) + ">\n"
            yield from (f"{one}/>\n" for one in objects)
            yield "</Dimension>\n"
        yield "</Dimensions>\n"

    def aggregations(self) -> Iterator[str]:
        """Yield the codes for tax returns, in as many rounds as an account has of them: each keeps its order."""
        records = [record for record in self._file.accounts.values() if record.sru]
        if self._entry:
            self._losses.left_out(_SRU, sum(len(record.sru) for record in records))
        if self._entry or not records:
            return
        head = self._quoted.element("AccountAggregation", id="SRU", name="SRU", taxonomy="SRU")
        yield f"<AccountAggregations>\n{head}>\n"
        for turn in range(max(len(record.sru) for record in records)):
            by_code: dict[str, list[str]] = {}
            for record in records:
                if turn < len(record.sru):
                    by_code.setdefault(record.sru[turn], []).append(record.number)
            for code, numbers in by_code.items():
                references = "".join(self._quoted.element("AccountRef", accountId=one) + "/>" for one in numbers)
                yield f"{self._quoted.element('Tag', name=code)}>{references}</Tag>\n"
        yield "</AccountAggregation>\n</AccountAggregations>\n"

    def _type(self, record: AccountRecord) -> str:
        kind = record.kind
        if kind is None:
            self._losses.filled_in(_NATURE)
            kind = kind_by_class(record.number, bas=self._bas)
        return "equity" if kind is AccountKind.LIABILITY and record.number.startswith(_EQUITY) else _TYPES[kind]

    def _dimension_name(self, number: str) -> str | None:
        record = self._file.dimensions.get(number)
        if record is not None:
            self._losses.left_out(_PARTS, bool(record.parent))
            return record.name
        if number in RESERVED:
            self._losses.filled_in(_RESERVED_NAMES)
        else:
            self._losses.missing(_DIMENSION_NAMES)
        return RESERVED.get(number)

    # Balances

    def _balance(self, placed: _Placed) -> str:
        balance = placed.balance
        head = self._quoted.element(
            f"{placed.name}{MULTI if len(balance.objects) > 1 else ''}",
            month=dashed(placed.month),
            amount=kronor_of(balance.ore),
            quantity=quantity_in(balance.quantity),
        )
        if not balance.objects:
            return f"{head}/>\n"
        name = head[1:].partition(" ")[0]
        return f"{head}>{references(balance.objects, self._quoted)}</{name}>\n"

    def _by_account(self) -> dict[str, list[_Placed]]:
        by_account: dict[str, list[_Placed]] = {}
        for placed in (*self._balances(), *self._budgets()):
            by_account.setdefault(placed.balance.account, []).append(placed)
        return by_account

    def _balances(self) -> Iterator[_Placed]:
        """Yield the balances that SIE 5 can say, as it says them; the others are counted."""
        file = self._file
        groups: Iterable[tuple[str, tuple[Balance, ...], bool, bool | None]] = (
            ("OpeningBalance", file.opening, False, None),
            ("ClosingBalance", file.closing, False, True),
            ("ClosingBalance", file.results, False, False),
            ("OpeningBalance", file.object_opening, True, None),
            ("ClosingBalance", file.object_closing, True, None),
        )
        for name, balances, with_objects, of_balance_sheet in groups:
            if self._entry:
                self._losses.left_out(_BALANCES, len(balances))
                continue
            for one in balances:
                month = self._month(name, one)
                if month is None:
                    self._losses.left_out(_OTHER_YEARS)
                elif bool(one.objects) != with_objects or of_balance_sheet not in {None, self._on_sheet(one.account)}:
                    self._losses.left_out(_ODD_BALANCES)
                else:
                    yield _Placed(name, month, one)

    def _on_sheet(self, number: str) -> bool:
        record = self._file.accounts.get(number)
        kind = record.kind if record else None
        return (kind or kind_by_class(number, bas=self._bas)).on_balance_sheet

    def _month(self, name: str, balance: Balance) -> Month | None:
        """Return the month of a balance: a year's first, or the last one that it covers; None where it has no year."""
        year, covered = self._file.years.get(balance.year), self._file.head.covered_to
        if year is None:
            return None
        if name == "OpeningBalance":
            month = month_of(year.start)
            return month if year_that_opens(self._file.years, month) == balance.year else None
        month = month_of(covered if covered and balance.year == 0 and covered in year else year.end)
        return month if year_with(self._file.years, month) == balance.year else None

    def _budgets(self) -> Iterator[_Placed]:
        years = self._file.years
        for one in self._file.period_budgets:
            year = 0 if self._entry else year_with(years, one.month)
            if year == one.year:
                yield _Placed("Budget", one.month, one)
            else:
                self._losses.left_out(_OTHER_YEARS)


def references(objects: Objects, quoted: Quoted) -> str:
    """Return the references to the objects of a balance or row."""
    return "".join(
        f"<ObjectReference dimId={quoted[dimension]} objectId={quoted[code]}/>" for dimension, code in objects
    )
