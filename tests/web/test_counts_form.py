"""A unit fills in its form by a link: a table at a time, on any device, and what is saved is what is read."""

import datetime as dt
from dataclasses import replace

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.visiting import Site
from tests.web import counting
from tests.web.counting import ACTIVITY, BEFORE, OTHER, OTHER_ACTIVITY, PERIOD, UNIT, at, fill, filled_in, genders, line

from samordna.access.actor import Actor
from samordna.access.models import Role, TrailEntry
from samordna.domain.participation.collecting.submission import CellQuestion, SubmissionState
from samordna.domain.participation.collecting.unit_key import UnitKey
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import LARGEST, Cell, CountsReport, Place, VouchedBy
from samordna.domain.values.counted import RawCount
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Refused
from samordna.office import actions
from samordna.sources.counts import SigningKey, write_packet


@pytest.fixture
def browser(site: Site) -> Client:
    """Return a browser where nobody is logged in."""
    cache.clear()
    return site.visitor()


@pytest.fixture
def secret(site: Site) -> str:
    """Return the secret of a unit's link."""
    return counting.linked(site)


def count_at(table: str, gender: Gender | None = None, *codes: str) -> int | None:
    """Return what is saved in a cell."""
    value = counting.draft().report.by_place.get(Place(table, codes, gender))
    return value.count if isinstance(value, RawCount) else None


def test_the_first_page_says_what_is_asked_by_when_and_what_may_never_be_written(browser: Client, secret: str):
    page = browser.get(at(secret)).content.decode()
    for words in (
        "Siffror från Steget Granby",
        "maj–augusti 2024",
        "15 september 2024",
        "0 av 7 tabeller",
        "personnummer",
    ):
        assert words in page
    assert "Inte lämnade" in page
    assert "<nav" not in page
    assert "/logga-in/" not in page


def test_the_page_is_kept_from_caches_search_engines_and_other_sites(browser: Client, secret: str):
    for address in (at(secret), at(secret, "table", table="starts"), at(secret, "summary"), at("fel")):
        headers = browser.get(address).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "strict-origin"
        assert "noindex" in headers["X-Robots-Tag"]


def test_a_table_at_a_time_leads_to_the_next_and_keeps_what_was_filled_in(browser: Client, secret: str):
    assert browser.get(at(secret, "tables")).headers["Location"] == at(secret, "table", table="referrals")
    page = browser.get(at(secret, "table", table="referrals")).content.decode()
    assert "Tabell 1 av 7" in page
    assert 'inputmode="numeric"' in page
    answer = fill(browser, at(secret, "table", table="referrals"), genders("referrals", 12, 8), "nasta")
    assert answer.headers["Location"] == at(secret, "table", table="starts")
    assert count_at("referrals", Gender.WOMEN) == 12
    assert browser.get(at(secret, "tables")).headers["Location"] == at(secret, "table", table="starts")
    assert counting.fields(browser, at(secret, "table", table="referrals"))["referrals.men"] == "8"


@pytest.mark.parametrize(
    ("till", "to"),
    [
        ("forra", "referrals"),
        ("kvar", "starts"),
        ("nasta", "starts_by_age"),
        ("anonymous", "anonymous"),
        ("x", "starts_by_age"),
    ],
)
def test_every_button_saves_and_leads_where_it_says(browser: Client, secret: str, till: str, to: str):
    answer = fill(browser, at(secret, "table", table="starts"), genders("starts", 5, 2), till)
    assert answer.headers["Location"] == at(secret, "table", table=to)
    assert count_at("starts", Gender.MEN) == 2


def test_the_last_table_leads_to_the_summary(browser: Client, secret: str):
    answer = fill(browser, at(secret, "table", table="progression_change"), {}, "nasta")
    assert answer.headers["Location"] == at(secret, "summary")


def test_sums_so_far_stand_below_the_rows_with_what_they_are_to_become(browser: Client, secret: str):
    fill(browser, at(secret, "table", table="starts"), genders("starts", 1200, 34))
    fill(browser, at(secret, "table", table="starts_by_age"), genders("starts_by_age.age_16_19", 1000, 30))
    page = browser.get(at(secret, "table", table="starts_by_age")).content.decode()
    assert swedish_number(1030) in page
    assert swedish_number(1234) in page
    assert "Att jämföra med: Startade" in page


def test_what_is_no_number_is_told_at_its_cell_and_nothing_is_saved(browser: Client, secret: str):
    answer = fill(browser, at(secret, "table", table="starts"), genders("starts", "många", -3, "4"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "”många” är inget antal." in page
    assert "mindre än noll" in page
    typed = counting.Fields(page).values
    assert (typed["starts.women"], typed["starts.men"], typed["starts.unknown"]) == ("många", "-3", "4")
    assert 'aria-invalid="true"' in page
    assert page.count("Skriv hur många det är, utan minus.") == 2, "the remedy stands above and at the cell"
    assert counting.draft() is None


def test_what_is_wrong_with_a_text_is_told_by_the_name_of_its_field_with_what_to_do(browser: Client, secret: str):
    typed = genders("starts", 1, 2) | {"starts.text": "Se 19121212-1212"}
    page = fill(browser, at(secret, "table", table="starts"), typed).content.decode()
    assert '<a href="#starts.text">Förklaring till startade</a>: Texten kan innehålla ett personnummer.' in page
    assert "Ta bort numret ur texten." in page
    assert "starts.text:" not in page


@pytest.mark.parametrize("text", ["1 234", "1\u00a0234", "01234"])
def test_a_number_may_be_written_as_people_do(browser: Client, secret: str, text: str):
    fill(browser, at(secret, "table", table="starts"), genders("starts", text, 0))
    assert count_at("starts", Gender.WOMEN) == 1234


def test_sums_of_a_question_are_told_together_or_not_at_all(browser: Client, secret: str):
    address, row = at(secret, "table", table="progression_change"), "progression_change.steps_days"
    halves = fill(browser, address, {f"{row}.n.women": 3})
    assert "hör ihop" in halves.content.decode()
    impossible = fill(browser, address, {f"{row}.n.women": 3, f"{row}.sum.women": 90, f"{row}.squares.women": 4})
    assert impossible.status_code == 422
    assert (
        fill(browser, address, {f"{row}.n.women": 3, f"{row}.sum.women": -2, f"{row}.squares.women": 4}).status_code
        == 302
    )
    assert counting.fields(browser, address)[f"{row}.sum.women"] == "-2"


def test_all_tables_can_be_filled_in_on_one_page(browser: Client, secret: str):
    answer = fill(browser, f"{at(secret, 'tables')}?alla=1", filled_in())
    assert answer.headers["Location"] == f"{at(secret, 'tables')}?alla=1"
    again = counting.fields(browser, f"{at(secret, 'tables')}?alla=1")
    assert {name: again[name] for name in filled_in()} == {name: str(value) for name, value in filled_in().items()}


def test_the_summary_says_what_does_not_agree_with_a_link_to_it(browser: Client, secret: str):
    wrong = filled_in() | genders("starts_by_age.age_20_24", 9, 3)
    fill(browser, f"{at(secret, 'tables')}?alla=1", wrong)
    page = browser.get(at(secret, "summary")).content.decode()
    assert "Raderna blir tillsammans minst 11, men ”Startade” är 6." in page
    assert f'href="{at(secret, "table", table="starts_by_age")}"' in page
    answer = counting.hand_in(browser, secret)
    assert answer.status_code == 422
    assert counting.submission() is None
    assert "Att rätta" in browser.get(at(secret, "table", table="starts")).content.decode()


def test_what_is_handed_in_is_read_on_a_phone_without_rolling_sideways(browser: Client, secret: str):
    counting.handed_in(browser, secret)
    for name in ("summary", "receipt"):
        page = browser.get(at(secret, name)).content.decode()
        assert page.count('<table class="things stacked">') == page.count('<table class="things')
        assert 'data-heading="Okänt kön"' in page


def test_blanks_are_meant_only_when_the_unit_says_so(browser: Client, secret: str):
    fill(browser, f"{at(secret, 'tables')}?alla=1", filled_in())
    address = at(secret, "summary")
    half = browser.post(address, counting.fields(browser, address) | {"role": "COORDINATOR"})
    assert half.status_code == 422
    assert "rutor är tomma" in half.content.decode()
    answer = counting.hand_in(browser, secret)
    assert answer.headers["Location"] == at(secret, "receipt")
    report = counting.submission().report
    assert report.complete
    assert report.vouched_by.name == "COORDINATOR"
    assert counting.draft() is None


def test_somebody_vouches_for_it_by_role(browser: Client, secret: str):
    fill(browser, f"{at(secret, 'tables')}?alla=1", filled_in())
    for role in ("", "Kim Exempel"):
        answer = counting.hand_in(browser, secret, role=role)
        assert answer.status_code == 422
        assert "roll" in answer.content.decode()
    assert counting.submission() is None


def test_the_receipt_says_what_was_handed_in_and_when(browser: Client, secret: str):
    counting.handed_in(browser, secret)
    page = browser.get(at(secret, "receipt")).content.decode()
    for words in ("inlämnade", "samordnare", f"{counting.today():%Y-%m-%d}", "Volym", ">40<", "16–19 år"):
        assert words in page
    assert "Det som är lämnat" in browser.get(at(secret)).content.decode()


def test_the_trail_says_that_the_units_link_did_it(browser: Client, secret: str):
    counting.handed_in(browser, secret)
    entry = TrailEntry.objects.filter(deed="send-in-counts").get()
    assert entry.by_name == "Steget Granby, enhetens länk"
    assert secret not in str(list(TrailEntry.objects.values_list()))


def test_what_is_asked_stands_on_top_and_at_its_cell_until_it_is_answered(site: Site, browser: Client, secret: str):
    counting.handed_in(browser, secret)
    asked = (
        CellQuestion("Stämmer det?", Place("starts_by_age", ("age_16_19",), Gender.WOMEN)),
        CellQuestion("Varför så många?", Place("referrals")),
        CellQuestion("Hör av er."),
    )
    actions.send_back_counts(line(), asked, by=site.actor(Role.DIRECTOR))
    assert "Frågor från kansliet" in browser.get(at(secret)).content.decode()
    table = browser.get(at(secret, "table", table="starts_by_age")).content.decode()
    assert "Stämmer det?" in table
    assert "Hör av er." in table
    assert "Varför så många?" not in table
    assert "Fråga</span> " in table
    assert "Varför så många?" in browser.get(at(secret, "table", table="referrals")).content.decode()
    href = f"{at(secret, 'table', table='starts_by_age')}#starts_by_age.age_16_19.women"
    assert f'href="{href}"' in browser.get(at(secret, "summary")).content.decode()
    changed = genders("starts_by_age.age_16_19", 1, 1) | genders("starts_by_age.age_20_24", 5, 3)
    fill(browser, at(secret, "table", table="starts_by_age"), changed)
    assert counting.hand_in(browser, secret, reason="Rättat.").status_code == 302
    after = counting.submission()
    assert (after.state, after.questions) == (SubmissionState.SENT_IN, ())
    assert after.history[-1].told == "Rättat."


def test_what_is_accepted_is_read_and_not_written(site: Site, browser: Client, secret: str):
    counting.handed_in(browser, secret)
    for lock in (False, True):
        if lock:
            actions.lock_counts(line(), by=site.actor(Role.DIRECTOR))
        else:
            counting.accept(site)
        for name, more in (("tables", {}), ("table", {"table": "starts"}), ("summary", {})):
            assert browser.get(at(secret, name, **more)).headers["Location"] == at(secret, "receipt")
        assert "öppnas blanketten av kansliet" in browser.get(at(secret, "receipt")).content.decode()


def test_a_draft_that_was_not_handed_in_before_the_form_was_closed_is_shown_and_thrown_away(
    site: Site, browser: Client, secret: str
):
    counting.handed_in(browser, secret)
    fill(browser, at(secret, "table", table="starts"), genders("starts", 77, 4))
    counting.accept(site)
    start, receipt = browser.get(at(secret)).content.decode(), browser.get(at(secret, "receipt")).content.decode()
    assert f'href="{at(secret, "receipt")}#utkast"' in start
    assert "Ifylld blankett" not in start, "a closed form takes no file"
    assert "77" in receipt.partition('id="utkast"')[2].partition("</section>")[0]
    assert browser.post(at(secret, "discard"), {"tur": "0"}).status_code == 409
    assert counting.draft() is not None
    sent = counting.fields(browser, at(secret, "receipt"))
    assert browser.post(at(secret, "discard"), sent).status_code == 302
    assert counting.draft() is None
    assert 'id="utkast"' not in browser.get(at(secret, "receipt")).content.decode()
    assert counting.submission().state is SubmissionState.ACCEPTED


def test_a_form_that_is_locked_while_it_is_filled_in_keeps_what_was_typed(site: Site, browser: Client, secret: str):
    counting.handed_in(browser, secret)
    address = at(secret, "table", table="starts")
    sent = counting.fields(browser, address) | genders("starts", 77, 1)
    summary = counting.fields(browser, at(secret, "summary"))
    counting.accept(site, lock=True)
    answer = browser.post(address, sent)
    assert answer.status_code == 409
    assert "blanketten är stängd" in answer.content.decode()
    assert counting.Fields(answer.content.decode()).values["starts.women"] == "77"
    assert browser.post(at(secret, "summary"), summary | {"role": "COORDINATOR", "complete": "on"}).status_code in {
        302,
        422,
    }
    assert counting.submission().state is SubmissionState.LOCKED
    assert counting.draft() is None


def test_two_who_fill_in_different_tables_disturb_nobody(browser: Client, secret: str):
    one, two = (at(secret, "table", table=table) for table in ("starts", "referrals"))
    sent = [counting.fields(browser, address) for address in (one, two)]
    assert browser.post(one, sent[0] | genders("starts", 6, 4)).status_code == 302
    assert browser.post(two, sent[1] | genders("referrals", 9, 9)).status_code == 302
    assert (count_at("starts", Gender.WOMEN), count_at("referrals", Gender.MEN)) == (6, 9)


def test_two_who_fill_in_the_same_table_see_both_and_choose(browser: Client, secret: str):
    address = at(secret, "table", table="starts")
    seen = counting.fields(browser, address)
    assert browser.post(address, seen | genders("starts", 6, 4)).status_code == 302
    answer = browser.post(address, seen | genders("starts", 7, 4))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Någon annan har sparat ”6” här." in page
    assert "Någon annan har sparat ”4” här." not in page
    assert count_at("starts", Gender.WOMEN) == 6
    again = counting.Fields(page).values
    assert again["starts.women"] == "7"
    assert browser.post(address, again).status_code == 302
    assert count_at("starts", Gender.WOMEN) == 7


def test_of_two_who_save_at_once_with_the_same_turn_one_is_told(browser: Client, secret: str):
    fill(browser, at(secret, "table", table="starts"), genders("starts", 6, 4))
    held, by = counting.draft(), Actor.unit("Steget Granby, enhetens länk")
    one, two = (replace(held.report, cells=held.report.cells[:keep]) for keep in (1, 2))
    actions.save_counts(one, by=by, turn=held.turn)
    with pytest.raises(Refused) as refusal:
        actions.save_counts(two, by=by, turn=held.turn)
    assert [one.code for one in refusal.value.problems] == ["counts-deed-saved-meanwhile"]
    assert counting.draft().report == one


def test_what_somebody_else_changed_after_the_summary_was_read_is_not_handed_in(browser: Client, secret: str):
    fill(browser, f"{at(secret, 'tables')}?alla=1", filled_in())
    read = counting.fields(browser, at(secret, "summary"))
    fill(browser, at(secret, "table", table="head_count"), {"head_count.total": 41})
    answer = browser.post(at(secret, "summary"), read | {"role": "COORDINATOR", "complete": "on"})
    assert answer.status_code == 422
    assert "har ändrats sedan du öppnade sidan" in answer.content.decode()
    assert counting.submission() is None


def test_a_second_report_shows_what_differs_and_needs_a_reason(browser: Client, secret: str):
    counting.handed_in(browser, secret)
    fill(browser, at(secret, "table", table="head_count"), {"head_count.total": 41})
    page = browser.get(at(secret, "summary")).content.decode()
    assert "Volym, totalt: 41 i stället för 40" in page
    assert counting.hand_in(browser, secret).status_code == 422
    assert counting.hand_in(browser, secret, reason="Ett tillfälle saknades.").status_code == 302
    assert counting.submission().report.figure("head_count").exact == RawCount(41)


def test_the_same_again_changes_nothing(browser: Client, secret: str):
    counting.handed_in(browser, secret)
    before = counting.submission()
    for men in (5, 4):  # there and back again
        fill(browser, at(secret, "table", table="starts"), genders("starts", 6, men))
    assert counting.hand_in(browser, secret).status_code == 302
    assert counting.submission() == before
    assert counting.draft() is None


def test_the_last_period_stands_beside(site: Site, browser: Client):
    earlier = counting.linked(site, line(period=BEFORE))
    address = f"{at(earlier, 'tables')}?alla=1"
    fill(browser, address, filled_in())
    assert counting.hand_in(browser, earlier).status_code == 302
    counting.accept(site, line(period=BEFORE))
    secret = counting.linked(site)
    page = browser.get(at(secret, "table", table="referrals")).content.decode()
    assert "före 12" in page
    assert "januari–april 2024" in page


# Who may open what


def test_unknown_expired_and_withdrawn_links_look_the_same(
    site: Site, browser: Client, monkeypatch: pytest.MonkeyPatch
):
    secret = counting.linked(site)
    unknown = browser.get(at("x" * 32))
    with monkeypatch.context() as later:
        day = counting.today() + dt.timedelta(days=400)
        later.setattr("samordna.office.questions.counts.counts.timezone.localdate", lambda: day)
        expired = browser.get(at(secret))
    actions.withdraw_link(UNIT.key, PERIOD, by=site.actor(Role.DIRECTOR))
    withdrawn = browser.get(at(secret))
    assert {answer.status_code for answer in (unknown, expired, withdrawn)} == {404}
    assert unknown.content == expired.content == withdrawn.content
    assert "Steget" not in unknown.content.decode()
    assert "kansli" in unknown.content.decode()


def test_a_new_link_shuts_the_old_one(site: Site, browser: Client, secret: str):
    new = actions.link_unit(UNIT.key, PERIOD, by=site.actor(Role.DIRECTOR)).secret
    assert browser.get(at(secret)).status_code == 404
    assert browser.get(at(new)).status_code == 200


EVERY = (("tables", {}), ("table", {"table": "starts"}), ("summary", {}), ("receipt", {}), ("template", {}))


@pytest.mark.parametrize(("name", "more"), EVERY)
def test_a_link_opens_nothing_of_another_units(site: Site, browser: Client, name: str, more: dict[str, str]):
    secret = counting.linked(site, line(), line(OTHER, OTHER_ACTIVITY))
    unknown = browser.get(at("x" * 32)).content
    for activity in (OTHER_ACTIVITY, counting.Named("finns-inte", "")):
        answer = browser.get(at(secret, name, activity, **more))
        assert (answer.status_code, answer.content) == (404, unknown)
        if name != "template":
            assert browser.post(at(secret, name, activity, **more), {"starts.women": "5"}).status_code in {404, 405}
    assert counting.draft(OTHER, OTHER_ACTIVITY) is None
    pages = [browser.get(at(secret)), browser.get(f"{at(secret, 'tables')}?alla=1"), browser.get(at(secret, "summary"))]
    for page in pages:
        assert "Ekby" not in page.content.decode()
        assert "Bron" not in page.content.decode()


def test_a_table_that_is_not_asked_is_not_there(browser: Client, secret: str):
    for table in ("exits", "finns-inte", "<script>"):
        assert browser.get(at(secret, "table", table=table)).status_code == 404


def test_who_guesses_links_has_to_wait_and_opens_nothing_meanwhile(browser: Client, secret: str):
    answers = [browser.get(at(f"gissning-{number}")).status_code for number in range(70)]
    assert answers[:60] == [404] * 60
    assert set(answers[60:]) == {429}
    assert browser.get(at(secret)).status_code == 429
    assert "kansli" in browser.get(at(secret)).content.decode()


def test_whoever_fills_in_a_long_form_never_waits(browser: Client, secret: str):
    assert {browser.get(at(secret)).status_code for _ in range(90)} == {200}


def test_whoever_has_logged_in_sees_the_same_page_as_the_unit(site: Site, secret: str):
    page = site.as_(Role.DIRECTOR).get(at(secret)).content.decode()
    assert "Huvudmeny" not in page


# Files


def send(browser: Client, secret: str, name: str, data: bytes, reason: str = ""):
    """Hand in a file on the first page."""
    return browser.post(at(secret, "file"), {"fil": SimpleUploadedFile(name, data), "skal": reason})


def test_the_workbook_is_fetched_empty_and_handed_in_filled(browser: Client, secret: str):
    empty = browser.get(at(secret, "template"))
    assert empty.headers["Content-Disposition"].startswith("attachment")
    refused = send(browser, secret, "tom.xlsx", empty.content)
    assert refused.status_code == 422
    assert "Inget i filen är taget" in refused.content.decode()
    answer = send(browser, secret, "siffror.xlsx", counting.workbook(line()))
    assert answer.headers["Location"] == at(secret, "receipt")
    assert counting.submission().report.figure("referrals", (), Gender.WOMEN).exact == RawCount(12)
    assert counting.fields(browser, at(secret, "table", table="starts"))["starts.women"] == "6"


def test_a_workbook_of_another_unit_activity_or_period_is_refused_and_nothing_is_taken(site: Site, browser: Client):
    lines = line(), line(OTHER), line(UNIT, OTHER_ACTIVITY, BEFORE), line(period=BEFORE)
    secret = counting.linked(site, *lines)
    for one in lines[1:]:
        answer = send(browser, secret, "siffror.xlsx", counting.workbook(one))
        assert answer.status_code == 422
        assert counting.submission(one.unit, one.activity, one.period) is None
        own = answer.content.decode().replace(one.unit.name, "")
        assert "Ekby" not in own
    assert counting.submission() is None


@pytest.mark.parametrize("name", ["siffror.xlsx", "paket.json", "tabell.csv", "bild.png", "19121212-1212.xlsx"])
@pytest.mark.parametrize("data", [b"", b"PK", b"{}", b"<script>alert(1)</script>", b"\x00" * 999])
def test_what_is_no_form_is_told_and_changes_nothing(browser: Client, secret: str, name: str, data: bytes):
    answer = send(browser, secret, name, data)
    assert answer.status_code == 422
    assert "19121212" not in answer.content.decode()
    assert counting.submission() is None


def test_a_packet_is_taken_with_the_units_key_and_with_no_other(site: Site, browser: Client):
    secret = counting.linked(site, line(), line(OTHER))
    by, own, other = site.actor(Role.DIRECTOR), SigningKey("a", bytes(range(32))), SigningKey("b", bytes(range(1, 33)))
    for key, unit in ((own, UNIT), (other, OTHER)):
        actions.keep_unit_key(UnitKey(key.id, unit.key, key.sender(unit.key).public), by=by)
    cells = (Cell(Place("starts", (), gender), RawCount(2)) for gender in Gender)
    report = CountsReport(UNIT.key, ACTIVITY.key, PERIOD, VouchedBy.TEAM_LEADER, tuple(cells), complete=True)
    assert send(browser, secret, "paket.json", write_packet(report, "222000-0000", other)).status_code == 422
    of_other = replace(report, unit=OTHER.key)
    assert send(browser, secret, "paket.json", write_packet(of_other, "222000-0000", other)).status_code == 422
    assert counting.submission(OTHER) is None
    assert send(browser, secret, "paket.json", write_packet(report, "222000-0000", own)).status_code == 302
    assert counting.submission().report.figure("starts").exact == RawCount(6)


def test_a_file_that_differs_needs_a_reason(browser: Client, secret: str):
    assert send(browser, secret, "a.xlsx", counting.workbook(line())).status_code == 302
    other = counting.workbook(line(), {("head_count", "Totalt"): 41})
    answer = send(browser, secret, "b.xlsx", other)
    assert answer.status_code == 422
    assert "41 i stället för 40" in answer.content.decode()
    assert send(browser, secret, "b.xlsx", other, "Ett tillfälle saknades.").status_code == 302


def test_a_file_is_not_taken_once_the_counts_are_accepted(site: Site, browser: Client, secret: str):
    assert send(browser, secret, "a.xlsx", counting.workbook(line())).status_code == 302
    counting.accept(site, lock=True)
    answer = send(browser, secret, "b.xlsx", counting.workbook(line(), {("head_count", "Totalt"): 41}), "Nytt.")
    assert answer.status_code == 422
    assert "blanketten är stängd" in answer.content.decode()
    assert counting.submission().report.figure("head_count").exact == RawCount(40)


# Whatever is typed

NUMBERS = (
    "19121212-1212", "191212121212", "121212-1212", "1212121212", "121212+1212", "19121212 1212", "1912-12-12-1212",
    "１９１２１２１２-１２１２",
)  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS)
def test_a_personal_number_is_kept_nowhere(browser: Client, secret: str, number: str):
    for name in ("starts.text", "starts.women"):
        answer = fill(browser, at(secret, "table", table="starts"), genders("starts", 1, 2) | {name: f"Se {number}"})
        assert answer.status_code == 422, name
    fill(browser, f"{at(secret, 'tables')}?alla=1", filled_in())
    told = counting.hand_in(browser, secret, reason=f"Se {number}")
    assert told.status_code in {302, 422}
    fill(browser, at(secret, "table", table="head_count"), {"head_count.total": 41})
    if counting.submission():
        assert counting.hand_in(browser, secret, reason=f"Se {number}").status_code == 422
    file = SimpleUploadedFile(f"{number}.xlsx", b"PK")
    assert browser.post(at(secret, "file"), {"fil": file, "skal": number}).status_code == 422
    assert number not in str(list(TrailEntry.objects.values_list()))
    assert number not in str(counting.draft().report)
    assert number not in str(counting.submission())


HUGE = (
    "9" * 9,
    "9" * 40,
    str(LARGEST + 1),
    "1e9",
    "NaN",
    "٣",
    "1,5",
    "1.0",
    "0x10",
    "\x00",
    "a\x00b",
    "\u202e1",
    "å" * 5_000,
)


@pytest.mark.parametrize("text", HUGE)
def test_what_no_unit_counts_is_refused(browser: Client, secret: str, text: str):
    answer = fill(browser, at(secret, "table", table="starts"), genders("starts", text, 1))
    assert answer.status_code == 422
    assert counting.draft() is None


@pytest.mark.parametrize("text", ["å" * 501, "a\x00b", "\u202eabc"])
def test_a_text_that_cannot_be_kept_is_refused(browser: Client, secret: str, text: str):
    answer = fill(browser, at(secret, "table", table="starts"), genders("starts", 1, 1) | {"starts.text": text})
    assert answer.status_code in {409, 422}
    assert counting.draft() is None


def test_a_text_is_shown_as_it_is_and_runs_nothing(browser: Client, secret: str):
    script = "<script>alert(1)</script>"
    fill(browser, f"{at(secret, 'tables')}?alla=1", filled_in() | {"starts.text": script})
    counting.hand_in(browser, secret)
    for name, more in (("tables", {}), ("summary", {}), ("receipt", {})):
        assert script not in browser.get(at(secret, name, **more), {"alla": 1}).content.decode()


def test_more_than_a_form_is_not_read(browser: Client, secret: str):
    answer = browser.post(at(secret, "file"), {"fil": SimpleUploadedFile("a.xlsx", b"a" * 2_000_000)})
    assert answer.status_code == 413
    assert "högst" in answer.content.decode() or "större än 1 MB" in answer.content.decode()


def test_a_form_without_the_sites_own_token_is_refused(secret: str):
    browser = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    assert browser.post(at(secret, "table", table="starts"), genders("starts", 1, 1)).status_code == 403
    assert counting.draft() is None


small = st.integers(0, 400)
cell = st.one_of(st.just(""), small.map(str), small.map(lambda number: f" {number} "))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(cell, min_size=24, max_size=24), st.text(st.characters(codec="utf-8", categories=["L", "Zs"]), max_size=80)
)
def test_what_is_saved_is_what_is_read(browser: Client, secret: str, cells: list[str], text: str):
    address = at(secret, "table", table="starts_by_age")
    names = [name for name in counting.fields(browser, address) if name.startswith("starts_by_age.age")]
    assert len(names) == len(cells)
    typed = dict(zip(names, cells, strict=True))
    assert fill(browser, address, typed | {"starts_by_age.text": text}).status_code == 302
    read = counting.fields(browser, address)
    assert {name: read[name] for name in names} == {name: text.strip() for name, text in typed.items()}
    assert read["starts_by_age.text"].strip() == text.strip()
