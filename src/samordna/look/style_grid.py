"""Which table to write in does the style page show? One with every kind of row and cell, in every state."""

from typing import Any, Final

from samordna.domain.document import RowKind
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity
from samordna.look.grid_parts import Grid, GridColumn, GridComment, GridEntry, GridFigure, GridRow
from samordna.look.style_parts import HERE

_NOT_A_NUMBER: Final = ProblemKind(
    "example-not-a-number",
    Severity.REFUSE,
    swedish("”{text}” är inget belopp."),
    swedish("Skriv ett tal, till exempel 1 234 eller 1234,50."),
)
_MEANWHILE: Final = ProblemKind(
    "example-meanwhile",
    Severity.REFUSE,
    swedish("{by} har ändrat cellen medan du skrev."),
    swedish("Välj vad som ska gälla."),
)
_YEAR: Final = swedish("Helåret 2024")
_COLUMNS: Final = (
    GridColumn("outcome", swedish("Utfall"), swedish("Jan–aug 2024")),
    GridColumn("budget", swedish("Budget"), swedish("Jan–aug 2024")),
    GridColumn("year", swedish("Budget"), _YEAR),
    GridColumn("forecast", swedish("Prognos"), _YEAR, emphasis=True),
    GridColumn("remark", swedish("Anmärkning"), words=True),
)


def context() -> dict[str, Any]:
    """Return the part of the style page's context that is a table to write in."""
    return {"grid": grid()}


def grid() -> Grid:
    """Return a forecast that is being written: a refused cell, one that another changed, comments, totals."""
    title, area, code = swedish("Prognos per kostnadsställe"), swedish("Område"), swedish("Kst")
    rows = (*_office(), *_activities(), _sum("net", swedish("Nettokostnad"), ("5 497", "6 637", "10 400", "")))
    return Grid("forecast", title, _COLUMNS, rows, HERE, HERE, area, code, swedish("tkr"))


def _office() -> tuple[GridRow, ...]:
    commented = GridComment(f"{HERE}?siffra=kommentar", "1")
    proposed = GridEntry("1 780", 4, note=swedish("Förslag: som hittills"), comment=commented)
    saved = GridEntry("280", 3, comment=_uncommented("1001"), just_saved=True)
    return (
        GridRow("office", swedish("Kansli"), kind=RowKind.HEADING),
        _row("1001", swedish("Styrelse"), ("121", "154", "230"), saved),
        _row("1010", swedish("Kansli och ekonomi"), ("993", "2 026", "3 040"), proposed),
        _sum("sum-office", swedish("Summa kansli"), ("1 114", "2 180", "3 270", "2 060")),
    )


def _activities() -> tuple[GridRow, ...]:
    label, late = swedish("Exempelsteget"), swedish("Utbildning och utveckling för medlemmarnas personal")
    wrong = _NOT_A_NUMBER.at(f"{label}, {_YEAR}", text="6 34o")
    met = _MEANWHILE.at(f"{late}, {_YEAR}", by="Robin Exempel")
    refused = GridEntry("6 750", 7, typed="6 34o", problem=wrong, comment=_uncommented("3001"))
    changed = GridEntry("380", 9, typed="410", problem=met, by="Robin Exempel", comment=_uncommented("3005"))
    return (
        GridRow("activities", swedish("Insatser"), kind=RowKind.HEADING),
        _row("3001", label, ("4 220", "4 500", "6 750"), refused),
        _row("3005", late, ("163", "253", "380"), changed, mark="2"),
        _sum("sum-activities", swedish("Summa insatser"), ("4 383", "4 457", "7 130", "")),
    )


def _row(code: str, label: str, figures: tuple[str, ...], forecast: GridEntry, mark: str = "") -> GridRow:
    explained = tuple(GridFigure(text, href=f"{HERE}?siffra={code}") for text in figures)
    return GridRow(code, label, (*explained, forecast, GridEntry()), code=code, href=HERE, level=1, mark=mark)


def _sum(key: str, label: str, figures: tuple[str, ...]) -> GridRow:
    kind = RowKind.RESULT if key == "net" else RowKind.SUBTOTAL
    named = zip(_COLUMNS, figures, strict=False)
    cells = (GridFigure(text or swedish("saknas"), f"{key}-{column.id}", absent=not text) for column, text in named)
    return GridRow(key, label, (*cells, GridFigure()), kind)


def _uncommented(code: str) -> GridComment:
    return GridComment(f"{HERE}?siffra=kommentar-{code}")
