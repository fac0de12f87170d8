"""Which forms say what a goal is, what was decided when its source had ended, and what the board says of them all?"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import forms
from django.http import QueryDict

from samordna.domain.activities.naming import id_of
from samordna.domain.goals.deciding import Decision
from samordna.domain.goals.goal import Goal, GoalKind, Indicator
from samordna.domain.goals.overall import OverallWords
from samordna.domain.values.language import swedish
from samordna.office.questions import SourceChoice
from samordna.office.web.goals.goal_source_form import ToldByForm, initial_told_by

_LONGEST: Final = 1_000
_NAME: Final = 300
_FIRST_YEAR, _LAST_YEAR = 2000, 2099

AT: Final[Mapping[str, str]] = {
    "goal-without-name": "name",
    "goal-unknown-parent": "parent",
    "goal-under-itself": "parent",
    "goal-backwards": "until",
    "goal-level-twice": "levels",
    "goal-other-unit": "levels",
    "goal-not-of-units": "of_each",
    "goal-line-unknown": "source",
    "goal-source-unknown": "source",
    "goal-ended-without-why": "why",
    "goal-decided-without-decision": "decision",
    "goal-decided-before": "since",
    "goal-decided-without-source": "levels",
    "goal-words-missing": "words",
    "goal-words-without-decision": "decision",
}
"""The field that each problem is told at."""


def _year(label: str) -> forms.IntegerField:
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "amount"})
    return forms.IntegerField(label=label, min_value=_FIRST_YEAR, max_value=_LAST_YEAR, widget=widget)


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class GoalForm(ToldByForm):
    """What a goal is. ``held`` is the one that is changed, None for a new one; its id stays as it is."""

    name = forms.CharField(
        label=swedish("Mål"), help_text=swedish("Som det är beslutat."), widget=forms.Textarea(attrs={"rows": 2}),
        max_length=_NAME,
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=swedish("Slag"),
        choices=[(one.value, one.in_words.capitalize()) for one in GoalKind],
        widget=forms.RadioSelect,
        initial=GoalKind.OPERATIONAL.value,
    )
    parent = forms.ChoiceField(label=swedish("Delmål till"), required=False)
    since = _year(swedish("Från år"))
    until = _year(swedish("Till och med år"))
    decision = forms.CharField(
        label=swedish("Beslut"), help_text=swedish("Dag och paragraf, eller handlingen."), max_length=_LONGEST
    )
    ended = forms.DateField(
        label=swedish("Källan upphörde"),
        help_text=swedish("Fylls i när uppgifterna som målet mäts med inte kommer längre: dagen då det började."),
        widget=_day(),
        required=False,
    )
    why = forms.CharField(label=swedish("Varför källan upphörde"), max_length=_LONGEST, required=False)
    field_order = ("name", "kind", "parent", "since", "until", "decision")

    def __init__(
        self,
        choices: Iterable[SourceChoice],
        activities: Mapping[str, str],
        goals: Iterable[Goal],
        data: QueryDict | None = None,
        held: Goal | None = None,
    ) -> None:
        self._held = held
        super().__init__(choices, activities, data, _initial(held) if held else None)
        others = [(goal.id, goal.name) for goal in goals if held is None or goal.id != held.id]
        self.offer("parent", [("", swedish("Inget, det står för sig")), *others])

    @property
    def goal(self) -> Goal:
        """What was said; ask it of a form that is valid."""
        said, held, told_by = self.cleaned_data, self._held, self.told_by
        name = " ".join(said["name"].split())
        if told_by and (said["ended"] or said["why"]):
            told_by = _ended(told_by, said)
        return Goal(
            id=held.id if held else id_of(name),
            name=name,
            kind=GoalKind(said["kind"]),
            since=said["since"],
            until=said["until"],
            decision=said["decision"].strip(),
            parent=said["parent"],
            indicator=told_by,
            target=self.target,
            decided=held.decided if held else (),
        )


def _ended(indicator: Indicator, said: Mapping[str, Any]) -> Indicator:
    return Indicator(
        indicator.source, indicator.name, indicator.definition, said["ended"], said["why"].strip(),
        indicator.activity, indicator.version,
    )  # fmt: skip


def _initial(goal: Goal) -> dict[str, object]:
    indicator = goal.indicator
    return {
        "name": goal.name,
        "kind": goal.kind.value,
        "parent": goal.parent,
        "since": goal.since,
        "until": goal.until,
        "decision": goal.decision,
        "ended": indicator.ended if indicator else None,
        "why": indicator.why if indicator else "",
        **initial_told_by(indicator, goal.target),
    }


_OTHER, _ENDS = "annat", "utgar"


class SourceDecisionForm(ToldByForm):
    """What was decided of a goal whose source has ended."""

    nothing = swedish("Inte valt")
    what = forms.ChoiceField(
        label=swedish("Beslutet"),
        choices=[
            (_OTHER, swedish("Målet läses av något annat")),
            (_ENDS, swedish("Målet utgår")),
        ],
        widget=forms.RadioSelect,
    )
    since = forms.DateField(label=swedish("Gäller från"), widget=_day())
    decision = forms.CharField(
        label=swedish("Vilket beslut"),
        help_text=swedish("Till exempel Styrelsen § 41, 2024-09-20."),
        max_length=_LONGEST,
    )
    field_order = ("what", "since", "decision")

    def __init__(
        self,
        goal: Goal,
        choices: Iterable[SourceChoice],
        activities: Mapping[str, str],
        data: QueryDict | None = None,
    ) -> None:
        ended = goal.indicator.ended if goal.indicator else None
        told = {**initial_told_by(None, goal.target), "since": ended}
        super().__init__(choices, activities, data, told)

    def clean(self) -> dict[str, Any]:
        """Ask for what the goal is told by only when it is to be told by something."""
        if self.cleaned_data.get("what") == _ENDS:
            return self.cleaned_data
        said = super().clean()
        if not said.get("source") and not said.get("outside"):
            self.add_error("source", swedish("Välj vad målet ska läsas av."))
        return said

    @property
    def said(self) -> Decision:
        """What was decided; ask it of a form that is valid."""
        said = self.cleaned_data
        ends = said["what"] == _ENDS
        told_by, target = (None, None) if ends else (self.told_by, self.target)
        return Decision(said["since"], said["decision"], told_by, target)


class OverallForm(forms.Form):
    """What the board says of sound financial management."""

    words = forms.CharField(
        label=swedish("Styrelsens bedömning"), widget=forms.Textarea(attrs={"rows": 4}), max_length=4_000
    )
    decision = forms.CharField(
        label=swedish("Beslut"), help_text=swedish("Sammanträdets dag och paragraf."), max_length=_LONGEST
    )

    def __init__(self, data: QueryDict | None = None, held: OverallWords | None = None) -> None:
        initial = {"words": held.words, "decision": held.decision} if held else {}
        super().__init__(data, initial=initial, label_suffix="")

    @property
    def said(self) -> OverallWords:
        """What was said; ask it of a form that is valid."""
        return OverallWords(self.cleaned_data["words"], self.cleaned_data["decision"])
