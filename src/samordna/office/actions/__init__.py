"""The deeds: one function each — who, check, do, trace — in one transaction."""

from samordna.access.actor import TERMINAL, Actor
from samordna.access.models import Role
from samordna.domain.statements.arranging import Step
from samordna.office.actions.agreed import agree_sum, enter_contribution, withdraw_agreed, withdraw_contribution
from samordna.office.actions.association_facts import change_association
from samordna.office.actions.associations import create_association, open_association, site_secret
from samordna.office.actions.attachments import ATTACHMENT_LIMITS, attach, withdraw_attachment
from samordna.office.actions.budgets import decide_budget, revise_budget, roll_budget
from samordna.office.actions.closing import acknowledge, note_account, take_closing_step
from samordna.office.actions.comments import comment_figure
from samordna.office.actions.dimension_roles import set_dimension_roles, set_roles_of_draft
from samordna.office.actions.doing import is_of_the_database
from samordna.office.actions.draft_taking import Seen, take_draft, take_drafts
from samordna.office.actions.drafts import HAND_IN_LIMITS, HandInLimits, hand_in, leave_draft, look_again
from samordna.office.actions.exports import take_out, take_out_draft, take_out_original
from samordna.office.actions.figures import FiguresReceipt, enter_figures, withdraw_figure
from samordna.office.actions.forecast_cells import is_meanwhile, write_forecast, write_forecast_comment
from samordna.office.actions.forecasts import enter_forecast, freeze_forecast, use_proposal
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
from samordna.office.actions.owed import (
    ChosenAccounts,
    enter_claim,
    order_booking,
    send_order,
    withdraw_order,
    withdraw_owed,
)
from samordna.office.actions.plan_files import take_plan
from samordna.office.actions.plan_forms import take_budget_form, take_forecast_form
from samordna.office.actions.reading import LedgerFile
from samordna.office.actions.register_parts import (
    add_group,
    add_merge,
    add_row,
    move_group,
    place_all,
    place_row,
    remove_group,
    remove_merge,
    rename_group,
    undo_register,
)
from samordna.office.actions.registers import move_row, put_group, put_row, remove_row, set_register
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
    "ChosenAccounts",
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
    "acknowledge",
    "add_group",
    "add_line",
    "add_merge",
    "add_row",
    "agree_sum",
    "assign_account",
    "attach",
    "change_association",
    "change_role",
    "comment_figure",
    "create_association",
    "deactivate_user",
    "decide_budget",
    "enter_claim",
    "enter_contribution",
    "enter_figures",
    "enter_forecast",
    "freeze_forecast",
    "hand_in",
    "invite_to_new_password",
    "invite_user",
    "is_meanwhile",
    "is_of_the_database",
    "leave_draft",
    "look_again",
    "make_report",
    "map_table",
    "move_group",
    "move_line",
    "move_row",
    "note_account",
    "open_association",
    "order_booking",
    "place_all",
    "place_row",
    "put_group",
    "put_row",
    "reactivate_user",
    "remove_group",
    "remove_line",
    "remove_merge",
    "remove_row",
    "rename_group",
    "rename_line",
    "retire_import",
    "revise_budget",
    "roll_budget",
    "send_order",
    "set_dimension_roles",
    "set_register",
    "set_roles_of_draft",
    "site_secret",
    "start_layout_version",
    "take_budget_form",
    "take_closing_step",
    "take_draft",
    "take_drafts",
    "take_forecast_form",
    "take_layout_text",
    "take_ledgers",
    "take_out",
    "take_out_draft",
    "take_out_original",
    "take_plan",
    "trouble",
    "unassign_account",
    "undo_layout",
    "undo_register",
    "use_proposal",
    "withdraw_agreed",
    "withdraw_attachment",
    "withdraw_contribution",
    "withdraw_figure",
    "withdraw_invitation",
    "withdraw_order",
    "withdraw_owed",
    "write_forecast",
    "write_forecast_comment",
]
