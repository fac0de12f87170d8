"""Which forms tell of a project that somebody else pays for, and of its decisions?"""

from dataclasses import replace
from typing import Any, Final

from django import forms
from django.http import QueryDict

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.projects.checks import percent
from samordna.domain.plan.projects.life import ENDED, ProjectEntry, ProjectState, ProjectStep
from samordna.domain.plan.projects.project import (
    ExternalProject,
    ProjectRole,
    ProjectRow,
    Rhythm,
    RowUse,
    steps_of,
)
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.web.forms.percent_field import PercentField
from samordna.office.web.forms.plan_fields import AmountField, DayField, MonthField, typed_amount, typed_month
from samordna.office.web.projects.project_rows import rows_from, rows_typed

_LONGEST: Final = 1_000
_NAME: Final = 200
_BACKWARDS: Final = swedish("{last} är före {first}. Rätta någon av månaderna.")
_ROLES: Final = tuple((role.value, role.in_words) for role in ProjectRole)


def day_field(label: str, *, required: bool = True) -> forms.DateField:
    """Return a field for a day."""
    return DayField(label=label, required=required)


class MonthsForm(forms.Form):
    """Something that goes on from a month to another."""

    def clean(self) -> dict[str, Any]:
        """Say when the months are backwards; ``period`` holds them otherwise."""
        said = super().clean() or self.cleaned_data
        first, last = said.get("first"), said.get("last")
        if first and last:
            if last < first:
                told = _BACKWARDS.format(first=typed_month(first), last=typed_month(last))
                self.add_error("last", told)
            else:
                said["period"] = Period(first, last)
        return said


class NewProjectForm(MonthsForm):
    """A project that is applied for."""

    name = forms.CharField(label=swedish("Namn"), max_length=_NAME)
    funder = forms.CharField(
        label=swedish("Finansiär"), help_text=swedish("Till exempel Europeiska socialfonden."), max_length=_NAME
    )
    reference = forms.CharField(label=swedish("Diarienummer"), max_length=_NAME, required=False)
    first = MonthField(label=swedish("Första månaden"))
    last = MonthField(label=swedish("Sista månaden"))
    role = forms.ChoiceField(label=swedish("Förbundets roll"), choices=_ROLES)
    grant = AmountField(label=swedish("Sökt bidrag för hela projektet, kr"))
    share = PercentField(
        label=swedish("Finansiärens andel av kostnaderna, %"),
        help_text=swedish("Tomt: den följer av bidraget och budgeten."),
        required=False,
    )
    day = day_field(swedish("Ansökan lämnad"), required=False)
    source = forms.CharField(
        label=swedish("Källa"), help_text=swedish("Till exempel ansökan och dess nummer."), max_length=_LONGEST
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, label_suffix="")

    @property
    def project(self) -> ExternalProject:
        """The project that was told of; ask it of a form that is valid. Its id is given when it is entered."""
        said = self.cleaned_data
        entry = applied(said)
        return ExternalProject(
            "", said["name"].strip(), said["funder"].strip(), said["reference"].strip(), said["period"],
            ProjectRole(said["role"]), (entry,),
        )  # fmt: skip


def applied(said: dict[str, Any]) -> ProjectEntry:
    """Return the line that a form's amounts make of a project's history; its state follows from the step."""
    return ProjectEntry(ProjectState.APPLIED, said["grant"] or 0, said["day"], said["source"].strip(), said["share"])


class ProjectStepForm(forms.Form):
    """What has happened to a project: a decision, a changed one, its end."""

    step = forms.ChoiceField(label=swedish("Vad som har hänt"))
    grant = AmountField(
        label=swedish("Bidrag för hela projektet, kr"),
        help_text=swedish("Behövs inte när projektet avslutas, avslås eller tas tillbaka."),
        required=False,
    )
    share = PercentField(label=swedish("Finansiärens andel av kostnaderna, %"), required=False)
    day = day_field(swedish("Dag"))
    source = forms.CharField(
        label=swedish("Beslut"), help_text=swedish("Vilket beslut eller vilken handling."), max_length=_LONGEST
    )

    def __init__(self, project: ExternalProject, data: QueryDict | None = None) -> None:
        last = project.history[-1]
        shown = {"grant": typed_amount(last.grant), "share": percent(last.share) if last.share else ""}
        super().__init__(data, initial=shown, label_suffix="", auto_id="steg-%s")
        steps = tuple((one.value, one.in_words.capitalize()) for one in steps_of(project))
        self.fields["step"] = forms.ChoiceField(label=swedish("Vad som har hänt"), choices=steps)

    def clean(self) -> dict[str, Any]:
        """Say that a decision needs an amount."""
        said = super().clean() or self.cleaned_data
        step = said.get("step")
        if step and ProjectStep(step) not in ENDED and "grant" in said and said["grant"] is None:
            self.add_error("grant", swedish("Skriv hur mycket finansiären ska betala."))
        return said

    @property
    def taken(self) -> ProjectStep:
        """The step; ask it of a form that is valid."""
        return ProjectStep(self.cleaned_data["step"])

    @property
    def entry(self) -> ProjectEntry:
        """The line of the history that it makes; ask it of a form that is valid."""
        return applied(self.cleaned_data)


class ProjectFactsForm(MonthsForm):
    """What a project is: who pays, when it goes on, where it is booked, and how often it is claimed."""

    name = forms.CharField(label=swedish("Namn"), max_length=_NAME)
    funder = forms.CharField(label=swedish("Finansiär"), max_length=_NAME)
    reference = forms.CharField(label=swedish("Diarienummer"), max_length=_NAME, required=False)
    first = MonthField(label=swedish("Första månaden"))
    last = MonthField(label=swedish("Sista månaden"))
    role = forms.ChoiceField(label=swedish("Förbundets roll"), choices=_ROLES)
    actual = forms.CharField(
        label=swedish("Rader med faktiska kostnader"),
        help_text=swedish("Koder i registret med mellanslag mellan, till exempel 3047. Med projekt: 1010:10."),
        max_length=_NAME,
        required=False,
    )
    flat_rate = forms.CharField(label=swedish("Rader med schablonkostnader"), max_length=_NAME, required=False)
    income = forms.CharField(
        label=swedish("Rad med projektets bidrag"),
        help_text=swedish("Delar flera projekt raden: skriv kontot inom parentes, till exempel 3049 (3543)."),
        max_length=_NAME,
        required=False,
    )
    claim_months = forms.IntegerField(
        label=swedish("Månader i varje ansökan om utbetalning"), min_value=1, max_value=36
    )
    payment_lag = forms.IntegerField(label=swedish("Månader tills pengarna kommer"), min_value=0, max_value=36)
    in_budget = forms.BooleanField(label=swedish("Budgeten räknar med projektet"), required=False)
    in_forecast = forms.BooleanField(label=swedish("Prognosen räknar med projektet"), required=False)

    def __init__(self, project: ExternalProject, data: QueryDict | None = None) -> None:
        super().__init__(data, initial=_facts(project), label_suffix="")

    def clean(self) -> dict[str, Any]:
        """Read the rows; says which cannot be read."""
        said = super().clean()
        for use in RowUse:
            name = use.value.replace("-", "_")
            if name in said:
                try:
                    said[f"rows_{name}"] = rows_from(said[name], use)
                except ValueError as error:
                    self.add_error(name, str(error))
        return said

    def changed(self, project: ExternalProject) -> ExternalProject:
        """Return the project as the form says; ask it of a form that is valid."""
        said = self.cleaned_data
        rows: tuple[ProjectRow, ...] = tuple(
            row for use in RowUse for row in said[f"rows_{use.value.replace('-', '_')}"]
        )
        wanted = ((Scenario.BUDGET, said["in_budget"]), (Scenario.FORECAST, said["in_forecast"]))
        return replace(
            project,
            name=said["name"].strip(),
            funder=said["funder"].strip(),
            reference=said["reference"].strip(),
            period=said["period"],
            role=ProjectRole(said["role"]),
            rows=rows,
            rhythm=Rhythm(said["claim_months"], said["payment_lag"]),
            counted=tuple(scenario for scenario, counts in wanted if counts),
        )


def _facts(project: ExternalProject) -> dict[str, object]:
    return {
        "name": project.name,
        "funder": project.funder,
        "reference": project.reference,
        "first": typed_month(project.period.first),
        "last": typed_month(project.period.last),
        "role": project.role.value,
        "actual": rows_typed(project.rows_of(RowUse.ACTUAL)),
        "flat_rate": rows_typed(project.rows_of(RowUse.FLAT_RATE)),
        "income": rows_typed(project.rows_of(RowUse.INCOME)),
        "claim_months": project.rhythm.claim_months,
        "payment_lag": project.rhythm.payment_lag,
        "in_budget": Scenario.BUDGET in project.counted,
        "in_forecast": Scenario.FORECAST in project.counted,
    }


AT: Final = {
    "project-without-name": "name",
    "project-exists": "name",
    "project-no-grant": "grant",
    "project-grant-below-claims": "grant",
    "project-share-over-all": "share",
    "project-decision-before-application": "day",
    "project-not-in-that-state": "step",
    "project-outside-its-months": "last",
    "no-source": "source",
}
"""The field that each problem is told at."""
