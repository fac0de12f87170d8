"""Projects and claims are read from plain tables; what is wrong has file, line and column."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.years.plans import input_files

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.projects.claim import ClaimState
from samordna.domain.plan.projects.co_financing import CoFinancing, CoFinancingKind
from samordna.domain.plan.projects.costs import BudgetedCost, CostKind
from samordna.domain.plan.projects.life import ProjectState
from samordna.domain.plan.projects.project import (
    Advance,
    OverheadShare,
    ProjectRole,
    ProjectRow,
    Rhythm,
    RowUse,
    StaffMove,
)
from samordna.domain.values.period import Period
from samordna.sources.plan_files import read_plan, read_projects

YEAR = Period(202401, 202412)
GOOD = {
    "projekt.csv": (
        "Projekt;Namn;Finansiär;Diarienummer;Från;Till;Roll;Ansökan var;Utbetalning efter;Räknas i\n"
        "steg;Steget;Fonden;2023/7;2024-01;2025-06;medfinansiär;6;2;budget, prognos\n"
    ),
    "projektbeslut.csv": (
        "Projekt;Läge;Bidrag;Andel;Dag;Källa\nsteg;sökt;1 000;33,3;2023-05-01;Ansökan\nsteg;beviljat;900;;;Beslut\n"
    ),
    "projektrader.csv": (
        "Projekt;Rad;Avser;Konton\nsteg;4001;faktiska kostnader;\nsteg;4009;projektets bidrag;3541 3542\n"
    ),
    "projektbudget.csv": (
        "Projekt;År;Slag;Rad;Belopp;Procent;Av;Timmar;Timkostnad;Till\n"
        "steg;2024;faktiska kostnader;Personal;500;;;;;\n"
        "steg;2024;schablonkostnader;Indirekt;;40;Personal;;;\n"
        "steg;2024;deltagarnas tid;Kommunen;;;;10;200;\n"
        "steg;2024;pengar från andra;Regionen;50;;;;;\n"
        "steg;2024;personal från kansliet;1010;100;;Projektledning;;;4001\n"
        "steg;2024;gemensamma kostnader;;20;;;;;\n"
    ),
    "projektansokningar.csv": (
        "Projekt;Nummer;Från;Till;Faktiska;Schablon;Tid;Läge;Belopp;Dag;Källa\n"
        "steg;1;2024-01;2024-06;300;120;10,50;sökt;140;2024-07-01;Ansökan 1\n"
        "steg;1;2024-01;2024-06;300;120;10,50;godkänd;130;2024-08-01;\n"
    ),
    "projektforskott.csv": "Projekt;Dag;Belopp;Källa\nsteg;2024-01-15;75;Förskott\n",
}


def encoded(files):
    return {name: text.encode() for name, text in files.items()}


def wrong(name: str, old: str, new: str) -> list[str]:
    """Return what is told when something in one file is something else."""
    read = read_projects(encoded({**GOOD, name: GOOD[name].replace(old, new)}))
    return [f"{one.place}: {one.found}" for one in read.problems]


def test_a_project_is_read_with_all_that_is_told_of_it():
    read = read_projects(encoded(GOOD))
    [project], [claim] = read.held.projects, read.held.claims
    assert read.problems == ()
    assert (project.name, project.period, project.role) == ("Steget", Period(202401, 202506), ProjectRole.CO_FINANCIER)
    assert [(entry.state, entry.grant, entry.share) for entry in project.history] == [
        (ProjectState.APPLIED, 1000_00, Fraction(333, 1000)), (ProjectState.GRANTED, 900_00, None),
    ]  # fmt: skip
    assert project.rows == (
        ProjectRow("4001", RowUse.ACTUAL), ProjectRow("4009", RowUse.INCOME, ("3541", "3542")),
    )  # fmt: skip
    assert project.costs == (
        BudgetedCost(YEAR, "Personal", CostKind.ACTUAL, 500_00),
        BudgetedCost(YEAR, "Indirekt", CostKind.FLAT_RATE, 0, Fraction(2, 5), ("Personal",)),
    )
    assert project.co_financing == (
        CoFinancing(YEAR, "Kommunen", CoFinancingKind.TIME, 0, 10, 200_00),
        CoFinancing(YEAR, "Regionen", CoFinancingKind.MONEY, 50_00),
    )
    assert project.moves == (StaffMove(YEAR, "1010", "4001", 100_00, "Projektledning"),)
    assert project.overhead == (OverheadShare(YEAR, 20_00),)
    assert project.advances == (Advance(dt.date(2024, 1, 15), 75_00, "Förskott"),)
    assert (project.rhythm, project.counted) == (Rhythm(6, 2), (Scenario.BUDGET, Scenario.FORECAST))
    assert (claim.state, claim.costs, claim.worth) == (ClaimState.APPROVED, 430_50, 130_00)


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("projekt.csv", "2025-06", "2023-06", "projekt.csv, rad 2: ”2023-06” går inte att läsa: slutet är före början"),
        ("projekt.csv", "medfinansiär", "kung", "kolumnen Roll: ”kung”"),
        ("projekt.csv", "budget, prognos", "utfall", "kolumnen Räknas i: ”utfall”"),
        ("projektbeslut.csv", "33,3", "en tredjedel", "kolumnen Andel: ”en tredjedel”"),
        ("projektbeslut.csv", "beviljat", "klart", "kolumnen Läge: ”klart”"),
        ("projektbeslut.csv", "steg;", "annat;", "projektet finns inte i projekt.csv"),
        ("projektbeslut.csv", "steg;", "annat;", "projektet har ingen rad i projektbeslut.csv"),
        ("projektrader.csv", "projektets bidrag", "pengar", "kolumnen Avser: ”pengar”"),
        ("projektbudget.csv", "deltagarnas tid", "tid", "kolumnen Slag: ”tid”"),
        ("projektbudget.csv", "Personal;500", "Personal;", "kolumnen Belopp: Cellen är tom."),
        ("projektbudget.csv", "steg;2024;pengar", "steg;i år;pengar", "kolumnen År: ”i år”"),
        ("projektansokningar.csv", "godkänd", "kanske", "kolumnen Läge: ”kanske”"),
        ("projektforskott.csv", "2024-01-15", "igår", "kolumnen Dag: ”igår”"),
        ("projektforskott.csv", "2024-01-15", "1900-01-15", "året 1900 kan inte vara rätt"),
        ("projekt.csv", "2025-06", "3000-06", "kolumnen Till: ”3000-06” går inte att läsa: året 3000"),
    ],
)
def test_what_is_wrong_has_a_place(name, old, new, told):
    assert any(told in one for one in wrong(name, old, new)), wrong(name, old, new)


def test_the_files_of_projects_are_no_riddle_to_the_reader_of_the_plan():
    assert read_plan(encoded(GOOD)).problems == ()
    assert read_projects({"budget-2024.csv": b"x"}).held.projects == ()


def test_the_demo_has_a_project_that_runs_one_that_is_over_and_one_that_is_applied_for():
    read = read_projects(input_files("sjuharad"))
    assert read.problems == ()
    assert {one.id: one.state.value for one in read.held.projects} == {
        "pria": "closed", "vilja": "granted", "inkluderande-arbetsliv": "applied",
    }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(GOOD)), st.text(max_size=60))
def test_whatever_a_file_holds_it_is_told_and_never_raised(name: str, text: str):
    read_projects({**encoded(GOOD), name: text.encode()})
    head, _, _ = GOOD[name].partition("\n")
    read_projects({**encoded(GOOD), name: f"{head}\n{text}".encode()})
