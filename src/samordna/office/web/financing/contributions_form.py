"""Which forms say by which rules contributions are asked for, and take requisitions a step on?"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from django import forms
from django.http import QueryDict

from samordna.domain.plan.contributions.requisition import WANTS_REASON, RequisitionAct, RequisitionStep
from samordna.domain.plan.contributions.rules import (
    END_OF_MONTH,
    ContributionRules,
    DueDay,
    DueIn,
    GroupRule,
    LedgerRule,
)
from samordna.domain.plan.rhythm import Rhythm
from samordna.domain.values.language import swedish
from samordna.office.web.forms.plan_fields import DayField

_LONGEST: Final = 1_000
_SPARE: Final = 2
_MOST: Final = 40

AT: Final[Mapping[str, str]] = {
    "requisition-step-before-the-last": "day",
    "requisition-without-reason": "why",
    "contribution-rule-without-account": "ledger-0-accounts",
    "contribution-account-twice": "ledger-0-accounts",
    "contribution-who-twice": "ledger-0-who",
}
"""The field that each problem is told at."""

_RHYTHMS: Final = tuple((rhythm.value, rhythm.in_words.capitalize()) for rhythm in Rhythm)
_DUE: Final = tuple((due.value, due.in_words.capitalize()) for due in DueIn)


class DayForm(forms.Form):
    """The day that something is done with requisitions."""

    day = DayField(label=swedish("Dag"))

    def __init__(self, name: str, data: QueryDict | None = None, *, today: dt.date) -> None:
        super().__init__(data, initial={"day": today}, label_suffix="", auto_id=f"{name}-%s")


class RequisitionStepForm(DayForm):
    """A step of one requisition: its day, and why where that has to be said."""

    why = forms.CharField(
        label=swedish("Kommentar"), widget=forms.Textarea(attrs={"rows": 2}), max_length=_LONGEST, required=False
    )

    def __init__(self, step: RequisitionStep, data: QueryDict | None = None, *, today: dt.date) -> None:
        super().__init__(step.value, data, today=today)
        self.step = step
        if step in WANTS_REASON:
            self.fields["why"].required = True
            self.fields["why"].label = swedish("Varför?")

    @property
    def act(self) -> RequisitionAct:
        """What was said; ask it of a form that is valid."""
        return RequisitionAct(self.step, self.cleaned_data["day"], self.cleaned_data["why"])


class RulesForm(forms.Form):
    """How groups are asked, and where the ledger has what they pay.

    ``groups`` are the paying groups by id and name, with their members by code and name; ``""`` is everybody else.
    """

    def __init__(
        self,
        groups: Mapping[str, tuple[str, Mapping[str, str]]],
        held: ContributionRules,
        data: QueryDict | None = None,
    ) -> None:
        super().__init__(data, label_suffix="")
        self._groups = groups
        for place, (group, (_, members)) in enumerate(groups.items()):
            self._add_group(place, held.of(group), members)
        sent = sum(1 for name in self.data if name.startswith("ledger-") and name.endswith("-accounts"))
        for place in range(max(len(held.ledger) + _SPARE, min(sent, _MOST))):
            self._add_ledger(place, held.ledger[place] if place < len(held.ledger) else None)

    def _add_group(self, place: int, held: GroupRule, members: Mapping[str, str]) -> None:
        fields: dict[str, forms.Field] = {
            "rhythm": forms.ChoiceField(label=swedish("Begärs"), choices=_RHYTHMS, initial=held.rhythm.value),
            "day": forms.IntegerField(
                label=swedish("Förfaller, dag"), min_value=1, max_value=END_OF_MONTH, initial=held.due.day
            ),
            "month": forms.ChoiceField(label=swedish("I vilken månad"), choices=_DUE, initial=held.due.month.value),
        }
        if members:
            choices = (("", swedish("Var och en för sig")), *members.items())
            fields["through"] = forms.ChoiceField(
                label=swedish("Betalas genom"), choices=choices, initial=held.through, required=False
            )
        for name, field in fields.items():
            self.fields[f"group-{place}-{name}"] = field

    def _add_ledger(self, place: int, held: LedgerRule | None) -> None:
        told = {
            "who": (swedish("Vilka"), ", ".join(held.who) if held else ""),
            "accounts": (swedish("Konton"), ", ".join(held.accounts) if held else ""),
            "centre": (swedish("Kostnadsställe"), held.cost_centre if held else ""),
        }
        for name, (label, initial) in told.items():
            self.fields[f"ledger-{place}-{name}"] = forms.CharField(
                label=label, max_length=_LONGEST, required=False, initial=initial
            )

    @property
    def groups(self) -> Iterator[tuple[str, tuple[forms.BoundField, ...]]]:
        """The fields of each group with its name."""
        for place, (name, _) in enumerate(self._groups.values()):
            names = (f"group-{place}-{one}" for one in ("rhythm", "day", "month", "through"))
            yield name, tuple(self[one] for one in names if one in self.fields)

    @property
    def ledger(self) -> Iterator[tuple[forms.BoundField, ...]]:
        """The fields of each rule of the ledger."""
        for place in self._ledger_places:
            yield tuple(self[f"ledger-{place}-{name}"] for name in ("who", "accounts", "centre"))

    @property
    def _ledger_places(self) -> Iterator[int]:
        yield from (int(name.split("-")[1]) for name in self.fields if name.endswith("-accounts"))

    @property
    def rules(self) -> ContributionRules:
        """What was said; ask it of a form that is valid."""
        said = self.cleaned_data
        groups = tuple(
            GroupRule(
                group,
                Rhythm(said[f"group-{place}-rhythm"]),
                DueDay(said[f"group-{place}-day"], DueIn(said[f"group-{place}-month"])),
                said.get(f"group-{place}-through", ""),
            )
            for place, group in enumerate(self._groups)
        )
        ledger = tuple(
            LedgerRule(_listed(said[f"ledger-{place}-accounts"]), who, centre)
            for place in self._ledger_places
            for who in [_listed(said[f"ledger-{place}-who"])]
            for centre in [said[f"ledger-{place}-centre"].strip()]
            if who or centre or said[f"ledger-{place}-accounts"].strip()
        )
        return ContributionRules(groups, ledger)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(",") if one.strip())
