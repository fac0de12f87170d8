"""What stands on the page of the follow-up?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity
from samordna.domain.values.unit import KRONOR, THOUSANDS
from samordna.look.grid_parts import Grid
from samordna.look.parts import Choice, Link, Picker
from samordna.office.questions import FollowUpGrid, Periods, WrittenTable
from samordna.office.web.books.import_words import rests_on
from samordna.office.web.followed.follow_up_grid import Unsaved, WrittenGrid
from samordna.office.web.followed.follow_up_wanted import COLUMNS, FollowUpWanted
from samordna.office.web.forms.wanted import Wanted, address_period
from samordna.office.web.pages.figure_links import FigureLinks
from samordna.office.web.pages.files import FORMATS
from samordna.office.web.statements.statement_pickers import period_choices
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup

NOT_WRITTEN_IN: Final = ProblemKind(
    "follow-up-not-written-in",
    Severity.REFUSE,
    swedish("Cellen går inte att skriva i."),
    swedish("Ladda om sidan: raden kan ha ändrats i registret."),
)
FORM_UNREADABLE: Final = ProblemKind(
    "follow-up-form-unreadable",
    Severity.REFUSE,
    swedish("Det som skickades säger inte vad tabellen visade."),
    swedish("Gå tillbaka, ladda om sidan och skriv på nytt."),
)

_UNITS: Final = (("", KRONOR), ("tkr", THOUSANDS))
_ONWARD: Final = (
    ("heading", swedish("Prognos")),
    ("bridge", swedish("Bryggan")),
    ("register", swedish("Register")),
    ("budgets", swedish("Budget")),
)
"""The screens that are near: the names of their addresses, and what a person calls them."""


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note below a grid: to which row and column, and what it says."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class TableShown:
    """A table on the page: to write in, or else as it is read. ``notes`` and ``remarks`` stand below a grid."""

    grid: Grid | None
    table: Markup | None = None
    notes: tuple[Note, ...] = ()
    remarks: tuple[str, ...] = ()


def nothing_read(actor: Actor) -> dict[str, object]:
    """Return what is shown before any ledger has been read."""
    may = actor.may(Deed.HAND_IN_LEDGER)
    return {"link": Link(swedish("Läs in bokföring"), "/inlasning/") if may else None}


def page(
    told: FollowUpGrid,
    wanted: FollowUpWanted,
    now: Periods,
    actor: Actor,
    unsaved: Mapping[str, Unsaved] | None = None,
) -> dict[str, object]:
    """Return what the page shows; ``unsaved`` is what was typed and could not be saved, by table."""
    writes = actor.may(Deed.ENTER_FORECAST) and told.registered
    left = unsaved or {}
    tables = tuple(_shown(one, wanted, actor, left.get(one.table.id, {}), writes=writes) for one in told.tables)
    return {
        **choices(wanted, now),
        "period": told.asked.period.in_words,
        "columns": told.choices,
        "columns_name": COLUMNS,
        "columns_keep": _pairs(wanted.wanted),
        "usual_columns": f"{reverse('follow_up')}{wanted.wanted.query}",
        "how": _how(told, wanted) if any(one.grid for one in tables) else "",
        "unsaved": sum(len(one) for one in left.values()),
        "tables": tables,
        "without_register": not told.registered,
        "register": _link("register", swedish("Lägg upp registret"), "") if actor.may(Deed.CHANGE_REGISTER) else None,
        "onward": tuple(_onward(wanted)),
        "rests_on": rests_on(told.used),
        "files": _files(wanted) if actor.may(Deed.EXPORT) else (),
    }


def choices(wanted: FollowUpWanted, now: Periods) -> dict[str, object]:
    """Return what can be chosen above the table."""
    period = wanted.asked(now.usual).period
    units = tuple(Choice(word, unit.name, current=(wanted.wanted.unit or KRONOR) == unit) for word, unit in _UNITS)
    kept = wanted.wanted.but(period=None, unit=None)
    return {
        "pickers": (
            Picker("period", swedish("Period"), tuple(period_choices(period, now))),
            Picker("enhet", swedish("Enhet"), units),
        ),
        "keep": (*_pairs(kept), *wanted.chosen),
        "action": reverse("follow_up"),
    }


def saved_now() -> str:
    """Return the line that says when something was saved."""
    return swedish("Sparat kl {time}").format(time=f"{timezone.localtime():%H.%M}")


def saved_in_form(count: int) -> str:
    """Return what is told when a whole form has been taken."""
    if not count:
        return swedish("Inget var ändrat.")
    return swedish("En cell är sparad.") if count == 1 else swedish("{count} celler är sparade.").format(count=count)


def _how(told: FollowUpGrid, wanted: FollowUpWanted) -> str:
    """Return the line that says how a forecast is written."""
    words = swedish(
        "Skriv prognosen för {year} i {unit}. Utan tecken får den det tecken som står i cellen, och är en kostnad där "
        "inget står; − och + betyder detsamma som i tabellen. Töm cellen för att gå tillbaka till förslaget."
    )
    return words.format(year=told.year.in_words, unit=(wanted.wanted.unit or KRONOR).name)


def _shown(one: WrittenTable, wanted: FollowUpWanted, actor: Actor, unsaved: Unsaved, *, writes: bool) -> TableShown:
    if not (writes and one.forecasts):
        links = FigureLinks(wanted.of_figures, (one.table.id,))
        return TableShown(None, table_html(one.with_reasons, address=links.table(one.table)))
    grid = WrittenGrid(one, wanted, actor.may(Deed.COMMENT_FIGURE), unsaved).grid()
    return TableShown(grid, notes=tuple(_notes(one)), remarks=one.table.remarks)


def _notes(one: WrittenTable) -> Iterator[Note]:
    columns = {column.id: column.label for column in one.table.columns}
    for note in one.table.footnotes:
        row = one.table.row(note.row)
        place = f"{row.code} {row.label}".strip()
        yield Note(f"{place}, {columns[note.column]}" if note.column else place, note.text)


def _onward(wanted: FollowUpWanted) -> Iterator[Link]:
    query = Wanted(wanted.wanted.period).query
    for name, label in _ONWARD:
        link = _link(name, label, query if name in {"heading", "bridge"} else "")
        if link:
            yield link


def _link(name: str, label: str, query: str) -> Link | None:
    try:
        return Link(label, f"{reverse(name)}{query}")
    except NoReverseMatch:  # a screen that is not part of this installation
        return None


def _pairs(wanted: Wanted) -> tuple[tuple[str, str], ...]:
    """Return what a form keeps of what an address wants."""
    told = (("period", wanted.period), ("jamfor", wanted.compare))
    periods = tuple((name, address_period(period)) for name, period in told if period)
    return (*periods, *((("enhet", "tkr"),) if wanted.unit == THOUSANDS else ()))


def _files(wanted: FollowUpWanted) -> tuple[Link, ...]:
    return tuple(
        Link(one.label, f"{reverse('follow_up_file', args=(one.ending,))}{wanted.query}") for one in FORMATS.values()
    )
