"""A part of a workbook is read in one alphabet, whatever it says of itself."""

import io
import zipfile
from collections.abc import Callable

import xlsxwriter

from samordna.sources.tables import tables_of

SHEET = "xl/worksheets/sheet1.xml"


def workbook(changing: Callable[[bytes], bytes]) -> bytes:
    """Return a small balance list with its sheet changed."""
    plain, changed = io.BytesIO(), io.BytesIO()
    with xlsxwriter.Workbook(plain, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Saldolista")
        for line, row in enumerate((("Konto", "Saldo"), (1930, 100), (2010, -100))):
            sheet.write_row(line, 0, row)
    with zipfile.ZipFile(plain) as parts, zipfile.ZipFile(changed, "w") as package:
        for name in parts.namelist():
            content = parts.read(name)
            package.writestr(name, changing(content) if name == SHEET else content)
    return changed.getvalue()


def test_an_alphabet_that_nobody_knows_is_no_reason_to_fall() -> None:
    tables = tables_of(workbook(lambda sheet: sheet.replace(b"UTF-8", b"UTF-A08", 1)), "saldon.xlsx")
    assert tables.problems == ()
    assert [grid.sheet for grid in tables.grids] == ["Saldolista"]
