"""The measurements run, are written as a page of ratios, and statements do not grow with postings."""

import os

import pytest
from bench.page import page
from bench.results import Results
from bench.run import run
from bench.sizes import QUICK

MOST = 3
"""Times more that 50 000 postings may cost than 1 000. A machine that is busy doubles anything; growth would be ×50."""


def test_everything_is_measured_and_told_and_statements_do_not_grow(postgresql_server: str):
    """One test: the measurements run once, whoever shares the others."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMORDNA_TEST_DATABASE_URL", postgresql_server)
        results = run(QUICK, lambda _what: None)
    _statements_cost_the_same(results)
    _imports_are_told_in_parts(results)
    _the_page_has_a_row_for_all(results)


def _statements_cost_the_same(results: Results) -> None:
    assert [cost.engine for cost in results.statements] == ["SQLite", "PostgreSQL"]
    assert all(cost.ratio < MOST for cost in results.statements)


def _imports_are_told_in_parts(results: Results) -> None:
    for cost in results.imports:
        assert cost.postings == pytest.approx(3 * QUICK.vouchers, rel=0.1)
        assert set(cost.parts) == {"read", "use", "check", "mask", "sum", "write"}
        assert sum(cost.parts.values()) == pytest.approx(cost.seconds)
        assert cost.memory > results.yardstick.memory


def _the_page_has_a_row_for_all(results: Results) -> None:
    written = page(results)
    rows = {line.split("|")[1].strip() for line in written.splitlines() if line.startswith("| ")}
    assert {"Yardstick", "SQLite", "PostgreSQL", "PDF, warm", "PDF by WeasyPrint, warm", "DOCX", "XLSX"} <= rows
    assert {"For inside", "Counts in", "Goals"} <= rows
    assert os.uname().nodename not in written
    assert "/" not in written.replace("PDF/UA-1", "").replace("PDF/A-2a", "")
