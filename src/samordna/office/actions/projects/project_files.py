"""How do the projects and claims of somebody's files come into the plan?"""

from collections.abc import Iterator

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.projects.checks import project_problems
from samordna.domain.plan.projects.claim_checks import claim_problems
from samordna.domain.plan.projects.owed_by_projects import ProjectsHeld
from samordna.domain.plan.register import Register
from samordna.domain.values.problem import Problem, refuses
from samordna.office.actions.plan import plan_things as things
from samordna.office.actions.plan.plan_saying import say_of, text_problems
from samordna.office.actions.plan.plan_texts import texts_of
from samordna.office.questions.plan.plan import plan_held
from samordna.sources.plan_files import ProjectsRead


def projects_problems(read: ProjectsRead, register: Register) -> tuple[Problem, ...]:
    """Return what is wrong with projects that were read, beside the register and the projects that there are.

    ``register`` is that of the same files; one without rows leaves the one that there is. What cannot be read is told
    by the reader, and then nothing more is asked.
    """
    return () if refuses(read.problems) else tuple(_problems(read.held, register))


def _problems(read: ProjectsHeld, register: Register) -> Iterator[Problem]:
    held = plan_held()
    rows, there = register if register.rows else held.plan.register, held.projects_held
    new = {one.id for one in read.projects}
    others = (*read.projects, *(one for one in there.projects if one.id not in new))
    numbers = {(one.project, one.number) for one in read.claims}
    claims = (*read.claims, *(one for one in there.claims if (one.project, one.number) not in numbers))
    for project in read.projects:
        yield from project_problems(project, rows, others, claims)
        yield from text_problems(project.name, *texts_of(project))
    for claim in read.claims:
        of = next((one for one in others if one.id == claim.project), None)
        if of:
            yield from claim_problems(claim, of, claims)
            yield from text_problems(of.name, *texts_of(claim))


def say_projects(read: ProjectsHeld, by: Actor) -> None:
    """Say every project and claim that was read, in the open transaction."""
    names = {one.id: one.name for one in read.projects}
    for project in read.projects:
        say_of(things.external_project(project), project, Deed.PLAN_PROJECT, by=by)
    for claim in read.claims:
        thing = things.project_claim(claim, names.get(claim.project, claim.project))
        say_of(thing, claim, Deed.CLAIM_GRANT, by=by)
