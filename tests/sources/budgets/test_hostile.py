"""A file that was made to do harm costs little time and memory, and is refused like any other."""

import io
import random
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tests.sources.budgets.forms import EXPECTED, HEAD, ROWS, cells_of, written

from samordna.domain.plan.budget_sheet import budget_form
from samordna.domain.values.problem import refuses
from samordna.renderers.xlsx import render_form
from samordna.sources.budgets import SheetReading, read_budget

FORM = render_form(budget_form(HEAD, ROWS))
SHEET = "xl/worksheets/sheet1.xml"


@contextmanager
def soon(seconds: float = 8.0) -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < seconds


@contextmanager
def with_little_memory(megabytes: float) -> Iterator[None]:
    tracemalloc.start()
    yield
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < megabytes * 1_000_000


def read(file: bytes, name: str = "budget.xlsx") -> SheetReading:
    with soon():
        return read_budget(file, name, EXPECTED)


def refused(file: bytes, name: str = "budget.xlsx") -> str:
    """Return the kind of the one problem that stops a file."""
    reading = read(file, name)
    assert reading.rows == ()
    [problem] = reading.problems
    return problem.code


def repacked(**parts: bytes) -> bytes:
    """Return the form with other contents of some parts, or more parts; ``_`` stands for ``/`` in their names."""
    file = io.BytesIO()
    changed = {SHEET if name == "sheet" else name.replace("__", "/"): content for name, content in parts.items()}
    with zipfile.ZipFile(io.BytesIO(FORM)) as form, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name in form.namelist():
            package.writestr(name, changed.pop(name) if name in changed else form.read(name))
        for name, content in changed.items():
            package.writestr(name, content)
    return file.getvalue()


def sheet() -> bytes:
    return zipfile.ZipFile(io.BytesIO(FORM)).read(SHEET)


def test_a_hundred_megabytes_are_not_looked_into() -> None:
    large = bytes(100_000_000)
    with soon(1.0), with_little_memory(1):
        reading = read_budget(large, "budget.xlsx", EXPECTED)
    assert [one.code for one in reading.problems] == ["form-too-large"]


@pytest.mark.parametrize("part", ["sheet", "xl__media__image1.png", "xl__theme__theme1.xml"])
def test_a_part_that_grows_to_a_hundred_megabytes_is_not_unpacked(part: str) -> None:
    bomb = repacked(**{part: bytes(100_000_000)})
    assert len(bomb) < 1_000_000
    with with_little_memory(5):
        assert refused(bomb) == "form-too-large"


def test_a_part_that_lies_about_its_size_is_not_believed() -> None:
    content = sheet().replace(b"</sheetData>", b" " * 3_000_000 + b"</sheetData>")
    bomb = bytearray(repacked(sheet=content))
    size = len(content).to_bytes(4, "little")
    assert bomb.count(size) >= 2
    for at in (bomb.find(size), bomb.rfind(size)):
        bomb[at : at + 4] = len(sheet()).to_bytes(4, "little")
    assert refused(bytes(bomb)) == "form-broken"


def test_a_cell_at_the_far_corner_does_not_make_a_sheet_of_that_size() -> None:
    far = sheet().replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    assert refused(repacked(sheet=far)) == "form-too-large"


def test_an_alphabet_that_nobody_knows_is_no_reason_to_fall() -> None:
    assert read(repacked(sheet=sheet().replace(b"UTF-8", b"UTF-A08", 1))).rows == ROWS


def test_half_a_million_cells_are_too_many_rows() -> None:
    cells = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (line, line) for line in range(100, 150_000))
    assert refused(repacked(sheet=sheet().replace(b"</sheetData>", cells + b"</sheetData>"))) == "form-too-large"


def test_entities_that_multiply_are_not_expanded() -> None:
    laughs = b"".join(b'<!ENTITY e%d "%s">' % (i, b"&e%d;" % (i - 1) * 10 if i else b"ha") for i in range(12))
    doctype = b"<!DOCTYPE worksheet [" + laughs + b"]><worksheet "
    assert refused(repacked(sheet=sheet().replace(b"<worksheet ", doctype, 1))) == "form-broken"


def test_a_hundred_thousand_merged_cells_are_told_and_counted() -> None:
    areas = b"".join(b'<mergeCell ref="A%d:XFD1048576"/>' % (n * 7919 % 1_000_000 + 1) for n in range(100_000))
    merged = b"<mergeCells>" + areas + b"</mergeCells>"
    reading = read(repacked(sheet=sheet().replace(b"<dataValidations", merged + b"<dataValidations", 1)))
    assert reading.rows == ()
    assert {one.code for one in reading.problems} == {"form-merged"}
    assert len(reading.problems) == 21
    assert reading.problems[-1].found == "Samma sak finns på fler ställen: 99\u00a0980 till."


def test_a_hundred_thousand_formulas_cost_no_more_than_they_are() -> None:
    rows = b"".join(
        b'<row r="%d">%s</row>'
        % (n, b"".join(b'<c r="%c%d"><f>1+%d</f><v>%d</v></c>' % (65 + m, n, m, n * m) for m in range(20)))
        for n in range(20, 4_900)
    )
    reading = read(repacked(sheet=sheet().replace(b"</sheetData>", rows + b"</sheetData>")))
    assert reading.rows == ()
    assert {one.code for one in reading.problems} >= {"form-formula", "form-unknown-row"}
    assert len(reading.problems) < 200


@pytest.mark.parametrize("part", ["xl__vbaProject.bin", "xl__macrosheets__sheet1.xml"])
def test_macros_are_refused_whatever_the_file_is_called(part: str) -> None:
    assert refused(repacked(**{part: b"x"})) == "form-macros"


def test_a_text_of_a_million_signs_is_no_message() -> None:
    cells = cells_of(budget_form(HEAD, ROWS))
    reading = read(written({**cells, "D10": "9" * 32_000, "A11": "x" * 32_000, "R12": "1" * 32_000}))
    assert reading.rows == ()
    assert max(len(str(one)) for one in reading.problems) < 33_000
    assert {one.code for one in reading.problems} == {
        "form-not-an-amount", "form-unknown-row", "form-text-too-long",
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_a_file_that_was_damaged_anywhere_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(FORM)
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    reading = read(bytes(data))
    assert reading.rows == ROWS or refuses(reading.problems)


@pytest.mark.parametrize("seed", range(60))
def test_a_sheet_that_was_damaged_inside_its_package_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(sheet())
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        data[at : at + chance.randint(0, 3)] = bytes(chance.choices(b'<>/"= 0129AZaz&;#\xff', k=chance.randint(0, 3)))
    reading = read(repacked(sheet=bytes(data)))
    assert isinstance(reading.rows, tuple)
    assert reading.rows == () or not refuses(reading.problems)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_refused(share: float) -> None:
    assert refused(FORM[: int(len(FORM) * share)]) == "form-broken"
