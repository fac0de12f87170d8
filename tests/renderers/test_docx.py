"""Is the Word file one that people can carry on writing in?"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from fontTools.ttLib import TTFont
from tests.renderers import sample
from tests.renderers.sample_report import PROSE, annotated_document, hostile_document, sample_document, words

from samordna.domain.document import Document, Row, Section, Signature, Signatures, Table, annotated, tables_of
from samordna.renderers.docx import render_docx
from samordna.renderers.docx.columns import columns_of
from samordna.renderers.docx.fonts import CUTS, REGULAR, advances, scrambled
from samordna.renderers.docx.measure import line_count, text_width
from samordna.renderers.docx.styles import TABLE_SIZES, TEXT_WIDTH

HEADINGS = [
    ("Heading 1", "1 Förvaltningsberättelse"),
    ("Heading 2", "1.1 Perioden i korthet"),
    ("Heading 2", "1.2 Mål och måluppfyllelse"),
    ("Heading 2", "1.3 Inflöde"),
    ("Heading 1", "2 Resultaträkning"),
    ("Heading 1", "3 Balansräkning"),
    ("Heading 1", "4 Noter"),
    ("Heading 1", "5 Uppföljning per kostnadsställe"),
    ("Heading 1", "6 Styrelsens underskrifter"),
]
CAPTIONS = [
    "Tabell 1. Fyra perioder i sammandrag",
    "Diagram 1. Eget kapital mot målnivån", "Tabell 2. Eget kapital mot målnivån",
    "Diagram 2. Intresseanmälningar per kommun", "Tabell 3. Intresseanmälningar per kommun",
    "Diagram 3. Vem som anmälde", "Tabell 4. Vem som anmälde", "Tabell 5. Resultaträkning",
    "Tabell 6. Resultaträkning med budget och prognos", "Tabell 7. Balansräkning",
    "Tabell 8. Not 1. Verksamhetsanknutna kostnader", "Tabell 9. Nettokostnad per område",
]  # fmt: skip
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs suppressAutoHyphens spacing ind "
    "jc outlineLvl",
    "rPr": "rStyle rFonts b i color sz szCs vertAlign lang numForm numSpacing",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW tcBorders shd vAlign",
    "tcBorders": "top left bottom right",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "settings": "zoom embedTrueTypeFonts saveSubsetFonts defaultTabStop characterSpacingControl compat themeFontLang "
    "decimalSymbol listSeparator",
    "font": "charset family pitch embedRegular embedBold embedItalic",
}
"""What our elements hold, in the order of the schema (ECMA-376 part 1, annex A); Word refuses another."""


@pytest.fixture(scope="module")
def written() -> bytes:
    return render_docx(sample_document())


@pytest.fixture(scope="module")
def word(written: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(written))


def part(written: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(written)).read(name).decode()


def small(*blocks: object, **more: object) -> Document:
    return Document("d", "Titel", "", "Förbundet", (Section("s", "Kapitel", "1", blocks),), **more)  # type: ignore[arg-type]


def opened(document: Document) -> WordDocument:
    return docx.Document(io.BytesIO(render_docx(document)))


def figures(word: WordDocument) -> list[object]:
    """Return the tables of figures: those with a title, which the ones that only carry a layout have not."""
    return [table._tbl for table in word.tables if table._tbl.find(f".//{qn('w:tblCaption')}") is not None]


class TestStructure:
    def test_headings_are_words_own(self, word: WordDocument) -> None:
        assert [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith("Heading")] == HEADINGS

    def test_every_table_and_chart_has_a_numbered_caption(self, word: WordDocument) -> None:
        captions = [p for p in word.paragraphs if p.style.name == "Caption"]
        assert [p.text for p in captions] == CAPTIONS
        assert all(re.search(r" SEQ (Tabell|Diagram) ", p._p.xml) for p in captions)

    def test_the_contents_lead_to_bookmarks_that_are_there(self, written: bytes) -> None:
        body = part(written, "word/document.xml")
        assert 'TOC \\o "1-3" \\h \\z \\u' in body
        led = re.findall(r'<w:hyperlink [^>]*w:anchor="([^"]+)"', body)
        assert led == re.findall(r"PAGEREF (\S+)", body) == re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body)
        assert len(led) == len(HEADINGS)
        assert "updateFields" not in part(written, "word/settings.xml")

    def test_heads_repeat_and_rows_are_whole(self, word: WordDocument) -> None:
        for table in figures(word):
            first, *rest = table.tr_lst  # type: ignore[attr-defined]
            assert first.find(f".//{qn('w:tblHeader')}") is not None
            assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in (first, *rest))

    def test_a_short_table_stays_together_and_leaves_what_follows(self, word: WordDocument) -> None:
        for table in figures(word):
            *kept, last = [row.find(f".//{qn('w:keepNext')}") is not None for row in table.tr_lst]  # type: ignore[attr-defined]
            assert all(kept)
            assert not last

    def test_a_table_says_what_it_is_to_those_who_do_not_see_it(self, word: WordDocument) -> None:
        told = [table.find(f".//{qn('w:tblCaption')}").get(qn("w:val")) for table in figures(word)]  # type: ignore[attr-defined]
        assert "Balansräkning" in told

    def test_a_picture_has_a_description_and_its_table_after_it(self, written: bytes, word: WordDocument) -> None:
        assert 'descr="Almby har flest anmälningar, 43, och Björkvik minst, 16."' in part(written, "word/document.xml")
        styles = [p.style.name for p in word.paragraphs]
        at = styles.index("Diagrambild")
        assert styles[at - 1 : at + 3] == ["Caption", "Diagrambild", "Caption", "Tabellenhet"]

    def test_figures_are_text_with_a_real_minus_and_unbroken(self, word: WordDocument) -> None:
        income = figures(word)[4]
        texts = ["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in income.iter(qn("w:tc"))]  # type: ignore[attr-defined]
        assert "−12\u00a0564\u00a0442,57" in texts

    def test_the_note_stands_after_the_label_or_last(self, word: WordDocument) -> None:
        def head(index: int) -> list[str]:
            row = figures(word)[index].tr_lst[0]  # type: ignore[attr-defined]
            return [docx.text.paragraph.Paragraph(cell.p_lst[0], None).text for cell in row.tc_lst]  # type: ignore[arg-type]

        assert head(4) == ["", "", "Not", "Utfall jan–aug 2024", "Utfall jan–aug 2023"]
        assert head(6) == ["", "Ingående balans 2024-01-01", "Förändring", "Utgående balans 2024-08-31", "Not"]

    def test_what_is_missing_leads_to_its_reason(self, word: WordDocument) -> None:
        feet = [p.text for p in word.paragraphs if p.style.name == "Tabellfot"]
        assert f"a\u00a0{sample.NO_FORECAST}" in feet

    def test_pages_are_numbered_and_say_whose_they_are(self, word: WordDocument) -> None:
        section = word.sections[0]
        left, right = section.header.paragraphs[0].text.split("\t")
        assert left == "Samordningsförbundet Exempelbygden · Delårsrapport januari–augusti 2024"
        assert right == "Utkast – inte beslutat av styrelsen"
        assert section.footer.paragraphs[0].text.strip() == "Sida 1 av 1"
        assert section.different_first_page_header_footer
        assert section.first_page_header.paragraphs[0].text == ""

    def test_the_board_has_lines_to_sign_on(self) -> None:
        signed = Signatures(words("Vi intygar."), (Signature("Ordförande", "Almby"), Signature("Ledamot")))
        word = opened(small(signed))
        cells = [[p.text for p in cell.paragraphs] for cell in word.tables[-1].rows[0].cells]
        assert cells == [["Ordförande", "Almby"], ["Ledamot", ""]]
        assert "w:pBdr" in word.tables[-1]._tbl.xml

    def test_a_draft_says_so_and_a_finished_report_does_not(self) -> None:
        assert "Status" in [p.style.name for p in opened(sample_document()).paragraphs]
        assert "Status" not in [p.style.name for p in opened(sample_document(status="")).paragraphs]

    def test_something_short_has_its_title_above_the_text(self) -> None:
        word = opened(small(words(PROSE)))
        assert [p.style.name for p in word.paragraphs[:3]] == ["Title", "Avsändare", "Heading 1"]
        assert not word.sections[0].different_first_page_header_footer

    def test_what_the_figures_rest_on_stands_at_the_foot_beside_the_page(self) -> None:
        told = "inläsning 2, böcker.se, inläst 2024-09-03 14.05"
        foot = opened(replace(small(words(PROSE)), foot=told)).sections[0].footer.paragraphs[0].text
        assert foot == f"{told}\tSida 1 av 1"


class TestFile:
    @pytest.mark.parametrize("make", [sample_document, annotated_document])
    def test_elements_stand_in_the_order_of_the_schema(self, make: Callable[[], Document]) -> None:
        file = zipfile.ZipFile(io.BytesIO(render_docx(make())))
        for name in file.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                for element in docx.oxml.parse_xml(file.read(name)).iter():
                    order = ORDER.get(element.tag.split("}")[1], "").split()
                    found = [order.index(child.tag.split("}")[1]) for child in element] if order else []
                    assert found == sorted(found), (name, element.tag)

    def test_it_is_swedish_everywhere(self, written: bytes, word: WordDocument) -> None:
        assert set(re.findall(r'<w:lang w:val="([^"]+)"', part(written, "word/styles.xml"))) == {"sv-SE"}
        assert '<w:themeFontLang w:val="sv-SE"/>' in part(written, "word/settings.xml")
        assert word.core_properties.language == "sv-SE"

    def test_its_properties_are_the_documents(self, word: WordDocument) -> None:
        told = word.core_properties
        assert (told.title, told.author) == ("Delårsrapport januari–augusti 2024", "Samordningsförbundet Exempelbygden")
        assert told.content_status == "Utkast – inte beslutat av styrelsen"

    def test_the_typeface_travels_along(self, written: bytes) -> None:
        file = zipfile.ZipFile(io.BytesIO(written))
        for cut in CUTS:
            font = TTFont(io.BytesIO(scrambled(file.read(f"word/fonts/{cut.name.lower()}.odttf"), cut.key)))
            assert font["name"].getDebugName(1) == "Source Sans 3"
            assert font["name"].getDebugName(2) == cut.name
            assert {ord(letter) for letter in "ÅÄÖåäöéüŠž−–…→≥0123456789"} <= set(font.getBestCmap())
        assert file.read("word/fontTable.xml").count(b"fontKey") == len(CUTS)

    def test_figures_are_as_wide_as_each_other(self) -> None:
        widths = advances(REGULAR)
        assert len({widths[ord(digit)] for digit in "0123456789"}) == 1

    def test_the_same_document_gives_the_same_bytes_and_the_time_is_the_callers(self, written: bytes) -> None:
        assert render_docx(sample_document()) == written
        made = dt.datetime(2024, 9, 13, 8, 30, tzinfo=dt.UTC)
        assert "2024-09-13T08:30:00Z" in part(render_docx(sample_document(), made=made), "docProps/core.xml")

    def test_nothing_of_the_templates_author_is_left(self, written: bytes) -> None:
        names = zipfile.ZipFile(io.BytesIO(written)).namelist()
        assert not [name for name in names if "custom" in name or "thumbnail" in name or "Effects" in name]
        assert "python-docx" not in part(written, "docProps/core.xml")

    @pytest.mark.parametrize("evil", ["a\x00b\x1fc\x0b", "\ud800", "<w:p/>&amp;]]>", "=cmd()", "x" * 400, "\n\n\t"])
    def test_hostile_text_is_text(self, evil: str) -> None:
        row = Row("r", evil, sample.DETAIL, (sample.Missing(evil),), evil, evil)
        table = Table("t", evil, sample.KRONOR, sample.columns(evil), (row,), evil, evil, evil, remarks=(evil,))
        document = Document(
            "d", evil, evil, evil, (Section("s", evil, blocks=(table, words(evil))),), ((evil, evil),), evil
        )
        assert len(figures(opened(document))) == 1

    def test_the_hostile_sample_stands_there_word_for_word(self) -> None:
        headings = [p.text for p in opened(hostile_document()).paragraphs if p.style.name == "Heading 1"]
        assert headings == [f"1 {sample.HOSTILE}"]


class TestWidths:
    @pytest.mark.parametrize("table", [sample.income_with_ore(), sample.income_in_kronor(), sample.follow_up()])
    def test_a_table_fills_the_text_and_no_more(self, table: Table) -> None:
        assert sum(columns_of(table).widths) == pytest.approx(TEXT_WIDTH)

    def test_figures_are_never_narrower_than_they_need(self) -> None:
        found = columns_of(sample.income_in_kronor())
        for slot, width in zip(found.slots, found.widths, strict=True):
            for row in sample.income_in_kronor().rows:
                if slot.part is slot.part.FIGURE:
                    text = slot.text(sample.income_in_kronor(), row)
                    assert line_count(text.replace("\u00a0", " "), width - 8, found.size.text, bold=True) == 1

    def test_a_very_wide_table_is_set_smaller_and_still_fits(self) -> None:
        amounts = tuple(-123_456_789_00 for _ in range(8))
        rows = (Row("r", "Verksamhetsanknutna kostnader", sample.RESULT,
                    tuple(sample.cell(amount, sample.KRONOR_ORE) for amount in amounts)),)  # fmt: skip
        found = columns_of(Table("t", "T", sample.KRONOR_ORE, sample.columns(*("Utfall 2024",) * 8), rows))
        assert found.size is TABLE_SIZES[-1]
        assert sum(found.widths) <= TEXT_WIDTH + 0.01

    def test_a_small_table_is_not_drawn_out(self) -> None:
        assert sum(columns_of(sample.chart(sample.ChartKind.BARS).table).widths) < 0.7 * TEXT_WIDTH


@pytest.fixture(scope="module")
def noted() -> bytes:
    return render_docx(annotated_document())


class TestFootnotes:
    def test_marks_are_raised_and_the_notes_stand_below_their_table(self, noted: bytes) -> None:
        word = docx.Document(io.BytesIO(noted))
        [cell] = [c for c in figures(word)[0].iter(qn("w:tc")) if "−705" in text_in(c)]  # type: ignore[attr-defined]
        assert text_in(cell) == "−705\u00a03,\u00a04"
        raised = [r for r in cell.iter(qn("w:r")) if r.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}") is not None]
        assert [text_in(r) for r in raised] == ["\u00a0", "3", ",\u00a0", "4"]
        feet = [text_in(p._p) for p in word.paragraphs if p.style.name == "Tabellfot" and p.text.strip()]
        assert feet[1:4] == [
            "1\u00a0Två ledamöters arvoden för juni betalades i september.",
            "2\u00a0Bildades den 1 januari 2024.",
            "3\u00a0Avtalet löper ut i september och har inte förnyats; från oktober räknas ingen kostnad.",
        ]

    def test_marks_and_notes_lead_to_each_other_by_bookmarks_of_their_own(self, noted: bytes) -> None:
        body = part(noted, "word/document.xml")
        led = [name for name in re.findall(r'w:anchor="([^"]+)"', body) if "Fotnot" in name]
        there = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body)
        assert sorted(led) == sorted(name for name in there if "Fotnot" in name)
        assert len(led) == len(set(led)) == 2 * sum(len(table.footnotes) for table in tables_of(annotated_document()))
        numbers = re.findall(r'<w:bookmarkStart w:id="(\d+)"', body)
        assert len(numbers) == len(set(numbers)) == len(there)

    def test_figures_stay_below_each_other_whatever_hangs_beside_them(self, noted: bytes) -> None:
        table = figures(docx.Document(io.BytesIO(noted)))[0]
        ends = set()
        for row in table.tr_lst[1:]:  # type: ignore[attr-defined]
            cell = row.tc_lst[2]
            if not text_in(cell) or "saknas" in text_in(cell):
                continue
            marks = "".join(text_in(r) for r in cell.iter(qn("w:r")) if r.find(f".//{qn('w:vertAlign')}") is not None)
            indent = cell.find(f".//{qn('w:ind')}")
            own = text_width(marks, TABLE_SIZES[0].text * 0.66)
            ends.add(round(own + int(indent.get(qn("w:right"), 0)) / 20 if indent is not None else own, 0))
        assert len(ends) == 1

    def test_room_for_marks_is_in_the_width_of_their_column(self) -> None:
        plain, noted = (
            columns_of(sample.income_in_kronor()),
            columns_of(annotated(sample.income_in_kronor(), [sample.Comment("r9", "c5", text) for text in "abcdefgh"])),
        )
        assert sum(noted.widths) == pytest.approx(TEXT_WIDTH)
        assert noted.widths[-1] > plain.widths[-1] or noted.size is not plain.size


def text_in(element: object) -> str:
    return "".join(t.text or "" for t in element.iter(qn("w:t")))  # type: ignore[attr-defined]


def test_a_picture_whose_table_stands_above_does_not_print_it_again() -> None:
    chart = replace(sample.walk(), table_above=True)
    blocks = (replace(chart.table, id="whole"), chart)
    word = docx.Document(io.BytesIO(render_docx(Document("d", "T", "", "F", (Section("s", "S", blocks=blocks),)))))
    assert (len(word.tables), len(word.inline_shapes)) == (1, 1)
