"""A document as a PDF: valid for archives and for readers who listen, the same every time, and never markup."""

import datetime as dt
import io
import json
import re
import shutil
import subprocess
import sys
import unicodedata
import zlib
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest
from pikepdf import Name
from tests.renderers import sample
from tests.renderers.sample_report import PROSE, annotated_document, hostile_document, sample_document, words

from samordna.domain.document import ChartKind, Document, Paragraph, Section, annotated, tables_of
from samordna.renderers.pdf import render_pdf
from samordna.renderers.pdf.streams import saved
from samordna.renderers.typeface import SUBSTITUTE, drawable

UNSEEN = "poppler's pdftotext is not installed: what a reader sees in the PDF cannot be compared"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_pdf(sample_document())


def text_of(pdf: bytes, folder: Path, *options: str) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip(UNSEEN)
    (folder / "a.pdf").write_bytes(pdf)
    command = ["pdftotext", *options, str(folder / "a.pdf"), "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))


def one_block(*blocks: object) -> Document:
    return Document("d", "Prov", "Förbundet", "Förbundet", (Section("s", "Avsnitt", "1", blocks),))  # type: ignore[arg-type]


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
@pytest.mark.parametrize("make", [sample_document, hostile_document, annotated_document])
def test_it_is_valid_for_archives_and_for_everyone(make: object, profile: object) -> None:
    found = page.validate_pdf_bytes(render_pdf(make()), profile=profile)  # type: ignore[operator]
    assert "no failures" in str(found), str(found)


def test_pdfua_finds_nothing(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf)
    command = [sys.executable, "-m", "pdfua", "check", str(tmp_path / "a.pdf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "errors=0 warnings=0" in done.stdout, done.stdout + done.stderr


def test_outloud_hears_no_error(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf)
    command = [str(Path(sys.executable).parent / "outloud"), "--json", "-", "--quiet", str(tmp_path / "a.pdf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    findings = json.loads(done.stdout)["results"][0]["findings"]
    assert any(len(table.columns) == 1 for table in tables_of(sample_document()))
    assert not [finding for finding in findings if finding["severity"] == "error"]


def test_every_row_has_its_label_as_a_header(pdf: bytes) -> None:
    tables = tables_of(sample_document())
    with pikepdf.open(io.BytesIO(pdf)) as file:
        found = [e for e in elements(file.Root.StructTreeRoot) if Name.Table == e.S]
        assert len(found) == len(tables)
        for element, table in zip(found, tables, strict=True):
            heads = [e for e in elements(element) if e.S == Name.TH]
            scopes = [str(scope_of(head)) for head in heads]
            headed = len(table.rows) if len(table.columns) > 1 else 0
            assert scopes.count("/Row") == headed, table.title
            assert scopes.count("/Column") == len(heads) - headed


def scope_of(cell: pikepdf.Object) -> object:
    attributes = cell.A if isinstance(cell.A, pikepdf.Array) else [cell.A]
    return next(a.Scope for a in attributes if "/Scope" in a)


def elements(parent: pikepdf.Object) -> list[pikepdf.Object]:
    kids = parent.get("/K", [])
    found = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += [kid, *elements(kid)]
    return found


def test_the_language_title_author_and_bookmarks_are_set(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert str(file.Root.Lang) == "sv"
        assert str(file.docinfo["/Title"]) == sample_document().title
        assert str(file.docinfo["/Author"]) == sample_document().author
        with file.open_outline() as outline:
            titles = [item.title for item in outline.root]
            assert titles[0] == "1 Förvaltningsberättelse"
            assert [item.title for item in outline.root[0].children][-1] == "1.3 Inflöde"


def test_figures_labels_reasons_and_roles_can_be_read(pdf: bytes, tmp_path: Path) -> None:
    text = squeezed(text_of(pdf, tmp_path, "-layout"))
    for expected in (
        "Övriga kostnader 2 −224 651,70 −225 841,04",
        "RES3 Periodens resultat 112 090,13 542 723,88",
        "Belopp i tusental kronor",
        "Soliditet 65 % 82 % 48 % 100 %",
        sample.NO_FORECAST,
        "Vice ordförande",
        "Huvudbok 2024, inläst som version 3",
    ):
        assert expected in text, expected


def test_every_page_but_the_first_bears_number_title_and_draft_status(pdf: bytes, tmp_path: Path) -> None:
    pages = text_of(pdf, tmp_path).split("\f")[:-1]
    for number, content in enumerate(pages, 1):
        assert "Utkast – inte beslutat av styrelsen" in content
        assert number == 1 or f"Sida {number} av {len(pages)}" in content


def test_what_the_figures_rest_on_stands_at_the_foot_of_every_page_of_something_short(tmp_path: Path) -> None:
    told = "inläsning 2, böcker.se, inläst 2024-09-03 14.05"
    document = replace(sample_document(), front_page=False, contents=False, foot=told)
    pages = text_of(render_pdf(document), tmp_path).split("\f")[:-1]
    assert len(pages) > 1
    assert all(told in page for page in pages)
    assert document.author in pages[0].splitlines()[0] + pages[0], "whose it is, on the first page too"


def test_a_chapter_without_a_name_has_no_heading(tmp_path: Path) -> None:
    table = replace(tables_of(sample_document())[0], title="Balans")
    document = Document("d", "Balans", "2024", "Förbundet", (Section("s", "", blocks=(table,)),))
    text = text_of(render_pdf(document), tmp_path)
    assert text.count("Balans\n") == 1
    assert "Förbundet · 2024" in text


def test_a_finished_report_bears_no_draft_mark(tmp_path: Path) -> None:
    assert "Utkast" not in text_of(render_pdf(sample_document(status="")), tmp_path)


def test_a_short_table_is_not_broken_and_its_heading_stays_with_it(tmp_path: Path) -> None:
    for filler in range(7, 11):
        document = one_block(*[words(PROSE)] * filler, sample.balance_sheet())
        pages = text_of(render_pdf(document), tmp_path).split("\f")
        assert any("Balansräkning" in p and "Summa eget kapital, avsättningar" in p for p in pages)


def test_a_long_table_repeats_its_head_and_no_heading_is_left_at_the_foot(tmp_path: Path) -> None:
    note = sample.follow_up()
    rows = tuple(
        sample.Row(f"{n}", f"Grupp {n}" if n % 5 == 0 else f"Rad {n}", sample.HEADING, ())
        if n % 5 == 0
        else sample.Row(f"{n}", f"Rad {n}", sample.DETAIL, note.rows[1].cells)
        for n in range(120)
    )
    for extra in range(4):
        table = sample.Table("t", "Lång", note.unit, note.columns, rows[extra:], stub="Område")
        pages = text_of(render_pdf(one_block(table)), tmp_path, "-layout").split("\f")[:-1]
        assert len(pages) > 2
        for content in pages:
            lines = [line.strip() for line in content.splitlines() if line.strip()]
            assert any(line.startswith("Område") for line in lines)
            assert not lines[-2].startswith("Grupp"), lines[-3:]


def test_a_very_wide_table_turns_the_page(tmp_path: Path) -> None:
    five = sample.income_in_kronor()
    heads = sample.columns(*[f"Delårsbokslut {year}-08-31" for year in range(2015, 2025)])
    rows = tuple(sample.Row(r.id, r.label, r.kind, r.cells * 2) for r in five.rows)
    pdf = render_pdf(one_block(words("Före."), sample.Table("w", "Bred", five.unit, heads, rows), words("Efter.")))
    with pikepdf.open(io.BytesIO(pdf)) as file:
        wide = [float(p.mediabox[2]) > float(p.mediabox[3]) for p in file.pages]
    assert wide == [False, True, False]
    assert "Delårsbokslut" in text_of(pdf, tmp_path)


def test_a_comma_in_a_head_keeps_the_space_behind_it(tmp_path: Path) -> None:
    table = sample.income_with_ore()
    heads = ("Andel, %", "Andel, kr")
    columns = tuple(replace(one, label=head) for one, head in zip(table.columns, heads, strict=True))
    told = text_of(render_pdf(one_block(replace(table, columns=columns))), tmp_path, "-layout")
    assert "Andel, %" in told
    assert "Andel, kr" in told


def test_the_same_document_gives_the_same_bytes(pdf: bytes) -> None:
    assert render_pdf(sample_document()) == pdf
    made = dt.datetime(2024, 9, 12, 8, 0, tzinfo=dt.UTC)
    dated = render_pdf(sample_document(), made=made)
    assert dated == render_pdf(sample_document(), made=made) != pdf
    with pikepdf.open(io.BytesIO(dated)) as file:
        assert str(file.docinfo["/CreationDate"]).startswith("D:20240912080000")


def test_hostile_text_is_printed_as_it_stands(tmp_path: Path) -> None:
    text = squeezed(text_of(render_pdf(hostile_document()), tmp_path))
    assert text.count("#panic") >= 8
    assert "{{ 7*7 }}" in text


def test_letters_that_the_typeface_lacks_become_squares_and_the_report_is_still_made(tmp_path: Path) -> None:
    odd = "Åsa 😀 \x00\x1b 漢 a\u0308 slut"
    assert drawable(odd) == f"Åsa {SUBSTITUTE}  {SUBSTITUTE} ä slut"
    chart = sample.chart(ChartKind.BARS)
    rows = tuple(sample.Row(r.id, odd, r.kind, r.cells) for r in chart.table.rows)
    table = sample.Table("t", odd, chart.table.unit, chart.table.columns, rows)
    pdf = render_pdf(one_block(Paragraph((odd,)), sample.Chart("c", odd, odd, ChartKind.BARS, table)))
    assert "no failures" in str(page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_A_2A))
    assert "slut" in text_of(pdf, tmp_path)


def test_an_empty_document_is_still_a_document() -> None:
    empty = Document("d", "Tom", "", "", ())
    assert "no failures" in str(page.validate_pdf_bytes(render_pdf(empty), profile=page.ValidationProfile.PDF_UA_1))


def test_no_stream_ends_so_that_its_length_can_be_doubted() -> None:
    # Drawing instructions whose checksum, the last byte of the compressed stream, happens to be a carriage return.
    data = next(d for n in range(256) if zlib.compress(d := b"%" + b"a" * n)[-1:] == b"\r")
    with pikepdf.new() as file:
        file.add_blank_page()
        file.pages[0].Contents = pikepdf.Stream(file, zlib.compress(data), Filter=Name.FlateDecode)
        plain = io.BytesIO()
        file.save(plain)
        assert b"\r\nendstream" in plain.getvalue()
        assert b"\r\nendstream" not in saved(file)


def test_a_table_without_rows_is_still_a_table() -> None:
    empty = sample.Table("t", "Tom", sample.KRONOR, sample.columns("Utfall"), (), note_label="Not")
    found = page.validate_pdf_bytes(render_pdf(one_block(empty)), profile=page.ValidationProfile.PDF_UA_1)
    assert "no failures" in str(found)


@pytest.fixture(scope="module")
def noted() -> bytes:
    return render_pdf(annotated_document())


class TestFootnotes:
    def test_pdfua_and_outloud_find_nothing(self, noted: bytes, tmp_path: Path) -> None:
        (tmp_path / "a.pdf").write_bytes(noted)
        command = [sys.executable, "-m", "pdfua", "check", str(tmp_path / "a.pdf")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "errors=0 warnings=0" in done.stdout, done.stdout + done.stderr
        command = [str(Path(sys.executable).parent / "outloud"), "--json", "-", "--quiet", str(tmp_path / "a.pdf")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert json.loads(done.stdout)["results"][0]["findings"] == []

    def test_the_marks_and_the_list_below_are_printed(self, noted: bytes, tmp_path: Path) -> None:
        text = squeezed(text_of(noted, tmp_path, "-raw"))
        for expected in (
            "3013 Arbetssteget Furulund2 −705 3, 4 −470 705 saknasa, 5 750",
            "3014 Arbetssteget Granby −750 −500 750 −1 036 6 800",
            "2 Bildades den 1 januari 2024.",
        ):
            assert expected in text, expected

    def test_each_mark_leads_to_its_note_and_the_note_back(self, noted: bytes) -> None:
        told = [note for table in tables_of(annotated_document()) for note in table.footnotes]
        with pikepdf.open(io.BytesIO(noted)) as file:
            found = elements(file.Root.StructTreeRoot)
            notes = [element for element in found if Name.Note == element.S]
            named = [str(link["/Obj"]["/Contents"]) for element in found for link in references(element)]
            assert [str(note.ID) for note in notes] == [f"fotnot-{number}" for number in range(1, len(told) + 1)]
            assert [str(part.S) for part in elements(notes[0])[:2]] == ["/Lbl", "/Link"]
            assert file.Root.StructTreeRoot.IDTree.Names[0] == notes[0].ID
        marks = [name for name in named if name.startswith("Fotnot ")]
        assert marks == [f"Fotnot {note.number}" for note in told]
        assert "Tillbaka till Arbetssteget Furulund, Prognos helår 2024" in named
        assert len(named) == 2 * len(told)

    def test_each_note_is_spoken_with_its_number_first(self, noted: bytes) -> None:
        with pikepdf.open(io.BytesIO(noted)) as file:
            found = elements(file.Root.StructTreeRoot)
            for note in (element for element in found if Name.Note == element.S):
                assert [str(part.S) for part in note.K] == ["/Lbl", "/P"]
                assert Name.Div == note.P.S

    def test_a_wide_table_leaves_room_for_its_marks(self, tmp_path: Path) -> None:
        pdf = render_pdf(one_block(annotated(sample.income_in_kronor(), [sample.Comment("r9", "c5", "Sist.")])))
        assert "−729 100 1" in squeezed(text_of(pdf, tmp_path, "-raw"))


def references(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]


def test_a_picture_whose_table_stands_above_does_not_print_it_again(tmp_path: Path) -> None:
    chart = replace(sample.walk(), table_above=True)
    pdf = render_pdf(one_block(replace(chart.table, id="whole"), chart))
    assert text_of(pdf, tmp_path).count("Belopp i tusental kronor") == 1
