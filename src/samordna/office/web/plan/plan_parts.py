"""Which parts show the plan of a year: its steps, its tables with their figures explained, its versions and files?"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from samordna.domain.document import Column, ComputedOrigin, EnteredOrigin, Number, Row, Table
from samordna.domain.plan.activity_plan.adoption import PlanLife, PlanState
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import GROUP, swedish_number
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import KRONOR
from samordna.look.parts import Cell, Choice, Fact, Heading, KeyFigure, Link, Mark, Picker, Things, Tone
from samordna.office import questions
from samordna.office.questions import PlanAsked, PlanFigure, StepName, StepState
from samordna.office.web.elsewhere import link_if_there
from samordna.office.web.forms.wanted import can_stand_in_an_address
from samordna.office.web.pages.files import FORMATS, Format
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.renderers.html import origin_text, render_html, row_anchor, table_html
from samordna.renderers.html.markup import Markup
from samordna.renderers.json import document_json

DOCUMENT_FORMATS: Final = {
    "pdf": FORMATS["pdf"],
    "docx": FORMATS["docx"],
    "xlsx": FORMATS["xlsx"],
    "html": Format("html", "HTML", "text/html; charset=utf-8", render_html),
    "json": Format("json", "JSON", "application/json", document_json),
}
"""What the plan leaves as, by ending."""


def ends(year: Period) -> int:
    """Return the calendar year that a fiscal year ends in: how an address names it."""
    return year.last // 100


def year_of(year: int) -> Period:
    """Return the fiscal year that an address names. Raises ``Http404`` where there is none to plan for."""
    found = questions.plan_year(year)
    if found is None:
        raise Http404(swedish("Det finns inget sådant år att planera. Välj bland åren på sidan Verksamhetsplan."))
    return found


def mark(life: PlanLife) -> Mark:
    """Return how far a plan has come."""
    if life.state is PlanState.ADOPTED and life.latest:
        return Mark(Tone.DONE, swedish("Antagen {decision}").format(decision=life.latest.in_words))
    return Mark(Tone.WARN, swedish("Utkast till version {number}").format(number=life.version))


def pickers(asked: PlanAsked) -> tuple[Picker, ...]:
    """Return the years, and the states of the money when there are several."""
    known = sorted({*questions.plan_years(), asked.year})
    years = (
        Choice(str(name), str(name), current=one == asked.year, href=reverse("plan_year", args=[name]))
        for one in known
        for name in [ends(one)]
    )
    found = [Picker("ar", swedish("År"), tuple(years))]
    if len(asked.states) > 1:
        here = reverse("plan_year", args=[ends(asked.year)])
        states = (
            Choice(one.value, one.in_words, current=one is asked.state, href=f"{here}?bidrag={one.value}")
            for one in reversed(asked.states)
        )
        found.append(Picker("bidrag", swedish("Bidrag"), tuple(states)))
    return tuple(found)


_STEP_MARKS: Final = {
    StepState.DONE: Mark(Tone.DONE, swedish("Klart")),
    StepState.BEGUN: Mark(Tone.WARN, swedish("Se över")),
    StepState.LEFT: Mark(Tone.WARN, swedish("Återstår")),
    StepState.WHEN_NEEDED: Mark(Tone.QUIET, swedish("Vid behov")),
}


def steps(asked: PlanAsked) -> Things:
    """Return the steps of a plan, each with how far it has come and the way to where it is taken."""
    ways = {name: way for name, ways in _ways(ends(asked.year)).items() for way in _first(ways)}
    rows = tuple(
        (
            Cell(one.title, href=ways.get(one.name, "")),
            Cell(mark=_STEP_MARKS[one.state]),
            Cell(one.told),
        )
        for one in questions.plan_steps(asked)
    )
    headings = (Heading(swedish("Steg")), Heading(swedish("Läge")), Heading(swedish("Vad som finns"), sentences=True))
    return Things(swedish("Steg till en antagen plan"), headings, rows)


def _ways(year: int) -> dict[StepName, tuple[str, ...]]:
    """Return where each step is taken: the first of the addresses that this installation answers at."""
    plan = f"/plan/{year}/"
    return {
        StepName.MEMBERS: ("/finansiering/medlemmar/", "/finansiering/"),
        StepName.FINANCING: (f"/finansiering/{year}/", "/finansiering/"),
        StepName.ACTIVITIES: (f"{plan}insatser/",),
        StepName.OVERHEAD: (f"{plan}insatser/#overhead",),
        StepName.TEXTS: (f"{plan}texter/",),
        StepName.REGISTER: ("/kostnadsstallen/register/",),
        StepName.BUDGET: (f"/budget/{year}/",),
        StepName.EQUITY: (f"/eget-kapital/{year}/", "/eget-kapital/"),
        StepName.PROJECTS: ("/projekt/",),
        StepName.ADOPTION: (f"{plan}#antagande",),
    }


def _first(addresses: tuple[str, ...]) -> Iterator[str]:
    there = (link for address in addresses if (link := link_if_there("", address)))
    yield from (link.href for link in list(there)[:1])


def key_figures(asked: PlanAsked) -> tuple[KeyFigure, ...]:
    """Return the figures worth seeing first."""
    told = asked.highlights
    items = told.items if told else ()
    found = {name: f"/plan/{ends(asked.year)}/siffra/{place}/" for name, place in _places(asked)}
    query = f"?bidrag={asked.state.value}"
    return tuple(
        KeyFigure(one.label, one.figure.text, href=f"{found[one.figure.reference]}{query}", remark=one.remark.text)
        for one in items
    )


def _places(asked: PlanAsked) -> Iterator[tuple[str, str]]:
    """Yield where each of the figures worth seeing first stands: table, row and column."""
    yield "activity-plan.cost", "economic-summary/:total/without"
    yield "activity-plan.participants", "performers/:total/participants"
    for one in asked.chosen:
        yield "activity-plan.paid", f"economic-summary/{quote(f'paid:{one.name}')}/without"
        yield "activity-plan.result", f"economic-summary/{quote(f'result:{one.name}')}/without"


def table(shown: Table | None, asked: PlanAsked, *, title_shown: bool = False) -> Markup | None:
    """Return a table of the plan, each of its figures leading to what it is made of."""
    if shown is None:
        return None
    here = f"/plan/{ends(asked.year)}/siffra/{quote(shown.id, safe='')}/"
    query = f"?bidrag={asked.state.value}"

    def address(row: Row, column: Column) -> str | None:
        if not can_stand_in_an_address(row.id):
            return None
        return f"{here}{quote(row.id, safe='')}/{quote(column.id, safe='')}/{query}"

    return table_html(shown, title_shown=title_shown, address=address)


def tables(asked: PlanAsked) -> tuple[Markup, ...]:
    """Return what is planned: each part that has rows, the performers, and overhead."""
    return tuple(made for one in asked.work if (made := table(one, asked, title_shown=True)))


def files(asked: PlanAsked, version: int | None = None) -> tuple[Link, ...]:
    """Return what the plan leaves as, resting on the money that is shown or as a version of it was adopted."""
    query = f"?version={version}" if version else f"?bidrag={asked.state.value}"
    return tuple(
        Link(one.label, f"{reverse('plan_document', args=[ends(asked.year), one.ending])}{query}")
        for one in DOCUMENT_FORMATS.values()
    )


def document_file(
    request: HttpRequest, year: Period, ending: str, state: AllotmentState | None, version: int | None
) -> HttpResponse:
    """Return the plan as a file, told in the trail. Raises ``Http404`` for a format or a version there is not."""
    missing = swedish("Planen finns inte i det formatet. Välj PDF, Word, Excel, HTML eller JSON.")
    form = format_named(ending, missing, DOCUMENT_FORMATS)
    try:
        made = questions.plan_paper(year, state, version=version)
    except Refused as refusal:
        raise Http404(str(refusal.problems[0])) from refusal
    name = made.title if not version else swedish("{title}, version {number}").format(title=made.title, number=version)
    return hand_over(request, made, name, form, period=str(year), state=state.in_words if state else "")


def versions(asked: PlanAsked, *, may_take: bool) -> Things | None:
    """Return the versions that were adopted, the latest first; None when none was."""
    told = list(enumerate(asked.life.adoptions, start=1))
    rows = tuple(
        (
            Cell(
                swedish("Version {number}").format(number=number),
                href=files(asked, number)[0].href if may_take else "",
                note=swedish("PDF") if may_take else "",
            ),
            Cell(one.reference),
            Cell(swedish_date(one.day)),
            Cell(questions.money_in_words(one.rests_on)),
        )
        for number, one in reversed(told)
    )
    names = (swedish("Version"), swedish("Beslut"), swedish("Dag"), swedish("Vilar på"))
    return Things(swedish("Versioner"), tuple(map(Heading, names)), rows) if rows else None


def figure(found: PlanFigure, asked: PlanAsked) -> dict[str, object]:
    """Return what a page shows of a figure: its value, where it comes from, its parts, and the way back."""
    cell = found.cell
    year = ends(asked.year)
    back = f"{reverse('plan_year', args=[year])}?bidrag={asked.state.value}#{_row_of(found)}"
    return {
        "label": found.row,
        "value": (KeyFigure(found.column, f"{cell.text}{GROUP}{cell.unit.suffix}".strip()),),
        "facts": (Fact(swedish("Tabell"), found.table.title), Fact(swedish("År"), str(year))),
        "origin": origin_text(cell.origin),
        "parts": _parts(cell),
        "change": reverse("plan_activities", args=[year]) if _is_of_plan(cell) else "",
        "back": Link(swedish("Tillbaka till planen"), back),
    }


def _row_of(found: PlanFigure) -> str:
    row = next(one for one in found.table.rows if one.label == found.row)
    return row_anchor(found.table.id, row.id)


def _is_of_plan(cell: Number) -> bool:
    return isinstance(cell.origin, EnteredOrigin) and cell.origin.key.startswith("activity-plan:")


def _parts(cell: Number) -> Things | None:
    origin = cell.origin
    if not isinstance(origin, ComputedOrigin) or not origin.parts:
        return None
    unit = KRONOR if cell.unit.suffix in {"kr", "tkr"} else cell.unit
    rows = tuple(
        (Cell(part.label, note=origin_text(part.origin)), Cell(swedish_number(unit.shown(part.exact))))
        for part in origin.parts
    )
    number = Heading(swedish("Belopp, kr") if unit is KRONOR else swedish("Antal"), numbers=True)
    return Things(swedish("Vad den består av"), (Heading(swedish("Del"), sentences=True), number), rows)
