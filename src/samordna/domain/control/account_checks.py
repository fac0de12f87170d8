"""Is each account of the balance sheet reconciled or explained, and does every account stand on its own side?"""

from collections.abc import Iterator, Mapping
from typing import Final

from samordna.domain.control.checks import CheckKind, CheckState, ClosingCheck
from samordna.domain.control.closing_basis import ClosingBasis
from samordna.domain.control.problems import BALANCE_HAS_CHANGED, COST_IN_CREDIT, INCOME_IN_DEBIT, NOT_RECONCILED
from samordna.domain.control.said import AccountNote
from samordna.domain.ledger.balance_checks import is_on_wrong_side
from samordna.domain.ledger.books import Account, AccountKind
from samordna.domain.ledger.problems.accounts import CREDIT_BALANCE_ON_ASSET, DEBIT_BALANCE_ON_LIABILITY
from samordna.domain.values.kronor import kronor_and_ore
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import month_in_words
from samordna.domain.values.problem import Problem, ProblemKind

_RECONCILED: Final = swedish("Avstämt")
_WRONG_SIDE: Final[Mapping[AccountKind, ProblemKind]] = {
    AccountKind.ASSET: CREDIT_BALANCE_ON_ASSET,
    AccountKind.LIABILITY: DEBIT_BALANCE_ON_LIABILITY,
    AccountKind.COST: COST_IN_CREDIT,
    AccountKind.INCOME: INCOME_IN_DEBIT,
}


def reconciled(basis: ClosingBasis) -> Iterator[ClosingCheck]:
    """Yield an item for each account of the balance sheet that holds something or has moved in the period."""
    for account in basis.accounts:
        balance = basis.balance(account.number)
        if account.kind.on_balance_sheet and (balance or basis.has_moved(account.number)):
            yield _reconciled(account, balance, basis.note_of(account.number))


def _reconciled(account: Account, balance: Ore, note: AccountNote | None) -> ClosingCheck:
    key, title = f"{CheckKind.RECONCILED.value}:{account.number}", _title(account)
    if note and note.balance == balance and (note.reconciled or note.explains):
        said = ". ".join(part for part in (_RECONCILED if note.reconciled else "", note.text.strip()) if part)
        return ClosingCheck(key, CheckKind.RECONCILED, title, CheckState.DONE, said=said)
    problem = _not_reconciled(title, balance, note)
    return ClosingCheck(key, CheckKind.RECONCILED, title, CheckState.OPEN, problem, note.text.strip() if note else "")


def _not_reconciled(title: str, balance: Ore, note: AccountNote | None) -> Problem:
    if note and note.balance != balance:
        return BALANCE_HAS_CHANGED.at(title, balance=kronor_and_ore(balance), before=kronor_and_ore(note.balance))
    return NOT_RECONCILED.at(title, balance=kronor_and_ore(balance))


def wrong_sides(basis: ClosingBasis) -> Iterator[ClosingCheck]:
    """Yield an item for each account that stands on the wrong side at the end of the period.

    A note that says what the balance is settles it; that the account is reconciled does not.
    """
    for account in basis.accounts:
        balance = basis.balance(account.number)
        if is_on_wrong_side(account, balance):
            yield _wrong_side(account, balance, basis)


def _wrong_side(account: Account, balance: Ore, basis: ClosingBasis) -> ClosingCheck:
    told = {"account": account.number, "balance": kronor_and_ore(balance), "month": month_in_words(basis.last)}
    problem = _WRONG_SIDE[account.kind].at(_title(account), **told)
    note = basis.note_of(account.number)
    said = note.text.strip() if note and note.balance == balance else ""
    key, state = f"{CheckKind.SIDE.value}:{account.number}", CheckState.DONE if said else CheckState.OPEN
    return ClosingCheck(key, CheckKind.SIDE, _title(account), state, problem, said)


def _title(account: Account) -> str:
    return f"{account.number} {account.name}"
