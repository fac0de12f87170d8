"""How is one goal shown, changed, removed, and decided of when its source has ended?"""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.goals.changes import goal_differences, goal_in_words
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Confirm, Fact, Link
from samordna.office import actions, questions
from samordna.office.questions import GoalShown
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.goals import goal_parts as parts
from samordna.office.web.goals.goal_forms import AT, GoalForm, SourceDecisionForm
from samordna.office.web.pages.table_figure import figure_page, ways_to_figures
from samordna.office.web.routing import Route
from samordna.renderers.charts import chart_svg
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup

_UNPROCESSABLE: Final = 422
_MEANWHILE: Final = "plan-said-meanwhile"


def goal(request: HttpRequest, goal: str) -> HttpResponse:
    """Show a goal: how it goes, its path over the years, a decision that is asked for, and every change."""
    return goal_page(request, goal)


def goal_page(
    request: HttpRequest,
    goal_id: str,
    *,
    form: SourceDecisionForm | None = None,
    problems: tuple[Problem, ...] = (),
) -> HttpResponse:
    """Return the page of a goal; ``form`` could not be taken, ``problems`` say why nothing was done."""
    shown = _shown(request, goal_id)
    by, held = actor_of(request), shown.goal
    chart = shown.chart
    told = {
        "shown": shown,
        "title": shown.was.name,
        "period": shown.judged.period.in_words,
        "mark": parts.mark(shown.branch.verdict.attainment) if shown.branch else None,
        "facts": tuple(Fact(label, words) for label, words in _facts(shown).items()),
        "tables": [_table(request, shown, table.id) for table in shown.tables],
        "picture": Markup(chart_svg(chart)) if chart else None,
        "picture_title": chart.title if chart else "",
        "problems": problems,
        "pickers": parts.pickers(request, shown.judged),
        "action": reverse("goal", args=[goal_id]),
        "changes": parts.changes(shown.changes),
        "may_change": by.may(Deed.CHANGE_GOAL) and held is not None,
        "may_undo": by.may(Deed.CHANGE_GOAL) and len(shown.changes) > 1 and shown.changes[1].said.value is not None,
        "may_decide": by.may(Deed.DECIDE_SOURCE) and shown.asks_for_decision,
        "decision_form": form or (_decision_form(request, shown) if held else None),
        "removal": _removal(shown),
        "all": Link(swedish("Mål"), f"{reverse('goals')}{parts.query(request)}"),
    }
    return render(request, "goals/goal.html", told, status=_UNPROCESSABLE if form or problems else 200)


def _facts(shown: GoalShown) -> dict[str, str]:
    told = {label: words for label, words in goal_in_words(shown.was).items() if words != shown.was.name}
    above = questions.goal_held(shown.was.parent)
    return {**told, **({swedish("Hör till målet"): above.name} if above else {})}


def _table(request: HttpRequest, shown: GoalShown, table_id: str) -> tuple[str, Markup]:
    table = next(one for one in shown.tables if one.id == table_id)
    page = reverse("goal", args=[shown.was.id])
    address = ways_to_figures(table, page, parts.query(request))
    return table.title, table_html(table, title_shown=False, address=address)


def _shown(request: HttpRequest, goal_id: str) -> GoalShown:
    try:
        judged = parts.shown_in(request)
    except Refused as refusal:
        raise Http404(" ".join(problem.found for problem in refusal.problems)) from refusal
    shown = questions.goal_shown(goal_id, judged)
    if shown is None:
        raise Http404(swedish("Målet finns inte."))
    return shown


def _removal(shown: GoalShown) -> Confirm:
    question = swedish("Ta bort målet? Det som har sagts om det finns kvar, och går att ångra.")
    return Confirm(
        swedish("Ta bort målet"),
        question,
        reverse("remove_goal", args=[shown.was.id]),
        swedish("Ta bort"),
        hidden=(("sedd", str(shown.seen)),),
    )


def goal_figure(request: HttpRequest, goal: str, table: str, row: str, column: str) -> HttpResponse:
    """Show what a figure of a goal is, and what it is made of."""
    shown = _shown(request, goal)
    back = Link(shown.was.name, f"{reverse('goal', args=[goal])}{parts.query(request)}")
    return figure_page(request, shown.tables, (table, row, column), back)


def new_goal(request: HttpRequest) -> HttpResponse:
    """Show the form of a goal, and add one."""
    form = _form(request)
    if form.is_valid():
        said = form.goal
        there = questions.goal_held(said.id)
        if there:
            form.add_error("name", swedish("Det finns redan ett mål med den lydelsen."))
        elif not said.id:
            form.add_error("name", swedish("Skriv målet med bokstäver."))
        else:
            try:
                actions.say_goal(said, by=actor_of(request), seen=0)
            except Refused as refusal:
                told_at(form, refusal, AT)
            else:
                messages.success(request, swedish("Målet är upplagt."))
                return redirect("goal", said.id)
    told = {"form": form, "title": swedish("Nytt mål"), "back": Link(swedish("Mål"), reverse("goals"))}
    return render(request, "goals/change.html", told, status=_UNPROCESSABLE if form.errors else 200)


def change_goal(request: HttpRequest, goal: str) -> HttpResponse:
    """Show the form of a goal that is there, and change it."""
    held, history = questions.goal_held(goal), questions.goal_history(goal)
    if held is None:
        raise Http404(swedish("Målet finns inte."))
    form = _form(request, goal)
    meanwhile: tuple[str, ...] = ()
    if form.is_valid():
        try:
            actions.say_goal(form.goal, by=actor_of(request), seen=seen_in(request))
        except Refused as refusal:
            told_at(form, refusal, AT)
            if any(problem.code == _MEANWHILE for problem in refusal.problems):
                before = next((one.said.value for one in history if one.said.number == seen_in(request)), None)
                meanwhile = goal_differences(before, held)
        else:
            messages.success(request, swedish("Målet är ändrat."))
            return redirect("goal", goal)
    told = {
        "form": form,
        "seen": history[0].said.number,
        "title": held.name,
        "meanwhile": meanwhile,
        "back": Link(held.name, reverse("goal", args=[goal])),
    }
    return render(request, "goals/change.html", told, status=_UNPROCESSABLE if form.errors else 200)


def _form(request: HttpRequest, goal_id: str = "") -> GoalForm:
    held = questions.goal_held(goal_id)
    data = request.POST if request.method == "POST" else None
    year = held.until if held else parts.usual_period().last // 100
    form = GoalForm(questions.source_choices(year), _activities(), questions.goals_held(), data, held)
    form.initial = {"since": year, "until": year, **form.initial}
    return form


def _activities() -> dict[str, str]:
    return {one.id: one.name for one in questions.activities_held().activities}


def _decision_form(request: HttpRequest, shown: GoalShown) -> SourceDecisionForm:
    data = request.POST if request.method == "POST" and request.POST.get("what") is not None else None
    choices = questions.source_choices(shown.judged.year.last // 100)
    return SourceDecisionForm(shown.was, choices, _activities(), data)


def decide_source(request: HttpRequest, goal: str) -> HttpResponse:
    """Note what was decided of a goal whose source has ended."""
    shown = _shown(request, goal)
    choices = questions.source_choices(shown.judged.year.last // 100)
    form = SourceDecisionForm(shown.was, choices, _activities(), request.POST)
    if form.is_valid():
        try:
            actions.decide_source(goal, form.said, by=actor_of(request), seen=seen_in(request))
        except Refused as refusal:
            if not shown.asks_for_decision:
                return goal_page(request, goal, problems=refusal.problems)
            told_at(form, refusal, AT)
        else:
            messages.success(request, swedish("Beslutet är infört. Rapporterna följer det."))
            return redirect(f"{reverse('goal', args=[goal])}{parts.query(request)}")
    return goal_page(request, goal, form=form)


def remove_goal(request: HttpRequest, goal: str) -> HttpResponse:
    """Take back a goal."""
    try:
        actions.remove_goal(goal, by=actor_of(request), seen=seen_in(request))
    except Refused as refusal:
        return goal_page(request, goal, problems=refusal.problems)
    messages.success(request, swedish("Målet är borttaget. Det går att ångra här."))
    return redirect("goal", goal)


def undo_goal(request: HttpRequest, goal: str) -> HttpResponse:
    """Say again what a goal was before its latest change."""
    try:
        actions.undo_goal(goal, by=actor_of(request), seen=seen_in(request))
    except Refused as refusal:
        return goal_page(request, goal, problems=refusal.problems)
    messages.success(request, swedish("Den senaste ändringen är ångrad."))
    return redirect("goal", goal)


_GOAL: Final = "mal/<slug:goal>/"
ROUTES: Final = (
    Route("mal/nytt/", "new_goal", new_goal, reads=Deed.CHANGE_GOAL, does=Deed.CHANGE_GOAL),
    Route(_GOAL, "goal", goal, reads=Deed.READ_BOOKS),
    Route(f"{_GOAL}andra/", "change_goal", change_goal, reads=Deed.CHANGE_GOAL, does=Deed.CHANGE_GOAL),
    Route(f"{_GOAL}beslut/", "decide_source", decide_source, does=Deed.DECIDE_SOURCE),
    Route(f"{_GOAL}ta-bort/", "remove_goal", remove_goal, does=Deed.CHANGE_GOAL),
    Route(f"{_GOAL}angra/", "undo_goal", undo_goal, does=Deed.CHANGE_GOAL),
    Route(f"{_GOAL}siffra/<str:table>/<str:row>/<str:column>/", "goal_figure", goal_figure, reads=Deed.READ_BOOKS),
)
