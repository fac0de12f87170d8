"""A document as a web page: meaning in the markup, nothing fetched, nothing executed."""

import itertools
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.renderers import sample
from tests.renderers.sample_report import annotated_document, highlights, hostile_document, sample_document

from samordna.domain.document import (
    ChartKind,
    ComputedOrigin,
    Document,
    EnteredOrigin,
    LedgerOrigin,
    Number,
    Paragraph,
    Section,
    tables_of,
)
from samordna.domain.values.period import Period
from samordna.renderers.html import (
    Links,
    chart_html,
    highlights_html,
    render_html,
    row_anchor,
    sections_html,
    table_html,
)
from samordna.renderers.html.markup import Markup, element
from samordna.renderers.html.origin import origin_text

VOID = {"meta", "br", "link", "hr", "img", "input"}


class Page(HTMLParser):
    """What a browser would find: every element with its attributes, and whether all are closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture(scope="module")
def html() -> str:
    return render_html(sample_document())


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_every_element_is_closed_in_order(page: Page) -> None:
    assert page.open == []


def test_the_page_is_swedish_has_one_main_heading_and_levels_without_leaps(page: Page) -> None:
    assert page.all("html")[0]["lang"] == "sv"
    levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_id_stands_once_and_every_link_leads_somewhere(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.found if "id" in attributes]
    assert sorted(ids) == sorted(set(ids))
    assert {link["href"] for link in page.all("a")} <= {f"#{name}" for name in ids}


def test_nothing_is_fetched_and_nothing_is_run(page: Page, html: str) -> None:
    assert not page.all("script")
    assert not page.all("link")
    assert not [a for _, attributes in page.found for a in attributes if a.startswith("on") or a == "style"]
    assert set(re.findall(r"url\(\W?(\w*)", html)) <= {"data", *re.findall(r'pattern id="(\w+)', html)}
    assert "@import" not in html


def test_a_table_has_a_caption_and_heads_for_columns_and_rows(page: Page) -> None:
    tables = tables_of(sample_document())
    assert len(page.all("table")) == len(page.all("caption")) == len(page.all("thead")) == len(tables)
    scopes = [head.get("scope") for head in page.all("th")]
    rows = sum(len(table.rows) for table in tables)
    assert scopes.count("row") + scopes.count("rowgroup") == rows
    assert None not in scopes


def test_a_figure_carries_its_exact_shown_value_its_place_and_its_origin() -> None:
    found = Page(table_html(sample.note_by_account()))
    assert {"value": "-497.50"} in found.all("data")
    cell = next(cell for cell in found.all("td") if cell.get("data-cell") == "note1.r1.c1")
    assert cell["title"] == "Konto 5538 · januari–augusti 2024 · inläsning 3"


def test_a_figure_in_another_unit_than_its_table_says_so() -> None:
    assert '<data value="65">65\u00a0%</data>' in table_html(sample.key_figures())


def test_a_missing_figure_leads_to_its_reason_and_a_reason_stands_once() -> None:
    html = table_html(sample.income_in_kronor())
    assert html.count(sample.NO_FORECAST) == 1
    assert html.count('href="#income_kr-a"') == 4
    assert 'id="income_kr-a"' in html


def test_a_figure_that_can_be_asked_is_a_link_that_names_itself() -> None:
    table = sample.note_by_account()
    html = table_html(table, address=lambda row, column: f"/siffra/{table.id}/{row.id}/{column.id}/")
    link = next(a for a in Page(html).all("a") if a["href"] == "/siffra/note1/r1/c1/")
    assert link["aria-label"] == "Verksamhetsanknutna IT-kostnader, jan–aug 2024: −497,50"
    assert (link["class"], "data-panel" in link) == ("drill", True)
    assert html.count("<a ") == html.count("<data ") == 14
    assert f'id="{row_anchor(table.id, "r1")}"' in html


def test_a_figure_that_is_missing_or_leads_nowhere_is_no_link() -> None:
    html = table_html(sample.income_in_kronor(), address=lambda row, _: "/s/" if row.id == "r2" else None)
    assert html.count('class="drill"') == 4  # the fifth is missing
    assert "title=" in html  # the others tell their origin themselves
    assert "drill" not in table_html(sample.income_in_kronor())


def test_a_highlight_that_can_be_asked_is_a_link_and_one_that_is_missing_may_be_too() -> None:
    html = highlights_html(highlights(), address=lambda figure: f"/s/{figure.reference}/")
    assert 'aria-label="Periodens resultat: 112\u00a0tkr"' in html
    assert 'href="/s/income.r23.c1/"' in html
    assert "drill" not in highlights_html(highlights())


def test_hostile_text_stays_text_where_figures_are_links() -> None:
    table = next(table for table in tables_of(hostile_document()))
    page = Page(table_html(table, address=lambda _, __: sample.HOSTILE))
    assert page.open == []
    assert not page.all("script")


def test_the_unit_is_stated_once_per_table() -> None:
    for table in tables_of(sample_document()):
        assert table_html(table).count('class="unit"') == 1


def test_notes_stand_last_where_the_form_has_them_so() -> None:
    heads = [head["class"] for head in Page(table_html(sample.balance_sheet())).all("th") if head["scope"] == "col"]
    assert heads == ["label", "figure", "figure", "figure main", "note"]


def test_a_chapter_that_opens_with_its_own_table_says_the_name_once(html: str) -> None:
    assert '<span class="unseen">Resultaträkning</span>' in html
    assert '<span class="title">Resultaträkning med budget och prognos</span>' in html


def test_the_picture_of_a_chart_is_followed_by_its_table() -> None:
    html = chart_html(sample.chart(ChartKind.BARS))
    assert html.index("<svg") < html.index("</figure>") < html.index("<table")


def test_a_chart_and_its_table_of_one_name_have_one_id() -> None:
    chart = sample.chart(ChartKind.BARS)
    named = replace(chart, table=replace(chart.table, id=chart.id))
    assert str(chart_html(named)).count(f' id="{chart.id}"') == 1


def test_wide_content_scrolls_in_a_frame_that_the_keyboard_reaches(page: Page) -> None:
    frames = [a for a in page.all("div") if a.get("class") == "frame"]
    assert frames
    assert all(a["role"] == "group" and a["tabindex"] == "0" and a["aria-label"] for a in frames)


def test_a_draft_says_so_in_the_title_and_at_the_top(html: str) -> None:
    assert html.count("Utkast – inte beslutat av styrelsen") == 2
    assert "Utkast" not in render_html(sample_document(status=""))


def test_hostile_text_stays_text() -> None:
    page = Page(render_html(hostile_document()))
    assert page.open == []
    assert not page.all("script")
    assert "".join(page.text).count(sample.HOSTILE) >= 15
    assert {tag for tag, _ in page.found} <= {tag for tag, _ in Page(render_html(sample_document())).found}


def test_control_characters_and_odd_letters_do_not_break_the_page() -> None:
    odd = Document("d", "A\x00B\x1b 😀", "", "", (Section("s", "\u202eT", "", (Paragraph(("𝔸 ∑ ж",)),)),))
    html = render_html(odd)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", html)
    assert "😀" in html


def test_the_same_document_gives_the_same_page(html: str) -> None:
    assert render_html(sample_document()) == html


def test_text_is_escaped_unless_it_is_markup() -> None:
    assert element("p", "<b>", Markup("<b></b>"), title='"') == '<p title="&quot;">&lt;b&gt;<b></b></p>'


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        (
            EnteredOrigin("beslut § 12", "income:kostnader", "budget", Period(202401, 202412)),
            "Inskrivet från: beslut § 12",
        ),
        (ComputedOrigin("Intäkter minus kostnader"), "Intäkter minus kostnader"),
        (LedgerOrigin((), Period(202401, 202401), "movement"), "Inga konton · januari 2024"),
        (
            LedgerOrigin(("1930", "1920"), Period(202401, 202408), "closing", (("1", "3001"),), (2,)),
            "Konto 1930, 1920 · 1 3001 · utgående balans · januari–augusti 2024 · inläsning 2",
        ),
        (
            LedgerOrigin(tuple(str(n) for n in range(5010, 5080, 10)), Period(202401, 202402), "movement"),
            "7 konton mellan 5010 och 5070 · januari–februari 2024",
        ),
    ],
)
def test_an_origin_is_told_in_one_line(origin: EnteredOrigin | ComputedOrigin | LedgerOrigin, said: str) -> None:
    assert origin_text(origin) == said


def test_on_a_phone_the_page_itself_never_scrolls_sideways(html: str, tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        pytest.skip("no Chromium is installed: the width of the page on a phone cannot be measured")
    probe = "p = frames[0].document.documentElement; document.title = p.scrollWidth <= p.clientWidth ? 'fits' : 'wide'"
    frame = element("iframe", srcdoc=html, width=320, height=800, style="border:0", onload=probe)
    (tmp_path / "a.html").write_text(f"<!doctype html><title>-</title>{frame}", encoding="utf-8")
    options = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync"
    command = [browser, *options.split(), "--disable-component-update", f"--user-data-dir={tmp_path / 'profile'}"]
    command += ["--dump-dom", (tmp_path / "a.html").as_uri()]
    done = subprocess.run(command, capture_output=True, check=True, text=True, timeout=120)
    assert "<title>fits</title>" in done.stdout


def test_the_chapters_of_a_report_stand_in_another_page_with_every_figure_a_link() -> None:
    document = sample_document()
    links = Links(
        table=lambda table: lambda row, column: f"/{table.id}/{row.id}/{column.id}",
        text=lambda figure: f"/{figure.reference}" if isinstance(figure.number, Number) else None,
    )
    page = str(sections_html(document.sections, links=links, depth=3))
    assert "<h3>" in page
    assert "<h2>" not in page
    bare = str(sections_html(document.sections))
    assert page.count("<data ") == bare.count("<data ")
    assert page.count('class="drill"') + page.count('class="in-text"') == page.count("<data ")
    assert "data-panel" not in bare
    assert bare in render_html(document)


@pytest.fixture(scope="module")
def noted() -> str:
    return str(table_html(sample.annotated_follow_up()))


class TestFootnotes:
    def test_a_mark_leads_to_its_note_and_the_note_back(self, noted: str) -> None:
        found = Page(noted)
        marks = [a for a in found.all("a") if a.get("role") == "doc-noteref"]
        backs = [a for a in found.all("a") if a.get("role") == "doc-backlink"]
        assert [mark["href"] for mark in marks] == [f"#{li['id']}" for li in found.all("li")]
        assert [back["href"] for back in backs] == [f"#{mark['id']}" for mark in marks]
        assert len(marks) == len(sample.annotated_follow_up().footnotes) == 7

    def test_each_link_has_a_name_that_says_where_it_leads(self, noted: str) -> None:
        names = [a["aria-label"] for a in Page(noted).all("a") if a.get("role")]
        assert names[:2] == ["Fotnot 1", "Fotnot 2"]
        assert names[7:9] == [
            "Tillbaka till Styrelse (arvoden, konferenser, bilersättning), Utfall jan–aug 2024",
            "Tillbaka till Arbetssteget Furulund",
        ]
        assert 'aria-label="Fotnoter till Nettokostnad per område"' in noted

    def test_several_marks_of_one_cell_stand_together_and_so_do_letters_and_numbers(self, noted: str) -> None:
        def shown(cell: str) -> str:
            written = noted.partition(f'data-cell="follow_up.{cell}"')[2].partition(">")[2].partition("</td>")[0]
            return re.sub(r"<[^>]*>", "", written)

        assert shown("r9.c1") == "−705\u00a03, 4"
        assert shown("r9.c4") == "saknasa, 5"

    def test_only_columns_with_marks_leave_room_for_them(self, noted: str) -> None:
        heads = [head["class"] for head in Page(noted).all("th") if head["scope"] == "col"]
        assert heads == ["code", "label", "figure noted", "figure main noted", "figure", "figure noted", "figure"]

    def test_figures_that_can_be_asked_keep_their_marks(self) -> None:
        page = Page(table_html(sample.annotated_follow_up(), address=lambda row, column: f"/{row.id}/{column.id}"))
        assert page.open == []
        assert sum(a.get("role") == "doc-noteref" for a in page.all("a")) == 7

    def test_a_table_without_notes_has_no_trace_of_them(self) -> None:
        plain = str(table_html(sample.follow_up()))
        assert not re.search("fotnot|noted|hanging|<ol", plain)

    def test_a_page_with_notes_in_several_tables_has_every_id_once(self) -> None:
        found = Page(render_html(annotated_document()))
        ids = [attributes["id"] for _, attributes in found.found if "id" in attributes]
        assert sorted(ids) == sorted(set(ids))
        assert {link["href"] for link in found.all("a")} <= {f"#{name}" for name in ids}


def test_a_picture_whose_table_stands_above_does_not_print_it_again() -> None:
    html = str(chart_html(replace(sample.walk(), table_above=True)))
    assert "<svg" in html
    assert "<table" not in html
