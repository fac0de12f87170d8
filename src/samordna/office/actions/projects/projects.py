"""How does the association tell of a project that somebody else pays for, and of each step of its life?"""

import unicodedata
from dataclasses import replace
from typing import Final

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.projects.checks import project_problems
from samordna.domain.plan.projects.life import ProjectEntry, ProjectStep
from samordna.domain.plan.projects.problems import EXISTS
from samordna.domain.plan.projects.project import ExternalProject, after, place_of
from samordna.domain.values.identity_number import mask
from samordna.domain.values.problem import Problem, Refused
from samordna.domain.values.spelling import folded
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_texts import texts_of
from samordna.office.actions.plan.plan_things import external_project
from samordna.office.actions.typed import typed_problems
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store.writing import alone

_LONGEST_ID: Final = 40
_TAKEN: Final = frozenset({"", "ny"})
"""What no project is called in an address: the page that enters a new one has it."""


def apply_for_project(project: ExternalProject, *, by: Actor) -> tuple[ExternalProject, tuple[Problem, ...]]:
    """Enter a project that is applied for, and return it, with its own id, and what is told of it all the same.

    Raises ``Refused`` for one that there is already by that name, and with everything that is wrong with it.
    """
    told = replace(project, id=id_of(project.name))
    with doing(Deed.PLAN_PROJECT, by=by, subject=mask(place_of(told))), alone():
        if any(told.id == one.value.id for one in plan_held().projects):
            raise Refused([EXISTS.at(mask(place_of(told)))])
        found = _checked(told)
        say_of(external_project(told), told, Deed.PLAN_PROJECT, by=by, seen=0)
    return told, found


def put_project(project: ExternalProject, *, by: Actor, seen: int | None = None) -> tuple[Problem, ...]:
    """Let a project that there is be this, but for its history, and return what is told of it all the same.

    ``seen`` is the line that the change was made from. Raises ``Refused`` with everything that is wrong with it.
    """
    with doing(Deed.PLAN_PROJECT, by=by, subject=mask(place_of(project))), alone():
        changed = replace(project, history=project_held(project.id).history)
        found = _checked(changed)
        say_of(external_project(changed), changed, Deed.PLAN_PROJECT, by=by, seen=seen)
    return found


def take_project_step(
    project: str, step: ProjectStep, entry: ProjectEntry, *, by: Actor, seen: int | None = None
) -> ExternalProject:
    """Take a project a step on: a decision, a changed one, the end of it. The state of ``entry`` is not asked.

    Raises ``Refused`` for a step that its state does not lead to, without a source, and for a grant that is less than
    what is claimed of it.
    """
    with doing(Deed.DECIDE_PROJECT, by=by, subject=mask(project)), alone():
        held = project_held(project)
        refuse_any((*typed_problems(place_of(held), entry.source), *text_problems(place_of(held), entry.source)))
        taken = after(held, step, entry)
        _checked(taken)
        say_of(external_project(taken), taken, Deed.DECIDE_PROJECT, by=by, seen=seen)
    return taken


def project_held(project: str) -> ExternalProject:
    """Return the project with an id. Raises ``Refused`` when there is none."""
    found = plan_held().projects_held.project(project)
    if found is None:
        raise Refused([problems.NO_SUCH_PROJECT.at(mask(project))])
    return found


def _checked(project: ExternalProject) -> tuple[Problem, ...]:
    """Refuse a project that something is wrong with; return what is only told."""
    held = plan_held()
    there = held.projects_held
    return refuse_any(
        (
            *project_problems(project, held.plan.register, there.projects, there.claims),
            *text_problems(place_of(project), *texts_of(project)),
        )
    )


def id_of(name: str) -> str:
    """Return the id of a project, as its address has it: its name in small letters a to z, digits and dashes."""
    plain = unicodedata.normalize("NFKD", folded(name)).encode("ascii", "ignore").decode()
    letters = (sign if sign.isalnum() else " " for sign in plain)
    found = "-".join("".join(letters).split())[:_LONGEST_ID].strip("-")
    return found if found not in _TAKEN else f"projekt-{found}".strip("-")
