"""How are a performer's counts shown, and what was agreed when it was last met?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from samordna.domain.activities.meeting import AgreedAction, FollowUpMeeting, Responsible
from samordna.domain.document import Table
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, swedish_date
from samordna.look.parts import Link, Mark, Tone
from samordna.office import questions
from samordna.office.questions import MeetingsShown, UnitShown
from samordna.office.web.activities import activity_parts as parts
from samordna.office.web.activities.activity_report_forms import LONGEST
from samordna.office.web.forms.wanted import address_period
from samordna.office.web.pages.table_figure import ways_by_query
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup

AT: Final[Mapping[str, str]] = {
    "activity-nothing-agreed": "agreed",
    "activity-before-the-meeting": "by_when",
}
"""The field that each problem is told at."""


def _day(label: str, *, required: bool, help_text: str = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, required=required, help_text=help_text)


class ActionForm(forms.Form):
    """What was agreed at a meeting, who does it, and by when."""

    day = _day(swedish("Mötesdag"), required=True)
    agreed = forms.CharField(
        label=swedish("Vad som bestämdes"),
        help_text=swedish("Inget om enskilda deltagare, och inga namn."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    who = forms.ChoiceField(
        label=swedish("Vem gör det"), choices=tuple((one.value, one.in_words.capitalize()) for one in Responsible)
    )
    by_when = _day(swedish("Klart senast"), required=False)

    def __init__(self, unit: str, data: QueryDict | None = None, *, held: AgreedAction | None = None) -> None:
        name = f"atgard-{held.day.isoformat()}-{held.number}" if held else "atgard-ny"
        initial: dict[str, object] = {"day": timezone.localdate()}
        if held:
            initial = {"agreed": held.agreed, "who": held.who.value, "by_when": held.by_when}
        super().__init__(data, initial=initial, label_suffix="", auto_id=f"{name}-%s")
        self._unit, self._held = unit, held
        if held:
            del self.fields["day"]

    @property
    def action(self) -> AgreedAction:
        """What was said; ask it of a form that is valid."""
        said, held = self.cleaned_data, self._held
        return AgreedAction(
            self._unit,
            held.day if held else said["day"],
            held.number if held else 0,
            said["agreed"],
            Responsible(said["who"]),
            said["by_when"],
            held.done if held else None,
        )


@dataclass(frozen=True, slots=True)
class Tried:
    """A form that could not be taken: of which line (empty: a new one), and itself."""

    line: str
    form: ActionForm


def counts_parts(shown: UnitShown) -> dict[str, object]:
    """Return the counts of a performer as they are: only for those inside."""
    counts = questions.performing_shown(shown.unit, shown.year)
    page = reverse("performer", args=[shown.unit.id])

    def written(table: Table) -> Markup:
        return table_html(table, address=ways_by_query(table, page, parts.query(shown.year)))

    return {
        "months": counts.months.in_words if counts.months else "",
        "missing": counts.missing,
        "inflow": [written(table) for table in counts.inflow],
        "coverage": [written(table) for table in counts.coverage],
        "path": [written(table) for table in counts.path],
        "cost": written(counts.cost) if counts.cost else None,
        "problems": counts.problems,
        "later": _later(shown, counts.later) if counts.later else None,
    }


def _later(shown: UnitShown, months: Period) -> Link:
    """Return the way to months that this unit has told of and others have not."""
    told = swedish("Visa enhetens siffror för {months}, som inte alla har lämnat än").format(months=months.in_words)
    return Link(told, f"{reverse('statistics')}?period={address_period(months)}&utforare={shown.unit.id}")


def meetings_parts(shown: UnitShown, tried: Tried | None, *, may: bool) -> dict[str, object]:
    """Return the meetings with a performer: the last with what is to be done, the earlier ones folded."""
    told = questions.meetings_shown(shown.unit.id)
    meetings = [_meeting(one, told, tried) for one in told.meetings]
    return {
        "last": meetings[0] if meetings else None,
        "earlier": meetings[1:],
        "withdrawn": list(_withdrawn(told)),
        "action": f"{reverse('agree_action', args=[shown.unit.id])}{parts.query(shown.year)}",
        "may": may,
        "new": tried.form if tried and not tried.line else ActionForm(shown.unit.id),
    }


def _meeting(one: FollowUpMeeting, told: MeetingsShown, tried: Tried | None) -> dict[str, object]:
    return {
        "day": swedish_date(one.day),
        "open": sum(1 for each in one.actions if each.done is None),
        "actions": [_action(each, told, tried) for each in one.actions],
    }


def _action(one: AgreedAction, told: MeetingsShown, tried: Tried | None) -> dict[str, object]:
    mine = tried if tried and tried.line == one.key else None
    said = told.said[one.key]
    return {
        "key": one.key,
        "seen": said.number,
        "agreed": one.agreed,
        "name": one.agreed,
        "who": one.who.in_words.capitalize(),
        "by_when": one.by_when.isoformat() if one.by_when else "",
        "mark": _mark(one),
        "done": one.done is not None,
        "form": mine.form if mine else ActionForm(one.unit, held=one),
        "open": mine is not None,
    }


def _mark(one: AgreedAction) -> Mark:
    if one.done:
        return Mark(Tone.DONE, swedish("klart {day}").format(day=one.done.isoformat()))
    if one.is_late(timezone.localdate()):
        return Mark(Tone.WARN, swedish("försenat"))
    return Mark(Tone.QUIET, swedish("återstår"))


def _withdrawn(told: MeetingsShown) -> Iterator[dict[str, object]]:
    for action, said in told.withdrawn:
        yield {"key": action.key, "seen": said.number, "agreed": action.agreed, "by": said.by}
