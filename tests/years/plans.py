"""The plans of the two demo associations, read from the files that they came in."""

from dataclasses import replace
from functools import cache
from importlib.resources import files

from tests.years.books import INTERIM, balances_of

from samordna.demo.figures import FIGURES
from samordna.domain.plan.agreements.sums import agreed_sums
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.owed_found import owed_by_agreements
from samordna.domain.plan.plan import Plan
from samordna.domain.statements.lay_out import lay_out
from samordna.domain.statements.reading import Reading
from samordna.domain.statements.shipped import shipped_layout
from samordna.sources.plan_files import PlanRead, read_agreements, read_plan


def input_files(association: str) -> dict[str, bytes]:
    folder = files("samordna.demo") / "inputs" / association
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@cache
def plan_read(association: str) -> PlanRead:
    """Return the plan of the files, with the sums of their agreements as the association's own has them."""
    files_of = input_files(association)
    read, agreements = read_plan(files_of), read_agreements(files_of)
    sums = agreed_sums(agreements.agreements)
    plan = replace(read.plan, agreed=(*read.plan.agreed, *sums))
    return replace(read, plan=plan, problems=(*read.problems, *agreements.problems))


def owing(plan: Plan, association: str) -> Plan:
    """Return the plan with what its agreements say is worked up and the ledger does not have."""
    booked = Booked(plan.register, balances_of(association))
    return plan.and_owed(owed_by_agreements(plan.agreed, booked, INTERIM.period))


def followed_up(association: str, plan: Plan) -> Reading:
    layout, balances, figures = shipped_layout(association, 2024), balances_of(association), FIGURES[association]
    statements = lay_out(layout, balances, INTERIM, figures, plan=plan)
    return Reading(statements, balances, figures, plan)
