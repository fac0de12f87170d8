"""An annual report is of a whole year and of nothing else; an interim report says when its months are others."""

import pytest

from samordna.domain.reports.kinds import KINDS
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Severity

YEAR = Period(202301, 202312)
BROKEN_YEAR = Period(202307, 202406)
FIRST_YEAR = Period(202307, 202412)


def found(kind: str, period: str, year: Period = YEAR) -> list[str]:
    return [str(problem) for problem in KINDS[kind].problems(Period.parse(period), year)]


@pytest.mark.parametrize("year", [YEAR, BROKEN_YEAR, FIRST_YEAR])
def test_an_annual_report_is_of_its_fiscal_year_however_long(year):
    assert list(KINDS["annual"].problems(year, year)) == []


@pytest.mark.parametrize("period", ["2023-01..2023-08", "2023-02..2023-12", "2023-12"])
def test_an_annual_report_of_a_part_is_refused_with_the_year_to_choose(period):
    [problem] = KINDS["annual"].problems(Period.parse(period), YEAR)
    assert problem.severity is Severity.REFUSE
    assert (
        problem.remedy == "Välj januari–december 2023 som period, när hela året är inläst, eller gör en delårsrapport."
    )


@pytest.mark.parametrize("period", ["2023-01..2023-06", "2023-01..2023-07", "2023-01..2023-08"])
def test_half_to_two_thirds_of_the_year_is_what_an_interim_report_is_of(period):
    assert found("interim", period) == []


@pytest.mark.parametrize("period", ["2023-01..2023-05", "2023-01..2023-09", "2023-02..2023-08", "2023-06", str(YEAR)])
def test_an_interim_report_of_other_months_is_made_and_told(period):
    [problem] = KINDS["interim"].problems(Period.parse(period), YEAR)
    assert problem.severity is Severity.WARN
    assert "till juni 2023 eller som längst augusti 2023" in problem.remedy
    assert ("gör en årsredovisning" in problem.remedy) is (period == str(YEAR))


def test_a_long_first_year_has_a_half_and_two_thirds_of_its_own():
    assert found("interim", "2023-07..2024-03", FIRST_YEAR) == []
    assert found("interim", "2023-07..2024-06", FIRST_YEAR) == []
    assert found("interim", "2023-07..2024-02", FIRST_YEAR) != []
    assert found("interim", "2023-07..2024-07", FIRST_YEAR) != []
