"""Closing a period on the site: what hinders, what is said of accounts, and what a later file asks."""

import pytest
from tests.actions.later_ledger import take, with_vouchers
from tests.actions.test_closing import LATER, PERIOD, answer_everything
from tests.questions.demo_books import read_in
from tests.visiting import Site
from tests.web.books import words
from tests.years.plans import input_files

from samordna.access.models import Role
from samordna.domain.control.checks import hindering
from samordna.domain.control.closing import PeriodStep
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL

MONTH = "/avslut/2024-08/"
RESULT = "/rakenskaper/resultat/?period=2024-01..2024-08"


@pytest.fixture
def sjuharad(site: Site) -> Site:
    """Return the site of an association with Sjuhärad's books and plan in it."""
    read_in("sjuharad")
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    return site


def step(site: Site, value: str, **sent: str):
    return site.economist.post(f"{MONTH}steg/", {"steg": value, **sent}, follow=True)


def closed(site: Site) -> None:
    answer_everything()
    actions.take_closing_step(PERIOD, PeriodStep.PREPARE, by=TERMINAL)
    assert "Stäng perioden" in words(site.economist.get(MONTH))
    assert "Perioden är stängd." in words(step(site, "close"))


def test_before_anything_is_read_the_page_says_what_to_do(site: Site):
    assert "Ingen bokföring är inläst" in words(site.economist.get("/avslut/"))
    assert site.economist.get(MONTH).status_code == 404


def test_every_month_that_is_covered_is_listed_and_no_other(sjuharad: Site):
    told = words(sjuharad.economist.get("/avslut/"))
    assert "Januari–augusti 2024 Öppen" in told
    assert "Januari–september 2024" not in told
    assert sjuharad.economist.get("/avslut/2024-13/").status_code == 404


def test_what_is_left_is_told_and_hinders(sjuharad: Site):
    page = sjuharad.economist.get(MONTH)
    told = words(page)
    assert "10 av 10 konton återstår." in told
    assert "3011 Aktiv Kraft Bollebygd: 406 666,68 kr i kostnader" in told
    assert "Stäng perioden" not in told
    step(sjuharad, "prepare")
    refused = step(sjuharad, "close")
    assert refused.status_code == 422
    assert questions.closing_shown(PERIOD).closing.state.value == "preliminary"


def test_notes_on_accounts_are_saved_together_and_only_those_that_changed(sjuharad: Site):
    shown = questions.closing_shown(PERIOD)
    sent = {f"seen-{one.number}": "0" for one in shown.accounts}
    sent |= {"text-1677": "Korrigeras sep", "avstamt-1930": "on"}
    page = sjuharad.as_(Role.DIRECTOR).post(f"{MONTH}konton/", sent, follow=True)
    assert "Sparat för 2 konton." in words(page)
    assert "8 av 10 konton återstår." in words(page)
    assert 'value="Korrigeras sep"' in page.content.decode()
    again = sjuharad.economist.post(f"{MONTH}konton/", {"seen-1677": "0", "text-1677": "Annat"})
    assert (again.status_code, 'value="Annat"' in again.content.decode()) == (422, True)


def test_a_word_settles_an_item_and_is_taken_back(sjuharad: Site):
    [check] = [one for one in hindering(questions.closing_shown(PERIOD).checks) if "3011" in one.title]
    page = sjuharad.economist.post(f"{MONTH}punkt/", {"punkt": check.key, "ord": "Bokas i september"}, follow=True)
    assert "Bokas i september" in words(page)
    page = sjuharad.economist.post(f"{MONTH}punkt/", {"punkt": check.key, "ord": ""}, follow=True)
    assert "Bokas i september" not in words(page)


def test_a_closed_period_shows_what_it_was_closed_on_and_says_so(sjuharad: Site):
    closed(sjuharad)
    before = words(sjuharad.economist.get(RESULT))
    take(with_vouchers(LATER), reason="Glömd faktura")
    page = sjuharad.economist.get(RESULT)
    assert "Perioden är stängd på inläsning 2" in words(page)
    assert before.partition("Periodens resultat")[2][:40] == words(page).partition("Periodens resultat")[2][:40]
    assert "gäller nu för året" in words(sjuharad.economist.get(MONTH))
    now = sjuharad.economist.get(f"{RESULT}&inlasningar=1,3")
    assert now.status_code == 200
    assert "Så som det var känt då" in words(now)


def test_a_file_that_changes_it_asks_for_the_reason_before_it_is_taken(sjuharad: Site):
    closed(sjuharad)
    [number] = actions.hand_in([actions.LedgerFile("ny.se", with_vouchers(LATER))], by=TERMINAL)
    page = sjuharad.economist.get(f"/inlasning/utkast/{number}/")
    assert "Varför ska en stängd period ändras?" in words(page)
    draft = questions.draft(number).preview
    sent = {"against": str(draft.against), "read_with": draft.read_with}
    refused = sjuharad.economist.post(f"/inlasning/utkast/{number}/", sent)
    assert (refused.status_code, "Filen ändrar" in words(refused)) == (422, True)
    taken = sjuharad.economist.post(f"/inlasning/utkast/{number}/", {**sent, "note": "Glömd faktura"}, follow=True)
    assert taken.status_code == 200
    assert [one.version for one in questions.imports() if one.current] == [1, 3]


def test_it_is_opened_again_with_a_reason_that_stands_there(sjuharad: Site):
    closed(sjuharad)
    assert step(sjuharad, "reopen").status_code == 422
    page = step(sjuharad, "reopen", reason="Fakturan ska med")
    assert "Fakturan ska med" in words(page)


@pytest.mark.parametrize("seen", ["9" * 5_000, "-1", "ett"])
def test_a_number_that_nobody_saw_is_no_crash(sjuharad: Site, seen: str):
    assert step(sjuharad, "prepare", seen=seen).status_code == 200


def test_a_step_that_is_none_is_not_found(sjuharad: Site):
    assert step(sjuharad, "annat").status_code == 404


def test_who_only_reads_sees_the_list_and_no_forms(sjuharad: Site):
    page = sjuharad.as_(Role.AUDITOR).get(MONTH)
    assert "Konton att stämma av" in words(page)
    assert '<form method="post"' not in page.content.decode().partition("<main")[2]
