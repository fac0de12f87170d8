"""Who did what and when: looked for in the address, read, taken out as a file?"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.look.parts import Cell, Change, Fact, Heading, Link, Mark, Pager, Things, Tone
from samordna.office import actions, questions
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.files import file_response
from samordna.office.web.routing import Route
from samordna.renderers.csv import lines_csv

_REFUSED: Final = Mark(Tone.REFUSE, swedish("Vägrad"))
_HEADINGS: Final = ("När", "Vem", "Händelse", "Vägrad", "Gällde", "Värden")
_EMPTY: Final = questions.TrailAsked()


class TrailForm(forms.Form):
    """What is looked for. Every field is in the address."""

    ord = forms.CharField(label=swedish("Ord"), required=False)
    vem = forms.CharField(label=swedish("Vem"), required=False)
    handelse = forms.ChoiceField(
        label=swedish("Händelse"), required=False, choices=lambda: [("", swedish("alla")), *questions.deeds()]
    )
    fran = forms.DateField(label=swedish("Från och med"), required=False, widget=forms.DateInput({"type": "date"}))
    till = forms.DateField(label=swedish("Till och med"), required=False, widget=forms.DateInput({"type": "date"}))
    vagrade = forms.BooleanField(label=swedish("Bara det som vägrades"), required=False)
    fore = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)

    @property
    def asked(self) -> questions.TrailAsked:
        """What was asked for; what nobody can mean is left out."""
        self.is_valid()
        given = self.cleaned_data
        return questions.TrailAsked(
            words=given.get("ord", ""),
            who=given.get("vem", ""),
            deed=given.get("handelse", ""),
            refused=given.get("vagrade", False),
            first=given.get("fran"),
            last=given.get("till"),
            before=given.get("fore"),
        )


def trail(request: HttpRequest) -> HttpResponse:
    """Show what was done, newest first."""
    form = TrailForm(request.GET)
    asked = form.asked
    page = questions.trail(asked)
    told = {
        "form": form,
        "things": _listed(page) if page.lines else None,
        "pager": _pager(request, page, asked),
        "looked_to": page.looked_to,
        "narrowed": replace(asked, before=None) != _EMPTY,
        "may_export": actor_of(request).may(Deed.EXPORT),
        "sent_along": [(name, value) for name, value in request.GET.items() if name != "fore"],
    }
    return render(request, "trail/trail.html", told)


def entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Show one entry with every value."""
    line = questions.trail_line(entry_id)
    if line is None:
        raise Http404(swedish("Det finns ingen sådan rad i spåret."))
    facts = (
        Fact(swedish("När"), day_and_time(line.at)),
        Fact(swedish("Vem"), line.by),
        Fact(swedish("Händelse"), line.deed),
        Fact(swedish("Gällde"), line.subject),
    )
    changes = tuple(Change(one.name, one.old, one.new) for one in line.changes)
    told = {"line": line, "facts": facts, "changes": changes, "mark": _REFUSED if line.refused else None}
    return render(request, "trail/entry.html", told | {"back": Link(swedish("Spår"), reverse("trail"))})


def export(request: HttpRequest) -> HttpResponse:
    """Hand over all that was found as a file for spreadsheets; that, too, leaves a trace."""
    asked = replace(TrailForm(request.POST).asked, before=None)
    rows = tuple(_rows(asked))
    actions.take_out(swedish("spåret"), by=actor_of(request), format="csv", rows=len(rows), **_traced(asked))
    return file_response(lines_csv((_HEADINGS, *rows)), "spar.csv", "text/csv; charset=utf-8")


def _traced(asked: questions.TrailAsked) -> dict[str, object]:
    """Return what was looked for, as the trail keeps it: with no identity number in it."""
    given = {"words": mask(asked.words), "who": mask(asked.who), "deed": asked.deed, "refused": asked.refused}
    return {name: value for name, value in given.items() if value} | {
        name: str(day) for name, day in (("first", asked.first), ("last", asked.last)) if day
    }


def _rows(asked: questions.TrailAsked) -> Iterator[tuple[str, ...]]:
    for line in questions.trail_lines(asked):
        values = "; ".join(map(_changed, line.changes))
        refused = swedish("ja") if line.refused else ""
        yield (day_and_time(line.at), line.by, line.deed, refused, line.subject, values)


def _changed(one: questions.ChangedValue) -> str:
    return f"{one.name}: {one.old} → {one.new or '–'}" if one.old else f"{one.name}: {one.new}"


def _listed(page: questions.TrailPage) -> Things:
    headings = tuple(map(Heading, ("När", "Vem", "Händelse", "Gällde", "Ändrat")))
    rows = tuple(
        (
            Cell(day_and_time(line.at), reverse("trail_entry", args=[line.id]), panel=True),
            Cell(line.by),
            Cell(line.deed, mark=_REFUSED if line.refused else None),
            Cell(line.subject),
            Cell(_in_short(line)),
        )
        for line in page.lines
    )
    return Things(swedish("Spår"), headings, rows)


def _in_short(line: questions.TrailLine) -> str:
    """Return the first values of an entry; all of them are on its own page."""
    told = [_changed(one) for one in line.changes[:2]]
    more = swedish(" …") if len(line.changes) > len(told) else ""
    return ", ".join(f"{text[:80]}…" if len(text) > 80 else text for text in told) + more


def _pager(request: HttpRequest, page: questions.TrailPage, asked: questions.TrailAsked) -> Pager | None:
    if page.older is None and asked.before is None:
        return None
    kept = [(name, value) for name, value in request.GET.items() if name != "fore" and value]
    newest = "?" + urlencode(kept)
    older = "?" + urlencode([*kept, ("fore", page.older)]) if page.older else ""
    return Pager(_between(page), newer=newest if asked.before else "", older=older)


def _between(page: questions.TrailPage) -> str:
    if not page.lines:
        return ""
    return f"{day_and_time(page.lines[-1].at)} – {day_and_time(page.lines[0].at)}"


ROUTES: Final = (
    Route("spar/", "trail", trail, reads=Deed.READ_TRAIL),
    Route("spar/<int:entry_id>/", "trail_entry", entry, reads=Deed.READ_TRAIL),
    Route("spar/fil/", "trail_export", export, does=Deed.READ_TRAIL),  # taking it out asks for that right besides
)
