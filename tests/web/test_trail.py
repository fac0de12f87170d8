"""The screen Spår: found by the address, read in full, taken out with a trace, and closed to those it is not for."""

import csv
import html
import re

import pytest

from samordna.access.actor import TERMINAL
from samordna.access.deeds import Deed
from samordna.access.models import Role, TrailEntry
from samordna.access.trail import record
from samordna.office.questions.front.trail import PAGE

READERS = [Role.ECONOMIST, Role.DIRECTOR, Role.AUDITOR, Role.ADMINISTRATOR]


def page(client, path="/spar/", **asked):
    answer = client.get(path, asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_was_done_stands_there_newest_first(site):
    record(Deed.CHANGE_ROLE, by=TERMINAL, subject="Berit", old={"role": "board"}, role="auditor")
    shown = page(site.economist)
    rows = shown.partition("<tbody>")[2]
    assert rows.index("logga in") < rows.index("ändra roll") < rows.index("skapa förbund")
    assert "roll: styrelse → revisor" in shown


def test_what_is_looked_for_is_in_the_address_and_stays_in_the_form(site):
    for number in range(3):
        record(Deed.EXPORT, by=TERMINAL, subject=f"rapport {number}")
    shown = page(site.economist, ord="RAPPORT 2", vem="terminalen", handelse="export")
    assert "rapport 2" in shown
    assert "rapport 1" not in shown
    assert 'value="RAPPORT 2"' in shown
    assert '<option value="export" selected>' in shown


@pytest.mark.parametrize(
    "asked",
    [
        {"ord": "\x00"},
        {"ord": "x" * 3_000},
        {"ord": "<script>alert(1)</script>"},
        {"ord": "%_*?[](){}\\\"'"},
        {"ord": "\u202e"},
        {"handelse": "ingen"},
        {"handelse": "\x00"},
        {"fran": "igår", "till": "9999-99-99"},
        {"fran": "0001-01-01", "till": "9999-12-31"},
        {"fran": "2024-12-31", "till": "2024-01-01"},
        {"fore": "-1"},
        {"fore": "9" * 30},
        {"fore": "x"},
        {"vagrade": "kanske"},
    ],
)
def test_whatever_is_in_the_address_a_page_is_the_answer(site, asked):
    assert "<script>alert" not in page(site.economist, **asked)


def test_a_day_that_is_none_is_told_at_its_field(site):
    shown = page(site.economist, fran="igår")
    assert "field-errors" in shown
    assert "logga in" in shown, "the rest is shown as if nothing was asked"


def test_nothing_found_says_so_and_leads_back(site):
    shown = page(site.economist, ord="finns inte")
    assert "Inget i spåret stämmer med det du söker" in shown
    assert 'href="/spar/"' in shown


def test_older_ones_are_a_link_away_and_back(site):
    for number in range(PAGE + 5):
        record(Deed.EXPORT, by=TERMINAL, subject=f"fil {number:03}")
    client = site.economist
    first = page(client, handelse="export")
    [older] = re.findall(r'href="\?([^"]*)" rel="next"', first)
    assert 'rel="prev"' not in first
    second = page(client, f"/spar/?{html.unescape(older)}")
    assert "fil 004" in second
    assert "fil 005" not in second
    assert 'href="?handelse=export" rel="prev"' in second
    assert 'rel="next"' not in second


def test_an_entry_has_a_page_with_every_value(site):
    name = "<b>Nytt</b>\u202e"
    entry = record(Deed.CHANGE_ASSOCIATION, by=TERMINAL, subject=name, old={"name": "Gammalt"}, name=name)
    client = site.economist
    shown = page(client, f"/spar/{entry.pk}/")
    assert "&lt;b&gt;Nytt&lt;/b&gt;" in shown
    assert "<b>Nytt" not in shown
    assert "Gammalt" in shown
    assert client.get("/spar/999999/").status_code == 404
    assert client.get(f"/spar/{'9' * 30}/").status_code == 404


def test_in_the_side_panel_it_is_a_fragment(site):
    entry = record(Deed.EXPORT, by=TERMINAL, subject="rapport")
    shown = page(site.as_(Role.AUDITOR, hx_request="true", hx_target="panel"), f"/spar/{entry.pk}/")
    assert 'id="panel-title"' in shown
    assert "<html" not in shown


def test_what_was_found_is_taken_out_as_a_file_and_that_leaves_a_trace(site):
    record(Deed.EXPORT, by=TERMINAL, subject="=cmd|' /C calc'!A0", size=7)
    record(Deed.EXPORT, by=TERMINAL, subject="något annat")
    answer = site.as_(Role.AUDITOR).post("/spar/fil/", {"ord": "calc", "fore": "1"})
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="spar.csv"' in answer["Content-Disposition"]
    head, row = csv.reader(answer.content.decode("utf-8-sig").splitlines(), delimiter=";")
    assert head == ["När", "Vem", "Händelse", "Vägrad", "Gällde", "Värden"]
    assert row[1:] == ["terminalen", "ta ut fil", "", "'=cmd|' /C calc'!A0", "storlek i byte: 7"]
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.by, entry.subject) == ("export", site.users[Role.AUDITOR], "spåret")
    assert entry.new == {"format": "csv", "rows": 1, "words": "calc"}


@pytest.mark.parametrize("role", Role)
def test_it_is_read_by_those_who_may_and_taken_out_by_those_who_may_both(site, role):
    client = site.as_(role)
    assert (client.get("/spar/").status_code == 200) == (role in READERS)
    taken = client.post("/spar/fil/")
    assert (taken.status_code == 200) == (role in {Role.ECONOMIST, Role.DIRECTOR, Role.AUDITOR})
    assert (taken["Content-Type"] == "text/csv; charset=utf-8") == (taken.status_code == 200)


def test_nobody_changes_it_by_asking(site):
    client = site.economist
    before = TrailEntry.objects.count()
    for path in ("/spar/", f"/spar/{TrailEntry.objects.first().pk}/"):
        for method in ("post", "put", "delete", "patch"):
            assert getattr(client, method)(path).status_code == 405
    assert TrailEntry.objects.count() == before
