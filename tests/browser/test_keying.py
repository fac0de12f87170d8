"""What is keyed, in a real browser: a value is copied with one press, noted, and stands as text without scripts."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from tests.serving import Served

Open = Callable[..., Page]
PAGE = "/uppfoljning/inmatning/?ar=2024"


def test_a_value_is_copied_with_one_press_and_what_is_keyed_is_noted(own_site: Served, opened: Open):
    page = opened(own_site, "ekonom", PAGE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera Budget").first.click()
    expect(page.locator("#told")).to_contain_text("Kopierat: 13540000")
    assert page.evaluate("navigator.clipboard.readText()") == "13540000"
    page.get_by_role("button", name="Anteckna att det är inmatat Aktiv Kraft, Startade").click()
    expect(page.locator("main")).to_contain_text("Inmatningen är antecknad.")
    expect(page.get_by_role("button", name="Ta bort anteckningen Aktiv Kraft, Startade")).to_be_visible()


def test_without_scripts_each_value_is_text_that_is_marked_whole(demo_site: Served, opened: Open):
    page = opened(demo_site, "ekonom", PAGE, java_script_enabled=False)
    expect(page.get_by_role("button", name="Kopiera")).to_have_count(0)
    value = page.get_by_text("13540000", exact=True)
    expect(value).to_be_visible()
    assert value.evaluate("one => getComputedStyle(one).userSelect") == "all"


def test_what_was_agreed_is_ticked_off_and_undone(own_site: Served, opened: Open):
    page = opened(own_site, "ekonom", "/utforare/aktiv-kraft-mark/?ar=2024")
    page.get_by_role("button", name="Klart i dag").click()
    expect(page.locator("main")).to_contain_text("Avprickat som klart i dag.")
    page.get_by_role("button", name="Ångra: återstår").click()
    expect(page.locator("main")).to_contain_text("Det återstår igen.")


def test_a_link_is_copied_by_its_name_and_where_the_browser_will_not_it_is_marked(own_site: Served, opened: Open):
    page = opened(own_site, "chef", "/siffror/?period=2024-09..2024-12")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("select[name=enhet]").first.select_option(label="Aktiv Kraft Mark")
    page.get_by_role("button", name="Gör länk").click()
    copy = page.get_by_role("button", name="Kopiera länken till Aktiv Kraft Mark")
    copy.click()
    expect(page.locator("#told")).to_have_text("Kopierat: länken till Aktiv Kraft Mark")
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error()))")
    copy.click()
    expect(page.locator("#told")).to_contain_text(
        "lät inte sidan kopiera länken till Aktiv Kraft Mark. Det är markerat"
    )
    assert "/lamna/" in page.evaluate("getSelection().toString()")
