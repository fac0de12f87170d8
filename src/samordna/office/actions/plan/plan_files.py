"""How do a register and a plan that somebody keeps in files come in, all of it or nothing?"""

from collections.abc import Mapping
from dataclasses import dataclass

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.activities.checks import Beside
from samordna.domain.association.members import Party
from samordna.domain.plan.register import Register
from samordna.domain.values.identity_number import mask
from samordna.domain.values.problem import Problem
from samordna.office.actions.activities.activity_files import ActivityFilesRead, read_activity_files, say_activity_files
from samordna.office.actions.doing import doing
from samordna.office.actions.financing.money_files import take_agreements, take_contribution_rules, take_requisitions
from samordna.office.actions.followed.registers import words_problems
from samordna.office.actions.goals.goal_files import say_goals, told_by_problems
from samordna.office.actions.plan.plan_files_said import say_activity_plans, say_financing, say_plan, say_requirement
from samordna.office.actions.plan.plan_saying import refuse_any
from samordna.office.actions.projects.project_files import projects_problems, say_projects
from samordna.office.questions.goals.goals_held import goals_of
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.store.writing import alone
from samordna.sources.plan_files import (
    ActivityPlansRead,
    AgreementsRead,
    FinancingRead,
    GoalsRead,
    PlanRead,
    ProjectsRead,
    RequirementRead,
    RequisitionsRead,
    RulesRead,
    read_activity_plans,
    read_agreements,
    read_contribution_rules,
    read_financing,
    read_goals,
    read_plan,
    read_projects,
    read_requirement,
    read_requisitions,
)


def take_plan(files: Mapping[str, bytes], *, by: Actor) -> tuple[Problem, ...]:
    """Take the register and the plan of files by their names, and return what is told of them all the same.

    What the files say holds from now on; what they do not name stays. The same files again change nothing. Raises
    ``Refused`` with everything that is wrong with any of them.
    """
    with doing(Deed.TAKE_PLAN, by=by, subject=mask(", ".join(files))), alone():
        read = _FilesRead.of(files, plan_held())
        return (*refuse_any(read.problems()), *read.say(by))


@dataclass(frozen=True, slots=True)
class _FilesRead:
    """What all readers have read of the files; ``register`` is theirs, or the one that is held."""

    register: Register
    plan: PlanRead
    financing: FinancingRead
    plans: ActivityPlansRead
    agreements: AgreementsRead
    rules: RulesRead
    requisitions: RequisitionsRead
    requirement: RequirementRead
    projects: ProjectsRead
    activities: ActivityFilesRead
    goals: GoalsRead

    @classmethod
    def of(cls, files: Mapping[str, bytes], held: PlanHeld) -> "_FilesRead":
        """Read the files beside what is held."""
        plan, financing = read_plan(files), read_financing(files, held.association)
        register = plan.plan.register if plan.plan.register.rows else held.plan.register
        members = financing.association.members
        beside = Beside(
            tuple((one.code, one.name) for one in members),
            frozenset(row.key for row in register.rows),
            tuple((one.code, one.name) for one in members if one.party is Party.MUNICIPAL),
        )
        return cls(
            register=register,
            plan=plan,
            financing=financing,
            plans=read_activity_plans(files),
            agreements=read_agreements(files),
            rules=read_contribution_rules(files),
            requisitions=read_requisitions(files),
            requirement=read_requirement(files),
            projects=read_projects(files),
            activities=read_activity_files(files, beside),
            goals=read_goals(files, goals_of(held)),
        )

    def problems(self) -> tuple[Problem, ...]:
        """Return everything that is wrong with them, file by file."""
        return (
            *self.plan.problems,
            *self.financing.problems,
            *self.plans.problems,
            *self.agreements.problems,
            *self.rules.problems,
            *self.requisitions.problems,
            *self.requirement.problems,
            *self.projects.problems,
            *projects_problems(self.projects, self.register),
            *self.activities.problems,
            *self.goals.problems,
            *told_by_problems(self.goals),
            *words_problems(self.plan.plan.register),
        )

    def say(self, by: Actor) -> tuple[Problem, ...]:
        """Say all of it in the open transaction, and return what is told of it all the same."""
        say_plan(self.plan.plan, by)
        say_financing(self.financing, by)
        say_activity_plans(self.plans, by)
        say_requirement(self.requirement.said, by)
        say_projects(self.projects.held, by)
        told = take_agreements(self.agreements.agreements, by=by)
        told += take_contribution_rules(self.rules.years, by=by)
        take_requisitions(self.requisitions.lines, by=by)
        say_activity_files(self.activities, by)
        say_goals(self.goals, by)
        return told
