"""What does each reader promise of any bytes at all?

A promise is a function of bytes that raises when it is broken; nothing else may raise either.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from samordna.domain.ledger import problems as kinds
from samordna.domain.ledger.checks import check_books
from samordna.domain.ledger.masking import masked
from samordna.domain.values.problem import refuses
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


CHANGING: Final = {
    kind.code for kind in (kinds.LEFT_OUT, kinds.FILLED_IN_BY_RULE, kinds.ACCOUNTS_FILLED_IN, kinds.MENDED_TEXTS)
}

PROMISES: Final[Mapping[str, Callable[[bytes], None]]] = {
    "any_file_is_told": any_file_is_told,
    "fast_is_careful": fast_is_careful,
    "what_is_written_reads_back": what_is_written_reads_back,
    "sie_5_reads_back_or_is_told": sie_5_reads_back_or_is_told,
}


def seeds() -> list[bytes]:
    """Return the files that the bytes grow out of: every file of the gallery of errors."""
    files = sorted((ROOT / "errors").rglob("*.s[ei]*"))
    return [file.read_bytes() for file in files if file.is_file()]
