"""Where does the plan of a year stand, does its money suffice, and how does it leave as a document?"""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.plan.activity_plan.adoption import PlanState
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.plan import plan_parts as parts
from samordna.office.web.plan.plan_form import AT, AdoptForm
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_REVISE: Final = "ny-version"


def latest(_request: HttpRequest) -> HttpResponse:
    """Lead to the plan that is usually asked for."""
    return redirect("plan_year", parts.ends(questions.latest_planned_year()))


def plan_year(request: HttpRequest, year: int) -> HttpResponse:
    """Show the plan of a year: its steps, its tables, what is wrong with it, and whether it is adopted."""
    return _page(request, parts.year_of(year))


def adopt(request: HttpRequest, year: int) -> HttpResponse:
    """Note that the plan is adopted, or begin a new version of it."""
    period, by = parts.year_of(year), actor_of(request)
    seen = seen_in(request)
    if request.POST.get("steg") == _REVISE:
        reason = request.POST.get("skal", "")
        try:
            actions.revise_plan(period, reason, by=by, seen=seen)
        except Refused as refusal:
            return _page(request, period, refusal=refusal, reason=reason)
        messages.success(request, swedish("En ny version är påbörjad. Den antagna finns kvar under Versioner."))
        return redirect("plan_year", year)
    asked = questions.plan_asked(period)
    form = AdoptForm(asked.states, asked.state, request.POST)
    if form.is_valid():
        try:
            actions.adopt_plan(period, form.decision, form.state, by=by, seen=seen)
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            messages.success(request, swedish("Verksamhetsplanen {year} är antagen.").format(year=year))
            return redirect("plan_year", year)
    return _page(request, period, adopting=form)


def document(request: HttpRequest, year: int, ending: str) -> HttpResponse:
    """Hand over the plan as a document; the trail says who took it."""
    period = parts.year_of(year)
    version = number_of(request.GET.get("version", ""))
    return parts.document_file(request, period, ending, _state(request), version)


def figure(request: HttpRequest, year: int, table: str, row: str, column: str) -> HttpResponse:
    """Show what a figure of the plan is made of, as a page or in the panel beside where it stands."""
    asked = questions.plan_shown(parts.year_of(year), _state(request))
    found = questions.plan_figure(asked, table, row, column)
    if found is None:
        raise Http404(swedish("Siffran finns inte i planen: raden kan ha tagits bort. Se planens tabeller."))
    return render(request, "plan/figure.html", parts.figure(found, asked))


def _state(request: HttpRequest) -> AllotmentState | None:
    """Return the state of the money that the address asks for; None for the surest."""
    return questions.state_named(request.GET.get("bidrag", ""))


def _page(
    request: HttpRequest,
    year: Period,
    *,
    adopting: AdoptForm | None = None,
    refusal: Refused | None = None,
    reason: str = "",
) -> HttpResponse:
    asked, actor = questions.plan_shown(year, _state(request)), actor_of(request)
    now = questions.plan_asked(year, asked.state)
    planned = bool(asked.plan.activities or asked.plan.overhead)
    adopted = now.life.state is PlanState.ADOPTED
    earlier = questions.earlier_plan(year)
    told = {
        "year": parts.ends(year),
        "mark": parts.mark(now.life),
        "planned": planned,
        "adopted": adopted,
        "as_adopted": adopted and asked.held.number != now.held.number,
        "pickers": parts.pickers(now),
        "steps": parts.steps(now),
        "figures": parts.key_figures(asked) if planned else (),
        "summary": parts.table(asked.summary, asked) if planned else None,
        "cases": parts.table(asked.cases, asked) if planned else None,
        "financing": parts.table(asked.financing, asked),
        "activities": parts.tables(asked),
        "findings": asked.findings if planned or asked.held.financing_of(year).allotments else (),
        "files": parts.files(asked) if planned and actor.may(Deed.EXPORT) else (),
        "versions": parts.versions(now, may_take=actor.may(Deed.EXPORT)),
        "may_plan": actor.may(Deed.PLAN_ACTIVITIES) and not adopted,
        "may_adopt": actor.may(Deed.ADOPT_PLAN) and planned,
        "rolls_from": parts.ends(earlier) if earlier and not planned else None,
        "adopting": adopting or AdoptForm(now.states, now.state),
        "revising": now.life.revising,
        "problems": refusal.problems if refusal else (),
        "reason": reason,
        "seen": now.held.number,
        "life_seen": questions.life_seen(year),
        "plan_seen": questions.plan_seen(year),
    }
    wrong = refusal or (adopting and adopting.errors)
    return render(request, "plan/plan.html", told, status=_UNPROCESSABLE if wrong else 200)


_PLAN: Final = "plan/<int:year>/"
ROUTES: Final = (
    Route("plan/", "plan", latest, reads=Deed.READ_BOOKS),
    Route(_PLAN, "plan_year", plan_year, reads=Deed.READ_BOOKS),
    Route(f"{_PLAN}anta/", "plan_adopt", adopt, does=Deed.ADOPT_PLAN),
    Route(f"{_PLAN}dokument.<str:ending>", "plan_document", document, reads=Deed.EXPORT),
    Route(f"{_PLAN}siffra/<str:table>/<str:row>/<str:column>/", "plan_figure", figure, reads=Deed.READ_BOOKS),
)
