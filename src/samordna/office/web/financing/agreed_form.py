"""Which forms say what is agreed for a row, and what a party contributes?"""

from collections.abc import Mapping
from typing import Final

from django import forms
from django.http import QueryDict

from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.profile import EVEN, Profile, Shape
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.web.forms.plan_fields import AmountField, typed_amount

_LONGEST: Final = 1_000
_NO_WEIGHTS: Final = swedish(
    "Skriv {count} heltal med mellanslag, ett för varje månad, och minst ett som inte är noll."
)


class AgreedForm(forms.Form):
    """What an agreement says that a row costs in a year."""

    amount = AmountField(label=swedish("Summa för året, kr"))
    weights = forms.CharField(
        label=swedish("Andelar per månad"),
        help_text=swedish("Tomt är jämnt. Kvartalsvis skrivs 0 0 1 0 0 1 0 0 1 0 0 1."),
        max_length=200,
        required=False,
    )
    performer = forms.CharField(label=swedish("Utförare"), max_length=200, required=False)
    source = forms.CharField(
        label=swedish("Avtal"), help_text=swedish("Vilket avtal det är."), max_length=_LONGEST, required=False
    )

    def __init__(self, year: Period, row: str, data: QueryDict | None = None, held: AgreedSum | None = None) -> None:
        super().__init__(data, initial=dict(_agreed(held)) if held else {}, label_suffix="", auto_id=_ids("avtal", row))
        self._year, self._row = year, row

    def clean_weights(self) -> Profile:
        """Return how the sum falls on the months."""
        text = str(self.cleaned_data["weights"]).split()
        if not text:
            return EVEN
        weights = tuple(int(one) for one in text if one.isascii() and one.isdigit() and len(one) <= _DIGITS)
        if len(weights) != len(text) or len(weights) != len(self._year.months) or not sum(weights):
            raise forms.ValidationError(_NO_WEIGHTS.format(count=len(self._year.months)))
        return Profile(Shape.OWN, weights)

    @property
    def agreed(self) -> AgreedSum:
        """What was said; ask it of a form that is valid."""
        said = self.cleaned_data
        return AgreedSum(self._row, self._year, said["amount"], said["weights"], said["performer"], said["source"])


_DIGITS: Final = 12


def _ids(what: str, name: str) -> str:
    """Return how the fields of a line are known on a page that has one form a line, whatever signs its name has."""
    return f"{what}-{name}-".replace("%", "%%") + "%s"


def _agreed(held: AgreedSum) -> Mapping[str, object]:
    return {
        "amount": typed_amount(held.amount),
        "weights": " ".join(map(str, held.profile.weights)),
        "performer": held.performer,
        "source": held.source,
    }


class ContributionForm(forms.Form):
    """What a party pays for a year."""

    party = forms.CharField(label=swedish("Part"), max_length=200)
    amount = AmountField(label=swedish("Bidrag för året, kr"))
    expected = AmountField(
        label=swedish("I prognosen, kr"),
        help_text=swedish("Bara när prognosen räknar med ett annat belopp."),
        required=False,
    )
    source = forms.CharField(
        label=swedish("Källa"), help_text=swedish("Till exempel parternas beslut."), max_length=_LONGEST, required=False
    )

    def __init__(self, year: Period, data: QueryDict | None = None, held: Contribution | None = None) -> None:
        ids = _ids("bidrag", held.party if held else "ny")
        super().__init__(data, initial=dict(_contribution(held)) if held else {}, label_suffix="", auto_id=ids)
        self._year, self._held = year, held
        if held:
            del self.fields["party"]

    @property
    def contribution(self) -> Contribution:
        """What was said; ask it of a form that is valid."""
        said = self.cleaned_data
        party = self._held.party if self._held else said["party"]
        return Contribution(party, self._year, said["amount"], said["source"], said["expected"])


def _contribution(held: Contribution) -> Mapping[str, object]:
    return {
        "amount": typed_amount(held.amount),
        "expected": typed_amount(held.expected),
        "source": held.source,
    }


AT: Final = {
    "plan-contribution-without-party": "party",
    "plan-party-exists": "party",
    "plan-number-too-large": "amount",
    "plan-negative-cost": "amount",
    "plan-contribution-is-nothing": "amount",
}
"""The field that each problem is told at."""
