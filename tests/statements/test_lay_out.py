"""Books and a layout go in, the whole table stands beside them."""

import pytest
from tests.statements.ledger import books, entered, laid_out, printed

from samordna.domain.document import ComputedOrigin, EnteredOrigin, LedgerOrigin
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.layout import StatementKind
from samordna.domain.values.period import Period

YEAR_2023 = """
account             opening   2023-01   2023-08   2023-12
1510 T Fordringar         .       100         .         .
1930 T Bank            1000       200       -90       -10
2010 S Kapital        -1000         .         .         .
3010 I Bidrag             .      -300         .         .
5010 K Lokalhyra          .         .        90        10
"""
YEAR_2024 = """
account             opening   2024-01   2024-02   2024-03
1510 T Fordringar       100      -100         .      40.5
1930 T Bank            1100       500      -205         .
2010 S Kapital        -1000         .         .         .
2019 S Resultat        -200         .         .         .
2440 S Leverantorer       .         .      -100         .
3010 I Bidrag             .      -400         .     -40.5
5010 K Lokalhyra          .         .       205         .
5020 K El                 .         .       100         .
"""
TWO_YEARS = books(YEAR_2023, YEAR_2024)

INCOME = """
[[statement]]
id = "income"
kind = "income"
title = "Resultat"
unit = "kr"
shows = "credit"
measure = "movement"
nil = "–"
columns = [
  { id = "actual", label = "{short}", span = "period", emphasis = true },
  { id = "previous", label = "{short}", span = "compare", optional = true },
]
lines = [
  { id = "bidrag", label = "Bidrag", accounts = "3*", note = "1" },
  { id = "kostnader", heading = "Kostnader", lines = [
    { id = "lokaler", label = "Lokaler", accounts = "501*" },
    { id = "el", label = "El", accounts = "502*" },
    { id = "sum_kostnader", label = "Summa kostnader", sum = "group" },
  ] },
  { id = "ranta", label = "Ränta", accounts = "8*" },
  { id = "resultat", label = "Resultat", sum = "above", kind = "result" },
]
"""


def income(*changes: tuple[str, str]) -> str:
    text = INCOME
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def test_an_income_statement_shows_costs_with_minus_and_the_year_before_beside():
    assert printed(laid_out(INCOME, TWO_YEARS, "2024-01..2024-03").table("income")) == (
        "jan–mar 2024 | jan–mar 2023\n"
        "Bidrag: 441 | 300\n"  # 440,50: halves go away from zero
        "Kostnader\n"
        "  Lokaler: -205 | –\n"
        "  El: -100 | –\n"
        "  Summa kostnader: -305 | –\n"
        "Ränta: – | –\n"
        "Resultat: 136 | 300\n"  # 135,50 and not 441 less 305: totals are of the exact amounts
    )


def test_totals_of_rounded_lines_add_up_on_paper():
    text = income(('nil = "–"', 'nil = "–"\ntotals_of_rounded = true'), ('accounts = "501*"', 'accounts = "5*"'))
    with_halves = books("account 2024-01\n3010 I Bidrag -100.50\n5010 K Lokalhyra 50.50\n5020 K El 10.50")
    text = text.replace('accounts = "5*"', 'accounts = "501*"')
    assert printed(laid_out(text, with_halves, "2024-01").table("income")) == (
        "jan 2024\nBidrag: 101\nKostnader\n  Lokaler: -51\n  El: -11\n  Summa kostnader: -62\nRänta: –\nResultat: 39\n"
    )
    exact = text.replace("totals_of_rounded = true", "")
    assert "Resultat: 40\n" in printed(laid_out(exact, with_halves, "2024-01").table("income"))


def test_the_comparison_is_what_is_asked_for():
    table = laid_out(INCOME, TWO_YEARS, "2024-01..2024-02", compare="2023-01..2023-12").table("income")
    assert printed(table).splitlines()[0] == "jan–feb 2024 | jan–dec 2023"
    assert "  Lokaler: -205 | -100" in printed(table)


def test_a_year_that_was_not_read_is_a_reason_and_an_optional_column_is_left_out():
    only_2024 = books(YEAR_2024)
    assert printed(laid_out(INCOME, only_2024, "2024-01").table("income")).splitlines()[0] == "jan 2024"
    kept = income((", optional = true", ""))
    assert printed(laid_out(kept, only_2024, "2024-01..2024-02").table("income")).splitlines()[:2] == [
        "jan–feb 2024 | jan–feb 2023",
        "Bidrag: 400 | [januari–februari 2023 är inte inläst]",
    ]


def test_a_period_across_two_fiscal_years_is_a_reason():
    kept = income((", optional = true", ""))
    table = laid_out(kept, TWO_YEARS, "2024-01", compare="2023-07..2024-01").table("income")
    assert "Bidrag: 400 | [perioden går över två räkenskapsår]" in printed(table)


def test_every_sum_of_a_line_without_value_has_none():
    table = laid_out(income((", optional = true", "")), books(YEAR_2024), "2024-01").table("income")
    assert {type(row.cells[1]).__name__ for row in table.rows if row.cells} == {"Missing"}


@pytest.mark.parametrize(
    ("unit", "nil", "shown"),
    [
        ("kr_ore", "", "100,49 | 0,00"),
        ("kr", "", "100 | 0"),
        ("tkr", "", "0 | 0"),
        ("kr_ore", 'nil = "–"', "100,49 | –"),
        ("tkr", 'nil = "–"', "– | –"),  # what is shown as zero is nil too
        ("tkr", 'nil = "0"', "0 | 0"),
    ],
)
def test_units_and_nil_symbols(unit, nil, shown):
    text = f"""
[[statement]]
id = "s"
kind = "notes"
title = "S"
unit = "{unit}"
{nil}
columns = [{{ id = "a", label = "a" }}, {{ id = "b", label = "b", span = "compare" }}]
lines = [{{ id = "el", label = "El", accounts = "5020" }}]
"""
    known = books("account 2023-01\n5020 K El .", "account 2024-01\n5020 K El 100.49")
    assert printed(laid_out(text, known, "2024-01").table("s")) == f"a | b\nEl: {shown}\n"


def test_a_line_may_have_its_own_unit_side_and_nil():
    text = """
[[statement]]
id = "s"
kind = "notes"
title = "S"
unit = "kr"
nil = "0"
columns = [{ id = "a", label = "a" }]
lines = [
  { id = "el", label = "El", accounts = "5020" },
  { id = "el_credit", label = "El, minus", accounts = "5020", shows = "credit" },
  { id = "el_ore", label = "El, öre", accounts = "5020", unit = "kr_ore" },
  { id = "tomt", label = "Tomt", accounts = "6*", nil = "-" },
]
"""
    known = books("account 2024-01\n5020 K El 100.49")
    assert (
        printed(laid_out(text, known, "2024-01").table("s"))
        == "a\nEl: 100\nEl, minus: -100\nEl, öre: 100,49\nTomt: -\n"
    )


BALANCE = """
[[statement]]
id = "balance"
kind = "balance"
title = "Balans"
unit = "kr_ore"
measure = "closing"
columns = [COLUMNS]
lines = [
  { id = "tillgangar", heading = "Tillgångar", lines = [
    { id = "fordringar", label = "Fordringar", accounts = "15*" },
    { id = "bank", label = "Bank", accounts = "19*" },
    { id = "sum_t", label = "Summa tillgångar", sum = "group" },
  ] },
  { id = "finansiering", heading = "Eget kapital och skulder", shows = "credit", lines = [
    { id = "kapital", label = "Kapital", accounts = "20*" },
    { id = "arets", label = "Årets resultat", line = "income:resultat" },
    { id = "skulder", label = "Skulder", accounts = "24*" },
    { id = "sum_s", label = "Summa eget kapital och skulder", sum = "group" },
  ] },
]

[[control]]
statement = "balance"
says = "Lika"
left = "sum_t"
right = "sum_s"
"""


def test_a_balance_sheet_with_opening_change_and_closing():
    columns = """
  { id = "opening", label = "IB {start}", span = "year_to_date", measure = "opening" },
  { id = "change", label = "Förändring", span = "year_to_date", measure = "movement" },
  { id = "closing", label = "UB {end}", span = "year_to_date" }"""
    statements = laid_out(BALANCE.replace("COLUMNS", columns) + INCOME, TWO_YEARS, "2024-02..2024-03")
    assert printed(statements.table("balance")) == (
        "IB 2024-01-01 | Förändring | UB 2024-03-31\n"
        "Tillgångar\n"
        "  Fordringar: 100,00 | -59,50 | 40,50\n"
        "  Bank: 1 100,00 | 295,00 | 1 395,00\n"
        "  Summa tillgångar: 1 200,00 | 235,50 | 1 435,50\n"
        "Eget kapital och skulder\n"
        "  Kapital: 1 200,00 | 0,00 | 1 200,00\n"
        "  Årets resultat: 0,00 | 135,50 | 135,50\n"
        "  Skulder: 0,00 | 100,00 | 100,00\n"
        "  Summa eget kapital och skulder: 1 200,00 | 235,50 | 1 435,50\n"
    )
    assert statements.findings == ()


def test_a_balance_sheet_at_three_dates():
    columns = """
  { id = "actual", label = "{end}", span = "period" },
  { id = "previous_year", label = "{end}", span = "previous_year" },
  { id = "previous", label = "{end}", span = "compare" }"""
    statements = laid_out(BALANCE.replace("COLUMNS", columns) + INCOME, TWO_YEARS, "2024-01..2024-02")
    assert printed(statements.table("balance")) == (
        "2024-02-29 | 2023-12-31 | 2023-02-28\n"
        "Tillgångar\n"
        "  Fordringar: 0,00 | 100,00 | 100,00\n"
        "  Bank: 1 395,00 | 1 100,00 | 1 200,00\n"
        "  Summa tillgångar: 1 395,00 | 1 200,00 | 1 300,00\n"
        "Eget kapital och skulder\n"
        "  Kapital: 1 200,00 | 1 000,00 | 1 000,00\n"
        "  Årets resultat: 95,00 | 200,00 | 300,00\n"
        "  Skulder: 100,00 | 0,00 | 0,00\n"
        "  Summa eget kapital och skulder: 1 395,00 | 1 200,00 | 1 300,00\n"
    )
    assert statements.findings == ()


def test_the_opening_of_a_period_is_what_was_before_it():
    text = BALANCE.replace("COLUMNS", '{ id = "o", label = "o", measure = "opening" }, { id = "c", label = "c" }')
    table = laid_out(text + INCOME, TWO_YEARS, "2024-02").table("balance")
    assert "  Bank: 1 600,00 | 1 395,00\n" in printed(table)
    assert "  Årets resultat: 400,00 | 95,00\n" in printed(table)


NOTES = """
[[statement]]
id = "note-1"
kind = "notes"
title = "Not 1"
unit = "kr"
shows = "debit"
measure = "movement"
code_label = "Konto"
columns = [{ id = "actual", label = "{short}" }]
lines = [
  { each_account = "5010, 5090, 50*, 60*" },
  { id = "total", label = "Summa", sum = "group" },
  { id = "varav", label = "varav lokaler", accounts = "501*", memo = true },
  { id = "efter", label = "Summa igen", sum = "above" },
]
"""


def test_a_note_by_account_has_the_named_accounts_always_and_the_found_ones_when_they_hold_anything():
    known = books(
        "account 2024-01 2024-02\n5010 K Lokalhyra . 205\n5020 K El 100 -100\n5030 K Vatten . .\n3010 I Bidrag . -205"
    )
    assert printed(laid_out(NOTES, known, "2024-01..2024-02").table("note-1")) == (
        "jan–feb 2024\n"
        "5010 Lokalhyra: 205\n"
        "5020 El: 0\n"  # it held something in a month
        "5090 Kontot finns inte i kontoplanen: 0\n"
        "Summa: 205\n"
        "varav lokaler: 205\n"  # a memo line stands outside the sums
        "Summa igen: 205\n"
    )


CASH_FLOW = """
[[statement]]
id = "cashflow"
kind = "cashflow"
title = "Kassaflöde"
unit = "kr_ore"
shows = "credit"
measure = "movement"
columns = [{ id = "actual", label = "{short}" }]
lines = [
  { id = "resultat", label = "Resultat", line = "income:resultat" },
  { id = "fordringar", label = "Fordringar", accounts = "15*" },
  { id = "skulder", label = "Skulder", accounts = "24*" },
  { id = "flode", label = "Kassaflöde", sum = "above", kind = "result" },
  { id = "borjan", label = "Bank från början", accounts = "19*", measure = "opening", shows = "debit", memo = true },
  { id = "slut", label = "Bank vid slutet", accounts = "19*", measure = "closing", shows = "debit", memo = true },
]

[[control]]
statement = "cashflow"
says = "Banken ska stämma"
left = "borjan + flode"
right = "slut"
"""


def test_a_cash_flow_follows_the_result_to_the_bank():
    statements = laid_out(CASH_FLOW + INCOME, TWO_YEARS, "2024-01..2024-03")
    assert printed(statements.table("cashflow")) == (
        "jan–mar 2024\n"
        "Resultat: 135,50\n"
        "Fordringar: 59,50\n"
        "Skulder: 100,00\n"
        "Kassaflöde: 295,00\n"
        "Bank från början: 1 100,00\n"
        "Bank vid slutet: 1 395,00\n"
    )
    assert statements.findings == ()


KEY_FIGURES = """
[[statement]]
id = "keyfigures"
kind = "keyfigures"
title = "Nyckeltal"
unit = "tkr"
columns = [{ id = "actual", label = "{yymmdd}" }, { id = "previous_2", label = "{yymmdd}", span = "compare_1" }]
lines = [
  { id = "bidrag", label = "Bidrag", line = "income:bidrag", shows = "credit" },
  { id = "andel", label = "Andel", ratio = ["income:sum_kostnader", "income:bidrag"], shows = "credit", unit = "%" },
  { id = "anstallda", label = "Anställda", entered = true, unit = "persons" },
]
""".replace("%", "percent")


def test_key_figures_are_repeated_divided_and_entered():
    figures = (
        entered("keyfigures:anstallda", "3", "2024-01..2024-02", unit="persons"),
        entered("keyfigures:bidrag", "2500", "2022-01..2022-02", unit="tkr"),
    )
    known = books("account 2024-01 2024-02\n3010 I Bidrag -400000 .\n5010 K Hyra . 100000")
    table = laid_out(KEY_FIGURES + INCOME, known, "2024-01..2024-02", *figures).table("keyfigures")
    assert printed(table) == (
        "240229 | 220228\n"
        "Bidrag: 400 | 3\n"  # 2 500 kr entered for a year before the first that was read
        "Andel: 25 | [januari–februari 2022 är inte inläst]\n"
        "Anställda: 3 | [Anställda är inte inlagt för januari–februari 2022]\n"
    )


def test_a_share_of_nothing_is_a_reason():
    known = books("account 2024-01\n5010 K Hyra 100")
    table = laid_out(KEY_FIGURES + INCOME, known, "2024-01").table("keyfigures")
    assert "Andel: [Andel kan inte räknas ut: det den delas med är noll]" in printed(table)


FOLLOW_UP = """
[[statement]]
id = "enheter"
kind = "follow-up"
title = "Enheter"
unit = "kr"
measure = "movement"
columns = [
  { id = "actual", label = "{short}" },
  { id = "budget", label = "Budget", scenario = "budget", optional = true },
  { id = "avvikelse", label = "Avvikelse", difference = ["actual", "budget"], shows = "credit", optional = true },
]
lines = [
  { id = "1010", label = "Kansli", accounts = "5*", objects = "1:1010 6:-" },
  { id = "1010:10", label = "Kansli, projekt 10", accounts = "5*", objects = "1:1010 6:10" },
  { id = "1010:alla", label = "Hela kansliet", accounts = "5*", objects = "1:1010", memo = true },
  { id = "p10", label = "Hela projektet", accounts = "5*", objects = "6:10", memo = true },
  { id = "total", label = "Summa", sum = "group" },
]
"""
BY_OBJECT = books(
    """
account                       2024-01   2024-02
5010 K Lokalhyra                  300        70
5010 K Lokalhyra 1:1010           250        50
5010 K Lokalhyra 1:1010 6:10       40         .
5010 K Lokalhyra 1:2020 6:10        .        20
""".replace("1:1010  ", "1:1010  ")
)


def test_a_cost_centre_is_split_into_its_projects_and_the_rest():
    """A row with an object is a part of its account; one with two objects is told once for each of them."""
    assert printed(laid_out(FOLLOW_UP, BY_OBJECT, "2024-01..2024-02").table("enheter")) == (
        "jan–feb 2024\nKansli: 300\nKansli, projekt 10: 40\nHela kansliet: 340\nHela projektet: 60\nSumma: 340\n"
    )


def test_a_balance_of_an_object_is_a_reason():
    text = FOLLOW_UP.replace('measure = "movement"', 'measure = "closing"')
    assert "Kansli: [balanser per objekt finns inte i bokföringen]" in printed(
        laid_out(text, BY_OBJECT, "2024-01").table("enheter")
    )


PREVIOUS = '{ id = "previous", label = "{short}", span = "compare", optional = true },'
PLANS = """
  { id = "budget", label = "Budget {year}", span = "year", scenario = "budget", optional = true },
  { id = "forecast", label = "Prognos {year}", span = "year", scenario = "forecast", optional = true },
  { id = "diff", label = "Skillnad", difference = ["actual", "budget"], optional = true },
"""
WITH_BUDGET = income((PREVIOUS, PLANS))


def test_a_budget_comes_out_of_the_ledger():
    known = books(YEAR_2024, budget="account 2024-01 2024-07\n3010 I Bidrag -600 -600\n5010 K Lokalhyra 500 400")
    assert printed(laid_out(WITH_BUDGET, known, "2024-01..2024-03").table("income")) == (
        "jan–mar 2024 | Budget 2024 | Skillnad\n"
        "Bidrag: 441 | 1 200 | -760\n"
        "Kostnader\n"
        "  Lokaler: -205 | -900 | 695\n"
        "  El: -100 | – | -100\n"
        "  Summa kostnader: -305 | -900 | 595\n"
        "Ränta: – | – | –\n"
        "Resultat: 136 | 300 | -165\n"
    )


def test_a_budget_is_entered_by_hand_line_by_line():
    kronor = {"bidrag": "1200", "lokaler": "-900", "el": "0", "ranta": "0"}
    plan = [entered(f"income:{line}", k, "2024-01..2024-12", scenario=Scenario.BUDGET) for line, k in kronor.items()]
    assert printed(laid_out(WITH_BUDGET, books(YEAR_2024), "2024-01..2024-03", *plan).table("income")) == (
        "jan–mar 2024 | Budget 2024 | Skillnad\n"
        "Bidrag: 441 | 1 200 | -760\n"
        "Kostnader\n"
        "  Lokaler: -205 | -900 | 695\n"
        "  El: -100 | – | -100\n"
        "  Summa kostnader: -305 | -900 | 595\n"
        "Ränta: – | – | –\n"
        "Resultat: 136 | 300 | -165\n"
    )


def test_a_budget_that_is_not_whole_has_no_sum():
    plan = entered("income:bidrag", "1200", "2024-01..2024-12", scenario=Scenario.BUDGET)
    lines = printed(laid_out(WITH_BUDGET, books(YEAR_2024), "2024-01..2024-03", plan).table("income")).splitlines()
    why = "[budget för januari–december 2024 är inte inlagd]"
    assert lines[1] == "Bidrag: 441 | 1 200 | -760"
    assert lines[-1] == f"Resultat: 136 | {why} | {why}"


def test_a_plan_of_sums_only_shows_them_and_invents_nothing():
    """When only totals were entered the lines below them are not zero: nobody said what they are."""
    plan = entered("income:resultat", "-50", "2024-01..2024-12", scenario=Scenario.BUDGET)
    lines = printed(laid_out(WITH_BUDGET, books(YEAR_2024), "2024-01..2024-03", plan).table("income")).splitlines()
    why = "[budget för januari–december 2024 är inte inlagd]"
    assert lines[1] == f"Bidrag: 441 | {why} | {why}"
    assert lines[-1] == "Resultat: 136 | -50 | 186"


def test_an_entered_figure_never_hides_what_the_books_say():
    wrong = entered("income:bidrag", "999", "2024-01")
    assert "Bidrag: 400\n" in printed(laid_out(INCOME, books(YEAR_2024), "2024-01", wrong).table("income"))


def test_a_budget_in_the_ledger_is_not_split_by_object():
    known = books("account 2024-01\n5010 K Hyra 100\n5010 K Hyra 1:1010 100", budget="account 2024-01\n5010 K Hyra 120")
    kept = FOLLOW_UP.replace(', scenario = "budget", optional = true', ', scenario = "budget"')
    table = laid_out(kept, known, "2024-01").table("enheter")
    assert "Kansli: 100 | [bokföringen bär ingen budget per objekt]\n" in printed(table)
    plan = entered("enheter:1010", "110", "2024-01", scenario=Scenario.BUDGET)
    assert "Kansli: 100 | 110 | 10\n" in printed(laid_out(kept, known, "2024-01", plan).table("enheter"))


ANSWERING = INCOME.replace('nil = "–"', 'nil = "–"\nanswers_for = ["I", "K"]').replace(
    '  { id = "resultat"', '  { id = "ej", label = "Ej fördelat", unassigned = ["I", "K"] },\n  { id = "resultat"'
)


def test_an_account_nobody_answers_for_stands_by_itself_and_is_told():
    known = books("account 2024-01\n3010 I Bidrag -400\n6110 K Material 30\n6120 K Porto .")
    statements = laid_out(ANSWERING, known, "2024-01")
    assert printed(statements.table("income")) == (
        "jan 2024\nBidrag: 400\nKostnader\n  Lokaler: –\n  El: –\n  Summa kostnader: –\nRänta: –\n"
        "Ej fördelat: -30\nResultat: 370\n"
    )
    (finding,) = statements.findings
    assert str(finding) == (
        "Resultat: Konto 6110 Material har belopp men ingen rad svarar för det. "
        "Lägg kontot på en rad i uppställningen; till dess står det som Ej fördelat."
    )


def test_ej_fordelat_is_not_printed_while_every_account_has_its_line():
    known = books("account 2024-01\n3010 I Bidrag -400")
    assert "Ej fördelat" not in printed(laid_out(ANSWERING, known, "2024-01").table("income"))


def test_what_lines_of_objects_leave_of_an_account_is_told():
    """Premises of unit 10 have a line; 60 kronor of the same account lie on no unit, 30 on another."""
    text = ANSWERING.replace('accounts = "501*"', 'accounts = "501*", objects = "1:10"')
    known = books("account 2024-01\n3010 I Bidrag -400\n5010 K Hyra 100\n5010 K Hyra 1:10 10\n5010 K Hyra 1:20 30")
    (finding,) = laid_out(text, known, "2024-01").findings
    assert str(finding) == (
        "Resultat: Raderna ska tillsammans vara lika med de konton som räkningen svarar för – men i kolumnen jan 2024 "
        "är det −390,00 kr mot −300,00 kr. Se efter om något konto saknar rad eller står på fel rad."
    )


def test_lines_of_objects_that_take_all_of_an_account_leave_nothing():
    text = ANSWERING.replace('accounts = "501*"', 'accounts = "501*", objects = "1:10"')
    known = books("account 2024-01\n3010 I Bidrag -400\n5010 K Hyra 100\n5010 K Hyra 1:10 100")
    statements = laid_out(text, known, "2024-01")
    assert "Ej fördelat" not in printed(statements.table("income"))
    assert statements.findings == ()


def test_a_figure_tells_where_it_comes_from():
    table = laid_out(INCOME, TWO_YEARS, "2024-01..2024-02").table("income")
    lokaler, result = table.cell("lokaler", "actual"), table.cell("resultat", "actual")
    assert lokaler.origin == LedgerOrigin(("5010",), Period(202401, 202402), "movement", (), (2,))
    assert result.origin == LedgerOrigin(("3010", "5010", "5020"), Period(202401, 202402), "movement", (), (2,))
    assert table.cell("lokaler", "previous").origin.imports == (1,)


def test_a_figure_made_of_others_tells_of_them():
    figures = entered("keyfigures:anstallda", "3", "2024-01..2024-02", unit="persons")
    table = laid_out(KEY_FIGURES + INCOME, TWO_YEARS, "2024-01..2024-02", figures).table("keyfigures")
    share = table.cell("andel", "actual").origin
    assert isinstance(share, ComputedOrigin)
    assert [part.label for part in share.parts] == ["täljare", "nämnare"]
    assert [part.exact for part in share.parts] == [305_00, -400_00]
    assert [part.origin.accounts for part in share.parts] == [("5010", "5020"), ("3010",)]
    assert table.cell("anstallda", "actual").origin == EnteredOrigin(
        "Protokoll 4", "keyfigures:anstallda", "actual", Period(202401, 202402)
    )


def test_one_kind_of_statement_can_be_asked_for():
    statements = laid_out(NOTES + INCOME, TWO_YEARS, "2024-01")
    assert [table.id for table in statements.only(StatementKind.NOTE).tables] == ["note-1"]
    assert [table.id for table in statements.tables] == ["note-1", "income"]


def test_a_period_beyond_the_ledger_is_told():
    statements = laid_out(INCOME, books(YEAR_2024, covers_to=202403), "2024-01..2024-06")
    (finding,) = statements.findings
    assert str(finding) == (
        "2024-01..2024-06: Rapporten gäller januari–juni 2024, men bokföringen är inläst bara till och med mars 2024. "
        "Läs in en nyare SIE-fil, eller välj en kortare period."
    )
