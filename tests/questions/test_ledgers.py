"""What the reading side answers about ledgers."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.large_ledger import large_ledger

from samordna.domain.values.period import Period
from samordna.office.actions import TERMINAL, LedgerFile, take_ledgers
from samordna.office.questions import association, balances, imports

pytestmark = pytest.mark.usefixtures("association_folder")


@pytest.fixture
def three_years(association_folder: Path) -> Path:
    files = [LedgerFile(f"{year}.se", large_ledger(30, seed=year, year=year)) for year in (2022, 2024, 2023)]
    take_ledgers(files, by=TERMINAL)
    return association_folder


def years_of(known) -> list[int]:
    return [year.year.start.year for year in known.years]


def test_without_ledgers_there_are_no_balances():
    assert balances().years == ()
    assert imports() == ()


def test_the_association_is_the_one_the_folder_holds():
    assert association().name == "Samordningsförbundet Exempel"


@pytest.mark.usefixtures("three_years")
def test_years_come_oldest_first_however_they_were_taken():
    assert years_of(balances()) == [2022, 2023, 2024]


@pytest.mark.usefixtures("three_years")
def test_only_the_years_that_are_asked_for_are_read():
    assert years_of(balances(Period(202401, 202408), Period(202301, 202308))) == [2023, 2024]
    assert years_of(balances(Period(202212, 202301))) == [2022, 2023]
    assert years_of(balances(Period(201901, 201912))) == []


@pytest.mark.usefixtures("three_years")
def test_as_known_then_reads_the_versions_that_are_named():
    known_then = balances(Period(202401, 202412))
    newer = LedgerFile("2024-ny.se", large_ledger(30, seed=7, year=2024))
    take_ledgers([newer], by=TERMINAL)
    assert balances(Period(202401, 202412)) != known_then
    assert balances(versions=[2]) == known_then


@pytest.mark.usefixtures("three_years")
def test_the_number_of_queries_is_the_same_for_one_year_and_three():
    def queries(*periods: Period) -> int:
        with CaptureQueriesContext(connection) as asked:
            balances(*periods)
        return len(asked)

    assert queries(Period(202401, 202401)) == queries() <= 9


@pytest.mark.usefixtures("three_years")
def test_sums_are_read_only_of_the_objects_that_are_asked_for():
    everything, nothing, one = (balances(objects=asked).years[0].movements for asked in (None, (), {("1", "3005")}))
    assert nothing.objects == nothing.pairs == {}
    assert one.objects == {key: sums for key, sums in everything.objects.items() if key[1] == ("1", "3005")}
    assert one.pairs == {key: sums for key, sums in everything.pairs.items() if key[1] == ("1", "3005")}
    assert one.accounts == everything.accounts
