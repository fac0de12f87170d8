"""A report is a value that keeps in the journal and holds no person."""

import dataclasses
import typing

import pytest
from cattrs.preconf.json import make_converter
from tests.participation.sample import INTERIM, UNIT, W, asked, report

from samordna.domain.participation.asked import unanswered
from samordna.domain.participation.count_form import (
    COMPLETE_ROW,
    HEADINGS,
    VOUCHED_ROW,
    count_form,
    form_rows,
    row_names,
)
from samordna.domain.participation.counts_report import Cell, CountsReport, Explanation, Place, in_order
from samordna.domain.participation.typed import typed_count, typed_number
from samordna.domain.values.counted import RawCount


def test_a_report_is_written_as_json_and_read_as_it_was():
    converter = make_converter()
    one = report(explained={"starts": "Sommaren var lugn."})
    assert converter.loads(converter.dumps(one), CountsReport) == one


def test_a_report_has_no_place_for_a_person():
    """The only free texts are an explanation, and the keys of what is counted; who vouches is a role."""
    texts = {
        f"{kind.__name__}.{field.name}"
        for kind in (CountsReport, Cell, Place, Explanation)
        for field in dataclasses.fields(kind)
        if typing.get_type_hints(kind)[field.name] in (str, tuple[str, ...])
    }
    assert texts == {
        "CountsReport.unit", "CountsReport.activity", "Place.table", "Place.codes", "Explanation.table",
        "Explanation.text",
    }  # fmt: skip


def test_two_reports_with_the_same_cells_are_equal_however_they_came():
    one = report()
    assert dataclasses.replace(one, cells=in_order(reversed(one.cells))) == one


def test_a_count_is_not_told_by_printing_a_report():
    assert "count=" not in repr(report())


@pytest.mark.parametrize(
    ("text", "number"), [("", None), ("  ", None), ("0", 0), (" 1 234 ", 1234), ("1\u00a0234", 1234), ("−3", -3)]
)
def test_a_number_is_understood_as_a_person_types_it(text: str, number: int | None) -> None:
    assert typed_number(text) == number
    if number is None or number >= 0:
        assert typed_count(text) == (None if number is None else RawCount(number))


def test_a_negative_count_is_no_count():
    with pytest.raises(ValueError, match="-3"):
        typed_count("−3")


def test_the_form_asks_every_row_of_every_table_and_holds_no_count():
    what = asked(tables=("starts", "starts_by_occupation", "progression_change", "head_count"))
    form = count_form(what)
    assert [column.heading for column in form.columns] == list(HEADINGS)
    keys = list(row_names(what))
    assert [row[:2] for row in form.rows] == [(table, answer or None) for table, answer in row_names(what).values()]
    assert len(set(row_names(what).values())) == len(form.rows)
    assert keys[:3] == [COMPLETE_ROW, VOUCHED_ROW, "starts"]
    assert len(keys) == 2 + 1 + 25 + 3 * 5 + 1
    assert len(set(keys)) == len(keys)
    assert keys[2:] == [row.key for row in form_rows(what)]
    assert all(value is None for row in form.rows for value in row[2:])
    assert dict(form.facts)["Period"] == str(INTERIM)
    assert dict(form.facts)["Enhet"] == UNIT.name


def test_who_is_anonymous_is_answered_by_a_total_or_by_gender():
    what = asked(tables=("anonymous",))
    total = report(cells=(Cell(Place("anonymous"), RawCount(3)),), complete=False)
    genders = report(cells=(), complete=False)
    by_gender = dataclasses.replace(
        genders, cells=tuple(Cell(Place("anonymous", (), gender), RawCount(1)) for gender in type(W))
    )
    assert unanswered(total, what) == unanswered(by_gender, what) == ()
    assert unanswered(genders, what) == (Place("anonymous"),)
