"""How does somebody type an amount, a month or a decision, and where are they told what is wrong with it?"""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from django import forms

from samordna.domain.plan.budget import Decision
from samordna.domain.values.amount_asked import LARGEST_TYPED
from samordna.domain.values.day import YEARS, likely_day, likely_month
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Month
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import KRONOR, KRONOR_ORE
from samordna.sources.tables.values import amount_of

_LONGEST: Final = 1_000
_NO_AMOUNT: Final = swedish(
    "”{text}” är inget belopp. Skriv kronor med siffror, till exempel 125 000 eller 125 000,50."
)
_LIKELY: Final = f"{YEARS[0]}–{YEARS[-1]}"
_NO_MONTH: Final = swedish(
    "”{text}” är ingen månad. Skriv år och månad, till exempel 2024-08. Åren {years} går att skriva."
)
_FAR_DAY: Final = swedish("Året {year} kan inte vara rätt. Skriv en dag {years}.")


class AmountField(forms.CharField):
    """An amount in kronor as a person types it; clean it is öre, None when nothing is typed."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "amount"})

    def clean(self, value: object) -> Ore | None:
        """Return the öre; says what is no amount."""
        text = str(super().clean(value)).strip()
        if not text:
            return None
        try:
            found = amount_of(text.removesuffix("kr").strip())
        except ValueError as error:
            raise forms.ValidationError(_NO_AMOUNT.format(text=text)) from error
        if found is None or found.rounded or abs(found.ore) > LARGEST_TYPED:
            raise forms.ValidationError(_NO_AMOUNT.format(text=text))
        return found.ore


class _MonthInput(forms.TextInput):
    input_type = "month"


class MonthField(forms.CharField):
    """A month as ``2024-08``; clean it is a ``Month``, None when nothing is typed."""

    widget = _MonthInput(attrs={"placeholder": swedish("ÅÅÅÅ-MM"), "autocomplete": "off"})

    def clean(self, value: object) -> Month | None:
        """Return the month; says what is none."""
        text = str(super().clean(value)).strip()
        if not text:
            return None
        try:
            return likely_month(text)
        except ValueError as error:
            raise forms.ValidationError(_NO_MONTH.format(text=text, years=_LIKELY)) from error


class DayField(forms.DateField):
    """A day as ``2024-08-31``, of a year that a plan can be about; clean it is a date, None when nothing is typed."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def clean(self, value: object) -> dt.date | None:
        """Return the day; says what is none, and which years there are."""
        day: dt.date | None = super().clean(value)
        try:
            return day and likely_day(day)
        except ValueError as error:
            raise forms.ValidationError(_FAR_DAY.format(year=day.year if day else "", years=_LIKELY)) from error


def typed_month(month: Month | None) -> str:
    """Return a month as its field holds it."""
    return f"{month // 100:04d}-{month % 100:02d}" if month else ""


def typed_amount(ore: Ore | None) -> str:
    """Return an amount as its field holds it: whole kronor when it is whole; empty for none."""
    if ore is None:
        return ""
    unit = KRONOR if ore % 100 == 0 else KRONOR_ORE
    return swedish_number(unit.shown(ore), unit.decimals)


class DecisionForm(forms.Form):
    """The decision that a change of a budget rests on."""

    reference = forms.CharField(
        label=swedish("Beslut"), help_text=swedish("Till exempel Styrelsen § 41."), max_length=_LONGEST
    )
    day = DayField(label=swedish("Dag"), required=False)
    reason = forms.CharField(label=swedish("Skäl"), widget=forms.Textarea(attrs={"rows": 2}), max_length=_LONGEST)

    @property
    def decision(self) -> Decision:
        """What was typed; ask it of a form that is valid."""
        said = self.cleaned_data
        day: dt.date | None = said["day"]
        return Decision(said["reference"], said["reason"], day)


def told_at(form: forms.Form, refusal: Refused, fields: Mapping[str, str]) -> None:
    """Put each problem of a refusal at the field that ``fields`` names for its code, else on top of the form."""
    for problem in refusal.problems:
        field = fields.get(problem.code, "")
        form.add_error(field if field in form.fields else None, f"{problem.found} {problem.remedy}")
