"""Money followed, in a real browser: what is lacking is ordered and known again; a closed period asks for reasons."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.actions.later_ledger import vouchers_of, with_vouchers
from tests.browser.test_journey import hand_in
from tests.serving import Served

Open = Callable[..., Page]
PERIOD = "period=2024-01..2024-08"
FORGOTTEN = b'#VER "B" "9001" 20240815 "Efter"\r\n{\r\n#TRANS 5539 {1 "3011"} 1000.00\r\n#TRANS 1930 {} -1000.00\r\n}'


def file_of(scratch: Path, data: bytes) -> Path:
    path = scratch / "sjuharad-senare.se"
    path.write_bytes(data)
    return path


def test_an_accrual_is_ordered_and_known_again_in_the_next_file(own_site: Served, opened: Open, tmp_path: Path):
    page = opened(own_site, "ekonom", f"/ej-bokfort/?{PERIOD}")
    page.get_by_label("Ta med 3001 Aktiv Kraft Borås").uncheck()
    page.get_by_label("Ta med 3006 Gröna Vägen Framåt").uncheck()
    page.get_by_role("button", name="Gör bokningsorder").click()
    page.wait_for_url("**/ej-bokfort/bokningsorder/1/")
    expect(page.locator("main")).to_contain_text("406 666,68")
    with page.expect_download() as taken:
        page.get_by_role("link", name="SIE 4I, att läsa in").click()
    importable = Path(taken.value.path()).read_bytes()
    page.get_by_role("button", name="Markera som skickad").click()
    expect(page.locator("main")).to_contain_text("Markerad som skickad")

    hand_in(page, file_of(tmp_path, with_vouchers(vouchers_of(importable))))
    page.get_by_role("button", name="Läs in", exact=True).click()
    page.wait_for_url("**/inlasning/3/")
    expect(page.locator("main")).to_contain_text("Bokningsorder 1 har kommit i bokföringen")
    page.goto("/ej-bokfort/bokningsorder/1/")
    expect(page.locator("main")).to_contain_text("Bokförd")
    page.goto(f"/ej-bokfort/?{PERIOD}")
    expect(page.get_by_label("Ta med 3011 Aktiv Kraft Bollebygd")).to_have_count(0)


def test_a_period_is_closed_and_a_later_file_that_changes_it_asks_why(own_site: Served, opened: Open, tmp_path: Path):
    page = opened(own_site, "ekonom", "/avslut/2024-08/")
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_label("Anteckning om 1712").fill("Vänds i september")
    page.get_by_role("button", name="Spara konton").click()
    expect(page.locator("main")).to_contain_text("Sparat för 10 konton.")
    while page.locator("summary", has_text="Får stå så").count():
        page.locator("summary", has_text="Får stå så").first.click()
        page.get_by_label("Varför får det stå så?").first.fill("Bokas i september")
        page.locator("details[open]").get_by_role("button", name="Spara").click()
    page.get_by_role("button", name="Gör perioden preliminär").click()
    page.get_by_role("button", name="Stäng perioden").click()
    expect(page.locator("main")).to_contain_text("Perioden är stängd.")

    hand_in(page, file_of(tmp_path, with_vouchers(FORGOTTEN)))
    reason = page.get_by_label("Varför ska en stängd period ändras?")
    expect(reason).to_have_attribute("required", "")
    page.get_by_role("button", name="Läs in", exact=True).click()
    expect(page).to_have_url(re.compile("/inlasning/utkast/"))  # the browser itself asks for it
    reason.fill("Glömd faktura")
    page.get_by_role("button", name="Läs in", exact=True).click()
    page.wait_for_url("**/inlasning/3/")
    page.goto(f"/rakenskaper/resultat/?{PERIOD}")
    expect(page.locator("main")).to_contain_text("Perioden är stängd på inläsning 2")
    before = page.locator('[data-cell="income.res3.actual"]').inner_text()
    page.get_by_role("link", name="Visa perioden som den vore nu").click()
    assert page.locator('[data-cell="income.res3.actual"]').inner_text() != before
