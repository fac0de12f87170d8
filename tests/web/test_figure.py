"""A figure is pressed: its page, and the panel beside where it stands."""

import pytest
from tests.visiting import Site
from tests.web.books import headings, links, take, words

from samordna.access.models import Role

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
