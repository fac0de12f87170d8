"""Which sums has somebody stated of the units' counts: entered and taken back, so that a difference is told?"""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.participation.asked import Asked
from samordna.domain.participation.count_table import GENDER_NAMES, Gender, Holds
from samordna.domain.participation.counts_report import Place
from samordna.domain.participation.stated import StatedTotal
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import RawCount
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Confirm, Link
from samordna.office import actions, questions
from samordna.office.questions import CountsHeld, Said
from samordna.office.web.activities.activity_report_forms import number_field
from samordna.office.web.counts import counts_parts as parts
from samordna.office.web.counts.counts_cells import cell_key, place_of
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_WITHDRAW, _RESTORE = "bort", "ater"
_BETWEEN: Final = "|"


class TotalForm(forms.Form):
    """A sum that somebody has stated: of which activity and months, of which cell, how many, and where it stands."""

    of = forms.ChoiceField(label=swedish("Insats och period"))
    row = forms.ChoiceField(label=swedish("Vad som räknas"))
    gender = forms.ChoiceField(
        label=swedish("Kön"),
        choices=[(one.value if one else "total", GENDER_NAMES[one]) for one in (None, *Gender)],
    )
    count = number_field(swedish("Angiven summa"), required=True)
    source = forms.CharField(
        label=swedish("Källa"), help_text=swedish("Där summan står, till exempel delårsrapporten."), max_length=1_000
    )

    def __init__(self, asked: tuple[Asked, ...], data: QueryDict | None = None) -> None:
        super().__init__(data, label_suffix="")
        self._asked = {f"{one.activity.key}{_BETWEEN}{one.period}": one for one in asked}
        self._offer("of", [(key, f"{one.activity.name}, {one.period.in_words}") for key, one in self._asked.items()])
        self._offer("row", _rows(asked))

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean(self) -> dict[str, object]:
        """Say when the activity is not asked what is counted."""
        said: dict[str, object] = super().clean() or self.cleaned_data
        if {"of", "row", "gender"} <= said.keys() and self._place() is None:
            self.add_error("row", swedish("Insatsen är inte ombedd om det för perioden. Välj något den lämnar."))
        return said

    def _place(self) -> Place | None:
        said = self.cleaned_data
        return place_of(f"{said['row']}:{said['gender']}", self._asked[said["of"]])

    @property
    def stated(self) -> StatedTotal:
        """What was said; ask it of a form that is valid."""
        said, place = self.cleaned_data, self._place()
        if place is None:
            raise ValueError(said["row"])
        asked = self._asked[said["of"]]
        return StatedTotal(asked.activity.key, asked.period, place, RawCount(said["count"]), said["source"].strip())


def _rows(asked: tuple[Asked, ...]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the rows of everything that is asked, grouped by table."""
    grouped: dict[str, dict[str, str]] = {}
    for one in asked:
        for table in one.count_tables:
            for place in one.places(table) if table.holds is Holds.COUNTS else ():
                key = cell_key(place).rpartition(":")[0]
                name = one.called(Place(place.table, place.codes)).rpartition(",")[0]
                grouped.setdefault(table.key, {})[key] = name
    return [(TABLES[key].name, list(rows.items())) for key, rows in grouped.items()]


def stated_totals(request: HttpRequest) -> HttpResponse:
    """Show the sums that were stated; enter one, or take one back."""
    held = questions.counts_held()
    if request.method != "POST":
        return _page(request, held, TotalForm(_asked(held)))
    if request.POST.get("steg") == _WITHDRAW:
        return _taken_back(request, held)
    if request.POST.get("steg") == _RESTORE:
        return _entered_again(request, held)
    form = TotalForm(_asked(held), request.POST)
    if form.is_valid():
        try:
            actions.state_total(form.stated, by=actor_of(request))
        except Refused as refusal:
            told_at(form, refusal, {})
        else:
            messages.success(request, swedish("Summan är inlagd. Uppföljningen säger när enheterna inte har den."))
            return redirect("stated_totals")
    return _page(request, held, form)


def _taken_back(request: HttpRequest, held: CountsHeld) -> HttpResponse:
    wanted = request.POST.get("summa", "")
    found = next((one.value for one in held.said_totals if f"{one.key}{_BETWEEN}{one.period}" == wanted), None)
    if found is not None:
        try:
            actions.withdraw_total(found, by=actor_of(request))
        except Refused as refusal:
            return _page(request, held, TotalForm(_asked(held)), refusal.problems)
        messages.success(request, swedish("Den angivna summan är borttagen."))
    return redirect("stated_totals")


def _entered_again(request: HttpRequest, held: CountsHeld) -> HttpResponse:
    wanted = request.POST.get("summa", "")
    gone = questions.totals_taken_back()
    found = next((total for total, one in gone if f"{one.key}{_BETWEEN}{one.period}" == wanted), None)
    if found is not None:
        try:
            actions.state_total(found, by=actor_of(request))
        except Refused as refusal:
            return _page(request, held, TotalForm(_asked(held)), refusal.problems)
        messages.success(request, swedish("Summan är inlagd igen."))
    return redirect("stated_totals")


def _asked(held: CountsHeld) -> tuple[Asked, ...]:
    """Return one of what is asked of each activity and months: the latest first."""
    found: dict[tuple[str, Period], Asked] = {}
    for one in held.awaited:
        found.setdefault((one.asked.activity.key, one.asked.period), held.asked_of(one.asked))
    return tuple(found.values())


def _page(request: HttpRequest, held: CountsHeld, form: TotalForm, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    asked = {(one.activity.key, one.period): one for one in _asked(held)}
    names = {name: one.activity.name for one in asked.values() for name in (one.activity.key, one.activity.name)}
    told = {
        "form": form,
        "problems": problems,
        "totals": tuple(_row(one.value, one, asked, names) for one in held.said_totals),
        "gone": tuple(_row(total, one, asked, names) for total, one in questions.totals_taken_back()),
        "any": bool(asked),
        "back": Link(parts.DESK, reverse("counts")),
        "ask": Link(swedish("Be enheterna om siffror"), reverse("ask_counts")),
    }
    wrong = problems or form.errors
    return render(request, "counts/totals.html", told, status=_UNPROCESSABLE if wrong else 200)


def _row(
    total: StatedTotal, said: Said[Any], asked: Mapping[tuple[str, Period], Asked], names: Mapping[str, str]
) -> dict[str, object]:
    """Return what the page shows of a sum that stands, or that was taken back."""
    key, what = f"{said.key}{_BETWEEN}{said.period}", _called(total, asked)
    activity = names.get(total.activity, total.activity)
    question = swedish("{what}, {activity}, {period}: summan {count} tas bort. Den går att lägga in igen.")
    count = swedish_number(total.count.count)
    return {
        "key": key,
        "activity": activity,
        "period": said.period.in_short,
        "what": what,
        "count": count,
        "source": total.source,
        "told": f"{said.by} {day_and_time(said.at)}",
        "withdraw": Confirm(
            swedish("Ta bort …"),
            question.format(what=what, activity=activity, period=said.period.in_short, count=count),
            reverse("stated_totals"), swedish("Ta bort"), hidden=(("steg", _WITHDRAW), ("summa", key)),
        ),
    }  # fmt: skip


def _called(stated: StatedTotal, asked: Mapping[tuple[str, Period], Asked]) -> str:
    """Return what a stated sum counts, in the words of the association's own lists when it is asked."""
    for (activity, period), one in asked.items():
        if period == stated.period and stated.activity in (activity, one.activity.name):
            return one.called(stated.place)
    return f"{TABLES[stated.place.table].name}, {GENDER_NAMES[stated.place.gender]}"


ROUTES: Final = (
    Route("siffror/angivna-summor/", "stated_totals", stated_totals, reads=Deed.STATE_TOTAL, does=Deed.STATE_TOTAL),
)
