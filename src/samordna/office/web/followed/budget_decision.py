"""How is a decision about a budget filled in, seen before it is taken, and taken?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.plan.budget import Budget
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Choice, Picker
from samordna.office import actions, questions
from samordna.office.questions import BudgetShown
from samordna.office.web.followed import budget_parts as parts
from samordna.office.web.followed.budget import decided, year_of
from samordna.office.web.followed.budget_form import BudgetDecisionForm
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_OPEN: Final = "oppna:"
_TAKE, _SHOW = "besluta", "visa"


@dataclass(frozen=True)
class _Filling:
    """A decision while it is filled in: of which budget, for which months by themselves, and what was typed.

    ``seen`` is how many decisions the person has seen, ``was`` how many there were when the form was first shown.
    """

    request: HttpRequest
    shown: BudgetShown
    months: Period | None
    form: BudgetDecisionForm
    seen: int
    was: int

    def page(self, drawn: questions.Drawn | None = None, problems: Iterable[Problem] = ()) -> HttpResponse:
        """Return the page: the form as it was filled in, what it would change, or why it was not taken."""
        wrong, form, shown = tuple(problems), self.form, self.shown
        months = str(self.months) if self.months else ""
        told = {
            "form": form,
            "year": parts.ends(shown.year),
            "problems": wrong,
            "drawn": parts.drawn(drawn, shown, self.months) if drawn else None,
            "seen": self.seen,
            "was": self.was,
            "kinds": self._kinds,
            "months": self.months,
            "month_choices": tuple(parts.month_choices(shown.year)),
            "first": months[:7],
            "last": months[-7:],
            "signs": parts.SIGNS,
        }
        failed = bool(wrong) or (form.is_bound and bool(form.errors))
        return render(self.request, "budget/decision.html", told, status=_UNPROCESSABLE if failed else 200)

    @property
    def _kinds(self) -> Picker:
        year = self.shown.year
        address = reverse("budget_decision", args=[parts.ends(year)])
        some = f"{address}?manader={self.months or _first_months(year)}"
        choices = (
            Choice("", swedish("Hela året"), current=self.months is None, href=address),
            Choice("", swedish("Vissa månader"), current=self.months is not None, href=some),
        )
        return Picker("", swedish("Beslutet gäller"), choices)


def decision(request: HttpRequest, year: int) -> HttpResponse:
    """Fill in a decision, see what it changes, and take it: one form, that keeps what was typed on the way."""
    period = year_of(year)
    shown = questions.budget_shown(period)
    if not shown.register.rows:
        return redirect("register")
    sent = request.POST if request.method == "POST" else None
    step = sent.get("steg", _SHOW) if sent is not None else ""
    months, budget = _months(request, period), shown.budget or Budget(period, ())
    seen = _number(request.POST.get("beslut", ""), shown.seen)
    was = _number(request.POST.get("visat", ""), seen)
    opened = _opened(request, step)
    then = Budget(period, budget.revisions[:was])
    form = BudgetDecisionForm(shown.register, budget, sent, months=months, opened=opened, was=then)
    filling = _Filling(request, shown, months, form, seen, was)
    if step != _TAKE:
        form.lenient()
    if sent is None or not form.is_valid() or step.startswith(_OPEN):
        return filling.page()
    drawn = questions.budget_drawn(period, form.wishes)
    if step != _TAKE or sent.get("sett") != parts.mark(drawn):
        return filling.page(drawn)
    try:
        told = actions.decide_budget(period, form.decision, form.wishes, by=actor_of(request), seen=seen)
    except Refused as refusal:
        # What somebody else decided is told now: whoever goes on from here has seen it.
        return replace(filling, seen=shown.seen).page(drawn, refusal.problems)
    return decided(request, year, told)


def _opened(request: HttpRequest, step: str) -> tuple[str, ...]:
    opened = (*request.POST.getlist("oppen"), *request.GET.getlist("rad"))
    return (*opened, step.removeprefix(_OPEN)) if step.startswith(_OPEN) else opened


def _months(request: HttpRequest, year: Period) -> Period | None:
    """Return the months that a decision is for by themselves; None for the whole year."""
    first, last = request.GET.get("fran", ""), request.GET.get("till", "")
    text = f"{first}..{last}" if first and last else request.GET.get("manader", "")
    if not text:
        return None
    try:
        months = Period.parse(text)
    except ValueError as error:
        raise Http404(str(error)) from error
    if not year.covers(months):
        raise Http404(swedish("Månaderna ligger utanför året."))
    return None if months == year else months


def _first_months(year: Period) -> Period:
    """Return the months that are suggested for a budget of their own: those of the interim report."""
    return Period(year.first, year.months[min(7, len(year.months) - 1)])


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else otherwise


ROUTES: Final = (
    Route("budget/<int:year>/beslut/", "budget_decision", decision, reads=Deed.REVISE_BUDGET, does=Deed.REVISE_BUDGET),
)
