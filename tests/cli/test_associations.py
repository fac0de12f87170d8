"""``samordna new`` and ``samordna demo``."""

import shutil
from pathlib import Path

import pytest
from tests.demo import ASSOCIATIONS, written_reports
from tests.terminal import Answer, samordna

from samordna.office.questions import association
from samordna.office.store.folder import close_folder, open_folder


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_new_makes_an_association_and_says_what_comes_next(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = "Samordningsförbundet Mitt"
    answer = samordna("new", "mitt", "--name", name, "--layout", "sjuharad", "--organisation-number", "222000-1234")
    assert answer == Answer(
        0, "", "Samordningsförbundet Mitt finns nu i mitt. Läs in bokföring: samordna import-sie FIL --data mitt\n"
    )
    open_folder(Path("mitt"))
    facts = association()
    close_folder()
    assert (facts.name, facts.layout, facts.organisation_number) == (name, "sjuharad", "222000-1234")


def test_new_never_writes_over_an_association(mine):
    assert samordna("new", mine, "--name", "Ett annat") == Answer(
        1,
        "",
        "Stopp forbund: Här finns redan ett förbund. Välj en annan mapp för det nya förbundet.\nInget har ändrats.\n",
    )
    open_folder(mine)
    assert association().name == "Samordningsförbundet Exempel"
    close_folder()


def test_new_refuses_a_name_of_nothing(tmp_path):
    answer = samordna("new", tmp_path / "tomt", "--name", "  ")
    assert answer.code == 1
    assert "Förbundet har inget namn." in answer.err
    assert not (tmp_path / "tomt").exists()


def test_new_knows_the_layouts_there_are(tmp_path):
    answer = samordna("new", tmp_path / "x", "--name", "X", "--layout", "ingen")
    assert answer.code == 2
    assert "Välj bland insjoriket, lkbr, sjuharad." in answer.err


def test_the_demo_writes_every_report_of_both_associations(demo):
    names = [f"{file.parts[-3]} {file.name}" for file in written_reports(demo)]
    kinds = ("docx", "html", "pdf", "xlsx")
    reports = ("arsredovisning-2023", "delarsrapport-2024-08")
    assert names == [f"{one} {name}.{kind}" for one in ASSOCIATIONS for name in reports for kind in kinds]


def test_the_demo_twice_is_harmless(demo, tmp_path):
    again = tmp_path / "demo"
    shutil.copytree(demo, again)
    reports = {file: file.read_bytes() for file in written_reports(again)}
    history = {one: samordna("imports", "--data", again / one) for one in ASSOCIATIONS}
    answer = samordna("demo", "--data", again, "--no-serve")
    assert answer.code == 0
    assert [line for line in answer.err.splitlines() if not line.startswith("  ")] == [
        f"Sjuhärads samordningsförbund: {again / 'sjuharad'}",
        f"Samordningsförbundet Insjöriket: {again / 'insjoriket'}",
        "Logga in som:",
    ]
    assert [line.split() for line in answer.err.splitlines() if "@" in line] == [
        [role, f"{mailbox}@demo.example", "demo-losenord"]
        for role, mailbox in (
            ("ekonom", "ekonom"),
            ("förbundschef", "chef"),
            ("styrelse", "styrelse"),
            ("revisor", "revisor"),
            ("administratör", "admin"),
        )
    ]
    assert {one: samordna("imports", "--data", again / one) for one in ASSOCIATIONS} == history
    assert {file: file.read_bytes() for file in written_reports(again)} == reports


@pytest.mark.parametrize("name", ASSOCIATIONS)
def test_the_demo_leaves_what_is_no_association_alone(tmp_path, name):
    (tmp_path / name).mkdir()
    (tmp_path / name / "brev.txt").write_text("mitt")
    answer = samordna("demo", "--data", tmp_path, "--no-serve")
    assert answer.code == 1
    assert "Mappen är ingen datamapp" in answer.err
    assert everything_in(tmp_path / name) == {"brev.txt": b"mitt"}
