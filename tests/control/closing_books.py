"""The books of a small association at the end of April, and what they are looked at with."""

from dataclasses import replace

from tests.plan.rows import REGISTER, SPRING
from tests.statements.ledger import books

from samordna.domain.control.checklist import checklist
from samordna.domain.control.checks import CheckKind, CheckState, ClosingCheck
from samordna.domain.control.closing_basis import ClosingBasis
from samordna.domain.control.said import AccountNote
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.books import Detail

LEDGER = books(
    """
account                     opening  2023-12
1510 T Kundfordringar             .        .
1930 T Bank                     900      100
2010 S Eget_kapital            -900        .
3010 I Bidrag                     .     -100
5010 K Insatser                   .        .
""",
    """
account                     opening  2024-01  2024-04  2024-05
1510 T Kundfordringar             .       50      -50        .
1677 T Ludvikamoms                .        .      -30       30
1930 T Bank                    1000      100      -20      -70
2010 S Eget_kapital           -1000        .        .        .
3010 I Bidrag                     .     -150        .        .
5010 K Insatser                   .        .      100       40
""",
    covers_to=202405,
)
NOTES = (
    AccountNote("1510", SPRING, 0, reconciled=True),
    AccountNote("1677", SPRING, -30_00, "Korrigeras sep"),
    AccountNote("1930", SPRING, 1080_00, "Mot bankens besked", reconciled=True),
    AccountNote("2010", SPRING, -1000_00, reconciled=True),
)
BASIS = ClosingBasis(SPRING, LEDGER, REGISTER, notes=NOTES)
"""Nothing is left to do of it."""


def of_kind(kind: CheckKind, basis: ClosingBasis) -> tuple[ClosingCheck, ...]:
    """Return the items of one kind."""
    return tuple(check for check in checklist(basis) if check.kind is kind)


def left(basis: ClosingBasis) -> list[str]:
    """Return what is open, as a person reads it."""
    shown = (f"{check.title}: {check.found}" for check in checklist(basis) if check.state is CheckState.OPEN)
    return [text.replace("\u00a0", " ").replace("\u2212", "-") for text in shown]


def booked_also(month: int, amounts: dict[str, int], balances: Balances = LEDGER) -> Balances:
    """Return the ledger with more kronor booked in a month of its last year."""
    *before, last = balances.years
    moved = {account: dict(months) for account, months in last.movements.accounts.items()}
    for account, kronor in amounts.items():
        months = moved.setdefault(account, {})
        months[month] = months.get(month, 0) + kronor * 100
    return replace(balances, years=(*before, replace(last, movements=replace(last.movements, accounts=moved))))


def as_one_sum(balances: Balances = LEDGER) -> Balances:
    """Return the ledger as one that tells of its last year in one sum, which stands in the last month covered."""
    *before, last = balances.years
    sums = {account: {last.covers_to: sum(months.values())} for account, months in last.movements.accounts.items()}
    told = replace(last, movements=replace(last.movements, accounts=sums), detail=Detail.PERIOD)
    return replace(balances, years=(*before, told))
