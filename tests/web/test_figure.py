"""A figure is pressed: its page, and the panel beside where it stands."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from tests.questions import demo_books
from tests.renderers.test_pdf import text_of
from tests.visiting import Site
from tests.web.books import headings, links, take, words

from samordna.access.models import Role
from samordna.domain.plan.register import BudgetLine
from samordna.domain.values.period import Period
from samordna.office import actions, questions

FIGURE = "/siffra/income/resultat/actual/"


@pytest.fixture
def read_in(site: Site) -> Site:
    take(2023, 2024)
    return site


def test_every_role_is_told_what_a_figure_is(read_in: Site):
    for role in Role:
        page = read_in.as_(role).get("/siffra/income/kostnader/actual/")
        assert page.status_code == 200
        assert [text for _, text in headings(page)] == [
            "Verksamhetens kostnader",
            "Vad siffran är",
            "Konton",
            "Utfall per månad",
            *(["Kommentar"] if role in {Role.ECONOMIST, Role.DIRECTOR} else []),
            "Var beloppen kommer ifrån",
        ]
        told = words(page)
        assert "Konton som börjar på 4–7, utom konton som börjar på 79." in told
        assert "Det som är bokfört januari–december 2024." in told
        assert "Visas med omvänt tecken" in told
        assert "Inläsning 2 2024-1.se terminalen" in told
        assert "/inlasning/2/" in links(page)


def test_a_sum_leads_to_its_lines_and_they_to_their_accounts(read_in: Site):
    page = read_in.economist.get(f"{FIGURE}?enhet=tkr")
    assert "/siffra/income/kostnader/actual/?enhet=tkr" in links(page)
    line = read_in.economist.get("/siffra/income/kostnader/actual/?enhet=tkr")
    account = next(address for address in links(line) if address.startswith("/konto/5010/"))
    assert account.startswith("/konto/5010/?period=2024-01..2024-12&inlasning=2&fran=/siffra/income/kostnader/actual/")
    shown = read_in.economist.get(account)
    assert shown.status_code == 200
    assert links(shown)[links(shown).index("/siffra/income/kostnader/actual/?enhet=tkr")]
    assert "Tillbaka till siffran" in words(shown)


def test_a_month_leads_to_the_same_figure_of_that_month_alone(read_in: Site):
    page = read_in.economist.get(FIGURE)
    month = f"{FIGURE}?period=2024-03"
    assert month in links(page)
    assert "Det som är bokfört mars 2024." in words(read_in.economist.get(month))


def test_the_page_leads_back_to_the_row_it_came_from(read_in: Site):
    page = read_in.economist.get(f"{FIGURE}?enhet=tkr")
    assert "/rakenskaper/resultat/?enhet=tkr#rad-income-resultat" in links(page)
    statement = read_in.economist.get("/rakenskaper/resultat/?enhet=tkr")
    assert 'id="rad-income-resultat"' in statement.content.decode()


@pytest.mark.parametrize(
    "path", [FIGURE, "/konto/1930/", "/siffra/keyfigures/anstallda/actual/", "/siffra/balance/sum_tillgangar/actual/"]
)
def test_in_the_panel_only_the_content_is_sent(read_in: Site, path: str):
    headers = {"HX-Request": "true", "HX-Target": "panel"}
    page = read_in.as_(Role.ECONOMIST).get(path)
    panel = read_in.as_(Role.ECONOMIST, **headers).get(path)
    assert panel.status_code == 200
    text = panel.content.decode()
    assert 'id="panel-title"' in text
    assert "<html" not in text
    assert "<main" not in text
    assert len(text) < len(page.content.decode())
    assert [heading for level, heading in headings(panel) if level == 1] == []
    assert [text for _, text in headings(panel)] == [text for _, text in headings(page)]


def test_a_missing_figure_says_why_and_what_can_be_done(read_in: Site):
    page = read_in.economist.get("/siffra/keyfigures/anstallda/actual/")
    assert "Antal anställda är inte inlagt för januari–december 2024." in words(page)
    assert "för raden keyfigures:anstallda och januari–december 2024" in words(page)
    later = "/siffra/income/kostnader/previous/?period=2023-01..2023-12"
    assert read_in.economist.get(later).status_code == 404  # a column with nothing to show is left out of the table


def test_a_period_before_the_books_is_for_the_economist_to_read_in(read_in: Site):
    path = "/siffra/income/kostnader/previous/?period=2024-01&jamfor=2022-01&uppstallning=insjoriket"
    told = read_in.economist.get(path)
    assert "Januari 2022 är inte inläst." in words(told)
    assert "Läs in en fil som omfattar perioden." in words(told)
    assert "Läs in bokföring" in words(told)
    board = read_in.as_(Role.BOARD).get(path)
    assert "Be ekonomen läsa in en fil som omfattar perioden." in words(board)
    assert "Läs in bokföring" not in words(board)


@pytest.mark.parametrize(
    "path",
    [
        "/siffra/x/resultat/actual/",
        "/siffra/income/x/actual/",
        "/siffra/income/resultat/x/",
        "/siffra/income/%00/actual/",
        "/siffra/../../x/",
    ],
)
def test_a_figure_that_is_not_there_is_a_page_that_says_so(read_in: Site, path: str):
    page = read_in.economist.get(path)
    assert page.status_code == 404


def test_without_books_there_are_no_figures(site: Site):
    page = site.economist.get(FIGURE)
    assert page.status_code == 404
    assert "Ingen bokföring är inläst" in words(page)


PLANNED = "/siffra/cost-centres/1010/forecast/"
PERIOD = "?period=2024-01..2024-08"
YEAR = Period(202401, 202412)


@pytest.fixture
def planned(site: Site) -> Site:
    demo_books.planned_in("sjuharad")
    return site


def test_a_forecast_says_who_said_it_and_what_was_said_before(planned: Site):
    director = planned.actor(Role.DIRECTOR)
    actions.enter_forecast(YEAR, "1010", 180_000_000, comment="Ny hyra.", by=director)
    page = planned.as_(Role.BOARD).get(PLANNED + PERIOD)
    told = words(page)
    assert "Gäller 1 800 000 kr Ny hyra. Förbundschef" in told
    assert "1 780 000 kr Tjänster och hyra enligt budget terminalen" in told
    assert f"/prognos/{PERIOD}#rad-prognos-1010" in links(page)


def test_a_budget_says_on_which_decision_it_rests(planned: Site):
    told = words(planned.economist.get("/siffra/cost-centres/1010/budget/"))
    budget = questions.plan_held().plan.budget_of(YEAR)
    decision = [revision.decision for revision, number in budget.numbers() if number.row == "1010"][-1]
    assert f"Gäller 1 780 000 kr {decision.told}: {decision.reason}" in told


def test_contributions_say_what_each_party_pays(site: Site):
    demo_books.planned_in("insjoriket")
    told = words(site.economist.get("/siffra/income/intakter/forecast/"))
    assert told.count("Tilldelning 2024 terminalen") == 7


def test_a_planned_figure_that_is_missing_leads_to_where_it_is_said(planned: Site):
    actions.put_row(BudgetLine("nytt", "Nytt", questions.plan_held().plan.register.groups[0].id), by=actions.TERMINAL)
    page = planned.economist.get("/siffra/cost-centres/nytt/forecast/")
    assert "Prognosen görs per kostnadsställe under Prognos." in words(page)
    assert "lägger in den, med källa" not in words(page)
    assert "/prognos/?period=2024-01..2024-12" in links(page)
    board = words(planned.as_(Role.BOARD).get("/siffra/cost-centres/total/forecast/"))
    assert "Ekonomen eller förbundschefen gör det." in board
    heading = words(planned.economist.get("/prognos/"))
    assert "Nytt saknas ! Saknas Inget är bokfört, avtalat eller budgeterat" in heading.replace(
        "Saknas I", "! Saknas I"
    )
    assert "Summa Verksamhet saknas" in heading
    assert "Eget kapital vid årets slut saknas" in words(planned.economist.get("/"))


def test_a_comment_becomes_a_note_of_the_table_in_every_format_and_is_taken_away_by_emptying(
    planned: Site, tmp_path: Path
):
    address = f"{PLANNED}kommentar/{PERIOD}"
    answer = planned.economist.post(address, {"kommentar": "Hyran höjs i oktober.", "seen": "0"})
    assert answer.status_code == 302
    assert answer["Location"] == f"/rakenskaper/uppfoljning/{PERIOD}#rad-cost-centres-1010"
    table = f"/rakenskaper/uppfoljning/{PERIOD}"
    assert "Hyran höjs i oktober." in words(planned.as_(Role.BOARD).get(table))
    assert "Hyran höjs i oktober." not in words(
        planned.economist.get("/rakenskaper/uppfoljning/?period=2024-01..2024-07")
    )
    word = planned.economist.get(f"/rakenskaper/uppfoljning/docx/{PERIOD}").content
    assert "Hyran höjs i oktober." in zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").decode()
    pdf = planned.economist.get(f"/rakenskaper/uppfoljning/pdf/{PERIOD}").content
    assert "Hyran höjs i oktober." in text_of(pdf, tmp_path)
    page = planned.economist.get(PLANNED + PERIOD)
    assert "Hyran höjs i oktober. Ekonom" in words(page)
    seen = re.search(r'name="seen" value="(\d+)"', page.content.decode())[1]
    planned.economist.post(address, {"kommentar": "", "seen": seen})
    assert "Hyran höjs" not in words(planned.economist.get(table))
    assert "Tidigare kommentarer" in words(planned.economist.get(PLANNED + PERIOD))


def test_a_comment_that_cannot_be_kept_is_told_where_it_was_typed(planned: Site):
    address = f"{PLANNED}kommentar/{PERIOD}"
    planned.as_(Role.DIRECTOR).post(address, {"kommentar": "Hennes.", "seen": "0"})
    answer = planned.economist.post(address, {"kommentar": "Min.", "seen": "0"})
    assert answer.status_code == 422
    assert "ändrade detta" in words(answer)
    assert ">Min.</textarea>" in answer.content.decode()
    who = planned.economist.post(address, {"kommentar": "Gäller 19121212-1212.", "seen": "0"})
    assert who.status_code == 422
    assert planned.economist.post("/siffra/income/finnsinte/actual/kommentar/", {"kommentar": "x"}).status_code == 404
    assert "Kommentera siffran" not in words(planned.as_(Role.BOARD).get(PLANNED + PERIOD))
