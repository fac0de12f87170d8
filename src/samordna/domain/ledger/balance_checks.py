"""Do the balances that a file states follow from its vouchers, and do they look as balances do?"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Final

from samordna.domain.ledger.balances import YearBalances
from samordna.domain.ledger.books import Account, AccountKind, Books
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import accounts as account_kinds
from samordna.domain.ledger.problems import vouchers as voucher_kinds
from samordna.domain.values.kronor import kronor_and_ore
from samordna.domain.values.money import Ore
from samordna.domain.values.period import month_in_words

_VALUE_ADJUSTMENTS: Final = ("avskr", "nedskr", "värdemin", "värdereg")
"""Words in the names of asset accounts whose balance is credit by nature: accumulated depreciation and the like."""

_ROUNDING: Final = "öres"
"""In the names of accounts of the result that take rounded öre, which go both ways: öresutjämning, öresavrundning."""

_EITHER_SIDE: Final = ("20", "264")
"""Accounts that lawfully stand on either side: equity (20, where a loss is debit) and input VAT (264)."""


def check_balances(books: Books, findings: Findings) -> None:
    """Add what is wrong with opening, closing and result balances; each only when the file states them."""
    movements = _movements(books)
    if 0 in books.closing:
        _check_closing(books, movements, findings)
    if 0 in books.results:
        _check_results(books, movements, findings)
    if 0 in books.opening:
        _check_opening(books, findings)
        _check_sides(books, movements, findings)
    elif books.vouchers and books.file_type in {"4I", "5I"}:
        findings.in_file(voucher_kinds.VOUCHERS_WITHOUT_BALANCES)


def _movements(books: Books) -> dict[str, Ore]:
    sums: dict[str, Ore] = defaultdict(int)
    for voucher in books.vouchers:
        if voucher.date not in books.year:
            continue
        for posting in voucher.postings:
            sums[posting.account] += posting.amount
    for movement in books.movements:
        if not movement.objects and movement.month in books.year.period:
            sums[movement.account] += movement.amount
    return sums


def _check_closing(books: Books, movements: Mapping[str, Ore], findings: Findings) -> None:
    opening, closing = books.opening.get(0, {}), books.closing[0]
    for account in _of(books, balance=True):
        declared = closing.get(account.number, 0)
        computed = opening.get(account.number, 0) + movements.get(account.number, 0)
        if computed != declared:
            findings.on_account(
                account_kinds.BALANCE_DOES_NOT_FOLLOW,
                account.number,
                computed=kronor_and_ore(computed),
                declared=kronor_and_ore(declared),
            )


def _check_results(books: Books, movements: Mapping[str, Ore], findings: Findings) -> None:
    for account in _of(books, balance=False):
        declared, computed = books.results[0].get(account.number, 0), movements.get(account.number, 0)
        if computed != declared:
            findings.on_account(
                account_kinds.RESULT_DOES_NOT_FOLLOW,
                account.number,
                computed=kronor_and_ore(computed),
                declared=kronor_and_ore(declared),
            )


def _check_opening(books: Books, findings: Findings) -> None:
    """Check that the year opens where the last one closed. The last year's result may have moved into equity."""
    opening = books.opening[0]
    if total := sum(opening.values()):
        findings.in_file(account_kinds.OPENING_UNBALANCED, difference=kronor_and_ore(total))
    if closing := books.closing.get(-1):
        _compare_opening(opening, closing, sum(books.results.get(-1, {}).values()), findings)


def check_against_last_year(books: Books, last: YearBalances, findings: Findings) -> None:
    """Check that the books open where the last year, as it has been read, closed.

    Nothing is said when the last year has not been read to its end, nor when the file tells of the same
    closing balances itself: then it has been checked.
    """
    if last.covers_to < last.year.period.last:
        return
    closing, result = _closing_of(last, books.accounts)
    if _amounts(books.closing.get(-1, {})) != _amounts(closing):
        _compare_opening(books.opening.get(0, {}), closing, result, findings)


def check_opening(
    opening: Mapping[str, Ore], last: YearBalances, accounts: Mapping[str, Account], findings: Findings
) -> None:
    """Check that a year opens with what the one before, which has been read to its end, closed with."""
    _compare_opening(opening, *_closing_of(last, accounts), findings)


def _closing_of(year: YearBalances, accounts: Mapping[str, Account]) -> tuple[Mapping[str, Ore], Ore]:
    """Return what the accounts that are carried over closed with, and what all others came to: the result."""
    moved = {account: sum(months.values()) for account, months in year.movements.accounts.items()}
    numbers = {*year.opening, *moved}
    kept = {n for n in numbers if n in accounts and accounts[n].kind.on_balance_sheet} | {*year.opening}
    closing = {number: year.opening.get(number, 0) + moved.get(number, 0) for number in kept}
    return closing, sum(ore for number, ore in moved.items() if number not in kept)


def _amounts(balances: Mapping[str, Ore]) -> dict[str, Ore]:
    return {number: ore for number, ore in balances.items() if ore}


def _compare_opening(opening: Mapping[str, Ore], closing: Mapping[str, Ore], result: Ore, findings: Findings) -> None:
    moved = {number: opening.get(number, 0) - closing.get(number, 0) for number in sorted({*opening, *closing})}
    differing = {number: difference for number, difference in moved.items() if difference}
    if differing and sum(differing.values()) == result and _takes_the_result(differing):
        findings.in_file(account_kinds.RESULT_IN_OPENING, account=", ".join(differing), result=kronor_and_ore(-result))
        return
    for number in differing:
        stated = {"opening": kronor_and_ore(opening.get(number, 0)), "closing": kronor_and_ore(closing.get(number, 0))}
        findings.on_account(account_kinds.OPENING_DIFFERS, number, **stated)


def _takes_the_result(accounts: Collection[str]) -> bool:
    return len(accounts) == 1 or all(number.startswith("20") for number in accounts)


def _check_sides(books: Books, movements: Mapping[str, Ore], findings: Findings) -> None:
    """Check that assets are debit and liabilities credit at the end of what the books cover."""
    month = month_in_words(books.covers_to_month)
    for account in _of(books, balance=True):
        balance = books.opening[0].get(account.number, 0) + movements.get(account.number, 0)
        if is_on_wrong_side(account, balance):
            kind = account_kinds.CREDIT_BALANCE_ON_ASSET if balance < 0 else account_kinds.DEBIT_BALANCE_ON_LIABILITY
            findings.on_account(kind, account.number, balance=kronor_and_ore(balance), month=month)


def is_on_wrong_side(account: Account, balance: Ore) -> bool:
    """Tell whether an account stands in credit that should be debit, or the other way, and may not lawfully do so."""
    debit = account.kind in {AccountKind.ASSET, AccountKind.COST}
    return (balance < 0 if debit else balance > 0) and not _either_side(account)


def _either_side(account: Account) -> bool:
    if not account.kind.on_balance_sheet:
        return _ROUNDING in account.name.casefold()
    adjusts_value = any(word in account.name.casefold() for word in _VALUE_ADJUSTMENTS)
    return adjusts_value or account.number.startswith(_EITHER_SIDE)


def _of(books: Books, *, balance: bool) -> tuple[Account, ...]:
    return tuple(account for account in books.accounts.values() if account.kind.on_balance_sheet == balance)
