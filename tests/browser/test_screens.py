"""Every screen is usable whatever the reader has: a phone, a large type, paper, own colours, no scripts, no eyes."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.browser.conftest import Open, keep_picture
from tests.browser.screens import SCREENS
from tests.serving import Served

screens = pytest.mark.parametrize("name", SCREENS, scope="module")
"""Everything that is asked of one screen, before the next: ``seen`` opens it once."""
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 700}
PICTURED_ON_A_PHONE = {"oversikt", "resultat", "siffra", "lamna-tabell", "mal", "statistik-offentligt"}
LARGE_TYPE = {"width": 640, "height": 450}
"""1280 × 900 at 200 %: as the browser lays it out."""
PAPER = {"width": 794, "height": 1123}


def shown(opened: Open, site: Served, name: str, **look: object) -> Page:
    screen = SCREENS[name]
    page = opened(site, screen.role, screen.at(site), **look)
    assert screen.says.casefold() in page.locator("main").inner_text().casefold()
    return page


@pytest.fixture(scope="module")
def seen(demo_site: Served, kept_open: Open, name: str) -> Iterator[Page]:
    """Return a screen to be looked at in one way after another: nothing on it is pressed."""
    page = shown(kept_open, demo_site, name)
    yield page
    page.close()


def looked_at(page: Page, size: dict[str, int], *, media: str = "screen", colours: str = "none") -> Page:
    """Return the same page as somebody else sees it."""
    page.emulate_media(media=media, forced_colors=colours)
    page.set_viewport_size(size)
    return page


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def sideways(page: Page) -> int:
    """Return by how much the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@screens
def test_axe_finds_nothing(demo_site: Served, opened: Open, name: str):
    page = shown(opened, demo_site, name, bypass_csp=True)
    keep_picture(page, name)
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert violations(page) == []


@screens
def test_it_fits_a_phone(demo_site: Served, opened: Open, name: str):
    page = shown(opened, demo_site, name, viewport=PHONE, has_touch=True)
    if name in PICTURED_ON_A_PHONE:
        keep_picture(page, f"{name}-320")
    assert sideways(page) <= 0
    assert cut_off(page) == []


@screens
def test_it_fits_at_twice_the_size(seen: Page):
    page = looked_at(seen, LARGE_TYPE)
    assert sideways(page) <= 0
    assert cut_off(page) == []


def cut_off(page: Page) -> list[str]:
    """Return what stands outside the window without a frame to scroll it in."""
    return page.evaluate(
        """() => [...document.querySelectorAll("main *")]
            .filter((one) => one.checkVisibility() && !one.closest(".frame, svg, .unseen, pre"))
            .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
            .map((one) => one.outerHTML.slice(0, 120))"""
    )


@screens
def test_on_paper_there_is_what_was_asked_for_and_nothing_is_cut(seen: Page):
    page = looked_at(seen, PAPER, media="print")
    for aside in ("nav.places", ".band nav", "[data-search]", "#panel", ".skip", ".pager", ".button", "footer"):
        assert not any(one.is_visible() for one in page.locator(aside).all()), aside
    assert page.locator("main h1").first.is_visible()
    assert sideways(page) <= 0
    assert (
        page.evaluate(
            """() => [...document.querySelectorAll(".frame")]
            .filter((one) => one.checkVisibility() && getComputedStyle(one).overflowX !== "visible")
            .map((one) => one.outerHTML.slice(0, 80))"""
        )
        == []
    )


@screens
def test_with_the_readers_own_colours_everything_can_be_told_apart(seen: Page):
    page = looked_at(seen, WIDE, colours="active")
    assert (
        page.evaluate(
            """() => [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, .button")]
            .filter((one) => one.checkVisibility() && !one.closest("[aria-hidden=true]"))
            .filter((one) => {
                const look = getComputedStyle(one);
                const bordered = parseFloat(look.borderBottomWidth) > 0 && look.borderBottomStyle !== "none";
                const drawn = one.matches("[type=checkbox], [type=radio], [type=file]");
                return !bordered && look.textDecorationLine === "none" && !drawn;
            })
            .map((one) => one.outerHTML.slice(0, 120))"""
        )
        == []
    )
    first = page.locator("main a[href], main button").first
    if first.count():
        first.focus()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


@screens
def test_without_scripts_it_says_and_offers_the_same(demo_site: Served, opened: Open, seen: Page, name: str):
    with_ = looked_at(seen, WIDE).locator("main")
    without = shown(opened, demo_site, name, java_script_enabled=False).locator("main")
    assert without.locator("h1, h2").all_inner_texts() == with_.locator("h1, h2").all_inner_texts()
    for offered in ("a[href]", "form", "button", "select"):
        assert without.locator(offered).count() == with_.locator(offered).count(), offered
    assert without.locator("form:not(:has(button))").count() == 0


@screens
def test_no_script_fails_and_the_policy_holds(demo_site: Served, opened: Open, name: str):
    screen, said = SCREENS[name], []
    page = opened(demo_site, screen.role, "/logga-in/" if not screen.role else "/hjalp/")
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(screen.at(demo_site))
    page.wait_for_load_state("networkidle")
    expected = [text for text in said if "status of 40" in text]  # the browser's own word on a page that says no
    assert said == expected


def test_every_place_of_the_navigation_is_among_the_screens(demo_site: Served, opened: Open):
    page = opened(demo_site, "ekonom", "/inlasning/")
    places = {link.get_attribute("href") for link in page.locator("nav.places a").all()}
    assert len(places) > 7
    shown_here = {screen.address.partition("?")[0] for screen in SCREENS.values()} | {
        "/rakenskaper/",
        "/budget/",
        "/plan/",
    }  # they lead on
    assert places - shown_here == set()
