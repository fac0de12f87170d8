"""Prognos on the screen: where the year is heading, each row's forecast and who says so, what was frozen, the form."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.questions.demo_books import planned_in
from tests.sources.budgets.forms import cells_of, written
from tests.visiting import Site, everything
from tests.web.books import links, take, words

from samordna.access.deeds import Deed
from samordna.access.models import Role, TrailEntry
from samordna.domain.plan.forecast import Ground
from samordna.domain.values.period import Period
from samordna.office import actions, questions

YEAR = Period(202401, 202412)
PERIOD = "?period=2024-01..2024-08"


@pytest.fixture
def planned(site: Site) -> Site:
    """Return the site of Sjuhärad with its books and its plan."""
    planned_in("sjuharad")
    return site


def row_of(key: str) -> questions.ForecastRow:
    row = questions.forecast_shown(YEAR).row(key)
    assert row is not None
    return row


def sent(key: str, **fields: str) -> dict[str, str]:
    return {"rad": key, "seen": str(row_of(key).seen), **fields}


def test_it_says_that_the_goal_is_reached_only_with_the_projects(planned: Site):
    for role in Role:
        told = words(planned.as_(role).get("/prognos/"))
        assert "Prognosen ger 1 875 tkr i eget kapital före projekten, målet är minst 2 000 tkr." in told
        assert "Säg att målet nås bara med projektens netto" in told
        assert "Kostnadsställen enligt uppföljningen -19 185 -19 685" in told


def test_figures_that_stand_in_a_statement_lead_there_and_the_others_say_how_they_were_found(planned: Site):
    page = planned.economist.get("/prognos/")
    places = [link for link in links(page) if link.startswith("/siffra/")]
    assert "/siffra/cost-centres/total/forecast/" in places
    assert "/siffra/keyfigures/mal_eget_kapital/actual/" in places
    assert all(planned.economist.get(place).status_code == 200 for place in places)
    told = words(page)
    assert (
        "Eget kapital vid årets slut minus det vid årets början. vid årets slut 2 075, vid årets början 3 038" in told
    )
    assert "vid årets början 3 038, bidragen 18 022, kostnadsställena -19 185" in told


def test_another_unit_is_in_the_address_and_so_are_older_imports(planned: Site):
    assert "3 037 883,49" in words(planned.economist.get("/prognos/?enhet=ore"))
    then = words(planned.economist.get("/prognos/?inlasningar=1&period=2023-01..2023-12"))
    assert "Så som det var känt då" in then
    assert "Rad för rad" not in then
    assert planned.economist.get("/prognos/?period=2024-13").status_code == 422


def test_each_row_says_who_made_its_number_and_what_else_could_be_proposed(planned: Site):
    told = words(planned.as_(Role.BOARD).get("/prognos/"))
    assert "1010 Kansli 1 780 000 ! Egen Tjänster och hyra enligt budget terminalen" in told.replace("Egen", "! Egen")
    assert "Som förra årets månader: 2 163 770 kr Förra året var" in told
    assert "I samma takt: 1 489 884 kr" in told
    assert "Enligt budgeten: 1 780 000 kr används" in told
    assert "Använd " not in told
    assert "Ändra eller" not in told


def test_a_number_with_a_comment_is_kept_and_told_in_the_trail(planned: Site):
    answer = planned.economist.post(
        f"/prognos/rad/{PERIOD}", sent("1001", belopp="255 000,50", kommentar="Två möten färre.")
    )
    assert (answer.status_code, answer["Location"]) == (302, f"/prognos/{PERIOD}#rad-prognos-1001")
    number = row_of("1001").number
    assert (number.amount, number.comment) == (25_500_050, "Två möten färre.")
    told = words(planned.economist.get("/prognos/"))
    assert "1001 Styrelse 255 000,50" in told
    assert "Tidigare 280 000: Samma takt som budgeterat" in told
    mine = TrailEntry.objects.filter(deed=Deed.ENTER_FORECAST.value, by=planned.users[Role.ECONOMIST], refused=False)
    assert mine.count() == 1


def test_what_is_no_amount_is_told_at_the_row_and_what_was_typed_stays(planned: Site):
    economist, before = planned.economist, everything()
    answer = economist.post("/prognos/rad/", sent("1001", belopp="många", kommentar="Vet inte."))
    assert answer.status_code == 422
    assert "”många” är inget belopp." in words(answer)
    assert 'value="många"' in answer.content.decode()
    assert ">Vet inte.</textarea>" in answer.content.decode()
    assert everything() == before


def test_what_stands_in_the_form_is_read_back_as_it_stands(planned: Site):
    page = planned.economist.get("/prognos/").content.decode()
    for key, amount in (("1010", "1\u00a0780\u00a0000"), ("3049", "\u22122\u00a0770\u00a0000")):
        assert f'value="{amount}"' in page
        before = row_of(key).number
        planned.economist.post("/prognos/rad/", sent(key, belopp=amount, kommentar=before.comment))
        after = row_of(key)
        assert (after.number.amount, after.number.comment) == (before.amount, before.comment)
        planned.economist.post("/prognos/rad/", sent(key, belopp=amount, kommentar=before.comment))
        assert row_of(key) == after


def test_two_persons_in_one_row_lose_nothing(planned: Site):
    late = sent("1001", belopp="300000", kommentar="Min.")
    actions.enter_forecast(YEAR, "1001", 29_000_000, comment="Hennes.", by=planned.actor(Role.DIRECTOR))
    answer = planned.economist.post("/prognos/rad/", late)
    assert answer.status_code == 422
    assert "ändrade detta" in words(answer)
    assert "Förbundschef" in words(answer)
    assert 'value="300000"' in answer.content.decode()
    assert row_of("1001").number.comment == "Hennes."
    again = planned.economist.post("/prognos/rad/", {**late, "seen": str(row_of("1001").seen)})
    assert again.status_code == 302
    assert row_of("1001").number.comment == "Min."


def test_a_proposal_is_used_by_a_button_and_the_first_of_them_takes_back_what_was_said(planned: Site):
    planned.economist.post("/prognos/rad/", sent("1001", grund="run-rate"))
    assert row_of("1001").number.amount == 18_150_000
    assert row_of("1001").number.comment == "Samma takt som budgeterat"  # a person's own comment stays
    planned.economist.post("/prognos/rad/", sent("1001", grund="last-year"))
    assert (row_of("1001").is_said, row_of("1001").ground) == (False, Ground.LAST_YEAR)
    planned.economist.post("/prognos/rad/", sent("1001", grund="run-rate"))
    assert row_of("1001").number.comment == row_of("1001").proposals[1].how
    assert planned.economist.post("/prognos/rad/", sent("1001", tillbaka="1")).status_code == 302
    assert not row_of("1001").is_said
    assert planned.economist.post("/prognos/rad/", sent("1001", grund="agreement")).status_code == 422
    assert planned.economist.post("/prognos/rad/", sent("1001", grund="stjärnorna")).status_code == 404
    assert planned.economist.post("/prognos/rad/", {"rad": "0000"}).status_code == 404


def test_a_forecast_is_frozen_for_an_occasion_and_stands_beside_todays(planned: Site):
    assert planned.economist.post("/prognos/frys/", {"tillfalle": " "}).status_code == 422
    answer = planned.economist.post("/prognos/frys/", {"tillfalle": "Styrelsen 12 september"})
    assert answer.status_code == 302
    planned.economist.post("/prognos/rad/", sent("1001", belopp="255000", kommentar="Två möten färre."))
    page = planned.as_(Role.BOARD).get("/prognos/")
    listed = words(page).partition("Frysta prognoser")[2]
    assert f"Styrelsen 12 september {timezone.localdate().isoformat()} Ekonom 18 985 000" in listed
    assert "/prognos/fryst/2024/1/" in links(page)
    told = words(planned.as_(Role.BOARD).get("/prognos/fryst/2024/1/"))
    assert "1001 Styrelse 280 000 255 000 -25 000" in told
    assert "Tillsammans 18 985 000 18 960 000 -25 000" in told
    assert planned.economist.get("/prognos/fryst/2024/2/").status_code == 404


def test_when_the_year_is_over_the_outcome_stands_beside_what_was_said(site: Site):
    planned_in("sjuharad")
    by = site.actor(Role.ECONOMIST)
    over = Period(202301, 202312)
    for row in questions.forecast_shown(over).rows:
        actions.enter_forecast(over, row.row.key, 100_000_00, comment="Gissat.", by=by)
    actions.freeze_forecast(over, "Bokslutet", by=by)
    told = words(site.economist.get("/prognos/fryst/2023/1/"))
    assert "Utfall Avvikelse Avvikelse, %" in told
    outcome = questions.accuracy_of(questions.plan_held().frozen[0].value)
    kansli = next(one for one in outcome if one.row == "1010")
    assert kansli.off == kansli.outcome - 100_000_00
    assert f"1010 Kansli 100 000 {kansli.outcome / 100:,.0f}".replace(",", " ") in told


def test_the_form_goes_out_as_it_stands_and_comes_back_filled_in(planned: Site):
    out = planned.economist.get(f"/prognos/blankett.xlsx{PERIOD}")
    assert out.status_code == 200
    assert "Prognosblankett" in out["Content-Disposition"]
    cells = cells_of(questions.forecast_form_of(YEAR))
    amount, comment = place_of(cells, "1001")
    filled = written({**cells, amount: 255_000, comment: "Två möten färre."})
    answer = planned.economist.post("/prognos/blankett/", {"blankett": SimpleUploadedFile("p.xlsx", filled)})
    assert (answer.status_code, answer["Location"]) == (302, f"/prognos/{PERIOD}#rader")
    assert (row_of("1001").number.amount, row_of("1001").number.comment) == (25_500_000, "Två möten färre.")
    assert len(row_of("1003").said) == 1  # a row that the form left as it stood is not touched


def test_an_old_form_takes_back_no_forecast_that_somebody_wrote_meanwhile(planned: Site):
    cells = cells_of(questions.forecast_form_of(YEAR))
    by = planned.actor(Role.DIRECTOR)
    actions.enter_forecast(YEAR, "1003", 1_000_00, comment="Nytt.", by=by)
    (amount, _), (other, _) = place_of(cells, "1001"), place_of(cells, "1003")
    planned.economist.post(
        "/prognos/blankett/", {"blankett": SimpleUploadedFile("p.xlsx", written({**cells, amount: 9}))}
    )
    assert (row_of("1001").number.amount, row_of("1003").number.amount) == (9_00, 1_000_00)
    late = SimpleUploadedFile("p.xlsx", written({**cells, other: 7}))
    answer = planned.economist.post("/prognos/blankett/", {"blankett": late})
    assert answer.status_code == 422
    assert f"cell {other}" in words(answer)
    assert f"{by.name} ändrade 1003" in words(answer)
    assert row_of("1003").number.amount == 1_000_00


def place_of(cells: dict[str, object], code: str) -> tuple[str, str]:
    """Return where the amount and the comment of a row stand in the form."""
    line = next(place[1:] for place, value in cells.items() if place[0] == "A" and str(value) == code)
    return f"D{line}", f"E{line}"


@pytest.mark.parametrize(
    ("name", "broken", "says"),
    [
        ("p.xlsx", lambda cells, amount: written({**cells, amount: "mycket"}), "är inget belopp"),
        ("p.xlsx", lambda cells, amount: written({**cells, f"A{amount[1:]}": "9999"}), "9999"),
        ("p.xlsx", lambda cells, _: written(cells, merged=("A20:B20",)), "A20"),
        ("p.xlsm", lambda cells, _: written(cells), "makro"),
        ("p.xlsx", lambda _cells, _: b"inget kalkylblad", "p.xlsx"),
        ("p.xlsx", lambda _cells, _: b"PK\x03\x04" + bytes(100_000_000), "MB"),
    ],
)
def test_a_broken_form_is_told_cell_by_cell_and_nothing_of_it_is_taken(planned: Site, name, broken, says):
    cells = cells_of(questions.forecast_form_of(YEAR))
    amount, _ = place_of(cells, "1001")
    economist, before = planned.economist, everything()
    file = SimpleUploadedFile(name, broken(cells, amount))
    answer = economist.post("/prognos/blankett/", {"blankett": file})
    assert answer.status_code == 422
    assert says in words(answer)
    assert everything() == before


def test_without_a_file_it_says_so(planned: Site):
    answer = planned.economist.post("/prognos/blankett/", {})
    assert answer.status_code == 422
    assert "Ingen fil är vald." in words(answer)


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "docx", "csv", "json"])
def test_it_is_taken_out_as_a_file_and_the_trail_says_so(planned: Site, ending: str):
    answer = planned.economist.get(f"/prognos/{ending}/{PERIOD}")
    assert answer.status_code == 200
    assert len(answer.content) > 400
    assert (
        TrailEntry.objects.filter(
            deed=Deed.EXPORT.value, subject__startswith="Vart året är på väg jan–aug 2024"
        ).count()
        == 1
    )
    assert planned.economist.get("/prognos/odt/").status_code == 404


def test_before_a_ledger_a_register_or_a_form_with_a_bridge_it_says_what_to_do(site: Site):
    assert "/inlasning/" in links(site.economist.get("/prognos/"))
    assert "Ekonomen läser in den." in words(site.as_(Role.BOARD).get("/prognos/"))
    take(2024)
    told = words(site.economist.get("/prognos/"))
    assert "Förbundet har inga kostnadsställen att följa än" in told


def test_a_layout_that_names_no_lines_says_so(site: Site):
    take(2024)
    _, text = questions.layout_file(2024)
    start, end = text.index("[bridge]"), text.index("[[statement]]")
    actions.take_layout_text(text[:start] + text[end:], by=site.actor(Role.ECONOMIST))
    for address in ("/prognos/", "/bryggan/"):
        page = site.economist.get(address)
        assert page.status_code == 200
        assert "Uppställningen säger inte vilka rader" in words(page)
        assert "/uppstallning/" in links(page)
