"""How are statistics shown to those who may see counts as they are, and given out to others?"""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.measures.disclosure import Audience
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Confirm, Link
from samordna.office import actions, questions
from samordna.office.questions import Statistics, StatisticsChoices
from samordna.office.web.measures import statistics_parts as parts
from samordna.office.web.measures.publications import publication_link
from samordna.office.web.measures.statistics_figure import figure_told
from samordna.office.web.measures.statistics_wanted import ADDRESS, StatisticsWanted, statistics_wanted
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_WHOLE: Final = swedish(
    "Det som är till andra än förbundet visas bara som hela vyer, prövade mot allt som är utlämnat förut. Därför går "
    "det inte att välja en insats eller en utförare: ett urval bredvid helheten skulle göra små antal möjliga att "
    "räkna ut."
)
_FROM_HERE: Final = swedish("Filer från statistiken")


def statistics(request: HttpRequest, wrong: tuple[Problem, ...] = ()) -> HttpResponse:
    """Show a view of a period to an audience; who may not see counts as they are is led to what is published."""
    if not actor_of(request).may(Deed.READ_COUNTS):
        return redirect(reverse("publications"))
    choices = questions.statistics_choices()
    told: dict[str, object] = {"wrong": wrong, "typed": request.POST.get("namn", "")}
    if not choices.reports:
        return render(request, "statistics/statistics.html", {**told, "nothing_in": Link(*_TO_COUNTS)})
    try:
        told |= _page(request, statistics_wanted(request.POST or request.GET, choices), choices)
    except Refused as refusal:
        usual = StatisticsWanted(choices.views[0], choices.usual, Audience.INSIDE)
        told |= {"problems": refusal.problems, "pickers": parts.pickers(usual, choices)}
    failed = bool(wrong) or "problems" in told
    return render(request, "statistics/statistics.html", told, status=_UNPROCESSABLE if failed else 200)


_TO_COUNTS: Final = (swedish("Till siffrorna"), "/siffror/")


def _page(request: HttpRequest, wanted: StatisticsWanted, choices: StatisticsChoices) -> dict[str, object]:
    """Return what the page shows of what is asked for."""
    actor, shown = actor_of(request), _shown(wanted)
    inside = wanted.audience is Audience.INSIDE
    tables = () if shown.refused else shown.shown.tables
    before = None if inside else publication_link(shown)
    may_publish = bool(tables) and not inside and not before and actor.may(Deed.PUBLISH_STATISTICS)
    return {
        "view": wanted.view,
        "period": wanted.period.in_words,
        "to_whom": wanted.audience.in_words,
        "pickers": parts.pickers(wanted, choices),
        "action": ADDRESS,
        "shown_how": parts.rule_told(wanted.audience),
        "whole": "" if inside else _WHOLE,
        "left": parts.left_told(wanted, choices),
        "newer": parts.newer_link(wanted, choices),
        "found": shown.problems,
        "pieces": parts.pieces(tables, wanted.shown, wanted.figure),
        "files": parts.file_links(ADDRESS, wanted.query) if inside and tables and actor.may(Deed.EXPORT) else (),
        "publishing": _publishing(wanted) if may_publish else None,
        "published": before,
        "keeping": tuple(wanted.pairs()) if actor.may(Deed.SAVE_VIEW) else (),
    }


def _shown(wanted: StatisticsWanted) -> Statistics:
    return questions.statistics_of(wanted.shown, wanted.period, wanted.audience)


def _publishing(wanted: StatisticsWanted) -> Confirm:
    return Confirm(
        label=swedish("Lämna ut tabellerna"),
        question=swedish(
            "Tabellerna antecknas som utlämnade {audience} och kan sedan hämtas som filer. Allt som lämnas ut efter "
            "det prövas mot dem. Det går inte att ångra: det som är läst är läst."
        ).format(audience=wanted.audience.in_words),
        action=f"{ADDRESS}lamna-ut/",
        button=swedish("Lämna ut"),
        hidden=tuple(wanted.pairs()),
        dangerous=False,
    )


def publish(request: HttpRequest) -> HttpResponse:
    """Note that tables are given out, and lead to them as they are; what would give away too much is refused."""
    try:
        wanted = statistics_wanted(request.POST, _choices())
        given = actions.publish_statistics(
            wanted.shown, wanted.period, wanted.audience, _FROM_HERE, by=actor_of(request)
        )
    except Refused as refusal:
        return statistics(request, refusal.problems)
    messages.success(request, swedish("Tabellerna är utlämnade. Här är de, med filer."))
    there = publication_link(given)
    return redirect(there.href if there else reverse("publications"))


def statistics_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Hand over what is shown inside the association as a file; what is for others leaves where it is given out."""
    missing = swedish("Filen finns inte. Det som är till andra hämtas där det är utlämnat.")
    form, wanted = format_named(ending, missing), statistics_wanted(request.GET, _choices())
    if wanted.audience is not Audience.INSIDE:
        raise Http404(missing)
    name = f"{wanted.view.name} {wanted.period.in_short}"
    said = swedish("{name}, inom förbundet ({format})").format(name=name, format=form.label)
    return hand_over(request, _shown(wanted).document, name, form, said=said, period=str(wanted.period))


def statistics_figure(request: HttpRequest) -> HttpResponse:
    """Show what a figure is, or why it is not shown, as a page or in the panel."""
    wanted = statistics_wanted(request.GET, _choices())
    back = f"{ADDRESS}{wanted.query}"
    if "tabell" not in request.GET:
        return redirect(back)
    inside = f"{ADDRESS}{wanted.but(audience=Audience.INSIDE).query}"
    told = figure_told(request, _shown(wanted), back, inside if wanted.audience is not Audience.INSIDE else "")
    return render(request, "statistics/figure.html", told)


def _choices() -> StatisticsChoices:
    choices = questions.statistics_choices()
    if not choices.reports:
        raise Http404(swedish("Inga siffror är godtagna ännu."))
    return choices


def keep_view(request: HttpRequest) -> HttpResponse:
    """Keep what is shown, with what it is limited to, as a view of the association's own."""
    try:
        wanted = statistics_wanted(request.POST, _choices())
        key = actions.save_view(wanted.shown, request.POST.get("namn", ""), by=actor_of(request))
    except Refused as refusal:
        return statistics(request, refusal.problems)
    messages.success(request, swedish("Vyn är sparad bland förbundets egna."))
    saved = next(view for view in questions.views() if view.key == key)
    return redirect(f"{ADDRESS}{wanted.but(view=saved, activity='', unit='').query}")


ROUTES: Final = (
    Route("uppfoljning/", "statistics", statistics, reads=Deed.READ_STATISTICS),
    Route("uppfoljning/siffra/", "statistics_figure", statistics_figure, reads=Deed.READ_COUNTS),
    Route("uppfoljning/fil/<str:ending>/", "statistics_file", statistics_file, reads=Deed.READ_COUNTS),
    Route("uppfoljning/lamna-ut/", "publish_statistics", publish, does=Deed.PUBLISH_STATISTICS),
    Route("uppfoljning/spara/", "keep_view", keep_view, does=Deed.SAVE_VIEW),
)
