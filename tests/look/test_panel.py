"""A figure opens beside the page, leads on step by step, and leads back to where it began, by the keyboard alone."""

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.look.viewing import opened

RESULT = "Övriga kostnader, Jan–aug 2024: −313 371,70"


@pytest.fixture
def page(chromium: Browser) -> Page:
    return opened(chromium)


def figure(page: Page, name: str = RESULT):
    return page.get_by_role("link", name=name)


def into_panel(page: Page) -> None:
    figure(page).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_be_focused()


def test_a_figure_is_named_by_its_row_and_its_column(page: Page) -> None:
    expect(figure(page)).to_have_count(1)


def test_enter_opens_it_and_the_focus_goes_to_the_panels_heading(page: Page) -> None:
    into_panel(page)
    expect(page.get_by_role("complementary", name="Övriga kostnader, jan–aug 2024")).to_be_visible()
    expect(figure(page)).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("button", name="Tillbaka")).to_be_hidden()


def test_escape_closes_it_and_the_focus_returns_to_the_figure(page: Page) -> None:
    into_panel(page)
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(figure(page)).to_be_focused()
    assert figure(page).get_attribute("aria-current") is None


def test_two_steps_in_escape_goes_one_back_to_the_link_it_came_by(page: Page) -> None:
    into_panel(page)
    step = page.locator("#panel").get_by_role("link", name="Konto 5540, Övriga kostnader")
    step.press("Enter")
    expect(page.get_by_role("button", name="Tillbaka")).to_be_visible()
    page.keyboard.press("Escape")
    expect(step).to_be_focused()
    page.keyboard.press("Escape")
    expect(figure(page)).to_be_focused()


def test_the_browsers_back_closes_a_step_and_stang_closes_them_all(page: Page) -> None:
    into_panel(page)
    page.locator("#panel").get_by_role("link", name="Verifikation A 17").click()
    expect(page.get_by_role("button", name="Tillbaka")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("button", name="Tillbaka")).to_be_hidden()
    page.locator("#panel").get_by_role("link", name="Verifikation A 17").click()
    expect(page.get_by_role("button", name="Tillbaka")).to_be_visible()
    page.get_by_role("button", name="Stäng", exact=True).click()
    expect(page.locator("#panel")).to_be_hidden()
    expect(figure(page)).to_be_focused()


def test_another_figure_takes_the_place_of_all_steps(page: Page) -> None:
    into_panel(page)
    page.locator("#panel").get_by_role("link", name="Verifikation A 17").click()
    expect(page.get_by_role("button", name="Tillbaka")).to_be_visible()
    other = page.get_by_role("link", name="Personalkostnader, Jan–aug 2024: −776 962,65")
    other.click()
    expect(page.get_by_role("button", name="Tillbaka")).to_be_hidden()
    expect(other).to_have_attribute("aria-current", "true")
    page.keyboard.press("Escape")
    expect(other).to_be_focused()


def test_a_page_that_is_loaded_again_shows_the_panel_again(page: Page) -> None:
    into_panel(page)
    page.reload()
    expect(page.locator("#panel-title")).to_be_visible()
    page.keyboard.press("Escape")
    expect(figure(page)).to_be_focused()


def test_arrows_move_between_the_figures_over_headings(page: Page) -> None:
    figure(page, "Övriga intäkter, Jan–aug 2024: −9,82").focus()
    for key, name in (
        ("ArrowRight", "Övriga intäkter, Jan–aug 2023: 124 992,63"),
        ("ArrowDown", "Summa intäkter, Jan–aug 2023: 9 643 824,63"),
        ("ArrowDown", "Arvoden och ersättningar, Jan–aug 2023: −132 873,88"),
        ("ArrowLeft", "Arvoden och ersättningar, Jan–aug 2024: −90 063,58"),
        ("ArrowLeft", "Arvoden och ersättningar, Jan–aug 2024: −90 063,58"),
        ("ArrowUp", "Summa intäkter, Jan–aug 2024: 11 364 334,18"),
    ):
        page.keyboard.press(key)
        expect(figure(page, name)).to_be_focused()


def test_without_contact_the_panel_says_so_and_leads_on(page: Page) -> None:
    page.route("**/stil/?siffra=**", lambda route: route.abort())
    figure(page).click()
    expect(page.get_by_role("heading", name="Det gick inte att hämta")).to_be_focused()
    expect(page.get_by_role("link", name="Öppna som egen sida")).to_have_attribute("href", "/stil/?siffra=r10.c1")


def test_an_answer_that_is_no_panel_is_opened_as_the_page_it_is(page: Page) -> None:
    login = "<!doctype html><html lang=sv><title>Logga in</title><h1>Logga in</h1>"
    page.route("**/stil/?siffra=**", lambda route: route.fulfill(body=login, content_type="text/html"))
    figure(page).click()
    expect(page.get_by_role("heading", name="Logga in")).to_be_visible()


def test_without_scripts_the_same_link_leads_to_a_page(chromium: Browser) -> None:
    page = opened(chromium, java_script_enabled=False)
    figure(page).click()
    expect(page.get_by_role("heading", level=1, name="Övriga kostnader, jan–aug 2024")).to_be_visible()


def test_on_a_phone_the_panel_covers_the_page_and_nothing_under_it_is_reached(chromium: Browser) -> None:
    page = opened(chromium, width=320)
    figure(page).click()
    expect(page.locator("#panel-title")).to_be_focused()
    assert page.locator("#panel").bounding_box()["width"] == 320
    assert page.locator("main").evaluate("one => one.inert")
    page.get_by_role("button", name="Stäng", exact=True).click()
    expect(figure(page)).to_be_focused()


def test_beside_the_page_the_page_can_still_be_used(page: Page) -> None:
    into_panel(page)
    assert not page.locator("main").evaluate("one => one.inert")
    assert page.locator("#panel").bounding_box()["x"] >= page.locator("main").bounding_box()["width"] - 1
