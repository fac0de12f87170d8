"""A line of the layout is added, moved and removed: by the keyboard alone, and without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.serving import Served

Open = Callable[..., Page]


def lines(page: Page) -> list[str]:
    """Return the lines of the costs as the preview of the statement prints them."""
    labels = page.locator(".layout-preview tbody th").all_inner_texts()
    return [label for label in labels if label in {"Lokalkostnader", "Telefon", "Övriga kostnader"}]


def press(page: Page, row: str, button: str) -> None:
    """Open the change of a line and press one of its buttons, with keys."""
    summary = page.locator(f"#{row} > .tree-row summary")
    summary.focus()
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        heard = page.evaluate("document.activeElement.innerText ?? ''").replace("\n", " ")
        if heard.startswith(button):
            return page.keyboard.press("Enter")
    raise AssertionError(f"Tab never came to {button}")


def test_a_line_is_added_moved_and_removed_by_the_keyboard_alone(own_site: Served, opened: Open):
    page = opened(own_site, "ekonom", "/uppstallning/")
    page.locator("#linje-lokalkostnader > .tree-row summary").focus()
    page.keyboard.press("Enter")
    page.locator("#linje-lokalkostnader").get_by_label("Ny rad efter den här").focus()
    page.keyboard.type("Telefon")
    page.keyboard.press("Enter")
    page.locator("#linje-telefon").wait_for()
    assert lines(page) == ["Lokalkostnader", "Telefon", "Övriga kostnader"]

    press(page, "linje-telefon", "Flytta upp")
    page.wait_for_url("**steg=upp**")
    assert lines(page) == ["Telefon", "Lokalkostnader", "Övriga kostnader"]
    expect(page.locator(":focus"), "the next step is one press away").to_contain_text("Flytta upp")

    page.keyboard.press("Tab")  # past "Flytta upp" to "Flytta ned"
    page.keyboard.press("Enter")
    page.wait_for_url("**steg=ned**")
    expect(page.locator(":focus")).to_contain_text("Flytta ned")  # the browser moves there after the page is loaded
    page.keyboard.press("Enter")
    expect(page.locator(".latest-change")).to_contain_text("efter Övriga kostnader")
    assert lines(page) == ["Lokalkostnader", "Övriga kostnader", "Telefon"]

    page.goto("/uppstallning/")
    press(page, "linje-telefon", "Ta bort raden")
    expect(page.locator(".latest-change")).to_contain_text("Rad borttagen ur Resultaträkning: Telefon")
    page.get_by_role("button", name="Ångra").press("Enter")
    expect(page.locator("#linje-telefon")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
def test_without_scripts_the_same_forms_do_the_same(own_site: Served, opened: Open, width: int):
    look = {"java_script_enabled": False, "viewport": {"width": width, "height": 700}}
    page = opened(own_site, "ekonom", "/uppstallning/?rad=ext_kostnader", **look)
    row = page.locator("#linje-ext_kostnader")
    row.get_by_role("button", name="Flytta upp").click()
    row.get_by_role("button", name="Ta bort raden").click()
    expect(row).to_have_count(0)
    page.get_by_role("button", name="Ångra").click()
    expect(row).to_be_visible()
    row = page.locator("#linje-lokalkostnader")
    page.goto("/uppstallning/?rad=lokalkostnader")
    expect(row).to_contain_text("På raden ”Lokalkostnader” står konto 6010 Lokalhyror.")
    expect(row.get_by_role("button", name="Ta bort raden")).to_have_count(0)
