"""Inmatning i Uppföljning Finsam: the figures as text and with a button, what is keyed and what has changed since."""

import re
from dataclasses import replace

import pytest
from tests.actions.telling import tell
from tests.activities.some import NORTH, STEP
from tests.visiting import Site
from tests.web.books import words

from samordna.access.models import Role, TrailEntry
from samordna.office import actions
from samordna.office.actions import TERMINAL

PAGE, NOTE = "/uppfoljning/inmatning/?ar=2024", "/uppfoljning/inmatning/inmatat/?ar=2024"


@pytest.fixture
def told(site: Site) -> Site:
    """An activity with one unit that has told how many started."""
    actions.add_activity(replace(STEP, performers=(NORTH,), rows=()), by=TERMINAL)
    tell("Enhet Norr", {"starts": (7, 5)})
    return site


def note(site: Site, group: str, **said: str):
    sent = {"insats": "steget", "del": group, "sedd": "0", "steg": "inmatat", **said}
    return site.economist.post(NOTE, sent, follow=True)


def test_each_value_stands_as_text_beside_its_button_and_what_is_missing_says_why(told: Site):
    page = told.economist.get(PAGE)
    content = page.content.decode()
    assert '<span class="copy-text" data-copy-text>7</span>' in content
    assert re.search(
        r'<button type="button"[^>]* data-copy hidden>Kopiera<span class="unseen"> Startade, kvinnor', content
    )
    assert "Enheterna är inte tillfrågade om det." in content
    assert "Tre val går aldrig att ändra" in words(page)
    assert "januari–augusti 2024, inte hela 2024" in words(page)


def test_noting_leads_back_and_shows_who_and_when(told: Site):
    page = note(told, "starts")
    assert page.redirect_chain[-1][0].endswith("?ar=2024#steget-starts")
    assert "Inmatningen är antecknad." in words(page)
    assert re.search(r"Inmatat \d{4}-\d{2}-\d{2} av Ekonom", words(page))
    tell("Enhet Söder", {"starts": (1, 1)})
    assert "Startade, kvinnor: då 7, nu 8." in words(told.economist.get(PAGE)), "whoever told of it counts"


def test_a_change_shows_both_figures(told: Site):
    note(told, "starts")
    actions.change_activity(replace(STEP, rows=()), by=TERMINAL)
    told_now = words(told.economist.get(PAGE))
    assert "Startade, kvinnor: då 7, nu inget." in told_now


def test_the_facts_ask_for_the_three_choices_before_they_are_noted(told: Site):
    page = note(told, "facts")
    assert page.status_code == 422
    assert "Kontrollera de tre valen och bekräfta" in words(page)
    page = note(told, "facts", bekraftat="on")
    assert "insatsen är registrerad i dag" in words(page)


def test_a_note_is_taken_back_and_stays_in_the_history(told: Site):
    page = note(told, "starts")
    seen = re.search(
        r'name="sedd" value="([1-9]\d*)"><input type="hidden" name="insats" value="steget"><input[^>]*"starts"',
        page.content.decode(),
    )[1]
    page = note(told, "starts", steg="tillbaka", sedd=seen)
    assert "Anteckningen är borttagen." in words(page)
    assert "Tidigare anteckningar" in words(page)
    assert note(told, "starts", steg="tillbaka", sedd=seen).status_code == 422


def test_the_board_and_the_auditor_have_no_such_page_and_no_link_to_it(told: Site):
    for role in (Role.BOARD, Role.AUDITOR):
        assert told.as_(role).get(PAGE).status_code == 403
        assert "/uppfoljning/inmatning/" not in told.as_(role).get("/insatser/").content.decode()
    assert "/uppfoljning/inmatning/" in told.as_(Role.DIRECTOR).get("/insatser/").content.decode()


@pytest.mark.parametrize("ending", ["xlsx", "pdf", "docx"])
def test_files_leave_with_a_trail(told: Site, ending: str):
    answer = told.economist.get(f"/uppfoljning/inmatning/fil/{ending}/?ar=2024")
    assert answer.status_code == 200
    assert TrailEntry.objects.last().deed == "export"
    assert told.economist.get("/uppfoljning/inmatning/fil/csv/").status_code == 404


def test_without_anything_the_page_says_where_to_begin(site: Site):
    page = site.economist.get(PAGE)
    assert "Ingen insats pågår under året" in words(page)
    assert "saknas" in words(page)
