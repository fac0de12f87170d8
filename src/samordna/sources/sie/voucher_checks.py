"""Do the vouchers of a file agree with their numbers, their corrections and the opening balances?"""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import inside as kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import ProblemKind
from samordna.sources.sie.model import Row, RowKind, SieFile, Voucher
from samordna.sources.sie.natures import Natures

_OPENING: Final = ("ingående balans", "ingående saldo", "ing balans", "ing. balans")
"""How an opening balance is called where it has been booked."""


def check_vouchers(file: SieFile, findings: Findings) -> None:
    """Add what is wrong with the vouchers, besides their sums and dates, which the books tell."""
    _check_order(file, findings)
    _check_opening(file, findings)
    for voucher in file.vouchers:
        if any(row[7] is not RowKind.BOOKED for row in voucher.rows):
            _check_added(voucher, findings)


def _check_order(file: SieFile, findings: Findings) -> None:
    """Check that numbers ascend in each series; the first that does not is told."""
    last: dict[str, Voucher] = {}
    told: set[str] = set()
    for voucher in file.vouchers:
        series, number = voucher.series, voucher.number
        if not (number.isascii() and number.isdigit()) or series in told:
            continue
        before = last.get(series)
        if before and _size(number) < _size(before.number):
            told.add(series)
            _tell(kinds.NUMBERS_DESCEND, voucher, findings, series=series or "–", before=before.name)
        last[series] = voucher


def _size(number: str) -> tuple[int, str]:
    digits = number.lstrip("0")
    return len(digits), digits


def _check_opening(file: SieFile, findings: Findings) -> None:
    """Check that no voucher of the first day books what the opening balances say."""
    year = file.years.get(0)
    opening = {one.account: one.ore for one in file.opening if one.year == 0 and one.ore}
    natures = Natures(file)
    for voucher in file.vouchers if year and opening else ():
        if year and voucher.date == year.start and _books_opening(voucher, opening, natures):
            _tell(kinds.OPENING_BOOKED_TOO, voucher, findings)


def _books_opening(voucher: Voucher, opening: Mapping[str, Ore], natures: Natures) -> bool:
    booked: Counter[str] = Counter()
    for row in voucher.booked:
        booked[row.account] += row.ore
    same = sum(opening.get(account) == ore for account, ore in booked.items())
    if any(word in voucher.text.casefold() for word in _OPENING):
        return same > 0
    return len(booked) > 1 and same == len(booked) and all(map(natures.on_balance_sheet, booked))


def _check_added(voucher: Voucher, findings: Findings) -> None:
    """Check that each row that was added is booked too; day and signature may differ, and do in real files."""
    booked = Counter(map(_said, voucher.booked))
    for row in voucher.rows:
        if row.kind is RowKind.ADDED:
            if not booked[_said(row)]:
                shown = swedish("konto {account}, {amount} kr").format(
                    account=row.account, amount=swedish_number(row.ore, 2)
                )
                _tell(kinds.ADDED_ROW_NOT_BOOKED, voucher, findings, row=shown)
            booked[_said(row)] -= 1


def _said(row: Row) -> object:
    return row.account, tuple(sorted(row.objects)), row.ore


def _tell(kind: ProblemKind, voucher: Voucher, findings: Findings, **fields: Any) -> None:
    if voucher.line:
        findings.on_line(kind, voucher.line, voucher=voucher.name, **fields)
    else:
        findings.in_file(kind, voucher=voucher.name, **fields)
