"""What of the statistics has been given to owners and the public, and how did it read?

A publication is shown just as it was given out: of the counts that were known then. It is what those read who may not
see counts as they are.
"""

from typing import Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.measures.release import Release
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.look.parts import Cell, Heading, Link, Things
from samordna.office import questions
from samordna.office.questions import Said, Statistics
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.measures import statistics_parts as parts
from samordna.office.web.measures.statistics_figure import figure_told
from samordna.office.web.measures.statistics_wanted import ADDRESS, figure_place
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.routing import Route

_NO_TABLES: Final = swedish("Det lämnades ut i en rapport eller i målen. Öppna dem under Rapporter eller Mål.")
_NONE: Final = swedish("Det finns ingen sådan utlämning. Se vad som är utlämnat.")


def publications(request: HttpRequest) -> HttpResponse:
    """Show everything that has been given out, the latest first."""
    held, inside = questions.publications_held(), actor_of(request).may(Deed.READ_COUNTS)
    told = {
        "things": _listed(held) if held else None,
        "statistics": Link(swedish("Till statistiken"), ADDRESS) if inside else None,
    }
    return render(request, "statistics/publications.html", told)


def _listed(held: tuple[Said[Release], ...]) -> Things:
    headings = (
        Heading(swedish("Tabeller"), sentences=True), Heading(swedish("Period")), Heading(swedish("Till vem")),
        Heading(swedish("När och av vem")), Heading(swedish("Antal prövade"), numbers=True),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(one.value.view.name, reverse("publication", args=[one.number]), note=one.value.how),
            Cell(one.value.period.in_words),
            Cell(one.value.audience.in_words),
            Cell(day_and_time(one.at), note=one.by),
            Cell(swedish_number(len(one.value.signs))),
        )
        for one in held
    )
    return Things(swedish("Utlämnad statistik"), headings, rows)


def publication(request: HttpRequest, number: int) -> HttpResponse:
    """Show a publication as it was given out; what left in a report is read there."""
    said = _said(number)
    release = said.value
    told = {
        "release": release,
        "period": release.period.in_words,
        "given": swedish("Utlämnat {audience} av {by}, {when}. {how}.").format(
            audience=release.audience.in_words, by=said.by, when=day_and_time(said.at), how=release.how
        ),
        "shown_how": parts.rule_told(release.audience),
        "beside": tuple(view.name for view in release.beside if view.measures),
        "goals": _goals(release.period) if release.told else None,
        "back": Link(swedish("Allt som är utlämnat"), reverse("publications")),
        **(_tables(request, said) if release.view.measures else {}),
    }
    return render(request, "statistics/publication.html", told)


def _goals(period: Period) -> Link:
    """Return the way to the goals of some months, as those outside read them."""
    label = swedish("målen för {period}").format(period=period.in_words)
    return Link(label, f"{reverse('goals')}?{urlencode({'period': str(period), 'lasare': 'offentligt'}, safe='.')}")


def _tables(request: HttpRequest, said: Said[Release]) -> dict[str, object]:
    """Return the tables of a publication, and the ways to its files."""
    release, shown, here = said.value, _shown(said.value), reverse("publication", args=[said.number])

    def figure(table: str, row: str, column: str) -> str:
        return f"{here}siffra/?{figure_place(table, row, column)}"

    return {
        "found": shown.problems,
        "pieces": parts.pieces(shown.shown.tables, release.view, figure),
        "files": parts.file_links(here) if actor_of(request).may(Deed.EXPORT) else (),
    }


def publication_file(request: HttpRequest, number: int, ending: str) -> HttpResponse:
    """Hand over a publication as a file, as it was given out."""
    missing = swedish("Statistiken finns inte i det formatet. Välj PDF, Excel, Word, CSV eller JSON.")
    form, release = format_named(ending, missing), _said(number).value
    name = f"{release.view.name} {release.period.in_short}"
    said = swedish("{name}, {audience} ({format})").format(
        name=name, audience=release.audience.in_words, format=form.label
    )
    return hand_over(request, _shown(release).document, name, form, said=said, period=str(release.period))


def publication_figure(request: HttpRequest, number: int) -> HttpResponse:
    """Show what a figure of a publication is, or why it is not shown."""
    page = reverse("publication", args=[number])
    if "tabell" not in request.GET:
        return redirect(page)
    told = figure_told(request, _shown(_said(number).value), page)
    return render(request, "statistics/figure.html", told)


def publication_link(shown: Statistics) -> Link | None:
    """Return the way to where just this has been given out; None when it has not."""
    signs = shown.shown.publication.cells
    for one in questions.publications_held():
        same = (one.value.view, one.value.period, one.value.audience) == (shown.view, shown.period, shown.audience)
        if same and one.value.by_key == signs:
            words = swedish("Utlämnat av {by}, {when}").format(by=one.by, when=day_and_time(one.at))
            return Link(words, reverse("publication", args=[one.number]))
    return None


def _said(number: int) -> Said[Release]:
    said = questions.publication(number)
    if said is None:
        raise Http404(_NONE)
    return said


def _shown(release: Release) -> Statistics:
    """Return a publication of what was known when it was given out; raises ``Http404`` for one without own tables."""
    if not release.view.measures:
        raise Http404(_NO_TABLES)
    return questions.statistics_of(release.view, release.period, release.audience, to=release.counts)


_ONE: Final = "uppfoljning/publicerat/<int:number>/"
ROUTES: Final = (
    Route("uppfoljning/publicerat/", "publications", publications, reads=Deed.READ_STATISTICS),
    Route(_ONE, "publication", publication, reads=Deed.READ_STATISTICS),
    Route(f"{_ONE}siffra/", "publication_figure", publication_figure, reads=Deed.READ_STATISTICS),
    Route(f"{_ONE}fil/<str:ending>/", "publication_file", publication_file, reads=Deed.EXPORT),
)
