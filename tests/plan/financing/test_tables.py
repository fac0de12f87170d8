"""Contributions over the years and against the key, each figure with where it comes from."""

from dataclasses import replace

from tests.association.members import ASSOCIATION, COUNTS, KEY, MEMBERS, YEAR
from tests.plan.financing.years import DAY, DECIDED, allotment, entry, framed, shown

from samordna.domain.document import ROUNDED, ComputedOrigin, EnteredOrigin, Missing, Number
from samordna.domain.plan.financing.shares import shares_of
from samordna.domain.plan.financing.tables import against_key_table, financing_table
from samordna.domain.plan.financing.year import AgreedAmount, YearFinancing
from samordna.domain.values.period import Period

NEXT = Period(202501, 202512)
JOINING = replace(MEMBERS[3], code="t4", name="Nyby", joined=NEXT.start)
GROWING = replace(ASSOCIATION, members=(*MEMBERS, JOINING), populations=(*COUNTS, replace(COUNTS[0], member="t4")))
STATE = YearFinancing(YEAR, (allotment("state", entry(DECIDED, 2_000_000)),))


def origin(table, row, column):
    cell = table.cell(row, column)
    assert isinstance(cell, Number)
    return cell.origin


def test_three_years_stand_side_by_side_and_one_that_cannot_be_shared_says_why():
    years = (STATE, YearFinancing(NEXT, whole=8_000_000_00), YearFinancing(Period(202601, 202612)))
    table = financing_table(GROWING, years, DECIDED)
    assert [column.label for column in table.columns] == ["Andel, %", "2024", "2025", "2026"]
    why = "finansieringen 2026: Det finns varken en ram eller en tilldelning för 2026. "
    lines = shown(table)
    assert lines[0].startswith(f"Staten: 50 | 2\xa0000 | 4\xa0000 | {why}")
    assert [line.partition(why)[0] for line in lines[5:]] == [
        "Kommuner: 25 | 1\xa0000 | 2\xa0000 | ",
        "Granby: 50 | 500 | 667 | ",
        "Furuby: 30 | 300 | 400 | ",
        "Ekby: 20 | 200 | 267 | ",
        "Nyby: 33 |  | 667 | ",
        "Medlemmar, summa:  | 4\xa0000 | 8\xa0000 | ",
    ]
    assert isinstance(table.cell("fk", "y2026"), Missing)
    assert table.remarks[1:] == (
        "Beloppen är avrundade var för sig, så en summa kan skilja sig från sina delar i sista siffran.",
        "2024: Staten beslutad 2\xa0000\xa0000 kr (beslutad 2023-11-15, 15 november 2023).",
        "2025: avtalade belopp och nyckeln, utan tilldelning.",
    )


def test_what_adds_up_as_printed_needs_no_remark_about_rounding():
    even = YearFinancing(YEAR, whole=8_000_000_00)
    for table in (
        financing_table(ASSOCIATION, [even], DECIDED),
        against_key_table(shares_of(ASSOCIATION, even, DECIDED)),
    ):
        assert ROUNDED not in table.remarks
        odd = replace(even, whole=8_000_500_00)
    assert ROUNDED in financing_table(ASSOCIATION, [odd], DECIDED).remarks
    assert ROUNDED in against_key_table(shares_of(ASSOCIATION, odd, DECIDED)).remarks


def test_shares_in_per_cent_add_up_to_a_hundred():
    thirds = replace(ASSOCIATION, populations=tuple(replace(one, count=1) for one in COUNTS))
    table = financing_table(thirds, [STATE], DECIDED)
    assert [table.cell(code, "share").text for code in ("t1", "t2", "t3")] == ["34", "33", "33"]


def test_a_group_that_weighs_nothing_pays_nothing_and_its_members_share_that():
    none = (KEY.parts[0], replace(KEY.parts[1], weight=2), replace(KEY.parts[2], weight=0))
    association = replace(
        ASSOCIATION,
        keys=(replace(KEY, parts=(replace(none[0], weight=2), *none[1:])),),
    )
    lines = shown(financing_table(association, [framed(100_000)], DECIDED))
    assert lines[5:9] == ["Kommuner: 0 | 0", "Granby: 50 | 0", "Furuby: 30 | 0", "Ekby: 20 | 0"]


def test_every_figure_says_where_it_comes_from():
    table = financing_table(ASSOCIATION, [STATE], DECIDED)
    assert origin(table, "group:state", "y2024") == EnteredOrigin(
        f"beslutad {DAY.isoformat()}", "financing:state", "decided", YEAR
    )
    regions = origin(table, "group:regions", "y2024")
    assert regions == ComputedOrigin("Gruppens andel enligt Förbundsordningen 9 §: vikten 1 av 4.")
    town = origin(table, "t1", "y2024")
    assert isinstance(town, ComputedOrigin)
    assert town.rule.replace("\xa0", " ") == (
        "Gruppens 1 000 000 kr delade efter folkmängd: 500 invånare 30 juni 2023, SCB."
    )
    total = origin(table, ":total", "y2024")
    assert isinstance(total, ComputedOrigin)
    assert [part.exact for part in total.parts] == [2_000_000_00, 1_000_000_00, 1_000_000_00]


def test_agreed_amounts_stand_against_the_key_with_their_source():
    told = {"t1": 600, "t2": 300, "t3": 200}
    agreed = tuple(AgreedAmount(code, tkr * 100_000, "Avtal 4") for code, tkr in told.items())
    shares = shares_of(ASSOCIATION, replace(STATE, agreed=agreed), DECIDED)
    table = against_key_table(shares)
    assert shown(table) == [
        "Staten: 2\xa0000 | 2\xa0050 | −50",
        "Försäkringskassan: 2\xa0000 | 2\xa0050 | −50",
        "Regioner: 1\xa0000 | 1\xa0025 | −25",
        "Norra regionen: 500 | 513 | −13",
        "Södra regionen: 500 | 513 | −13",
        "Kommuner: 1\xa0100 | 1\xa0025 | 75",
        "Granby: 600 | 513 | 88",
        "Furuby: 300 | 308 | −8",
        "Ekby: 200 | 205 | −5",
        "Summa: 4\xa0100 | 4\xa0100 | 0",
    ]
    assert origin(table, "t1", "amount") == EnteredOrigin("Avtal 4", "financing:t1", "decided", YEAR)
    towns = origin(table, "group:towns", "amount")
    assert isinstance(towns, ComputedOrigin)
    assert sum(part.exact for part in towns.parts) == 1_100_000_00
