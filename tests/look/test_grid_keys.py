"""One moves, writes, undoes and pastes in the grid as in a spreadsheet, by the keyboard alone."""

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.look.gridding import Keeper, cell, opened, places, settled, told

from samordna.look import assets

PASTED = """(field, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data }));
}"""


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def page(chromium: Browser, keeper: Keeper) -> Page:
    return opened(chromium, keeper)


def at(page: Page) -> str:
    """Return the cell that has the focus, as column and row."""
    return page.evaluate(
        """() => {
          const cell = document.activeElement.closest("td[data-column]");
          return cell ? `${cell.dataset.column} ${cell.parentElement.dataset.row}` : "";
        }"""
    )


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def paste(page: Page, row: str, column: str, text: str) -> None:
    cell(page, row, column).focus()
    cell(page, row, column).evaluate(PASTED, text)


def test_the_scripts_stand_in_the_order_that_lets_the_grid_take_its_keys_first() -> None:
    names = assets.modules()
    assert names.index("look/grid.js") < names.index("look/panel.js")


LEADS = (
    ("forecast 1001", "ArrowDown", "forecast 1010"),
    ("forecast 1010", "ArrowDown", "forecast 3001"),  # over the sum and the heading
    ("forecast 3001", "ArrowUp", "forecast 1010"),
    ("forecast 1001", "ArrowUp", "forecast 1001"),
    ("forecast 1001", "ArrowLeft", "budget 1001"),
    ("budget 1001", "ArrowLeft", "budget 1001"),
    ("forecast 1001", "ArrowRight", "outcome 1001"),
    ("forecast 1001", "ArrowRight ArrowRight", "remark 1001"),
    ("forecast 3005", "ArrowDown", "forecast net"),
    ("forecast 3005", "ArrowDown ArrowUp", "forecast 3005"),
    ("forecast 1001", "Enter", "forecast 1010"),
    ("forecast 3001", "Shift+Enter", "forecast 1010"),
    ("forecast 3005", "Enter", "forecast 3005"),  # what is below is not written in
    ("forecast 1001", "Tab", "remark 1001"),
    ("remark 1001", "Tab", "budget 1010"),
    ("budget 1010", "Shift+Tab", "remark 1001"),
    ("remark 3001", "Home", "budget 3001"),
    ("budget 3001", "End", "remark 3001"),
    ("remark 3001", "Control+Home", "budget 1001"),
    ("remark 3001", "Control+End", "forecast net"),
    ("forecast 1001", "PageDown", "forecast net"),
    ("forecast 3005", "PageUp", "forecast 1001"),
)


def test_a_key_leads_where_it_does_in_a_spreadsheet(page: Page, keeper: Keeper) -> None:
    for start, keys, end in LEADS:
        page.locator(f'input[name="{start}"]').focus()
        press(page, *keys.split())
        assert at(page) == end, (start, keys)
    assert keeper.posts == []


def test_tab_visits_every_cell_once_and_then_leaves_the_table(page: Page) -> None:
    visited = []
    cell(page, "1001", "budget").focus()
    while page.evaluate("document.activeElement.matches('td > input')"):
        visited.append(at(page))
        press(page, "Tab")
        assert len(visited) < 20, "Tab is caught in the table"
    assert visited == [f"{column} {row}" for row, column in places()]


def test_a_selected_cell_is_written_over_and_saved_when_it_is_left(page: Page, keeper: Keeper) -> None:
    cell(page, "1001").focus()
    page.keyboard.type("2345")
    assert keeper.posts == [], "nothing is sent while somebody writes"
    press(page, "ArrowDown")
    expect(told(page)).to_have_text("Sparat kl 10.14")
    expect(cell(page, "1001")).to_have_value("2\u00a0345")
    expect(cell(page, "1010")).to_be_focused()
    assert keeper.posts == [{"row": "1001", "column": "forecast", "value": "2345", "seen": "1"}]


def test_the_totals_follow_and_are_still_links(page: Page) -> None:
    cell(page, "1001").focus()
    page.keyboard.type("2500")
    press(page, "Enter")
    expect(page.locator("#total-forecast")).to_have_text("13\u00a0000")
    link = page.get_by_role("link", name="Nettokostnad, Helåret Prognos: 13\u00a0000")
    expect(link).to_have_attribute("href", "/stil/?siffra=forecast")


def test_f2_edits_in_place_and_the_arrows_move_within(page: Page) -> None:
    cell(page, "1001").focus()
    press(page, "F2", "ArrowLeft", "Backspace")
    page.keyboard.type("9")
    assert at(page) == "forecast 1001"
    expect(cell(page, "1001")).to_have_value("1\u00a0590")
    press(page, "Home")
    page.keyboard.type("2")
    press(page, "Enter")
    expect(cell(page, "1001")).to_have_value("21\u00a0590")
    assert at(page) == "forecast 1010"


def test_double_click_edits_in_place_and_one_click_selects(page: Page) -> None:
    cell(page, "1001").click()
    page.keyboard.type("7")
    expect(cell(page, "1001")).to_have_value("7")
    press(page, "Escape")
    cell(page, "1001").dblclick()
    page.keyboard.type("7")
    expect(cell(page, "1001")).to_have_value("1\u00a05007")


@pytest.mark.parametrize("begins", [(), ("F2",)])
def test_escape_restores_what_stood(page: Page, keeper: Keeper, begins: tuple[str, ...]) -> None:
    cell(page, "1001").focus()
    press(page, *begins)
    page.keyboard.type("99")
    press(page, "Escape")
    expect(cell(page, "1001")).to_have_value("1\u00a0500")
    press(page, "ArrowDown")
    page.wait_for_timeout(100)
    assert keeper.posts == []


def test_delete_empties_at_once_and_backspace_when_the_cell_is_left(page: Page, keeper: Keeper) -> None:
    cell(page, "1001").focus()
    press(page, "Delete")
    expect(told(page)).to_have_text("Sparat kl 10.14")
    assert keeper["1001", "forecast"] == ""
    note = page.locator("[data-grid-note]")
    expect(note).to_have_text("Utan prognos")
    assert note.get_attribute("id") == cell(page, "1001").get_attribute("aria-describedby")
    cell(page, "1010").focus()
    press(page, "Backspace", "ArrowUp")
    expect(cell(page, "1010")).to_have_value("")
    expect(note).to_have_count(2)
    page.keyboard.type("5")
    press(page, "Enter")
    expect(note).to_have_count(1)
    assert [post["value"] for post in keeper.posts] == ["", "", "5"]


def test_undo_and_redo_go_across_cells_by_saving_anew(page: Page, keeper: Keeper) -> None:
    cell(page, "1001").focus()
    for text in ("10", "20"):
        page.keyboard.type(text)
        press(page, "Enter")
        settled(page)
    press(page, "Control+z")
    expect(cell(page, "1010")).to_be_focused()
    expect(cell(page, "1010")).to_have_value("2\u00a0500")
    settled(page)
    press(page, "Control+z")
    expect(cell(page, "1001")).to_have_value("1\u00a0500")
    expect(page.get_by_role("button", name="Ångra").first).to_be_disabled()
    for key in ("Control+y", "Control+Shift+Z"):
        settled(page)
        press(page, key)
    expect(cell(page, "1010")).to_have_value("20")
    expect(page.get_by_role("button", name="Gör om")).to_be_disabled()
    expect(told(page)).to_have_text("Sparat kl 10.14")
    settled(page)
    assert (keeper["1001", "forecast"], keeper["1010", "forecast"]) == ("10", "20")
    assert [post["value"] for post in keeper.posts] == ["10", "20", "2\u00a0500", "1\u00a0500", "10", "20"]
    assert set(keeper.statuses) == {200}


def test_what_is_undone_before_it_was_sent_is_never_sent(page: Page, keeper: Keeper) -> None:
    keeper.late = True
    for row, text in (("1001", "10"), ("1010", "20")):
        cell(page, row).focus()
        page.keyboard.type(text)
        press(page, "Enter")
    press(page, "Control+z")
    expect(cell(page, "1010")).to_have_value("2\u00a0500")
    expect(page.locator("[data-state=waiting]")).to_have_count(1)
    expect(told(page)).to_have_text("Sparar …")
    keeper.release()
    settled(page)
    assert [post["value"] for post in keeper.posts] == ["10"]


def test_undo_while_writing_takes_back_what_is_being_written_only(page: Page) -> None:
    cell(page, "1001").focus()
    page.keyboard.type("10")
    press(page, "Enter")
    page.keyboard.type("20")
    press(page, "Control+z")
    expect(cell(page, "1010")).to_have_value("2\u00a0500")
    expect(cell(page, "1001")).to_have_value("10")


def test_undo_and_redo_are_buttons_too(page: Page) -> None:
    cell(page, "1001").focus()
    page.keyboard.type("10")
    press(page, "Enter")
    page.get_by_role("button", name="Ångra").first.click()
    expect(cell(page, "1001")).to_have_value("1\u00a0500")
    page.get_by_role("button", name="Gör om").click()
    expect(cell(page, "1001")).to_have_value("10")


def test_a_block_from_a_spreadsheet_stands_where_it_would_there(page: Page, keeper: Keeper) -> None:
    paste(page, "1001", "forecast", '11\t\tettan\r\n1 234 567 kr\t\t"två\nrader, ""så"""\r\n')
    expect(page.locator("[data-grid-filled]")).to_have_text("4 celler är ifyllda.")
    settled(page)
    assert keeper["1001", "forecast"] == "11"
    expect(cell(page, "1010")).to_have_value("1\u00a0234\u00a0567")
    assert (keeper["1001", "remark"], keeper["1010", "remark"]) == ("ettan", 'två rader, "så"')


def test_what_falls_on_a_cell_that_is_not_written_in_is_told(page: Page, keeper: Keeper) -> None:
    paste(page, "1010", "budget", "1\t2\t3\n4\t5\t6\n\n7\t8\t")
    expect(page.locator("[data-grid-filled]")).to_have_text(
        "4 celler är ifyllda. 4 föll utanför cellerna att skriva i."
    )
    settled(page)
    assert (keeper["1010", "budget"], keeper["1010", "forecast"]) == ("1", "2")
    assert (keeper["3001", "budget"], keeper["3001", "forecast"]) == ("7", "8")


def test_a_pasted_block_is_undone_as_one(page: Page, keeper: Keeper) -> None:
    before = {place: kept.value for place, kept in keeper.cells.items()}
    paste(page, "1001", "budget", "1\t2\n3\t4")
    expect(cell(page, "1010")).to_have_value("4")
    press(page, "Control+z")
    expect(cell(page, "1010")).to_have_value("2\u00a0500")
    settled(page)
    assert {place: kept.value for place, kept in keeper.cells.items()} == before


def test_one_value_is_pasted_over_the_cell_and_into_what_is_being_edited(page: Page, keeper: Keeper) -> None:
    paste(page, "1001", "forecast", "4 200\n")
    expect(cell(page, "1001")).to_have_value("4\u00a0200")
    press(page, "ArrowDown", "F2")
    cell(page, "1010").evaluate(PASTED, "1\n2")  # the browser's own, which a made-up event does not do
    expect(cell(page, "1010")).to_have_value("2\u00a0500")
    assert [post["value"] for post in keeper.posts] == ["4 200"]


def test_what_is_copied_in_one_cell_is_pasted_in_another(chromium: Browser, keeper: Keeper) -> None:
    page = opened(chromium, keeper, permissions=["clipboard-read", "clipboard-write"])
    cell(page, "1001").focus()
    press(page, "Control+c", "ArrowDown", "Control+v")
    expect(told(page)).to_have_text("Sparat kl 10.14")
    assert keeper["1010", "forecast"] == "1\u00a0500"


def test_shift_f2_opens_the_comment_and_escape_leads_back(page: Page) -> None:
    cell(page, "1010").focus()
    press(page, "Shift+F2")
    expect(page.locator("#panel-title")).to_be_focused()
    press(page, "Escape")
    mark = page.get_by_role("link", name="Kommentar 1: 1010 Kansli, Helåret Prognos")
    expect(mark).to_be_focused()
    press(page, "Escape")
    expect(cell(page, "1010")).to_be_focused()


def test_a_cell_that_nobody_has_commented_can_be(page: Page) -> None:
    mark = page.get_by_role("link", name="Kommentera 1001 Styrelse, Helåret Prognos")
    assert mark.evaluate("one => getComputedStyle(one).opacity") == "0"
    mark.focus()
    assert mark.evaluate("one => getComputedStyle(one).opacity") == "1"
    press(page, "Enter")
    expect(page.locator("#panel-title")).to_be_focused()


def test_enter_on_a_figure_opens_what_it_is_made_of(page: Page) -> None:
    cell(page, "1001").focus()
    press(page, "ArrowRight", "Enter")
    expect(page.locator("#panel-title")).to_be_focused()


def test_single_keys_are_written_in_cells(page: Page, keeper: Keeper) -> None:
    cell(page, "1001", "remark").focus()
    page.keyboard.type("/?")
    press(page, "Enter")
    expect(told(page)).to_have_text("Sparat kl 10.14")
    assert keeper["1001", "remark"] == "/?"


def test_the_list_of_keys_unfolds_beside_the_table(page: Page) -> None:
    page.get_by_text("Tangenter").first.click()
    expect(page.get_by_role("rowheader", name="Skift + F2")).to_be_visible()
