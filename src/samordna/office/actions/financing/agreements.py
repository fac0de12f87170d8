"""How does the association enter an agreement, change it, and take it through its life?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.agreements.checks import agreement_problems, beside_problems
from samordna.domain.plan.agreements.life import IN_FORCE, AgreementAct, AgreementEntry, AgreementState, AgreementStep
from samordna.domain.plan.agreements.steps import after
from samordna.domain.plan.agreements.terms import ServiceAgreement
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused, refuses
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import agreed_sum, agreement_of
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.store.plan_rows import AGREED, Said, latest_said
from samordna.office.store.writing import alone

_TO_HOLD: Final = frozenset({AgreementState.DRAFT, AgreementState.SIGNED})


def write_agreement(
    terms: ServiceAgreement,
    *,
    by: Actor,
    signed: dt.date | None = None,
    replaces_sums: bool = False,
) -> tuple[int, tuple[Problem, ...]]:
    """Enter a new agreement, and return the number it got with what is told of it all the same.

    It is a draft, or signed on the day ``signed``, which may be long ago. Signed, and when it ``replaces_sums``, the
    sums that were entered without an agreement for its rows and years no longer hold.
    """
    with doing(Deed.CHANGE_AGREEMENT, by=by, subject=mask(terms.title)), alone():
        held = plan_held()
        number = max((said.value.number for said in held.agreements), default=0) + 1
        agreement = replace(terms, number=number, history=(AgreementEntry(AgreementState.DRAFT),))
        if signed:
            agreement = after(agreement, AgreementAct(AgreementStep.SIGN, signed))
        told = _keep(agreement, held, by=by, seen=0, replaces_sums=replaces_sums)
    return number, told


def change_agreement(
    number: int,
    terms: ServiceAgreement,
    act: AgreementAct,
    *,
    by: Actor,
    seen: int | None = None,
) -> tuple[Problem, ...]:
    """Give an agreement other terms: a draft is changed, what was signed gets a new version.

    ``act`` says when, and of what was signed what is changed and why; which of the two steps it is follows from that.
    """
    thing = agreement_of(number)
    with doing(Deed.CHANGE_AGREEMENT, by=by, subject=thing.name), alone():
        held = plan_held()
        before = _of(number, held).value
        step = AgreementStep.CHANGE if before.state is AgreementState.DRAFT else AgreementStep.AMEND
        if replace(terms, number=number, history=before.history) == before:
            raise Refused([problems.NOTHING_CHANGED.at(thing.name)])
        return _keep(after(before, replace(act, step=step), terms=terms), held, by=by, seen=seen)


def take_agreement_step(
    number: int,
    act: AgreementAct,
    *,
    by: Actor,
    seen: int | None = None,
    replaces_sums: bool = False,
) -> tuple[Problem, ...]:
    """Take an agreement a step on in its life: sign, give notice, end, withdraw.

    Raises ``Refused`` as its life says.
    """
    thing = agreement_of(number)
    with doing(Deed.CHANGE_AGREEMENT, by=by, subject=thing.name), alone():
        held = plan_held()
        taken = after(_of(number, held).value, act)
        return _keep(taken, held, by=by, seen=seen, replaces_sums=replaces_sums)


def _keep(
    agreement: ServiceAgreement, held: PlanHeld, *, by: Actor, seen: int | None, replaces_sums: bool = False
) -> tuple[Problem, ...]:
    """Say what an agreement is now, when nothing refuses it, and return what is told of it."""
    thing = agreement_of(agreement.number)
    replacing = replaces_sums and agreement.state in IN_FORCE
    alone = (
        *agreement_problems(agreement, held.plan.register),
        *text_problems(thing.name, *_texts(agreement)),
    )
    told = refuse_any(alone if refuses(alone) else (*alone, *_beside(agreement, held, replacing=replacing)))
    say_of(thing, agreement, Deed.CHANGE_AGREEMENT, by=by, seen=seen)
    if replacing:
        _take_back_sums(agreement, by)
    return told


def _beside(agreement: ServiceAgreement, held: PlanHeld, *, replacing: bool) -> tuple[Problem, ...]:
    """Return where an agreement that is to hold overlaps what holds already."""
    if agreement.state not in _TO_HOLD:
        return ()
    sums = () if replacing else tuple(one for one in held.plan.agreed if not one.agreement)
    return beside_problems(agreement, (said.value for said in held.agreements), sums)


def _texts(agreement: ServiceAgreement) -> Iterable[str]:
    yield from (agreement.party, agreement.name, agreement.reference, agreement.remark)
    yield from (entry.told for entry in agreement.history)


def _take_back_sums(agreement: ServiceAgreement, by: Actor) -> None:
    """Take back the sums that were entered without an agreement for its rows and years: the agreement says them now."""
    for part in agreement.parts:
        latest = latest_said(AGREED, part.row, part.year)
        if latest and latest.value is not None:
            say_of(agreed_sum(part.year, part.row), None, Deed.AGREE_SUM, by=by)


def _of(number: int, held: PlanHeld) -> Said[ServiceAgreement]:
    found = next((said for said in held.agreements if said.value.number == number), None)
    if found is None:
        raise Refused([problems.NO_SUCH_AGREEMENT.at(swedish("avtal {number}").format(number=number))])
    return found
