"""What is wrong with the rules of contributions, and what do requisitions ask of somebody?"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from samordna.domain.association.association import Association
from samordna.domain.plan.contributions import problems
from samordna.domain.plan.contributions.payers import Payers
from samordna.domain.plan.contributions.planning import Asked, ContributionYear
from samordna.domain.plan.contributions.requisition import UNPAID, Requisition
from samordna.domain.plan.contributions.rules import END_OF_MONTH, ContributionRules, GroupRule, LedgerRule
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Problem
from samordna.domain.values.spelling import folded

_PLACE = swedish("reglerna för bidrag")


def rules_problems(
    rules: ContributionRules, association: Association, payers: Payers, accounts: Collection[str]
) -> Iterator[Problem]:
    """Yield what is wrong with rules; ``accounts`` are those of the ledger, none when nothing has been read."""
    for group, times in Counter(rule.group for rule in rules.groups).items():
        if times > 1:
            yield problems.RULE_TWICE.at(_PLACE, group=f"”{group}”" if group else swedish("alla"))
    for rule in rules.groups:
        yield from _of_group(rule, association, payers)
    yield from _of_ledger(rules, association, payers, accounts)


def _of_group(rule: GroupRule, association: Association, payers: Payers) -> Iterator[Problem]:
    known = [group.id for group in association.groups] or [group.id for group in payers]
    if rule.group and rule.group not in {*known, *(group.id for group in payers)}:
        yield problems.RULE_OF_UNKNOWN.at(_PLACE, who=rule.group, known=", ".join(known))
    if not 1 <= rule.due.day <= END_OF_MONTH:
        yield problems.NO_SUCH_DAY.at(_PLACE, day=rule.due.day)
    member = association.member(rule.through) if rule.through else None
    if rule.group in known and rule.through and (member is None or member.group != rule.group):
        yield problems.THROUGH_UNKNOWN.at(_PLACE, member=rule.through, group=rule.group or swedish("alla"))


def _of_ledger(
    rules: ContributionRules, association: Association, payers: Payers, accounts: Collection[str]
) -> Iterator[Problem]:
    known = tuple(_names(association, payers))
    for rule in rules.ledger:
        yield from _of_accounts(rule, known, accounts)
    booked = Counter((account, rule.cost_centre) for rule in rules.ledger for account in dict.fromkeys(rule.accounts))
    for (account, _), times in booked.items():
        if times > 1:
            yield problems.ACCOUNT_TWICE.at(_PLACE, account=account)
    for who, times in Counter(folded(one) for rule in rules.ledger for one in rule.who).items():
        if times > 1:
            yield problems.WHO_TWICE.at(_PLACE, who=who)


def _of_accounts(rule: LedgerRule, known: Sequence[str], accounts: Collection[str]) -> Iterator[Problem]:
    plain = {folded(one) for one in known}
    if not rule.accounts:
        yield problems.RULE_WITHOUT_ACCOUNT.at(_PLACE, who=", ".join(rule.who) or swedish("alla"))
    for one in rule.who:
        if folded(one) not in plain:
            yield problems.RULE_OF_UNKNOWN.at(_PLACE, who=one, known=", ".join(known))
    for account in rule.accounts:
        if accounts and account not in accounts:
            yield problems.UNKNOWN_ACCOUNT.at(_PLACE, account=account)


def _names(association: Association, payers: Payers) -> Iterator[str]:
    """Yield everything that somebody who pays can be called in a rule."""
    told = (
        *(name for group in association.groups for name in (group.id, group.name)),
        *(name for member in association.members for name in (member.code, member.name)),
        *(name for group in payers for name in (group.id, group.name)),
    )
    yield from dict.fromkeys(told)


def requisition_problems(of: ContributionYear, day: dt.date) -> Iterator[Problem]:
    """Yield what the requisitions of a year ask of somebody on a day."""
    for one in of.asked:
        yield from _of_rest(one)
        yield from _of_debt(one, day)
    yield from _of_strays(of)


def _of_strays(of: ContributionYear) -> Iterator[Problem]:
    """Yield a problem for everybody that has been asked and does not pay for the year."""
    known = {requisition.number for one in of.asked for requisition in one.made}
    strays: dict[str, list[Requisition]] = {}
    for requisition in of.made:
        if requisition.stands and requisition.number not in known:
            strays.setdefault(requisition.name, []).append(requisition)
    for name, told in strays.items():
        yield problems.PAYER_GONE.at(name, payer=name, **_in_words(told))


def _in_words(told: Sequence[Requisition]) -> dict[str, str]:
    numbers = ", ".join(str(requisition.number) for requisition in told)
    return {"numbers": numbers, "amount": whole_kronor(sum(requisition.amount for requisition in told))}


def _of_rest(one: Asked) -> Iterator[Problem]:
    place = one.payer.name
    if one.rest < 0:
        yield problems.REQUESTED_MORE.at(
            place, requested=whole_kronor(one.requested), amount=whole_kronor(one.payer.amount)
        )
    elif one.rest and not one.planned:
        yield problems.REST_WITHOUT_MONTHS.at(place, rest=whole_kronor(one.rest))


def _of_debt(one: Asked, day: dt.date) -> Iterator[Problem]:
    unpaid = [requisition for requisition in one.made if requisition.state in UNPAID]
    if one.payer.left and unpaid:
        told = {"payer": one.payer.name, "left": swedish_date(one.payer.left), **_in_words(unpaid)}
        yield problems.LEFT_WITH_DEBT.at(one.payer.name, **told)
    late = [requisition for requisition in unpaid if requisition.due < day]
    if late:
        due = swedish_date(min(requisition.due for requisition in late))
        yield problems.OVERDUE.at(one.payer.name, due=due, **_in_words(late))
