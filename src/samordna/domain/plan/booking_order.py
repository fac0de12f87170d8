"""How does what the books lack become an order to book it?

An order is one voucher, dated the last day of the months that its amounts were worked up in. Each amount stands on
an account of the result, on its row's cost centre and project, and against an account of the balance sheet.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.books import Account, Books, FiscalYear, ObjectKey, Posting, Voucher
from samordna.domain.ledger.dimensions import RESERVED
from samordna.domain.plan.accrual_accounts import AccrualAccounts
from samordna.domain.plan.owed import CONTRIBUTIONS, Owed, OwedKind
from samordna.domain.plan.problems import (
    NOT_IN_THAT_STATE,
    NOTHING_OWED,
    ORDER_ACCOUNT_MISSING,
    ORDER_NOT_WHAT_IS_OWED,
    ORDER_OF_SEVERAL_MONTHS,
    ORDER_OTHER_KIND_OF_ACCOUNT,
    ORDER_OUTSIDE_LEDGER,
    ORDER_ROW_CANNOT_BE_BOOKED,
    ORDER_UNBALANCED,
    ORDER_UNKNOWN_ACCOUNT,
    ORDER_WITHOUT_ENTRIES,
)
from samordna.domain.plan.register import PROJECT, CostCentre, Kind, Register, object_of
from samordna.domain.values.kronor import kronor_and_ore
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import month_in_words
from samordna.domain.values.problem import Problem, Refused

_PROGRAM: Final = "Samordna"
_WHAT: Final[Mapping[OwedKind, str]] = {
    OwedKind.AGREEMENT: swedish("Upplupen kostnad"),
    OwedKind.CONTRIBUTION: swedish("Upplupna bidrag"),
    OwedKind.CLAIM: swedish("Upplupen intäkt"),
}
_OF_RESULT: Final[Mapping[OwedKind, str]] = {
    OwedKind.AGREEMENT: swedish("kostnaden"),
    OwedKind.CONTRIBUTION: swedish("bidragsintäkten"),
    OwedKind.CLAIM: swedish("projektets intäkt"),
}
_OF_BALANCE: Final[Mapping[OwedKind, str]] = {
    OwedKind.AGREEMENT: swedish("upplupna kostnader"),
    OwedKind.CONTRIBUTION: swedish("fordran på parterna"),
    OwedKind.CLAIM: swedish("upplupna intäkter"),
}


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A row to book: ``amount`` in öre, debit positive, on an account and, where they are told, objects."""

    account: Account
    amount: Ore
    objects: tuple[ObjectKey, ...] = ()

    @property
    def debit(self) -> Ore:
        """The amount when it is debit, else nothing."""
        return max(self.amount, 0)

    @property
    def credit(self) -> Ore:
        """The amount when it is credit, as plus, else nothing."""
        return max(-self.amount, 0)


@dataclass(frozen=True, slots=True)
class OrderEntry:
    """What is booked of one amount that the books lack. ``row`` is its row's code and name, empty for contributions.

    Debit stands first.
    """

    owed: Owed
    row: str
    lines: tuple[OrderLine, ...]

    @property
    def text(self) -> str:
        """What its rows are called in the ledger: ``Upplupen kostnad t.o.m. 2024-08, 3011 Almby``.

        Without dashes that files of SIE cannot hold.
        """
        last = f"{self.owed.period.end:%Y-%m}"
        told = swedish("{what} t.o.m. {month}").format(what=_WHAT[self.owed.kind], month=last)
        return ", ".join(part for part in (told, self.row) if part)


@dataclass(frozen=True, slots=True)
class BookingOrder:
    """An order to book (bokningsorder): its number, the day it is booked on, in which fiscal year, and what."""

    number: int
    day: dt.date
    year: FiscalYear
    entries: tuple[OrderEntry, ...]

    @property
    def title(self) -> str:
        """``Bokningsorder 7``."""
        return swedish("Bokningsorder {number}").format(number=self.number)

    @property
    def lines(self) -> tuple[OrderLine, ...]:
        """Every row, in order."""
        return tuple(line for entry in self.entries for line in entry.lines)


def booking_order(
    number: int, owed: Iterable[Owed], accounts: AccrualAccounts, register: Register, balances: Balances
) -> BookingOrder:
    """Return the order to book amounts that the books lack, on accounts of the ledger.

    Raises ``Refused`` with all that stops it: nothing to book, amounts of different months, an account that nobody
    has chosen or that does not exist.
    """
    wanted = tuple(owed)
    year = balances.year_of(wanted[0].period.last) if wanted else None
    problems = (*_unfit(wanted, register, balances), *_unplaced(wanted, accounts, balances))
    if problems or year is None:
        raise Refused(problems)
    chart = balances.accounts
    entries = tuple(_entry(one, accounts, register, chart) for one in wanted)
    order = BookingOrder(number, wanted[0].period.end, year.year, entries)
    if wrong := order_problems(order):
        raise Refused(wrong)
    return order


def order_problems(order: BookingOrder) -> tuple[Problem, ...]:
    """Return what is wrong with the money of an order: debit and credit that differ, or more or less than is owed."""
    return tuple(problem for entry in order.entries for problem in _wrong(entry, order))


def _wrong(entry: OrderEntry, order: BookingOrder) -> Iterator[Problem]:
    place = f"{order.title}, {entry.text}"
    if difference := sum(line.amount for line in entry.lines):
        yield ORDER_UNBALANCED.at(place, difference=kronor_and_ore(difference))
    booked = sum(line.amount for line in entry.lines if not line.account.kind.on_balance_sheet)
    if booked != entry.owed.amount:
        yield ORDER_NOT_WHAT_IS_OWED.at(place, booked=kronor_and_ore(booked), amount=kronor_and_ore(entry.owed.amount))


def _unfit(owed: tuple[Owed, ...], register: Register, balances: Balances) -> Iterator[Problem]:
    """Yield what stops amounts from being booked, whatever the accounts."""
    place = swedish("bokningsorder")
    if not owed:
        yield ORDER_WITHOUT_ENTRIES.at(place)
    months = sorted({one.period.last for one in owed})
    if len(months) > 1:
        yield ORDER_OF_SEVERAL_MONTHS.at(place, months=", ".join(month_in_words(month) for month in months))
    for month in months:
        if balances.year_of(month) is None:
            yield ORDER_OUTSIDE_LEDGER.at(place, month=month_in_words(month))
    for one in owed:
        if not one.is_open:
            told = {"state": one.state_in_words, "step": swedish("bokas"), "possible": swedish("inget")}
            yield NOT_IN_THAT_STATE.at(_place(one), **told)
        if not one.amount:
            yield NOTHING_OWED.at(_place(one))
        if one.row != CONTRIBUTIONS and not isinstance(register.row(one.row), CostCentre):
            yield ORDER_ROW_CANNOT_BE_BOOKED.at(_place(one), row=one.row)


def _unplaced(owed: tuple[Owed, ...], accounts: AccrualAccounts, balances: Balances) -> Iterator[Problem]:
    """Yield a problem for each account that nobody has chosen or that the chart of accounts does not have, once."""
    found = (problem for one in owed for problem in _accounts_lacking(one, accounts, balances))
    yield from dict.fromkeys(found)


def _accounts_lacking(owed: Owed, accounts: AccrualAccounts, balances: Balances) -> Iterator[Problem]:
    yield from _lacking(_place(owed), _OF_RESULT[owed.kind], accounts.of_result(owed), balances, on_balance_sheet=False)
    place, what = swedish("bokningsorder"), _OF_BALANCE[owed.kind]
    yield from _lacking(place, what, accounts.of_balance(owed), balances, on_balance_sheet=True)


def _lacking(
    place: str, what: str, account: str | None, balances: Balances, *, on_balance_sheet: bool
) -> Iterator[Problem]:
    if not account:
        yield ORDER_ACCOUNT_MISSING.at(place, what=what)
    elif account not in balances.accounts:
        yield ORDER_UNKNOWN_ACCOUNT.at(place, what=what, account=account)
    elif balances.accounts[account].kind.on_balance_sheet is not on_balance_sheet:
        yield ORDER_OTHER_KIND_OF_ACCOUNT.at(place, what=what, account=account)


def _place(owed: Owed) -> str:
    return f"{owed.row or _WHAT[owed.kind]}, {owed.period.in_words}"


def _entry(owed: Owed, accounts: AccrualAccounts, register: Register, chart: Mapping[str, Account]) -> OrderEntry:
    of_result, of_balance = accounts.of_result(owed), accounts.of_balance(owed)
    assert of_result and of_balance  # noqa: S101, PT018 - what is not chosen has been refused
    row = _row_of(owed, register)
    named = f"{row.code} {row.name}" if row and owed.row != CONTRIBUTIONS else ""
    lines = (OrderLine(chart[of_result], owed.amount, _objects(row)), OrderLine(chart[of_balance], -owed.amount))
    return OrderEntry(owed, named, tuple(sorted(lines, key=lambda line: -line.amount)))


def _row_of(owed: Owed, register: Register) -> CostCentre | None:
    """Return the row that an amount is booked on; contributions on the one that is theirs, when there is just one."""
    if owed.row != CONTRIBUTIONS:
        row = register.row(owed.row)
        return row if isinstance(row, CostCentre) else None
    outside = [row for row in register.cost_centres if row.kind is Kind.OUTSIDE and row.valid_in(owed.period)]
    return outside[0] if len(outside) == 1 else None


def _objects(row: CostCentre | None) -> tuple[ObjectKey, ...]:
    if row is None:
        return ()
    return (object_of(row.code), (PROJECT, row.project)) if row.project else (object_of(row.code),)


def order_books(
    order: BookingOrder, names: Mapping[ObjectKey, str], *, company: str, organisation_number: str, made: dt.date
) -> Books:
    """Return the order as books to import (SIE 4I): one voucher without series and number, which the ledger gives.

    ``names`` are the ledger's own names of objects; one without is left unnamed, since a ledger may take a name that
    it imports for its own. ``made`` is the day that the file is made.
    """
    objects = sorted({key for line in order.lines for key in line.objects})
    return Books(
        company=company,
        organisation_number=organisation_number,
        program=_PROGRAM,
        generated=made,
        file_type="4I",
        years={0: order.year},
        covered_to=None,
        accounts={account.number: account for account in sorted(_accounts(order), key=lambda one: one.number)},
        dimensions={number: RESERVED[number] for number in sorted({number for number, _ in objects})},
        objects={key: names[key] for key in objects if key in names},
        opening={},
        closing={},
        results={},
        vouchers=(_voucher(order),),
    )


def _accounts(order: BookingOrder) -> set[Account]:
    return {line.account for line in order.lines}


def _voucher(order: BookingOrder) -> Voucher:
    postings = tuple(
        Posting(line.account.number, line.objects, line.amount, order.day, entry.text)
        for entry in order.entries
        for line in entry.lines
    )
    return Voucher("", "", order.day, order.title, postings, 0)
