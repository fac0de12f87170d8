"""How do agreements, rules for contributions and requisitions that somebody keeps in files come in?

Each part is said in the transaction of ``take_plan``, after members and register.
"""

from collections.abc import Sequence
from dataclasses import replace

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.agreements.checks import agreement_problems, beside_problems
from samordna.domain.plan.agreements.terms import ServiceAgreement
from samordna.domain.plan.contributions.checks import rules_problems
from samordna.domain.plan.contributions.planning import ContributionYear
from samordna.domain.plan.contributions.problems import NOT_TO_REQUEST
from samordna.domain.plan.contributions.requisition import (
    TRANSITIONS,
    Requisition,
    RequisitionAct,
    RequisitionState,
    after,
)
from samordna.domain.plan.contributions.rules import ContributionRules
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.plan.plan_saying import refuse_any, say_of
from samordna.office.actions.plan.plan_things import agreement_of, contribution_rules_of, requisition_of
from samordna.office.questions.books.ledgers import balances
from samordna.office.questions.financing.contributions import contribution_year_of
from samordna.office.questions.plan.plan import plan_held
from samordna.sources.plan_files import RequisitionLine


def take_agreements(agreements: Sequence[ServiceAgreement], *, by: Actor) -> tuple[Problem, ...]:
    """Say the agreements of a file, all of them or none, and return what is told of them all the same."""
    held = plan_held()
    sums = [one for one in held.plan.agreed if not one.agreement]
    told = refuse_any(
        problem
        for one in agreements
        for problem in (
            *agreement_problems(one, held.plan.register),
            *beside_problems(one, agreements, sums),
        )
    )
    for one in agreements:
        say_of(agreement_of(one.number), one, Deed.CHANGE_AGREEMENT, by=by)
    return told


def take_contribution_rules(years: Sequence[tuple[Period, ContributionRules]], *, by: Actor) -> tuple[Problem, ...]:
    """Say the rules of files, and return what is told of them all the same."""
    told: tuple[Problem, ...] = ()
    for year, rules in years:
        held = plan_held()
        payers = contribution_year_of(held, year).payers
        told += refuse_any(rules_problems(rules, held.association, payers, balances(objects=()).accounts))
        say_of(contribution_rules_of(year), rules, Deed.SET_CONTRIBUTION_RULES, by=by)
    return told


def take_requisitions(lines: Sequence[RequisitionLine], *, by: Actor) -> None:
    """Take requisitions the steps that files tell of, but for those that they have taken already.

    Raises ``Refused`` for a step that a requisition cannot take, and for a payer that is not asked.
    """
    for line in lines:
        held = plan_held()
        number = max((said.value.number for said in held.requisitions), default=0)
        for one in _wanted(contribution_year_of(held, line.year), line):
            if not one.number:
                number += 1
            numbered = one if one.number else replace(one, number=number)
            taken = after(numbered, RequisitionAct(line.step, line.day))
            say_of(requisition_of(taken), taken, Deed.REQUEST_CONTRIBUTION, by=by)


def _wanted(of: ContributionYear, line: RequisitionLine) -> tuple[Requisition, ...]:
    """Return the requisitions that a line is about and that have not come so far."""
    asked = [one for one in of.asked if not line.who or one.payer.answers_to(line.who)]
    found = [
        requisition
        for one in asked
        for requisition in (*one.standing, *one.planned)
        if requisition.period == line.period
    ]
    if not found:
        place = swedish("bidrag {year}").format(year=of.year.in_words)
        raise Refused([NOT_TO_REQUEST.at(place, payer=mask(line.who or swedish("alla")), period=line.period.in_words)])
    state = next(to[line.step] for to in TRANSITIONS.values() if line.step in to)
    return tuple(one for one in found if not _has_come(one, state))


def _has_come(one: Requisition, state: RequisitionState) -> bool:
    return any(entry.state is state for entry in one.history)
