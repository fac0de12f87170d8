"""Which imports held, until when, and what was known beside them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.large_ledger import large_ledger

from samordna.domain.values.problem import Refused, Severity
from samordna.office.actions import TERMINAL, LedgerFile, retire_import, take_ledgers
from samordna.office.questions import as_known_then, balances, import_history, import_shown, past_import, problems_of

pytestmark = pytest.mark.usefixtures("association_folder")


def take(year: int, *, seed: int = 1, vouchers: int = 30) -> int:
    file = LedgerFile(f"{year}-{seed}.se", large_ledger(vouchers, seed=seed, year=year))
    return take_ledgers([file], by=TERMINAL).taken[0].version


def test_an_import_that_holds_is_known_beside_everything_that_holds():
    take(2024)
    take(2023)
    assert as_known_then(1) == as_known_then(2) == (1, 2)


def test_an_import_that_was_replaced_is_known_beside_what_held_the_moment_before():
    take(2024, seed=1)  # 1
    take(2023, seed=1)  # 2: came in while 1 held
    take(2024, seed=2)  # 3 replaces 1
    take(2023, seed=2)  # 4 replaces 2
    take(2022)  # 5 came in when neither 1 nor 2 held
    assert [as_known_then(version) for version in (1, 2, 3, 4, 5)] == [(1, 2), (2, 3), (3, 4, 5), (3, 4, 5), (3, 4, 5)]


def test_an_import_taken_out_of_use_is_known_beside_what_held_then_and_beside_nothing_later():
    """A year of eighteen months that was a mistake never stands beside the year it shares days with."""
    wrong = large_ledger(30).replace(b"#RAR 0 20240101 20241231", b"#RAR 0 20230701 20241231")
    take_ledgers([LedgerFile("fel.se", wrong)], by=TERMINAL)
    retire_import(1, reason="Fel år i filen", by=TERMINAL)
    take(2024)
    assert (as_known_then(1), as_known_then(2)) == ((1,), (2,))
    assert past_import(1).retired.reason == "Fel år i filen"
    assert (past_import(1).replaced_by, past_import(2).replaced) == (None, None)


def test_the_books_as_known_then_can_be_read():
    take(2024, seed=1)
    take(2023, seed=1)
    then = balances()
    take(2024, seed=2)
    take(2023, seed=2)
    assert balances(versions=as_known_then(1)).years[1] == then.years[1]
    assert balances(versions=as_known_then(1)) == then


def test_the_history_tells_what_replaced_what_the_latest_first():
    take(2024, seed=1)
    take(2023)
    take(2024, seed=2)
    assert [(past.taken.version, past.replaced, past.replaced_by) for past in import_history()] == [
        (3, 1, None), (2, None, None), (1, None, 3),
    ]  # fmt: skip
    for past in import_history():
        told = problems_of(past.taken.version)
        assert past.warnings == sum(problem.severity is Severity.WARN for problem in told) > 0


def test_without_imports_there_is_no_history():
    assert import_history() == ()
    with pytest.raises(Refused):
        as_known_then(1)


def test_an_import_is_shown_beside_the_one_it_replaced():
    take(2024, seed=1)
    take(2024, seed=2)
    first, second = import_shown(1), import_shown(2)
    assert first.compared is None
    assert second.compared.before.version == 1
    differing = {row.account.number for row in second.compared.difference.rows}
    then, now = balances(versions=[1]).years[0], balances(versions=[2]).years[0]
    assert differing >= {n for n, moved in now.movements.accounts.items() if moved != then.movements.accounts.get(n)}
    row = second.compared.table.rows[0]
    assert row.cells[0].origin.imports == (1,)
    assert row.cells[1].origin.imports == (2,)
    assert second.problems


def test_an_import_is_shown_by_as_many_questions_however_many_postings():
    def queries(version: int) -> int:
        with CaptureQueriesContext(connection) as asked:
            import_shown(version)
        assert not [query for query in asked if "store_posting" in query["sql"]]
        return len(asked)

    take(2024, seed=1, vouchers=20)
    take(2024, seed=2, vouchers=20)
    take(2023, seed=1, vouchers=300)
    take(2023, seed=2, vouchers=300)
    assert queries(2) == queries(4) <= 30
