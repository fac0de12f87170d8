"""Which forms say what an agreement is, and take it a step on?"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from django import forms
from django.http import QueryDict

from samordna.domain.plan.agreements.life import AgreementAct, AgreementStep
from samordna.domain.plan.agreements.terms import (
    AgreedNumber,
    AgreedPart,
    AgreementKind,
    Counted,
    Notice,
    ServiceAgreement,
)
from samordna.domain.plan.profile import EVEN, Profile, Shape
from samordna.domain.plan.register import Register, row_in_words
from samordna.domain.plan.rhythm import Rhythm
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.web.forms.plan_fields import AmountField, DayField, MonthField, typed_amount, typed_month
from samordna.office.web.forms.whole_field import WholeField

_LONGEST: Final = 1_000
_SPARE: Final = 2
"""Empty places for sums, besides those that are there."""
_MOST: Final = 40
_DIGITS: Final = 12
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_NO_WEIGHTS: Final = swedish("Skriv heltal med mellanslag, ett för varje månad i året, och minst ett som inte är noll.")
_NO_SUM: Final = swedish("Skriv rad, år och summa, eller lämna alla tre tomma.")

AT: Final[Mapping[str, str]] = {
    "agreement-without-party": "party",
    "agreement-period-backwards": "last",
    "agreement-notice-after-end": "notice_day",
    "agreement-runs-on-without-day": "notice_day",
    "agreement-number-without-count": "counts",
    "agreement-count-without-number": "number",
    "agreement-negative-number": "number",
    "agreement-amended-without-reason": "why",
    "agreement-step-before-the-last": "day",
    "agreement-ends-later": "day",
    "agreement-part-twice": "part-0-row",
    "agreement-part-outside-period": "part-0-year",
    "agreement-weight-outside-period": "part-0-weights",
    "plan-negative-cost": "part-0-amount",
    "plan-number-too-large": "part-0-amount",
    "plan-number-of-unknown-row": "part-0-row",
    "plan-weights-do-not-fit": "part-0-weights",
}
"""The field that each problem is told at."""


def _choices(words: type[AgreementKind | Rhythm | Counted]) -> tuple[tuple[str, str], ...]:
    return tuple((str(one.value), one.in_words.capitalize()) for one in words)


def _day(label: str, help_text: str = "", *, required: bool = False) -> forms.DateField:
    return DayField(label=label, help_text=help_text, required=required)


class AgreementForm(forms.Form):
    """What an agreement says. ``held`` is the one that is changed, or what a new one begins with."""

    party = forms.CharField(label=swedish("Part"), help_text=swedish("Utförare eller leverantör."), max_length=200)
    name = forms.CharField(
        label=swedish("Avser"), help_text=swedish("Till exempel insatsens namn."), max_length=200, required=False
    )
    kind = forms.ChoiceField(label=swedish("Avtal med"), choices=_choices(AgreementKind))
    first = MonthField(label=swedish("Gäller från"))
    last = MonthField(label=swedish("Gäller till och med"))
    rhythm = forms.ChoiceField(label=swedish("Faktureras"), choices=_choices(Rhythm))
    in_advance = forms.BooleanField(label=swedish("I förskott"), required=False)
    notice_day = _day(swedish("Sista dag för uppsägning"))
    runs_on = forms.IntegerField(
        label=swedish("Löper annars vidare, månader"),
        help_text=swedish("Tomt eller 0: avtalet slutar."),
        min_value=0,
        max_value=120,
        required=False,
    )
    number = WholeField(label=swedish("Avtalat antal per år"), most=1_000_000, required=False)
    counts = forms.ChoiceField(
        label=swedish("Vad som räknas"), choices=(("", swedish("Inget antal")), *_choices(Counted)), required=False
    )
    reference = forms.CharField(
        label=swedish("Beslut"), help_text=swedish("Till exempel Styrelsen § 41."), max_length=_LONGEST, required=False
    )
    remark = forms.CharField(
        label=swedish("Anmärkning"), widget=forms.Textarea(attrs={"rows": 2}), max_length=_LONGEST, required=False
    )

    def __init__(
        self,
        register: Register,
        data: QueryDict | None = None,
        *,
        held: ServiceAgreement | None = None,
        new: bool = False,
        signed: bool = False,
    ) -> None:
        super().__init__(data, initial=dict(_initial(held)) if held else {}, label_suffix="")
        self._rows = (
            ("", swedish("Välj rad")),
            *((row.key, row_in_words(row)) for row in register.rows),
        )
        self._add_parts(held.parts if held else ())
        if new:
            self.fields["signed"] = _day(
                swedish("Undertecknat"), swedish("Tomt: avtalet är ett utkast och räknas inte.")
            )
            self.fields["replaces"] = forms.BooleanField(
                label=swedish("Ersätter summor utan avtal på samma rader och år"), required=False, initial=bool(held)
            )
        else:
            if signed:
                self.fields["day"] = _day(swedish("Ändringens dag"))
            self.fields["why"] = forms.CharField(
                label=swedish("Vad ändras, och varför?"),
                widget=forms.Textarea(attrs={"rows": 2}),
                max_length=_LONGEST,
                required=signed,
            )

    def _add_parts(self, parts: tuple[AgreedPart, ...]) -> None:
        sent = sum(1 for name in self.data if name.startswith("part-") and name.endswith("-row"))
        for place in range(max(len(parts) + _SPARE, min(sent, _MOST))):
            one = parts[place] if place < len(parts) else None
            told: dict[str, object] = {
                "row": one.row if one else "",
                "year": one.year.last // 100 if one else None,
                "amount": typed_amount(one.amount) if one else "",
                "weights": " ".join(map(str, one.profile.weights)) if one else "",
            }
            fields = {
                "row": forms.ChoiceField(label=swedish("Rad"), choices=self._rows, required=False),
                "year": forms.IntegerField(
                    label=swedish("År"), min_value=_FIRST_YEAR, max_value=_LAST_YEAR, required=False
                ),
                "amount": AmountField(label=swedish("Summa, kr"), required=False),
                "weights": forms.CharField(label=swedish("Andelar per månad"), max_length=200, required=False),
            }
            for name, field in fields.items():
                field.initial = told[name]
                self.fields[f"part-{place}-{name}"] = field

    @property
    def plain(self) -> Iterator[forms.BoundField]:
        """The fields of what the agreement is, besides its sums and what is said of the change."""
        for field in self.visible_fields():
            if not field.name.startswith("part-") and field.name not in _OF_CHANGE:
                yield field

    @property
    def of_change(self) -> Iterator[forms.BoundField]:
        """The fields that say when and why, or that it is signed."""
        return (field for field in self.visible_fields() if field.name in _OF_CHANGE)

    @property
    def sums(self) -> Iterator[tuple[forms.BoundField, tuple[forms.BoundField, ...]]]:
        """The fields of each sum: its row, and the others."""
        for place in self._places:
            others = tuple(self[f"part-{place}-{name}"] for name in ("year", "amount", "weights"))
            yield self[f"part-{place}-row"], others

    @property
    def _places(self) -> Iterator[int]:
        yield from (
            int(name.split("-")[1]) for name in self.fields if name.startswith("part-") and name.endswith("-row")
        )

    def clean(self) -> dict[str, object]:
        """Say which sums are told in part only, and which weights are none."""
        said: dict[str, object] = super().clean() or self.cleaned_data
        for place in self._places:
            names = [f"part-{place}-{name}" for name in ("row", "year", "amount")]
            told = [said.get(name) not in {None, ""} for name in names]
            if any(told) and not all(told) and not any(name in self.errors for name in names):
                self.add_error(names[told.index(False)], _NO_SUM)
            try:
                _profile(str(said.get(f"part-{place}-weights") or ""))
            except ValueError:
                self.add_error(f"part-{place}-weights", _NO_WEIGHTS)
        return said

    def agreement(self, number: int, year_of: "YearOf") -> ServiceAgreement:
        """Return what was said as an agreement; ask it of a form that is valid."""
        said = self.cleaned_data
        parts = tuple(
            AgreedPart(
                said[f"part-{place}-row"],
                year_of(said[f"part-{place}-year"]),
                said[f"part-{place}-amount"],
                _profile(said[f"part-{place}-weights"]),
            )
            for place in self._places
            if said[f"part-{place}-row"]
        )
        counts = said["counts"]
        return ServiceAgreement(
            number=number,
            party=" ".join(said["party"].split()),
            name=said["name"],
            first=said["first"],
            last=said["last"],
            parts=parts,
            kind=AgreementKind(said["kind"]),
            rhythm=Rhythm(said["rhythm"]),
            in_advance=said["in_advance"],
            notice=Notice(said["notice_day"], said["runs_on"] or 0),
            agreed=AgreedNumber(said["number"], Counted(counts) if counts else None),
            reference=said["reference"],
            remark=said["remark"],
        )

    @property
    def act(self) -> AgreementAct:
        """What was said of a change; ask it of a form that is valid."""
        return AgreementAct(AgreementStep.AMEND, self.cleaned_data.get("day"), self.cleaned_data["why"])


_OF_CHANGE: Final = frozenset({"signed", "replaces", "day", "why"})


class YearOf:
    """Gives the fiscal year that ends in a calendar year: one that is known, else the calendar year itself."""

    def __init__(self, known: Mapping[int, Period]) -> None:
        self._known = known

    def __call__(self, ends: int) -> Period:
        """Return the fiscal year."""
        return self._known.get(ends) or Period(ends * 100 + 1, ends * 100 + 12)


def _profile(text: str) -> Profile:
    """Return how a sum falls on months; raises ``ValueError`` for what are no weights."""
    words = text.split()
    if not words:
        return EVEN
    if any(not (word.isascii() and word.isdigit() and len(word) <= _DIGITS) for word in words):
        raise ValueError(text)
    weights = tuple(map(int, words))
    if not sum(weights):
        raise ValueError(text)
    return Profile(Shape.OWN, weights)


def _initial(held: ServiceAgreement) -> Mapping[str, object]:
    return {
        "party": held.party,
        "name": held.name,
        "kind": held.kind.value,
        "first": typed_month(held.first),
        "last": typed_month(held.last),
        "rhythm": held.rhythm.value,
        "in_advance": held.in_advance,
        "notice_day": held.notice.day,
        "runs_on": held.notice.runs_on or None,
        "number": held.agreed.number,
        "counts": held.agreed.counts.value if held.agreed.counts else "",
        "reference": held.reference,
        "remark": held.remark,
    }


class StepForm(forms.Form):
    """A step in the life of an agreement: which day it is taken, and why."""

    day = _day(swedish("Dag"), required=True)
    why = forms.CharField(
        label=swedish("Kommentar"), widget=forms.Textarea(attrs={"rows": 2}), max_length=_LONGEST, required=False
    )

    def __init__(
        self, step: AgreementStep, data: QueryDict | None = None, *, today: dt.date, sums: bool = False
    ) -> None:
        super().__init__(data, initial={"day": today}, label_suffix="", auto_id=f"{step.name.lower()}-%s")
        self.step = step
        if sums:
            self.fields["replaces"] = forms.BooleanField(
                label=swedish("Ersätter summor utan avtal på samma rader och år"), required=False, initial=True
            )

    @property
    def act(self) -> AgreementAct:
        """The step that was chosen; ask it of a form that is valid."""
        return replace(AgreementAct(self.step), day=self.cleaned_data["day"], why=self.cleaned_data["why"])
