"""A template and statements become a report, and the report says when it is a draft."""

import pytest
from tests.reports.counted import COUNTED, INFLOW
from tests.reports.sample import THIS_YEAR, statements, three_persons
from tests.statements.ledger import books

from samordna.domain.document import BulletList, Chart, Highlights, Paragraph, Signatures, Table, blocks_of
from samordna.domain.reports.assemble import Sources, Subject, assemble
from samordna.domain.reports.places import FACTS
from samordna.domain.reports.plain import statements_document
from samordna.domain.reports.template_file import read_template
from samordna.domain.statements.lay_out import Statements
from samordna.domain.statements.months import Months
from samordna.domain.values.problem import Refused

SUBJECT = Subject("Förbundet", "222000-0000", ("Räkenskapsår 2024: fil.se.",))
CONTROL = '\n[[control]]\nstatement = "income"\nsays = "Noll ska vara noll"\nleft = "resultat"\nright = "0"\n'

HEAD = """
name = "interim"
title = "Delårsrapport"

[[chapter]]
id = "ekonomi"
number = "1"
title = "Ekonomi"
blocks = [
"""


def report(*blocks: str, known: Statements | None = None):
    known = known or statements(three_persons())
    template = read_template(HEAD + ",\n".join(blocks) + "\n]\n", "interim.toml")
    balances = books(THIS_YEAR)
    months = Months(known.layout, balances, known.asked)
    return assemble(template, SUBJECT, Sources(known, months, statistics_of=COUNTED.__getitem__))


def text(written: str) -> str:
    return f'{{ text = "{written}" }}'


def test_a_report_has_its_front_its_chapters_and_what_it_was_made_of():
    document = report(text("Ord."))
    assert (document.id, document.title, document.subtitle, document.author) == (
        "interim", "Delårsrapport", "januari–februari 2024", "Förbundet",
    )  # fmt: skip
    assert document.facts == (
        ("Förbund", "Förbundet"),
        ("Organisationsnummer", "222000-0000"),
        ("Period", "1 januari 2024–29 februari 2024"),
    )
    assert [(section.id, section.number, section.title) for section in document.sections] == [
        ("ekonomi", "1", "Ekonomi")
    ]
    assert (document.front_page, document.contents, document.status) == (True, True, "")
    assert document.provenance == SUBJECT.provenance


def test_an_association_without_a_number_has_no_empty_fact():
    known = statements()
    template = read_template(HEAD + "]\n", "interim.toml")
    document = assemble(template, Subject("Förbundet", "", ()), Sources(known, lambda _: known.tables[0]))
    assert [label for label, _ in document.facts] == ["Förbund", "Period"]


def test_every_fact_that_a_text_may_name_is_there():
    document = report(text(" | ".join(f"{{{fact}}}" for fact in FACTS)))
    assert next(blocks_of(document)).text == (
        "Förbundet | 222000-0000 | januari–februari 2024 | januari–februari 2023 | 2024 | "
        "1 januari 2024 | 29 februari 2024"
    )


def test_every_block_becomes_what_it_is():
    document = report(
        text("Ord."),
        '{ list = ["ett", "två"] }',
        '{ statement = "income" }',
        '{ months_of = "income:lokaler", id = "m", title = "Lokaler per månad", flipped = true }',
        '{ chart_of = "income", id = "d", title = "Slag", rows = ["bidrag", "lokaler"] }',
        '{ highlights = [{ label = "Resultat", figure = "income.resultat.actual tkr", remark = "Bra." }] }',
        '{ signed = "Godkänd för {period}.", signatures = [{ role = "Ordförande", body = "Styrelsen" }] }',
    )
    kinds = [type(block) for block in blocks_of(document)]
    assert kinds == [Paragraph, BulletList, Table, Chart, Chart, Highlights, Signatures]
    months, rows = (block for block in blocks_of(document) if isinstance(block, Chart))
    assert [row.cells[0].text for row in months.table.rows] == ["0", "89"]  # costs upwards, in thousands
    assert months.table.remarks == ("Kostnader visas här med plus.",)
    assert [row.id for row in rows.table.rows] == ["bidrag", "lokaler"]
    assert [column.id for column in rows.table.columns] == ["actual", "previous"]


def test_a_chart_says_what_it_shows_to_those_who_do_not_see_it():
    (chart,) = blocks_of(report('{ chart_of = "income", id = "d", title = "Slag", rows = ["bidrag", "lokaler"] }'))
    assert chart.description.replace("\u00a0", " ") == (
        "Slag, i kronor, jan–feb 2024 och jan–feb 2023. "
        "jan–feb 2024: högst 1 234 500 (Bidrag), lägst \u221289 000 (Lokaler). "
        "jan–feb 2023: högst 1 234 400 (Bidrag), lägst \u221290 000 (Lokaler). "
        "Tabellen efter diagrammet visar alla värden."
    )


def test_a_chart_of_the_same_figure_on_every_row_says_so():
    same = THIS_YEAR.replace("-1234500         .", "-617250   -617250").replace("1234500    -89000", "617250    528250")
    known = statements(years=(same,))
    template = read_template(HEAD + '{ months_of = "income:bidrag", id = "m", title = "Bidrag" }]', "interim.toml")
    months = Months(known.layout, books(same), known.asked)
    (chart,) = blocks_of(assemble(template, SUBJECT, Sources(known, months)))
    assert "jan–feb 2024: 617 på varje rad." in chart.description


def test_a_figure_that_is_missing_makes_a_draft():
    document = report(text("{keyfigures.anstallda.actual}, {keyfigures.anstallda.actual}"), known=statements())
    assert document.status == "Utkast: uppgifter som saknas: 2"


def test_a_missing_figure_of_a_highlight_makes_a_draft_too():
    highlight = '{ highlights = [{ label = "A", figure = "keyfigures.anstallda.actual", remark = "R" }] }'
    assert report(highlight, known=statements()).status == "Utkast: uppgifter som saknas: 1"


def test_an_optional_paragraph_is_left_out_when_a_figure_in_it_is_missing():
    written = '{ text = "Budget {income.resultat.budget tkr}", optional = true }'
    document = report(written, known=statements())
    assert (list(blocks_of(document)), document.status) == ([], "")
    assert report('{ text = "Resultat {income.resultat.actual tkr}", optional = true }').sections[0].blocks != ()


def test_a_hidden_figure_makes_no_draft():
    document = report(text("{statistics.inflow.Lerum.women} kvinnor"))
    assert (document.status, [block.text for block in blocks_of(document)]) == ("", ["färre än fem kvinnor"])


@pytest.mark.parametrize(
    ("block", "becomes"),
    [
        ('{ statistics = "inflow" }', (INFLOW,)),
        ('{ statistics = "waiting" }', (Paragraph(("Inga antal är redovisade för januari–februari 2024.",)),)),
        ('{ statistics = "waiting", optional = true }', ()),
        ('{ statistics = "inflow", needs = "women" }', (INFLOW,)),
        ('{ statistics = "inflow", optional = true, needs = "agreed" }', ()),
    ],
)
def test_statistics_stand_where_they_are_asked_for(block, becomes):
    assert report(block).sections[0].blocks == becomes


@pytest.mark.parametrize(("view", "told"), [("inflow", ["ekonomi", "antal"]), ("waiting", ["ekonomi"])])
def test_an_optional_chapter_is_there_when_something_in_it_is_counted(view, told):
    chapter = f'[[chapter]]\nid = "antal"\ntitle = "Antal"\noptional = true\nblocks = [{{ statistics = "{view}" }}'
    document = report(text("Ord.") + f"\n]\n{chapter}")
    assert [section.id for section in document.sections] == told


def test_a_control_that_fails_makes_a_draft_and_says_which():
    document = report(text("Ord."), known=statements(three_persons(), more=CONTROL))
    assert document.status == "Utkast: anmärkningar på underlaget: 2"
    assert [line.split(" – ")[0] for line in document.provenance] == [
        "Räkenskapsår 2024: fil.se.",
        "Resultat: Noll ska vara noll",
        "Resultat: Noll ska vara noll",
    ]


def test_statements_alone_say_what_is_wrong_with_them():
    document = statements_document(SUBJECT, statements(more=CONTROL))
    assert document.status == "Anmärkningar på underlaget: 2"
    assert [section.id for section in document.sections] == ["income", "keyfigures"]
    assert len(document.provenance) == 3


@pytest.mark.parametrize(
    ("block", "asked"),
    [
        (text("{income.vinst.actual}"), "income.vinst.actual"),
        ('{ statement = "balance" }', "balance"),
        ('{ months_of = "income:vinst", id = "m", title = "M" }', "income:vinst"),
        ('{ chart_of = "balance", id = "m", title = "M" }', "balance"),
    ],
)
def test_a_template_that_does_not_fit_its_layout_is_refused(block, asked):
    with pytest.raises(Refused) as refused:
        report(block)
    assert str(refused.value) == (
        f"Delårsrapport: Rapportmallen hämtar ”{asked}”, som uppställningen Prov inte har. "
        "Lägg till raden i uppställningen, eller gör rapporten med förbundets vanliga uppställning."
    )


def test_a_view_that_is_not_there_is_refused():
    with pytest.raises(Refused, match=r"statistics\.finnsinte"):
        report('{ statistics = "finnsinte" }')


def test_a_chart_of_rows_that_are_not_there_is_refused():
    with pytest.raises(Refused) as refused:
        report('{ chart_of = "income", id = "d", title = "D", rows = ["bidrag", "vinst"] }')
    assert "Rapportmallen hämtar ”income.vinst”" in str(refused.value)
