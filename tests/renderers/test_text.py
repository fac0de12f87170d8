"""How does a document read in a terminal?"""

from dataclasses import replace

import pytest
from tests.renderers import sample
from tests.renderers.sample_report import hostile_document, sample_document

from samordna.domain.document import Comment, Document, Paragraph, Section, Table, annotated
from samordna.renderers.text import render_text, table_text


def small() -> Table:
    return Table(
        "t",
        "Resultaträkning",
        sample.KRONOR_ORE,
        sample.columns("jan–aug 2024", "jan–aug 2023"),
        sample.lines(
            sample.KRONOR_ORE,
            ("Kostnader", sample.HEADING, "0", ()),
            ("|Arvoden|2", sample.DETAIL, "1", (-8_489_643, 0)),
            ("Lokaler", sample.DETAIL, "1", (-100, sample.NO_FORECAST)),
            ("Summa kostnader", sample.SUBTOTAL, "0", (-8_489_743, None)),
            ("RES1|Nettokostnad", sample.RESULT, "0", (-8_489_743, 0)),
        ),
        note_label="Not",
        remarks=("Hyran betalas i efterskott.",),
    )


def test_a_table_is_aligned_with_a_rule_before_its_sums() -> None:
    assert table_text(small()).replace("\u00a0", " ").splitlines() == [
        "Resultaträkning",
        "Belopp i kronor med öre",
        "",
        "                               jan–aug  jan–aug",
        "                       Not        2024     2023",
        "───────────────────────────────────────────────",
        "      Kostnader",
        "        Arvoden        2    −84 896,43     0,00",
        "        Lokaler                  −1,00   saknas",
        "                            ──────────  ───────",
        "      Summa kostnader       −84 897,43",
        "                            ══════════  ═══════",
        "RES1  Nettokostnad          −84 897,43     0,00",
        "",
        "Hyran betalas i efterskott.",
        "Saknas: Prognosen för helåret är inte beslutad ännu.",
    ]


@pytest.mark.parametrize("width", [60, 72, 80, 100, 140])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    lines = render_text(sample_document(), width=width).splitlines()
    assert max(len(line) for line in lines) <= width


def test_long_labels_are_shortened_and_figures_never() -> None:
    text = table_text(sample.note_by_account(), width=60).replace("\u00a0", " ")
    assert "…" in text
    assert "−12 564 442,57" in text
    assert "−1 319,50" in text


def test_columns_that_do_not_fit_continue_below() -> None:
    text = table_text(sample.income_in_kronor(), width=60).replace("\u00a0", " ")
    assert text.count("Verksamhetens intäkter") == 3
    for shown in ("14 278 000", "9 518 665", "−10 248 722", "−729 100"):
        assert shown in text


def test_a_document_has_title_status_headings_prose_and_provenance() -> None:
    text = render_text(sample_document())
    assert text.startswith("*** Utkast – inte beslutat av styrelsen ***\nDelårsrapport januari–augusti 2024\n")
    assert "\n1 Förvaltningsberättelse\n════════════════════════\n" in text
    assert "\n1.3 Inflöde\n───────────\n" in text
    assert "Almby har flest anmälningar, 43, och Björkvik minst, 16." in text
    assert "Vice ordförande, Regionen" in text
    assert text.endswith("Uppställning: exempelbygden 2024.\n")


def test_what_a_terminal_would_obey_is_not_written() -> None:
    evil = Document(
        "d", "\x1b[2Jtom skärm", "", "", (Section("s", "\x9b31m", blocks=(Paragraph(("a\x07b\u202ec",)),)),)
    )
    text = render_text(evil)
    assert not set(text) & set("\x1b\x9b\x07\u202e")
    assert "a\ufffdb\ufffdc" in text


def test_hostile_text_stands_there_as_text() -> None:
    assert '<script>alert("1")</script>' in render_text(hostile_document())


def test_marks_hang_beside_figures_and_their_notes_stand_below() -> None:
    noted = annotated(
        small(),
        (
            Comment("r3", "c2", "Beslutas i oktober."),
            Comment("r2", "c1", "Höjdes i juli."),
            Comment("r2", "c1", "Retroaktivt från april, efter styrelsens beslut i juni, för alla."),
            Comment("r2", "", "Inklusive sociala avgifter."),
        ),
    )
    assert table_text(noted, width=56).replace("\u00a0", " ").splitlines() == [
        "Resultaträkning",
        "Belopp i kronor med öre",
        "",
        "                               jan–aug     jan–aug",
        "                       Not        2024        2023",
        "───────────────────────────────────────────────────",
        "      Kostnader",
        "        Arvoden¹       2    −84 896,43²,³     0,00",
        "        Lokaler                  −1,00      saknas⁴",
        "                            ──────────     ───────",
        "      Summa kostnader       −84 897,43",
        "                            ══════════     ═══════",
        "RES1  Nettokostnad          −84 897,43        0,00",
        "",
        "Hyran betalas i efterskott.",
        "Saknas: Prognosen för helåret är inte beslutad ännu.",
        "¹ Inklusive sociala avgifter.",
        "² Höjdes i juli.",
        "³ Retroaktivt från april, efter styrelsens beslut i",
        "  juni, för alla.",
        "⁴ Beslutas i oktober.",
    ]


def test_a_label_that_is_shortened_keeps_its_mark() -> None:
    noted = annotated(sample.note_by_account(), (Comment("r6", "", "Flera kurser."),))
    [line] = [line for line in table_text(noted, width=60).splitlines() if line.startswith("5544")]
    assert "…¹ " in line


def test_a_picture_whose_table_stands_above_does_not_print_it_again() -> None:
    chart = replace(sample.walk(), table_above=True)
    blocks = (replace(chart.table, id="whole"), chart)
    text = render_text(Document("d", "T", "", "F", (Section("s", "S", blocks=blocks),)))
    assert text.count("18 022".replace(" ", "\u00a0")) == 1
    assert chart.description in " ".join(text.split())
