"""Which parts show how counts come in: periods, states, addresses, and who has got how far?"""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from django.http import Http404, HttpRequest
from django.urls import reverse

from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.collecting.rates import Awaited, Tally, rates_of, tally_of
from samordna.domain.participation.collecting.submission import SubmissionState
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.look.parts import Cell, Choice, Heading, KeyFigure, Mark, Picker, Things, Tone
from samordna.office.questions import CountsHeld
from samordna.office.web.forms.when import day_and_time

DESK: Final = swedish("Siffror in")
WHY_NO_COUNTS: Final = swedish(
    "Här syns vilka enheter som har lämnat, men inga siffror: ekonomen och förbundschefen läser dem som de är. "
    "Det som får visas för andra står i uppföljningen, med små tal dolda."
)

_TONES: Final = {
    SubmissionState.ASKED: Tone.QUIET,
    SubmissionState.SENT_IN: Tone.INFORM,
    SubmissionState.SENT_BACK: Tone.WARN,
    SubmissionState.ACCEPTED: Tone.DONE,
    SubmissionState.LOCKED: Tone.DONE,
}


def period_in(text: str) -> Period:
    """Return the months of an address; a page that there is not for anything else."""
    try:
        return Period.parse(text)
    except ValueError as error:
        raise Http404(swedish("Adressen säger ingen period.")) from error


def chosen_period(request: HttpRequest, held: CountsHeld, today: dt.date) -> Period | None:
    """Return the months that an address asks for; without any, the latest that are over. None when none is asked."""
    wanted = request.GET.get("period", "")
    found = next((one for one in held.periods if str(one) == wanted), None)
    return found or held.current(today)


def period_picker(held: CountsHeld, chosen: Period) -> Picker:
    """Return the months that can be shown."""
    choices = (
        Choice(str(one), one.in_short, one == chosen, f"{reverse('counts')}?period={one}") for one in held.periods
    )
    return Picker("period", swedish("Period"), tuple(choices))


def state_mark(line: Awaited, today: dt.date) -> Mark:
    """Return how far a line has come; what is late says so."""
    if line.is_late(today):
        return Mark(Tone.REFUSE, swedish("försenade"))
    return Mark(_TONES[line.state], line.state.in_words)


def address_of(asked: CountsAsked, name: str = "counts_of_unit") -> str:
    """Return where a line of the calendar has its page, or another page of it."""
    return reverse(name, args=[asked.unit.key, asked.activity.key, str(asked.period)])


def percent(part: Fraction | None) -> str:
    """Return a share in whole per cent; a dash for none."""
    return "–" if part is None else f"{round(part * 100)} %"


def key_figures(lines: tuple[Awaited, ...], today: dt.date) -> tuple[KeyFigure, ...]:
    """Return how some months stand; each leads to the units that it counts."""
    rates, tally = rates_of(lines), tally_of(lines, today)
    of = swedish("{part} av {whole}")
    return (
        _figure(swedish("Lämningsgrad"), percent(rates.received_share), of, rates.received, rates.asked),
        _figure(swedish("Lämnade i tid"), percent(rates.in_time_share), of, rates.in_time, rates.asked),
        *_waits(tally),
    )


def _figure(label: str, text: str, of: str, part: int, whole: int) -> KeyFigure:
    return KeyFigure(label, text, "#enheter", remark=of.format(part=part, whole=whole))


def _waits(tally: Tally) -> tuple[KeyFigure, ...]:
    late = swedish("{count} försenade").format(count=tally.late)
    one, several = swedish("en obesvarad fråga"), swedish("{count} obesvarade frågor")
    asked = one if tally.questions == 1 else several.format(count=tally.questions)
    return (
        _waiting(swedish("Saknas"), tally.missing, Mark(Tone.REFUSE, late) if tally.late else None),
        _waiting(swedish("Väntar på att läsas"), tally.to_read, Mark(Tone.INFORM, swedish("kansliets tur"))),
        _waiting(swedish("Tillbakaskickade"), tally.sent_back, Mark(Tone.WARN, asked)),
    )


def _waiting(label: str, number: int, mark: Mark | None) -> KeyFigure:
    return KeyFigure(label, str(number), "#enheter", mark=mark if number else None)


def periods_things(held: CountsHeld, today: dt.date) -> Things:
    """Return the periods side by side, each leading to its units."""
    headings = (
        Heading(swedish("Period")),
        *(
            Heading(label, numbers=True)
            for label in (
                swedish("Ombedda"), swedish("Lämningsgrad"), swedish("I tid"), swedish("Saknas"), swedish("Försenade"),
                swedish("Att läsa"), swedish("Tillbaka"), swedish("Frågor"), swedish("Klara"),
            )
        ),
    )  # fmt: skip
    rows = tuple(_period(one, held, today) for one in held.periods)
    return Things(swedish("Period för period"), headings, rows, stacked=True)


def _period(period: Period, held: CountsHeld, today: dt.date) -> tuple[Cell, ...]:
    lines = lines_of(held, period)
    rates, tally = rates_of(lines), tally_of(lines, today)
    where = f"{reverse('counts')}?period={period}#enheter"
    numbers = (tally.missing, tally.late, tally.to_read, tally.sent_back, tally.questions, tally.done)
    told = (str(rates.asked), percent(rates.received_share), percent(rates.in_time_share), *map(str, numbers))
    return (Cell(period.in_words, where), *(Cell(text, where) for text in told))


def lines_of(held: CountsHeld, period: Period) -> tuple[Awaited, ...]:
    """Return the lines of the calendar for some months."""
    return tuple(one for one in held.awaited if one.asked.period == period)


def units_things(held: CountsHeld, period: Period, today: dt.date, *, links: bool) -> Things:
    """Return the units that are asked for some months, each leading to its answer; ``links`` tells of their links."""
    headings = [
        Heading(swedish("Enhet")), Heading(swedish("Insats")), Heading(swedish("Läge")), Heading(swedish("Sista dag")),
        Heading(swedish("Kom")), Heading(swedish("Frågor"), numbers=True), Heading(swedish("Påmind")),
        *((Heading(swedish("Länk")),) if links else ()),
    ]  # fmt: skip
    rows = (_unit(one, held, today, links=links) for one in lines_of(held, period))
    title = swedish("Enheter {period}").format(period=period.in_words)
    return Things(title, tuple(headings), tuple(rows), stacked=True)


def _unit(line: Awaited, held: CountsHeld, today: dt.date, *, links: bool) -> tuple[Cell, ...]:
    asked, sent = line.asked, line.submission
    came = f"{sent.first_sent_in:%Y-%m-%d}" if sent else ""
    late = swedish("efter sista dag") if sent and not line.in_time else ""
    whose = (asked.unit.key, asked.period)
    reminded = next((f"{one.value.day:%Y-%m-%d}" for one in held.reminded if (one.key, one.period) == whose), "")
    link = held.link_of(*whose)
    return (
        Cell(asked.unit.name, address_of(asked)),
        Cell(asked.activity.name),
        Cell(mark=state_mark(line, today)),
        Cell(f"{asked.due:%Y-%m-%d}"),
        Cell(came, note=late),
        Cell(str(len(sent.questions)) if sent and sent.questions else ""),
        Cell(reminded),
        *((_link(link.value.until, link.at, today) if link else Cell(),) if links else ()),
    )


def _link(until: dt.date, made: dt.datetime, today: dt.date) -> Cell:
    text = swedish("till {day}") if until >= today else swedish("gick ut {day}")
    note = swedish("gjord {when}").format(when=day_and_time(made))
    return Cell(text.format(day=f"{until:%Y-%m-%d}"), note=note)


def units_of(lines: Iterable[Awaited]) -> tuple[tuple[str, str], ...]:
    """Return the units of some lines, each once: its key and its name."""
    return tuple({one.asked.unit.key: one.asked.unit.name for one in lines}.items())
