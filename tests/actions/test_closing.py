"""A period is closed on an import; what changes it later asks for its reason, and both are kept."""

from importlib.resources import files

import pytest
from tests.actions.later_ledger import FILE, take, with_vouchers
from tests.actions.people import actor
from tests.questions.demo_books import read_in
from tests.years.plans import input_files

from samordna.access.models import Role, TrailEntry
from samordna.domain.control.checks import CheckKind, Settling, hindering
from samordna.domain.control.closing import PeriodState, PeriodStep
from samordna.domain.statements.layout import StatementKind
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL, Seen

PERIOD = Period(202401, 202408)
LATER = b'#VER "B" "9001" 20240815 "Efter"\r\n{\r\n#TRANS 5539 {1 "3011"} 1000.00\r\n#TRANS 1930 {} -1000.00\r\n}'
SEPTEMBER = LATER.replace(b"20240815", b"20240915")


pytestmark = pytest.mark.usefixtures("sjuharad")


@pytest.fixture
def sjuharad(association_folder):
    """Return the folder of an association with Sjuhärad's books and plan in it."""
    read_in("sjuharad")
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    return association_folder


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: code in {problem.code for problem in refusal.problems})


def answer_everything() -> None:
    """Answer for what hinders, as a person would: a note on an account, a word on what else is found."""
    for check in hindering(questions.closing_shown(PERIOD).checks):
        if check.kind.settled_by is Settling.NOTE:
            account = check.key.rpartition(":")[2]
            actions.note_account(PERIOD, account, text="Avstämt mot utdrag", reconciled=True, by=TERMINAL)
        else:
            actions.acknowledge(PERIOD, check.key, "Styrelsen känner till det", by=TERMINAL)


def close() -> None:
    answer_everything()
    actions.take_closing_step(PERIOD, PeriodStep.PREPARE, by=TERMINAL)
    actions.take_closing_step(PERIOD, PeriodStep.CLOSE, by=TERMINAL)


def result() -> str:
    (table,) = [
        one for one in questions.statements_shown(Asked.of(PERIOD), StatementKind.INCOME).tables if one.id == "income"
    ]
    return table.cell("res3", "actual").decimal


def test_a_period_is_not_closed_while_something_is_left_to_do():
    actions.take_closing_step(PERIOD, PeriodStep.PREPARE, by=TERMINAL)
    with refused("period-left-to-do"):
        actions.take_closing_step(PERIOD, PeriodStep.CLOSE, by=TERMINAL)
    assert questions.closing_shown(PERIOD).closing.state is PeriodState.PRELIMINARY


def test_a_closed_period_is_pinned_to_its_import_and_keeps_its_checklist():
    close()
    shown = questions.closing_shown(PERIOD)
    assert (shown.closing.state, shown.closing.pinned) == (PeriodState.CLOSED, 2)
    assert shown.closing.checked
    assert [one.closing.period for one in questions.closings()] == [PERIOD]


def test_a_later_file_that_changes_closed_months_asks_for_its_reason_and_both_are_kept():
    before = result()
    close()
    with refused("period-changes-closed-months"):
        take(with_vouchers(LATER))
    assert [taken.version for taken in questions.imports() if taken.current] == [1, 2]
    take(with_vouchers(LATER), reason="Glömd faktura i augusti")
    assert [taken.version for taken in questions.imports() if taken.current] == [1, 3]
    assert result() == before, "the closed period still shows the import that it was closed on"
    assert TrailEntry.objects.filter(deed="take-ledger").last().new["note"] == "Glömd faktura i augusti"
    (table, *_) = questions.statements_shown(Asked.of(PERIOD), StatementKind.INCOME, versions=[1, 3]).tables
    assert table.cell("res3", "actual").decimal != before


def test_what_a_year_is_compared_with_is_told_as_it_was_closed():
    close()
    take(with_vouchers(LATER), reason="Glömd faktura")
    compared = Asked(Period(202301, 202308), PERIOD)
    told = questions.statements_shown(compared, StatementKind.INCOME)
    assert {taken.version for taken in told.imports} == {1, 2}


def test_a_later_file_with_more_months_needs_none():
    close()
    assert take(with_vouchers(SEPTEMBER)).taken


def test_a_file_that_waits_says_so_and_is_taken_with_the_reason():
    close()
    data = with_vouchers(LATER)
    number = actions.hand_in([actions.LedgerFile("ny.se", data)], by=TERMINAL)[0]
    draft = questions.draft(number)
    assert "period-changes-closed-months" in {problem.code for problem in draft.preview.problems}
    assert draft.preview.may_be_taken
    with refused("period-changes-closed-months"):
        actions.take_draft(number, seen=Seen(2), by=TERMINAL)
    assert actions.take_draft(number, seen=Seen(2), note="Glömd faktura", by=TERMINAL).taken


def test_opened_again_with_a_reason_it_shows_what_holds_now():
    close()
    take(with_vouchers(LATER), reason="Glömd faktura")
    was = result()
    with refused("period-no-reason-to-reopen"):
        actions.take_closing_step(PERIOD, PeriodStep.REOPEN, by=TERMINAL)
    actions.take_closing_step(PERIOD, PeriodStep.REOPEN, reason="Fakturan ska med", by=TERMINAL)
    assert result() != was


def test_what_is_said_of_an_account_is_of_the_balance_it_had():
    [check, *_] = [one for one in questions.closing_shown(PERIOD).checks if one.kind is CheckKind.RECONCILED]
    account = check.key.rpartition(":")[2]
    seen = actions.note_account(PERIOD, account, text="Korrigeras  sep", by=TERMINAL)
    after = next(one for one in questions.closing_shown(PERIOD).checks if one.key == check.key)
    assert (after.said, after.hinders) == ("Korrigeras sep", False)
    actions.note_account(PERIOD, account, by=TERMINAL, seen=seen)
    assert next(one for one in questions.closing_shown(PERIOD).checks if one.key == check.key) == check


def test_a_word_is_taken_back_by_an_empty_one_and_only_of_what_is_there():
    check = next(one for one in hindering(questions.closing_shown(PERIOD).checks) if one.kind is CheckKind.OWED)
    actions.acknowledge(PERIOD, check.key, "Bokas i september", by=TERMINAL)
    assert check.key not in {one.key for one in hindering(questions.closing_shown(PERIOD).checks)}
    actions.acknowledge(PERIOD, check.key, "", by=TERMINAL)
    assert check.key in {one.key for one in hindering(questions.closing_shown(PERIOD).checks)}
    with refused("plan-no-such-item"):
        actions.acknowledge(PERIOD, "owed:abc", "Hej", by=TERMINAL)
    with refused("plan-no-such-account"):
        actions.note_account(PERIOD, "9999", text="Hej", by=TERMINAL)


def test_two_persons_do_not_take_the_same_step_unseen():
    actions.take_closing_step(PERIOD, PeriodStep.PREPARE, by=TERMINAL, seen=0)
    with refused("period-not-in-that-state"):
        actions.take_closing_step(PERIOD, PeriodStep.PREPARE, by=TERMINAL, seen=0)


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.BOARD, Role.AUDITOR, Role.ADMINISTRATOR])
def test_only_the_economist_closes(role):
    with refused("not-allowed"):
        actions.take_closing_step(PERIOD, PeriodStep.PREPARE, by=actor(role))


def test_the_same_ledger_again_changes_nothing_closed():
    close()
    same = (files("samordna.demo") / "ledgers" / FILE).read_bytes() + b"\r\n"
    assert take(same).taken
