"""How does a test get a real browser? One a process: its driver does not bear company."""

import atexit
import os
import shutil
from functools import cache

import pytest
from playwright.sync_api import Browser, sync_playwright

_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
"""It runs as anybody, and does not call home."""


@cache
def chromium() -> Browser:
    """Return Debian's Chromium without a window, or skip the test. It is closed when the process ends."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # its loop runs in this thread; other tests here use a database
    driver = sync_playwright().start()
    started = driver.chromium.launch(executable_path=path, args=_QUIET)
    atexit.register(driver.stop)
    atexit.register(started.close)
    return started
