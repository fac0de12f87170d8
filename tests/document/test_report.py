"""A document is walked in reading order."""

from samordna.domain.document import (
    BulletList,
    Chart,
    ChartKind,
    Document,
    Figure,
    Highlight,
    Highlights,
    Missing,
    Paragraph,
    Section,
    Signature,
    Signatures,
    Table,
    blocks_of,
    charts_of,
    figures_of,
    paragraphs_of,
    sections_of,
    tables_of,
)
from samordna.domain.values.unit import KRONOR


def figure(name: str) -> Figure:
    return Figure(Missing("saknas"), name)


def table(name: str) -> Table:
    return Table(name, name, KRONOR, (), ())


HIGHLIGHTS = Highlights((Highlight("Resultat", figure("first"), Paragraph(("Bra ", figure("remark")))),))
CHART = Chart("c", "Diagram", "", ChartKind.LINES, table("behind"))
SIGNATURES = Signatures(Paragraph(("Godkänd ", figure("signed"))), (Signature("Ordförande"),))
DOCUMENT = Document(
    id="report",
    title="Rapport",
    subtitle="",
    author="",
    sections=(
        Section("1", "Ett", blocks=(HIGHLIGHTS, Paragraph(("Ord ", figure("prose"))), table("first")), sections=(
            Section("1.1", "Ett ett", blocks=(CHART, BulletList((Paragraph((figure("item"),)),)))),
            Section("1.2", "Ett två"),
        )),
        Section("2", "Två", blocks=(table("last"), SIGNATURES)),
    ),
)  # fmt: skip


def test_sections_come_in_order_with_their_depth():
    assert [(depth, section.id) for depth, section in sections_of(DOCUMENT)] == [
        (1, "1"), (2, "1.1"), (2, "1.2"), (1, "2"),
    ]  # fmt: skip


def test_the_blocks_of_a_chapter_come_before_those_of_its_parts():
    kinds = [type(block).__name__ for block in blocks_of(DOCUMENT)]
    assert kinds == ["Highlights", "Paragraph", "Table", "Chart", "BulletList", "Table", "Signatures"]


def test_the_tables_behind_charts_are_tables_too():
    assert [table.id for table in tables_of(DOCUMENT)] == ["first", "behind", "last"]
    assert charts_of(DOCUMENT) == (CHART,)


def test_running_text_is_found_wherever_it_stands():
    assert [paragraph.text for paragraph in paragraphs_of(DOCUMENT)] == [
        "Bra [saknas]", "Ord [saknas]", "[saknas]", "Godkänd [saknas]",
    ]  # fmt: skip


def test_every_figure_of_the_text_is_found():
    assert sorted(found.reference for found in figures_of(DOCUMENT)) == ["first", "item", "prose", "remark", "signed"]
