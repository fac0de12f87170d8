"""A report that was made can be made again, whatever has changed since; what cannot be the same says so."""

import pytest
from tests.actions.test_layouts import ASKED, LEDGER, refusal

from samordna.access.models import Role, TrailEntry
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERSONS
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL, LedgerFile
from samordna.office.store import models

pytestmark = pytest.mark.usefixtures("read_in")

STAFF = EnteredFigure("keyfigures:anstallda", Scenario.ACTUAL, ASKED.period, 4, PERSONS, "Personallistan")


def ledger(text: str = LEDGER) -> LedgerFile:
    return LedgerFile("2024.se", text.replace("\n", "\r\n").encode())


@pytest.fixture
def read_in(association_folder):
    actions.take_ledgers([ledger()], by=TERMINAL)
    return association_folder


def test_what_was_made_says_what_it_was_made_from():
    actions.enter_figures([STAFF], by=TERMINAL)
    made = actions.make_report("interim", ASKED, by=TERMINAL)
    assert questions.made_reports() == (made,)
    assert (made.number, made.template, made.title, made.asked) == (1, "interim", "Delårsrapport", ASKED)
    assert (made.imports, made.layout_name, made.layout_revision, made.by) == ((1,), "lkbr", 0, "terminalen")
    assert made.figures_to == models.EnteredFigure.objects.get().pk
    assert made.status.startswith("Utkast")
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.subject) == ("make-report", "Delårsrapport januari–augusti 2024")
    assert (entry.new["number"], entry.new["imports"], entry.new["digest"]) == (1, [1], made.digest)


def test_made_again_after_everything_has_changed_it_is_the_same():
    actions.assign_account(2024, statement="income", account="6250", line="avskrivningar", by=TERMINAL)
    actions.enter_figures([STAFF], by=TERMINAL)
    made = actions.make_report("interim", ASKED, by=TERMINAL)
    before = questions.made_report(made.number)
    assert (before.same, before.layout_holds) == (True, True)

    actions.assign_account(2024, statement="income", account="5010", line="extraordinara", by=TERMINAL)
    actions.withdraw_figure(STAFF.key, STAFF.scenario, STAFF.period, reason="prov", by=TERMINAL)
    actions.take_ledgers([ledger(LEDGER.replace("200.00", "300.00").replace("-1000.00", "-1100.00"))], by=TERMINAL)

    after = questions.made_report(made.number)
    assert after.document == before.document
    assert (after.same, after.layout_holds) == (True, False)
    assert [taken.version for taken in after.imports] == [1]
    again = actions.make_report("interim", ASKED, by=TERMINAL)
    assert again.digest != made.digest
    assert questions.made_report(again.number).same


def test_made_in_the_programs_layout_it_stays_in_it():
    made = actions.make_report("interim", ASKED, by=TERMINAL)
    actions.assign_account(2024, statement="income", account="6250", line="avskrivningar", by=TERMINAL)
    assert questions.made_report(made.number).same


def test_a_report_that_no_longer_reads_the_same_says_so(site):
    made = actions.make_report("interim", ASKED, by=TERMINAL)
    actions.change_association(
        name="Samordningsförbundet Nytt Namn", organisation_number="222000-0000", by=site.actor(Role.DIRECTOR)
    )
    assert not questions.made_report(made.number).same


@pytest.mark.parametrize(
    ("kind", "asked", "code"),
    [
        ("interim", Asked.of(Period(203001, 203008)), "period-without-ledger"),
        ("interim", Asked.of(Period(202312, 202401)), "period-across-years"),
        ("annual", ASKED, "report-not-a-whole-year"),
        ("annual", Asked.of(Period(202312, 202401)), "period-across-years"),
        ("../lkbr/interim", ASKED, "no-such-report"),
        ("", ASKED, "no-such-report"),
    ],
)
def test_what_cannot_be_made_leaves_no_report_and_the_trail_says_why(kind, asked, code):
    assert refusal(lambda: actions.make_report(kind, asked, by=TERMINAL)) == [code]
    assert questions.made_reports() == ()
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.refused) == ("make-report", True)


def test_an_annual_report_is_made_of_the_whole_year_and_made_again_it_is_the_same():
    made = actions.make_report("annual", Asked.of(Period(202401, 202412)), by=TERMINAL)
    assert (made.template, made.title) == ("annual", "Årsredovisning")
    again = questions.made_report(made.number)
    assert (again.same, again.warnings) == (True, ())


def test_an_interim_report_of_other_months_is_made_and_says_so():
    made = actions.make_report("interim", Asked.of(Period(202401, 202403)), by=TERMINAL)
    [warning] = questions.made_report(made.number).warnings
    assert warning.code == "report-interim-of-other-months"


@pytest.mark.parametrize("role", [Role.BOARD, Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_may_not_makes_none(site, role):
    assert refusal(lambda: actions.make_report("interim", ASKED, by=site.actor(role))) == ["not-allowed"]


@pytest.mark.parametrize("number", [0, 2, 10**18, 10**30])
def test_a_number_that_was_never_given_is_no_report(number):
    assert refusal(lambda: questions.made_report(number)) == ["unknown-report"]
