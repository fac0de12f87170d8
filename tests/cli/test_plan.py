"""``samordna plan``: every published figure of Sjuhärad's plan, with the money that is asked for, in every format."""

import json
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.terminal import samordna, samordna_process

PUBLISHED = tomllib.loads(
    (Path(__file__).parents[1] / "years" / "published" / "sjuharad-plan-2022.toml").read_text(encoding="utf-8")
)
ASKED = ("plan", "--data", "sjuharad", "--year", "2022")


@pytest.fixture(autouse=True)
def sjuharad(demo, tmp_path, monkeypatch):
    """Stand beside a copy of Sjuhärad's demo folder."""
    shutil.copytree(demo / "sjuharad", tmp_path / "sjuharad")
    monkeypatch.chdir(tmp_path)


def tables(sections: list[dict]) -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
    """Yield every table of a document: its id, and its values by row."""
    for section in sections:
        for block in section["blocks"]:
            if block["type"] == "table":
                yield block["id"], {row["id"]: row["values"] for row in block["rows"] if "values" in row}
        yield from tables(section.get("sections", []))


def answered(folder: Path, *more: str) -> dict:
    answer = samordna_process(*ASKED, *more, "--format", "json", folder=folder)
    assert answer.code == 0, answer.err
    return json.loads(answer.out)


def test_every_published_figure_comes_out_of_the_command(tmp_path):
    decided = dict(tables(answered(tmp_path)["sections"]))
    requested = dict(tables(answered(tmp_path, "--state", "äskad")["sections"]))
    held = 0
    for name, columns in PUBLISHED.items():
        made = requested if name == "financing" else decided
        for column, rows in columns.items():
            for row, published in rows.items():
                assert made[name][row][column] == str(published), (name, row, column)
                held += 1
    assert held == 94
    assert requested["economic-summary"]["result:äskade bidrag"] == {"without": "395", "with": "968"}
    assert decided["economic-summary"]["result:beslutade bidrag"] == {"without": "-573", "with": "0"}


def test_the_adopted_plan_reads_as_adopted_and_another_state_is_a_draft(tmp_path):
    adopted, other = answered(tmp_path), answered(tmp_path, "--state", "äskad")
    assert adopted["status"] == ""
    assert {"label": "Antagen", "value": "Styrelsen § 56, 16 november 2021"} in adopted["facts"]
    assert answered(tmp_path, "--version", "1") == adopted
    assert other["status"].startswith("Utkast")
    assert {"label": "Vilar på", "value": "äskade bidrag, 20\xa0000\xa0tkr"} in other["facts"]


def test_a_draft_is_told_what_is_wrong_with_it():
    answer = samordna("plan", "--data", "sjuharad")
    assert answer.code == 0
    assert "Verksamhetsplan 2025" in answer.out
    assert "Utkast: inte antagen" in answer.err
    assert "kr mer än bidragen, räknat på preliminära bidrag" in answer.err.replace("\n", " ")


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("html", b"<!DOCTYPE"), ("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK"), ("text", b"Verk")],
)
def test_it_is_written_in_every_format(tmp_path, ending, begins):
    answer = samordna(*ASKED, "--format", ending, "-o", tmp_path / f"fil.{ending}")
    assert answer.code == 0, answer.err
    assert (tmp_path / f"fil.{ending}").read_bytes().lower().startswith(begins.lower())


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (("--year", "2022", "--state", "säker"), 2, "”säker” är inget läge. Välj bland äskad, preliminär, beslutad."),
        (("--year", "1905"), 2, "Det finns inget sådant år att planera: 1905."),
        (("--year", "2024"), 1, "Det finns ingen verksamhetsplan för 2024"),
        (("--year", "2022", "--version", "7"), 1, "ingen sådan version"),
    ],
)
def test_what_cannot_be_answered_is_told(options, code, told):
    answer = samordna("plan", "--data", "sjuharad", *options)
    assert answer.code == code
    assert told in answer.err.replace("\n", " ")
    assert answer.out == ""
