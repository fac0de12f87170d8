"""Counts are asked for, come in three ways, go back with questions and are corrected; nothing is taken by halves."""

import datetime as dt
import multiprocessing
import os
import random
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.utils import timezone
from tests.actions import killable
from tests.actions.people import actor
from tests.participation.sample import ACTIVITY, INTERIM, UNIT, report

from samordna.access.deeds import Deed
from samordna.access.models import Role, TrailEntry
from samordna.domain.participation.asked import Named
from samordna.domain.participation.code_lists import Code
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.collecting.reminders import ReminderDays
from samordna.domain.participation.collecting.submission import CellQuestion, SubmissionState
from samordna.domain.participation.collecting.unit_key import UnitKey
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import CountsReport, Place
from samordna.domain.participation.stated import StatedTotal
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL, Actor
from samordna.office.questions.counts.counts import link_digest
from samordna.office.store import models
from samordna.office.store.folder import close_folder
from samordna.sources.counts import SigningKey, write_packet

pytestmark = pytest.mark.usefixtures("association_folder")

DUE = dt.date(2024, 9, 16)
REPORT = report()
TABLES = tuple(dict.fromkeys(cell.place.table for cell in REPORT.cells))
LINE = CountsAsked(UNIT, ACTIVITY, INTERIM, DUE, TABLES, contact="enheten@example.se")
AUTUMN = Period(202409, 202412)
OF_UNIT = Actor.unit("Arbetssteget Granby, enhetens länk")
SITE = "https://samordna.example.se/"


def refused(*codes: str):
    return pytest.raises(Refused, check=lambda refusal: set(codes) <= {problem.code for problem in refusal.problems})


@pytest.fixture(autouse=True)
def _asked(association_folder: Path) -> None:  # noqa: ARG001
    actions.ask_counts([LINE], by=TERMINAL)


def answer():
    return questions.counts_held().submission(UNIT.key, ACTIVITY.key, INTERIM)


def state() -> SubmissionState:
    return answer().value.state


def locked() -> None:
    actions.hand_in_counts(REPORT, by=OF_UNIT)
    actions.accept_counts(LINE, by=TERMINAL)
    actions.lock_counts(LINE, by=TERMINAL)


def test_a_unit_answers_is_asked_corrects_and_is_accepted_and_locked():
    actions.save_counts(REPORT, by=OF_UNIT)
    [line] = questions.counts_held().awaited
    assert questions.counts_draft(questions.counts_held().asked_of(line.asked)).report == REPORT
    actions.hand_in_counts(REPORT, by=OF_UNIT)
    assert questions.counts_draft(questions.counts_held().asked_of(line.asked)) is None
    assert questions.counts_held().reports == ()
    question = CellQuestion("Stämmer det?", Place("starts", (), Gender.WOMEN))
    actions.send_back_counts(LINE, [question], by=TERMINAL, told="Se frågan.")
    assert answer().value.questions == (question,)
    corrected = report({("starts",): (7, 5, 0), ("unique",): (9, 6, 0)})
    actions.hand_in_counts(corrected, by=OF_UNIT)
    actions.accept_counts(LINE, by=TERMINAL)
    actions.lock_counts(LINE, by=TERMINAL)
    assert state() is SubmissionState.LOCKED
    assert questions.counts_held().reports == (corrected,)
    steps = [entry.step.value for entry in answer().value.history]
    assert steps == ["send_in", "send_back", "send_in", "accept", "lock"]
    versions = questions.counts_history(UNIT.key, ACTIVITY.key, INTERIM)
    assert [one.value.state.value for one in versions] == ["locked", "accepted", "sent_in", "sent_back", "sent_in"]
    assert versions[-1].value.report == REPORT


def test_what_was_known_then_is_known_as_it_was():
    actions.hand_in_counts(REPORT, by=OF_UNIT)
    actions.accept_counts(LINE, by=TERMINAL)
    then = questions.counts_held().number
    corrected = report({("unique",): (9, 6, 0)})
    actions.hand_in_counts(corrected, by=TERMINAL, reason="Dubbelräknad")
    assert questions.counts_held().reports == (REPORT,), "a correction waits until it is accepted"
    actions.accept_counts(LINE, by=TERMINAL)
    assert questions.counts_held().reports == (corrected,)
    assert questions.counts_held(to=then).reports == (REPORT,)


def test_the_office_corrects_with_a_reason_and_a_unit_does_not():
    locked()
    corrected = report({("unique",): (9, 6, 0)})
    with refused("collecting-closed-to-unit"):
        actions.hand_in_counts(corrected, by=OF_UNIT, reason="Fel")
    with refused("counts-two-answers"):
        actions.hand_in_counts(corrected, by=TERMINAL)
    assert state() is SubmissionState.LOCKED
    actions.hand_in_counts(corrected, by=TERMINAL, reason="Dubbelräknad")
    assert (state(), answer().value.history[-1].told) == (SubmissionState.SENT_IN, "Dubbelräknad")
    assert TrailEntry.objects.last().deed == Deed.CORRECT_COUNTS


def test_the_same_again_changes_nothing():
    locked()
    before = models.PlanEntry.objects.count()
    told = actions.hand_in_counts(REPORT, by=TERMINAL)
    assert "counts-same-answer" in {one.code for one in told}
    assert models.PlanEntry.objects.count() == before


def test_two_people_in_one_form_say_which_of_them_holds():
    actions.hand_in_counts(REPORT, by=OF_UNIT)
    other = report({("unique",): (9, 6, 0)})
    with refused("counts-two-answers"):
        actions.hand_in_counts(other, by=OF_UNIT)
    actions.hand_in_counts(other, by=OF_UNIT, reason="Kollegan räknade fel")
    assert answer().value.report == other


def test_what_came_by_mail_came_when_it_came_and_only_the_office_says_so():
    with refused("collecting-arrived-to-office"):
        actions.hand_in_counts(REPORT, by=OF_UNIT, arrived=DUE)
    with refused("collecting-arrived-ahead"):
        actions.hand_in_counts(REPORT, by=TERMINAL, arrived=timezone.localdate() + dt.timedelta(1))
    with refused("collecting-arrived-too-early"):
        actions.hand_in_counts(REPORT, by=TERMINAL, arrived=dt.date(2024, 8, 30))
    assert answer() is None
    actions.hand_in_counts(REPORT, by=TERMINAL, arrived=DUE)
    [one] = questions.counts_held().awaited
    assert one.in_time


def test_a_step_that_is_not_there_is_refused_and_so_is_one_that_somebody_else_has_taken():
    with refused("collecting-nothing-sent-in"):
        actions.accept_counts(LINE, by=TERMINAL)
    actions.hand_in_counts(REPORT, by=OF_UNIT)
    with refused("collecting-step-not-possible"):
        actions.lock_counts(LINE, by=TERMINAL)
    seen = answer().number
    actions.accept_counts(LINE, by=TERMINAL, seen=seen)
    with refused("plan-said-meanwhile"):
        actions.lock_counts(LINE, by=TERMINAL, seen=seen)
    assert state() is SubmissionState.ACCEPTED


@pytest.mark.parametrize("role", [Role.BOARD, Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_may_not_changes_nothing(role: Role):
    actions.hand_in_counts(REPORT, by=OF_UNIT)
    before, by = models.PlanEntry.objects.count(), actor(role)
    deeds = (
        lambda: actions.ask_counts([LINE], by=by),
        lambda: actions.link_unit(UNIT.key, INTERIM, by=by),
        lambda: actions.remind_units(SITE, by=by),
        lambda: actions.accept_counts(LINE, by=by),
        lambda: actions.lock_counts(LINE, by=by),
        lambda: actions.send_back_counts(LINE, [CellQuestion("?")], by=by),
        lambda: actions.take_counts({"a.csv": b""}, by=by),
        lambda: actions.keep_unit_key(UnitKey("k", UNIT.key, b""), by=by),
    )
    for deed in deeds:
        with refused("not-allowed"):
            deed()
    assert models.PlanEntry.objects.count() == before


def test_the_calendar_is_changed_and_withdrawn_but_not_under_an_answer():
    later = CountsAsked(UNIT, ACTIVITY, INTERIM, DUE + dt.timedelta(7), TABLES, contact="ny@example.se")
    with refused("collecting-periods-overlap"):
        actions.ask_counts(
            [CountsAsked(UNIT, ACTIVITY, Period(202408, 202409), dt.date(2024, 10, 15), TABLES)], by=TERMINAL
        )
    autumn = CountsAsked(UNIT, ACTIVITY, AUTUMN, dt.date(2025, 1, 20), TABLES)
    within = CountsAsked(UNIT, ACTIVITY, Period(202410, 202412), dt.date(2025, 1, 20), TABLES)
    with refused("collecting-periods-overlap"):
        actions.ask_counts([autumn, within], by=TERMINAL)
    with refused("collecting-asked-twice"):
        actions.ask_counts([autumn, autumn], by=TERMINAL)
    assert len(questions.counts_held().calendar) == 1
    actions.ask_counts([autumn], by=TERMINAL)
    actions.withdraw_asked(autumn, by=TERMINAL)
    actions.hand_in_counts(REPORT, by=OF_UNIT)
    actions.ask_counts([later], by=TERMINAL)
    [one] = questions.counts_held().calendar
    assert one.value == later
    with refused("collecting-answered"):
        actions.withdraw_asked(later, by=TERMINAL)
    with refused("collecting-tables-answered"):
        actions.ask_counts([CountsAsked(UNIT, ACTIVITY, INTERIM, DUE, TABLES[:-1])], by=TERMINAL)
    with refused("collecting-tables-answered"):
        actions.ask_counts([CountsAsked(UNIT, ACTIVITY, INTERIM, DUE, TABLES, (Code("a", "A"),))], by=TERMINAL)


def test_a_new_link_closes_the_one_before_and_the_secret_is_kept_nowhere():
    first = actions.link_unit(UNIT.key, INTERIM, by=TERMINAL)
    held = questions.counts_held()
    assert [one.asked for one in held.of_link(held.linked(first.secret))] == [LINE]
    assert held.linked(first.secret, first.until + dt.timedelta(1)) is None
    [second] = actions.link_units(INTERIM, by=TERMINAL)
    held = questions.counts_held()
    assert held.linked(first.secret) is None
    assert held.linked(second.secret).value.digest == link_digest(second.secret)
    actions.withdraw_link(UNIT.key, INTERIM, by=TERMINAL)
    assert questions.counts_held().linked(second.secret) is None
    with refused("collecting-not-asked"):
        actions.link_unit(UNIT.key, AUTUMN, by=TERMINAL)
    kept = [str(row) for table in (models.PlanEntry, TrailEntry) for row in table.objects.values()]
    assert not [row for row in kept if first.secret in row or second.secret in row]


def test_a_packet_is_taken_by_a_key_that_is_kept_and_not_by_one_that_was_withdrawn():
    key = SigningKey("granby-2024", bytes(range(32)))
    packet = write_packet(REPORT, "222000-0000", key)
    with refused("counts-file-unknown-key"):
        actions.take_counts({"p.json": packet}, by=TERMINAL)
    public = key.sender(UNIT.key).public
    actions.keep_unit_key(UnitKey(key.id, UNIT.key, public), by=TERMINAL)
    altered = packet.replace(b'"women": 9', b'"women": 8', 1)
    assert altered != packet
    with refused("counts-file-altered"):
        actions.take_counts({"p.json": altered}, by=TERMINAL)
    actions.take_counts({"p.json": packet}, by=TERMINAL)
    assert answer().value.report == REPORT
    actions.withdraw_unit_key(key.id, by=TERMINAL)
    with refused("counts-file-unknown-key"):
        actions.take_counts({"p.json": packet}, by=TERMINAL)


def test_a_stated_sum_is_entered_and_taken_back():
    stated = StatedTotal(ACTIVITY.key, INTERIM, Place("starts"), RawCount(174), "Delårsrapporten")
    actions.state_total(stated, by=TERMINAL)
    assert questions.counts_held().stated == (stated,)
    actions.withdraw_total(stated, by=TERMINAL)
    assert questions.counts_held().stated == ()


def test_files_are_taken_all_of_them_or_none():
    with refused("counts-deed-unknown-kind-of-file"):
        actions.take_counts({"siffror.txt": b"1"}, by=TERMINAL)
    other = Named("talldalen", "Arbetssteget Talldalen")
    actions.ask_counts([CountsAsked(other, ACTIVITY, INTERIM, DUE, ("starts",))], by=TERMINAL)
    head = "enhet;insats;period;rad;kvinnor;män;okänt kön;totalt;text\n"
    row = "{unit};Arbetssteget;2024-01..2024-08;{row}\n"
    word = "report:complete;;;;;ja", "report:vouched_by;;;;;enhetschef"
    good = "".join(row.format(unit=other.name, row=one) for one in ("starts;4;3;0;;", *word))
    wrong = "".join(row.format(unit=UNIT.name, row=one) for one in ("starts;4;-3;0;;", *word))
    with refused("counts-negative"):
        actions.take_counts({"b.csv": (head + good).encode(), "a.csv": (head + wrong).encode()}, by=TERMINAL)
    assert questions.counts_held().submissions == ()
    taken = actions.take_counts({"b.csv": (head + good).encode()}, by=TERMINAL)
    assert [one.unit for one in taken.reports] == [other.key]


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> list[mail.EmailMessage]:
    monkeypatch.setattr(settings, "EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")
    monkeypatch.setattr(settings, "EMAIL_HOST", "post.example.se")
    monkeypatch.setattr(settings, "DEFAULT_FROM_EMAIL", "kansli@example.se")
    mail.outbox = []
    return mail.outbox


def test_a_unit_is_reminded_with_a_link_that_opens_its_form_and_not_twice_the_same_day(post):
    [sent] = actions.remind_units(SITE, by=TERMINAL).sent
    [letter] = post
    assert (letter.to, letter.from_email, sent.mailed) == (["enheten@example.se"], "kansli@example.se", True)
    secret = letter.body.partition("/lamna/")[2].partition("/")[0]
    assert questions.counts_held().linked(secret).key == UNIT.key
    assert "Arbetssteget Granby" in letter.body
    assert "16 september 2024" in letter.body
    again = actions.remind_units(SITE, by=TERMINAL, wanted=[(UNIT.key, INTERIM)])
    assert [one.code for one in again.problems] == ["counts-deed-reminded-today"]
    assert len(post) == 1
    assert questions.counts_held().linked(secret), "the link in the letter still opens the form"
    entry = TrailEntry.objects.filter(deed=Deed.REMIND_UNITS).get()
    assert secret not in str(entry.new)


def test_nobody_is_reminded_before_the_day_or_of_what_is_handed_in(post):
    days = ReminderDays(7, 3)
    assert not actions.remind_units(SITE, by=TERMINAL, today=dt.date(2024, 9, 8), days=days).sent
    assert actions.remind_units(SITE, by=TERMINAL, today=dt.date(2024, 9, 9), days=days).sent
    assert not actions.remind_units(SITE, by=TERMINAL, today=dt.date(2024, 9, 18), days=days).sent
    actions.hand_in_counts(REPORT, by=OF_UNIT)
    told = actions.remind_units(SITE, by=TERMINAL, today=dt.date(2024, 9, 19), wanted=[(UNIT.key, INTERIM)])
    assert [one.code for one in told.problems] == ["counts-deed-nothing-to-remind"]
    assert len(post) == 1


def test_a_letter_that_is_not_sent_is_not_noted_and_the_link_is_what_it_was(post, monkeypatch):
    link = actions.link_unit(UNIT.key, INTERIM, by=TERMINAL)
    monkeypatch.setattr(settings, "EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
    monkeypatch.setattr(settings, "EMAIL_HOST", "127.0.0.1")
    monkeypatch.setattr(settings, "EMAIL_PORT", 9)
    told = actions.remind_units(SITE, by=TERMINAL)
    assert [one.code for one in told.problems] == ["counts-deed-not-sent"]
    assert (told.sent, questions.counts_held().reminded) == ((), ())
    assert questions.counts_held().linked(link.secret)
    assert post == []


def test_without_a_server_or_an_address_the_letter_is_to_be_copied(monkeypatch):
    monkeypatch.setattr(settings, "EMAIL_HOST", "")
    [one] = actions.remind_units(SITE, by=TERMINAL).sent
    assert not one.mailed
    assert "https://samordna.example.se/lamna/" in one.letter.text
    [said] = questions.counts_held().reminded
    assert said.value.mailed is False


KILLS = 12
FORKED = multiprocessing.get_context("forkserver")
FORKED.set_forkserver_preload(["tests.actions.killable"])


def test_counts_that_are_being_imported_by_a_process_that_is_killed_are_there_or_not(association_folder):
    units = [Named(f"enhet-{n}", f"Enhet {n}") for n in range(25)]
    actions.ask_counts([CountsAsked(one, ACTIVITY, INTERIM, DUE, ("starts",)) for one in units], by=TERMINAL)
    close_folder()
    random_ = random.Random(1)
    whole = 0
    takes = _take(association_folder, units, "0", None)
    for kill in range(KILLS):
        _take(association_folder, units, str(kill + 1), takes * (kill + random_.random()) / KILLS)
        actions.open_association(association_folder)
        found = {tuple(_starts(one.value.report)) for one in questions.counts_held().submissions}
        assert len(questions.counts_held().submissions) == len(units)
        assert len(found) == 1, "some units are of one file and some of another"
        whole += found == {(kill + 1,)}
        close_folder()
    assert whole < KILLS, "no kill came before the end: nothing was tried"


def _starts(one: CountsReport) -> list[int]:
    return [one.figure("starts", (), Gender.WOMEN).exact.count]


def _take(folder: Path, units: list[Named], women: str, kill_after: float | None) -> float:
    """Import a file in a process of its own, killed after a time or left to finish; return how long it took."""
    row = "{unit};Arbetssteget;2024-01..2024-08;{rest}\n"
    rest = (f"starts;{women};3;0;;", "report:complete;;;;;ja", "report:vouched_by;;;;;enhetschef")
    text = "enhet;insats;period;rad;kvinnor;män;okänt kön;totalt;text\n"
    text += "".join(row.format(unit=one.name, rest=line) for one in units for line in rest)
    here, there = FORKED.Pipe()
    server = os.environ.get("DATABASE_URL")
    process = FORKED.Process(target=killable.take_counts_of, args=(folder, text.encode(), server, there))
    process.start()
    there.close()
    assert here.recv() == "begins"
    start = time.monotonic()
    if kill_after is None:
        assert here.recv() == "done"
    else:
        time.sleep(kill_after)
        process.kill()
    took = time.monotonic() - start
    process.join()
    return took
