"""What does each reader promise of any bytes at all?

A promise is a function of bytes that raises when it is broken; nothing else may raise either.
"""

import json
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from samordna.domain.ledger.checks import check_books
from samordna.domain.ledger.masking import masked
from samordna.domain.ledger.problems import writing as kinds
from samordna.domain.participation.asked import Asked, Named
from samordna.domain.participation.code_lists import municipalities
from samordna.domain.participation.count_form import count_form
from samordna.domain.participation.counts_report import Cell, CountsReport, Place, VouchedBy
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period
from samordna.domain.values.problem import refuses
from samordna.renderers.xlsx import render_form
from samordna.sources.counts import (
    CountsReading,
    SigningKey,
    read_counts_table,
    read_packet,
    read_template,
    write_packet,
)
from samordna.sources.counts.packet_writing import signed
from samordna.sources.sie import books_of, read_sie, write_sie4
from samordna.sources.sie.columns import columns_of, read_columns
from samordna.sources.sie.reader import read_sie4
from samordna.sources.sie.xml import left_out_of_sie5, read_sie5, stream_sie5, write_sie5

ROOT: Final = Path(__file__).parents[1]


def any_file_is_told(data: bytes) -> None:
    """Any file becomes books or a refusal, never both and never neither."""
    reading = read_sie(data, "fil")
    usable = books_of(reading)
    assert (usable.books is None) == refuses((*reading.problems, *usable.problems))
    if usable.books:
        check_books(usable.books, "fil")
        masked(usable.books)


def fast_is_careful(data: bytes) -> None:
    """The fast ways read what the careful way reads."""
    fast, careful = read_sie4(data, "fil"), read_sie4(data, "fil", fast=False)
    assert fast.file == careful.file
    assert set(fast.problems) == set(careful.problems)
    assert fast.counts == careful.counts
    assert read_columns(data, "fil")[0] == columns_of(careful.file)


def what_is_written_reads_back(data: bytes) -> None:
    """A file that nothing refuses, written and read again, is written the same the next time.

    It is read back in the encoding that it was written in: a guess may rightly take a few odd letters for others.
    """
    reading = read_sie4(data, "fil")
    if reading.refused:
        return
    written = write_sie4(reading.file, replace=True).data
    again = read_sie4(written, "fil", encoding="cp437").file
    assert write_sie4(again, replace=True).data == written


def sie_5_reads_back_or_is_told(data: bytes) -> None:
    """A file written as SIE 5 reads back as it was, or it is told what does not; a stream of it is the same."""
    reading = read_sie(data, "fil")
    if reading.file is None or reading.refused:
        return
    written = write_sie5(reading.file)
    again = read_sie5(written, "fil")
    told = {problem.code for problem in left_out_of_sie5(reading.file)}
    assert again.file is not None
    assert again.file.content == reading.file.content or not told.isdisjoint(CHANGING)
    if not again.refused:
        assert tuple(stream_sie5(BytesIO(written))) == again.file.vouchers


ASKED: Final = Asked(
    Named("222000-0000", "Exempelbygden"),
    Named("granby", "Granby"),
    Named("steget", "Steget"),
    Period(202401, 202408),
    ("exits", "exits_by_destination", "progression_change", "head_count"),
    (municipalities([("9901", "Granby")]),),
)
KEY: Final = SigningKey("granby-2024", bytes(range(32)))
SHEET: Final = "xl/worksheets/sheet1.xml"


def any_form_of_counts_is_told(data: bytes) -> None:
    """Any bytes, as a workbook, as the sheet of one, or as a plain table, become a report or a refusal."""
    _taken_or_refused(read_template(data, "fil.xlsx", [ASKED]))
    _taken_or_refused(read_template(_with_sheet(data), "fil.xlsx", [ASKED]))
    for reading in read_counts_table("fil.csv", data, [ASKED]):
        _taken_or_refused(reading)


def any_packet_is_told(data: bytes) -> None:
    """Any bytes, as a packet or as what a program has signed, become a report or a refusal; a report reads back."""
    keys = {KEY.id: KEY.sender(ASKED.unit.key)}
    for packet in (data, _signed(data)):
        reading = read_packet(packet, "fil", [ASKED], keys)
        _taken_or_refused(reading)
        if reading.report:
            again = write_packet(reading.report, ASKED.association.key, KEY)
            assert read_packet(again, "fil", [ASKED], keys).report == reading.report


def _taken_or_refused(reading: CountsReading) -> None:
    assert (reading.report is None) == refuses(reading.problems)


def _with_sheet(sheet: bytes) -> bytes:
    """Return a form whose sheet is these bytes: past the package, what is fuzzed is what a sheet says."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(FORM)) as form, zipfile.ZipFile(file, "w") as package:
        for name in form.namelist():
            package.writestr(name, sheet if name == SHEET else form.read(name))
    return file.getvalue()


def _signed(data: bytes) -> bytes:
    """Return bytes as a packet that is signed, when they are JSON at all."""
    try:
        fields = json.loads(data)
        return signed(fields, KEY) if isinstance(fields, dict) else data
    except (ValueError, RecursionError):
        return data


FORM: Final = render_form(count_form(ASKED))
_COUNTS: Final = CountsReport(
    "granby", "steget", ASKED.period, VouchedBy.COORDINATOR, (Cell(Place("head_count"), RawCount(7)),), complete=True
)


def counts_seeds() -> list[bytes]:
    """Return what the bytes of counts grow out of: a form, its sheet, and a packet."""
    sheet = zipfile.ZipFile(BytesIO(FORM)).read(SHEET)
    return [FORM, sheet, write_packet(_COUNTS, ASKED.association.key, KEY)]


CHANGING: Final = {
    kind.code for kind in (kinds.LEFT_OUT, kinds.FILLED_IN_BY_RULE, kinds.ACCOUNTS_FILLED_IN, kinds.MENDED_TEXTS)
}

PROMISES: Final[Mapping[str, Callable[[bytes], None]]] = {
    "any_file_is_told": any_file_is_told,
    "fast_is_careful": fast_is_careful,
    "what_is_written_reads_back": what_is_written_reads_back,
    "sie_5_reads_back_or_is_told": sie_5_reads_back_or_is_told,
    "any_form_of_counts_is_told": any_form_of_counts_is_told,
    "any_packet_is_told": any_packet_is_told,
}


def seeds(promise: str) -> list[bytes]:
    """Return the files that the bytes of a promise grow out of: for ledgers every file of the gallery of errors."""
    if promise in ("any_form_of_counts_is_told", "any_packet_is_told"):
        return counts_seeds()
    files = sorted((ROOT / "errors").rglob("*.s[ei]*"))
    return [file.read_bytes() for file in files if file.is_file()]
