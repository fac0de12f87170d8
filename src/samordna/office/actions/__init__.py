"""The deeds: one function each — who, check, do, trace — in one transaction."""

from samordna.access.actor import TERMINAL, Actor
from samordna.access.models import Role
from samordna.domain.statements.arranging import Step
from samordna.office.actions.association_facts import change_association
from samordna.office.actions.associations import create_association, open_association, site_secret
from samordna.office.actions.attachments import ATTACHMENT_LIMITS, attach, withdraw_attachment
from samordna.office.actions.dimension_roles import set_dimension_roles, set_roles_of_draft
from samordna.office.actions.doing import is_of_the_database
from samordna.office.actions.draft_taking import Seen, take_draft, take_drafts
from samordna.office.actions.drafts import HAND_IN_LIMITS, HandInLimits, hand_in, leave_draft, look_again
from samordna.office.actions.exports import take_out, take_out_draft, take_out_original
from samordna.office.actions.figures import FiguresReceipt, enter_figures, withdraw_figure
from samordna.office.actions.invitations import (
    Entered,
    Invited,
    accept_invitation,
    invite_to_new_password,
    invite_user,
    withdraw_invitation,
)
from samordna.office.actions.layout_revising import LayoutReceipt
from samordna.office.actions.layout_versions import (
    LAYOUT_LIMITS,
    LayoutLimits,
    start_layout_version,
    take_layout_text,
    undo_layout,
)
from samordna.office.actions.layouts import (
    add_line,
    assign_account,
    move_line,
    remove_line,
    rename_line,
    unassign_account,
)
from samordna.office.actions.ledgers import retire_import, take_ledgers
from samordna.office.actions.reading import LedgerFile
from samordna.office.actions.reports import make_report
from samordna.office.actions.table_mapping import map_table
from samordna.office.actions.taking import Receipt
from samordna.office.actions.users import change_role, deactivate_user, reactivate_user
from samordna.office.store.writing import trouble

__all__ = [
    "ATTACHMENT_LIMITS",
    "HAND_IN_LIMITS",
    "LAYOUT_LIMITS",
    "TERMINAL",
    "Actor",
    "Entered",
    "FiguresReceipt",
    "HandInLimits",
    "Invited",
    "LayoutLimits",
    "LayoutReceipt",
    "LedgerFile",
    "Receipt",
    "Role",
    "Seen",
    "Step",
    "accept_invitation",
    "add_line",
    "assign_account",
    "attach",
    "change_association",
    "change_role",
    "create_association",
    "deactivate_user",
    "enter_figures",
    "hand_in",
    "invite_to_new_password",
    "invite_user",
    "is_of_the_database",
    "leave_draft",
    "look_again",
    "make_report",
    "map_table",
    "move_line",
    "open_association",
    "reactivate_user",
    "remove_line",
    "rename_line",
    "retire_import",
    "set_dimension_roles",
    "set_roles_of_draft",
    "site_secret",
    "start_layout_version",
    "take_draft",
    "take_drafts",
    "take_layout_text",
    "take_ledgers",
    "take_out",
    "take_out_draft",
    "take_out_original",
    "trouble",
    "unassign_account",
    "undo_layout",
    "withdraw_attachment",
    "withdraw_figure",
    "withdraw_invitation",
]
