"""The report of every association stands for any period and whatever is missing: it says so, and never breaks."""

import pytest
from tests.years.books import balances_of

from samordna.demo.figures import FIGURES
from samordna.domain.document import Document, Missing, figures_of, paragraphs_of
from samordna.domain.ledger.balances import Balances
from samordna.domain.reports.assemble import Sources, Subject, assemble
from samordna.domain.reports.template_file import shipped_template
from samordna.domain.statements.lay_out import lay_out
from samordna.domain.statements.months import Months
from samordna.domain.statements.shipped import shipped_layout
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period

PERIODS = [
    "2024-01..2024-08",
    "2024-05..2024-06",
    "2024-01..2024-07",
    "2024-03",
    "2023-01..2023-12",
    "2023-11..2023-12",
]


def report(association: str, form: str, period: str, *, alone: bool, figures: bool) -> Document:
    known = balances_of(association)
    if alone:
        known = Balances(known.accounts, known.objects, tuple(y for y in known.years if str(y.year.end.year) in period))
    asked = Asked.of(Period.parse(period))
    entered = FIGURES[association] if figures else ()
    layout = shipped_layout(form, asked.period.last // 100)
    sources = Sources(lay_out(layout, known, asked, entered), Months(layout, known, asked, entered))
    return assemble(shipped_template("interim", form), Subject(association, "", ()), sources)


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("alone", [False, True], ids=["with the year before", "alone"])
@pytest.mark.parametrize("figures", [False, True], ids=["nothing entered", "figures entered"])
@pytest.mark.parametrize(
    ("association", "form"), [("sjuharad", "sjuharad"), ("insjoriket", "insjoriket"), ("insjoriket", "lkbr")]
)
def test_a_report_of_any_period_says_what_is_missing(association, form, period, alone, figures):
    document = report(association, form, period, alone=alone, figures=figures)
    missing = [figure for figure in figures_of(document) if isinstance(figure.number, Missing)]
    assert bool(missing) == ("uppgifter som saknas" in document.status)
    for paragraph in paragraphs_of(document):
        assert "  " not in paragraph.text
        assert " ." not in paragraph.text


def test_equal_figures_read_as_equal():
    same = Asked.of(Period(202401, 202408), Period(202401, 202408))
    known, layout = balances_of("sjuharad"), shipped_layout("sjuharad", 2024)
    sources = Sources(lay_out(layout, known, same, FIGURES["sjuharad"]), Months(layout, known, same))
    document = assemble(shipped_template("interim", "sjuharad"), Subject("x", "", ()), sources)
    text = " ".join(paragraph.text for paragraph in paragraphs_of(document))
    assert "Samma som året före." in text
    assert " 0 tkr" not in text.replace("\u00a0", " ").replace("kostar 0", "")
