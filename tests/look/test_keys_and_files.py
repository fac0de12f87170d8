"""Keys lead to search and help and can be turned off; lists show at once by pointer; files can be dropped."""

import json

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from tests.look.viewing import ADDRESS, opened

DROPPED = """(place) => {
  const data = new DataTransfer();
  data.items.add(new File(["#FLAGGA 0"], "bok.se"));
  data.items.add(new File(["#FLAGGA 0"], "bok2.se"));
  place.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
}"""


@pytest.fixture
def page(chromium: Browser) -> Page:
    return opened(chromium)


def test_slash_goes_to_the_search_field(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator(".band-wide [data-search]")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator(".band-wide [data-search]")).to_have_value("/")


def test_on_a_phone_slash_opens_the_menu_that_the_field_is_in(chromium: Browser) -> None:
    page = opened(chromium, width=320)
    page.keyboard.press("/")
    expect(page.locator(".band-narrow [data-search]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".band-narrow summary")).to_be_focused()
    expect(page.locator(".band-narrow [data-search]")).to_be_hidden()


def test_question_mark_leads_to_the_list_of_keys(page: Page) -> None:
    page.keyboard.press("?")
    page.wait_for_url("**/hjalp/#tangenter")


def test_single_keys_can_be_turned_off_and_stay_off(page: Page) -> None:
    page.locator("[data-keys-switch]").uncheck()
    page.reload()
    expect(page.locator("[data-keys-switch]")).not_to_be_checked()
    page.keyboard.press("/")
    expect(page.locator(".band-wide [data-search]")).not_to_be_focused()


def test_choosing_by_pointer_shows_at_once(page: Page) -> None:
    page.mouse.click(5, 5)
    page.locator("select[name=period]").evaluate(
        "list => { list.selectedIndex = 1; list.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
    page.wait_for_url("**/stil/?period=jan%E2%80%93juli+2024&**")


def test_choosing_by_keyboard_waits_for_enter(page: Page) -> None:
    page.locator("select[name=period]").focus()
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(200)
    assert page.url == ADDRESS
    page.keyboard.press("Enter")
    page.wait_for_url("**/stil/?period=**")


def test_files_dropped_on_the_form_are_sent_with_it(page: Page) -> None:
    sent: list[bytes] = []

    def take(route: Route) -> None:
        if route.request.method != "POST":
            route.fallback()
            return
        sent.append(route.request.post_data_buffer or b"")
        page_back = (
            "<!doctype html><html lang=sv><title>Utkast</title><body><main><h1>Två filer</h1></main></body></html>"
        )
        route.fulfill(body=page_back, content_type="text/html; charset=utf-8")

    page.route("**/stil/", take)
    page.locator("form[data-drop]").first.evaluate(DROPPED)
    expect(page.get_by_role("heading", name="Två filer")).to_be_focused()
    assert sent[0].count(b"filename=") == 2


def test_a_file_that_does_not_arrive_is_told_and_can_be_sent_again(page: Page) -> None:
    page.route("**/stil/", lambda route: route.abort() if route.request.method == "POST" else route.fallback())
    place = page.locator("form[data-drop]").first
    place.evaluate(DROPPED)
    expect(place.locator("[data-drop-told]")).to_have_text(
        "Filen kom inte fram. Kontrollera uppkopplingen och försök igen."
    )
    expect(place.get_by_role("button", name="Lämna in")).to_be_enabled()


def test_a_refusal_of_a_file_is_shown_as_the_page_it_is(page: Page) -> None:
    refused = json.dumps({"status": 422})

    def refuse(route: Route) -> None:
        if route.request.method != "POST":
            route.fallback()
            return
        body = f"<!doctype html><html lang=sv><title>{refused}</title><body><main><h1>Stopp</h1></main></body></html>"
        route.fulfill(status=422, body=body, content_type="text/html; charset=utf-8")

    page.route("**/stil/", refuse)
    page.locator("form[data-drop]").first.evaluate(DROPPED)
    expect(page.get_by_role("heading", name="Stopp")).to_be_visible()


def file_field(page: Page) -> Locator:
    return page.locator("form[data-drop]").first


def choosers_are_handed_over(page: Page) -> None:
    """Ask for them before anything is pressed: a key can reach the browser before the wish to be told does."""
    page.on("filechooser", lambda _: None)


def test_a_file_field_speaks_swedish_whatever_the_browser_speaks(chromium: Browser) -> None:
    page = opened(chromium, locale="en-US")
    place = file_field(page)
    expect(place.get_by_text("Välj filer")).to_be_visible()
    expect(place.locator("[data-chosen]")).to_have_text("Ingen fil är vald")
    field = place.locator("input[type=file]")
    assert field.bounding_box()["width"] <= 1, "the browser's own is unseen"
    heard = "one => one.getAttribute('aria-labelledby').split(' ').map((id) => document.getElementById(id).innerText)"
    assert field.evaluate(heard) == ["Släpp SIE-filer här", "Välj filer"]
    field.set_input_files([{"name": name, "mimeType": "text/plain", "buffer": b"x"} for name in ("bok.se", "bok2.se")])
    expect(place.locator("[data-chosen]")).to_have_text("2 filer: bok.se, bok2.se")
    field.set_input_files({"name": "bok.se", "mimeType": "text/plain", "buffer": b"x"})
    expect(place.locator("[data-chosen]")).to_have_text("bok.se")
    field.evaluate("one => one.form.reset()")
    expect(place.locator("[data-chosen]")).to_have_text("Ingen fil är vald")


def test_a_file_field_is_reached_and_opened_by_the_keyboard(page: Page) -> None:
    choosers_are_handed_over(page)
    place = file_field(page)
    place.locator("input[type=file]").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    button = place.get_by_text("Välj filer")
    assert button.evaluate("one => getComputedStyle(one).outlineStyle") == "solid", "where the focus is can be seen"
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    assert chooser.value.is_multiple()


def test_pressing_the_button_opens_the_choice_of_files(page: Page) -> None:
    choosers_are_handed_over(page)
    with page.expect_file_chooser():
        file_field(page).get_by_text("Välj filer").click()


def test_sending_without_a_file_is_told_in_swedish(chromium: Browser) -> None:
    page = opened(chromium, locale="en-US")
    place = file_field(page)
    place.get_by_role("button", name="Lämna in").click()
    field = place.locator("input[type=file]")
    assert field.evaluate("one => one.validationMessage") == "Välj minst en fil först."
    field.set_input_files({"name": "bok.se", "mimeType": "text/plain", "buffer": b"x"})
    assert field.evaluate("one => one.checkValidity()")


def test_without_scripts_the_browsers_own_field_is_there(chromium: Browser) -> None:
    page = opened(chromium, java_script_enabled=False)
    place = file_field(page)
    assert place.locator("input[type=file]").bounding_box()["width"] > 100
    assert place.get_by_text("Välj filer").is_hidden()
    assert place.locator("[data-chosen]").is_hidden()
