"""A figure is pressed: what it means, what it is made of, how it moved, and why it is missing."""

from dataclasses import replace

import pytest
from tests.statements.ledger import books, entered, layout, printed

from samordna.domain.document import Number
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.books import Detail
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.statements.figure import FigureTold, Lack, figure_told
from samordna.domain.statements.lay_out import lay_out
from samordna.domain.statements.reading import Place, Reading
from samordna.domain.statements.shown_in import in_unit
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.unit import THOUSANDS, Unit

YEAR_2023 = """
account             opening   2023-01   2023-02
1930 T Bank            1000       200      -100
2010 S Kapital        -1000         .         .
3010 I Bidrag             .      -200         .
5010 K Lokalhyra          .         .       100
"""
YEAR_2024 = """
account             opening   2024-01   2024-02
1930 T Bank            1100    500.40   -305.20
2010 S Kapital        -1000         .         .
2019 S Resultat        -100         .         .
3010 I Bidrag             .   -500.40         .
5010 K Lokalhyra          .         .    205.10
5020 K El                 .         .    100.10
5030 K Vatten             .        10       -10
"""
BOOKS = books(YEAR_2023, YEAR_2024, covers_to=202402)
FORM = """
[[statement]]
id = "income"
kind = "income"
title = "Resultaträkning"
unit = "kr"
shows = "credit"
measure = "movement"
columns = [
  { id = "actual", label = "Utfall {short}", emphasis = true },
  { id = "budget", label = "Budget {year}", span = "year", scenario = "budget" },
  { id = "left", label = "Kvar", difference = ["actual", "budget"] },
]
lines = [
  { id = "bidrag", label = "Bidrag", accounts = "3*" },
  { id = "lokaler", label = "Lokaler", accounts = "50*" },
  { id = "resultat", label = "Resultat", sum = "above", kind = "result" },
]

[[statement]]
id = "balance"
kind = "balance"
title = "Balansräkning"
unit = "kr"
measure = "closing"
columns = [{ id = "actual", label = "{end}" }]
lines = [
  { id = "bank", label = "Bank", accounts = "19*" },
  { id = "kapital", label = "Eget kapital", accounts = "20*", shows = "credit" },
]

[[statement]]
id = "keyfigures"
kind = "keyfigures"
title = "Nyckeltal"
unit = "tkr"
columns = [{ id = "actual", label = "{end}" }, { id = "later", label = "Mars", span = "year" }]
lines = [
  { id = "resultat", label = "Resultat", line = "income:resultat", shows = "credit" },
  { id = "andel", label = "Andel", ratio = ["balance:kapital", "balance:bank"], shows = "credit", unit = "percent" },
  { id = "mal", label = "Mål", entered = true },
]
"""


def told(
    place: str, *figures: EnteredFigure, period: str = "2024-01..2024-02", unit: Unit | None = None,
    known: Balances = BOOKS,
) -> FigureTold:  # fmt: skip
    form = layout(FORM)
    asked = Asked.of(Period.parse(period))
    statements = lay_out(in_unit(form, unit) if unit else form, known, asked, figures)
    return figure_told(Reading(statements, known, figures), Place(*place.split(":")))


def parts(figure: FigureTold) -> list[tuple[str, str, str]]:
    return [
        (
            part.label,
            part.cell.text.replace("\u00a0", " ").replace("\u2212", "-") if isinstance(part.cell, Number) else "",
            f"{part.place.statement}:{part.place.row}:{part.place.column}" if part.place else "",
        )
        for part in figure.parts
    ]


def test_a_line_of_accounts_is_told_to_the_ore_and_so_is_its_rounding():
    figure = told("income:lokaler:actual")
    assert (figure.statement, figure.label, figure.heading) == ("Resultaträkning", "Lokaler", "Utfall jan–feb 2024")
    assert figure.definition == ("Konton som börjar på 50.", "Det som är bokfört januari–februari 2024.")
    assert figure.side.startswith("Visas med omvänt tecken")
    assert figure.accounts is not None
    assert printed(figure.accounts) == (
        "Belopp\n"
        "5010 Lokalhyra: -205,10\n"
        "5020 El: -100,10\n"
        "Summa: -305,20\n"
        "Avrundning till kronor: 0,20\n"
        "Lokaler: -305,00\n"
    )
    assert figure.accounts.remarks == ("Konton utan belopp visas inte: 1.",)
    assert figure.parts == ()
    assert figure.lack is None


def test_the_months_stand_beside_those_of_the_year_before():
    figure = told("income:resultat:actual")
    assert figure.months is not None
    assert figure.months.title == "Utfall per månad"
    assert printed(figure.months) == (
        "2024 | 2023\n"
        "januari: 490 | 200\n"
        "februari: -295 | -100\n"
        + "".join(
            f"{name}:  | 0\n"
            for name in (
                "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
            )
        )
    )  # fmt: skip
    assert figure.months.remarks == ("Bokföringen är inläst till och med februari 2024.",)
    assert figure.month_column == "actual"


def test_a_balance_is_told_month_by_month_as_it_stood():
    figure = told("balance:bank:actual")
    assert figure.months is not None
    assert figure.months.title == "Saldo när månaden slutade"
    assert printed(figure.months).splitlines()[1:3] == ["januari: 1 600 | 1 200", "februari: 1 295 | 1 100"]
    assert figure.definition[-1] == "Saldot när 29 februari 2024 slutade."
    assert figure.side == ""


def test_a_sum_is_the_lines_it_adds_up_each_with_its_place():
    figure = told("income:resultat:actual")
    assert parts(figure) == [
        ("Bidrag", "500", "income:bidrag:actual"),
        ("Lokaler", "-305", "income:lokaler:actual"),
    ]


def test_a_repeated_line_leads_to_the_column_that_tells_of_the_same_time():
    figure = told("keyfigures:resultat:actual")
    assert parts(figure) == [("Resultat (Resultaträkning)", "0", "income:resultat:actual")]
    assert figure.definition[0] == "Hämtas från ”Resultat” i Resultaträkning."


def test_a_quotient_is_its_two_lines_and_nothing_adds_up_to_it():
    figure = told("keyfigures:andel:actual")
    assert parts(figure) == [
        ("Eget kapital (Balansräkning)", "1 100", "balance:kapital:actual"),
        ("Bank (Balansräkning)", "1 295", "balance:bank:actual"),
    ]
    assert figure.accounts is None
    assert figure.contents is not None
    assert figure.contents.rest == 0


def test_a_difference_of_columns_counts_the_second_the_other_way():
    budget = entered("income:bidrag", "600", "2024-01..2024-12", scenario=Scenario.BUDGET)
    figure = told("income:bidrag:left", budget)
    assert parts(figure) == [
        ("Utfall jan–feb 2024", "500", "income:bidrag:actual"),
        ("Budget 2024", "-600", "income:bidrag:budget"),
    ]
    assert figure.definition[-1] == "Kolumnen visar Utfall jan–feb 2024 minus Budget 2024."
    assert figure.accounts is not None
    assert printed(figure.accounts) == (
        "Belopp\n"
        "3010 Bidrag: 500,40\n"
        "Inlagd uppgift: Protokoll 4: -600,00\n"
        "Summa: -99,60\n"
        "Avrundning till kronor: -0,40\n"
        "Bidrag: -100,00\n"
    )


def test_an_entered_figure_says_that_it_was_entered():
    budget = entered("income:resultat", "25", "2024-01..2024-12", scenario=Scenario.BUDGET)
    figure = told("income:resultat:budget", budget)
    assert figure.definition[-1] == "Just den här siffran är inlagd för hand: bokföringen har den inte."
    assert figure.parts == ()
    assert figure.entered_key == "income:resultat"


@pytest.mark.parametrize(
    ("place", "period", "lack"),
    [
        ("income:bidrag:budget", "2024-01..2024-02", Lack.ENTERED),
        ("keyfigures:mal:actual", "2024-01..2024-02", Lack.ENTERED),
        ("income:bidrag:actual", "2024-05..2024-06", Lack.LEDGER),
        ("income:bidrag:actual", "2022-05..2022-06", Lack.LEDGER),
    ],
)
def test_a_missing_figure_says_what_is_not_there(place: str, period: str, lack: Lack):
    figure = told(place, period=period)
    assert figure.lack is lack
    assert figure.accounts is None


def test_a_part_of_what_is_known_as_one_sum_is_missing_for_want_of_months():
    [_, year] = BOOKS.years
    known = replace(BOOKS, years=(replace(year, detail=Detail.PERIOD),))
    for period, lack in (("2024-01", Lack.MONTHS), ("2024-02", Lack.MONTHS), ("2024-01..2024-02", None)):
        figure = told("income:bidrag:actual", period=period, known=known)
        assert (figure.lack, figure.months) == (lack, None)
        assert isinstance(figure.cell, Number) is (lack is None)


def test_balances_of_one_sum_are_known_before_it_and_after_it():
    [_, year] = BOOKS.years
    known = replace(BOOKS, years=(replace(year, detail=Detail.PERIOD),))
    for period, amount in (("2024-01", None), ("2024-02", 1100_00 + 500_40 - 305_20), ("2024-01..2024-12", 1295_20)):
        cell = told("balance:bank:actual", period=period, known=known).cell
        assert (cell.exact if isinstance(cell, Number) else None) == amount


def test_dividing_by_nothing_is_nobodys_fault():
    empty = books("""
    account             opening   2024-01
    1930 T Bank               .         .
    """)
    figure = told("keyfigures:andel:actual", period="2024-01", known=empty)
    assert figure.lack is Lack.OTHER


def test_in_thousands_the_rounding_is_to_thousands():
    figure = told("income:bidrag:actual", unit=THOUSANDS)
    assert figure.accounts is not None
    assert printed(figure.accounts).splitlines()[2:] == [
        "Summa: 500,40",
        "Avrundning till tusental kronor: 499,60",
        "Bidrag: 1 000,00",
    ]


def test_rows_rounded_before_they_are_added_leave_a_rest():
    rounded_first = FORM.replace('shows = "credit"\nmeasure', 'shows = "credit"\ntotals_of_rounded = true\nmeasure', 1)
    asked = Asked.of(Period(202401, 202402))
    reading = Reading(lay_out(layout(rounded_first), BOOKS, asked), BOOKS)
    figure = figure_told(reading, Place("income", "resultat", "actual"))
    assert figure.contents is not None
    assert isinstance(figure.cell, Number)
    held = sum(held.exact for held in figure.contents.accounts)
    assert (figure.cell.exact, held, figure.contents.rest) == (195_00, 195_20, -20)


@pytest.mark.parametrize("place", ["x:bidrag:actual", "income:x:actual", "income:bidrag:x"])
def test_a_place_that_is_in_no_table_is_no_figure(place: str):
    with pytest.raises(KeyError):
        told(place)
