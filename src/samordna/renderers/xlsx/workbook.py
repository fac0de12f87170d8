"""Which sheets does the workbook have, and how do they find each other?

The first sheet lists the others and tells what the figures were made from; then comes one sheet for each
table, in reading order, a chart's table with the chart beside it.
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
    blocks = [block for block in blocks_of(document) if isinstance(block, Table | Chart)]
    tables = [block.table if isinstance(block, Chart) else block for block in blocks]
    names = sheet_names([table.title for table in tables], taken=FRONT)
    write_front(workbook.add_worksheet(FRONT), look, document, list(zip(names, tables, strict=True)))
    for name, block, table in zip(names, blocks, tables, strict=True):
        place = TableSheet(workbook.add_worksheet(name), look, FRONT, plotted=isinstance(block, Chart))
        below = write_table(place, table, document)
        if isinstance(block, Chart):
            insert_chart(workbook, place, block, below)
