"""Which parts of the overview show counts, goals, and the days that come?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.measures.release import Release
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.look.parts import KeyFigure, Link, Mark, Tone
from samordna.office import questions
from samordna.office.actions import Actor
from samordna.office.questions import CountsIn, DayAhead, DayOf, GoalStanding, Said
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.goals import goal_parts

_NAMED: Final = 3
"""Units that are named where several have not handed in."""
_GOALS_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A line of the overview: what leads on, a mark and words below it."""

    link: Link
    told: str
    mark: Mark | None = None


def work(request: HttpRequest, asked: Asked | None) -> dict[str, object]:
    """Return what the overview shows of counts, goals and days; nothing of it to whom nothing is told."""
    actor = actor_of(request)
    shown = questions.work_overview(by=actor, asked=asked)
    if shown is None:
        return {}
    if not shown.inside:
        return {
            "given_out": [_given_out(one) for one in shown.given_out],
            "tells_given_out": True,
            "all_given_out": Link(swedish("Allt som är utlämnat"), reverse("publications")),
        }
    counts = shown.counts
    return {
        "counts_period": counts.period.in_words if counts else "",
        "counts_figures": tuple(_counts(counts)) if counts else (),
        "no_counts": None if counts else _first(actor),
        "goal_lines": [_goal(one) for one in shown.goals[:_GOALS_SHOWN]],
        "all_goals": Link(swedish("Alla mål"), reverse("goals")),
        "no_goals": not questions.goals_held(),
        "days": [_day(one) for one in shown.days],
        "more_days": shown.more_days,
    }


def _first(actor: Actor) -> Link | None:
    """Return the way to asking for counts, to whoever may."""
    return Link(swedish("Be enheterna om siffror"), reverse("ask_counts")) if actor.may(Deed.ASK_COUNTS) else None


def _counts(counts: CountsIn) -> Iterator[KeyFigure]:
    """Yield how far the counts of some months have come; each leads to the units."""
    rates, tally, where = counts.rates, counts.tally, f"{reverse('counts')}?period={counts.period}#enheter"
    late = Mark(Tone.REFUSE, swedish("{count} försenade").format(count=tally.late)) if tally.late else None
    handed_in = swedish("{part} av {whole}").format(part=rates.received, whole=rates.asked)
    lacking = swedish("Saknas: {units}").format(units=_names(counts.missing)) if counts.missing else ""
    yield KeyFigure(swedish("Har lämnat siffror"), handed_in, where, lacking, late)
    to_read = Mark(Tone.INFORM, swedish("kansliets tur")) if tally.to_read else None
    yield KeyFigure(swedish("Väntar på att läsas"), str(tally.to_read), where, "", to_read)
    one, several = swedish("en obesvarad fråga"), swedish("{count} obesvarade frågor")
    asked = one if tally.questions == 1 else several.format(count=tally.questions)
    mark = Mark(Tone.WARN, asked) if tally.sent_back else None
    yield KeyFigure(swedish("Väntar på enhetens svar"), str(tally.sent_back), where, "", mark)


def _names(units: tuple[str, ...]) -> str:
    more = len(units) - _NAMED
    told = ", ".join(units[:_NAMED])
    return swedish("{units} och {more} till").format(units=told, more=more) if more > 0 else told


def _goal(one: GoalStanding) -> WorkLine:
    goal, told = one.branch.goal, f"{one.told[:1].upper()}{one.told[1:]}"
    return WorkLine(
        Link(goal.name, reverse("goal", args=[goal.id])), told, goal_parts.mark(one.branch.verdict.attainment)
    )


def _day(one: DayAhead) -> WorkLine:
    late = Mark(Tone.REFUSE, swedish("Försenat")) if one.late else None
    if one.of is DayOf.ACTION:
        told = swedish("{unit}, senast {day}").format(unit=_names(one.units), day=swedish_date(one.day))
        return WorkLine(Link(one.what, f"{reverse('performer', args=[one.unit])}#moten"), told, late)
    period = one.period.in_words if one.period else ""
    label = swedish("Siffror för {period}").format(period=period)
    told = swedish("{units}, senast {day}").format(units=_names(one.units), day=swedish_date(one.day))
    return WorkLine(Link(label, f"{reverse('counts')}?period={one.period}#enheter"), told, late)


def _given_out(one: Said[Release]) -> WorkLine:
    told = swedish("{period}, {audience}, {when}").format(
        period=one.value.period.in_words, audience=one.value.audience.in_words, when=day_and_time(one.at)
    )
    return WorkLine(Link(one.value.view.name, reverse("publication", args=[one.number])), told)
