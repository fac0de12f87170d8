"""Every published figure of Sjuhärad's plan 2022–2024 comes out of the inputs; change an input, and all follows."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.years.plans import input_files

from samordna.domain.document import Number, Table
from samordna.domain.plan.activity_plan.tables import (
    Resting,
    activity_tables,
    cost_problems,
    economic_summary,
    overhead_table,
    performers_table,
)
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.plan.financing.shares import shares_of
from samordna.domain.plan.financing.tables import against_key_table, financing_table
from samordna.sources.plan_files import read_activity_plans, read_financing

PUBLISHED = tomllib.loads((Path(__file__).parent / "published" / "sjuharad-plan-2022.toml").read_text(encoding="utf-8"))
FILES = input_files("sjuharad")
DECIDED, REQUESTED = AllotmentState.DECIDED, AllotmentState.REQUESTED


def restings(files: Mapping[str, bytes]) -> list[Resting]:
    read = read_financing(files)
    names = {DECIDED: "beslutade bidrag", REQUESTED: "äskade bidrag"}
    return [Resting(name, shares_of(read.association, read.year(2022), state)) for state, name in names.items()]


def tables(files: Mapping[str, bytes] = FILES) -> dict[str, Table]:
    read, plans = read_financing(files), read_activity_plans(files)
    assert read.problems == plans.problems == ()
    plan, *_ = plans.plans
    resting = restings(files)
    made = (
        *activity_tables(plan),
        performers_table(plan),
        overhead_table(plan),
        economic_summary(plan, resting),
        financing_table(read.association, [read.year(year) for year in (2021, 2022, 2023)], REQUESTED),
        against_key_table(resting[0].shares),
    )
    return {table.id: table for table in made}


def figure(table: Table, row: str, column: str) -> int:
    cell = table.cell(row, column)
    assert isinstance(cell, Number), (row, column)
    return cell.shown


def changed(file: str, old: str, new: str) -> dict[str, Table]:
    assert FILES[file].count(old.encode()) == 1
    return tables({**FILES, file: FILES[file].replace(old.encode(), new.encode())})


def test_every_published_figure_of_the_plan_comes_out():
    made, held = tables(), 0
    for name, columns in PUBLISHED.items():
        for column, rows in columns.items():
            for row, published in rows.items():
                assert figure(made[name], row, column) == published, (name, row, column)
                held += 1
    assert held == 94


def test_the_printed_deficit_says_that_it_rests_on_the_decided_and_not_on_the_column_of_its_year():
    summary = tables()["economic-summary"]
    assert figure(summary, "paid:beslutade bidrag", "without") == 19_032
    assert figure(summary, "paid:äskade bidrag", "without") == 20_000
    results = [row for row in summary.rows if row.id.startswith("result:")]
    assert [row.label.replace("\xa0", " ") for row in results] == [
        "Resultat på beslutade bidrag, 19 032 tkr", "Resultat på äskade bidrag, 20 000 tkr",
    ]  # fmt: skip
    assert [[figure(summary, row.id, column) for column in ("without", "with")] for row in results] == [
        [-573, 0], [395, 968],
    ]  # fmt: skip
    assert "Staten beslutad 9\xa0032\xa0000 kr (Styrelsens protokoll hösten 2021, § 56)" in summary.remarks[0]
    assert "Staten äskad 10\xa0000\xa0000 kr" in summary.remarks[1]


def test_only_the_case_that_costs_more_is_warned_of_and_it_is_named():
    plan, *_ = read_activity_plans(FILES).plans
    [problem] = cost_problems(plan, restings(FILES))
    assert problem.found.replace("\xa0", " ") == (
        "Kostnaderna är 573 000 kr mer än bidragen, räknat på beslutade bidrag, 19 032 000 kr, utan beviljat projekt."
    )


@pytest.mark.parametrize("case", ["without", "with"])
def test_a_changed_activity_moves_every_total_above_it(case):
    made = changed("verksamhetsplan-2022.csv", "Mark;Mark;110;2 370 000", "Mark;Mark;120;2 470 000")
    assert figure(made["activities-aktiv-kraft"], ":total", "participants") == 670
    assert figure(made["activities-aktiv-kraft"], ":total", "funds") == 13_955
    assert figure(made["performers"], "performer:Mark", "funds") == 2_470
    assert figure(made["performers"], ":total", "participants") == 800
    summary, before = made["economic-summary"], tables()["economic-summary"]
    assert figure(summary, "performer:Mark", case) == 2_470
    for row, change in ((":total", 100), ("result:beslutade bidrag", -100), ("result:äskade bidrag", -100)):
        assert figure(summary, row, case) - figure(before, row, case) == change


def test_changed_overhead_moves_its_own_case():
    made = changed("overhead-2022.csv", "1 110 000;537 000", "1 110 000;500 000")
    assert figure(made["overhead"], ":total", "without") == 2_850
    assert figure(made["overhead"], ":total", "with") == 2_240
    assert figure(made["economic-summary"], "result:beslutade bidrag", "without") == -573
    assert figure(made["economic-summary"], "result:beslutade bidrag", "with") == 37


def test_a_changed_allotment_moves_its_members_the_sum_and_the_result():
    made = changed("tilldelning.csv", "2022;staten;beslutad;9 032 000", "2022;staten;beslutad;8 129 000")
    assert figure(made["economic-summary"], "result:beslutade bidrag", "without") == -573 - 903
    assert figure(made["economic-summary"], "result:äskade bidrag", "without") == 395
    made = changed("tilldelning.csv", "2023;kommuner;äskad;5 000 000", "2023;kommuner;äskad;6 000 000")
    assert figure(made["financing"], ":total", "y2023") == 21_000
    assert figure(made["financing"], "1490", "y2023") == 3_005  # 2504/5000 of 6 000 is 3 004,8
    assert figure(made["financing"], ":total", "y2022") == 20_000


def test_a_changed_weight_moves_the_others_and_leaves_the_group():
    made = changed("vikter.csv", "1490;2504;", "1490;0;")
    assert figure(made["financing"], "1490", "y2022") == 0
    assert figure(made["financing"], "group:kommuner", "y2022") == 5_000
    assert figure(made["financing"], "1463", "y2022") == 1_542  # 770 of 2 496


def test_what_is_paid_stands_against_the_key():
    against = tables()["against-key"]
    rows = {"group:staten": -484, "group:region": 242, "group:kommuner": 242, "1490": 121, ":total": 0}
    assert {row: figure(against, row, "off") for row in rows} == rows


def test_a_row_that_a_project_pays_says_so_and_has_no_funds():
    table = tables()["activities-hela-omradet"]
    assert not isinstance(table.cell("MOVES", "funds"), Number)
    assert [(note.row, note.column, note.text) for note in table.footnotes] == [
        ("MOVES", "funds", "Projektmedel"), ("Män i hälsa", "funds", "Projektmedel"),
    ]  # fmt: skip
