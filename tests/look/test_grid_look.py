"""The grid can be read, reached and printed on any screen, and its heads and labels stay where it is long and wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.look.gridding import NAMES, Keeper, Kept, cell, opened, settled

LONG = tuple(f"Verksamhet {at}" for at in range(40))


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


def with_every_state(page: Page, keeper: Keeper) -> None:
    """Save a cell, have one refused, and one that another has changed; leave the focus in a cell."""
    keeper.written_by_another("3001", "forecast", "870")
    for row, text in (("1001", "1234"), ("1010", "12o"), ("3001", "900")):
        cell(page, row).focus()
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    settled(page)
    expect(page.locator(".grid-problem")).to_have_count(2)


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_wrong_in_any_state(chromium: Browser, keeper: Keeper, width: int, colours: str) -> None:
    page = opened(chromium, keeper, width=width, bypass_csp=True, color_scheme=colours)
    with_every_state(page, keeper)
    page.get_by_text("Tangenter").first.click()
    found = Axe().run(page).response["violations"]
    assert [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_keys_fit_on_a_phone(chromium: Browser, keeper: Keeper) -> None:
    page = opened(chromium, keeper, width=320)
    page.get_by_text("Tangenter").first.click()
    box = page.locator(".grid-keys > div").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


@pytest.mark.parametrize("width", [1280, 320])
def test_a_cell_that_takes_the_focus_is_seen_whole(chromium: Browser, keeper: Keeper, width: int) -> None:
    page = opened(chromium, _long(keeper), width=width)
    covered = """() => {
      const shown = document.activeElement.querySelector("span:not(.unseen)") ?? document.activeElement;
      const box = shown.getBoundingClientRect();
      const at = (x, y) => document.elementFromPoint(x, y)?.closest("td") === document.activeElement.closest("td");
      return ![at(box.left + 2, box.top + 2), at(box.right - 2, box.bottom - 2)].every(Boolean);
    }"""
    cell(page, "1001", "budget").focus()
    for key in (
        "Control+End",
        "Control+Home",
        "PageDown",
        "End",
        "Home",
        "PageUp",
        *["ArrowRight"] * 3,
        *["Enter"] * 20,
        "Tab",
    ):
        page.keyboard.press(key)
        assert not page.evaluate(covered), key


def _long(keeper: Keeper) -> Keeper:
    """Return the keeper with so many rows that they do not fit on a screen."""
    many = {f"5{at:03}": name for at, name in enumerate(LONG)}
    keeper.names = {**NAMES, **many}
    keeper.groups = {**keeper.groups, "Fler": tuple(many)}
    keeper.cells |= {(code, column): Kept("1") for code in many for column in ("budget", "forecast", "remark")}
    return keeper


def test_heads_and_labels_stay_in_sight(chromium: Browser, keeper: Keeper) -> None:
    page = opened(chromium, _long(keeper), width=320)
    frame = page.locator(".frame:has(> .grid)")
    frame.evaluate("one => one.scrollTo(200, 400)")
    edge = frame.bounding_box()
    assert page.locator(".grid thead").bounding_box()["y"] == pytest.approx(edge["y"], abs=1)
    for label in (".grid tbody th[scope=row]", ".grid thead .stub"):
        assert page.locator(label).last.bounding_box()["x"] == pytest.approx(edge["x"], abs=1), label


@pytest.mark.parametrize("media", ["screen", "print"])
def test_numbers_stay_below_each_other_written_or_not(chromium: Browser, keeper: Keeper, media: str) -> None:
    page = opened(chromium, keeper)
    page.emulate_media(media=media)
    ends = """(column) => [...document.querySelectorAll(`td[data-column=${column}]`)].map((cell) => {
      const field = cell.querySelector("input");
      if (field) return field.getBoundingClientRect().right - parseFloat(getComputedStyle(field).paddingRight);
      return [...cell.querySelectorAll("span:not(.unseen)")].at(-1).getBoundingClientRect().right;
    })"""
    for column in ("budget", "forecast"):
        assert len({round(end) for end in page.evaluate(ends, column)}) == 1, column


def test_paper_shows_plain_values(chromium: Browser, keeper: Keeper) -> None:
    page = opened(chromium, keeper)
    with_every_state(page, keeper)
    page.emulate_media(media="print")
    look = "one => { const it = getComputedStyle(one); return [it.borderBottomWidth, it.backgroundColor]; }"
    for row in ("1001", "1010", "3005"):
        assert cell(page, row).evaluate(look) == ["0px", "rgba(0, 0, 0, 0)"]
    for unseen in (".grid-tools", ".grid-told", ".uncommented"):
        assert not page.locator(unseen).first.is_visible(), unseen
    assert page.locator(".comment-mark:not(.uncommented)").is_visible()
    assert page.locator(".frame:has(> .grid)").evaluate("one => getComputedStyle(one).overflowX") == "visible"


def test_the_readers_own_colours_show_where_one_is_and_what_is_wrong(chromium: Browser, keeper: Keeper) -> None:
    page = opened(chromium, keeper, forced_colors="active")
    with_every_state(page, keeper)
    width = "one => getComputedStyle(one).borderTopWidth"
    assert cell(page, "1010").evaluate(width) != cell(page, "3005").evaluate(width) != "0px"
    cell(page, "3005").focus()
    look = "one => { const it = getComputedStyle(one); return [it.outlineStyle, it.outlineWidth]; }"
    assert cell(page, "3005").evaluate(look) == ["solid", "3px"]


@pytest.mark.parametrize("touch", [True, False])
def test_whatever_is_pressed_is_large_enough(chromium: Browser, keeper: Keeper, touch: bool) -> None:
    page = opened(chromium, keeper, has_touch=touch, is_mobile=touch)
    with_every_state(page, keeper)
    small = """() => [...document.querySelectorAll("main :is(button, input, summary, .comment-mark)")]
        .filter((one) => one.checkVisibility())
        .filter((one) => { const box = one.getBoundingClientRect(); return box.height < 24 || box.width < 24; })
        .map((one) => one.outerHTML.slice(0, 90))"""
    assert page.evaluate(small) == []
