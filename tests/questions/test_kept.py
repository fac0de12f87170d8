"""What has been read is kept, and never answers for anything else."""

from fractions import Fraction

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.conftest import NewFolder
from tests.large_ledger import large_ledger

from samordna.domain.document import Number
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.statements.layout import StatementKind
from samordna.domain.statements.shipped import shipped_layout
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, THOUSANDS
from samordna.office import questions
from samordna.office.actions import TERMINAL, LedgerFile, enter_figures, retire_import, take_ledgers, withdraw_figure
from samordna.office.questions.kept import Kept
from samordna.office.store import models
from samordna.office.store.folder import open_folder

ASKED = Asked.of(Period(202401, 202412))


def take(seed: int) -> None:
    take_ledgers([LedgerFile(f"{seed}.se", large_ledger(40, seed=seed))], by=TERMINAL)


def result(**choices) -> int | Fraction:
    (table,) = questions.statements_shown(ASKED, StatementKind.INCOME, **choices).tables
    cell = table.cell("resultat", "actual")
    assert isinstance(cell, Number)
    return cell.exact


def budgeted() -> int | None:
    (table,) = questions.statements_shown(ASKED, StatementKind.INCOME).tables
    if "budget" not in {column.id for column in table.columns}:
        return None
    cell = table.cell("resultat", "budget")
    return cell.shown if isinstance(cell, Number) else None


def budget(kronor: int) -> None:
    figure = EnteredFigure("income:resultat", Scenario.BUDGET, ASKED.period, kronor * 100, KRONOR, "Budget 2024")
    enter_figures([figure], by=TERMINAL)


@pytest.mark.usefixtures("association_folder")
def test_asking_again_reads_no_sums():
    take(1)
    result()
    with CaptureQueriesContext(connection) as asked:
        result()
    tables = [model._meta.db_table for model in (models.MonthBalance, models.ObjectBalance, models.OpeningBalance)]
    assert not [query["sql"] for query in asked if any(table in query["sql"] for table in tables)]
    assert len(asked) <= 7


@pytest.mark.usefixtures("association_folder")
def test_a_new_import_shows_at_once_and_the_old_as_known_then():
    take(1)
    then = result()
    take(2)
    now = result()
    assert now != then
    assert result(versions=[1]) == then
    assert result(versions=[2]) == now
    retire_import(2, reason="Fel fil", by=TERMINAL)
    take(3)
    assert result() not in {then, now}


@pytest.mark.usefixtures("association_folder")
def test_an_entered_figure_shows_at_once_and_so_does_its_withdrawal():
    take(1)
    assert budgeted() is None
    budget(100)
    assert budgeted() == 100
    budget(200)
    assert budgeted() == 200
    withdraw_figure("income:resultat", Scenario.BUDGET, ASKED.period, reason="Ny budget väntas", by=TERMINAL)
    assert budgeted() is None


@pytest.mark.usefixtures("association_folder")
def test_another_layout_and_another_unit_have_their_own_answers():
    take(1)
    income = questions.statements_shown(ASKED, StatementKind.INCOME)
    other = questions.statements_shown(
        ASKED, StatementKind.INCOME, layout=lambda year: shipped_layout("sjuharad", year)
    )
    assert [row.id for row in income.tables[0].rows] != [row.id for row in other.tables[0].rows]
    tables = questions.statements_shown(ASKED, StatementKind.INCOME, unit=THOUSANDS).tables
    assert tables[0].unit == THOUSANDS
    assert questions.statements_shown(ASKED, StatementKind.INCOME).tables == income.tables


def test_two_associations_in_one_process_never_answer_for_each_other(new_folder: NewFolder):
    """Their databases are copies of one: the same version numbers, and associations made at the same time."""
    one, other = new_folder("ett"), new_folder("annat")
    known = {}
    for seed, folder in enumerate((one, other), start=1):
        open_folder(folder)
        take(seed)
        budget(seed * 100)
        known[folder] = (result(), budgeted())
    assert known[one][0] != known[other][0]
    assert (known[one][1], known[other][1]) == (100, 200)
    for _ in range(2):
        for folder in (one, other):
            open_folder(folder)
            assert (result(), budgeted()) == known[folder]


@pytest.mark.usefixtures("association_folder")
def test_what_is_undone_is_not_kept():
    """A figure entered in a transaction that is rolled back takes its number with it: another may get that number."""
    take(1)
    key = {"key": "income:resultat", "scenario": "budget", "first_month": 202401, "last_month": 202412}
    row = {**key, "unit": "kr", "source": "Budget", "entered_by_name": "x", "entered_at": "2024-01-01T00:00:00Z"}
    last = (models.EnteredFigure.objects.order_by("-id").values_list("id", flat=True).first() or 0) + 1
    with transaction.atomic():
        models.EnteredFigure.objects.create(id=last, exact=500_00, **row)
        assert budgeted() == 500
        transaction.set_rollback(True)
    assert budgeted() is None
    models.EnteredFigure.objects.create(id=last, exact=700_00, **row)
    assert budgeted() == 700


def test_the_least_lately_asked_leaves_when_there_is_no_more_room():
    kept, made = Kept[int](2), list[str]()

    def of(key: str) -> None:
        kept.of(key, lambda: len(made) if made.append(key) is None else 0)

    for key in ("a", "b", "a", "c", "a", "b"):
        of(key)
    assert made == ["a", "b", "c", "b"]
