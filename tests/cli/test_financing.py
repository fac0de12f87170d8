"""``samordna financing`` and ``samordna population``."""

import json
import shutil

import pytest
from tests.scb_answers import nowhere, px_web
from tests.terminal import samordna

YEAR = ("--year", "2022", "--data", "sjuharad")


@pytest.fixture(autouse=True)
def folders(demo, tmp_path, monkeypatch):
    """Stand beside copies of the demo folders."""
    for name in ("sjuharad", "insjoriket"):
        shutil.copytree(demo / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)


def rows(*command: str) -> dict[str, dict[str, str]]:
    """Return the values of the first table of a command's JSON, by row."""
    answer = samordna("financing", *command, "--format", "json")
    assert answer.code == 0, answer.err
    return {row["id"]: row["values"] for row in json.loads(answer.out)["statements"][0]["rows"]}


def test_the_financing_of_three_years_is_told_in_the_state_that_is_asked_for():
    asked, decided = rows(*YEAR, "--state", "requested"), rows(*YEAR, "--state", "decided")
    assert asked[":total"] == {"share": None, "y2021": "19032", "y2022": "20000", "y2023": "20000"}
    assert decided[":total"]["y2022"] == "19032"
    assert decided["1490"]["y2022"] == "2504"


def test_without_a_state_it_rests_on_the_surest_that_all_have_come_to():
    answer = samordna("financing", "--data", "sjuharad", "--year", "2025")
    assert "Finansieringsplan 2025, preliminär tilldelning" in answer.out
    assert rows("--data", "insjoriket")[":total"]["y2024"] == "14278"


@pytest.mark.parametrize(
    ("ending", "begins"), [("html", b"<!DOCTYPE"), ("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")]
)
def test_it_is_written_in_every_format(tmp_path, ending, begins):
    answer = samordna("financing", *YEAR, "--format", ending, "-o", tmp_path / f"fil.{ending}")
    assert answer.code == 0, answer.err
    assert (tmp_path / f"fil.{ending}").read_bytes().lower().startswith(begins.lower())


def test_wrong_usage_and_a_year_that_nothing_is_known_of_are_told():
    assert samordna("financing", *YEAR, "--state", "kanske").code == 2
    assert samordna("financing", "--year", "1850", "--data", "sjuharad").code == 2
    answer = samordna("financing", "--year", "2026", "--data", "sjuharad")
    assert answer.code == 1
    assert "varken en ram eller en tilldelning" in answer.err
    assert samordna("population", "--data", "insjoriket").code == 2
    assert samordna("population", "--data", "insjoriket", "--from-scb", "--kept").code == 2


def test_populations_come_from_scb_from_the_kept_answer_and_from_a_file(tmp_path):
    by_scb = ("population", "--data", "insjoriket", "--year", "2024")
    with px_web() as served:
        answer = samordna(*by_scb, "--from-scb", "--address", served.address)
    assert answer.code == 0, answer.err
    assert "Inläst: 1 medlem, 31 december 2023. Källa: SCB, TAB638 (BefolkningNy)" in answer.err
    assert "har ingen folkmängd för Partille kommun (kod 1402)" in answer.err.replace("\n", " ")
    away = samordna(*by_scb, "--from-scb", "--address", nowhere())
    assert away.code == 0
    assert "SCB svarade inte" in away.err
    assert samordna(*by_scb, "--kept").code == 0
    (tmp_path / "folkmangd.csv").write_text("Medlem;Folkmängd;Dag;Källa\n1481;70 500;2024-12-31;SCB\n", "utf-8")
    assert samordna("population", "--data", "insjoriket", "--file", "folkmangd.csv").code == 0
    alone = samordna("population", "--data", "sjuharad", "--year", "2022", "--from-scb", "--address", nowhere())
    assert alone.code == 1
    assert "fördelas efter folkmängd" in alone.err
