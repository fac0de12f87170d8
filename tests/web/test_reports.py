"""Rapporter: made, read figure by figure, taken home in every format, and the same when asked for again."""

import re

import pytest
from tests.actions.test_layouts import LEDGER
from tests.visiting import Site
from tests.web.test_imports import words

from samordna.access.models import Role, TrailEntry
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL, LedgerFile

MAKERS = {Role.ECONOMIST, Role.DIRECTOR}
ASKED = {"slag": "interim", "period": "2024-01..2024-08", "jamfor": ""}


@pytest.fixture
def books(site: Site) -> Site:
    actions.take_ledgers([LedgerFile("2024.se", LEDGER.replace("\n", "\r\n").encode())], by=TERMINAL)
    return site


def make(client, **changed: str):
    return client.post("/rapporter/", {**ASKED, **changed}, follow=True)


def figures(page) -> list[str]:
    return re.findall(r'<a class="(?:drill|in-text)" href="([^"]+)"', page.content.decode().replace("&amp;", "&"))


def test_without_books_there_is_nothing_to_report_and_it_says_why(site: Site):
    page = site.economist.get("/rapporter/")
    assert "Ingen bokföring är inläst ännu" in words(page)
    assert 'href="/inlasning/">Lämna in bokföring' in page.content.decode()
    assert "Ekonomen läser in den" in words(site.as_(Role.BOARD).get("/rapporter/"))


def test_a_report_is_made_and_says_what_it_was_made_from(books: Site):
    page = make(books.economist)
    assert page.redirect_chain == [("/rapporter/1/", 302)]
    told = words(page)
    for said in ("Delårsrapport januari–augusti 2024", "Utkast", "Inläsning 1, 2024.se", "Ekonom"):
        assert said in told
    listed = words(books.economist.get("/rapporter/"))
    assert "Delårsrapport januari–augusti 2024 Nr 1 Utkast 1 Den som följer med programmet" in listed


def test_every_figure_of_it_leads_to_what_it_is(books: Site):
    addresses = figures(make(books.economist))
    assert len(addresses) > 20
    assert {books.economist.get(address).status_code for address in set(addresses)} == {200}


def test_after_the_layout_and_the_books_have_changed_it_reads_as_before(books: Site):
    before = make(books.economist).content.decode()
    actions.assign_account(2024, statement="income", account="5010", line="extraordinara", by=TERMINAL)
    dearer = LEDGER.replace("200.00", "300.00").replace("-1000.00", "-1100.00")
    actions.take_ledgers([LedgerFile("2024.se", dearer.replace("\n", "\r\n").encode())], by=TERMINAL)
    page = books.economist.get("/rapporter/1/")
    shown = page.content.decode()
    assert "Rapporten läses inte längre precis som när den gjordes" not in words(page)
    article = re.compile(r"<data[^>]*>([^<]*)</data>")
    assert article.findall(shown) == article.findall(before) != []
    costs = next(one for one in figures(page) if "/income/kostnader/actual/" in one)
    assert "inlasningar=1" in costs
    assert "uppstallning=lkbr" in costs
    assert "250" in words(books.economist.get(costs))


def test_made_in_a_layout_of_ones_own_its_figures_are_explained_by_it(books: Site):
    actions.assign_account(2024, statement="income", account="6250", line="avskrivningar", by=TERMINAL)
    number = questions.held_layout(2024).revision
    make(books.economist)
    actions.undo_layout(2024, by=TERMINAL)
    page = books.economist.get("/rapporter/1/")
    assert f"efter ändring {number}" in words(page)
    costs = next(one for one in figures(page) if "/income/avskrivningar/actual/" in one)
    assert f"uppstallning={number}" in costs
    assert "50" in words(books.economist.get(costs))


def test_a_report_that_can_no_longer_be_the_same_says_so(books: Site):
    make(books.economist)
    director = books.actor(Role.DIRECTOR)
    actions.change_association(name="Förbundet Nytt", organisation_number="222000-0000", by=director)
    assert "Rapporten läses inte längre precis som när den gjordes" in words(books.economist.get("/rapporter/1/"))


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("html", b"<!doctype html>"), ("pdf", b"%PDF-"), ("docx", b"PK"), ("xlsx", b"PK"), ("json", b"{")],
)
def test_a_report_is_taken_home_and_the_trail_says_so(books: Site, ending, begins):
    make(books.economist)
    answer = books.economist.get(f"/rapporter/1/{ending}/")
    assert answer.content.startswith(begins)
    assert f"jan%E2%80%93aug%202024.{ending}" in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.new["report"], entry.new["format"]) == ("export", 1, ending)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"period": ""}, "ingen period"),
        ({"period": "<script>alert(1)</script>"}, "ingen period"),
        ({"period": "2024-01..2024-08", "jamfor": "x"}, "ingen period"),
        ({"period": "2030-01..2030-08"}, "Rapporten är inte gjord"),
        (
            {"slag": "annual"},
            "Välj januari–december 2024 som period, när hela året är inläst, eller gör en delårsrapport.",
        ),
        ({"slag": "<script>alert(1)</script>"}, "ingen mall"),
        ({"slag": "../interim"}, "ingen mall"),
    ],
)
def test_what_cannot_be_made_is_told_where_it_was_asked(books: Site, said, told):
    page = make(books.economist, **said)
    assert page.status_code == 422
    assert told in words(page)
    assert "<script>alert" not in page.content.decode()
    assert questions.made_reports() == ()


def test_a_refused_report_keeps_what_was_chosen(books: Site):
    page = make(books.economist, slag="annual").content.decode()
    assert '<option value="annual" selected>Årsredovisning</option>' in page
    assert 'aria-describedby="wrong"' in page


def test_an_annual_report_is_made_of_a_whole_year_and_every_figure_leads_somewhere(books: Site):
    page = make(books.economist, slag="annual", period="2024-01..2024-12")
    assert page.redirect_chain == [("/rapporter/1/", 302)]
    assert "Årsredovisning januari–december 2024" in words(page)
    addresses = figures(page)
    assert len(addresses) > 20
    assert {books.economist.get(address).status_code for address in set(addresses)} == {200}


def test_an_interim_report_of_other_months_says_what_the_recommendation_is(books: Site):
    told = words(make(books.economist, period="2024-01..2024-03"))
    assert "minst hälften och högst två tredjedelar av räkenskapsåret" in told
    assert "RKR R17" not in words(make(books.economist))


@pytest.mark.parametrize("address", ["2/", "0/", f"{10**30}/", "1/exe/", "2/pdf/", "x/"])
def test_an_address_of_no_report_is_not_found(books: Site, address):
    make(books.economist)
    assert books.economist.get(f"/rapporter/{address}").status_code == 404


@pytest.mark.parametrize("role", list(Role))
def test_who_may_make_and_take(books: Site, role):
    make(books.economist)
    client = books.as_(role)
    assert client.get("/rapporter/1/").status_code == 200
    assert ("Gör rapporten" in words(client.get("/rapporter/"))) is (role in MAKERS)
    assert client.post("/rapporter/", ASKED).status_code == (302 if role in MAKERS else 403)
    assert len(questions.made_reports()) == (2 if role in MAKERS else 1)
    assert client.get("/rapporter/1/json/").status_code == (403 if role is Role.ADMINISTRATOR else 200)
    assert ("PDF" in words(client.get("/rapporter/1/"))) is (role is not Role.ADMINISTRATOR)
