"""What is wrong with a project, by itself, and beside the register, the other projects and what is claimed of it?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from samordna.domain.plan.projects import problems as kinds
from samordna.domain.plan.projects.claim import Claim, counted, of_project
from samordna.domain.plan.projects.co_financing import CoFinancingKind, contributed
from samordna.domain.plan.projects.costs import BudgetedCost, CostKind
from samordna.domain.plan.projects.life import WAS_GRANTED, ProjectState, history_problems
from samordna.domain.plan.projects.project import ExternalProject, ProjectRow, place_of
from samordna.domain.plan.register import Register
from samordna.domain.values.kronor import kr_as_they_are
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore, round_half_away
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem


def project_problems(
    project: ExternalProject,
    register: Register,
    others: Iterable[ExternalProject] = (),
    claims: Iterable[Claim] = (),
) -> tuple[Problem, ...]:
    """Return everything that is wrong with a project: what it is, its budget, its financing, its rows."""
    return (
        *_of_itself(project),
        *_of_costs(project),
        *_of_financing(project),
        *_of_rows(project, register, tuple(others)),
        *_of_grant(project, of_project(claims, project.id)),
    )


def _of_itself(project: ExternalProject) -> Iterator[Problem]:
    place = place_of(project)
    if not (project.name.strip() and project.funder.strip()):
        yield kinds.WITHOUT_NAME.at(place)
    yield from history_problems(place, project.history)
    last = project.history[-1]
    if project.state in {ProjectState.APPLIED, *WAS_GRANTED} and last.grant <= 0:
        yield kinds.NO_GRANT.at(place)
    if last.share is not None and not 0 < last.share <= 1:
        yield kinds.SHARE_OVER_ALL.at(place, share=percent(last.share))


def _of_costs(project: ExternalProject) -> Iterator[Problem]:
    for (year, label), times in Counter((one.year, one.label) for one in project.costs).items():
        if times > 1:
            yield kinds.COST_TWICE.at(_in(project, label), label=label, year=year.start.year)
    for cost in project.costs:
        place = _in(project, cost.label)
        if cost.amount < 0:
            yield kinds.NEGATIVE_AMOUNT.at(place, what=cost.label, amount=kr_as_they_are(cost.amount))
        yield from _of_rate(project, cost, place)
        yield from _outside(project, cost.year, cost.label)


def _of_rate(project: ExternalProject, cost: BudgetedCost, place: str) -> Iterator[Problem]:
    if cost.rate is None:
        return
    if cost.kind is CostKind.ACTUAL:
        yield kinds.ACTUAL_BY_RATE.at(place, label=cost.label)
    if not 0 < cost.rate <= 1:
        yield kinds.FLAT_RATE_OVER_ALL.at(place, label=cost.label, rate=percent(cost.rate))
    told = [one for one in project.costs if one.year == cost.year and one.rate is None]
    unknown = [label for label in cost.base if label not in {one.label for one in told}]
    if unknown or not (cost.base or any(one.kind is CostKind.ACTUAL for one in told)):
        base = ", ".join(f"”{label}”" for label in unknown) or swedish("faktiska kostnader")
        yield kinds.FLAT_RATE_OF_NOTHING.at(place, label=cost.label, base=base)


def _of_financing(project: ExternalProject) -> Iterator[Problem]:
    told = (
        *(
            (one.year, one.who or one.kind.in_words, min(one.amount, one.hours, one.rate))
            for one in project.co_financing
        ),
        *((one.year, swedish("personal som flyttas"), one.amount) for one in project.moves),
        *((one.year, swedish("del av gemensamma kostnader"), one.amount) for one in project.overhead),
    )
    for year, what, least in told:
        if least < 0:
            yield kinds.NEGATIVE_AMOUNT.at(_in(project, what), what=what, amount=kr_as_they_are(least))
        yield from _outside(project, year, what)
    for advance in project.advances:
        if advance.amount < 0:
            what = swedish("förskottet")
            yield kinds.NEGATIVE_AMOUNT.at(_in(project, what), what=what, amount=kr_as_they_are(advance.amount))
    yield from _falls_short(project)


def _falls_short(project: ExternalProject) -> Iterator[Problem]:
    """Yield that grant and co-financing do not reach the costs, or that the grant is more than its share of them."""
    if project.eligible <= 0 or project.state not in {ProjectState.APPLIED, *WAS_GRANTED}:
        return
    most = round_half_away(project.eligible * project.share)
    if project.grant - most >= _WHOLE:
        told = {"grant": kr_as_they_are(project.grant), "share": percent(project.share), "most": kr_as_they_are(most)}
        yield kinds.GRANT_OVER_SHARE.at(place_of(project), **told)
    told_by = sum(contributed(project.co_financing, kind) for kind in CoFinancingKind)
    needed = project.eligible - min(project.grant, most)
    if needed - told_by >= _WHOLE:
        amounts = {
            "told": kr_as_they_are(told_by),
            "needed": kr_as_they_are(needed),
            "missing": kr_as_they_are(needed - told_by),
        }
        yield kinds.FINANCING_FALLS_SHORT.at(place_of(project), **amounts)


_WHOLE: Ore = 1_00
"""A krona: what is less is rounding."""


def _of_rows(project: ExternalProject, register: Register, others: tuple[ExternalProject, ...]) -> Iterator[Problem]:
    place = place_of(project)
    keys = (*(one.row for one in project.rows), *(key for move in project.moves for key in (move.row, move.to) if key))
    for key in dict.fromkeys(keys):
        if register.rows and register.row(key) is None:
            yield kinds.UNKNOWN_ROW.at(place, row=key)
    for move in project.moves:
        if move.row == move.to:
            yield kinds.MOVE_TO_ITSELF.at(place, row=move.row)
    for at, one in enumerate(project.rows):
        if any(_shares(one, before) for before in project.rows[:at]):
            yield kinds.ROW_TWICE.at(place, row=one.row, project=project.name)
    yield from _beside(project, others)


def _beside(project: ExternalProject, others: tuple[ExternalProject, ...]) -> Iterator[Problem]:
    """Yield each row that another project of the same months has, too."""
    for other in others:
        if other.id != project.id and other.booked.overlaps(project.booked) and other.state in WAS_GRANTED:
            for one in project.rows:
                if any(_shares(one, before) for before in other.rows):
                    yield kinds.ROW_TWICE.at(place_of(project), row=one.row, project=other.name)


def _shares(one: ProjectRow, other: ProjectRow) -> bool:
    """Tell whether something booked would be counted for both: the same row, and no accounts that part them."""
    apart = one.accounts and other.accounts and not set(one.accounts) & set(other.accounts)
    return one.row == other.row and not apart


def _of_grant(project: ExternalProject, claims: tuple[Claim, ...]) -> Iterator[Problem]:
    taken = counted(claims)
    if project.state in WAS_GRANTED and project.granted < taken:
        told = {"grant": kr_as_they_are(project.granted), "claimed": kr_as_they_are(taken)}
        yield kinds.GRANT_BELOW_CLAIMS.at(place_of(project), **told)
    for claim in claims:
        if claim.stands:
            yield from _outside_months(project, claim.period, swedish("Ansökan {n}").format(n=claim.number))


def _outside(project: ExternalProject, year: Period, what: str) -> Iterator[Problem]:
    if not year.overlaps(project.period):
        yield from _outside_months(project, year, what)


def _outside_months(project: ExternalProject, period: Period, what: str) -> Iterator[Problem]:
    if not project.period.covers(period):
        told = {"what": what, "period": period.in_words, "project": project.period.in_words}
        yield kinds.OUTSIDE_THE_PROJECT.at(place_of(project), **told)


def _in(project: ExternalProject, what: str) -> str:
    return f"{place_of(project)}, {what}"


def percent(share: Fraction) -> str:
    """Return a share as a sentence has it, in per cent with at most two decimals."""
    return swedish_number(round_half_away(share * 10_000), 2).rstrip("0").rstrip(",")
