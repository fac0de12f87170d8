"""Which things can be said of equity and the balance requirement, what is each called, and what is the trail told?"""

import datetime as dt
from collections.abc import Mapping

from samordna.domain.plan.balance_requirement.judged import Adjustment, AdjustmentKind, Grounds
from samordna.domain.plan.balance_requirement.restoring import EarlierDeficit, RecoveryPlan
from samordna.domain.plan.balance_requirement.said import Occasion
from samordna.domain.plan.equity.limits import Limit, LimitKind
from samordna.domain.values.kronor import kr_and_ore
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.unit import PERCENT
from samordna.office.actions.plan.plan_saying import Thing
from samordna.office.store import plan_rows as journal


def equity_limit(kind: LimitKind, since: dt.date) -> Thing[Limit]:
    """Return a floor or a ceiling, by the day it begins."""

    def told(limit: Limit) -> Mapping[str, object]:
        level = kr_and_ore(limit.amount) if limit.amount is not None else _share(limit)
        return {"amount": level, "source": limit.source}

    name = swedish("{kind} för eget kapital från {day}").format(kind=kind.in_words, day=swedish_date(since))
    return Thing(journal.EQUITY_LIMIT, journal.limit_key(kind, since), journal.ALWAYS, name, told)


def _share(limit: Limit) -> str:
    share = swedish_number(PERCENT.shown(limit.share or 0))
    return swedish("{share} procent av årets bidrag").format(share=share)


def adjustment_of(year: Period, kind: AdjustmentKind) -> Thing[Adjustment]:
    """Return what of a kind adjusts a year's result."""

    def told(one: Adjustment) -> Mapping[str, object]:
        return {"amount": kr_and_ore(one.amount), "source": one.source}

    name = swedish("balanskravet {year}: {what}").format(year=year.in_words, what=kind.name_in_words)
    return Thing(journal.ADJUSTMENT, kind.value, year, name, told)


def grounds_for(year: Period, occasion: Occasion) -> Thing[Grounds]:
    """Return the exceptional grounds cited for a year."""

    def told(one: Grounds) -> Mapping[str, object]:
        return {"reason": one.reason, "reference": one.decision}

    name = swedish("synnerliga skäl {year}, {occasion}").format(year=year.in_words, occasion=occasion.in_words)
    return Thing(journal.GROUNDS, occasion.value, year, name, told)


def earlier_deficit(year: Period) -> Thing[EarlierDeficit]:
    """Return what was left to restore of an earlier year."""

    def told(one: EarlierDeficit) -> Mapping[str, object]:
        return {"amount": kr_and_ore(one.amount), "source": one.source}

    name = swedish("underskott {year} att återställa").format(year=year.in_words)
    return Thing(journal.EARLIER_DEFICIT, "", year, name, told)


def recovery_plan(year: Period) -> Thing[RecoveryPlan]:
    """Return how the deficit of a year is to be restored."""

    def told(plan: RecoveryPlan) -> Mapping[str, object]:
        return {
            "amounts": {str(step.year): kr_and_ore(step.amount) for step in plan.steps},
            "reference": plan.decision,
        }

    name = swedish("åtgärdsplan för underskottet {year}").format(year=year.in_words)
    return Thing(journal.RECOVERY_PLAN, "", year, name, told)
