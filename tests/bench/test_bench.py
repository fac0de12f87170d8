"""The measurements run, are written as a page of ratios, and statements do not grow with postings."""

import os

import pytest
from bench.page import page
from bench.results import Results
from bench.run import run
from bench.sizes import QUICK

MOST = 3
"""Times more that 50 000 postings may cost than 1 000. A machine that is busy doubles anything; growth would be ×50."""


@pytest.fixture(scope="module")
def results(postgresql_server: str) -> Results:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMORDNA_TEST_DATABASE_URL", postgresql_server)
        return run(QUICK, lambda _what: None)


def test_statements_cost_the_same_however_many_postings(results: Results):
    assert [cost.engine for cost in results.statements] == ["SQLite", "PostgreSQL"]
    assert all(cost.ratio < MOST for cost in results.statements)


def test_an_import_is_told_whole_and_in_parts(results: Results):
    for cost in results.imports:
        assert cost.postings == pytest.approx(3 * QUICK.vouchers, rel=0.1)
        assert set(cost.parts) == {"read", "use", "check", "mask", "sum", "write"}
        assert sum(cost.parts.values()) == pytest.approx(cost.seconds)
        assert cost.memory > results.yardstick.memory


def test_the_page_holds_a_row_for_all_that_was_measured(results: Results):
    written = page(results)
    rows = {line.split("|")[1].strip() for line in written.splitlines() if line.startswith("| ")}
    assert {"Yardstick", "SQLite", "PostgreSQL", "PDF, warm", "PDF by WeasyPrint, warm", "DOCX", "XLSX"} <= rows
    assert os.uname().nodename not in written
    assert "/" not in written.replace("PDF/UA-1", "").replace("PDF/A-2a", "")
