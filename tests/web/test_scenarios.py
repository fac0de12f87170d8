"""Scenarier: the plan beside what might change it, asked by address, tried by forms, kept under a name."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.visiting import Site
from tests.web.books import links, words
from tests.web.plan_books import kept
from tests.years.plans import input_files

from samordna.access.models import Role
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL

PAGE = "/finansiering/2024/scenarier/"
LESS = "tilldelning:staten:-10:star"
JOINS = {
    "prova": "ny", "code": "1402", "name": "Partille: nya", "party": "municipal", "group": "kommuner",
    "joined": "2024-07-01", "weight": "500",
}  # fmt: skip


@pytest.fixture(autouse=True)
def plan(site: Site) -> None:  # noqa: ARG001 - the association that the plan is of
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)


def tried(site: Site, *shown: str, **said: str):
    return site.economist.get(PAGE, {"s": shown, **said}, follow=True)


def asked(page) -> list[str]:
    return parse_qs(urlsplit(page.redirect_chain[-1][0]).query)["s"]


def test_without_being_asked_the_page_shows_ten_per_cent_less(site: Site):
    told = words(site.economist.get(PAGE))
    assert "Staten -10 % Ändring Staten -10 %, andra följer Ändring" in told
    assert "Staten 9 011 000 8 110 000 -901 000 8 110 000 -901 000" in told
    assert "Allt vilar på tilldelning som är beslutad" in told
    assert "Nettokostnaden är budgetens" in told
    assert "satt till noll" in told


def test_each_kind_of_change_is_tried_by_its_form_and_stands_in_the_address(site: Site):
    page = tried(site, prova="tilldelning", group="region", percent="-5,5", others="follow")
    assert asked(page) == ["tilldelning:region:-11%2F2:foljer"]
    assert "Regionen -6 %, andra följer" in words(page)
    page = tried(site, *asked(page), prova="lamnar", member="1490", last="2023-12-31")
    assert asked(page)[1:] == ["lamnar:1490:2023-12-31"]
    assert "Borås lämnar" in words(page)
    page = tried(site, *asked(page), **JOINS)
    assert "Partille: nya kommer" in words(page)
    key = {f"weight-{group}": "1" for group in ("staten", "region", "kommuner")}
    bases = {name.replace("weight", "basis"): "agreed" for name in key}
    page = tried(site, *asked(page), prova="nyckel", **key, **bases)
    assert "Annan nyckel" in words(page)
    assert len(asked(page)) == 4
    again = site.economist.get(page.redirect_chain[-1][0])
    assert words(again) == words(page)
    full = tried(site, *asked(page), prova="lamnar", member="1490", last="2023-12-31")
    assert full.status_code == 422
    assert "får 4 scenarier plats" in words(full)
    fewer = next(link for link in links(page) if link.count("s=") == 3)
    assert "Regionen" in words(site.economist.get(fewer))


def test_changes_can_be_tried_together(site: Site):
    page = tried(site, LESS, prova="lamnar", member="1490", last="2023-12-31", till="1")
    assert asked(page) == [f"{LESS}|lamnar:1490:2023-12-31"]
    assert "Staten -10 % + Borås lämnar" in words(page)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"prova": "tilldelning", "group": "staten", "percent": "mycket", "others": "stand"}, "ingen procentsats"),
        ({"prova": "tilldelning", "group": "staten", "percent": "-101", "others": "stand"}, "ingen procentsats"),
        ({"prova": "lamnar", "member": "1490", "last": "snart"}, "Fyll i ett giltigt datum"),
        ({"prova": "lamnar", "member": "x", "last": "2024-01-01"}, "Välj ett giltigt alternativ"),
        ({**JOINS, "weight": "x"}, "”x” är inget heltal"),
        ({**JOINS, "name": ""}, "Detta fält måste fyllas i"),
    ],
)
def test_a_form_that_is_wrong_says_so_in_place_and_keeps_what_was_typed(site: Site, said: dict[str, str], told: str):
    page = tried(site, LESS, **said)
    assert page.status_code == 422
    assert told in words(page)
    for value in said.values():
        if value in {"mycket", "-101", "x", "Partille: nya"} and said.get("member") != value:
            assert f'value="{value}"' in page.content.decode()


@pytest.mark.parametrize(
    "words_of",
    [
        "tala", "tilldelning:staten:x:star", "tilldelning:staten:-1:x", "lamnar:1490:igår", "ny:1:2", "nyckel",
        "nyckel:a=b", "tilldelning:staten:1/0:star", "tilldelning:staten:9e999999:star", "|", "ny:a:b:tala:d::1",
    ],
)  # fmt: skip
def test_an_address_that_cannot_be_understood_says_so_and_shows_the_rest(site: Site, words_of: str):
    page = tried(site, words_of, LESS)
    assert page.status_code == 422
    assert "som inte går att förstå" in words(page)
    assert "8 110 000" in words(page)


def test_a_scenario_that_leads_nowhere_says_why(site: Site):
    page = tried(site, "lamnar:okand:2024-01-01", "ny:1490:B:municipal:kommuner:2024-01-01:5")
    assert "”okand” finns inte." in words(page)
    assert "”B” är redan medlem." in words(page)
    zero = tried(site, "nyckel:staten=0=agreed:region=0=agreed:kommuner=0=agreed")
    assert "Alla vikter är noll" in words(zero)


def test_a_scenario_is_kept_shown_again_and_taken_away(site: Site):
    page = site.economist.post(f"{PAGE}spara/", {"s": LESS, "nummer": "1", "namn": "Mindre: stat"}, follow=True)
    assert "Scenariot Mindre: stat är sparat." in words(page)
    assert "sparat på beslutad tilldelning av Ekonom" in words(page)
    [saved] = questions.plan_held().scenarios
    assert saved.value.state is AllotmentState.DECIDED
    [link] = [link for link in links(site.economist.get(PAGE)) if "sparad" in link]
    again = site.as_(Role.BOARD).get(link)
    assert "Mindre: stat Ändring" in words(again)
    assert "8 110 000" in words(again)
    assert 'method="post" action="/finansiering' not in again.content.decode()
    late = site.economist.post(f"{PAGE}spara/", {"steg": "bort", "namn": "Mindre: stat", "sedd": "1"})
    assert late.status_code == 422
    gone = site.economist.post(
        f"{PAGE}spara/", {"steg": "bort", "namn": "Mindre: stat", "sedd": saved.number}, follow=True
    )
    assert "är borttaget" in words(gone)
    assert questions.plan_held().scenarios == ()
    assert "inget sparat scenario som heter ”Mindre: stat”" in words(site.economist.get(link))


def test_two_persons_do_not_keep_a_scenario_over_each_others_name(site: Site):
    said = {"s": LESS, "nummer": "1", "namn": "Mindre", "sedd": "0"}
    site.economist.post(f"{PAGE}spara/", said)
    other = {**said, "s": "lamnar:1490:2024-06-30"}
    late = site.as_(Role.DIRECTOR).post(f"{PAGE}spara/", other)
    assert late.status_code == 422
    assert "Ekonom ändrade detta" in words(late)
    assert 'value="Mindre"' in late.content.decode()
    [kept_one] = questions.plan_held().scenarios
    assert len(kept_one.value.scenario.changes) == 1
    typed = site.economist.get(f"{PAGE}?s=sparad:Mindre")
    assert "Staten" in words(typed)


def test_a_name_that_is_typed_into_an_address_is_known(site: Site):
    site.economist.post(f"{PAGE}spara/", {"s": LESS, "nummer": "1", "namn": "Tio mindre, på prov", "sedd": "0"})
    typed = site.economist.get(PAGE, {"s": "sparad:Tio mindre, på prov"})
    assert "Tio mindre, på prov Ändring" in words(typed)
    assert not [link for link in links(typed) if "sparad" in link and "Tio%2520mindre" not in link]
    assert 'name="nummer"' not in typed.content.decode(), "what is kept already is not offered to be kept"


def test_what_cannot_be_kept_is_told_and_nothing_is(site: Site):
    before = kept()
    for said, told in (
        ({"s": LESS, "nummer": "1", "namn": " "}, "Scenariot har inget namn"),
        ({"s": LESS, "nummer": "1", "namn": "19121212-1212"}, "personnummer"),
        ({"s": "lamnar:okand:2024-01-01", "nummer": "1", "namn": "X"}, "”okand” finns inte"),
        ({"steg": "bort", "namn": "Ingen"}, "inget sparat scenario"),
    ):
        page = site.economist.post(f"{PAGE}spara/", said)
        assert page.status_code == 422, said
        assert told in words(page), said
    assert site.economist.post(f"{PAGE}spara/", {"s": LESS, "nummer": "7", "namn": "X"}).status_code == 404
    assert kept() == before


def test_figures_lead_to_what_they_rest_on_and_files_hold_what_is_shown(site: Site):
    page = tried(site, LESS)
    figures = [link for link in links(page) if "/siffra/" in link]
    assert figures
    for link in figures[::9]:
        assert site.economist.get(link).status_code == 200, link
    told = words(site.economist.get(f"{PAGE}siffra/%3Aresult/s1-changed/?s={LESS}"))
    assert "Scenariot minus planen." in told
    file = site.economist.get(f"{PAGE}fil/csv/?s={LESS}")
    assert re.search(r"8.?110.?000", file.content.decode())
    for ending in ("pdf", "xlsx", "docx", "json"):
        assert site.economist.get(f"{PAGE}fil/{ending}/?s={LESS}").status_code == 200


def test_a_year_that_cannot_be_shared_out_says_what_is_needed_first(site: Site):
    page = site.economist.get("/finansiering/2026/scenarier/")
    assert "Det finns ingen plan att pröva mot än" in words(page)
    assert "varken en ram eller en tilldelning" in words(page)
    assert site.economist.get("/finansiering/2026/scenarier/fil/csv/").status_code == 422
