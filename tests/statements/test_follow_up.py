"""The register opened into a form: rows, groups, plans beside what happened, merged figures, nothing lost."""

from dataclasses import replace

import pytest
from tests.statements.follow_up import (
    BEFORE,
    COLUMNS,
    LEDGER,
    LINES,
    MERGE,
    PLAN,
    REGISTER,
    SPRING,
    YEAR,
    budget,
    follow_up,
    form,
    reading,
)
from tests.statements.ledger import books, printed

from samordna.domain.document import BLANK, EnteredOrigin, Footnote, Missing, Number
from samordna.domain.ledger.balances import Sums
from samordna.domain.ledger.books import Account, AccountKind
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.owed_found import owed_by_agreements
from samordna.domain.plan.plan import NO_PLAN, Plan
from samordna.domain.plan.register import BudgetLine, CostCentre, EarlierCode, Group, Merge, Register
from samordna.domain.statements.figure import figure_told
from samordna.domain.statements.lay_out import Statements
from samordna.domain.statements.parts import parts
from samordna.domain.statements.reading import Place

PLANNED = (
    COLUMNS
    + """
  { id = "budget", label = "Budget {year}", span = "year", scenario = "budget", optional = true },
  { id = "period", label = "Budget {short}", span = "period", scenario = "budget", optional = true },
  { id = "forecast", label = "Prognos {year}", span = "year", scenario = "forecast", optional = true },
  { id = "previous_budget", label = "Budget {year}", span = "previous_year", scenario = "budget", optional = true },
"""
)
OWED = """
  { id = "actual", label = "{short}" },
  { id = "unbooked", label = "Ej bokfört", scenario = "unbooked", optional = true },
  { id = "whole", label = "Inkl. ej bokfört", total = ["actual", "unbooked"], optional = true },
  { id = "budget", label = "Budget", span = "year", scenario = "budget", extra = true },
  { id = "left", label = "Kvar", difference = ["budget", "whole"], extra = true },
"""


def table(statements: Statements) -> str:
    return printed(statements.table("enheter"))


def test_rows_of_the_register_stand_in_their_groups_and_what_nobody_placed_stands_last():
    statements = follow_up()
    assert table(statements) == (
        "jan–apr 2024 | jan–apr 2023\n"
        "10 Kansli: -100 | -200\n"
        "10 Kansli, projekt ett: -40 | -20\n"
        "20 Granby: -500 | -780\n"  # in 2023 with what was booked on 29
        "30 Almby: 0 | 0\n"
        "Övrigt: 0 | 0\n"
        "77 Kostnadsställe 77: -90 | 0\n"
        "Summa: -730 | -1 000\n"
    )
    assert [row.id for row in statements.table("enheter").rows] == ["10", "10:P1", "20", "30", "ovrigt", "77", "total"]


def test_a_cost_centre_without_a_row_is_told():
    (finding,) = follow_up().findings
    assert str(finding) == (
        "kostnadsställen: Kostnadsställe 77 har belopp i bokföringen men ingen rad i registret. "
        "Lägg in det i registret, i den grupp där det hör hemma; till dess står det sist, för sig."
    )
    assert finding.code == "cost-centre-without-row"


def test_a_cost_centre_without_a_row_is_called_what_the_ledger_calls_it():
    named = replace(LEDGER, objects={("1", "77"): "Nya enheten"})
    statements = follow_up(balances=named)
    assert "77 Nya enheten: -90 | 0\n" in table(statements)
    assert "Kostnadsställe 77 Nya enheten har belopp" in statements.findings[0].found


def test_without_a_register_every_cost_centre_of_the_ledger_is_a_row():
    statements = follow_up(plan=NO_PLAN)
    assert table(statements) == (
        "jan–apr 2024 | jan–apr 2023\n"
        "10 Kostnadsställe 10: -100 | -200\n"
        "10 Kostnadsställe 10, projekt P1: -40 | -20\n"
        "20 Kostnadsställe 20: -500 | -380\n"
        "29 Kostnadsställe 29: 0 | -400\n"
        "40 Kostnadsställe 40: -50 | 0\n"
        "77 Kostnadsställe 77: -90 | 0\n"
        "Summa: -780 | -1 000\n"
    )
    assert statements.findings == ()


def test_codes_say_what_belongs_where_until_there_is_a_register():
    lines = LINES.replace('"stab", accounts = "3*..8*, !30*"', '"stab", accounts = "3*..8*, !30*", codes = "10"')
    lines = lines.replace(
        '"insatser", accounts = "3*..8*, !30*"', '"insatser", accounts = "3*..8*, !30*", codes = "20..29"'
    )
    ids = [row.id for row in follow_up(form(lines=lines), plan=NO_PLAN).table("enheter").rows]
    assert ids == ["10", "10:P1", "20", "29", "40", "77", "total"]  # 40 and 77 where nobody placed them
    apart = lines.replace('codes = "20..29"', 'codes = "20..29, 40"').replace("unplaced_cost_centres = true", UNPLACED)
    ids = [row.id for row in follow_up(form(lines=apart), plan=NO_PLAN).table("enheter").rows]
    assert ids == ["10", "10:P1", "20", "29", "40", "total"]


UNPLACED = 'each_cost_centre = "nya", codes = "8*"'


def test_a_part_with_a_project_that_no_row_has_is_not_lost():
    more = books(
        "account 2024-01\n1930 T Bank -60\n5010 K Insatser 60\n5010 K I 1:10 10\n5010 K I 1:10 6:P1 20\n"
        "5010 K I 1:10 6:P2 30"
    )
    statements = follow_up(balances=more, asked="2024-01")
    assert "10 Kostnadsställe 10, projekt P2: -30" in table(statements)
    assert "Summa: -60" in table(statements)


def test_a_line_of_the_budget_with_a_cost_centres_code_swallows_nothing_of_what_is_booked():
    register = replace(REGISTER, rows=(*REGISTER.rows, BudgetLine("77", "Oförutsett", "insatser")))
    plan = replace(PLAN, register=register, budgets=(budget(YEAR, k77=1000),))
    statements = follow_up(form(PLANNED), plan=plan)
    shown = printed(statements.table("enheter"))
    assert "77 Kostnadsställe 77: -90 | " in shown
    assert "Oförutsett: 0 | " in shown
    assert "Summa: -730 | -1 000 | " in shown  # the budget once
    assert [one.code for one in statements.findings] == ["cost-centre-without-row"]


def test_a_row_of_the_associations_own_in_a_group_that_the_form_does_not_have_is_not_lost():
    elsewhere = CostCentre("77", "Nya enheten", "nytt")
    register = replace(REGISTER, groups=(*REGISTER.groups, Group("nytt", "Nytt")), rows=(*REGISTER.rows, elsewhere))
    statements = follow_up(plan=replace(PLAN, register=register))
    assert "77 Nya enheten: -90 | 0\n" in table(statements)
    assert statements.findings == ()


def test_an_earlier_code_that_is_used_again_stands_by_itself():
    """What was booked on 29 until December counts into 20; what is booked there now is somebody else's."""
    again = books(
        "account 2023-01\n5010 K Insatser 100\n5010 K I 1:29 100",
        "account 2024-01\n5010 K Insatser 7\n5010 K I 1:29 7",
    )
    statements = follow_up(balances=again, asked="2024-01")
    assert "20 Granby: 0 | -100\n" in table(statements)
    assert "29 Kostnadsställe 29: -7 | 0\n" in table(statements)
    assert "Summa: -7 | -100\n" in table(statements)


def test_an_earlier_code_between_two_months_leaves_what_is_before_and_after():
    row = CostCentre("20", "Granby", "insatser", earlier=(EarlierCode("29", first=202402, last=202403),))
    months = books("account 2024-01 2024-02 2024-03 2024-04\n5010 K I 1 2 4 8\n5010 K I 1:29 1 2 4 8")
    statements = follow_up(plan=Plan(replace(REGISTER, rows=(row,))), balances=months, asked="2024-01..2024-04")
    assert "20 Granby: -6 | " in table(statements)
    assert "29 Kostnadsställe 29: -9 | " in table(statements)


def test_a_row_that_is_not_used_and_holds_nothing_is_not_printed():
    ended = CostCentre("50", "Förr", "stab", valid_to=202212)
    future = CostCentre("51", "Sedan", "stab", valid_from=202501)
    register = replace(REGISTER, rows=(*REGISTER.rows, ended, future))
    ids = [row.id for row in follow_up(plan=replace(PLAN, register=register)).table("enheter").rows]
    assert not {"50", "51"} & set(ids)


def test_what_is_booked_after_a_row_ended_is_printed_all_the_same():
    ended = CostCentre("77", "Förr", "stab", valid_to=202212)
    register = replace(REGISTER, rows=(*REGISTER.rows, ended))
    assert "77 Förr: -90 | 0\n" in table(follow_up(plan=replace(PLAN, register=register)))


def test_budget_forecast_and_last_years_budget_stand_beside():
    assert table(follow_up(form(PLANNED))) == (
        "jan–apr 2024 | jan–apr 2023 | Budget 2024 | Budget jan–apr 2024 | Prognos 2024 | Budget 2023\n"
        "10 Kansli: -100 | -200 | -600 | -200 | -500 | -900\n"
        "10 Kansli, projekt ett: -40 | -20 | -240 | -80 | -100 | \n"
        "20 Granby: -500 | -780 | -1 500 | -500 | -1 500 | -1 200\n"
        "30 Almby: 0 | 0 | -1 200 | -400 | -900 | -300\n"
        "Övrigt: 0 | 0 | -120 | -40 | 0 | \n"
        "77 Kostnadsställe 77: -90 | 0 |  |  | -270 | \n"  # nobody has placed it: at the same rate
        "Summa: -730 | -1 000 | -3 660 | -1 220 | -3 270 | -2 400\n"
    )


def test_a_total_follows_when_a_number_is_changed():
    changed = replace(PLAN, budgets=(budget(YEAR, k10=600, k10_P1=240, k20=1500, k30=1201, ovrigt=120),))
    cell = follow_up(form(PLANNED), plan=changed).table("enheter").cell("total", "budget")
    assert isinstance(cell, Number)
    assert cell.text.replace("\u00a0", " ").replace("\u2212", "-") == "-3 661"


def test_columns_of_a_plan_that_nobody_made_are_left_out():
    statements = follow_up(form(PLANNED), plan=Plan(REGISTER))
    assert [column.id for column in statements.table("enheter").columns] == ["actual", "previous"]


def test_a_row_that_nobody_has_forecast_leaves_the_sum_unknown_and_says_which():
    (forecast,) = PLAN.forecasts
    some = replace(PLAN, forecasts=(replace(forecast, numbers=forecast.numbers[1:]),))
    shown = follow_up(form(PLANNED), plan=some).table("enheter")
    why = Missing("prognos för 10 Kansli är inte inlagd")
    assert (shown.cell("10", "forecast"), shown.cell("total", "forecast")) == (why, why)


def test_a_planned_figure_says_where_it_comes_from():
    shown = follow_up(form(PLANNED)).table("enheter")
    cell = shown.cell("10", "period")
    assert isinstance(cell, Number)
    assert cell.origin == EnteredOrigin(
        "Budget för januari–december 2024, Styrelsen § 4; januari–april 2024 är jämnt fördelad",
        "plan:10",
        "budget",
        SPRING,
    )
    told = figure_told(reading(form(PLANNED)), Place("enheter", "10", "forecast"))
    assert told.definition == (
        "Konton som börjar på 3–8, utom konton som börjar på 30.",
        "Bara det som är bokfört på 10 (dimension 1) och inget objekt i dimension 6.",
        "Prognos för januari–december 2024.",
        "Prognos för januari–december 2024 efter april 2024. Kansliets bedömning.",
    )


def test_a_row_says_what_counts_into_it():
    told = figure_told(reading(), Place("enheter", "20", "actual"))
    assert told.definition[:3] == (
        "Konton som börjar på 3–8, utom konton som börjar på 30.",
        "Bara det som är bokfört på 20 (dimension 1).",
        "Bara det som är bokfört på 29 (dimension 1) till och med december 2023.",
    )
    assert "har ingen rad i registret" in " ".join(figure_told(reading(), Place("enheter", "77", "actual")).definition)
    line = figure_told(reading(), Place("enheter", "ovrigt", "actual"))
    assert line.definition[0] == "En rad i budgeten som inget kostnadsställe har: inget bokförs på den."
    own = figure_told(reading(), Place("enheter", "10:P1", "actual")).definition
    assert "Betalas av staten." in own


def test_a_line_that_is_planned_by_cost_centre_follows_the_follow_up():
    column = '{ id = "b", label = "b", span = "year", scenario = "budget" }'
    told = '{ id = "actual", label = "{short}" }]\nlines = [\n  { id = "projekt"'
    wide = form(PLANNED).replace(told, told.replace("}]", "}, COLUMN]", 1)).replace("COLUMN", column)
    shown = follow_up(wide).table("income")
    assert printed(shown).splitlines()[2] == "Kostnader: -920 | -3 660"
    assert printed(shown).splitlines()[4] == "Bidrag: 750 | 2 400"  # what the parties have decided


def owing(*, agreed: int = 1200) -> Plan:
    sums = (AgreedSum("30", YEAR, agreed * 100),)
    return replace(PLAN, agreed=sums).and_owed(owed_by_agreements(sums, Booked(REGISTER, LEDGER), SPRING))


def test_what_is_worked_up_and_not_booked_stands_beside_what_is_booked():
    assert table(follow_up(form(OWED), plan=owing())) == (
        "jan–apr 2024 | Ej bokfört | Inkl. ej bokfört\n"
        "10 Kansli: -100 |  | -100\n"
        "10 Kansli, projekt ett: -40 |  | -40\n"
        "20 Granby: -500 |  | -500\n"
        "30 Almby: 0 | -400 | -400\n"
        "Övrigt: 0 |  | 0\n"
        "77 Kostnadsställe 77: -90 |  | -90\n"
        "Summa: -730 | -400 | -1 130\n"
    )


def test_without_anything_owed_there_is_nothing_to_add():
    statements = follow_up(form(OWED))
    assert [column.id for column in statements.table("enheter").columns] == ["actual"]


def test_extra_columns_wait_to_be_chosen_and_may_be_computed_from_computed_ones():
    chosen = form(OWED.replace(", extra = true", ""))
    lines = table(follow_up(chosen, plan=owing())).splitlines()
    assert lines[0] == "jan–apr 2024 | Ej bokfört | Inkl. ej bokfört | Budget | Kvar"
    assert lines[4] == "30 Almby: 0 | -400 | -400 | -1 200 | -800"


def test_the_parts_of_a_total_are_its_columns():
    known = reading(form(OWED), plan=owing())
    told = parts(known, known.spot(Place("enheter", "30", "whole")))
    assert [(part.label, part.cell.text.replace("\u2212", "-")) for part in told] == [
        ("jan–apr 2024", "0"), ("Ej bokfört", "-400"),
    ]  # fmt: skip
    told = figure_told(known, Place("enheter", "30", "whole"))
    assert "Kolumnen visar jan–apr 2024 plus Ej bokfört." in told.definition


@pytest.mark.parametrize(
    ("difference", "better", "shown"),
    [
        ('["actual", "budget"]', "plus", "1 000"),
        ('["budget", "actual"]', "plus", "1 000"),
        ('["actual", "budget"]', "minus", "-1 000"),
        ('["budget", "actual"]', "minus", "-1 000"),
    ],
)
def test_which_sign_is_good_news_is_said_and_not_guessed(difference, better, shown):
    """500 of 1 500 kronor have been used: less than the budget."""
    columns = f"""
  {{ id = "actual", label = "a" }},
  {{ id = "budget", label = "b", span = "year", scenario = "budget" }},
  {{ id = "variance", label = "v", difference = {difference}, better = "{better}" }},
"""
    assert f"20 Granby: -500 | -1 500 | {shown}\n" in table(follow_up(form(columns)))


def merged(*merges: Merge) -> Plan:
    return replace(PLAN, register=replace(REGISTER, merges=merges))


def test_a_merged_figure_stands_on_the_first_of_its_rows_and_no_total_changes():
    statements = follow_up(form(PLANNED), plan=merged(MERGE))
    assert table(statements).splitlines()[1:3] == [
        "10 Kansli: -100 | -220 | -600 | -200 | -500 | -900",
        "10 Kansli, projekt ett: -40 |  | -240 | -80 | -100 | ",
    ]
    assert statements.table("enheter").row("total") == follow_up(form(PLANNED)).table("enheter").row("total")
    assert statements.table("enheter").footnotes == (
        Footnote(1, "10", "", "Hela kansliet 2023"),  # the outcome and the budget of it
        Footnote(2, "10:P1", "", "Betalas av staten"),
    )
    few = follow_up(plan=merged(MERGE)).table("enheter").footnotes
    assert few[0] == Footnote(1, "10", "previous", "Hela kansliet 2023")


def test_a_merged_figure_is_made_of_what_it_merges():
    cell = follow_up(form(PLANNED), plan=merged(MERGE)).table("enheter").cell("10", "previous")
    assert isinstance(cell, Number)
    assert [(part.label, part.exact) for part in cell.origin.parts] == [
        ("Kansli", 200_00), ("Kansli, projekt ett", 20_00),
    ]  # fmt: skip


def test_rows_stand_apart_in_the_years_that_nobody_merged():
    statements = follow_up(form(PLANNED), plan=merged(MERGE), asked="2025-01")
    assert statements.table("enheter").cell("10:P1", "previous") != BLANK


def test_a_difference_from_a_merged_figure_is_merged_too():
    columns = COLUMNS + '{ id = "more", label = "Mer", difference = ["actual", "previous"] },'
    lines = table(follow_up(form(columns), plan=merged(MERGE))).splitlines()
    assert lines[1:3] == ["10 Kansli: -100 | -220 | 80", "10 Kansli, projekt ett: -40 |  | "]


def test_a_merge_with_a_row_that_is_not_printed_changes_nothing():
    alone = Merge(("10", "99"), 2023, frozenset({Scenario.ACTUAL}))
    assert table(follow_up(plan=merged(alone))) == table(follow_up())


EVERY = """
  { each_cost_centre = "*", accounts = "3*..8*, !30*" },
  { unplaced_cost_centres = true, accounts = "3*..8*, !30*" },
  { id = "total", label = "Summa", sum = "group", kind = "result" },
"""


def test_every_group_has_a_heading_and_a_sum_of_its_own():
    assert table(follow_up(form(lines=EVERY))) == (
        "jan–apr 2024 | jan–apr 2023\n"
        "Stab\n"
        "  10 Kansli: -100 | -200\n"
        "  10 Kansli, projekt ett: -40 | -20\n"
        "  Summa Stab: -140 | -220\n"
        "Insatser\n"
        "  20 Granby: -500 | -780\n"
        "  30 Almby: 0 | 0\n"
        "  Övrigt: 0 | 0\n"
        "  Summa Insatser: -500 | -780\n"
        "77 Kostnadsställe 77: -90 | 0\n"
        "Summa: -730 | -1 000\n"
    )


def test_a_single_group_needs_no_heading():
    rows = tuple(row for row in REGISTER.rows if row.group != "insatser")
    one = replace(PLAN, register=replace(REGISTER, rows=rows), budgets=(), forecasts=())
    assert table(follow_up(form(lines=EVERY), plan=one)).splitlines()[1:3] == [
        "10 Kansli: -100 | -200", "10 Kansli, projekt ett: -40 | -20",
    ]  # fmt: skip


NETTED = """
  { each_cost_centre = "projekt", accounts = "4*..8*" },
  { id = "total", label = "Kostnader", sum = "group" },
  { each_cost_centre = "projekt", id = "in", accounts = "3*", optional = true },
  { id = "netto", label = "Netto", sum = "above", kind = "result" },
"""


def test_what_projects_are_paid_is_netted_off_in_rows_of_their_own():
    columns = COLUMNS + '{ id = "forecast", label = "Prognos", span = "year", scenario = "forecast" },'
    statements = follow_up(form(columns, NETTED))
    assert table(statements) == (
        "jan–apr 2024 | jan–apr 2023 | Prognos\n"
        "40 Steget: -150 | 0 | 60\n"
        "Kostnader: -150 | 0 | 60\n"
        "40 Steget: 100 | 0 | \n"  # the plan stands once
        "Netto: -50 | 0 | 60\n"
    )
    assert [row.id for row in statements.table("enheter").rows] == ["40", "total", "in:40", "netto"]


def test_a_place_can_be_for_a_kind_of_every_group():
    lines = """
  { each_cost_centre = "*", accounts = "3*..8*", kind = "project" },
  { id = "total", label = "Summa", sum = "group" },
"""
    head = "jan–apr 2024 | jan–apr 2023\n"
    assert table(follow_up(form(lines=lines))) == f"{head}40 Steget: -50 | 0\nSumma: -50 | 0\n"
    assert table(follow_up(form(lines=lines), plan=NO_PLAN)) == f"{head}Summa: 0 | 0\n"


def test_rounded_rows_may_be_what_is_added_up():
    small = books("account 2024-01\n5010 K I 1.20\n5010 K I 1:10 0.40\n5010 K I 1:20 0.40\n5010 K I 1:30 0.40")
    assert "Summa: -1\n" in table(follow_up(form('{ id = "a", label = "a" },'), balances=small, asked="2024-01"))
    rounded = form('{ id = "a", label = "a" },').replace('title = "Enheter"', 'title = "E"\ntotals_of_rounded = true')
    assert "Summa: 0\n" in table(follow_up(rounded, balances=small, asked="2024-01"))


def test_a_ledger_that_knows_no_cost_centres_has_only_the_rows_of_the_register():
    plain = books("account 2024-01\n5010 K Insatser 100")
    assert "Summa: 0 | [januari 2023 är inte inläst]\n" in table(follow_up(balances=plain, asked="2024-01"))


def test_a_ledger_that_tells_of_no_cost_centres_is_missing_them_and_they_are_not_nothing():
    *_, last = LEDGER.years
    silent = replace(LEDGER, years=(replace(last, movements=Sums(last.movements.accounts), told=frozenset()),))
    why = "[filen hade inga saldon per kostnadsställe]"
    assert printed(follow_up(plan=NO_PLAN, balances=silent).table("enheter")).splitlines()[1] == (
        f"Summa: {why} | [januari–april 2023 är inte inläst]"
    )
    assert f"20 Granby: {why}" in table(follow_up(balances=silent))
    planned = follow_up(form(PLANNED), plan=NO_PLAN, balances=silent).table("enheter")
    assert [column.id for column in planned.columns] == ["actual", "previous"]


def test_an_account_of_the_chart_that_nothing_is_booked_on_is_no_matter():
    more = replace(LEDGER, accounts={**LEDGER.accounts, "6110": Account("6110", "Porto", AccountKind.COST)})
    assert table(follow_up(balances=more)) == table(follow_up())


def test_an_empty_register_with_groups_is_as_none():
    assert table(follow_up(plan=Plan(Register(REGISTER.groups)))) == table(follow_up(plan=NO_PLAN))


def test_a_budget_of_another_year_is_no_budget_of_this():
    shown = follow_up(form(PLANNED), plan=Plan(REGISTER, (budget(BEFORE, k10=900),))).table("enheter")
    assert [column.id for column in shown.columns] == ["actual", "previous", "previous_budget"]
