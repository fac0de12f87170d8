"""Which picture goes with a table of statistics?

Made of the finished table, so that it can show no more than that: a cell that may not be read is told by its sign. The
table is printed beside every picture.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from samordna.domain.document import Cell, Chart, ChartKind, Column, Hidden, Number, Row, RowKind, Table
from samordna.domain.measures.measure import Form
from samordna.domain.measures.tables.parts import TOTAL
from samordna.domain.measures.view import View, ViewKind
from samordna.domain.measures.wanted import tables_by
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import how_many

_MOST_SERIES: Final = 4
"""So many series can be told apart in grey."""
_MOST_WHOLES: Final = 8
"""So many wholes can be laid under each other."""
_MOST_ROWS: Final = 40
"""A picture of more rows is no easier to read than its table."""
_UPRIGHT: Final = 6
_ONE_HIDDEN: Final = swedish("Ett värde ritas inte; dess tecken står i stället.")
_HIDDEN: Final = swedish("{count} värden ritas inte; deras tecken står i stället.")
"""So many rows can stand side by side with their labels below."""
_SHORT: Final = 12
"""Letters of a label that has room below its bars."""
_MOST_HIDDEN: Final = Fraction(1, 3)
"""Where more than this of the bars by gender would be signs, a picture of all together says more."""
_MOST_SIGNS: Final = Fraction(1, 2)
"""A picture of more signs than figures says nothing."""
_SIGN: Final = 3
"""Letters of the sign of a small count, or of one that is not told: what is longer is an interval."""
_BY_GENDER: Final = (swedish(" och kön"), swedish(" efter kön"))
_ANSWERS: Final = ("mean", "low", "high")
"""The columns of a table of answers that are drawn: the figure first, then its ends."""
_ENDS: Final = (f"start:{TOTAL}", f"end:{TOTAL}")
"""The columns of a table from start to end that are drawn."""
_AS_AGREED: Final = (Form.AGREED, Form.BUDGETED)


def chart_of(view: View, table: Table) -> Chart | None:
    """Return the picture of one of a view's tables; None where there would be nothing to compare in it."""
    shown, kind = _transitions(view, table) or _shown(view, table)
    shown = _without_intervals(replace(shown, title=_title(table, shown)))
    rows = [row for row in shown.rows if row.cells]
    drawn = [row for row in rows if row.kind is RowKind.DETAIL] or rows
    any_told = any(isinstance(cell, Number) for row in drawn for cell in row.cells)
    if not any_told or _hidden_part(shown) > _MOST_SIGNS:
        return None
    most = _MOST_WHOLES if kind is ChartKind.SHARES else _MOST_SERIES
    if not 1 < len(drawn) <= _MOST_ROWS or not 0 < len(shown.columns) <= most:
        return None
    return Chart(f"{table.id}-chart", shown.title, _described(shown, drawn), kind, shown, table_above=True)


def _title(table: Table, shown: Table) -> str:
    """Return what a picture is called: without the words of gender where women and men are drawn together."""
    genders = {gender.value for gender in Gender}
    drawn = {column.id for column in shown.columns}
    if not genders & {column.id for column in table.columns} or drawn != {TOTAL}:
        return table.title
    title = table.title
    for words in _BY_GENDER:
        title = title.replace(words, "")
    return swedish("{title}, kvinnor och män tillsammans").format(title=title)


def _without_intervals(table: Table) -> Table:
    """Return a table without the rows that hold nothing but figures between two: those are no bars, and long signs."""

    def drawn(row: Row) -> bool:
        signs = [cell.sign for cell in row.cells if isinstance(cell, Hidden)]
        return any(isinstance(cell, Number) for cell in row.cells) or all(len(sign) <= _SIGN for sign in signs)

    return replace(table, rows=tuple(row for row in table.rows if drawn(row)))


def _transitions(view: View, table: Table) -> tuple[Table, ChartKind] | None:
    """Return pairs turned about, so that each start is a whole of what it became; only all together are drawn."""
    if view.kind is not ViewKind.TRANSITIONS:
        return None
    if table.id not in [f"{view.key}-{one.key}" for one in view.shown]:
        return replace(table, columns=()), ChartKind.SHARES
    starts = [row for row in table.rows if row.kind is RowKind.DETAIL and _somebody(row.cells[-1])]
    rows = tuple(
        Row(column.id, column.label, RowKind.DETAIL, tuple(row.cells[at] for row in starts))
        for at, column in enumerate(table.columns[:-1])
    )
    columns = tuple(Column(row.id, row.label) for row in starts)
    told = tuple(row for row in rows if any(map(_somebody, row.cells)))
    return replace(table, columns=columns, rows=told, stub="", remarks=(), footnotes=()), ChartKind.SHARES


def _somebody(cell: Cell) -> bool:
    return isinstance(cell, Hidden) or (isinstance(cell, Number) and bool(cell.exact))


def _shown(view: View, table: Table) -> tuple[Table, ChartKind]:
    """Return what of a table is drawn, and how: its columns say what kind of table it is."""
    there = {column.id for column in table.columns}
    if _ANSWERS[0] in there:
        rows = (row for row in table.rows if row.id.startswith(f"{TOTAL}:"))
        return _only(table, _ANSWERS, rows), ChartKind.RANGES
    if _ENDS[0] in there:
        kind = ChartKind.HORIZONTAL_BARS if _several(view) else ChartKind.SHARES
        return _only(table, _ENDS, _drawn(view, table)), kind
    if view.kind is ViewKind.SIDE_BY_SIDE and table.id == view.key:
        shown = _only(table, _compared(view, table), _drawn(view, table))
    else:
        genders = [gender.value for gender in Gender if _anybody(table, gender.value)]
        shown = _only(table, genders, _drawn(view, table))
        if _hidden_part(shown) > _MOST_HIDDEN:  # women and men can be told of too few: all together
            shown = _only(table, (TOTAL,), _drawn(view, table))
    return shown, _bars(shown)


def _compared(view: View, table: Table) -> tuple[str, ...]:
    """Return the columns that are drawn beside each other: what was agreed and what became of it, or the first counts.

    Counts of different kinds of people can be compared; shares and means are not drawn with them.
    """
    there = [one for one in view.shown if _told(table, one.key)]
    agreed = [one for one in there if one.form in _AS_AGREED]
    counts = [one for one in there if one.form is Form.COUNT]
    of_agreed = [one for one in counts if one.numerator in [each.numerator for each in agreed]]
    drawn = [*agreed, *of_agreed] if of_agreed else counts[: _MOST_SERIES - 1]
    return tuple(one.key for one in there if one in drawn[:_MOST_SERIES])


def _several(view: View) -> bool:
    """Tell whether somebody may be in several rows, so that the rows are no parts of a whole."""
    return any(TABLES[table].several for measure in view.shown for table in tables_by(measure, view))


def _hidden_part(table: Table) -> Fraction:
    """Return how much of what a picture would draw may not be read."""
    rows = [row for row in table.rows if row.cells]
    cells = [cell for row in [row for row in rows if row.kind is RowKind.DETAIL] or rows for cell in row.cells]
    return Fraction(sum(isinstance(cell, Hidden) for cell in cells), max(1, len(cells)))


def _drawn(view: View, table: Table) -> tuple[Row, ...]:
    """Return the rows that are drawn: where units are divided further, each unit is drawn as a whole.

    A row in another unit than the table's has no place on its axis.
    """
    rows = [row for row in table.rows if _on_axis(row, table)]
    if view.division and len(view.by) > 1:
        return tuple(row for row in rows if row.kind is RowKind.SUBTOTAL and not row.level and row.id != TOTAL)
    return tuple(rows)


def _on_axis(row: Row, table: Table) -> bool:
    units = {cell.unit.suffix for cell in row.cells if isinstance(cell, Number)}
    return not units or table.unit.suffix in units


def _told(table: Table, column: str) -> bool:
    """Tell whether there is anything in a column at all."""
    return any(isinstance(cell, Number | Hidden) for cell in _column(table, column))


def _anybody(table: Table, column: str) -> bool:
    """Tell whether anybody at all is counted in a column, or may be: a column of nobody is not drawn."""
    return any(map(_somebody, _column(table, column)))


def _column(table: Table, column: str) -> Iterator[Cell]:
    at = next((place for place, one in enumerate(table.columns) if one.id == column), None)
    if at is not None:
        yield from (row.cells[at] for row in table.rows if row.cells)


def _only(table: Table, columns: Sequence[str], rows: Iterable[Row]) -> Table:
    """Return some columns and rows of a table, without what stands below it."""
    at = [place for place, one in enumerate(table.columns) if one.id in columns]
    kept = tuple(replace(row, cells=tuple(row.cells[place] for place in at) if row.cells else ()) for row in rows)
    heads = tuple(replace(table.columns[place], emphasis=False) for place in at)
    return replace(table, columns=heads, rows=kept, remarks=(), footnotes=())


def _bars(table: Table) -> ChartKind:
    rows = [row for row in table.rows if row.cells]
    short = all(len(row.label) <= _SHORT for row in rows)
    return ChartKind.BARS if short and len(rows) <= _UPRIGHT else ChartKind.HORIZONTAL_BARS


def _described(table: Table, drawn: Sequence[Row]) -> str:
    """Return what the picture shows, for those who do not see it: where each series is most, and what is not told."""
    series = ", ".join(column.label.lower() for column in table.columns)
    told = [swedish("{title}: {series}.").format(title=table.title, series=series)]
    told += [most for at, column in enumerate(table.columns) if (most := _most(column, at, drawn))]
    hidden = sum(isinstance(cell, Hidden) for row in drawn for cell in row.cells)
    if hidden:
        told.append(how_many(hidden, _ONE_HIDDEN, _HIDDEN))
    return " ".join((*told, swedish("Tabellen bredvid visar alla värden.")))


def _most(column: Column, at: int, drawn: Sequence[Row]) -> str:
    """Return in which row a series is most; nothing when it is so in none or in several, or when one is hidden."""
    cells = [(row.label, row.cells[at]) for row in drawn]
    numbers = [(cell.exact, cell.text, label) for label, cell in cells if isinstance(cell, Number)]
    if len(numbers) < len(cells) or not numbers:
        return ""
    most = max(exact for exact, _, _ in numbers)
    found = [(text, label) for exact, text, label in numbers if exact == most]
    if len(found) > 1 or not most:
        return ""
    text, label = found[0]
    return swedish("{column}: högst är {label}, {count}.").format(column=column.label, label=label, count=text)
