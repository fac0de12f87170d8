"""A forecast is entered, a figure commented and the forecast frozen: by the keyboard alone, and without scripts."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect
from tests.serving import Served

Open = Callable[..., Page]
PERIOD = "?period=2024-01..2024-08"


def test_a_row_is_changed_and_the_forecast_frozen_by_the_keyboard_alone(own_site: Served, opened: Open):
    page = opened(own_site, "ekonom", f"/prognos/{PERIOD}")
    page.locator("#rad-prognos-1001 + tr summary").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("255000")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("Två möten färre.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#rad-prognos-1001")
    expect(page.locator("#rad-prognos-1001")).to_contain_text("255\u00a0000")
    expect(page.locator("#rad-prognos-1001 + tr")).to_contain_text("Två möten färre.")
    page.get_by_label("Frys prognosen för").focus()
    page.keyboard.type("Styrelsen 12 september")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Styrelsen 12 september").press("Enter")
    expect(page.locator("table.statement")).to_contain_text("Tillsammans")


@pytest.mark.parametrize("width", [1280, 320])
def test_without_scripts_it_is_the_same_forms(own_site: Served, opened: Open, width: int):
    look = {"java_script_enabled": False, "viewport": {"width": width, "height": 800}}
    page = opened(own_site, "ekonom", f"/prognos/{PERIOD}", **look)
    more = page.locator("#rad-prognos-1001 + tr")
    more.locator("summary").click()
    more.get_by_label("Årets nettokostnad").fill("mycket")
    more.get_by_role("button", name="Spara").click()
    expect(page.locator("#rad-prognos-1001 + tr")).to_contain_text("är inget belopp")
    again = page.locator("#rad-prognos-1001 + tr")
    again.get_by_label("Årets nettokostnad").fill("255 000")
    again.get_by_role("button", name="Spara").click()
    expect(page.locator("#rad-prognos-1001")).to_contain_text("255\u00a0000")


def test_a_figure_is_commented_in_the_panel_and_the_note_is_in_the_files(
    own_site: Served, opened: Open, tmp_path: Path
):
    page = opened(own_site, "ekonom", f"/rakenskaper/uppfoljning/{PERIOD}")
    page.locator('a.drill[href*="/1010/forecast/"]').press("Enter")
    page.locator("#panel").get_by_label("Kommentera siffran").fill("Hyran höjs i oktober.")
    page.locator("#panel").get_by_role("button", name="Spara kommentaren").press("Enter")
    page.wait_for_url("**#rad-cost-centres-1010")
    expect(page.locator("main")).to_contain_text("Hyran höjs i oktober.")
    text = subprocess.run(
        ["pdftotext", str(taken(page, "PDF", tmp_path)), "-"], capture_output=True, text=True, check=True
    )
    assert "Hyran höjs i oktober." in text.stdout
    word = "\n".join(paragraph.text for paragraph in docx.Document(str(taken(page, "Word", tmp_path))).paragraphs)
    assert "Hyran höjs i oktober." in word


def taken(page: Page, label: str, scratch: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=label).click()
    file = scratch / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file
