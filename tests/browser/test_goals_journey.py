"""A goal's source ends, the page asks for a decision, the board decides, and the report follows: in a real browser."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from tests.serving import Served

Open = Callable[..., Page]
SUS = "Minst 85 procent av det beräknade deltagarantalet är komplett inskrivet i SUS"
USE = "Parterna nyttjar de deltagaraktiviteter som är avtalade"
MAIN = "Insatserna ökar deltagarnas möjligheter till förvärvsarbete"


def main_text(page: Page, text: str) -> None:
    expect(page.locator("main")).to_contain_text(text)


def report_says(page: Page, *texts: str) -> None:
    """Make the report of the period and look for what it says of the goals."""
    page.goto("/rapporter/")
    page.get_by_role("button", name="Gör rapporten").click()
    page.wait_for_url("**/rapporter/*/")
    for text in texts:
        expect(page.locator("body")).to_contain_text(text)


def test_a_goal_whose_source_ends_asks_for_a_decision_and_the_report_follows(own_site: Served, opened: Open):
    page = opened(own_site, "chef", "/mal/")
    main_text(page, "Källan upphörde 1 januari 2023")
    page.get_by_role("link", name=USE).first.click()
    page.wait_for_url("**/mal/nyttjande/**")
    expect(page.get_by_role("heading", name="För in beslutet")).to_have_count(0)
    page.get_by_role("link", name="Ändra", exact=True).click()
    page.get_by_label("Källan upphörde", exact=False).first.fill("2024-06-01")
    page.get_by_role("button", name="Spara").click()
    main_text(page, "det framgår inte varför")
    page.get_by_label("Varför källan upphörde").fill("Avtalen räknar inte deltaganden längre.")
    page.get_by_role("button", name="Spara").click()
    page.wait_for_url("**/mal/nyttjande/")
    main_text(page, "Kan inte mätas")
    main_text(page, "Källan upphörde 1 juni 2024: Avtalen räknar inte deltaganden längre.")
    report_says(page, "Källan upphörde 1 juni 2024", "kan inte mätas 2")

    page.goto("/mal/nyttjande/")
    page.get_by_label("Målet läses av något annat").check()
    page.get_by_label("Vilket beslut").fill("Styrelsen § 41, 2024-09-20")
    page.get_by_role("combobox", name="Läses av").select_option(label="Startade inom fyra veckor")
    page.get_by_role("textbox", name="Målnivå").fill("2024 50 %")
    page.get_by_role("button", name="För in beslutet").click()
    main_text(page, "Beslutet är infört. Rapporterna följer det.")
    expect(page.get_by_role("heading", name="För in beslutet")).to_have_count(0)
    main_text(page, "läses från och med 1 juni 2024 av startade inom fyra veckor")

    page.goto("/mal/")
    page.get_by_role("link", name=SUS).first.click()
    page.get_by_label("Målet utgår").check()
    page.get_by_label("Vilket beslut").fill("Styrelsen § 42, 2024-09-20")
    page.get_by_role("button", name="För in beslutet").click()
    main_text(page, "har utgått från och med 1 januari 2023 (Styrelsen § 42, 2024-09-20)")
    report_says(page, "av startade inom fyra veckor", "har utgått från och med 1 januari 2023", "Av 3 mål")


def test_the_boards_words_are_written_in_without_scripts_and_the_board_reads_them(own_site: Served, opened: Open):
    page = opened(own_site, "ekonom", "/mal/", java_script_enabled=False)
    page.locator("summary", has_text="Skriv in styrelsens bedömning").click()
    page.get_by_label("Styrelsens bedömning").fill("Vi är på god väg mot målen.")
    page.get_by_label("Beslut", exact=True).fill("Styrelsen § 43")
    page.get_by_role("button", name="Spara").click()
    main_text(page, "Vi är på god väg mot målen.")
    board = opened(own_site, "styrelse", "/mal/")
    main_text(board, "Styrelsens bedömning, Styrelsen § 43")
    expect(board.get_by_role("link", name=MAIN)).to_be_visible()
    expect(board.locator("summary", has_text="Ändra styrelsens bedömning")).to_have_count(0)


def test_on_a_phone_each_goal_is_a_row_of_lines_with_its_verdict_first(demo_site: Served, opened: Open):
    page = opened(demo_site, "ekonom", "/mal/", viewport={"width": 320, "height": 800})
    goal = page.locator(".stacked tbody tr").first
    expect(goal.locator(".mark")).to_be_in_viewport(ratio=1)
    last = goal.locator("td:not(:empty)").last
    assert last.bounding_box()["x"] + last.bounding_box()["width"] <= 320
    assert (
        last.evaluate("one => getComputedStyle(one, '::before').content") == f'"{last.get_attribute("data-heading")}"'
    )
    desk = opened(demo_site, "ekonom", "/mal/")
    assert desk.locator(".stacked tbody tr").first.evaluate("one => getComputedStyle(one).display") == "table-row"
