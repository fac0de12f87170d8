"""A count that may not be told: every writer prints its sign and why, and none of them anything else."""

import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from python_calamine import CalamineWorkbook

from samordna.domain.document import (
    Chart,
    ChartKind,
    Column,
    CountOrigin,
    Document,
    Figure,
    Hidden,
    Number,
    Paragraph,
    Row,
    RowKind,
    Section,
    Table,
)
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERSONS
from samordna.renderers.csv import table_csv
from samordna.renderers.docx import render_docx
from samordna.renderers.html import render_html, table_html
from samordna.renderers.json import document_json
from samordna.renderers.pdf import render_pdf
from samordna.renderers.text import render_text
from samordna.renderers.xlsx import render_xlsx

WHY = "Färre än fem: de kan kännas igen."
ORIGIN = CountOrigin("starts", "De som har börjat.", "alla deltagare", Period(202401, 202408), (3, 4))
CELLS = (Number(23, PERSONS, ORIGIN), Hidden("<5", WHY, ORIGIN))
TABLE = Table(
    "starts",
    "Startade",
    PERSONS,
    (Column("women", "Kvinnor"), Column("men", "Män")),
    (Row("north", "Norra", RowKind.DETAIL, CELLS),),
)
DOCUMENT = Document("d", "Antal", "jan–aug 2024", "Förbundet", (Section("s", "Startade", "1", (TABLE,)),))


def test_on_a_page_the_sign_has_a_letter_that_leads_to_why():
    page = render_html(DOCUMENT)
    assert re.search(r"&lt;5.*<sup", page)
    assert WHY in page
    assert "De som har börjat. · alla deltagare · januari–augusti 2024" in page


def test_in_text_and_tables_the_sign_stands_and_why_below():
    assert "<5" in render_text(DOCUMENT)
    assert WHY in render_text(DOCUMENT)
    assert "Norra;23;<5;" in table_csv(TABLE)


def test_in_a_workbook_the_sign_is_text_and_the_other_a_number():
    book = CalamineWorkbook.from_filelike(io.BytesIO(render_xlsx(DOCUMENT)))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    [north] = [row for row in rows if row[0] == "Norra"]
    assert north[1:] == [23.0, "<5"]
    assert any(WHY in str(cell) for row in rows for cell in row)


def test_for_a_machine_the_value_is_none_and_the_sign_beside_it():
    [row] = json.loads(document_json(DOCUMENT))["sections"][0]["blocks"][0]["rows"]
    assert row["values"] == {"women": "23", "men": None}
    assert row["hidden"] == {"men": "<5"}


def test_in_word_the_sign_stands_in_its_cell():
    word = docx.Document(io.BytesIO(render_docx(DOCUMENT)))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert any(cell.startswith("<5") for cell in cells)
    assert WHY in "\n".join(paragraph.text for paragraph in word.paragraphs) + "\n".join(cells)


def test_in_print_the_sign_stands_and_why(tmp_path: Path):
    (tmp_path / "a.pdf").write_bytes(render_pdf(DOCUMENT))
    if not shutil.which("pdftotext"):
        pytest.skip("poppler's pdftotext is not installed: what a reader sees in the PDF cannot be compared")
    command = ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"]
    seen = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert "<5" in seen
    assert WHY in " ".join(seen.split())


def test_a_sign_can_be_asked_as_a_figure_can_and_a_heading_leads_to_its_definition():
    table = table_html(TABLE, address=lambda row, column: f"/{row.id}/{column.id}/", defined={"men": "/matt/#men"}.get)
    assert '<a class="drill" href="/north/men/" data-panel aria-label="Norra, Män: &lt;5">&lt;5</a>' in table
    assert '<a class="drill" href="/matt/#men">Män</a>' in table
    assert ">Kvinnor</th>" in table


def test_in_a_workbook_the_sign_is_told_where_it_is_drawn_too():
    chart = Chart("c", "Startade", "Startade.", ChartKind.BARS, TABLE, table_above=True)
    document = replace(DOCUMENT, sections=(Section("s", "Startade", "1", (TABLE, chart)),))
    book = CalamineWorkbook.from_filelike(io.BytesIO(render_xlsx(document)))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    assert [row[2] for row in rows if row[0] == "Norra"] == ["<5"]


def test_in_a_sentence_it_reads_as_words_in_every_format():
    told = Paragraph(("Av dem var ", Figure(CELLS[1], "starts.north.men"), " män."))
    document = replace(DOCUMENT, sections=(Section("s", "Startade", "1", (told,)),))
    reads = "Av dem var färre än fem män."
    assert reads in re.sub(r"<[^>]*>", "", render_html(document))
    assert reads in render_text(document)
    word = docx.Document(io.BytesIO(render_docx(document)))
    assert reads in "\n".join(paragraph.text for paragraph in word.paragraphs)
    [_, figure, _] = json.loads(document_json(document))["sections"][0]["blocks"][0]["parts"]
    assert figure == {"reference": "starts.north.men", "text": "färre än fem", "decimal": None, "hidden": "<5"}
