"""The search field: a page without scripts, suggestions with them, and every hit a link that leads somewhere."""

import re

import pytest
from tests.questions.test_search import HOSTILE, take
from tests.visiting import Site

from samordna.access.models import Role
from samordna.office import actions

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _books(association_folder):  # noqa: ARG001
    take()


def found(client, asked, **headers) -> str:
    answer = client.get("/sok/", {"q": asked}, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("asked", ["hyra", "123", "1234,50", "5010", "borås", "eget kapital", "underlag"])
def test_every_hit_leads_somewhere(site, asked):
    economist = site.economist
    hits = re.findall(r'<li><a href="([^"]+)"', found(economist, asked).partition("<main")[2])
    assert hits
    for hit in hits:
        assert economist.get(hit.replace("&amp;", "&")).status_code == 200, hit


def test_what_was_looked_for_is_marked(site):
    assert "<mark>Hyra</mark> Östersund" in found(site.economist, "hyra")


def test_a_hit_knows_the_way_back_to_the_search(site):
    shown = found(site.economist, "A 123")
    href = re.search(r'href="(/verifikation/[^"]+)"', shown)[1].replace("&amp;", "&")
    assert 'href="/sok/?q=A+123"' in site.economist.get(href).content.decode()


def test_while_typing_only_the_suggestions_come(site):
    shown = found(site.economist, "hyra", **HTMX)
    assert "<html" not in shown
    assert "<mark>Hyra</mark>" in shown
    assert 'href="/sok/?q=hyra"' in shown
    assert found(site.economist, "", **HTMX).strip() == ""
    assert "Inget hittades" in found(site.economist, "zzzz", **HTMX)


def examples(page) -> dict[str, str]:
    """Return what a page proposes to search for, with where it leads."""
    shown = page.content.decode().partition("Så kan du söka")[2].partition("</ul>")[0]
    found = re.findall(r'<a href="([^"]+)">([^<]+)</a>', shown)
    return {label.replace("\xa0", " "): href.replace("&amp;", "&") for href, label in found}


def test_before_anything_is_asked_there_are_examples_from_the_associations_own_books(site):
    client = site.economist
    shown = examples(client.get("/sok/"))
    assert list(shown) == ["lokalhyra", "50", "3001", "A 1", "1 234,50", "Summa eget kapital"]
    for asked, address in shown.items():
        answer = client.get(address).content.decode()
        assert "Så kan du söka" not in answer, f"{asked} finds something"
        assert len(re.findall(r'<a href="[^"]+"[^>]*>', answer.partition('class="hits"')[2])) > 0


@pytest.mark.parametrize("role", [Role.BOARD, Role.ADMINISTRATOR])
def test_who_may_not_read_vouchers_is_shown_none_as_an_example(site, role):
    page = site.as_(role).get("/sok/")
    assert list(examples(page)) == ["lokalhyra", "50", "3001", "Summa eget kapital"]
    assert "1\xa0234,50" not in page.content.decode()


def test_what_was_not_found_proposes_what_would_be(site):
    assert "A 1" in examples(site.economist.get("/sok/", {"q": "finnsinte"}))
    assert examples(site.economist.get("/sok/", {"q": "hyra"})) == {}


@pytest.mark.parametrize("role", [Role.BOARD, Role.ADMINISTRATOR])
def test_who_may_not_read_vouchers_is_told_that_they_are_not_searched(site, role):
    shown = found(site.as_(role), "hyra")
    assert "/verifikation/" not in shown
    assert "Din roll ser inte enskilda verifikationer" in shown


@pytest.mark.parametrize("asked", [*HOSTILE[:-1], "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_whatever_is_typed_is_only_words(site, asked):
    for headers in ({}, HTMX):
        answer = site.economist.get("/sok/", {"q": asked.encode("utf-8", "surrogatepass")}, headers=headers)
        assert answer.status_code == 200
        assert b"<script>alert" not in answer.content
        assert b"<img src=x" not in answer.content


def test_help_is_read_and_one_is_told_of_what_is_not_there(site):
    for role in Role:
        client = site.as_(role)
        for path in re.findall(r'href="(/hjalp/[a-z-]+/)"', client.get("/hjalp/").content.decode()):
            assert client.get(path).status_code == 200
    assert site.economist.get("/hjalp/finns-inte/").status_code == 404
    assert "<kbd>" in site.economist.get("/hjalp/tangentbord/").content.decode()


def test_an_association_without_books_is_told_what_there_will_be(new_folder):
    folder = new_folder("tomt")
    actions.open_association(folder)
    page = Site(folder).economist.get("/sok/").content.decode()
    assert "När bokföringen är inläst finns konton" in page
    assert "telefoni" not in page


def test_the_field_in_the_band_says_what_was_searched_for_and_nothing_else(site):
    field = re.compile(r'<input type="search" name="q"[^>]* value="([^"]*)"')
    assert field.search(found(site.economist, "hyra"))[1] == "hyra"
    assert field.search(site.economist.get("/mal/?period=2024-01..2024-08").content.decode())[1] == ""
