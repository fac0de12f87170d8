"""What does the living style page show? Every component in every state, of an association that does not exist."""

from typing import Any, Final

from samordna.domain.document import Column, Row
from samordna.domain.values.language import swedish
from samordna.look import style_figures, style_forms, style_grid, style_parts, style_report
from samordna.look.parts import Cell, Choice, Heading, KeyFigure, Mark, Node, Pager, Things, Tone
from samordna.renderers.html import chart_html, table_html
from samordna.renderers.sparkline import sparkline_svg

_HERE: Final = style_parts.HERE


def style_context() -> dict[str, Any]:
    """Return the context of ``look/style.html``."""
    parts = (style_forms.context(), style_grid.context(), style_parts.context(), style_report.context(), _lists())
    return {**_figures(), "key_figures": _key_figures(), **{name: part[name] for part in parts for name in part}}


def _address(row: Row, column: Column) -> str:
    return f"{_HERE}?siffra={row.id}.{column.id}"


def _figures() -> dict[str, Any]:
    title = swedish("Övriga kostnader per månad, tkr; strecken visar 2023")
    return {
        "statement": table_html(style_figures.statement(), address=_address),
        "follow_up": table_html(style_figures.follow_up(), address=_address),
        "defined": table_html(style_figures.defined(), address=_address),
        "chart": chart_html(style_figures.chart()),
        "walk": chart_html(style_figures.walk()),
        "sparkline": sparkline_svg(style_figures.THIS_YEAR, style_figures.LAST_YEAR, title=title),
        "months": table_html(style_figures.months(), title_shown=False),
    }


def _key_figures() -> tuple[KeyFigure, ...]:
    above = Mark(Tone.WARN, swedish("Över taket"))
    undecided = swedish("Beslutas av styrelsen i oktober.")
    return (
        KeyFigure(swedish("Periodens resultat"), "1 619 tkr", f"{_HERE}?siffra=r12", swedish("Budget: 900 tkr.")),
        KeyFigure(swedish("Eget kapital"), "8 099 tkr", f"{_HERE}?siffra=r13", mark=above),
        KeyFigure(swedish("Likvida medel"), "9 208 tkr", f"{_HERE}?siffra=r14", swedish("Den 31 augusti 2024.")),
        KeyFigure(swedish("Prognos"), swedish("saknas"), remark=undecided, absent=True),
    )


def _lists() -> dict[str, Any]:
    return {"things": _imports(), "pager": Pager("51–100 av 1 204", newer=_HERE, older=_HERE), "nodes": _tree()}


_CHANGED: Final = swedish("datum 2024-01-08 → 2024-01-09; konto 6230, kst 1010: 2 362,50 → 3 362,50")


def _imports() -> Things:
    headings = (
        Heading(swedish("Inläsning"), href=_HERE, sorted="descending"),
        Heading(swedish("Läge"), href=_HERE),
        Heading(swedish("Period")),
        Heading(swedish("Inläst")),
        Heading(swedish("Verifikationer"), numbers=True),
        Heading(swedish("Vad som ändrats"), sentences=True),
    )
    imports = (
        (
            "3",
            "bokföring-2024-09.se",
            Mark(Tone.DONE, swedish("Aktuell")),
            swedish("jan–aug 2024"),
            "2024-10-02",
            "1 204",
        ),
        (
            "2",
            "bokföring-2024-08.se",
            Mark(Tone.QUIET, swedish("Ersatt")),
            swedish("jan–juli 2024"),
            "2024-09-03",
            "1 066",
        ),
    )
    rows = tuple(
        (Cell(version, _HERE, note=file), Cell(mark=mark), Cell(period), Cell(day), Cell(count), Cell(_CHANGED))
        for version, file, mark, period, day, count in imports
    )
    return Things(swedish("Inläsningar"), headings, rows, ids=("inlasning-3", "inlasning-2"), stacked=True)


def _tree() -> tuple[Node, ...]:
    moved = style_forms.move(
        swedish("Flytta 5538 till"),
        (Choice("a", swedish("Köp av verksamhet")), Choice("b", swedish("Övriga kostnader"))),
    )
    unplaced = Mark(Tone.WARN, swedish("Ej fördelat"))
    accounts = (
        Node("k5540", swedish("Övriga kostnader"), "5540", "212 768,50", href=f"{_HERE}?siffra=r10"),
        Node("k5538", swedish("IT-kostnader"), "5538", "497,50", mark=unplaced, acts=(moved,)),
    )
    line = Node("rad-ovriga", swedish("Övriga kostnader"), note="−313 371,70", strong=True, children=accounts)
    return (Node("rad-kostnader", swedish("Kostnader"), strong=True, children=(line,)),)
