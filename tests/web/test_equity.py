"""Eget kapital and Balanskrav: the path, the calculation, a form for each thing, and what was said before."""

import pytest
from tests.questions.demo_books import planned_in
from tests.visiting import Site
from tests.web.books import links, words
from tests.web.plan_books import with_register

from samordna.access.models import Role, TrailEntry
from samordna.office import questions

PAGE, JUDGED = "/eget-kapital/", "/eget-kapital/balanskrav/"
FLOOR = {"kind": "floor", "since": "2024-01-01", "amount": "2 000 000", "share": "", "source": "Styrelsen § 2"}
GROUNDS = {"year": "2024", "occasion": "budget", "reason": "Stort eget kapital", "decision": "Styrelsen § 3"}
GAIN = {"year": "2024", "kind": "gains", "amount": "50 000", "source": "Not 2"}
EARLIER = {"year": "2021", "amount": "300 000", "source": "Årsredovisning 2021"}
PLAN = {"year": "2024", "first": "100 000", "second": "", "third": "50 000", "decision": "Styrelsen § 4"}


def said():
    return questions.plan_held()


def post(site: Site, to: str, **fields: object):
    return site.economist.post(to, {"sedd": "0", **fields}, follow=True)


def test_before_anything_is_read_the_pages_say_what_to_do_and_take_limits_all_the_same(site: Site):
    for address in (PAGE, JUDGED):
        page = site.economist.get(address)
        assert page.status_code == 200
        assert "/inlasning/" in links(page)
    assert "2 000 000 kr" in words(post(site, f"{PAGE}grans/", **FLOOR))


def test_a_layout_that_leads_to_no_result_says_what_is_missing(site: Site):
    with_register()
    page = site.economist.get(f"{PAGE}?uppstallning=lkbr")
    assert "Golv och tak" in words(page)


def test_a_limit_is_entered_changed_and_taken_back_and_what_it_was_is_shown(site: Site):
    planned_in("insjoriket")
    page = post(site, f"{PAGE}grans/", **FLOOR)
    assert "Gränsen är sparad." in words(page)
    [floor] = said().plan.limits.floors
    assert (floor.amount, floor.source) == (2_000_000_00, "Styrelsen § 2")
    thing = next(one for one in questions.limits_said() if one.key.startswith("floor"))
    sak = f"{thing.key}|{thing.period}"
    page = post(site, f"{PAGE}grans/", sak=sak, sedd=thing.seen, amount="", share="15", source="Styrelsen § 9")
    assert "15 procent av årets bidrag" in words(page)
    assert "Tidigare 2 000 000 kr, Ekonom" in words(page)
    late = post(site, f"{PAGE}grans/", sak=sak, sedd=thing.seen, amount="", share="16", source="Styrelsen § 9")
    assert late.status_code == 422
    assert "ändrade detta" in words(late)
    seen = next(one for one in questions.limits_said() if one.key.startswith("floor")).seen
    page = post(site, f"{PAGE}grans/", sak=sak, sedd=seen, steg="bort")
    assert "Borttaget av Ekonom" in words(page)
    assert said().plan.limits.floors == ()


@pytest.mark.parametrize(
    ("to", "fields", "told"),
    [
        (f"{PAGE}grans/", {**FLOOR, "amount": ""}, "varken belopp eller andel"),
        (f"{PAGE}grans/", {**FLOOR, "share": "tjugo"}, "”tjugo” är ingen procentsats: skriv procent med siffror"),
        (f"{PAGE}grans/", {**FLOOR, "amount": "-5"}, "är mindre än noll"),
        (f"{PAGE}grans/", {**FLOOR, "since": "igår"}, "giltigt datum"),
        (f"{PAGE}grans/", {**FLOOR, "source": "19121212-1212"}, "personnummer"),
        (f"{JUDGED}justering/", {**GAIN, "amount": "-5"}, "är mindre än noll"),
        (f"{JUDGED}justering/", {**GAIN, "year": "24"}, "större än eller lika med 1994"),
        (f"{JUDGED}skal/", {**GROUNDS, "decision": ""}, "Detta fält måste fyllas i"),
        (f"{JUDGED}tidigare/", {**EARLIER, "amount": "0"}, "är inget belopp att återställa"),
        (f"{JUDGED}atgardsplan/", {**PLAN, "first": "", "third": ""}, "Åtgärdsplanen återställer inget."),
        (f"{JUDGED}atgardsplan/", {**PLAN, "second": "-7"}, "mindre än noll"),
    ],
)
def test_what_cannot_be_is_told_at_the_field_and_what_was_typed_is_kept(site: Site, to, fields, told):
    page = post(site, to, **fields)
    assert page.status_code == 422
    assert told in words(page)
    typed = next(value for name, value in fields.items() if name in {"reason", "source", "year"})
    assert f'value="{typed}"' in page.content.decode() or typed in page.content.decode()


def test_what_the_requirement_is_judged_by_is_entered_and_changes_the_calculation(site: Site):
    planned_in("sjuharad")
    assert "-963 000" in words(site.economist.get(JUDGED))
    page = post(site, f"{JUDGED}justering/", **GAIN)
    assert "-1 013 000" in words(page)
    assert "2024: samtliga realisationsvinster" in words(page)
    page = post(site, f"{JUDGED}tidigare/", **EARLIER)
    assert "2021, senast 2024" in words(page)
    assert "skulle ha återställts senast 2024" in words(page)
    thing = questions.requirement_said().plans[0]
    sak = f"{thing.key}|{thing.period}"
    page = post(site, f"{JUDGED}atgardsplan/", sak=sak, sedd=thing.seen, **{**PLAN, "year": ""})
    assert "Åtgärdsplanen återställer 150 000 kr av 1 013 000 kr." in words(page)
    assert "Tidigare 2025: 400 000 kr; 2026: 563 000 kr, terminalen" in words(page)
    page = post(site, f"{JUDGED}atgardsplan/", sak=sak, sedd=questions.requirement_said().plans[0].seen, steg="bort")
    assert "varken åtgärdsplan eller synnerliga skäl" in words(page)
    page = post(site, f"{JUDGED}skal/", **{**GROUNDS, "occasion": "result"})
    assert "Underskottet återställs inte av synnerliga skäl: Stort eget kapital (Styrelsen § 3)." in words(page)


def test_a_thing_that_is_not_there_cannot_be_taken_back(site: Site):
    page = post(site, f"{JUDGED}skal/", sak="finns inte", steg="bort")
    assert "Det som formuläret gäller finns inte." in words(page)


def test_the_board_sees_the_pages_without_forms(site: Site):
    planned_in("sjuharad")
    board = site.as_(Role.BOARD)
    for address in (PAGE, JUDGED):
        page = board.get(address)
        assert page.status_code == 200
        assert "<summary>Ändra" not in page.content.decode()
        assert 'name="sedd"' not in page.content.decode()
    assert board.post(f"{PAGE}grans/", FLOOR).status_code == 403


def test_every_figure_leads_to_what_it_is_made_of(site: Site):
    planned_in("sjuharad")
    for address, least in ((PAGE, 10), (JUDGED, 20)):
        figures = [link for link in links(site.economist.get(address)) if "/siffra/" in link]
        assert len(figures) >= least
        for link in figures:
            page = site.economist.get(link)
            assert page.status_code == 200, link
            assert "Vad siffran är" in words(page)
    page = site.economist.get(f"{PAGE}siffra/equity-path/2024/equity/")
    assert "2 075" in words(page)
    assert "Eget kapital vid årets början och årets resultat." in words(page)
    assert site.economist.get(f"{PAGE}siffra/equity-path/1999/equity/").status_code == 404
    assert site.economist.get(f"{JUDGED}siffra/finns-inte/left/amount/").status_code == 404


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "docx", "csv", "json"])
@pytest.mark.parametrize(("page", "name"), [(PAGE, "Eget kapital"), (JUDGED, "Balanskrav")])
def test_files_leave_in_every_format_and_the_trail_says_so(site: Site, page, name, ending):
    planned_in("insjoriket")
    answer = site.economist.get(f"{page}fil/{ending}/")
    assert answer.status_code == 200
    assert len(answer.content) > 200
    assert TrailEntry.objects.last().subject.startswith(f"{name} jan–aug 2024")
    assert site.economist.get(f"{page}fil/exe/").status_code == 404


def test_the_state_of_the_allotments_stays_in_the_address(site: Site):
    planned_in("sjuharad")
    page = site.economist.get(f"{PAGE}?tilldelning=requested")
    assert f"{PAGE}fil/pdf/?tilldelning=requested" in links(page)
    assert f"{PAGE}siffra/equity-path/2024/equity/?tilldelning=requested" in links(page)


@pytest.mark.parametrize("page", [PAGE, JUDGED])
def test_an_address_that_cannot_be_understood_is_told_with_what_to_choose(site: Site, page):
    planned_in("sjuharad")
    answer = site.economist.get(f"{page}?period=nyss")
    assert answer.status_code == 422
    assert "Adressen säger ingen period" in words(answer)
