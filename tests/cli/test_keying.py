"""``samordna keying-sheet``: the published counts of Insjöriket in the form's order, as text and as a workbook."""

import io
import re
import shutil

import pytest
from python_calamine import CalamineWorkbook
from tests.terminal import samordna


@pytest.fixture(autouse=True)
def insjoriket(demo, tmp_path, monkeypatch):
    """Stand beside a copy of Insjöriket's demo folder."""
    shutil.copytree(demo / "insjoriket", tmp_path / "insjoriket")
    monkeypatch.chdir(tmp_path)


ASKED = ("keying-sheet", "--data", "insjoriket", "--year", "2024")


def test_the_sheet_is_read_from_the_terminal_and_what_is_missing_is_told():
    answer = samordna(*ASKED)
    assert answer.code == 0
    assert re.search(r"Kvinnor +Män +kön +Totalt", answer.out)
    assert re.search(r"Inkomna remisser +105 +56 +0 +161", answer.out)
    assert re.search(r"Nya anonyma deltagare +saknas", answer.out)
    assert "Enheterna är inte tillfrågade om det." in answer.out
    assert "Matas in av den deltagaransvariga, som inte får vara anställd av förbundet." in answer.out
    assert "gäller januari–augusti 2024, inte hela 2024" in answer.err


def test_the_workbook_has_a_row_for_each_field_ready_to_copy(tmp_path):
    answer = samordna(*ASKED, "--format", "xlsx", "-o", "inmatning.xlsx")
    assert answer.code == 0
    book = CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "inmatning.xlsx").read_bytes()))
    rows = book.get_sheet_by_index(0).to_python()
    head = next(at for at, row in enumerate(rows) if row[0] == "Insats")
    told = {tuple(row[:4]): row[4:6] for row in rows[head + 1 :]}
    assert told["ACTivera", "Remisser", "Inkomna remisser", "Kvinnor"] == ["105", ""]
    assert told["ACTivera", "Anonyma deltagare", "Nya anonyma deltagare", "Totalt"] == [
        "", "Enheterna är inte tillfrågade om det.",
    ]  # fmt: skip
    assert told["Gemensamma utbildningar", "Tillfällen", "Utbildning i ACT", "Antal"] == ["18", ""]
    assert told["Förbundet", "Medel och eget kapital", "Medel från Staten", "Värde"] == ["7139000", ""]


def test_another_format_and_a_year_that_is_not_there_are_told():
    assert "Välj text eller xlsx" in samordna(*ASKED, "--format", "pdf").err
    assert "inget år 1999" in samordna("keying-sheet", "--data", "insjoriket", "--year", "1999").err
