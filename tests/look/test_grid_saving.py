"""What is written in the grid is kept in order, whatever the network and other people do, and nothing is lost."""

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, expect
from tests.look import gridding
from tests.look.gridding import Keeper, cell, opened, settled, told

from samordna.look.grid_form import ChangedCell, changed_cells


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def page(chromium: Browser, keeper: Keeper) -> Page:
    return opened(chromium, keeper)


def write(page: Page, row: str, text: str, column: str = "forecast") -> None:
    cell(page, row, column).focus()
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def below(page: Page) -> Locator:
    return page.locator(".grid-problem")


def eventually(page: Page, what: object) -> None:
    for _ in range(60):
        if what():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it never came to that")


def test_one_cell_is_sent_at_a_time_and_in_the_order_they_were_left(page: Page, keeper: Keeper) -> None:
    keeper.late = True
    for row, text in (("1001", "1"), ("1010", "2"), ("1001", "3")):
        write(page, row, text)
    expect(told(page)).to_have_text("Sparar …")
    for _ in range(3):
        eventually(page, lambda: keeper.held)
        assert len(keeper.held) == 1
        keeper.release()
    settled(page)
    assert [(post["row"], post["value"]) for post in keeper.posts] == [("1001", "1"), ("1010", "2"), ("1001", "3")]
    assert keeper.statuses == [200, 200, 200], "the later one had seen the earlier"
    assert keeper["1001", "forecast"] == "3"
    expect(told(page)).to_have_text("Sparat kl 10.14")


def test_what_is_sent_is_what_the_cell_was_left_with_and_not_what_is_being_written(page: Page, keeper: Keeper) -> None:
    keeper.late = True
    for row, text in (("1001", "1"), ("1010", "2"), ("1001", "3")):
        write(page, row, text)
    cell(page, "1001").focus()
    page.keyboard.type("77")
    for _ in range(3):
        eventually(page, lambda: keeper.held)
        keeper.release()
    settled(page)
    assert [post["value"] for post in keeper.posts] == ["1", "2", "3"]
    expect(cell(page, "1001")).to_have_value("77")
    page.keyboard.press("Escape")
    expect(cell(page, "1001")).to_have_value("3")


def test_what_another_wrote_beside_is_not_hidden_by_an_answer_while_one_writes_there(
    page: Page, keeper: Keeper
) -> None:
    keeper.late, keeper.besides = True, (("1001", "remark"),)
    write(page, "1001", "1000")
    cell(page, "1001", "remark").focus()
    page.keyboard.type("Min")
    eventually(page, lambda: keeper.held)
    keeper.written_by_another("1001", "remark", "Deras")
    keeper.late = False
    keeper.release()
    expect(told(page)).to_have_text("Sparat kl 10.14")
    page.keyboard.press("Enter")
    expect(below(page)).to_contain_text("Deras")
    assert keeper["1001", "remark"] == "Deras", "somebody chooses"
    assert keeper.statuses == [200, 409]


def test_what_another_wrote_beside_is_shown_where_nobody_writes(page: Page, keeper: Keeper) -> None:
    keeper.besides = (("1001", "remark"),)
    keeper.written_by_another("1001", "remark", "Deras")
    write(page, "1001", "1000")
    settled(page)
    expect(cell(page, "1001", "remark")).to_have_value("Deras")
    write(page, "1001", "Båda", "remark")
    settled(page)
    assert keeper["1001", "remark"] == "Båda"


def test_an_answer_does_not_write_over_what_is_being_written(page: Page, keeper: Keeper) -> None:
    keeper.late = True
    write(page, "1001", "1000")
    cell(page, "1001").focus()
    page.keyboard.type("77")
    eventually(page, lambda: keeper.held)
    keeper.release()
    expect(told(page)).to_have_text("Sparat kl 10.14")
    expect(cell(page, "1001")).to_have_value("77")
    page.keyboard.press("Escape")
    expect(cell(page, "1001")).to_have_value("1\u00a0000")


def test_what_is_refused_stays_as_it_was_typed_and_is_explained(page: Page) -> None:
    write(page, "1001", "12o")
    field = cell(page, "1001")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("12o")
    expect(below(page)).to_contain_text("Styrelse ”12o” är inget belopp. Skriv ett tal, till exempel 1 234.")
    assert field.get_attribute("aria-describedby") == below(page).get_attribute("id")
    expect(told(page)).to_have_text("1 cell är inte sparad. 1001 Styrelse, Helåret Prognos: ”12o” är inget belopp.")
    expect(below(page).get_by_role("button")).to_have_count(0)
    page.get_by_role("button", name="Gå till cellen").click()
    expect(field).to_be_focused()
    page.keyboard.type("120")
    page.keyboard.press("Enter")
    expect(below(page)).to_have_count(0)
    expect(told(page)).to_have_text("Sparat kl 10.14")
    assert field.get_attribute("aria-invalid") is None
    assert field.get_attribute("aria-describedby") is None


@pytest.mark.parametrize("key", ["Escape", "Control+z"])
def test_what_is_refused_can_be_given_up(page: Page, keeper: Keeper, key: str) -> None:
    write(page, "1001", "12o")
    expect(below(page)).to_have_count(1)
    cell(page, "1001").focus()
    page.keyboard.press(key)
    expect(cell(page, "1001")).to_have_value("1\u00a0500")
    expect(below(page)).to_have_count(0)
    assert len(keeper.posts) == 1


def test_a_refused_cell_does_not_stop_the_others(page: Page, keeper: Keeper) -> None:
    write(page, "1001", "x")
    write(page, "1010", "9")
    settled(page)
    assert keeper["1010", "forecast"] == "9"
    expect(told(page)).to_contain_text("1 cell är inte sparad.")


def test_two_refused_cells_of_a_row_are_told_of_below_each_other(page: Page) -> None:
    write(page, "1001", "x")
    write(page, "1001", "y", "budget")
    expect(below(page)).to_have_count(2)
    assert page.locator(".grid-told").count() == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.name") == "budget 1010", "what is told is no row of the table"


def conflict(page: Page, keeper: Keeper) -> None:
    keeper.written_by_another("1001", "forecast", "870")
    write(page, "1001", "900")
    expect(below(page)).to_contain_text("Robin har ändrat cellen medan du skrev.")


def test_what_another_changed_meanwhile_is_shown_beside_what_was_typed(page: Page, keeper: Keeper) -> None:
    conflict(page, keeper)
    expect(cell(page, "1001")).to_have_value("900")
    expect(below(page).get_by_role("button", name="Behåll min: 900")).to_be_visible()
    expect(below(page).get_by_role("button", name="Ta deras: 870")).to_be_visible()
    assert keeper["1001", "forecast"] == "870"


def test_keeping_mine_saves_it_having_seen_theirs(page: Page, keeper: Keeper) -> None:
    conflict(page, keeper)
    cell(page, "1001").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Behåll min")).to_be_focused()
    page.keyboard.press("Enter")
    expect(below(page)).to_have_count(0)
    settled(page)
    assert (keeper["1001", "forecast"], keeper.statuses) == ("900", [409, 200])
    expect(cell(page, "1001")).to_be_focused()


def test_taking_theirs_shows_it_and_the_next_change_has_seen_it(page: Page, keeper: Keeper) -> None:
    conflict(page, keeper)
    page.get_by_role("button", name="Ta deras").click()
    expect(cell(page, "1001")).to_have_value("870")
    expect(below(page)).to_have_count(0)
    write(page, "1001", "880")
    settled(page)
    assert (keeper["1001", "forecast"], keeper.statuses) == ("880", [409, 200])


def test_writing_anew_without_deciding_is_asked_about_again(page: Page, keeper: Keeper) -> None:
    conflict(page, keeper)
    write(page, "1001", "910")
    expect(page.get_by_role("button", name="Behåll min: 910")).to_be_visible()
    assert (keeper["1001", "forecast"], keeper.statuses) == ("870", [409, 409])
    cell(page, "1001").focus()
    page.keyboard.press("Escape")
    expect(cell(page, "1001")).to_have_value("870")


def test_the_same_thought_is_no_conflict(page: Page, keeper: Keeper) -> None:
    keeper.written_by_another("1001", "forecast", "1\u00a0234")
    write(page, "1001", "1234")
    expect(cell(page, "1001")).to_have_value("1\u00a0234")
    settled(page)
    expect(below(page)).to_have_count(0)


def test_escape_among_the_buttons_leads_back_to_the_cell(page: Page, keeper: Keeper) -> None:
    conflict(page, keeper)
    page.get_by_role("button", name="Ta deras").focus()
    page.keyboard.press("Escape")
    expect(cell(page, "1001")).to_be_focused()


def test_without_contact_what_was_typed_is_kept_and_sent_again(page: Page, keeper: Keeper) -> None:
    keeper.away = True
    for row in ("1001", "1010", "3001"):
        write(page, row, "5")
    expect(told(page)).to_have_text("3 celler är inte sparade. Ingen kontakt med servern. Försöker igen.")
    expect(page.locator("[data-state=unsaved]")).to_have_count(1)
    expect(cell(page, "1010")).to_have_value("5")
    keeper.away = False
    settled(page)
    assert [post["row"] for post in keeper.posts] == ["1001", "1010", "3001"]
    expect(told(page)).to_have_text("Sparat kl 10.14")


def test_when_the_browser_is_online_again_it_does_not_wait(page: Page, keeper: Keeper) -> None:
    page.clock.install()
    keeper.away = True
    write(page, "1001", "5")
    expect(told(page)).to_contain_text("1 cell är inte sparad.")
    keeper.away = False
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(told(page)).to_have_text("Sparat kl 10.14")


def test_a_server_that_fails_is_asked_again_and_again_more_seldom(page: Page) -> None:
    tries = []
    page.clock.install()
    page.route(f"**{gridding.SAVE}", lambda route: (tries.append(1), route.fulfill(status=503))[-1])
    write(page, "1001", "5")
    for seconds, count in ((1, 2), (1, 2), (1, 3), (4, 4)):
        expect(told(page)).to_contain_text("Försöker igen.")
        page.wait_for_timeout(100)
        page.clock.run_for(seconds * 1000 + 5)
        eventually(page, lambda count=count: len(tries) == count)
    page.get_by_role("button", name="Försök igen").click()
    eventually(page, lambda: len(tries) == 5)


def test_an_answer_that_was_lost_is_not_taken_for_another_person(page: Page, keeper: Keeper) -> None:
    keeper.written_by_another("1001", "forecast", "5")  # which is what came of the first try
    write(page, "1001", "5")
    settled(page)
    expect(below(page)).to_have_count(0)
    assert cell(page, "1001").get_attribute("data-seen") == "2"


def test_whoever_was_logged_out_logs_in_elsewhere_and_goes_on(page: Page, keeper: Keeper) -> None:
    keeper.token = "token-after-logging-in"
    write(page, "1001", "5")
    expect(told(page)).to_contain_text("Du är inte inloggad längre")
    expect(cell(page, "1001")).to_have_value("5")
    page.get_by_role("button", name="Försök igen").click()
    expect(told(page)).to_have_text("Sparat kl 10.14")
    assert keeper.statuses == [403, 200]


def test_an_answer_that_is_the_login_page_is_no_saving(page: Page) -> None:
    page.route(f"**{gridding.SAVE}", lambda route: route.fulfill(status=302, headers={"Location": "/stil/"}))
    write(page, "1001", "5")
    expect(told(page)).to_contain_text("Du är inte inloggad längre")


def test_what_the_server_does_not_take_is_told_and_undone(page: Page, keeper: Keeper) -> None:
    page.route(f"**{gridding.SAVE}", lambda route: route.fulfill(status=404, body="", content_type="text/html"))
    write(page, "1001", "5")
    expect(told(page)).to_have_text("1 cell är inte sparad. Servern tog inte emot ändringen (404).")
    page.unroute(f"**{gridding.SAVE}")
    page.route(f"**{gridding.SAVE}", keeper.answer)
    page.keyboard.press("Control+z")
    expect(cell(page, "1001")).to_have_value("1\u00a0500")
    write(page, "1001", "6")
    expect(told(page)).to_have_text("Sparat kl 10.14")


@pytest.mark.parametrize("left", [True, False])
def test_leaving_with_something_unsaved_is_warned_of(page: Page, keeper: Keeper, left: bool) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", stay)
    keeper.away = True
    cell(page, "1001").click()
    page.keyboard.type("5")
    if left:
        page.keyboard.press("Enter")
        expect(told(page)).to_contain_text("1 cell är inte sparad.")
    page.reload()
    assert asked == ["beforeunload"]


def test_leaving_when_all_is_saved_is_not(page: Page) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    cell(page, "1001").click()
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    expect(told(page)).to_have_text("Sparat kl 10.14")
    page.reload()
    expect(cell(page, "1001")).to_have_value("5")
    assert asked == []


def test_two_persons_in_the_same_grid_lose_nothing(chromium: Browser, keeper: Keeper) -> None:
    one, other = (opened(chromium, keeper) for _ in range(2))
    write(one, "1001", "111")
    write(other, "1010", "222")
    for page in (one, other):
        expect(told(page)).to_have_text("Sparat kl 10.14")
    write(other, "1001", "333")
    expect(other.get_by_role("button", name="Ta deras: 111")).to_be_visible()
    assert (keeper["1001", "forecast"], keeper["1010", "forecast"]) == ("111", "222")
    other.get_by_role("button", name="Behåll min: 333").click()
    settled(other)
    assert keeper["1001", "forecast"] == "333"


def test_no_script_fails_and_the_policy_holds(page: Page) -> None:
    write(page, "1001", "5")
    settled(page)
    assert page.complaints == []


# Without scripts.
def test_without_scripts_the_whole_form_is_sent_and_only_what_was_changed_is_saved(
    chromium: Browser, keeper: Keeper
) -> None:
    page = opened(chromium, keeper, java_script_enabled=False)
    assert page.get_by_role("button", name="Ångra").count() == 0
    cell(page, "1001").fill("42")
    cell(page, "3005", "remark").fill("Avtalet löper ut")
    keeper.written_by_another("1010", "forecast", "1")  # which this page has not seen, and does not send
    page.get_by_role("button", name="Spara").click()
    expect(cell(page, "1001")).to_have_value("42")
    assert {place: kept.seen for place, kept in keeper.cells.items() if kept.seen > 1} == {
        ("1001", "forecast"): 2, ("3005", "remark"): 2, ("1010", "forecast"): 2,
    }  # fmt: skip
    assert keeper["1010", "forecast"] == "1"


def test_without_scripts_what_is_refused_comes_back_as_it_was_typed(chromium: Browser, keeper: Keeper) -> None:
    page = opened(chromium, keeper, java_script_enabled=False)
    cell(page, "1001").fill("12o")
    page.get_by_role("button", name="Spara").click()
    expect(cell(page, "1001")).to_have_value("12o")
    expect(below(page)).to_contain_text("”12o” är inget belopp.")
    page.get_by_role("button", name="Spara").click()
    expect(cell(page, "1001")).to_have_value("12o")
    assert keeper["1001", "forecast"] == "1\u00a0500"
    cell(page, "1001").fill("120")
    page.get_by_role("button", name="Spara").click()
    assert keeper["1001", "forecast"] == "120"


@pytest.mark.parametrize(("button", "kept"), [("Behåll min: 900", "900"), ("Ta deras: 870", "870")])
@pytest.mark.parametrize("scripts", [True, False])
def test_what_another_changed_can_be_decided_in_the_form_that_came_back(
    chromium: Browser, keeper: Keeper, button: str, kept: str, scripts: bool
) -> None:
    keeper.written_by_another("1001", "forecast", "870")
    keeper.typed["1001", "forecast"] = ("900", "Robin")
    page = opened(chromium, keeper, java_script_enabled=scripts)
    expect(cell(page, "1001")).to_have_value("900")
    keeper.typed = {}
    page.get_by_role("button", name=button).click()
    expect(below(page)).to_have_count(0)
    expect(cell(page, "1001")).to_have_value(kept)
    eventually(page, lambda: keeper["1001", "forecast"] == kept)


def test_a_form_tells_which_cells_were_changed() -> None:
    shown = '[["1010:10","forecast","1 500",4],["net","remark","",2],["x","forecast","1",1]]'
    posted = {"shown": shown, "forecast 1010:10": "1 600", "remark net": ""}
    assert changed_cells(posted) == (ChangedCell("1010:10", "forecast", "1 600", 4),)
    assert changed_cells({**posted, "take": "forecast 1010:10"}) == ()


@pytest.mark.parametrize(
    "shown", ["", "{", "{}", "1", "[1]", '[["a","b","c","d"]]', '[["a","b",1,1]]', "null", "[" * 100_000]
)
def test_a_form_that_does_not_say_what_it_showed_is_refused(shown: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        changed_cells({"shown": shown})
