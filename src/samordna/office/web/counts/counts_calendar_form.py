"""Which forms say whom to ask for counts, for what, and by when?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django import forms
from django.http import QueryDict

from samordna.domain.activities.naming import id_of
from samordna.domain.participation.code_lists import Code
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.tables import STRUCTURAL, TABLES
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.questions import ActivityToAsk
from samordna.office.web.forms.plan_fields import MonthField

_LONGEST: Final = 200

AT: Final[Mapping[str, str]] = {
    "collecting-due-too-early": "due",
    "collecting-due-too-late": "due",
    "collecting-nothing-asked": "tables",
    "collecting-no-such-table": "tables",
    "collecting-tables-answered": "tables",
}
"""The field that each problem is told at."""


def _day() -> forms.DateField:
    return forms.DateField(
        label=swedish("Sista dag"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


def _tables(keys: Iterable[str], chosen: Iterable[str]) -> forms.MultipleChoiceField:
    choices = [(key, TABLES[key].name) for key in keys if key in TABLES]
    return forms.MultipleChoiceField(
        label=swedish("Tabeller"),
        help_text=swedish("Det som lämnas ut efterfrågas inte av någon av enheterna."),
        choices=choices,
        initial=list(chosen),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def _occasions(held: tuple[Code, ...]) -> forms.CharField:
    return forms.CharField(
        label=swedish("Tillfällen"),
        help_text=swedish("Det som räknas var för sig, ett på varje rad: ACT, JobMatch Talent."),
        initial="\n".join(one.name for one in held),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def _contact(held: str, label: str = "") -> forms.EmailField:
    """Return the field for where a unit is reached; one with a label of its own is among many, and helped once."""
    return forms.EmailField(
        label=label or swedish("Kontakt"),
        help_text="" if label else swedish("Enhetens gemensamma e-postadress, inte en persons. Dit går påminnelser."),
        initial=held,
        required=False,
        max_length=_LONGEST,
    )


def occasions_of(text: str, held: tuple[Code, ...]) -> tuple[Code, ...]:
    """Return the occasions that were typed, each once; one that was there keeps its key whatever stands around it."""
    known = {one.name: one.key for one in held}
    names = dict.fromkeys(name for line in text.splitlines() if (name := line.strip()))
    return tuple(Code(known.get(name) or id_of(name).replace("-", "_") or f"tillfalle_{at}", name)
                 for at, name in enumerate(names, start=1))  # fmt: skip


class MonthsForm(forms.Form):
    """Which months are asked for."""

    first = MonthField(label=swedish("Från och med"))
    last = MonthField(label=swedish("Till och med"))

    def clean(self) -> dict[str, object]:
        """Say when the months are not in order."""
        said: dict[str, object] = super().clean() or self.cleaned_data
        first, last = said.get("first"), said.get("last")
        if isinstance(first, int) and isinstance(last, int) and last < first:
            self.add_error("last", swedish("Den sista månaden är före den första."))
        return said

    @property
    def period(self) -> Period:
        """What was said; ask it of a form that is valid."""
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])


@dataclass(frozen=True, slots=True)
class ActivityFields:
    """An activity of the form: what it is asked, and each unit with whether it is asked and where it is reached."""

    of: ActivityToAsk
    tables: forms.BoundField
    occasions: forms.BoundField | None
    units: tuple[tuple[str, forms.BoundField | None, forms.BoundField | None], ...]


class AskForm(forms.Form):
    """Whom to ask for some months: the units of the register, for what was asked last, by one day."""

    due = _day()

    def __init__(
        self,
        period: Period,
        to_ask: tuple[ActivityToAsk, ...],
        data: QueryDict | None = None,
        *,
        initial: object = None,
    ) -> None:
        super().__init__(data, initial={"due": initial}, label_suffix="")
        self._period, self._to_ask = period, to_ask
        for one in to_ask:
            key = one.activity.key
            self.fields[f"tables-{key}"] = _tables(one.tables, one.chosen)
            if set(one.tables) & set(STRUCTURAL):
                self.fields[f"occasions-{key}"] = _occasions(one.occasions)
            for unit in one.units:
                if not unit.is_asked:
                    name = f"{key}-{unit.unit.key}"
                    self.fields[f"unit-{name}"] = forms.BooleanField(label=unit.unit.name, initial=True, required=False)
                    label = swedish("Kontakt, {unit}").format(unit=unit.unit.name)
                    self.fields[f"contact-{name}"] = _contact(unit.contact, label)

    @property
    def by_activity(self) -> Iterator[ActivityFields]:
        """The activities with their fields."""
        for one in self._to_ask:
            key = one.activity.key
            units = tuple(
                (
                    unit.unit.name,
                    None if unit.is_asked else self[f"unit-{key}-{unit.unit.key}"],
                    None if unit.is_asked else self[f"contact-{key}-{unit.unit.key}"],
                )
                for unit in one.units
            )
            occasions = self[f"occasions-{key}"] if f"occasions-{key}" in self.fields else None
            yield ActivityFields(one, self[f"tables-{key}"], occasions, units)

    @property
    def lines(self) -> tuple[CountsAsked, ...]:
        """What was said; ask it of a form that is valid."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[CountsAsked]:
        said = self.cleaned_data
        for one in self._to_ask:
            key = one.activity.key
            tables = tuple(table for table in one.tables if table in said[f"tables-{key}"])
            occasions = occasions_of(said.get(f"occasions-{key}", ""), one.occasions)
            for unit in one.units:
                name = f"{key}-{unit.unit.key}"
                if not unit.is_asked and said[f"unit-{name}"]:
                    yield CountsAsked(
                        unit.unit, one.activity, self._period, said["due"], tables, occasions, said[f"contact-{name}"]
                    )


class LineForm(forms.Form):
    """A line of the calendar that is changed."""

    due = _day()

    def __init__(self, held: CountsAsked, tables: tuple[str, ...], data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"due": held.due}, label_suffix="")
        self._held, self._tables = held, tables
        self.fields["contact"] = _contact(held.contact)
        self.fields["tables"] = _tables(tables, held.tables)
        if set(tables) & set(STRUCTURAL):
            self.fields["occasions"] = _occasions(held.occasions)

    @property
    def line(self) -> CountsAsked:
        """What was said; ask it of a form that is valid."""
        held, said = self._held, self.cleaned_data
        chosen = tuple(table for table in self._tables if table in said["tables"])
        occasions = occasions_of(said.get("occasions", ""), held.occasions)
        return CountsAsked(held.unit, held.activity, held.period, said["due"], chosen, occasions, said["contact"])
