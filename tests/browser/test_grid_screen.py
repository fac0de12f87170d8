"""Forecasts are written in the follow-up as in a spreadsheet, and two persons in it lose nothing: in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.serving import Served

Open = Callable[..., Page]
ADDRESS = "/kostnadsstallen/?period=2024-01..2024-08"
COMMENT = "prognoskommentar"


def field(page: Page, row: str, column: str = "forecast") -> Locator:
    return page.locator(f'#cost-centres input[name="{column} {row}"]')


def total(page: Page, row: str = "total", column: str = "forecast") -> Locator:
    return page.locator(f'[id="cost-centres.{row}.{column}"]')


def write(page: Page, row: str, text: str, column: str = "forecast") -> None:
    field(page, row, column).focus()
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def saved(page: Page) -> None:
    expect(page.locator("[data-state=waiting], [data-state=unsaved]")).to_have_count(0)
    expect(page.locator("[data-grid-told]").first).to_have_text(re.compile(r"Sparat kl \d\d\.\d\d"))


def shows(place: Locator, text: str) -> None:
    expect(place).to_have_text(text.replace(" ", "\u00a0"))


def holds(place: Locator, text: str) -> None:
    expect(place).to_have_value(text.replace(" ", "\u00a0"))


def test_forecasts_are_written_by_keyboard_and_the_sums_follow(own_site: Served, opened: Open):
    page = opened(own_site, "ekonom", ADDRESS)
    shows(total(page), "−19 185 000")
    field(page, "3011").focus()
    page.keyboard.type("200 000")
    page.keyboard.press("Enter")
    expect(field(page, "3013")).to_be_focused()
    page.keyboard.type("700 000")
    page.keyboard.press("Tab")
    expect(field(page, "3013", COMMENT)).to_be_focused()
    saved(page)
    shows(total(page), "−18 770 000")
    holds(field(page, "3011"), "−200 000")
    page.keyboard.press("F2")
    page.keyboard.type(", sänkt i juni")
    page.keyboard.press("Enter")
    saved(page)
    page.keyboard.press("Control+z")
    saved(page)
    expect(field(page, "3013", COMMENT)).to_have_value("Avtalad fast summa för året")
    page.keyboard.press("Control+y")
    saved(page)
    page.reload()
    holds(field(page, "3013"), "−700 000")
    expect(field(page, "3013", COMMENT)).to_have_value("Avtalad fast summa för året, sänkt i juni")
    shows(total(page), "−18 770 000")


def test_what_cannot_be_read_is_told_and_an_emptied_cell_shows_the_proposal(own_site: Served, opened: Open):
    page = opened(own_site, "ekonom", ADDRESS)
    write(page, "3011", "sexhundra")
    below = page.locator("tr.grid-told")
    expect(below).to_contain_text("”sexhundra” är inget belopp.")
    shows(total(page), "−19 185 000")
    field(page, "3011").focus()
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    saved(page)
    expect(below).to_have_count(0)
    holds(field(page, "3011"), "−610 000")
    expect(page.locator('td:has(input[name="forecast 3011"]) .note')).to_have_text("Förslag: avtal")


def test_two_persons_in_the_same_grid_lose_nothing(own_site: Served, opened: Open):
    mine, theirs = opened(own_site, "ekonom", ADDRESS), opened(own_site, "chef", ADDRESS)
    write(mine, "3011", "600 000")
    saved(mine)
    write(theirs, "3001", "6 000 000")
    saved(theirs)
    shows(total(theirs), "−18 835 000")

    write(theirs, "3011", "500 000")  # the same cell: both are shown
    told = theirs.locator("tr.grid-told")
    expect(told).to_contain_text("Demoekonom")
    expect(told).to_contain_text("−600\u00a0000")
    told.get_by_role("button", name=re.compile("Ta deras")).click()
    holds(field(theirs, "3011"), "−600 000")

    write(mine, "3005", "300 000")  # number by one, comment by the other
    saved(mine)
    write(theirs, "3005", "Färre utbildningar", COMMENT)
    saved(theirs)
    mine.reload()
    holds(field(mine, "3005"), "−300 000")
    expect(field(mine, "3005", COMMENT)).to_have_value("Färre utbildningar")
    holds(field(mine, "3001"), "−6 000 000")
    shows(total(mine), "−18 755 000")


def test_a_figure_opens_in_the_panel_and_the_columns_are_chosen(own_site: Served, opened: Open):
    page = opened(own_site, "ekonom", ADDRESS)
    total(page, "3011", "unbooked").click()
    expect(page.locator("#panel-title")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_text("Välj kolumner", exact=True).click()
    page.get_by_role("checkbox", name="Kvar av årets budget").uncheck()
    page.get_by_role("button", name="Visa kolumnerna").click()
    expect(page).to_have_url(re.compile("kolumner=actual,unbooked"))
    expect(total(page, column="remaining")).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    content = download.value.path().read_text("utf-8-sig")
    assert "Kvar av årets budget" not in content
    assert "Prognos helår 2024" in content


@pytest.mark.parametrize("path", [ADDRESS, f"{ADDRESS}&enhet=tkr"])
def test_without_scripts_the_form_is_sent_whole(own_site: Served, opened: Open, path: str):
    page = opened(own_site, "ekonom", path, java_script_enabled=False)
    field(page, "3011").fill("600" if "tkr" in path else "600 000")
    field(page, "3001").fill("ingen aning")
    page.get_by_role("button", name="Spara").first.click()
    expect(page.locator("main")).to_contain_text("Allt kunde inte sparas")
    expect(field(page, "3001")).to_have_value("ingen aning")
    field(page, "3001").fill("6 340" if "tkr" in path else "6 340 000")
    page.get_by_role("button", name="Spara").first.click()
    shows(total(page), "−19 175" if "tkr" in path else "−19 175 000")
