"""Which agreements run, which end soon, and how is a sum without one entered?"""

from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, ProblemKind, Refused, Severity
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.web.financing import agreement_parts as parts
from samordna.office.web.financing.agreed_form import AT, AgreedForm
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.plan_fields import told_at, typed_amount
from samordna.office.web.forms.plan_year import ends, year_named, year_picker
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.pages.plan_figures import explained, plan_table
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_NEW: Final = "ny"
_WITHDRAW: Final = "bort"

NO_SUCH_LINE: Final = ProblemKind(
    "agreed-no-such-line",
    Severity.REFUSE,
    swedish("Formuläret säger inte vilken rad det gäller."),
    swedish("Välj i listan och försök igen."),
)


def agreements(request: HttpRequest) -> HttpResponse:
    """Show the agreements of a year, the latest when the address says none."""
    return _page(request, _year(request))


def agree(request: HttpRequest, year: int) -> HttpResponse:
    """Enter a sum that is agreed for a row without a written agreement, or take it back."""
    period, row, by = year_named(year), request.POST.get("rad", ""), actor_of(request)
    seen = seen_in(request)
    if request.POST.get("steg") == _WITHDRAW:
        try:
            actions.withdraw_agreed(period, row, by=by, seen=seen)
        except Refused as refusal:
            return _page(request, period, refusal.problems)
        messages.success(request, swedish("Det avtalade för {row} är borttaget.").format(row=mask(row)))
        return redirect(parts.list_address(period))
    form = AgreedForm(period, row or _NEW, request.POST)
    is_whole = form.is_valid()
    if not row:
        told_at(form, Refused([NO_SUCH_LINE.at(swedish("avtal"))]), AT)
    elif is_whole:
        try:
            actions.agree_sum(form.agreed, by=by, seen=seen)
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            messages.success(request, swedish("Det avtalade för {row} är sparat.").format(row=row))
            return redirect(parts.list_address(period))
    return _page(request, period, tried=(row, form))


def agreements_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Hand over the agreements of a year as a file; the trail says who took it."""
    missing = swedish("Avtalen finns inte i det formatet. Välj PDF, Excel, Word, CSV eller JSON.")
    period, form = _year(request), format_named(ending, missing)
    shown = questions.agreements_shown(period, timezone.localdate())
    if not (shown.table or shown.against):
        raise Http404(missing)
    name = swedish("Avtal {year}").format(year=ends(period))
    return hand_over(request, shown.document, name, form, period=str(period))


def _year(request: HttpRequest) -> Period:
    """Return the year that an address says, or that is usually asked for."""
    said = number_of(request.GET.get("ar", ""))
    return questions.usual_budget_year() if said is None else year_named(said)


def _page(
    request: HttpRequest,
    year: Period,
    problems: tuple[Problem, ...] = (),
    *,
    tried: tuple[str, forms.Form] | None = None,
) -> HttpResponse:
    """Return the page; ``tried`` is a form that could not be taken, and of which row."""
    shown, actor = questions.agreements_shown(year, timezone.localdate()), actor_of(request)
    sums = questions.agreed_shown(year)
    known = {one.holds.key for one in shown.sums if one.holds.value}
    of_new = tried is not None and tried[0] not in known
    told = {
        "shown": shown,
        "year": ends(year),
        "pickers": (year_picker(year, parts.list_address, shown.years),),
        "problems": problems,
        "agreements": parts.listed(shown),
        "notices": parts.notice_days(shown),
        "others": parts.others(shown),
        "sums": tuple(parts.sum_line(one, shown, tried) for one in shown.sums),
        "sums_total": typed_amount(sums.agreed),
        "without": sums.without,
        "against": plan_table(shown.against, year) if shown.against else None,
        "against_title": shown.against.title if shown.against else "",
        "explained": explained((shown.against,), year),
        "new_sum": tried[1] if tried and of_new else AgreedForm(year, _NEW),
        "tried_row": tried[0] if tried else "",
        "may_agree": actor.may(Deed.AGREE_SUM),
        "may_change": actor.may(Deed.CHANGE_AGREEMENT),
        "files": parts.files(year) if actor.may(Deed.EXPORT) and (shown.table or shown.against) else (),
        "register": Link(swedish("Lägg upp kostnadsställen"), reverse("register")),
        "new": Link(swedish("Nytt avtal"), reverse("new_agreement")) if actor.may(Deed.CHANGE_AGREEMENT) else None,
    }
    return render(request, "agreements/agreements.html", told, status=_UNPROCESSABLE if problems or tried else 200)


ROUTES: Final = (
    Route("avtal/", "agreements", agreements, reads=Deed.READ_BOOKS),
    Route("avtal/lista/<str:ending>/", "agreements_file", agreements_file, reads=Deed.EXPORT),
    Route("avtal/summor/<int:year>/", "agree_sum", agree, does=Deed.AGREE_SUM),
)
