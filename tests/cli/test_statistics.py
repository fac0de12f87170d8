"""``samordna statistics``."""

import json
import shutil

import pytest
from tests.terminal import samordna

MONTHS = ("--period", "2024-01..2024-08")
OURS = ("statistics", "--data", "insjoriket", *MONTHS)


@pytest.fixture(autouse=True)
def folders(demo, tmp_path, monkeypatch):
    """Stand beside copies of the demo folders."""
    for name in ("sjuharad", "insjoriket"):
        shutil.copytree(demo / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)


def rows(*command: str) -> dict[str, dict[str, str]]:
    answer = samordna(*command, "--format", "json")
    assert answer.code == 0, answer.err
    return {row["id"]: row for row in json.loads(answer.out)["statements"][0]["rows"]}


def test_a_measure_divided_by_something_is_told_by_gender():
    told = rows(*OURS, "--measure", "referrals", "--by", "source")
    assert told["total"]["values"] == {"women": "105", "men": "56", "unknown": "0", "total": "161"}
    assert told["insurance_agency"]["values"]["total"] == "57"
    beside = rows(*OURS, "--measure", "referrals", "--measure", "starts", "--by", "unit")
    assert beside["activera/activera-lerum"]["values"] == {"referrals": "33", "starts": "32"}


def test_without_a_measure_the_usual_view_is_told_with_what_contradicts_itself():
    answer = samordna(*OURS)
    assert answer.code == 0
    assert "Från remiss till avslut, januari–augusti 2024" in answer.out
    assert "Enheterna har tillsammans 160, men 174 är angivet som summa" in answer.err


def test_what_is_for_the_public_hides_and_is_written_down_unless_one_only_looks():
    public = (*OURS, "--view", "inflow", "--audience", "public")
    looked = samordna(*public, "--look")
    assert looked.code == 0
    assert "<5" in looked.out
    assert "Visas offentligt." in looked.out
    told = rows(*public)
    assert told["municipality_other"]["hidden"]["total"] == "<5"
    again = rows(*OURS, "--view", "inflow", "--audience", "owners")
    assert again == told


def test_the_plan_of_2022_has_660_participants_and_the_older_form_its_columns():
    plan = ("statistics", "--data", "sjuharad", "--period", "2022-01..2022-12", "--view", "plan-participants")
    assert rows(*plan)["aktiv-kraft"]["values"]["agreed_participants"] == "660"
    form = rows("statistics", "--data", "sjuharad", *MONTHS, "--view", "participants-2014")["aktiv-kraft"]
    assert form["values"]["budgeted_participants"] == "625"
    assert form["values"]["participants"] == "491"
    assert form["hidden"] == {"unique": "228–488"}


@pytest.mark.parametrize(("ending", "begins"), [("csv", "\ufeff"), ("xlsx", "PK"), ("text", "*** Anm")])
def test_it_is_written_in_every_format(tmp_path, ending, begins):
    answer = samordna(*OURS, "--view", "inflow", "--format", ending, "-o", tmp_path / "fil")
    assert answer.code == 0, answer.err
    assert (tmp_path / "fil").read_bytes().startswith(begins.encode())


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        (("--measure", "lycka"), 1, "Måttet ”lycka” finns inte."),
        (("--measure", "exits", "--by", "source"), 1, "”source” är ingen indelning av måttet ”exits”."),
        (("--view", "allt"), 1, "Vyn ”allt” finns inte."),
        (("--by", "unit"), 2, "--measure"),
        (("--audience", "alla"), 2, "alla"),
    ],
)
def test_what_cannot_be_is_told(command, code, told):
    answer = samordna(*OURS, *command)
    assert answer.code == code
    assert told in answer.err


def test_a_period_that_cuts_reports_in_two_or_is_none_is_told():
    cut = samordna("statistics", "--data", "insjoriket", "--period", "2024-02..2024-08")
    assert cut.code == 1
    assert "bara delvis ligger i" in cut.err
    assert samordna("statistics", "--data", "insjoriket", "--period", "i fjol").code == 2
