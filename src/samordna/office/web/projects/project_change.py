"""How is what a project is, and each line of its budget, changed?"""

from collections.abc import Iterator
from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.plan.projects.checks import percent
from samordna.domain.plan.projects.co_financing import CoFinancing
from samordna.domain.plan.projects.costs import BudgetedCost, worth
from samordna.domain.plan.projects.project import Advance, ExternalProject, OverheadShare, StaffMove
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.questions import ProjectShown
from samordna.office.web.forms.plan_fields import told_at, typed_amount
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.projects import project_parts as parts
from samordna.office.web.projects.project_forms import AT, ProjectFactsForm
from samordna.office.web.projects.project_line_form import (
    ADVANCE,
    KINDS,
    LINE_AT,
    OVERHEAD,
    STAFF,
    ProjectLine,
    ProjectLineForm,
    lines_of,
    with_line,
)
from samordna.office.web.projects.project_wanted import ProjectWanted
from samordna.office.web.projects.projects import shown_or_404
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_NEW, _REMOVE = "ny", "bort"
_LINE_GONE: Final = swedish(
    "Raden har ändrats eller tagits bort sedan du såg den. Se vad som står nu; det du skrev står kvar som en ny rad."
)


def facts(request: HttpRequest, name: str) -> HttpResponse:
    """Change what a project is: who pays, when, on which rows, how often it is claimed."""
    shown = shown_or_404(name, ProjectWanted())
    form = ProjectFactsForm(shown.project, request.POST if request.method == "POST" else None)
    meanwhile = False  # what somebody else changed is seen now: what was typed can be sent once more
    if form.is_bound and form.is_valid():
        seen = seen_in(request)
        try:
            told = actions.put_project(form.changed(shown.project), by=actor_of(request), seen=seen)
        except Refused as refusal:
            told_at(form, refusal, AT)
            meanwhile = any(problem.code == "plan-said-meanwhile" for problem in refusal.problems)
        else:
            parts.tell(request, swedish("Uppgifterna är sparade."), told)
            return redirect("project", name)
    page = {
        "form": form,
        "project": shown.project,
        "seen": shown.seen if meanwhile else request.POST.get("sedd") or shown.seen,
        "back": _back(shown),
        "rows": questions.project_rows(),
    }
    return render(request, "projects/facts.html", page, status=_UNPROCESSABLE if form.errors else 200)


def budget(request: HttpRequest, name: str) -> HttpResponse:
    """Show the lines of a project's budget, and change, add or take away one."""
    if request.method != "POST":
        return _budget_page(request, name)
    shown, sent = shown_or_404(name, ProjectWanted()), request.POST
    project, key = shown.project, sent.get("rad", "")
    held = dict(lines_of(project)).get(key)
    if held is None and key != _NEW:
        return _gone(request, shown)
    seen = seen_in(request)
    if sent.get("steg") == _REMOVE:
        try:
            actions.put_project(with_line(project, key, None), by=actor_of(request), seen=seen)
        except Refused as refusal:
            return _budget_page(request, name, problems=refusal.problems)
        messages.success(request, swedish("Raden är borttagen."))
        return redirect("project_budget", name)
    form = ProjectLineForm(project, key, sent, held)
    if form.is_valid():
        try:
            told = actions.put_project(with_line(project, key, form.line), by=actor_of(request), seen=seen)
        except Refused as refusal:
            told_at(form, refusal, LINE_AT)
        else:
            parts.tell(request, swedish("Raden är sparad."), told)
            return redirect("project_budget", name)
    return _budget_page(request, name, tried=(key, form))


def _gone(request: HttpRequest, shown: ProjectShown) -> HttpResponse:
    """Say that a line is not as it was seen any more; what was typed stands as a new one, to be looked at."""
    form = ProjectLineForm(shown.project, _NEW, request.POST)
    form.add_error(None, _LINE_GONE)
    return _budget_page(request, shown.project.id, tried=(_NEW, form))


def _budget_page(
    request: HttpRequest, name: str, *, tried: tuple[str, forms.Form] | None = None, problems: tuple[Problem, ...] = ()
) -> HttpResponse:
    shown = shown_or_404(name, ProjectWanted())
    new = tried[1] if tried and tried[0] == _NEW else ProjectLineForm(shown.project, _NEW)
    page = {
        "project": shown.project,
        "seen": shown.seen,
        "back": _back(shown),
        "lines": tuple(_lines(shown.project, tried)),
        "new": new,
        "new_open": bool(tried and tried[0] == _NEW) or not lines_of(shown.project),
        "problems": problems,
        "told": shown.problems,
        "rows": questions.project_rows(),
    }
    return render(request, "projects/budget.html", page, status=_UNPROCESSABLE if tried or problems else 200)


def _lines(project: ExternalProject, tried: tuple[str, forms.Form] | None) -> Iterator[dict[str, object]]:
    """Yield each line as its page shows it, with its form; the form that could not be taken stands open."""
    for key, line in lines_of(project):
        failed = tried[1] if tried and tried[0] == key else None
        kind, label, how = _in_words(line)
        yield {
            "key": key,
            "kind": kind,
            "year": swedish_date(line.day) if isinstance(line, Advance) else str(line.year.first // 100),
            "label": label,
            "how": how,
            "amount": typed_amount(_worth(line, project)),
            "form": failed or ProjectLineForm(project, key, held=line),
            "open": failed is not None,
        }


def _worth(line: ProjectLine, project: ExternalProject) -> int:
    if isinstance(line, BudgetedCost):
        return worth(line, project.costs)
    return line.worth if isinstance(line, CoFinancing) else line.amount


def _in_words(line: ProjectLine) -> tuple[str, str, str]:
    """Return what a line is, what it is called, and how its amount is found when that is by a rule."""
    match line:
        case BudgetedCost():
            of = ", ".join(line.base) or swedish("faktiska kostnader")
            how = "" if line.rate is None else f"{percent(line.rate)} % av {of}"
            return KINDS[line.kind.value], line.label, how
        case CoFinancing():
            hours = f"{swedish_number(line.hours)} timmar à {typed_amount(line.rate)} kr" if line.hours else ""
            return KINDS[line.kind.value], line.who, hours
        case StaffMove():
            to = swedish("till {row}").format(row=line.to) if line.to else ""
            return KINDS[STAFF], line.row, to
        case OverheadShare():
            return KINDS[OVERHEAD], "", ""
        case Advance():
            return KINDS[ADVANCE], line.source, ""


def _back(shown: ProjectShown) -> Link:
    return Link(shown.project.name, reverse("project", args=[shown.project.id]))


_PROJECT: Final = "projekt/<str:name>/"
ROUTES: Final = (
    Route(f"{_PROJECT}uppgifter/", "project_facts", facts, reads=Deed.PLAN_PROJECT, does=Deed.PLAN_PROJECT),
    Route(f"{_PROJECT}budget/", "project_budget", budget, reads=Deed.PLAN_PROJECT, does=Deed.PLAN_PROJECT),
)
