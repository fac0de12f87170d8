"""Ledgers without vouchers: what they tell is told as if they had them, and what they do not tell is refused."""

import pytest
from tests.balance_ledger import balance_ledger
from tests.large_ledger import large_ledger

from samordna.domain.document import BLANK, Number
from samordna.domain.ledger.books import Detail
from samordna.domain.ledger.problems.versions import PERIOD_WITHIN_BALANCES
from samordna.domain.statements.layout import StatementKind
from samordna.domain.statements.reading import Place
from samordna.domain.statements.selection import ObjectSelection
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import questions
from samordna.office.actions import TERMINAL, LedgerFile, take_ledgers

pytestmark = pytest.mark.usefixtures("association_folder")

YEAR, SPRING, AUGUST = Period(202401, 202412), Period(202401, 202408), Period(202408, 202408)
RESULT = Place("income", "resultat", "actual")


def take(*files: bytes) -> None:
    take_ledgers([LedgerFile(f"{number}.se", data) for number, data in enumerate(files, start=1)], by=TERMINAL)


def told(period: Period, kind: StatementKind = StatementKind.INCOME):
    """Return the figures of statements, without where they come from."""
    tables = questions.statements_shown(Asked.of(period), kind).tables
    return {
        (table.id, row.id, column.id): cell.exact if isinstance(cell, Number) else cell
        for table in tables
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=False)
    }


def refused(ask) -> list[str]:
    with pytest.raises(Refused) as refusal:
        ask()
    return [problem.code for problem in refusal.value.problems]


@pytest.mark.parametrize("file_type", ["1", "2", "3"])
@pytest.mark.parametrize("kind", [StatementKind.INCOME, StatementKind.BALANCE])
def test_statements_of_the_whole_year_are_those_of_the_vouchers(file_type, kind):
    take(large_ledger(40))
    by_vouchers = told(YEAR, kind)
    take(balance_ledger(file_type))
    assert told(YEAR, kind) == by_vouchers
    assert any(isinstance(exact, int) and exact for exact in by_vouchers.values())


@pytest.mark.parametrize("file_type", ["2", "3"])
def test_balances_by_month_tell_any_period_and_every_month(file_type):
    take(large_ledger(40))
    by_vouchers, figure, account = told(SPRING), questions.figure(Asked.of(SPRING), RESULT), questions.account("5010")
    take(balance_ledger(file_type))
    assert told(SPRING) == by_vouchers
    months = questions.figure(Asked.of(SPRING), RESULT).told.months
    assert [row.cells[0].exact for row in months.rows] == [row.cells[0].exact for row in figure.told.months.rows]
    assert [row.cells[0].exact for row in questions.account("5010").months.rows] == [
        row.cells[0].exact for row in account.months.rows
    ]


def test_balances_with_objects_tell_what_a_cost_centre_moved():
    take(large_ledger(400))
    of_vouchers = questions.object_accounts(("1", "3005"), Asked.of(SPRING)).table
    take(balance_ledger("3", 400))
    of_balances = questions.object_accounts(("1", "3005"), Asked.of(SPRING)).table
    assert [(row.id, row.cells[0].exact) for row in of_balances.rows] == [
        (row.id, row.cells[0].exact) for row in of_vouchers.rows
    ]
    assert len(of_balances.rows) > 1


def test_what_nobody_told_of_cost_centres_is_no_zero():
    take(large_ledger(400, year=2023), balance_ledger("3", 400))
    take(balance_ledger("2", 400))
    assert refused(lambda: questions.object_accounts(("1", "3005"), Asked.of(SPRING))) == ["objects-untold"]
    limited = questions.account("5010", period=SPRING, objects=ObjectSelection((("1", "3005"),)))
    assert limited.moved is None
    assert {row.cells[0] for row in limited.months.rows} == {BLANK}
    assert questions.overview(by=TERMINAL, asked=Asked.of(SPRING)).centres is None
    backwards = Asked(Period(202301, 202308), SPRING)
    assert [column.id for column in questions.overview(by=TERMINAL, asked=backwards).centres.columns] == ["actual"]
    assert [column.id for column in questions.object_accounts(("1", "3005"), backwards).table.columns] == ["actual"]


@pytest.mark.parametrize("period", [SPRING, AUGUST, Period(202405, 202412), Period(202412, 202412)])
def test_part_of_what_is_one_sum_is_refused_wherever_it_is_asked_for(period):
    take(balance_ledger("1"))
    asked = Asked.of(period)
    questions_of_part = (
        lambda: questions.statements(asked),
        lambda: questions.statements_shown(asked, StatementKind.BALANCE),
        lambda: questions.figure(asked, RESULT),
        lambda: questions.overview(by=TERMINAL, asked=asked),
        lambda: questions.report("interim", asked),
        lambda: questions.account("5010", period=period),
        lambda: questions.object_accounts(("1", "3001"), asked),
    )
    for ask in questions_of_part:
        assert refused(ask) == [PERIOD_WITHIN_BALANCES.code]


def test_the_refusal_says_which_period_can_be_shown():
    take(balance_ledger("1").replace(b"#OMFATTN 20241231", b"#OMFATTN 20240831"))
    with pytest.raises(Refused) as refusal:
        questions.statements(Asked.of(Period(202401, 202404)))
    [problem] = refusal.value.problems
    assert (problem.place, problem.found, problem.remedy) == (
        "2024-01..2024-04",
        "Filen 1.se hade bara saldon för hela januari–augusti 2024. Det går inte att visa januari–april 2024 för sig.",
        "Välj januari–augusti 2024, eller läs in en fil med verifikationer eller med saldon per månad.",
    )
    questions.statements(Asked.of(SPRING))
    questions.statements(Asked.of(YEAR))  # to the end of the year: what is not booked yet is told of as always


def test_only_the_whole_is_offered():
    take(balance_ledger("1"), large_ledger(40, year=2023))
    sums, vouchers = questions.periods().years
    assert [str(choice.period) for choice in sums.choices] == ["2024-01..2024-12"]
    assert len(vouchers.choices) > 12


def test_no_part_of_one_sum_is_offered_to_compare_with():
    take(large_ledger(40), large_ledger(40, year=2023), balance_ledger("1", year=2022))
    known = questions.periods()
    offered = {str(choice.period) for period in (SPRING, YEAR) for choice in questions.comparisons(period, known)}
    assert "2022-01..2022-12" in offered
    assert "2022-01..2022-08" not in offered


def test_there_are_no_months_to_show_of_one_sum():
    take(balance_ledger("1"), large_ledger(40, year=2023))
    asked = Asked.of(YEAR)
    assert questions.figure(asked, RESULT).told.months is None
    bank = questions.account("1930")
    assert (bank.months, bank.balances) == (None, None)
    shown = questions.overview(by=TERMINAL, asked=asked)
    assert (shown.cost, shown.has_months) == (None, False)
    report = questions.report("interim", asked).document
    assert not [block for section in report.sections for block in section.blocks if type(block).__name__ == "Chart"]


def test_a_year_before_that_is_one_sum_has_no_column_among_the_months():
    take(balance_ledger("1", year=2023), large_ledger(40))
    told = questions.figure(Asked.of(YEAR), RESULT).told.months
    assert [column.label for column in told.columns] == ["2024"]
    assert told.remarks == ("2023 är inläst som saldon för hela tiden och har inga månader.",)
    assert [column.id for column in questions.overview(by=TERMINAL, asked=Asked.of(YEAR)).cost.chart.table.columns] == [
        "actual"
    ]


def test_a_comparison_with_part_of_one_sum_is_left_out_and_it_is_said_why():
    take(balance_ledger("1", year=2023), large_ledger(40))
    assert "previous" not in {column for _, _, column in told(SPRING)}
    [finding] = questions.statements_shown(Asked.of(SPRING), StatementKind.INCOME).findings
    assert finding.found == (
        "Jämförelsen januari–augusti 2023 kan inte visas: "
        "filen för det året hade bara saldon för hela januari–december 2023."
    )
    assert isinstance(told(YEAR)["income", "resultat", "previous"], int)
    assert questions.statements_shown(Asked.of(YEAR), StatementKind.INCOME).findings == ()


def test_an_import_says_how_much_it_tells():
    take(large_ledger(40), balance_ledger("1", year=2023), balance_ledger("2", year=2022))
    assert [(taken.detail, bool(taken.balances_only)) for taken in questions.imports()] == [
        (Detail.VOUCHERS, False),
        (Detail.PERIOD, True),
        (Detail.MONTHS, True),
    ]
    assert "Filen hade saldon, inga verifikationer." in questions.statements(Asked.of(YEAR)).provenance[1]


def test_a_voucher_is_not_missing_from_a_file_that_has_none():
    take(large_ledger(40))
    take(balance_ledger("2"))
    [other] = questions.voucher(100_000_000).others
    assert other.likeness is questions.Likeness.NO_VOUCHERS


def test_a_search_tells_which_years_have_no_vouchers():
    take(balance_ledger("2"), large_ledger(40, year=2023))
    answer = questions.search("hyra", by=TERMINAL)
    assert [taken.year.in_words for taken in answer.without] == ["2024"]
    assert answer.texts.rows
