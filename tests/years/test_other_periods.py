"""The report of every association stands for any period and whatever is missing: it says so, and never breaks."""

import pytest
from tests.years.books import balances_of

from samordna.demo.figures import FIGURES
from samordna.domain.document import Document, Missing, figures_of, paragraphs_of
from samordna.domain.ledger.balances import Balances
from samordna.domain.reports.assemble import Sources, Subject, assemble
from samordna.domain.reports.fitting import fitted_layout
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


def report(association: str, form: str, asked: tuple[str, str], *, alone: bool, figures: bool) -> Document:
    kind, months = asked
    known = balances_of(association)
    if alone:
        known = Balances(known.accounts, known.objects, tuple(y for y in known.years if str(y.year.end.year) in months))
    period = Asked.of(Period.parse(months))
    entered = FIGURES[association] if figures else ()
    template = shipped_template(kind, form)
    layout = fitted_layout(template, shipped_layout(form, period.period.last // 100))
    sources = Sources(lay_out(layout, known, period, entered), Months(layout, known, period, entered))
    return assemble(template, Subject(association, "", ()), sources)


@pytest.mark.parametrize("asked", [*(("interim", period) for period in PERIODS), ("annual", "2023-01..2023-12")])
@pytest.mark.parametrize("alone", [False, True], ids=["with the year before", "alone"])
@pytest.mark.parametrize("figures", [False, True], ids=["nothing entered", "figures entered"])
@pytest.mark.parametrize(
    ("association", "form"), [("sjuharad", "sjuharad"), ("insjoriket", "insjoriket"), ("insjoriket", "lkbr")]
)
def test_a_report_of_any_period_says_what_is_missing(association, form, asked, alone, figures):
    document = report(association, form, asked, alone=alone, figures=figures)
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
