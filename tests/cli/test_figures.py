"""``samordna enter``: what no ledger holds."""

import json

import pytest
from tests.cli.test_ledgers import GOOD
from tests.terminal import Answer, samordna

ENTER = ("--period", "2024-01..2024-08", "--source", "Protokoll 4", "--data", "forbund")


@pytest.fixture(autouse=True)
def books(mine):
    assert samordna("import-sie", GOOD, "--data", mine).code == 0


def cell(statement: str, row: str, column: str) -> str | None:
    asked = ("statements", "--data", "forbund", "--period", "2024-01..2024-08", "--format", "json")
    for table in json.loads(samordna(*asked).out)["statements"]:
        for line in table["rows"]:
            if (table["id"], line["id"]) == (statement, row):
                return line["values"].get(column)
    raise KeyError(row)


def test_a_figure_stands_in_the_statements_and_is_entered_once():
    entered = ("enter", "keyfigures:anstallda", "3", "--unit", "persons", *ENTER)
    assert cell("keyfigures", "anstallda", "actual") is None
    assert samordna(*entered) == Answer(0, "", "Inlagt.\n")
    assert cell("keyfigures", "anstallda", "actual") == "3"
    assert samordna(*entered) == Answer(0, "", "Uppgiften fanns redan.\n")


@pytest.mark.parametrize(
    ("written", "shown"), [("-21078000", "-21078000"), ("−1 234,50", "-1235"), ("1\u00a0000", "1000"), ("0,49", "0")]
)
def test_a_plan_is_written_as_people_write_amounts(written, shown):
    whole_year = ("--period", "2024-01..2024-12", "--source", "Budget", "--data", "forbund", "--scenario", "budget")
    for row in ("intakter", "avskrivningar", "fin_intakter", "fin_kostnader", "extraordinara"):
        assert samordna("enter", f"income:{row}", "0", *whole_year).code == 0
    assert samordna("enter", "income:kostnader", *whole_year, "--", written).code == 0
    assert cell("income", "kostnader", "budget") == shown


@pytest.mark.parametrize(
    ("value", "unit", "why"),
    [
        ("två", "persons", "två är inget tal"),
        ("NaN", "kr", "NaN är inget tal"),
        ("Infinity", "kr", "Infinity är inget tal"),
        ("1e400", "kr", "1e400 är inget tal"),
        ("2,5", "persons", "2,5 har fler decimaler än enheten rymmer"),
        ("0,001", "kr", "0,001 har fler decimaler än enheten rymmer"),
        ("5", "mkr", "Välj bland kr_ore, kr, tkr, percent, persons"),
    ],
)
def test_what_is_no_figure_is_wrong_usage(value, unit, why):
    answer = samordna("enter", "keyfigures:anstallda", value, "--unit", unit, *ENTER)
    assert (answer.code, answer.out) == (2, "")
    assert why in answer.err


@pytest.mark.parametrize(
    ("line", "value", "source", "why"),
    [
        ("keyfigures:anstalda", "3", "Protokoll", "Raden finns inte i förbundets uppställning lkbr."),
        ("anstallda", "3", "Protokoll", "Raden finns inte i förbundets uppställning lkbr."),
        ("keyfigures:anstallda", "3", " ", "Här saknas ord om varför eller varifrån."),
        ("keyfigures:anstallda", "10000000000000000", "Protokoll", "Talet är större än något ett förbund kan bokföra."),
    ],
)
def test_what_cannot_be_entered_is_refused(line, value, source, why):
    entered = ("--period", "2024-01..2024-08", "--unit", "persons", "--source", source, "--data", "forbund")
    answer = samordna("enter", line, value, *entered)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"Stopp {line}: {why}")
