"""Budget: what holds and on which decision, a new decision seen before it is taken, and the form in a workbook."""

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.sources.budgets.forms import Cells, cells_of, written
from tests.visiting import Site
from tests.web.books import links, words
from tests.web.plan_books import NEXT, YEAR, kept, read_in, with_budget, with_register

from samordna.access.models import Role, TrailEntry
from samordna.domain.plan.profile import EVEN, Profile, Shape
from samordna.domain.values.period import Period
from samordna.office import questions
from samordna.renderers.xlsx import render_form
from samordna.sources.budgets import LARGEST_FILE

PAGE, DECIDE, FORM = "/budget/2024/", "/budget/2024/beslut/", "/budget/2024/blankett/"
DECISION = {"reference": "Styrelsen § 52", "day": "2024-05-17", "reason": "Mindre i bidrag"}


def held():
    return questions.plan_held().plan.budget_of(YEAR)


def fill(site: Site, address: str = DECIDE, **said: object):
    """Show what a decision would change, and return the page."""
    return site.economist.post(address, {**DECISION, "beslut": seen(), "steg": "visa", **said})


def take(site: Site, address: str = DECIDE, **said: object):
    """See what a decision would change, and then take it."""
    shown = fill(site, address, **said).content.decode()
    mark = re.search(r'name="sett" value="(\w+)"', shown)
    sent = {**DECISION, "beslut": seen(), "sett": mark[1] if mark else "", **said, "steg": "besluta"}
    return site.economist.post(address, sent, follow=True)


def seen() -> str:
    return str(len(held().revisions) if held() else 0)


def test_before_anything_is_read_there_is_the_coming_year_to_plan_for(site: Site):
    page = site.economist.get("/budget/", follow=True)
    assert page.redirect_chain == [(f"/budget/{timezone.localdate().year + 1}/", 302)]
    assert "/kostnadsstallen/register/" in links(page)


def test_without_a_register_the_page_leads_there(site: Site):
    read_in()
    page = site.economist.get("/budget/", follow=True)
    assert page.redirect_chain == [(PAGE, 302)]
    assert "/kostnadsstallen/register/" in links(page)
    assert site.economist.get(DECIDE)["Location"] == "/kostnadsstallen/register/"


def test_a_budget_shows_each_number_with_its_decision_and_what_the_sums_are(site: Site):
    with_budget()
    page = site.economist.get(PAGE)
    assert "1010 Kansli 1 200 000 1, jämnt" in words(page)
    assert "Summa Verksamhet 1 800 000" in words(page)
    assert "1. Styrelsen § 40" in words(page)
    assert "/budget/2024/rad/1010/" in links(page)
    row = site.as_(Role.BOARD, **{"HX-Target": "panel"}).get("/budget/2024/rad/1010/")
    assert "Budget 2024 1 200 000 kr Fördelning jämnt" in words(row)
    assert "augusti 2024 100 000" in words(row)
    assert "Nytt beslut" not in words(site.as_(Role.BOARD).get(PAGE))


def test_a_decision_is_shown_before_it_is_taken_and_holds_only_what_differs(site: Site):
    with_budget()
    said = {"amount-1010": "1 150 000", "shape-1010": "even", "amount-3001": "600 000", "shape-3001": "even"}
    before = kept()
    page = fill(site, **said)
    assert kept() == before
    assert "1010 Kansli Före: 1 200 000 kr, jämnt Efter: 1 150 000 kr, jämnt" in words(page)
    assert "Hela budgeten Före: 1 800 000 kr Efter: 1 750 000 kr" in words(page)
    assert "3001 Arbetssteget Före" not in words(page)
    assert 'value="1 150 000"' in page.content.decode()
    page = take(site, **said)
    assert [number.row for number in held().revisions[-1].numbers] == ["1010"]
    assert "Beslutet är inlagt. Budget 2024 visar nu det." in words(page)
    assert "1010 Kansli 1 200 000 1 150 000 2, jämnt" in words(page)
    assert "2. Styrelsen § 52, 17 maj 2024" in words(page)


def test_nobody_takes_what_was_not_shown(site: Site):
    with_budget()
    sent = {**DECISION, "beslut": seen(), "sett": "", "steg": "besluta", "amount-1010": "1", "shape-1010": "even"}
    page = site.economist.post(DECIDE, sent)
    assert "Det här ändras" in words(page)
    assert len(held().revisions) == 1


def test_a_decision_needs_its_reference_and_reason(site: Site):
    with_budget()
    said = {"amount-1010": "5", "shape-1010": "even", "reference": "", "reason": ""}
    assert "Det här ändras" in words(fill(site, **said))
    page = take(site, **said)
    assert page.status_code == 422
    assert "Beslut : Detta fält måste fyllas i" in words(page)
    assert len(held().revisions) == 1


def test_own_months_make_the_year_and_are_told_in_place_when_they_do_not(site: Site):
    with_budget()
    page = fill(site, **{"shape-3001": "own"})
    assert page.status_code == 422
    assert "Fyll i årets månader" in words(page)
    months = {f"month-{month}-3001": "0" for month in YEAR.months} | {"month-202403-3001": "400 000,50"}
    wrong = fill(site, **{"shape-3001": "own", "amount-3001": "500000", **months})
    assert "Årets alla månader är angivna och blir 400 000,50 kr, men årets belopp är 500 000,00 kr." in words(wrong)
    assert "Lägg in beslutet" not in words(wrong)
    take(site, **{"shape-3001": "own", **months})
    assert held().latest["3001"].amount == 400_000_50
    assert held().months("3001")[202403] == 400_000_50


def test_a_row_is_opened_and_parts_of_it_are_told_by_account(site: Site):
    with_budget()
    page = site.economist.post(DECIDE, {"steg": "oppna:1010", "amount-3001": "kanske"})
    assert "Egna månader för Kansli" in words(page)
    assert "”kanske” är inget belopp." in words(page)
    parts = {"oppen": "1010", "shape-1010": "even", "account-0-1010": "5010", "sum-0-1010": "240 000"}
    take(site, **parts)
    assert held().by_account("1010")["5010"][202401] == 20_000_00
    page = site.economist.get("/budget/2024/rad/1010/")
    assert "5010 240 000" in words(page)
    for half in ({"account-0-1010": "5010", "sum-0-1010": ""}, {"account-0-1010": "", "sum-0-1010": "5"}):
        assert fill(site, **{**parts, **half}).status_code == 422
    take(site, **{**parts, "account-0-1010": "", "sum-0-1010": ""})
    assert held().latest["1010"].refined == ()


def test_a_number_for_some_months_stands_beside_the_years(site: Site):
    with_budget()
    address = f"{DECIDE}?manader=2024-01..2024-08"
    page = take(site, address, **{"amount-1010": "790 000"})
    assert "1010 Kansli 1 200 000 790 000 1, jämnt" in words(page)
    assert held().over("1010", Period(202401, 202408)).amount == 790_000_00
    assert held().over("1010", YEAR).amount == 1_200_000_00
    assert site.economist.get(f"{DECIDE}?fran=2024-01&till=2023-01").status_code == 404
    assert site.economist.get(f"{DECIDE}?manader=2023-01..2023-02").status_code == 404
    assert "Belopp för hela året" in words(site.economist.get(f"{DECIDE}?fran=2024-01&till=2024-12"))


def test_as_the_agreement_and_as_last_year_take_their_months_from_there(site: Site):
    with_budget()
    quarters = Profile(Shape.OWN, (0, 0, 1) * 4)
    agreed = questions.agreed_shown(YEAR)
    assert agreed.sums == ()
    said = {"weights": "0 0 1 0 0 1 0 0 1 0 0 1", "amount": "600 000", "rad": "3001"}
    site.economist.post("/avtal/summor/2024/", said)
    take(site, **{"shape-3001": "agreed"})
    assert held().latest["3001"].profile == Profile(Shape.AGREED, quarters.weights)
    page = fill(site, **{"shape-1010": "last-year"})
    assert "ska fördelas på månader, men det finns inget att fördela efter" in words(page)
    assert held().latest["1010"].profile == EVEN


def test_two_decisions_at_once_lose_nothing(site: Site):
    with_budget()
    old = seen()
    take(site, **{"amount-1010": "1 100 000", "shape-1010": "even"})
    page = take(site, **{"amount-1010": "1 000 000", "shape-1010": "even", "beslut": old})
    assert page.status_code == 422
    assert "ändrade detta" in words(page)
    assert held().latest["1010"].amount == 1_100_000_00


def test_a_form_that_was_looked_at_again_takes_back_nothing_that_it_did_not_show(site: Site):
    with_budget()
    old = seen()
    take(site, **{"amount-1010": "1 200 000", "shape-1010": "even", "note-1010": "Hyran"})
    mine = {"amount-3001": "500 000", "shape-3001": "even", "shape-1010": "even", "note-1010": ""}
    page = fill(site, **mine, beslut=old)
    assert f'name="beslut" value="{old}"' in page.content.decode()
    assert "1010 Kansli Före" not in words(page)
    late = take(site, **mine, beslut=old)
    assert "ändrade detta" in words(late)
    take(site, **mine, beslut=seen(), visat=old)
    assert (held().latest["1010"].note, held().latest["3001"].amount) == ("Hyran", 500_000_00)


def test_a_blank_month_keeps_what_it_has_and_a_new_row_needs_them_all(site: Site):
    with_budget()
    take(site, **{"shape-3001": "own", "month-202403-3001": "0"})
    assert held().latest["3001"].amount == 550_000_00
    assert held().months("3001")[202404] == 50_000_00
    page = fill(site, **{"shape-3040": "own", "month-202403-3040": "5"})
    assert "Fyll i alla månader" in words(page)


def test_a_cost_takes_no_minus(site: Site):
    with_budget()
    page = take(site, **{"amount-1010": "-5", "shape-1010": "even"})
    assert "men ”1010” är en kostnad och skrivs utan minus" in words(page)
    assert len(held().revisions) == 1
    take(site, **{"amount-3040": "-5", "shape-3040": "even"})
    assert held().latest["3040"].amount == -5_00, "a project may be an income"


def test_next_year_begins_with_what_holds(site: Site):
    with_budget()
    assert "/budget/2025/" in links(site.economist.get(PAGE))
    page = site.economist.get("/budget/2025/")
    assert "Börja budget 2025 från 2024" in words(page)
    wrong = site.economist.post("/budget/2025/borja/", {"reference": "", "reason": "x"})
    assert wrong.status_code == 422
    assert "Budgeten är inte påbörjad" in words(wrong)
    page = site.economist.post("/budget/2025/borja/", {**DECISION, "reason": "Nytt år"}, follow=True)
    assert questions.plan_held().plan.budget_of(NEXT).latest["1010"].amount == 1_200_000_00
    assert "1010 Kansli 1 200 000 1, jämnt" in words(page)
    again = site.economist.post("/budget/2025/borja/", DECISION)
    assert "Det finns redan en budget för" in words(again)
    assert "None" not in words(again)


def test_the_budget_leaves_as_a_file_and_the_trail_says_who_took_it(site: Site):
    with_budget()
    for ending in ("pdf", "xlsx", "docx", "csv", "json"):
        file = site.as_(Role.BOARD).get(f"{PAGE}fil/{ending}/")
        assert file.status_code == 200
        assert TrailEntry.objects.latest("id").subject.startswith("Budget 2024")
    assert "1200000" in site.economist.get(f"{PAGE}fil/csv/").content.decode()
    assert site.economist.get(f"{PAGE}fil/exe/").status_code == 404
    assert site.economist.get("/budget/2025/fil/pdf/").status_code == 404


def test_a_year_that_nobody_knows_is_no_page(site: Site):
    with_register()
    assert site.economist.get("/budget/9999/").status_code == 404
    assert site.economist.get("/budget/2024/rad/finnsinte/").status_code == 404
    assert "Ingen budget är inlagd" in words(site.economist.get("/budget/2023/"))
    assert site.economist.get("/budget/1900/").status_code == 404


# The form


def form_cells() -> Cells:
    return cells_of(questions.budget_form_of(YEAR))


def hand_in(site: Site, data: bytes, name: str = "budget.xlsx", **said: object):
    file = SimpleUploadedFile(name, data)
    return site.economist.post(FORM, {**DECISION, **said, "file": file}, follow=True)


def line_of(code: str) -> int:
    """Return the line of a row in the workbook."""
    return next(int(place[1:]) for place, value in form_cells().items() if place[0] == "A" and str(value) == code)


def test_the_form_goes_out_is_filled_in_and_comes_back_as_a_decision(site: Site):
    with_budget()
    out = site.economist.get("/budget/2024/blankett.xlsx")
    assert out.content[:2] == b"PK"
    assert TrailEntry.objects.latest("id").subject == "Budget 2024, blankett"
    page = hand_in(site, written({**form_cells(), f"D{line_of('3001')}": 550_000}))
    assert "Beslutet är inlagt" in words(page)
    assert held().latest["3001"].amount == 550_000_00
    assert [number.row for number in held().revisions[-1].numbers] == ["3001"]
    assert held().revisions[-1].decision.reference == "Styrelsen § 52"


def macros() -> bytes:
    file = io.BytesIO(render_form(questions.budget_form_of(YEAR)))
    with zipfile.ZipFile(file, "a") as package:
        package.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    return file.getvalue()


BROKEN: dict[str, tuple[dict[str, object], dict[str, object], str, str]] = {
    "unknown cost centre": ({"A{kansli}": "1002"}, {}, "cell A{kansli}", "”1002” finns inte bland förbundets"),
    "text as number": ({"D{kansli}": "cirka en miljon"}, {}, "cell D{kansli}", "”cirka en miljon” är inget belopp."),
    "wrong year": ({"C5": 2023}, {}, "cell C5", "Blanketten är för året ”2023”, men det är 2024 som efterfrågas."),
    "other association": ({"C3": "Grannen", "C4": "222000-1111"}, {}, "cell C4", "Blanketten är för Grannen, inte för"),
    "merged cells": ({}, {"merged": ("D{kansli}:E{kansli}",)}, "cell D{kansli}", "är sammanslagna."),
    "formula": (
        {"D{kansli}": ("=SUM(F1:Q1)", "")},
        {},
        "cell D{kansli}",
        "Cellen har en formel som inte har räknats ut.",
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_form_that_is_broken_is_told_cell_by_cell_and_nothing_of_it_is_taken(site: Site, broken: str):
    with_budget()
    changed, more, place, told = BROKEN[broken]
    line = line_of("1010")
    cells = {
        **form_cells(),
        f"D{line_of('3001')}": 1,
        **{at.format(kansli=line): value for at, value in changed.items()},
    }
    merged = tuple(area.format(kansli=line) for area in more.get("merged", ()))
    before = kept()
    page = hand_in(site, written(cells, names=("Budget 2024",), merged=merged))
    assert page.status_code == 422
    assert place.format(kansli=line) in words(page)
    assert told in words(page)
    assert "Inget i blanketten är taget" in words(page)
    assert "Styrelsen § 52" in page.content.decode()
    assert kept() == before


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (macros, "budget.xlsx", "Arbetsboken har makron"),
        (macros, "budget.xlsm", "Arbetsboken har makron"),
        (bytes, "budget.xlsx", "Filen är tom."),
        (lambda: b"inget", "budget.xlsx", "Filen kan inte läsas"),
        (lambda: b"PK" + b"\0" * LARGEST_FILE, "budget.xlsx", "Filen är för stor"),
    ],
)
def test_what_is_no_form_is_refused(site: Site, data, name: str, told: str):
    with_budget()
    before = kept()
    page = hand_in(site, data(), name)
    assert page.status_code == 422
    assert told in words(page)
    assert kept() == before


class _Unread(io.BytesIO):
    """A hundred megabytes that say how many times somebody asked for them."""

    asked = 0

    def read(self, *_: object) -> bytes:
        self.asked += 1
        return b""


def test_a_hundred_megabytes_are_refused_before_anything_of_them_is_read(site: Site):
    with_budget()
    browser, before, body = site.economist, kept(), _Unread()
    answer = browser.generic(
        "POST", FORM, content_type="multipart/form-data; boundary=x",
        **{"CONTENT_LENGTH": str(100 * 1024 * 1024), "wsgi.input": body},
    )  # fmt: skip
    assert answer.status_code == 413
    assert "Filen är för stor" in words(answer)
    assert body.asked == 0
    assert kept() == before


def test_a_form_needs_a_file_and_a_decision(site: Site):
    with_budget()
    page = site.economist.post(FORM, {"reference": "", "reason": ""})
    assert page.status_code == 422
    assert "Blanketten är inte lämnad" in words(page)
    assert page.content.decode().count("Detta fält måste fyllas i") >= 3
    unplanned = hand_in(site, render_form(questions.budget_form_of(YEAR)))
    assert "Beslutet säger inget om någon rad." in words(unplanned)


def test_an_old_form_takes_back_nothing_and_says_what_somebody_else_decided_of_its_rows(site: Site):
    with_budget()
    fetched = form_cells()
    take(site, **{"amount-1010": "1 100 000", "shape-1010": "even"})
    hand_in(site, written({**fetched, f"D{line_of('3001')}": 550_000}))
    assert [number.row for number in held().revisions[-1].numbers] == ["3001"]
    assert held().latest["1010"].amount == 1_100_000_00
    page = hand_in(site, written({**fetched, f"D{line_of('1010')}": 900_000}, names=("Budget 2024",)))
    assert page.status_code == 422
    assert f"blad Budget 2024, cell D{line_of('1010')}" in words(page)
    assert "ändrade 1010" in words(page)
    assert len(held().revisions) == 3
    nameless = {place: value for place, value in fetched.items() if value != "Underlag"}
    assert "Det framgår inte vad som gällde när blanketten hämtades" in words(hand_in(site, written(nameless)))
