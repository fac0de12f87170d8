"""Bryggan on the screen: from the cost centres to the equity, every difference named, and taken out as files."""

import pytest
from tests.questions.demo_books import planned_in
from tests.visiting import Site
from tests.web.books import links, take, words

from samordna.access.deeds import Deed
from samordna.access.models import Role, TrailEntry

PERIOD = "?period=2024-01..2024-08"


@pytest.fixture
def planned(site: Site) -> Site:
    """Return the site of Sjuhärad with its books and its plan."""
    planned_in("sjuharad")
    return site


def test_it_ends_in_the_result_of_the_books_with_nothing_unexplained(planned: Site):
    for role in Role:
        told = words(planned.as_(role).get("/bryggan/"))
        assert "Periodens resultat 112 090,13 -413 666,72 -301 576,59" in told
        assert "Ej förklarat 0,00 0,00 0,00" in told
        assert "Utgående eget kapital 3 149 973,62" in told


def test_its_figures_lead_to_the_lines_that_they_are(planned: Site):
    economist = planned.economist
    places = [link for link in links(economist.get("/bryggan/?enhet=tkr")) if link.startswith("/siffra/")]
    assert len(places) == 7
    for place in places:
        assert place.endswith("?enhet=tkr")
        assert economist.get(place).status_code == 200, place


def test_another_period_and_another_unit_are_in_the_address(planned: Site):
    told = words(planned.economist.get("/bryggan/?period=2024-01..2024-03&enhet=tkr"))
    assert "Bokfört jan–mar 2024" in told
    assert "Belopp i tusental kronor" in told
    assert planned.economist.get("/bryggan/?enhet=pund").status_code == 422


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "docx", "csv", "json"])
def test_it_is_taken_out_as_a_file_and_the_trail_says_so(planned: Site, ending: str):
    answer = planned.as_(Role.BOARD).get(f"/bryggan/{ending}/{PERIOD}")
    assert answer.status_code == 200
    assert len(answer.content) > 400
    told = TrailEntry.objects.filter(deed=Deed.EXPORT.value, subject__startswith="Från kostnadsställen till eget")
    assert told.count() == 1
    assert planned.economist.get("/bryggan/odt/").status_code == 404


def test_its_rows_are_taken_out_once(planned: Site):
    csv = planned.economist.get(f"/bryggan/csv/{PERIOD}").content.decode()
    assert csv.count("Utgående eget kapital") == 1


def test_before_a_ledger_it_says_what_to_do_and_before_a_register_it_still_leads_to_the_result(site: Site):
    assert "/inlasning/" in links(site.economist.get("/bryggan/"))
    assert "Ekonomen läser in den." in words(site.as_(Role.AUDITOR).get("/bryggan/"))
    take(2024)
    assert "Utgående eget kapital" in words(site.economist.get("/bryggan/"))
