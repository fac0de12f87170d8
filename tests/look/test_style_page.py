"""The style page shows every component; each can be read, reached, printed, and shown under a strict policy."""

import re
from html.parser import HTMLParser
from importlib import resources

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from tests.look.viewing import ADDRESS, opened, style_html

from samordna.look import assets

COMPONENTS = resources.files("samordna.look").joinpath("templates/look/components")
VOID = {"meta", "br", "link", "hr", "img", "input"}


class Elements(HTMLParser):
    """What a browser would find, and whether everything is closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID and not self.get_starttag_text().endswith("/>"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page() -> Elements:
    return Elements(style_html())


def test_everything_is_closed_in_order_on_the_page_and_in_the_panel(page: Elements) -> None:
    assert page.open == []
    assert Elements(style_html(f"{ADDRESS}?siffra=r1", "panel")).open == []


def test_every_id_stands_once_and_whatever_refers_to_one_finds_it(page: Elements) -> None:
    ids = [attributes["id"] for _, attributes in page.found if attributes.get("id")]
    assert sorted(ids) == sorted(set(ids))
    named = {
        name
        for _, attributes in page.found
        for attribute in ("for", "aria-describedby", "aria-labelledby")
        for name in (attributes.get(attribute) or "").split()
    }
    assert named - set(ids) == {"panel-title"} - set(ids)  # which comes with the panel's content


def test_nothing_is_written_inline_that_the_policy_forbids(page: Elements) -> None:
    assert not [name for _, attributes in page.found for name in attributes if name == "style" or name.startswith("on")]
    assert "style" not in {tag for tag, _ in page.found}
    assert all(attributes.get("src") for tag, attributes in page.found if tag == "script")


def test_nothing_is_fetched_from_anywhere_else(page: Elements) -> None:
    addresses = [a.get(name) for _, a in page.found for name in ("src", "href", "action") if a.get(name)]
    assert not [address for address in addresses if re.match(r"\w+:|//", address) and address != "about:blank"]


def test_every_form_that_changes_something_is_a_plain_post(page: Elements) -> None:
    forms = [attributes for tag, attributes in page.found if tag == "form"]
    assert {form["method"] for form in forms} == {"get", "post"}
    assert all(form.get("action") for form in forms if form["method"] == "post")


OF_WHOLE_PAGES = {"card", "plain", "narrow", "narrow-first", "narrow-last", "printed", "unprinted", "in2", "in3", "in4"}
"""Classes that a page of its own, paper, or a deeper table shows."""


@pytest.mark.parametrize("sheet", assets.STYLES)
def test_whatever_a_style_sheet_styles_is_on_the_style_page(page: Elements, sheet: str) -> None:
    text = resources.files("samordna.look").joinpath(f"styles/{sheet}.css").read_text("utf-8")
    selectors = re.sub(r"\{[^{}]*\}", "{}", re.sub(r"(?s)/\*.*?\*/", "", text))
    styled = set(re.findall(r"\.(-?[a-zA-Z_][\w-]*)", selectors))
    panel = Elements(style_html(f"{ADDRESS}?siffra=r1", "panel"))
    elements = [*page.found, *panel.found]
    shown = {name for _, attributes in elements for name in (attributes.get("class") or "").split()}
    assert styled - shown - OF_WHOLE_PAGES == set()


def test_every_component_is_shown() -> None:
    shown: set[str] = set()

    def note(template: str) -> None:
        for name in re.findall(r'"(look/[\w/]+\.html)"', template):
            if name not in shown:
                shown.add(name)
                note(resources.files("samordna.look").joinpath(f"templates/{name}").read_text("utf-8"))

    note('"look/style.html" "look/panel.html"')
    assert {file.name for file in COMPONENTS.iterdir()} - {name.rpartition("/")[2] for name in shown} == set()


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_wrong_with_the_page_or_its_panel(chromium: Browser, width: int, colours: str) -> None:
    page = opened(chromium, width=width, color_scheme=colours, bypass_csp=True)
    assert violations(page) == []
    page.locator(".statement a.drill").nth(4).click()
    page.wait_for_selector("#panel-title:focus")
    assert violations(page) == []


def violations(page: object) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("width", [320, 640, 1280])  # 640 is 1280 at 200 %
@pytest.mark.parametrize("scripts", [True, False])
def test_the_page_never_scrolls_sideways(chromium: Browser, width: int, scripts: bool) -> None:
    page = opened(chromium, width=width, java_script_enabled=scripts)
    wide = page.locator("html").bounding_box()
    content = page.locator("main").bounding_box()
    assert wide["width"] == width
    assert content["width"] <= width
    if scripts:
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_nothing_breaks_the_policy_and_no_script_fails(chromium: Browser) -> None:
    page = opened(chromium)
    page.locator(".statement a.drill").first.click()
    page.wait_for_selector("#panel-title:focus")
    assert page.complaints == []


def test_whatever_is_pressed_is_large_enough_to_press(chromium: Browser) -> None:
    small = """() => [...document.querySelectorAll("button, select, summary, .drill, nav a, .button, input")]
        .filter((one) => one.checkVisibility())
        .filter((one) => { const box = one.getBoundingClientRect(); return box.height < 24 || box.width < 20; })
        .map((one) => one.outerHTML.slice(0, 90))"""
    allowed = re.compile(r'<input type="(checkbox|radio|file)"')  # their label is pressed with them
    found = [one for one in opened(chromium).evaluate(small) if not allowed.match(one)]
    assert found == []


def test_column_heads_stay_in_sight_in_a_long_table(chromium: Browser) -> None:
    page = opened(chromium)
    page.set_viewport_size({"width": 1280, "height": 300})
    page.evaluate("window.scrollTo(0, document.querySelector('#rad-income-r8').getBoundingClientRect().top - 60)")
    assert page.locator("#income thead th").last.bounding_box()["y"] == pytest.approx(0, abs=1)


def test_on_a_phone_the_label_stays_beside_the_figures_of_a_wide_table(chromium: Browser) -> None:
    page = opened(chromium, width=320)
    page.evaluate("document.querySelector('#follow-up .frame').scrollLeft = 250")
    label = page.locator("#follow-up tbody th[scope=row]").first.bounding_box()
    assert label["x"] == pytest.approx(page.locator("#follow-up .frame").bounding_box()["x"], abs=1)


def test_paper_shows_what_was_asked_for_and_not_how_to_move_about(chromium: Browser) -> None:
    page = opened(chromium)
    page.emulate_media(media="print")
    for unseen in (".places", ".search", ".foot", ".drop", ".actions", ".person"):
        assert not page.locator(unseen).first.is_visible(), unseen
    for seen in (".association", "h1", ".statement", ".chart svg", ".highlights", ".problems"):
        assert page.locator(seen).first.is_visible(), seen
    assert page.locator("#income .frame").evaluate("one => getComputedStyle(one).overflowX") == "visible"


def test_what_is_current_can_be_told_where_colours_are_the_readers_own(chromium: Browser) -> None:
    page = opened(chromium, forced_colors="active")
    border = "one => getComputedStyle(one).borderBottomColor"
    current, other = page.locator(".places > ul a[aria-current]"), page.locator(".places > ul a:not([aria-current])")
    assert current.evaluate(border) != other.first.evaluate(border)


def test_a_footnote_is_reached_and_left_by_keys_alone(chromium: Browser) -> None:
    page = opened(chromium)
    focused = "() => [document.activeElement.id, document.activeElement.getAttribute('aria-label')]"
    mark = page.get_by_role("link", name="Fotnot 2")
    mark.focus()
    page.keyboard.press("Enter")
    note = page.locator("#follow-up-fotnot-2")
    assert "Avtalet omförhandlas" in note.inner_text()
    assert note.evaluate("one => one.matches(':target')")
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == ["", "Tillbaka till Exempelsteget"]
    page.keyboard.press("Enter")
    assert page.url.endswith("#follow-up-fotnot-2-i-tabellen")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(focused) == ["follow-up-fotnot-2-i-tabellen", "Fotnot 2"]


@pytest.mark.parametrize("width", [1280, 320])
def test_marks_hang_beside_figures_that_stay_below_each_other(chromium: Browser, width: int) -> None:
    page = opened(chromium, width=width)
    cells = page.locator("#follow-up tbody td.noted:has(data)")
    ends = cells.locator("data").evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
    columns = cells.evaluate_all("all => all.map(one => one.cellIndex)")
    for column in set(columns):
        assert len({round(end) for end, at in zip(ends, columns, strict=True) if at == column}) == 1
    inside = (
        "all => all.map(one => one.getBoundingClientRect().right - one.closest('td').getBoundingClientRect().right)"
    )
    assert max(page.locator("#follow-up .hanging a:last-child").evaluate_all(inside)) <= 4
    heights = page.locator("#follow-up td.noted").evaluate_all("all => all.map(one => one.scrollHeight)")
    plain = page.locator("#follow-up tr:has(td.noted) td:not(.noted)").evaluate_all(
        "all => all.map(o => o.scrollHeight)"
    )
    assert set(heights) <= set(plain)
