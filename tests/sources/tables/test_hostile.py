"""However a table is made to be hard to read, it takes seconds and little memory, and is told for what it is."""

import io
import random
import time
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.tables.agreed import YEAR, unhurried
from tests.sources.tables.packed import SHEET, TEXTS, changed, with_rows, workbook

from samordna.domain.ledger.problems import KINDS
from samordna.sources.ledger_file import TableToMap, read_ledger
from samordna.sources.sie import books_of
from samordna.sources.tables import read_table, tables_of
from samordna.sources.tables.limits import CELLS, COLUMNS, ROWS, UNPACKED

SECONDS = 10
MEMORY = 150_000_000


def laughs() -> bytes:
    levels = ['<!ENTITY l0 "ha">', *(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))]
    return "".join(levels).encode()


def bomb() -> bytes:
    """Return a workbook with a part of more bytes than are unpacked, in a thousandth of them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != TEXTS:
                new.writestr(name, old.read(name))
        with new.open(TEXTS, "w") as part:
            for _ in range(UNPACKED // 1_000_000 + 1):
                part.write(bytes(1_000_000))
    return out.getvalue()


def pretending() -> bytes:
    """Return a workbook that says of a large part that it is small."""
    large = changed({TEXTS: lambda part: part + b" " * 5_000_000})
    return large.replace((5_000_000 + TEXT_SIZE).to_bytes(4, "little"), (1000).to_bytes(4, "little"))


TEXT_SIZE = len(zipfile.ZipFile(io.BytesIO(workbook())).read(TEXTS))

BOMBS = {
    "zip bomb: table-too-large": bomb,
    "part that says it is small: broken-workbook": pretending,
    "one part within the total, packed too well: table-too-large": lambda: changed(
        {TEXTS: lambda part: part + b" " * 50_000_000}
    ),
    "document type that multiplies: broken-workbook": lambda: changed(
        {
            SHEET: lambda part: part.replace(b"<worksheet", b"<!DOCTYPE x [" + laughs() + b"]><worksheet").replace(
                b"<v>1930</v>", b"<v>&l9;</v>"
            )
        }
    ),
    "document type of the texts: broken-workbook": lambda: changed(
        {TEXTS: lambda part: part.replace(b"<sst", b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><sst')}
    ),
    "two cells far apart: table-too-large": lambda: with_rows(b'<row><c r="XFD1048576"><v>1</v></c></row>'),
    "a cell beyond every sheet: broken-workbook": lambda: with_rows(b'<row><c r="AAAAAA1"><v>1</v></c></row>'),
    "a row beyond every sheet: broken-workbook": lambda: with_rows(b'<row r="99999999999"><c><v>1</v></c></row>'),
    "many rows and many columns: table-too-large": lambda: with_rows(
        b'<row r="190000"><c r="IU190000"><v>1</v></c></row>'
    ),
    "cells without places: table-too-large": lambda: with_rows(b"<row>" + b"<c><v>1</v></c>" * 300 + b"</row>"),
    "rows without numbers: table-too-large": lambda: with_rows(b"<row/>" * 200_001 + b"<row><c><v>1</v></c></row>"),
    "one long text shown in every cell: table-too-large": lambda: changed(
        {
            TEXTS: lambda part: part.replace(b"<t>Konto", b"<t>" + b"x" * 30_000),
            SHEET: lambda part: part.replace(
                b"</sheetData>",
                b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(10, 10_010))
                + b"</sheetData>",
            ),
        }
    ),
    "a part that is there twice: broken-workbook": lambda: changed({}, added={SHEET.upper(): b"<x/>"}),
    "parts without number: broken-workbook": lambda: changed({}, added={f"a/{n}": b"" for n in range(10_001)}),
    "many sheets on one part: table-too-large": lambda: changed(
        {
            "xl/workbook.xml": lambda part: part.replace(
                b"</sheets>",
                b"".join(b'<sheet name="s%d" sheetId="%d" r:id="rId1"/>' % (n, n) for n in range(2, 60)) + b"</sheets>",
            )
        }
    ),
    "an endless line: table-too-large": lambda: b"Konto;Saldo;" * 1_000_000,
    "rows without end: table-too-large": lambda: b"1930;5\n" * (ROWS + 2),
    "a row of columns without end: table-too-large": lambda: b"Konto;Saldo\n" + b"1;" * (COLUMNS + 2),
    "cells without end: table-too-large": lambda: b"Konto;Saldo\n" + (b"1;" * 200 + b"\n") * (CELLS // 200 + 1),
}


def timed(data: bytes):
    """Return what reading gives, how long it took, and the most memory that Python held meanwhile."""
    tracemalloc.start()
    start = time.process_time()
    answer = read_ledger(data, "svår.xlsx")
    took = time.process_time() - start
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return answer, took, most


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_told_for_what_it_is_and_never_unpacked(name):
    data = BOMBS[name]()
    answer, took, most = timed(data)
    assert [problem.code for problem in answer.problems] == [name.rpartition(": ")[2]]
    assert answer.file is None
    assert took < SECONDS
    assert most < MEMORY + 8 * len(data)


HEAD = b"Konto;Namn;IB;UB\n"
VOUCHERS = b"Konto;Namn;Debet;Kredit;Datum;Ver;Text\n"
HARD = {
    "a million blank rows": HEAD + b"1930;Bank;1;1\n" + b";;;;\n" * 1_000_000,
    "open quotes": HEAD + b'1930;"x;1;1\n' * 20_000,
    "quotes": HEAD + b'"' * 99_000,
    "amounts of blanks": HEAD + b"".join(b"1930;x;" + b" 1" * 2_000 + b";1\n" for _ in range(200)),
    "amounts of groups": HEAD + b"".join(b"1930;x;" + b"1.111" * 2_000 + b";1\n" for _ in range(200)),
    "long names": HEAD + b"".join(b"1930 " + b"x " * 20_000 + b";x;1;1\n" for _ in range(50)),
    "sections": b"Huvudbok\nVer;Datum;Text;Debet;Kredit\n" + b"1930 Bank;;;;\n" * 60_000,
    "sums": HEAD + b"1930;Bank;1;1\nSumma;;7;7\n" * 40_000,
    "unknown sums": HEAD + b"1930;Bank;1;1\n;;7;7\n" * 40_000,
    "accounts": HEAD + b"".join(b"%d;x;1;1\n" % n for n in range(1000, 60_000)),
    "groups": HEAD + b"".join(b"%d;x;1;1\n" % n for n in (*range(100, 999), *range(10_000, 60_000))),
    "one account": HEAD + b"1930;Bank;1;1\n" * 60_000,
    "bad cells": HEAD + b"1930;Bank;x;#REF!\n" * 40_000,
    "dates": VOUCHERS + b"1930;Bank;1;1;2024-02-31;A 1;x\n" * 40_000,
    "one voucher": VOUCHERS + b"1930;Bank;1;;2024-01-31;A 1;x\n" * 40_000,
    "vouchers": VOUCHERS + b"".join(b"1930;Bank;1;;2024-01-31;A %d;x\n" % n for n in range(40_000)),
    "sums of vouchers": VOUCHERS + b"1930;Bank;1;;2024-01-31;A 1;x\n;Summa;5;5;;;\n" * 20_000,
    "headings": b"Period 2024-01-01 - 2024-08-31 " * 3_000 + b"\n" + HEAD + b"1930;Bank;1;1\n",
    "many columns": b";".join(b"Saldo %d" % n for n in range(250)) + b"\n" + (b"1930;" * 250 + b"\n") * 2_000,
    "tabs": HEAD.replace(b";", b"\t") + b"\t".join([b"1930"] * 200) + b"\n",
}


@pytest.mark.parametrize("name", HARD)
def test_what_is_made_to_be_slow_is_read_in_seconds(name):
    start = time.process_time()
    answer = read_ledger(HARD[name], "svår.csv")
    if isinstance(answer, TableToMap):
        for suggestion in answer.suggestions:
            agreed = suggestion.mapping.for_time(YEAR, YEAR.end)
            reading = read_table(HARD[name], "svår.csv", agreed, tables=answer.tables)
            assert "mapping-incomplete" not in [problem.code for problem in reading.problems]
            books_of(reading)
    assert time.process_time() - start < SECONDS


def test_a_large_workbook_is_read_in_seconds():
    rows = [("Konto", "Namn", "Ver", "Datum", "Debet", "Kredit"), *(
        (1930 + n % 2, "Bank", f"A {n // 2}", "2024-01-31", "" if n % 2 else 10.5, 10.5 if n % 2 else "")
        for n in range(20_000)
    )]  # fmt: skip
    data = workbook(rows)
    start = time.process_time()
    answer = read_ledger(data, "stor.xlsx")
    reading = read_ledger(data, "stor.xlsx", mapping=answer.best.mapping)
    assert len(reading.file.vouchers) == 10_000
    assert time.process_time() - start < SECONDS


def told_of(data: bytes) -> None:
    """Read a file as far as it goes; whatever it is, it is answered."""
    answer = read_ledger(data, "något")
    if isinstance(answer, TableToMap):
        for suggestion in answer.suggestions:
            agreed = suggestion.mapping.for_time(YEAR, YEAR.end)
            answer = read_ledger(data, "något", mapping=agreed)
            books_of(answer)
            assert {problem.code for problem in answer.problems} <= set(KINDS)
    else:
        assert answer.problems or answer.file


@unhurried
@given(st.binary(max_size=2_000))
def test_any_bytes_at_all_are_answered(data):
    told_of(data)


CELL = st.one_of(
    st.text(alphabet="0123456789 ,.-()\u2212\u00a0krABå#!/", max_size=12),
    st.sampled_from(["1930", "3010 Bidrag", "Summa", "Ingående balans", "UB", "A 1", "2024-01-31", "Konto", "100,50"]),
)
KNOWN_HEADS = ("Konto", "Namn", "IB", "UB", "Debet", "Kredit", "Saldo", "Datum", "Ver", "Text", "Kst", "Period", "Jan")


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(KNOWN_HEADS), min_size=2, max_size=8),
    st.lists(st.lists(CELL, max_size=9), max_size=12),
    st.sampled_from(["", "Huvudbok\n", "Period: 2024-01-01 - 2024-08-31\n"]),
)
def test_any_table_at_all_is_answered(heads, rows, title):
    text = title + "\n".join(";".join(cell.replace("\n", " ") for cell in row) for row in (heads, *rows))
    told_of(text.encode())


@settings(max_examples=100, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 8))
def test_a_workbook_with_any_of_its_bytes_changed_is_answered(chance: random.Random, count):
    def spoilt(part: bytes) -> bytes:
        spoiled = bytearray(part)
        for _ in range(count):
            spoiled[chance.randrange(len(spoiled))] = chance.choice(b"<>/\"'=0123456789ABCrstv& \x00\xff")
        return bytes(spoiled)

    part = chance.choice([SHEET, TEXTS, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "_rels/.rels"])
    told_of(changed({part: spoilt}))
    told_of(spoilt(workbook()))


def test_nothing_of_what_is_looked_over_is_kept_apart_from_what_is_read():
    """Names that differ only in case, or with backslashes, are one part: what was counted is what is read."""
    data = changed({}, added={"xl\\worksheets\\SHEET1.XML": b"<x/>"})
    assert [problem.code for problem in tables_of(data, "bok.xlsx").problems] == ["broken-workbook"]
