"""A ledger that has balances and no vouchers: every screen says so, and none shows a zero for what is not known."""

import pytest
from tests.balance_ledger import balance_ledger
from tests.large_ledger import large_ledger
from tests.visiting import Site
from tests.web.books import words
from tests.web.test_imports import hand_in

from samordna.access.models import Role
from samordna.office.actions import TERMINAL, LedgerFile, take_ledgers

SAID = "Filen hade saldon, inga verifikationer."


@pytest.fixture
def one_sum(site: Site) -> Site:
    """Read in a year that is known as one sum, and the year before with its vouchers."""
    files = [LedgerFile("2023.se", large_ledger(40, year=2023)), LedgerFile("2024.se", balance_ledger("1"))]
    take_ledgers(files, by=TERMINAL)
    return site


def test_the_pages_say_that_there_are_no_vouchers(one_sum: Site):
    pages = (
        "/", "/konto/5010/", "/inlasning/", "/siffra/income/resultat/actual/?period=2024-01..2024-12",
    )  # fmt: skip
    for address in pages:
        assert SAID in words(one_sum.economist.get(address)), address
    told = "Räkenskapsår 2024: filen hade saldon, inga verifikationer."
    assert told in words(one_sum.economist.get("/rakenskaper/resultat/"))
    assert "hade inga saldon per kostnadsställe" in words(one_sum.economist.get("/objekt/1/3001/"))
    assert "saldon för hela tiden, inga verifikationer" in words(one_sum.economist.get("/inlasning/2/"))
    assert "2024 har inga verifikationer att söka bland" in words(one_sum.economist.get("/sok/?q=hyra"))


def test_a_cost_centre_says_that_its_amounts_lead_no_further(site: Site):
    take_ledgers([LedgerFile("2024.se", balance_ledger("3"))], by=TERMINAL)
    page = words(site.economist.get("/objekt/1/3001/"))
    assert "Räkenskapsår 2024: filen hade saldon, inga verifikationer." in page


def test_whoever_may_not_read_vouchers_is_told_that_there_are_none(one_sum: Site):
    page = words(one_sum.as_(Role.BOARD).get("/konto/5010/"))
    assert SAID in page
    assert "Din roll ser" not in page


@pytest.mark.parametrize(
    "address",
    [
        "/?period=2024-01..2024-08",
        "/rakenskaper/resultat/?period=2024-01..2024-08",
        "/rakenskaper/resultat/xlsx/?period=2024-01..2024-08",
        "/siffra/income/resultat/actual/?period=2024-08",
        "/konto/5010/?period=2024-08",
        "/objekt/1/3001/?period=2024-01..2024-08",
    ],
)
def test_a_shorter_period_is_refused_and_it_is_said_what_can_be_shown(one_sum: Site, address: str):
    page = one_sum.economist.get(address)
    assert page.status_code == 422
    assert "hade bara saldon för hela januari–december 2024" in words(page)
    assert "Välj januari–december 2024, eller läs in en fil med verifikationer" in words(page)


def test_there_is_no_picture_of_months(one_sum: Site):
    page = one_sum.economist.get("/")
    assert "Kostnaden visas inte månad för månad" in words(page)
    assert 'id="kostnad"' not in page.content.decode()
    account = one_sum.economist.get("/konto/5010/").content.decode()
    assert "Månad för månad" not in account


def test_a_draft_says_what_the_file_is(site: Site):
    page = words(hand_in(site.economist, ("saldon.se", balance_ledger("2"))))
    for told in (
        "Typ SIE typ 2, saldon per månad", "Kontrollsumma ingen i filen", "Omfattar januari–december 2024",
        "Innehåll saldon per månad, inga verifikationer", "Verifikationer 0", "Program Samordnas prov 1.0",
        "Teckenkodning PC8 (CP437)", "Filen har saldon per månad men inga verifikationer.",
    ):  # fmt: skip
        assert told in page, told
