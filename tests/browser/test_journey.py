"""The economist's way through a month, and the auditor's reading: in a real browser, on the demo."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser import ledgers
from tests.browser.conftest import keep_picture, log_in
from tests.serving import Served

Open = Callable[..., Page]
PERIOD = "period=2024-01..2024-08"


def hand_in(page: Page, file: Path) -> None:
    page.goto("/inlasning/")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Lämna in", exact=True).click()
    page.wait_for_url("**/inlasning/utkast/*/")


def cell(page: Page, place: str) -> str:
    return page.locator(f'[data-cell="{place}"]').inner_text().replace("\xa0", " ")


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.closest('[data-cell]')?.dataset.cell ?? document.activeElement.id")


def test_logging_in(demo_site: Served, opened: Open):
    page = opened(demo_site, "", f"/rakenskaper/resultat/?{PERIOD}")
    expect(page).to_have_url(re.compile(r"/logga-in/\?next="))
    page.get_by_label("E-post").fill("ekonom@demo.example")
    page.get_by_label("Lösenord").fill("fel lösenord")
    page.get_by_role("button", name="Logga in").click()
    expect(page.locator("main")).to_contain_text("stämmer inte")
    log_in(page, "ekonom")
    expect(page.get_by_role("heading", level=1)).to_have_text("Resultaträkning")  # where one was going


def test_a_file_with_problems_then_the_right_one(own_site: Served, opened: Open, tmp_path: Path):
    page = opened(own_site, "ekonom", f"/rakenskaper/resultat/?{PERIOD}")
    assert cell(page, "income.ovriga_kostnader.actual") == "−224 651,70"

    hand_in(page, ledgers.unbalanced(tmp_path))
    problem = page.get_by_role("row").filter(has_text="går inte jämnt ut")
    expect(problem).to_contain_text("sjuharad-fel.se, rad 654")
    expect(page.get_by_role("button", name="Läs in", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Avstå").click()

    hand_in(page, ledgers.dearer(tmp_path))
    difference = page.locator("table", has_text="6230").first
    expect(difference).to_contain_text("1 000,00")
    expect(page.locator("main")).to_contain_text("2 konton skiljer sig")
    page.get_by_role("button", name="Läs in", exact=True).click()
    page.wait_for_url("**/inlasning/3/")

    page.goto(f"/rakenskaper/resultat/?{PERIOD}")
    assert cell(page, "income.ovriga_kostnader.actual") == "−225 651,70"
    page.goto("/inlasning/2/")
    page.get_by_role("link", name=re.compile("som de var kända då")).click()
    assert cell(page, "income.ovriga_kostnader.actual") == "−224 651,70"


@pytest.mark.parametrize("code", ["..", "a/.."])
def test_a_cost_centre_with_dots_for_a_code_is_reached(own_site: Served, opened: Open, tmp_path: Path, code: str):
    page = opened(own_site, "ekonom", "/inlasning/")
    hand_in(page, ledgers.with_cost_centre(tmp_path, code))
    page.get_by_role("button", name="Läs in", exact=True).click()
    page.wait_for_url("**/inlasning/3/")
    page.goto("/")
    page.get_by_role("row").filter(has_text="Aktiv Kraft Borås").get_by_role("link").first.click()
    expect(page.locator("#panel")).to_contain_text("4 220 000,00")
    page.goto(page.locator("#panel [data-panel-page]").first.get_attribute("href"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{code} Aktiv Kraft Borås")


def test_a_saldolista_in_a_workbook_is_mapped_looked_at_and_taken(own_site: Served, opened: Open, tmp_path: Path):
    page = opened(own_site, "ekonom", f"/rakenskaper/resultat/?{PERIOD}")
    before = cell(page, "income.ovriga_kostnader.actual")
    hand_in(page, ledgers.balance_list(tmp_path))
    expect(page.locator("main")).to_contain_text("Till och med vilken dag gäller tabellen?")
    expect(page.get_by_label("Kolumn A", exact=True)).to_have_value("account")
    expect(page.get_by_role("row").filter(has_text="Bankgiro")).to_contain_text("1930")
    page.get_by_label("Räkenskapsår").fill("2024")
    page.get_by_label("Kolumn D", exact=True).select_option("")
    page.get_by_label("Kolumn C", exact=True).focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "kolumn-3"
    page.keyboard.type("Belopp")  # a list is chosen from by its letters, too
    expect(page.get_by_label("Kolumn D", exact=True)).to_have_value("amount")
    page.get_by_role("button", name="Spara och läs tabellen så").click()
    expect(page.locator("main")).to_contain_text("till och med vilken dag gäller tabellen", ignore_case=True)
    expect(page.get_by_label("Räkenskapsår")).to_have_value("2024")  # what was typed is there still

    page.get_by_label("Till och med").fill("2024-08-31")
    page.get_by_role("button", name="Spara och läs tabellen så").click()
    expect(page.locator("main")).to_contain_text("Inga belopp skiljer sig på något av")
    expect(page.locator("main")).to_contain_text("Filen hade saldon, inga verifikationer.")
    page.get_by_role("button", name="Läs in", exact=True).click()
    page.wait_for_url("**/inlasning/3/")
    page.goto(f"/rakenskaper/resultat/?{PERIOD}")
    assert cell(page, "income.ovriga_kostnader.actual") == before
    expect(page.locator("main")).to_contain_text("filen hade saldon, inga verifikationer")
    page.goto("/rakenskaper/resultat/?period=2024-01..2024-04")
    expect(page.locator("main")).to_contain_text("hade bara saldon för hela januari–augusti 2024")

    hand_in(page, ledgers.balance_list(tmp_path, "nästa.xlsx"))  # the same heads: only its time is asked for
    expect(page.get_by_label("Kolumn E", exact=True)).to_have_value("closing")


def test_a_dimension_gets_its_role_and_the_cost_centres_their_table(own_site: Served, opened: Open, tmp_path: Path):
    page = opened(own_site, "ekonom")
    centres = page.locator("#kostnadsstallen + * table").inner_text()
    hand_in(page, ledgers.renumbered(tmp_path))
    expect(page.locator("main")).to_contain_text("Ingen har sagt vad dimension 20 (Kostnadsställe) är.")
    page.get_by_label("20 Kostnadsställe").select_option(label="projekt")
    page.get_by_role("button", name="Spara och läs filen så").click()
    expect(page.locator("main")).to_contain_text("Dimensionerna 6 och 20 är båda satta som projekt.")
    page.get_by_label("20 Kostnadsställe").select_option(label="kostnadsställe")
    page.get_by_role("button", name="Spara och läs filen så").click()
    expect(page.locator("main")).to_contain_text("Dimensionerna är sparade, och filen är läst med dem.")
    expect(page.locator("main")).to_contain_text("Inga verifikationer skiljer sig")
    page.get_by_role("button", name="Läs in", exact=True).click()
    page.wait_for_url("**/inlasning/3/")
    page.goto("/")
    assert page.locator("#kostnadsstallen + * table").inner_text() == centres
    page.goto("/installningar/dimensioner/")
    expect(page.get_by_label("20 Kostnadsställe")).to_have_value("cost-centre")


def test_a_file_that_is_dropped_is_handed_in(own_site: Served, opened: Open, tmp_path: Path):
    page = opened(own_site, "ekonom", "/inlasning/")
    content = list(ledgers.dearer(tmp_path).read_bytes())
    given = page.evaluate_handle(
        """(bytes) => {
            const given = new DataTransfer();
            given.items.add(new File([new Uint8Array(bytes)], "2024-08.se"));
            return given;
        }""",
        content,
    )
    page.locator("form[data-drop]").dispatch_event("drop", {"dataTransfer": given})
    expect(page.get_by_role("heading", level=1)).to_have_text("2024-08.se")


def test_from_a_figure_to_a_voucher_and_back_by_the_keyboard_alone(demo_site: Served, opened: Open):
    page = opened(demo_site, "ekonom", f"/rakenskaper/resultat/?{PERIOD}")
    begin = "income.ovriga_kostnader.actual"
    reach(page, begin)

    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    expect(panel.locator("#panel-title")).to_be_focused()
    expect(panel).to_contain_text("224 651,70")
    keep_picture(page, "siffra-bredvid")

    tab_to(page, re.compile("^6230 Datakommunikation"))
    page.keyboard.press("Enter")
    expect(panel.locator("#panel-title")).to_contain_text("6230")
    tab_to(page, re.compile("L 11"))
    page.keyboard.press("Enter")
    expect(panel.locator("#panel-title")).to_contain_text("L 11")
    expect(panel).to_contain_text("2 362,50")
    keep_picture(page, "verifikation-bredvid")

    for title in ("6230", "Övriga kostnader"):
        page.keyboard.press("Escape")
        expect(panel.locator("#panel-title")).to_contain_text(title)
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    assert focused(page) == begin


def reach(page: Page, place: str) -> None:
    """Move the focus to a figure with Tab, then the arrows."""
    page.locator("h1").first.evaluate("one => { one.tabIndex = -1; one.focus() }")
    for _ in range(60):
        if "." in focused(page):
            break
        page.keyboard.press("Tab")
    for _ in range(60):
        if focused(page) == place:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the keyboard never came to {place}, only to {focused(page)}")


def tab_to(page: Page, name: re.Pattern[str]) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        # A figure is called by what stands in its row, as a listener hears it.
        heard = page.evaluate(
            """() => {
                const one = document.activeElement;
                return one.matches("a") ? (one.closest("tr") ?? one).innerText.replace(/\\s+/g, " ").trim() : "";
            }"""
        )
        if name.search(heard):
            return
    raise AssertionError(f"Tab never came to {name.pattern}")


def test_an_account_is_moved_the_statement_follows_and_it_is_taken_back(own_site: Served, opened: Open):
    page = opened(own_site, "ekonom", f"/uppstallning/?konto=6230&{PERIOD}")
    row = page.locator("#konto-6230, #konto-income-6230").first
    row.get_by_role("combobox").select_option(label="Lokalkostnader")
    row.get_by_role("button", name="Flytta").click()
    expect(page.get_by_role("button", name="Ångra").first).to_be_visible()

    page.goto(f"/rakenskaper/resultat/?{PERIOD}")
    assert cell(page, "income.lokalkostnader.actual") == "−107 620,00"
    assert cell(page, "income.ovriga_kostnader.actual") == "−205 751,70"
    assert cell(page, "income.res3.actual") == "112 090,13"

    page.goto("/uppstallning/")
    page.get_by_role("button", name="Ångra").first.click()
    page.goto(f"/rakenskaper/resultat/?{PERIOD}")
    assert cell(page, "income.lokalkostnader.actual") == "−88 720,00"


@pytest.mark.parametrize(
    ("name", "begins"), [("PDF", b"%PDF-"), ("Word", b"PK"), ("Excel", b"PK"), ("Webbsida", b"<!doctype html>")]
)
def test_the_report_is_made_and_taken_home(demo_site: Served, opened: Open, name: str, begins: bytes):
    page = opened(demo_site, "ekonom", "/rapporter/1/")
    expect(page.locator("main")).to_contain_text("112 tkr")
    with page.expect_download() as coming:
        page.get_by_role("link", name=name, exact=True).click()
    content = Path(coming.value.path()).read_bytes()
    assert content.startswith(begins)
    assert len(content) > 10_000


def test_a_voucher_is_found_by_its_amount(demo_site: Served, opened: Open):
    page = opened(demo_site, "ekonom", "/hjalp/")
    page.keyboard.press("/")
    page.keyboard.type("2 362,50")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/**")
    page.locator("main").get_by_role("link", name=re.compile(r"^L 11\b")).first.click()
    expect(page.locator("#panel-title, main h1").last).to_contain_text("L 11")


def test_an_invoice_is_put_to_a_voucher_and_read_again(own_site: Served, opened: Open, tmp_path: Path):
    invoice = tmp_path / "faktura.pdf"
    invoice.write_bytes(b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
    page = opened(own_site, "ekonom", "/verifikation/200000090/")
    page.locator("input[type=file]").set_input_files(invoice)
    page.get_by_role("button", name="Lägg till", exact=True).click()
    link = page.get_by_role("link", name=re.compile("faktura.pdf"))
    expect(link).to_be_visible()
    answer = page.request.get(link.get_attribute("href"))
    assert answer.body() == invoice.read_bytes()
    assert answer.headers["content-type"] == "application/pdf"


def test_the_auditor_reads_everything_and_changes_nothing(demo_site: Served, opened: Open):
    page = opened(demo_site, "revisor", "/")
    before = trail_entries(page)
    for address in (
        "/", "/inlasning/", "/inlasning/utkast/2/", "/inlasning/2/", f"/rakenskaper/resultat/?{PERIOD}",
        f"/siffra/income/ovriga_kostnader/actual/?{PERIOD}", f"/konto/6230/?{PERIOD}", "/verifikation/200000090/",
        "/uppstallning/", "/rapporter/", "/rapporter/1/", "/spar/", "/installningar/", "/installningar/anvandare/",
        "/installningar/roller/", "/sok/?q=6230", "/hjalp/",
    ):  # fmt: skip
        answer = page.goto(address)
        assert answer.status == 200, address
        changing = [form.get_attribute("action") for form in page.locator("form[method=post]").all()]
        assert set(changing) <= {"/logga-ut/", "/spar/fil/"}, address  # to leave, and to take the trail home
    assert trail_entries(page) == before


def trail_entries(page: Page) -> list[str]:
    page.goto("/spar/")
    return page.locator("main tbody tr").all_inner_texts()
