"""How does the association enter what is agreed for a row, and what the parties contribute?"""

from dataclasses import replace

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.checks import agreed_problems, contribution_problems
from samordna.domain.values.identity_number import mask
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Refused
from samordna.domain.values.spelling import folded
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_saying import Thing, must_hold, refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import agreed_sum, contribution_of
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store.plan_rows import CONTRIBUTION, latest_said, said_for
from samordna.office.store.writing import alone


def agree_sum(agreed: AgreedSum, *, by: Actor, seen: int | None = None) -> int:
    """Enter what an agreement says that a row costs in a year, instead of what was entered for it before."""
    thing = agreed_sum(agreed.year, agreed.row)
    with doing(Deed.AGREE_SUM, by=by, subject=mask(thing.name)), alone():
        found = agreed_problems(agreed, plan_held().plan.register)
        refuse_any((*found, *text_problems(thing.name, agreed.performer, agreed.source)))
        return say_of(thing, agreed, Deed.AGREE_SUM, by=by, seen=seen)


def withdraw_agreed(year: Period, row: str, *, by: Actor, seen: int | None = None) -> int:
    """Take back what was agreed for a row in a year."""
    thing = agreed_sum(year, row)
    with doing(Deed.AGREE_SUM, by=by, subject=mask(thing.name)), alone():
        must_hold(thing)
        return say_of(thing, None, Deed.AGREE_SUM, by=by, seen=seen)


def enter_contribution(contribution: Contribution, *, by: Actor, seen: int | None = None) -> int:
    """Enter what a party pays for a year, instead of what was entered for it before.

    ``seen`` is the line that somebody saw, 0 for a new party: then one that is there already is refused.
    """
    party = _as_known(" ".join(contribution.party.split()), contribution.year)
    thing = contribution_of(contribution.year, party)
    with doing(Deed.ENTER_CONTRIBUTION, by=by, subject=mask(thing.name)), alone():
        refuse_any((*contribution_problems(contribution), *text_problems(thing.name, party, contribution.source)))
        if seen == 0:
            _must_be_new(thing)
        return say_of(thing, replace(contribution, party=party), Deed.ENTER_CONTRIBUTION, by=by, seen=seen)


def withdraw_contribution(year: Period, party: str, *, by: Actor, seen: int | None = None) -> int:
    """Take back what a party was to pay for a year."""
    thing = contribution_of(year, party)
    with doing(Deed.ENTER_CONTRIBUTION, by=by, subject=mask(thing.name)), alone():
        must_hold(thing)
        return say_of(thing, None, Deed.ENTER_CONTRIBUTION, by=by, seen=seen)


def _as_known(party: str, year: Period) -> str:
    """Return a party as it was named before in the year; capitals and spaces make no other party."""
    named = (said.key for said in said_for(CONTRIBUTION, year))
    return next((key for key in named if _plain(key) == _plain(party)), party)


def _plain(party: str) -> str:
    return "".join(folded(party).split())


def _must_be_new(thing: Thing[Contribution]) -> None:
    latest = latest_said(thing.subject, thing.key, thing.period)
    if latest and latest.value is not None:
        at = timezone.localtime(latest.at)
        told = {"party": mask(thing.key), "by": latest.by, "when": f"{swedish_date(at.date())} {at:%H.%M}"}
        raise Refused([problems.PARTY_EXISTS.at(mask(thing.name), **told)])
