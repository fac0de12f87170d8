"""How is money claimed of a project's grant, and what becomes of each claim entered?"""

import datetime as dt
from dataclasses import replace

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.projects.claim import Claim, ClaimStep, after_step, claim_in_words, of_project
from samordna.domain.plan.projects.claim_checks import claim_problems
from samordna.domain.plan.projects.project import ExternalProject, place_of
from samordna.domain.values.identity_number import mask
from samordna.domain.values.money import Ore
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_texts import texts_of
from samordna.office.actions.plan.plan_things import project_claim
from samordna.office.actions.projects.projects import project_held
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store.writing import alone


def claim_grant(claim: Claim, *, by: Actor) -> tuple[Claim, tuple[Problem, ...]]:
    """Enter a claim, numbered as the next of its project; return it, and what is told of it all the same.

    What is earned by it and not booked stands among what the books lack. Raises ``Refused`` for a claim above what is
    left of the grant, for months that are claimed already, and with everything else that is wrong with it.
    """
    with doing(Deed.CLAIM_GRANT, by=by, subject=mask(claim.project)), alone():
        project, claims = project_held(claim.project), plan_held().projects_held.claims
        number = max((one.number for one in of_project(claims, project.id)), default=0) + 1
        told = replace(claim, number=number)
        found = _checked(told, project)
        say_of(project_claim(told, project.name), told, Deed.CLAIM_GRANT, by=by, seen=0)
    return told, found


def take_claim_step(  # noqa: PLR0913 - what happened to which claim, how much, when, and by which paper
    project: str,
    number: int,
    step: ClaimStep,
    *,
    amount: Ore,
    day: dt.date,
    source: str,
    by: Actor,
    seen: int | None = None,
) -> Claim:
    """Say that a claim was approved, paid, rejected or taken back; ``amount`` is what was approved or paid.

    Raises ``Refused`` for a step that its state does not lead to, for more than was claimed or approved, and for a day
    before the one of the step before.
    """
    with doing(Deed.CLAIM_GRANT, by=by, subject=mask(f"{project} {number}")), alone():
        held, claim = project_held(project), _claim(project, number)
        taken = after_step(claim, step, amount, day, source)
        _checked(taken, held)
        say_of(project_claim(taken, held.name), taken, Deed.CLAIM_GRANT, by=by, seen=seen)
    return taken


def _claim(project: str, number: int) -> Claim:
    claims = of_project(plan_held().projects_held.claims, project)
    found = next((one for one in claims if one.number == number), None)
    if found is None:
        raise Refused([problems.NO_SUCH_CLAIM.at(mask(project), number=number)])
    return found


def _checked(claim: Claim, project: ExternalProject) -> tuple[Problem, ...]:
    claims = plan_held().projects_held.claims
    place = f"{place_of(project)}, {claim_in_words(claim)}"
    return refuse_any((*claim_problems(claim, project, claims), *text_problems(place, *texts_of(claim))))
