"""Which forms say what is agreed for an activity, and what is reported of it?"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django import forms
from django.http import QueryDict

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.agreed import AgreedNumber, Counted
from samordna.domain.activities.reported import CapacityReported
from samordna.domain.activities.structural import CountingRule, StructuralEvent
from samordna.domain.values.counted import RawCount
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.web.forms.plan_fields import MonthField
from samordna.office.web.forms.whole_field import WholeField
from samordna.sources.plan_files import parts_of

LONGEST: Final = 1_000
"""Characters of a text."""
_NAME: Final = 200
_MOST: Final = 1_000_000
"""More than this is a slip of the hand."""
_WHOLE: Final = swedish("Hela insatsen")

AT: Final[Mapping[str, str]] = {
    "activity-without-source": "source",
    "activity-negative": "number",
    "activity-unknown-unit": "unit",
    "activity-event-without-name": "name",
    "activities-event-exists": "name",
    "activity-ends-before-it-begins": "last",
    "activity-question-is-text": "question",
    "activity-without-instrument": "instrument",
    "activity-more-answered": "answered",
    "activity-no-result": "mean",
    "activity-outside-scale": "mean",
    "activity-nothing-reported": "places",
}
"""The field that each problem is told at."""


def number_field(label: str, *, required: bool = False) -> WholeField:
    """Return a field for a number of people, places or weeks: none is less than zero."""
    return WholeField(label=label, least=0, most=_MOST, required=required)


def _day(label: str, *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), required=required
    )


def source_field(help_text: str) -> forms.CharField:
    """Return the field for what something rests on."""
    return forms.CharField(label=swedish("Källa"), help_text=help_text, max_length=LONGEST)


def _raw(number: int | None) -> RawCount | None:
    return None if number is None else RawCount(number)


def _count(raw: RawCount | None) -> int | None:
    return None if raw is None else raw.count


class OfActivity(forms.Form):
    """A form of an activity; where it has a performer, those of the activity are the choices."""

    def __init__(
        self, activity: Activity, data: QueryDict | None = None, *, name: str, initial: Mapping[str, object]
    ) -> None:
        super().__init__(data, initial=dict(initial), label_suffix="", auto_id=f"{name}-".replace("%", "%%") + "%s")
        self._activity = activity
        field = self.fields.get("unit")
        if isinstance(field, forms.ChoiceField):
            field.choices = tuple(self._units(whole=not field.required))

    def _units(self, *, whole: bool) -> Iterator[tuple[str, str]]:
        yield "", _WHOLE if whole else swedish("Välj utförare")
        for one in self._activity.performers:
            yield one.id, one.unit

    @property
    def said(self) -> Mapping[str, Any]:
        """What was typed."""
        return self.cleaned_data


class AgreedNumberForm(OfActivity):
    """How many a performer is to take in a year, and what the number counts."""

    unit = forms.ChoiceField(label=swedish("Utförare"), required=False)
    year = forms.TypedChoiceField(label=swedish("År"), coerce=int)
    counts = forms.ChoiceField(
        label=swedish("Talet räknar"), choices=tuple((one.value, one.in_words.capitalize()) for one in Counted)
    )
    number = number_field(swedish("Avtalat antal"), required=True)
    budgeted = number_field(swedish("Budgeterat antal"))
    source = source_field(swedish("Avtalet eller planen som talet står i."))

    def __init__(
        self,
        activity: Activity,
        years: tuple[Period, ...],
        data: QueryDict | None = None,
        *,
        held: AgreedNumber | None = None,
        **initial: object,
    ) -> None:
        super().__init__(activity, data, name="avtalat", initial=_agreed(held) if held else initial)
        self._years, self._held = {year.last // 100: year for year in years}, held
        field = self.fields["year"]
        if isinstance(field, forms.ChoiceField):
            field.choices = tuple((name, str(name)) for name in self._years)
        if held:
            for name in ("unit", "year", "counts"):
                del self.fields[name]

    @property
    def agreed(self) -> AgreedNumber:
        """What was said; ask it of a form that is valid."""
        said, held = self.said, self._held
        unit = held.unit if held else said["unit"]
        year = held.year if held else self._years[said["year"]]
        counts = held.counts if held else Counted(said["counts"])
        return AgreedNumber(self._activity.id, unit, year, counts, said["number"], said["source"], said["budgeted"])


def _agreed(held: AgreedNumber) -> dict[str, object]:
    return {"number": held.number, "budgeted": held.budgeted, "source": held.basis}


class CapacityForm(OfActivity):
    """What a performer reports at the end of a month."""

    unit = forms.ChoiceField(label=swedish("Utförare"))
    month = MonthField(label=swedish("Vid slutet av"))
    places = number_field(swedish("Platser"))
    queue = number_field(swedish("Personer i kö"))
    waiting_weeks = number_field(swedish("Väntetid, veckor"))
    source = source_field(swedish("Vem som har lämnat uppgiften, som roll eller dokument."))

    def __init__(
        self, activity: Activity, data: QueryDict | None = None, *, held: CapacityReported | None = None
    ) -> None:
        name = f"kapacitet-{held.unit}-{held.month}" if held else "kapacitet-ny"
        super().__init__(activity, data, name=name, initial=_capacity(held) if held else {})
        self._held = held
        if held:
            del self.fields["unit"], self.fields["month"]

    @property
    def reported(self) -> CapacityReported:
        """What was said; ask it of a form that is valid."""
        said, held = self.said, self._held
        unit, month = (held.unit, held.month) if held else (said["unit"], said["month"])
        queue = _raw(said["queue"])
        return CapacityReported(
            self._activity.id, unit, month, said["places"], queue, said["waiting_weeks"], said["source"]
        )


def _capacity(held: CapacityReported) -> dict[str, object]:
    return {
        "places": held.places,
        "queue": _count(held.queue),
        "waiting_weeks": held.waiting_weeks,
        "source": held.source,
    }


class EventForm(OfActivity):
    """Something that was held for staff and organisations."""

    name = forms.CharField(label=swedish("Vad som hölls"), max_length=_NAME)
    first = _day(swedish("Första dag"))
    last = _day(swedish("Sista dag"), required=False)
    organisations = forms.CharField(
        label=swedish("Organisationer"), help_text=swedish("Med komma emellan."), max_length=LONGEST, required=False
    )
    heads = number_field(swedish("Antal personer"))
    rule = forms.ChoiceField(
        label=swedish("Så räknas de"), choices=tuple((one.value, one.in_words.capitalize()) for one in CountingRule)
    )
    source = source_field(swedish("Till exempel en närvarolista utan namn."))

    def __init__(
        self, activity: Activity, data: QueryDict | None = None, *, held: StructuralEvent | None = None
    ) -> None:
        name = f"tillfalle-{held.key}" if held else "tillfalle-ny"
        super().__init__(activity, data, name=name, initial=_event(held) if held else {})

    @property
    def event(self) -> StructuralEvent:
        """What was said; ask it of a form that is valid."""
        said = self.said
        return StructuralEvent(
            self._activity.id,
            said["name"],
            said["first"],
            said["last"] or said["first"],
            parts_of(said["organisations"]),
            _raw(said["heads"]),
            CountingRule(said["rule"]),
            said["source"],
        )


def _event(held: StructuralEvent) -> dict[str, object]:
    return {
        "name": held.name,
        "first": held.first,
        "last": held.last,
        "organisations": ", ".join(held.organisations),
        "heads": _count(held.heads),
        "rule": held.rule.value,
        "source": held.source,
    }
