"""How are the association's statements shown, and taken out as files?"""

from dataclasses import replace
from typing import Final
from urllib.parse import parse_qsl, quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.document import Column, Document, Row, Table
from samordna.domain.statements.layout import StatementKind
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Cell, Heading, Link, Mark, Things, Tone
from samordna.office import questions
from samordna.office.questions import Periods, StatementsShown
from samordna.office.web.books.import_words import balances_only, rests_on
from samordna.office.web.forms.wanted import Wanted, can_stand_in_an_address, periods_of
from samordna.office.web.pages.files import FORMATS
from samordna.office.web.pages.handing_over import format_named, hand_over, of_books
from samordna.office.web.pages.known_then import known_then
from samordna.office.web.routing import Route
from samordna.office.web.statements.statement_pickers import KINDS, NAMES, pickers, statement_address, tabs
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup

_UNPROCESSABLE: Final = 422


def first(_request: HttpRequest) -> HttpResponse:
    """Lead to the income statement."""
    return redirect("statement", slag="resultat")


def statement(request: HttpRequest, slag: str) -> HttpResponse:
    """Show the statements of a kind; an address that cannot be understood is told above what can be chosen."""
    kind = _kind(slag)
    now = questions.periods()
    if not now.years and "inlasningar" not in request.GET:
        return render(request, "statements/empty.html", _nothing_read(request))
    try:
        wanted = _wanted(request, now)
        if parse_qsl(request.META["QUERY_STRING"], keep_blank_values=True) != parse_qsl(wanted.query[1:]):
            return redirect(statement_address(kind, wanted))
        known, shown = _shown(wanted, now, kind)
    except Refused as refusal:
        return _refused(request, kind, refusal, now)
    told = {
        **_frame(kind, wanted, known),
        "title": _title(shown),
        "tabs": tabs(shown.kinds, kind, wanted),
        "tables": _tables(shown, wanted),
        "findings": _findings(shown.findings),
        "balances_only": balances_only(shown.told_of),
        "known_then": _known_then(shown, wanted, kind),
        "closed_on": _closed_on(shown, wanted, kind, now),
        "tried": _tried(shown, wanted, kind),
        "rests_on": rests_on(shown.used),
        "files": _files(slag, wanted) if actor_of(request).may(Deed.EXPORT) else (),
    }
    return render(request, "statements/statement.html", told)


def statement_file(request: HttpRequest, slag: str, ending: str) -> HttpResponse:
    """Hand over just what is shown, as a file; the trail says who took it."""
    kind = _kind(slag)
    missing = swedish("Räkenskaperna finns inte i det formatet. Välj PDF, Excel, Word, CSV eller JSON.")
    form = format_named(ending, missing)
    now = questions.periods()
    _, shown = _shown(_wanted(request, now), now, kind)
    name = f"{_title(shown)} {shown.asked.period.in_short}"
    return hand_over(request, _to_take_out(shown), name, form, **of_books(shown.asked.period, shown.imports))


def _kind(slag: str) -> StatementKind:
    if slag not in KINDS:
        raise Http404(swedish("Det finns inga sådana räkenskaper. Välj bland flikarna under Räkenskaper."))
    return KINDS[slag]


def _wanted(request: HttpRequest, now: Periods) -> Wanted:
    """Return what the address wants; naming just the imports that hold is the same as naming none.

    But for a closed period, which rests on the import that it was closed on.
    """
    wanted = Wanted.read(request.GET)
    closed = questions.plan_held().pinned(wanted.asked(now.usual).period)
    return wanted.but(versions=()) if wanted.versions == now.versions and not closed else wanted


def _shown(wanted: Wanted, now: Periods, kind: StatementKind) -> tuple[Periods, StatementsShown]:
    """Return the periods of the imports that are asked, and the statements of the wanted or the latest of them."""
    known = periods_of(wanted, now)
    return known, questions.statements_shown(wanted.asked(known.usual), kind, **wanted.choices)


def _nothing_read(request: HttpRequest) -> dict[str, object]:
    may = actor_of(request).may(Deed.HAND_IN_LEDGER)
    text = swedish("Räkenskaperna ställs upp så snart förbundets bokföring (en SIE-fil) är inläst.")
    wait = swedish("Ekonomen läser in den.")
    return {
        "text": text if may else f"{text} {wait}",
        "link": Link(swedish("Läs in bokföring"), "/inlasning/") if may else None,
    }


def _refused(request: HttpRequest, kind: StatementKind, refusal: Refused, now: Periods) -> HttpResponse:
    """Show what is wrong with an address, and what can be chosen instead."""
    told = {
        **_frame(kind, Wanted(), now),
        "title": NAMES[kind],
        "tabs": tabs(NAMES, kind, Wanted()),
        "problems": refusal.problems,
    }
    return render(request, "statements/statement.html", told, status=_UNPROCESSABLE)


def _frame(kind: StatementKind, wanted: Wanted, known: Periods) -> dict[str, object]:
    """Return what stands around the statements: what can be chosen, and where choosing leads."""
    own = questions.association().layout
    return {
        "pickers": pickers(wanted, known, questions.imports(), own),
        "action": statement_address(kind, Wanted()),
    }


def _title(shown: StatementsShown) -> str:
    """Return the name of the only statement there is, else that of the kind."""
    return shown.tables[0].title if len(shown.tables) == 1 else NAMES[shown.kind]


def _to_take_out(shown: StatementsShown) -> Document:
    """Return what is shown as a document of its name; a statement that is alone in it need not be named again."""
    sections = shown.document.sections
    if len(sections) == 1:
        sections = (replace(sections[0], title=""),)
    return replace(shown.document, title=_title(shown), sections=sections)


def _tables(shown: StatementsShown, wanted: Wanted) -> tuple[Markup, ...]:
    return tuple(
        table_html(table, title_shown=len(shown.tables) > 1, address=_Address(table, wanted)) for table in shown.tables
    )


class _Address:
    """Gives the address that tells what a figure of a table is."""

    def __init__(self, table: Table, wanted: Wanted) -> None:
        self._start, self._end = figure_path(table.id), wanted.query

    def __call__(self, row: Row, column: Column) -> str | None:
        """Return it; None for what an address cannot hold."""
        if not (can_stand_in_an_address(row.id) and can_stand_in_an_address(column.id)):
            return None
        return f"{self._start}{quote(row.id, safe='')}/{quote(column.id, safe='')}/{self._end}"


def figure_path(statement_id: str) -> str:
    """Return the beginning of the addresses of a statement's figures."""
    return f"/siffra/{quote(statement_id, safe='')}/"


_MARKS: Final = {
    "refuse": Mark(Tone.REFUSE, swedish("Stopp")),
    "warn": Mark(Tone.WARN, swedish("Varning")),
    "inform": Mark(Tone.INFORM, swedish("Upplysning")),
}
_MENDED_AT: Final = {"account-without-line": "/uppstallning/", "period-beyond-ledger": "/inlasning/"}
"""Where what was found is mended, by the code of its problem; what is not here is a matter of the layout."""


def _findings(findings: tuple[Problem, ...]) -> Things | None:
    """Return what is wrong with the books laid out: each with where to do something about it."""
    if not findings:
        return None
    rows = tuple(
        (
            Cell(finding.place, mark=_MARKS[finding.severity.value]),
            Cell(finding.found),
            Cell(finding.remedy, href=_MENDED_AT.get(finding.code, "/uppstallning/")),
        )
        for finding in findings
    )
    headings = (Heading(swedish("Plats")), Heading(swedish("Vad som hittades")), Heading(swedish("Vad du kan göra")))
    return Things(swedish("Anmärkningar på underlaget"), headings, rows)


def _known_then(shown: StatementsShown, wanted: Wanted, kind: StatementKind) -> dict[str, object] | None:
    """Return the banner that says that these are the books as they were known then; None when they are as they are."""
    return known_then(shown.imports, statement_address(kind, wanted.but(versions=()))) if wanted.versions else None


def _closed_on(shown: StatementsShown, wanted: Wanted, kind: StatementKind, now: Periods) -> dict[str, object] | None:
    """Return the banner that says that a closed period shows an earlier import than the one that holds now."""
    if wanted.versions or all(taken.current for taken in shown.imports):
        return None
    earlier = next(taken for taken in shown.imports if not taken.current)
    told = swedish("Perioden är stängd på inläsning {version}, {file}. En senare inläsning av året gäller nu.")
    address = statement_address(kind, wanted.but(period=shown.asked.period, versions=now.versions))
    link = Link(swedish("Visa perioden som den vore nu"), address)
    return {"told": told.format(version=earlier.version, file=earlier.file_name), "link": link}


def _tried(shown: StatementsShown, wanted: Wanted, kind: StatementKind) -> dict[str, object] | None:
    """Return the banner that says that another layout than the association's own is tried."""
    if not wanted.layout:
        return None
    back = statement_address(kind, wanted.but(layout=""))
    return {"title": shown.layout.title, "back": Link(swedish("Visa förbundets egen uppställning"), back)}


def _files(slag: str, wanted: Wanted) -> tuple[Link, ...]:
    return tuple(Link(one.label, f"/rakenskaper/{slag}/{one.ending}/{wanted.query}") for one in FORMATS.values())


ROUTES: Final = (
    Route("rakenskaper/", "statements", first, reads=Deed.READ_BOOKS),
    Route("rakenskaper/<str:slag>/", "statement", statement, reads=Deed.READ_BOOKS),
    Route("rakenskaper/<str:slag>/<str:ending>/", "statement_file", statement_file, reads=Deed.EXPORT),
)
