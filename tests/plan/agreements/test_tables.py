"""The agreements of a year, by themselves and against budget and books, each figure with where it comes from."""

import datetime as dt

from tests.plan.agreements.agreed import NEXT, YEAR, agreement, part
from tests.plan.financing.years import shown as told
from tests.plan.rows import LEDGER, REGISTER, SPRING, budget

from samordna.domain.document import ComputedOrigin, EnteredOrigin, LedgerOrigin, Missing, Number, Table
from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.agreements.life import AgreementState
from samordna.domain.plan.agreements.sums import agreed_sums
from samordna.domain.plan.agreements.tables import against_table, agreement_terms, agreements_table, terms_in_short
from samordna.domain.plan.agreements.terms import AgreedNumber, Counted, Notice
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.plan import Plan
from samordna.domain.values.period import Period

ALMBY = agreement(part("3011", 600), agreed=AgreedNumber(30, Counted.PARTICIPANTS))
GRANBY = agreement(part("3001", 1_200), part("3001", 1_300, year=NEXT), number=2, name="", last=202512)
SUM = AgreedSum("1010", YEAR, 50_00, source="Muntligt")


def shown(table: Table) -> list[str]:
    return [line.replace("\xa0", " ") for line in told(table)]


def test_the_table_tells_terms_sums_and_what_has_no_agreement():
    draft = agreement(part("3011", 9), number=3, state=AgreementState.DRAFT)
    table = agreements_table([GRANBY, ALMBY, draft], [SUM, AgreedSum("1010", NEXT, 1_00)], YEAR)
    assert shown(table) == [
        "Almby kommun, Almby: 600 | 30", "Almby kommun: 1 200 | ", "Utan part: 50 | ", "Summa: 1 850 | ",
    ]  # fmt: skip
    row = table.row("agreement:1")
    assert row.code == "1"
    assert row.note == "3011; deltagare under året"
    [first, _] = agreement_terms([GRANBY, ALMBY, draft], YEAR).items
    assert first.parts == (
        "Avtal 1, Almby kommun, Almby: januari–december 2024; månadsvis i efterskott; 30 deltagare under året; § 41.",
    )
    [cell, _] = row.cells
    assert isinstance(cell, Number)
    assert cell.origin == EnteredOrigin("avtal 1, Almby, § 41", "agreement:1", "agreed", YEAR)


def test_a_day_of_notice_is_among_the_terms():
    one = agreement(notice=Notice(dt.date(2024, 9, 30)))
    assert "; sägs upp senast 30 september 2024; " in terms_in_short(one)


def test_what_is_agreed_stands_against_budget_and_books():
    plan = Plan(
        register=REGISTER,
        budgets=(budget({"3001": 1_300}),),
        agreed=(SUM, *agreed_sums([ALMBY, GRANBY])),
    )
    table = against_table(plan, Booked(REGISTER, LEDGER), SPRING, YEAR)
    assert shown(table) == [
        "1010 Kansli: 50 |  | 17 | 220 | −203",
        "3011 Almby: 600 |  | 200 | 0 | 200",
        "3001 Granby: 1 200 | 1 300 | 400 | 500 | −100",
        "Summa: 1 850 | 1 300 | 617 | 720 | −103",
    ]
    agreed, decided, worked, booked, left = table.row("3001").cells
    assert isinstance(agreed.origin, ComputedOrigin)
    assert agreed.origin.parts[0].origin.key == "agreement:2"
    assert decided.origin.key == "plan:3001"
    assert "januari–april 2024" in worked.origin.rule
    assert booked.origin == LedgerOrigin(("5010",), SPRING, "movement", (("1", "3001"),), (2,))
    assert [part.exact for part in left.origin.parts] == [400_00, 500_00]


def test_months_that_the_books_do_not_reach_are_missing_with_the_reason():
    plan = Plan(register=REGISTER, agreed=(AgreedSum("3011", NEXT, 12_00),))
    table = against_table(plan, Booked(REGISTER, LEDGER), NEXT, NEXT)
    assert table.cell("3011", "booked") == Missing("bokföringen når inte dit")
    assert isinstance(table.cell("3011", "budget"), Missing)
    assert table.cell("3011", "left") == table.cell(":total", "left") == Missing("bokföringen når inte dit")


def test_the_worked_up_part_over_the_year_is_the_sum():
    plan = Plan(register=REGISTER, agreed=agreed_sums([ALMBY, GRANBY]))
    table = against_table(plan, Booked(REGISTER, LEDGER), Period(202401, 202412), YEAR)
    for row in table.rows[:-1]:
        assert row.cells[0].exact == row.cells[2].exact
