"""What the books lack, on the site: chosen, ordered with accounts that can be changed, followed until it is booked."""

import re

import pytest
from tests.actions.later_ledger import take, vouchers_of, with_vouchers
from tests.questions.demo_books import read_in
from tests.visiting import Site
from tests.web.books import headings, words
from tests.years.plans import input_files

from samordna.access.models import Role, TrailEntry
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL
from samordna.office.actions.problems import IDENTITY_NUMBER_TYPED

PAGE = "/ej-bokfort/?period=2024-01..2024-08"
ORDER = "/ej-bokfort/bokningsorder/1/"
BOLLEBYGD = "agreement:0:3011"
REMEDY = IDENTITY_NUMBER_TYPED.remedy


@pytest.fixture
def sjuharad(site: Site) -> Site:
    """Return the site of an association with Sjuhärad's books and plan in it."""
    read_in("sjuharad")
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    return site


def ordered(site: Site, **typed: str):
    sent = {"period": "2024-01..2024-08", "val": [BOLLEBYGD], **typed}
    return site.economist.post("/ej-bokfort/bestall/", sent, follow=True)


def test_before_anything_is_read_the_page_says_what_to_do(site: Site):
    assert "Ingen bokföring är inläst" in words(site.economist.get("/ej-bokfort/"))


def test_what_is_lacking_stands_with_its_ground_and_the_account_the_ledger_suggests(sjuharad: Site):
    page = sjuharad.economist.get(PAGE)
    told = words(page)
    assert "3011 Aktiv Kraft Bollebygd" in told
    assert "Avtalat 610 000 kr för året, upparbetat 406 667 kr januari–augusti 2024, bokfört 0 kr." in told
    assert re.search(rf'name="konto-{BOLLEBYGD}" value="5539"', page.content.decode())
    assert "Gör bokningsorder" not in words(sjuharad.as_(Role.BOARD).get(PAGE))


def test_an_order_is_made_sent_and_known_again(sjuharad: Site):
    page = ordered(sjuharad)
    assert page.redirect_chain == [(ORDER, 302)]
    assert (1, "Bokningsorder 1") in headings(page)
    sent = sjuharad.economist.post(f"{ORDER}skicka/", follow=True)
    assert "Skickad" in words(sent)
    importable = sjuharad.economist.get(f"{ORDER}si/")
    assert importable["Content-Disposition"].startswith("attachment")
    take(with_vouchers(vouchers_of(importable.content)))
    assert "Bokförd" in words(sjuharad.economist.get(ORDER))
    assert "3011 Aktiv Kraft Bollebygd" in words(sjuharad.economist.get(PAGE)).partition("Avklarat")[2]


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_an_order_is_taken_out_and_the_trail_says_who(sjuharad: Site, ending: str):
    ordered(sjuharad)
    assert sjuharad.as_(Role.AUDITOR).get(f"{ORDER}{ending}/").status_code == 200
    entry = TrailEntry.objects.filter(deed="export").last()
    assert (entry.by, entry.new["format"]) == (sjuharad.users[Role.AUDITOR], ending)


def test_the_file_to_import_is_for_who_orders_and_the_trail_says_who_took_it(sjuharad: Site):
    ordered(sjuharad)
    assert sjuharad.as_(Role.AUDITOR).get(f"{ORDER}si/").status_code == 403
    assert sjuharad.economist.get(f"{ORDER}si/").status_code == 200
    assert TrailEntry.objects.filter(deed="export").last().new["format"] == "si"


@pytest.mark.parametrize(("role", "accounts", "files"), [
    (Role.BOARD, False, 0), (Role.ADMINISTRATOR, False, 0), (Role.AUDITOR, True, 3), (Role.ECONOMIST, True, 4),
])  # fmt: skip
def test_the_rows_of_the_voucher_to_come_are_for_who_may_read_vouchers(sjuharad: Site, role, accounts, files):
    ordered(sjuharad)
    page = sjuharad.as_(role).get(ORDER)
    told = words(page)
    assert "406 666,68" in told
    assert "Föreslagen" in told
    assert ("5539" in told) is accounts
    assert len(re.findall(r" download>", page.content.decode())) == files


def test_a_format_or_an_order_that_is_not_there_is_told(sjuharad: Site):
    ordered(sjuharad)
    assert sjuharad.economist.get(f"{ORDER}odt/").status_code == 404
    assert sjuharad.economist.get("/ej-bokfort/bokningsorder/7/").status_code == 404


def test_an_account_that_does_not_exist_is_told_and_what_was_typed_stands(sjuharad: Site):
    page = ordered(sjuharad, **{f"konto-{BOLLEBYGD}": "9876", "motkonto-agreement": "2991"})
    assert page.status_code == 422
    assert "9876" in words(page)
    assert re.search(rf'name="konto-{BOLLEBYGD}" value="9876"', page.content.decode())
    assert questions.booking_orders() == ()


def test_nothing_chosen_is_told(sjuharad: Site):
    page = sjuharad.economist.post("/ej-bokfort/bestall/", {"period": "2024-01..2024-08"})
    assert (page.status_code, "Välj minst en post" in words(page)) == (422, True)


def test_what_need_not_be_booked_leaves_the_list_with_its_reason(sjuharad: Site):
    sent = {"period": "2024-01..2024-08", "post": BOLLEBYGD, "reason": "Avtalet är uppsagt"}
    page = sjuharad.economist.post("/ej-bokfort/behovs-inte/", sent, follow=True)
    assert "Återtagen" in words(page)
    assert f'name="konto-{BOLLEBYGD}"' not in page.content.decode()
    empty = sjuharad.economist.post("/ej-bokfort/behovs-inte/", {**sent, "post": "agreement:0:3001", "reason": " "})
    assert empty.status_code == 422


@pytest.mark.parametrize("address", ["/ej-bokfort/behovs-inte/", f"{ORDER}ta-tillbaka/"])
def test_a_reason_that_is_refused_stands_in_the_open_form_and_is_told_once(sjuharad: Site, address: str):
    ordered(sjuharad)
    reason = "Enligt 19121212-1212"
    sent = {"period": "2024-01..2024-08", "post": "agreement:0:3001", "reason": reason}
    page = sjuharad.economist.post(address, sent)
    html = page.content.decode()
    assert page.status_code == 422
    assert f"required>{reason}</textarea>" in html
    assert html.count('<details class="confirm" open>') == 1
    assert html.count(REMEDY) == 1


def test_a_projects_claim_is_entered_by_the_director_and_a_wrong_amount_is_told(sjuharad: Site):
    chef = sjuharad.as_(Role.DIRECTOR)
    sent = {"period": "2024-01..2024-08", "rad": "3049", "belopp": "100 000", "kalla": "Ansökan"}
    assert "Fordran är inlagd." in words(chef.post("/ej-bokfort/fordran/", sent, follow=True))
    wrong = chef.post("/ej-bokfort/fordran/", {**sent, "belopp": "hundra"})
    assert (wrong.status_code, 'value="hundra"' in wrong.content.decode()) == (422, True)


def test_an_order_is_taken_back_with_its_reason(sjuharad: Site):
    ordered(sjuharad)
    page = sjuharad.economist.post(f"{ORDER}ta-tillbaka/", {"reason": "Fel konto"}, follow=True)
    assert "Återtagen" in words(page)
    again = sjuharad.economist.post(f"{ORDER}ta-tillbaka/", {"reason": "En gång till"})
    assert (again.status_code, "kan inte tas tillbaka" in words(again)) == (422, True)
