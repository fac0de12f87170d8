"""The reading side: one function per question that a screen, a command or a report asks.

Rows go in, frozen values come out; nothing here writes.
"""

from samordna.office.questions.figures import entered_figures, figure_lines
from samordna.office.questions.identity import AssociationFacts, association
from samordna.office.questions.invitations import InvitationShown, OpenInvitation, invitation, open_invitations
from samordna.office.questions.ledgers import TakenImport, balances, imports, problems_of
from samordna.office.questions.reports import interim_report
from samordna.office.questions.statements import layout_problems, statements
from samordna.office.questions.users import (
    Login,
    RightsTable,
    RoleShown,
    UserShown,
    latest_logins,
    rights_table,
    roles,
    user,
    users,
)

__all__ = [
    "AssociationFacts",
    "InvitationShown",
    "Login",
    "OpenInvitation",
    "RightsTable",
    "RoleShown",
    "TakenImport",
    "UserShown",
    "association",
    "balances",
    "entered_figures",
    "figure_lines",
    "imports",
    "interim_report",
    "invitation",
    "latest_logins",
    "layout_problems",
    "open_invitations",
    "problems_of",
    "rights_table",
    "roles",
    "statements",
    "user",
    "users",
]
