"""``samordna projects``: all of them side by side, one with everything, in every format."""

import json
import shutil

import pytest
from tests.terminal import samordna


@pytest.fixture(autouse=True)
def sjuharad(demo, tmp_path, monkeypatch):
    """Stand beside a copy of Sjuhärad's demo folder."""
    shutil.copytree(demo / "sjuharad", tmp_path / "sjuharad")
    monkeypatch.chdir(tmp_path)


def tables(*command: str) -> dict[str, dict[str, dict[str, str]]]:
    """Return the values of each table of a command's JSON, by table and row."""
    answer = samordna("projects", "--data", "sjuharad", *command, "--format", "json")
    assert answer.code == 0, answer.err
    told = json.loads(answer.out)["statements"]
    return {one["id"]: {row["id"]: row["values"] for row in one["rows"]} for one in told}


def test_all_projects_stand_side_by_side():
    rows = tables()["projects"]
    assert list(rows) == ["vilja", "inkluderande-arbetsliv", "pria"]
    assert (rows["vilja"]["earned"], rows["vilja"]["left"]) == ("1845679", "3742721")


def test_a_project_tells_what_is_earned_and_that_it_is_booked():
    told = tables("--project", "vilja")
    assert told["project-revenue"][":to-book"] == {"year": "0", "to-date": "0"}
    assert told["project-to-date"]["flat-rate"]["year"] == "1691000"
    assert told["project-cases"]["1010:10"] == {"without": "1675000", "with": "1175000", "effect": "-500000"}


def test_the_plan_of_2022_with_the_project_and_without_is_as_it_was_printed():
    rows = tables("--project", "pria", "--year", "2022")["project-cases"]
    overhead = rows["group:styrning, ledning och administration"]
    assert (overhead["without"], overhead["with"]) == ("2850000", "2277000")
    assert (rows[":cost"]["without"], rows[":cost"]["with"]) == ("19605000", "19032000")
    assert (rows[":result"]["without"], rows[":result"]["with"]) == ("-573000", "0")


@pytest.mark.parametrize(
    ("ending", "begins"), [("text", "Projektet VILJA"), ("html", "<!DOCTYPE html>"), ("pdf", "%PDF"), ("docx", "PK"),
                           ("xlsx", "PK")],
)  # fmt: skip
def test_a_project_is_written_in_every_format(tmp_path, ending, begins):
    where = tmp_path / f"vilja.{ending}"
    answer = samordna("projects", "--data", "sjuharad", "--project", "vilja", "--format", ending, "-o", str(where))
    assert answer.code == 0, answer.err
    assert where.read_bytes().decode("utf-8", "replace").lower().startswith(begins.lower())


def test_a_project_that_there_is_not_is_wrong_usage_and_those_there_are_are_told():
    answer = samordna("projects", "--data", "sjuharad", "--project", "finnsinte")
    assert answer.code == 2
    assert "vilja, inkluderande-arbetsliv, pria" in " ".join(answer.err.split())
