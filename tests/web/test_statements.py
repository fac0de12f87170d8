"""Räkenskaper: what an address asks for is shown, every amount leads on, and files leave with a trace."""

import io
import json
import zipfile

import pytest
from tests.visiting import Site
from tests.web.books import headings, links, take, words

from samordna.access.models import Role, TrailEntry
from samordna.domain.values.problem import Refused
from samordna.office.actions import TERMINAL, Actor, retire_import, take_out
from samordna.office.questions import imports
from samordna.office.web.forms.when import day_and_time

KINDS = ["resultat", "balans", "kassaflode", "noter", "nyckeltal", "uppfoljning"]


@pytest.fixture
def read_in(site: Site) -> Site:
    take(2023, 2024)
    return site


def test_without_books_the_economist_is_led_to_read_some_in(site: Site):
    for role in Role:
        page = site.as_(role).get("/rakenskaper/resultat/")
        assert page.status_code == 200
        assert "Ingen bokföring är inläst ännu" in words(page)
        assert ('class="button" href="/inlasning/"' in page.content.decode()) is (role is Role.ECONOMIST)


def test_the_first_page_is_the_income_statement(read_in: Site):
    assert read_in.economist.get("/rakenskaper/").headers["Location"] == "/rakenskaper/resultat/"


def test_every_kind_is_shown_and_every_amount_leads_to_what_it_is(read_in: Site):
    for kind in KINDS:
        client = read_in.economist
        page = client.get(f"/rakenskaper/{kind}/")
        assert page.status_code == 200
        assert headings(page)[0][0] == 1
        figures = [address for address in links(page) if address.startswith("/siffra/")]
        assert figures or kind == "uppfoljning"
        for address in figures:
            answer = client.get(address)
            assert answer.status_code == 200, address
            assert next(level for level, _ in headings(answer)) == 1
        assert page.content.decode().count("<data") <= len(figures)


def test_what_is_shown_is_in_the_address_and_goes_along_to_the_figures(read_in: Site):
    query = "?period=2024-01..2024-06&enhet=tkr"
    page = read_in.economist.get(f"/rakenskaper/resultat/{query}")
    assert "Utfall jan–jun 2024" in words(page)
    assert "Belopp i tusental kronor" in words(page)
    ways = [address for address in links(page) if address.startswith(("/siffra/", "/rakenskaper/balans/"))]
    assert ways
    assert all(address.endswith(query) for address in ways)


def test_choosing_what_is_usual_leads_to_the_short_address(read_in: Site):
    form = "?period=2024-01..2024-03&jamfor=&enhet=&uppstallning="
    answer = read_in.economist.get(f"/rakenskaper/resultat/{form}")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/rakenskaper/resultat/?period=2024-01..2024-03")
    both = read_in.economist.get("/rakenskaper/resultat/?inlasningar=1&inlasningar=2")
    assert both.headers["Location"] == "/rakenskaper/resultat/"


def test_the_books_as_known_then_say_so_and_lead_back(read_in: Site):
    take(2024, seed=7)
    now = read_in.economist.get("/rakenskaper/resultat/")
    assert "Så som det var känt då" not in words(now)
    then = read_in.economist.get("/rakenskaper/resultat/?inlasningar=1,2")
    assert "Så som det var känt då" in words(then)
    assert "2024: inläsning 2, 2024-1.se" in words(then)
    assert "/rakenskaper/resultat/" in links(then)
    assert next(a for a in links(then) if a.startswith("/siffra/")).endswith("?inlasningar=1,2")
    picked = then.content.decode().partition("Inläsning 2024")[2]
    assert '<option value="2" selected>' in picked.partition("</select>")[0]


def test_a_retired_import_can_still_be_looked_at(site: Site):
    take(2024)
    retire_import(1, reason="Fel fil", by=TERMINAL)
    assert "Ingen bokföring är inläst ännu" in words(site.economist.get("/rakenskaper/resultat/"))
    page = site.economist.get("/rakenskaper/resultat/?inlasningar=1")
    assert page.status_code == 200
    assert "Så som det var känt då" in words(page)


def test_another_layout_is_tried_and_left(read_in: Site):
    page = read_in.economist.get("/rakenskaper/resultat/?uppstallning=sjuharad")
    assert "”Sjuhärads samordningsförbund” på prov" in words(page)
    assert "/rakenskaper/resultat/" in links(page)


def test_what_is_wrong_with_the_books_stands_on_top(read_in: Site):
    page = read_in.economist.get("/rakenskaper/resultat/?uppstallning=insjoriket")
    assert "Anmärkningar på underlaget:" in words(page)
    assert "men ingen rad svarar för det" in words(page)
    assert "/uppstallning/" in links(page)
    assert "Ej fördelat" in words(page)


MISTAKEN = [
    "period=x",
    "period=2020-01",
    "period=2023-12..2024-01",
    "jamfor=1",
    "enhet=dollar",
    "uppstallning=finns-inte",
    "uppstallning=../../../etc/passwd",
    "uppstallning=%00",
    "inlasningar=9",
    "inlasningar=x",
    "inlasningar=1,2,99999999999999",
]


def test_an_address_that_cannot_be_understood_is_told_beside_what_can_be_chosen(read_in: Site):
    client = read_in.economist
    for query in MISTAKEN:
        for path in ("/rakenskaper/resultat/", "/rakenskaper/resultat/csv/", "/siffra/income/resultat/actual/"):
            page = client.get(f"{path}?{query}")
            assert page.status_code == 422, (path, query)
            assert "Vad du kan göra" in words(page)
        page = client.get(f"/rakenskaper/resultat/?{query}")
        assert 'name="period"' in page.content.decode()


@pytest.mark.parametrize("path", ["/rakenskaper/skulder/", "/rakenskaper/resultat/exe/"])
def test_what_is_not_there_says_what_is(read_in: Site, path: str):
    page = read_in.economist.get(path)
    assert page.status_code == 404
    assert "Välj" in words(page)


@pytest.mark.parametrize(
    ("ending", "media_type", "starts"),
    [
        ("pdf", "application/pdf", b"%PDF"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        ("csv", "text/csv; charset=utf-8", "\ufeff".encode()),
        ("json", "application/json", b"{"),
    ],
)
def test_just_what_is_shown_is_taken_out_and_the_trail_says_by_whom(
    read_in: Site, ending: str, media_type: str, starts: bytes
):
    page = read_in.economist.get("/rakenskaper/balans/?period=2024-01..2024-03&enhet=tkr")
    address = f"/rakenskaper/balans/{ending}/?period=2024-01..2024-03&enhet=tkr"
    assert address in links(page)
    file = read_in.as_(Role.AUDITOR).get(address)
    assert file.status_code == 200
    assert file.headers["Content-Type"] == media_type
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert file.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''Balansr%C3%A4kning%20jan")
    assert file.headers["Content-Disposition"].endswith(f".{ending}")
    assert file.content.startswith(starts)
    entry = TrailEntry.objects.latest("id")
    assert (entry.deed, entry.by, entry.refused) == ("export", read_in.users[Role.AUDITOR], False)
    assert entry.subject.startswith("Balansräkning jan–mar 2024 (")
    assert entry.new == {"format": ending, "period": "2024-01..2024-03", "imports": [1, 2]}


def test_what_it_rests_on_is_told_quietly_on_the_page_and_at_the_foot_of_the_files(read_in: Site):
    client = read_in.economist
    when = [day_and_time(taken.taken_at) for taken in imports()]
    told = [f"inläsning {n}, {year}-1.se, inläst {when[n - 1]}" for n, year in ((1, 2023), (2, 2024))]
    page = client.get("/rakenskaper/resultat/?period=2024-01..2024-03")
    assert f"Underlag: {told[1]}; {told[0]}" in words(page).replace(" ,", ",")
    assert {"/inlasning/1/", "/inlasning/2/"} <= set(links(page))
    early = words(client.get("/rakenskaper/resultat/?period=2023-01..2023-03")).replace(" ,", ",")
    assert f"Underlag: {told[0]}" in early
    assert told[1] not in early, "a year that no column tells of is nothing it rests on"
    book = zipfile.ZipFile(io.BytesIO(client.get("/rakenskaper/resultat/xlsx/?period=2024-01..2024-03").content))
    assert f"{told[1]}; {told[0]}" in book.read("xl/worksheets/sheet2.xml").decode()
    word = zipfile.ZipFile(io.BytesIO(client.get("/rakenskaper/resultat/docx/?period=2024-01..2024-03").content))
    feet = "".join(word.read(name).decode() for name in word.namelist() if "footer" in name)
    assert f"{told[1]}; {told[0]}" in feet


def test_a_file_holds_the_figures_of_the_page(read_in: Site):
    client = read_in.economist
    page = words(client.get("/rakenskaper/noter/?enhet=tkr"))
    told = json.loads(client.get("/rakenskaper/noter/json/?enhet=tkr").content)
    lines = client.get("/rakenskaper/noter/csv/?enhet=tkr").content.decode("utf-8-sig").splitlines()
    titles = [table["title"] for table in told["statements"]]
    assert len(titles) > 1
    for title in titles:
        assert title in page
        assert title in lines
    book = zipfile.ZipFile(io.BytesIO(client.get("/rakenskaper/noter/xlsx/?enhet=tkr").content))
    assert book.testzip() is None


def test_who_may_not_take_out_files_sees_no_way_and_leaves_a_refusal(read_in: Site):
    client = read_in.as_(Role.ADMINISTRATOR)
    assert not [address for address in links(client.get("/rakenskaper/resultat/")) if "/pdf/" in address]
    assert client.get("/rakenskaper/resultat/pdf/").status_code == 403
    entry = TrailEntry.objects.latest("id")
    assert (entry.deed, entry.refused) == ("export", True)
    with pytest.raises(Refused):
        take_out("Resultaträkning", by=Actor.user(read_in.users[Role.ADMINISTRATOR]))


def test_a_page_is_looked_at_without_a_trace(read_in: Site):
    client = read_in.as_(Role.BOARD)
    before = TrailEntry.objects.count()
    client.get("/rakenskaper/resultat/")
    client.get("/siffra/income/resultat/actual/")
    client.get("/konto/1930/")
    assert TrailEntry.objects.count() == before
