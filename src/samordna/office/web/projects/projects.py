"""How do the projects that somebody else pays for stand, and how is a new one, or a decision, entered?"""

from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.statements.reading import Place
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.questions import ProjectShown
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.projects import project_parts as parts
from samordna.office.web.projects.project_forms import AT, NewProjectForm, ProjectStepForm
from samordna.office.web.projects.project_wanted import ProjectWanted
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422


def projects(request: HttpRequest) -> HttpResponse:
    """Show every project with how it stands, or what to do when there is none."""
    return render(request, "projects/projects.html", parts.list_page(questions.projects_shown(), actor_of(request)))


def new_project(request: HttpRequest) -> HttpResponse:
    """Enter a project that is applied for."""
    form = NewProjectForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            project, told = actions.apply_for_project(form.project, by=actor_of(request))
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            parts.tell(request, swedish("{name} är inlagt.").format(name=project.name), told)
            return redirect("project_budget", project.id)
    status = _UNPROCESSABLE if form.errors else 200
    return render(request, "projects/new.html", {"form": form, "back": _to_list()}, status=status)


def project(request: HttpRequest, name: str) -> HttpResponse:
    """Show everything that is told of a project."""
    return project_page(request, name)


def project_page(request: HttpRequest, name: str, tried: tuple[str, forms.Form] | None = None) -> HttpResponse:
    """Return the page of a project; ``tried`` is the form that could not be taken, and which it is."""
    wanted = ProjectWanted.read(request.GET)
    shown = shown_or_404(name, wanted)
    told = parts.project_page(shown, wanted, actor_of(request), tried)
    return render(request, "projects/project.html", told, status=_UNPROCESSABLE if tried else 200)


def shown_or_404(name: str, wanted: ProjectWanted) -> ProjectShown:
    """Return a project as it is wanted. Raises ``Http404`` when there is none with the id."""
    shown = questions.project_shown(name, year=wanted.year, numbers=wanted.numbers, state=wanted.state)
    if shown is None:
        raise Http404(swedish("Det finns inget sådant projekt. Se dem som finns under Plan, Projekt."))
    return shown


def project_figure(request: HttpRequest, name: str, table: str, column: str, row: str) -> HttpResponse:
    """Show what a figure of a project is, and what it is made of."""
    wanted = ProjectWanted.read(request.GET)
    place = Place(table, row, column)
    told = parts.figure_page(shown_or_404(name, wanted), place, wanted, request)
    if told is None:
        raise Http404(swedish("Siffran finns inte. Öppna projektet på nytt."))
    return render(request, "figure/of_table.html", told)


def project_file(request: HttpRequest, name: str, ending: str) -> HttpResponse:
    """Hand over a project as a file; the trail says who took it."""
    form = format_named(ending)
    shown = shown_or_404(name, ProjectWanted.read(request.GET))
    return hand_over(request, shown.document, shown.document.title, form)


def project_step(request: HttpRequest, name: str) -> HttpResponse:
    """Take a project a step on: a decision, a changed one, its end."""
    shown = shown_or_404(name, ProjectWanted())
    form = ProjectStepForm(shown.project, request.POST)
    if form.is_valid():
        seen = seen_in(request)
        try:
            taken = actions.take_project_step(name, form.taken, form.entry, by=actor_of(request), seen=seen)
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            told = swedish("{name} är nu {state}.").format(name=taken.name, state=taken.state.in_words)
            messages.success(request, told)
            return redirect("project", name)
    return project_page(request, name, ("steg", form))


def _to_list() -> Link:
    return Link(swedish("Projekt"), reverse("projects"))


_PROJECT: Final = "projekt/<str:name>/"
_FIGURE: Final = f"{_PROJECT}siffra/<str:table>/<str:column>/<path:row>/"
ROUTES: Final = (
    Route("projekt/", "projects", projects, reads=Deed.READ_BOOKS),
    Route("projekt/ny/", "new_project", new_project, reads=Deed.PLAN_PROJECT, does=Deed.PLAN_PROJECT),
    Route(_PROJECT, "project", project, reads=Deed.READ_BOOKS),
    Route(_FIGURE, "project_figure", project_figure, reads=Deed.READ_BOOKS),
    Route(f"{_PROJECT}fil/<str:ending>/", "project_file", project_file, reads=Deed.EXPORT),
    Route(f"{_PROJECT}steg/", "project_step", project_step, does=Deed.DECIDE_PROJECT),
)
