"""Registret: what nobody has placed stands on top, everything is changed in place, and every change taken back."""

import re

import pytest
from tests.visiting import Site
from tests.web.books import links, words
from tests.web.plan_books import REGISTER, kept, read_in, with_register

from samordna.access.models import Role
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.register import CostCentre, EarlierCode, Kind
from samordna.office import questions

PAGE, CHANGE = "/kostnadsstallen/register/", "/kostnadsstallen/registret/"
HOSTILE = "<script>alert(1)</script>"


def held():
    return questions.plan_held().plan.register


def seen() -> str:
    return str(questions.register_shown().seen)


def post(site: Site, address: str, **said: object):
    return site.economist.post(address, {"sedd": seen(), **said}, follow=True)


def row(**changed: object) -> dict[str, object]:
    usual = {"name": "Arbetssteget", "group": "verksamhet", "kind": "activity", "sedd": seen()}
    return {**usual, **changed}


def test_with_nothing_read_the_page_says_what_to_do(site: Site):
    page = site.economist.get(PAGE)
    assert "När bokföringen är inläst föreslås rader här" in words(page)
    assert "/inlasning/" in links(page)
    board = site.as_(Role.BOARD).get(PAGE)
    assert "Läs in bokföring" not in words(board)


def test_every_cost_centre_is_proposed_with_its_amount_while_there_is_no_register(site: Site):
    read_in()
    page = words(site.economist.get(PAGE))
    assert "Bokföringen har 4 kostnadsställen och registret inga rader. Beloppen är nettokostnad 2024." in page
    assert "1010 Kansli 300 kr" in page
    assert "9000 Finansiering -1 000 kr" in page


def test_all_are_placed_at_once_as_proposed(site: Site):
    read_in()
    page = post(site, f"{CHANGE}placera/", alla="ja")
    assert [(one.key, one.group, one.kind) for one in held().rows] == [
        ("1010", "verksamhet", Kind.ACTIVITY),
        ("3001", "verksamhet", Kind.ACTIVITY),
        ("3040", "verksamhet", Kind.ACTIVITY),
        ("9000", "utanfor", Kind.OUTSIDE),
    ]
    assert "Alla kostnadsställen har en rad" in words(page)
    assert "Registret lades upp med 4 rader." in words(page)


def test_a_new_cost_centre_of_the_ledger_stands_on_top_until_it_is_placed(site: Site):
    with_register()
    page = site.economist.get(PAGE)
    assert "Ett kostnadsställe i bokföringen har ingen rad." in words(page)
    assert "9000 Finansiering -1 000 kr" in words(page)
    said = {"nyckel": "9000", "kod": "9000", "projekt": "", "namn": "Bidragen", "grupp": "utanfor", "slag": "outside"}
    page = post(site, f"{CHANGE}placera/", **said)
    assert held().row("9000") == CostCentre("9000", "Bidragen", "utanfor", kind=Kind.OUTSIDE)
    assert "9000 Bidragen är placerad." in words(page)


def test_what_cannot_be_placed_is_told_and_what_was_typed_stays(site: Site):
    with_register()
    before = kept()
    said = {"nyckel": "9000", "kod": "9000", "projekt": "", "namn": "", "grupp": "projekt", "slag": "project"}
    page = post(site, f"{CHANGE}placera/", **said)
    assert page.status_code == 422
    assert "”9000” har inget namn. Skriv det namn som ska stå i uppföljningen." in words(page)
    assert 'value="project" selected' in page.content.decode()
    assert post(site, f"{CHANGE}placera/", slag="finnsinte").status_code == 422
    assert kept() == before


def test_a_row_is_changed_with_an_earlier_code_and_its_months(site: Site):
    with_register()
    said = row(
        name="Steget",
        responsible="Ekonom",
        remark="Ny från 2024",
        valid_from="2024-01",
        **{"earlier-0-code": "3099", "earlier-0-last": "2023-12"},
    )
    page = site.economist.post(f"{PAGE}3001/", said, follow=True)
    changed = held().row("3001")
    assert (changed.name, changed.valid_from, changed.remark) == ("Steget", 202401, "Ny från 2024")
    assert changed.earlier == (EarlierCode("3099", "", None, 202312),)
    assert "3099 till och med december 2023" in words(page)
    form = site.economist.get(f"{PAGE}3001/").content.decode()
    assert 'value="3099"' in form
    assert 'value="2023-12"' in form


def test_a_row_opens_in_the_panel_and_is_read_by_who_may_not_change_it(site: Site):
    with_register()
    panel = site.as_(Role.ECONOMIST, **{"HX-Target": "panel"}).get(f"{PAGE}3001/")
    assert "<main" not in panel.content.decode()
    assert "Arbetssteget" in words(panel)
    board = site.as_(Role.BOARD).get(f"{PAGE}3001/")
    assert "Exempelkommun" in words(board)
    assert "Nettokostnad 2024 250 kr" in words(board)
    assert "Spara" not in words(board)
    assert "<form method" not in site.as_(Role.BOARD).get(PAGE).content.decode().split("<main")[1]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"name": ""}, "Detta fält måste fyllas i"),
        ({"valid_from": "2024-13"}, "månaden"),
        ({"valid_from": "i våras"}, "”i våras” är ingen månad. Skriv år och månad, till exempel 2024-08."),
        ({"valid_from": "2024-05", "valid_to": "2024-01"}, "gäller från maj 2024 men bara till och med januari 2024"),
        ({"group": "finnsinte"}, "finnsinte"),
        ({"earlier-0-code": "1010"}, "Det som är bokfört på 1010 räknas både i"),
        ({"remark": "Gäller 19121212-1212"}, "personnummer"),
    ],
)
def test_what_is_wrong_with_a_row_is_told_in_place_and_nothing_changes(site: Site, said: dict[str, str], told: str):
    with_register()
    before = kept()
    page = site.economist.post(f"{PAGE}3001/", row(**said))
    assert page.status_code == 422
    if told != "månaden":
        assert told in words(page)
    for typed in said.values():
        assert typed in page.content.decode()
    assert kept() == before


def test_two_persons_lose_nothing(site: Site):
    with_register()
    old = row(name="Den enas")
    site.economist.post(f"{PAGE}1010/", row(name="Kansliet"))
    page = site.economist.post(f"{PAGE}3001/", old)
    assert page.status_code == 422
    assert "ändrade detta" in words(page)
    assert held().row("3001").name == "Arbetssteget"


def test_a_cost_centre_is_split_by_a_project_that_the_ledger_has_with_it(site: Site):
    with_register()
    page = site.economist.get(f"{PAGE}1010/")
    way = next(link for link in links(page) if link.startswith(f"{CHANGE}ny/"))
    form = site.economist.get(way)
    assert 'value="Kansli, Ledning"' in form.content.decode()
    site.economist.post(f"{CHANGE}ny/", row(code="1010", project="10", name="Kansli, Ledning"))
    assert held().row("1010:10").name == "Kansli, Ledning"
    page = site.economist.get(f"{PAGE}1010:10/")
    assert "Nettokostnad 2024 100 kr" in words(page)
    assert "Nettokostnad 2024 200 kr" in words(site.economist.get(f"{PAGE}1010/"))
    assert "har en egen rad" in words(site.economist.get(f"{PAGE}1010/"))


def test_a_line_of_the_budget_that_no_cost_centre_has_is_added_and_changed(site: Site):
    with_register()
    site.economist.post(f"{CHANGE}ny/?slag=budgetrad", row(code="investeringar", name="Investeringar"))
    assert held().row("investeringar").code == ""
    site.economist.post(f"{PAGE}investeringar/", row(name="Investeringar och inventarier"))
    assert held().row("investeringar").name == "Investeringar och inventarier"
    page = site.economist.post(f"{CHANGE}ny/", row(code="3001"))
    assert page.status_code == 422
    assert "”3001” finns redan i registret." in words(page)


def test_rows_are_moved_and_removed_and_the_change_is_taken_back(site: Site):
    with_register()
    page = post(site, f"{CHANGE}flytta/3001/", steg="upp")
    assert [one.key for one in held().rows] == ["3001", "1010", "3040"]
    assert page.redirect_chain == [(f"{PAGE}#rad-3001", 302)]
    page = post(site, f"{CHANGE}ta-bort/1010/")
    assert held().row("1010") is None
    assert "1010 Kansli är borttagen ur registret." in words(page)
    assert "1010 Kansli togs bort." in words(page)
    post(site, f"{CHANGE}angra/")
    assert [one.key for one in held().rows] == ["3001", "1010", "3040"]
    post(site, f"{CHANGE}angra/")
    assert held().row("1010") is None


def test_groups_are_added_renamed_moved_and_removed(site: Site):
    with_register()
    post(site, f"{CHANGE}grupper/", steg="ny", namn="Övrigt stöd")
    assert held().groups[-1].id == "ovrigt-stod"
    post(site, f"{CHANGE}grupper/", steg="namn", grupp="ovrigt-stod", namn="Stöd")
    post(site, f"{CHANGE}grupper/", steg="upp", grupp="ovrigt-stod")
    assert [group.name for group in held().groups] == ["Verksamhet", "Stöd", "Projekt"]
    page = post(site, f"{CHANGE}grupper/", steg="bort", grupp="projekt")
    assert "Gruppen projekt har rader: 3040." in words(page)
    post(site, f"{CHANGE}grupper/", steg="bort", grupp="ovrigt-stod")
    assert [group.name for group in held().groups] == ["Verksamhet", "Projekt"]
    for said in (
        {"steg": "ny", "namn": " "},
        {"steg": "bort", "grupp": "x"},
        {"steg": "ut"},
        {"steg": "ny", "namn": "Projekt"},
    ):
        assert post(site, f"{CHANGE}grupper/", **said).status_code == 422


def test_rows_are_told_together_for_a_year_and_by_themselves_again(site: Site):
    with_register()
    said = {
        "merge-rows": ["1010", "3001"],
        "merge-year": "2023",
        "merge-scenarios": "actual",
        "merge-remark": "Förr ett",
    }
    page = post(site, f"{CHANGE}tillsammans/", **said)
    [merge] = held().merges
    assert (merge.rows, merge.year, merge.scenarios) == (("1010", "3001"), 2023, frozenset({Scenario.ACTUAL}))
    assert "Redovisas tillsammans med 3001, utfall 2023" in words(page)
    again = post(site, f"{CHANGE}tillsammans/", **said)
    assert again.status_code == 422
    alone = post(site, f"{CHANGE}tillsammans/", **{**said, "merge-rows": ["1010"], "merge-year": "2022"})
    assert "Minst två rader" in words(alone)
    post(site, f"{CHANGE}tillsammans/", steg="bort", rad=["1010", "3001"], ar="2023")
    assert held().merges == ()
    for year in ("2023", "i fjol"):
        assert post(site, f"{CHANGE}tillsammans/", steg="bort", rad=["1010"], ar=year).status_code == 422


NUMBER = "19121212-1212"
PLACE_9000 = {"nyckel": "9000", "kod": "9000", "namn": "Bidragen", "grupp": "utanfor", "slag": "outside"}


@pytest.mark.parametrize(
    ("address", "said", "told"),
    [
        ("placera/", {**PLACE_9000, "kod": "x" * 5000}, "är inget oplacerat kostnadsställe"),
        ("placera/", {**PLACE_9000, "kod": NUMBER, "namn": ""}, "är inget oplacerat kostnadsställe"),
        ("placera/", {**PLACE_9000, "kod": "3999"}, "är inget oplacerat kostnadsställe"),
        ("placera/", {**PLACE_9000, "grupp": "pahittad"}, "hör till gruppen ”pahittad”, som inte finns"),
        ("placera/", {**PLACE_9000, "namn": "x" * 201}, "Texten är 201 tecken"),
        ("placera/", {**PLACE_9000, "namn": "Bi\0drag"}, "tecken som inte syns"),
        ("grupper/", {"steg": "namn", "grupp": "pahittad", "namn": "Ny"}, "Gruppen ”pahittad” finns inte"),
        ("grupper/", {"steg": "ny", "namn": "Grupp\0"}, "tecken som inte syns"),
        ("grupper/", {"steg": "ny", "namn": "x" * 201}, "Texten är 201 tecken"),
        ("grupper/", {"steg": "ny", "namn": NUMBER}, "personnummer"),
    ],
)
def test_what_no_form_offers_is_refused_and_nothing_changes(site: Site, address: str, said: dict[str, str], told: str):
    with_register()
    before = kept()
    page = post(site, CHANGE + address, **said)
    assert page.status_code == 422
    assert told in words(page)
    assert "1212-1212" not in words(page)
    assert kept() == before


@pytest.mark.parametrize(
    "said",
    [
        {"code": NUMBER},
        {"code": "3050", "performer": NUMBER},
        {"code": "3050", "project": NUMBER},
        {"code": "3050", "earlier-0-code": NUMBER},
        {"code": "3050", "earlier-0-code": "6", "earlier-0-project": NUMBER},
    ],
)
def test_no_field_of_a_row_takes_a_personal_number(site: Site, said: dict[str, str]):
    with_register()
    before = kept()
    page = site.economist.post(f"{CHANGE}ny/", row(**said))
    assert page.status_code == 422
    assert "personnummer" in words(page)
    assert kept() == before


def test_a_line_of_the_budget_cannot_take_a_cost_centres_code(site: Site):
    with_register()
    page = site.economist.post(f"{CHANGE}ny/?slag=budgetrad", row(code="9000"))
    assert page.status_code == 422
    assert "har samma kod som ett kostnadsställe i bokföringen" in words(page)
    assert held().row("9000") is None
    site.economist.post(f"{CHANGE}ny/?slag=budgetrad", row(code="10"))  # a project's code is no cost centre's
    assert held().row("10").code == ""


def test_a_group_without_letters_gets_an_id_of_its_own(site: Site):
    with_register()
    for name in ("!!!", "???"):
        post(site, f"{CHANGE}grupper/", steg="ny", namn=name)
    assert [group.id for group in held().groups[-2:]] == ["grupp-1", "grupp-2"]


@pytest.mark.parametrize("code", [".", "..", "~a", "a/b/flytta", "a/../b", "3001/ta-bort", "q?x#y", "50%25"])
def test_a_row_is_reached_whatever_signs_its_code_has(site: Site, code: str):
    with_register()
    site.economist.post(f"{CHANGE}ny/", row(code=code, name="Udda"))
    page = site.economist.get(PAGE)
    (address,) = re.findall(rf'href="({PAGE}[^"]+)">Udda<', page.content.decode())
    assert "/./" not in address
    assert "/../" not in address
    assert 'value="Udda"' in site.economist.get(address).content.decode()
    site.economist.post(address, row(name="Uddare"))
    assert held().row(code).name == "Uddare"
    removal = re.search(rf'action="({CHANGE}ta-bort/[^"]*)"', site.economist.get(address).content.decode())
    assert removal
    post(site, removal[1])
    assert held().row(code) is None


def test_what_was_typed_is_never_part_of_the_page(site: Site):
    with_register()
    site.economist.post(f"{PAGE}3001/", row(name=HOSTILE, remark=HOSTILE))
    assert HOSTILE not in site.economist.get(PAGE).content.decode()
    assert HOSTILE not in site.economist.get(f"{PAGE}3001/").content.decode()


def test_a_row_that_is_not_there_is_no_page(site: Site):
    with_register()
    assert site.economist.get(f"{PAGE}finnsinte/").status_code == 404


def test_undo_without_a_change_says_so(site: Site):
    page = post(site, f"{CHANGE}angra/")
    assert "Registret har inte ändrats" in words(page)
    read_in()
    post(site, f"{CHANGE}placera/", alla="ja")
    assert "Alla kostnadsställen i bokföringen har redan en rad" in words(post(site, f"{CHANGE}placera/", alla="ja"))


def test_every_form_names_the_line_that_it_was_made_from(site: Site):
    with_register()
    forms = re.findall(r'(?s)<form[^>]*method="post"[^>]*action="(/kostnadsstallen[^"]*)".*?</form>', _html(site))
    kept = re.findall(r'(?s)<form[^>]*action="/kostnadsstallen[^"]*"[^>]*>.*?name="sedd" value="(\d+)"', _html(site))
    assert len(forms) == len(kept) > len(REGISTER.rows)


def _html(site: Site) -> str:
    return site.economist.get(PAGE).content.decode()


def test_what_somebody_else_changed_of_a_row_is_kept_or_shown_beside(site: Site):
    with_register()
    mine = row(name="Mitt namn", responsible="Utskottet", performer="Exempelkommun")
    address = f"{PAGE}3001/"
    site.economist.post(address, row(name="Hennes namn", performer="Exempelkommun", remark="Ny"))
    late = site.economist.post(address, mine)
    assert late.status_code == 422
    assert "ändrade detta" in words(late)
    assert "Nu står ”Hennes namn”. Spara om det du har skrivit ska gälla i stället." in words(late)
    remark = re.search(r'<textarea name="remark"[^>]*>\s*([^<]*)<', late.content.decode())
    assert remark is not None
    assert remark[1] == "Ny", "what the person did not touch is as the other wrote it"
    site.economist.post(address, {**mine, "remark": remark[1], "sedd": seen()})
    assert held().row("3001") == CostCentre(
        "3001", "Mitt namn", "verksamhet", responsible="Utskottet", performer="Exempelkommun", remark="Ny"
    )


def test_the_name_of_a_group_that_is_refused_stays(site: Site):
    with_register()
    page = site.economist.post(f"{CHANGE}grupper/", {"steg": "ny", "namn": "Verksamhet", "sedd": seen()})
    assert page.status_code == 422
    new = page.content.decode().partition("<span>Ny grupp</span>")[2]
    assert new.startswith('<input name="namn" value="Verksamhet"')
