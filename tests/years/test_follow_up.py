"""Every published figure of the follow-up comes out of the ledgers and the inputs; change an input, and all follows."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from tests.statements.ledger import printed
from tests.years.books import INTERIM, balances_of
from tests.years.plans import followed_up, input_files, owing, plan_read

from samordna.domain.document import Blank, EnteredOrigin, Number
from samordna.domain.plan.plan import Plan
from samordna.domain.statements.bridge import bridge
from samordna.domain.statements.contents import contents
from samordna.domain.statements.lay_out import lay_out
from samordna.domain.statements.outlook import outlook
from samordna.domain.statements.shipped import shipped_layout
from samordna.domain.statements.shown_in import in_unit
from samordna.domain.values.problem import Severity
from samordna.domain.values.unit import KRONOR, KRONOR_ORE
from samordna.sources.plan_files import read_plan

PUBLISHED = tomllib.loads(
    (Path(__file__).parent / "published" / "sjuharad-follow-up-2024-08.toml").read_text(encoding="utf-8")
)
SJUHARAD, INSJORIKET = plan_read("sjuharad").plan, plan_read("insjoriket").plan


def decimal(plan: Plan, statement: str, row: str, column: str, association: str = "sjuharad") -> str:
    cell = followed_up(association, plan).statements.table(statement).cell(row, column)
    return cell.decimal if isinstance(cell, Number) else ""


def test_every_published_figure_of_the_follow_up_is_laid_out():
    tables = followed_up("sjuharad", SJUHARAD).statements
    held = 0
    for statement, rows in PUBLISHED.items():
        for row, columns in rows.items():
            for column, figure in columns.items():
                cell = tables.table(statement).cell(row, column)
                assert isinstance(cell, Number | Blank)
                assert (cell.decimal if isinstance(cell, Number) else "") == figure, (statement, row, column)
                held += 1
    assert held >= 75


@pytest.mark.parametrize("statement", ["cost-centres", "projects"])
def test_rows_stand_in_the_printed_order(statement):
    table = followed_up("sjuharad", SJUHARAD).statements.table(statement)
    assert [row.id for row in table.rows if row.id in PUBLISHED[statement]] == list(PUBLISHED[statement])


@pytest.mark.parametrize("association", ["sjuharad", "insjoriket"])
def test_nothing_is_wrong_with_the_inputs_or_with_what_they_make(association):
    read = plan_read(association)
    assert [problem for problem in read.problems if problem.severity is not Severity.INFORM] == []
    assert followed_up(association, read.plan).statements.findings == ()


def test_the_same_years_rows_are_told_together_as_they_were_printed():
    notes = followed_up("sjuharad", SJUHARAD).statements.table("cost-centres").footnotes
    assert [(note.row, note.column, note.text) for note in notes] == [
        ("1010", "", "Hela kansliet redovisades tillsammans 2023"),
        ("1010:10", "", "Avräknat projektfinansiering"),
        ("3001", "", "2023 omfattar även Studiesteget"),
        ("3013", "", "Har tidigare redovisats med Tranemo"),
        ("3013", "previous", "Svenljunga och Tranemo redovisades tillsammans 2023"),
        ("3014", "", "Har tidigare redovisats med Svenljunga"),
    ]


def changed(file: str, old: str, new: str) -> Plan:
    inputs = input_files("sjuharad")
    assert inputs[file].count(old.encode()) == 1
    return read_plan({**inputs, file: inputs[file].replace(old.encode(), new.encode())}).plan


@pytest.mark.parametrize(
    ("file", "old", "new", "column", "total"),
    [
        ("budget-2024.csv", "3011;Bollebygd;610 000;", "3011;Bollebygd;710 000;", "budget", "-19785"),
        ("budget-2023.csv", "3014;Tranemo;800 000;", "3014;Tranemo;1 000 000;", "previous_budget", "-20405"),
        ("prognos-2024-08.csv", "3011;Bollebygd;610 000;", "3011;Bollebygd;0;", "forecast", "-18575"),
        ("kostnadsstallen.csv", "1010;10;Kansli", "1011;;Kansli", "actual", "-12037"),
    ],
)
def test_every_total_follows_an_input(file, old, new, column, total):
    assert decimal(changed(file, old, new), "cost-centres", "total", column) == total


def test_what_a_row_is_and_where_it_stands_is_said_by_the_register():
    was, now = "3005;;Utbildning och utveckling;verksamhet;verksamhet", "3005;;Fortbildning;projekt;projekt"
    moved = changed("kostnadsstallen.csv", was, now)
    tables = followed_up("sjuharad", moved).statements
    assert tables.table("cost-centres").cell("total", "actual").decimal == "-11874"
    assert tables.table("projects").row("3005").label == "Fortbildning"
    walked = bridge(followed_up("sjuharad", moved))
    assert walked is not None
    assert (walked.table.cell("result", "actual").decimal, walked.findings) == ("112090.13", ())


def test_a_cost_centre_that_leaves_the_register_is_not_lost():
    rows = tuple(row for row in SJUHARAD.register.rows if row.key != "3016")
    less = replace(SJUHARAD, register=replace(SJUHARAD.register, rows=rows))
    statements = followed_up("sjuharad", less).statements
    assert statements.table("cost-centres").rows[-2].id == "3016"
    assert statements.table("cost-centres").cell("total", "actual").decimal == "-12037"
    assert [finding.code for finding in statements.findings] == ["cost-centre-without-row"]


def test_the_same_table_in_kronor():
    layout = in_unit(shipped_layout("sjuharad", 2024), KRONOR)
    table = lay_out(layout, balances_of("sjuharad"), INTERIM, plan=SJUHARAD).table("cost-centres")
    assert [cell.decimal for cell in table.row("total").cells if isinstance(cell, Number)] == [
        "-19185000", "-12037256", "-19685000", "-12137600", "-20205000",
    ]  # fmt: skip


def test_the_bridge_ends_in_the_result_with_nothing_unexplained():
    walked = bridge(followed_up("sjuharad", SJUHARAD), KRONOR_ORE)
    assert walked is not None
    assert printed(walked.table) == (
        "Bokfört jan–aug 2024\n"
        "Kostnadsställen enligt uppföljningen: -12 037 255,87\n"
        "Projekt, netto: 134 679,00\n"
        "Finansiella poster som redan är med ovan: 3 405,55\n"
        "Ej förklarat: 0,00\n"
        "Verksamhetens nettokostnad: -11 899 171,32\n"
        "Erhållna bidrag från huvudmännen: 12 014 667,00\n"
        "Finansiella poster: -3 405,55\n"
        "Periodens resultat: 112 090,13\n"
        "Ingående eget kapital: 3 037 883,49\n"
        "Utgående eget kapital: 3 149 973,62\n"
    )
    assert walked.findings == ()


def test_the_bridge_of_the_other_association_ends_in_its_own_result():
    walked = bridge(followed_up("insjoriket", INSJORIKET), KRONOR_ORE)
    assert walked is not None
    assert printed(walked.table) == (
        "Bokfört jan–aug 2024\n"
        "Kostnadsställen enligt uppföljningen: -8 465 736,00\n"
        "Ej förklarat: 0,00\n"
        "Verksamhetens nettokostnad: -8 465 736,00\n"
        "Medlemsavgift: 9 518 665,00\n"
        "Finansiella poster: 257 246,00\n"
        "Årets resultat: 1 310 175,00\n"
        "Ingående eget kapital: 6 789 339,00\n"
        "Utgående eget kapital: 8 099 514,00\n"
    )
    assert walked.findings == ()


def test_the_equity_that_the_report_promises_is_there_only_with_the_projects():
    seen = outlook(followed_up("sjuharad", SJUHARAD))
    assert seen is not None
    assert printed(seen.table) == (
        "Prognos 2024 | Budget 2024\n"
        "Eget kapital vid årets början: 3 038 | 3 038\n"
        "Årets bidrag: 18 022 | 18 022\n"
        "Kostnadsställen enligt uppföljningen: -19 185 | -19 685\n"
        "Eget kapital före projekten: 1 875 | 1 375\n"
        "Projekt, netto: 200 | \n"
        "Eget kapital vid årets slut: 2 075 | 1 375\n"
        "Årets resultat före projekten: -1 163 | -1 663\n"
        "Årets resultat: -963 | -1 663\n"
        "Mål: lägsta eget kapital: 2 000 | 2 000\n"
    )
    assert seen.findings[0].found.replace("\u00a0", " ") == (
        "Prognosen ger 1 875 tkr i eget kapital före projekten, målet är minst 2 000 tkr. "
        "Projektens netto, 200 tkr, lyfter det till 2 075 tkr."
    )


def test_equity_above_what_is_recommended_is_told():
    seen = outlook(followed_up("insjoriket", INSJORIKET))
    assert seen is not None
    assert [seen.table.cell(row, "forecast").decimal for row in ("closing_equity", "result", "ceiling")] == [
        "8289", "1500", "2856",
    ]  # fmt: skip
    assert seen.findings[0].code == "outlook-above-ceiling"


def test_an_agreement_that_nobody_has_billed_turns_the_result_to_minus():
    """Bollebygd: 610 thousand agreed, nothing booked of eight months."""
    known = followed_up("sjuharad", owing(SJUHARAD, "sjuharad"))
    row = known.statements.table("cost-centres").row("3011")
    ids = [column.id for column in known.statements.table("cost-centres").columns]
    shown = {name: cell.decimal for name, cell in zip(ids, row.cells, strict=True) if isinstance(cell, Number)}
    assert (shown["actual"], shown["unbooked"], shown["total"]) == ("0", "-407", "-407")
    walked = bridge(known, KRONOR_ORE)
    assert walked is not None
    result = walked.table.row("result").cells
    assert [cell.decimal for cell in result] == ["112090.13", "-413666.72", "-301576.59"]
    assert walked.findings == ()


def test_what_is_owed_says_how_it_was_found():
    known = followed_up("sjuharad", owing(SJUHARAD, "sjuharad"))
    cell = known.statements.table("cost-centres").cell("3011", "unbooked")
    assert isinstance(cell.origin, EnteredOrigin)
    assert cell.origin.source.replace("\u00a0", " ") == (
        "Avtalat 610 000 kr för året, upparbetat 406 667 kr januari–augusti 2024, bokfört 0 kr."
    )
    total = known.statements.table("cost-centres").cell("total", "unbooked")
    told = contents(total, known.evaluation.holdings, -1)
    assert ([one.origin.key for one in told.entered], told.rest) == (["plan:3001", "plan:3006", "plan:3011"], 0)


def test_the_income_statement_of_the_other_association_follows_its_cost_centres():
    """What the rows may cost is what the income statement may cost; what the parties pay is its income."""
    without = replace(INSJORIKET, contributions=())
    assert decimal(INSJORIKET, "income", "kostnader", "budget", "insjoriket") == "-21078000"
    assert decimal(INSJORIKET, "income", "kostnader", "forecast", "insjoriket") == "-13128000"
    assert decimal(INSJORIKET, "income", "intakter", "budget", "insjoriket") == "14278000"
    assert decimal(INSJORIKET, "operating", "kostnader", "budget_period", "insjoriket") == "10933"
    assert decimal(INSJORIKET, "operating", "medlemsavgift", "budget_period", "insjoriket") == "9519"
    assert decimal(INSJORIKET, "operating", "resultat", "deviation", "insjoriket") == "2724"
    assert decimal(INSJORIKET, "cost-centres", "total", "budget", "insjoriket") == "21078"
    assert decimal(without, "income", "kostnader", "budget", "insjoriket") == "-21078000"
    inputs = input_files("insjoriket")
    inputs["budget-2024.csv"] = inputs["budget-2024.csv"].replace(b"1 500 000", b"1 600 000")
    assert decimal(read_plan(inputs).plan, "income", "kostnader", "budget", "insjoriket") == "-21178000"
