"""The office's desk in a real browser: a question is asked at a cell by keyboard, and the same without scripts."""

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import PASSWORD
from tests.serving import Served

UNIT = "/siffror/aktiv-kraft-boras/aktiv-kraft/2024-01..2024-08/"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_question_is_asked_at_a_cell_by_keyboard_and_the_counts_go_back(
    browser: Browser, own_site: Served, scripts: bool
):
    context = browser.new_context(base_url=own_site.url, locale="sv-SE", java_script_enabled=scripts)
    page = context.new_page()
    _log_in(page)
    page.goto(UNIT)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Aktiv Kraft Borås")
    page.locator("button[name=ruta][value='starts:women']").press("Enter")
    asked = page.get_by_label("Startade, kvinnor", exact=True)
    expect(asked).to_be_focused()
    asked.fill("Är någon räknad två gånger?")
    page.locator("button[name=ruta][value='exits:men']").press("Enter")
    expect(page.get_by_label("Avslutade, män", exact=True)).to_be_focused()
    expect(asked).to_have_value("Är någon räknad två gånger?")
    page.get_by_role("button", name="Ta bort frågan om Avslutade, män").press("Enter")
    expect(page.get_by_label("Avslutade, män", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Skicka tillbaka med frågorna").last.press("Enter")
    expect(page.get_by_text("Siffrorna är tillbaka hos Aktiv Kraft Borås")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Är någon räknad två gånger?")).to_be_visible()
    context.close()


def _log_in(page: Page) -> None:
    page.goto("/logga-in/")
    page.locator("input[name=login]").fill("chef@demo.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button").click()
    page.wait_for_url("**/")
