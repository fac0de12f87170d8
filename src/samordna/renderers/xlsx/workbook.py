"""Which sheets does the workbook have, and how do they find each other?

The first sheet lists the others and tells what the figures were made from; then comes one sheet for each
table, in reading order, a chart's table with the chart below it.
"""

import datetime as dt
import io
from typing import Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from samordna.domain.document import Chart, Document, Table, blocks_of
from samordna.domain.values.language import LANGUAGE, swedish
from samordna.renderers.printable import one_line
from samordna.renderers.stamp import UNDATED
from samordna.renderers.xlsx.front import write_front
from samordna.renderers.xlsx.look import Look
from samordna.renderers.xlsx.names import sheet_names
from samordna.renderers.xlsx.picture import insert_chart
from samordna.renderers.xlsx.sheet import TableSheet, write_table

FRONT: Final = swedish("Innehåll")

SAFE: Final = {
    "in_memory": True,
    # text is text: what looks like a formula, an address or a number is still what somebody wrote
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render_xlsx(document: Document, *, made: dt.datetime = UNDATED) -> bytes:
    """Return the tables of the document as a workbook; ``made`` is the time its properties tell."""
    written = io.BytesIO()
    with Workbook(written, SAFE) as workbook:
        _write(workbook, document, made)
    return written.getvalue()


def _write(workbook: Workbook, document: Document, made: dt.datetime) -> None:
    workbook.set_properties(
        {
            "title": one_line(document.title),
            "subject": one_line(document.subtitle),
            "author": one_line(document.author),
            "company": one_line(document.author),
            "status": one_line(document.status),
            "created": made,
        }
    )
    workbook.set_custom_property("Language", LANGUAGE)
    look = Look(workbook)
    sheets = _sheets(document)
    names = sheet_names([table.title for table, _ in sheets], taken=FRONT)
    tables = [table for table, _ in sheets]
    write_front(workbook.add_worksheet(FRONT), look, document, list(zip(names, tables, strict=True)))
    for name, (table, chart) in zip(names, sheets, strict=True):
        place = TableSheet(workbook.add_worksheet(name), look, FRONT, plotted=chart is not None)
        below = write_table(place, table, document)
        if chart:
            insert_chart(workbook, place, chart, table, below)


def _draws_of(chart: Chart, table: Table) -> bool:
    """Tell whether a table has the columns of a chart: one that has not would be drawn without a series."""
    return {column.id for column in chart.table.columns} <= {column.id for column in table.columns}


def _sheets(document: Document) -> list[tuple[Table, Chart | None]]:
    """Return the table of each sheet and the chart that is drawn of it: its own, or one that stands right below it."""
    sheets: list[tuple[Table, Chart | None]] = []
    for block in blocks_of(document):
        match block:
            case Table():
                sheets.append((block, None))
            case Chart(table_above=True) if sheets and _draws_of(block, sheets[-1][0]):
                sheets[-1] = (sheets[-1][0], block)
            case Chart():
                sheets.append((block.table, block))
            case _:
                pass
    return sheets
