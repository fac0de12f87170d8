"""``samordna import-sie`` and ``samordna imports``."""

import json
from pathlib import Path

import pytest
from tests.balance_ledger import balance_ledger
from tests.table_ledger import balance_text
from tests.terminal import Answer, samordna

from samordna.office.actions import TERMINAL, LedgerFile, hand_in, map_table, open_association
from samordna.office.questions import draft
from samordna.office.store.folder import close_folder
from samordna.sources.tables import TableMapping

ERRORS = Path(__file__).parents[1] / "errors"
GOOD, LATER = ERRORS / "good" / "2024-08.se", ERRORS / "good" / "2024-09.se"

TAKEN = {
    "file": "2024-08.se",
    "version": 1,
    "year": "2024-01..2024-12",
    "program": "Exempel 1.0",
    "covered_to": "2024-08-31",
    "detail": "vouchers",
    "vouchers": 1,
    "postings": 2,
}
EMPTY = {
    "code": "empty-file",
    "severity": "refuse",
    "place": "empty-file.se",
    "found": "Filen är tom.",
    "remedy": "Exportera filen på nytt ur ekonomisystemet och läs in den nya.",
}


def test_what_was_read_is_told(mine):
    answer = samordna("import-sie", GOOD, "--data", mine)
    assert answer == Answer(0, "", "Inläst: 2024-08.se, räkenskapsår 2024, version 1, verifikationer: 1, rader: 2.\n")


def test_what_was_read_is_told_as_json(mine):
    answer = samordna("import-sie", GOOD, "--data", mine, "--json")
    told = json.loads(answer.out)
    (taken,) = told["taken"]
    assert len(taken.pop("sha256")) == 64
    assert (answer.code, answer.err) == (0, "")
    assert told == {"refused": False, "taken": [TAKEN], "problems": []}


def test_a_problem_as_json_has_code_severity_place_found_and_remedy(mine):
    answer = samordna("import-sie", ERRORS / "unknown-label.se", "--data", mine, "--json")
    assert json.loads(answer.out)["problems"] == [
        {
            "code": "unknown-label",
            "severity": "inform",
            "place": "unknown-label.se, rad 8",
            "found": "Posten #EGENPOST är okänd och används inte (antal i filen: 1).",
            "remedy": "Inget behöver göras.",
        }
    ]


def test_a_refusal_ends_with_1_and_nothing_is_read(mine):
    answer = samordna("import-sie", GOOD, ERRORS / "empty-file.se", "--data", mine)
    assert answer == Answer(1, "", f"Stopp empty-file.se: {EMPTY['found']} {EMPTY['remedy']}\nInget har ändrats.\n")
    assert "Ingen bokföring är inläst ännu." in samordna("imports", "--data", mine).err


def test_a_refusal_as_json_is_on_stderr_alone(mine):
    answer = samordna("import-sie", ERRORS / "empty-file.se", "--data", mine, "--json")
    assert (answer.code, answer.out) == (1, "")
    assert json.loads(answer.err) == {"refused": True, "problems": [EMPTY]}


def test_a_folder_that_is_none_is_refused_in_words_and_as_json(tmp_path):
    assert samordna("import-sie", GOOD, "--data", tmp_path).code == 1
    answer = samordna("import-sie", GOOD, "--data", tmp_path, "--json")
    assert (answer.code, answer.out) == (1, "")
    assert json.loads(answer.err)["refused"] is True


def test_another_year_than_the_one_asked_for_is_refused(mine):
    answer = samordna("import-sie", GOOD, "--data", mine, "--year", "2023")
    assert answer.code == 1
    assert "Filen gäller räkenskapsåret 2024, men 2023 efterfrågas." in answer.err


@pytest.mark.parametrize(("file", "why"), [("finns-inte.se", "filen finns inte"), (".", "det är en mapp")])
def test_a_file_that_cannot_be_opened_is_wrong_usage(mine, file, why):
    answer = samordna("import-sie", file, "--data", mine)
    assert (answer.code, answer.out) == (2, "")
    assert f"{file} kan inte läsas: {why}." in answer.err


def test_the_history_shows_every_version_whole(mine):
    """However narrow the terminal that it is piped from is, nothing is cut."""
    samordna("import-sie", GOOD, LATER, "--data", mine)
    assert [line.rstrip() for line in samordna("imports", "--data", mine).out.splitlines()] == [
        " Version  Räkenskapsår      Fil         Till och med  Verifikationer  Rader  Gäller",
        " 1        2024-01..2024-12  2024-08.se  2024-08-31    1               2      ersatt",
        " 2        2024-01..2024-12  2024-09.se  2024-09-30    2               4      ja",
    ]


def test_a_file_of_balances_is_told_as_what_it_is(mine, tmp_path):
    file = tmp_path / "saldon.se"
    file.write_bytes(balance_ledger("1"))
    answer = samordna("import-sie", file, "--data", mine)
    assert answer.err.endswith("version 1, saldon för hela tiden, inga verifikationer.\n")
    assert " – " in samordna("imports", "--data", mine).out
    assert json.loads(samordna("import-sie", file, "--data", mine, "--json").out)["taken"] == []
    part = samordna("statements", "--data", mine, "--period", "2024-01..2024-08")
    assert (part.code, part.out) == (1, "")
    assert "bara saldon för hela januari–december 2024" in part.err


def test_a_table_is_read_when_somebody_has_said_what_it_is(mine, tmp_path):
    told = ["Saldolista", "Räkenskapsår 2024", "Period: 2024-01-01 - 2024-12-31"]
    file = tmp_path / "saldon.csv"
    file.write_bytes(balance_text(told))
    answer = samordna("import-sie", file, "--data", mine)
    assert answer.code == 1
    assert "Filen är en tabell, och ingen har sagt vad kolumnerna i en sådan betyder." in answer.err
    assert "på filens sida under Inläsning i webbläsaren" in answer.err
    open_association(mine)
    [number] = hand_in([LedgerFile("annan.csv", balance_text(told, seed=2))], by=TERMINAL)
    map_table(number, TableMapping.from_json(json.loads(draft(number).preview.table.mapping)), by=TERMINAL)
    close_folder()
    answer = samordna("import-sie", file, "--data", mine)
    assert answer.code == 0
    assert "saldon.csv, räkenskapsår 2024, version 1, saldon för hela tiden, inga verifikationer." in answer.err
