"""A browser for the tests of the look: one for all of them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.look.viewing import browser


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Return a real Chromium, or skip the test."""
    with browser() as started:
        yield started
