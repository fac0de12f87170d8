"""Where could a participant be kept? Every column, and every leaf of what is said, is looked at and named here.

What is not named fails: whoever adds a place says what it is for. That none of the texts takes a person's number is
tried through the site in ``tests/web/test_no_person.py``.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from typing import get_args, get_origin, get_type_hints

import pytest
from django.apps import apps
from django.db import connection, models
from tests.house.places import COLUMNS, LEAVES

from samordna.domain.participation.code_lists import CodeLists
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import RawCount
from samordna.office.store import plan_rows
from samordna.office.store.plan_rows import Subject

OURS = tuple(model for label in ("access", "store") for model in apps.get_app_config(label).get_models())
SUBJECTS = tuple(one for one in vars(plan_rows).values() if isinstance(one, Subject))
OF_PERSONS = ("birth", "born", "initial", "surname", "first_name", "last_name", "personal", "identity", "case_number",
              "participant_id", "pnr", "ssn", "patient", "client")  # fmt: skip
"""What a place for somebody would be called."""
NOT_TEXT = (int, bool, dt.date, dt.datetime, Fraction, RawCount, type(None))


def columns() -> set[str]:
    """Return every column of the association's tables that can hold words."""
    wordy = (models.TextField, models.CharField, models.JSONField, models.BinaryField)
    return {
        f"{model.__name__}.{field.name}"
        for model in OURS
        for field in model._meta.concrete_fields
        if isinstance(field, wordy) and not field.choices
    }


def leaves(kind: object, path: str, above: frozenset[object] = frozenset()) -> Iterator[tuple[str, object]]:
    """Yield every leaf of a type: where it stands, and what it is."""
    if get_origin(kind) is not None:
        for part in get_args(kind):
            yield from () if part is Ellipsis else leaves(part, path, above)
    elif isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        for name, part in get_type_hints(kind).items():
            yield from leaves(part, f"{kind.__name__}.{name}", above)
    elif dataclasses.is_dataclass(kind) and kind is not RawCount:
        hints = get_type_hints(kind)
        for one in () if kind in above else dataclasses.fields(kind):
            yield from leaves(hints[one.name], f"{kind.__name__}.{one.name}", above | {kind})
    else:
        yield path, kind


def said() -> Iterator[tuple[str, object]]:
    for subject in SUBJECTS:
        yield from leaves(subject.holds, subject.holds.__name__)


def test_every_column_that_can_hold_words_is_known():
    assert columns() == {f"{table}.{column}" for table, known in COLUMNS.items() for column in known}


def test_every_text_that_can_be_said_is_known():
    named = [leaf for known in LEAVES.values() for leaf in known]
    assert len(named) == len(set(named))
    assert {path for path, kind in said() if kind in {str, bytes}} == set(named)


def test_what_is_said_has_no_other_leaves_than_texts_numbers_days_and_choices():
    odd = {(path, kind) for path, kind in said() if kind not in {str, bytes, *NOT_TEXT}}
    assert not [one for one in odd if not (isinstance(one[1], type) and issubclass(one[1], Enum))]


def test_no_place_is_called_what_a_place_for_somebody_would_be():
    places = {*(path for path, _ in said()), *columns()}
    assert [place for place in places if any(word in place.lower() for word in OF_PERSONS)] == []


def test_counts_are_divided_by_two_answers_at_most_beside_gender():
    assert max(len(table.dimensions) for table in TABLES.values()) == 2


def test_no_answer_is_a_date_or_a_number_of_its_own():
    assert not [one for table in CodeLists().by_key.values() for one in table.codes if one.key.isdecimal()]


@pytest.mark.usefixtures("association_folder")
def test_the_database_has_no_other_tables_than_these():
    """Of our rooms; the rest are Django's own and those that find words of vouchers."""
    ours = {model._meta.db_table for model in OURS}
    others = {one for one in connection.introspection.table_names() if one.startswith(("store_", "access_"))} - ours
    assert {one for one in others if "words" not in one} == set()
    with connection.cursor() as cursor:
        for model in OURS:
            there = {one.name for one in connection.introspection.get_table_description(cursor, model._meta.db_table)}
            assert there == {field.column for field in model._meta.concrete_fields}
