"""Which vouchers, and which balances, do the postings of a table make?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from samordna.domain.ledger.books import FiscalYear
from samordna.domain.ledger.problems import tables as kinds
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import swedish_number
from samordna.sources.sie.model import Balance, Row, Voucher
from samordna.sources.sie.values import kind_by_class
from samordna.sources.tables.contents import Contents
from samordna.sources.tables.fields import Field, TableKind
from samordna.sources.tables.labels import Label
from samordna.sources.tables.names import Names
from samordna.sources.tables.postings import Posted, PostingRows, Stated, VoucherHead
from samordna.sources.tables.table_rows import TableRows


@dataclass(slots=True)
class _Account:
    """What an account is told to hold, and what it comes to row by row."""

    opening: Ore | None = None
    closing: Ore | None = None
    moved: Ore = 0
    running: Ore | None = None
    told: bool = False


@dataclass(slots=True)
class _Ledger:
    rows: TableRows
    year: FiscalYear
    accounts: dict[str, _Account] = field(default_factory=lambda: defaultdict(_Account))
    vouchers: dict[VoucherHead, list[Posted]] = field(default_factory=lambda: defaultdict(list))

    def post(self, posted: Posted) -> None:
        """Take a posting."""
        account = self.accounts[posted.account]
        if posted.voucher.date in self.year:
            account.moved += posted.ore
        self.vouchers[posted.voucher._replace(text="")].append(posted)
        before = account.running if account.running is not None else account.opening
        account.running = posted.balance
        if posted.balance is not None and before is not None:
            self._check(posted.row, account, before + posted.ore, posted.balance)

    def state(self, stated: Stated) -> None:
        """Take a stated balance. A balance from before the table's first row counts as what the year opened with."""
        account = self.accounts[stated.account]
        if stated.label is Label.CLOSING:
            account.closing = stated.ore
            return
        if stated.label is Label.OPENING or account.opening is None:
            self._check_start(stated)
            account.opening = stated.ore
        else:
            self._check(stated.row, account, account.opening + account.moved, stated.ore)
        account.running = stated.ore

    def _check(self, row: int, account: _Account, computed: Ore, declared: Ore) -> None:
        """Tell of the first balance of an account that does not follow; those below it would not either."""
        if computed != declared and not account.told:
            account.told = True
            shown = {"computed": swedish_number(computed, 2), "declared": swedish_number(declared, 2)}
            self.rows.tell(kinds.ROW_DOES_NOT_FOLLOW, row, Field.CLOSING, **shown)

    def _check_start(self, stated: Stated) -> None:
        if stated.ore and not _is_kept(stated.account):
            opening = swedish_number(stated.ore, 2)
            self.rows.tell(kinds.TABLE_STARTS_LATER, stated.row, Field.CLOSING, opening=opening)


def read_postings(rows: TableRows, year: FiscalYear) -> Contents:
    """Return what a huvudbok or a verifikationslista says; what is odd in it is told."""
    names, ledger = Names(), _Ledger(rows, year)
    for found in PostingRows(rows, names):
        if isinstance(found, Posted):
            ledger.post(found)
        else:
            ledger.state(found)
    vouchers = [_voucher(head, posted) for head, posted in ledger.vouchers.items()]
    if rows.mapping.kind is TableKind.LEDGER:  # a voucher is met first on the lowest of its accounts
        vouchers.sort(key=lambda voucher: (voucher.series, _in_order(voucher.number), voucher.date))
    if all(account.opening is None for account in ledger.accounts.values()):
        rows.findings.in_file(kinds.TABLE_WITHOUT_OPENING)
    return Contents(
        names.accounts,
        names.dimensions,
        names.named_objects,
        opening=tuple(_openings(ledger.accounts)),
        closing=tuple(_closings(ledger.accounts, kept=True)),
        results=tuple(_closings(ledger.accounts, kept=False)),
        vouchers=tuple(vouchers),
    )


def _voucher(head: VoucherHead, posted: list[Posted]) -> Voucher:
    """Return a voucher; the text that all its rows share is its own."""
    first = posted[0]
    texts = {one.text for one in posted}
    text = next((one.voucher.text for one in posted if one.voucher.text), "")
    if not text and len(texts) == 1:
        text = first.text
    rows = tuple(Row(p.account, p.objects, p.ore, None, "" if p.text == text else p.text) for p in posted)
    assert head.date is not None  # noqa: S101 - ``PostingRows`` yields no posting without one
    return Voucher(head.series, head.number, head.date, text, rows=rows, line=first.row + 1)


def _in_order(number: str) -> tuple[int, str]:
    return (int(number), "") if number.isdecimal() and number.isascii() else (0, number)


def _openings(accounts: Mapping[str, _Account]) -> Iterable[Balance]:
    for number, account in accounts.items():
        if _is_kept(number) and account.opening is not None:
            yield Balance(0, number, (), account.opening)


def _closings(accounts: Mapping[str, _Account], *, kept: bool) -> Iterable[Balance]:
    """Yield what accounts are said to close with, where any is; one of which nothing is said closes as it comes to."""
    of_kind = {number: account for number, account in accounts.items() if _is_kept(number) == kept}
    if all(account.closing is None for account in of_kind.values()):
        return
    for number, account in of_kind.items():
        computed = (account.opening or 0) + account.moved
        yield Balance(0, number, (), computed if account.closing is None else account.closing)


def _is_kept(account: str) -> bool:
    return kind_by_class(account, bas=False).on_balance_sheet
