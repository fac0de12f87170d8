"""How is what is reported of an activity entered, changed and taken back, line by line?"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.activities.activity import Activity
from samordna.domain.activities.reported import CapacityReported
from samordna.domain.activities.structural import StructuralEvent
from samordna.domain.activities.survey import SurveyResult
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Refused, Severity
from samordna.office import actions, questions
from samordna.office.actions import Actor
from samordna.office.questions import ActivitiesHeld, Said
from samordna.office.web.activities.activity import ACTIVITY, activity_page
from samordna.office.web.activities.activity_lines import Tried, line_key
from samordna.office.web.activities.activity_report_forms import AT, CapacityForm, EventForm
from samordna.office.web.activities.activity_survey_form import SurveyForm
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.routing import Route

V = TypeVar("V", CapacityReported, StructuralEvent, SurveyResult)
F = TypeVar("F", CapacityForm, EventForm, SurveyForm)

NO_SUCH_LINE: Final = ProblemKind(
    "activity-no-such-line",
    Severity.REFUSE,
    swedish("Raden som skulle ändras finns inte längre."),
    swedish("Se i tabellen vad som gäller nu."),
)
_WITHDRAW: Final = "bort"


@dataclass(frozen=True, slots=True)
class _Table(Generic[V, F]):
    """A table of the page of an activity: what it holds, its form, and the deeds that say and take back a line."""

    name: str
    anchor: str
    saved: str
    withdrawn: str
    holds: Callable[[ActivitiesHeld], tuple[Said[V], ...]]
    form: Callable[[Activity, QueryDict, V | None], F]
    say: Callable[[F, str, Actor, int | None], object]
    take_back: Callable[[Said[V], Actor, int | None], None]

    def answer(self, request: HttpRequest, activity_id: str) -> HttpResponse:
        """Do what a form of the table asks for."""
        held = questions.activities_held()
        activity = held.activity(activity_id)
        if activity is None:
            raise Http404(swedish("Insatsen finns inte i registret."))
        line = request.POST.get("rad", "")
        said = next((one for one in self.holds(held) if line_key(one.key, str(one.period)) == line), None)
        if line and said is None:
            return activity_page(request, activity_id, problems=(NO_SUCH_LINE.at(activity.name),))
        if said and request.POST.get("steg") == _WITHDRAW:
            return self._taken_back(request, activity_id, said)
        return self._said(request, activity, line, said)

    def _taken_back(self, request: HttpRequest, activity_id: str, said: Said[V]) -> HttpResponse:
        try:
            self.take_back(said, actor_of(request), seen_in(request))
        except Refused as refusal:
            return activity_page(request, activity_id, problems=refusal.problems)
        return self._back(request, activity_id, self.withdrawn)

    def _said(self, request: HttpRequest, activity: Activity, line: str, said: Said[V] | None) -> HttpResponse:
        form = self.form(activity, request.POST, said.value if said else None)
        if form.is_valid():
            try:
                self.say(form, said.key if said else "", actor_of(request), seen_in(request))
            except Refused as refusal:
                told_at(form, refusal, AT)
            else:
                return self._back(request, activity.id, self.saved)
        return activity_page(request, activity.id, tried=Tried(self.name, line, form))

    def _back(self, request: HttpRequest, activity_id: str, told: str) -> HttpResponse:
        messages.success(request, told)
        return redirect(f"{reverse('activity', args=[activity_id])}#{self.anchor}")


def _capacity_back(said: Said[CapacityReported], by: Actor, seen: int | None) -> None:
    one = said.value
    actions.withdraw_capacity(actions.PerformerMonth(one.activity, one.unit, one.month), by=by, seen=seen)


_CAPACITY: Final[_Table[CapacityReported, CapacityForm]] = _Table(
    "capacity",
    "kapacitet",
    swedish("Kapaciteten är sparad."),
    swedish("Kapaciteten är borttagen."),
    lambda held: held.capacity,
    lambda activity, data, held: CapacityForm(activity, data, held=held),
    lambda form, _, by, seen: actions.report_capacity(form.reported, by=by, seen=seen),
    _capacity_back,
)
_EVENTS: Final[_Table[StructuralEvent, EventForm]] = _Table(
    "events",
    "tillfallen",
    swedish("Tillfället är sparat."),
    swedish("Tillfället är borttaget."),
    lambda held: held.events,
    lambda activity, data, held: EventForm(activity, data, held=held),
    lambda form, key, by, seen: actions.register_event(form.event, instead_of=key, by=by, seen=seen),
    lambda said, by, seen: actions.withdraw_event(said.key, by=by, seen=seen),
)
_SURVEYS: Final[_Table[SurveyResult, SurveyForm]] = _Table(
    "surveys",
    "enkater",
    swedish("Enkätresultatet är sparat."),
    swedish("Enkätresultatet är borttaget."),
    lambda held: held.surveys,
    lambda activity, data, held: SurveyForm(activity, data, held=held),
    lambda form, _, by, seen: actions.enter_survey(form.result, by=by, seen=seen),
    lambda said, by, seen: actions.withdraw_survey(said.key, said.period, by=by, seen=seen),
)


def report_capacity(request: HttpRequest, activity: str) -> HttpResponse:
    """Enter what a performer reports at the end of a month, change it or take it back."""
    return _CAPACITY.answer(request, activity)


def register_event(request: HttpRequest, activity: str) -> HttpResponse:
    """Enter something that was held, change it or take it back."""
    return _EVENTS.answer(request, activity)


def enter_survey(request: HttpRequest, activity: str) -> HttpResponse:
    """Enter the result of a survey, change it or take it back."""
    return _SURVEYS.answer(request, activity)


ROUTES: Final = (
    Route(f"{ACTIVITY}kapacitet/", "report_capacity", report_capacity, does=Deed.REPORT_CAPACITY),
    Route(f"{ACTIVITY}tillfallen/", "register_event", register_event, does=Deed.REGISTER_EVENT),
    Route(f"{ACTIVITY}enkater/", "enter_survey", enter_survey, does=Deed.ENTER_SURVEY),
)
