"""What do the books lack, what has been done about it, and on which accounts would it be booked?"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from samordna.domain.document import Document
from samordna.domain.ledger.balances import Balances
from samordna.domain.plan.accrual_accounts import AccrualAccounts, proposed_accounts
from samordna.domain.plan.booking_order import BookingOrder, order_books
from samordna.domain.plan.order_document import order_document
from samordna.domain.plan.owed import Owed, OwedState, open_at, ordered_later
from samordna.domain.statements.named_lines import NamedLines
from samordna.domain.statements.span import Asked
from samordna.domain.values.problem import Refused
from samordna.office.questions.basis import Basis, basis
from samordna.office.questions.books.ledgers import balances
from samordna.office.questions.identity import association
from samordna.office.questions.plan.plan import plan_held
from samordna.office.questions.problems import UNKNOWN_ORDER
from samordna.office.store.plan_rows import Said, order_of, owed_key
from samordna.sources.sie import write_importable


@dataclass(frozen=True, slots=True)
class OwedShown:
    """An amount that the books lack or lacked: the name of its row, and the order that it is in, 0 for none.

    What is found and lies in an order of later months too has that one. ``key`` is what it is chosen by. ``by`` and
    ``at`` say who dealt with it last; nobody has when it was only found.
    """

    key: str
    owed: Owed
    name: str
    order: int = 0
    by: str = ""
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class OwedOverview:
    """What the books lack at the end of the months asked for, and what was lacking and has been dealt with."""

    asked: Asked
    open: tuple[OwedShown, ...]
    settled: tuple[OwedShown, ...]

    @property
    def to_order(self) -> tuple[OwedShown, ...]:
        """What nobody has ordered to be booked yet."""
        return tuple(one for one in self.open if not one.order)


def owed_overview(asked: Asked) -> OwedOverview:
    """Return what the books lack over what was asked. Raises ``Refused`` as ``basis`` does."""
    made_from, said = basis(asked), plan_held().owed
    known = {one.value: one for one in said}
    owed = made_from.plan.owed
    settled = (one for one in owed if not one.is_open and asked.period.covers(one.period))
    return OwedOverview(
        asked,
        open=tuple(_shown(one, known, made_from) for one in open_at(owed, asked.period)),
        settled=tuple(_shown(one, known, made_from) for one in settled),
    )


def _shown(owed: Owed, known: Mapping[Owed, Said[Owed]], made_from: Basis) -> OwedShown:
    row = made_from.plan.register.row(owed.row)
    name = f"{row.key} {row.name}" if row else owed.row
    said = known.get(replace(owed, arrived=0))
    if said is None:
        return OwedShown(owed_key(owed), owed, name, ordered_later(owed, made_from.plan.owed))
    return OwedShown(said.key, owed, name, order_of(said.key), said.by, said.at)


def accounts_proposed(owed: Iterable[Owed], asked: Asked) -> AccrualAccounts:
    """Return the accounts that the ledger suggests to book what it lacks on."""
    made_from = basis(asked)
    return proposed_accounts(owed, made_from.plan.register, made_from.balances, _of_contributions(made_from))


def _of_contributions(made_from: Basis) -> frozenset[str]:
    words = made_from.layout.bridge
    return NamedLines(made_from.reading.evaluation).accounts(words.contributions) if words else frozenset()


@dataclass(frozen=True, slots=True)
class OrderShown:
    """An order to book, what has become of each of its amounts, and who made it when."""

    order: BookingOrder
    entries: tuple[OwedShown, ...]
    by: str
    at: dt.datetime

    @property
    def state(self) -> OwedState:
        """How far the order has come: as far as the amount of it that has come least."""
        order = (OwedState.PROPOSED, OwedState.SENT, OwedState.BOOKED, OwedState.WITHDRAWN)
        return min((one.owed.state for one in self.entries), key=order.index)

    @property
    def document(self) -> Document:
        """The order on paper."""
        facts = association()
        return order_document(self.order, facts.name, facts.organisation_number)

    def importable(self, made: dt.date) -> bytes:
        """Return the order as a file that a ledger takes in (SIE 4I); ``made`` is the day that the file is made.

        Raises ``Refused`` when it cannot be written as one.
        """
        facts, books = association(), _of_year(self.order)
        told = order_books(
            self.order, books.objects, company=facts.name, organisation_number=facts.organisation_number, made=made
        )
        written = write_importable(told)
        if written.refused:
            raise Refused(written.problems)
        return written.data


def _of_year(order: BookingOrder) -> Balances:
    return balances(order.year.period, objects=())


def booking_orders() -> tuple[OrderShown, ...]:
    """Return every order to book, the latest first."""
    held = plan_held()
    by_order: dict[int, list[Said[Owed]]] = {}
    for one in held.owed:
        by_order.setdefault(order_of(one.key), []).append(one)
    found = (_order(said, by_order.get(said.value.number, ())) for said in held.orders)
    return tuple(sorted(found, key=lambda one: -one.order.number))


def booking_order(number: int) -> OrderShown:
    """Return an order to book. Raises ``Refused`` when there is none with the number."""
    found = next((one for one in booking_orders() if one.order.number == number), None)
    if found is None:
        raise Refused([UNKNOWN_ORDER.at(str(number))])
    return found


def _order(said: Said[BookingOrder], owed: Sequence[Said[Owed]]) -> OrderShown:
    names = {entry.owed.row: entry.row for entry in said.value.entries}
    entries = (
        OwedShown(one.key, one.value, names.get(one.value.row, ""), said.value.number, one.by, one.at) for one in owed
    )
    return OrderShown(said.value, tuple(entries), said.by, said.at)
