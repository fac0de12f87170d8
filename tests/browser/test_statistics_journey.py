"""Statistics in a real browser: the director reads, changes audience, asks why a count is hidden, and gives out."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from tests.browser.conftest import keep_picture
from tests.serving import Served

Open = Callable[..., Page]
INFLOW = "/uppfoljning/?vy=inflow&period=2024-01..2024-08"


def test_the_director_changes_audience_sees_what_is_hidden_and_why_and_gives_it_out(own_site: Served, opened: Open):
    page = opened(own_site, "chef", INFLOW)
    main = page.locator("main")
    expect(main.get_by_role("img").first).to_be_visible()
    expect(main).to_contain_text("Alla antal visas som de är")
    expect(main.get_by_role("link", name="<5")).to_have_count(0)
    with page.expect_navigation():
        page.locator("select[name=for]").select_option(label="Offentligt")
    expect(main).to_contain_text("Antal under 5 visas inte")
    sign = main.get_by_role("link", name="<5").first
    sign.focus()
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    expect(panel).to_contain_text("Varför antalet inte visas")
    expect(panel).to_contain_text("Regeln gäller från 1 januari 2024")
    keep_picture(page, "statistik-bredvid")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(sign).to_be_focused()
    main.locator("summary", has_text="Lämna ut tabellerna").click()
    with page.expect_navigation():
        main.get_by_role("button", name="Lämna ut", exact=True).click()
    expect(main).to_contain_text("Tabellerna är utlämnade")
    address = page.url
    board = opened(own_site, "styrelse", "/uppfoljning/")
    expect(board.locator("main")).to_contain_text("Utlämnad statistik")
    board.get_by_role("link", name="Inflöde efter remittent och kön").click()
    board.wait_for_url(address)
    expect(board.locator("main").get_by_role("link", name="<5").first).to_be_visible()


def test_without_scripts_a_sign_opens_a_page_and_leads_back(own_site: Served, opened: Open):
    page = opened(own_site, "chef", f"{INFLOW}&for=alla", java_script_enabled=False)
    with page.expect_navigation():
        page.locator("main").get_by_role("link", name="<5").first.click()
    expect(page.locator("main")).to_contain_text("Varför antalet inte visas")
    with page.expect_navigation():
        page.get_by_role("link", name="Tillbaka till tabellen").first.click()
    assert "#rad-" in page.url
    with page.expect_navigation():
        page.locator("select[name=for]").select_option(label="Inom förbundet")
        page.get_by_role("button", name="Visa", exact=True).click()
    expect(page.locator("main")).to_contain_text("Alla antal visas som de är")
