"""Where is the year heading, what is each row expected to cost, and how does somebody say something else?"""

from typing import BinaryIO, Final, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.plan.forecast import Ground
from samordna.domain.values.amount_asked import amount_typed
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import ProblemKind, Refused, Severity
from samordna.domain.values.unit import THOUSANDS
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.questions import Periods
from samordna.office.web.followed.heading_parts import FORM, FREEZE, Typed, anchor_of, back_to_forecast, forecast_part
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.wanted import Wanted, periods_of
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.files import FORMATS, file_response
from samordna.office.web.pages.walks import (
    leads_nowhere,
    nothing_read,
    walk_file,
    walk_files,
    walk_frame,
    walk_page,
    walk_wanted,
    walked,
)
from samordna.office.web.routing import Route
from samordna.renderers.html import table_html
from samordna.renderers.xlsx import render_form

_ADDRESS: Final = "/prognos/"
_TITLE: Final = swedish("Prognos")
_UNPROCESSABLE: Final = 422

NO_AMOUNT: Final = ProblemKind(
    "forecast-no-amount",
    Severity.REFUSE,
    swedish("”{text}” är inget belopp."),
    swedish("Skriv kronor med siffror, till exempel 1 250 000, och ett minustecken före en intäkt."),
)
NO_FILE: Final = ProblemKind(
    "forecast-no-file",
    Severity.REFUSE,
    swedish("Ingen fil är vald."),
    swedish("Välj den ifyllda blanketten."),
)


def heading(request: HttpRequest, wrong: Typed | None = None) -> HttpResponse:
    """Show where the year is heading, and the forecast row by row; ``wrong`` is what could not be done just now."""
    now = questions.periods()
    if not now.years and "inlasningar" not in request.GET:
        text = swedish("Här visas vart året är på väg: resultat och eget kapital enligt prognos och budget.")
        return nothing_read(request, _TITLE, text)
    try:
        wanted = walk_wanted(request, now)
        known = periods_of(wanted, now)
        walk = _walk(wanted, known)
    except Refused as refusal:
        told = {**walk_frame(Wanted(), now, THOUSANDS, _ADDRESS), "problems": refusal.problems}
        return render(request, "heading/heading.html", told, status=_UNPROCESSABLE)
    period = wanted.asked(known.usual).period
    kept = wanted.but(period=period)
    told = {
        **walk_frame(wanted, known, THOUSANDS, _ADDRESS),
        **(walk or {"layout": Link(swedish("Till uppställningen"), "/uppstallning/")}),
        "period": period.in_words,
        "files": walk_files(request, _ADDRESS, wanted) if walk else (),
    }
    if not wanted.versions:
        shown = questions.forecast_shown(_year(period, known))
        told |= forecast_part(shown, actor_of(request), kept.query, wrong)
    return render(request, "heading/heading.html", told, status=_UNPROCESSABLE if wrong else 200)


def _walk(wanted: Wanted, known: Periods) -> dict[str, object] | None:
    """Return the walk to the year's equity; None when the layout does not say which lines it leads over."""
    try:
        return walk_page(walked(questions.outlook, wanted, known, THOUSANDS), wanted, _ADDRESS)
    except Refused as refusal:
        if leads_nowhere(refusal):
            return None
        raise


def _year(period: Period, known: Periods) -> Period:
    """Return the fiscal year that some months lie in. Raises ``Http404`` for months that no books cover."""
    for choice in known.years:
        if choice.year.covers(period):
            return choice.year
    raise Http404(swedish("Ingen bokföring är inläst för de månaderna, så där finns ingen prognos."))


def _of(request: HttpRequest) -> tuple[Period, str]:
    """Return the fiscal year that a form is for, and the end of the address that it came from."""
    now = questions.periods()
    wanted = walk_wanted(request, now).but(versions=())
    period = wanted.asked(now.usual).period
    return _year(period, now), wanted.but(period=period).query


def outlook_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Hand over where the year is heading as a file."""
    return walk_file(request, questions.outlook, THOUSANDS, ending)


def enter_row(request: HttpRequest) -> HttpResponse:
    """Say what a row will cost: a number or a proposal, or nothing any more; what cannot be is told there."""
    sent, (year, query) = request.POST, _of(request)
    row = sent.get("rad", "")
    shown = questions.forecast_shown(year).row(row)
    if shown is None:
        raise Http404(swedish("Raden finns inte i prognosen. Öppna den på nytt."))
    try:
        said = _enter(request, year, row)
    except Refused as refusal:
        values = {name: sent[name] for name in ("belopp", "kommentar", "seen") if name in sent}
        if any(problem.code == "plan-said-meanwhile" for problem in refusal.problems):
            values["seen"] = str(shown.seen)  # seen now: what was typed can be sent once more
        return heading(request, Typed(row, refusal.problems, values))
    messages.success(request, said.format(row=f"{row} {shown.row.name}"))
    return redirect(f"{_ADDRESS}{query}#{anchor_of(row)}")


def _enter(request: HttpRequest, year: Period, row: str) -> str:
    """Do what a row's form says, and return the words that tell it is done."""
    sent, by, seen = request.POST, actor_of(request), number_of(request.POST.get("seen", ""))
    if "grund" in sent:
        actions.use_proposal(year, row, _ground(sent["grund"]), by=by, seen=seen)
        return swedish("Förslaget används för {row}.")
    if "tillbaka" in sent:
        actions.enter_forecast(year, row, None, by=by, seen=seen)
        return swedish("Förslaget gäller igen för {row}.")
    comment = sent.get("kommentar", "").strip()
    actions.enter_forecast(year, row, _amount(sent.get("belopp", "")), comment=comment, by=by, seen=seen)
    return swedish("Prognosen för {row} är sparad.")


def _ground(word: str) -> Ground:
    try:
        return Ground(word)
    except ValueError:
        raise Http404(swedish("Det finns inget sådant förslag. Öppna prognosen på nytt.")) from None


def _amount(text: str) -> Ore | None:
    """Return what was typed; None for nothing. Raises ``Refused`` for what is no amount."""
    if not text.strip():
        return None
    amount = amount_typed(text)
    if amount is None:
        raise Refused([NO_AMOUNT.at(swedish("beloppet"), text=text.strip()[:40])])
    return amount


def freeze(request: HttpRequest) -> HttpResponse:
    """Keep the forecast as it stands; what hinders is told at the form."""
    year, query = _of(request)
    occasion = request.POST.get("tillfalle", "")
    try:
        frozen = actions.freeze_forecast(year, occasion, by=actor_of(request))
    except Refused as refusal:
        return heading(request, Typed(FREEZE, refusal.problems, {"tillfalle": occasion}))
    messages.success(request, swedish("Prognosen är fryst för {occasion}.").format(occasion=frozen.occasion))
    return redirect(f"{_ADDRESS}{query}#frysta")


def frozen_forecast(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """Show a frozen forecast beside today's and, when the year is over, beside what it became."""
    shown = questions.frozen_shown(year, number)
    if shown is None:
        raise Http404(swedish("Det finns ingen sådan fryst prognos. Se dem som finns under Prognos."))
    said = shown.listed.said
    told = {
        "title": said.value.occasion,
        "said": swedish("Fryst {when} av {by}.").format(when=day_and_time(said.at), by=said.by),
        "table": table_html(shown.table),
        "over": any(column.id == "outcome" for column in shown.table.columns),
        "back": back_to_forecast(),
    }
    return render(request, "heading/frozen.html", told)


def form_out(request: HttpRequest) -> HttpResponse:
    """Hand over the forecast as a form to fill in away from the site, as it stands; the trail says who took it."""
    year, _ = _of(request)
    content = render_form(questions.forecast_form_of(year))
    name = swedish("Prognosblankett {year}").format(year=year.last // 100)
    actions.take_out(f"{name} (Excel)", by=actor_of(request), format="xlsx", period=str(year))
    return file_response(content, f"{name}.xlsx", FORMATS["xlsx"].media_type)


def form_in(request: HttpRequest) -> HttpResponse:
    """Take the form that somebody filled in, all of it or nothing; what is wrong is told cell by cell."""
    year, query = _of(request)
    file = request.FILES.get("blankett")
    if file is None:
        return heading(request, Typed(FORM, (NO_FILE.at(swedish("blanketten")),)))
    try:
        told = actions.take_forecast_form(cast("BinaryIO", file.file), file.name or "", year, by=actor_of(request))
    except Refused as refusal:
        return heading(request, Typed(FORM, refusal.problems))
    name = file.name or ""
    messages.success(request, swedish("{file} är inläst. Det som skiljer sig är sparat.").format(file=name))
    for problem in told:
        messages.info(request, str(problem))
    return redirect(f"{_ADDRESS}{query}#rader")


ROUTES: Final = (
    Route("prognos/", "heading", heading, reads=Deed.READ_BOOKS),
    Route("prognos/rad/", "forecast_row", enter_row, does=Deed.ENTER_FORECAST),
    Route("prognos/frys/", "freeze_forecast", freeze, does=Deed.FREEZE_FORECAST),
    Route("prognos/fryst/<int:year>/<int:number>/", "frozen_forecast", frozen_forecast, reads=Deed.READ_BOOKS),
    Route("prognos/blankett.xlsx", "forecast_form_out", form_out, reads=Deed.ENTER_FORECAST),
    Route("prognos/blankett/", "forecast_form_in", form_in, does=Deed.ENTER_FORECAST),
    Route("prognos/<str:ending>/", "outlook_file", outlook_file, reads=Deed.EXPORT),
)
