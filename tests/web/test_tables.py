"""A table on its page: what it seems to be is filled in, the first rows are in sight, and what is typed wrong stays."""

import re

import pytest
from tests.sources.tables.written import as_workbook
from tests.table_ledger import balance_rows, balance_text, balance_workbook
from tests.visiting import Site
from tests.web.books import headings, words
from tests.web.test_imports import hand_in

from samordna.access.models import Role
from samordna.office import questions

DRAFT, MAPPING, FILE = "/inlasning/utkast/1/", "/inlasning/utkast/1/tabell/", "/inlasning/utkast/1/fil/"
WORKBOOK = balance_workbook()


@pytest.fixture
def table(site: Site) -> Site:
    """Hand in a saldolista that does not say which year it is for."""
    hand_in(site.economist, ("saldon.xlsx", WORKBOOK))
    return site


def chosen(page) -> dict[str, str]:
    """Return what the form of the table holds, as it would be sent."""
    action = re.escape(MAPPING)
    [form] = re.findall(rf'(?s)<form method="post" action="{action}".*?</form>', page.content.decode())
    values = dict(re.findall(r'<input[^>]*? name="(\w+)"[^>]*? value="([^"]*)"', form))
    for name, inside in re.findall(r'(?s)<select name="([\w-]+)"(.*?)</select>', form):
        selected = re.search(r'value="([^"]*)" selected', inside)
        values[name] = selected[1] if selected else ""
    values.pop("csrfmiddlewaretoken", None)
    return values


def test_a_table_is_asked_about_with_what_it_seems_to_be_filled_in(table: Site):
    page = table.economist.get(DRAFT)
    assert (2, "Tabellen") in headings(page)
    told = words(page)
    assert "Säg vad kolumnerna är" in told
    assert "Typ Saldolista i Excel" in told
    assert "Vilket räkenskapsår gäller tabellen?" in told
    held = chosen(page)
    assert [held[f"kolumn-{place}"] for place in range(5)] == [
        "account",
        "account-name",
        "opening",
        "amount",
        "closing",
    ]
    assert (held["kind"], held["sheet"], held["head_row"]) == ("saldolista", "Saldon", "0")
    assert "1510 Kundfordringar" in told
    assert "Läs in" not in re.findall(r"<button[^>]*>([^<]*)</button>", page.content.decode())


def test_every_list_of_the_columns_has_a_label(table: Site):
    page = table.economist.get(DRAFT).content.decode()
    lists = re.findall(r'<select name="kolumn-\d+"[^>]* id="([^"]+)"', page)
    assert len(lists) == 5
    for name in lists:
        assert f'<label for="{name}">Kolumn' in page


def test_what_is_said_is_saved_and_the_table_is_taken_as_any_file(table: Site):
    held = chosen(table.economist.get(DRAFT)) | {"year": "2024", "covered_to": "2024-12-31", "signs": "debit-positive"}
    page = table.economist.post(MAPPING, held, follow=True)
    assert page.redirect_chain == [(DRAFT, 302)]
    told = words(page)
    assert "Sparat. Tabellen är läst så" in told
    assert "Saldolista, bladet Saldon: 5 kolumner läses, till och med 2024-12-31" in told
    assert "Filen har saldon för hela tiden till och med december 2024" in told
    [read_with] = re.findall(r'name="read_with" value="(\w+)"', page.content.decode())
    taken = table.economist.post(DRAFT, {"against": "", "read_with": read_with}, follow=True)
    assert taken.redirect_chain == [("/inlasning/1/", 302)]
    assert "Saldolista i Excel" in words(taken)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"year": ""}, "Räkenskapsår"),
        ({"year": "nyss"}, "Skriv ett år, till exempel 2024"),
        ({"year": "2024-02-30..2024-12-31"}, "Skriv ett år, till exempel 2024"),
        ({"year": "2024-01-01..2027-12-31"}, "Skriv ett år, till exempel 2024"),
        ({"covered_to": ""}, "Till och med vilken dag gäller tabellen?"),
        ({"covered_to": "2023-05-31"}, "Dagen ligger utanför räkenskapsåret"),
        ({"kolumn-0": ""}, "Vilken kolumn har kontonummer?"),
        ({"kolumn-1": "account"}, "Två kolumner är valda som Konto"),
        ({"kolumn-2": "kung"}, "Kolumn C"),
        ({"signs": "kung"}, "Tecken"),
        ({"kind": "kung"}, "Vad är tabellen?"),
    ],
)
def test_what_cannot_be_is_told_in_place_and_what_was_typed_stays(table: Site, wrong, told):
    held = chosen(table.economist.get(DRAFT)) | {"year": "2024", "covered_to": "2024-12-31"} | wrong
    page = table.economist.post(MAPPING, held)
    assert page.status_code == 422
    assert told in words(page)
    assert questions.draft(1).needs_mapping
    kept = chosen(page)
    assert kept["kolumn-3"] == "amount"
    for name in ("year", "covered_to"):
        assert kept.get(name, "") == held[name]


def test_a_broken_year_is_two_days(table: Site):
    held = chosen(table.economist.get(DRAFT)) | {"year": "2024-07-01..2025-06-30", "covered_to": "2024-12-31"}
    table.economist.post(MAPPING, held)
    assert questions.draft(1).preview.books.year.in_words == "1 juli 2024–30 juni 2025"
    assert chosen(table.economist.get(DRAFT))["year"] == "2024-07-01..2025-06-30"


def test_another_sheet_and_row_of_heads_is_looked_at_before_it_is_saved(site: Site):
    hand_in(site.economist, ("två.xlsx", as_workbook(("Ett", balance_rows()), ("Två", [["x"], *balance_rows(seed=2)]))))
    page = site.economist.get(f"{DRAFT}?blad=Tv%C3%A5&rubrik=2")
    held = chosen(page)
    assert (held["sheet"], held["head_row"], held["kolumn-0"]) == ("Två", "1", "account")
    saved = site.economist.post(MAPPING, held | {"year": "2024", "covered_to": "2024-12-31"}, follow=True)
    assert "bladet Två" in words(saved)
    for wrong in ("blad=Tre", "blad=Ett&rubrik=kung", "blad=Ett&rubrik=99999"):
        assert site.economist.get(f"{DRAFT}?{wrong}").status_code == 404


def test_the_next_table_is_read_by_itself(site: Site):
    told = ["Saldolista", "Räkenskapsår 2024", "Period: 2024-01-01 - 2024-12-31"]
    page = hand_in(site.economist, ("a.csv", balance_text(told)))
    assert "Saldolista som text (CSV)" in words(page)
    site.economist.post(MAPPING, chosen(page))
    told = ["Saldolista", "Räkenskapsår 2023", "Period: 2023-01-01 - 2023-12-31"]
    page = hand_in(site.economist, ("b.csv", balance_text(told, year=2023)))
    assert "Filen blir den första inläsningen av 2023" in words(page)


def test_whoever_reads_sees_how_it_is_read_and_asks_nothing(table: Site):
    page = table.as_(Role.AUDITOR).get(DRAFT)
    assert "Ingen har sagt vad kolumnerna betyder ännu." in words(page)
    assert 'action="/inlasning/utkast/1/tabell/"' not in page.content.decode()
    assert FILE not in page.content.decode()
    assert table.as_(Role.AUDITOR).get(FILE).status_code == 403


def test_the_file_is_fetched_as_it_was_handed_in(table: Site):
    assert FILE in table.economist.get(DRAFT).content.decode()
    answer = table.economist.get(FILE)
    assert (answer.content, answer["Content-Disposition"]) == (WORKBOOK, 'attachment; filename="saldon.xlsx"')
    table.economist.post("/inlasning/utkast/1/avsta/")
    assert table.economist.get(FILE).status_code == 422
    assert FILE not in table.economist.get(DRAFT).content.decode()


def test_a_sie_file_has_no_columns(site: Site):
    hand_in(site.economist, ("bok.se", b"trasig"))
    assert site.economist.post(MAPPING, {}).status_code == 404


def test_the_file_of_an_import_is_fetched_by_whoever_reads_vouchers(table: Site):
    held = chosen(table.economist.get(DRAFT)) | {"year": "2024", "covered_to": "2024-12-31"}
    table.economist.post(MAPPING, held)
    table.economist.post(DRAFT, {"against": ""})
    for role, status in ((Role.AUDITOR, 200), (Role.ECONOMIST, 200), (Role.BOARD, 403)):
        assert table.as_(role).get("/inlasning/1/fil/").status_code == status
        assert ("/inlasning/1/fil/" in table.as_(role).get("/inlasning/1/").content.decode()) is (status == 200)
    assert table.as_(Role.AUDITOR).get("/inlasning/1/fil/").content == WORKBOOK
    assert table.economist.get("/inlasning/7/fil/").status_code == 404
