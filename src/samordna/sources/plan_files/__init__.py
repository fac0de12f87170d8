"""What do the files say that somebody keeps a register and a plan in?

Plain tables (CSV, UTF-8, semicolons, Swedish headings), one a subject; their names say what they are.
"""

from samordna.sources.plan_files.activities import ActivitiesRead, parts_of, read_activities
from samordna.sources.plan_files.activity_plan import ActivityPlansRead, read_activity_plans
from samordna.sources.plan_files.activity_reports import (
    ActivityReportsRead,
    decimal_of,
    read_activity_reports,
    shares_of,
)
from samordna.sources.plan_files.agreements import AgreementsRead, read_agreements
from samordna.sources.plan_files.cells import amount_of, calendar_year
from samordna.sources.plan_files.contributions import (
    RequisitionLine,
    RequisitionsRead,
    RulesRead,
    read_contribution_rules,
    read_requisitions,
)
from samordna.sources.plan_files.equity import RequirementRead, read_requirement
from samordna.sources.plan_files.financing import FinancingRead, read_financing
from samordna.sources.plan_files.folder import PlanRead, read_plan
from samordna.sources.plan_files.goals import GoalsRead, read_goals
from samordna.sources.plan_files.projects import ProjectsRead, read_projects

__all__ = [
    "ActivitiesRead",
    "ActivityPlansRead",
    "ActivityReportsRead",
    "AgreementsRead",
    "FinancingRead",
    "GoalsRead",
    "PlanRead",
    "ProjectsRead",
    "RequirementRead",
    "RequisitionLine",
    "RequisitionsRead",
    "RulesRead",
    "amount_of",
    "calendar_year",
    "decimal_of",
    "parts_of",
    "read_activities",
    "read_activity_plans",
    "read_activity_reports",
    "read_agreements",
    "read_contribution_rules",
    "read_financing",
    "read_goals",
    "read_plan",
    "read_projects",
    "read_requirement",
    "read_requisitions",
    "shares_of",
]
