"""Which lines does a file become, in which order?"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from samordna.sources.sie.fields import Field
from samordna.sources.sie.model import AccountRecord, Balance, PeriodBalance, Row, RowKind, SieFile, Voucher
from samordna.sources.sie.quoting import EMPTY, Quoting, amount_text, day_text, dimension_text, quantity_text, record

_BOOKED: Final = f"   {RowKind.BOOKED.value}"


class _Days(dict[dt.date | None, str]):
    """Days as they are written; a ledger has few."""

    def __missing__(self, day: dt.date | None) -> str:
        return self.setdefault(day, day_text(day))


class Lines:
    """Writes the lines of a file that holds exactly what is to be written (``holding.py``). ``texts`` quotes."""

    def __init__(self, file: SieFile) -> None:
        self.texts = Quoting()
        self._days = _Days()
        self._codes, self._lists = self.texts.codes, self.texts.lists
        self._file = file
        self._after = {one.label: one.fields for one in file.trailing}

    def head(self) -> Iterator[str]:
        """Yield the first record alone: a checksum begins after it."""
        yield self._once("#FLAGGA", "0")

    def body(self) -> Iterator[str]:
        """Yield the rest: identification, chart of accounts, balances, vouchers."""
        yield from self._form()
        yield from self._identification()
        yield from self._chart()
        yield from self._balances()
        for voucher in self._file.vouchers:
            yield from self._voucher(voucher)

    # What the file says of itself and its company

    def _form(self) -> Iterator[str]:
        head, texts = self._file.head, self.texts
        yield record("#PROGRAM", texts[head.program], texts[head.program_version])
        yield self._once("#FORMAT", head.format)
        yield self._once("#GEN", day_text(head.generated) or EMPTY, also=(texts[head.generated_by],))
        yield self._once("#SIETYP", head.declared_type)
        for other in self._file.others:  # anywhere but last: a file that ends in a bare label looks cut off
            yield record(other.label, *map(self._field, other.fields))
        for prose in head.prose:
            yield record("#PROSA", texts[prose])

    def _identification(self) -> Iterator[str]:
        head, texts, codes = self._file.head, self.texts, self._codes
        numbers = (codes[head.acquisition_number], codes[head.activity_number])
        yield from self._said("#FTYP", codes[head.company_form])
        yield from self._said("#FNR", texts[head.company_code])
        yield from self._said("#ORGNR", codes[head.organisation_number], also=numbers)
        yield from self._said("#BKOD", codes[head.industry])
        if head.address:
            yield self._once("#ADRESS", *(texts[part] for part in head.address))
        yield record("#FNAMN", texts[head.company])
        for number, year in self._file.years.items():
            yield record("#RAR", str(number), day_text(year.start), day_text(year.end))
        yield from self._said("#TAXAR", codes[head.tax_year])
        yield from self._said("#OMFATTN", day_text(head.covered_to) or EMPTY)
        yield from self._said("#KPTYP", codes[head.chart])
        yield from self._said("#VALUTA", codes[head.currency])

    def _said(self, label: str, value: str, also: tuple[str, ...] = ()) -> Iterator[str]:
        """Yield a record if it says anything."""
        if any(one != EMPTY for one in (value, *also)) or label in self._after:
            yield self._once(label, value, also=also)

    def _once(self, label: str, *needed: str, also: tuple[str, ...] = ()) -> str:
        """Return a record that stands once, with the fields that were written after its last."""
        if after := self._after.get(label):
            return record(label, *needed, *also, *map(self._field, after))
        return record(label, *needed, also=also)

    def _field(self, field: Field) -> str:
        if isinstance(field, str):
            return self.texts[field]
        return "{" + " ".join(self.texts[item] for item in field) + "}"

    # Accounts, dimensions and objects

    def _chart(self) -> Iterator[str]:
        file, texts = self._file, self.texts
        for account in file.accounts.values():
            yield from self._account(account)
        for one in file.dimensions.values():
            if not one.parent:
                yield record("#DIM", dimension_text(one.number), texts[one.name])
        for one in file.dimensions.values():
            if one.parent:
                number, parent = dimension_text(one.number), dimension_text(one.parent)
                yield record("#UNDERDIM", number, texts[one.name], parent)
        for (number, code), name in file.objects.items():
            yield record("#OBJEKT", dimension_text(number), texts[code], texts[name])

    def _account(self, account: AccountRecord) -> Iterator[str]:
        number = self._codes[account.number]
        yield record("#KONTO", number, self.texts[account.name])
        if account.kind:
            yield record("#KTYP", number, account.kind.value)
        if account.unit:
            yield record("#ENHET", number, self.texts[account.unit])
        for code in account.sru:
            if code:
                yield record("#SRU", number, self._codes[code])

    # Balances and vouchers

    def _balances(self) -> Iterator[str]:
        file = self._file
        yield from self._whole("#IB", file.opening)
        yield from self._whole("#UB", file.closing)
        yield from self._of_objects("#OIB", file.object_opening)
        yield from self._of_objects("#OUB", file.object_closing)
        yield from self._whole("#RES", file.results)
        yield from self._of_periods("#PSALDO", file.period_balances)
        yield from self._of_periods("#PBUDGET", file.period_budgets)

    def _whole(self, label: str, balances: Iterable[Balance]) -> Iterator[str]:
        for year, account, _, ore, quantity in balances:
            needed = (str(year), self._codes[account], amount_text(ore))
            yield record(label, *needed, also=(quantity_text(quantity),))

    def _of_objects(self, label: str, balances: Iterable[Balance]) -> Iterator[str]:
        for year, account, objects, ore, quantity in balances:
            needed = (str(year), self._codes[account], self._lists[objects], amount_text(ore))
            yield record(label, *needed, also=(quantity_text(quantity),))

    def _of_periods(self, label: str, balances: Iterable[PeriodBalance]) -> Iterator[str]:
        for year, month, account, objects, ore, quantity in balances:
            needed = (str(year), f"{month:06}", self._codes[account], self._lists[objects], amount_text(ore))
            yield record(label, *needed, also=(quantity_text(quantity),))

    def _voucher(self, voucher: Voucher) -> Iterator[str]:
        series, number, date, text, registered, sign, rows, _ = voucher
        needed = (self._codes[series], self._codes[number], self._days[date])
        yield record("#VER", *needed, also=(self.texts[text], self._days[registered], self.texts[sign]))
        yield "{"
        for row in rows:
            yield self._row(row)
        yield "}"

    def _row(self, row: Row) -> str:
        account, objects, ore, date, text, quantity, sign, kind = row
        label = _BOOKED if kind is RowKind.BOOKED else f"   {kind.value}"
        line = f"{label} {self._codes[account]} {self._lists[objects]} {amount_text(ore)}"
        if quantity is not None or sign:
            day, told = self._days[date] or EMPTY, self.texts[text]
            return record(line, day, told, also=(quantity_text(quantity), self.texts[sign]))
        if text:
            return f"{line} {self._days[date] or EMPTY} {self.texts[text]}"
        return f"{line} {self._days[date]}" if date else line
