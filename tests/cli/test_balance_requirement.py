"""``samordna balance-requirement``, and the statements of the plan at the terminal."""

import json
import shutil

import pytest
from tests.demo import PERIOD
from tests.terminal import samordna


@pytest.fixture(autouse=True)
def associations(demo, tmp_path, monkeypatch):
    """Stand beside a copy of the demo folders."""
    for name in ("sjuharad", "insjoriket"):
        shutil.copytree(demo / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)


def tables(*command: str) -> dict[str, dict[str, dict[str, str]]]:
    answer = samordna(*command, "--format", "json")
    assert answer.code == 0, answer.err
    told = json.loads(answer.out)["statements"]
    return {table["id"]: {row["id"]: row["values"] for row in table["rows"] if "values" in row} for table in told}


def test_the_published_calculation_comes_out_beside_the_forecast():
    told = tables("balance-requirement", "--data", "insjoriket", "--year", "2024")
    assert told["balance-requirement"]["balance"] == {"so_far": "1310175", "amount": "1500000"}


def test_a_deficit_is_told_with_its_plan_and_a_closed_year_by_its_outcome():
    told = tables("balance-requirement", "--data", "sjuharad", "--year", "2024")
    assert told["restoration"]["2024"]["planned"] == "963000"
    closed = tables("balance-requirement", "--data", "sjuharad", "--year", "2023")
    assert closed["balance-requirement"]["balance"] == {"amount": "-804994"}


@pytest.mark.parametrize(
    ("ending", "begins"), [("html", b"<!doctype"), ("pdf", b"%pdf"), ("docx", b"pk"), ("xlsx", b"pk"), ("text", b"")]
)
def test_it_is_written_in_every_format(tmp_path, ending, begins):
    command = ("balance-requirement", "--data", "sjuharad", "--year", "2024", "--format", ending, "-o")
    answer = samordna(*command, tmp_path / f"fil.{ending}")
    assert answer.code == 0, answer.err
    assert (tmp_path / f"fil.{ending}").read_bytes().lower().startswith(begins)


def test_a_year_with_neither_books_nor_budget_is_refused_with_those_there_are():
    answer = samordna("balance-requirement", "--data", "sjuharad", "--year", "2030")
    assert answer.code == 1
    assert "De år som finns: 2023, 2024." in answer.err.replace("\n", " ")


@pytest.mark.parametrize(
    ("association", "statement", "row", "values"),
    [
        ("sjuharad", "summary", "resultat", ("112", "-1109", "1221", "-1663", "-963", "1262")),
        ("sjuharad", "summary", "utg_ek", ("3150", "1929", "1221", "1375", "2075", "5105")),
        ("insjoriket", "summary", "utg_ek", ("8100", "5375", "2725", "-11", "8289", "5832")),
    ],
)
def test_the_summary_ends_in_the_equity_of_each_column(association, statement, row, values):
    told = tables("statements", "--data", association, "--period", PERIOD, "--statement", statement)
    columns = ("actual", "budget_period", "variance", "budget", "forecast", "previous")
    assert told[statement][row] == dict(zip(columns, values, strict=True))


def test_the_operating_statement_tells_each_cost_centre_and_ends_in_the_result_of_the_books():
    command = ("statements", "--data", "sjuharad", "--period", PERIOD, "--statement")
    operating = tables(*command, "operating")["operating"]
    assert (operating["3011"]["deviation"], operating["utanfor"]["actual"]) == ("407", "0")
    income = tables(*command, "income")["income"]["res3"]["actual"]
    assert operating["resultat"]["actual"] == str(round(float(income) / 1000))
    assert operating["resultat"]["forecast"] == "-963"


def test_the_years_are_told_from_ledgers_and_from_what_was_entered():
    command = ("statements", "--data", "sjuharad", "--period", PERIOD, "--statement", "keyfigures")
    years = tables(*command)["years"]
    assert years["bidrag"] == {"so_far": "12015", "year_1": "19011", "year_2": "19032", "year_3": "19032"}
    assert years["eget_kapital"]["year_2"] == "3843"
