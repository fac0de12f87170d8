"""Which form says what a goal is told by, and the level that it is held against?"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django import forms
from django.http import QueryDict

from samordna.domain.goals.goal import Course, Indicator, Sense, Target
from samordna.domain.goals.levels import levels_of, typed_levels
from samordna.domain.goals.source import OUTSIDE
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import PERSONS
from samordna.office.questions import SourceChoice

_LONGEST: Final = 1_000
_NAME: Final = 300


class ToldByForm(forms.Form):
    """What a goal is told by: a measure or a line, and the level that it is held against."""

    nothing = swedish("Inget: målet bedöms efter sina delmål")
    source = forms.ChoiceField(label=swedish("Läses av"), required=False)
    outside = forms.CharField(
        label=swedish("Källa utanför systemet"),
        help_text=swedish("Bara för en källa som inte finns här. Målet kan då inte bedömas av systemet."),
        max_length=_NAME,
        required=False,
    )
    activity = forms.ChoiceField(
        label=swedish("Gäller insatsen"), help_text=swedish("Bara för mått ur enheternas siffror."), required=False
    )
    indicator = forms.CharField(
        label=swedish("Indikatorns namn"),
        help_text=swedish("Lämnas det tomt används måttets eller radens eget namn."),
        max_length=_NAME,
        required=False,
    )
    definition = forms.CharField(
        label=swedish("Så räknas den"),
        help_text=swedish("Trycks bredvid siffran. Tomt: måttets egen definition."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=_LONGEST,
        required=False,
    )
    sense = forms.ChoiceField(
        label=swedish("Ska vara"),
        choices=[(one.value, one.in_words.capitalize()) for one in Sense],
        widget=forms.RadioSelect,
        initial=Sense.AT_LEAST.value,
        required=False,
    )
    levels = forms.CharField(
        label=swedish("Målnivå"),
        help_text=swedish(
            "Ett år på varje rad, till exempel 2024 50 % eller 2025 2 000 tkr. Mellan åren räknas en rak linje."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=_LONGEST,
        required=False,
    )
    of_each = forms.BooleanField(label=swedish("Varje enhet ska nå nivån för sig"), required=False)
    grows = forms.BooleanField(
        label=swedish("Siffran växer månad för månad mot årets nivå"),
        help_text=swedish("Till exempel hur många som har startat. Då visas var en rak väg skulle vara."),
        required=False,
    )

    def __init__(
        self,
        choices: Iterable[SourceChoice],
        activities: Mapping[str, str],
        data: QueryDict | None = None,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}), label_suffix="")
        self._known = {one.source: one for one in choices}
        held = str(self.initial.get("source", ""))
        self.offer("source", [("", self.nothing), *_grouped(self._known.values(), held)])
        self.offer("activity", [("", swedish("Alla insatser")), *activities.items()])

    def offer(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        """Let a field choose among something."""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean_levels(self) -> object:
        """Return the levels and their unit; None when nothing is typed. Says what is no level."""
        text = str(self.cleaned_data["levels"])
        if not text.strip():
            return None
        known = self._known.get(self.cleaned_data.get("source", ""))
        try:
            return levels_of(text, known.unit if known else PERSONS)
        except ValueError as error:
            told = str(error)
            raise forms.ValidationError(f"{told[:1].upper()}{told[1:]}.") from error

    def clean(self) -> dict[str, Any]:
        """Ask for a level where something is to be read, and for something to read where there is a level."""
        said = super().clean() or self.cleaned_data
        told_by = said.get("source") or str(said.get("outside") or "").strip()
        if told_by and "levels" in said and said["levels"] is None:
            self.add_error("levels", swedish("Skriv målnivån för minst ett år."))
        if said.get("levels") and not told_by:
            self.add_error("source", swedish("Välj vad målet läses av."))
        return said

    @property
    def told_by(self) -> Indicator | None:
        """What was said that the goal is told by; ask it of a form that is valid."""
        said = self.cleaned_data
        outside = str(said["outside"]).strip()
        known = self._known.get(said["source"])
        source = said["source"] or (f"{OUTSIDE}{outside}" if outside else "")
        if not source:
            return None
        return Indicator(
            source=source,
            name=said["indicator"].strip() or (known.name if known else outside or source),
            definition=said["definition"].strip() or (known.definition if known else ""),
            activity=said["activity"] if known and known.version else "",
            version=known.version if known else 0,
        )

    @property
    def target(self) -> Target | None:
        """The level that was said; ask it of a form that is valid."""
        said = self.cleaned_data
        if said["levels"] is None:
            return None
        levels, unit = said["levels"]
        course = Course.ADDS_UP if said["grows"] else Course.STANDS
        sense = Sense(said["sense"] or Sense.AT_LEAST.value)
        return Target(sense, levels, unit, course, said["of_each"])


def _grouped(choices: Iterable[SourceChoice], held: str) -> list[tuple[str, Any]]:
    """Return what can be chosen, by group; what a goal is told by already is there whatever it is."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in choices:
        groups.setdefault(one.group, []).append((one.source, one.name))
    there = {source for group in groups.values() for source, _ in group}
    own = [(held, held)] if held and held not in there else []
    return [*own, *groups.items()]


def initial_told_by(indicator: Indicator | None, target: Target | None) -> dict[str, object]:
    """Return what the form of what a goal is told by holds."""
    told: dict[str, object] = {}
    if indicator:
        outside = indicator.source.startswith(OUTSIDE)
        told |= {
            "source": "" if outside else indicator.source,
            "outside": indicator.source.removeprefix(OUTSIDE) if outside else "",
            "activity": indicator.activity,
            "indicator": indicator.name,
            "definition": indicator.definition,
        }
    if target:
        told |= {
            "sense": target.sense.value,
            "levels": typed_levels(target.levels, target.unit),
            "of_each": target.of_each,
            "grows": target.course is Course.ADDS_UP,
        }
    return told
