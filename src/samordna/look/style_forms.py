"""Which forms does the style page show: fields of every kind, as they come and as they come back?"""

from typing import Any, Final

from django import forms

from samordna.domain.values.language import swedish
from samordna.look import style_parts
from samordna.look.parts import Act, Choice, Confirm, Drop, Picker

_HERE: Final = style_parts.HERE

_LONG: Final = swedish("samma period 2023, som den var känd den 12 september 2023")
"""A choice that is wider than a phone."""


class ExampleForm(forms.Form):
    """A field of every kind."""

    name = forms.CharField(label=swedish("Förbundets namn"), help_text=swedish("Som det står i förbundsordningen."))
    email = forms.EmailField(label=swedish("E-post"), required=False)
    day = forms.DateField(label=swedish("Beslutsdag"), widget=forms.DateInput(attrs={"type": "date"}))
    role = forms.ChoiceField(label=swedish("Roll"), choices=(("e", swedish("ekonom")), ("r", swedish("revisor"))))
    reason = forms.CharField(label=swedish("Skäl"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    paper = forms.FileField(label=swedish("Underlag"), help_text=swedish("PDF eller bild, högst 10 MB."))
    unit = forms.ChoiceField(
        label=swedish("Enhet"),
        choices=(("kr", swedish("kronor")), ("tkr", swedish("tusental kronor"))),
        widget=forms.RadioSelect,
    )
    sure = forms.BooleanField(label=swedish("Jag har läst varningarna"))


def context() -> dict[str, Any]:
    """Return the part of the style page's context that is filled in, chosen and sent."""
    units = (Choice("kr", "kr", current=True, href=_HERE), Choice("tkr", "tkr", href=_HERE))
    return {
        "form": ExampleForm(auto_id="prov_%s"),
        "wrong_form": ExampleForm({"name": "", "email": "inte en adress", "unit": "kr"}, auto_id="fel_%s"),
        "drop": _drop(),
        "wrong_drop": _wrong_drop(),
        "confirm": _confirm(),
        "pickers": (
            Picker("period", swedish("Period"), _choices(swedish("jan–aug 2024"), swedish("jan–juli 2024"))),
            Picker("jamfor", swedish("Jämför med"), _choices(_LONG, swedish("inget"))),
        ),
        "segments": Picker("enhet", swedish("Enhet"), units),
        "acts": (
            Act(swedish("Ångra"), _HERE),
            move(swedish("Till rad"), _choices(swedish("Övriga kostnader"), swedish("Arvoden"))),
        ),
    }


def move(choose: str, choices: tuple[Choice, ...]) -> Act:
    """Return a small deed that moves something to one of ``choices``."""
    return Act(swedish("Flytta"), _HERE, choices=choices, choose=choose)


def _choices(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(label, label, current=i == 0) for i, label in enumerate(labels))


def _drop() -> Drop:
    return Drop(
        _HERE,
        swedish("Släpp SIE-filer här"),
        swedish("Typ 4 eller 1. Inget ändras förrän du har sett vad filerna innehåller."),
        swedish("Lämna in"),
        accept=".se,.si,.sie",
    )


def _wrong_drop() -> Drop:
    return Drop(
        _HERE,
        swedish("Lägg till underlag"),
        swedish("PDF, PNG eller JPEG, högst 10 MB."),
        swedish("Lägg till"),
        name="paper",
        many=False,
        errors=(swedish("Filen är 14 MB. Högst 10 MB kan tas emot: spara den med lägre upplösning."),),
    )


def _confirm() -> Confirm:
    return Confirm(
        swedish("Ta ur bruk"),
        swedish("Ska inläsning 3 tas ur bruk? Inläsning 2 gäller då i stället. Inget raderas."),
        _HERE,
        swedish("Ta ur bruk"),
        reason_label=swedish("Skäl"),
    )
