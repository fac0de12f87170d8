"""What is written, and beside it how it reads."""

import pytest
from tests.reports.counted import COUNTED
from tests.reports.sample import LAST_YEAR, THIS_YEAR, statements, three_persons

from samordna.domain.document import ComputedOrigin, Figure, LedgerOrigin, Missing, Paragraph
from samordna.domain.reports.prose import Prose, UnknownPlace

FACTS = {"period": "januari–februari 2024", "association": "Förbundet"}


def read(text: str, *, only_this_year: bool = False) -> str:
    """Return a text as a reader sees it, with plain spaces and minus signs."""
    known = statements(three_persons(), years=(THIS_YEAR,)) if only_this_year else statements(three_persons())
    return Prose(known, FACTS).paragraph(text).text.replace("\u00a0", " ").replace("\u2212", "-")


@pytest.mark.parametrize(
    ("written", "reads"),
    [
        ("Utan tal.", "Utan tal."),
        ("{association} under {period}.", "Förbundet under januari–februari 2024."),
        ("Bidragen var {income.bidrag.actual}.", "Bidragen var 1 234 500 kr."),
        ("{income.bidrag.actual tkr}", "1 235 tkr"),
        ("{income.bidrag.actual kr_ore}", "1 234 500,00 kr"),
        ("{income.lokaler.actual}", "-89 000 kr"),
        ("{income.lokaler.actual abs}", "89 000 kr"),
        ("{income.lokaler.actual tkr abs}", "89 tkr"),
        ("{income.lokaler.actual abs tkr}", "89 tkr"),
        ("{income.ranta.actual tkr}", "0 tkr"),  # a nil symbol belongs in a table
        ("{keyfigures.andel.actual}", "7 %"),
        ("{keyfigures.anstallda.actual} anställda", "3 anställda"),
        ("{keyfigures.1010:10.actual}", "89 tkr"),
        ("{diff income.lokaler.actual income.lokaler.previous}", "1 000 kr"),
        ("{diff income.lokaler.previous income.lokaler.actual tkr}", "-1 tkr"),
        ("{diff income.lokaler.previous income.lokaler.actual tkr abs}", "1 tkr"),
        ("{share income.lokaler.actual income.bidrag.actual}", "7 %"),
        ("{share income.lokaler.actual income.ranta.actual}", "[andelen kan inte räknas ut: helheten är noll]"),
        ("{income.resultat.budget tkr}", "[det finns inget att visa för income.resultat.budget]"),
    ],
)
def test_a_place_becomes_its_figure(written, reads):
    assert read(written) == reads


PLANNED = {"outlook": (Paragraph(("Ord.",)), statements(three_persons()).table("income")), "nothing": ()}


@pytest.mark.parametrize(
    ("written", "reads"),
    [
        ("{plan.outlook.bidrag.actual tkr}", "1 235 tkr"),
        ("{diff plan.outlook.lokaler.actual income.lokaler.previous}", "1 000 kr"),
        ("{compare plan.outlook.bidrag.actual 0: mer | mindre | lika}", "mer"),
        ("{plan.nothing.bidrag.actual}", "[planen säger inget om nothing.bidrag]"),
        ("{plan.outlook.ceiling.actual}", "[planen säger inget om outlook.ceiling]"),
        ("{plan.outlook.bidrag.forecast}", "[planen säger inget om outlook.bidrag]"),
        ("Så{known: blir det [plan.nothing.bidrag.actual]}.", "Så."),
    ],
)
def test_what_the_plan_says_is_asked_for_by_name(written, reads):
    prose = Prose(statements(three_persons()), FACTS, PLANNED.__getitem__)
    assert prose.paragraph(written).text.replace("\xa0", " ").replace("−", "-") == reads


def test_a_name_that_the_plan_does_not_know_is_told():
    place = "plan.finnsinte.bidrag.actual"
    with pytest.raises(UnknownPlace, match=place):
        Prose(statements(three_persons()), FACTS, PLANNED.__getitem__).paragraph(f"{{{place}}}")


@pytest.mark.parametrize(
    ("written", "reads"),
    [
        ("Det kom {statistics.inflow.total.total} remisser.", "Det kom 20 remisser."),
        ("{statistics.inflow.Lerum.women} var kvinnor.", "färre än fem var kvinnor."),
        ("Av dem var {statistics.inflow.Härryda.women} kvinnor.", "Av dem var ett antal som inte visas kvinnor."),
        (
            "Lerum hade {diff statistics.inflow.Lerum.total statistics.inflow.Lerum.women} män.",
            "Lerum hade färre än fem män.",
        ),
        ("{compare statistics.inflow.Lerum.women 0: fler | färre | lika}", "färre än fem"),
        ("De var 20{known:, varav [statistics.inflow.Lerum.women] kvinnor}.", "De var 20, varav färre än fem kvinnor."),
        ("De var 20{known:, varav [statistics.waiting.Lerum.women] kvinnor}.", "De var 20."),
        ("{statistics.inflow.Partille.women}", "[inflow.Partille är inte redovisat]"),
    ],
)
def test_counts_are_asked_for_by_view_and_one_that_is_hidden_says_so(written, reads):
    prose = Prose(statements(three_persons()), FACTS, statistics_of=COUNTED.__getitem__)
    assert prose.paragraph(written).text.replace("\xa0", " ") == reads


def test_a_view_that_is_not_known_is_told():
    place = "statistics.finnsinte.total.total"
    with pytest.raises(UnknownPlace, match=place):
        Prose(statements(three_persons()), FACTS, statistics_of=COUNTED.__getitem__).paragraph(f"{{{place}}}")


@pytest.mark.parametrize(
    ("one", "other", "reads"),
    [
        ("income.bidrag.actual", "0", "mer"),
        ("income.lokaler.actual", "0", "mindre"),
        ("income.ranta.actual", "0", "lika"),
        ("income.lokaler.actual", "income.lokaler.previous", "mer"),  # -89 is more than -90
        ("income.lokaler.previous", "income.lokaler.actual", "mindre"),
        ("income.bidrag.actual", "income.bidrag.actual", "lika"),
        ("keyfigures.1010:10.actual", "0", "mer"),
    ],
)
def test_a_comparison_chooses_its_words(one, other, reads):
    assert read(f"Det är {{compare {one} {other}: mer | mindre | lika}}.") == f"Det är {reads}."


def test_what_reads_as_equal_is_equal():
    """1 234 500 and 1 234 400 kronor are 1 235 and 1 234 thousand; 1 234 450 would read as the latter."""
    assert read("{compare income.bidrag.actual income.bidrag.previous: mer | mindre | lika}") == "mer"
    nearly = THIS_YEAR.replace("1234500", "1234450")
    prose = Prose(statements(years=(LAST_YEAR, nearly)), FACTS)
    assert prose.paragraph("{compare income.bidrag.actual income.bidrag.previous: mer | mindre | lika}").text == "lika"


def test_the_words_of_a_choice_may_hold_figures():
    text = (
        "{compare income.lokaler.actual income.lokaler.previous: ned till [income.lokaler.actual tkr abs] | upp | lika}"
    )
    assert read(f"Lokalerna gick {text}.") == "Lokalerna gick ned till 89 tkr."


def test_words_that_need_a_missing_figure_are_left_out():
    text = "Bidragen var {income.bidrag.actual tkr}{known:, mot [income.bidrag.previous tkr] året före}."
    assert read(text) == "Bidragen var 1 235 tkr, mot 1 234 tkr året före."
    assert read(text, only_this_year=True) == "Bidragen var 1 235 tkr."


def test_words_that_are_left_out_leave_no_gap():
    text = "Bidragen {known: var [income.bidrag.previous tkr] } ökade."
    assert read(text, only_this_year=True) == "Bidragen ökade."


@pytest.mark.parametrize(
    "place",
    [
        "income.bidrag.previous",
        "diff income.bidrag.actual income.bidrag.previous",
        "diff income.bidrag.previous income.bidrag.actual",
        "share income.bidrag.previous income.bidrag.actual",
        "share income.bidrag.actual income.bidrag.previous",
        "compare income.bidrag.actual income.bidrag.previous: mer | mindre | lika",
    ],
)
def test_what_is_missing_says_why_wherever_it_is_used(place):
    assert read(f"{{{place}}}", only_this_year=True) == "[januari–februari 2023 är inte inläst]"


@pytest.mark.parametrize(
    "place", ["income.vinst.actual", "income.bidrag.helår", "rapport.bidrag.actual", "association2"]
)
def test_a_place_that_leads_nowhere_is_named(place):
    with pytest.raises(UnknownPlace, match=place):
        read(f"Här: {{{place}}}")


def test_a_figure_keeps_its_number_and_tells_where_it_comes_from():
    first, figure, last = Prose(statements(), FACTS).paragraph("A {income.lokaler.actual tkr} b").parts
    assert (first, last) == ("A ", " b")
    assert isinstance(figure, Figure)
    assert (figure.number.exact, figure.number.unit.code, figure.reference) == (
        -89_000_00, "tkr", "income.lokaler.actual tkr",
    )  # fmt: skip
    assert isinstance(figure.number.origin, LedgerOrigin)


def test_a_derived_figure_tells_of_both_its_parts():
    figure = Prose(statements(), FACTS).figure("diff income.lokaler.actual income.lokaler.previous tkr")
    assert isinstance(figure.number.origin, ComputedOrigin)
    assert [part.exact for part in figure.number.origin.parts] == [-89_000_00, -90_000_00]


def test_a_missing_figure_is_one_still():
    figure = Prose(statements(years=(THIS_YEAR,)), FACTS).figure("income.bidrag.previous tkr abs")
    assert figure.number == Missing("januari–februari 2023 är inte inläst")
