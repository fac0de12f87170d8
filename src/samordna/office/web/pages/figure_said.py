"""What have people said of a figure: of the plan it shows, and in a comment that follows it into print?"""

from typing import Final

from django.http import HttpRequest

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.holdings import CONTRIBUTIONS_KEY
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.look.parts import Cell, Heading, Link, Mark, Things, Tone
from samordna.office.questions import FigureShown, PlanHistory, PlanPlace
from samordna.office.web.elsewhere import link_if_there
from samordna.office.web.followed.heading_parts import anchor_of
from samordna.office.web.forms.wanted import Wanted
from samordna.office.web.forms.when import day_and_time

_HOLDS: Final = Mark(Tone.DONE, swedish("Gäller"))
_TAKEN_BACK: Final = Mark(Tone.WARN, swedish("Borttagen"))
_PLACES: Final = {
    Scenario.FORECAST: PlanPlace.FORECAST,
    Scenario.BUDGET: PlanPlace.BUDGET,
    Scenario.UNBOOKED: PlanPlace.AGREED,
}


def planned_things(told: PlanHistory) -> Things | None:
    """Return what was said of a planned figure, latest first; None when the books alone propose it."""
    rows = tuple(
        (
            Cell(
                said.text,
                mark=_HOLDS if said.holds and not said.taken_back else _TAKEN_BACK if said.taken_back else None,
            ),
            Cell(said.why),
            Cell(said.by),
            Cell(day_and_time(said.at)),
        )
        for said in told.said
    )
    names = (swedish("Uppgift"), swedish("Varför"), swedish("Av"), swedish("När"))
    return Things(swedish("Vem som har sagt det"), tuple(map(Heading, names)), rows) if rows else None


def planned_link(told: PlanHistory, wanted: Wanted) -> Link | None:
    """Return the way to where a planned figure is changed; None when no screen is there."""
    return _way(told.place, told.year, told.row, wanted)


def plan_lack(scenario: Scenario, year: Period, wanted: Wanted, actor: Actor) -> dict[str, object]:
    """Return what to do about a planned figure that is missing: it is said for the cost centres, and not for a line."""
    place = _PLACES.get(scenario, PlanPlace.BUDGET)
    may = actor.may(Deed.ENTER_FORECAST if place is PlanPlace.FORECAST else Deed.REVISE_BUDGET)
    who = "" if may else swedish(" Ekonomen eller förbundschefen gör det.")
    remedies = {
        PlanPlace.FORECAST: swedish("Prognosen görs per kostnadsställe under Prognos."),
        PlanPlace.BUDGET: swedish("Budgeten läggs in per kostnadsställe under Budget."),
        PlanPlace.AGREED: swedish("Det som är upparbetat följer av avtalen, per kostnadsställe."),
    }
    return {"remedy": remedies[place] + who, "link": _way(place, year, "", wanted)}


def _way(place: PlanPlace, year: Period, row: str, wanted: Wanted) -> Link | None:
    number = year.last // 100
    if place is PlanPlace.FORECAST:
        period = wanted.period if wanted.period and year.covers(wanted.period) else year
        query = Wanted(period=period).query
        return Link(swedish("Öppna prognosen"), f"/prognos/{query}{f'#{anchor_of(row)}' if row else ''}")
    if place is PlanPlace.BUDGET:
        return link_if_there(swedish("Öppna budgeten"), f"/budget/{number}/")
    if row == CONTRIBUTIONS_KEY:
        return link_if_there(swedish("Öppna bidragen"), f"/bidrag/{number}/")
    return link_if_there(swedish("Öppna avtalen"), f"/avtal/?ar={number}")


def comment_part(
    request: HttpRequest, shown: FigureShown, wanted: Wanted, wrong: tuple[Problem, ...]
) -> dict[str, object]:
    """Return what is said of a figure over just these months, what was said before, and the form to say it."""
    place, may = shown.told.place, actor_of(request).may(Deed.COMMENT_FIGURE)
    action = wanted.figure(place.statement, place.row, place.column)
    way, _, query = (action or "").partition("?")
    latest = shown.comments[0] if shown.comment else None
    return {
        "comment": shown.comment,
        "comment_who": f"{latest.by} {day_and_time(latest.at)}" if latest else "",
        "comment_period": shown.asked.period.in_words,
        "comment_earlier": _earlier(shown),
        "comment_action": f"{way}kommentar/{f'?{query}' if query else ''}" if may and action else "",
        "comment_typed": request.POST.get("kommentar", "") if wrong else shown.comment,
        "comment_seen": shown.seen,
        "comment_wrong": wrong,
    }


def _earlier(shown: FigureShown) -> Things | None:
    rows = tuple(
        (
            Cell(said.value.text if said.value else swedish("ingen kommentar")),
            Cell(said.by),
            Cell(day_and_time(said.at)),
        )
        for said in (shown.comments[1:] if shown.comment else shown.comments)
    )
    names = (swedish("Kommentar"), swedish("Av"), swedish("När"))
    return Things(swedish("Tidigare kommentarer"), tuple(map(Heading, names)), rows, title_shown=True) if rows else None
