"""A cost centre on the screen: as things are, as they were known then, and whatever its code is written with."""

import re

import pytest
from tests.questions.demo_books import read_in
from tests.questions.test_overview import BOOKS
from tests.visiting import Site
from tests.web.books import links, words

from samordna.office.actions import TERMINAL, LedgerFile, take_ledgers
from samordna.office.store import models
from samordna.office.web.books.object_address import code_of, object_address

PERIOD = "period=2024-01..2024-03"


def take(*, rent: int, codes: dict[str, str] | None = None) -> None:
    text = BOOKS.format(year=2024, rent=f"{rent}.00", paid=f"{rent + 2500}.00", opening=1000)
    for code, written in (codes or {}).items():
        text = text.replace(f'"{code}"', f'"{written}"')
    take_ledgers([LedgerFile(f"hyra-{rent}.se", text.replace("\n", "\r\n").encode("cp437"))], by=TERMINAL)


@pytest.fixture
def twice(site: Site) -> Site:
    """Read in a year twice: import 1 is what was known then."""
    take(rent=4000)
    take(rent=4700)
    return site


def test_as_known_then_shows_the_amounts_of_then_and_says_so(twice: Site):
    now, then = (twice.economist.get(f"/objekt/1/10/?{PERIOD}{more}") for more in ("", "&inlasningar=1"))
    assert "5010 Lokalhyra 4 700,00" in words(now)
    assert "Så som det var känt då" not in words(now)
    assert "5010 Lokalhyra 4 000,00" in words(then)
    assert "Så som det var känt då 2024: inläsning 1, hyra-4000.se" in words(then)
    assert "Inläsning 1, hyra-4000.se (gäller inte längre)" in words(then)
    assert f"/objekt/1/10/?{PERIOD}" in links(then), "what holds now is one press away"


def test_as_known_then_is_kept_when_another_period_is_chosen_and_on_the_way_on_and_back(twice: Site):
    page = twice.economist.get(f"/objekt/1/10/?{PERIOD}&inlasningar=1&fran=/sok/%3Fq%3D10")
    form = re.search(r'(?s)<form class="pickers".*?</form>', page.content.decode())[0]
    assert '<input type="hidden" name="inlasningar" value="1">' in form
    assert '<input type="hidden" name="fran" value="/sok/?q=10">' in form
    account = next(address for address in links(page) if address.startswith("/konto/5010/"))
    assert account.startswith(f"/konto/5010/?{PERIOD}&objekt=1:10&inlasning=1&fran=/objekt/1/10/%3F")
    back = links(twice.economist.get(account))
    assert f"/objekt/1/10/?{PERIOD}&inlasningar=1" in back


def test_without_a_way_back_of_its_own_it_leads_to_the_same_months_of_the_whole(twice: Site):
    assert f"/?{PERIOD}" in links(twice.economist.get(f"/objekt/1/10/?{PERIOD}"))
    then = links(twice.economist.get(f"/objekt/1/10/?{PERIOD}&inlasningar=1"))
    assert f"/rakenskaper/resultat/?{PERIOD}&inlasningar=1" in then
    assert "Till översikten" not in words(twice.economist.get(f"/objekt/1/10/?{PERIOD}&inlasningar=1"))


def test_a_voucher_of_an_older_import_leads_to_the_cost_centre_as_known_then(twice: Site):
    old, new = models.Voucher.objects.filter(number="1").order_by("ledger_import").values_list("id", flat=True)
    then = f"/objekt/1/10/?{PERIOD}&inlasningar=1&fran=/verifikation/{old}/"
    assert then in links(twice.economist.get(f"/verifikation/{old}/"))
    assert f"/objekt/1/10/?{PERIOD}&fran=/verifikation/{new}/" in links(twice.economist.get(f"/verifikation/{new}/"))
    assert f"/verifikation/{old}/" in links(twice.economist.get(then))


def test_naming_just_the_imports_that_hold_is_naming_none(twice: Site):
    assert "Så som det var känt då" not in words(twice.economist.get("/objekt/1/10/?inlasningar=2"))


@pytest.mark.parametrize(
    ("versions", "told"), [("7", "Det finns ingen inläsning"), ("1,2", "räkenskapsår"), ("x", "inget nummer")]
)
def test_imports_that_cannot_be_asked_are_told(twice: Site, versions, told):
    page = twice.economist.get(f"/objekt/1/10/?inlasningar={versions}")
    assert page.status_code == 422
    assert told in words(page)


def test_a_figure_of_a_cost_centre_leads_to_its_accounts_of_the_same_imports(site: Site):
    read_in("sjuharad")
    address = "/siffra/cost-centres/3001/actual/?period=2024-01..2024-08"
    onward = next(one for one in links(site.economist.get(address)) if one.startswith("/objekt/"))
    assert onward.startswith("/objekt/1/3001/?period=2024-01..2024-08&fran=/siffra/cost-centres/3001/actual/")
    assert "Summa -4 220 000,00" in words(site.economist.get(onward)).replace("\u2212", "-")
    pair = site.economist.get("/siffra/cost-centres/1010:10/actual/")
    assert not any(one.startswith("/objekt/") for one in links(pair)), "a pair is only a part of each"


CODES = [".", "..", "...", "~", "~.", "a/b", "../..", "%2e%2e", "a b", "Å?#"]


@pytest.mark.parametrize("code", [*CODES, ""])
def test_a_code_is_written_so_that_every_browser_sends_it_and_read_back_as_it_was(code):
    written = object_address("1", code).removeprefix("/objekt/1/").removesuffix("/")
    assert "/" not in written
    assert written.lower().replace("%2e", ".") not in {"", ".", ".."}
    assert code_of("~" + code) == code


@pytest.mark.parametrize("code", CODES)
def test_a_cost_centre_with_such_a_code_has_a_page_that_its_links_lead_to(site: Site, code):
    take(rent=4000, codes={"10": code})
    onward = next(one for one in links(site.economist.get("/")) if one.startswith("/objekt/1/") and "/20/" not in one)
    page = site.economist.get(onward)
    assert page.status_code == 200
    assert "5010 Lokalhyra 4 000,00" in words(page)
    for account in (one for one in links(page) if one.startswith("/konto/5010/")):
        shown = site.economist.get(account)
        assert "4 000,00 kr" in words(shown)
        assert site.economist.get(next(one for one in links(shown) if one.startswith("/objekt/"))).status_code == 200
