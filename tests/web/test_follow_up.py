"""Kostnadsställen: forecasts are written in the follow-up, what follows from them is answered, and two persons lose
nothing."""

import html
import json
import re

import pytest
from tests.questions.demo_books import read_in
from tests.visiting import Site
from tests.web.books import links, take, words
from tests.years.plans import input_files

from samordna.access.models import Role, TrailEntry
from samordna.domain.plan.forecast import ForecastNumber
from samordna.domain.plan.register import CostCentre
from samordna.domain.values.period import Period
from samordna.office import actions
from samordna.office.actions import TERMINAL
from samordna.office.questions import plan_held

YEAR = Period(202401, 202412)
QUERY = "?period=2024-01..2024-08"
PAGE = f"/kostnadsstallen/{QUERY}"
SAVE = f"/kostnadsstallen/spara/{QUERY}&tabell=cost-centres"
COMMENT = "prognoskommentar"


@pytest.fixture
def sjuharad(site: Site) -> Site:
    """Return the site of an association with Sjuhärad's books and plan in it."""
    return _association(site, "sjuharad")


@pytest.fixture
def insjoriket(site: Site) -> Site:
    """Return the same of Insjöriket, whose costs are plus and whose cost centres stand in groups."""
    return _association(site, "insjoriket")


def _association(site: Site, name: str) -> Site:
    read_in(name)
    actions.take_plan(input_files(name), by=TERMINAL)
    return site


def shown(site: Site, address: str = PAGE, role: Role = Role.ECONOMIST) -> dict[tuple[str, str], tuple[str, int]]:
    """Return the cells to write in by row and column: what they hold, and which line of the journal was seen."""
    page = site.as_(role).get(address).content.decode()
    fields = re.findall(
        r'<input type="text" size="\d+" name="(\S+) (\S+)" value="([^"]*)"[^>]* data-seen="(\d+)"', page
    )
    return {(row, column): (html.unescape(text), int(seen)) for column, row, text, seen in fields}


def saved(site: Site, row: str, value: str, column: str = "forecast", *, seen: int, **how: object):
    """Send a cell as the grid does, and return the answer's status and JSON."""
    role, to = how.get("role", Role.ECONOMIST), how.get("to", SAVE)
    sent = {"row": row, "column": column, "value": value, "seen": str(seen)}
    answer = site.as_(role).post(to, sent)
    return answer.status_code, answer.json()


def seen(site: Site, row: str, column: str = "forecast") -> int:
    return shown(site)[row, column][1]


def number(row: str) -> ForecastNumber | None:
    forecast = plan_held().plan.forecast_of(YEAR)
    return forecast.of(row) if forecast else None


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u2212", "-")


def test_before_anything_is_read_the_page_says_what_to_do(site: Site):
    for role in Role:
        page = site.as_(role).get("/kostnadsstallen/")
        assert "Ingen bokföring är inläst" in words(page)
        assert ("/inlasning/" in page.content.decode().partition("<main")[2]) is (role is Role.ECONOMIST)


def test_without_a_register_the_rows_are_the_ledgers_and_nothing_is_written(site: Site):
    take(2023, 2024)
    page = site.economist.get("/kostnadsstallen/")
    assert "inget register över kostnadsställen" in words(page)
    assert "data-grid" not in page.content.decode()
    assert "3001" in words(page)
    status, answer = saved(site, "3001", "5", to="/kostnadsstallen/spara/?tabell=cost-centres", seen=0)
    assert (status, answer["problem"]["found"]) == (422, "Cellen går inte att skriva i.")


def test_the_table_has_the_usual_columns_in_order_and_every_figure_leads_to_what_it_is(sjuharad: Site):
    page = sjuharad.economist.get(PAGE)
    heads = [
        plain(html.unescape(head))
        for head in re.findall(r'<th scope="col" class="[^"]+">([^<]+)</th>', page.content.decode())
    ]
    assert heads[:13] == [
        "Kst", "Kostnadsställe", "Utfall jan–aug 2024", "Ej bokfört jan–aug 2024", "Inkl. ej bokfört",
        "Budget jan–aug 2024", "Avvikelse mot periodens budget", "Prognos helår 2024", "Kommentar till prognosen",
        "Budget helår 2024", "Kvar av årets budget", "Utfall jan–aug 2023", "Kst",
    ]  # fmt: skip
    figures = dict.fromkeys(address.partition("#")[0] for address in links(page) if address.startswith("/siffra/"))
    assert len(figures) > 100
    for address in [*figures][::17]:
        assert sjuharad.economist.get(address).status_code == 200, address
    for column in ("budget_period", "variance", "remaining", "forecast"):
        address = next(one for one in figures if f"/3011/{column}/" in one)
        assert sjuharad.economist.get(address).status_code == 200, address


def test_who_may_not_write_reads_the_same_table_with_the_comments_below(sjuharad: Site):
    page = sjuharad.as_(Role.BOARD).get(PAGE)
    assert '<input type="text" size' not in page.content.decode()
    assert "Personalkostnader knutna till projektet VILJA" in words(page)
    assert shown(sjuharad, role=Role.DIRECTOR).keys() == shown(sjuharad).keys()


def test_columns_are_chosen_in_the_address_and_kept_in_the_files(sjuharad: Site):
    asked = sjuharad.economist.get(f"{PAGE}&kolumner=budget&kolumner=actual")
    assert asked.headers["Location"] == f"{PAGE}&kolumner=budget,actual"
    page = sjuharad.economist.get(asked.headers["Location"])
    assert shown(sjuharad, asked.headers["Location"]) == {}
    told = words(page)
    assert "Budget helår 2024" in told
    assert "Prognos helår 2024 " not in told.partition("Nettokostnad och finansnetto")[2]
    content = sjuharad.economist.get(f"/kostnadsstallen/fil/csv/{QUERY}&kolumner=budget,actual").content.decode()
    assert ("Budget helår 2024" in content, "Prognos helår 2024" in content) == (True, False)


@pytest.mark.parametrize("query", ["?kolumner=finnsinte", "?period=2030-01", "?enhet=euro", "?period=x"])
def test_an_address_that_cannot_be_shown_is_told_with_what_can_be_chosen(sjuharad: Site, query: str):
    page = sjuharad.economist.get(f"/kostnadsstallen/{query}")
    assert page.status_code == 422
    assert "Det här går inte att visa" in words(page)
    assert 'name="period"' in page.content.decode()


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "docx", "csv", "json"])
def test_what_is_shown_is_taken_out_with_its_notes_and_the_trail_says_who(sjuharad: Site, ending: str):
    file = sjuharad.as_(Role.AUDITOR).get(f"/kostnadsstallen/fil/{ending}/{QUERY}")
    assert file["Content-Disposition"].startswith("attachment")
    if ending in {"csv", "json"}:
        assert "Avräknat projektfinansiering" in file.content.decode()
        assert "Höstens utbildningar enligt plan" in file.content.decode()
    entry = TrailEntry.objects.filter(deed="export").last()
    assert (entry.by, entry.new["format"]) == (sjuharad.users[Role.AUDITOR], ending)
    assert sjuharad.economist.get("/kostnadsstallen/fil/odt/").status_code == 404


def test_a_number_is_saved_and_every_figure_that_follows_is_answered(sjuharad: Site):
    at = seen(sjuharad, "3011")
    status, answer = saved(sjuharad, "3011", "200 000", seen=at)
    assert status == 200
    forecast, comment = answer["cells"]
    assert plain(forecast["value"]) == "-200 000"
    assert forecast["seen"] == comment["seen"] > at
    assert comment["value"] == "Avtalad fast summa för året"
    totals = {total["id"]: plain(total["text"]) for total in answer["totals"]}
    assert totals["cost-centres.total.forecast"] == "-18 775 000", "19 185 less 410"
    assert answer["told"].startswith("Sparat kl ")
    assert number("3011") == ForecastNumber("3011", 200_000_00, "Avtalad fast summa för året", number("3011").proposal)
    assert plain(shown(sjuharad)["3011", "forecast"][0]) == "-200 000"


def test_a_groups_sum_and_the_whole_follow(insjoriket: Site):
    cell = shown(insjoriket)["201", "forecast"]
    assert plain(cell[0]) == "2 560 000"
    _, answer = saved(insjoriket, "201", "2 500 000", seen=cell[1])
    totals = {total["id"]: plain(total["text"]) for total in answer["totals"]}
    assert totals["cost-centres.sum%3Aactivera.forecast"] == "9 420 000"
    assert totals["cost-centres.total.forecast"] == "13 068 000"
    assert totals["cost-centres.201.actual"] == "1 697 114"


@pytest.mark.parametrize(
    ("typed", "kronor"),
    [
        ("600000", 600_000),
        ("−600 000", 600_000),
        ("-600 000 kr", 600_000),
        ("+600 000", -600_000),
        ("600 000,50", 600_000.5),
    ],
)
def test_a_number_has_the_sign_of_the_table_and_without_one_that_of_the_cell(sjuharad: Site, typed: str, kronor: float):
    assert saved(sjuharad, "3011", typed, seen=seen(sjuharad, "3011"))[0] == 200
    assert number("3011").amount == kronor * 100


def test_an_income_stays_an_income_when_no_sign_is_written(sjuharad: Site):
    to = f"/kostnadsstallen/spara/{QUERY}&tabell=projects"
    cell = shown(sjuharad)["3049", "forecast"]
    assert plain(cell[0]) == "2 770 000"
    status, answer = saved(sjuharad, "3049", "2 800 000", seen=cell[1], to=to)
    assert (status, number("3049").amount) == (200, -2_800_000_00)
    assert {one["id"]: plain(one["text"]) for one in answer["totals"]}["projects.netto.forecast"] == "230 000"


def test_thousands_are_typed_where_thousands_are_shown_and_the_same_again_changes_nothing(sjuharad: Site):
    to = SAVE + "&enhet=tkr"
    saved(sjuharad, "3011", "600 400", seen=seen(sjuharad, "3011"))
    before = plan_held().number
    assert plain(shown(sjuharad, PAGE + "&enhet=tkr")["3011", "forecast"][0]) == "-600"
    assert saved(sjuharad, "3011", "-600", seen=seen(sjuharad, "3011"), to=to)[0] == 200
    assert (plan_held().number, number("3011").amount) == (before, 600_400_00)
    saved(sjuharad, "3011", "601,5", seen=seen(sjuharad, "3011"), to=to)
    assert number("3011").amount == 601_500_00


def test_an_emptied_cell_goes_back_to_the_proposal_and_the_comment_stays_until_it_is_emptied(sjuharad: Site):
    _, answer = saved(sjuharad, "3011", "", seen=seen(sjuharad, "3011"))
    forecast, comment = answer["cells"]
    assert (plain(forecast["value"]), forecast["note"]) == ("-610 000", "Förslag: avtal")
    assert (comment["value"], comment["note"]) == ("Avtalad fast summa för året", "")
    _, answer = saved(sjuharad, "3011", " ", COMMENT, seen=comment["seen"])
    assert [one["value"] for one in answer["cells"]] == [forecast["value"], ""]
    assert number("3011") is None
    _, answer = saved(sjuharad, "3011", "500 000", seen=answer["cells"][0]["seen"])
    assert [one["note"] for one in answer["cells"]] == ["", "Kommentar saknas"]
    _, answer = saved(sjuharad, "3011", "−610 000", seen=answer["cells"][0]["seen"])
    assert answer["cells"][0]["note"] == "Förslag: avtal", "undone: the proposal stands, and follows the agreement"
    assert number("3011") is None


def test_a_comment_alone_keeps_the_proposed_number(sjuharad: Site):
    saved(sjuharad, "3011", "", seen=seen(sjuharad, "3011"))
    _, answer = saved(sjuharad, "3011", "Som avtalat", COMMENT, seen=seen(sjuharad, "3011"))
    assert [plain(one["value"]) for one in answer["cells"]] == ["-610 000", "Som avtalat"]
    assert not number("3011").is_own


@pytest.mark.parametrize("typed", ["sexhundra", "1.5", "12 tkr", "1 2,345", "=1+1"])
def test_what_is_no_number_is_told_at_the_cell_and_not_saved(sjuharad: Site, typed: str):
    before = plan_held().number
    status, answer = saved(sjuharad, "3011", typed, seen=seen(sjuharad, "3011"))
    assert status == 422
    assert answer["problem"]["place"].endswith("3011")
    assert typed in answer["problem"]["found"]
    assert "kronor" in answer["problem"]["remedy"]
    assert plan_held().number == before


def test_a_comment_that_points_at_a_person_is_refused(sjuharad: Site):
    status, answer = saved(sjuharad, "3011", "se 811228-9874", COMMENT, seen=seen(sjuharad, "3011"))
    assert status == 422
    assert "9874" not in json.dumps(answer)


def test_a_number_is_not_emptied_from_under_its_comment_where_nothing_is_proposed(sjuharad: Site):
    actions.put_row(_new_row("3099"), by=TERMINAL)
    saved(sjuharad, "3099", "50 000", seen=0)
    saved(sjuharad, "3099", "Startar i höst", COMMENT, seen=seen(sjuharad, "3099"))
    status, answer = saved(sjuharad, "3099", "", seen=seen(sjuharad, "3099"))
    assert (status, answer["problem"]["remedy"][:16]) == (422, "Töm kommentaren ")
    saved(sjuharad, "3099", "", COMMENT, seen=seen(sjuharad, "3099"))
    status, answer = saved(sjuharad, "3099", "", seen=seen(sjuharad, "3099"))
    assert (status, answer["cells"][0]["value"], number("3099")) == (200, "", None)
    assert {one["id"]: one["text"] for one in answer["totals"]}["cost-centres.total.forecast"] == "saknas"


def test_a_row_without_number_and_proposal_has_nothing_to_comment_on(sjuharad: Site):
    actions.put_row(_new_row("3099"), by=TERMINAL)
    cell = shown(sjuharad)["3099", "forecast"]
    assert cell == ("", 0)
    status, answer = saved(sjuharad, "3099", "varför", COMMENT, seen=0)
    assert (status, answer["problem"]["remedy"]) == (422, "Skriv prognosen först, och sedan kommentaren.")
    status, answer = saved(sjuharad, "3099", "50 000", seen=0)
    assert (status, number("3099").amount) == (200, 50_000_00)
    assert plain(answer["cells"][0]["value"]) == "-50 000"


def _new_row(code: str) -> CostCentre:
    group = plan_held().plan.register.row("3011").group
    return CostCentre(code, "Ny insats", group)


@pytest.mark.parametrize("sent", [{"row": "9999"}, {"column": "budget"}, {"row": "total"}])
def test_only_cells_to_write_in_are_written_in(sjuharad: Site, sent: dict[str, str]):
    cell = {"row": "3011", "column": "forecast", "value": "5", "seen": "0", **sent}
    before = plan_held().number
    assert sjuharad.economist.post(SAVE, cell).status_code == 422
    assert plan_held().number == before


def test_two_persons_in_different_rows_both_count(sjuharad: Site):
    cells = shown(sjuharad)
    saved(sjuharad, "3011", "600 000", seen=cells["3011", "forecast"][1])
    _, answer = saved(sjuharad, "3001", "6 000 000", seen=cells["3001", "forecast"][1], role=Role.DIRECTOR)
    totals = {total["id"]: plain(total["text"]) for total in answer["totals"]}
    assert totals["cost-centres.total.forecast"] == "-18 835 000", "both are in the sum"


def test_two_persons_in_one_cell_are_both_shown_and_one_of_them_chooses(sjuharad: Site):
    at = seen(sjuharad, "3011")
    saved(sjuharad, "3011", "600 000", seen=at, role=Role.DIRECTOR)
    status, answer = saved(sjuharad, "3011", "500 000", seen=at)
    assert status == 409
    assert plain(answer["cell"]["value"]) == "-600 000"
    assert answer["cell"]["by"] == sjuharad.users[Role.DIRECTOR].name
    assert answer["problem"]["found"].startswith(answer["cell"]["by"])
    assert number("3011").amount == 600_000_00
    assert saved(sjuharad, "3011", "500 000", seen=answer["cell"]["seen"])[0] == 200
    assert number("3011").amount == 500_000_00


def test_a_number_by_one_and_a_comment_by_the_other_on_a_row_both_stay(sjuharad: Site):
    at = seen(sjuharad, "3011")
    assert saved(sjuharad, "3011", "Lägre efter omförhandling", COMMENT, seen=at, role=Role.DIRECTOR)[0] == 200
    status, answer = saved(sjuharad, "3011", "600 000", seen=at)
    assert status == 200
    assert answer["cells"][1]["value"] == "Lägre efter omförhandling"
    assert (number("3011").amount, number("3011").comment) == (600_000_00, "Lägre efter omförhandling")
    status, answer = saved(sjuharad, "3011", "Annan orsak", COMMENT, seen=at)
    assert (status, answer["cell"]["value"]) == (409, "Lägre efter omförhandling")
    assert number("3011").comment == "Lägre efter omförhandling"


def test_what_another_took_back_meanwhile_is_told(sjuharad: Site):
    saved(sjuharad, "3011", "600 000", seen=seen(sjuharad, "3011"))
    at = seen(sjuharad, "3011")
    for column in ("forecast", COMMENT):
        saved(sjuharad, "3011", "", column, seen=at, role=Role.DIRECTOR)
    status, answer = saved(sjuharad, "3011", "500 000", seen=at)
    assert (status, plain(answer["cell"]["value"])) == (409, "-610 000")


def form(site: Site, changed: dict[str, str], *, held: dict | None = None, **extra: str):
    """Send the whole form as a browser without scripts does."""
    cells = held or {place: cell for place, cell in shown(site).items() if place[0] != "3047"}
    fields = {f"{column} {row}": text for (row, column), (text, _) in cells.items()}
    said = [[row, column, text, at] for (row, column), (text, at) in cells.items()]
    sent = {**fields, "shown": json.dumps(said), **changed, **extra}
    return site.economist.post(f"{PAGE}&tabell=cost-centres", sent)


def test_without_scripts_the_whole_form_is_sent_and_only_what_was_changed_is_saved(sjuharad: Site):
    before = plan_held().number
    answer = form(
        sjuharad, {"forecast 3011": "600 000", f"{COMMENT} 3011": "Omförhandlat", "forecast 3001": "6 000 000"}
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, PAGE)
    assert (number("3011").amount, number("3011").comment) == (600_000_00, "Omförhandlat")
    assert plan_held().number == before + 3
    assert "Inget var ändrat." in words(
        sjuharad.economist.post(f"{PAGE}&tabell=cost-centres", {"shown": "[]"}, follow=True)
    )


def test_without_scripts_what_could_not_be_saved_comes_back_as_it_was_typed(sjuharad: Site):
    held = shown(sjuharad)
    saved(sjuharad, "3001", "6 100 000", seen=held["3001", "forecast"][1], role=Role.DIRECTOR)
    changed = {"forecast 3011": "sexhundra", "forecast 3001": "6 000 000", "forecast 3005": "300 000"}
    answer = form(sjuharad, changed, held=held)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="sexhundra"' in page
    assert "”sexhundra” är inget belopp." in words(answer)
    assert "Behåll min" in words(answer)
    assert (number("3001").amount, number("3005").amount) == (6_100_000_00, 300_000_00)
    again = form(sjuharad, {}, held=held, take="forecast 3001")
    assert again.status_code == 302


def test_a_form_that_does_not_say_what_it_showed_is_refused(sjuharad: Site):
    answer = sjuharad.economist.post(f"{PAGE}&tabell=cost-centres", {"shown": "{"})
    assert answer.status_code == 422
    assert "säger inte vad tabellen visade" in words(answer)
    assert sjuharad.economist.post(f"{PAGE}&tabell=finnsinte", {"shown": "[]"}).status_code == 404


def test_each_saving_is_in_the_trail_with_what_stood_before(sjuharad: Site):
    saved(sjuharad, "3011", "600 000", seen=seen(sjuharad, "3011"))
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.refused, entry.by) == ("enter-forecast", False, sjuharad.users[Role.ECONOMIST])
    assert (plain(entry.old["amount"]), plain(entry.new["amount"])) == ("610 000,00 kr", "600 000,00 kr")
    saved(sjuharad, "3011", "x", seen=seen(sjuharad, "3011"))
    assert TrailEntry.objects.last().refused


def test_the_cells_of_a_comment_lead_to_where_it_is_written(sjuharad: Site):
    actions.comment_figure("cost-centres", "3011", "actual", Period(202401, 202408), "Inget fakturerat", by=TERMINAL)
    page = sjuharad.economist.get(PAGE)
    marks = [address for address in links(page) if address.endswith("#kommentar")]
    assert any("/cost-centres/3011/actual/" in address for address in marks)
    assert "3011 Aktiv Kraft Bollebygd, Utfall jan–aug 2024: Inget fakturerat" in words(page)
