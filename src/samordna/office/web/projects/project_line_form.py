"""Which form tells a line of a project's budget: a cost, who pays, what it moves from the office, an advance?"""

import hashlib
from dataclasses import replace
from typing import Any, Final, TypeAlias

from django import forms
from django.http import QueryDict

from samordna.domain.plan.projects.checks import percent
from samordna.domain.plan.projects.co_financing import CoFinancing, CoFinancingKind
from samordna.domain.plan.projects.costs import BudgetedCost, CostKind
from samordna.domain.plan.projects.project import Advance, ExternalProject, OverheadShare, StaffMove
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.web.forms.percent_field import PercentField
from samordna.office.web.forms.plan_fields import AmountField, typed_amount
from samordna.office.web.projects.project_forms import day_field

ProjectLine: TypeAlias = BudgetedCost | CoFinancing | StaffMove | OverheadShare | Advance
"""A line of a project's budget, whatever it tells of."""

STAFF: Final = "staff"
OVERHEAD: Final = "overhead"
ADVANCE: Final = "advance"

KINDS: Final = {
    CostKind.ACTUAL.value: swedish("Faktisk kostnad"),
    CostKind.FLAT_RATE.value: swedish("Schablonkostnad"),
    CoFinancingKind.MONEY.value: swedish("Medfinansiering i pengar"),
    CoFinancingKind.TIME.value: swedish("Medfinansiering i deltagarnas tid"),
    CoFinancingKind.OWN.value: swedish("Förbundets egna medel"),
    STAFF: swedish("Personal som flyttas från kansliet"),
    OVERHEAD: swedish("Projektets del av gemensamma kostnader"),
    ADVANCE: swedish("Förskott från finansiären"),
}
"""What a line can tell of, by what its field sends."""

_NEEDED: Final = swedish("Detta fält måste fyllas i.")


class ProjectLineForm(forms.Form):
    """A line of a project's budget."""

    kind = forms.ChoiceField(label=swedish("Vad raden är"), choices=tuple(KINDS.items()))
    year = forms.TypedChoiceField(label=swedish("År"), coerce=int, required=False)
    label = forms.CharField(
        label=swedish("Benämning"),
        help_text=swedish("Kostnadens namn, vem som betalar, eller koden på raden som personalen lämnar."),
        max_length=200,
        required=False,
    )
    amount = AmountField(label=swedish("Belopp, kr"), required=False)
    percent = PercentField(
        label=swedish("Schablon, %"), help_text=swedish("I stället för belopp, för en schablonkostnad."), required=False
    )
    base = forms.CharField(
        label=swedish("Schablonen räknas på"),
        help_text=swedish("Årets kostnader med de namnen, kommatecken emellan. Tomt: alla faktiska kostnader."),
        max_length=400,
        required=False,
    )
    hours = forms.IntegerField(
        label=swedish("Timmar"),
        help_text=swedish("I stället för belopp, för deltagarnas tid."),
        min_value=0,
        max_value=10_000_000,
        required=False,
    )
    rate = AmountField(label=swedish("Kronor i timmen"), required=False)
    to = forms.CharField(
        label=swedish("Personalen flyttas till raden"),
        help_text=swedish("Projektets rad, om den är känd."),
        max_length=60,
        required=False,
    )
    plan_row = forms.CharField(
        label=swedish("Raden i verksamhetsplanen"),
        help_text=swedish("Vad personalen står som i planens overhead, om det är något annat."),
        max_length=200,
        required=False,
    )
    day = day_field(swedish("Dag för förskottet"), required=False)

    def __init__(
        self, project: ExternalProject, key: str, data: QueryDict | None = None, held: ProjectLine | None = None
    ) -> None:
        initial = _typed(held) if held else {}
        super().__init__(data, initial=initial, label_suffix="", auto_id=f"{key}-%s")
        first, last = project.period.first // 100, project.period.last // 100
        years = (("", swedish("Välj år")), *((year, str(year)) for year in range(first, last + 1)))
        self.fields["year"] = forms.TypedChoiceField(label=swedish("År"), choices=years, coerce=int, required=False)

    def clean(self) -> dict[str, Any]:
        """Say what the kind of line needs and does not have."""
        said = super().clean() or self.cleaned_data
        kind = said.get("kind", "")
        for name in _needed(kind, said):
            if name in said and said[name] in {None, ""}:
                self.add_error(name, _NEEDED)
        return said

    @property
    def line(self) -> ProjectLine:
        """The line that was told; ask it of a form that is valid."""
        said = self.cleaned_data
        kind, label = said["kind"], said["label"].strip()
        if kind == ADVANCE:
            return Advance(said["day"], said["amount"], label)
        year = Period(said["year"] * 100 + 1, said["year"] * 100 + 12)
        if kind == STAFF:
            return StaffMove(year, label, said["to"].strip(), said["amount"], said["plan_row"].strip())
        if kind == OVERHEAD:
            return OverheadShare(year, said["amount"])
        if kind in {one.value for one in CostKind}:
            base = tuple(one.strip() for one in said["base"].split(",") if one.strip())
            amount = said["amount"] if said["percent"] is None else 0
            return BudgetedCost(year, label, CostKind(kind), amount, said["percent"], base)
        if said["hours"]:
            return CoFinancing(year, label, CoFinancingKind(kind), 0, said["hours"], said["rate"])
        return CoFinancing(year, label, CoFinancingKind(kind), said["amount"])


def _needed(kind: str, said: dict[str, Any]) -> tuple[str, ...]:
    """Return the fields that a kind of line cannot be without."""
    if kind == ADVANCE:
        return ("amount", "day")
    if kind == OVERHEAD:
        return ("year", "amount")
    if kind in {one.value for one in CostKind}:
        return ("year", "label", *(() if said.get("percent") is not None else ("amount",)))
    if kind == STAFF:
        return ("year", "label", "amount")
    return ("year", *(("rate",) if said.get("hours") else ("amount",)))


def _typed(held: ProjectLine) -> dict[str, object]:
    """Return a line as its fields hold it."""
    match held:
        case Advance():
            told: dict[str, object] = {"kind": ADVANCE, "label": held.source, "day": held.day}
        case StaffMove():
            told = {"kind": STAFF, "label": held.row, "to": held.to, "plan_row": held.plan_row}
        case OverheadShare():
            told = {"kind": OVERHEAD}
        case BudgetedCost():
            told = {"kind": held.kind.value, "label": held.label, "base": ", ".join(held.base)}
            told["percent"] = percent(held.rate) if held.rate is not None else ""
        case CoFinancing():
            told = {
                "kind": held.kind.value,
                "label": held.who,
                "hours": held.hours or "",
                "rate": typed_amount(held.rate),
            }
    if not isinstance(held, Advance):
        told["year"] = held.year.first // 100
    by_rule = (isinstance(held, BudgetedCost) and held.rate is not None) or (
        isinstance(held, CoFinancing) and held.hours
    )
    return {"amount": "" if by_rule else typed_amount(held.amount), **told}


def lines_of(project: ExternalProject) -> tuple[tuple[str, ProjectLine], ...]:
    """Return the lines of a project by the name that each has on its page: its place, and what it says.

    A name never comes to mean another line when somebody changes the budget.
    """
    parts: tuple[tuple[str, tuple[ProjectLine, ...]], ...] = (
        ("costs", project.costs),
        ("co_financing", project.co_financing),
        ("moves", project.moves),
        ("overhead", project.overhead),
        ("advances", project.advances),
    )
    return tuple((f"{part}-{number}-{_mark(line)}", line) for part, lines in parts for number, line in enumerate(lines))


def _mark(line: ProjectLine) -> str:
    return hashlib.sha256(repr(line).encode()).hexdigest()[:8]


def with_line(project: ExternalProject, key: str, line: ProjectLine | None) -> ExternalProject:
    """Return a project with a line instead of the one with a key, last when there is none; None takes it away."""
    lines: list[ProjectLine] = []
    known = [name for name, _ in lines_of(project)]
    for name, one in lines_of(project):
        if name != key:
            lines.append(one)
        elif line is not None:
            lines.append(line)
    if key not in known and line is not None:
        lines.append(line)
    return replace(
        project,
        costs=tuple(one for one in lines if isinstance(one, BudgetedCost)),
        co_financing=tuple(one for one in lines if isinstance(one, CoFinancing)),
        moves=tuple(one for one in lines if isinstance(one, StaffMove)),
        overhead=tuple(one for one in lines if isinstance(one, OverheadShare)),
        advances=tuple(one for one in lines if isinstance(one, Advance)),
    )


LINE_AT: Final = {
    "project-cost-twice": "label",
    "project-unknown-row": "label",
    "project-negative-amount": "amount",
    "project-flat-rate-over-all": "percent",
    "project-flat-rate-of-nothing": "base",
    "project-actual-by-rate": "percent",
    "project-outside-its-months": "year",
    "project-move-to-itself": "to",
}
"""The field that each problem is told at."""
