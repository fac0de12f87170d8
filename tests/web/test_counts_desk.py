"""Siffror in: who is asked and linked, what comes in and goes back, and that nothing wrong is taken by halves."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from django.conf import settings
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests import counts_in
from tests.participation.sample import ACTIVITY, INTERIM, UNIT
from tests.visiting import Site
from tests.web.books import links, words

from samordna.access.models import Role
from samordna.domain.activities.activity import Activity, Performer
from samordna.domain.activities.classification import Direction
from samordna.domain.association.association import Association
from samordna.domain.association.members import Member, Party, PayingGroup
from samordna.domain.participation.collecting.submission import SubmissionState
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL
from samordna.office.store import models, plan_rows

DESK = "/siffror/"
ONE = f"/siffror/{UNIT.key}/{ACTIVITY.key}/{INTERIM}/"


def an_activity() -> None:
    performers = (Performer("Arbetssteget Granby"), Performer("Arbetssteget Talldalen"))
    parties = ("region", "municipal")
    steps = Activity(
        ACTIVITY.key, ACTIVITY.name, Direction.INDIVIDUAL, "mapping", 202401, "Plan", None, (), parties,
        performers=performers,
    )  # fmt: skip
    days = Activity(
        "utbildningar", "Utbildningar", Direction.STRUCTURAL, "education", 202401, "Plan", None, (), parties
    )
    for one in (steps, days):
        actions.add_activity(one, by=TERMINAL)


def asked() -> None:
    actions.ask_counts([counts_in.line()], by=TERMINAL)
    counts_in.keep_key()


def hand_in(site: Site, name: str = "a.csv", data: bytes = b"", **said: str):
    file = SimpleUploadedFile(name, data or counts_in.csv_of())
    return site.economist.post(f"{DESK}lamna-in/", {"files": [file], **said}, follow=True)


def answer():
    return questions.counts_held().submission(UNIT.key, ACTIVITY.key, INTERIM)


def do(site: Site, step: str, **said: object):
    said.setdefault("sedd", answer().number)
    return site.economist.post(f"{ONE}{step}/", said, follow=True)


def test_before_anybody_is_asked_the_page_says_what_to_do(site: Site):
    page = site.economist.get(DESK)
    assert "Ingen enhet är ombedd än" in words(page)
    assert f"{DESK}be-om/" in links(page)
    for address in ("be-om/", "kalender/", "lamna-in/", "paminn/", "nycklar/", "angivna-summor/"):
        assert site.economist.get(f"{DESK}{address}").status_code == 200
    assert f"{DESK}be-om/" in links(site.economist.get(f"{DESK}lamna-in/"))
    page = site.economist.get(f"{DESK}be-om/?first=2024-01&last=2024-08")
    assert "Ingen insats pågår i perioden" in words(page)


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (dt.date(2026, 11, 28), Period(202601, 202608)),
        (dt.date(2026, 5, 2), Period(202601, 202604)),
        (dt.date(2026, 4, 30), Period(202501, 202512)),
    ],
)
def test_the_first_months_to_ask_for_are_those_that_are_followed_up(site: Site, today: dt.date, months: Period):
    held = questions.counts_held()
    assert questions.next_months(held, today) == months
    page = site.economist.get(f"{DESK}be-om/").content.decode()
    now = questions.next_months(held, timezone.localdate())
    assert f'value="{now.first // 100}-{now.first % 100:02}"' in page


def a_municipality() -> None:
    member = Member("granby", "Granby kommun", Party.MUNICIPAL, "kommuner")
    association = Association((PayingGroup("kommuner", "Kommunerna"),), (member,))
    plan_rows.say(plan_rows.ASSOCIATION, "", plan_rows.ALWAYS, association, by=TERMINAL)


@pytest.mark.usefixtures("site")
def test_tables_by_municipality_are_asked_for_when_the_association_has_told_of_any():
    an_activity()
    months = Period(202401, 202408)
    assert not any("municipality" in key for key in questions.counts_to_ask(months)[0].tables)
    a_municipality()
    one = questions.counts_to_ask(months)[0]
    assert {"referrals_by_municipality", "starts_by_municipality"} <= set(one.tables)
    assert {"referrals_by_municipality", "starts_by_municipality"} <= set(one.chosen)


def test_the_units_of_the_register_are_asked_for_some_months_at_once_as_they_were_asked_last(site: Site):
    an_activity()
    page = site.economist.get(f"{DESK}be-om/?first=2024-01&last=2024-08")
    assert "Arbetssteget Talldalen" in words(page)
    assert 'value="2024-09-20"' in page.content.decode()
    both = {"unit-arbetssteget-arbetssteget-granby": "on", "unit-utbildningar-kansliet": "on"}
    said = {
        "first": "2024-01", "last": "2024-08", "due": "2024-09-16", **both,
        "contact-arbetssteget-arbetssteget-granby": "granby@example.se",
        "tables-arbetssteget": ["referrals", "starts"],
        "tables-utbildningar": ["head_count", "head_count_by_occasion"],
        "occasions-utbildningar": "ACT\nSGI noll\n\nACT",
    }  # fmt: skip
    page = site.economist.post(f"{DESK}be-om/", said, follow=True)
    assert "Ombedda: 2" in words(page)
    first, second = (one.value for one in questions.counts_held().calendar)
    assert (first.tables, first.contact, first.due) == (
        ("referrals", "starts"),
        "granby@example.se",
        dt.date(2024, 9, 16),
    )
    assert [(one.key, one.name) for one in second.occasions] == [("act", "ACT"), ("sgi_noll", "SGI noll")]
    [one, other] = questions.counts_to_ask(Period(202409, 202412))
    assert one.chosen == ("referrals", "starts")
    assert [unit.contact for unit in one.units] == ["granby@example.se", ""]
    assert other.occasions == second.occasions
    page = site.economist.get(f"{DESK}be-om/?first=2024-01&last=2024-08")
    assert "är redan ombedd för perioden" in words(page)


def test_what_is_known_of_where_people_live_is_not_proposed_and_neither_is_what_has_very_many_rows(site: Site):
    an_activity()
    a_municipality()
    [steps, _] = questions.counts_to_ask(INTERIM)
    assert "referrals_by_municipality" in steps.chosen
    assert "exits_by_income_transition" in set(steps.tables) - set(steps.chosen)
    [held, _] = questions.activities_held().activities
    only = tuple(replace(one, only_from="9901") for one in held.performers)
    actions.change_activity(replace(held, performers=only), by=TERMINAL)
    [steps, _] = questions.counts_to_ask(INTERIM)
    assert not {one for one in steps.chosen if one.endswith("_by_municipality")}
    assert "referrals_by_municipality" in steps.tables
    assert site.economist.get(f"{DESK}be-om/?first=2024-01&last=2024-08").status_code == 200


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "Ingen enhet är vald"),
        ({"unit-arbetssteget-arbetssteget-granby": "on"}, "Ingen tabell efterfrågas"),
        ({"unit-arbetssteget-arbetssteget-granby": "on", "tables-arbetssteget": "starts", "due": "2024-08-01"},
         "innan perioden är slut"),
        ({"unit-arbetssteget-arbetssteget-granby": "on", "tables-arbetssteget": "namn"}, "namn"),
        ({"last": "2023-01"}, "före den första"),
    ],
)  # fmt: skip
def test_what_can_not_be_asked_is_told_and_nobody_is_asked(site: Site, said: dict[str, str], told: str):
    an_activity()
    page = site.economist.post(f"{DESK}be-om/", {"first": "2024-01", "last": "2024-08", "due": "2024-09-16", **said})
    assert page.status_code == 422
    assert told in words(page)
    assert questions.counts_held().calendar == ()


def test_a_line_of_the_calendar_is_changed_and_withdrawn(site: Site):
    asked()
    [said] = questions.counts_held().calendar
    change = {"due": "2024-09-30", "contact": "ny@example.se", "tables": ["starts"], "sedd": said.number}
    site.economist.post(f"{ONE}kalender/", change)
    [said] = questions.counts_held().calendar
    assert (said.value.due, said.value.contact, said.value.tables) == (
        dt.date(2024, 9, 30),
        "ny@example.se",
        ("starts",),
    )
    page = site.economist.post(f"{ONE}kalender/", {**change, "due": "2024-07-01"})
    assert (page.status_code, "innan perioden är slut" in words(page)) == (422, True)
    site.economist.post(f"{ONE}ta-bort/", {"sedd": said.number})
    assert questions.counts_held().calendar == ()


def test_links_are_made_for_one_or_all_shown_once_and_withdrawn(site: Site):
    asked()
    page = site.economist.post(f"{DESK}lankar/{INTERIM}/", {"enhet": UNIT.key})
    [secret] = set(re.findall(r"http://localhost/lamna/([\w-]+)/", page.content.decode()))
    assert questions.counts_held().linked(secret).key == UNIT.key
    assert [link for link in links(page) if link.startswith("mailto:enheten@example.se?subject=Siffror%20")]
    assert secret not in site.economist.get(DESK).content.decode()
    site.economist.post(f"{DESK}lankar/{INTERIM}/", {"enhet": ""})
    assert questions.counts_held().linked(secret) is None
    site.economist.post(f"{DESK}lankar/{INTERIM}/dra-in/", {"enhet": UNIT.key})
    assert questions.counts_held().links == ()
    assert site.economist.post(f"{DESK}lankar/{INTERIM}/", {"enhet": "ingen"}).status_code == 404


def test_what_came_by_mail_is_handed_in_for_the_unit_read_asked_about_corrected_accepted_and_locked(site: Site):
    asked()
    page = hand_in(site, arrived="2024-09-14")
    assert "14 september 2024" in words(page)
    assert questions.counts_held().awaited[0].in_time
    assert "fråga om Startade, kvinnor" in page.content.decode()
    women = page.content.decode().partition('value="starts:women"')[0].rpartition("<td")[2]
    assert ">Kvinnor</span>" in women, "on a phone every number stands below its heading"
    page = site.economist.post(f"{ONE}fragor/", {"ruta": "starts:women", "fraga": "I stort?", "sedd": answer().number})
    text = page.content.decode()
    table = text.partition('id="tabell-starts"')[2].partition("</section>")[0]
    assert 'name="fraga:starts:women" rows="2" maxlength="500" autofocus' in table, "it is asked at the cell"
    assert 'href="#fraga-starts:women"' in text
    assert "I stort?" in text
    page = do(site, "fragor", **{"fraga:starts:women": "Är det sju?", "fraga": "", "steg": "tillbaka"})
    assert "Startade, kvinnor : Är det sju?" in words(page)
    assert answer().value.state is SubmissionState.SENT_BACK
    assert "en obesvarad fråga" in words(site.economist.get(DESK))
    page = hand_in(site, data=counts_in.changed(starts=(8, 5, 0), participants=(12, 6, 0), exits=(4, 2, 0)))
    assert "Startade, kvinnor: 8 i stället för 7" in words(page)
    assert "Kansliets frågor och svaret Startade, kvinnor : Är det sju?" in words(page)
    assert {"#ruta-starts:women", "#tabell-starts"} <= set(links(page))
    assert "räknas inte förrän de är godtagna" in words(page)
    do(site, "godta")
    page = do(site, "las")
    assert answer().value.state is SubmissionState.LOCKED
    assert [link for link in links(page) if "?version=" in link]
    first = questions.counts_history(UNIT.key, ACTIVITY.key, INTERIM)[-1]
    page = site.economist.get(f"{ONE}?version={first.number}")
    assert "En tidigare version" in words(page)
    assert "Skicka tillbaka" not in words(page).replace("Skickade tillbaka", "")


def test_a_correction_of_what_is_locked_says_why(site: Site):
    asked()
    hand_in(site)
    do(site, "godta")
    do(site, "las")
    other = counts_in.changed(unique=(9, 6, 0))
    page = hand_in(site, data=other)
    assert page.status_code == 422
    assert "Unika deltagare i enheten, kvinnor: 9 i stället för 10" in words(page)
    page = hand_in(site, data=other, reason="En var räknad två gånger")
    assert "det som godtogs före rättelsen" in words(page)
    assert "En var räknad två gånger" in words(page)


def test_two_who_decide_at_once_do_not_undo_each_other(site: Site):
    asked()
    hand_in(site)
    seen = answer().number
    do(site, "godta", sedd=seen)
    page = do(site, "fragor", fraga="Stämmer det?", steg="tillbaka", sedd=seen)
    assert page.status_code == 422
    assert "Stämmer det?" in page.content.decode()
    assert answer().value.state is SubmissionState.ACCEPTED


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "Det står inte vad enheten ska se över"),
        ({"fraga": "x" * 501}, "längre än 500"),
        ({"fraga": "Gäller det 19121212-1212?"}, "personnummer"),
        ({"fraga:starts:women": " "}, "Det står ingen fråga vid rutan"),
    ],
)
def test_a_question_that_can_not_be_asked_is_told_and_nothing_is_sent_back(site: Site, said: dict[str, str], told: str):
    asked()
    hand_in(site)
    page = do(site, "fragor", steg="tillbaka", **said)
    assert page.status_code == 422
    assert told in words(page)
    assert answer().value.state is SubmissionState.SENT_IN


WRONG = ("negative", "genders", "period", "activity", "older form", "half filled", "older packet", "altered")


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_with_a_file_has_place_and_remedy_and_nothing_is_taken(site: Site, wrong: str):
    asked()
    [(name, data, code, told)] = [tuple(one) for kind, *one in counts_in.bad_files() if kind == wrong]
    with pytest.raises(Refused, check=lambda refusal: any(one.code.endswith(code) for one in refusal.problems)):
        actions.take_counts({name: data}, by=TERMINAL)
    before = models.PlanEntry.objects.count()
    page = hand_in(site, name, data, arrived="2024-09-14", reason="Skälet")
    assert page.status_code == 422
    assert "Inget är inlämnat" in words(page)
    assert told in words(page)
    assert 'value="2024-09-14"' in page.content.decode()
    assert "Skälet" in words(page)
    assert models.PlanEntry.objects.count() == before


def test_what_is_right_is_taken_in_all_three_ways(site: Site):
    asked()
    reports = []
    for name, data in (("a.csv", counts_in.csv_of()), ("a.xlsx", counts_in.form()), ("a.json", counts_in.packet())):
        page = hand_in(site, name, data)
        assert page.status_code == 200, words(page)
        reports.append(answer().value.report)
    assert reports[0].cells == reports[1].cells == reports[2].cells
    assert len(answer().value.history) == 1, "the same again is nothing new"


def test_a_form_without_counts_goes_out_and_no_file_is_told(site: Site):
    asked()
    file = site.economist.get(f"{ONE}blankett/")
    assert file.content[:2] == b"PK"
    assert "attachment" in file["Content-Disposition"]
    page = site.economist.post(f"{DESK}lamna-in/", {"arrived": ""})
    assert (page.status_code, "Ingen fil är vald" in words(page)) == (422, True)


@pytest.mark.parametrize("role", [Role.BOARD, Role.AUDITOR])
def test_who_may_not_read_counts_sees_who_has_handed_in_and_why_no_more(site: Site, role: Role):
    asked()
    hand_in(site)
    browser = site.as_(role)
    page = browser.get(DESK)
    assert "inga siffror" in words(page)
    assert "Arbetssteget Granby" in words(page)
    page = browser.get(ONE)
    assert "Siffrorna visas inte här" in words(page)
    assert "Inkomna remisser" not in words(page)
    assert "<form" not in page.content.decode().partition("<main")[2].partition("</main>")[0]


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> list[mail.EmailMessage]:
    monkeypatch.setattr(settings, "EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")
    monkeypatch.setattr(settings, "EMAIL_HOST", "post.example.se")
    monkeypatch.setattr(settings, "DEFAULT_FROM_EMAIL", "kansli@example.se")
    mail.outbox = []
    return mail.outbox


def test_those_who_are_chosen_are_reminded_and_the_others_are_not(site: Site, post):
    asked()
    page = site.economist.get(f"{DESK}paminn/")
    assert "dags nu" in words(page)
    page = site.economist.post(f"{DESK}paminn/", {})
    assert (page.status_code, "Ingen enhet är vald" in words(page)) == (422, True)
    page = site.economist.post(f"{DESK}paminn/", {"enhet": f"{UNIT.key}|{INTERIM}"}, follow=True)
    assert "En påminnelse är skickad" in words(page)
    [letter] = post
    assert "http://localhost/lamna/" in letter.body
    assert "påmind i dag" in words(site.economist.get(f"{DESK}paminn/"))


def test_without_a_server_the_letter_is_shown_to_be_copied(site: Site, monkeypatch):
    monkeypatch.setattr(settings, "EMAIL_HOST", "")
    asked()
    assert "Ingen e-postserver är inställd" in words(site.economist.get(f"{DESK}paminn/"))
    page = site.economist.post(f"{DESK}paminn/", {"enhet": f"{UNIT.key}|{INTERIM}"})
    assert "http://localhost/lamna/" in words(page)
    assert "Inte skickat" in words(page)


def test_keys_are_entered_and_withdrawn_and_what_is_none_is_told(site: Site):
    actions.ask_counts([counts_in.line()], by=TERMINAL)
    said = {"unit": UNIT.key, "key": "granby-2024", "public": "AAAA"}
    page = site.economist.post(f"{DESK}nycklar/", said)
    assert (page.status_code, "Det är ingen öppen nyckel" in words(page)) == (422, True)
    page = site.economist.post(f"{DESK}nycklar/", {**said, "public": "A" * 43 + "="}, follow=True)
    assert "granby-2024" in words(page)
    site.economist.post(f"{DESK}nycklar/", {"steg": "bort", "nyckel": "granby-2024"})
    assert questions.counts_held().keys == ()


def test_a_stated_sum_is_entered_told_and_taken_back(site: Site):
    asked()
    said = {
        "of": f"{ACTIVITY.key}|{INTERIM}",
        "row": "starts",
        "gender": "total",
        "count": "174",
        "source": "Rapporten",
    }
    page = site.economist.post(f"{DESK}angivna-summor/", said, follow=True)
    assert "Startade, totalt Arbetssteget jan-aug 2024 174" in words(page).replace("–", "-")
    [total] = questions.counts_held().stated
    assert total.count.count == 174
    page = site.economist.post(f"{DESK}angivna-summor/", {**said, "count": "-1"})
    assert page.status_code == 422
    [line] = questions.counts_held().said_totals
    assert "summan 174 tas bort" in words(site.economist.get(f"{DESK}angivna-summor/")), "it asks first"
    wanted = f"{line.key}|{line.period}"
    page = site.economist.post(f"{DESK}angivna-summor/", {"steg": "bort", "summa": wanted}, follow=True)
    assert questions.counts_held().stated == ()
    assert "Lägg in igen" in words(page)
    page = site.economist.post(f"{DESK}angivna-summor/", {"steg": "ater", "summa": wanted}, follow=True)
    assert questions.counts_held().stated == (total,)
    assert "Lägg in igen" not in words(page)
