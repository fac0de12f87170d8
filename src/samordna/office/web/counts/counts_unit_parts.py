"""Which parts show a unit's answer: facts, tables with their cells, questions, and every version with who and when?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from django.http import QueryDict
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.domain.participation.asked import where_in_words
from samordna.domain.participation.collecting.submission import CellQuestion, SubmissionEntry
from samordna.domain.participation.count_table import GENDER_NAMES, GenderAsked
from samordna.domain.participation.counts_report import Place
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.look.parts import Cell, Fact, Heading, Link, Things, Tone
from samordna.office.actions import Actor
from samordna.office.questions import CountRow, CountShown, CountsShown, CountsTable
from samordna.office.web.counts.counts_cells import cell_key, place_of
from samordna.office.web.counts.counts_parts import address_of
from samordna.office.web.forms.when import day_and_time

_QUESTION: Final = "fraga:"
_WHOLE: Final = "fraga"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that is being written at a cell."""

    place: Place
    name: str
    key: str
    text: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Asks:
    """The questions that are being written; ``whole`` is about the counts in general."""

    cells: tuple[Ask, ...] = ()
    whole: str = ""
    begun: bool = False

    def with_cells(self, cells: tuple[Ask, ...], *, at: str) -> "Asks":
        """Return the questions with others at cells; the one at ``at`` is the one to write next."""
        return replace(self, cells=tuple(replace(one, is_new=one.key == at) for one in cells), begun=True)


def asks_in(data: QueryDict, shown: CountsShown) -> Asks:
    """Return the questions of a form as it was sent."""
    found = []
    for name, text in data.items():
        place = place_of(name.removeprefix(_QUESTION), shown.asked) if name.startswith(_QUESTION) else None
        if place:
            found.append(Ask(place, shown.asked.called(place), cell_key(place), str(text)))
    return Asks(tuple(found), data.get(_WHOLE, ""), begun=True)


def facts(shown: CountsShown) -> tuple[Fact, ...]:
    """Return whose counts they are, by when, how they came, and who vouches for them."""
    asked, sent = shown.line.asked, shown.line.submission
    told = [
        (swedish("Sista dag"), swedish_date(asked.due)),
        (swedish("Kontakt"), asked.contact),
        (swedish("Kom"), _came(shown) if sent else swedish("inte än")),
        (swedish("Intygas av"), shown.said.value.report.vouched_by.value if shown.said else ""),
        (swedish("I uppföljningen"), _standing(shown) if sent else ""),
    ]
    return tuple(Fact(label, words) for label, words in told if words)


def _came(shown: CountsShown) -> str:
    sent = shown.line.submission
    if sent is None:
        return ""
    day = swedish_date(sent.first_sent_in)
    return day if shown.line.in_time else swedish("{day}, efter sista dag").format(day=day)


def _standing(shown: CountsShown) -> str:
    sent = shown.line.submission
    if sent is None or sent.standing is None:
        return swedish("räknas inte förrän de är godtagna")
    return swedish("det som godtogs före rättelsen") if sent.is_correction else swedish("räknas som de står här")


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row: its name, its cells, each with its heading and its name for forms, and the questions being written."""

    name: str
    cells: tuple[tuple[str, str, CountShown], ...]
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table of counts with the headings of its columns, and the names of its cells for forms."""

    of: CountsTable
    headings: tuple[str, ...]
    rows: tuple["ShownRow", ...]
    note: str

    @property
    def sums(self) -> tuple[tuple[str, str], ...]:
        """What the rows come to, each with the heading of its column."""
        return tuple(zip(self.headings, self.of.sums, strict=True))

    @property
    def width(self) -> int:
        """How many columns it has."""
        return 1 + len(self.headings)

    @property
    def id(self) -> str:
        """By what it is linked to."""
        return f"tabell-{self.of.table.key}"


def tables_of(shown: CountsShown, asks: Asks) -> tuple[ShownTable, ...]:
    """Return the tables as they are laid out, with the questions that are being written at their cells."""
    return tuple(_table(one, asks) for one in shown.tables)


def _table(one: CountsTable, asks: Asks) -> ShownTable:
    headings = tuple(GENDER_NAMES[gender].capitalize() for gender in one.columns)
    note = swedish("Kön anges om det är känt.") if one.table.gender is GenderAsked.IF_KNOWN else ""
    return ShownTable(one, headings, tuple(_row(row, headings, asks) for row in one.rows), note)


def _row(row: CountRow, headings: tuple[str, ...], asks: Asks) -> ShownRow:
    keys = [cell_key(cell.place) for cell in row.cells]
    written = tuple(ask for ask in asks.cells if ask.key in keys)
    return ShownRow(row.name, tuple(zip(headings, keys, row.cells, strict=True)), written)


def jumps(shown: CountsShown) -> tuple[Link, ...]:
    """Return where each table stands on the page."""
    return tuple(Link(one.table.name, f"#tabell-{one.table.key}") for one in shown.tables)


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that is told of the answer: where, what, and where that stands on the page (empty: nowhere)."""

    place: str
    text: str
    href: str = ""
    tone: Tone | None = None
    before: str = ""
    after: str = ""


def warnings(shown: CountsShown) -> tuple[Noted, ...]:
    """Return what is to be looked at, each leading to its cell."""
    places = _places(shown)
    return tuple(
        Noted(one.place, f"{one.found} {one.remedy}", places.get(one.place, ""), Tone(one.severity.value))
        for one in shown.problems
    )


def changes(shown: CountsShown) -> tuple[Noted, ...]:
    """Return what this version answers otherwise than the one before, each leading to where it stands."""
    return tuple(
        Noted("", one.words, _anchor(one.place) if one.place else f"#tabell-{one.table}", None, one.before, one.after)
        for one in shown.changed
    )


def asked_about(questions: tuple[CellQuestion, ...], shown: CountsShown) -> tuple[Noted, ...]:
    """Return questions of the office, each leading to the cell that it is about."""
    return tuple(
        Noted(shown.asked.called(one.place), one.text, _anchor(one.place)) if one.place else Noted("", one.text)
        for one in questions
    )


def _anchor(place: Place) -> str:
    return f"#ruta-{cell_key(place)}"


def _places(shown: CountsShown) -> Mapping[str, str]:
    """Return where on the page everything stands that has a name in words."""
    text = where_in_words(shown.asked).text
    tables = {text(one.table.key): f"#tabell-{one.table.key}" for one in shown.tables}
    heads = {
        shown.asked.called(Place(one.table.key, (), gender)): f"#tabell-{one.table.key}"
        for one in shown.tables
        for gender in one.columns
    }
    cells = (cell for one in shown.tables for row in one.rows for cell in row.cells)
    return {**tables, **heads, **{cell.name: _anchor(cell.place) for cell in cells}}


def history(shown: CountsShown) -> Things:
    """Return every step with who and when, the latest first; each version can be read."""
    headings = (
        Heading(swedish("När")), Heading(swedish("Vem")), Heading(swedish("Vad som hände"), sentences=True),
        Heading(swedish("Läge")), Heading(swedish("Version")),
    )  # fmt: skip
    address = address_of(shown.line.asked)
    current = shown.said.number if shown.said else 0
    rows = tuple(
        (
            Cell(day_and_time(one.at)),
            Cell(one.by),
            Cell(_step(one.value.history[-1]), note=one.value.history[-1].told),
            Cell(one.value.state.in_words),
            Cell(swedish("visas här"))
            if one.number == current
            else Cell(swedish("läs"), f"{address}?version={one.number}"),
        )
        for one in shown.versions
        if one.value.history
    )
    return Things(swedish("Vad som hänt med siffrorna"), headings, rows)


def _step(entry: SubmissionEntry) -> str:
    said: Mapping[str, str] = {
        "send_in": swedish("Lämnade in"),
        "send_back": swedish("Skickade tillbaka med frågor"),
        "accept": swedish("Godtog"),
        "lock": swedish("Låste"),
        "correct": swedish("Rättade"),
    }
    came = swedish("; kom till kansliet {day}").format(day=f"{entry.arrived:%Y-%m-%d}") if entry.arrived else ""
    return said[entry.step.value] + came


def files(shown: CountsShown, actor: Actor) -> tuple[Link, ...]:
    """Return what can be fetched or handed in for the unit, and where its line of the calendar is changed."""
    asked = shown.line.asked
    told = (
        (Deed.SEND_IN_COUNTS, swedish("Blankett i Excel"), address_of(asked, "counts_template")),
        (Deed.SEND_IN_COUNTS, swedish("Lämna in eller rätta"), f"{reverse('hand_in_counts')}?enhet={asked.unit.key}"),
        (Deed.ASK_COUNTS, swedish("Ändra i kalendern"), address_of(asked, "counts_line")),
    )
    return tuple(Link(label, href) for deed, label, href in told if actor.may(deed))
