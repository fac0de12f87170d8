"""Everything that can be wrong with a form is told with its cell, what was found, and what to do."""

import pytest
from tests.sources.budgets.forms import EXPECTED, HEAD, ROWS, Cells, cells_of, written

from samordna.domain.plan.budget_sheet import ForecastRow, SheetHead, budget_form, forecast_form
from samordna.domain.values.problem import Problem, Severity
from samordna.renderers.xlsx import render_form
from samordna.sources.budgets import read_budget, read_forecast
from samordna.sources.budgets.problems import KINDS

BUDGET = cells_of(budget_form(HEAD, ROWS))


def problems(file: bytes, name: str = "budget.xlsx") -> list[Problem]:
    reading = read_budget(file, name, EXPECTED)
    assert not reading.rows or not any(one.severity is Severity.REFUSE for one in reading.problems)
    return list(reading.problems)


def told(changed: Cells, **more: object) -> list[tuple[str, str, str]]:
    """Return the kind, the place and the finding of everything that is wrong after some cells were changed."""
    file = written({**BUDGET, **changed}, names=("Budget 2025",), **more)  # type: ignore[arg-type]
    return [(one.code, one.place.removeprefix("budget.xlsx, blad Budget 2025, "), one.found) for one in problems(file)]


CELLS: list[tuple[Cells, str, str, str]] = [
    # which form it is
    ({"C2": "Budget, version 0"}, "other-form", "cell C2",
     "Blanketten är ”Budget, version 0”, men här läses ”Budget, version 2”."),
    ({"C4": "222000-1111", "C3": "Samordningsförbundet Grannbygden"}, "other-association", "cell C4",
     "Blanketten är för Samordningsförbundet Grannbygden, inte för Samordningsförbundet Exempelbygden (222000-0000)."),
    ({"C4": None, "C3": None}, "other-association", "cell B4",
     "Blanketten är för ett förbund som inte är angivet, inte för Samordningsförbundet Exempelbygden (222000-0000)."),
    ({"C5": 2024}, "wrong-year", "cell C5", "Blanketten är för året ”2024”, men det är 2025 som efterfrågas."),
    ({"D9": "Årsbelopp"}, "missing-heading", "cell A9", "Rubriken ”Helår, kr” saknas."),
    ({"K9": "Juni"}, "missing-heading", "cell A9", "Rubriken ”Jun” saknas."),
    ({"T9": "Helår, kr"}, "heading-twice", "cell T9", "Rubriken ”Helår, kr” står två gånger."),
    # cells
    ({"D10": "cirka 280 000"}, "not-an-amount", "cell D10", "”cirka 280 000” är inget belopp."),
    ({"D10": "1,234"}, "not-an-amount", "cell D10", "”1,234” är inget belopp."),
    ({"D10": "–"}, "not-an-amount", "cell D10", "”–” är inget belopp."),
    ({"D10": True}, "not-an-amount", "cell D10", "”SANT” är inget belopp."),
    ({"D10": 1e13}, "not-an-amount", "cell D10", "”10000000000000” är inget belopp."),
    ({"D10": "x" * 100}, "not-an-amount", "cell D10", f"”{'x' * 59}…” är inget belopp."),
    ({"G12": "tusen"}, "not-an-amount", "cell G12", "”tusen” är inget belopp."),
    ({"D10": -280_000}, "negative", "cell D10",
     "Beloppet är −280\u00a0000,00\u00a0kr, men 1001 är en kostnad och skrivs utan minus."),
    ({"E10": "kvartalsvis"}, "unknown-profile", "cell E10", "”kvartalsvis” är ingen fördelning."),
    ({"D10": ("=1/0", "#DIV/0!")}, "cell-error", "cell D10", "Cellen visar felet #DIV/0!."),
    ({"D10": "#REFERENS!"}, "cell-error", "cell D10", "Cellen visar felet #REFERENS!."),
    ({"D10": ("=SUM(F10:Q10)", "")}, "formula-without-value", "cell D10",
     "Cellen har en formel som inte har räknats ut."),
    ({"R10": "n" * 1001}, "text-too-long", "cell R10", "Texten är längre än 1\u00a0000 tecken."),
    ({"R10": "Avser 19121212-1212."}, "identity-number", "cell R10",
     "Texten kan innehålla ett personnummer. Uppgifter om enskilda får inte finnas här."),
    # rows
    ({"D20": 5}, "no-code", "cell A20", "Raden är ifylld men har ingen kod."),
    ({"A10": "1002"}, "unknown-row", "cell A10", "”1002” finns inte bland förbundets kostnadsställen."),
    ({"B12": 11}, "unknown-row", "cell A12", "”1010:11” finns inte bland förbundets kostnadsställen."),
    ({"A13": "1010"}, "row-twice", "cell A13", "”1010” står redan på rad 11."),
    ({"D12": None}, "months-without-year", "cell D12",
     "Månaderna är ifyllda, tillsammans 12\u00a0000,00\u00a0kr, men inte helåret."),
    ({"E12": "jämnt"}, "months-without-profile", "cell E12",
     "Månaderna är ifyllda, men fördelningen är ”jämnt”."),
    ({"F12": 999.99}, "months-do-not-add-up", "cell D12",
     "Månaderna blir tillsammans 11\u00a0999,99 kr, men helåret är 12\u00a0000,00 kr: det skiljer −0,01 kr."),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "kind", "place", "found"), CELLS, ids=[f"{c[1]}-{c[2][5:]}" for c in CELLS])
def test_a_form_that_is_wrong_says_where_and_nothing_of_it_is_taken(
    changed: Cells, kind: str, place: str, found: str
) -> None:
    [(code, where, what)] = told(changed)
    assert (code, where, what.replace("\u00a0kr", " kr")) == (f"form-{kind}", place, found.replace("\u00a0kr", " kr"))


def test_what_is_wrong_in_several_cells_is_told_all_at_once() -> None:
    found = told({"D10": "x", "A11": "9999", "E13": "y", "R14": "n" * 2000})
    assert [(kind, place) for kind, place, _ in found] == [
        ("form-not-an-amount", "cell D10"),
        ("form-unknown-row", "cell A11"),
        ("form-unknown-profile", "cell E13"),
        ("form-text-too-long", "cell R14"),
    ]


@pytest.mark.parametrize(("area", "first"), [("D10:D11", "D10"), ("A9:R9", "A9"), ("C8:C10", "C8")])
def test_merged_cells_are_told_with_their_area(area: str, first: str) -> None:
    found = told({}, merged=(area,))
    assert ("form-merged", f"cell {first}", f"Cellerna {area} är sammanslagna.") in found


def test_merged_cells_above_or_beside_the_form_do_no_harm() -> None:
    assert told({}, merged=("A1:F1", "T10:U12")) == []


def test_the_value_of_a_formula_is_used_and_told() -> None:
    file = written({**BUDGET, "D10": ("=140000*2", 280_000)})
    reading = read_budget(file, "budget.xlsx", EXPECTED)
    assert reading.rows == ROWS
    [problem] = problems(file)
    assert (problem.code, problem.severity) == ("form-formula", Severity.INFORM)
    assert "D10" in problem.place
    assert problem.found == "Cellen har en formel. Dess värde, 280000, har lästs."


def test_an_amount_with_more_decimals_than_ore_is_rounded_and_told() -> None:
    assert told({"D10": 280_000.125}) == [
        ("form-rounded", "cell D10", "280000,125 har fler decimaler än två och har lästs som 280\u00a0000,13\u00a0kr.")
    ]


def test_the_noise_of_a_sum_of_floats_is_no_decimal() -> None:
    assert told({"D10": 0.1 + 0.2}) == []


def test_a_code_that_is_nearly_another_is_suggested() -> None:
    [problem] = [one for one in problems(written({**BUDGET, "A13": "3O14"})) if one.code == "form-unknown-row"]
    assert problem.remedy.startswith("Rätta koden till 3014 om det är den som menas")
    [problem] = problems(written({**BUDGET, "A13": "helt annat"}))
    assert problem.remedy.startswith("Rätta koden, eller lägg till")


def test_a_file_without_a_form_and_one_with_several_say_so() -> None:
    [none] = problems(written({"A1": "Hej"}))
    assert (none.code, none.place) == ("form-no-form", "budget.xlsx")
    [many] = problems(written(BUDGET, BUDGET, names=("Ny", "Gammal")))
    assert many.found == "Flera blad är blanketter: Ny, Gammal."


def test_a_form_where_nothing_is_filled_in_says_that_nothing_changes() -> None:
    blank = [ForecastRow(one.code, one.project, one.name) for one in ROWS]
    reading = read_forecast(render_form(forecast_form(HEAD, blank)), "p.xlsx", EXPECTED)
    assert reading.rows == tuple(blank)
    assert [one.code for one in reading.problems] == ["form-nothing-filled-in"]


def test_a_forecast_is_held_against_the_same_things() -> None:
    rows = [ForecastRow("1001", "", "Styrelse", -1, "19121212-1212"), ForecastRow("9999", "", "Okänt", 1)]
    wrong = SheetHead(HEAD.association, HEAD.organisation_number, 2026)
    reading = read_forecast(render_form(forecast_form(HEAD, rows)), "p.xlsx", EXPECTED)
    assert [one.code for one in reading.problems] == ["form-negative", "form-identity-number", "form-unknown-row"]
    assert [one.place for one in reading.problems] == [
        f"p.xlsx, blad Prognos 2025, cell {cell}" for cell in ("D9", "E9", "A10")
    ]
    [year] = read_forecast(render_form(forecast_form(wrong, rows)), "p.xlsx", EXPECTED).problems
    assert year.code == "form-wrong-year"


def test_a_budget_handed_in_as_a_forecast_is_told_from_it() -> None:
    [problem] = read_forecast(render_form(budget_form(HEAD, ROWS)), "p.xlsx", EXPECTED).problems
    assert problem.found == "Blanketten är ”Budget, version 2”, men här läses ”Prognos, version 2”."


FILES: list[tuple[bytes, str, str]] = [
    (b"", "empty", "Filen är tom."),
    (b"Kod;Projekt\r\n", "other-file", "Filen kan inte läsas: den är ingen Excel-arbetsbok."),
    (b"\xd0\xcf\x11\xe0" + bytes(600), "other-file",
     "Filen kan inte läsas: den är en äldre arbetsbok (.xls) eller en med lösenord."),
    (b"PK\x03\x04" + bytes(600), "broken", "Arbetsboken går inte att läsa: den går inte att packa upp."),
    (bytes(5_000_001), "too-large", "Filen är för stor: den får vara högst 5 MB."),
]  # fmt: skip


@pytest.mark.parametrize(("data", "kind", "found"), FILES)
def test_what_is_no_workbook_says_what_it_is(data: bytes, kind: str, found: str) -> None:
    assert [(one.code, one.place, one.found) for one in problems(data)] == [(f"form-{kind}", "budget.xlsx", found)]


def test_macros_are_refused_by_name_too() -> None:
    [problem] = problems(written(BUDGET), "budget.xlsm")
    assert problem.code == "form-macros"


def test_every_problem_says_what_to_do_in_whole_sentences() -> None:
    for kind in KINDS.values():
        assert kind.found.endswith(".")
        assert kind.remedy.endswith(".")


def test_every_kind_in_the_table_has_a_test_here() -> None:
    shown = {kind for _, kind, _, _ in CELLS} | {kind for _, kind, _ in FILES}
    by_themselves = {"merged", "formula", "rounded", "no-form", "several-forms", "macros", "nothing-filled-in"}
    assert set(KINDS) == shown | by_themselves
    assert all(kind.code == f"form-{name}" for name, kind in KINDS.items())
