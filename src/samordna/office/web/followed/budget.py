"""How is a year's budget shown, decided, changed by a later decision, and carried in a workbook?"""

from collections.abc import Iterable
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.plan.register import row_in_words
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.web.books.object_address import code_of
from samordna.office.web.followed import budget_parts as parts
from samordna.office.web.followed.budget_form import BudgetFileForm
from samordna.office.web.forms.plan_fields import DecisionForm, told_at
from samordna.office.web.pages.files import FORMATS, file_response
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.routing import Route
from samordna.renderers.xlsx import render_form
from samordna.sources.budgets import LARGEST_FILE

_UNPROCESSABLE: Final = 422


def budgets(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - every view is given it
    """Lead to the year that is usually asked for."""
    return redirect("budget", parts.ends(questions.usual_budget_year()))


def budget(request: HttpRequest, year: int) -> HttpResponse:
    """Show the budget of a year, its decisions, and the ways to go on from it."""
    return _page(request, year_of(year))


def budget_row(request: HttpRequest, year: int, key: str) -> HttpResponse:
    """Show a row of a year's budget: what each decision said of it, its months, its accounts."""
    shown = questions.budget_row(year_of(year), code_of(key))
    if shown is None:
        raise Http404(swedish("Registret har ingen rad med den koden."))
    told = {
        "title": swedish("{row}, budget {year}").format(row=row_in_words(shown.row), year=year),
        "facts": parts.row_facts(shown),
        "numbers": parts.row_numbers(shown),
        "months": parts.row_months(shown),
        "accounts": parts.row_accounts(shown),
        "year": year,
        "key": shown.row.key,
        "may_revise": actor_of(request).may(Deed.REVISE_BUDGET),
    }
    return render(request, "budget/row.html", told)


def roll(request: HttpRequest, year: int) -> HttpResponse:
    """Begin the budget of a year from the latest before it."""
    period = year_of(year)
    shown = questions.budget_shown(period)
    form = DecisionForm(request.POST, label_suffix="")
    if form.is_valid():
        try:
            before = shown.rolls_from or period.years_before(1)
            told = actions.roll_budget(before, period, form.decision, by=actor_of(request))
        except Refused as refusal:
            told_at(form, refusal, _AT)
        else:
            return decided(request, year, told)
    return _page(request, period, rolling=form)


def form_file(request: HttpRequest, year: int) -> HttpResponse:
    """Hand over the form of a year's budget as a workbook; the trail says who took it."""
    period = year_of(year)
    content = render_form(questions.budget_form_of(period))
    name = swedish("Budget {year}, blankett").format(year=year)
    actions.take_out(name, by=actor_of(request), format="xlsx", period=str(period))
    return file_response(content, f"{name}.xlsx", FORMATS["xlsx"].media_type)


def form_in(request: HttpRequest, year: int) -> HttpResponse:
    """Take a filled-in form with the decision it rests on; what is wrong is told cell by cell, and nothing is taken."""
    period = year_of(year)
    form = BudgetFileForm(request.POST or None, request.FILES or None, label_suffix="")
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read(LARGEST_FILE + 1)
        try:
            taken = actions.take_budget_form(data, file.name, period, form.decision, by=actor_of(request))
        except Refused as refusal:
            problems = refusal.problems
        else:
            return decided(request, year, taken)
    told = {
        "form": form,
        "problems": problems,
        "year": year,
        "has_rows": bool(questions.plan_held().plan.register.rows),
    }
    return render(request, "budget/form_in.html", told, status=_UNPROCESSABLE if problems or form.errors else 200)


def budget_file(request: HttpRequest, year: int, ending: str) -> HttpResponse:
    """Hand over the budget just as it is shown, as a file; the trail says who took it."""
    missing = swedish("Budgeten finns inte i det formatet. Välj PDF, Excel, Word, CSV eller JSON.")
    period, form = year_of(year), format_named(ending, missing)
    shown = questions.budget_shown(period)
    if shown.table is None:
        raise Http404(missing)
    name = swedish("Budget {year}").format(year=year)
    return hand_over(request, shown.document, name, form, period=str(period))


_AT: Final = {"plan-no-decision": "reason"}


def _page(request: HttpRequest, year: Period, *, rolling: DecisionForm | None = None) -> HttpResponse:
    shown = questions.budget_shown(year)
    actor = actor_of(request)
    told = {
        "shown": shown,
        "year": parts.ends(year),
        "pickers": (parts.years(year),),
        "table": parts.table(shown.table, year),
        "months": parts.table(shown.months, year),
        "decisions": parts.decisions(shown),
        "files": parts.files(year) if shown.table and actor.may(Deed.EXPORT) else (),
        "may_fetch": actor.may(Deed.EXPORT) and bool(shown.register.rows),
        "may_revise": actor.may(Deed.REVISE_BUDGET),
        "rolls_from": parts.ends(shown.rolls_from) if shown.rolls_from else None,
        "rolls_to": parts.ends(shown.rolls_to) if shown.rolls_to else None,
        "rolling": rolling or DecisionForm(label_suffix=""),
        "register": Link(swedish("Lägg upp kostnadsställen"), reverse("register")),
    }
    failed = rolling is not None and bool(rolling.errors)
    return render(request, "budget/budget.html", told, status=_UNPROCESSABLE if failed else 200)


def decided(request: HttpRequest, year: int, told: Iterable[Problem]) -> HttpResponse:
    """Lead to the budget that was decided, with what is told of it all the same."""
    messages.success(request, swedish("Beslutet är inlagt. Budget {year} visar nu det.").format(year=year))
    for problem in tuple(told)[:_FEW]:
        messages.warning(request, f"{problem.place}: {problem.found} {problem.remedy}")
    return redirect("budget", year)


_FEW: Final = 10
"""Remarks that are told at once when a decision was taken."""


def year_of(year: int) -> Period:
    """Return the fiscal year that an address names. Raises ``Http404`` where there is none."""
    found = questions.budget_year(year)
    if found is None:
        raise Http404(swedish("Det finns inget sådant år att budgetera."))
    return found


_BUDGET: Final = "budget/<int:year>/"
ROUTES: Final = (
    Route("budget/", "budgets", budgets, reads=Deed.READ_BOOKS),
    Route(_BUDGET, "budget", budget, reads=Deed.READ_BOOKS),
    Route(f"{_BUDGET}borja/", "budget_roll", roll, does=Deed.REVISE_BUDGET),
    Route(f"{_BUDGET}blankett.xlsx", "budget_form_file", form_file, reads=Deed.EXPORT),
    Route(f"{_BUDGET}blankett/", "budget_form", form_in, reads=Deed.REVISE_BUDGET, does=Deed.REVISE_BUDGET),
    Route(f"{_BUDGET}fil/<str:ending>/", "budget_file", budget_file, reads=Deed.EXPORT),
    Route(f"{_BUDGET}rad/<path:key>/", "budget_row", budget_row, reads=Deed.READ_BOOKS),
)
