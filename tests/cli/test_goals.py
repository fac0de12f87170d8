"""``samordna goals``: verdicts, figures and the assessment, in every format and for every reader."""

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


def told(*command: str) -> dict:
    answer = samordna("goals", *command, "--period", PERIOD, "--format", "json")
    assert answer.code == 0, answer.err
    [section] = json.loads(answer.out)["sections"]
    return section


@pytest.mark.parametrize("audience", ["inside", "owners", "public"])
def test_the_published_verdicts_come_out_with_their_figures(audience):
    section = told("--data", "insjoriket", "--audience", audience)
    rows = {row["id"]: row for row in section["blocks"][0]["rows"]}
    assert {name: row["note"] for name, row in rows.items()} == {
        "progression": "uppnås", "inflode": "uppnås inte, 3 av 5 väntas nå", "eget-kapital": "uppnås inte",
    }  # fmt: skip
    assert rows["inflode"]["values"] == {"level": "75", "value": "51", "path": "50", "forecast": None}, "of each"


def test_in_text_a_source_that_has_ended_asks_for_a_decision():
    answer = samordna("goals", "--data", "sjuharad", "--period", PERIOD)
    assert answer.code == 0, answer.err
    words = " ".join(answer.out.split())
    assert "Källan upphörde 1 januari 2023" in words
    assert "God ekonomisk hushållning uppnås delvis. Av 4 mål: uppnås 2, uppnås inte 1, kan inte mätas 1." in words


@pytest.mark.parametrize(
    ("ending", "begins"), [("html", b"<!doctype"), ("pdf", b"%pdf"), ("docx", b"pk"), ("xlsx", b"pk"), ("text", b"")]
)
def test_it_is_written_in_every_format(tmp_path, ending, begins):
    command = ("goals", "--data", "insjoriket", "--period", PERIOD, "--format", ending, "-o")
    answer = samordna(*command, tmp_path / f"fil.{ending}")
    assert answer.code == 0, answer.err
    assert (tmp_path / f"fil.{ending}").read_bytes().lower().startswith(begins)


def test_a_period_without_goals_says_what_to_do_and_one_that_is_none_is_wrong_usage():
    answer = samordna("goals", "--data", "insjoriket", "--period", "2023-01..2023-12")
    assert answer.code == 0
    assert "Lägg upp mål under Mål på webbplatsen, eller läs in mal.csv." in " ".join(answer.err.split())
    assert samordna("goals", "--data", "insjoriket", "--period", "i fjol").code == 2
