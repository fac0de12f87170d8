"""From the rows of the follow-up to the equity there is: every difference named, to the öre, or told as a finding."""

from dataclasses import replace

import pytest
from tests.statements.follow_up import LEDGER, LINES, NO_FINANCE, PLAN, REGISTER, SPRING, YEAR, form, reading
from tests.statements.ledger import books, printed

from samordna.domain.document import BLANK, ComputedOrigin, How, LedgerOrigin, Missing, Number
from samordna.domain.ledger.balances import Sums
from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.owed_found import claimed, owed_by_agreements, owed_contributions
from samordna.domain.plan.plan import NO_PLAN, Plan
from samordna.domain.plan.register import CostCentre
from samordna.domain.statements.bridge import BridgeTold, bridge
from samordna.domain.statements.contents import contents
from samordna.domain.statements.reading import Reading
from samordna.domain.values.unit import KRONOR, THOUSANDS


def told(known: Reading | None = None, **unit: object) -> BridgeTold:
    walked = bridge(known or reading(), **unit)  # type: ignore[arg-type]
    assert walked is not None
    return walked


WHOLE = (
    "Bokfört jan–apr 2024\n"
    "Kostnadsställen enligt uppföljningen: -640,00\n"
    "Kostnadsställen som saknar rad i registret: -90,00\n"
    "Projekt, netto: -50,00\n"
    "Bokfört utan kostnadsställe: -30,00\n"
    "Finansiella poster som redan är med ovan: -10,00\n"
    "Ej förklarat: 0,00\n"
    "Nettokostnad: -820,00\n"
    "Bidrag: 750,00\n"
    "Finansiella poster: 10,00\n"
    "Periodens resultat: -60,00\n"
    "Ingående eget kapital: 900,00\n"
    "Utgående eget kapital: 840,00\n"
)


def test_every_difference_on_the_way_is_named():
    walked = told()
    assert printed(walked.table) == WHOLE
    assert walked.findings == ()


def test_the_rows_are_known_by_name():
    assert [row.id for row in told().table.rows] == [
        "follow_up", "unplaced", "projects", "without", "financial_inside", "net_cost:unexplained", "net_cost",
        "contributions", "financial", "result", "opening_equity", "closing_equity",
    ]  # fmt: skip


def test_without_a_register_what_the_follow_up_leaves_out_lies_on_other_cost_centres():
    codes = LINES.replace('"3*..8*, !30*"', '"3*..8*, !30*", codes = "10, 20"').splitlines()
    kept = "\n".join(line for line in codes if "unplaced" not in line)
    lines = printed(told(reading(form(lines=kept), plan=NO_PLAN)).table).splitlines()
    assert lines[1:4] == [
        "Kostnadsställen enligt uppföljningen: -640,00",
        "Bokfört utan kostnadsställe: -30,00",
        "Kostnadsställen utanför uppföljningen: -140,00",
    ]
    assert "Ej förklarat: 0,00" in lines


def test_unplaced_cost_centres_that_the_form_does_not_show_are_named_all_the_same():
    without = LINES.replace('  { unplaced_cost_centres = true, accounts = "3*..8*, !30*" },\n', "")
    assert printed(told(reading(form(lines=without))).table) == WHOLE


def test_accounts_that_the_form_leaves_out_of_its_rows_are_named():
    less = LINES.replace('accounts = "3*..8*, !30*"', 'accounts = "6*"')
    walked = told(reading(form(lines=less)))
    assert "På kostnadsställenas övriga konton: -650,00" in printed(walked.table)
    assert walked.findings == ()


def test_contributions_and_other_accounts_that_the_rows_hold_are_taken_away_again():
    more = LINES.replace('"3*..8*, !30*"', '"1*..8*"')
    known = books(
        "account 2024-01\n1930 T Bank 60\n1930 T Bank 1:20 5\n3010 I Bidrag -100\n3010 I Bidrag 1:20 -100\n"
        "5010 K I 40\n5010 K I 1:20 40"
    )
    walked = told(reading(form(lines=more), balances=known, asked="2024-01"))
    assert printed(walked.table).splitlines()[1:6] == [
        "Kostnadsställen enligt uppföljningen: 55,00",
        "Projekt, netto: 0,00",
        "Bidrag som redan är med ovan: -100,00",
        "Andra poster som redan är med ovan: 5,00",
        "Ej förklarat: 0,00",
    ]
    assert walked.findings == ()


def test_what_the_result_is_made_of_besides_has_a_row():
    known = books("account 2024-01\n1930 T Bank 60\n3010 I Bidrag -100\n5010 K I 40\n8710 I Extra 7\n1935 T Bank -7")
    lines = printed(told(reading(balances=known, asked="2024-01")).table).splitlines()
    assert lines[-5:-2] == ["Finansiella poster: 0,00", "Övriga poster: -7,00", "Periodens resultat: 53,00"]


def test_equity_that_changed_besides_the_result_has_a_row():
    known = books("account opening 2024-01\n1930 T Bank 100 30\n2010 S Kapital -100 -50\n5010 K I . 20")
    assert printed(told(reading(balances=known, asked="2024-01")).table).splitlines()[-4:] == [
        "Periodens resultat: -20,00",
        "Ingående eget kapital: 100,00",
        "Eget kapital ändrat utöver resultatet: 50,00",
        "Utgående eget kapital: 130,00",
    ]


def test_a_later_period_begins_with_the_equity_there_was_then():
    lines = printed(told(reading(asked="2024-03..2024-04")).table).splitlines()
    assert lines[-2:] == ["Ingående eget kapital: 1 180,00", "Utgående eget kapital: 840,00"]


def test_what_is_counted_twice_is_not_explained_and_that_is_told():
    twice = LINES.replace("unplaced_cost_centres = true", 'each_cost_centre = "stab", id = "igen"')
    walked = told(reading(form(lines=twice)))
    assert "Ej förklarat: 150,00\n" in printed(walked.table)
    (finding,) = walked.findings
    assert finding.code == "bridge-unexplained"
    assert str(finding).replace("\u00a0", " ") == (
        "bryggan: 150,00 kr på vägen till Nettokostnad är inte förklarat. Se efter om något kostnadsställe räknas på "
        "två rader, eller om ett konto står på två av bryggans rader."
    )


def test_a_line_that_the_bridge_leads_over_twice_is_told():
    walked = told(reading(form(**{'["income:ranta"]': '["income:ranta", "income:ranta"]'})))
    assert "Ej förklarat: -10,00\nPeriodens resultat: -60,00\n" in printed(walked.table)
    assert [finding.code for finding in walked.findings] == ["bridge-unexplained"]


def owing() -> Plan:
    sums = (AgreedSum("30", YEAR, 1200_00),)
    found = (
        *owed_by_agreements(sums, Booked(REGISTER, LEDGER), SPRING),
        *owed_contributions(PLAN.contributions, 750_00, SPRING),
        claimed("40", SPRING, 25_00, "ansökan 3"),
    )
    return PLAN.and_owed(found)


def test_what_is_owed_leads_to_a_result_of_its_own():
    assert printed(told(reading(plan=owing())).table) == (
        "Bokfört jan–apr 2024 | Ej bokfört | Inkl. ej bokfört\n"
        "Kostnadsställen enligt uppföljningen: -640,00 | -400,00 | -1 040,00\n"
        "Kostnadsställen som saknar rad i registret: -90,00 |  | -90,00\n"
        "Projekt, netto: -50,00 | 25,00 | -25,00\n"
        "Bokfört utan kostnadsställe: -30,00 |  | -30,00\n"
        "Finansiella poster som redan är med ovan: -10,00 |  | -10,00\n"
        "Ej förklarat: 0,00 | 0,00 | 0,00\n"
        "Nettokostnad: -820,00 | -375,00 | -1 195,00\n"
        "Bidrag: 750,00 | 50,00 | 800,00\n"
        "Finansiella poster: 10,00 |  | 10,00\n"
        "Periodens resultat: -60,00 | -325,00 | -385,00\n"
        "Ingående eget kapital: 900,00 |  | 900,00\n"
        "Utgående eget kapital: 840,00 | -325,00 | 515,00\n"
    )


def test_rows_that_are_rounded_say_what_rounding_did():
    known = books("account 2024-01\n5010 K I 1200\n5010 K I 1:10 400\n5010 K I 1:40 400")
    lines = printed(told(reading(balances=known, asked="2024-01"), unit=THOUSANDS).table).splitlines()
    assert lines[1:7] == [
        "Kostnadsställen enligt uppföljningen: 0",
        "Projekt, netto: 0",
        "Bokfört utan kostnadsställe: 0",
        "Ej förklarat: 0",
        "Avrundning: -1",
        "Nettokostnad: -1",
    ]
    assert "Avrundning" not in printed(told(unit=KRONOR).table)


def test_each_step_leads_to_its_accounts_and_cost_centres():
    known = reading()
    table = told(known).table
    unplaced = table.cell("unplaced", "actual")
    assert isinstance(unplaced, Number)
    held = contents(table.cell("projects", "actual"), known.evaluation.holdings, -1)
    assert [(one.account, one.exact) for one in held.accounts] == [("3510", 100_00), ("5010", -150_00)]
    assert held.rest == 0
    without = contents(table.cell("without", "actual"), known.evaluation.holdings, -1)
    assert sum(one.exact for one in without.accounts) + without.rest == -30_00
    away = table.cell("financial_inside", "actual").origin
    assert isinstance(away, ComputedOrigin)
    assert away.how is How.DIFFERENCE
    assert table.cell("contributions", "actual").origin == LedgerOrigin(("3010",), SPRING, "movement", (), (2,))


def test_the_picture_has_its_table_and_says_what_it_shows():
    chart = told().chart
    assert [row.id for row in chart.table.rows] == [
        "follow_up", "unplaced", "projects", "without", "financial_inside", "net_cost", "contributions", "financial",
        "result", "opening_equity", "closing_equity",
    ]  # fmt: skip
    assert [column.id for column in chart.table.columns] == ["actual"]
    assert chart.description.replace("\u00a0", " ").endswith("Utgående eget kapital 840,00.")


def test_a_ledger_that_does_not_reach_the_period_says_so():
    table = told(reading(asked="2024-06..2024-08")).table
    assert isinstance(table.cell("result", "actual"), Missing)
    assert isinstance(table.cell("net_cost", "actual"), Missing)
    assert told(reading(asked="2024-06..2024-08")).findings == ()
    assert BLANK not in {cell for row in table.rows if row.id != "net_cost:unexplained" for cell in row.cells}


def test_a_ledger_that_tells_of_no_cost_centres_leads_only_from_the_net_cost():
    *_, last = LEDGER.years
    silent = replace(LEDGER, years=(replace(last, movements=Sums(last.movements.accounts), told=frozenset()),))
    walked = told(reading(balances=silent))
    assert isinstance(walked.table.cell("follow_up", "actual"), Missing)
    assert [row.id for row in walked.table.rows if isinstance(row.cells[0], Number)] == [
        "net_cost", "contributions", "financial", "result", "opening_equity", "closing_equity",
    ]  # fmt: skip
    assert walked.findings == ()


def test_a_form_that_names_no_lines_has_no_bridge():
    text = form()
    assert bridge(reading(text[text.index("[outlook]") :])) is None


def test_a_form_without_financial_lines_has_none_of_them():
    walked = told(reading(form(**NO_FINANCE)))
    assert "Övriga poster: 10,00" in printed(walked.table)


@pytest.mark.parametrize("code", ["30", "77"])
def test_a_row_of_its_own_moves_a_cost_centre_and_changes_no_total(code):
    rows = [row for row in REGISTER.rows if getattr(row, "code", "") != code]
    moved = replace(PLAN, register=replace(REGISTER, rows=(*rows, CostCentre(code, "Flyttad", "stab"))))
    before, after = told().table, told(reading(plan=moved)).table
    for total in ("net_cost", "result", "closing_equity"):
        assert before.cell(total, "actual").exact == after.cell(total, "actual").exact
