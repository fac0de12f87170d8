"""Which files does the economist drop? The demo's own year, spoilt, and with one invoice a thousand kronor higher."""

import re
from importlib.resources import files
from pathlib import Path

import xlsxwriter

from samordna.domain.ledger.balances import sum_postings
from samordna.domain.values.numerals import swedish_number
from samordna.sources.sie import books_of, read_sie

_LEDGER = files("samordna.demo") / "ledgers" / "sjuharad-2024-08.se"
_INVOICE = b'#TRANS 6230 {1 "1010"} 2362.50\r\n#TRANS 2411 {} -2362.50'
_DEARER = b'#TRANS 6230 {1 "1010"} 3362.50\r\n#TRANS 2411 {} -3362.50'


def unbalanced(folder: Path) -> Path:
    """Return a file in which one voucher does not sum to zero."""
    return _written(folder / "sjuharad-fel.se", _changed(_INVOICE, _DEARER.replace(b"-3362.50", b"-2362.50")))


def dearer(folder: Path, name: str = "sjuharad-2024-08-ny.se") -> Path:
    """Return a whole file: account 6230 is a thousand kronor higher, and so is the debt to suppliers."""
    changed = _changed(_INVOICE, _DEARER)
    changed = changed.replace(b"#RES 0 6230 18900.00", b"#RES 0 6230 19900.00")
    changed = changed.replace(b"#UB 0 2411 -5018890.88", b"#UB 0 2411 -5019890.88")
    return _written(folder / name, changed)


def with_cost_centre(folder: Path, code: str) -> Path:
    """Return a file in which the largest cost centre has another code."""
    content = _LEDGER.read_bytes()
    assert b'"3001"' in content
    return _written(folder / "sjuharad-kod.se", content.replace(b'"3001"', f'"{code}"'.encode()))


def renumbered(folder: Path, name: str = "sjuharad-dim20.se") -> Path:
    """Return the year as a program writes it whose cost centres are dimension 20."""
    content = re.sub(rb"#(DIM|OBJEKT) 1 ", rb"#\1 20 ", _LEDGER.read_bytes())
    return _written(folder / name, re.sub(rb'([{ ])1 "(\d+)"', rb'\g<1>20 "\2"', content))


def balance_list(folder: Path, name: str = "saldolista.xlsx") -> Path:
    """Return the year as a saldolista in a workbook, which says neither its year nor its last day."""
    books = books_of(read_sie(_LEDGER.read_bytes(), "bok.se")).books
    moved = sum_postings(books).accounts
    rows = [["Konto", "Benämning", "Ingående balans", "Förändring", "Saldo"]]
    for number, account in books.accounts.items():
        opening, change = books.opening[0].get(number, 0), sum(moved.get(number, {}).values())
        rows.append([number, account.name, *(swedish_number(ore, 2) for ore in (opening, change, opening + change))])
    path = folder / name
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Försättsblad").write(0, 0, "Utskriven av ekonomisystemet")
        sheet = book.add_worksheet("Saldon")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def _changed(old: bytes, new: bytes) -> bytes:
    content = _LEDGER.read_bytes()
    newline = b"\r\n" if b"\r\n" in content else b"\n"
    old, new = (text.replace(b"\r\n", newline) for text in (old, new))
    assert old in content
    return content.replace(old, new, 1)


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
