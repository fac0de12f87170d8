"""Avtal och bidrag: a form for each line, totals, and what was said before."""

import pytest
from tests.visiting import Site
from tests.web.books import links, words
from tests.web.plan_books import YEAR, kept, read_in, with_register

from samordna.access.models import Role
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.profile import Profile, Shape
from samordna.office import questions

PAGE = "/avtal-och-bidrag/2024/"
AGREED = {"rad": "3001", "amount": "610 000", "weights": "", "performer": "Exempelkommun", "source": "Avtal 2024"}
GIVEN = {"rad": "", "party": "Regionen", "amount": "4 505 500", "expected": "", "source": "Parternas beslut"}


def plan():
    return questions.plan_held().plan


def post(site: Site, to: str, **said: object):
    return site.economist.post(f"{PAGE}{to}/", said, follow=True)


def test_before_anything_is_read_the_page_says_what_to_do(site: Site):
    assert "Inget år att planera än" in words(site.economist.get("/avtal-och-bidrag/"))
    read_in()
    page = site.economist.get("/avtal-och-bidrag/", follow=True)
    assert page.redirect_chain == [(PAGE, 302)]
    assert "/kostnadsstallen/register/" in links(page)


def test_what_is_agreed_is_entered_changed_and_taken_back_and_what_it_was_is_shown(site: Site):
    with_register()
    page = post(site, "avtal", **AGREED)
    assert plan().agreed == (AgreedSum("3001", YEAR, 610_000_00, performer="Exempelkommun", source="Avtal 2024"),)
    assert "Summa 610 000" in words(page)
    number = questions.agreed_shown(YEAR).sums[0].holds.number
    page = post(site, "avtal", **{**AGREED, "amount": "700 000", "weights": "0 0 1 " * 4, "sedd": number})
    assert plan().agreed[0].profile == Profile(Shape.OWN, (0, 0, 1) * 4)
    assert "Tidigare 610 000 kr, Ekonom" in words(page)
    assert "fördelad på egna månader" in words(page)
    page = post(site, "avtal", steg="bort", rad="3001", sedd=questions.agreed_shown(YEAR).sums[0].holds.number)
    assert plan().agreed == ()
    assert "Borttaget av Ekonom" in words(page)
    assert "Tidigare 700 000 kr, Ekonom" in words(page)
    assert "3001 Arbetssteget" in words(page)


def test_what_a_party_gives_is_entered_changed_and_taken_back(site: Site):
    with_register()
    post(site, "bidrag", **GIVEN)
    post(site, "bidrag", **{**GIVEN, "party": "Staten", "amount": "9 011 000", "expected": "9 000 000"})
    assert [(one.party, one.in_forecast()) for one in plan().contributions] == [
        ("Regionen", 4_505_500_00), ("Staten", 9_000_000_00),
    ]  # fmt: skip
    page = site.economist.get(PAGE)
    assert "Summa 13 516 500 13 505 500" in words(page)
    seen = questions.agreed_shown(YEAR).contributions[0].holds.number
    page = post(site, "bidrag", rad="Regionen", amount="4 600 000", expected="", source="", sedd=seen)
    assert plan().contributions[0] == Contribution("Regionen", YEAR, 4_600_000_00)
    assert "Tidigare 4 505 500 kr" in words(page)
    late = post(site, "bidrag", steg="bort", rad="Regionen", sedd=seen)
    assert "ändrade detta" in words(late)
    post(site, "bidrag", steg="bort", rad="Regionen", sedd=questions.agreed_shown(YEAR).contributions[0].holds.number)
    assert [one.party for one in plan().contributions] == ["Staten"]


@pytest.mark.parametrize(
    ("to", "said", "told"),
    [
        ("avtal", {**AGREED, "amount": ""}, "Detta fält måste fyllas i"),
        ("avtal", {**AGREED, "amount": "sexhundra"}, "”sexhundra” är inget belopp."),
        ("avtal", {**AGREED, "weights": "1 2 3"}, "Skriv 12 heltal med mellanslag"),
        ("avtal", {**AGREED, "weights": "0 " * 12}, "Skriv 12 heltal med mellanslag"),
        ("avtal", {**AGREED, "rad": "finnsinte"}, "”finnsinte” finns inte i registret."),
        ("avtal", {**AGREED, "rad": ""}, "Formuläret säger inte vilken rad eller part det gäller."),
        ("avtal", {**AGREED, "source": "Avtal med 19121212-1212"}, "personnummer"),
        ("avtal", {**AGREED, "amount": "-5"}, "är en kostnad och skrivs utan minus"),
        ("bidrag", {**GIVEN, "amount": "-5"}, "ett bidrag är mer än noll"),
        ("bidrag", {**GIVEN, "amount": "0"}, "ett bidrag är mer än noll"),
        ("bidrag", {**GIVEN, "party": ""}, "Detta fält måste fyllas i"),
        ("bidrag", {**GIVEN, "amount": "mycket"}, "”mycket” är inget belopp."),
        ("bidrag", {**GIVEN, "expected": "1,234,5"}, "”1,234,5” är inget belopp."),
    ],
)
def test_what_is_wrong_is_told_in_place_what_was_typed_stays_and_nothing_changes(
    site: Site, to: str, said: dict[str, str], told: str
):
    with_register()
    before = kept()
    page = post(site, to, **said)
    assert page.status_code == 422
    assert told in words(page)
    if said["rad"] or to == "bidrag":
        assert f'value="{said["source"]}"' in page.content.decode()
    assert kept() == before


def test_who_may_not_enter_sees_the_page_without_its_forms(site: Site):
    with_register()
    post(site, "avtal", **AGREED)
    page = site.as_(Role.AUDITOR).get(PAGE)
    assert "610 000" in words(page)
    assert "Ändra" not in words(page)
    assert 'method="post" action="/avtal' not in page.content.decode()


def test_two_persons_do_not_enter_the_same_line_over_each_other(site: Site):
    with_register()
    new = {"sedd": "0"}
    post(site, "avtal", **AGREED, **new)
    late = post(site, "avtal", **{**AGREED, "amount": "5"}, **new)
    assert late.status_code == 422
    assert "Ekonom" in words(late)
    assert "ändrade detta" in words(late)
    post(site, "bidrag", **{**GIVEN, "party": "Borås Stad"}, **new)
    late = post(site, "bidrag", **{**GIVEN, "party": "borås  stad", "amount": "5"}, **new)
    assert "”Borås Stad” har redan ett bidrag för året, inlagt av" in words(late)
    assert [(one.party, one.amount) for one in plan().contributions] == [("Borås Stad", 4_505_500_00)]
    assert plan().agreed[0].amount == 610_000_00
    page = site.economist.get(PAGE).content.decode()
    assert page.count('name="sedd" value="0"') == 2, "both new forms say that they saw nothing"


def test_what_was_taken_back_is_entered_anew_and_what_is_not_there_is_not_taken_back(site: Site):
    with_register()
    post(site, "avtal", **AGREED)
    post(site, "avtal", steg="bort", rad="3001", sedd=questions.agreed_shown(YEAR).sums[0].holds.number)
    for to, key in (("avtal", "3001"), ("avtal", "1010"), ("bidrag", "Ingen")):
        page = post(site, to, steg="bort", rad=key)
        assert page.status_code == 422
        assert "Det finns inget att ta bort" in words(page)
    post(site, "avtal", **AGREED, sedd="0")
    assert plan().agreed[0].amount == 610_000_00
