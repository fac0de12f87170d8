"""What is an agreement after a step of its life?"""

import datetime as dt
from dataclasses import replace

from samordna.domain.plan.agreements.life import CHANGING, TRANSITIONS, AgreementAct, AgreementEntry, AgreementStep
from samordna.domain.plan.agreements.problems import (
    AMENDED_WITHOUT_REASON,
    ENDS_LATER,
    NOT_IN_THAT_STATE,
    STEP_BEFORE_THE_LAST,
)
from samordna.domain.plan.agreements.terms import ServiceAgreement
from samordna.domain.values.language import swedish
from samordna.domain.values.period import month_in_words, month_of, swedish_date
from samordna.domain.values.problem import Refused


def steps_of(agreement: ServiceAgreement) -> tuple[AgreementStep, ...]:
    """Return what can be done with it now."""
    return tuple(TRANSITIONS[agreement.state])


def after(agreement: ServiceAgreement, act: AgreementAct, *, terms: ServiceAgreement | None = None) -> ServiceAgreement:
    """Return an agreement after a step; ``terms`` are the new ones where it changes them.

    Raises ``Refused`` for a step that its state does not lead to, for a day before that of the last step, for a change
    of what was signed without a reason, and for an end before its last month.
    """
    step, day, told = act.step, act.day, act.why
    state = TRANSITIONS[agreement.state].get(step)
    if state is None:
        possible = ", ".join(one.in_words for one in steps_of(agreement)) or swedish("inget")
        told_of = {"state": agreement.state.in_words, "step": step.in_words, "possible": possible}
        raise Refused([NOT_IN_THAT_STATE.at(agreement.place, **told_of)])
    _in_order(agreement, day)
    if step is AgreementStep.AMEND and not told.strip():
        raise Refused([AMENDED_WITHOUT_REASON.at(agreement.place)])
    if step is AgreementStep.END and day and month_of(day) < agreement.last:
        words = {"day": swedish_date(day), "last": month_in_words(agreement.last)}
        raise Refused([ENDS_LATER.at(agreement.place, **words)])
    base = replace(terms, number=agreement.number) if terms and step in CHANGING else agreement
    return replace(base, history=(*agreement.history, AgreementEntry(state, day, told.strip())))


def _in_order(agreement: ServiceAgreement, day: dt.date | None) -> None:
    earlier = max((one.day for one in agreement.history if one.day), default=None)
    if day and earlier and day < earlier:
        words = {"day": swedish_date(day), "before": swedish_date(earlier)}
        raise Refused([STEP_BEFORE_THE_LAST.at(agreement.place, **words)])
