"""How do accounts stand in a table that adds up to a figure, to the öre?"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from samordna.domain.document import Column, ComputedOrigin, Number, Origin, Row, RowKind, Table
from samordna.domain.ledger.books import Account
from samordna.domain.statements.contents import Contents, Held
from samordna.domain.statements.shown_in import MONEY
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import KRONOR_ORE

AMOUNT: Final = "amount"
"""The id of the table's column."""

_ROUNDING: Final = ComputedOrigin(swedish("Skillnaden mellan det som visas och det exakta beloppet."))


def account_table(figure: Number, made_of: Contents, accounts: Mapping[str, Account], label: str) -> Table | None:
    """Return the accounts and entered figures of an amount of money, what rounding does, and the figure itself.

    The rows are in kronor with öre and add up to the last of them. None when there is nothing to add up: for what
    is no money, for a quotient, and when no account holds any of it.
    """
    if figure.unit not in MONEY or not made_of.accounts:
        return None
    return Table(
        id="accounts",
        title=swedish("Konton"),
        unit=KRONOR_ORE,
        columns=(Column(AMOUNT, swedish("Belopp"), emphasis=True),),
        rows=(*_accounts(made_of, accounts), *_entered(made_of), *_ends(figure, made_of, label)),
        stub=swedish("Benämning"),
        code_label=swedish("Konto"),
        remarks=_remarks(made_of),
    )


def _accounts(made_of: Contents, accounts: Mapping[str, Account]) -> Iterator[Row]:
    for index, held in enumerate(made_of.accounts):
        cell = Number(held.exact, KRONOR_ORE, held.origin)
        yield Row(f"account-{index}", _named(held, accounts), RowKind.DETAIL, (cell,), code=held.account)


def _named(held: Held, accounts: Mapping[str, Account]) -> str:
    name = accounts[held.account].name if held.account in accounts else swedish("Kontot finns inte i kontoplanen")
    objects = ", ".join(code for _, code in held.origin.objects)
    return f"{name} ({objects})" if objects else name


def _entered(made_of: Contents) -> Iterator[Row]:
    for index, written in enumerate(made_of.entered):
        label = swedish("Inlagd uppgift: {source}").format(source=written.origin.source)
        yield Row(f"entered-{index}", label, RowKind.DETAIL, (Number(written.exact, KRONOR_ORE, written.origin),))


def _ends(figure: Number, made_of: Contents, label: str) -> Iterator[Row]:
    """Yield the sum, and when the figure shows something else, what rounding adds and what is shown."""
    summed = sum(held.exact for held in made_of.accounts) + sum(written.exact for written in made_of.entered)
    shown = Fraction(figure.shown) * figure.unit.holds / 10**figure.unit.decimals
    if shown == summed:
        yield _row("total", label, summed, figure.origin, RowKind.RESULT)
        return
    yield _row("total", swedish("Summa"), summed, figure.origin, RowKind.SUBTOTAL)
    rounding = swedish("Avrundning till {unit}").format(unit=figure.unit.name)
    yield _row("rounding", rounding, shown - summed, _ROUNDING, RowKind.DETAIL)
    yield _row("shown", label, shown, figure.origin, RowKind.RESULT)


def _row(row_id: str, label: str, exact: int | Fraction, origin: Origin, kind: RowKind) -> Row:
    return Row(row_id, label, kind, (Number(exact, KRONOR_ORE, origin),))


def _remarks(made_of: Contents) -> tuple[str, ...]:
    if not made_of.without_amount:
        return ()
    return (swedish("Konton utan belopp visas inte: {count}.").format(count=made_of.without_amount),)
