"""How are the parts, rows and overhead of a year's plan added, changed, moved and taken out?"""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.plan.activity_plan.adoption import PlanState
from samordna.domain.plan.activity_plan.planned import ActivityPlan, OverheadRow, PlannedActivity, PlannedPart
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.look.parts import Change, Link
from samordna.office import actions, questions
from samordna.office.questions import PlanChange
from samordna.office.web.forms.plan_fields import told_at, typed_amount
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.plan import plan_parts as parts
from samordna.office.web.plan.plan_form import AT, AT_OVERHEAD, ActivityForm, OverheadForm, PartForm, SourceForm
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_PART, _ROW, _OVERHEAD, _SOURCE = "del", "rad", "overhead", "kalla"
_MOVES: Final = {"upp": True, "ned": False}

_Deed: TypeAlias = Callable[..., int]
_REMOVALS: Final[Mapping[str, _Deed]] = {_PART: actions.remove_part, _OVERHEAD: actions.remove_overhead}
_MOVING: Final[Mapping[str, _Deed]] = {_PART: actions.move_part, _OVERHEAD: actions.move_overhead}

Tried: TypeAlias = tuple[str, str, forms.Form]
"""The form that could not be taken: of what, of which row (empty for a new one), and itself."""


def activities(request: HttpRequest, year: int) -> HttpResponse:
    """Show the parts, rows and overhead of a year's plan, with what can be changed."""
    return _page(request, parts.year_of(year))


def change(request: HttpRequest, year: int) -> HttpResponse:
    """Add, change, move or take out something of a year's plan."""
    return _Changing(request, parts.year_of(year)).answer()


class _Changing:
    """One change that somebody sent."""

    def __init__(self, request: HttpRequest, year: Period) -> None:
        self.request, self.year, self.by = request, year, actor_of(request)
        self.plan = questions.plan_asked(year).plan
        self.what, self.row = request.POST.get("vad", ""), request.POST.get("rad", "")
        self.step = request.POST.get("steg", "")
        self.seen = seen_in(request)

    def answer(self) -> HttpResponse:
        if self.step in {"bort", *_MOVES} or self.what in {"angra", "borja"}:
            return self._at_once()
        form, said = self._form()
        if form.is_valid():
            try:
                said()
            except Refused as refusal:
                told_at(form, refusal, AT_OVERHEAD if self.what == _OVERHEAD else AT)
            else:
                return self._done(swedish("Planen är sparad."))
        return _page(self.request, self.year, tried=(self.what, self.row, form))

    def _at_once(self) -> HttpResponse:
        """Do what needs no form: take out, move, take back, begin from an earlier year."""
        try:
            told = self._did()
        except Refused as refusal:
            return _page(self.request, self.year, refusal=refusal)
        return self._done(told)

    def _did(self) -> str:
        if self.what == "angra":
            actions.undo_activities(self.year, by=self.by, seen=self.seen)
            return swedish("Den senaste ändringen är tillbakatagen.")
        if self.what == "borja":
            earlier = questions.earlier_plan(self.year) or self.year
            actions.roll_plan(self.year, earlier, by=self.by, seen=self.seen)
            told = swedish("Planen är påbörjad från {year}. Ändra rad för rad.")
            return told.format(year=parts.ends(earlier))
        if self.step == "bort":
            self._deed(_REMOVALS, actions.remove_planned_activity)(self.year, self.row, by=self.by, seen=self.seen)
            return swedish("Raden är borttagen ur planen.")
        move = self._deed(_MOVING, actions.move_activity)
        move(self.year, self.row, up=_MOVES[self.step], by=self.by, seen=self.seen)
        return swedish("Raden är flyttad.")

    def _deed(self, deeds: Mapping[str, _Deed], otherwise: _Deed) -> _Deed:
        return deeds.get(self.what, otherwise)

    def _form(self) -> tuple[forms.Form, Callable[[], object]]:
        """Return the form that was sent, and what says it through its deed once it is valid."""
        if self.what == _PART:
            return self._part_form()
        if self.what == _OVERHEAD:
            return self._overhead_form()
        if self.what == _SOURCE:
            return self._source_form()
        held = next((one for one in self.plan.activities if one.key == self.row), None)
        form = ActivityForm(self.plan, self.request.POST, held, self.request.POST.get("part", ""))
        return form, lambda: actions.put_planned_activity(
            self.year, form.activity, instead_of=self.row, by=self.by, seen=self.seen
        )

    def _part_form(self) -> tuple[forms.Form, Callable[[], object]]:
        held = self.plan.part(self.row)
        form = PartForm(self.request.POST, held)
        deed = actions.put_part if held else actions.add_part
        return form, lambda: deed(self.year, form.part, by=self.by, seen=self.seen)

    def _overhead_form(self) -> tuple[forms.Form, Callable[[], object]]:
        held = next((one for one in self.plan.overhead if one.label == self.row), None)
        form = OverheadForm(self.request.POST, held)
        return form, lambda: actions.put_overhead(self.year, form.row, instead_of=self.row, by=self.by, seen=self.seen)

    def _source_form(self) -> tuple[forms.Form, Callable[[], object]]:
        form = SourceForm(self.request.POST, self.plan.source)
        return form, lambda: actions.set_plan_source(self.year, form.cleaned_data["source"], by=self.by, seen=self.seen)

    def _done(self, told: str) -> HttpResponse:
        messages.success(self.request, told)
        address = redirect("plan_activities", parts.ends(self.year))
        anchor = {_OVERHEAD: "overhead", _PART: "delar"}.get(self.what, "")
        if anchor:
            address["Location"] += f"#{anchor}"
        return address


def _page(
    request: HttpRequest, year: Period, *, tried: Tried | None = None, refusal: Refused | None = None
) -> HttpResponse:
    asked, actor = questions.plan_asked(year), actor_of(request)
    plan, adopted = asked.plan, asked.life.state is PlanState.ADOPTED
    earlier = questions.earlier_plan(year)
    empty = not (plan.parts or plan.activities or plan.overhead)
    may = actor.may(Deed.PLAN_ACTIVITIES) and not adopted
    told = {
        "year": parts.ends(year),
        "mark": parts.mark(asked.life),
        "back": Link(swedish("Till planen {year}").format(year=parts.ends(year)), f"/plan/{parts.ends(year)}/"),
        "parts": tuple(_part(plan, part, tried) for part in plan.parts),
        "overhead": tuple(_overhead(one, tried) for one in plan.overhead),
        "overhead_sums": tuple(typed_amount(plan.overhead_cost(granted=case)) for case in (False, True)),
        "sum": typed_amount(plan.cost(granted=False)),
        "new_part": _new(tried, _PART) or PartForm(),
        "new_overhead": _new(tried, _OVERHEAD) or OverheadForm(),
        "source": _new(tried, _SOURCE) or SourceForm(held=plan.source),
        "source_held": plan.source,
        "adopted": adopted,
        "empty": empty,
        "may_plan": may,
        "rolls_from": parts.ends(earlier) if earlier and empty and may else None,
        "seen": questions.plan_seen(year),
        "changes": tuple(map(_changed, questions.plan_changes(year))),
        "problems": refusal.problems if refusal else (),
        "lost": tried[2] if tried and not (may and _has_place(tried, plan)) else None,
        "findings": [one for one in asked.findings if one.code.startswith("activity-plan-nobody")],
    }
    return render(request, "plan/activities.html", told, status=_UNPROCESSABLE if tried or refusal else 200)


def _has_place(tried: Tried, plan: ActivityPlan) -> bool:
    """Tell whether the form that could not be taken stands on the page: its row or part may be gone since."""
    what, row, form = tried
    if what == _PART:
        return not row or plan.part(row) is not None
    if what == _OVERHEAD:
        return not row or any(one.label == row for one in plan.overhead)
    if what == _SOURCE:
        return True
    known = any(one.key == row for one in plan.activities)
    return known or (not row and plan.part(form.data.get("part", "")) is not None)


def _new(tried: Tried | None, what: str, row: str = "") -> forms.Form | None:
    return tried[2] if tried and tried[:2] == (what, row) else None


def _part(plan: ActivityPlan, part: PlannedPart, tried: Tried | None) -> dict[str, object]:
    rows = plan.of_part(part.id)
    new = _new(tried, _ROW)
    own = new if new and new.data.get("part") == part.id else None
    form = _new(tried, _PART, part.id)
    return {
        "id": part.id,
        "heading": part.heading,
        "direction": part.direction.in_words,
        "form": form or PartForm(held=part),
        "open": form is not None,
        "rows": tuple(_row(plan, one, tried) for one in rows),
        "participants": swedish_number(plan.part_participants(part.id)),
        "funds": typed_amount(plan.part_funds(part.id)),
        "new": own or ActivityForm(plan, part=part.id),
    }


def _row(plan: ActivityPlan, one: PlannedActivity, tried: Tried | None) -> dict[str, object]:
    form = _new(tried, _ROW, one.key)
    return {
        "key": one.key,
        "label": one.label,
        "performer": one.performer,
        "participants": "" if one.participants is None else swedish_number(one.participants),
        "funds": typed_amount(one.funds),
        "paid_by": one.paid_by,
        "form": form or ActivityForm(plan, held=one),
        "open": form is not None,
    }


def _overhead(one: OverheadRow, tried: Tried | None) -> dict[str, object]:
    form = _new(tried, _OVERHEAD, one.label)
    return {
        "key": one.label,
        "label": one.label,
        "amount": typed_amount(one.amount),
        "with_project": typed_amount(one.cost(granted=True)),
        "form": form or OverheadForm(held=one),
        "open": form is not None,
    }


def _changed(one: PlanChange) -> dict[str, object]:
    return {
        "by": one.said.by,
        "when": day_and_time(one.said.at),
        "changes": tuple(Change(told.label, told.old, told.new) for told in one.changes),
    }


_HERE: Final = "plan/<int:year>/insatser/"
ROUTES: Final = (
    Route(_HERE, "plan_activities", activities, reads=Deed.READ_BOOKS),
    Route(f"{_HERE}andra/", "plan_change", change, does=Deed.PLAN_ACTIVITIES),
)
