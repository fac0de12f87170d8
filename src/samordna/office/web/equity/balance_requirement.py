"""Is the balance requirement met, and how does somebody say what it is judged by?"""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.domain.values.unit import KRONOR
from samordna.look.parts import Link
from samordna.office import questions
from samordna.office.questions import Periods, RequirementShown
from samordna.office.web.books.import_words import rests_on
from samordna.office.web.equity.equity_form import AT
from samordna.office.web.equity.requirement_lists import KINDS, Kind, requirement_lists
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.forms.wanted import Wanted, periods_of
from samordna.office.web.pages.files import FORMATS
from samordna.office.web.pages.handing_over import format_named, hand_over, of_books
from samordna.office.web.pages.said_things import WITHDRAW, Tried
from samordna.office.web.pages.table_figure import figure_page, ways_to_figures
from samordna.office.web.pages.walks import leads_nowhere, walk_frame, walk_wanted
from samordna.office.web.routing import Route
from samordna.renderers.html import table_html

_ADDRESS: Final = "/eget-kapital/balanskrav/"
_TITLE: Final = swedish("Balanskrav")
_UNPROCESSABLE: Final = 422


def requirement(request: HttpRequest, tried: Tried | None = None, wrong: tuple[Problem, ...] = ()) -> HttpResponse:
    """Show the calculation, the deficits and what people have said; ``tried`` could not be taken just now."""
    told: dict[str, object] = {
        "title": _TITLE,
        "wrong": wrong,
        "lists": requirement_lists(actor_of(request), tried),
        "back": Link(swedish("Eget kapital"), "/eget-kapital/"),
        **_judged(request),
    }
    failed = bool(wrong or tried or "problems" in told)
    return render(request, "equity/balance_requirement.html", told, status=_UNPROCESSABLE if failed else 200)


def _judged(request: HttpRequest) -> dict[str, object]:
    """Return what the page shows of what is judged; what is missing before there is any, or what is wrong."""
    now = questions.periods()
    if not now.years and "inlasningar" not in request.GET:
        may = actor_of(request).may(Deed.HAND_IN_LEDGER)
        return {"nothing": Link(swedish("Läs in bokföring"), "/inlasning/") if may else None, "nothing_read": True}
    try:
        wanted = walk_wanted(request, now)
        known = periods_of(wanted, now)
        shown = _shown(wanted, known)
    except Refused as refusal:
        if leads_nowhere(refusal):
            return {"leads_nowhere": Link(swedish("Till uppställningen"), "/uppstallning/")}
        return {**walk_frame(Wanted(), now, KRONOR, _ADDRESS), "problems": refusal.problems}
    may_take = actor_of(request).may(Deed.EXPORT)
    files = (Link(one.label, f"{_ADDRESS}fil/{one.ending}/{wanted.query}") for one in FORMATS.values())
    return {
        **walk_frame(wanted, known, KRONOR, _ADDRESS),
        "period": shown.made_from.asked.period.in_words,
        "files": tuple(files) if may_take else (),
        "tables": tuple(
            table_html(table, address=ways_to_figures(table, _ADDRESS, wanted.query)) for table in shown.tables
        ),
        "findings": shown.problems,
        "rests_on": rests_on(shown.made_from.imports),
    }


def _shown(wanted: Wanted, known: Periods) -> RequirementShown:
    choices = wanted.choices
    return questions.balance_requirement(
        wanted.asked(known.usual),
        unit=wanted.unit or KRONOR,
        layout=choices["layout"],
        versions=choices["versions"],
    )


def requirement_figure(request: HttpRequest, table: str, row: str, column: str) -> HttpResponse:
    """Show what a figure of the balance requirement is."""
    now = questions.periods()
    wanted = walk_wanted(request, now)
    known = periods_of(wanted, now)
    back = Link(_TITLE, f"{_ADDRESS}{wanted.query}")
    return figure_page(request, _shown(wanted, known).tables, (table, row, column), back)


def requirement_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Hand over the balance requirement, just as it is wanted, as a file; the trail says who took it."""
    form = format_named(ending)
    now = questions.periods()
    wanted = walk_wanted(request, now)
    known = periods_of(wanted, now)
    shown = _shown(wanted, known)
    period = shown.made_from.asked.period
    name = f"{_TITLE} {period.in_short}"
    return hand_over(request, shown.document, name, form, **of_books(period, shown.made_from.imports))


def say_adjustment(request: HttpRequest) -> HttpResponse:
    """Say what adjusts a year's result, or take it back."""
    return _say(request, KINDS["justeringar"])


def say_grounds(request: HttpRequest) -> HttpResponse:
    """Cite exceptional grounds, or take them back."""
    return _say(request, KINDS["skal"])


def say_earlier(request: HttpRequest) -> HttpResponse:
    """Say what was left to restore of an earlier year, or take it back."""
    return _say(request, KINDS["tidigare"])


def say_recovery(request: HttpRequest) -> HttpResponse:
    """Say how a deficit is to be restored, or take it back."""
    return _say(request, KINDS["atgardsplan"])


def _say(request: HttpRequest, kind: Kind[Any]) -> HttpResponse:
    by, seen, thing = actor_of(request), seen_in(request), request.POST.get("sak", "")
    if request.POST.get("steg") == WITHDRAW:
        try:
            kind.withdraw(thing, by=by, seen=seen)
        except Refused as refusal:
            return requirement(request, wrong=refusal.problems)
        messages.success(request, swedish("{what} är borttaget.").format(what=kind.what))
        return redirect(f"{_ADDRESS}#{kind.id}")
    form = kind.form(thing, request.POST)
    if form.is_valid():
        try:
            kind.save(thing, form, by=by, seen=seen)
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            messages.success(request, swedish("{what} är sparat.").format(what=kind.what))
            return redirect(f"{_ADDRESS}#{kind.id}")
    return requirement(request, Tried(kind.id, thing, form))


ROUTES: Final = (
    Route("eget-kapital/balanskrav/", "balance_requirement", requirement, reads=Deed.READ_BOOKS),
    Route("eget-kapital/balanskrav/justering/", "say_adjustment", say_adjustment, does=Deed.ADJUST_BALANCE),
    Route("eget-kapital/balanskrav/skal/", "say_grounds", say_grounds, does=Deed.CITE_GROUNDS),
    Route("eget-kapital/balanskrav/tidigare/", "say_earlier_deficit", say_earlier, does=Deed.ADJUST_BALANCE),
    Route("eget-kapital/balanskrav/atgardsplan/", "say_recovery", say_recovery, does=Deed.PLAN_RECOVERY),
    Route(
        "eget-kapital/balanskrav/siffra/<str:table>/<str:row>/<str:column>/",
        "balance_requirement_figure",
        requirement_figure,
        reads=Deed.READ_BOOKS,
    ),
    Route("eget-kapital/balanskrav/fil/<str:ending>/", "balance_requirement_file", requirement_file, reads=Deed.EXPORT),
)
