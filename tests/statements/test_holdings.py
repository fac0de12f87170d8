"""What sums can answer, and what they say when they cannot: a reason, never a zero."""

from dataclasses import replace

import pytest
from tests.statements.ledger import books

from samordna.domain.document import Missing
from samordna.domain.ledger.books import Detail
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.holdings import Amount, Holdings, When
from samordna.domain.statements.layout import Measure
from samordna.domain.statements.selection import ObjectSelection
from samordna.domain.values.period import Period

BOOKS = books("""
account                  opening  2024-01  2024-02
5010 K Hyra                    .       50       20
5010 K Hyra 1:3001             .       30        .
5010 K Hyra 1:3001 6:P1        .       10        .
""")
JANUARY = When(Period(202401, 202401), Scenario.ACTUAL)


def held(objects: str, told: set[tuple[str, ...]] | None, when: When = JANUARY):
    known = replace(BOOKS, years=(replace(BOOKS.years[0], told=None if told is None else frozenset(told)),))
    value = Holdings(known).of_accounts(("5010",), ObjectSelection.parse(objects), when, Measure.MOVEMENT)
    return value.exact if isinstance(value, Amount) else value


@pytest.mark.parametrize(
    ("objects", "told", "amount"),
    [
        ("", set(), 50_00),
        ("1:3001", {("1",)}, 40_00),
        ("1:3001", None, 40_00),
        ("1:3099", {("1",)}, 0),
        ("1:3001", {("6",)}, Missing("filen hade inga saldon per kostnadsställe")),
        ("7:1", set(), Missing("filen hade inga saldon per dimension 7")),
        ("1:3001 6:P1", {("1",), ("1", "6")}, 10_00),
        ("1:3001 6:-", {("1",)}, Missing("filen hade inga saldon per kostnadsställe och projekt")),
    ],
)
def test_what_is_told_of_objects_is_answered_and_what_is_not_has_a_reason(objects, told, amount):
    assert held(objects, told) == amount


@pytest.mark.parametrize(
    ("period", "measure", "amount"),
    [
        (Period(202401, 202402), Measure.MOVEMENT, 70_00),
        (Period(202401, 202412), Measure.MOVEMENT, 70_00),
        (Period(202402, 202402), Measure.MOVEMENT, None),
        (Period(202401, 202401), Measure.MOVEMENT, None),
        (Period(202401, 202401), Measure.OPENING, 0),
        (Period(202402, 202402), Measure.OPENING, None),
        (Period(202402, 202402), Measure.CLOSING, 70_00),
        (Period(202401, 202401), Measure.CLOSING, None),
    ],
)
def test_one_sum_tells_of_its_ends_and_of_nothing_between(period, measure, amount):
    known = replace(BOOKS, years=(replace(BOOKS.years[0], covers_to=202402, detail=Detail.PERIOD),))
    value = Holdings(known).of_accounts(("5010",), ObjectSelection(), When(period, Scenario.ACTUAL), measure)
    assert (value.exact if isinstance(value, Amount) else None) == amount
