"""Ägarna: what each pays, what that costs, and of the counts no more than owners may read."""

import pytest
from tests.questions.demo_books import laid_out_as
from tests.visiting import Site
from tests.web.books import links, words
from tests.years.plans import input_files

from samordna.access.models import Role, TrailEntry
from samordna.demo.counting import tell_counts
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL

LIST, MUNICIPALITY, INSURANCE = (
    "/uppfoljning/agare/?ar=2024", "/uppfoljning/agare/1481/?ar=2024", "/uppfoljning/agare/fk/?ar=2024",
)  # fmt: skip


@pytest.fixture
def told(site: Site) -> Site:
    """Insjöriket's plan and counts."""
    laid_out_as("insjoriket")
    actions.take_plan(input_files("insjoriket"), by=TERMINAL)
    tell_counts("insjoriket")
    return site


def test_every_member_has_a_page_that_the_list_leads_to(told: Site):
    page = told.as_(Role.BOARD).get(LIST)
    assert "/uppfoljning/agare/1481/?ar=2024" in links(page)
    assert "1 067 000" in words(page)
    assert "ACTivera Mölndal" in words(page)


def test_a_municipality_reads_what_it_pays_its_own_unit_and_no_small_count(told: Site):
    page = words(told.economist.get(MUNICIPALITY))
    assert "Remisser från Kommunen" in page
    assert "ACTivera Mölndal 31 12 0 43" in page
    assert "Färre än 5: antalet visas inte" in page
    assert "ACTivera Lerum" not in page
    content = told.economist.get(MUNICIPALITY).content.decode()
    assert "<5" in content.replace("&lt;", "<")


def test_a_party_of_the_state_reads_its_referrals_by_unit(told: Site):
    page = words(told.as_(Role.DIRECTOR).get(INSURANCE))
    assert "ACTivera Alingsås 14 9 0 23" in page
    assert "Hela förbundet 37 20 0 57" in page
    assert "Kostnad per person" not in page


def test_taking_a_file_publishes_it_and_only_those_inside_may(told: Site):
    answer = told.economist.post("/uppfoljning/agare/1481/fil/pdf/?ar=2024")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    deeds = list(TrailEntry.objects.order_by("-pk").values_list("deed", flat=True)[:2])
    assert deeds == ["export", "publish-statistics"]
    [release] = questions.publications_held()
    assert release.value.view.key == "owners"
    assert told.as_(Role.BOARD).post("/uppfoljning/agare/1481/fil/pdf/?ar=2024").status_code == 403
    assert "Ta ut som fil" not in words(told.as_(Role.BOARD).get(MUNICIPALITY))
    told.economist.post("/uppfoljning/agare/fk/fil/xlsx/?ar=2024")
    assert len(questions.publications_held()) == 1, "all owners' pages are one publication"


def test_the_board_reads_what_has_been_given_out_as_it_was_then(told: Site):
    before = told.as_(Role.BOARD).get(INSURANCE)
    assert "är utlämnat till ägarna" in words(before)
    assert "Alingsås 14" not in words(before)
    now = words(told.economist.get(INSURANCE))
    told.economist.post("/uppfoljning/agare/fk/fil/csv/?ar=2024")
    assert words(told.economist.get(INSURANCE)) == now, "what owners read stays when it has been given out"
    page = words(told.as_(Role.BOARD).get(INSURANCE))
    assert "Utlämnat till ägarna: siffror januari–augusti 2024" in page
    assert "Hela förbundet 37 20 0 57" in page
    assert "Per startad" in words(told.as_(Role.AUDITOR).get(MUNICIPALITY))


def test_who_is_no_member_and_what_is_no_format_has_no_page(told: Site):
    assert told.economist.get("/uppfoljning/agare/9999/").status_code == 404
    assert told.economist.post("/uppfoljning/agare/fk/fil/exe/?ar=2024").status_code == 404


def test_before_there_are_members_the_list_says_what_to_do(site: Site):
    page = site.economist.get(LIST)
    assert "Inga medlemmar" in words(page)
    assert "/finansiering/medlemmar/" in links(page)


def test_without_counts_a_page_says_so(site: Site):
    laid_out_as("insjoriket")
    actions.take_plan(input_files("insjoriket"), by=TERMINAL)
    assert "Inga siffror från enheterna är godtagna 2024." in words(site.economist.get(MUNICIPALITY))
