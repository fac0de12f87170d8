"""Plain tables with Swedish headings become a plan; what is wrong in them is told with file, line and column."""

import datetime as dt

import pytest

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.budget import Budget, BudgetNumber, Decision, PeriodNumber, Revision
from samordna.domain.plan.forecast import Forecast, ForecastNumber
from samordna.domain.plan.plan import NO_PLAN
from samordna.domain.plan.profile import EVEN, Profile, Shape
from samordna.domain.plan.register import BudgetLine, CostCentre, EarlierCode, Group, Kind, Merge, Register
from samordna.domain.values.period import Period
from samordna.sources.plan_files import read_plan
from samordna.sources.plan_files.register import ROW_HEADINGS

YEAR, SPRING = Period(202401, 202412), Period(202401, 202404)
GROUPS = "Grupp;Rubrik\nstab;Stab\ninsatser;Insatser\n"
ROWS = ";".join(ROW_HEADINGS) + (
    "\n10;;Kansli;stab;verksamhet;Chefen;;;;;\n"
    "20;P1;Granby;insatser;projekt;;Granby kommun;2024-01;2024-12;21 till 2023-12, 22:P2 från 2022-01;Ny 2024\n"
    "ovrigt;;Övrigt;insatser;budgetrad;;;;;;Används sällan\n"
    "900;;Finansiering;stab;utanför;;;;;;\n\n"
)
BUDGET = (
    "Rad;Namn;Belopp;Fördelning;Beslut;Datum;Skäl\n"
    "10;Kansli;1 200 000;jämnt;§ 4;2023-11-24;Årsbudget\n"
    "20:P1;Granby;−12,50;egna månader: 1 1 1 1 1 1 1 1 1 1 1 1;§ 4;2023-11-24;Årsbudget\n"
    "10;Kansli;1100000;som avtalet;§ 9;;Lägre hyra\n"
)
GOOD = {
    "grupper.csv": GROUPS,
    "kostnadsstallen.csv": ROWS,
    "sammanslagna.csv": "Rader;År;Visar;Anmärkning\n10 20:P1;2023;utfall budget;Tillsammans\n",
    "budget-2024.csv": BUDGET,
    "budget-2024-01--2024-04.csv": "Rad;Namn;Belopp;Beslut;Datum;Skäl\n10;Kansli;300 000;§ 7;;Fyra månader\n",
    "prognos-2024-04.csv": "Rad;Namn;Belopp;Kommentar\n10;Kansli;1000000;Vakans\n",
    "avtal-2024.csv": "Rad;Utförare;Belopp;Fördelning;Avtal\n20:P1;Granby kommun;600000;;Avtal 1\n",
    "bidrag-2024.csv": "Part;Belopp;Prognos;Källa\nStaten;2000000;1900000;Beslut 7\nRegionen;1000000;;\n",
}


def read(files: dict[str, str]) -> list[str]:
    """Return what is wrong with some files."""
    told = read_plan({name: text.encode() for name, text in files.items()})
    return [f"{problem.code} {problem}" for problem in told.problems]


def test_every_table_is_read():
    told = read_plan({name: text.encode("utf-8-sig") for name, text in GOOD.items()})
    assert [f"{problem.code} {problem.place}" for problem in told.problems] == [
        "plan-shape-waits budget januari–december 2024, 10",  # as the agreement, and nobody said how
        "plan-row-without-budget budget januari–december 2024, ovrigt",
    ]
    assert told.plan.register == Register(
        (Group("stab", "Stab"), Group("insatser", "Insatser")),
        (
            CostCentre("10", "Kansli", "stab", responsible="Chefen"),
            CostCentre(
                "20", "Granby", "insatser", "P1", Kind.PROJECT, "", "Granby kommun", 202401, 202412,
                (EarlierCode("21", last=202312), EarlierCode("22", "P2", 202201)), "Ny 2024",
            ),
            BudgetLine("ovrigt", "Övrigt", "insatser", remark="Används sällan"),
            CostCentre("900", "Finansiering", "stab", kind=Kind.OUTSIDE),
        ),
        (Merge(("10", "20:P1"), 2023, frozenset({Scenario.ACTUAL, Scenario.BUDGET}), "Tillsammans"),),
    )  # fmt: skip
    board = Decision("§ 4", "Årsbudget", dt.date(2023, 11, 24))
    own = Profile(Shape.OWN, (1,) * 12)
    assert told.plan.budgets == (
        Budget(
            YEAR,
            (
                Revision(board, (BudgetNumber("10", 1_200_000_00, EVEN), BudgetNumber("20:P1", -12_50, own))),
                Revision(Decision("§ 9", "Lägre hyra"), (BudgetNumber("10", 1_100_000_00, Profile(Shape.AGREED)),)),
                Revision(Decision("§ 7", "Fyra månader"), periods=(PeriodNumber("10", SPRING, 300_000_00),)),
            ),
        ),
    )
    assert told.plan.forecasts == (Forecast(YEAR, 202404, (ForecastNumber("10", 1_000_000_00, "Vakans"),)),)
    assert told.plan.agreed == (AgreedSum("20:P1", YEAR, 600_000_00, EVEN, "Granby kommun", "Avtal 1"),)
    assert told.plan.contributions == (
        Contribution("Staten", YEAR, 2_000_000_00, "Beslut 7", 1_900_000_00),
        Contribution("Regionen", YEAR, 1_000_000_00),
    )


def test_no_files_are_no_plan():
    assert read_plan({}) == (read_plan({}))
    assert (read_plan({}).plan, read_plan({}).problems) == (NO_PLAN, ())


def test_of_a_years_forecasts_the_latest_holds():
    files = {**GOOD, "prognos-2024-02.csv": "Rad;Namn;Belopp;Kommentar\n10;Kansli;1;Först\n"}
    (forecast,) = read_plan({name: text.encode() for name, text in files.items()}).plan.forecasts
    assert forecast.covers_to == 202404


MERGES = "Rader;År;Visar;Anmärkning\n"
WRONG = [
    ("budget.csv", "", "file-unknown", ""),
    ("prognos-2024-13.csv", "", "file-unknown", ""),
    ("budget-2024-04--2024-01.csv", "", "file-unknown", ""),
    ("grupper.csv", "", "file-without-heading", ""),
    ("grupper.csv", "Grupp;Rubrik;Färg\n", "file-unknown-heading", ""),
    ("grupper.csv", "Grupp;Rubrik\nstab;\n", "file-empty-cell", ", rad 2, kolumnen Rubrik"),
    ("budget-2024.csv", BUDGET.replace("1 200 000", "tolv"), "file-wrong-cell", ", rad 2, kolumnen Belopp"),
    ("budget-2024.csv", BUDGET.replace("1 200 000", "12.50"), "file-wrong-cell", ", rad 2, kolumnen Belopp"),
    ("budget-2024.csv", BUDGET.replace("1 200 000", ""), "file-empty-cell", ", rad 2, kolumnen Belopp"),
    ("budget-2024.csv", BUDGET.replace(";jämnt;", ";ojämnt;"), "file-wrong-cell", ", rad 2, kolumnen Fördelning"),
    ("budget-2024.csv", BUDGET.replace("månader: 1", "månader: en"), "file-wrong-cell", ", rad 3, kolumnen Fördelning"),
    ("budget-2024.csv", BUDGET.replace("2023-11-24", "i november", 1), "file-wrong-cell", ", rad 2, kolumnen Datum"),
    ("kostnadsstallen.csv", ROWS.replace("2024-01;", "januari;"), "file-wrong-cell", ", rad 3, kolumnen Från"),
    ("kostnadsstallen.csv", ROWS.replace("2024-01;", "2024-01..2024-02;"), "file-wrong-cell", ", rad 3, kolumnen Från"),
    ("kostnadsstallen.csv", ROWS.replace(";projekt;", ";hobby;"), "file-wrong-cell", ", rad 3, kolumnen Slag"),
    ("kostnadsstallen.csv", ROWS.replace("21 till", "21 in"), "file-wrong-cell", ", rad 3, kolumnen Tidigare koder"),
    ("sammanslagna.csv", MERGES + "10 20:P1;23;utfall;\n", "file-wrong-cell", ", rad 2, kolumnen År"),
    ("sammanslagna.csv", MERGES + "10 20:P1;2023;allt;\n", "file-wrong-cell", ", rad 2, kolumnen Visar"),
]


@pytest.mark.parametrize(("name", "text", "code", "place"), WRONG)
def test_what_is_wrong_has_a_place(name, text, code, place):
    assert any(problem.startswith(f"plan-{code} {name}{place}: ") for problem in read({**GOOD, name: text}))


def test_what_is_wrong_with_the_plan_that_the_files_make_is_told_too():
    (problem, *_) = read({**GOOD, "budget-2024.csv": BUDGET.replace("10;Kansli;1 200", "11;Kansli;1 200")})
    assert problem.startswith("plan-number-of-unknown-row budget januari–december 2024, 11: ")


def test_bytes_that_are_no_text_are_told():
    told = read_plan({"grupper.csv": b"Grupp;Rubrik\n\xff\xfe"})
    assert [problem.code for problem in told.problems] == ["plan-file-not-text"]


def test_a_cell_that_cannot_be_read_says_what_could_be():
    (problem,) = read({**GOOD, "kostnadsstallen.csv": ROWS.replace(";projekt;", ";hobby;")})
    assert problem == (
        "plan-file-wrong-cell kostnadsstallen.csv, rad 3, kolumnen Slag: ”hobby” går inte att läsa: "
        "välj bland verksamhet, projekt, utanför, budgetrad. Rätta cellen."
    )


def test_everything_that_is_wrong_is_told_at_once():
    files = {**GOOD, "grupper.csv": "Grupp\n", "prognos-2024-04.csv": "Rad;Namn;Belopp;Kommentar\n10;;x;\n;;;y\n"}
    assert [problem.split(": ")[0] for problem in read(files)] == [
        "plan-file-without-heading grupper.csv",
        "plan-file-wrong-cell prognos-2024-04.csv, rad 2, kolumnen Belopp",
        "plan-file-empty-cell prognos-2024-04.csv, rad 3, kolumnen Rad",
        "plan-file-empty-cell prognos-2024-04.csv, rad 3, kolumnen Belopp",
    ]
