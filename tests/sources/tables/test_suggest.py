"""What a table seems to mean beyond its columns: its year and day, its signs; and what a person must still say."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.tables.agreed import asked, suggested, table, unhurried

from samordna.domain.ledger.books import FiscalYear
from samordna.sources.ledger_file import TableToMap, read_ledger
from samordna.sources.sie import Reading
from samordna.sources.tables import Column, Field, Side, Signs, TableKind, TableMapping, missing

HEADS = "Konto | Namn | Saldo\n1930 | Bank | 5"
YEAR = FiscalYear(dt.date(2024, 1, 1), dt.date(2024, 12, 31))

PAGES = {
    "Räkenskapsår: 2024-01-01 - 2024-12-31 | Period: 2024-01-01 - 2024-08-31": (2024, "2024-08-31"),
    "Räkenskapsår: 2024 | | Avser 202401-202408": (2024, "2024-08-31"),
    "Bokföringsår 20240101–20241231\nPer 20240831": (2024, "2024-08-31"),
    "Saldolista januari–augusti 2024": (2024, "2024-08-31"),
    "Saldolista jan - aug 2024": (2024, "2024-08-31"),
    "Saldon t.o.m. 2024-08-31": (2024, "2024-08-31"),
    "Saldobalans per 240831": (2024, "2024-08-31"),
    "Period 202408": (2024, "2024-08-31"),
    "Period: augusti 2024": (2024, "2024-08-31"),
    "Råbalans 2024": (2024, None),
    "År 2024": (2024, None),
    "Utskriven 2024-09-12 | Sida 1": (None, None),
    "Saldolista": (None, None),
    "Per 2024-02-31": (None, None),
}


@pytest.mark.parametrize("page", PAGES)
def test_the_year_and_the_day_covered_are_what_the_page_tells(page):
    found = suggested(f"{page}\n{HEADS}")
    year, day = PAGES[page]
    assert (found.year.start.year if found.year else None) == year
    assert found.covered_to == (dt.date.fromisoformat(day) if day else None)


def test_a_head_and_the_name_of_a_sheet_tell_as_well():
    assert suggested("Konto | UB 2024-08-31\n1930 | 5").covered_to == dt.date(2024, 8, 31)


def test_a_fiscal_year_may_be_broken():
    found = suggested(f"Räkenskapsår: 2023-07-01 - 2024-06-30\n{HEADS}")
    assert found.year == FiscalYear(dt.date(2023, 7, 1), dt.date(2024, 6, 30))


def test_the_year_of_all_days_and_all_months_is_the_tables():
    assert suggested("Ver | Datum | Konto | Belopp\nA 1 | 2024-01-31 | 1930 | 5").year == YEAR
    assert suggested("Konto | Period | Belopp\n1930 | 202401 | 5").year == YEAR
    two = "Ver | Datum | Konto | Belopp\nA 1 | 2024-01-31 | 1930 | 5\nA 2 | 2023-12-31 | 1930 | 5"
    assert suggested(two).year is None


BALANCED = "Konto | Saldo\n1930 | {}\n2010 | {}\n3010 | {}\n5010 | {}"
SIGNS = {
    ("100", "-70", "-50", "20"): Signs.DEBIT,
    ("-100", "70", "50", "-20"): Signs.CREDIT,
    ("100", "-70", "50", "-20"): Signs.REPORT,
    ("100", "70", "50", "20"): Signs.NATURAL,
    ("100", "-70", "-50", "21"): Signs.DEBIT,
    ("-99", "70", "50", "-20"): Signs.CREDIT,
    ("0", "0", "50", "-20"): Signs.REPORT,
    ("0", "0", "50", "20"): Signs.NATURAL,
    ("0", "0", "0", "0"): Signs.DEBIT,
}


@pytest.mark.parametrize("amounts", SIGNS)
def test_signs_are_those_that_make_all_accounts_nothing_else_the_usual(amounts):
    assert suggested(BALANCED.format(*amounts)).signs is SIGNS[amounts]


def test_amounts_in_two_columns_tell_their_side_themselves():
    assert suggested("Konto | Debet | Kredit\n3010 | 5 |").signs is Signs.DEBIT


@pytest.mark.parametrize(
    ("amounts", "mark"), [("1,50 2,5", ","), ("1.50 2.5", "."), ("1,000 2", "."), ("1.000 2", ",")]
)
def test_the_decimal_mark_is_what_the_amounts_tell(amounts, mark):
    one, two = amounts.split()
    assert suggested(f"Konto | Saldo\n1930 | {one}\n2010 | {two}").decimal_mark == mark


def questions(text: str) -> list[str]:
    return [question.code for question in asked(text).best.missing]


def test_what_is_missing_is_asked_for():
    assert questions(HEADS) == ["year", "covered-to"]
    assert questions(f"Per 2024-08-31\n{HEADS}") == []
    assert questions("Datum | Konto | Belopp\n2024-01-31 | 1930 | 5") == ["number"]
    assert questions("Ver | Konto | Jan | Feb\n | 1930 | 5 | 6") == ["year"]


def test_every_question_is_a_question_in_words():
    for kind in TableKind:
        for question in missing(TableMapping(kind)):
            assert question.text.endswith("?")


def test_one_side_without_the_other_and_one_meaning_twice_are_asked_about():
    columns = (
        Column(0, Field.ACCOUNT), Column(1, Field.ACCOUNT), Column(2, Field.AMOUNT, Side.DEBIT),
    )  # fmt: skip
    mapping = TableMapping(TableKind.BALANCES, columns=columns, year=YEAR, covered_to=dt.date(2024, 8, 31))
    assert [question.code for question in missing(mapping)] == ["account", "amount"]
    both = (Column(0, Field.ACCOUNT), *(Column(n, Field.AMOUNT, side) for n, side in enumerate(Side, start=1)))
    assert [question.code for question in missing(replace(mapping, columns=both))] == ["amount"]


def test_a_day_outside_the_year_is_asked_about():
    columns = (Column(0, Field.ACCOUNT), Column(1, Field.CLOSING))
    mapping = TableMapping(TableKind.BALANCES, columns=columns, year=YEAR, covered_to=dt.date(2023, 8, 31))
    assert [question.code for question in missing(mapping)] == ["covered-to"]


# What is remembered

AUGUST = """
    Saldolista per 2024-08-31
    Konto | Namn | Ej intressant | Nytt saldo
    1930 | Bank | 7 | 100
    2010 | Eget kapital | 7 | -100
"""
OCTOBER = """
    Saldolista per 2024-10-31
    Sida 1
    |
    Konto | Namn | Nytt saldo
    1930 | Bank | 120
    2010 | Eget kapital | -120
"""


def remembered(text: str, means: dict[str, Field]) -> TableMapping:
    """Return the mapping that a person made for a table with a head that nobody knows."""
    best = asked(text).best
    places = {head: place for place, head in enumerate(best.heads)}
    chosen = tuple(Column(places[head], field, head=head) for head, field in means.items())
    return replace(best.mapping, columns=tuple(sorted((*best.mapping.columns, *chosen))))


def test_a_table_with_the_same_heads_is_read_at_once_with_what_was_said_of_an_earlier_one():
    known = remembered(AUGUST, {"Nytt saldo": Field.CLOSING})
    september = AUGUST.replace("08-31", "09-30").replace("100", "110")
    reading = read_ledger(table(september), "september.csv", remembered=[known])
    assert isinstance(reading, Reading)
    assert [balance.ore for balance in reading.file.closing] == [11000, -11000]
    assert reading.file.head.covered_to == dt.date(2024, 9, 30)


def test_what_the_file_does_not_tell_is_asked_for_each_time():
    known = remembered(AUGUST, {"Nytt saldo": Field.CLOSING})
    answer = read_ledger(table(AUGUST.replace(" per 2024-08-31", "")), "x.csv", remembered=[known])
    assert isinstance(answer, TableToMap)
    assert answer.best.remembered
    assert [question.code for question in answer.best.missing] == ["year", "covered-to"]


def test_other_heads_are_another_table():
    known = remembered(AUGUST, {"Nytt saldo": Field.CLOSING})
    data = table(OCTOBER + "3010 | Bidrag | 0 | 0\n")
    answer = read_ledger(data, "x.csv", remembered=[known])
    assert not isinstance(answer, TableToMap) or not answer.best.remembered


def test_months_come_and_go_and_the_table_is_the_same():
    known = suggested("Konto | Namn | IB | Jan 2024 | Feb 2024 | Övrigt\n1930 | Bank | 1 | 2 | 3 | x")
    later = "Konto | Namn | IB | Jan 2024 | Feb 2024 | Mar 2024 | Övrigt\n1930 | Bank | 1 | 2 | 3 | 4 | x"
    reading = read_ledger(table(later), "x.csv", remembered=[known])
    assert isinstance(reading, Reading)
    assert [(one.month, one.ore) for one in reading.file.period_balances] == [
        (202401, 200),
        (202402, 300),
        (202403, 400),
    ]


COLUMNS = st.builds(
    Column, st.integers(0, 300), st.sampled_from(Field), st.sampled_from(Side), st.integers(0, 12), st.text(max_size=30)
)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))
MAPPINGS = st.builds(
    TableMapping,
    kind=st.sampled_from(TableKind),
    sheet=st.text(max_size=31),
    head_row=st.integers(-1, 1000),
    columns=st.lists(COLUMNS, max_size=8).map(tuple),
    signs=st.sampled_from(Signs),
    decimal_mark=st.sampled_from(",."),
    months_are_balances=st.booleans(),
    year=st.none() | st.builds(FiscalYear, DAYS, DAYS),
    covered_to=st.none() | DAYS,
    signature=st.text(max_size=24),
)


@unhurried
@given(MAPPINGS)
def test_a_mapping_is_the_same_after_json(mapping):
    assert TableMapping.from_json(json.loads(json.dumps(mapping.as_json()))) == mapping


PLAIN = suggested(HEADS).as_json()
SPOILT = [
    None, [], {}, "x", {**PLAIN, "kind": "x"}, {**PLAIN, "columns": 5}, {**PLAIN, "columns": [1]},
    {**PLAIN, "head_row": "1"}, {**PLAIN, "head_row": True}, {**PLAIN, "head_row": -2}, {**PLAIN, "year": ["2024"]},
    {**PLAIN, "year": ["2024-01-01", "x"]}, {**PLAIN, "covered_to": 5}, {**PLAIN, "decimal_mark": "x"},
    {**PLAIN, "sheet": 5}, {**PLAIN, "signature": "x" * 5000}, {**PLAIN, "months_are_balances": "x"},
    {**PLAIN, "columns": [{"place": 0, "field": "account", "side": "", "month": 13, "head": ""}]},
    {key: value for key, value in PLAIN.items() if key != "signs"},
]  # fmt: skip


@pytest.mark.parametrize("found", SPOILT, ids=range(len(SPOILT)))
def test_anything_else_is_no_mapping(found):
    with pytest.raises(ValueError, match=r".*"):
        TableMapping.from_json(found)
