"""Where is equity heading, between which limits, and how does somebody say what they are?"""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.document import Table
from samordna.domain.plan.equity.limits import Limit, LimitKind
from samordna.domain.plan.financing.allotment import BY_SURENESS, AllotmentState
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Problem, Refused
from samordna.domain.values.unit import PERCENT, THOUSANDS
from samordna.look.parts import Choice, Link, Picker
from samordna.office import actions, questions
from samordna.office.questions import EquityShown, Periods, SaidOf
from samordna.office.web.books.import_words import rests_on
from samordna.office.web.equity.equity_form import AT, LimitForm, held_limit
from samordna.office.web.forms.plan_fields import told_at, typed_amount
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.forms.wanted import Wanted, periods_of
from samordna.office.web.pages.files import FORMATS
from samordna.office.web.pages.handing_over import format_named, hand_over, of_books
from samordna.office.web.pages.said_things import WITHDRAW, InWords, SaidList, Tried, entries, named, new_form, thing_of
from samordna.office.web.pages.table_figure import figure_page, ways_to_figures
from samordna.office.web.pages.walks import leads_nowhere, walk_frame, walk_wanted
from samordna.office.web.routing import Route
from samordna.renderers.charts import chart_svg
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup

_ADDRESS: Final = "/eget-kapital/"
_TITLE: Final = swedish("Eget kapital")
_UNPROCESSABLE: Final = 422
_STATE: Final = "tilldelning"
_STATES: Final = {state.value: state for state in BY_SURENESS}


def equity(request: HttpRequest, tried: Tried | None = None, wrong: tuple[Problem, ...] = ()) -> HttpResponse:
    """Show the path of equity and its limits; ``tried`` is the form that could not be taken just now."""
    told: dict[str, object] = {
        "title": _TITLE,
        "wrong": wrong,
        "limits": _limits(request, tried),
        "requirement": Link(swedish("Till balanskravet"), f"{_ADDRESS}balanskrav/"),
        **_path(request),
    }
    failed = bool(wrong or tried or "problems" in told)
    return render(request, "equity/equity.html", told, status=_UNPROCESSABLE if failed else 200)


def _path(request: HttpRequest) -> dict[str, object]:
    """Return what the page shows of the path; what is missing before there is any, or what the address says wrong."""
    now = questions.periods()
    if not now.years and "inlasningar" not in request.GET:
        may = actor_of(request).may(Deed.HAND_IN_LEDGER)
        return {"nothing": Link(swedish("Läs in bokföring"), "/inlasning/") if may else None, "nothing_read": True}
    try:
        wanted = walk_wanted(request, now)
        known = periods_of(wanted, now)
        shown = _shown(wanted, known, _state(request))
    except Refused as refusal:
        if leads_nowhere(refusal):
            return {"leads_nowhere": Link(swedish("Till uppställningen"), "/uppstallning/")}
        return {**walk_frame(Wanted(), now, THOUSANDS, _ADDRESS), "problems": refusal.problems}
    frame = walk_frame(wanted, known, THOUSANDS, _ADDRESS)
    chart = shown.chart
    return {
        **frame,
        "pickers": (*_pickers(frame), _state_picker(shown.state)),
        "period": shown.made_from.asked.period.in_words,
        "files": _files(request, wanted, shown.state),
        "table": _table(shown.table, _query(wanted, shown.state)) if shown.table else None,
        "picture": Markup(chart_svg(chart)) if chart else None,
        "picture_title": chart.title if chart else "",
        "findings": shown.problems,
        "rests_on": rests_on(shown.made_from.imports),
    }


def _table(table: Table, query: str) -> Markup:
    return table_html(table, title_shown=False, address=ways_to_figures(table, _ADDRESS, query))


def equity_figure(request: HttpRequest, table: str, row: str, column: str) -> HttpResponse:
    """Show what a figure of the path is."""
    now = questions.periods()
    wanted, state = walk_wanted(request, now), _state(request)
    known = periods_of(wanted, now)
    shown = _shown(wanted, known, state)
    tables = (shown.table,) if shown.table else ()
    return figure_page(request, tables, (table, row, column), Link(_TITLE, f"{_ADDRESS}{_query(wanted, state)}"))


def _query(wanted: Wanted, state: AllotmentState) -> str:
    """Return the end of an address that wants this, with the state that coming years' allotments are taken in."""
    if state is AllotmentState.DECIDED:
        return wanted.query
    return f"{wanted.query or '?'}{'&' if wanted.query else ''}{_STATE}={state.value}"


def _pickers(frame: dict[str, object]) -> tuple[Picker, ...]:
    pickers = frame["pickers"]
    return pickers if isinstance(pickers, tuple) else ()


def _shown(wanted: Wanted, known: Periods, state: AllotmentState) -> EquityShown:
    choices = wanted.choices
    return questions.equity_path(
        wanted.asked(known.usual),
        state=state,
        unit=wanted.unit or THOUSANDS,
        layout=choices["layout"],
        versions=choices["versions"],
    )


def _state(request: HttpRequest) -> AllotmentState:
    """Return the state that coming years' allotments are taken in; what is decided unless the address says another."""
    return _STATES.get(request.GET.get(_STATE, ""), AllotmentState.DECIDED)


def _state_picker(current: AllotmentState) -> Picker:
    usual = AllotmentState.DECIDED
    choices = (
        Choice("" if one is usual else one.value, one.in_words.capitalize(), current=one is current)
        for one in reversed(BY_SURENESS)
    )
    return Picker(_STATE, swedish("Tilldelning kommande år"), tuple(choices))


def _files(request: HttpRequest, wanted: Wanted, state: AllotmentState) -> tuple[Link, ...]:
    if not actor_of(request).may(Deed.EXPORT):
        return ()
    end = _query(wanted, state)
    return tuple(Link(one.label, f"{_ADDRESS}fil/{one.ending}/{end}") for one in FORMATS.values())


def equity_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Hand over the path, just as it is wanted, as a file; the trail says who took it."""
    form = format_named(ending)
    now = questions.periods()
    wanted = walk_wanted(request, now)
    known = periods_of(wanted, now)
    shown = _shown(wanted, known, _state(request))
    period = shown.made_from.asked.period
    name = f"{_TITLE} {period.in_short}"
    return hand_over(request, shown.document, name, form, **of_books(period, shown.made_from.imports))


def say_limit(request: HttpRequest) -> HttpResponse:
    """Say what equity should be from a day on, or take it back; what cannot be is told at the form."""
    things, by, seen = questions.limits_said(), actor_of(request), seen_in(request)
    thing = named(things, request)
    held = thing.holds if thing else None
    if thing and held and request.POST.get("steg") == WITHDRAW:
        try:
            actions.withdraw_limit(_kind(thing), held.since, by=by, seen=seen)
        except Refused as refusal:
            return equity(request, wrong=refusal.problems)
        messages.success(request, swedish("Gränsen är borttagen."))
        return redirect(f"{_ADDRESS}#granser")
    form = _form(thing, held, request) if thing and held else LimitForm("grans-ny", request.POST)
    if form.is_valid():
        try:
            actions.set_limit(form.which, form.limit, by=by, seen=seen)
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            messages.success(request, swedish("Gränsen är sparad."))
            return redirect(f"{_ADDRESS}#granser")
    return equity(request, Tried("granser", thing_of(thing) if thing else "", form))


def _form(thing: SaidOf[Limit], held: Limit, request: HttpRequest | None = None) -> LimitForm:
    return LimitForm(f"grans-{thing.key}", request.POST if request else None, held_limit(_kind(thing), held))


def _kind(thing: SaidOf[Limit]) -> LimitKind:
    return LimitKind(thing.key.partition(":")[0])


def _limits(request: HttpRequest, tried: Tried | None) -> SaidList:
    things = questions.limits_said()
    listed = entries(things, _in_words, _form, tried)
    return SaidList(
        id="granser",
        title=swedish("Golv och tak"),
        note=swedish(
            "Vad det egna kapitalet ska vara: minst golvet, högst taket. En nivå gäller från sin dag tills en senare "
            "tar vid. Att vara utanför stoppar inget, men sägs här, i prognosen och i rapporten."
        ),
        none=swedish("Ingen nivå är inlagd."),
        add=swedish("Lägg in en nivå"),
        action=f"{_ADDRESS}grans/",
        headings=(swedish("Nivå"), swedish("Belopp eller andel"), swedish("Källa")),
        entries=listed,
        new=new_form(tried, LimitForm("grans-ny"), listed),
        may=actor_of(request).may(Deed.SET_LIMIT),
    )


def _in_words(thing: SaidOf[Limit], limit: Limit) -> InWords:
    name = swedish("{kind} från {day}").format(kind=_kind(thing).in_words.capitalize(), day=swedish_date(limit.since))
    if limit.amount is not None:
        value = f"{typed_amount(limit.amount)} kr"
    else:
        share = swedish_number(PERCENT.shown(limit.share or 0))
        value = swedish("{share} procent av årets bidrag").format(share=share)
    return InWords(name, value, limit.source)


ROUTES: Final = (
    Route("eget-kapital/", "equity", equity, reads=Deed.READ_BOOKS),
    Route("eget-kapital/grans/", "say_limit", say_limit, does=Deed.SET_LIMIT),
    Route(
        "eget-kapital/siffra/<str:table>/<str:row>/<str:column>/", "equity_figure", equity_figure, reads=Deed.READ_BOOKS
    ),
    Route("eget-kapital/fil/<str:ending>/", "equity_file", equity_file, reads=Deed.EXPORT),
)
