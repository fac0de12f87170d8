"""How is what the books lack ordered to be booked, taken back, and known again when a later ledger holds it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.plan.accrual_accounts import AccrualAccounts
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.booking_order import BookingOrder
from samordna.domain.plan.booking_order import booking_order as ordered
from samordna.domain.plan.owed import (
    Owed,
    OwedKind,
    OwedState,
    OwedStep,
    after,
    steps_of,
    waiting_before,
    waiting_behind,
)
from samordna.domain.plan.owed_found import claimed, with_arrived
from samordna.domain.plan.register import CostCentre
from samordna.domain.statements.planned import booked_of
from samordna.domain.statements.span import Asked
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import order_to_book, owed_thing
from samordna.office.actions.typed import typed_problems
from samordna.office.questions.basis import basis
from samordna.office.questions.books.ledgers import balances
from samordna.office.questions.followed.owed import (
    OrderShown,
    OwedShown,
    accounts_proposed,
    booking_order,
    owed_overview,
)
from samordna.office.questions.plan.plan import plan_held
from samordna.office.questions.statements.layouts import layout_for
from samordna.office.store.plan_rows import owed_key
from samordna.office.store.writing import alone

_PLACE = swedish("ej bokfört")


@dataclass(frozen=True, slots=True)
class ChosenAccounts:
    """The accounts that a person chose instead of those that the ledger suggests; none where nothing was chosen.

    ``of_result`` are by the key of the amount (``OwedShown.key``), ``of_balance`` by its kind.
    """

    of_result: Mapping[str, str] = field(default_factory=dict)
    of_balance: Mapping[str, str] = field(default_factory=dict)


_NOT_CHOSEN = ChosenAccounts()


def order_booking(
    period: Period, keys: Sequence[str], *, accounts: ChosenAccounts = _NOT_CHOSEN, by: Actor
) -> BookingOrder:
    """Order amounts that the books lack at the end of some months to be booked, and return the order.

    ``keys`` are of those that nobody has ordered (``questions.owed_overview``). Raises ``Refused`` when one of them is
    not lacking any more, and when an account is not chosen or does not exist.
    """
    subject = swedish("bokningsorder för {period}").format(period=period.in_words)
    with doing(Deed.ORDER_BOOKING, by=by, subject=subject), alone():
        asked, held = Asked.of(period), plan_held()
        chosen = _chosen(asked, keys)
        number = max((said.value.number for said in held.orders), default=0) + 1
        owed = tuple(_in_order(one.owed.remaining, number) for one in chosen)
        wanted = _accounts(accounts_proposed(owed, asked), chosen, accounts)
        made_from = basis(asked)
        order = ordered(number, owed, wanted, made_from.plan.register, made_from.balances)
        say_of(order_to_book(order), order, Deed.ORDER_BOOKING, by=by)
        for one in chosen:
            if one.at:  # a claim that was entered stands in the order from now on
                say_of(owed_thing(one.key, one.owed), None, Deed.ORDER_BOOKING, by=by)
        for amount in owed:
            _say(amount, Deed.ORDER_BOOKING, by)
    return order


def _in_order(owed: Owed, number: int) -> Owed:
    """Return an amount as it lies in an order; what projects have earned comes after the claims of its row."""
    return replace(owed, order=number, nth=_claims_of(owed.row) if owed.found else owed.nth)


def _chosen(asked: Asked, keys: Sequence[str]) -> tuple[OwedShown, ...]:
    there = {one.key: one for one in owed_overview(asked).to_order}
    if not keys:
        raise Refused([problems.NOTHING_TO_ORDER.at(_PLACE)])
    if not set(keys) <= set(there):
        raise Refused([problems.NOT_OWED.at(_PLACE)])
    return tuple(there[key] for key in dict.fromkeys(keys))


def _accounts(proposed: AccrualAccounts, chosen: Sequence[OwedShown], own: ChosenAccounts) -> AccrualAccounts:
    """Return the accounts that the ledger suggests, with those that a person chose instead."""
    own_of = [(one.owed, own.of_result[one.key]) for one in chosen if own.of_result.get(one.key)]
    balance = own.of_balance
    return replace(
        proposed,
        costs={**proposed.costs, **{one.row: account for one, account in own_of if one.is_cost}},
        incomes={**proposed.incomes, **{one.row: account for one, account in own_of if not one.is_cost}},
        accrued_costs=balance.get("agreement") or proposed.accrued_costs,
        accrued_income=balance.get("claim") or proposed.accrued_income,
        contributions_receivable=balance.get("contribution") or proposed.contributions_receivable,
    )


def send_order(number: int, *, by: Actor) -> None:
    """Say that an order has been sent to whoever keeps the books. Raises ``Refused`` when nothing of it waits."""
    subject = swedish("bokningsorder {number}").format(number=number)
    with doing(Deed.ORDER_BOOKING, by=by, subject=subject), alone():
        _step(booking_order(number), OwedStep.SEND, Deed.ORDER_BOOKING, by)


def withdraw_order(number: int, *, reason: str, by: Actor) -> None:
    """Take back what of an order has not been booked yet: the books lack it still, and it can be ordered anew."""
    subject = swedish("bokningsorder {number}").format(number=number)
    with doing(Deed.WITHDRAW_ORDER, by=by, subject=subject), alone():
        refuse_any((*typed_problems(subject, reason), *text_problems(subject, reason)))
        order = booking_order(number)
        _step(order, OwedStep.WITHDRAW, Deed.WITHDRAW_ORDER, by)
        for one in order.entries:
            _found_again(one.owed, by)
        record(Deed.WITHDRAW_ORDER, by=by, subject=subject, reason=reason)


def _step(order: OrderShown, step: OwedStep, deed: Deed, by: Actor) -> None:
    """Take what of an order can go there a step on; refuse as its life says when nothing can."""
    able = [one for one in order.entries if step in steps_of(one.owed)] or order.entries[:1]
    for one in able:
        say_of(owed_thing(one.key, one.owed), after(one.owed, step), deed, by=by)


def _found_again(withdrawn: Owed, by: Actor) -> None:
    """Say that a claim in an order that was taken back is not ordered; what was found is found anew by itself."""
    if not withdrawn.is_open:
        return
    if withdrawn.was_entered:
        _say(replace(withdrawn, order=0, state=OwedState.PROPOSED), Deed.WITHDRAW_ORDER, by)
    else:
        _move_up(withdrawn, by)


def _move_up(gone: Owed, by: Actor) -> None:
    """Say that what stood behind an amount in turn to be settled does not wait for it any more."""
    behind = tuple(waiting_behind(gone, plan_held().plan.owed))
    if behind:
        rest = with_arrived(gone, _booked_of(gone)).rest
        for one in behind:
            _say(replace(one, booked=one.booked - rest), Deed.WITHDRAW_ORDER, by)


def _booked_of(owed: Owed) -> Ore | None:
    books = balances(owed.period)
    by_row = Booked(plan_held().plan.register, books)
    return booked_of(owed, by_row, layout_for(owed.period.last // 100), books)


def _say(owed: Owed, deed: Deed, by: Actor) -> None:
    say_of(owed_thing(owed_key(owed), owed), owed, deed, by=by)


def withdraw_owed(period: Period, key: str, *, reason: str, by: Actor) -> None:
    """Say that the books do not lack an amount that was found, or a claim that was entered, and why."""
    with doing(Deed.WITHDRAW_ORDER, by=by, subject=mask(key)), alone():
        refuse_any((*typed_problems(_PLACE, reason), *text_problems(_PLACE, reason)))
        [chosen] = _chosen(Asked.of(period), [key])
        owed = replace(chosen.owed, arrived=0)
        thing = owed_thing(chosen.key, owed)
        say_of(thing, after(owed, OwedStep.WITHDRAW), Deed.WITHDRAW_ORDER, by=by)
        if owed.was_entered:
            _move_up(owed, by)
        record(Deed.WITHDRAW_ORDER, by=by, subject=thing.name, reason=reason)


def enter_claim(row: str, period: Period, amount: Ore, source: str, *, by: Actor) -> Owed:
    """Enter what a project has a right to of its financier for some months and has not been paid, told as plus.

    Raises ``Refused`` for a row that is no cost centre, for nothing, and without a source.
    """
    with doing(Deed.ENTER_CLAIM, by=by, subject=mask(row)), alone():
        refuse_any((*typed_problems(_PLACE, source), *text_problems(_PLACE, source)))
        register = plan_held().plan.register
        if not isinstance(register.row(row), CostCentre):
            raise Refused([problems.NO_SUCH_ROW.at(_PLACE, row=mask(row))])
        if amount <= 0:
            raise Refused([problems.NOTHING_CLAIMED.at(mask(row))])
        claim = _in_turn(replace(claimed(row, period, amount, source), nth=_claims_of(row)))
        for one in waiting_behind(claim, plan_held().plan.owed):
            _say(replace(one, booked=one.booked + claim.amount), Deed.ENTER_CLAIM, by)
        _say(claim, Deed.ENTER_CLAIM, by)
    return claim


def _claims_of(row: str) -> int:
    """Return the number of the next claim of a row: each stands by itself, whatever became of the others."""
    told = (said.value for said in plan_held().owed)
    return max((one.nth + 1 for one in told if one.row == row and one.kind is OwedKind.CLAIM), default=0)


def _in_turn(claim: Owed) -> Owed:
    """Return a claim as settled after those that wait already; nothing is booked where the books do not tell."""
    booked = _booked_of(claim)
    told = (with_arrived(one, _booked_of(one)) for one in plan_held().plan.owed if one.row == claim.row)
    return replace(claim, booked=(booked or 0) + waiting_before(claim, told))
