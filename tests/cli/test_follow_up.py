"""``samordna follow-up``, ``bridge``, ``outlook``, and how a plan comes in and orders go out."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from tests.demo import PERIOD
from tests.terminal import samordna
from tests.years.plans import input_files

from samordna.sources.sie import books_of, read_sie

ASKED = ("--period", PERIOD, "--data", "sjuharad")


@pytest.fixture(autouse=True)
def sjuharad(demo, tmp_path, monkeypatch):
    """Stand beside a copy of Sjuhärad's demo folder."""
    shutil.copytree(demo / "sjuharad", tmp_path / "sjuharad")
    monkeypatch.chdir(tmp_path)


def table(*command: str) -> dict[str, dict[str, str]]:
    """Return the values of the first table of a command's JSON, by row."""
    answer = samordna(*command, *ASKED, "--format", "json")
    assert answer.code == 0, answer.err
    return {row["id"]: row["values"] for row in json.loads(answer.out)["statements"][0]["rows"]}


def test_the_follow_up_is_told_with_what_is_not_booked():
    rows = table("follow-up")
    assert rows["3011"]["unbooked"] == "-407"
    assert rows["total"]["forecast"] == "-19185"


def test_the_bridge_ends_in_the_result_and_has_nothing_unexplained():
    rows = table("bridge")
    assert (rows["result"]["actual"], rows["result"]["total"]) == ("112090.13", "-301576.59")
    assert rows["net_cost:unexplained"]["actual"] == "0.00"


def test_the_outlook_tells_equity_before_and_after_the_projects_and_what_is_wrong():
    rows = table("outlook")
    assert (rows["before_projects"]["forecast"], rows["closing_equity"]["forecast"]) == ("1875", "2075")
    answer = samordna("outlook", *ASKED)
    assert "lyfter det till 2 075 tkr" in answer.out.replace("\u00a0", " ").replace("\n", " ")
    assert "Anmärkningar: 3" in answer.err


@pytest.mark.parametrize("command", ["follow-up", "bridge", "outlook"])
@pytest.mark.parametrize(
    ("ending", "begins"), [("html", b"<!DOCTYPE"), ("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")]
)
def test_each_is_written_in_every_format(tmp_path, command, ending, begins):
    answer = samordna(command, *ASKED, "--format", ending, "-o", tmp_path / f"fil.{ending}")
    assert answer.code == 0, answer.err
    assert (tmp_path / f"fil.{ending}").read_bytes().lower().startswith(begins.lower())


def test_a_period_that_nothing_is_read_for_is_refused():
    answer = samordna("bridge", "--period", "2019-01..2019-08", "--data", "sjuharad")
    assert (answer.code, answer.out) == (1, "")
    assert "2019" in answer.err


def test_a_budget_goes_out_as_a_form_and_comes_back_only_when_something_is_changed():
    written = samordna("budget-form", "-o", "budget.xlsx", "--data", "sjuharad")
    assert (written.code, written.err) == (0, "")
    same = samordna("import-budget", "budget.xlsx", "--data", "sjuharad")
    assert (same.code, "Inget har ändrats." in same.err) == (1, True)
    other_year = samordna("import-budget", "budget.xlsx", "--year", "2025", "--data", "sjuharad")
    assert (other_year.code, "2025" in other_year.err) == (1, True)


def test_a_broken_form_is_told_cell_by_cell(tmp_path):
    (tmp_path / "skräp.xlsx").write_bytes(b"PK\x03\x04 inte en arbetsbok")
    answer = samordna("import-budget", "skräp.xlsx", "--data", "sjuharad")
    assert (answer.code, "skräp.xlsx" in answer.err, "Inget har ändrats." in answer.err) == (1, True, True)
    assert samordna("import-budget", "finns-inte.xlsx", "--data", "sjuharad").code == 2


def test_a_plan_in_files_comes_in_whole_or_not_at_all(tmp_path):
    samordna("new", "nytt", "--name", "Samordningsförbundet Nytt", "--layout", "insjoriket")
    for name, data in input_files("insjoriket").items():
        (tmp_path / name).write_bytes(data)
    paths = sorted(tmp_path.glob("*.csv"))
    taken = samordna("import-plan", *paths, "--data", "nytt")
    assert (taken.code, "Inläst." in taken.err) == (0, True)
    (tmp_path / "budget-2024.csv").write_bytes(b"fel")
    answer = samordna("import-plan", *paths, "--data", "nytt")
    assert (answer.code, "budget-2024.csv" in answer.err) == (1, True)


def test_what_is_lacking_is_ordered_once_and_the_order_written_again():
    order = ("booking-order", *ASKED)
    first = samordna(*order, "-o", "order.pdf")
    assert (first.code, "Bokningsorder 1: 3 poster, föreslagen." in first.err) == (0, True)
    again = samordna(*order, "-o", "order.si")
    assert "Bokningsorder 1" in again.err
    books = books_of(read_sie(Path("order.si").read_bytes(), "order.si")).books
    assert books is not None
    assert sum(posting.amount for voucher in books.vouchers for posting in voucher.postings) == 0
    assert {posting.account for voucher in books.vouchers for posting in voucher.postings} == {"5539", "2991"}


@pytest.mark.parametrize("name", ["order.odt", "order"])
def test_a_file_that_an_order_is_not_written_as_is_wrong_usage(name):
    answer = samordna("booking-order", *ASKED, "-o", name)
    assert (answer.code, ".pdf, .docx, .xlsx eller .si" in answer.err.replace("\n", " ")) == (2, True)


def test_a_closed_period_asks_for_the_reason_at_the_terminal_too(tmp_path):
    data = (files("samordna.demo") / "ledgers" / "sjuharad-2024-08.se").read_bytes()
    (tmp_path / "senare.se").write_bytes(data + b"\r\n")
    answer = samordna("import-sie", "senare.se", "--reason", "Ny export", "--data", "sjuharad")
    assert answer.code == 0, answer.err
