"""Which units are to be reminded of their counts today, and what are they told? No count, and nobody's name."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.participation.asked import Named
from samordna.domain.participation.collecting.rates import Awaited
from samordna.domain.participation.collecting.submission import SubmissionState
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, swedish_date


@dataclass(frozen=True, slots=True)
class Reminded:
    """That a unit was reminded of some months (påminnelse): which day, of which last day, and whether by e-mail."""

    unit: str
    day: dt.date
    due: dt.date
    mailed: bool


@dataclass(frozen=True, slots=True)
class ReminderDays:
    """How many days before the last day, and how many after it, a unit is reminded."""

    before: int = 7
    after: int = 3


@dataclass(frozen=True, slots=True)
class ToRemind:
    """A unit that has something left to do for some months: in which activities, by which day, where it is reached.

    ``due`` is the first of the days when they differ. ``is_back`` says that something waits with questions.
    """

    unit: Named
    period: Period
    due: dt.date
    activities: tuple[str, ...]
    contact: str
    is_back: bool
    last: dt.date | None

    def is_due(self, today: dt.date, days: ReminderDays) -> bool:
        """Tell whether a day to remind on has come that it has not been reminded on or after.

        A day that nobody ran anything on is made up for the next; never twice the same day.
        """
        marks = (self.due - dt.timedelta(days.before), self.due + dt.timedelta(days.after))
        latest = max((mark for mark in marks if mark <= today), default=None)
        return latest is not None and (self.last is None or self.last < latest)

    @property
    def in_words(self) -> str:
        """Return whom it is about and for when."""
        return f"{self.unit.name}, {self.period.in_words}"


def to_remind(awaited: Iterable[Awaited], reminded: Mapping[tuple[str, Period], dt.date]) -> tuple[ToRemind, ...]:
    """Return every unit that has counts left to hand in or questions to answer, by its months.

    ``reminded`` says which day each was reminded last.
    """
    waiting: dict[tuple[str, Period], list[Awaited]] = {}
    for one in awaited:
        if one.state in _WITH_THE_UNIT:
            waiting.setdefault((one.asked.unit.key, one.asked.period), []).append(one)
    return tuple(_together(lines, reminded.get(whose)) for whose, lines in waiting.items())


_WITH_THE_UNIT: Final = frozenset({SubmissionState.ASKED, SubmissionState.SENT_BACK})


def _together(lines: list[Awaited], last: dt.date | None) -> ToRemind:
    first = lines[0].asked
    return ToRemind(
        first.unit,
        first.period,
        min(one.asked.due for one in lines),
        tuple(one.asked.activity.name for one in lines),
        next((one.asked.contact for one in lines if one.asked.contact.strip()), ""),
        any(one.state is SubmissionState.SENT_BACK for one in lines),
        last,
    )


@dataclass(frozen=True, slots=True)
class Letter:
    """A plain text to a unit: what it is about, and what it says."""

    subject: str
    text: str


def reminder_letter(one: ToRemind, association: str, *, link: str, until: dt.date, today: dt.date) -> Letter:
    """Return what a unit is written: what is missing, by when, and the link that opens its form until a day."""
    told = {"unit": one.unit.name, "period": one.period.in_words, "association": association}
    day, is_late = swedish_date(one.due), one.due < today
    last = swedish("Sista dag var {day}.") if is_late else swedish("Sista dag är {day}.")
    parts = (
        swedish("Hej,"),
        swedish("{association} väntar på siffror från {unit} för {period}:").format(**told),
        "\n".join(f"- {name}" for name in one.activities),
        *((_BACK,) if one.is_back else ()),
        last.format(day=day),
        swedish("Siffrorna lämnas här:\n{link}").format(link=link),
        swedish("Länken är enhetens egen och öppnar blanketten till och med {day}. {earlier}").format(
            day=swedish_date(until), earlier=_EARLIER
        ),
        _ONLY_COUNTS,
        association,
    )
    subject = swedish("Siffror från {unit} för {period}").format(**told)
    return Letter(subject, "\n\n".join(parts) + "\n")


_BACK: Final = swedish("Något av det är tillbakaskickat med frågor. De står i blanketten.")
_EARLIER: Final = swedish("En länk som ni fick tidigare öppnar inget längre.")
_ONLY_COUNTS: Final = swedish("Skriv bara antal: inga namn, personnummer eller annat om enskilda.")
