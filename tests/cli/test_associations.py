"""``samordna new`` and ``samordna demo``."""

import shutil
from pathlib import Path

import pytest
from tests.demo import ASSOCIATIONS, written_reports
from tests.terminal import Answer, samordna

from samordna.domain.values.period import Period
from samordna.office.questions import (
    association,
    keying_shown,
    made_reports,
    owner_shown,
    publications_held,
    statistics_of,
    views,
)
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
    before = {one: given_out(again / one) for one in ASSOCIATIONS}
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
    assert {one: given_out(again / one) for one in ASSOCIATIONS} == before


def given_out(folder: Path) -> tuple[list[tuple[int, str, str, str]], tuple[str, ...], int]:
    """Return what an association has given out, by whom and to whom, its own views, how many reports."""
    open_folder(folder)
    try:
        said = publications_held()
        told = [(one.number, one.value.view.name, one.value.audience.value, one.by) for one in said]
        return told, tuple(view.name for view in views() if view.key.startswith("egen")), len(made_reports())
    finally:
        close_folder()


@pytest.mark.parametrize("name", ASSOCIATIONS)
def test_what_the_demo_has_given_out_reads_as_it_was_read_and_owners_have_their_page(demo, tmp_path, name):
    folder = tmp_path / name
    shutil.copytree(demo / name, folder)
    given, own, reports = given_out(folder)
    assert {(audience, by) for _, _, audience, by in given} == {
        ("public", "terminalen"), ("public", "Demochef"), ("owners", "Demochef"),
    }  # fmt: skip
    assert reports == 1
    assert len(own) == 2
    open_folder(folder)
    try:
        for release in (one.value for one in publications_held() if one.value.view.measures):
            shown = statistics_of(release.view, release.period, release.audience, to=release.counts)
            assert not shown.refused
            assert shown.shown.publication.cells == release.by_key
        assert owner_shown("fk", Period(202401, 202412), only_given_out=True).counts
        keyed = [one.keyed for section in keying_shown(Period(202401, 202412)).sections for one in section.groups]
        assert sum(one is not None and one.by == "Demoekonom" for one in keyed) == 3
    finally:
        close_folder()


@pytest.mark.parametrize("name", ASSOCIATIONS)
def test_the_demo_leaves_what_is_no_association_alone(tmp_path, name):
    (tmp_path / name).mkdir()
    (tmp_path / name / "brev.txt").write_text("mitt")
    answer = samordna("demo", "--data", tmp_path, "--no-serve")
    assert answer.code == 1
    assert "Mappen är ingen datamapp" in answer.err
    assert everything_in(tmp_path / name) == {"brev.txt": b"mitt"}
