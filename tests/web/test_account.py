"""An account: what it moved, and for whoever reads vouchers, its postings."""

import re

import pytest
from django.http import QueryDict
from tests.visiting import Site
from tests.web.books import headings, links, take, words

from samordna.access.models import Role
from samordna.office.questions.books.postings import PAGE
from samordna.office.web.books.account import _Wanted
from samordna.office.web.statements.figure import address_objects

READS_VOUCHERS = {Role.ECONOMIST, Role.DIRECTOR, Role.AUDITOR}


@pytest.fixture
def read_in(site: Site) -> Site:
    take(2023, 2024)
    return site


def test_everybody_sees_what_an_account_adds_up_to_and_some_see_its_rows(read_in: Site):
    for role in Role:
        page = read_in.as_(role).get("/konto/1930/")
        assert page.status_code == 200
        assert [text for _, text in headings(page)] == ["1930 Bank", "Månad för månad", "Bokförda rader"]
        for told in ("Ingående saldo", "Utgående saldo", "Bokfört", "2, 2024-1.se"):
            assert told in words(page)
        vouchers = [address for address in links(page) if address.startswith("/verifikation/")]
        assert bool(vouchers) is (role in READS_VOUCHERS)
        assert ("men inte de enskilda raderna" in words(page)) is (role not in READS_VOUCHERS)


def test_the_picture_says_which_year_is_which(read_in: Site):
    assert "Staplar: 2024. Streck: 2023." in words(read_in.economist.get("/konto/1930/"))
    assert "Staplar:" not in words(read_in.economist.get("/konto/1930/?inlasning=1"))
    assert "Staplar: 2024. Streck: 2023." in words(read_in.economist.get("/siffra/income/resultat/actual/"))


def test_what_a_statement_leads_to_stands_under_the_statements(read_in: Site):
    at = re.compile(r'<a href="([^"]+)" aria-current="\w+">')
    for address in ("/rakenskaper/resultat/?period=2024-03", "/konto/1930/", "/siffra/income/resultat/actual/"):
        page = read_in.economist.get(address, follow=True).content.decode()
        assert "/rakenskaper/" in at.findall(page), address
    assert "/rakenskaper/" not in at.findall(read_in.economist.get("/spar/").content.decode())


def test_each_row_leads_to_its_voucher_and_back_here(read_in: Site):
    page = read_in.economist.get("/konto/1930/?period=2024-03")
    voucher = next(address for address in links(page) if address.startswith("/verifikation/"))
    assert voucher.endswith("/?fran=/konto/1930/%3Fperiod%3D2024-03")


def test_a_month_leads_to_its_own_rows(read_in: Site):
    page = read_in.economist.get("/konto/1930/")
    assert "/konto/1930/?period=2024-03&inlasning=2" in links(page)
    month = read_in.economist.get("/konto/1930/?period=2024-03&inlasning=2")
    assert "mars 2024" in words(month)
    dates = [word for word in words(month).split() if word.startswith("2024-") and len(word) == 10]
    assert dates
    assert {date[:7] for date in dates} == {"2024-03"}


def test_the_rows_are_turned_a_page_at_a_time_in_either_order(site: Site):
    take(2024)
    for order in ("", "&ordning=aldst"):
        seen: list[str] = []
        address = f"/konto/1930/?period=2024-01..2024-12{order}"
        while address:
            page = site.economist.get(address)
            rows = [link.partition("?")[0] for link in links(page) if link.startswith("/verifikation/")]
            assert len(rows) <= PAGE
            seen += rows
            text = page.content.decode()
            on = "next" if not order else "prev"
            found = [link for link in links(page) if "efter=" in link and f'rel="{on}"' in text]
            address = found[0] if found else ""
        assert len(seen) == len(set(seen)) > PAGE


def test_an_account_of_an_import_that_no_longer_holds_is_told_as_it_was(read_in: Site):
    take(2024, seed=9)
    now = read_in.economist.get("/konto/1930/")
    then = read_in.economist.get("/konto/1930/?inlasning=2")
    assert "3, 2024-9.se" in words(now)
    assert "2, 2024-1.se (gäller inte längre)" in words(then)


def test_objects_limit_the_rows_and_are_named(read_in: Site):
    page = read_in.economist.get("/konto/5010/?objekt=1:3005")
    assert page.status_code == 200
    assert "Bara det som är bokfört på 3005 Insats 5 (dimension 1)." in words(page)


def test_an_account_that_is_not_there_is_a_page_that_says_so(read_in: Site):
    for path in ["/konto/9999/", "/konto/%00/", "/konto/1930%27/", "/konto/å/"]:
        page = read_in.economist.get(path)
        assert page.status_code == 404
        assert "Kontot finns inte i kontoplanen" in words(page)


MISTAKEN = [
        "period=x", "period=2019-01", "period=2023-12..2024-01", "inlasning=x", "inlasning=77",
        "inlasning=1&period=2024-01", "objekt=x", "objekt=1:%00", "objekt=1:1 2:2 3:3", "inlasning=" + "9" * 40,
    ]  # fmt: skip


def test_an_address_that_cannot_be_understood_is_told_with_its_remedy(read_in: Site):
    for query in MISTAKEN:
        page = read_in.economist.get(f"/konto/1930/?{query}")
        assert page.status_code == 422, query
        assert "Vad du kan göra" in words(page)


@pytest.mark.parametrize(
    "query", ["efter=x", "fore=999999-999999999999999999", "efter=000000-0", "ordning=x", "fran=x"]
)
def test_a_page_that_is_no_page_is_the_first_or_an_empty_one(read_in: Site, query: str):
    assert read_in.economist.get(f"/konto/1930/?{query}").status_code == 200


def test_the_way_back_never_leaves_the_site(read_in: Site):
    for came in ["//annan.se/", "https://annan.se/", "javascript:alert(1)", "/\\annan.se", "\0/x"]:
        page = read_in.economist.get("/konto/1930/", {"fran": came})
        assert page.status_code == 200
        assert "annan.se" not in page.content.decode().partition("<main")[2].partition("page-title")[0]
        assert "javascript" not in page.content.decode().partition("<main")[2].partition("page-title")[0]


def test_without_books_an_account_is_refused_with_what_to_do(site: Site):
    page = site.economist.get("/konto/1930/")
    assert page.status_code == 422
    assert "Ingen bokföring är inläst ännu." in words(page)


def test_a_code_with_a_blank_or_a_percent_sign_comes_back_from_its_address():
    keys = (("1", "å ö"), ("6", "50%20"))
    written = QueryDict(mutable=True)
    written["objekt"] = address_objects(keys)
    assert _Wanted.read(written).objects.keys == keys
