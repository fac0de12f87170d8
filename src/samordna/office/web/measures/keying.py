"""How is what is keyed into the national follow-up shown, copied, and noted as keyed?"""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.measures.keying.sheet import FACTS, KeyingPlace
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Choice, Link, Picker
from samordna.office import actions, questions
from samordna.office.questions import GroupShown, KeyingShown, SectionShown
from samordna.office.web.activities import activity_parts as parts
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.files import FORMATS, file_response
from samordna.office.web.routing import Route
from samordna.renderers.xlsx import render_form

_UNPROCESSABLE: Final = 422
_FORMATS: Final = ("xlsx", "pdf", "docx")
_BACK: Final = "tillbaka"


def year_in(request: HttpRequest) -> Period:
    """Return the fiscal year that an address asks for by the calendar year it ends in; the usual one without any."""
    wanted = number_of(request.GET.get("ar", ""))
    known = (year for year in questions.counted_years() if year.last // 100 == wanted)
    return next(known, None) or questions.usual_counted_year()


def year_picker(year: Period) -> Picker:
    """Return the choice of year."""
    choices = (
        Choice(str(one.last // 100), str(one.last // 100), current=one == year, href=parts.query(one))
        for one in sorted({*questions.counted_years(), year})
    )
    return Picker("ar", swedish("År"), tuple(choices))


def keying(request: HttpRequest) -> HttpResponse:
    """Show what is keyed for a year, activity by activity, in the form's order."""
    return _page(request, year_in(request))


def note_keyed(request: HttpRequest) -> HttpResponse:
    """Note that a group of fields is keyed, or take that back."""
    year, sent, by, seen = year_in(request), request.POST, actor_of(request), seen_in(request)
    at = KeyingPlace(year, sent.get("insats", ""), sent.get("del", ""))
    try:
        if sent.get("steg") == _BACK:
            actions.withdraw_keyed(at, by=by, seen=seen)
            told = swedish("Anteckningen är borttagen.")
        elif actions.note_keyed(at, by=by, seen=seen, confirmed="bekraftat" in sent):
            told = swedish(
                "Inmatningen är antecknad, och insatsen är registrerad i dag. En annan dag anges i insatsen."
            )
        else:
            told = swedish("Inmatningen är antecknad.")
    except Refused as refusal:
        return _page(request, year, problems=refusal.problems)
    messages.success(request, told)
    return redirect(f"{reverse('keying')}{parts.query(year)}#{_anchor(at.activity, at.group)}")


def keying_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Hand over the sheet of a year as a file; the trail says who took it."""
    if ending not in _FORMATS:
        raise Http404(swedish("Det finns inget sådant format. Välj Excel, PDF eller Word."))
    year, form = year_in(request), FORMATS[ending]
    shown = questions.keying_shown(year)
    title = shown.document.title
    content = render_form(shown.form) if ending == "xlsx" else form.write(shown.document)
    actions.take_out(f"{title} ({form.label})", by=actor_of(request), format=ending, period=str(year))
    return file_response(content, f"{title}.{ending}", form.media_type)


def _page(request: HttpRequest, year: Period, *, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    shown, query = questions.keying_shown(year), parts.query(year)
    file = reverse("keying_file", args=["a"]).removesuffix("a/")
    told = {
        "year": year.last // 100,
        "shown": shown,
        "sections": [_section(one) for one in shown.sections],
        "links": _links(shown),
        "problems": problems,
        "pickers": (year_picker(year),),
        "files": [Link(FORMATS[one].label, f"{file}{one}/{query}") for one in _FORMATS],
        "action": f"{reverse('note_keyed')}{query}",
        "may_note": actor_of(request).may(Deed.NOTE_KEYED),
        "activities": Link(swedish("Till insatserna"), reverse("activities")),
    }
    return render(request, "keying/keying.html", told, status=_UNPROCESSABLE if problems else 200)


def _links(shown: KeyingShown) -> list[Link]:
    return [Link(one.section.name, f"#{_anchor(one.section.id)}", note=_progress(one)) for one in shown.sections]


def _progress(one: SectionShown) -> str:
    keyed = sum(1 for group in one.groups if group.keyed and not group.changed)
    return swedish("{keyed} av {all}").format(keyed=keyed, all=len(one.groups))


def _section(one: SectionShown) -> dict[str, object]:
    section = one.section
    return {
        "anchor": _anchor(section.id),
        "name": section.name,
        "id": section.id,
        "choices": section.choices,
        "change": Link(swedish("Till insatsen"), reverse("activity", args=[section.id])) if section.id else None,
        "groups": [_group(group, section.id, asks=bool(section.choices)) for group in one.groups],
    }


def _group(one: GroupShown, activity: str, *, asks: bool) -> dict[str, object]:
    group = one.group
    return {
        "anchor": _anchor(activity, group.key),
        "key": group.key,
        "title": group.title,
        "by": group.keyed_by.in_words,
        "columns": group.columns,
        "rows": group.rows,
        "problems": group.problems,
        "keyed": questions.told_when(one.keyed) if one.keyed else "",
        "changed": one.changed,
        "seen": one.seen,
        "before": _before(one),
        "asks": asks and group.key == FACTS,
        "empty": not any(field.value for field in group.fields),
    }


def _before(one: GroupShown) -> list[str]:
    """Return what was noted before what holds, the latest first."""
    keyed, withdrawn = swedish("Inmatat {when} av {by}"), swedish("Anteckningen borttagen {when} av {by}")
    return [
        (keyed if said.value else withdrawn).format(when=day_and_time(said.at), by=said.by) for said in one.said[1:]
    ]


def _anchor(activity: str, group: str = "") -> str:
    """Return where a section or a group stands on the page. An event's key never stands in one."""
    return "-".join(part for part in (activity or "forbundet", group) if part)


ROUTES: Final = (
    Route("uppfoljning/inmatning/", "keying", keying, reads=Deed.READ_COUNTS),
    Route("uppfoljning/inmatning/inmatat/", "note_keyed", note_keyed, does=Deed.NOTE_KEYED),
    Route("uppfoljning/inmatning/fil/<str:ending>/", "keying_file", keying_file, reads=Deed.READ_COUNTS),
)
