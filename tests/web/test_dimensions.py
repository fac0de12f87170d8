"""Saying what a dimension is: at the file, in the settings, and what is typed wrong stays typed."""

import re

import pytest
from tests.dimension_ledger import dimension_ledger
from tests.visiting import Site
from tests.web.books import headings, words
from tests.web.test_imports import hand_in

from samordna.access.models import Role
from samordna.office import questions
from samordna.office.actions import TERMINAL, set_dimension_roles

DRAFT, SAYING, SETTINGS = "/inlasning/utkast/1/", "/inlasning/utkast/1/dimensioner/", "/installningar/dimensioner/"


@pytest.fixture
def handed_in(site: Site) -> Site:
    """Hand in a file whose cost centres are dimension 20."""
    hand_in(site.economist, ("bok.se", dimension_ledger({"1": "20"})))
    return site


def chosen(page) -> dict[str, str]:
    """Return what is chosen in each list of the page."""
    lists = re.findall(r'(?s)<select name="dimension-(\d+)".*?</select>', page.content.decode())
    found = re.findall(r'(?s)<select name="dimension-(\d+)"(.*?)</select>', page.content.decode())
    assert len(lists) == len(found)
    return {number: re.search(r'value="([^"]*)" selected', inside)[1] for number, inside in found}


def test_a_draft_asks_what_its_dimensions_are_and_guesses_nothing(handed_in: Site):
    page = handed_in.economist.get(DRAFT)
    assert (2, "Dimensioner") in headings(page)
    assert chosen(page) == {"6": "project", "20": ""}
    assert "20 Kostnadsställe (frivilligt) 40 objekt: 3001, 3002, 3003, 3004, 3005 …" in words(page)


def test_saying_it_reads_the_file_so_and_taking_it_gives_the_table_of_cost_centres(handed_in: Site):
    page = handed_in.economist.post(SAYING, {"dimension-6": "project", "dimension-20": "cost-centre"}, follow=True)
    assert page.redirect_chain == [(DRAFT, 302)]
    assert "Dimensionerna är sparade, och filen är läst med dem." in words(page)
    assert chosen(page) == {"6": "project", "20": "cost-centre"}
    [read_with] = re.findall(r'name="read_with" value="(\w+)"', page.content.decode())
    taken = handed_in.economist.post(DRAFT, {"against": "", "read_with": read_with}, follow=True)
    assert "20 Kostnadsställe kostnadsställe 40" in words(taken)
    assert "Största kostnadsställena" in words(handed_in.economist.get("/"))


def test_one_role_for_two_is_told_and_what_was_chosen_is_kept(handed_in: Site):
    page = handed_in.economist.post(SAYING, {"dimension-6": "project", "dimension-20": "project"})
    assert page.status_code == 422
    assert "Dimensionerna 6 och 20 är båda satta som projekt. Bara en kan vara det." in words(page)
    assert chosen(page) == {"6": "project", "20": "project"}
    assert chosen(handed_in.economist.get(DRAFT)) == {"6": "project", "20": ""}


def test_what_is_no_choice_is_told_in_place(handed_in: Site):
    page = handed_in.economist.post(SAYING, {"dimension-6": "kung", "dimension-20": ""})
    assert page.status_code == 422
    assert "Dimensioner" in words(page)


def test_a_file_that_would_be_read_otherwise_is_compared_again_before_it_is_taken(handed_in: Site):
    set_dimension_roles({"6": "other"}, by=TERMINAL)
    page = handed_in.economist.get(DRAFT)
    assert "Sedan filen lästes har någon ändrat vad dimensioner är." in words(page)
    assert 'name="read_with"' not in page.content.decode()
    again = handed_in.economist.post(f"{DRAFT}jamfor-igen/", follow=True)
    assert 'name="read_with"' in again.content.decode()


def test_whoever_reads_sees_what_they_are_and_asks_nothing(handed_in: Site):
    page = handed_in.as_(Role.AUDITOR).get(DRAFT)
    assert chosen(page) == {}
    assert "20 Kostnadsställe 3001, 3002, 3003, 3004, 3005 inte sagt 40" in words(page)
    settings = handed_in.as_(Role.AUDITOR).get(SETTINGS)
    assert "1 Kostnadsställe kostnadsställe Enligt SIE" in words(settings)
    assert "<select" not in settings.content.decode()


def test_settings_show_and_change_what_was_said(handed_in: Site):
    handed_in.economist.post(SAYING, {"dimension-6": "project", "dimension-20": "cost-centre"})
    page = handed_in.economist.get(SETTINGS)
    assert chosen(page) == {"1": "cost-centre", "6": "project", "20": "cost-centre"}
    assert "Ekonom sa det" in words(page)
    values = {"dimension-1": "cost-centre", "dimension-6": "project", "dimension-20": "other"}
    saved = handed_in.economist.post(SETTINGS, values, follow=True)
    assert "Sparat. Det gäller de filer som lämnas in härefter." in words(saved)
    assert "Inget var ändrat." in words(handed_in.economist.post(SETTINGS, values, follow=True))
    wrong = handed_in.economist.post(SETTINGS, {**values, "dimension-1": "project", "dimension-20": "project"})
    assert wrong.status_code == 422
    assert chosen(wrong) == {"1": "project", "6": "project", "20": "project"}
    assert questions.known_dimensions()[2].role.value == "other"


def test_a_file_that_cannot_be_read_in_asks_nothing(site: Site):
    data = dimension_ledger({"1": "20"}).replace(b"#VALUTA SEK", b"#VALUTA EUR")
    page = hand_in(site.economist, ("bok.se", data))
    assert chosen(page) == {}
    assert "20 Kostnadsställe" in words(page)
