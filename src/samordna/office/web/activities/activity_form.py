"""Which form says what an activity is?"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict

from samordna.domain.activities.activity import Activity, Performer
from samordna.domain.activities.classification import (
    CATEGORY_LISTS,
    MARKS,
    Direction,
    EsfFinancing,
    FollowUpMethod,
)
from samordna.domain.activities.mixed import MIXED_IN_WORDS
from samordna.domain.activities.naming import id_of
from samordna.domain.values.language import swedish
from samordna.office.web.forms.plan_fields import MonthField, typed_month
from samordna.office.web.forms.whole_field import WholeField

_LONGEST: Final = 1_000
_NAME: Final = 200
_SPARE: Final = 2
"""Empty places for performers, besides those that are there."""
_MOST: Final = 60
_MORE: Final = "fler"
"""The button for another row."""
_PARTS: Final = ("unit", "member", "municipality", "only_from", "rows", "since", "until")
_ENDS: Final = {"youngest": "oldest", "shortest": "longest", "first": "last"}
_MIXED: Final = "mixed"
_STAYS: Final = swedish("Går inte att ändra när insatsen är registrerad i Uppföljning Finsam.")
_OTHER_DIRECTION: Final = swedish("Kategorin hör till den andra inriktningen. Välj en av dem som hör till den du valt.")

AT: Final[Mapping[str, str]] = {
    "activity-without-name": "name",
    "activity-name-taken": "name",
    "activity-without-source": "source",
    "activity-ends-before-it-begins": "last",
    "activity-unknown-category": "category",
    "activity-choices-become-fixed": "confirmed",
    "activity-choice-is-fixed": "direction",
}
"""The field that each problem is told at."""


def _categories(direction: Direction) -> tuple[tuple[str, str], ...]:
    """Return the choices of a direction; a value has its direction, since both have some of the same categories."""
    lists = [one.categories for one in CATEGORY_LISTS if one.direction is direction]
    return tuple((f"{direction.value}.{key}", words) for each in lists for key, words in each.items())


_CATEGORIES: Final = (
    ("", swedish("Inte vald")),
    *((direction.in_words.capitalize(), _categories(direction)) for direction in Direction),
)


def _number(label: str) -> WholeField:
    return WholeField(label=label, required=False)


class ActivityForm(forms.Form):
    """What an activity is. ``held`` is the one that is changed, None for a new one; its id stays as it is."""

    name = forms.CharField(label=swedish("Namn"), max_length=_NAME)
    direction = forms.ChoiceField(label=swedish("Inriktning"), widget=forms.RadioSelect, help_text=_STAYS)
    category = forms.ChoiceField(label=swedish("Kategori"), choices=_CATEGORIES, required=False)
    other_category = forms.ChoiceField(
        label=swedish("Kategori för den strukturövergripande delen"),
        help_text=swedish("Bara för en blandad insats."),
        choices=(("", swedish("Inte vald")), *_categories(Direction.STRUCTURAL)),
        required=False,
    )
    marks = forms.MultipleChoiceField(
        label=swedish("Märkning"), choices=tuple(MARKS.items()), widget=forms.CheckboxSelectMultiple, required=False
    )
    parties = forms.MultipleChoiceField(
        label=swedish("För parterna"),
        help_text=swedish("Vilka parters behov insatsen är för: minst två."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    target_group = forms.CharField(
        label=swedish("Målgrupp"), widget=forms.Textarea(attrs={"rows": 2}), max_length=_LONGEST, required=False
    )
    youngest = _number(swedish("Från ålder"))
    oldest = _number(swedish("Till och med ålder"))
    shortest = _number(swedish("Minst antal veckor"))
    longest = _number(swedish("Högst antal veckor"))
    methods = forms.CharField(
        label=swedish("Metoder"), help_text=swedish("Med komma emellan."), max_length=_LONGEST, required=False
    )
    follow_up = forms.ChoiceField(
        label=swedish("Uppföljningsmetod"),
        choices=tuple((one.value, one.in_words.capitalize()) for one in FollowUpMethod),
        help_text=_STAYS,
    )
    esf = forms.ChoiceField(
        label=swedish("ESF-finansiering"),
        choices=tuple((one.value, one.in_words.capitalize()) for one in EsfFinancing),
        help_text=_STAYS,
    )
    first = MonthField(label=swedish("Pågår från"))
    last = MonthField(label=swedish("Pågår till och med"), required=False)
    rows = forms.CharField(
        label=swedish("Kostnadsställen"),
        help_text=swedish("De som ingen utförare nedan har. Koder med mellanslag, till exempel 3001 3005."),
        max_length=_LONGEST,
        required=False,
    )
    source = forms.CharField(
        label=swedish("Källa"),
        help_text=swedish("Till exempel verksamhetsplanen eller ett beslut."),
        max_length=_LONGEST,
    )
    registered = forms.DateField(
        label=swedish("Registrerad i Uppföljning Finsam"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )
    confirmed = forms.BooleanField(
        label=swedish("Inriktning, uppföljningsmetod och ESF-finansiering är kontrollerade"),
        help_text=swedish("Bekräftas när dagen fylls i: efter registreringen går de tre valen inte att ändra."),
        required=False,
    )

    def __init__(
        self,
        parties: Mapping[str, str],
        data: QueryDict | None = None,
        *,
        held: Activity | None = None,
        like: Activity | None = None,
        members: Mapping[str, str] | None = None,
    ) -> None:
        shown = held or like
        self._members = dict(members or {})
        super().__init__(data, initial=dict(_initial(shown)) if shown else {}, label_suffix="")
        self._held = held
        directions = tuple((one.value, one.in_words.capitalize()) for one in Direction)
        mixed = () if held else ((_MIXED, MIXED_IN_WORDS.capitalize()),)
        self._choices("direction", (*directions, *mixed))
        self._choices("parties", tuple(parties.items()))
        if held:
            del self.fields["other_category"]
        if held and held.registered:
            del self.fields["confirmed"]
            for name in ("direction", "follow_up", "esf"):
                self.fields[name].disabled = True
        self._add_performers(shown.performers if shown else ())

    def _choices(self, name: str, choices: tuple[tuple[str, str], ...]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def _add_performers(self, held: tuple[Performer, ...]) -> None:
        sent = sum(1 for name in self.data if name.startswith("performer-") and name.endswith("-unit"))
        wanted = sent + 1 if self.wants_more else sent
        for place in range(max(len(held) + _SPARE, min(wanted, _MOST))):
            one = held[place] if place < len(held) else Performer("")
            texts = (
                ("unit", swedish("Enhet"), one.unit),
                ("member", swedish("Medlem"), one.member),
                ("municipality", swedish("Kommun"), one.municipality),
                ("only_from", swedish("Tar bara emot från (kommun)"), one.only_from),
                ("rows", swedish("Kostnadsställen"), " ".join(one.rows)),
            )
            for part, label, said in texts:
                name = f"performer-{place}-{part}"
                self.fields[name] = forms.CharField(label=label, max_length=_NAME, required=False, initial=said)
            self._offer_members(f"performer-{place}-member")
            for part, label, month in (
                ("since", swedish("Från"), one.since),
                ("until", swedish("Till och med"), one.until),
            ):
                name = f"performer-{place}-{part}"
                self.fields[name] = MonthField(label=label, required=False, initial=typed_month(month))

    def _offer_members(self, name: str) -> None:
        """Let a member be chosen where there are any; what somebody has written that is none stays a choice."""
        if not self._members:
            return
        field = self.fields[name]
        codes = {told: code for code, told in self._members.items()}
        field.initial = codes.get(field.initial, field.initial)
        told = [one for one in (field.initial, self.data.get(name, "")) if one and one not in self._members]
        choices = [("", swedish("Ingen vald")), *self._members.items(), *((one, one) for one in dict.fromkeys(told))]
        field.widget = forms.Select(choices=choices)

    @property
    def wants_more(self) -> bool:
        """Tell whether it was sent to get another row for a performer, and not to be kept."""
        return _MORE in self.data

    def full_clean(self) -> None:
        """Find what is wrong; nothing is said of a form that is only to have another row."""
        if self.wants_more:
            self._errors, self.cleaned_data = ErrorDict(), {}
        else:
            super().full_clean()

    def is_valid(self) -> bool:
        """Tell whether it can be kept."""
        return not self.wants_more and super().is_valid()

    def clean(self) -> dict[str, Any]:
        """Return what was said, a category only of the direction that was chosen."""
        said = super().clean() or self.cleaned_data
        direction, chosen = said.get("direction", ""), said.get("category", "")
        wanted = Direction.INDIVIDUAL.value if direction == _MIXED else direction
        if chosen and wanted and not chosen.startswith(f"{wanted}."):
            self.add_error("category", _OTHER_DIRECTION)
        return said

    @property
    def plain(self) -> Iterator[tuple[forms.BoundField, ...]]:
        """The fields besides those of performers, those that are two ends of one thing together."""
        for field in self.visible_fields():
            if field.name in _ENDS:
                yield field, self[_ENDS[field.name]]
            elif field.name not in _ENDS.values() and not field.name.startswith("performer-"):
                yield (field,)

    @property
    def performers(self) -> Iterator[tuple[forms.BoundField, ...]]:
        """The fields of each performer."""
        for place in range(_MOST + _SPARE):
            if f"performer-{place}-unit" in self.fields:
                yield tuple(self[f"performer-{place}-{part}"] for part in _PARTS)

    @property
    def is_mixed(self) -> bool:
        """Tell whether it is both individual and structural; ask it of a form that is valid."""
        return bool(self.cleaned_data["direction"] == _MIXED)

    @property
    def structural_category(self) -> str:
        """The category of the structural half of a mixed activity."""
        return _key(self.cleaned_data["other_category"])

    @property
    def is_confirmed(self) -> bool:
        """Tell whether the choices that stay are said to be right."""
        return bool(self.cleaned_data.get("confirmed"))

    @property
    def activity(self) -> Activity:
        """What was said; ask it of a form that is valid. A mixed one is told as individual."""
        said = self.cleaned_data
        direction = Direction.INDIVIDUAL if self.is_mixed else Direction(said["direction"])
        plain = ("name", "first", "last", "source", "target_group", "registered")
        numbers = ("youngest", "oldest", "shortest", "longest")
        told = Activity(
            id=self._held.id if self._held else id_of(said["name"]),
            direction=direction,
            category=_key(said["category"]),
            marks=tuple(said["marks"]),
            parties=tuple(said["parties"]),
            methods=tuple(part.strip() for part in said["methods"].split(",") if part.strip()),
            follow_up=FollowUpMethod(said["follow_up"]),
            esf=EsfFinancing(said["esf"]),
            performers=tuple(self._performers_said()),
            rows=tuple(said["rows"].split()),
            **{name: said[name] for name in (*plain, *numbers)},
        )
        return replace(told, other_half=self._held.other_half) if self._held else told

    def _performers_said(self) -> Iterator[Performer]:
        for place in range(_MOST + _SPARE):
            said: dict[str, Any] = {part: self.cleaned_data.get(f"performer-{place}-{part}") for part in _PARTS}
            if any(said.values()):
                yield Performer(
                    said["unit"], said["member"], said["municipality"], said["since"], said["until"],
                    tuple(said["rows"].split()), said["only_from"],
                )  # fmt: skip


def _key(category: str) -> str:
    return category.partition(".")[2]


def _initial(held: Activity) -> Iterator[tuple[str, object]]:
    for name in ("name", "target_group", "youngest", "oldest", "shortest", "longest", "source", "registered"):
        yield name, getattr(held, name)
    yield "direction", held.direction.value
    yield "category", f"{held.direction.value}.{held.category}" if held.category else ""
    yield "marks", list(held.marks)
    yield "parties", list(held.parties)
    yield "methods", ", ".join(held.methods)
    yield "follow_up", held.follow_up.value
    yield "esf", held.esf.value
    yield "first", typed_month(held.first)
    yield "last", typed_month(held.last)
    yield "rows", " ".join(held.rows)
