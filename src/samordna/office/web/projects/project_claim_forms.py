"""Which forms claim money of a project's grant, and tell what became of a claim?"""

from typing import Any, Final

from django import forms
from django.http import QueryDict

from samordna.domain.plan.projects.claim import Claim, ClaimEntry, ClaimState, ClaimStep, claim_steps
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.web.forms.plan_fields import AmountField, MonthField, typed_amount, typed_month
from samordna.office.web.projects.project_forms import MonthsForm, day_field

_LONGEST: Final = 1_000
_WITH_AMOUNT: Final = frozenset({ClaimStep.APPROVE, ClaimStep.PAY})


class ClaimForm(MonthsForm):
    """A claim: for which months, which costs, how much of the grant."""

    first = MonthField(label=swedish("Från och med"))
    last = MonthField(label=swedish("Till och med"))
    actual = AmountField(label=swedish("Faktiska kostnader, kr"), required=False)
    flat_rate = AmountField(label=swedish("Schablonkostnader, kr"), required=False)
    time = AmountField(label=swedish("Deltagarnas tid, kr"), required=False)
    amount = AmountField(label=swedish("Sökt belopp, kr"))
    day = day_field(swedish("Dag"))
    source = forms.CharField(
        label=swedish("Källa"), help_text=swedish("Till exempel ansökans nummer."), max_length=_LONGEST, required=False
    )

    def __init__(self, project: str, suggested: Period | None, data: QueryDict | None = None) -> None:
        months = {"first": typed_month(suggested.first), "last": typed_month(suggested.last)} if suggested else {}
        super().__init__(data, initial=months, label_suffix="", auto_id="ansokan-%s")
        self._project = project

    @property
    def claim(self) -> Claim:
        """The claim that was told of; ask it of a form that is valid. Its number is given when it is entered."""
        said = self.cleaned_data
        entry = ClaimEntry(ClaimState.CLAIMED, said["amount"], said["day"], said["source"].strip())
        actual, flat_rate, time = (said[name] or 0 for name in ("actual", "flat_rate", "time"))
        return Claim(self._project, 0, said["period"], actual, flat_rate, time, (entry,))


class ClaimStepForm(forms.Form):
    """What became of a claim."""

    step = forms.ChoiceField(label=swedish("Vad som har hänt"))
    amount = AmountField(
        label=swedish("Belopp, kr"),
        help_text=swedish("Det som är godkänt eller utbetalt. Behövs inte när den avslås eller tas tillbaka."),
        required=False,
    )
    day = day_field(swedish("Dag"))
    source = forms.CharField(label=swedish("Källa"), max_length=_LONGEST, required=False)

    def __init__(self, claim: Claim, data: QueryDict | None = None) -> None:
        shown = {"amount": typed_amount(claim.history[-1].amount)}
        super().__init__(data, initial=shown, label_suffix="", auto_id=f"ansokan-{claim.number}-%s")
        steps = tuple((one.value, one.in_words.capitalize()) for one in claim_steps(claim))
        self.fields["step"] = forms.ChoiceField(label=swedish("Vad som har hänt"), choices=steps)
        self._claim = claim

    def clean(self) -> dict[str, Any]:
        """Say that what is approved or paid needs an amount."""
        said = super().clean() or self.cleaned_data
        step = said.get("step")
        if step and ClaimStep(step) in _WITH_AMOUNT and "amount" in said and said["amount"] is None:
            self.add_error("amount", swedish("Skriv beloppet som är godkänt eller utbetalt."))
        return said

    @property
    def taken(self) -> ClaimStep:
        """The step; ask it of a form that is valid."""
        return ClaimStep(self.cleaned_data["step"])

    @property
    def told(self) -> dict[str, Any]:
        """Its amount, day and source; what is rejected or taken back keeps the amount it had."""
        said = self.cleaned_data
        amount = said["amount"] if self.taken in _WITH_AMOUNT else self._claim.history[-1].amount
        return {"amount": amount, "day": said["day"], "source": said["source"].strip()}


AT: Final = {
    "claim-above-grant": "amount",
    "claim-of-nothing": "amount",
    "claim-approved-above": "amount",
    "claim-overlaps": "first",
    "project-outside-its-months": "last",
    "claim-day-before": "day",
    "claim-not-in-that-state": "step",
}
"""The field that each problem is told at."""
