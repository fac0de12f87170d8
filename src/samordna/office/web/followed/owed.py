"""How is what the books lack shown, ordered to be booked, and followed until it is?"""

from collections.abc import Callable, Mapping
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import ChosenAccounts
from samordna.office.questions import OrderShown
from samordna.office.web.followed import owed_parts as parts
from samordna.office.web.forms.wanted import Wanted
from samordna.office.web.pages.files import file_response
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.routing import Route
from samordna.sources.plan_files import amount_of

_UNPROCESSABLE: Final = 422
_IMPORTABLE: Final = "si"


def owed(request: HttpRequest) -> HttpResponse:
    """Show what the books lack over a period, what has been ordered, and the form that orders more."""
    return _page(request, Wanted.read(request.GET))


def order(request: HttpRequest) -> HttpResponse:
    """Order the chosen amounts to be booked."""
    sent, asked = request.POST, _asked(request.POST)

    def done() -> HttpResponse:
        chosen = ChosenAccounts(_typed(sent, parts.ACCOUNT), _typed(sent, parts.AGAINST))
        made = actions.order_booking(asked.period, sent.getlist(parts.CHOSEN), accounts=chosen, by=actor_of(request))
        told = swedish("{title} är gjord. Skicka den till den som bokför, och markera den som skickad.")
        messages.success(request, told.format(title=made.title))
        return redirect("booking_order", made.number)

    return _done(request, done, asked.period)


def not_owed(request: HttpRequest) -> HttpResponse:
    """Say that an amount is not lacking, and why."""
    asked = _asked(request.POST)

    def done() -> HttpResponse:
        key, reason = request.POST.get(parts.NOT_OWED, ""), request.POST.get(parts.REASON, "")
        actions.withdraw_owed(asked.period, key, reason=reason, by=actor_of(request))
        messages.success(request, swedish("Borttaget ur listan. Skälet står i spåret."))
        return redirect(parts.address(asked.period))

    return _done(request, done, asked.period)


def claim(request: HttpRequest) -> HttpResponse:
    """Enter what a project has a right to of its financier."""
    sent, asked = request.POST, _asked(request.POST)

    def done() -> HttpResponse:
        amount = _amount(sent.get(parts.AMOUNT, ""))
        actions.enter_claim(sent.get("rad", ""), asked.period, amount, sent.get("kalla", ""), by=actor_of(request))
        messages.success(request, swedish("Fordran är inlagd."))
        return redirect(parts.address(asked.period))

    return _done(request, done, asked.period)


def booking_order(request: HttpRequest, number: int) -> HttpResponse:
    """Show an order to book: what is to be booked, on what grounds, how far it has come."""
    told = parts.order_page(_order(number), actor_of(request))
    return render(request, "owed/order.html", told)


def booking_order_file(request: HttpRequest, number: int, ending: str) -> HttpResponse:
    """Hand over an order as a document; the trail says who took it."""
    shown = _order(number)
    form = format_named(ending, swedish("Bokningsordern finns inte i det formatet. Välj PDF, Word eller Excel."))
    return hand_over(request, shown.document, shown.order.title, form, number=number)


def booking_order_import(request: HttpRequest, number: int) -> HttpResponse:
    """Hand over an order as a file that a ledger takes in; the trail says who took it."""
    shown = _order(number)
    title, content = shown.order.title, shown.importable(timezone.localdate())
    actions.take_out(f"{title} (SIE 4I)", by=actor_of(request), format=_IMPORTABLE, number=number)
    return file_response(content, f"{title}.{_IMPORTABLE}", "application/octet-stream")


def send(request: HttpRequest, number: int) -> HttpResponse:
    """Say that an order has been sent."""
    actions.send_order(number, by=actor_of(request))
    messages.success(request, swedish("Markerad som skickad. När bokföringen har den känns den igen av sig själv."))
    return redirect("booking_order", number)


def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Take back what of an order has not been booked."""
    reason = request.POST.get(parts.REASON, "")
    try:
        actions.withdraw_order(number, reason=reason, by=actor_of(request))
    except Refused as refusal:
        told = parts.order_page(_order(number), actor_of(request), reason)
        return render(request, "owed/order.html", {**told, "problems": refusal.problems}, status=_UNPROCESSABLE)
    messages.success(request, swedish("Återtagen. Skälet står i spåret."))
    return redirect("booking_order", number)


def _order(number: int) -> OrderShown:
    try:
        return questions.booking_order(number)
    except Refused as refusal:
        raise Http404(refusal.problems[0].found) from refusal


def _asked(sent: QueryDict) -> Asked:
    return Wanted.read(sent).asked(questions.periods().usual)


def _typed(sent: QueryDict, prefix: str) -> Mapping[str, str]:
    """Return what was typed in the fields whose names begin so, by the rest of the name."""
    fields = ((name.removeprefix(prefix), sent.get(name, "").strip()) for name in sent if name.startswith(prefix))
    return {name: text for name, text in fields if text}


def _amount(text: str) -> int:
    try:
        return amount_of(text)
    except ValueError as error:
        raise Refused([parts.NO_AMOUNT.at(swedish("beloppet"), why=error)]) from error


def _done(request: HttpRequest, do: Callable[[], HttpResponse], period: Period) -> HttpResponse:
    """Do a deed and lead on; or show the page again with what is wrong, and what was typed."""
    try:
        return do()
    except Refused as refusal:
        return _page(request, Wanted(period), refusal)


def _page(request: HttpRequest, wanted: Wanted, refusal: Refused | None = None) -> HttpResponse:
    known, actor = questions.periods(), actor_of(request)
    if not known.years:
        return render(request, "owed/empty.html", parts.nothing_read(actor))
    told = parts.owed_page(wanted.asked(known.usual), known, actor, request.POST)
    stopped = refusal.problems if refusal else ()
    status = _UNPROCESSABLE if stopped else 200
    return render(request, "owed/owed.html", {**told, "problems": stopped}, status=status)


ROUTES: Final = (
    Route("ej-bokfort/", "owed", owed, reads=Deed.READ_BOOKS),
    Route("ej-bokfort/bestall/", "order_booking", order, does=Deed.ORDER_BOOKING),
    Route("ej-bokfort/behovs-inte/", "not_owed", not_owed, does=Deed.WITHDRAW_ORDER),
    Route("ej-bokfort/fordran/", "enter_claim", claim, does=Deed.ENTER_CLAIM),
    Route("ej-bokfort/bokningsorder/<int:number>/", "booking_order", booking_order, reads=Deed.READ_BOOKS),
    Route("ej-bokfort/bokningsorder/<int:number>/skicka/", "send_order", send, does=Deed.ORDER_BOOKING),
    Route("ej-bokfort/bokningsorder/<int:number>/ta-tillbaka/", "withdraw_order", withdraw, does=Deed.WITHDRAW_ORDER),
    Route(
        "ej-bokfort/bokningsorder/<int:number>/si/",
        "booking_order_import",
        booking_order_import,
        reads=Deed.ORDER_BOOKING,
    ),
    Route(
        "ej-bokfort/bokningsorder/<int:number>/<str:ending>/",
        "booking_order_file",
        booking_order_file,
        reads=Deed.READ_VOUCHERS,
    ),
)
