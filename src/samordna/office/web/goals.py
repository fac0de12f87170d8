"""How are the goals shown, judged, taken out as a file, and what does the board say of them all?"""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.questions import GoalsShown
from samordna.office.web import goal_parts as parts
from samordna.office.web.files import file_response
from samordna.office.web.goal_forms import AT, OverallForm
from samordna.office.web.handing_over import format_named
from samordna.office.web.import_words import rests_on
from samordna.office.web.plan_fields import told_at
from samordna.office.web.routing import Route
from samordna.office.web.said_things import WITHDRAW
from samordna.office.web.seen import seen_in
from samordna.office.web.table_figure import figure_page, ways_to_figures
from samordna.renderers.html import table_html

_UNPROCESSABLE: Final = 422
_TITLE: Final = swedish("Mål")


def goals(request: HttpRequest) -> HttpResponse:
    """Show the goals with their verdicts, what to think of, and the assessment of sound financial management."""
    return goals_page(request)


def goals_page(
    request: HttpRequest, form: OverallForm | None = None, problems: tuple[Problem, ...] = ()
) -> HttpResponse:
    """Return the page of the goals; ``form`` could not be taken, ``problems`` say why nothing was done."""
    try:
        shown = parts.shown_in(request)
    except Refused as refusal:
        wrong = {"title": _TITLE, "unknown": refusal.problems}
        return render(request, "goals/goals.html", wrong, status=_UNPROCESSABLE)
    told: dict[str, object] = {
        "title": _TITLE,
        "period": shown.period.in_words,
        "may_change": actor_of(request).may(Deed.CHANGE_GOAL),
        "new": Link(swedish("Lägg upp ett mål"), reverse("new_goal")),
        "none_at_all": not questions.goals_held(),
        "pickers": parts.pickers(request, shown),
        "action": reverse("goals"),
        "problems": problems,
        **_judged(request, shown),
        **_overall(request, shown, form),
    }
    return render(request, "goals/goals.html", told, status=_UNPROCESSABLE if form or problems else 200)


def _judged(request: HttpRequest, shown: GoalsShown) -> dict[str, object]:
    query = parts.query(request)
    return {
        "tree": parts.tree(request, shown) if shown.branches else None,
        "query": query,
        "warned": [one for one in shown.branches if one.verdict.warnings],
        "findings": shown.problems,
        "units": [
            (table.title, table_html(table, title_shown=False, address=ways_to_figures(table, parts.ADDRESS, query)))
            for table in shown.unit_tables
        ],
        "decisions": shown.decisions,
        "ended": shown.ended,
        "inside": shown.audience.in_words,
        "files": parts.files(request) if shown.branches or shown.ended else (),
        "rests_on": rests_on(shown.made_from.imports) if shown.made_from else (),
    }


def _overall(request: HttpRequest, shown: GoalsShown, form: OverallForm | None) -> dict[str, object]:
    history = questions.overall_history(shown.period)
    held = shown.words
    return {
        "overall": shown.overall,
        "overall_mark": parts.overall_mark(shown.overall),
        "overall_sentence": shown.overall.sentence,
        "words": held,
        "words_before": parts.words_before(history),
        "overall_form": form or OverallForm(held=held.value if held else None),
        "overall_open": form is not None,
        "overall_action": f"{reverse('judge_overall', args=[shown.period])}{parts.query(request)}",
        "seen": history[0].number if history else 0,
        "may_judge": actor_of(request).may(Deed.JUDGE_OVERALL),
    }


def judge_overall(request: HttpRequest, months: str) -> HttpResponse:
    """Note what the board says of sound financial management in some months, or take it back."""
    period, by, seen = _period(months), actor_of(request), seen_in(request)
    back = f"{reverse('goals')}{parts.query(request)}#hushallning"
    if request.POST.get("steg") == WITHDRAW:
        try:
            actions.withdraw_overall(period, by=by, seen=seen)
        except Refused as refusal:
            return goals_page(request, problems=refusal.problems)
        messages.success(request, swedish("Styrelsens bedömning är borttagen."))
        return redirect(back)
    form = OverallForm(request.POST)
    if form.is_valid():
        try:
            actions.judge_overall(period, form.said, by=by, seen=seen)
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            messages.success(request, swedish("Styrelsens bedömning är sparad."))
            return redirect(back)
    return goals_page(request, form)


def _period(months: str) -> Period:
    try:
        return Period.parse(months)
    except ValueError as error:
        raise Http404(swedish("Adressen säger ingen period.")) from error


def goals_figure(request: HttpRequest, table: str, row: str, column: str) -> HttpResponse:
    """Show what a figure of the goals is, and what it is made of."""
    back = Link(_TITLE, f"{reverse('goals')}{parts.query(request)}")
    return figure_page(request, _asked(request).tables, (table, row, column), back)


def goals_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Hand over the goals, as they are shown, as a file; the trail says who took it."""
    form = format_named(ending)
    shown = _asked(request)
    name = f"{_TITLE} {shown.period.in_short}"
    content = form.write(shown.document)
    actions.take_out_goals(
        shown,
        f"{name} ({form.label}, {shown.audience.in_words})",
        form.label,
        by=actor_of(request),
        format=ending,
        period=str(shown.period),
    )
    return file_response(content, f"{name}.{ending}", form.media_type)


def _asked(request: HttpRequest) -> GoalsShown:
    try:
        return parts.shown_in(request)
    except Refused as refusal:
        raise Http404(" ".join(problem.found for problem in refusal.problems)) from refusal


ROUTES: Final = (
    Route("mal/", "goals", goals, reads=Deed.READ_BOOKS),
    Route("mal/hushallning/<str:months>/", "judge_overall", judge_overall, does=Deed.JUDGE_OVERALL),
    Route("mal/siffra/<str:table>/<str:row>/<str:column>/", "goals_figure", goals_figure, reads=Deed.READ_BOOKS),
    Route("mal/fil/<str:ending>/", "goals_file", goals_file, reads=Deed.EXPORT),
)
