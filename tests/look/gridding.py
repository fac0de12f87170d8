"""How does a test write in the grid, in a real browser, with an association's numbers held in memory?

The page is the site's own frame, components, styles and scripts under its own policy. What answers it keeps cells as a
site does: a number for each saving, a sum that follows, and it can be told to be away, late, or busy with others.
"""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from urllib.parse import parse_qsl, urlsplit

from django.template import Context, Engine
from django.template.loader import get_template
from playwright.sync_api import Browser, Locator, Page, Route, expect
from tests.look import viewing

from samordna.domain.document import RowKind
from samordna.domain.values.problem import ProblemKind, Severity
from samordna.look import grid_answers
from samordna.look.grid_answers import NewTotal, SavedCell
from samordna.look.grid_form import changed_cells
from samordna.look.grid_parts import Grid, GridColumn, GridComment, GridEntry, GridFigure, GridRow

ADDRESS = "http://stil.example/prognos/"
SAVE = "/prognos/cell/"
TOKEN = "token-of-the-form"
WRONG = ProblemKind("test-wrong", Severity.REFUSE, "”{text}” är inget belopp.", "Skriv ett tal, till exempel 1 234.")
MEANWHILE = ProblemKind("test-meanwhile", Severity.REFUSE, "{by} har ändrat cellen medan du skrev.", "Välj ett värde.")
NAMES = {"1001": "Styrelse", "1010": "Kansli", "3001": "Exempelsteget", "3005": "Utbildning"}
GROUPS = {"Kansli": ("1001", "1010"), "Insatser": ("3001", "3005")}
COLUMNS = (
    GridColumn("budget", "Budget", "Helåret"),
    GridColumn("forecast", "Prognos", "Helåret", emphasis=True),
    GridColumn("outcome", "Utfall"),
    GridColumn("remark", "Anmärkning", words=True),
)
PAGE = '{% extends "look/page.html" %}{% block title %}Prognos{% endblock %}{% block heading %}Prognos{% endblock %}{% block content %}{% include "look/components/grid.html" %}{% endblock %}'  # noqa: E501


def number(text: str) -> int | None:
    """Read a number as a Swedish reader writes it; None is an empty cell, ``ValueError`` is no number."""
    plain = text.replace("kr", "").replace("−", "-").translate(dict.fromkeys(map(ord, " \u00a0\u202f")))
    return int(plain) if plain else None


def written(value: int | None) -> str:
    return "" if value is None else f"{value:,}".replace(",", "\u00a0").replace("-", "−")


@dataclass
class Kept:
    """A cell as it is kept: what it holds, which saving that is, and the note that the last saving made."""

    value: str
    seen: int = 1


@dataclass
class Keeper:
    """The other end: keeps the cells, remembers every request, and answers as it is told."""

    cells: dict[tuple[str, str], Kept] = field(default_factory=dict)
    posts: list[dict[str, str]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    away: bool = False
    late: bool = False
    held: list[Route] = field(default_factory=list)
    token: str = TOKEN
    besides: tuple[tuple[str, str], ...] = ()
    typed: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=lambda: dict(NAMES))
    groups: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict(GROUPS))

    def __post_init__(self) -> None:
        for at, code in enumerate(NAMES, 1):
            self.cells[code, "budget"] = Kept(written(at * 1000))
            self.cells[code, "forecast"] = Kept(written(at * 1000 + 500))
            self.cells[code, "remark"] = Kept("")

    def __getitem__(self, place: tuple[str, str]) -> str:
        return self.cells[place].value

    def written_by_another(self, row: str, column: str, value: str) -> None:
        kept = self.cells[row, column]
        kept.value, kept.seen = value, kept.seen + 1

    def sum_of(self, column: str, codes: tuple[str, ...] = ()) -> str:
        return written(sum(number(self[code, column]) or 0 for code in codes or self.names))

    def answer(self, route: Route) -> None:
        """Answer a request for a cell, now or when ``release`` is called."""
        if self.away:
            route.abort()
        elif self.late:
            self.held.append(route)
        else:
            self._answer(route)

    def release(self) -> None:
        """Answer the request that waits longest."""
        self._answer(self.held.pop(0))

    def _answer(self, route: Route) -> None:
        posted = dict(parse_qsl(route.request.post_data, keep_blank_values=True))
        self.posts.append(posted)
        status, content = self._taken(posted, route.request.headers.get("x-csrftoken", ""))
        self.statuses.append(status)
        route.fulfill(status=status, body=json.dumps(content), content_type="application/json")

    def _taken(self, posted: dict[str, str], token: str) -> tuple[int, dict[str, object]]:
        if token != self.token:
            return 403, {}
        row, column = posted["row"], posted["column"]
        kept, text = self.cells[row, column], posted["value"]
        if int(posted["seen"]) != kept.seen:
            met = MEANWHILE.at(self.names[row], by="Robin")
            return 409, grid_answers.changed_meanwhile(met, SavedCell(row, column, kept.value, kept.seen), "Robin")
        try:
            kept.value = text if column == "remark" else written(number(text))
        except ValueError:
            return 422, grid_answers.refused(WRONG.at(self.names[row], text=text))
        kept.seen += 1
        note = "Utan prognos" if not text and column == "forecast" else ""
        totals = (NewTotal(f"total-{at}", self.sum_of(at)) for at in ("budget", "forecast"))
        told = f"Sparat kl {dt.time(10, 14):%H.%M}"
        others = (SavedCell(*place, self[place], self.cells[place].seen) for place in self.besides)
        return 200, grid_answers.saved([SavedCell(row, column, kept.value, kept.seen, note), *others], totals, told)

    def take_form(self, text: str) -> None:
        """Take the whole form, as where there are no scripts."""
        posted = dict(parse_qsl(text, keep_blank_values=True))
        self.posts.append(posted)
        self.typed = {}
        for cell in changed_cells(posted):
            sent = {"row": cell.row, "column": cell.column, "value": cell.value, "seen": str(cell.seen)}
            status, content = self._taken(sent, posted["csrfmiddlewaretoken"])
            if status != 200:
                self.typed[cell.row, cell.column] = (cell.value, content.get("cell", {}).get("by", ""))

    def grid(self) -> Grid:
        rows = []
        for group, codes in self.groups.items():
            rows.append(GridRow(group, group, kind=RowKind.HEADING))
            rows += [self._row(code) for code in codes]
            sums = (GridFigure(self.sum_of(at, codes)) for at in ("budget", "forecast"))
            rows.append(
                GridRow(f"sum-{group}", f"Summa {group}", (*sums, GridFigure(), GridFigure()), RowKind.SUBTOTAL)
            )
        totals = (GridFigure(self.sum_of(at), f"total-{at}", f"/stil/?siffra={at}") for at in ("budget", "forecast"))
        rows.append(GridRow("net", "Nettokostnad", (*totals, GridFigure("321"), GridFigure()), RowKind.RESULT))
        return Grid("prognos", "Prognos", COLUMNS, tuple(rows), "/prognos/", SAVE, "Område", "Kst", "kr")

    def _row(self, code: str) -> GridRow:
        outcome = GridFigure("77", href=f"/stil/?siffra={code}")
        comment = GridComment(f"/stil/?siffra=kommentar-{code}", "1" if code == "1010" else "")
        budget, forecast, remark = (self._entry(code, column) for column in ("budget", "forecast", "remark"))
        forecast = GridEntry(**{**_fields(forecast), "comment": comment})
        return GridRow(code, self.names[code], (budget, forecast, outcome, remark), code=code, level=1)

    def _entry(self, code: str, column: str) -> GridEntry:
        kept = self.cells[code, column]
        if (code, column) not in self.typed:
            return GridEntry(kept.value, kept.seen)
        typed, by = self.typed[code, column]
        problem = MEANWHILE.at(self.names[code], by=by) if by else WRONG.at(self.names[code], text=typed)
        return GridEntry(kept.value, kept.seen, typed=typed, problem=problem, by=by)

    def html(self) -> str:
        engine: Engine = get_template("look/page.html").backend.engine
        context = {"grid": self.grid(), "site": viewing.FRAME, "csrf_token": self.token, "messages": ()}
        context["request"] = SimpleNamespace(GET={})
        return engine.from_string(PAGE).render(Context(context))


def _fields(entry: GridEntry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in ("text", "seen", "note", "typed", "problem", "by")}


def opened(chromium: Browser, keeper: Keeper, *, width: int = 1280, **options: object) -> Page:
    """Return the page with the grid as a browser shows it, answered by ``keeper``."""
    page = viewing.opened(chromium, width=width, **options)

    def whole(route: Route) -> None:
        if route.request.method == "POST":
            keeper.take_form(route.request.post_data)
        policy = {"Content-Security-Policy": viewing.POLICY}
        route.fulfill(body=keeper.html(), content_type="text/html; charset=utf-8", headers=policy)

    page.route(lambda url: urlsplit(url).path == "/prognos/", whole)
    page.route(lambda url: urlsplit(url).path == SAVE, keeper.answer)
    page.goto(ADDRESS)
    return page


def cell(page: Page, row: str, column: str = "forecast") -> Locator:
    """Return the field of a cell."""
    return page.locator(f'input[name="{column} {row}"]')


def told(page: Page) -> Locator:
    """Return the line that says how it stands."""
    return page.locator("[data-grid-told]")


def settled(page: Page) -> None:
    """Wait until nothing is on its way."""
    expect(page.locator("[data-state=waiting], [data-state=unsaved]")).to_have_count(0)


def places() -> Iterator[tuple[str, str]]:
    """Yield every cell to write in, in the order that Tab takes."""
    for codes in GROUPS.values():
        yield from ((code, column) for code in codes for column in ("budget", "forecast", "remark"))
