"""Which forms say what was asked for, decided and agreed for a year?"""

from collections.abc import Sequence
from typing import Final

from django import forms
from django.http import QueryDict

from samordna.domain.association.association import Association
from samordna.domain.plan.financing.allotment import FIRST, TRANSITIONS, Allotment, AllotmentState, AllotmentStep
from samordna.domain.plan.financing.year import AgreedAmount, Frame
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.office.web.financing.members_forms import day_field, ids, source_field
from samordna.office.web.forms.plan_fields import AmountField, typed_amount

_STEPS: Final = {
    AllotmentStep.REQUEST_ANEW: swedish("Äskas"),
    AllotmentStep.ANNOUNCE: swedish("Meddelas preliminärt"),
    AllotmentStep.DECIDE: swedish("Beslutas"),
    AllotmentStep.CHANGE: swedish("Ändras"),
    AllotmentStep.WITHDRAW: swedish("Tas tillbaka"),
}
"""What each step is called where somebody chooses it."""


def steps_of(allotment: Allotment | None) -> Sequence[AllotmentStep]:
    """Return the steps that an allotment can take now; those that begin one where there is none."""
    if allotment is None or allotment.state is AllotmentState.WITHDRAWN:
        return tuple(FIRST)
    return tuple(TRANSITIONS[allotment.state])


class AllotmentForm(forms.Form):
    """A step of a group's allotment: the amount, the day, and where that is written."""

    step = forms.ChoiceField(label=swedish("Vad som händer"))
    amount = AmountField(label=swedish("Belopp, kr"))
    day = day_field(swedish("Dag"))
    source = source_field(swedish("Till exempel beslutet eller brevet."))

    def __init__(self, group: str, allotment: Allotment | None, data: QueryDict | None = None) -> None:
        latest = allotment.history[-1] if allotment else None
        initial = {"amount": typed_amount(latest.amount)} if latest else {}
        super().__init__(data, initial=initial, label_suffix="", auto_id=ids("tilldelning", group))
        typed = data.get("step", "") if data else ""
        offered = [one for one in AllotmentStep if one in steps_of(allotment) or one.value == typed]
        choices = [(one.value, _STEPS[one]) for one in offered]  # one that was typed is the deed's to refuse
        self.fields["step"] = forms.ChoiceField(label=swedish("Vad som händer"), choices=choices)
        self.order_fields(("step", "amount", "day", "source"))

    @property
    def chosen(self) -> AllotmentStep:
        """The step that was chosen; ask it of a form that is valid."""
        return AllotmentStep(self.cleaned_data["step"])


class AgreedAmountForm(forms.Form):
    """What a member has agreed to pay for the year."""

    member = forms.ChoiceField(label=swedish("Medlem"))
    amount = AmountField(label=swedish("Belopp för året, kr"))
    source = source_field(swedish("Till exempel överenskommelsen eller beslutet."))

    def __init__(
        self,
        association: Association,
        year: Period,
        data: QueryDict | None = None,
        *,
        held: AgreedAmount | None = None,
    ) -> None:
        name = held.member if held else "ny"
        super().__init__(data, initial=_agreed(held) if held else {}, label_suffix="", auto_id=ids("belopp", name))
        self._held = held
        members = [(one.code, one.name) for one in association.members if one.days_in(year)]
        self.fields["member"] = forms.ChoiceField(label=swedish("Medlem"), choices=members)
        if held:
            del self.fields["member"]
        self.order_fields(("member", "amount", "source"))

    @property
    def agreed(self) -> AgreedAmount:
        """What was said; ask it of a form that is valid."""
        said = self.cleaned_data
        return AgreedAmount(self._held.member if self._held else said["member"], said["amount"], said["source"])


def _agreed(held: AgreedAmount) -> dict[str, object]:
    return {"amount": typed_amount(held.amount), "source": held.source}


class FrameForm(forms.Form):
    """All that is to be paid for the year."""

    amount = AmountField(label=swedish("Ram för året, kr"))
    source = source_field(swedish("Till exempel medlemssamrådet."))

    def __init__(self, data: QueryDict | None = None, *, held: Frame | None = None) -> None:
        initial = {"amount": typed_amount(held.amount), "source": held.source} if held else {}
        super().__init__(data, initial=initial, label_suffix="", auto_id=ids("ram", "ar"))

    @property
    def frame(self) -> Frame:
        """What was said; ask it of a form that is valid."""
        amount: Ore = self.cleaned_data["amount"]
        return Frame(amount, self.cleaned_data["source"])


AT: Final = {
    "financing-allotment-not-in-that-state": "step",
    "financing-not-a-first-step": "step",
    "financing-allotment-out-of-order": "day",
    "financing-negative-amount": "amount",
    "plan-number-too-large": "amount",
    "financing-without-source": "source",
    "financing-agreed-with-unknown": "member",
}
"""The field that each problem is told at."""
