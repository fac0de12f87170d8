"""A browser for the tests of the look."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.chromium import chromium as started
from tests.look.viewing import WINDOWS


@pytest.fixture(scope="session")
def chromium() -> Browser:
    """Return a real Chromium, or skip the test."""
    return started()


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Close what a test has opened: a page that nobody looks at still takes its time."""
    yield
    while WINDOWS:
        WINDOWS.pop().close()
