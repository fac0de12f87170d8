"""Uppställning: what no line answers for on top, accounts put on lines by choosing, every change taken back again."""

import io
import re

import pytest
from tests.actions.test_layouts import LEDGER
from tests.visiting import Site
from tests.web.test_imports import words

from samordna.access.models import Role, TrailEntry
from samordna.domain.statements.layout_text import layout_text
from samordna.domain.statements.shipped import shipped_layout
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL, LedgerFile
from samordna.office.questions.problems import NOTHING_READ
from samordna.office.store import models

OTHERS = [role for role in Role if role is not Role.ECONOMIST]
HOSTILE = "<script>alert(1)</script>"
POSTS = ("flytta", "namn", "rad", "ordna", "ta-bort", "angra", "version", "fil")


@pytest.fixture
def books(site: Site) -> Site:
    actions.take_ledgers([LedgerFile("2024.se", LEDGER.replace("\n", "\r\n").encode())], by=TERMINAL)
    return site


def post(client, deed: str, *, follow: bool = True, **said: object):
    usual = {"ar": "2024", "rakning": "income", "sedd": str(questions.held_layout(2024).seen)}
    return client.post(f"/uppstallning/{deed}/", {**usual, **said}, follow=follow)


def rows(page) -> dict[str, str]:
    """Return the accounts of a page by the line, or the heading, that they stand under."""
    html, under, found = page.content.decode(), "", {}
    pattern = r'id="(ej-fordelat|linje-[\w-]+|konto-\w+)"'
    for one in re.findall(pattern, html):
        if one.startswith("konto-"):
            found[one.removeprefix("konto-")] = under
        else:
            under = one.removeprefix("linje-")
    return found


def test_an_association_without_books_sees_its_lines_and_what_to_do(site: Site):
    page = site.economist.get("/uppstallning/")
    assert page.status_code == 200
    assert "Ingen bokföring är inläst för året" in words(page)
    assert "Verksamhetens kostnader" in words(page)


def test_what_no_line_answers_for_stands_on_top_with_its_amount(books: Site):
    page = books.economist.get("/uppstallning/")
    assert rows(page) == {"9010": "ej-fordelat", "3010": "intakter", "5010": "kostnader", "6250": "kostnader"}
    assert "9010 Okand −100" in words(page)
    assert "1 konto har belopp, men ingen rad i resultaträkning svarar för det" in words(page)


def test_an_account_is_moved_and_the_way_leads_back_to_its_row(books: Site):
    page = post(books.economist, "flytta", konto="6250", till="rad:avskrivningar")
    assert page.redirect_chain == [("/uppstallning/?ar=2024&rakning=income&flyttat=6250#konto-6250", 302)]
    assert rows(page)["6250"] == "avskrivningar"
    assert "Flyttat hit" in words(page)
    assert "Senaste ändringen: Konto 6250 Porto: från Verksamhetens kostnader till Avskrivningar Ekonom" in words(page)
    statement = books.economist.get("/rakenskaper/resultat/?period=2024-01..2024-08")
    assert re.search(r'aria-label="Avskrivningar, [^"]*: −50"', statement.content.decode())


def test_an_account_gets_a_line_and_is_left_without_again(books: Site):
    assert rows(post(books.economist, "flytta", konto="9010", till="rad:kostnader"))["9010"] == "kostnader"
    assert rows(post(books.economist, "flytta", konto="9010", till="ej"))["9010"] == "ej-fordelat"


def test_undo_leads_back_step_by_step(books: Site):
    post(books.economist, "flytta", konto="6250", till="rad:avskrivningar")
    post(books.economist, "flytta", konto="5010", till="rad:extraordinara")
    page = post(books.economist, "angra")
    assert (rows(page)["5010"], rows(page)["6250"]) == ("kostnader", "avskrivningar")
    assert "Ångrat: Konto 5010 Hyra" in words(page)
    page = post(books.economist, "angra")
    assert rows(page)["6250"] == "kostnader"
    assert "Senaste ändringen" not in words(page)
    assert post(books.economist, "angra").status_code == 422
    assert questions.layout_for(2024) == shipped_layout("lkbr", 2024)


def test_what_somebody_changed_meanwhile_is_told_and_the_choice_is_kept(books: Site):
    actions.assign_account(2024, statement="income", account="5010", line="avskrivningar", by=TERMINAL)
    page = post(books.economist, "flytta", konto="6250", till="rad:avskrivningar", sedd="0")
    assert page.status_code == 422
    assert "Uppställningen har ändrats sedan sidan visades: terminalen" in words(page)
    assert "Konto 5010 Hyra: från Verksamhetens kostnader till Avskrivningar. Din ändring är inte gjord." in words(page)
    assert rows(page)["6250"] == "kostnader"
    assert page.content.decode().count('value="rad:avskrivningar" selected') == 1
    seen = re.search(r'name="sedd" value="(\d+)"', page.content.decode())[1]
    assert rows(post(books.economist, "flytta", konto="6250", till="rad:avskrivningar", sedd=seen))["6250"] == (
        "avskrivningar"
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"konto": "6250", "till": ""}, "Ingen rad är vald för konto 6250"),
        ({"konto": "6250", "till": "rad:resultat"}, "tar inga konton"),
        ({"konto": "6250", "till": f"rad:{HOSTILE}"}, "Räkningen har ingen rad"),
        ({"konto": HOSTILE, "till": "rad:kostnader"}, "finns inte i kontoplanen"),
        ({"konto": "1930", "till": "rad:kostnader"}, "ett annat slags konto"),
        ({"konto": "6250", "till": "rad:kostnader", "rakning": HOSTILE}, "Uppställningen har ingen räkning"),
        ({"konto": "6250", "till": "rad:kostnader", "sedd": "mera"}, "har ändrats sedan sidan visades"),
        ({"konto": "6250", "till": "rad:kostnader", "sedd": "9" * 30}, "har ändrats sedan sidan visades"),
        ({"konto": "6250", "till": "rad:kostnader", "ar": "1999"}, "ingen uppställning"),
    ],
)
def test_what_cannot_be_done_is_told_on_the_page_and_changes_nothing(books: Site, said, told):
    page = post(books.economist, "flytta", **said)
    assert page.status_code == 422
    assert told in words(page)
    assert HOSTILE not in page.content.decode()
    assert not models.LayoutRevision.objects.exists()


def test_a_line_gets_another_name_and_a_new_one_beside_it(books: Site):
    page = post(books.economist, "namn", rad="kostnader", namn="Vad det kostade")
    assert "Vad det kostade" in words(page)
    page = post(books.economist, "rad", rad="kostnader", namn="Porto & frakt")
    assert "Porto & frakt" in words(page)
    assert rows(post(books.economist, "flytta", konto="6250", till="rad:porto_frakt"))["6250"] == "porto_frakt"
    for wrong in ("", "x" * 201, "Arvode 121212-1212", f"{HOSTILE}\n"):
        page = post(books.economist, "namn", rad="kostnader", namn=wrong)
        assert page.status_code == 422 or wrong.startswith("<")
        assert HOSTILE not in page.content.decode()
        assert "121212-1212" not in page.content.decode()


def opened(page) -> str:
    """Return what stands in the open change of a line."""
    return re.search(r'(?s)<details class="row-change" open><summary>Ändra(.*?)</details>', page.content.decode())[1]


def test_a_line_that_was_added_is_removed_again(books: Site):
    page = post(books.economist, "rad", rad="kostnader", namn="Porto")
    assert page.redirect_chain == [("/uppstallning/?ar=2024&rakning=income#linje-porto", 302)]
    assert "linje-porto" in books.economist.get("/uppstallning/?ar=2024&rad=porto").content.decode()
    page = post(books.economist, "ta-bort", rad="porto")
    assert page.redirect_chain == [("/uppstallning/?ar=2024&rakning=income", 302)]
    assert "Senaste ändringen: Rad borttagen ur Resultaträkning: Porto" in words(page)
    assert "linje-porto" not in page.content.decode()
    assert "linje-porto" in post(books.economist, "angra").content.decode()


def test_a_line_that_something_needs_says_so_instead_of_offering_to_remove_it(books: Site):
    change = opened(books.economist.get("/uppstallning/?ar=2024&rakning=income&rad=kostnader"))
    assert "står kontona 5010 Hyra, 6250 Porto. Flytta först det som står på raden till andra rader." in change
    assert "rapporterna Delårsrapport och Årsredovisning hämtar uppgifter från den" in change
    assert "/uppstallning/ta-bort/" not in change
    page = post(books.economist, "ta-bort", rad="kostnader")
    assert page.status_code == 422
    assert "Flytta först det som står på raden" in opened(page)
    assert not models.LayoutRevision.objects.exists()


def test_a_line_moves_step_by_step_and_the_next_step_is_one_press_away(books: Site):
    page = post(books.economist, "ordna", rad="avskrivningar", steg="upp")
    assert page.redirect_chain == [("/uppstallning/?ar=2024&rakning=income&rad=avskrivningar&steg=upp", 302)]
    shown = re.findall(r'id="linje-([\w-]+)"', page.content.decode())
    assert shown.index("avskrivningar") == shown.index("kostnader") - 1
    (focused,) = re.findall(r'<button[^>]*value="(\w+)" autofocus>', page.content.decode())
    assert focused == "upp"
    page = post(books.economist, "ordna", rad="avskrivningar", steg="upp")
    (focused,) = re.findall(r'<button[^>]*value="(\w+)" autofocus>', page.content.decode())
    assert focused == "ned", "it stands first: there is no step up to press"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"rad": "intakter", "steg": "upp"}, "står redan överst i sin grupp"),
        ({"rad": "fin_kostnader", "steg": "ned"}, "räknas ihop i det andra"),
        ({"rad": "avskrivningar", "steg": HOSTILE}, "säger inte åt vilket håll"),
        ({"rad": HOSTILE, "steg": "upp"}, "Räkningen har ingen rad"),
    ],
)
def test_a_step_that_cannot_be_taken_is_told_and_changes_nothing(books: Site, said, told):
    page = post(books.economist, "ordna", **said)
    assert page.status_code == 422
    assert told in words(page)
    assert page.content.decode().count("autofocus") == 1, "what went wrong has the focus"
    assert HOSTILE not in page.content.decode()
    assert not models.LayoutRevision.objects.exists()


def test_an_account_is_found_by_number_and_by_name(books: Site):
    assert rows(books.economist.get("/uppstallning/?ar=2024&sok=62")) == {"9010": "ej-fordelat", "6250": "kostnader"}
    assert rows(books.economist.get("/uppstallning/?ar=2024&sok=hyr")) == {"9010": "ej-fordelat", "5010": "kostnader"}
    page = books.economist.get("/uppstallning/", {"sok": HOSTILE})
    assert "Inget konto stämmer med sökningen" in words(page)
    assert HOSTILE not in page.content.decode()


def test_an_account_that_is_named_opens_in_the_statement_that_answers_for_it(books: Site):
    page = books.economist.get("/uppstallning/?konto=1930&period=2024-01..2024-08")
    assert rows(page)["1930"] == "kassa_bank"
    assert page.content.decode().count('<details class="row-change" open>') == 1


def test_a_version_begins_with_a_year(books: Site):
    page = post(books.economist, "version", fran_ar="2025")
    assert page.redirect_chain == [("/uppstallning/?ar=2025&rakning=income", 302)]
    assert "2025 och framåt" in words(page)
    assert "2020–2024" in words(books.economist.get("/uppstallning/?ar=2024"))
    for wrong in ("2025", "1066", "abc", "", "9" * 40, "²025"):
        assert post(books.economist, "version", fran_ar=wrong).status_code == 422


def test_the_layout_is_taken_home_changed_and_handed_in(books: Site):
    answer = books.economist.get("/uppstallning/fil/?ar=2024")
    assert answer["Content-Disposition"] == 'attachment; filename="lkbr-2020.toml"'
    assert answer.content.decode() == layout_text(shipped_layout("lkbr", 2024))
    assert TrailEntry.objects.last().deed == "export"
    changed = answer.content.replace(b"Avskrivningar", b"Slitage")
    page = post(books.economist, "fil", fil=io.BytesIO(changed))
    assert "Slitage" in words(page)
    page = post(books.economist, "fil", fil=io.BytesIO(b"name = <script>"))
    assert page.status_code == 422
    assert "går inte att läsa som TOML" in words(page)
    assert post(books.economist, "fil").status_code == 422


@pytest.mark.parametrize(
    "address", ["?ar=abcd", "?ar=12345", "?ar=1999", "?rakning=finns-inte", "?period=x", "?ar=²024"]
)
def test_an_address_that_leads_nowhere_is_not_found(books: Site, address):
    assert books.economist.get(f"/uppstallning/{address}").status_code == 404


@pytest.mark.parametrize("role", OTHERS)
def test_everybody_reads_and_only_the_economist_changes(books: Site, role):
    page = books.as_(role).get("/uppstallning/")
    assert page.status_code == 200
    assert set(re.findall(r'<form[^>]*method="post"[^>]*action="([^"]*)"', page.content.decode())) <= {"/logga-ut/"}
    for deed in POSTS:
        said = {"konto": "6250", "till": "rad:avskrivningar", "rad": "kostnader", "namn": "X", "fran_ar": "2025"}
        assert post(books.as_(role), deed, **said).status_code == 403
    assert not models.LayoutRevision.objects.exists()
    assert books.as_(role).get("/uppstallning/fil/").status_code == (403 if role is Role.ADMINISTRATOR else 200)


def test_nobody_logged_in_is_led_to_the_login_page(books: Site):
    assert books.visitor().get("/uppstallning/")["Location"] == "/logga-in/?next=/uppstallning/"
    assert all(post(books.visitor(), deed, follow=False).status_code == 302 for deed in POSTS)
    assert not models.LayoutRevision.objects.exists()


def test_where_no_page_of_a_layout_can_be_shown_what_was_refused_is_told_all_the_same(books, monkeypatch):
    def refused(*_: object, **__: object) -> object:
        raise Refused([NOTHING_READ.at("bokföringen")])

    monkeypatch.setattr(questions, "layout_shown", refused)
    page = post(books.as_(Role.ECONOMIST), "flytta", konto="5010", till="")
    assert page.status_code == 422
    assert "Välj" in words(page)
