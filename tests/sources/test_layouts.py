"""Which layout a person means: one that comes with the program, or a file of their own."""

import pytest
from tests.statements.ledger import HEAD

from samordna.domain.values.problem import Refused
from samordna.sources.layouts import named_layout


def refused(name: object) -> str:
    with pytest.raises(Refused) as answer:
        named_layout(str(name), 2024)
    (problem,) = answer.value.problems
    return f"{problem.code} {problem.found} {problem.remedy}"


def test_a_name_is_one_that_comes_with_the_program():
    assert named_layout("lkbr", 2024).title == "Grundform enligt LKBR"


def test_a_name_that_does_not_is_refused_with_those_that_do():
    assert refused("min") == (
        "layout-unknown Det finns ingen uppställning som heter ”min” för år 2024. "
        "Välj bland insjoriket, lkbr, sjuharad, eller ange sökvägen till en egen fil."
    )


def test_a_file_is_read_from_where_it_lies(tmp_path):
    (tmp_path / "min.toml").write_text(HEAD, "utf-8-sig")  # as Windows' Notepad saves it
    assert named_layout(str(tmp_path / "min.toml"), 2024).name == "prov"


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path):
    assert refused(tmp_path / "min.toml") == (
        "layout-unreachable Filen går inte att öppna: filen finns inte. Kontrollera sökvägen."
    )
    (tmp_path / "mapp.toml").mkdir()
    assert "Filen går inte att öppna: det är en mapp." in refused(tmp_path / "mapp.toml")


def test_a_file_in_another_encoding_is_told(tmp_path):
    (tmp_path / "min.toml").write_bytes(HEAD.replace("Prov", "Sjuhärad").encode("cp1252"))
    assert refused(tmp_path / "min.toml").startswith("layout-unreadable")
    assert "filen är inte skriven i UTF-8" in refused(tmp_path / "min.toml")
