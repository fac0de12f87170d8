"""By which keys are packets of the units' own programs known: entered, changed, withdrawn?"""

from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.participation.collecting.unit_key import UnitKey
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Act, Link
from samordna.office import actions, questions
from samordna.office.web.counts import counts_parts as parts
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.routing import Route
from samordna.sources.counts import public_key

_UNPROCESSABLE: Final = 422
_WITHDRAW: Final = "bort"
_AT: Final = {"collecting-no-public-key": "public"}


class KeyForm(forms.Form):
    """A unit's public key."""

    unit = forms.ChoiceField(label=swedish("Enhet"))
    key = forms.CharField(
        label=swedish("Nyckelns namn"), help_text=swedish("Som det står i enhetens program."), max_length=100
    )
    public = forms.CharField(
        label=swedish("Öppen nyckel"),
        help_text=swedish("Den öppna nyckeln i base64. Den hemliga lämnar aldrig enheten."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, units: tuple[tuple[str, str], ...], data: QueryDict | None = None) -> None:
        super().__init__(data, label_suffix="")
        field = self.fields["unit"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", swedish("Välj enhet")), *units]

    @property
    def said(self) -> UnitKey:
        """What was said; ask it of a form that is valid."""
        told = self.cleaned_data
        return UnitKey(told["key"].strip(), told["unit"], public_key(told["public"]))


def unit_keys(request: HttpRequest) -> HttpResponse:
    """Show the keys that hold; enter one, or withdraw one."""
    units = parts.units_of(questions.counts_held().awaited)
    if request.method != "POST":
        return _page(request, KeyForm(units))
    by = actor_of(request)
    if request.POST.get("steg") == _WITHDRAW:
        key = request.POST.get("nyckel", "")
        try:
            actions.withdraw_unit_key(key, by=by)
        except Refused as refusal:
            return _page(request, KeyForm(units), refusal.problems)
        messages.success(request, swedish("Nyckeln {key} är borttagen.").format(key=mask(key)))
        return redirect("unit_keys")
    form = KeyForm(units, request.POST)
    if form.is_valid():
        try:
            actions.keep_unit_key(form.said, by=by)
        except Refused as refusal:
            told_at(form, refusal, _AT)
        else:
            messages.success(request, swedish("Nyckeln är inlagd: paket som är underskrivna med den tas emot."))
            return redirect("unit_keys")
    return _page(request, form)


def _page(request: HttpRequest, form: KeyForm, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    held = questions.counts_held()
    names = dict(parts.units_of(held.awaited))
    told = {
        "form": form,
        "problems": problems,
        "keys": tuple(
            {
                "id": one.key,
                "unit": names.get(one.value.unit, one.value.unit),
                "told": f"{one.by} {day_and_time(one.at)}",
                "act": Act(swedish("Ta bort"), reverse("unit_keys"), (("steg", _WITHDRAW), ("nyckel", one.key))),
            }
            for one in held.keys
        ),
        "units": bool(names),
        "back": Link(parts.DESK, reverse("counts")),
        "ask": Link(swedish("Be enheterna om siffror"), reverse("ask_counts")),
    }
    wrong = problems or form.errors
    return render(request, "counts/keys.html", told, status=_UNPROCESSABLE if wrong else 200)


ROUTES: Final = (Route("siffror/nycklar/", "unit_keys", unit_keys, reads=Deed.KEEP_UNIT_KEY, does=Deed.KEEP_UNIT_KEY),)
