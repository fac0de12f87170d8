"""How is what was reported of an activity shown line by line, each with its form and what was said before?"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from django import forms

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.reported import CapacityReported
from samordna.domain.activities.structural import StructuralEvent
from samordna.domain.activities.survey import SurveyResult
from samordna.domain.values.counted import RawCount
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import month_in_words, swedish_date
from samordna.look.parts import Heading
from samordna.office.questions import ActivityShown, Told
from samordna.office.web.activities.activity_report_forms import CapacityForm, EventForm
from samordna.office.web.activities.activity_survey_form import SurveyForm, decimal_in_words
from samordna.office.web.forms.when import day_and_time

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tried:
    """A form that could not be taken: of which of the page's tables, of which line (empty: a new one), and itself."""

    table: str
    line: str
    form: forms.Form


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: its key, its cells, the form that changes it, and what was said of it before.

    ``seen`` is the line of the journal that holds. ``form`` is None for what was taken back, and ``withdrawn`` says by
    whom. ``open``: the form could not be taken.
    """

    key: str
    seen: int
    name: str
    cells: tuple[tuple[Heading, str], ...]
    before: tuple[str, ...]
    form: forms.Form | None
    withdrawn: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A table of what was reported: its title, headings and lines."""

    title: str
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]


def _headings(first: str, *others: str) -> tuple[Heading, ...]:
    """Return the heads of columns; one that begins with ``#`` has numbers."""
    rest = (Heading(one.removeprefix("#"), numbers=one.startswith("#")) for one in others)
    return (Heading(first, sentences=True), *rest)


_CAPACITY: Final = _headings(
    swedish("Utförare"),
    swedish("Vid slutet av"),
    swedish("#Platser"),
    swedish("#Väntetid, veckor"),
    swedish("Källa"),
)
_WITH_QUEUE: Final = (*_CAPACITY[:3], Heading(swedish("I kö"), numbers=True), *_CAPACITY[3:])
_EVENTS: Final = _headings(
    swedish("Tillfälle"), swedish("Dagar"), swedish("Organisationer"), swedish("#Antal"), swedish("Så räknas de"),
    swedish("Källa"),
)  # fmt: skip
_SURVEYS: Final = _headings(
    swedish("Fråga"), swedish("Tillfrågade"), swedish("När"), swedish("#Svarade"), swedish("Resultat"),
    swedish("Källa"),
)  # fmt: skip


def capacity(shown: ActivityShown, tried: Tried | None, *, counts: bool) -> Lines:
    """Return what performers report at the end of months, the latest first; how many wait only with ``counts``."""

    def cells(one: CapacityReported) -> tuple[str, ...]:
        queue = (_count(one.queue),) if counts else ()
        told = (_number(one.places), *queue, _number(one.waiting_weeks))
        return (_unit(shown.activity, one.unit), month_in_words(one.month), *told, one.source)

    def form(one: CapacityReported) -> CapacityForm:
        return CapacityForm(shown.activity, held=one)

    lines = _lines(shown.capacity, cells, form, tried if tried and tried.table == "capacity" else None)
    return _table(swedish("Kapacitet, kö och väntetid"), _WITH_QUEUE if counts else _CAPACITY, lines)


def events(shown: ActivityShown, tried: Tried | None) -> Lines:
    """Return what was held, the latest first."""

    def cells(one: StructuralEvent) -> tuple[str, ...]:
        days = swedish_date(one.first)
        if one.last != one.first:
            days = f"{days} – {swedish_date(one.last)}"
        return (one.name, days, ", ".join(one.organisations), _count(one.heads), one.rule.in_words, one.source)

    def form(one: StructuralEvent) -> EventForm:
        return EventForm(shown.activity, held=one)

    lines = _lines(shown.events, cells, form, tried if tried and tried.table == "events" else None)
    return _table(swedish("Tillfällen"), _EVENTS, lines)


def surveys(shown: ActivityShown, tried: Tried | None) -> Lines:
    """Return the results of surveys, the latest first."""

    def cells(one: SurveyResult) -> tuple[str, ...]:
        where = _unit(shown.activity, one.unit) if one.unit else ""
        asked = ", ".join(part for part in (one.asked_group.in_words, where) if part)
        answered = swedish("{answered} av {asked}").format(
            answered=_count(one.answered), asked=_count(one.asked)
        )  # fmt: skip
        return (f"{one.instrument}, {one.question}", asked, one.period.in_words, answered, _result(one), one.source)

    def form(one: SurveyResult) -> SurveyForm:
        return SurveyForm(shown.activity, held=one)

    lines = _lines(shown.surveys, cells, form, tried if tried and tried.table == "surveys" else None)
    return _table(swedish("Enkätresultat"), _SURVEYS, lines)


def _result(one: SurveyResult) -> str:
    mean = swedish("medel {mean} på skalan {low}–{high}").format(
        mean=decimal_in_words(one.mean), low=one.low, high=one.high
    )  # fmt: skip
    shares = ", ".join(f"{share.answer} {decimal_in_words(share.percent)} %" for share in one.shares)
    return "; ".join(part for part in (mean if one.mean is not None else "", shares) if part)


@dataclass(frozen=True, slots=True)
class _Told:
    """A line in words, before its table heads them."""

    line: Line
    words: tuple[str, ...]


def _table(title: str, headings: tuple[Heading, ...], told: Iterable[_Told]) -> Lines:
    lines = (replace(one.line, cells=tuple(zip(headings, one.words, strict=True))) for one in told)
    return Lines(title, headings, tuple(lines))


def _lines(
    told: Iterable[Told[T]],
    cells: Callable[[T], tuple[str, ...]],
    form: Callable[[T], forms.Form],
    tried: Tried | None,
) -> Iterator[_Told]:
    for one in told:
        held = one.holds.value
        latest = held if held is not None else next(said.value for said in one.before if said.value is not None)
        key = line_key(one.holds.key, str(one.holds.period))
        wrong = tried.form if tried and tried.line == key else None
        words = cells(latest)
        line = Line(
            key=key,
            seen=one.holds.number,
            name=words[0],
            cells=(),
            before=tuple(_before(one, cells)),
            form=None if held is None else wrong or form(held),
            withdrawn="" if held is not None else f"{one.holds.by} {day_and_time(one.holds.at)}",
            open=wrong is not None,
        )
        yield _Told(line, words if held is not None else (words[0], *("" for _ in words[1:])))


def line_key(key: str, period: str) -> str:
    """Return what a line of a table is known by on the page: its key in the journal and its months."""
    return f"{period} {key}"


def _before(one: Told[T], cells: Callable[[T], tuple[str, ...]]) -> Iterator[str]:
    for said in one.before:
        if said.value is not None:
            words = ", ".join(word for word in cells(said.value)[1:] if word)
            yield f"{words}. {said.by} {day_and_time(said.at)}"


def _unit(activity: Activity, unit: str) -> str:
    performer = activity.performer(unit)
    return performer.unit if performer else unit


def _number(number: int | None) -> str:
    return "" if number is None else swedish_number(number)


def _count(raw: RawCount | None) -> str:
    return "" if raw is None else swedish_number(raw.count)
