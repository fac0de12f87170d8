"""Which form says what a row of the register is?"""

from collections.abc import Iterator, Mapping
from typing import Final

from django import forms
from django.http import QueryDict

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.register import (
    BudgetLine,
    CostCentre,
    EarlierCode,
    Kind,
    Merge,
    Register,
    RegisterRow,
    row_in_words,
)
from samordna.domain.values.language import swedish
from samordna.office.web.forms.plan_fields import MonthField, typed_month

_LONGEST: Final = 1_000
_CODE: Final = 60
_SPARE: Final = 2
"""Empty places for earlier codes, besides those that are there."""
_PARTS: Final = ("code", "project", "first", "last")

LINE: Final = "budgetrad"
"""What a form of a line of the budget is called in an address."""

KINDS: Final = tuple((kind.value, kind.in_words.capitalize()) for kind in Kind)

AT: Final[Mapping[str, str]] = {
    "plan-row-without-name": "name",
    "plan-row-without-code": "code",
    "plan-already-placed": "code",
    "plan-code-malformed": "code",
    "plan-line-is-cost-centre": "code",
    "plan-row-twice": "code",
    "plan-ends-before-it-begins": "valid_to",
    "plan-unknown-group": "group",
}
"""The field that each problem is told at."""


class RowForm(forms.Form):
    """What a row is. ``held`` is the row that is changed, None for a new one; a key that is there stays as it is."""

    code = forms.CharField(label=swedish("Kod"), max_length=_CODE)
    project = forms.CharField(
        label=swedish("Projekt"),
        help_text=swedish("Bara när kostnadsstället delas på projekt: raden är då den del som har projektet."),
        max_length=_CODE,
        required=False,
    )
    name = forms.CharField(
        label=swedish("Namn"), help_text=swedish("Så som det ska stå i uppföljningen."), max_length=200
    )
    group = forms.ChoiceField(label=swedish("Grupp"))
    kind = forms.ChoiceField(label=swedish("Slag"), choices=KINDS)
    responsible = forms.CharField(
        label=swedish("Ansvarig"),
        help_text=swedish("En roll, till exempel Förbundschef."),
        max_length=200,
        required=False,
    )
    performer = forms.CharField(
        label=swedish("Utförare"), help_text=swedish("Till exempel kommunen."), max_length=200, required=False
    )
    valid_from = MonthField(label=swedish("Används från"), required=False)
    valid_to = MonthField(label=swedish("Används till och med"), required=False)
    remark = forms.CharField(
        label=swedish("Anmärkning"),
        help_text=swedish("Trycks som fotnot till raden."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=_LONGEST,
        required=False,
    )

    def __init__(
        self,
        register: Register,
        data: QueryDict | None = None,
        *,
        held: RegisterRow | None = None,
        line: bool = False,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(data, initial={**(_initial(held) if held else {}), **(initial or {})}, label_suffix="")
        self._held, self._line = held, line or isinstance(held, BudgetLine)
        self.groups = tuple((group.id, group.name) for group in register.groups)
        self.fields["group"] = forms.ChoiceField(label=swedish("Grupp"), choices=self.groups)
        if held:
            del self.fields["code"], self.fields["project"]
        if self._line:
            for name in ("project", "performer"):
                self.fields.pop(name, None)
            if "code" in self.fields:
                self.fields["code"].label = swedish("Kort eget ord")
                self.fields["code"].help_text = swedish("Till exempel investeringar. Inget kostnadsställe har det.")
        else:
            self._add_earlier(held.earlier if isinstance(held, CostCentre) else ())

    def _add_earlier(self, earlier: tuple[EarlierCode, ...]) -> None:
        sent = sum(1 for name in self.data if name.startswith("earlier-") and name.endswith("-code"))
        for place in range(max(len(earlier) + _SPARE, min(sent, 50))):
            one = earlier[place] if place < len(earlier) else None
            self.fields[f"earlier-{place}-code"] = forms.CharField(
                label=swedish("Tidigare kod"), max_length=_CODE, required=False, initial=one.code if one else ""
            )
            self.fields[f"earlier-{place}-project"] = forms.CharField(
                label=swedish("Projekt"), max_length=_CODE, required=False, initial=one.project if one else ""
            )
            for end, label, month in (
                ("first", swedish("Räknas från"), one.first if one else None),
                ("last", swedish("Räknas till och med"), one.last if one else None),
            ):
                self.fields[f"earlier-{place}-{end}"] = MonthField(
                    label=label, required=False, initial=typed_month(month)
                )

    @property
    def held_in_words(self) -> Iterator[tuple[str, str]]:
        """Each field with what it says of the row that is held, as it would be sent."""
        for name, field in self.fields.items():
            yield name, str(self.get_initial_for_field(field, name) or "")

    def in_words(self, name: str, sent: str) -> str:
        """Return what a person calls what is sent of a field: the words of a choice."""
        choices = {"group": dict(self.groups), "kind": dict(KINDS)}.get(name, {})
        return str(choices.get(sent, sent))

    @property
    def plain(self) -> Iterator[forms.BoundField]:
        """The fields besides those of earlier codes."""
        return (field for field in self.visible_fields() if not field.name.startswith("earlier-"))

    @property
    def earlier(self) -> Iterator[tuple[forms.BoundField, ...]]:
        """The fields of each earlier code."""
        for place in range(len(self.fields)):
            if f"earlier-{place}-code" in self.fields:
                yield tuple(self[f"earlier-{place}-{part}"] for part in _PARTS)

    @property
    def row(self) -> RegisterRow:
        """What was said; ask it of a form that is valid."""
        said = self.cleaned_data
        told = {name: said[name] for name in ("name", "group", "responsible", "remark", "valid_from", "valid_to")}
        kind, code = Kind(said["kind"]), self._held.code if self._held else said["code"]
        if self._line:
            return BudgetLine(key=self._held.key if self._held else code, kind=kind, **told)
        project = self._held.project if isinstance(self._held, CostCentre) else said["project"]
        earlier = tuple(self._earlier_said())
        return CostCentre(code, project=project, kind=kind, performer=said["performer"], earlier=earlier, **told)

    def _earlier_said(self) -> Iterator[EarlierCode]:
        said = self.cleaned_data
        for place in range(len(self.fields)):
            code = said.get(f"earlier-{place}-code")
            if code:
                rest = (said[f"earlier-{place}-{part}"] for part in _PARTS[1:])
                yield EarlierCode(code, *rest)


def _initial(row: RegisterRow) -> dict[str, object]:
    told: dict[str, object] = {
        "name": row.name,
        "group": row.group,
        "kind": row.kind.value,
        "responsible": row.responsible,
        "remark": row.remark,
        "valid_from": typed_month(row.valid_from),
        "valid_to": typed_month(row.valid_to),
    }
    return {**told, "performer": row.performer} if isinstance(row, CostCentre) else told


_TOLD: Final = {
    "both": frozenset({Scenario.ACTUAL, Scenario.BUDGET}),
    "actual": frozenset({Scenario.ACTUAL}),
    "budget": frozenset({Scenario.BUDGET}),
}
TOLD_IN_WORDS: Final = {
    "both": swedish("utfall och budget"), "actual": swedish("utfall"), "budget": swedish("budget"),
}  # fmt: skip


class MergeForm(forms.Form):
    """Which rows a year tells together."""

    rows = forms.MultipleChoiceField(label=swedish("Rader"), widget=forms.CheckboxSelectMultiple, required=False)
    year = forms.IntegerField(label=swedish("År"), min_value=1900, max_value=2199)
    scenarios = forms.ChoiceField(label=swedish("Vad de delar"), choices=tuple(TOLD_IN_WORDS.items()))
    remark = forms.CharField(
        label=swedish("Anmärkning"),
        help_text=swedish("Till exempel: Har tidigare redovisats tillsammans."),
        max_length=_LONGEST,
        required=False,
    )

    def __init__(self, register: Register, data: QueryDict | None = None, *, year: int | None = None) -> None:
        super().__init__(data, initial={"year": year}, label_suffix="", prefix="merge")
        field = self.fields["rows"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(row.key, row_in_words(row)) for row in register.rows]

    @property
    def merge(self) -> Merge:
        """What was said; ask it of a form that is valid."""
        said = self.cleaned_data
        return Merge(tuple(said["rows"]), said["year"], _TOLD[said["scenarios"]], said["remark"])


def merge_in_words(merge: Merge) -> str:
    """Return what rows told together share."""
    return next(TOLD_IN_WORDS[name] for name, held in _TOLD.items() if held == merge.scenarios & _TOLD["both"])
