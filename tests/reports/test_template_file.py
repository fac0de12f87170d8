"""A report template that is wrong says where, what and what to do; and those that ship are right."""

import re

import pytest

from samordna.domain.reports.kinds import KINDS
from samordna.domain.reports.places import FACTS, words_of
from samordna.domain.reports.template import (
    ChapterSpec,
    HighlightsSpec,
    ListSpec,
    ReportTemplate,
    SignaturesSpec,
    TextSpec,
)
from samordna.domain.reports.template_file import read_template, shipped_template
from samordna.domain.statements.shipped import layout_names
from samordna.domain.values.problem import Refused

TEMPLATE = """
name = "interim"
title = "Delårsrapport"

[[chapter]]
id = "ekonomi"
title = "Ekonomi"
blocks = [
  BLOCK
]
"""
UNITS = "kr_ore, kr, tkr, percent, persons, abs"
NO_PLACE = f"är varken en uppgift (räkning.rad.kolumn) eller något av {', '.join(FACTS)}"


def problems(block: str, template: str = TEMPLATE) -> list[str]:
    with pytest.raises(Refused) as refused:
        read_template(template.replace("BLOCK", block), "interim.toml")
    return [f"{problem.code} {problem}" for problem in refused.value.problems]


@pytest.mark.parametrize(
    "block",
    [
        '{ text = "Utan tal." }',
        '{ text = "{income.res3.actual tkr abs} under {period}", optional = true }',
        '{ list = ["ett", "{share income.a.b income.c.d}"] }',
        '{ statement = "income" }',
        '{ statement = "income", columns = ["budget", "actual"], labels = { res3 = "Årets resultat" } }',
        '{ plan = "financing" }',
        '{ plan = "financing", needed = true }',
        '{ months_of = "income:bidrag", id = "m", title = "Månader", flipped = true }',
        '{ chart_of = "income", id = "d", title = "Diagram", kind = "lines", rows = ["a"] }',
        '{ highlights = [{ label = "Resultat", figure = "income.res3.actual tkr", remark = "{known: [a.b.c]}" }] }',
        '{ signed = "Godkänd för {period}.", signatures = [{ role = "Ordförande" }] }',
    ],
)
def test_every_kind_of_block_is_read(block):
    (chapter,) = read_template(TEMPLATE.replace("BLOCK", block), "interim.toml").chapters
    assert len(chapter.blocks) == 1


def test_a_text_is_one_paragraph_however_its_lines_are_broken():
    (chapter,) = read_template(
        TEMPLATE.replace("BLOCK", '{ text = """Först\n    sedan\n  {period}.""" }'), "x"
    ).chapters
    assert chapter.blocks == (TextSpec("Först sedan {period}."),)


IN_A_COLUMN = ": andelar av antal står i vyns egna kolumner, så att de följer röjandekontrollen"
MISSING = "Skriv till det; dokumentet om uppställningar visar hur."
BLOCKS = "text, list, statement, plan, statistics, months_of, chart_of, highlights, signatures"

# (the block, the kind of problem, where in the chapter, what is told)
WRONG = [
    ('{ tekst = "A" }', "unclear-source", "1",
     f"Raden säger inte entydigt vad den visar (inget). Ange precis ett av: {BLOCKS}."),
    ('{ text = "A", fri = true }', "unknown-word", "1",
     "”fri” är inget ord som en uppställning förstår här. Välj bland: optional, text."),
    ('{ statement = "a", labels = { b = 3 } }', "wrong-value", "1, labels",
     "”b” har värdet 3: fel slags värde. Rätta värdet."),
    ('{ plan = "a", always = true }', "unknown-word", "1",
     "”always” är inget ord som en uppställning förstår här. Välj bland: needed, plan."),
    ('{ statistics = "a", needed = true }', "unknown-word", "1",
     "”needed” är inget ord som en uppställning förstår här. Välj bland: needs, optional, statistics."),
    ("{ statement = 3 }", "wrong-value", "1", "”statement” har värdet 3: fel slags värde. Rätta värdet."),
    ("{ list = [1] }", "wrong-value", "1", "”list” har värdet [1]: här ska stå en lista med texter. Rätta värdet."),
    ('{ months_of = "income:a", title = "T" }', "missing-word", "1", f"”id” saknas. {MISSING}"),
    ('{ chart_of = "income", id = "d", title = "T", kind = "pie" }', "wrong-value", "d",
     "”kind” har värdet pie: välj bland bars, horizontal_bars, lines, walk. Rätta värdet."),
    ('{ highlights = [{ label = "R", figure = "a.b.c" }] }', "missing-word", "1, 1", f"”remark” saknas. {MISSING}"),
    ('{ signed = "A", signatures = [{ body = "B" }] }', "missing-word", "1, 1", f"”role” saknas. {MISSING}"),
]  # fmt: skip


@pytest.mark.parametrize(("block", "kind", "place", "told"), WRONG)
def test_a_block_that_is_wrong(block, kind, place, told):
    assert problems(block) == [f"layout-{kind} interim.toml, ekonomi, {place}: {told}"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{}", f"”” {NO_PLACE}"),
        ("{perioden}", f"”perioden” {NO_PLACE}"),
        ("{income.res3}", f"”income.res3” {NO_PLACE}"),
        ("{income.res3.actual mkr}", f"”mkr” i ”income.res3.actual mkr” är ingen enhet; välj bland {UNITS}"),
        ("{diff income.a.b}", f"”diff income.a.b” {NO_PLACE}"),
        (
            "{share statistics.v.r.c income.a.b}",
            f"”share statistics.v.r.c income.a.b”{IN_A_COLUMN}",
        ),
        ("{share income.a.b 0}", f"”share income.a.b 0” {NO_PLACE}"),
        ("{compare a.b.c 0: mer | mindre}", "”compare a.b.c 0: mer | mindre” ska ha tre val: mer | mindre | lika"),
        ("{compare income.a.b: x | y | z}", "”compare income.a.b: x | y | z” ska jämföra två uppgifter"),
        ("{compare income.a.b 0: [a] | b | c}", f"”a” {NO_PLACE}"),
        ("{known: mot [income.a]}", f"”income.a” {NO_PLACE}"),
        ("{income.a.b", "en klammer saknar sin andra hälft"),
        ("income.a.b}", "en klammer saknar sin andra hälft"),
    ],
)  # fmt: skip
def test_a_place_that_cannot_be_filled_is_found_when_the_template_is_read(text, reason):
    told = f"layout-wrong-value interim.toml, ekonomi, 1: ”text” har värdet {text}: {reason}. Rätta värdet."
    assert problems(f'{{ text = "{text}" }}') == [told]
    assert problems(f'{{ list = ["{text}"] }}') == [told.replace("”text”", "”list”")]
    assert problems(f'{{ signed = "{text}", signatures = [] }}') == [told.replace("”text”", "”signed”")]


def test_a_highlight_is_one_figure():
    block = '{ highlights = [{ label = "Resultat", figure = "period", remark = "" }] }'
    told = f"”figure” har värdet period: ”period” {NO_PLACE}. Rätta värdet."
    assert problems(block) == [f"layout-wrong-value interim.toml, ekonomi, 1, 1: {told}"]


def test_everything_that_is_wrong_is_told_at_once():
    template = TEMPLATE.replace('title = "Ekonomi"', "").replace('title = "Delårsrapport"', 'titel = "D"')
    assert [problem.split(":")[0] for problem in problems('{ text = "{fel}" }, { statement = 1 }', template)] == [
        "layout-missing-word interim.toml",
        "layout-missing-word interim.toml, ekonomi",
        "layout-wrong-value interim.toml, ekonomi, 1",
        "layout-wrong-value interim.toml, ekonomi, 2",
        "layout-unknown-word interim.toml",
    ]


def test_a_template_that_is_no_toml():
    assert problems("[")[0].startswith("layout-unreadable interim.toml: Filen går inte att läsa som TOML:")


def texts_of(template: ReportTemplate) -> list[str]:
    """Return every text that a template types: paragraphs, lists, remarks, labels, titles and what is signed."""
    found: list[str] = []

    def walk(chapters: tuple[ChapterSpec, ...]) -> None:
        for chapter in chapters:
            found.append(chapter.title)
            for block in chapter.blocks:
                match block:
                    case TextSpec(text):
                        found.append(text)
                    case ListSpec(items):
                        found.extend(item.text for item in items)
                    case HighlightsSpec(items):
                        found.extend(text for item in items for text in (item.label, item.remark))
                    case SignaturesSpec(statement):
                        found.append(statement)
                    case _:
                        found.append(getattr(block, "title", ""))
            walk(chapter.chapters)

    walk(template.chapters)
    return found


def typed_digits(text: str) -> list[str]:
    return [words for words in words_of(text) if re.search("[0-9]", words)]


@pytest.mark.parametrize("layout", layout_names())
@pytest.mark.parametrize("kind", KINDS)
def test_no_shipped_template_types_a_digit(layout, kind):
    """Figures are filled in, never typed: not in a sentence, not in the words of a choice, not in a title."""
    texts = texts_of(shipped_template(kind, layout))
    assert len(texts) > 10
    assert [words for text in texts for words in typed_digits(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Resultatet var 112 tkr.",
        "{compare a.b.c 0: mer än 5 | mindre | lika}",
        "{known: mot 3 [a.b.c]}",
        "den 1 {period}",
    ],
)
def test_a_typed_digit_is_found(text):
    assert typed_digits(text) != []


def test_a_digit_in_a_place_is_a_name():
    assert (
        typed_digits("{income.res3.actual}{compare note-1.a1.b 0: [note-2.1010:10.x] | b | c}{known: [a.b.c3]}") == []
    )


R15 = [
    "Översikt över verksamhetens utveckling",
    "Viktiga förhållanden för resultat och ekonomisk ställning",
    "Händelser av väsentlig betydelse",
    "Styrning och uppföljning av verksamheten",
    "God ekonomisk hushållning och ekonomisk ställning",
    "Balanskravsresultat",
    "Väsentliga personalförhållanden",
    "Förväntad utveckling",
]


@pytest.mark.parametrize("layout", layout_names())
def test_an_annual_report_has_the_headings_of_the_recommendation_in_its_order(layout):
    management, *rest = shipped_template("annual", layout).chapters
    assert management.title == "Förvaltningsberättelse"
    assert [chapter.title for chapter in management.chapters] == R15
    titles = [chapter.title for chapter in rest]
    statements = [
        "Resultaträkning",
        "Balansräkning",
        "Kassaflödesanalys",
        "Driftredovisning",
        "Investeringsredovisning",
    ]
    assert [title for title in titles if title in statements] == statements
    assert "skrift" in titles[-1]


def test_a_layout_of_ones_own_gets_the_plain_form():
    assert shipped_template("interim", "min") == shipped_template("interim", "lkbr")
    assert shipped_template("interim", "..") == shipped_template("interim", "lkbr")
