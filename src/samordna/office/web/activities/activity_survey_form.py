"""Which form says what staff or partners answered, and how is a result told in words?"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final, TypeVar

from django import forms
from django.http import QueryDict

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.survey import AnswerShare, AskedGroup, SurveyResult
from samordna.domain.values.counted import RawCount
from samordna.domain.values.language import swedish
from samordna.domain.values.money import round_half_away
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.office.web.activities.activity_report_forms import LONGEST, OfActivity, number_field, source_field
from samordna.office.web.forms.plan_fields import MonthField, typed_month
from samordna.sources.plan_files import decimal_of, shares_of

T = TypeVar("T")

_NAME: Final = 200


class SurveyForm(OfActivity):
    """The result of a question that staff or partners answered."""

    asked_group = forms.ChoiceField(
        label=swedish("Tillfrågade"), choices=tuple((one.value, one.in_words.capitalize()) for one in AskedGroup)
    )
    unit = forms.ChoiceField(label=swedish("Utförare"), required=False)
    instrument = forms.CharField(label=swedish("Enkät"), max_length=_NAME)
    question = forms.CharField(
        label=swedish("Frågans beteckning"),
        help_text=swedish("Till exempel F3. Frågans text stannar i enkäten."),
        max_length=_NAME,
    )
    first = MonthField(label=swedish("Från och med"))
    last = MonthField(label=swedish("Till och med"))
    asked = number_field(swedish("Fick frågan"), required=True)
    answered = number_field(swedish("Svarade"), required=True)
    mean = forms.CharField(label=swedish("Medelvärde"), max_length=20, required=False)
    low = number_field(swedish("Skalans lägsta"))
    high = number_field(swedish("Skalans högsta"))
    shares = forms.CharField(
        label=swedish("Andelar, procent"),
        help_text=swedish("Till exempel ja 62,5 / nej 37,5."),
        max_length=LONGEST,
        required=False,
    )
    source = source_field(swedish("Till exempel sammanställningen av enkäten."))

    def __init__(self, activity: Activity, data: QueryDict | None = None, *, held: SurveyResult | None = None) -> None:
        name = f"enkat-{held.key}-{held.period}" if held else "enkat-ny"
        super().__init__(activity, data, name=name, initial=_survey(held) if held else {})
        self._held = held
        if held:
            for field in ("asked_group", "unit", "instrument", "question", "first", "last"):
                del self.fields[field]

    def clean_mean(self) -> Fraction | None:
        """Return the mean; says what is no number."""
        return _read(decimal_of, self.said["mean"])

    def clean_shares(self) -> tuple[AnswerShare, ...]:
        """Return the shares; says what cannot be read."""
        return _read(shares_of, self.said["shares"]) or ()

    def clean(self) -> dict[str, Any]:
        """Return what was said; the months in order."""
        said = super().clean() or self.cleaned_data
        first, last = said.get("first"), said.get("last")
        if first and last and last < first:
            self.add_error("last", swedish("Slutar innan den börjar. Rätta en av månaderna."))
        return said

    @property
    def result(self) -> SurveyResult:
        """What was said; ask it of a form that is valid."""
        said, held = self.said, self._held
        return SurveyResult(
            asked_group=held.asked_group if held else AskedGroup(said["asked_group"]),
            instrument=held.instrument if held else said["instrument"],
            question=held.question if held else said["question"],
            period=held.period if held else Period(said["first"], said["last"]),
            asked=RawCount(said["asked"]),
            answered=RawCount(said["answered"]),
            source=said["source"],
            mean=said["mean"], low=said["low"], high=said["high"], shares=said["shares"],
            activity=self._activity.id,
            unit=held.unit if held else said["unit"],
        )  # fmt: skip


def _read(how: Callable[[str], T], text: str) -> T | None:
    if not text.strip():
        return None
    try:
        return how(text)
    except ValueError as error:
        raise forms.ValidationError(swedish("”{text}”: {reason}.").format(text=text, reason=error)) from error


def decimal_in_words(number: Fraction | None) -> str:
    """Return a number with the decimals it has, at most two: ``4,1``; empty for none."""
    if number is None:
        return ""
    decimals = next((places for places in (0, 1) if (number * 10**places).denominator == 1), 2)
    return swedish_number(round_half_away(number * 10**decimals), decimals)


def shares_in_words(shares: tuple[AnswerShare, ...]) -> str:
    """Return shares as their field holds them."""
    return " / ".join(f"{one.answer} {decimal_in_words(one.percent)}" for one in shares)


def _survey(held: SurveyResult) -> dict[str, object]:
    return {
        "first": typed_month(held.period.first),
        "last": typed_month(held.period.last),
        "asked": held.asked.count,
        "answered": held.answered.count,
        "mean": decimal_in_words(held.mean),
        "low": held.low,
        "high": held.high,
        "shares": shares_in_words(held.shares),
        "source": held.source,
    }
