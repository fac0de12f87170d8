"""What is wrong with a claim, beside its project and the other claims of it?"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from samordna.domain.plan.projects import problems as kinds
from samordna.domain.plan.projects.checks import percent
from samordna.domain.plan.projects.claim import STANDING, Claim, claim_in_words, counted, of_project
from samordna.domain.plan.projects.project import ExternalProject, place_of
from samordna.domain.values.kronor import kr_as_they_are
from samordna.domain.values.language import swedish
from samordna.domain.values.money import round_half_away
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Problem


def claim_problems(claim: Claim, project: ExternalProject, claims: Iterable[Claim]) -> tuple[Problem, ...]:
    """Return everything that is wrong with a claim, new or after a step; ``claims`` are those of the project."""
    others = tuple(one for one in of_project(claims, project.id) if one.number != claim.number)
    return (
        *_of_project(claim, project),
        *_of_amounts(claim, project),
        *_of_history(claim),
        *(_of_others(claim, project, others) if claim.stands else ()),
    )


def _of_project(claim: Claim, project: ExternalProject) -> Iterator[Problem]:
    if len(claim.history) == 1 and not project.is_running:
        yield kinds.CLAIM_BEFORE_GRANT.at(place_of(project), state=project.state.in_words)
    if not project.period.covers(claim.period):
        told = {"what": swedish("Ansökan"), "period": claim.period.in_words, "project": project.period.in_words}
        yield kinds.OUTSIDE_THE_PROJECT.at(_place(claim, project), **told)


def _of_amounts(claim: Claim, project: ExternalProject) -> Iterator[Problem]:
    place = _place(claim, project)
    parts = (
        (swedish("Faktiska kostnader"), claim.actual),
        (swedish("Schablonkostnader"), claim.flat_rate),
        (swedish("Deltagarnas tid"), claim.time),
    )
    for what, amount in parts:
        if amount < 0:
            yield kinds.NEGATIVE_AMOUNT.at(place, what=what, amount=kr_as_they_are(amount))
    if claim.claimed <= 0:
        yield kinds.CLAIM_OF_NOTHING.at(place, amount=kr_as_they_are(claim.claimed))
    most = round_half_away(claim.costs * project.share)
    if claim.claimed - most >= 1_00:
        told = {"amount": kr_as_they_are(claim.claimed), "share": percent(project.share), "most": kr_as_they_are(most)}
        yield kinds.CLAIM_ABOVE_SHARE.at(place, **told)


def _of_history(claim: Claim) -> Iterator[Problem]:
    for before, entry in pairwise(claim.history):
        place = claim_in_words(claim)
        if entry.amount < 0:
            yield kinds.NEGATIVE_AMOUNT.at(place, what=swedish("Beloppet"), amount=kr_as_they_are(entry.amount))
        if entry.state in STANDING and entry.amount > before.amount:
            told = {
                "amount": kr_as_they_are(entry.amount),
                "before": kr_as_they_are(before.amount),
                "state": before.state.in_words,
            }
            yield kinds.APPROVED_ABOVE_CLAIM.at(place, **told)
        if entry.day < before.day:
            yield kinds.CLAIM_DAY_BEFORE.at(place, day=swedish_date(entry.day), before=swedish_date(before.day))


def _of_others(claim: Claim, project: ExternalProject, others: tuple[Claim, ...]) -> Iterator[Problem]:
    for other in others:
        if other.stands and other.period.overlaps(claim.period):
            told = {"period": claim.period.in_words.capitalize(), "other": claim_in_words(other)}
            yield kinds.CLAIM_OVERLAPS.at(_place(claim, project), **told)
    left = project.grant - counted(others)
    if claim.worth > left:
        yield kinds.CLAIM_ABOVE_GRANT.at(
            _place(claim, project), amount=kr_as_they_are(claim.worth), left=kr_as_they_are(left)
        )


def _place(claim: Claim, project: ExternalProject) -> str:
    return f"{place_of(project)}, {claim_in_words(claim)}"
