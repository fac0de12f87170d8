"""Verksamhetsplan: made in the site without any books, shown with the money it rests on, adopted, and taken out."""

import datetime as dt
import json

import pytest
from django.utils import timezone
from tests.visiting import Site
from tests.web.books import links, words
from tests.web.plan_books import kept
from tests.years.plans import input_files

from samordna.access.models import Role, TrailEntry
from samordna.domain.plan.activity_plan.planned import PlannedActivity
from samordna.domain.values.period import Period
from samordna.office import actions, questions

NEXT = timezone.localdate().year + 1
YEAR = Period(NEXT * 100 + 1, NEXT * 100 + 12)
COMING = f"/plan/{NEXT}/"
PAGE = "/plan/2022/"
PART = {"vad": "del", "heading": "Steget", "direction": "individual"}
ROW = {"vad": "rad", "part": "steget", "label": "Granby", "performer": "Granby kommun", "participants": "20",
       "funds": "300 000", "paid_by": ""}  # fmt: skip
COST = {"vad": "overhead", "label": "Kansli", "amount": "100 000", "with_project": "80 000"}
ADOPTED = {"reference": "Styrelsen § 56", "day": "2026-11-18", "rests_on": "decided"}


def change(site: Site, **said: object):
    sent = {"sedd": questions.plan_seen(YEAR), **said}
    return site.economist.post(f"{COMING}insatser/andra/", sent, follow=True)


def plan():
    return questions.plan_held().activity_plan_of(YEAR)


def with_plan(site: Site) -> None:
    for said in (PART, ROW, COST):
        assert change(site, **said).status_code == 200


def sjuharad() -> None:
    actions.take_plan(input_files("sjuharad"), by=actions.TERMINAL)


def test_an_empty_association_is_led_to_the_coming_year_and_what_to_do(site: Site):
    page = site.economist.get("/plan/", follow=True)
    assert page.redirect_chain == [(COMING, 302)]
    assert f"Ingen plan är inlagd för {NEXT}" in words(page)
    assert f"{COMING}insatser/" in links(page)
    assert "Inga medlemmar är inlagda." in words(page)
    assert "Lägg in insatser" not in words(site.as_(Role.BOARD).get(COMING))
    for path in ("insatser/", "texter/"):
        assert site.economist.get(f"{COMING}{path}").status_code == 200


def test_before_anything_is_planned_the_step_of_adoption_leads_to_what_says_so(site: Site):
    page = site.economist.get(COMING)
    assert f"{COMING}#antagande" in links(page)
    assert 'id="antagande"' in page.content.decode()
    assert "Planen kan antas när insatser eller kostnader är inlagda." in words(page)


def test_one_row_is_told_as_one(site: Site):
    with_plan(site)
    page = words(site.economist.get(COMING))
    assert "1 rad, 300 tkr." in page
    assert "1 rader" not in page


@pytest.mark.usefixtures("site")
def test_members_that_nobody_can_share_to_are_not_done():
    sjuharad()
    year = Period(202201, 202212)
    assert questions.plan_steps(questions.plan_asked(year))[0].state.value == "done"
    actions.remove_weight("1490", dt.date(2021, 1, 1), by=actions.TERMINAL)
    step = questions.plan_steps(questions.plan_asked(year))[0]
    assert (step.state.value, "saknas för Borås" in step.told) == ("begun", True)


@pytest.mark.parametrize("seen", ["", "x", "1e3", "²"])
def test_a_form_that_does_not_say_what_was_seen_writes_nobody_over(site: Site, seen: str):
    with_plan(site)
    page = change(site, **{**COST, "label": "Styrelse"}, sedd=seen)
    assert page.status_code == 422
    assert "efter att du såg det" in words(page)
    assert [row.label for row in plan().overhead] == ["Kansli"]


def test_parts_rows_and_overhead_are_added_changed_moved_and_taken_out(site: Site):
    with_plan(site)
    assert plan().activities == (PlannedActivity("steget", "Granby", "Granby kommun", 20, 300_000_00),)
    page = change(site, **{**ROW, "rad": plan().activities[0].key, "participants": "25"})
    assert "Planen är sparad." in words(page)
    assert plan().activities[0].participants == 25
    change(site, **{**ROW, "label": "Ekby", "performer": "", "funds": "", "paid_by": "ESF"})
    change(site, vad="rad", rad=plan().activities[1].key, steg="upp")
    assert [one.label for one in plan().activities] == ["Ekby", "Granby"]
    change(site, vad="rad", rad=plan().activities[0].key, steg="bort")
    change(site, vad="del", rad="steget", heading="Första steget", direction="structural")
    assert plan().parts[0].heading == "Första steget"
    change(site, vad="kalla", source="Förslag 12 oktober")
    page = change(site, vad="angra")
    assert "Den senaste ändringen är tillbakatagen." in words(page)
    assert plan().source == ""
    assert "Alla ändringar av planen" in words(page)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({**ROW, "participants": "några"}, "”några” är inget antal. Skriv ett helt tal med siffror"),
        ({**ROW, "label": "Ekby", "participants": "-3"}, "-3 är inget antal deltagare."),
        ({**ROW, "funds": "mycket"}, "”mycket” är inget belopp."),
        ({**ROW, "label": "Ekby", "funds": "-5"}, "-5 kr är mindre än noll."),
        ({**ROW, "label": ""}, "Detta fält måste fyllas i"),
        ({**ROW, "part": "borta"}, "Välj ett giltigt alternativ"),
        ({**ROW, "label": "Granby", "performer": "Granby kommun"}, "”Granby” står mer än en gång i delen."),
        ({**ROW, "label": "Ring 19121212-1212"}, "personnummer"),
        ({**PART, "heading": "steget"}, "Planen har redan en del som heter ”Steget”."),
        ({**COST, "amount": ""}, "Detta fält måste fyllas i"),
        ({**COST, "amount": "1,234,5"}, "”1,234,5” är inget belopp."),
        ({**COST}, "”Kansli” står mer än en gång i delen."),
        ({"vad": "del", "rad": "steget", "steg": "bort"}, "Delen ”Steget” har rader: Granby."),
        ({"vad": "rad", "rad": "borta", "steg": "upp"}, "”borta” finns inte i planen."),
        ({"vad": "borja"}, f"Det finns redan en plan för {NEXT}."),
    ],
)
def test_what_is_wrong_is_told_in_place_what_was_typed_stays_and_nothing_changes(
    site: Site, said: dict[str, str], told: str
):
    with_plan(site)
    before = kept()
    page = change(site, **said)
    assert page.status_code == 422
    assert told in words(page)
    if "label" in said:
        assert f'value="{said["label"]}"' in page.content.decode()
    assert kept() == before


def test_a_row_that_nobody_pays_is_taken_and_told(site: Site):
    with_plan(site)
    page = change(site, **{**ROW, "label": "Ekby", "performer": "", "funds": ""})
    assert "”Ekby” har varken medel eller någon annan som betalar." in words(page)
    assert len(plan().activities) == 2


def test_two_persons_do_not_change_the_plan_over_each_other(site: Site):
    with_plan(site)
    seen = questions.plan_seen(YEAR)
    change(site, **{**COST, "label": "Styrelse"})
    late = change(site, **{**COST, "label": "Revision", "sedd": seen})
    assert late.status_code == 422
    assert "ändrade detta" in words(late)
    assert 'value="Revision"' in late.content.decode()
    assert [one.label for one in plan().overhead] == ["Kansli", "Styrelse"]


def test_a_chapter_is_written_and_what_it_said_is_shown(site: Site):
    for text, seen in (("Först", 0), ("Sedan", None)):
        number = seen if seen is not None else questions.texts_said(YEAR)["mal"][0].number
        page = site.economist.post(
            f"{COMING}texter/skriv/", {"kapitel": "mal", "text": text, "sedd": number}, follow=True
        )
    assert "Mål är sparat." in words(page)
    assert "Först Ekonom" in words(page)
    late = site.economist.post(f"{COMING}texter/skriv/", {"kapitel": "mal", "text": "För sent", "sedd": "0"})
    assert late.status_code == 422
    assert "För sent" in late.content.decode()
    wrong = {"kapitel": "mal", "text": "Ring 19121212-1212", "sedd": ""}
    assert "personnummer" in words(site.economist.post(f"{COMING}texter/skriv/", wrong))
    assert site.economist.post(f"{COMING}texter/skriv/", {"kapitel": "annat", "text": ""}).status_code == 404


def test_the_plan_is_adopted_then_begun_anew_and_the_adopted_one_stays(site: Site):
    with_plan(site)
    seen = questions.plan_held().number
    page = site.economist.post(f"{COMING}anta/", {**ADOPTED, "reference": "", "sedd": seen})
    assert page.status_code == 422
    page = site.economist.post(f"{COMING}anta/", {**ADOPTED, "sedd": seen}, follow=True)
    assert f"Verksamhetsplanen {NEXT} är antagen." in words(page)
    assert "Antagen Styrelsen § 56, 18 november 2026" in words(page)
    assert "Siffrorna är de som planen antogs med." in words(page)
    refused = change(site, **{**COST, "label": "Styrelse"})
    assert "Börja en ny version av planen." in words(refused)
    assert "Lägg till en kostnad" not in words(site.economist.get(f"{COMING}insatser/"))
    again = site.economist.post(f"{COMING}anta/", {"steg": "ny-version", "skal": "", "sedd": ""})
    assert "Det framgår inte varför en ny version behövs." in words(again)
    page = site.economist.post(
        f"{COMING}anta/", {"steg": "ny-version", "skal": "Lägre bidrag", "sedd": questions.life_seen(YEAR)}, follow=True
    )
    assert "Ny version: Lägre bidrag" in words(page)
    assert "Utkast till version 2" in words(page)
    assert f"{COMING}dokument.pdf?version=1" in links(page)


def test_the_result_stands_with_the_money_it_rests_on(site: Site):
    sjuharad()
    decided = words(site.economist.get(PAGE))
    assert "Resultat på beslutade bidrag, 19 032 tkr -573 0" in decided
    requested = words(site.economist.get(f"{PAGE}?bidrag=requested"))
    assert "Resultat på äskade bidrag, 20 000 tkr 395 968" in requested
    assert "Kostnaderna är 573 000 kr mer än bidragen" in decided
    assert "573 000" not in requested


def test_every_figure_leads_to_what_it_is_made_of(site: Site):
    sjuharad()
    page = site.economist.get(PAGE)
    figures = [link for link in links(page) if "/siffra/" in link]
    assert len(figures) > 100
    for link in figures[:6] + figures[-6:]:
        assert site.economist.get(link).status_code == 200, link
    deficit = words(site.economist.get(f"{PAGE}siffra/economic-summary/result:beslutade bidrag/without/"))
    assert "Bidragen minus kostnaderna: minus belastar eget kapital." in deficit
    assert "kostnader Raderna ovan tillsammans. 19 605 000" in deficit
    assert site.economist.get(f"{PAGE}siffra/economic-summary/borta/without/").status_code == 404


@pytest.mark.parametrize(
    ("ending", "begins"), [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK"), ("html", b"<!DOCTYPE"), ("json", b"{")]
)
def test_the_document_leaves_in_every_format_and_the_trail_is_told(site: Site, ending: str, begins: bytes):
    sjuharad()
    answer = site.as_(Role.BOARD).get(f"{PAGE}dokument.{ending}?bidrag=requested")
    assert answer.status_code == 200
    assert answer.content.lower().startswith(begins.lower())
    assert TrailEntry.objects.last().deed == "export"
    assert "Verksamhetsplan 2022" in TrailEntry.objects.last().subject


def test_a_document_says_which_money_and_that_it_is_a_draft(site: Site):
    sjuharad()
    made = json.loads(site.economist.get(f"{PAGE}dokument.json").content)
    assert made["status"] == "Utkast: inte antagen"
    assert {"label": "Vilar på", "value": "beslutade bidrag, 19\xa0032\xa0tkr"} in made["facts"]
    for address in (f"{PAGE}dokument.csv", f"{PAGE}dokument.pdf?version=1", "/plan/2024/dokument.pdf"):
        assert site.economist.get(address).status_code == 404


def test_who_only_reads_sees_the_plan_without_forms(site: Site):
    sjuharad()
    for path in ("", "insatser/", "texter/"):
        page = site.as_(Role.AUDITOR).get(f"{PAGE}{path}")
        assert page.status_code == 200
        assert 'method="post" action="/plan' not in page.content.decode()


def test_a_year_begins_from_the_one_before(site: Site):
    sjuharad()
    page = site.economist.post("/plan/2026/insatser/andra/", {"vad": "borja", "sedd": "0"}, follow=True)
    assert "Planen är påbörjad från 2025." in words(page)
    held = questions.plan_held()
    assert held.activity_plan_of(Period(202601, 202612)).activities == held.activity_plan_of(
        Period(202501, 202512)
    ).activities  # fmt: skip


@pytest.mark.parametrize("address", ["/plan/1905/", "/plan/9999/", "/plan/2022/siffra/a/b/c/"])
def test_what_is_not_there_is_told(site: Site, address: str):
    sjuharad()
    assert site.economist.get(address).status_code == 404
