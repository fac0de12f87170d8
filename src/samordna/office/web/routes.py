"""Which addresses does the site have, and what does each need? All of them, in one table."""

from itertools import chain
from types import ModuleType
from typing import Final

from samordna.office.web import (
    account,
    agreed,
    association,
    bridge,
    budget,
    budget_decision,
    closing,
    dimensions,
    drafts,
    figure,
    follow_up,
    heading,
    help_pages,
    imports,
    layouts,
    login,
    objects,
    overview,
    owed,
    own_account,
    register,
    reports,
    search,
    statements,
    style,
    trail,
    users,
    vouchers,
)
from samordna.office.web.routing import Route

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
    budget,
    budget_decision,
    agreed,
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
