"""How are the goals shown, judged, taken out as a file, and what does the board say of them all?"""

from functools import partial
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
from samordna.office.web.books.import_words import rests_on
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.goals import goal_parts as parts
from samordna.office.web.goals.goal_forms import AT, OverallForm
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.pages.said_things import WITHDRAW
from samordna.office.web.pages.table_figure import figure_page, ways_to_figures
from samordna.office.web.routing import Route
from samordna.renderers.html import table_html

_UNPROCESSABLE: Final = 422
_TITLE: Final = swedish("Mål")
_FROM_HERE: Final = swedish("Under Mål")


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
        "giving_out": parts.giving_out(request, shown),
        "only_given_out": shown.only_given_out,
        "files": parts.files(request, shown) if shown.branches or shown.ended else (),
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
        "changed_since_words": shown.changed_since_words,
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


def give_out_goals(request: HttpRequest) -> HttpResponse:
    """Note that the goals of some months are given out to anybody, with the counts that they tell."""
    try:
        actions.give_out_goals(partial(parts.public_in, request), _FROM_HERE, by=actor_of(request))
    except Refused as refusal:
        return goals_page(request, problems=refusal.problems)
    messages.success(request, swedish("Målen är utlämnade. De går att hämta som filer här."))
    return redirect(f"{reverse('goals')}{parts.public_query(request)}")


def goals_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Hand over the goals as a file: to those outside with the counts that have been given out, and no others."""
    form, shown = format_named(ending), _asked(request, leaving=True)
    name = f"{_TITLE} {shown.period.in_short}"
    said = f"{name} ({form.label}, {shown.audience.in_words})"
    return hand_over(request, shown.document, name, form, said=said, period=str(shown.period))


def _asked(request: HttpRequest, *, leaving: bool = False) -> GoalsShown:
    try:
        return parts.leaving_in(request) if leaving else parts.shown_in(request)
    except Refused as refusal:
        raise Http404(" ".join(problem.found for problem in refusal.problems)) from refusal


ROUTES: Final = (
    Route("mal/", "goals", goals, reads=Deed.READ_BOOKS),
    Route("mal/hushallning/<str:months>/", "judge_overall", judge_overall, does=Deed.JUDGE_OVERALL),
    Route("mal/siffra/<str:table>/<str:row>/<str:column>/", "goals_figure", goals_figure, reads=Deed.READ_BOOKS),
    Route("mal/lamna-ut/", "give_out_goals", give_out_goals, does=Deed.PUBLISH_STATISTICS),
    Route("mal/fil/<str:ending>/", "goals_file", goals_file, reads=Deed.EXPORT),
)
