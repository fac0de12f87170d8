"""Which forms say what is planned: a part, a row of it, a cost of overhead, a chapter, the decision?"""

import datetime as dt
from typing import Final

from django import forms
from django.http import QueryDict

from samordna.domain.plan.activity_plan.chapters import PlanText
from samordna.domain.plan.activity_plan.planned import (
    ActivityPlan,
    Direction,
    OverheadRow,
    PlannedActivity,
    PlannedPart,
)
from samordna.domain.plan.budget import Decision
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.values.language import swedish
from samordna.office import questions
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.plan_fields import AmountField, DayField, typed_amount

_LONGEST: Final = 1_000
_NAME: Final = 200
_CHAPTER: Final = 20_000
_NO_NUMBER: Final = swedish("”{text}” är inget antal. Skriv ett helt tal med siffror, till exempel 120.")
_SPACES: Final = {ord(sign): None for sign in " \u00a0\u2009\u202f"}


class CountField(forms.CharField):
    """How many somebody plans for; clean it is a whole number, None when nothing is typed."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "amount"})

    def clean(self, value: object) -> int | None:
        """Return the number; says what is none."""
        text = str(super().clean(value)).strip()
        if not text:
            return None
        found = number_of(text.translate(_SPACES).removeprefix("+"))
        below = number_of(text.translate(_SPACES).replace("\u2212", "-").removeprefix("-"))
        if found is None and below is None:
            raise forms.ValidationError(_NO_NUMBER.format(text=text))
        return found if found is not None else -(below or 0)


def _ids(what: str, name: str) -> str:
    """Return how the fields of a row are known on a page with a form a row, whatever signs its name has."""
    plain = "".join(sign if sign.isalnum() else "-" for sign in name)
    return f"{what}-{plain}-".replace("%", "%%") + "%s"


class PartForm(forms.Form):
    """A part of the plan: a heading, and whom its activities are aimed at."""

    heading = forms.CharField(label=swedish("Rubrik"), max_length=_NAME)
    direction = forms.ChoiceField(label=swedish("Inriktning"), choices=[(one.value, one.in_words) for one in Direction])

    def __init__(self, data: QueryDict | None = None, held: PlannedPart | None = None) -> None:
        initial = {"heading": held.heading, "direction": held.direction.value} if held else {}
        super().__init__(data, initial=initial, label_suffix="", auto_id=_ids("del", held.id if held else "ny"))
        self._held = held

    @property
    def part(self) -> PlannedPart:
        """What was said; ask it of a form that is valid. A new part has no id yet."""
        said = self.cleaned_data
        name = self._held.id if self._held else ""
        return PlannedPart(name, said["heading"].strip(), Direction(said["direction"]))


class ActivityForm(forms.Form):
    """A row of the plan: an activity, or what one performer does of it."""

    part = forms.ChoiceField(label=swedish("Del"))
    label = forms.CharField(
        label=swedish("Rad"), help_text=swedish("Insatsens namn, eller utförarens."), max_length=_NAME
    )
    performer = forms.CharField(
        label=swedish("Utförare"),
        help_text=swedish("Tomt när det görs gemensamt för hela området."),
        max_length=_NAME,
        required=False,
    )
    participants = CountField(label=swedish("Antal deltagare"), required=False)
    funds = AmountField(
        label=swedish("Förbundets medel, kr"),
        help_text=swedish("0 när inga behövs; tomt när någon annan betalar."),
        required=False,
    )
    paid_by = forms.CharField(
        label=swedish("Betalas av"),
        help_text=swedish("Bara när någon annan än förbundet betalar."),
        max_length=_NAME,
        required=False,
    )

    def __init__(
        self,
        plan: ActivityPlan,
        data: QueryDict | None = None,
        held: PlannedActivity | None = None,
        part: str = "",
    ) -> None:
        initial = _activity(held) if held else {"part": part}
        name = held.key if held else f"ny-{part}"
        super().__init__(data, initial=initial, label_suffix="", auto_id=_ids("rad", name))
        known = [(one.id, one.heading) for one in plan.parts]
        self.fields["part"] = forms.ChoiceField(label=swedish("Del"), choices=known)

    @property
    def activity(self) -> PlannedActivity:
        """What was said; ask it of a form that is valid."""
        said = self.cleaned_data
        return PlannedActivity(
            said["part"],
            said["label"].strip(),
            said["performer"].strip(),
            said["participants"],
            said["funds"],
            said["paid_by"].strip(),
        )


def _activity(held: PlannedActivity) -> dict[str, object]:
    return {
        "part": held.part,
        "label": held.label,
        "performer": held.performer,
        "participants": "" if held.participants is None else str(held.participants),
        "funds": typed_amount(held.funds),
        "paid_by": held.paid_by,
    }


class OverheadForm(forms.Form):
    """A cost of steering, leading and administration."""

    label = forms.CharField(label=swedish("Kostnad"), max_length=_NAME)
    amount = AmountField(label=swedish("Belopp, kr"))
    with_project = AmountField(
        label=swedish("Med beviljat projekt, kr"),
        help_text=swedish("Bara när kostnaden blir en annan om ett projekt beviljas."),
        required=False,
    )

    def __init__(self, data: QueryDict | None = None, held: OverheadRow | None = None) -> None:
        initial = (
            {
                "label": held.label,
                "amount": typed_amount(held.amount),
                "with_project": typed_amount(held.with_project),
            }
            if held
            else {}
        )
        ids = _ids("overhead", held.label if held else "ny")
        super().__init__(data, initial=initial, label_suffix="", auto_id=ids)

    @property
    def row(self) -> OverheadRow:
        """What was said; ask it of a form that is valid."""
        said = self.cleaned_data
        return OverheadRow(said["label"].strip(), said["amount"], said["with_project"])


class SourceForm(forms.Form):
    """The decision or paper that the plan stands in."""

    source = forms.CharField(
        label=swedish("Planen står i"),
        help_text=swedish("Till exempel Förslag till verksamhetsplan 2026, 12 oktober."),
        max_length=_LONGEST,
        required=False,
    )

    def __init__(self, data: QueryDict | None = None, held: str = "") -> None:
        super().__init__(data, initial={"source": held}, label_suffix="", auto_id="kalla-%s")


class ChapterForm(forms.Form):
    """What is written in a chapter."""

    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 8}), max_length=_CHAPTER, required=False)

    def __init__(self, chapter: str, title: str, asks: str, data: QueryDict | None = None, held: str = "") -> None:
        super().__init__(data, initial={"text": held}, label_suffix="", auto_id=_ids("text", chapter))
        self._chapter = chapter
        self.fields["text"].label, self.fields["text"].help_text = title, asks

    @property
    def said(self) -> PlanText:
        """What was written; ask it of a form that is valid."""
        return PlanText(self._chapter, self.cleaned_data["text"])


class AdoptForm(forms.Form):
    """The decision that a plan is adopted by."""

    reference = forms.CharField(
        label=swedish("Beslut"), help_text=swedish("Till exempel Styrelsen § 56."), max_length=_LONGEST
    )
    day = DayField(label=swedish("Dag"))
    rests_on = forms.ChoiceField(label=swedish("Planen vilar på"))

    def __init__(
        self, states: tuple[AllotmentState, ...], chosen: AllotmentState, data: QueryDict | None = None
    ) -> None:
        super().__init__(data, initial={"rests_on": chosen.value}, label_suffix="", auto_id="anta-%s")
        known = [(one.value, questions.money_in_words(one)) for one in states or (chosen,)]
        self.fields["rests_on"] = forms.ChoiceField(label=swedish("Planen vilar på"), choices=known)

    @property
    def decision(self) -> Decision:
        """What was typed; ask it of a form that is valid."""
        said = self.cleaned_data
        day: dt.date = said["day"]
        return Decision(said["reference"], swedish("Verksamhetsplanen antas"), day)

    @property
    def state(self) -> AllotmentState:
        """The state of the money that was chosen."""
        return AllotmentState(self.cleaned_data["rests_on"])


AT: Final = {
    "activity-plan-heading-twice": "heading",
    "activity-plan-no-name": "label",
    "activity-plan-row-twice": "label",
    "activity-plan-no-such-part": "part",
    "activity-plan-no-decision": "reference",
    "activity-plan-negative": "funds",
    "activity-plan-negative-count": "participants",
    "activity-plan-too-large": "funds",
    "plan-text-too-long": "text",
}
"""The field that each problem is told at; what is not here is told on top of the form."""
AT_OVERHEAD: Final = {**AT, "activity-plan-negative": "amount", "activity-plan-too-large": "amount"}
"""The same in the form of a cost of overhead."""
