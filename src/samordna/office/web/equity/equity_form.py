"""Which forms say what equity should be, and what the balance requirement is judged by?"""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.http import QueryDict

from samordna.domain.plan.balance_requirement.judged import Adjustment, AdjustmentKind, Grounds
from samordna.domain.plan.balance_requirement.restoring import (
    YEARS_TO_RESTORE,
    EarlierDeficit,
    RecoveryPlan,
    RecoveryStep,
)
from samordna.domain.plan.balance_requirement.said import Occasion
from samordna.domain.plan.equity.limits import Limit, LimitKind
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office import questions
from samordna.office.web.forms.percent_field import PercentField, typed_percent
from samordna.office.web.forms.plan_fields import AmountField, DayField, typed_amount

_LONGEST: Final = 1_000
_FIRST_YEAR: Final = 1994
_LAST_YEAR: Final = 2099


def fiscal_year(number: int) -> Period:
    """Return the fiscal year that a year's number means: as the books have it, else the calendar year."""
    return questions.plan_year(number) or Period(number * 100 + 1, number * 100 + 12)


class _Form(forms.Form):
    """A form of one thing; ``names`` are the fields that say which, and a held thing keeps."""

    names: tuple[str, ...] = ()

    def __init__(self, where: str, data: QueryDict | None = None, held: Mapping[str, object] | None = None) -> None:
        ids = f"{where}-".replace("%", "%%").replace(" ", "-") + "%s"
        super().__init__(data, initial=dict(held or {}), label_suffix="", auto_id=ids)
        self.is_held = held is not None
        self.held = dict(held or {})
        for name in self.names if self.is_held else ():
            del self.fields[name]

    def said(self, name: str) -> Any:
        """Return what was said in a field, or what the held thing is."""
        return self.held[name] if self.is_held and name in self.names else self.cleaned_data[name]


def _year_field(label: str = swedish("År")) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=_FIRST_YEAR,
        max_value=_LAST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "amount"}),
    )


class LimitForm(_Form):
    """What equity should be from a day on."""

    names = ("kind", "since")
    kind = forms.ChoiceField(
        label=swedish("Gräns"), choices=[(one.value, one.in_words.capitalize()) for one in LimitKind]
    )
    since = DayField(label=swedish("Gäller från"))
    amount = AmountField(label=swedish("Belopp, kr"), required=False)
    share = PercentField(
        label=swedish("Eller andel av årets bidrag, procent"),
        help_text=swedish("Fyll i antingen belopp eller andel."),
        required=False,
    )
    source = forms.CharField(
        label=swedish("Källa"),
        help_text=swedish("Beslutet eller rekommendationen, till exempel Styrelsen § 12."),
        max_length=_LONGEST,
    )

    @property
    def which(self) -> LimitKind:
        """Which way it keeps equity; ask it of a form that is valid."""
        return LimitKind(self.said("kind"))

    @property
    def limit(self) -> Limit:
        """What was said; ask it of a form that is valid."""
        data = self.cleaned_data
        return Limit(self.said("since"), data["source"], data["amount"], data["share"])


def held_limit(kind: LimitKind, limit: Limit) -> Mapping[str, object]:
    """Return what the form of a limit that is there holds."""
    return {
        "kind": kind.value,
        "since": limit.since,
        "amount": typed_amount(limit.amount),
        "share": typed_percent(limit.share),
        "source": limit.source,
    }


class AdjustmentForm(_Form):
    """What adjusts a year's result."""

    names = ("year", "kind")
    year = _year_field()
    kind = forms.ChoiceField(
        label=swedish("Post"), choices=[(one.value, one.name_in_words.capitalize()) for one in AdjustmentKind]
    )
    amount = AmountField(
        label=swedish("Belopp, kr"),
        help_text=swedish("Som det står i resultatet. Bara orealiserade poster kan ha minus: en förlust."),
    )
    source = forms.CharField(
        label=swedish("Källa"), help_text=swedish("Konto, not eller handling."), max_length=_LONGEST
    )

    @property
    def adjustment(self) -> Adjustment:
        """What was said; ask it of a form that is valid."""
        data = self.cleaned_data
        return Adjustment(AdjustmentKind(self.said("kind")), data["amount"], data["source"])


class GroundsForm(_Form):
    """Exceptional grounds that the board has decided."""

    names = ("year", "occasion")
    year = _year_field()
    occasion = forms.ChoiceField(
        label=swedish("Gäller"), choices=[(one.value, one.in_words.capitalize()) for one in Occasion]
    )
    reason = forms.CharField(
        label=swedish("Skäl"),
        help_text=swedish("Vad som gör att underskottet är rimligt, till exempel ett stort eget kapital."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=_LONGEST,
    )
    decision = forms.CharField(
        label=swedish("Beslut"), help_text=swedish("Paragraf eller handling."), max_length=_LONGEST
    )

    @property
    def grounds(self) -> Grounds:
        """What was said; ask it of a form that is valid."""
        return Grounds(self.cleaned_data["reason"], self.cleaned_data["decision"])


class EarlierDeficitForm(_Form):
    """What was left to restore of a year before the first that was read in."""

    names = ("year",)
    year = _year_field(swedish("Underskottets år"))
    amount = AmountField(label=swedish("Kvar att återställa, kr"))
    source = forms.CharField(
        label=swedish("Källa"), help_text=swedish("Årsredovisningen eller beslutet."), max_length=_LONGEST
    )

    @property
    def deficit(self) -> EarlierDeficit:
        """What was said; ask it of a form that is valid."""
        return EarlierDeficit(int(self.said("year")), self.cleaned_data["amount"], self.cleaned_data["source"])


class RecoveryForm(_Form):
    """How a deficit is to be restored within its three years."""

    names = ("year",)
    year = _year_field(swedish("Underskottets år"))
    first = AmountField(label=swedish("Första året efter, kr"), required=False)
    second = AmountField(label=swedish("Andra året efter, kr"), required=False)
    third = AmountField(label=swedish("Tredje året efter, kr"), required=False)
    decision = forms.CharField(
        label=swedish("Beslut"), help_text=swedish("Paragraf eller handling."), max_length=_LONGEST
    )

    @property
    def plan(self) -> RecoveryPlan:
        """What was said; ask it of a form that is valid."""
        year = int(self.said("year"))
        told = ((year + after, self.cleaned_data[name]) for after, name in enumerate(_AFTER, start=1))
        steps = tuple(RecoveryStep(at, amount) for at, amount in told if amount)
        return RecoveryPlan(year, steps, self.cleaned_data["decision"])


_AFTER: Final = ("first", "second", "third")


def held_plan(plan: RecoveryPlan) -> Mapping[str, object]:
    """Return what the form of a recovery plan that is there holds."""
    amounts = {step.year: step.amount for step in plan.steps}
    told = {
        name: typed_amount(amounts.get(plan.deficit_year + after))
        for after, name in zip(range(1, YEARS_TO_RESTORE + 1), _AFTER, strict=True)
    }
    return {"year": plan.deficit_year, **told, "decision": plan.decision}


AT: Final = {
    "equity-limit-without-level": "amount",
    "equity-limit-negative": "amount",
    "equity-limit-without-source": "source",
    "balance-requirement-negative-adjustment": "amount",
    "balance-requirement-adjustment-without-source": "source",
    "balance-requirement-grounds-without-decision": "decision",
    "balance-requirement-earlier-is-nothing": "amount",
    "balance-requirement-earlier-without-source": "source",
    "balance-requirement-plan-without-decision": "decision",
    "balance-requirement-plan-without-steps": "first",
    "balance-requirement-plan-step-negative": "first",
}
"""The field that each problem is told at."""
