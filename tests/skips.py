"""When may a test be skipped? On a developer's machine that lacks a program; never in CI."""

import os
from collections.abc import Iterator

import pytest


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """Turn a skip into a failure when ``SAMORDNA_NO_SKIPS`` is set: a check that is skipped is no check."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if os.environ.get("SAMORDNA_NO_SKIPS") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped where nothing may be: {report.longrepr[2] if report.longrepr else ''}"
