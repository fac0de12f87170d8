"""A unit fills in its form on a phone, is asked about a cell, corrects it, and is accepted: in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.serving import Served

NAME, PERIOD = "Aktiv Kraft Mark", "2024-09..2024-12"
THE_UNIT = f"/siffror/aktiv-kraft-mark/aktiv-kraft/{PERIOD}/"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def office(own_site: Served, opened: Callable[..., Page]) -> Page:
    """Return the director's page, at a desk, where the period's counts come in."""
    return opened(own_site, "chef", f"/siffror/?period={PERIOD}")


@pytest.fixture
def secret(office: Page) -> str:
    """Return the secret of the link that the director makes for a unit that has not told anything yet."""
    office.locator("select[name=enhet]").first.select_option(label=NAME)
    office.get_by_role("button", name="Gör länk").click()
    address = office.locator("[data-copy-text]")
    expect(address).to_have_count(1)
    return address.inner_text().rstrip("/").rpartition("/")[2]


@pytest.fixture
def phone(browser: Browser, own_site: Served) -> Page:
    """Return a page on a phone where nobody is logged in."""
    context = browser.new_context(
        base_url=own_site.url, locale="sv-SE", viewport=PHONE, has_touch=True, is_mobile=True, accept_downloads=True
    )
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


def main(page: Page) -> Locator:
    """Return what the page says."""
    return page.locator("main")


def step(page: Page, button: str, heading: str) -> None:
    """Press a button and wait for the page that it leads to."""
    page.get_by_role("button", name=button, exact=True).first.click()
    expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()


def fill(page: Page, numbers: dict[str, tuple[int, int]]) -> None:
    """Fill in women and men of some rows of the table that is shown; of unknown gender nobody."""
    for row, counts in numbers.items():
        for gender, count in zip(("Kvinnor", "Män", "Okänt kön"), (*counts, 0), strict=True):
            page.get_by_label(f"{row}, {gender}", exact=True).fill(str(count))


def fill_in(phone: Page, secret: str) -> None:
    """Fill in some tables, one of them wrong at first, and leave."""
    phone.goto(f"/lamna/{secret}/")
    expect(main(phone)).to_contain_text("Siffror från Aktiv Kraft Mark")
    expect(main(phone)).to_contain_text("Skriv aldrig något om enskilda")
    phone.get_by_role("link", name="Fyll i", exact=True).click()
    expect(main(phone)).to_contain_text("Tabell 1 av")
    fill(phone, {"Inkomna remisser": (9, 5)})
    expect(main(phone).locator("[data-sum]").first).to_have_text("14")  # while it is filled in
    step(phone, "Spara och nästa", "Remisser efter remittent")
    phone.locator("summary", has_text="tabeller").click()
    step(phone, "Startade", "Startade")
    phone.get_by_label("Startade, Kvinnor", exact=True).fill("sex")
    step(phone, "Spara och nästa", "Startade")
    expect(main(phone)).to_contain_text("”sex” är inget antal.")
    expect(phone.get_by_label("Startade, Kvinnor", exact=True)).to_have_value("sex")
    fill(phone, {"Startade": (6, 4)})
    step(phone, "Spara och nästa", "Startade efter ålder")
    fill(phone, {"16–19 år": (2, 1), "20–24 år": (4, 3)})
    phone.go_back()
    expect(phone.get_by_label("Startade, Kvinnor", exact=True)).to_have_value("6")  # not "send the form again?"
    phone.go_back()
    expect(phone.get_by_label("Startade, Kvinnor", exact=True)).to_have_value("6")
    phone.go_forward()
    phone.go_forward()
    expect(phone.get_by_role("heading", name="Startade efter ålder", exact=True)).to_be_visible()
    fill(phone, {"16–19 år": (2, 1), "20–24 år": (4, 3)})
    overflow = "document.documentElement.scrollWidth - window.innerWidth"
    assert phone.evaluate(overflow) <= 0
    step(phone, "Spara och nästa", "Startade efter utbildning")


def hand_in(phone: Page, secret: str) -> None:
    """Come back later that day, and hand in."""
    phone.goto(f"/lamna/{secret}/")
    expect(main(phone)).to_contain_text("Utkast sparat")
    phone.get_by_role("link", name="Fortsätt fylla i", exact=True).click()
    phone.locator("summary", has_text="tabeller").click()
    step(phone, "Spara och granska", "Granska och lämna in")
    expect(main(phone)).to_contain_text("rutor är tomma")
    phone.get_by_label("Vem intygar siffrorna?").select_option(label="Samordnare")
    step(phone, "Lämna in", "Granska och lämna in")
    expect(main(phone)).to_contain_text("Siffrorna är inte lämnade")
    phone.get_by_label("Uppgifterna är kompletta: det som är lämnat tomt är menat så").check()
    step(phone, "Lämna in", "Lämnade siffror")
    expect(main(phone)).to_contain_text("Siffrorna är inlämnade")


def answer(phone: Page, secret: str) -> None:
    """See what is asked at the cell, correct it, and hand in again."""
    phone.goto(f"/lamna/{secret}/")
    expect(main(phone)).to_contain_text("Frågor från kansliet")
    phone.get_by_role("link", name="Startade efter ålder, 16–19 år, kvinnor", exact=True).click()
    asked = main(phone).locator("tr.told")
    expect(asked).to_contain_text("Var båda under tjugo när de började?")
    expect(phone.get_by_label("16–19 år, Kvinnor", exact=True)).to_be_in_viewport()
    fill(phone, {"16–19 år": (1, 1), "20–24 år": (5, 3)})
    step(phone, "Spara och nästa", "Startade efter utbildning")
    phone.goto(f"/lamna/{secret}/insats/aktiv-kraft/granska/")
    expect(main(phone)).to_contain_text("1 i stället för 2")
    phone.get_by_label("Svar till kansliet").fill("En hade fyllt tjugo.")
    phone.get_by_label("Uppgifterna är kompletta: det som är lämnat tomt är menat så").check()
    step(phone, "Lämna in", "Lämnade siffror")
    expect(main(phone)).to_contain_text("En hade fyllt tjugo.")


def ask(office: Page) -> None:
    """Ask the unit about a cell: what it handed in goes back to it."""
    office.goto(THE_UNIT)
    office.get_by_role("button", name="2: fråga om Startade efter ålder, 16–19 år, kvinnor").click()
    office.get_by_role("textbox", name="Startade efter ålder, 16–19 år, kvinnor").fill(
        "Var båda under tjugo när de började?"
    )
    office.get_by_role("button", name="Skicka tillbaka med frågorna").last.click()
    expect(office.get_by_role("heading", name="Frågor som enheten har att svara på")).to_be_visible()


def accept_and_lock(office: Page) -> None:
    """See the answer, accept it, and lock it."""
    office.goto(THE_UNIT)
    expect(main(office)).to_contain_text("En hade fyllt tjugo.")
    for label, button, told in (("Godta …", "Godta", "Siffrorna är godtagna"), ("Lås …", "Lås", "Siffrorna är låsta")):
        office.get_by_text(label, exact=True).click()
        office.get_by_role("button", name=button, exact=True).click()
        expect(main(office)).to_contain_text(told)


def test_from_a_link_to_locked_counts(office: Page, phone: Page, secret: str):
    fill_in(phone, secret)
    hand_in(phone, secret)
    ask(office)
    answer(phone, secret)
    accept_and_lock(office)
    phone.goto(f"/lamna/{secret}/insats/aktiv-kraft/tabell/starts/")
    expect(main(phone)).to_contain_text("Siffrorna är låsta")
    expect(main(phone)).to_contain_text("öppnas blanketten av kansliet")
    assert phone.locator("main input").count() == 0


def test_the_workbook_is_fetched_and_refused_where_it_is_wrong(phone: Page, secret: str, tmp_path):
    phone.goto(f"/lamna/{secret}/")
    with phone.expect_download() as begun:
        phone.get_by_role("link", name="Blankett i Excel, Aktiv Kraft", exact=True).click()
    workbook = tmp_path / "blankett.xlsx"
    begun.value.save_as(workbook)
    phone.locator("input[type=file]").set_input_files(workbook)
    phone.get_by_role("button", name="Lämna in filen", exact=True).click()
    expect(main(phone)).to_contain_text("Inget i filen är taget")
    expect(main(phone)).to_contain_text("Välj bland enhetschef")
