"""What do the files say that somebody keeps a register and a plan in?

Plain tables (CSV, UTF-8, semicolons, Swedish headings), one a subject; their names say what they are.
"""

from samordna.sources.plan_files.activity_plan import ActivityPlansRead, read_activity_plans
from samordna.sources.plan_files.cells import amount_of
from samordna.sources.plan_files.financing import FinancingRead, read_financing
from samordna.sources.plan_files.folder import PlanRead, read_plan

__all__ = [
    "ActivityPlansRead",
    "FinancingRead",
    "PlanRead",
    "amount_of",
    "read_activity_plans",
    "read_financing",
    "read_plan",
]
