"""How is what is agreed for the rows, and what the parties contribute, shown and entered?"""

from collections.abc import Iterable
from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.register import row_in_words
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, ProblemKind, Refused, Severity
from samordna.look.parts import Choice, Link, Picker
from samordna.office import actions, questions
from samordna.office.questions import AgreedShown, Told
from samordna.office.web import budget_parts
from samordna.office.web.agreed_form import AT, AgreedForm, ContributionForm
from samordna.office.web.budget import year_of
from samordna.office.web.numbers import number_of
from samordna.office.web.plan_fields import told_at, typed_amount
from samordna.office.web.routing import Route
from samordna.office.web.when import day_and_time

_UNPROCESSABLE: Final = 422
_WITHDRAW: Final = "bort"

NO_SUCH_LINE: Final = ProblemKind(
    "agreed-no-such-line",
    Severity.REFUSE,
    swedish("Formuläret säger inte vilken rad eller part det gäller."),
    swedish("Välj i listan och försök igen."),
)


def latest(request: HttpRequest) -> HttpResponse:
    """Lead to the latest year; say what to do when there is no year to speak of."""
    year = questions.usual_budget_year()
    if year:
        return redirect("agreed_year", budget_parts.ends(year))
    may = actor_of(request).may(Deed.HAND_IN_LEDGER)
    link = Link(swedish("Läs in bokföring"), reverse("imports")) if may else None
    return render(request, "agreed/empty.html", {"link": link})


def agreed_year(request: HttpRequest, year: int) -> HttpResponse:
    """Show what is agreed and contributed for a year."""
    return _page(request, year_of(year))


def agree(request: HttpRequest, year: int) -> HttpResponse:
    """Enter what is agreed for a row, or take it back."""
    period, row, by = year_of(year), request.POST.get("rad", ""), actor_of(request)
    seen = _seen(request)
    if request.POST.get("steg") == _WITHDRAW:
        try:
            actions.withdraw_agreed(period, row, by=by, seen=seen)
        except Refused as refusal:
            return _page(request, period, refusal.problems)
        messages.success(request, swedish("Det avtalade för {row} är borttaget.").format(row=mask(row)))
        return redirect("agreed_year", year)
    if not row:
        return _page(request, period, [NO_SUCH_LINE.at(swedish("avtal"))])
    form = AgreedForm(period, row, request.POST)
    if form.is_valid():
        try:
            actions.agree_sum(form.agreed, by=by, seen=seen)
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            messages.success(request, swedish("Det avtalade för {row} är sparat.").format(row=row))
            return redirect("agreed_year", year)
    return _page(request, period, tried=("avtal", row, form))


def contribute(request: HttpRequest, year: int) -> HttpResponse:
    """Enter what a party contributes, or take it back."""
    period, by, seen = year_of(year), actor_of(request), _seen(request)
    party = request.POST.get("rad", "")
    if request.POST.get("steg") == _WITHDRAW:
        try:
            actions.withdraw_contribution(period, party, by=by, seen=seen)
        except Refused as refusal:
            return _page(request, period, refusal.problems)
        messages.success(request, swedish("Bidraget från {party} är borttaget.").format(party=mask(party)))
        return redirect("agreed_year", year)
    told = {one.holds.key: one.holds.value for one in questions.agreed_shown(period).contributions}
    form = ContributionForm(period, request.POST, told.get(party))
    if form.is_valid():
        try:
            actions.enter_contribution(form.contribution, by=by, seen=seen)
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            said = swedish("Bidraget från {party} är sparat.")
            messages.success(request, said.format(party=form.contribution.party))
            return redirect("agreed_year", year)
    return _page(request, period, tried=("bidrag", party, form))


def _page(
    request: HttpRequest,
    year: Period,
    problems: Iterable[Problem] = (),
    *,
    tried: tuple[str, str, forms.Form] | None = None,
) -> HttpResponse:
    """Return the page; ``tried`` is the form that could not be taken: of which table, of which line."""
    shown, wrong = questions.agreed_shown(year), tuple(problems)
    new: dict[str, forms.Form] = {"avtal": AgreedForm(year, "ny"), "bidrag": ContributionForm(year)}
    forms_of = {(tried[0], tried[1]): tried[2]} if tried else {}
    known = {("avtal", one.holds.key) for one in shown.sums if one.holds.value}
    known |= {("bidrag", one.holds.key) for one in shown.contributions if one.holds.value}
    if tried and tried[:2] not in known:
        new[tried[0]] = tried[2]
    told = {
        "shown": shown,
        "year": budget_parts.ends(year),
        "pickers": (_years(year),),
        "problems": wrong,
        "sums": tuple(_sum(one, shown, forms_of.get(("avtal", one.holds.key))) for one in shown.sums),
        "contributions": tuple(
            _contribution(one, shown, forms_of.get(("bidrag", one.holds.key))) for one in shown.contributions
        ),
        "new_sum": new["avtal"],
        "new_contribution": new["bidrag"],
        "tried_row": tried[1] if tried else "",
        "agreed": typed_amount(shown.agreed),
        "contributed": typed_amount(shown.contributed),
        "expected": typed_amount(shown.expected),
        "may_agree": actor_of(request).may(Deed.AGREE_SUM),
        "may_contribute": actor_of(request).may(Deed.ENTER_CONTRIBUTION),
        "register": Link(swedish("Lägg upp kostnadsställen"), reverse("register")),
    }
    return render(request, "agreed/agreed.html", told, status=_UNPROCESSABLE if wrong or tried else 200)


def _sum(one: Told[AgreedSum], shown: AgreedShown, form: forms.Form | None) -> dict[str, object]:
    held = one.holds.value
    row = shown.register.row(one.holds.key)
    return {
        "key": one.holds.key,
        "name": row_in_words(row) if row else one.holds.key,
        "seen": one.holds.number,
        "amount": typed_amount(held.amount) if held else "",
        "profile": held.profile.in_words if held else "",
        "performer": held.performer if held else "",
        "source": held.source if held else "",
        "form": (form or AgreedForm(shown.year, one.holds.key, held=held)) if held else None,
        "open": form is not None,
        "before": _before(one),
        "withdrawn": "" if held else f"{one.holds.by} {day_and_time(one.holds.at)}",
    }


def _contribution(one: Told[Contribution], shown: AgreedShown, form: forms.Form | None) -> dict[str, object]:
    held = one.holds.value
    return {
        "key": one.holds.key,
        "seen": one.holds.number,
        "amount": typed_amount(held.amount) if held else "",
        "expected": typed_amount(held.expected) if held else "",
        "source": held.source if held else "",
        "form": (form or ContributionForm(shown.year, held=held)) if held else None,
        "open": form is not None,
        "before": _before(one),
        "withdrawn": "" if held else f"{one.holds.by} {day_and_time(one.holds.at)}",
    }


def _before(one: Told[AgreedSum] | Told[Contribution]) -> tuple[str, ...]:
    """Return what was said of a line before: each amount, who said it and when."""
    told = ((said.value, said) for said in one.before)
    return tuple(f"{typed_amount(value.amount)} kr, {said.by} {day_and_time(said.at)}" for value, said in told if value)


def _years(year: Period) -> Picker:
    known = sorted({*questions.budget_years(), year})
    choices = (
        Choice(str(name), str(name), current=one == year, href=reverse("agreed_year", args=[name]))
        for one in known
        for name in [budget_parts.ends(one)]
    )
    return Picker("ar", swedish("År"), tuple(choices))


def _seen(request: HttpRequest) -> int | None:
    return number_of(request.POST.get("sedd", ""))


_YEAR: Final = "avtal-och-bidrag/<int:year>/"
ROUTES: Final = (
    Route("avtal-och-bidrag/", "agreed", latest, reads=Deed.READ_BOOKS),
    Route(_YEAR, "agreed_year", agreed_year, reads=Deed.READ_BOOKS),
    Route(f"{_YEAR}avtal/", "agree_sum", agree, does=Deed.AGREE_SUM),
    Route(f"{_YEAR}bidrag/", "enter_contribution", contribute, does=Deed.ENTER_CONTRIBUTION),
)
