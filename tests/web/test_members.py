"""Medlemmar och fördelningsnyckel: laid up from nothing, changed in place, taken back, and what is wrong told."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.scb_answers import COUNTS, nowhere, px_web
from tests.visiting import Site
from tests.web.books import words
from tests.web.plan_books import kept

from samordna.access.models import Role
from samordna.office import questions
from samordna.sources.scb import asking

PAGE = "/finansiering/medlemmar/"
BORAS = {
    "code": "1490", "name": "Borås", "party": "municipal", "group": "kommuner", "joined": "", "left": "", "weight": "",
    "source": "",
}  # fmt: skip
KEY = {
    "since": "2024-01-01", "unit": "kr", "counted": "06-30", "source": "Förbundsordningen", "weight-staten": "2",
    "basis-staten": "agreed", "weight-region": "1", "basis-region": "agreed", "weight-kommuner": "1",
    "basis-kommuner": "population",
}  # fmt: skip
NO_WEIGHTS = {f"weight-{group}": "0" for group in ("staten", "region", "kommuner")}
COUNT = {"ar": "2024", "day": "2023-06-30", "source": "SCB", "count-1490": "90 000"}


def association():
    return questions.plan_held().association


def seen() -> int:
    return questions.members_shown().seen


def post(site: Site, to: str, **said: object):
    return site.economist.post(f"{PAGE}{to}/", {"ar": "2024", "sedd": seen(), **said}, follow=True)


def by_law(site: Site) -> None:
    post(site, "lagen", fran="2024-01-01")
    post(site, "medlem", **BORAS)


def test_an_empty_association_is_guided_from_nothing_by_the_law(site: Site):
    page = site.economist.get(PAGE)
    assert "Lägg upp grupperna enligt lagen" in words(page)
    page = post(site, "lagen", fran="2024-01-01")
    assert "Grupperna enligt lagen är upplagda" in words(page)
    assert [group.name for group in association().groups] == ["Staten", "Regionen", "Kommunerna"]
    page = post(site, "medlem", **BORAS)
    assert "Borås är tillagd." in words(page)
    assert "Den saknas för Borås" in words(page)
    assert "Lägg upp grupperna enligt lagen" not in words(page)
    page = post(site, "folkmangd", **COUNT)
    assert "90 000 invånare 30 juni 2023" in words(page)


def test_members_key_weights_and_groups_are_changed_and_the_latest_change_can_be_undone(site: Site):
    by_law(site)
    post(
        site, "medlem", kod="1490", name="Borås Stad", party="municipal", group="kommuner", joined="", left="2024-12-31"
    )
    assert (association().member("1490").name, association().member("1490").left) == (
        "Borås Stad",
        dt.date(2024, 12, 31),
    )
    region = {**BORAS, "code": "14", "name": "Regionen", "group": "region", "weight": "1", "source": "Avtal"}
    post(site, "medlem", **region)
    assert [one.weight for one in association().weights if one.member == "14"] == [1]
    post(site, "vikt", member="14", weight="3", since="2025-01-01", source="Nytt avtal")
    post(site, "vikt", steg="bort", medlem="14", dag="2024-01-01")
    assert [one.weight for one in association().weights if one.member == "14"] == [3]
    post(site, "nyckel", **{**KEY, "since": "2025-01-01", "weight-staten": "4", "unit": "tkr", "counted": "12-31"})
    assert [key.since.year for key in association().keys] == [2024, 2025]
    post(site, "nyckel", steg="bort", dag="2024-01-01")
    post(site, "grupp", steg="ny", namn="Övriga")
    post(site, "grupp", steg="namn", grupp="ovriga", namn="Andra")
    page = post(site, "grupp", steg="bort", grupp="ovriga")
    assert "Senaste ändringen: Gruppen Andra togs bort. Ekonom" in words(page)
    before = association()
    post(site, "medlem", steg="bort", kod="14")
    assert association().member("14") is None
    page = post(site, "angra")
    assert association() == before
    assert "Regionen lades till." in words(page)


@pytest.mark.parametrize(
    ("to", "said", "told", "typed"),
    [
        ("lagen", {"fran": "snart"}, "inte vilken dag", ""),
        ("medlem", {**BORAS, "code": ""}, "Detta fält måste fyllas i", "Borås"),
        ("medlem", BORAS, "Koden ”1490” har redan Borås", "Borås"),
        ("medlem", {**BORAS, "code": "x", "group": "ingen"}, "Välj ett giltigt alternativ", "Borås"),
        ("medlem", {**BORAS, "code": "x", "joined": "2024-05-01", "left": "2024-01-01"}, "blir medlem 1 maj", "Borås"),
        ("medlem", {**BORAS, "code": "x", "weight": "många"}, "”många” är inget heltal", "många"),
        ("medlem", {**BORAS, "code": "x", "weight": "1"}, "inte var uppgiften står", "Borås"),
        ("medlem", {**BORAS, "code": "x", "name": "Bo 19121212-1212"}, "personnummer", ""),
        ("nyckel", {**KEY, **NO_WEIGHTS}, "Alla vikter är noll", "0"),
        ("nyckel", {**KEY, "weight-staten": "-1"}, "är mindre än noll", "-1"),
        ("nyckel", {**KEY, "counted": "02-30"}, "en dag som inte finns varje år", "02-30"),
        ("nyckel", {**KEY, "counted": "juni"}, "”juni” är ingen dag på året", "juni"),
        ("nyckel", {**KEY, "since": ""}, "Detta fält måste fyllas i", "Förbundsordningen"),
        ("nyckel", {"steg": "bort", "dag": "2020-01-01"}, "Ingen fördelningsnyckel börjar gälla", ""),
        ("vikt", {"member": "fk", "weight": "-2", "since": "2024-01-01", "source": "X"}, "är mindre än noll", "-2"),
        ("vikt", {"member": "fk", "weight": "2", "since": "", "source": "X"}, "Detta fält måste fyllas i", "X"),
        ("vikt", {"steg": "bort", "medlem": "fk", "dag": "1999-01-01"}, "inget att ta bort", ""),
        ("folkmangd", {**COUNT, "count-1490": "-5"}, "bor det någon", "-5"),
        ("folkmangd", {**COUNT, "count-1490": ""}, "minst en medlem", "SCB"),
        ("folkmangd", {**COUNT, "count-1490": "nio"}, "”nio” är inget heltal", "nio"),
        ("folkmangd", {"steg": "bort", "medlem": "1490", "dag": "igår"}, "inte vilken dag", ""),
        ("grupp", {"steg": "ny", "namn": " "}, "Gruppen har inget namn", ""),
        ("grupp", {"steg": "bort", "grupp": "kommuner"}, "”kommuner” har medlemmar: Borås", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_place_what_was_typed_stays_and_nothing_changes(site: Site, to, said, told, typed):
    by_law(site)
    before = kept()
    page = post(site, to, **said)
    assert page.status_code == 422
    assert told in words(page)
    if typed:
        assert f'value="{typed}"' in page.content.decode()
    assert kept() == before


def test_populations_are_fetched_from_scb_and_the_kept_answer_used_without_network(site: Site, monkeypatch):
    by_law(site)
    with px_web() as served:
        monkeypatch.setattr(asking, "ADDRESS", served.address)
        page = post(site, "folkmangd/scb")
    assert f"Källa: SCB, TAB5169 (BefforandrKvRLK), hämtad {timezone.localdate().isoformat()}" in words(page)
    assert [one.count for one in association().populations] == [COUNTS["1490"]]
    assert "Använd det sparade svaret" in words(page)
    post(site, "folkmangd", steg="bort", medlem="1490", dag="2023-06-30")
    monkeypatch.setattr(asking, "ADDRESS", nowhere())
    page = post(site, "folkmangd/scb")
    assert "SCB svarade inte: det svar som hämtades" in words(page)
    assert [one.count for one in association().populations] == [COUNTS["1490"]]
    assert "tidigare" not in words(post(site, "folkmangd/scb", sparat="ja"))


def test_no_network_and_no_kept_answer_says_what_else_can_be_done(site: Site, monkeypatch):
    by_law(site)
    monkeypatch.setattr(asking, "ADDRESS", nowhere())
    page = post(site, "folkmangd/scb")
    assert page.status_code == 422
    assert "eller skriv in folkmängden ur SCB:s tabell för hand eller från fil" in words(page)


def test_populations_come_from_a_file_and_what_is_wrong_with_it_is_told_line_by_line(site: Site):
    by_law(site)
    good = "Medlem;Folkmängd;Dag;Källa\n1490;90 000;2023-06-30;SCB\n"
    page = post(site, "folkmangd/fil", file=SimpleUploadedFile("folkmangd.csv", good.encode()))
    assert "Folkmängden 30 juni 2023 är inläst för 1 medlem." in words(page)
    for content, told in (
        (good.replace("90 000", "många"), "”många”"),
        (good.replace("Dag", "Datum"), "Datum"),
        ("", "Medlem"),
        (good.replace("1490", "9999"), "”9999” är ingen medlem"),
    ):
        page = post(site, "folkmangd/fil", file=SimpleUploadedFile("folkmangd.csv", content.encode()))
        assert page.status_code == 422
        assert told in words(page), content
    page = post(site, "folkmangd/fil")
    assert page.status_code == 422


def test_who_may_not_change_sees_the_page_without_forms(site: Site):
    by_law(site)
    page = site.as_(Role.BOARD).get(PAGE)
    assert "Borås" in words(page)
    assert 'method="post" action="/finansiering' not in page.content.decode()
    empty = site.as_(Role.AUDITOR).get(PAGE)
    assert "Lägg upp grupperna" not in words(empty)


def test_two_persons_do_not_change_the_members_over_each_other(site: Site):
    by_law(site)
    before = seen()
    site.economist.post(f"{PAGE}medlem/", {**BORAS, "code": "1463", "name": "Mark", "sedd": before, "ar": "2024"})
    late = site.as_(Role.DIRECTOR).post(
        f"{PAGE}medlem/", {**BORAS, "code": "1443", "name": "Bollebygd", "sedd": before}
    )
    assert late.status_code == 422
    assert "ändrade detta" in words(late)
    assert 'value="Bollebygd"' in late.content.decode()
    assert association().member("1443") is None
