"""What stands on the pages of what the books lack, and of the orders to book it?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.urls import reverse

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.document import tables_of
from samordna.domain.plan.accrual_accounts import AccrualAccounts
from samordna.domain.plan.owed import OwedKind, OwedState, OwedStep, steps_of
from samordna.domain.plan.register import Kind
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import GROUP, swedish_number
from samordna.domain.values.period import Period, month_in_words, swedish_date
from samordna.domain.values.problem import ProblemKind, Severity
from samordna.look.parts import Cell, Choice, Confirm, Fact, Heading, Link, Mark, Picker, Things, Tone
from samordna.office import questions
from samordna.office.questions import OrderShown, OwedShown, Periods
from samordna.office.web.forms.wanted import address_period
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.files import FORMATS
from samordna.office.web.statements.statement_pickers import period_choices
from samordna.renderers.html import table_html

CHOSEN: Final = "val"
ACCOUNT: Final = "konto-"
AGAINST: Final = "motkonto-"
"""The names of fields: which amounts are chosen, the account of each, and the account against each kind."""

NOT_OWED: Final = "post"
REASON: Final = "reason"
AMOUNT: Final = "belopp"
"""The names of fields: which amount is not lacking, why, and what a project claims."""

NO_AMOUNT: Final = ProblemKind(
    "owed-no-amount",
    Severity.REFUSE,
    swedish("Beloppet går inte att läsa: {why}."),
    swedish("Skriv beloppet i kronor."),
)

_KINDS: Final[Mapping[OwedKind, str]] = {
    OwedKind.AGREEMENT: swedish("Avtal"),
    OwedKind.CONTRIBUTION: swedish("Bidrag"),
    OwedKind.CLAIM: swedish("Fordran på finansiär"),
}
_AGAINST: Final[Mapping[OwedKind, str]] = {
    OwedKind.AGREEMENT: swedish("Motkonto för kostnader (upplupna kostnader)"),
    OwedKind.CONTRIBUTION: swedish("Motkonto för bidrag (fordran på parterna)"),
    OwedKind.CLAIM: swedish("Motkonto för fordringar (upplupna intäkter)"),
}
_TONES: Final[Mapping[OwedState, Tone]] = {
    OwedState.PROPOSED: Tone.WARN,
    OwedState.SENT: Tone.INFORM,
    OwedState.BOOKED: Tone.DONE,
    OwedState.WITHDRAWN: Tone.QUIET,
}


@dataclass(frozen=True, slots=True)
class ToOrder:
    """An amount that nobody has ordered: how it is chosen, what it is, and the account that it would be booked on."""

    shown: OwedShown
    name: str
    kind: str
    amount: str
    account: str
    chosen: bool
    not_owed: Confirm


def address(period: Period) -> str:
    """Return the address of what the books lack over a period."""
    return f"{reverse('owed')}?period={address_period(period)}"


def owed_page(asked: Asked, known: Periods, actor: Actor, typed: QueryDict) -> dict[str, object]:
    """Return what the page shows; what was typed and could not be done stands there still."""
    overview, orders = questions.owed_overview(asked), questions.booking_orders()
    waiting = overview.to_order
    proposed = questions.accounts_proposed([one.owed for one in waiting], asked) if waiting else AccrualAccounts()
    return {
        "last": month_in_words(asked.period.last),
        "address_period": address_period(asked.period),
        "pickers": (Picker("period", swedish("Period"), tuple(period_choices(asked.period, known))),),
        "waiting": [_to_order(one, proposed, asked.period, typed) for one in waiting],
        "against": list(_against(waiting, proposed, typed)),
        "sum": _kronor(sum(one.owed.rest for one in overview.open)) if overview.open else "",
        "ordered": _ordered(tuple(one for one in overview.open if one.order)),
        "settled": _settled(overview.settled),
        "orders": _orders(orders),
        "may_order": actor.may(Deed.ORDER_BOOKING),
        "may_withdraw": actor.may(Deed.WITHDRAW_ORDER),
        "claims": _claims(typed) if actor.may(Deed.ENTER_CLAIM) else None,
    }


def nothing_read(actor: Actor) -> dict[str, object]:
    """Return what is shown before any ledger has been read."""
    may = actor.may(Deed.HAND_IN_LEDGER)
    return {"link": Link(swedish("Läs in bokföring"), "/inlasning/") if may else None}


def _to_order(one: OwedShown, proposed: AccrualAccounts, period: Period, typed: QueryDict) -> ToOrder:
    account = typed.get(f"{ACCOUNT}{one.key}", proposed.of_result(one.owed) or "")
    return ToOrder(
        shown=one,
        name=one.name or _KINDS[one.owed.kind],
        kind=_KINDS[one.owed.kind],
        amount=_kronor(one.owed.rest),
        account=account,
        chosen=_is_chosen(one, period, typed),
        not_owed=Confirm(
            label=swedish("Behövs inte"),
            question=swedish("Posten räknas inte längre som ej bokförd. Skälet står sedan i spåret."),
            action=reverse("not_owed"),
            button=swedish("Ta bort ur listan"),
            reason_label=swedish("Varför ska den inte bokas?"),
            hidden=((NOT_OWED, one.key), ("period", address_period(period))),
            dangerous=False,
            typed=typed.get(REASON, "") if typed.get(NOT_OWED) == one.key else None,
        ),
    )


def _is_chosen(one: OwedShown, period: Period, typed: QueryDict) -> bool:
    """Tell whether an amount is chosen: as when an order was refused, else those of the last month."""
    of_an_order = typed and not {NOT_OWED, AMOUNT} & typed.keys()
    return one.key in typed.getlist(CHOSEN) if of_an_order else one.owed.period.last == period.last


def _against(
    waiting: tuple[OwedShown, ...], proposed: AccrualAccounts, typed: QueryDict
) -> Iterator[tuple[str, str, str]]:
    """Yield the field, label and account against each kind that waits."""
    for kind in dict.fromkeys(one.owed.kind for one in waiting):
        first = next(one.owed for one in waiting if one.owed.kind is kind)
        name = f"{AGAINST}{kind.value}"
        yield name, _AGAINST[kind], typed.get(name, proposed.of_balance(first) or "")


def _ordered(open_orders: tuple[OwedShown, ...]) -> Things | None:
    rows = tuple((*_told(one), _order_cell(one)) for one in open_orders)
    headings = (*_HEADINGS, Heading(swedish("Bokningsorder")))
    return Things(swedish("Beställt, inte bokfört än"), headings, rows) if rows else None


def _settled(settled: tuple[OwedShown, ...]) -> Things | None:
    rows = tuple((*_told(one), Cell(mark=_mark(one.owed.state), note=_said(one)), _order_cell(one)) for one in settled)
    headings = (*_HEADINGS, Heading(swedish("Läge")), Heading(swedish("Bokningsorder")))
    return Things(swedish("Avklarat"), headings, rows) if rows else None


_HEADINGS: Final = (
    Heading(swedish("Rad")),
    Heading(swedish("Belopp"), numbers=True),
    Heading(swedish("Grund"), sentences=True),
)


def _told(one: OwedShown) -> tuple[Cell, Cell, Cell]:
    return (
        Cell(one.name or _KINDS[one.owed.kind]),
        Cell(_kronor(one.owed.rest), note=_of_which(one)),
        Cell(one.owed.how),
    )


def _of_which(one: OwedShown) -> str:
    if not one.owed.arrived:
        return ""
    return swedish("resten av {amount}").format(amount=_kronor(one.owed.amount))


def _order_cell(one: OwedShown) -> Cell:
    if not one.order:
        return Cell("–")
    return Cell(swedish("Nummer {number}").format(number=one.order), href=reverse("booking_order", args=(one.order,)))


def _said(one: OwedShown) -> str:
    return f"{one.by}, {day_and_time(one.at)}" if one.at else ""


def _mark(state: OwedState) -> Mark:
    return Mark(_TONES[state], _STATES[state])


_STATES: Final[Mapping[OwedState, str]] = {
    OwedState.PROPOSED: swedish("Föreslagen"),
    OwedState.SENT: swedish("Skickad"),
    OwedState.BOOKED: swedish("Bokförd"),
    OwedState.WITHDRAWN: swedish("Återtagen"),
}


def _orders(orders: tuple[OrderShown, ...]) -> Things | None:
    rows = tuple(
        (
            Cell(one.order.title, href=reverse("booking_order", args=(one.order.number,))),
            Cell(swedish_date(one.order.day)),
            Cell(str(len(one.entries))),
            Cell(mark=_mark(one.state)),
            Cell(one.by, note=day_and_time(one.at)),
        )
        for one in orders
    )
    headings = (
        Heading(swedish("Order")),
        Heading(swedish("Bokföringsdag")),
        Heading(swedish("Poster"), numbers=True),
        Heading(swedish("Läge")),
        Heading(swedish("Av")),
    )
    return Things(swedish("Bokningsordrar"), headings, rows) if rows else None


def _claims(typed: QueryDict) -> dict[str, object] | None:
    """Return the form of a project's claim; None where there is no project."""
    rows = questions.plan_held().plan.register.of_kind(Kind.PROJECT)
    choices = tuple(
        Choice(row.key, f"{row.key} {row.name}", current=row.key == typed.get("rad")) for row in rows if row.code
    )
    return {"rows": choices, "amount": typed.get(AMOUNT, ""), "source": typed.get("kalla", "")} if choices else None


def order_page(shown: OrderShown, actor: Actor, typed: str | None = None) -> dict[str, object]:
    """Return what the page of an order shows; ``typed`` is a refused reason to take it back.

    Its rows by account are shown to who may read vouchers: it is one to come.
    """
    order, number = shown.order, shown.order.number
    tables = tables_of(shown.document) if actor.may(Deed.READ_VOUCHERS) else ()
    able = {step for one in shown.entries for step in steps_of(one.owed)}
    return {
        "shown": shown,
        "title": order.title,
        "back": Link(swedish("Ej bokfört"), address(Period(*_months(shown)))),
        "facts": (
            Fact(swedish("Läge"), _STATES[shown.state]),
            Fact(swedish("Bokföringsdag"), swedish_date(order.day)),
            Fact(swedish("Gjord av"), f"{shown.by}, {day_and_time(shown.at)}"),
        ),
        "tables": [table_html(table, title_shown=False) for table in tables],
        "entries": _entries(shown),
        "files": tuple(_files(number, actor)),
        "may_send": OwedStep.SEND in able and actor.may(Deed.ORDER_BOOKING),
        "withdraw": _withdraw(number, typed) if OwedStep.WITHDRAW in able and actor.may(Deed.WITHDRAW_ORDER) else None,
    }


def _months(shown: OrderShown) -> tuple[int, int]:
    period = shown.order.entries[0].owed.period
    return period.first, period.last


def _entries(shown: OrderShown) -> Things:
    rows = tuple((*_told(one), Cell(mark=_mark(one.owed.state), note=_said(one))) for one in shown.entries)
    return Things(swedish("Poster och underlag"), (*_HEADINGS, Heading(swedish("Läge"))), rows)


def _files(number: int, actor: Actor) -> Iterator[Link]:
    if actor.may(Deed.READ_VOUCHERS) and actor.may(Deed.EXPORT):
        for ending in ("pdf", "docx", "xlsx"):
            yield Link(FORMATS[ending].label, reverse("booking_order_file", args=(number, ending)))
    if actor.may(Deed.ORDER_BOOKING) and actor.may(Deed.EXPORT):
        yield Link(swedish("SIE 4I, att läsa in"), reverse("booking_order_import", args=(number,)))


def _withdraw(number: int, typed: str | None) -> Confirm:
    return Confirm(
        label=swedish("Ta tillbaka"),
        question=swedish("Det som inte är bokfört saknas igen och kan beställas på nytt. Skälet står sedan i spåret."),
        action=reverse("withdraw_order", args=(number,)),
        button=swedish("Ta tillbaka bokningsordern"),
        reason_label=swedish("Varför tas den tillbaka?"),
        typed=typed,
    )


def _kronor(ore: Ore) -> str:
    return f"{swedish_number(ore, 2)}{GROUP}kr"
