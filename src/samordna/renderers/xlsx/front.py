"""What does the first sheet tell?"""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from samordna.domain.document import Document, Table
from samordna.domain.values.language import swedish
from samordna.renderers.grid import unit_line
from samordna.renderers.printable import one_line
from samordna.renderers.xlsx.look import Look
from samordna.renderers.xlsx.sheet import A4


def write_front(sheet: Worksheet, look: Look, document: Document, tables: Sequence[tuple[str, Table]]) -> None:
    """Write what the document is, a link to each table's sheet, and what the figures were made from."""
    line = _write_titles(sheet, look, document)
    for label, value in document.facts:
        sheet.write_string(line, 0, one_line(label), look.quiet)
        sheet.write_string(line, 1, one_line(value), look.of())
        line += 1
    line += 1
    for at, heading in enumerate((swedish("Blad"), swedish("Enhet"))):
        sheet.write_string(line, at, heading, look.heading(figure=False, emphasis=True))
    for name, table in tables:
        line += 1
        address = name.replace("'", "''")
        sheet.write_url(line, 0, f"internal:'{address}'!A1", look.link, one_line(table.title)[:255])
        sheet.write_string(line, 1, unit_line(table), look.quiet)
    line += 2
    for text in document.provenance:
        sheet.write_string(line, 0, one_line(text), look.quiet)
        line += 1
    _set_up(sheet)


def _write_titles(sheet: Worksheet, look: Look, document: Document) -> int:
    """Write the titles that the document has, and return the row where the facts begin."""
    titles = (
        (document.title, look.title),
        (document.subtitle, look.of(font_size=12)),
        (document.author if document.author != document.subtitle else "", look.of()),
        (document.status, look.warning),
    )
    line = 0
    for text, style in titles:
        if text:
            sheet.write_string(line, 0, one_line(text), style)
            line += 1
    return line + 1


def _set_up(sheet: Worksheet) -> None:
    sheet.set_column(0, 0, 58)
    sheet.set_column(1, 1, 34)
    sheet.hide_gridlines(2)
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
