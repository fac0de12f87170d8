"""Which addresses does the site have, and what does each need? All of them, in one table."""

from itertools import chain
from types import ModuleType
from typing import Final

from samordna.office.web import style
from samordna.office.web.activities import activities, activity, activity_reports, agreed_numbers, meetings, performers
from samordna.office.web.association import association, login, own_account, users
from samordna.office.web.books import account, dimensions, drafts, imports, objects, vouchers
from samordna.office.web.counts import (
    counts_calendar,
    counts_desk,
    counts_files,
    counts_form,
    counts_keys,
    counts_links,
    counts_of_unit,
    counts_reminders,
    counts_totals,
)
from samordna.office.web.equity import balance_requirement, equity
from samordna.office.web.financing import (
    agreed,
    agreement,
    agreements,
    contributions,
    financing,
    members,
    populations,
    requisitions,
    scenarios,
)
from samordna.office.web.followed import budget, budget_decision, closing, follow_up, heading, owed, register
from samordna.office.web.front import help_pages, overview, search, trail
from samordna.office.web.goals import goal, goals
from samordna.office.web.measures import keying, measures, owners, publications, saved_views, statistics
from samordna.office.web.plan import plan, plan_activities, plan_texts
from samordna.office.web.projects import project_change, project_claims, projects
from samordna.office.web.reports import reports
from samordna.office.web.routing import Route
from samordna.office.web.statements import bridge, figure, layouts, statements

SCREENS: Final[tuple[ModuleType, ...]] = (
    login,
    own_account,
    association,
    users,
    trail,
    style,
    dimensions,
    imports,
    drafts,
    follow_up,
    statements,
    heading,
    bridge,
    figure,
    owed,
    closing,
    layouts,
    register,
    plan,
    plan_activities,
    plan_texts,
    budget,
    budget_decision,
    agreed,
    equity,
    balance_requirement,
    projects,
    project_change,
    project_claims,
    members,
    populations,
    financing,
    scenarios,
    agreements,
    agreement,
    contributions,
    requisitions,
    activities,
    activity,
    agreed_numbers,
    activity_reports,
    meetings,
    performers,
    counts_desk,
    counts_links,
    counts_files,
    counts_reminders,
    counts_keys,
    counts_totals,
    counts_calendar,
    counts_of_unit,
    counts_form,
    goals,
    goal,
    keying,
    owners,
    statistics,
    saved_views,
    measures,
    publications,
    reports,
    account,
    overview,
    objects,
    vouchers,
    search,
    help_pages,
)
"""Every screen: a module or package with ``ROUTES``."""

ROUTES: Final[tuple[Route, ...]] = tuple(chain.from_iterable(screen.ROUTES for screen in SCREENS))
"""Every address. A house test holds it against what Django answers to."""
