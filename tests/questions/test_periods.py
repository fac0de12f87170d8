"""Which periods a person is offered."""

import pytest
from tests.large_ledger import large_ledger

from samordna.domain.values.period import Period
from samordna.office import questions
from samordna.office.actions import TERMINAL, LedgerFile, take_ledgers

pytestmark = pytest.mark.usefixtures("association_folder")


def take(year: int, *, covers_to: str = "") -> None:
    data = large_ledger(30, seed=year, year=year)
    if covers_to:
        data = data.replace(f"#OMFATTN {year}1231".encode(), f"#OMFATTN {covers_to}".encode())
    take_ledgers([LedgerFile(f"{year}.se", data)], by=TERMINAL)


def test_without_books_there_is_nothing_to_choose():
    assert questions.periods() == questions.Periods((), None)


def test_the_usual_period_is_the_latest_year_as_far_as_it_is_covered():
    take(2024, covers_to="20240531")
    take(2023)
    known = questions.periods()
    assert known.default == Period(202401, 202405)
    assert [(year.label, year.version, year.covers_to) for year in known.years] == [
        ("2024", 1, 202405),
        ("2023", 2, 202312),
    ]
    assert known.versions == (1, 2)


def test_only_what_is_covered_is_offered_and_each_period_once():
    take(2024, covers_to="20240531")
    (year,) = questions.periods().years
    assert [(choice.label, str(choice.period)) for choice in year.choices] == [
        ("Året hittills (jan–maj 2024)", "2024-01..2024-05"),
        ("Tertial 1 (jan–apr 2024)", "2024-01..2024-04"),
        ("Kvartal 1 (jan–mar 2024)", "2024-01..2024-03"),
        ("Från årets början (jan–feb 2024)", "2024-01..2024-02"),
        ("Januari 2024", "2024-01..2024-01"),
        ("Februari 2024", "2024-02..2024-02"),
        ("Mars 2024", "2024-03..2024-03"),
        ("April 2024", "2024-04..2024-04"),
        ("Maj 2024", "2024-05..2024-05"),
    ]


def test_a_whole_year_has_its_thirds_and_quarters():
    take(2024)
    (year,) = questions.periods().years
    labels = [choice.label for choice in year.choices]
    assert labels[:8] == [
        "Hela året (jan–dec 2024)",
        "Tertial 1 (jan–apr 2024)",
        "Tertial 1–2 (jan–aug 2024)",
        "Kvartal 1 (jan–mar 2024)",
        "Kvartal 2 (apr–jun 2024)",
        "Kvartal 3 (jul–sep 2024)",
        "Kvartal 4 (okt–dec 2024)",
        "Från årets början (jan–feb 2024)",
    ]
    assert len({choice.period for choice in year.choices}) == len(labels)


def test_the_periods_of_imports_that_no_longer_hold_can_be_asked_for():
    take(2024, covers_to="20240531")
    take(2024)
    assert questions.periods().default == Period(202401, 202412)
    assert questions.periods([1]).default == Period(202401, 202405)


def test_a_comparison_is_offered_when_the_books_cover_it():
    for year in (2022, 2023, 2024):
        take(year)
    offered = questions.comparisons(Period(202405, 202408), questions.periods())
    assert [(choice.label, str(choice.period)) for choice in offered] == [
        ("Två år tidigare (maj–augusti 2022)", "2022-05..2022-08"),
        ("Närmast före (januari–april 2024)", "2024-01..2024-04"),
    ]
