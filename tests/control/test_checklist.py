"""What is left to do before a period is closed: found, settled, and asked anew when it is another."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.control.closing_books import BASIS, LEDGER, NOTES, as_one_sum, booked_also, left, of_kind
from tests.plan.rows import SPRING

from samordna.domain.control.checklist import checklist
from samordna.domain.control.checks import CheckKind, CheckState, Settling, hindering
from samordna.domain.control.closing_basis import ClosingBasis
from samordna.domain.control.said import AccountNote, Acknowledgement, acknowledgement_problems, note_problems
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.books import Account, AccountKind
from samordna.domain.ledger.differences import LedgerTotals, differences
from samordna.domain.ledger.problems.versions import PERIOD_BEYOND_LEDGER
from samordna.domain.plan.owed import CONTRIBUTIONS, Owed, OwedKind, OwedState
from samordna.domain.statements.problems import (
    ACCOUNT_WITHOUT_LINE,
    CONTROL_FAILS,
    COST_CENTRE_WITHOUT_ROW,
    OUTLOOK_DEFICIT,
)
from samordna.domain.values.period import Period

OWED = Owed("3011", OwedKind.AGREEMENT, SPRING, 200_00, "Avtalat 600 kr för året.")
UNPLACED = ACCOUNT_WITHOUT_LINE.at("Balansräkning", account="1677", name="Ludvikamoms")


def noted(*notes: AccountNote, basis: ClosingBasis = BASIS) -> ClosingBasis:
    """Return the basis with notes after those that it has."""
    return replace(basis, notes=(*basis.notes, *notes))


def answered(basis: ClosingBasis, text: str = "Det får stå så.") -> ClosingBasis:
    """Return the basis with a person's word for everything that is open."""
    said = (Acknowledgement(check.key, basis.period, check.found, text) for check in checklist(basis))
    return replace(basis, acknowledged=tuple(said))


def only_year(balances: Balances) -> LedgerTotals:
    return LedgerTotals.of(replace(balances, years=balances.years[-1:]))


def changed(before: Balances, now: Balances = LEDGER) -> ClosingBasis:
    return replace(BASIS, balances=now, changed=differences(only_year(before), only_year(now)))


def test_nothing_is_left_of_books_in_order_and_what_was_looked_at_is_seen():
    checks = checklist(BASIS)
    assert left(BASIS) == []
    assert {check.kind for check in checks} == set(CheckKind)
    assert [check.kind for check in checks] == sorted((check.kind for check in checks), key=list(CheckKind).index)
    (balanced,) = of_kind(CheckKind.BALANCED, BASIS)
    assert (balanced.title, balanced.state, balanced.found, balanced.remedy) == (
        "Debet är lika med kredit", CheckState.DONE, "", "",
    )  # fmt: skip


def test_every_account_that_holds_something_or_moved_is_reconciled_or_explained():
    assert left(replace(BASIS, notes=())) == [
        "1510 Kundfordringar: Saldot, 0,00 kr, är varken avstämt eller förklarat.",
        "1677 Ludvikamoms: Saldot, -30,00 kr, är varken avstämt eller förklarat.",
        "1930 Bank: Saldot, 1 080,00 kr, är varken avstämt eller förklarat.",
        "2010 Eget kapital: Saldot, -1 000,00 kr, är varken avstämt eller förklarat.",
        "1677 Ludvikamoms: Tillgångskontot 1677 har ett minussaldo: -30,00 kr till och med april 2024.",
    ]
    said = [check.said for check in of_kind(CheckKind.RECONCILED, BASIS)]
    assert said == ["Avstämt", "Korrigeras sep", "Avstämt. Mot bankens besked", "Avstämt"]


def test_an_account_that_holds_nothing_and_stood_still_is_no_item():
    february = replace(BASIS, period=Period(202402, 202403), notes=())
    assert [check.title for check in of_kind(CheckKind.RECONCILED, february)] == [
        "1510 Kundfordringar", "1930 Bank", "2010 Eget kapital",
    ]  # fmt: skip


def test_a_note_is_of_the_balance_that_was_seen_and_of_its_period():
    stale = noted(AccountNote("1930", SPRING, 1070_00, reconciled=True))
    assert left(stale) == [
        "1930 Bank: Saldot är 1 080,00 kr, men det var 1 070,00 kr när det stämdes av eller förklarades."
    ]
    of_another_period = noted(AccountNote("1930", Period(202401, 202403), 1070_00, reconciled=True))
    assert left(of_another_period) == []
    assert len(left(noted(AccountNote("1930", SPRING, 1080_00, " ")))) == 1  # taken back: it says nothing


def test_that_an_account_is_reconciled_does_not_explain_its_side():
    (only,) = left(noted(AccountNote("1677", SPRING, -30_00, reconciled=True)))
    assert only.startswith("1677 Ludvikamoms: Tillgångskontot")
    (side,) = of_kind(CheckKind.SIDE, BASIS)
    assert (side.state, side.said) == (CheckState.DONE, "Korrigeras sep")


def test_costs_in_credit_and_income_in_debit_are_pointed_out():
    wrong = replace(BASIS, balances=booked_also(202404, {"3010": 160, "5010": -160}))
    assert left(wrong) == [
        "3010 Bidrag: Intäktskontot 3010 står i debet: 10,00 kr till och med april 2024.",
        "5010 Insatser: Kostnadskontot 5010 står i kredit: -60,00 kr till och med april 2024.",
    ]
    assert left(noted(AccountNote("5010", SPRING, -60_00, "Återbetalt"), basis=wrong)) == left(wrong)[:1]


def test_rounded_ore_go_both_ways():
    accounts = {**LEDGER.accounts, "3740": Account("3740", "Öres- och kronutjämning", AccountKind.INCOME)}
    rounded = replace(booked_also(202404, {"3740": 9, "5010": -9}), accounts=accounts)
    assert left(replace(BASIS, balances=rounded)) == []


def test_a_month_that_does_not_come_to_nothing_is_told_and_what_comes_after_is_no_matter():
    assert left(replace(BASIS, balances=booked_also(202403, {"5010": 7}))) == [
        "mars 2024: Debet och kredit skiljer 7,00 kr i mars 2024."
    ]
    assert left(replace(BASIS, balances=booked_also(202405, {"5010": 7}))) == []


def test_the_year_opens_where_the_last_one_closed():
    before, last = LEDGER.years
    opening = {**last.opening, "1510": 20_00}
    unlike = replace(BASIS, balances=replace(LEDGER, years=(before, replace(last, opening=opening))))
    told = [text for text in left(unlike) if text.startswith("ingående balans 2024")]
    assert [text.partition(": ")[0] for text in told] == [
        "ingående balans 2024", "ingående balans 2024, konto 1510", "ingående balans 2024, konto 2010",
    ]  # fmt: skip
    unread = replace(BASIS, balances=replace(LEDGER, years=(last,)))
    (only,) = of_kind(CheckKind.OPENING, unread)
    assert (only.state, only.hinders) == (CheckState.DONE, False)
    assert "inget att jämföras med" in only.found


def test_last_years_result_that_has_moved_into_equity_is_in_order():
    (only,) = of_kind(CheckKind.OPENING, BASIS)
    assert only.state is CheckState.DONE
    assert "Förra årets resultat" in only.found


@pytest.mark.parametrize(
    ("period", "balances", "words"),
    [
        (Period(202401, 202406), LEDGER, "Bokföringen är inläst till och med maj 2024, men perioden slutar juni 2024."),
        (Period(202501, 202504), LEDGER, "Ingen bokföring är inläst för januari–april 2025."),
        (SPRING, as_one_sum(), "Filen har bara saldon för januari–maj 2024: hur de var i slutet av april 2024"),
    ],
)
def test_books_that_do_not_tell_of_the_period_hinder_and_nothing_is_said_to_be_in_order(period, balances, words):
    basis = ClosingBasis(period, balances)
    (first, *others) = checklist(answered(basis))
    assert (first.kind, first.hinders) == (CheckKind.COVERED, True)
    assert first.found.startswith(words)
    assert {check.kind for check in others}.isdisjoint({CheckKind.RECONCILED, CheckKind.SIDE, CheckKind.BALANCED})


def test_a_ledger_of_one_sum_that_ends_with_the_period_is_told():
    basis = ClosingBasis(Period(202401, 202405), as_one_sum())
    assert of_kind(CheckKind.COVERED, basis)[0].state is CheckState.DONE
    assert [check.title for check in of_kind(CheckKind.RECONCILED, basis)] == ["1930 Bank", "2010 Eget kapital"]


def test_what_the_last_import_changed_in_earlier_months_is_told_and_does_not_hinder():
    earlier = changed(booked_also(202401, {"5010": -10, "1930": 10}))
    assert left(earlier) == [
        "1930 Bank: -10,00 kr har bokförts i efterhand i månader som redan var inlästa: januari 2024.",
        "5010 Insatser: 10,00 kr har bokförts i efterhand i månader som redan var inlästa: januari 2024.",
    ]
    assert hindering(checklist(earlier)) == ()
    assert left(answered(earlier)) == []
    assert left(changed(booked_also(202405, {"5010": -10, "1930": 10}))) == []


def test_an_opening_balance_that_was_changed_is_told():
    before, last = LEDGER.years
    other = replace(LEDGER, years=(before, replace(last, opening={**last.opening, "1510": 5_00})))
    assert left(changed(other)) == [
        "1510 Kundfordringar: Den ingående balansen är -5,00 kr annorlunda än i den fil som var inläst förut."
    ]


def test_a_change_that_nobody_knows_the_month_of_is_told():
    (only,) = left(changed(as_one_sum(booked_also(202401, {"5010": -10, "1930": 10}))))
    assert only.endswith(
        "Konton som skiljer sig från den fil som var inläst förut: 2. I vilka månader går inte att se."
    )


@pytest.mark.parametrize(
    ("owed", "words"),
    [
        (OWED, "3011 Almby: 200,00 kr i kostnader är upparbetat och varken bokfört eller beställt."),
        (
            Owed(CONTRIBUTIONS, OwedKind.CONTRIBUTION, Period(202401, 202403), -50_00, ""),
            "bidrag: 50,00 kr i bidrag är upparbetat och varken bokfört eller beställt.",
        ),
        (
            replace(OWED, state=OwedState.SENT),
            "3011 Almby: 200,00 kr i kostnader är beställt och har inte kommit i bokföringen.",
        ),
    ],
)
def test_what_is_owed_is_told_until_it_is_booked(owed, words):
    basis = replace(BASIS, owed=(owed,))
    assert left(basis) == [words]
    assert bool(hindering(checklist(basis))) is (owed.state is OwedState.PROPOSED)
    assert left(replace(BASIS, owed=(replace(owed, state=OwedState.BOOKED),))) == []
    assert left(replace(BASIS, owed=(replace(owed, period=Period(202401, 202405)),))) == []


def test_what_the_year_owes_is_told_of_a_period_that_begins_later_in_it():
    assert len(of_kind(CheckKind.OWED, replace(BASIS, period=Period(202404, 202404), owed=(OWED,)))) == 1
    (only,) = of_kind(CheckKind.OWED, replace(BASIS, period=Period(202404, 202404), owed=(OWED,)))
    assert only.state is CheckState.OPEN


def test_findings_of_statements_are_items_each_of_its_kind_and_once():
    centre = COST_CENTRE_WITHOUT_ROW.at("kostnadsställen", row="9999")
    control = CONTROL_FAILS.at("Balansräkning", says="Lika", column="2024", left="1", right="2")
    deficit = OUTLOOK_DEFICIT.at("prognos", plan="Prognosen", result="-1")
    beyond = PERIOD_BEYOND_LEDGER.at("2024", period="2024", covered_to="maj 2024")
    basis = replace(BASIS, findings=(UNPLACED, centre, control, deficit, beyond, UNPLACED))
    assert [
        (check.kind, check.problem, check.state) for check in checklist(basis) if check.problem in basis.findings
    ] == [
        (CheckKind.UNPLACED_ACCOUNT, UNPLACED, CheckState.OPEN),
        (CheckKind.UNPLACED_COST_CENTRE, centre, CheckState.OPEN),
        (CheckKind.STATEMENT, control, CheckState.OPEN),
        (CheckKind.STATEMENT, deficit, CheckState.DONE),
    ]


def test_a_persons_word_settles_all_but_what_must_be_mended():
    basis = replace(BASIS, balances=booked_also(202403, {"5010": 7}), owed=(OWED,), findings=(UNPLACED,))
    assert [check.kind for check in checklist(answered(basis)) if check.state is CheckState.OPEN] == [
        CheckKind.UNPLACED_ACCOUNT
    ]
    assert len(left(answered(basis, "  "))) == 3  # no words, no answer
    settled = {kind for kind in CheckKind if kind.settled_by is Settling.MENDING}
    assert settled == {CheckKind.COVERED, CheckKind.UNPLACED_ACCOUNT}


def test_a_word_is_of_what_was_found_then_and_of_its_period():
    basis = answered(replace(BASIS, owed=(OWED,)))
    assert left(basis) == []
    assert len(left(replace(basis, owed=(replace(OWED, amount=210_00),)))) == 1
    elsewhere = tuple(replace(one, period=Period(202401, 202403)) for one in basis.acknowledged)
    assert len(left(replace(basis, acknowledged=elsewhere))) == 1


def test_a_word_is_taken_back_by_one_that_says_nothing():
    basis = answered(replace(BASIS, owed=(OWED,)))
    taken_back = tuple(replace(one, text="") for one in basis.acknowledged)
    assert len(left(replace(basis, acknowledged=(*basis.acknowledged, *taken_back)))) == 1


def test_what_says_nothing_is_not_taken():
    assert [problem.code for problem in note_problems(AccountNote("1930", SPRING, 0, " "))] == [
        "closing-note-without-words"
    ]
    assert [problem.code for problem in acknowledgement_problems(Acknowledgement("owed:a", SPRING, "Fel.", " "))] == [
        "closing-acknowledged-without-words"
    ]
    assert [*note_problems(NOTES[0]), *acknowledgement_problems(Acknowledgement("a", SPRING, "Fel.", "Rätt."))] == []


@given(st.dictionaries(st.sampled_from(["1510", "1677", "1930", "2010"]), st.integers(-(10**6), 10**6)))
def test_whatever_the_balances_are_each_is_asked_for_once_and_a_note_of_it_is_enough(amounts):
    basis = replace(BASIS, balances=booked_also(202404, amounts), notes=())
    accounts = of_kind(CheckKind.RECONCILED, basis)
    assert len({check.key for check in checklist(basis)}) == len(checklist(basis))
    assert all(check.state is CheckState.OPEN for check in accounts if check.problem)
    numbers = ("1510", "1677", "1930", "2010")
    notes = tuple(AccountNote(number, SPRING, basis.balance(number), "Se bilaga") for number in numbers)
    explained = replace(basis, notes=notes)
    for kind in (CheckKind.RECONCILED, CheckKind.SIDE):
        assert [check for check in of_kind(kind, explained) if check.state is CheckState.OPEN] == []
