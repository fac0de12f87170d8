"""Uppföljning: statistics for each audience, what is given out, the association's own views, the registry."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from tests.actions.telling import report
from tests.visiting import Site
from tests.web.books import headings, links, words

from samordna.access.models import Role, TrailEntry
from samordna.demo.counting import tell_counts
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.registry import BY_KEY, MEASURES
from samordna.domain.measures.release import Release, signs_of
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.participation.asked import Named
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.count_table import Gender
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL
from samordna.office.store.plan_rows import PUBLISHED, say

INTERIM = "period=2024-01..2024-08"
PERIOD = Period(202401, 202408)
INFLOW = f"/uppfoljning/?vy=inflow&{INTERIM}"
PUBLIC = {"vy": "inflow", "period": "2024-01..2024-08", "for": "alla"}
SIGN = "&lt;5"
AUTUMN = Period(202409, 202412)
LERUM = CountsAsked(
    Named("activera-lerum", "ACTivera Lerum"), Named("activera", "ACTivera"), PERIOD, dt.date(2024, 9, 20), ("starts",)
)


@pytest.fixture
def counted(site: Site) -> Site:
    """Return a site where Insjöriket's units have told their counts, and they are accepted."""
    tell_counts("insjoriket")
    return site


def give_out(key: str = "inflow") -> int:
    actions.publish_statistics(shipped_views()[key], PERIOD, Audience.PUBLIC, "på papper", by=TERMINAL)
    return questions.publications_held()[0].number


def test_before_any_counts_the_page_says_what_to_do(site: Site):
    page = site.economist.get("/uppfoljning/")
    assert "Inga siffror är godtagna ännu" in words(page)
    assert "/siffror/" in links(page)


def test_inside_every_count_is_shown_by_gender_with_a_picture_beside(counted: Site):
    page = counted.economist.get(INFLOW)
    told, html = words(page), page.content.decode()
    assert "Kvinnor" in told
    assert "161" in told
    assert SIGN not in re.sub(r"(?s)<select.*?</select>", "", html)
    assert html.count('<figure class="chart">') == 1
    assert 'role="img"' in html
    assert "/uppfoljning/fil/xlsx/?vy=inflow&period=2024-01..2024-08&for=forbundet" in links(page)


def test_for_the_public_small_counts_are_signs_and_each_says_why(counted: Site):
    page = counted.economist.get(f"{INFLOW}&for=alla")
    html = page.content.decode()
    assert SIGN in html
    assert "Lämna ut tabellerna" in words(page)
    assert not [one for one in links(page) if one.startswith("/uppfoljning/fil/")]
    asked = re.search(rf'<a class="drill" href="([^"]+)"[^>]*>{SIGN}</a>', html)
    assert asked
    why = counted.economist.get(asked[1].replace("&amp;", "&"))
    assert "Varför antalet inte visas" in words(why)
    assert "Antal under 5 visas inte" in words(why)
    assert INFLOW.replace("/?", "/?") + "&for=forbundet" in links(why)
    shown = re.search(r'(?s)<dd class="figure[^"]*">(.*?)</dd>', why.content.decode())
    assert shown
    assert shown[1].strip() == SIGN


def test_a_sign_in_the_panel_is_the_same_without_the_page(counted: Site):
    html = counted.economist.get(f"{INFLOW}&for=alla").content.decode()
    [address, *_] = re.findall(rf'<a class="drill" href="([^"]+)"[^>]*>{SIGN}</a>', html)
    panel = counted.as_(Role.DIRECTOR, **{"HX-Target": "panel"}).get(address.replace("&amp;", "&"))
    assert b"<html" not in panel.content
    assert "Regeln" in words(panel)


def test_a_figure_says_what_it_counts_and_leads_to_its_definition(counted: Site):
    page = counted.economist.get(INFLOW)
    [first, *_] = [one for one in links(page) if one.startswith("/uppfoljning/siffra/")]
    figure = counted.economist.get(first)
    assert "Godkända redovisningar bakom" in words(figure)
    assert len([one for one in links(figure) if one.startswith("/siffror/activera-")]) == 5
    assert "/siffror/activera-lerum/activera/2024-01..2024-08/" in links(figure)
    assert words(figure).count("Remisser och intresseanmälningar som kom in under perioden") == 1
    assert "/uppfoljning/matt/#referrals" in links(figure)
    assert counted.economist.get(first.replace("tabell=", "tabell=x")).status_code == 404


def lerum_tells_the_autumn() -> None:
    """Let one of the units tell of the months after those that all have told of."""
    line = questions.counts_held().line(LERUM.unit.key, LERUM.activity.key, AUTUMN)
    actions.hand_in_counts(line.submission.report, by=TERMINAL)
    actions.accept_counts(line.asked, by=TERMINAL)


def test_one_unit_that_is_early_changes_nothing_of_what_is_usually_shown(counted: Site):
    reader = counted.economist
    before = words(reader.get("/uppfoljning/"))
    assert "som inte alla har lämnat än" not in before
    lerum_tells_the_autumn()
    page = reader.get("/uppfoljning/")
    told = words(page)
    assert "januari–augusti 2024, inom förbundet" in told
    assert "161" in told
    assert "Visa januari–december 2024, som inte alla har lämnat än" in told
    assert "januari–december 2024 (5 har inte lämnat)" in told
    [later] = [one for one in links(page) if one.startswith("/uppfoljning/?") and "2024-12" in one]
    assert "Det här är kvar: ACTivera Alingsås, ACTivera Härryda" in words(reader.get(later))
    counts = questions.counted_year(Period(202401, 202412))
    assert counts.counted.period == PERIOD
    assert counts.later == Period(202401, 202412)
    assert LERUM.unit.key not in {one.unit for one in counts.left}
    keying = words(reader.get("/uppfoljning/inmatning/?ar=2024"))
    assert "Enheternas siffror gäller januari–augusti 2024, inte hela 2024." in keying
    assert "För januari–december 2024 har inte alla enheter lämnat än." in keying


def test_the_same_months_of_the_year_before_stand_beside_a_figure(counted: Site):
    asked = replace(LERUM, period=PERIOD.years_before(1), due=dt.date(2023, 9, 20), tables=("referrals",))
    actions.ask_counts([asked], by=TERMINAL)
    actions.hand_in_counts(report(asked, {"referrals": (20, 7)}), by=TERMINAL)
    actions.accept_counts(asked, by=TERMINAL)
    figure = counted.economist.get(
        f"/uppfoljning/siffra/?vy=inflow&{INTERIM}&tabell=inflow-referrals&rad=total&kolumn=total"
    )
    assert "Januari–augusti 2023 27" in words(figure)


def test_who_may_not_see_the_answers_behind_is_told_why(counted: Site):
    number = give_out()
    page = counted.as_(Role.AUDITOR).get(f"/uppfoljning/publicerat/{number}/")
    [first, *_] = [one for one in links(page) if "/siffra/" in one]
    figure = counted.as_(Role.AUDITOR).get(first)
    assert "De visas bara för ekonom och förbundschef" in words(figure)
    assert not [one for one in links(figure) if one.startswith("/siffror/activera")]
    assert [one for one in links(counted.economist.get(first)) if one.startswith("/siffror/activera")]


def test_every_heading_that_is_a_measure_leads_to_its_definition(counted: Site):
    page = counted.economist.get(f"/uppfoljning/?vy=participants-2014&{INTERIM}")
    assert {"/uppfoljning/matt/#starts", "/uppfoljning/matt/#unique"} <= set(links(page))
    registry = counted.economist.get("/uppfoljning/matt/")
    html = registry.content.decode()
    for measure in MEASURES:
        assert f'id="{measure.key}"' in html
        assert measure.name in [text for _, text in headings(registry)]


def test_every_view_can_be_shown_to_everybody_it_can_be_for(counted: Site):
    reader = counted.economist
    for key, view in shipped_views().items():
        for audience in ("forbundet", "agarna", "alla"):
            page = reader.get(f"/uppfoljning/?vy={key}&{INTERIM}&for={audience}")
            assert page.status_code == 200
            assert view.name in words(page)


def test_a_selection_is_only_for_the_association_itself(counted: Site):
    part = "utforare=activera-molndal"
    inside = counted.economist.get(f"/uppfoljning/?vy=inflow-by-unit&{INTERIM}&{part}")
    assert "ACTivera Mölndal" in words(inside)
    assert "161" not in re.sub(r"\s", "", "".join(re.findall(r"<data[^>]*>([^<]*)</data>", inside.content.decode())))
    outside = counted.economist.get(f"{INFLOW}&for=agarna&{part}")
    assert outside.status_code == 422
    assert "visas bara helt" in words(outside)
    assert "<data" not in outside.content.decode()


def test_a_view_of_a_part_that_somebody_has_made_is_only_for_the_association_itself(counted: Site):
    asked = {"vy": "inflow-by-unit", "period": "2024-01..2024-08", "for": "forbundet", "utforare": "activera-molndal"}
    counted.economist.post("/uppfoljning/spara/", {**asked, "namn": "Bara Mölndal"})
    [held] = questions.saved_views().held
    outside = counted.economist.get(f"/uppfoljning/?vy={held.key}&{INTERIM}&for=alla")
    assert outside.status_code == 422
    assert "visas bara helt" in words(outside)
    assert "<data" not in outside.content.decode()
    given = counted.economist.post("/uppfoljning/lamna-ut/", {**PUBLIC, "vy": held.key})
    assert given.status_code == 422
    assert questions.publications_held() == ()


WRONG = ("vy=finnsinte", "period=2024-13", "for=mig", "insats=finnsinte", "utforare=%3Cscript%3E", "period=2024-03")


def test_an_address_that_asks_for_what_is_not_there_says_so(counted: Site):
    for wrong in WRONG:
        page = counted.economist.get(f"/uppfoljning/?{wrong}")
        assert "Vad du kan göra" in words(page)
        assert "<data" not in page.content.decode()


def test_what_contradicts_itself_is_told_with_both_figures(counted: Site):
    told = words(counted.economist.get(f"/uppfoljning/?vy=started&{INTERIM}"))
    assert "Att tänka på" in told
    assert "174" in told
    assert "160" in told


def test_giving_out_is_asked_once_told_in_the_register_and_leads_to_files(counted: Site):
    director = counted.as_(Role.DIRECTOR)
    page = director.post("/uppfoljning/lamna-ut/", PUBLIC, follow=True)
    [given] = questions.publications_held()
    assert page.redirect_chain[-1][0] == f"/uppfoljning/publicerat/{given.number}/"
    assert "Tabellerna är utlämnade" in words(page)
    [file] = [one for one in links(page) if one.endswith("/fil/csv/")]
    table = director.get(file)
    assert "<5" in table.content.decode()
    assert TrailEntry.objects.filter(deed="publish-statistics").count() == 1
    assert "offentligt" in TrailEntry.objects.filter(deed="export").first().subject
    again = director.get(f"{INFLOW}&for=alla")
    assert "Lämna ut tabellerna" not in words(again)
    assert f"/uppfoljning/publicerat/{given.number}/" in links(again)


def test_the_board_reads_what_is_given_out_and_nothing_else(counted: Site):
    board = counted.as_(Role.BOARD)
    assert board.get("/uppfoljning/").headers["Location"] == "/uppfoljning/publicerat/"
    assert board.get(f"{INFLOW}&for=alla").headers["Location"] == "/uppfoljning/publicerat/"
    assert "Inget är utlämnat ännu" in words(board.get("/uppfoljning/publicerat/"))
    number = give_out()
    assert "Inflöde efter remittent" in words(board.get("/uppfoljning/publicerat/"))
    page = board.get(f"/uppfoljning/publicerat/{number}/")
    html = page.content.decode()
    assert SIGN in html
    [asked, *_] = re.findall(rf'<a class="drill" href="([^"]+)"[^>]*>{SIGN}</a>', html)
    why = board.get(asked.replace("&amp;", "&"))
    assert "Varför antalet inte visas" in words(why)
    assert not [one for one in links(why) if "for=forbundet" in one]
    assert board.get("/uppfoljning/siffra/?vy=inflow").status_code == 403
    assert board.get("/uppfoljning/fil/csv/?vy=inflow&for=forbundet").status_code == 403
    assert board.get("/uppfoljning/publicerat/999999/").status_code == 404


def correct_a_referral() -> None:
    """Let a unit have one woman more referred, who waits."""
    said = next(one for one in questions.counts_held().submissions if one.value.standing)
    report, told = said.value.report, ("referrals", "waiting", "referrals_by_source")
    more = {(table, gender) for table in told for gender in (Gender.WOMEN, None)}
    cells = list(report.cells)
    for at, cell in enumerate(cells):
        place = cell.place
        if (place.table, place.gender) in more and isinstance(cell.value, RawCount):
            cells[at] = replace(cell, value=RawCount(cell.value.count + 1))
            more.discard((place.table, place.gender))
    waited = questions.counts_held().line(report.unit, report.activity, report.period)
    assert waited
    actions.hand_in_counts(replace(report, cells=tuple(cells)), reason="En remiss hade glömts.", by=TERMINAL)
    actions.accept_counts(waited.asked, by=TERMINAL)


def test_a_publication_stays_as_it_was_read_when_counts_are_corrected_later(counted: Site):
    number = give_out()
    given = f"/uppfoljning/publicerat/{number}/fil/csv/"
    before = counted.economist.get(given).content
    correct_a_referral()
    assert "162" in words(counted.economist.get(INFLOW))
    assert counted.economist.get(given).content == before


def test_a_view_is_kept_renamed_taken_away_and_got_back(counted: Site):
    director = counted.as_(Role.DIRECTOR)
    page = director.post(
        "/uppfoljning/spara/",
        {"vy": "inflow-by-unit", "period": "2024-01..2024-08", "for": "forbundet", "utforare": "activera-molndal",
         "namn": "Bara Mölndal"},
        follow=True,
    )  # fmt: skip
    assert "Bara Mölndal" in words(page)
    [held] = questions.saved_views().held
    assert held.value.units == ("activera-molndal",)
    key, seen = held.key, held.number
    director.post("/uppfoljning/vyer/andra/", {"vy": key, "sedd": seen, "steg": "namn", "namn": "Mölndal"})
    [held] = questions.saved_views().held
    assert (held.key, held.value.name) == (key, "Mölndal")
    stale = director.post("/uppfoljning/vyer/andra/", {"vy": key, "sedd": seen, "steg": "bort"})
    assert stale.status_code == 422
    director.post("/uppfoljning/vyer/andra/", {"vy": key, "sedd": held.number, "steg": "bort"})
    assert questions.saved_views().held == ()
    gone = director.get("/uppfoljning/vyer/")
    assert "Borttagna vyer" in words(gone)
    [removed] = questions.saved_views().removed
    director.post("/uppfoljning/vyer/andra/", {"vy": key, "sedd": removed.number, "steg": "angra"})
    assert [one.value.name for one in questions.saved_views().held] == ["Mölndal"]
    assert key in director.get("/uppfoljning/").content.decode()


NEW = {"name": "Starter och avslut per utförare", "measures": ["starts", "exits"], "place": "unit", "division": ""}


def test_a_view_is_put_together_without_code(counted: Site):
    form = words(counted.economist.get("/uppfoljning/vyer/"))
    assert 0 < form.find("Antal") < form.find("Startade") < form.find("Andelar") < form.find("Avtalat och budgeterat")
    assert BY_KEY["starts"].definition in form, "what is chosen is explained"
    page = counted.economist.post("/uppfoljning/vyer/ny/", NEW, follow=True)
    assert "Starter och avslut per utförare" in words(page)
    assert "ACTivera Lerum" in words(page)


UNKEPT: tuple[tuple[dict[str, object], str], ...] = (
    ({"name": "!!!"}, "Vyn har inget namn"),
    ({"name": "Inflöde efter remittent och kön"}, "Det finns redan en vy"),
    ({"name": "Anna 19121212-1212"}, "personnummer"),
    ({"name": "Anna 121212.1212"}, "personnummer"),
    ({"measures": []}, "Välj minst ett mått"),
    ({"division": "source"}, "ingen indelning av måttet"),
)


def test_a_view_that_cannot_be_kept_says_why_and_keeps_what_was_typed(site: Site):
    for wrong, told in UNKEPT:
        page = site.economist.post("/uppfoljning/vyer/ny/", {**NEW, **wrong})
        assert page.status_code == 422
        assert told in words(page)
        assert questions.saved_views().held == ()
        if "name" not in wrong:
            assert NEW["name"] in page.content.decode()


def test_what_left_in_a_report_is_in_the_register_and_read_there(counted: Site):
    view = replace(shipped_views()["inflow"], key="report-interim", name="Delårsrapport", measures=(), by=())
    signs = signs_of(
        questions.statistics_of(shipped_views()["inflow"], PERIOD, Audience.PUBLIC).shown.publication.cells
    )
    release = Release(view, PERIOD, Audience.PUBLIC, "Delårsrapport", 1, signs, (shipped_views()["inflow"],))
    say(PUBLISHED, "report-interim:public:1", PERIOD, release, by=TERMINAL)
    [given] = questions.publications_held()
    page = counted.as_(Role.BOARD).get(f"/uppfoljning/publicerat/{given.number}/")
    assert "Utlämnat tillsammans, i en rapport: Inflöde efter remittent och kön" in words(page)
    assert "/rapporter/" in links(page)
    assert counted.as_(Role.BOARD).get(f"/uppfoljning/publicerat/{given.number}/fil/csv/").status_code == 404
