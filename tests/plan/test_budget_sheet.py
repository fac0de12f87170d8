"""What is asked for in the form of a budget, and in that of a forecast?"""

from tests.sources.budgets.forms import FORECAST, HEAD, ROWS

from samordna.domain.plan.budget_sheet import (
    MONTH_HEADINGS,
    BudgetProfile,
    BudgetRow,
    ForecastRow,
    RowKey,
    SheetKind,
    budget_form,
    forecast_form,
    mark_of,
)


def test_a_budget_says_which_form_it_is_whose_and_for_which_year() -> None:
    form = budget_form(HEAD, ROWS)
    assert form.title == "Budget 2025"
    assert form.facts == (
        ("Blankett", "Budget, version 2"),
        ("Förbund", "Samordningsförbundet Exempelbygden"),
        ("Organisationsnummer", "222000-0000"),
        ("År", "2025"),
    )
    assert mark_of(SheetKind.FORECAST) == "Prognos, version 2"


def test_a_budget_asks_for_the_year_how_it_falls_and_perhaps_for_months() -> None:
    with_months, without = budget_form(HEAD, ROWS), budget_form(HEAD, ROWS, by_month=False)
    headings = [column.heading for column in with_months.columns]
    assert headings == ["Kod", "Projekt", "Namn", "Helår, kr", "Fördelning", *MONTH_HEADINGS, "Anmärkning"]
    assert [column.heading for column in without.columns] == [h for h in headings if h not in MONTH_HEADINGS]
    assert MONTH_HEADINGS[0] == "Jan"
    assert MONTH_HEADINGS[9] == "Okt"
    assert not any("Månader" in line for line in without.help)


def test_only_what_a_person_decides_is_open() -> None:
    closed = [column.heading for column in budget_form(HEAD, ROWS).columns if not column.fill_in]
    assert closed == ["Kod", "Projekt", "Namn"]
    [profile] = [column for column in budget_form(HEAD, ROWS).columns if column.choices]
    assert profile.choices == ("jämnt", "enligt avtal", "som förra året", "egna månader")


def test_what_is_known_is_filled_in_and_the_rest_is_nothing_yet() -> None:
    values = budget_form(HEAD, ROWS).rows
    assert values[0] == ("1001", "", "Styrelse", 280_000_00, "jämnt", *(None,) * 12, None)
    assert values[2][5:17] == (1_000_00,) * 12
    assert forecast_form(HEAD, FORECAST).rows[0] == ("1001", "", "Styrelse", 255_000_00, "Två möten färre.")


def test_a_row_knows_its_key_and_whether_it_changes_anything() -> None:
    blank = BudgetRow("1010", "10", "Kansli")
    assert blank.key == RowKey("1010", "10")
    assert not blank.changes
    assert BudgetRow("1010", "", "", 0).changes
    assert BudgetRow("1010", "", "", None, BudgetProfile.EVEN).changes
    assert BudgetRow("1010", "", "", note="Se protokollet.").changes
    assert not ForecastRow("1010", "", "").changes
    assert ForecastRow("1010", "", "", comment="Osäkert.").changes
