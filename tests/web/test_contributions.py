"""Bidrag: who pays, what is asked for and paid, rules, and what parties have decided when there is no plan."""

import pytest
from tests.visiting import Site
from tests.web.books import links, words
from tests.web.plan_books import YEAR, kept, with_register

from samordna.access.models import Role
from samordna.domain.plan.agreement import Contribution
from samordna.domain.plan.contributions.requisition import RequisitionState
from samordna.domain.plan.contributions.rules import DueDay, DueIn, GroupRule, LedgerRule
from samordna.domain.plan.rhythm import Rhythm
from samordna.office import questions

PAGE = "/bidrag/2024/"
LIST = f"{PAGE}rekvisitioner/"
GIVEN = {"rad": "", "party": "Regionen", "amount": "4 505 500", "expected": "", "source": "Parternas beslut"}
JANUARY = "Regionen|2024-01..2024-01"


def contributions() -> tuple[Contribution, ...]:
    return questions.plan_held().plan.contributions


def post(site: Site, **said: object):
    return site.economist.post(f"{PAGE}parter/", said, follow=True)


def ask(site: Site, *chosen: str, day: str = "2024-01-02"):
    return site.economist.post(f"{LIST}begar/", {"val": chosen, "day": day}, follow=True)


def states() -> list[RequisitionState]:
    return [said.value.state for said in questions.plan_held().requisitions]


def test_before_anybody_pays_the_pages_say_what_to_do(site: Site):
    assert "Ingen betalar än" in words(site.economist.get("/bidrag/", follow=True))
    assert "Inget att begära än" in words(site.economist.get(LIST))
    assert site.economist.get(f"{PAGE}fil/pdf/").status_code == 404


def test_what_a_party_gives_is_entered_changed_and_taken_back(site: Site):
    with_register()
    post(site, **GIVEN)
    post(site, **{**GIVEN, "party": "Staten", "amount": "9 011 000", "expected": "9 000 000"})
    assert [(one.party, one.in_forecast()) for one in contributions()] == [
        ("Regionen", 4_505_500_00), ("Staten", 9_000_000_00),
    ]  # fmt: skip
    page = site.economist.get(PAGE)
    assert "Summa 13 516 500 13 505 500" in words(page)
    seen = questions.agreed_shown(YEAR).contributions[0].holds.number
    page = post(site, rad="Regionen", amount="4 600 000", expected="", source="", sedd=seen)
    assert contributions()[0] == Contribution("Regionen", YEAR, 4_600_000_00)
    assert "Tidigare 4 505 500 kr" in words(page)
    late = post(site, steg="bort", rad="Regionen", sedd=seen)
    assert "ändrade detta" in words(late)
    post(site, steg="bort", rad="Regionen", sedd=questions.agreed_shown(YEAR).contributions[0].holds.number)
    assert [one.party for one in contributions()] == ["Staten"]
    gone = post(site, steg="bort", rad="Ingen")
    assert "Det finns inget att ta bort" in words(gone)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({**GIVEN, "amount": "-5"}, "ett bidrag är mer än noll"),
        ({**GIVEN, "amount": "0"}, "ett bidrag är mer än noll"),
        ({**GIVEN, "party": ""}, "Detta fält måste fyllas i"),
        ({**GIVEN, "amount": "mycket"}, "”mycket” är inget belopp."),
        ({**GIVEN, "expected": "1,234,5"}, "”1,234,5” är inget belopp."),
    ],
)
def test_what_is_wrong_is_told_in_place_what_was_typed_stays_and_nothing_changes(
    site: Site, said: dict[str, str], told: str
):
    with_register()
    before = kept()
    page = post(site, **said)
    assert page.status_code == 422
    assert told in words(page)
    assert f'value="{said["source"]}"' in page.content.decode()
    assert kept() == before


def test_two_persons_do_not_enter_the_same_party_over_each_other(site: Site):
    with_register()
    post(site, **{**GIVEN, "party": "Borås Stad"}, sedd="0")
    late = post(site, **{**GIVEN, "party": "borås  stad", "amount": "5"}, sedd="0")
    assert "”Borås Stad” har redan ett bidrag för året, inlagt av" in words(late)
    assert [(one.party, one.amount) for one in contributions()] == [("Borås Stad", 4_505_500_00)]


def test_what_is_chosen_is_asked_for_and_followed_until_it_is_paid(site: Site):
    with_register()
    post(site, **{**GIVEN, "amount": "1 200"})
    assert f'value="{JANUARY}"' in site.economist.get(LIST).content.decode()
    page = ask(site, JANUARY, "Regionen|2024-02..2024-02")
    assert "2 rekvisitioner är begärda: nummer 1–2." in words(page)
    assert "Januari 2024: 1 begärda" in words(page)
    sent = {"nummer": ["1", "2"], "steg": "invoice", "day": "2024-01-03"}
    site.economist.post(f"{LIST}steg/", sent)
    page = site.economist.post(f"{LIST}steg/", {"nummer": ["1"], "steg": "pay", "day": "2024-01-31"}, follow=True)
    assert "Rekvisition 1 är nu betald." in words(page)
    assert states() == [RequisitionState.PAID, RequisitionState.INVOICED]
    overview = site.economist.get(PAGE)
    assert "Regionen 1 200 200 200 100 1 000" in words(overview)
    assert "Obetalt: rekvisition 2, 100 kr, som förföll 29 februari 2024." in words(overview)


@pytest.mark.parametrize(
    ("chosen", "day", "told"),
    [
        ((), "2024-01-02", "Ingen rekvisition är vald."),
        (("Ingen|2024-01..2024-01",), "2024-01-02", "Det finns inget kvar att begära av ”Ingen”"),
        ((JANUARY,), "snart", "giltigt datum"),
    ],
)
def test_what_cannot_be_asked_for_is_told_and_what_was_chosen_stays(site: Site, chosen, day: str, told: str):
    with_register()
    post(site, **{**GIVEN, "amount": "1 200"})
    before = kept()
    page = ask(site, *chosen, day=day)
    assert page.status_code == 422
    assert told in words(page)
    assert kept() == before
    if JANUARY in chosen:
        assert f'value="{JANUARY}" aria-label="Begär av Regionen, Januari 2024" checked' in page.content.decode()
    assert ask(site, "vad som helst").status_code == 404


def test_a_requisition_has_a_page_a_history_and_a_document_to_send(site: Site):
    with_register()
    post(site, **{**GIVEN, "amount": "1 200"})
    ask(site, JANUARY)
    page = site.economist.get("/bidrag/rekvisition/1/")
    assert "Hela årets bidrag" in words(page)
    assert {"/bidrag/rekvisition/1/fil/pdf/", "/bidrag/rekvisition/1/fil/docx/"} <= set(links(page))
    for ending in ("pdf", "docx"):
        assert site.as_(Role.BOARD).get(f"/bidrag/rekvisition/1/fil/{ending}/").status_code == 200
    assert site.economist.get("/bidrag/rekvisition/1/fil/odt/").status_code == 404
    assert site.economist.get("/bidrag/rekvisition/9/").status_code == 404
    seen = questions.requisition_shown(1).said.number
    said = {"steg": "withdraw", "day": "2024-01-03", "why": "", "sedd": seen}
    wrong = site.economist.post("/bidrag/rekvisition/1/steg/", said)
    assert wrong.status_code == 422
    assert "Detta fält måste fyllas i" in words(wrong)
    page = site.economist.post("/bidrag/rekvisition/1/steg/", {**said, "why": "Fel part"}, follow=True)
    assert states() == [RequisitionState.WITHDRAWN]
    assert "Fel part" in words(page)
    assert site.economist.post("/bidrag/rekvisition/1/steg/", {"steg": "fly"}).status_code == 200


RULES = {
    "group-0-rhythm": "quarterly", "group-0-day": "15", "group-0-month": "last",
    "ledger-0-who": "Regionen, Staten", "ledger-0-accounts": "3010", "ledger-0-centre": "9000",
    "ledger-1-who": "", "ledger-1-accounts": "", "ledger-1-centre": "",
}  # fmt: skip


def test_rules_are_said_and_hold_from_the_year_on(site: Site):
    with_register()
    post(site, **{**GIVEN, "amount": "1 200"})
    page = site.economist.post(f"{PAGE}regler/", {**RULES, "sedd": "0"}, follow=True)
    assert "Reglerna är sparade." in words(page)
    assert "”Staten” är varken en grupp, en medlem eller en part som betalar nu." in words(page)
    held = questions.plan_held().rules_of(YEAR)
    assert held.groups == (GroupRule("", Rhythm.QUARTERLY, DueDay(15, DueIn.LAST)),)
    assert held.ledger == (LedgerRule(("3010",), ("Regionen", "Staten"), "9000"),)
    assert "Januari–mars 2024: 1 planerade" in words(site.economist.get(LIST))
    assert "konto 3010 på kostnadsställe 9000" in words(site.economist.get(PAGE))
    assert "/objekt/1/9000/?period=2024-01..2024-08" in links(site.economist.get(PAGE))
    history = words(site.economist.get(f"{PAGE}regler/"))
    assert "alla: kvartalsvis, den 15, periodens sista månad" in history
    assert "Regionen, Staten: konto 3010 på kostnadsställe 9000" in history
    later = site.economist.get("/bidrag/2025/regler/")
    assert "Nu gäller de från 2024." in words(later)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"group-0-day": "40"}, "31"),
        ({"group-0-rhythm": "ibland"}, "ibland"),
        ({"ledger-0-accounts": ""}, "nämner inget konto"),
        ({"ledger-1-who": "Staten", "ledger-1-accounts": "3010", "ledger-1-centre": "9000"}, "mer än en regel"),
    ],
)
def test_rules_that_are_wrong_are_told_and_what_was_typed_stays(site: Site, said: dict[str, str], told: str):
    with_register()
    before = kept()
    page = site.economist.post(f"{PAGE}regler/", {**RULES, **said, "sedd": "0"})
    assert page.status_code == 422
    assert told in words(page)
    assert 'value="Regionen, Staten"' in page.content.decode()
    assert kept() == before


def test_rules_that_somebody_changed_meanwhile_are_not_written_over(site: Site):
    with_register()
    site.economist.post(f"{PAGE}regler/", {**RULES, "sedd": "0"})
    late = site.economist.post(f"{PAGE}regler/", {**RULES, "group-0-day": "1", "sedd": "0"})
    assert late.status_code == 422
    assert "ändrade detta" in words(late)


def test_who_may_not_sees_the_pages_without_their_forms(site: Site):
    with_register()
    post(site, **{**GIVEN, "amount": "1 200"})
    ask(site, JANUARY)
    auditor = site.as_(Role.AUDITOR)
    for address in (PAGE, LIST, "/bidrag/rekvisition/1/"):
        page = auditor.get(address)
        assert page.status_code == 200
        text = page.content.decode()
        assert 'method="post" action="/bidrag' not in text
        assert "regler/" not in text
        assert 'type="checkbox"' not in text


def test_the_contributions_leave_as_files(site: Site):
    with_register()
    post(site, **{**GIVEN, "amount": "1 200"})
    for ending in ("pdf", "xlsx", "docx", "csv", "json"):
        assert site.economist.get(f"{PAGE}fil/{ending}/").status_code == 200
    assert site.economist.get("/bidrag/1900/").status_code == 404
