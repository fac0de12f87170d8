"""Finansiering: who pays what over the years, what it rests on, every step of an allotment, and what is wrong."""

import json

import pytest
from tests.questions.demo_books import laid_out_as
from tests.visiting import Site
from tests.web.books import links, words
from tests.web.plan_books import kept
from tests.years.plans import input_files

from samordna.access.models import Role, TrailEntry
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.plan.financing.year import Frame
from samordna.domain.values.period import Period
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL

YEAR = Period(202201, 202212)
PAGE = "/finansiering/2022/"
STEP = {"grupp": "staten", "step": "change", "amount": "8 128 800", "day": "2022-04-02", "source": "Ändrat anslag"}
AGREED = {"member": "1490", "amount": "2 600 000", "source": "Överenskommelse"}


def with_plan() -> None:
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)


def financing():
    return questions.plan_held().financing_of(YEAR)


def post(site: Site, to: str, **said: object):
    return site.economist.post(f"{PAGE}{to}/", said, follow=True)


def seen(group: str = "staten") -> int:
    return questions.financing_shown(YEAR).allotments[group][0].number


def test_before_there_are_members_the_page_says_what_to_do(site: Site):
    page = site.economist.get("/finansiering/", follow=True)
    assert "Ingen finansiering än" in words(page)
    assert any(link.startswith("/finansiering/medlemmar/") for link in links(page))


def test_a_year_that_nobody_has_said_anything_of_says_what_to_do(site: Site):
    with_plan()
    page = words(site.economist.get("/finansiering/2027/"))
    assert "Ingen tilldelning än" in page
    assert "Stopp" not in page
    assert "Medlemmar, summa" not in page


def test_three_years_stand_side_by_side_and_the_state_is_chosen_and_told(site: Site):
    with_plan()
    asked = words(site.economist.get(f"{PAGE}?lage=askad"))
    assert "Finansieringsplan 2022, äskad tilldelning" in asked
    assert "Medlemmar, summa 19 032 20 000 20 000" in asked
    decided = words(site.economist.get(f"{PAGE}?lage=beslutad"))
    assert "Medlemmar, summa 19 032 19 032 19 011" in decided
    assert "Staten 9 032 9 516 -484" in decided
    assert "Staten beslutad 9 032 000 kr (Styrelsens protokoll hösten 2021, § 56)" in decided
    assert "Enligt nyckeln hade det varit 9 516 000 kr" in decided


def test_every_figure_leads_to_what_it_rests_on_and_back(site: Site):
    with_plan()
    page = site.economist.get(f"{PAGE}?lage=beslutad")
    figures = [link for link in links(page) if "/siffra/" in link]
    assert len(figures) > 50
    for link in figures[::7]:
        assert site.economist.get(link).status_code == 200, link
    told = words(site.economist.get(f"{PAGE}siffra/financing/%3Atotal/y2022/?lage=beslutad"))
    assert "19 032 tkr" in told
    assert "Kommunerna 5 000 tkr" in told
    boras = words(site.economist.get(f"{PAGE}siffra/financing/1490/y2022/?lage=beslutad"))
    assert "vikt 2 504" in boras
    assert site.economist.get(f"{PAGE}siffra/financing/ingen/y2022/").status_code == 404
    assert site.economist.get("/finansiering/1850/").status_code == 404


def test_an_allotment_is_taken_through_its_steps_with_history_and_undone(site: Site):
    with_plan()
    page = post(site, "tilldelning", **STEP, sedd=seen())
    assert "Tilldelningen är införd." in words(page)
    assert "Beslutad 8 128 800 2 april 2022 Ändrat anslag Ekonom" in words(page)
    assert "Beslutad 9 032 000" in words(page)
    page = post(site, "tilldelning", grupp="staten", steg="angra", sedd=seen())
    assert "som den var före det senaste steget" in words(page)
    assert "8 128 800" not in words(page)
    late = post(site, "tilldelning", **STEP, sedd=1)
    assert late.status_code == 422
    assert "ändrade detta" in words(late)
    assert 'value="8 128 800"' in late.content.decode()


def test_agreed_amounts_and_the_frame_are_entered_changed_and_taken_back(site: Site):
    with_plan()
    page = post(site, "overenskommet", **AGREED, sedd="0", lage="beslutad")
    assert "Det överenskomna bidraget är sparat." in words(page)
    assert "Borås 2 600 2 383 217" in words(page)
    line = questions.financing_shown(YEAR).agreed["1490"][0].number
    page = post(site, "overenskommet", medlem="1490", amount="2 700 000", source="Nytt", sedd=line)
    assert "Tidigare 2 600 000 kr, Ekonom" in words(page)
    line = questions.financing_shown(YEAR).agreed["1490"][0].number
    page = post(site, "overenskommet", medlem="1490", steg="bort", sedd=line)
    assert "Borttaget av Ekonom" in words(page)
    page = post(site, "ram", amount="19 032 000", source="Samrådet", sedd="0")
    assert "19 032 000 kr. Samrådet Ekonom" in words(page)
    page = post(site, "ram", steg="bort", sedd=questions.financing_shown(YEAR).frame[0].number)
    assert "Ramen är borttagen" in words(page)
    assert "Tidigare 19 032 000 kr" in words(page)
    assert financing().whole is None


@pytest.mark.parametrize(
    ("to", "said", "told"),
    [
        ("tilldelning", {**STEP, "amount": "mycket"}, "”mycket” är inget belopp."),
        ("tilldelning", {**STEP, "amount": "-5"}, "är mindre än noll"),
        ("tilldelning", {**STEP, "source": ""}, "Detta fält måste fyllas i"),
        ("tilldelning", {**STEP, "step": "announce"}, "är beslutad och kan inte meddelas preliminärt"),
        ("tilldelning", {**STEP, "step": ""}, "Detta fält måste fyllas i"),
        ("tilldelning", {**STEP, "grupp": "region", "step": "decide", "day": "x"}, "Fyll i ett giltigt datum"),
        ("tilldelning", {**STEP, "grupp": "ingen"}, "inte vilken grupp"),
        ("tilldelning", {"grupp": "ingen", "steg": "angra"}, "ingen ändring att ångra"),
        ("overenskommet", {**AGREED, "amount": "-1"}, "är mindre än noll"),
        ("overenskommet", {**AGREED, "member": "9999"}, "Välj ett giltigt alternativ"),
        ("overenskommet", {**AGREED, "source": "Avtal 19121212-1212"}, "personnummer"),
        ("overenskommet", {"medlem": "1490", "steg": "bort"}, "inget att ta bort"),
        ("ram", {"amount": "-1", "source": "Beslut"}, "är mindre än noll"),
        ("ram", {"amount": "10 000 000 000 001", "source": "Beslut"}, "är inget belopp"),
        ("ram", {"steg": "bort"}, "inget att ta bort"),
    ],
)
def test_what_is_wrong_is_told_in_place_what_was_typed_stays_and_nothing_changes(site: Site, to, said, told):
    with_plan()
    before = kept()
    page = post(site, to, **said)
    assert page.status_code == 422
    assert told in words(page)
    if said.get("source") and said.get("grupp") != "ingen":
        assert f'value="{said["source"]}"' in page.content.decode()
    assert kept() == before


def test_what_cannot_be_shared_out_says_why_and_what_to_do(site: Site):
    laid_out_as("insjoriket")
    files = input_files("insjoriket")
    del files["folkmangd.csv"], files["overenskomna-bidrag-2024.csv"]
    actions.take_plan(files, by=TERMINAL)
    page = site.economist.get("/finansiering/2024/")
    assert "Varför året inte kan fördelas" in words(page)
    assert "Ange folkmängden enligt SCB, med dag och källa." in words(page)
    assert "Scenarier" not in words(page)
    file = site.economist.get("/finansiering/2024/fil/csv/")
    assert file.status_code == 422
    actions.set_frame(Period(202401, 202412), Frame(100, "Beslut"), by=TERMINAL)
    assert "14 278 000 kr, är inte 1 kr" in words(site.economist.get("/finansiering/2024/"))


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "docx", "csv", "json"])
def test_the_plan_leaves_in_every_format_and_the_trail_says_in_which_state(site: Site, ending: str):
    with_plan()
    file = site.economist.get(f"{PAGE}fil/{ending}/?lage=beslutad")
    assert file.status_code == 200
    entry = TrailEntry.objects.last()
    assert entry is not None
    assert (entry.new["format"], entry.new["state"]) == (ending, "beslutad")
    if ending == "json":
        rows = json.loads(file.content)["statements"][0]["rows"]
        assert {row["id"]: row["values"] for row in rows}[":total"]["y2022"] == "19032"


def test_who_may_not_enter_sees_the_page_without_its_forms(site: Site):
    with_plan()
    page = site.as_(Role.AUDITOR).get(PAGE)
    assert "9 032 000" in words(page)
    assert 'method="post" action="/finansiering' not in page.content.decode()


def test_the_shares_are_those_that_others_ask_for():
    """A plan that is held and one that is read again share out the same."""
    assert questions.usual_state(questions.PlanHeld(), YEAR) is AllotmentState.REQUESTED
