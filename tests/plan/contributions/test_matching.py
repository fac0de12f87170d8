"""What is booked stands beside what falls on the months, as finely as the rules can tell and no finer."""

import pytest
from tests.association.members import ASSOCIATION
from tests.plan.contributions.paying import BOTH, LEDGER, SPRING, by_party, of_members, requested
from tests.plan.financing.years import shown as told

from samordna.domain.document import ComputedOrigin, LedgerOrigin, Missing, Table
from samordna.domain.plan.contributions.checks import rules_problems
from samordna.domain.plan.contributions.matching import InLedger, matched
from samordna.domain.plan.contributions.rules import ContributionRules, DueDay, GroupRule, LedgerRule
from samordna.domain.plan.contributions.tables import booked_table, contributions_table
from samordna.domain.values.period import Period
from samordna.domain.values.problem import refuses

IN_ALL = InLedger(6_000_00, ComputedOrigin("Raden bidrag."))
RULES = ContributionRules(
    ledger=(LedgerRule(("3510",), ("staten",)), LedgerRule(("3520", "3530"), ("Regionen", "Kommunerna")))
)


def shown(table: Table) -> list[str]:
    return [line.replace("\xa0", " ") for line in told(table)]


def test_without_rules_the_ledger_tells_of_everybody_together():
    table = booked_table(matched(by_party(), LEDGER, SPRING, IN_ALL))
    assert shown(table) == [
        "Staten, Regionen, Kommunerna: 6 000 | 0 | 6 000 | 0 | 0",
        "Summa: 6 000 | 0 | 6 000 | 0 | 0",
    ]
    assert table.remarks == ("Bokföringen skiljer inte på Staten, Regionen, Kommunerna: de visas tillsammans.",)


def test_rules_tell_what_is_accrued_and_deferred_of_each():
    until_april = Period(202401, 202404)
    matching = matched(by_party(RULES), LEDGER, until_april, IN_ALL)
    assert shown(booked_table(matching)) == [
        "Staten: 4 000 | 0 | 3 000 | 1 000 | 0",
        "Regionen, Kommunerna: 4 000 | 0 | 3 000 | 1 000 | 0",
        "Summa: 8 000 | 0 | 6 000 | 2 000 | 0",
    ]
    ahead = matched(by_party(RULES), LEDGER, Period(202401, 202402), InLedger(4_000_00, ComputedOrigin("Raden.")))
    assert [(part.accrued, part.deferred) for part in ahead.parts] == [(0, 0), (0, 0)]
    assert not [*matching.problems()]


def test_what_is_booked_ahead_is_deferred():
    rules = ContributionRules(ledger=(LedgerRule(("3510", "3520", "3530"), ("Staten",)),))
    [staten, others] = matched(by_party(rules), LEDGER, SPRING, IN_ALL).parts
    assert (staten.falls, staten.booked.amount, staten.accrued, staten.deferred) == (3_000_00, 6_000_00, 0, 3_000_00)
    assert staten.booked.origin == LedgerOrigin(("3510", "3520", "3530"), SPRING, "movement", (), (1,))
    assert others.booked is None


def test_accounts_that_no_rule_names_and_payers_without_a_rule_are_told_and_not_guessed():
    rules = ContributionRules(ledger=(LedgerRule(("3510",), ("Staten",)), LedgerRule(("3530",), ("Regionen",))))
    matching = matched(by_party(rules), LEDGER, SPRING, IN_ALL)
    assert [problem.code for problem in matching.problems()] == [
        "contributions-not-matched", "contributions-without-ledger-rule",
    ]  # fmt: skip
    table = booked_table(matching)
    assert shown(table)[3] == "Bokfört utan regel:  |  | 1 500 |  | "
    assert isinstance(table.cell("part-3", "booked"), Missing)
    assert isinstance(table.cell(":total", "booked"), Missing)


def test_a_rule_can_name_a_cost_centre_a_group_or_a_member():
    rules = ContributionRules(
        ledger=(LedgerRule(("3520",), ("towns",), "900"), LedgerRule(("3530",), ("r1", "Södra regionen")))
    )
    matching = matched(of_members(rules), LEDGER, SPRING, IN_ALL)
    assert [(part.names, part.booked.amount if part.booked else None) for part in matching.parts] == [
        ("Kommuner", 1_500_00), ("Regioner", 1_500_00), ("Staten", None),
    ]  # fmt: skip
    nowhere = ContributionRules(ledger=(LedgerRule(("3520",), ("towns",), "901"),))
    assert matched(of_members(nowhere), LEDGER, SPRING, IN_ALL).parts[0].booked.amount == 0


def test_who_the_ledger_cannot_tell_apart_is_named_and_one_that_pays_for_its_group_is_not():
    rules = ContributionRules((GroupRule("state", through="fk"),), (LedgerRule(("3510",)),))
    [told] = booked_table(matched(of_members(rules, association=BOTH), LEDGER, SPRING, IN_ALL)).remarks
    assert told == "Bokföringen skiljer inte på Staten, Regioner, Kommuner: de visas tillsammans."
    ledger = (LedgerRule(("3510",), ("state",)), LedgerRule(("3530",), ("regions",)))
    one_by_one = ContributionRules(rules.groups, ledger)
    [told] = booked_table(matched(of_members(one_by_one, association=BOTH), LEDGER, SPRING, IN_ALL)).remarks
    assert told == "Bokföringen skiljer inte på Norra regionen, Södra regionen: de visas tillsammans."


def test_months_that_the_books_do_not_reach_are_not_told():
    matching = matched(by_party(RULES), LEDGER, Period(202501, 202503), None)
    assert [part.booked for part in matching.parts] == [None, None]
    assert matching.unmatched == 0


def test_what_was_requested_invoiced_and_paid_stands_by_member_with_the_key_beside():
    made = requested(of_members(), "t1", 2)
    table = contributions_table(of_members(made=made))
    assert shown(table) == [
        "Staten: 12 000 | 12 000 | 0 | 0 | 0 | 12 000",
        "Försäkringskassan: 12 000 | 12 000 | 0 | 0 | 0 | 12 000",
        "Regioner: 6 000 | 6 000 | 0 | 0 | 0 | 6 000",
        "Norra regionen: 3 000 | 3 000 | 0 | 0 | 0 | 3 000",
        "Södra regionen: 3 000 | 3 000 | 0 | 0 | 0 | 3 000",
        "Kommuner: 6 000 | 6 000 | 500 | 0 | 0 | 5 500",
        "Granby: 3 000 | 3 000 | 500 | 0 | 0 | 2 500",
        "Furuby: 1 800 | 1 800 | 0 | 0 | 0 | 1 800",
        "Ekby: 1 200 | 1 200 | 0 | 0 | 0 | 1 200",
        "Summa: 24 000 | 24 000 | 500 | 0 | 0 | 23 500",
    ]
    origin = table.cell("t1", "requested").origin
    assert [part.origin.key for part in origin.parts] == ["requisition:1", "requisition:2"]


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        (ContributionRules((GroupRule(), GroupRule())), "contribution-rule-twice"),
        (ContributionRules((GroupRule("nobody"),)), "contribution-rule-of-unknown"),
        (ContributionRules((GroupRule(due=DueDay(32)),)), "contribution-no-such-day"),
        (ContributionRules((GroupRule("towns", through="fk"),)), "contribution-through-unknown"),
        (ContributionRules(ledger=(LedgerRule(()),)), "contribution-rule-without-account"),
        (ContributionRules(ledger=(LedgerRule(("3510",), ("nobody",)),)), "contribution-rule-of-unknown"),
        (ContributionRules(ledger=(LedgerRule(("9999",)),)), "contribution-unknown-account"),
        (
            ContributionRules(ledger=(LedgerRule(("3510",), ("fk",)), LedgerRule(("3510",)))),
            "contribution-account-twice",
        ),
        (
            ContributionRules(ledger=(LedgerRule(("3510",), ("fk",)), LedgerRule(("3520",), ("FK",)))),
            "contribution-who-twice",
        ),
    ],
)
def test_each_fault_of_the_rules_is_told(rules: ContributionRules, code: str):
    found = tuple(rules_problems(rules, ASSOCIATION, of_members().payers, LEDGER.accounts))
    assert code in [problem.code for problem in found]
    assert refuses(found) is (code not in {"contribution-rule-of-unknown", "contribution-unknown-account"})


def test_good_rules_have_no_problem():
    rules = ContributionRules(
        (GroupRule(), GroupRule("state", through="fk")), (LedgerRule(("3510",), ("Granby", "state")),)
    )
    assert not [*rules_problems(rules, ASSOCIATION, of_members().payers, LEDGER.accounts)]
