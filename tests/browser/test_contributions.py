"""Agreements and contributions in a real browser: an agreement is signed and counts; a month is asked for and sent."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.actions.test_attachments import PDF
from tests.serving import Served

Open = Callable[..., Page]


def test_a_draft_is_given_a_sum_a_paper_and_signed(own_site: Served, opened: Open, tmp_path: Path):
    page = opened(own_site, "ekonom", "/avtal/?ar=2025")
    page.get_by_role("link", name="Bollebygds kommun, Aktiv Kraft Bollebygd").click()
    page.wait_for_url("**/avtal/10/")
    page.get_by_role("link", name="Ändra").click()
    page.get_by_label("Summa, kr").first.fill("620 000")
    page.get_by_label("Avtalat antal per år").fill("")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_label("Avtalat antal per år")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Summa, kr").first).to_have_value("620 000")
    page.get_by_label("Avtalat antal per år").fill("32")
    page.get_by_role("button", name="Spara").click()
    page.wait_for_url("**/avtal/10/")
    expect(page.locator("main")).to_contain_text("32 deltagare under året")
    paper = tmp_path / "avtal.pdf"
    paper.write_bytes(PDF)
    page.locator("input[type=file]").set_input_files(paper)
    page.get_by_role("button", name="Lägg till", exact=True).click()
    expect(page.get_by_role("link", name="avtal.pdf")).to_be_visible()
    page.locator("summary", has_text="Markera som undertecknat").click()
    page.locator("details[open]").get_by_role("button", name="Markera som undertecknat").click()
    expect(page.locator("main")).to_contain_text("Avtalets läge är ändrat.")
    page.goto("/avtal/?ar=2025")
    expect(page.locator("main")).to_contain_text("Avtalat mot budget och bokfört")
    expect(page.get_by_role("link", name="620 000").first).to_be_visible()


def test_a_month_is_asked_for_sent_and_marked_as_paid_without_scripts(own_site: Served, opened: Open):
    page = opened(own_site, "ekonom", "/bidrag/2024/rekvisitioner/", java_script_enabled=False)
    for box in page.get_by_label("September 2024").get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Begär", exact=True).click()
    expect(page.locator("main")).to_contain_text("rekvisitioner är begärda")
    month = page.get_by_label("September 2024")
    with page.expect_navigation():
        month.get_by_role("link").first.click()
    with page.expect_download() as taken:
        page.get_by_role("link", name="PDF").click()
    assert Path(taken.value.path()).read_bytes().startswith(b"%PDF")
    page.get_by_role("link", name="Rekvisitioner 2024").click()
    page.get_by_label("September 2024").get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Markera som betald").click()
    expect(page.locator("main")).to_contain_text(" är nu betald.")
