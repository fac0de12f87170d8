"""En utförare: counts for those inside only, what is agreed against what is told, and what was agreed at meetings."""

import re

import pytest
from tests.actions.telling import tell
from tests.activities.some import NORTH, STEP, agreed
from tests.visiting import Site
from tests.web.books import links, words

from samordna.access.models import Role
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL

PAGE, MEETINGS = "/utforare/enhet-norr/?ar=2024", "/utforare/enhet-norr/moten/?ar=2024"
ACTION = {
    "sedd": "0",
    "day": "2024-09-10",
    "agreed": "Korta väntetiden",
    "who": "unit-manager",
    "by_when": "2024-11-01",
}


@pytest.fixture
def told(site: Site) -> Site:
    """A performer with something agreed, and counts."""
    actions.add_activity(STEP, by=TERMINAL)
    actions.agree_number(agreed(36), by=TERMINAL)
    tell("Enhet Norr", {"referrals": (9, 8), "starts": (7, 5), "participants": (9, 7), "measured_once": (6, 2)})
    return site


def post(site: Site, **said: str):
    return site.economist.post(MEETINGS, said, follow=True)


def line(page) -> tuple[str, str]:
    """Return the journal's line and the key of the first thing that was agreed."""
    found = re.search(
        r'name="sedd" value="(\d+)"><input type="hidden" name="rad" value="([^"]+)"', page.content.decode()
    )
    assert found
    return found[1], found[2]


def test_those_inside_see_the_counts_as_they_are(told: Site):
    page = words(told.as_(Role.DIRECTOR).get(PAGE))
    assert "Inkomna remisser 9 8 0 17" in page
    assert "Mätta minst en gång 8 50 %" in page
    assert "Starter 36 24 12 -12 33 %" in page
    assert "Kostnad per person" in page
    assert "Per startad" in page


@pytest.mark.parametrize("role", [Role.BOARD, Role.AUDITOR])
def test_the_others_see_the_page_without_them_and_are_told_why(told: Site, role: Role):
    page = words(told.as_(role).get(PAGE))
    assert "Antalen visas bara för ekonom och förbundschef: så små antal kan peka ut någon." in page
    assert "Inkomna remisser" not in page
    assert "Kostnad per person" not in page
    assert "Kostnad per person" not in words(told.as_(role).get("/insatser/steget/?ar=2024"))
    for ending in ("csv", "json"):
        file = told.as_(role).get(f"/utforare/enhet-norr/{ending}/?ar=2024").content.decode()
        assert "Inkomna remisser" not in file


def test_the_activity_has_the_cost_with_its_number_and_says_why_there_is_none(told: Site):
    page = words(told.economist.get("/insatser/steget/?ar=2024"))
    assert "Kostnad per person" in page
    assert "Inget är bokfört för de månader som antalen gäller." in page
    file = told.economist.get("/utforare/enhet-norr/csv/?ar=2024").content.decode()
    assert "Inkomna remisser" in file


def test_a_unit_that_has_told_nothing_is_told_of(told: Site):
    page = words(told.economist.get("/utforare/enhet-soder/?ar=2024"))
    assert "Inga siffror från enheten är godtagna 2024." in page


def test_what_was_agreed_is_entered_ticked_off_undone_and_taken_back(told: Site):
    assert "Inget är antecknat från uppföljningsmöten." in words(told.economist.get(PAGE))
    page = post(told, **ACTION)
    assert page.redirect_chain[-1][0].endswith("#moten")
    assert "Senaste mötet 10 september 2024" in words(page)
    assert "försenat" in words(page)
    seen, key = line(page)
    page = post(told, sedd=seen, rad=key, steg="klart")
    assert re.search(r"klart \d{4}-\d{2}-\d{2}", words(page))
    seen, _ = line(page)
    page = post(told, sedd=seen, rad=key, steg="ogjort")
    assert "Det återstår igen." in words(page)
    seen, _ = line(page)
    page = post(told, sedd=seen, rad=key, steg="bort")
    assert "Borttaget av Ekonom" in words(page)
    seen = re.search(r'name="sedd" value="(\d+)"><input type="hidden" name="rad" value="' + key, page.content.decode())[
        1
    ]
    assert "Det är tillbaka." in words(post(told, sedd=seen, rad=key, steg="ater"))
    assert len(questions.activities_held().meetings) == 1


def test_a_line_is_changed_and_what_another_has_changed_is_not_written_over(told: Site):
    page = post(told, **ACTION)
    seen, key = line(page)
    changed = {**ACTION, "sedd": seen, "rad": key, "agreed": "Korta den till två veckor", "steg": "spara"}
    assert "Korta den till två veckor" in words(post(told, **changed))
    again = post(told, **{**changed, "agreed": "Något annat"})
    assert again.status_code == 422
    assert "Något annat" in again.content.decode()
    assert questions.activities_held().meetings[0].value.agreed == "Korta den till två veckor"


@pytest.mark.parametrize(
    ("wrong", "told_at"),
    [
        ({"agreed": "Ring 19640823-3234"}, "personnummer"),
        ({"by_when": "2024-09-01"}, "är före mötet"),
        ({"agreed": ""}, "Vad som bestämdes"),
        ({"day": "igår"}, "Mötesdag"),
    ],
)
def test_what_is_wrong_stands_at_the_form_and_what_was_typed_is_kept(told: Site, wrong: dict[str, str], told_at: str):
    page = post(told, **{**ACTION, **wrong})
    assert page.status_code == 422
    assert told_at in words(page)
    assert questions.activities_held().meetings == ()
    assert "2024-11-01" in page.content.decode() or "by_when" in wrong


def test_the_board_reads_what_was_agreed_and_changes_nothing(told: Site):
    post(told, **ACTION)
    page = told.as_(Role.BOARD).get(PAGE)
    assert "Korta väntetiden" in words(page)
    assert "Klart i dag" not in words(page)
    assert told.as_(Role.BOARD).post(MEETINGS, ACTION).status_code == 403


def test_a_performer_that_is_not_there_has_no_page(told: Site):
    assert told.economist.post("/utforare/ingen/moten/", ACTION).status_code == 404


def test_the_performer_is_one_of_the_activitys(told: Site):
    assert NORTH.unit in words(told.economist.get("/utforare/?ar=2024"))


def test_every_figure_leads_to_what_it_is(told: Site):
    page = told.as_(Role.DIRECTOR).get(PAGE)
    addresses = [one for one in links(page) if "/siffra/" in one]
    assert len(addresses) > 10
    figure = told.as_(Role.DIRECTOR).get(next(one for one in addresses if "rad=referrals&kolumn=total" in one))
    assert "17" in words(figure)
    assert "Remisser och intresseanmälningar som kom in under perioden" in words(figure)
    assert told.as_(Role.BOARD).get(addresses[0]).status_code == 404, "counts are for those inside"
    activity = told.as_(Role.DIRECTOR).get("/insatser/steget/?ar=2024")
    cost = [one for one in links(activity) if one.startswith("/insatser/steget/siffra/")]
    [share] = [one for one in addresses if "tabell=path" in one and "kolumn=share" in one]
    assert "Startade 12 " in words(told.as_(Role.DIRECTOR).get(share)), "of how many it is a share is told in persons"
    assert "Enhet Norr, Startade (n)" in words(told.as_(Role.DIRECTOR).get(cost[0]))
