"""Projekt: the list, a new one, its budget line by line, decisions, claims, figures that can be asked, and files."""

import datetime as dt

import pytest
from tests.visiting import Site
from tests.web.books import links, words
from tests.web.plan_books import with_register

from samordna.access.models import Role, TrailEntry
from samordna.domain.plan.projects.project import ExternalProject
from samordna.office import questions
from samordna.office.web.projects.project_line_form import lines_of

NEW = {
    "name": "Steget ut", "funder": "Europeiska socialfonden", "reference": "2024/7", "first": "2024-03",
    "last": "2025-08", "role": "owner", "grant": "1 200 000", "share": "60", "day": "2024-01-10", "source": "Ansökan",
}  # fmt: skip
PAGE = "/projekt/steget-ut/"
GRANT = {"step": "grant", "grant": "1 000 000", "share": "50", "day": "2024-02-20", "source": "Fondens beslut"}
CLAIM = {
    "first": "2024-03", "last": "2024-05", "actual": "100 000", "flat_rate": "40 000", "time": "",
    "amount": "70 000", "day": "2024-06-10", "source": "Ansökan 1",
}  # fmt: skip
COST = {"rad": "ny", "kind": "actual", "year": "2024", "label": "Personal", "amount": "500 000"}


def held() -> ExternalProject:
    found = questions.plan_held().projects_held.project("steget-ut")
    assert found is not None
    return found


def seen() -> int:
    shown = questions.project_shown("steget-ut")
    assert shown is not None
    return shown.seen


def claim_seen() -> int:
    shown = questions.project_shown("steget-ut")
    assert shown is not None
    return shown.claim_seen(1)


def key(begins: str) -> str:
    """Return the name that a line has on its page."""
    return next(name for name, _ in lines_of(held()) if name.startswith(begins))


def post(site: Site, to: str, said: dict[str, str], **more: object):
    return site.economist.post(to, {**said, **more}, follow=True)


def with_project(site: Site, *, granted: bool = True) -> None:
    with_register()
    post(site, "/projekt/ny/", NEW)
    if granted:
        post(site, f"{PAGE}steg/", GRANT, sedd=seen())


def test_before_there_is_a_project_the_page_says_what_it_is_for_and_leads_there(site: Site):
    page = site.economist.get("/projekt/")
    assert "Inget projekt är inlagt" in words(page)
    assert "/projekt/ny/" in links(page)
    assert "/projekt/ny/" not in links(site.as_(Role.BOARD).get("/projekt/"))


def test_a_project_is_applied_for_decided_and_closed(site: Site):
    with_register()
    page = post(site, "/projekt/ny/", NEW)
    assert page.redirect_chain == [(f"{PAGE}budget/", 302)]
    assert "Steget ut är inlagt." in words(page)
    assert "Sökt" in words(site.economist.get(PAGE))
    page = post(site, f"{PAGE}steg/", GRANT, sedd=seen())
    assert "Steget ut är nu beviljat." in words(page)
    assert "1 000 000 kr Fondens beslut" in words(page)
    page = post(site, f"{PAGE}steg/", {**GRANT, "step": "close", "grant": "", "day": "2025-12-01"}, sedd=seen())
    assert "Steget ut är nu avslutat." in words(page)
    assert (held().granted, len(held().history)) == (1_000_000_00, 3)
    assert "Lägg in ett beslut" not in words(page)  # there is nothing more to decide
    assert words(page).count("Ekonom") >= 3  # who said what, each time


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"name": ""}, "Detta fält måste fyllas i"),
        ({"first": "2025-09"}, "2025-08 är före 2025-09"),
        ({"first": "mars"}, "”mars” är ingen månad"),
        ({"first": "1900-03"}, "”1900-03” är ingen månad"),
        ({"day": "3000-01-10"}, "Året 3000 kan inte vara rätt. Skriv en dag 1990–2100."),
        ({"grant": "mycket"}, "”mycket” är inget belopp"),
        ({"grant": "0"}, "Det framgår inte hur mycket finansiären ska betala."),
        ({"share": "hälften"}, "”hälften” är ingen procentsats"),
        ({"share": "120"}, "Finansiärens andel är 120 procent."),
        ({"source": "Ansökan av 19121212-1212"}, "personnummer"),
    ],
)
def test_what_is_wrong_with_a_new_project_is_told_at_its_field_and_what_was_typed_stays(
    site: Site, said: dict[str, str], told: str
):
    with_register()
    page = post(site, "/projekt/ny/", {**NEW, **said})
    assert (page.status_code, told in words(page)) == (422, True)
    assert 'value="2024/7"' in page.content.decode()
    assert questions.plan_held().projects == ()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"day": "2024-01-09"}, "är före steget innan"),
        ({"grant": ""}, "Skriv hur mycket finansiären ska betala."),
        ({"step": "close"}, "Välj ett giltigt alternativ"),
        ({"source": ""}, "Detta fält måste fyllas i"),
    ],
)
def test_a_decision_that_cannot_be_is_told_at_its_field(site: Site, said: dict[str, str], told: str):
    with_project(site, granted=False)
    page = post(site, f"{PAGE}steg/", {**GRANT, **said})
    assert (page.status_code, told in words(page)) == (422, True)
    assert not held().is_running


def test_the_budget_is_entered_line_by_line_and_a_line_is_changed_and_taken_away(site: Site):
    with_project(site)
    budget = f"{PAGE}budget/"
    page = post(site, budget, COST, sedd=seen())
    assert "Medfinansieringen är 0 kr, men 250 000 kr behövs" in words(page)
    post(site, budget, {**COST, "kind": "flat-rate", "label": "Indirekt", "amount": "", "percent": "40"}, sedd=seen())
    post(site, budget, {"rad": "ny", "kind": "time", "year": "2024", "label": "Kommunen", "hours": "100",
                        "rate": "200"}, sedd=seen())  # fmt: skip
    post(site, budget, {"rad": "ny", "kind": "staff", "year": "2024", "label": "1010", "amount": "90 000",
                        "to": "3040"}, sedd=seen())  # fmt: skip
    post(site, budget, {"rad": "ny", "kind": "overhead", "year": "2025", "amount": "10 000"}, sedd=seen())
    page = post(site, budget, {"rad": "ny", "kind": "advance", "label": "Förskott", "amount": "5 000",
                               "day": "2024-03-05"}, sedd=seen())  # fmt: skip
    shown = words(page)
    assert "Indirekt Schablonkostnad" in shown
    assert "200 000 40 % av faktiska kostnader" in shown
    assert "20 000 100 timmar à 200 kr" in shown
    assert "1010 Personal som flyttas från kansliet" in shown
    assert held().advances[0].day == dt.date(2024, 3, 5)
    old = seen()
    post(site, budget, {**COST, "rad": key("costs-0"), "amount": "600 000"}, sedd=old, steg="spara")
    assert held().costs[0].amount == 600_000_00
    late = post(site, budget, {"rad": key("overhead-0")}, sedd=old, steg="bort")
    assert "ändrade detta" in words(late)
    needed = post(site, budget, {"rad": key("costs-0")}, sedd=seen(), steg="bort")
    assert "som inte finns bland årets kostnader" in words(needed)  # the flat rate is counted on it
    post(site, budget, {"rad": key("co_financing-0")}, sedd=seen(), steg="bort")
    assert held().co_financing == ()


def test_a_line_that_somebody_else_changed_is_not_written_over_and_what_was_typed_stays(site: Site):
    with_project(site)
    post(site, f"{PAGE}budget/", COST, sedd=seen())
    old = key("costs-0")
    post(site, f"{PAGE}budget/", {**COST, "rad": old, "amount": "600 000"}, sedd=seen())
    page = post(site, f"{PAGE}budget/", {**COST, "rad": old, "amount": "700 000"}, sedd=seen())
    assert (page.status_code, "Raden har ändrats eller tagits bort" in words(page)) == (422, True)
    assert 'value="700 000"' in page.content.decode()
    assert [one.amount for one in held().costs] == [600_000_00]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"label": ""}, "Detta fält måste fyllas i."),
        ({"year": ""}, "Detta fält måste fyllas i."),
        ({"amount": ""}, "Detta fält måste fyllas i."),
        ({"amount": "-5"}, "mindre än noll"),
        ({"kind": "flat-rate", "percent": "140"}, "Schablonen ”Personal” är 140 procent."),
        ({"kind": "flat-rate", "percent": "40", "base": "Resor"}, "räknas på ”Resor”, som inte finns"),
        ({"kind": "staff", "label": "9999"}, "”9999” finns inte i registret."),
        ({"kind": "time", "amount": "", "hours": "10", "rate": ""}, "Detta fält måste fyllas i."),
        ({"kind": "advance"}, "Detta fält måste fyllas i."),
    ],
)
def test_what_is_wrong_with_a_line_is_told_at_its_field(site: Site, said: dict[str, str], told: str):
    with_project(site)
    page = post(site, f"{PAGE}budget/", {**COST, **said}, sedd=seen())
    assert (page.status_code, told in words(page)) == (422, True)
    assert held().costs == ()


def test_what_a_project_is_and_its_rows_are_changed(site: Site):
    with_project(site)
    said = {
        **{name: NEW[name] for name in ("name", "funder", "reference", "first", "last", "role")},
        "actual": "3040", "flat_rate": "", "income": "3001 (3543, 3544)", "claim_months": "3", "payment_lag": "2",
        "in_forecast": "on",
    }  # fmt: skip
    page = post(site, f"{PAGE}uppgifter/", said, sedd=seen())
    assert "Uppgifterna är sparade." in words(page)
    assert [(one.row, one.accounts) for one in held().rows] == [("3040", ()), ("3001", ("3543", "3544"))]
    assert 'value="3001 (3543 3544)"' in site.economist.get(f"{PAGE}uppgifter/").content.decode()
    for wrong, told in (("3040 (", "går inte att läsa"), ("9999", "”9999” finns inte i registret")):
        page = post(site, f"{PAGE}uppgifter/", {**said, "actual": wrong}, sedd=seen())
        assert (page.status_code, told in words(page)) == (422, True)


def test_money_is_claimed_approved_and_paid(site: Site):
    with_project(site)
    page = post(site, f"{PAGE}ansokan/", CLAIM)
    assert "Ansökan 1, mars–maj 2024 är inlagd." in words(page)
    assert "930 000" in words(page)  # what is left of the grant
    said = {"step": "approve", "amount": "65 000", "day": "2024-07-01", "source": "Besked"}
    assert post(site, f"{PAGE}ansokan/1/", said).status_code == 422  # a form that does not say what was seen
    post(site, f"{PAGE}ansokan/1/", said, sedd=claim_seen())
    page = post(site, f"{PAGE}ansokan/1/", {**said, "step": "pay", "day": "2024-07-15"}, sedd=claim_seen())
    assert "Ansökan 1, mars–maj 2024 är nu utbetald." in words(page)
    assert "Godkänd 1 juli 2024, 65 000,00 kr. Besked" in words(page)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"amount": "1 000 001"}, "men 1 000 000 kr är kvar av bidraget"),
        ({"first": "2024-06"}, "2024-05 är före 2024-06"),
        ({"last": "2025-09"}, "men projektet pågår mars 2024–augusti 2025"),
        ({"amount": ""}, "Detta fält måste fyllas i"),
        ({"actual": "-1"}, "mindre än noll"),
        ({"day": ""}, "Detta fält måste fyllas i"),
    ],
)
def test_a_claim_that_cannot_be_is_told_at_its_field_and_what_was_typed_stays(
    site: Site, said: dict[str, str], told: str
):
    with_project(site)
    page = post(site, f"{PAGE}ansokan/", {**CLAIM, **said})
    assert (page.status_code, told in words(page)) == (422, True)
    assert 'value="Ansökan 1"' in page.content.decode()
    assert questions.plan_held().claims == ()


def test_two_claims_of_the_same_months_and_more_approved_than_claimed_are_refused(site: Site):
    with_project(site)
    post(site, f"{PAGE}ansokan/", CLAIM)
    page = post(site, f"{PAGE}ansokan/", {**CLAIM, "first": "2024-05", "last": "2024-06"})
    assert "har månader gemensamma med ansökan 1, mars–maj 2024" in words(page)
    page = post(site, f"{PAGE}ansokan/1/", {"step": "approve", "amount": "70 001", "day": "2024-07-01"})
    assert (page.status_code, "är mer än 70 000 kr, som är sökt" in words(page)) == (422, True)
    page = post(site, f"{PAGE}ansokan/1/", {"step": "approve", "amount": "", "day": "2024-07-01"})
    assert "Skriv beloppet som är godkänt eller utbetalt." in words(page)


def test_the_board_sees_all_of_it_and_no_forms(site: Site):
    with_project(site)
    post(site, f"{PAGE}ansokan/", CLAIM)
    page = site.as_(Role.BOARD).get(PAGE)
    assert "Så här långt" in words(page)
    assert "<form" not in page.content.decode().split("<main")[1].split("</main")[0]


def test_every_figure_leads_to_what_it_is_and_what_is_not_there_is_not_found(site: Site):
    with_project(site)
    post(site, f"{PAGE}budget/", {**COST, "label": "Resor/logi"}, sedd=seen())
    figures = [one for one in links(site.economist.get(PAGE)) if "/siffra/" in one]
    assert len(figures) > 20
    for address in figures:
        assert "Vad siffran är" in words(site.economist.get(address)), address
    for nowhere in (f"{PAGE}siffra/finnsinte/grant/steget-ut/", f"{PAGE}siffra/projects/grant/annat/",
                    "/projekt/finnsinte/", f"{PAGE}fil/txt/"):  # fmt: skip
        assert site.economist.get(nowhere).status_code == 404


def test_a_figure_of_the_list_leads_back_to_the_list_and_one_of_the_page_to_the_page(site: Site):
    with_project(site)
    [listed] = [one for one in links(site.economist.get("/projekt/")) if one.endswith("/projects/grant/steget-ut/")]
    assert {one.partition("#")[0] for one in links(site.economist.get(listed)) if "#" in one} >= {"/projekt/"}
    [key] = [one for one in links(site.economist.get(PAGE)) if "/projects/grant/steget-ut/" in one]
    assert PAGE in links(site.economist.get(key))
    assert "Tillbaka till projektet" in words(site.economist.get(key))
    [own] = [one for one in links(site.economist.get(PAGE)) if "/project-lifetime/whole/grant/" in one]
    assert any(one.startswith(f"{PAGE}#") for one in links(site.economist.get(own)))


def test_a_project_leaves_as_a_file_and_the_trail_says_so(site: Site):
    with_project(site)
    post(site, f"{PAGE}ansokan/", CLAIM)
    for ending in ("pdf", "xlsx", "docx", "csv", "json"):
        assert site.economist.get(f"{PAGE}fil/{ending}/").status_code == 200
    assert TrailEntry.objects.filter(deed="export", subject__contains="Projektet Steget ut").count() == 5


def test_a_claim_that_nobody_has_made_is_not_found(site: Site):
    with_project(site)
    assert site.economist.post(f"{PAGE}ansokan/7/", {}).status_code == 404
