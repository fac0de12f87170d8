"""What does a test in a real browser ask for? The demo, served by the real command, and Debian's Chromium.

Nothing here may touch the database: the browser's driver runs a loop of its own in this process.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser import ledgers
from tests.browser.unit_links import link_secret
from tests.chromium import chromium
from tests.demo import demo  # noqa: F401 - a fixture
from tests.serving import Served, served

PASSWORD = "demo-losenord"
Open: TypeAlias = Callable[..., Page]
"""Opens a page: of which site, as the user of which role (nobody: empty), which address, seen how."""


@pytest.fixture(scope="session")
def browser() -> Browser:
    """Return a real browser."""
    return chromium()


@pytest.fixture(scope="session")
def demo_site(browser: Browser, demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:  # noqa: F811
    """Return the demo association Sjuhärad, served, with something on every screen. Tests share it and only read."""
    folder = tmp_path_factory.mktemp("served") / "sjuharad"
    shutil.copytree(demo / "sjuharad", folder)
    links = {
        name: link_secret(folder, "aktiv-kraft-mark", period)
        for name, period in (("to_tell", "2024-09..2024-12"), ("told", "2024-01..2024-08"))
    }
    with served(folder) as site:
        site.links |= links
        site.cookies["ekonom"] = _logged_in(browser, site, "ekonom")
        context = browser.new_context(base_url=site.url, locale="sv-SE")
        context.add_cookies(site.cookies["ekonom"])
        prepare(context.new_page(), folder.parent)
        context.close()
        yield site


def prepare(page: Page, scratch: Path) -> None:
    """Hand in a spoilt file, one that differs, a table and other dimensions: drafts 1–4."""
    made = (ledgers.unbalanced, ledgers.dearer, ledgers.balance_list, ledgers.renumbered)
    for file in (make(scratch) for make in made):
        page.goto("/inlasning/")
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Lämna in", exact=True).click()
        page.wait_for_url("**/inlasning/utkast/*/")


@pytest.fixture
def own_site(demo: Path, tmp_path: Path) -> Iterator[Served]:  # noqa: F811
    """Return the same demo served for one test, which may change it."""
    folder = tmp_path / "sjuharad"
    shutil.copytree(demo / "sjuharad", folder)
    with served(folder) as site:
        yield site


@pytest.fixture(scope="session")
def contexts() -> dict[object, BrowserContext]:
    """Hold the browser's windows by who looks and how: to open one takes longer than to look at a page in it."""
    return {}


@pytest.fixture(scope="session")
def kept_open(browser: Browser, contexts: dict[object, BrowserContext]) -> Open:
    """Return a function that opens a page of a site as the user of a role (``ekonom``); whoever asks closes it."""

    def open_(site: Served, role: str = "ekonom", path: str = "/", **look: object) -> Page:
        key = (site.url, role, repr(sorted(look.items())))
        if key not in contexts or not role:  # who begins as nobody may log in: nobody else begins there
            contexts[key] = _context(browser, site, role, look)
        page = contexts[key].new_page()
        page.set_default_timeout(20_000)
        page.goto(path)
        return page

    return open_


@pytest.fixture
def opened(kept_open: Open) -> Iterator[Open]:
    """Return the same for one test, at whose end everything is closed."""
    pages = list[Page]()

    def open_(*whose: object, **look: object) -> Page:
        pages.append(kept_open(*whose, **look))
        return pages[-1]

    yield open_
    for page in pages:
        page.close()


def _context(browser: Browser, site: Served, role: str, look: dict[str, object]) -> BrowserContext:
    if role and role not in site.cookies:
        site.cookies[role] = _logged_in(browser, site, role)
    look = {"locale": "sv-SE", "viewport": {"width": 1280, "height": 900}} | look
    context = browser.new_context(base_url=site.url, accept_downloads=True, **look)
    if role:
        context.add_cookies(site.cookies[role])
    return context


def _logged_in(browser: Browser, site: Served, role: str) -> list[dict]:
    """Log in once for each role and return the cookies: telling passwords apart is meant to take time."""
    context = browser.new_context(base_url=site.url, locale="sv-SE")
    page = context.new_page()
    page.goto("/logga-in/")
    log_in(page, role)
    page.wait_for_url(f"{site.url}/")
    cookies = context.cookies()
    context.close()
    return cookies


def log_in(page: Page, role: str) -> None:
    """Fill in the login form as a person does."""
    page.get_by_label("E-post").fill(f"{role}@demo.example")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()


PICTURES = Path(__file__).parents[2] / "docs" / "pictures" / "site"


def keep_picture(page: Page, name: str, *, full: bool = False) -> None:
    """Keep what is seen as a picture of the docs, when ``make docs`` asks for it."""
    if os.environ.get("SAMORDNA_PICTURES") == "keep":
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=full)
