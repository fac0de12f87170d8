"""How does the association say how contributions are asked for, ask for them, and follow what comes of it?"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.contributions.checks import rules_problems
from samordna.domain.plan.contributions.problems import NO_SUCH_REQUISITION, NOT_TO_REQUEST
from samordna.domain.plan.contributions.requisition import Requisition, RequisitionAct, RequisitionStep, after
from samordna.domain.plan.contributions.rules import ContributionRules
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import contribution_rules_of, requisition_of
from samordna.office.questions.books.ledgers import balances
from samordna.office.questions.financing.contributions import contribution_year_of
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.store.plan_rows import Said
from samordna.office.store.writing import alone


def set_contribution_rules(
    year: Period, rules: ContributionRules, *, by: Actor, seen: int | None = None
) -> tuple[Problem, ...]:
    """Say by which rules contributions are asked for and booked from a year on, and return what is told of them."""
    thing = contribution_rules_of(year)
    with doing(Deed.SET_CONTRIBUTION_RULES, by=by, subject=thing.name), alone():
        held = plan_held()
        payers = contribution_year_of(held, year).payers
        accounts = balances(objects=()).accounts
        told = refuse_any(rules_problems(rules, held.association, payers, accounts))
        say_of(thing, rules, Deed.SET_CONTRIBUTION_RULES, by=by, seen=seen)
    return told


def request_contributions(
    year: Period, wanted: Sequence[tuple[str, Period]], *, day: dt.date, by: Actor
) -> tuple[Requisition, ...]:
    """Ask payers, by their keys, for what is planned for some months, and return the requisitions with their numbers.

    Raises ``Refused`` when nothing is chosen, and when something of it is not left to ask for.
    """
    subject = swedish("bidrag {year}").format(year=year.in_words)
    with doing(Deed.REQUEST_CONTRIBUTION, by=by, subject=subject), alone():
        held = plan_held()
        if not wanted:
            raise Refused([problems.NOTHING_TO_REQUEST.at(subject)])
        chosen = _chosen(held, year, wanted)
        number = max((said.value.number for said in held.requisitions), default=0)
        made = tuple(
            after(replace(one, number=number + nth), RequisitionAct(RequisitionStep.REQUEST, day))
            for nth, one in enumerate(chosen, start=1)
        )
        for one in made:
            say_of(requisition_of(one), one, Deed.REQUEST_CONTRIBUTION, by=by, seen=0)
    return made


def _chosen(held: PlanHeld, year: Period, wanted: Sequence[tuple[str, Period]]) -> tuple[Requisition, ...]:
    of = contribution_year_of(held, year)
    planned = {(one.payer, one.period): one for asked in of.asked for one in asked.planned}
    missing = [(payer, period) for payer, period in wanted if (payer, period) not in planned]
    if missing:
        subject = swedish("bidrag {year}").format(year=year.in_words)
        raise Refused(
            NOT_TO_REQUEST.at(subject, payer=mask(payer), period=period.in_words) for payer, period in missing
        )
    return tuple(planned[one] for one in dict.fromkeys(wanted))


def take_requisition_steps(
    numbers: Sequence[int], act: RequisitionAct, *, by: Actor, seen: int | None = None
) -> tuple[Requisition, ...]:
    """Take requisitions a step on, all of them or none: invoiced, paid, credited, taken back.

    ``seen`` is the line that somebody saw of a single one. Raises ``Refused`` as their life says.
    """
    subject = swedish("rekvisition {numbers}").format(numbers=", ".join(map(str, numbers)))
    with doing(Deed.REQUEST_CONTRIBUTION, by=by, subject=subject), alone():
        held = plan_held()
        if not numbers:
            raise Refused([problems.NOTHING_TO_REQUEST.at(swedish("rekvisitioner"))])
        refuse_any(text_problems(subject, act.why))
        taken = tuple(after(_of(number, held).value, act) for number in dict.fromkeys(numbers))
        for one in taken:
            say_of(requisition_of(one), one, Deed.REQUEST_CONTRIBUTION, by=by, seen=seen)
    return taken


def _of(number: int, held: PlanHeld) -> Said[Requisition]:
    found = next((said for said in held.requisitions if said.value.number == number), None)
    if found is None:
        place = swedish("rekvisition {number}").format(number=number)
        raise Refused([NO_SUCH_REQUISITION.at(place, number=number)])
    return found
