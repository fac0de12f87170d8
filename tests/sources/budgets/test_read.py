"""What was written in a form reads back as it was meant."""

import io
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.sources.budgets.forms import EXPECTED, FORECAST, HEAD, LINE, ROWS, cells_of, written

from samordna.domain.plan.budget_sheet import (
    BudgetProfile,
    BudgetRow,
    ForecastRow,
    RowKey,
    SheetHead,
    budget_form,
    forecast_form,
)
from samordna.domain.values.identity_number import carries_identity_number
from samordna.renderers.printable import printable
from samordna.renderers.xlsx import render_form
from samordna.sources.budgets import Expected, read_budget, read_forecast
from samordna.sources.tables.cells import is_error

BUDGET = cells_of(budget_form(HEAD, ROWS))
LARGEST = 10**14


def budget(**changed: object) -> tuple[BudgetRow, ...]:
    """Return the rows of the form after some of its cells were changed; nothing may be wrong with them."""
    reading = read_budget(written({**BUDGET, **changed}), "budget.xlsx", EXPECTED)
    assert [problem.code for problem in reading.problems if problem.severity.value == "refuse"] == []
    return reading.rows


def row(key: str, project: str = "", **changed: object) -> BudgetRow:
    [found] = [one for one in budget(**changed) if one.key == RowKey(key, project)]
    return found


# The text of a cell: what no format carries, or the reader of cells trims, is not a text that anybody typed.
texts = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"]), max_size=60).map(str.strip)
notes = texts.filter(lambda text: text == printable(text) and not is_error(text) and not carries_identity_number(text))
codes = st.text("0123456789abcåäöABC", min_size=1, max_size=8)
amounts = st.none() | st.integers(-LARGEST, LARGEST)
heads = st.builds(SheetHead, notes.filter(bool), st.just("222000-0000"), st.integers(2000, 2100))


@st.composite
def budgets(draw: st.DrawFn) -> list[BudgetRow]:
    keys = draw(st.lists(st.tuples(codes, st.just("") | codes), max_size=8, unique=True))
    rows = []
    for code, project in keys:
        months = draw(st.just(()) | st.lists(st.integers(-(10**12), 10**12), min_size=12, max_size=12).map(tuple))
        year = sum(months) if months else draw(amounts)
        profile = BudgetProfile.OWN if months else draw(st.none() | st.sampled_from(BudgetProfile))
        rows.append(BudgetRow(code, project, draw(notes), year, profile, months, draw(notes)))
    return rows


@given(heads, budgets())
@example(HEAD, [BudgetRow("1010", "", "_x0041_ \n&amp;<b>", 1, BudgetProfile.EVEN, (), "=cmd()\n_x000D_")])
@settings(max_examples=60, deadline=None)
def test_a_budget_reads_back_as_it_was_written(head: SheetHead, rows: list[BudgetRow]) -> None:
    keys = [one.key for one in rows]
    reading = read_budget(render_form(budget_form(head, rows)), "budget.xlsx", Expected(head, keys, keys))
    assert reading.rows == tuple(rows)
    assert {problem.code for problem in reading.problems} <= {"form-nothing-filled-in"}


@given(heads, st.lists(st.builds(ForecastRow, codes, st.just("") | codes, notes, amounts, notes), max_size=8))
@settings(max_examples=40, deadline=None)
def test_a_forecast_reads_back_as_it_was_written(head: SheetHead, rows: list[ForecastRow]) -> None:
    rows = list({one.key: one for one in rows}.values())
    keys = [one.key for one in rows]
    reading = read_forecast(render_form(forecast_form(head, rows)), "prognos.xlsx", Expected(head, keys, keys))
    assert reading.rows == tuple(rows)


def test_a_form_without_months_leaves_them_as_they_are() -> None:
    plain = [replace(one, months=()) for one in ROWS]
    reading = read_budget(render_form(budget_form(HEAD, ROWS, by_month=False)), "budget.xlsx", EXPECTED)
    assert reading.rows == tuple(plain)
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("written_as", "ore"),
    [
        (1250, 125_000),
        (1250.5, 125_050),
        ("1250", 125_000),
        ("1 250,50", 125_050),
        ("1\u00a0250", 125_000),
        ("1\u202f250,5", 125_050),
        ("1.250,50", 125_050),
        ("1250 kr", 125_000),
        ("1250:-", 125_000),
        ("0", 0),
        (0, 0),
    ],
)
def test_an_amount_is_a_number_or_a_text_as_a_swede_writes_it(written_as: object, ore: int) -> None:
    assert row("1001", D10=written_as).year_ore == ore


@pytest.mark.parametrize("minus", ["-640 000", "−640 000", "–640 000", "640 000-"])
def test_an_income_is_negative_with_whatever_minus(minus: str) -> None:
    assert row("3900", "20", D14=minus).year_ore == -640_000_00


def test_a_code_that_was_typed_as_a_number_is_the_same_code() -> None:
    assert row("1010", "10", A12=1010, B12=10.0).name == "Kansli, projektet"


def test_what_is_blank_changes_nothing() -> None:
    blank = row("3014", E13=None)
    assert blank == BudgetRow("3014", "", "Arbetssteget Granby")
    assert not blank.changes


def test_a_month_that_is_left_out_among_others_is_nothing_in_that_month() -> None:
    changed = {f"{month}12": None for month in "FGHIJKLMNOP"}
    assert row("1010", "10", **changed, Q12=12_000).months == (*(0,) * 11, 12_000_00)


def test_thirds_of_a_year_are_rounded_so_that_the_months_still_make_the_year() -> None:
    third = {f"{month}12": 100_000 / 12 for month in "FGHIJKLMNOPQ"}
    read = row("1010", "10", **third, D12=100_000)
    assert sum(read.months) == read.year_ore == 100_000_00
    assert set(read.months) == {8_333_33, 8_333_34}


def test_profiles_are_known_by_their_words_whatever_the_capitals() -> None:
    assert row("1001", E10="  Enligt  AVTAL ").profile is BudgetProfile.AGREED


def test_lines_may_be_inserted_above_and_columns_moved() -> None:
    moved = {}
    for place, value in BUDGET.items():
        letters, number = place.rstrip("0123456789"), int(place.lstrip("ABCDEFGHIJKLMNOPQR"))
        swapped = {"D": "E", "E": "D"}.get(letters, letters) if number >= 9 else letters
        moved[f"{swapped}{number + (3 if number > 5 else 0)}"] = value
    moved["A7"] = "Beslutas den 24 november."
    assert read_budget(written(moved), "budget.xlsx", EXPECTED).rows == ROWS


def test_other_sheets_and_what_stands_beside_the_form_are_the_persons_own() -> None:
    beside = {**BUDGET, "T10": "min egen kolumn", "T30": "=1/0", "U9": "Summa"}
    reading = read_budget(written({"A1": "Anteckningar"}, beside), "budget.xlsx", EXPECTED)
    assert reading.rows == ROWS
    assert reading.problems == ()


def test_of_a_stream_no_more_is_read_than_a_form_can_be_large() -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size: int = -1) -> bytes:
            assert size > 0
            self.taken += size
            return b"PK\x03\x04" + bytes(size - 4)

    stream = Endless()
    reading = read_budget(stream, "stor.xlsx", EXPECTED)
    assert reading.rows == ()
    assert stream.taken < 6_000_000


def test_a_form_of_a_stream_is_the_form_of_its_bytes() -> None:
    file = render_form(forecast_form(HEAD, FORECAST))
    assert read_forecast(io.BytesIO(file), "prognos.xlsx", EXPECTED).rows == FORECAST


def test_every_row_of_the_sample_is_where_the_other_tests_look_for_it() -> None:
    assert [BUDGET[f"A{LINE[one.key]}"] for one in ROWS] == [one.code for one in ROWS]
