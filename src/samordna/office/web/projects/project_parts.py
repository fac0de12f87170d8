"""What stands on the pages of projects?"""

from collections.abc import Callable, Iterable
from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.document import Column, Number, Row, Table
from samordna.domain.plan.projects.life import ProjectState
from samordna.domain.plan.projects.project import ExternalProject
from samordna.domain.statements.reading import Place
from samordna.domain.values.kronor import whole_kr, whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Problem
from samordna.look.parts import Cell, Choice, Fact, Heading, KeyFigure, Link, Mark, Picker, Things, Tone
from samordna.office.questions import ProjectShown, ProjectsShown
from samordna.office.web.books.import_words import rests_on
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.files import FORMATS
from samordna.office.web.pages.origin_parts import origin_things
from samordna.office.web.pages.way_back import from_here, way_back
from samordna.office.web.projects.project_claim_parts import claims_part
from samordna.office.web.projects.project_forms import ProjectStepForm
from samordna.office.web.projects.project_wanted import ProjectWanted
from samordna.office.web.statements.figure import value_text
from samordna.renderers.charts import chart_svg
from samordna.renderers.html import origin_text, row_anchor, table_html
from samordna.renderers.html.markup import Markup

STATES: Final = {
    ProjectState.APPLIED: Tone.WARN,
    ProjectState.GRANTED: Tone.DONE,
    ProjectState.CHANGED: Tone.DONE,
    ProjectState.CLOSED: Tone.QUIET,
    ProjectState.REFUSED: Tone.REFUSE,
    ProjectState.WITHDRAWN: Tone.QUIET,
}
_TITLED: Final = frozenset({"project-to-date", "project-revenue"})
"""The tables that stand two under one heading: each says what it is."""
_SECTIONS: Final = ("project-to-date", "project-revenue", "project-lifetime", "project-claims", "project-liquidity")


def tell(request: HttpRequest, done: str, told: Iterable[Problem]) -> None:
    """Tell that something is done, and what is worth knowing of it all the same."""
    messages.success(request, done)
    for problem in told:
        messages.warning(request, f"{problem.found} {problem.remedy}")


def list_page(shown: ProjectsShown, actor: Actor) -> dict[str, object]:
    """Return what the list of projects shows."""
    may = actor.may(Deed.PLAN_PROJECT)
    new = Link(swedish("Lägg in ett projekt"), reverse("new_project")) if may else None
    if not shown.listed:
        return {"empty": True, "new": new}

    def address(row: Row, column: Column) -> str:
        return ProjectWanted().figure(row.id, shown.table.id, row.id, column.id)

    return {
        "new": new,
        "listed": _listed(shown),
        "table": table_html(shown.table, title_shown=False, address=address),
    }


def _listed(shown: ProjectsShown) -> Things:
    rows = tuple(
        (
            Cell(one.project.name, href=reverse("project", args=[one.project.id]), note=one.project.funder),
            Cell(mark=_mark(one.project)),
            Cell(one.project.period.in_words),
            Cell(one.next.words if one.next else swedish("Inget kvar att göra.")),
        )
        for one in shown.listed
    )
    headings = (
        Heading(swedish("Projekt")),
        Heading(swedish("Läge")),
        Heading(swedish("Pågår")),
        Heading(swedish("Nästa steg"), sentences=True),
    )
    return Things(swedish("Projekt och nästa steg"), headings, rows)


def _mark(project: ExternalProject) -> Mark:
    return Mark(STATES[project.state], project.state.in_words.capitalize())


def project_page(
    shown: ProjectShown, wanted: ProjectWanted, actor: Actor, tried: tuple[str, forms.Form] | None
) -> dict[str, object]:
    """Return what the page of a project shows; ``tried`` is the form that could not be taken, and which it is."""
    project = shown.project
    tables = {table.id: _table(shown, wanted, table) for table in shown.tables}
    return {
        "project": project,
        "mark": _mark(project),
        "back": Link(swedish("Projekt"), reverse("projects")),
        "facts": _facts(shown),
        "figures": _key_figures(shown, wanted),
        "problems": shown.problems,
        "files": _files(shown, wanted, actor),
        "years": _years(shown, wanted),
        "tables": {name.removeprefix("project-").replace("-", "_"): tables.get(name) for name in _SECTIONS},
        "cases": tables.get("project-cases"),
        "case_pickers": _case_pickers(shown, wanted),
        "rests_on": rests_on(shown.imports),
        "picture": Markup(chart_svg(shown.chart)),
        "picture_title": shown.chart.title,
        "picture_told": shown.chart.description,
        "history": _history(project),
        "changes": _changes(shown),
        "may_plan": actor.may(Deed.PLAN_PROJECT),
        "seen": shown.seen,
        "wanted_year": shown.year.last // 100,
        **_step_part(shown, actor, tried),
        **claims_part(shown, actor, tried),
    }


def _table(shown: ProjectShown, wanted: ProjectWanted, table: Table) -> Markup:
    return table_html(table, title_shown=table.id in _TITLED, address=_addresses(shown.project.id, wanted, table))


def _addresses(project: str, wanted: ProjectWanted, table: Table) -> Callable[[Row, Column], str | None]:
    return lambda row, column: wanted.figure(project, table.id, row.id, column.id)


def _facts(shown: ProjectShown) -> tuple[Fact, ...]:
    project = shown.project
    rows = ", ".join(f"{row.row} {row.use.in_words}" for row in project.rows)
    told = (
        (swedish("Finansiär"), project.funder),
        (swedish("Diarienummer"), project.reference),
        (swedish("Pågår"), project.period.in_words),
        (swedish("Roll"), project.role.in_words),
        (swedish("Bokförs på"), rows),
        (swedish("Nästa steg"), shown.next.words if shown.next else ""),
    )
    return tuple(Fact(label, value) for label, value in told if value)


_KEYS: Final = ("grant", "earned", "left", "gap")


def _key_figures(shown: ProjectShown, wanted: ProjectWanted) -> tuple[KeyFigure, ...]:
    table = shown.table("projects")
    if table is None:
        return ()
    labels, name = {column.id: column.label for column in table.columns}, shown.project.id
    here = f"{reverse('project', args=[name])}{wanted.query}"
    found = ((key, table.cell(name, key)) for key in _KEYS)
    return tuple(
        KeyFigure(labels[key], value_text(cell), wanted.figure(name, table.id, name, key, here))
        for key, cell in found
        if isinstance(cell, Number)
    )


def _files(shown: ProjectShown, wanted: ProjectWanted, actor: Actor) -> tuple[Link, ...]:
    if not actor.may(Deed.EXPORT):
        return ()
    return tuple(
        Link(one.label, f"{reverse('project_file', args=[shown.project.id, one.ending])}{wanted.query}")
        for one in FORMATS.values()
    )


def _years(shown: ProjectShown, wanted: ProjectWanted) -> Picker | None:
    project = shown.project
    if len(project.years) < 2:
        return None
    choices = tuple(
        Choice(name, name, current=year == shown.year, href=f"{here}{chosen.query}")
        for year in project.years
        for here in [reverse("project", args=[project.id])]
        for name in [str(year.last // 100)]
        for chosen in [ProjectWanted(year.last // 100, wanted.numbers, wanted.state)]
    )
    return Picker("ar", swedish("År"), choices)


def _case_pickers(shown: ProjectShown, wanted: ProjectWanted) -> tuple[Picker, ...]:
    cases, here = shown.cases, reverse("project", args=[shown.project.id])
    numbers = tuple(
        Choice(
            one.value,
            one.in_words.capitalize(),
            current=one is cases.numbers,
            href=f"{here}{ProjectWanted(shown.year.last // 100, one.value, wanted.state).query}#med-och-utan",
        )
        for one in cases.known
    )
    states = tuple(
        Choice(
            one.value,
            one.in_words.capitalize(),
            current=one is cases.state,
            href=f"{here}{ProjectWanted(shown.year.last // 100, wanted.numbers, one.value).query}#med-och-utan",
        )
        for one in cases.states
    )
    pickers = (Picker("siffror", swedish("Siffror"), numbers), Picker("lage", swedish("Tilldelning"), states))
    return tuple(one for one in pickers if len(one.choices) > 1)


def _history(project: ExternalProject) -> Things:
    rows = tuple(
        (
            Cell(entry.state.in_words.capitalize()),
            Cell(swedish_date(entry.day) if entry.day else ""),
            Cell(whole_kr(entry.grant)),
            Cell(entry.source),
        )
        for entry in project.history
    )
    headings = (
        Heading(swedish("Läge")),
        Heading(swedish("Dag")),
        Heading(swedish("Bidrag"), numbers=True),
        Heading(swedish("Beslut eller handling"), sentences=True),
    )
    return Things(swedish("Från ansökan till i dag"), headings, rows)


def _changes(shown: ProjectShown) -> Things:
    """Return what was said of the project before, the latest first: what it was then, who said so, and when."""
    rows = tuple(
        (
            Cell(day_and_time(said.at), note=swedish("gäller") if not place else ""),
            Cell(said.by),
            Cell(_told(said.value) if said.value else swedish("Borttaget")),
        )
        for place, said in enumerate(shown.said)
    )
    headings = (
        Heading(swedish("När")),
        Heading(swedish("Vem")),
        Heading(swedish("Vad som gällde då"), sentences=True),
    )
    return Things(swedish("Ändringar"), headings, rows)


def _told(project: ExternalProject) -> str:
    words = swedish("{state}, {period}, bidrag {grant} kr, budget {budget} kr")
    return words.format(
        state=project.state.in_words.capitalize(),
        period=project.period.in_words,
        grant=whole_kronor(project.grant),
        budget=whole_kronor(project.eligible),
    )


def _step_part(shown: ProjectShown, actor: Actor, tried: tuple[str, forms.Form] | None) -> dict[str, object]:
    """Return the form that takes a project a step on, for whoever may, while there is a step to take."""
    failed = tried[1] if tried and tried[0] == "steg" else None
    form = ProjectStepForm(shown.project)
    if not actor.may(Deed.DECIDE_PROJECT) or not form["step"].field.choices:  # type: ignore[attr-defined]
        return {}
    return {"step": failed or form, "step_open": failed is not None}


def figure_page(
    shown: ProjectShown, at: Place, wanted: ProjectWanted, request: HttpRequest
) -> dict[str, object] | None:
    """Return what the page of a figure shows; None when the project has no such figure."""
    table = shown.table(at.statement)
    try:
        cell = table.cell(at.row, at.column) if table else None
    except KeyError:
        return None
    if table is None or not isinstance(cell, Number):
        return None
    row, column = table.row(at.row), next(one for one in table.columns if one.id == at.column)
    address = reverse("project", args=[shown.project.id])
    stands = f"{address}{wanted.query}" if table in shown.tables else reverse("projects")
    place = Link(table.title, f"{stands}#{row_anchor(table.id, row.id)}")
    return {
        "title": f"{row.label}, {column.label}",
        "value": (KeyFigure(f"{row.label}, {column.label}", value_text(cell)),),
        "facts": (
            Fact(swedish("Projekt"), shown.project.name, Link(shown.project.name, address)),
            Fact(swedish("Tabell"), table.title, place),
            Fact(swedish("Enhet"), cell.unit.name),
        ),
        "sentences": (origin_text(cell.origin),),
        "parts": origin_things(cell.origin, cell.unit, from_here(request)),
        "back": way_back(request) or Link(swedish("Visa i tabellen"), place.href),
    }
