"""How are the units that perform activities shown, each on a page of its own?"""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.activities.words import months_in_words
from samordna.domain.document import Table
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import month_in_words
from samordna.domain.values.problem import Problem
from samordna.look.parts import Cell, Fact, Heading, Link, Things
from samordna.office import questions
from samordna.office.questions import UnitShown
from samordna.office.web.activities import activity_parts as parts
from samordna.office.web.activities.activities import files, handed_over
from samordna.office.web.activities.meeting_parts import Tried, counts_parts, meetings_parts
from samordna.office.web.pages.table_figure import figure_or_page
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422


def performers(request: HttpRequest) -> HttpResponse:
    """Show everybody that performs something in a year."""
    year, wanted = parts.year_in(request), parts.choice_in(request)
    shown = questions.activities_shown(year, wanted)
    told = {
        "year": year.last // 100,
        "things": parts.unit_things(shown) if shown.units else None,
        "pickers": (parts.year_picker(year, wanted), parts.choice_picker(year, wanted)),
        "files": files(request, reverse("activities_file", args=["a"]), year) if shown.units else (),
        "activities": Link(swedish("Till insatserna"), reverse("activities")),
    }
    return render(request, "activities/performers.html", told)


def performer(request: HttpRequest, unit: str) -> HttpResponse:
    """Show a performer: what it does, what that costs, what is agreed, what it reports, and what is to be done."""
    return performer_page(request, unit)


def performer_page(
    request: HttpRequest, unit: str, *, tried: Tried | None = None, problems: tuple[Problem, ...] = ()
) -> HttpResponse:
    """Return the page of a performer; ``tried`` could not be taken, ``problems`` say why nothing was done."""
    shown, by = unit_in(request, unit), actor_of(request)
    told = {
        "shown": shown,
        "year": shown.year.last // 100,
        "facts": tuple(_facts(shown)),
        "performs": _performs(shown),
        "money": parts.money_html(shown.money, shown.year, _page(shown)) if shown.money else None,
        "covered": shown.covered.in_words if shown.covered else "",
        "agreed": _agreed(shown),
        "capacity": _capacity(shown, counts=by.may(Deed.READ_COUNTS)),
        "counts": counts_parts(shown) if by.may(Deed.READ_COUNTS) else None,
        "meetings": meetings_parts(shown, tried, may=by.may(Deed.AGREE_ACTION)),
        "problems": problems,
        "pickers": (parts.year_picker(shown.year),),
        "files": files(request, reverse("performer_file", args=[unit, "a"]), shown.year),
        "all": Link(swedish("Alla utförare"), f"{reverse('performers')}{parts.query(shown.year)}"),
    }
    return render(request, "activities/performer.html", told, status=_UNPROCESSABLE if tried or problems else 200)


def performer_file(request: HttpRequest, unit: str, ending: str) -> HttpResponse:
    """Hand over what is agreed with a performer and what it costs, and to those inside its counts, as a file."""
    shown = unit_in(request, unit)
    may = actor_of(request).may(Deed.READ_COUNTS)
    counts = questions.performing_shown(shown.unit, shown.year) if may else None
    return handed_over(request, questions.performer_document(shown.document, counts), shown.year, ending)


def performer_figure(request: HttpRequest, unit: str) -> HttpResponse:
    """Show what a figure of a performer is, and what it is made of; its counts to those inside only."""
    shown = unit_in(request, unit)
    may = actor_of(request).may(Deed.READ_COUNTS)

    def tables() -> list[Table]:
        counts = questions.performing_shown(shown.unit, shown.year).tables if may else ()
        return [*([shown.money] if shown.money else []), *counts]

    back = Link(shown.unit.name, f"{_page(shown)}{parts.query(shown.year)}")
    return figure_or_page(request, tables, back)


def _page(shown: UnitShown) -> str:
    return reverse("performer", args=[shown.unit.id])


def unit_in(request: HttpRequest, unit: str) -> UnitShown:
    """Return the performer of an address in the year that it asks for; raises ``Http404`` when there is none."""
    shown = questions.unit_shown(unit, parts.year_in(request))
    if shown is None:
        raise Http404(swedish("Ingen insats har den utföraren."))
    return shown


def _facts(shown: UnitShown) -> tuple[Fact, ...]:
    told = (
        (swedish("Medlem"), shown.names.get(shown.unit.member, shown.unit.member)),
        (swedish("Kommun"), shown.names.get(shown.unit.municipality, shown.unit.municipality)),
        (swedish("Tar bara emot från"), shown.names.get(shown.unit.only_from, shown.unit.only_from)),
    )
    return tuple(Fact(label, words) for label, words in told if words)


def _performs(shown: UnitShown) -> Things:
    headings = (
        Heading(swedish("Insats"), sentences=True), Heading(swedish("Inriktning")), Heading(swedish("Utför")),
        Heading(swedish("Kostnadsställen")),
    )  # fmt: skip
    rows = (
        (
            Cell(activity.name, f"{reverse('activity', args=[activity.id])}{parts.query(shown.year)}"),
            Cell(activity.direction.in_words),
            Cell(months_in_words(one.since or activity.first, one.until or activity.last)),
            Cell(", ".join(one.rows)),
        )
        for activity, one in shown.unit.performs
    )
    return Things(swedish("Insatser"), headings, tuple(rows), stacked=True)


def _agreed(shown: UnitShown) -> Things | None:
    """Return what is agreed with the unit in the year, each number leading to what it rests on; None for nothing."""
    names = {activity.id: activity.name for activity, _ in shown.unit.performs}
    found = [one for one in shown.known.agreed if one.unit == shown.unit.id and one.activity in names]
    headings = (
        Heading(swedish("Insats"), sentences=True), Heading(swedish("Talet räknar")),
        Heading(swedish("Avtalat"), numbers=True), Heading(swedish("Budgeterat"), numbers=True),
        Heading(swedish("Källa")),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(names[one.activity]),
            Cell(one.counts.in_words),
            Cell(
                swedish_number(one.number),
                parts.agreed_address(one.activity, shown.year.last // 100, one.counts.value, one.unit),
                panel=True,
            ),
            Cell("" if one.budgeted is None else swedish_number(one.budgeted)),
            Cell(one.basis),
        )
        for one in found
    )
    return Things(swedish("Avtalade antal"), headings, rows, stacked=True) if rows else None


def _capacity(shown: UnitShown, *, counts: bool) -> Things | None:
    """Return what the unit has reported of room and waiting, the latest month first; None for nothing.

    How many wait is told only with ``counts``.
    """
    found = [one.value for one in shown.held.capacity if one.value.unit == shown.unit.id]
    names = {activity.id: activity.name for activity, _ in shown.unit.performs}
    queue = (Heading(swedish("I kö"), numbers=True),) if counts else ()
    headings = (
        Heading(swedish("Vid slutet av")), Heading(swedish("Insats")), Heading(swedish("Platser"), numbers=True),
        *queue, Heading(swedish("Väntetid, veckor"), numbers=True), Heading(swedish("Källa")),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(month_in_words(one.month)),
            Cell(names.get(one.activity, one.activity)),
            Cell(_told(one.places)),
            *((Cell(_told(one.queue.count if one.queue else None)),) if counts else ()),
            Cell(_told(one.waiting_weeks)),
            Cell(one.source),
        )
        for one in sorted(found, key=lambda one: one.month, reverse=True)
    )
    return Things(swedish("Kapacitet, kö och väntetid"), headings, rows, stacked=True) if rows else None


def _told(number: int | None) -> str:
    return "" if number is None else swedish_number(number)


_UNIT: Final = "utforare/<slug:unit>/"
ROUTES: Final = (
    Route("utforare/", "performers", performers, reads=Deed.READ_BOOKS),
    Route(_UNIT, "performer", performer, reads=Deed.READ_BOOKS),
    Route(f"{_UNIT}siffra/", "performer_figure", performer_figure, reads=Deed.READ_BOOKS),
    Route(f"{_UNIT}<str:ending>/", "performer_file", performer_file, reads=Deed.EXPORT),
)
