"""Limits, adjustments, grounds and recovery plans are read from plain tables; what is wrong has file, line, column."""

import datetime as dt
from fractions import Fraction

import pytest

from samordna.domain.plan.balance_requirement.judged import Adjustment, AdjustmentKind, Grounds
from samordna.domain.plan.balance_requirement.restoring import EarlierDeficit, RecoveryPlan, RecoveryStep
from samordna.domain.plan.balance_requirement.said import GroundsCited, Occasion, RequirementSaid, YearAdjusted
from samordna.domain.plan.equity.limits import Limit, Limits
from samordna.domain.values.period import Period
from samordna.sources.plan_files import read_plan, read_requirement

YEAR, BEFORE = Period(202401, 202412), Period(202301, 202312)
GOOD = {
    "balanskrav.csv": (
        "År;Post;Belopp;Källa\n2024;samtliga realisationsvinster;50 000;Not 2\n"
        "2024;Orealiserade vinster och förluster i värdepapper;-1 000,50;Not 3\n"
        "2021;tidigare underskott;300 000;Årsredovisning 2021\n"
    ),
    "synnerliga-skal.csv": (
        "År;Gäller;Skäl;Beslut\n2024;budgeten;Stort eget kapital;§ 4\n2023;årets resultat;Stort eget kapital;§ 9\n"
    ),
    "atgardsplan.csv": "Underskott;År;Belopp;Beslut\n2023;2024;10;§ 5\n2023;2025;20;§ 5\n",
}


def encoded(files: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


def test_what_the_files_say_of_the_balance_requirement():
    read = read_requirement(encoded(GOOD))
    assert read.problems == ()
    assert read.said == RequirementSaid(
        adjusted=(
            YearAdjusted(YEAR, Adjustment(AdjustmentKind.GAINS, 50_000_00, "Not 2")),
            YearAdjusted(YEAR, Adjustment(AdjustmentKind.UNREALISED, -1_000_50, "Not 3")),
        ),
        cited=(
            GroundsCited(YEAR, Occasion.BUDGET, Grounds("Stort eget kapital", "§ 4")),
            GroundsCited(BEFORE, Occasion.RESULT, Grounds("Stort eget kapital", "§ 9")),
        ),
        earlier=(EarlierDeficit(2021, 300_000_00, "Årsredovisning 2021"),),
        plans=(RecoveryPlan(2023, (RecoveryStep(2024, 10_00), RecoveryStep(2025, 20_00)), "§ 5"),),
    )
    assert read_requirement({}).said == RequirementSaid()
    assert read_plan(encoded(GOOD)).problems == (), "they are nobody else's"


def test_limits_are_part_of_the_plan_that_the_files_make():
    text = "Gräns;Gäller från;Belopp;Andel;Källa\ngolv;2022-01-01;2 000 000;;§ 2\ntak;2024-01-01;;12,5 %;Rådet\n"
    read = read_plan({"eget-kapital.csv": text.encode()})
    assert read.problems == ()
    assert read.plan.limits == Limits(
        (Limit(dt.date(2022, 1, 1), "§ 2", amount=2_000_000_00),),
        (Limit(dt.date(2024, 1, 1), "Rådet", share=Fraction(1, 8)),),
    )


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("eget-kapital.csv", "golv;2022-01-01;;;§ 2", "golv för eget kapital: Nivån från 1 januari 2022 har varken"),
        ("eget-kapital.csv", "vägg;2022-01-01;1;;§ 2", "eget-kapital.csv, rad 2, kolumnen Gräns"),
        ("eget-kapital.csv", "tak;2022-01-01;;mycket;§ 2", "går inte att läsa: skriv procent med siffror"),
        ("eget-kapital.csv", "golv;2022-01-01;1;;", "Det framgår inte vem"),
        ("balanskrav.csv", "24;samtliga realisationsvinster;1;Not", "ett år skrivs med fyra siffror"),
        ("balanskrav.csv", "2024;vinst;1;Not", "balanskrav.csv, rad 2, kolumnen Post"),
        ("balanskrav.csv", "2024;samtliga realisationsvinster;-1;Not", "är mindre än noll"),
        ("balanskrav.csv", "2021;tidigare underskott;0;Not", "är inget belopp att återställa"),
        ("synnerliga-skal.csv", "2024;budgeten;Skäl;", "synnerliga-skal.csv, rad 2, kolumnen Beslut"),
        ("atgardsplan.csv", "2023;2027;10;§ 5", "Det ska ske de tre åren närmast efter, senast 2026"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(name, text, found):
    headings = {"eget-kapital.csv": "Gräns;Gäller från;Belopp;Andel;Källa"}
    head = headings.get(name) or GOOD[name].splitlines()[0]
    files = {name: f"{head}\n{text}\n".encode()}
    problems = (*read_plan(files).problems, *read_requirement(files).problems)
    assert any(found in str(problem).replace("\xa0", " ") for problem in problems), [str(one) for one in problems]
