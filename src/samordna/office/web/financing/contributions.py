"""Who pays the contributions of a year, and how do they stand against the books?"""

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
from samordna.domain.values.problem import Problem, Refused
from samordna.office import actions, questions
from samordna.office.questions import ContributionsShown
from samordna.office.web.elsewhere import link_if_there
from samordna.office.web.financing import contributions_parts as parts
from samordna.office.web.financing.agreed_form import AT, ContributionForm
from samordna.office.web.financing.contributions_form import AT as RULES_AT
from samordna.office.web.financing.contributions_form import RulesForm
from samordna.office.web.forms.plan_fields import told_at, typed_amount
from samordna.office.web.forms.plan_year import ends, year_named, year_picker
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.pages.plan_figures import explained, plan_table
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_WITHDRAW: Final = "bort"


def latest(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - every view is given it
    """Lead to the year that is usually asked for."""
    return redirect("contributions_year", ends(questions.usual_budget_year()))


def contributions_year(request: HttpRequest, year: int) -> HttpResponse:
    """Show the contributions of a year."""
    return _page(request, year_named(year))


def contribute(request: HttpRequest, year: int) -> HttpResponse:
    """Enter what a party contributes, or take it back."""
    period, by, seen = year_named(year), actor_of(request), seen_in(request)
    party = request.POST.get("rad", "")
    if request.POST.get("steg") == _WITHDRAW:
        try:
            actions.withdraw_contribution(period, party, by=by, seen=seen)
        except Refused as refusal:
            return _page(request, period, refusal.problems)
        messages.success(request, swedish("Bidraget från {party} är borttaget.").format(party=mask(party)))
        return redirect("contributions_year", year)
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
            return redirect("contributions_year", year)
    return _page(request, period, tried=(party, form))


def rules(request: HttpRequest, year: int) -> HttpResponse:
    """Say how groups are asked and where the ledger has what they pay, from a year on."""
    period = year_named(year)
    shown = questions.contributions_shown(period, timezone.localdate())
    sent = request.POST if request.method == "POST" else None
    form = RulesForm(_groups(shown), shown.of.rules, sent)
    if form.is_valid():
        seen = seen_in(request)
        try:
            told = actions.set_contribution_rules(period, form.rules, by=actor_of(request), seen=seen)
        except Refused as refusal:
            told_at(form, refusal, RULES_AT)
        else:
            messages.success(request, swedish("Reglerna är sparade."))
            for problem in told:
                messages.warning(request, str(problem))
            return redirect("contributions_year", year)
    page = {
        "form": form,
        "year": year,
        "seen": request.POST.get("sedd", shown.rules_seen) if sent else shown.rules_seen,
        "history": parts.rules_history(shown),
        "from": ends(shown.rules_from) if shown.rules_from else None,
    }
    return render(request, "contributions/rules.html", page, status=_UNPROCESSABLE if form.errors else 200)


def _groups(shown: ContributionsShown) -> dict[str, tuple[str, dict[str, str]]]:
    """Return the groups that have rules: everybody else, and each group of several members."""
    every: dict[str, tuple[str, dict[str, str]]] = {"": (swedish("Alla utom dem nedan"), {})}
    for group in shown.association.groups:
        members = {one.code: one.name for one in shown.association.members if one.group == group.id}
        every[group.id] = (group.name, members)
    return every


def contributions_file(request: HttpRequest, year: int, ending: str) -> HttpResponse:
    """Hand over the contributions of a year as a file; the trail says who took it."""
    missing = swedish("Bidragen finns inte i det formatet. Välj PDF, Excel, Word, CSV eller JSON.")
    period, form = year_named(year), format_named(ending, missing)
    shown = questions.contributions_shown(period, timezone.localdate())
    if not shown.of.payers:
        raise Http404(missing)
    name = swedish("Bidrag {year}").format(year=year)
    return hand_over(request, shown.document, name, form, period=str(period))


def _page(
    request: HttpRequest,
    year: Period,
    problems: tuple[Problem, ...] = (),
    *,
    tried: tuple[str, forms.Form] | None = None,
) -> HttpResponse:
    """Return the page; ``tried`` is a form that could not be taken, and of which party."""
    shown, actor = questions.contributions_shown(year, timezone.localdate()), actor_of(request)
    entered = questions.agreed_shown(year)
    known = {one.holds.key for one in shown.entered if one.holds.value}
    of_new = tried is not None and tried[0] not in known
    told = {
        "shown": shown,
        "year": ends(year),
        "pickers": (year_picker(year, parts.address),),
        "problems": problems,
        "table": plan_table(shown.table, year) if shown.of.payers else None,
        "booked": plan_table(shown.booked, year) if shown.booked else None,
        "booked_title": shown.booked.title if shown.booked else "",
        "explained": explained((shown.table, shown.booked), year) if shown.of.payers else None,
        "entered": tuple(
            parts.entered_line(one, year, tried[1] if tried and tried[0] == one.holds.key else None)
            for one in shown.entered
        ),
        "contributed": typed_amount(entered.contributed),
        "expected": typed_amount(entered.expected),
        "new_contribution": tried[1] if tried and of_new else ContributionForm(year),
        "may_contribute": actor.may(Deed.ENTER_CONTRIBUTION),
        "may_rule": actor.may(Deed.SET_CONTRIBUTION_RULES),
        "files": parts.files(year) if actor.may(Deed.EXPORT) and shown.of.payers else (),
        "financing": link_if_there(swedish("Till finansieringen"), f"/finansiering/{ends(year)}/"),
        "requisitions": reverse("requisitions", args=[ends(year)]),
    }
    return render(
        request, "contributions/contributions.html", told, status=_UNPROCESSABLE if problems or tried else 200
    )


_YEAR: Final = "bidrag/<int:year>/"
ROUTES: Final = (
    Route("bidrag/", "contributions", latest, reads=Deed.READ_BOOKS),
    Route(_YEAR, "contributions_year", contributions_year, reads=Deed.READ_BOOKS),
    Route(f"{_YEAR}parter/", "enter_contribution", contribute, does=Deed.ENTER_CONTRIBUTION),
    Route(
        f"{_YEAR}regler/", "contribution_rules", rules,
        reads=Deed.SET_CONTRIBUTION_RULES, does=Deed.SET_CONTRIBUTION_RULES,
    ),
    Route(f"{_YEAR}fil/<str:ending>/", "contributions_file", contributions_file, reads=Deed.EXPORT),
)  # fmt: skip
