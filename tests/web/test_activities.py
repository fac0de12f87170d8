"""Insatser: the register, each activity with what is agreed and reported, and a page for each performer."""

import re
from dataclasses import replace

import pytest
from tests.activities.some import DAYS, NORTH, REGISTERED, STEP, agreed
from tests.activities.test_reported import EVENT, MEAN, REPORTED
from tests.visiting import Site
from tests.web.books import headings, links, words
from tests.web.plan_books import kept, with_register

from samordna.access.models import Role, TrailEntry
from samordna.domain.activities.agreed import Counted
from samordna.domain.activities.classification import Direction, EsfFinancing, FollowUpMethod
from samordna.domain.association.association import Association
from samordna.domain.association.members import Member, Party, PayingGroup
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL
from samordna.office.store import plan_rows

NEW = {
    "name": "Nya steget",
    "direction": "individual",
    "category": "individual.mapping",
    "other_category": "",
    "marks": ["men"],
    "parties": ["fk", "region"],
    "target_group": "Män som står långt från arbete",
    "youngest": "18",
    "oldest": "",
    "shortest": "",
    "longest": "12",
    "methods": "ACT, samtal ",
    "follow_up": "by-gender",
    "esf": "none",
    "first": "2024-01",
    "last": "",
    "rows": "3005",
    "source": "Styrelsen § 7",
    "registered": "",
    "performer-0-unit": "Enhet Väst",
    "performer-0-member": "1490",
    "performer-0-municipality": "1490",
    "performer-0-only_from": "1490",
    "performer-0-rows": "3001 3040",
    "performer-0-since": "2024-02",
    "performer-0-until": "",
}
AGREED = {"unit": "enhet-norr", "year": "2024", "counts": "starts", "number": "30", "budgeted": "", "source": "Avtal"}
CAPACITY = {
    "unit": "enhet-norr",
    "month": "2024-08",
    "places": "40",
    "queue": "3",
    "waiting_weeks": "",
    "source": "Enheten",
}
HELD = {
    "name": "Metoddag",
    "first": "2024-02-13",
    "last": "",
    "organisations": "kommunerna, regionen",
    "heads": "46",
    "rule": "each-occasion",
    "source": "Lista",
}
RESULT = {
    "asked_group": "staff",
    "unit": "",
    "instrument": "Personalenkät",
    "question": "M1",
    "first": "2024-05",
    "last": "2024-05",
    "asked": "24",
    "answered": "19",
    "mean": "3,9",
    "low": "1",
    "high": "5",
    "shares": "",
    "source": "Egen",
}


def held():
    return questions.activities_held()


def post(site: Site, address: str, **said: object):
    return site.economist.post(address, said, follow=True)


def some(site: Site) -> None:  # noqa: ARG001 - the site must be there
    """Follow a few rows, and add two activities that cost on them."""
    with_register()
    actions.add_activity(replace(STEP, rows=()), by=TERMINAL)
    actions.add_activity(DAYS, by=TERMINAL)


def seen(page, line: str = "") -> str:
    """Return the line of the journal that a form of a page says was seen: the form of a line, or the first."""
    content = page.content.decode()
    if line:
        return re.search(
            rf'name="sedd" value="(\d+)"><input type="hidden" name="rad" value="{re.escape(line)}"', content
        )[1]
    return re.search(r'name="sedd" value="(\d+)"', content)[1]


def test_before_there_is_any_the_page_says_what_to_do(site: Site):
    page = site.economist.get("/insatser/")
    assert "Inga insatser är upplagda" in words(page)
    assert "/insatser/ny/" in links(page)
    reader = site.as_(Role.BOARD).get("/insatser/")
    assert "Ekonomen eller förbundschefen lägger upp dem." in words(reader)
    assert "/insatser/ny/" not in links(reader)
    assert "/insatser/" in links(site.economist.get("/utforare/"))


def test_an_activity_is_added_as_it_is_typed(site: Site):
    page = post(site, "/insatser/ny/", **NEW)
    assert page.redirect_chain == [("/insatser/nya-steget/", 302)]
    [one] = held().activities
    assert (one.id, one.category, one.marks, one.parties) == ("nya-steget", "mapping", ("men",), ("fk", "region"))
    assert (one.youngest, one.oldest, one.longest, one.methods) == (18, None, 12, ("ACT", "samtal"))
    [performer] = one.performers
    assert (performer.unit, performer.since, performer.rows) == ("Enhet Väst", 202402, ("3001", "3040"))
    assert performer.only_from == "1490"
    assert "Nya steget är upplagd." in words(page)
    assert "högst 12 veckor" in words(page)
    assert "/utforare/enhet-vast/?ar=" in " ".join(links(page))


def test_a_mixed_activity_becomes_two_that_lead_to_each_other(site: Site):
    page = post(site, "/insatser/ny/", **{**NEW, "direction": "mixed", "other_category": "structural.dialogue"})
    individual, structural = held().activities
    assert (individual.category, structural.category) == ("mapping", "dialogue")
    assert structural.follow_up is FollowUpMethod.HEADS
    assert page.redirect_chain == [(f"/insatser/{individual.id}/", 302)]
    assert f"/insatser/{structural.id}/" in links(page)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"name": ""}, "Detta fält måste fyllas i"),
        ({"name": "!!"}, "Insatsen har inget namn."),
        ({"first": "i våras"}, "”i våras” är ingen månad."),
        ({"category": "structural.education"}, "Kategorin hör till den andra inriktningen."),
        ({"youngest": "70", "oldest": "20"}, "Ålder: 70 är mer än 20."),
        ({"last": "2023-01"}, "innan den börjar januari 2024"),
        ({"source": "Ärende 19121212-1212"}, "personnummer"),
        ({"performer-0-unit": ""}, "En utförare har inget namn."),
        ({"registered": "2024-02-01"}, "Kontrollera de tre valen och bekräfta att de är rätt."),
        ({"name": "Steget"}, "Det finns redan en insats som heter ”Steget”."),
    ],
)
def test_what_is_wrong_is_told_in_place_and_what_was_typed_stays(site: Site, changed: dict[str, str], told: str):
    some(site)
    before = kept()
    page = post(site, "/insatser/ny/", **{**NEW, **changed})
    assert page.status_code == 422
    assert told in words(page)
    assert "Män som står långt från arbete" in words(page)
    assert 'value="ACT, samtal' in page.content.decode()
    assert kept() == before


def test_another_row_is_asked_for_before_anything_is_kept_and_a_member_is_chosen(site: Site):
    member = Member("1490", "Granby kommun", Party.MUNICIPAL, "kommuner")
    association = Association((PayingGroup("kommuner", "Kommunerna"),), (member,))
    plan_rows.say(plan_rows.ASSOCIATION, "", plan_rows.ALWAYS, association, by=TERMINAL)
    address = "/insatser/ny/"
    page = site.economist.get(address).content.decode()
    assert 'name="performer-1-unit"' in page
    assert 'name="performer-2-unit"' not in page
    assert '<option value="1490">' in page
    sent = {**NEW, "name": "", "performer-1-unit": "Enhet Norr", "performer-1-member": "Ett bolag", "fler": "1"}
    answer = site.economist.post(address, sent)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'name="performer-2-unit"' in page
    assert 'value="Enhet Norr"' in page
    assert '<option value="Ett bolag" selected>' in page
    assert "field-errors" not in page
    assert held().activities == ()


def test_registering_needs_a_word_that_the_choices_are_right_and_then_they_cannot_be_chosen(site: Site):
    registered = {**NEW, "registered": "2024-02-01", "confirmed": "on"}
    post(site, "/insatser/ny/", **registered)
    form = site.economist.get("/insatser/nya-steget/andra/")
    assert "ligger därför fast" in words(form)
    assert "/insatser/ny/?fran=nya-steget" in links(form)
    assert form.content.decode().count("disabled") >= 3
    changed = {**registered, "direction": "structural", "follow_up": "heads", "esf": "owner", "sedd": seen(form)}
    page = post(site, "/insatser/nya-steget/andra/", **{**changed, "longest": "20"})
    [one] = held().activities
    assert (one.direction, one.follow_up, one.esf) == (
        Direction.INDIVIDUAL,
        FollowUpMethod.BY_GENDER,
        EsfFinancing.NONE,
    )
    assert one.longest == 20
    assert "Längd: högst 12 veckor → högst 20 veckor." in words(page)


def test_a_new_one_can_begin_from_another(site: Site):
    actions.add_activity(replace(STEP, registered=REGISTERED, last=202412), by=TERMINAL, confirmed=True)
    page = site.economist.get("/insatser/ny/?fran=steget").content.decode()
    assert 'value="Enhet Norr"' in page
    assert 'value="Plan 2023"' in page
    assert "2023-02-01" not in page
    assert "2024-12" not in page


def test_what_another_changed_meanwhile_is_shown_and_saving_again_is_knowing_of_it(site: Site):
    some(site)
    form = site.economist.get("/insatser/steget/andra/")
    typed = {**NEW, "name": "Steget", "sedd": seen(form)}
    actions.change_activity(replace(STEP, longest=40), by=TERMINAL)
    page = post(site, "/insatser/steget/andra/", **typed)
    assert page.status_code == 422
    assert "Längd: 6–24 veckor → 6–40 veckor." in words(page)
    assert "ändrade detta" in words(page)
    assert held().activity("steget").longest == 40
    post(site, "/insatser/steget/andra/", **{**typed, "sedd": seen(page)})
    assert held().activity("steget").longest == 12


def test_the_register_is_by_direction_and_by_year(site: Site):
    some(site)
    actions.agree_number(agreed(), by=TERMINAL)
    page = site.economist.get("/insatser/?ar=2024")
    assert [text for level, text in headings(page) if level == 2][:2] == ["Individinriktade", "Strukturövergripande"]
    assert "Steget förberedande Enhet Norr, Enhet Söder 30 starter" in words(page)
    assert "Dagar till och med december 2024 utbildning" in words(page)
    later = site.economist.get("/insatser/?ar=2025")
    assert "Dagar" not in words(later).replace("dagar", "")
    assert "Dagar" in words(site.economist.get("/insatser/?ar=2025&urval=avslutade"))
    both = words(site.economist.get("/insatser/?ar=2025&urval=alla"))
    assert ("Dagar" in both, "Steget" in both) == (True, True)
    assert "Ingen insats hör till urvalet." in words(site.economist.get("/insatser/?ar=2024&urval=avslutade"))


def test_warnings_are_told_on_the_register_and_the_activity(site: Site):
    some(site)
    actions.change_activity(replace(STEP, parties=("fk",), rows=("9999",)), by=TERMINAL)
    for address in ("/insatser/?ar=2024", "/insatser/steget/"):
        told = words(site.economist.get(address))
        assert "Insatsen är för en part." in told
        assert "(Lagen om finansiell samordning (2003:1210), från januari 2004)" in told
        assert "Raden ”9999” finns inte bland förbundets kostnadsställen." in told


def test_a_performer_that_is_taken_away_leaves_no_number_unseen(site: Site):
    some(site)
    actions.agree_number(agreed(), by=TERMINAL)
    actions.change_activity(replace(STEP, performers=(), rows=()), by=TERMINAL)
    page = site.economist.get("/insatser/steget/?ar=2024")
    assert "”enhet-norr” har avtalade antal eller kapacitet i insatsen men är inte längre utförare." in words(page)
    assert "/insatser/steget/avtalat/2024/starts/enhet-norr/" in links(page)


def test_money_leads_to_what_it_is_made_of(site: Site):
    some(site)
    page = site.economist.get("/insatser/steget/?ar=2024")
    assert "/objekt/1/3001/" in links(page)
    shown = questions.unit_shown("enhet-norr", next(y for y in questions.activity_years() if y.last == 202412))
    assert [one.code for one in shown.money.rows] == ["3001"]


def test_an_agreed_number_is_entered_explained_changed_and_taken_back(site: Site):
    some(site)
    page = post(site, "/insatser/steget/avtalat/", sedd="0", **AGREED)
    assert page.redirect_chain == [("/insatser/steget/#avtalat", 302)]
    address = "/insatser/steget/avtalat/2024/starts/enhet-norr/"
    assert address in links(page)
    number = site.economist.get(address)
    assert "Starter 2024, Enhet Norr" in words(number)
    post(site, address, number="45", budgeted="50", source="Avtal 2", sedd=seen(number))
    number = site.economist.get(address)
    assert re.search(r"45 50 Avtal 2 .* 30 Avtal", words(number))
    late = post(site, address, number="5", budgeted="", source="Avtal", sedd="1")
    assert (late.status_code, "ändrade detta" in words(late)) == (422, True)
    post(site, address, steg="bort", sedd=seen(number))
    assert held().agreed == ()
    assert "Borttaget av Ekonom" in words(site.economist.get(address))
    again = post(site, "/insatser/steget/avtalat/", sedd="0", **{**AGREED, "unit": "", "counts": "referrals"})
    assert "/insatser/steget/avtalat/2024/referrals/hela/" in links(again)


@pytest.mark.parametrize(
    ("table", "said", "told"),
    [
        ("avtalat", {**AGREED, "number": "-3"}, "är för litet: minst 0 går att skriva"),
        ("avtalat", {**AGREED, "number": "många"}, "”många” är inget heltal. Skriv med siffror"),
        ("avtalat", {**AGREED, "source": "191212121212"}, "personnummer"),
        ("avtalat", {**AGREED, "unit": "annan"}, "finns inte bland tillgängliga alternativ"),
        ("kapacitet", {**CAPACITY, "places": "", "queue": ""}, "Varken platser, kö eller väntetid är ifyllt."),
        ("kapacitet", {**CAPACITY, "queue": "-1"}, "minst 0 går att skriva"),
        ("kapacitet", {**CAPACITY, "month": "augusti"}, "”augusti” är ingen månad."),
        ("tillfallen", {**HELD, "last": "2024-02-01"}, "innan den börjar"),
        ("tillfallen", {**HELD, "organisations": "19121212-1212"}, "personnummer"),
        ("enkater", {**RESULT, "mean": "fyra"}, "”fyra”: ett tal skrivs med siffror och komma"),
        ("enkater", {**RESULT, "mean": "7"}, "Medelvärdet 7,00 ligger inte på skalan 1 till 5."),
        ("enkater", {**RESULT, "answered": "25"}, "Fler har svarat (25) än som fick frågan (24)."),
        ("enkater", {**RESULT, "question": "Hur mår du?"}, "Frågans beteckning ska vara högst 40 tecken"),
        ("enkater", {**RESULT, "last": "2024-04"}, "Slutar innan den börjar."),
        ("enkater", {**RESULT, "mean": ""}, "varken medelvärde eller andelar"),
    ],
)
def test_what_is_wrong_with_a_report_is_told_in_its_form(site: Site, table: str, said: dict[str, str], told: str):
    some(site)
    before = kept()
    activity = "dagar" if table == "tillfallen" else "steget"
    page = post(site, f"/insatser/{activity}/{table}/", sedd="0", **said)
    assert page.status_code == 422
    assert told in words(page)
    assert f'value="{said["source"]}"' in page.content.decode()
    assert kept() == before


def test_capacity_is_entered_changed_and_taken_back_and_stands_on_the_performers_page(site: Site):
    some(site)
    page = post(site, "/insatser/steget/kapacitet/", sedd="0", **CAPACITY)
    line = "2024-08..2024-08 steget:enhet-norr"
    assert "Enhet Norr" in words(page)
    double = post(site, "/insatser/steget/kapacitet/", sedd="0", **{**CAPACITY, "places": "1"})
    assert (double.status_code, "ändrade detta" in words(double)) == (422, True)
    changed = {
        "rad": line,
        "sedd": seen(page, line),
        "places": "44",
        "queue": "",
        "waiting_weeks": "3",
        "source": "Enheten",
    }
    page = post(site, "/insatser/steget/kapacitet/", steg="spara", **changed)
    assert "Tidigare augusti 2024, 40, 3, Enheten. Ekonom" in words(page)
    unit = words(site.economist.get("/utforare/enhet-norr/?ar=2024"))
    assert "augusti 2024 Steget 44 3 Enheten" in unit
    page = post(site, "/insatser/steget/kapacitet/", steg="bort", rad=line, sedd=seen(page, line))
    assert held().capacity == ()
    assert "Borttaget av Ekonom" in words(page)
    gone = post(site, "/insatser/steget/kapacitet/", steg="bort", rad=line, sedd="1")
    assert (gone.status_code, "finns inte längre" in words(gone)) == (422, True)


def test_what_was_held_is_entered_and_moved_to_another_day(site: Site):
    some(site)
    page = post(site, "/insatser/dagar/tillfallen/", sedd="0", **HELD)
    assert "Metoddag Ändra" in words(page)
    assert "13 februari 2024 kommunerna, regionen 46 varje person räknas en gång per tillfälle Lista" in words(page)
    [one] = held().events
    line = f"{one.period} {one.key}"
    moved = {**HELD, "first": "2024-02-20", "rad": line, "sedd": seen(page, line)}
    post(site, "/insatser/dagar/tillfallen/", **moved)
    assert [said.value.first.day for said in held().events] == [20]
    assert "Lägg in ett tillfälle" not in words(site.economist.get("/insatser/steget/"))


def test_a_result_of_a_survey_is_entered_and_shown_with_n(site: Site):
    some(site)
    post(site, "/insatser/steget/enkater/", sedd="0", **RESULT)
    shares = {**RESULT, "question": "M2", "mean": "", "low": "", "high": "", "shares": "ja 62,5 / nej 37,5"}
    page = post(site, "/insatser/steget/enkater/", sedd="0", **shares)
    told = words(page)
    assert "19 av 24 medel 3,9 på skalan 1–5 Egen" in told
    assert "19 av 24 ja 62,5 %, nej 37,5 % Egen" in told
    one = held().surveys[0]
    line = f"{one.period} {one.key}"
    again = {
        name: said for name, said in RESULT.items() if name not in {"asked_group", "unit", "instrument", "question"}
    }
    post(site, "/insatser/steget/enkater/", **{**again, "mean": "4,2", "rad": line, "sedd": seen(page, line)})
    assert held().surveys[0].value.mean * 10 == 42


def test_who_may_not_change_sees_everything_without_forms(site: Site):
    some(site)
    for say in (
        lambda: actions.agree_number(agreed(), by=TERMINAL),
        lambda: actions.report_capacity(REPORTED, by=TERMINAL),
        lambda: actions.register_event(EVENT, by=TERMINAL),
        lambda: actions.enter_survey(MEAN, by=TERMINAL),
    ):
        say()
    for address in ("/insatser/?ar=2024", "/insatser/steget/", "/insatser/dagar/", "/utforare/enhet-norr/?ar=2024",
                    "/insatser/steget/avtalat/2024/starts/enhet-norr/"):  # fmt: skip
        page = site.as_(Role.BOARD).get(address)
        assert page.status_code == 200
        assert 'method="post" action="/insatser' not in page.content.decode()
        assert "Ändra " not in words(page).replace("Ändringar", "")
    assert "Metoddag" in words(site.as_(Role.AUDITOR).get("/insatser/dagar/"))


def test_an_activity_is_removed_only_when_nothing_is_said_of_it(site: Site):
    some(site)
    actions.agree_number(agreed(counts=Counted.REFERRALS), by=TERMINAL)
    page = post(site, "/insatser/steget/ta-bort/", sedd=seen(site.economist.get("/insatser/steget/andra/")))
    assert (page.status_code, "Insatsen har avtalade antal." in words(page)) == (422, True)
    page = post(site, "/insatser/dagar/ta-bort/", sedd=seen(site.economist.get("/insatser/dagar/andra/")))
    assert "Dagar är borttagen ur registret." in words(page)
    assert [one.id for one in held().activities] == ["steget"]


def test_performers_are_listed_with_what_is_agreed_and_each_has_a_page_with_room_for_its_counts(site: Site):
    some(site)
    actions.agree_number(agreed(), by=TERMINAL)
    page = site.economist.get("/utforare/?ar=2024")
    assert "Enhet Norr 1490 Steget 30" in words(page)
    assert "/utforare/enhet-soder/?ar=2024" in links(page)
    unit = site.economist.get("/utforare/enhet-norr/?ar=2024")
    told = [text for level, text in headings(unit) if level == 2]
    assert told == [
        "Insatser",
        "Pengar",
        "Avtalat",
        "Inflöde och täckning",
        "Kapacitet, kö och väntetid",
        "Uppföljningsmöten",
    ]
    assert "/insatser/steget/avtalat/2024/starts/enhet-norr/" in links(unit)
    empty = words(site.economist.get("/utforare/enhet-soder/?ar=2024"))
    assert "Utföraren har inget kostnadsställe." in empty
    assert "Inget antal är avtalat 2024." in empty


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "docx", "csv", "json"])
def test_the_register_leaves_as_a_file_and_the_trail_says_who_took_it(site: Site, ending: str):
    some(site)
    actions.agree_number(agreed(), by=TERMINAL)
    for address, name in ((f"/insatser/fil/{ending}/?ar=2024", "Insatser och utförare 2024"),
                          (f"/utforare/enhet-norr/{ending}/?ar=2024", "Enhet Norr 2024")):  # fmt: skip
        page = site.economist.get(address)
        assert page.status_code == 200
        assert page.content
        assert TrailEntry.objects.last().subject.startswith(name)
    csv = site.economist.get("/insatser/fil/csv/?ar=2024").content.decode("utf-8-sig")
    assert "Enhet Norr;30;" in csv
    assert site.economist.get("/insatser/fil/exe/?ar=2024").status_code == 404


def test_no_file_holds_a_count_of_people_that_nobody_has_decided_may_be_read(site: Site):
    some(site)
    actions.register_event(replace(EVENT, heads=type(EVENT.heads)(7_391)), by=TERMINAL)
    actions.report_capacity(replace(REPORTED, queue=type(EVENT.heads)(7_393)), by=TERMINAL)
    actions.enter_survey(replace(MEAN, asked=type(EVENT.heads)(7_397)), by=TERMINAL)
    for ending in ("csv", "json"):
        for address in (f"/insatser/fil/{ending}/?ar=2024", f"/utforare/enhet-norr/{ending}/?ar=2024"):
            content = site.economist.get(address).content.decode()
            assert not re.search(r"7\s?39[137]", content)


def test_how_many_wait_is_shown_only_to_those_who_may_read_counts_and_the_trail_keeps_it_back(site: Site):
    some(site)
    told = replace(REPORTED, queue=type(EVENT.heads)(7_391))
    actions.report_capacity(told, by=TERMINAL)
    actions.report_capacity(replace(told, queue=type(EVENT.heads)(7_393)), by=TERMINAL, seen=held().capacity[0].number)
    for role, reads in ((Role.ECONOMIST, True), (Role.DIRECTOR, True), (Role.BOARD, False), (Role.AUDITOR, False)):
        for address in ("/insatser/steget/?ar=2024", "/utforare/enhet-norr/?ar=2024"):
            page = words(site.as_(role).get(address))
            assert bool(re.search(r"7\s393", page)) == ("I kö" in page) == reads
            assert bool(re.search(r"7\s391", page)) == (reads and "Tidigare" in page)
            assert ("Hur många som väntar visas bara för ekonom och förbundschef" in page) != reads
            assert "40" in page
    kept_in_trail = [str((one.old, one.new)) for one in TrailEntry.objects.filter(deed="report-capacity")]
    assert len(kept_in_trail) == 2
    assert not any("739" in one for one in kept_in_trail)


@pytest.mark.parametrize(
    "address",
    ["/insatser/finns-inte/", "/insatser/finns-inte/andra/", "/utforare/finns-inte/", "/utforare/finns-inte/csv/",
     "/insatser/steget/avtalat/2024/starts/enhet-norr/", "/insatser/steget/avtalat/1905/starts/enhet-norr/",
     "/insatser/steget/avtalat/2024/annat/enhet-norr/"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(site: Site, address: str):
    some(site)
    assert site.economist.get(address).status_code == 404


def test_the_trail_tells_of_it_in_swedish(site: Site):
    some(site)
    actions.agree_number(replace(agreed(), budgeted=28), by=TERMINAL)
    actions.change_activity(replace(STEP, performers=(NORTH,)), by=TERMINAL)
    entries = [site.economist.get(f"/spar/{entry.pk}/") for entry in TrailEntry.objects.order_by("-pk")[:2]]
    told = " ".join(words(one) for one in entries)
    for word in ("ändra insats", "utförare", "lägga in avtalat antal", "budgeterat antal", "talet räknar"):
        assert word in told
