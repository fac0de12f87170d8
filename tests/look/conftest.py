"""A browser for the tests of the look."""

import pytest
from playwright.sync_api import Browser
from tests.chromium import chromium as started


@pytest.fixture(scope="session")
def chromium() -> Browser:
    """Return a real Chromium, or skip the test."""
    return started()
