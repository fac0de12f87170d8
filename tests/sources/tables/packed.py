"""Workbooks that are not as workbooks are: one part changed, or parts that pretend."""

import io
import zipfile
from collections.abc import Callable, Mapping

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"

ROWS = (("Konto", "Benämning", "Saldo"), (1930, "Bank", 100.5), (2010, "Eget kapital", -100.5))


def workbook(rows=ROWS, sheet: str = "Saldon") -> bytes:
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return written.getvalue()


def changed(
    parts: Mapping[str, Callable[[bytes], bytes]], data: bytes | None = None, added: Mapping[str, bytes] | None = None
) -> bytes:
    """Return a workbook with some parts changed and others added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data or workbook())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, parts[name](content) if name in parts else content)
        for name, content in (added or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def with_rows(xml: bytes) -> bytes:
    """Return a workbook whose sheet has ``xml`` after its rows."""
    return changed({SHEET: lambda part: part.replace(b"</sheetData>", xml + b"</sheetData>")})
