"""Översikt on the screen: figures that lead on, what awaits, and what a new association is told."""

import re

import pytest
from tests.questions.demo_books import planned_in, read_in
from tests.questions.test_overview import take
from tests.web.books import words

from samordna.access.models import Role
from samordna.domain.values.period import Period
from samordna.office import actions


def page(client, path="/"):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_figure_leads_to_what_it_is_made_of(site):
    take(2023, rent=3000, opening=500)
    take(2024)
    economist = site.economist
    links = re.findall(r'href="(/(?:siffra|objekt)/[^"]+)"', page(economist))
    assert len(links) == 6 + 6 + 5  # key figures, months, cost centres and the whole
    for link in dict.fromkeys(links):
        answer = economist.get(link.replace("&amp;", "&"))
        assert answer.status_code == 200, link


def test_the_months_are_a_picture_with_its_table(site):
    take(2024)
    shown = page(site.as_(Role.BOARD))
    assert "<svg" in shown
    assert "Visa som tabell" in shown
    assert 'href="/siffra/income/kostnader/actual/?period=2024-02"' in shown


def test_words_beside_the_figures_say_what_plus_is(site):
    read_in("insjoriket")
    shown = page(site.as_(Role.BOARD))
    assert shown.count("I Balansräkning står beloppen med motsatt tecken.") == 1  # equity
    assert shown.count("I Resultaträkning står beloppen med motsatt tecken.") == 1  # cost by month
    assert "Nettokostnad visas med plus, överskott med minus." in shown
    assert "Kostnader, intäkter och överskott visas alla med plus." in page(
        site.economist, "/rakenskaper/driftredovisning/"
    )


def test_another_period_is_in_the_address(site):
    take(2024)
    assert "februari 2024" in page(site.economist, "/?period=2024-02")
    assert site.economist.get("/?period=2024-13").status_code == 422
    assert site.economist.get("/?period=2019-01").status_code == 422


def test_what_is_wrong_with_the_books_is_told_with_where_to_see_it(site):
    take(2024)
    shown = page(site.economist)
    assert "Konto 9990 Okänt har belopp men ingen rad svarar för det." in shown
    assert "Ett konto har belopp men ingen rad i uppställningen." in shown
    assert 'href="/uppstallning/"' in shown
    assert "Ett konto har belopp" not in page(site.as_(Role.BOARD))
    assert "Inget väntar på dig." in page(site.as_(Role.BOARD))


@pytest.mark.parametrize(
    ("role", "told", "leads"),
    [
        (Role.ECONOMIST, "Exportera en SIE 4-fil", "/inlasning/"),
        (Role.ADMINISTRATOR, "Bjud in ekonomen", "/installningar/anvandare/"),
        (Role.DIRECTOR, "Ekonomen läser in bokföringen", "/hjalp/lasa-in/"),
        (Role.BOARD, "Ekonomen läser in bokföringen", "/hjalp/lasa-in/"),
        (Role.AUDITOR, "Ekonomen läser in bokföringen", "/hjalp/lasa-in/"),
    ],
)
def test_a_new_association_is_told_what_happens_first(site, role, told, leads):
    client = site.as_(role)
    shown = page(client)
    assert told in shown
    assert f'href="{leads}"' in shown
    assert client.get(leads).status_code == 200


def test_a_cost_centre_has_a_page_and_a_panel(site):
    take(2024)
    assert "10 Norr" in page(site.economist, "/objekt/1/10/")
    panel = site.as_(Role.BOARD).get("/objekt/1/10/", headers={"HX-Request": "true", "HX-Target": "panel"})
    assert b"<html" not in panel.content
    assert b'id="panel-title"' in panel.content
    for missing in ("/objekt/1/99/", "/objekt/7/10/", "/objekt/1/%00/", "/objekt/1/" + "9" * 3000 + "/"):
        assert site.economist.get(missing).status_code == 404


def test_where_the_year_is_heading_is_told_with_its_warning_and_what_is_owed(site):
    planned_in("sjuharad")
    shown = words(site.as_(Role.BOARD).get("/"))
    assert "Årets resultat enligt prognos -963 tkr" in shown
    assert "Eget kapital vid årets slut 2 075 tkr Målet är minst 2 000 tkr" in shown
    assert "Prognosen ger 1 875 tkr i eget kapital före projekten" in shown
    assert "414 tkr är upparbetat enligt 3 avtal men inte bokfört." in shown
    assert 'href="/prognos/"' in page(site.economist)


def test_a_forecast_without_a_comment_awaits_whoever_may_write_one(site):
    planned_in("sjuharad")
    actions.enter_forecast(Period(202401, 202412), "1001", 25_000_000, by=site.actor(Role.ECONOMIST))
    assert "En prognos skiljer sig från förslaget utan kommentar." in words(site.economist.get("/"))
    assert "utan kommentar" not in words(site.as_(Role.BOARD).get("/"))


def test_before_there_is_a_plan_one_line_leads_on(site):
    take(2024)
    shown = words(site.economist.get("/"))
    assert "Ingen plan är inlagd än." in shown
    assert "Eget kapital vid årets slut" not in shown
