"""The deeds: one function each — who, check, do, trace — in one transaction."""

from samordna.access.actor import TERMINAL, Actor
from samordna.access.models import Role
from samordna.domain.statements.arranging import Step
from samordna.office.actions.activities.activities import (
    add_activity,
    add_mixed_activity,
    change_activity,
    remove_activity,
)
from samordna.office.actions.activities.activity_reports import (
    agree_number,
    enter_survey,
    register_event,
    report_capacity,
    withdraw_agreed_number,
    withdraw_capacity,
    withdraw_event,
    withdraw_survey,
)
from samordna.office.actions.activities.activity_things import PerformerMonth
from samordna.office.actions.activities.meetings import agree_action, restore_action, tick_off_action, withdraw_action
from samordna.office.actions.association.association_facts import change_association
from samordna.office.actions.association.associations import create_association, open_association, site_secret
from samordna.office.actions.association.invitations import (
    Entered,
    Invited,
    accept_invitation,
    invite_to_new_password,
    invite_user,
    withdraw_invitation,
)
from samordna.office.actions.association.users import change_role, deactivate_user, reactivate_user
from samordna.office.actions.books.attachments import attach, withdraw_attachment
from samordna.office.actions.books.dimension_roles import set_dimension_roles, set_roles_of_draft
from samordna.office.actions.books.draft_taking import Seen, take_draft, take_drafts
from samordna.office.actions.books.drafts import HAND_IN_LIMITS, HandInLimits, hand_in, leave_draft, look_again
from samordna.office.actions.books.ledgers import retire_import, take_ledgers
from samordna.office.actions.books.paper_kinds import ATTACHMENT_LIMITS
from samordna.office.actions.books.reading import LedgerFile
from samordna.office.actions.books.table_mapping import map_table
from samordna.office.actions.books.taking import Receipt
from samordna.office.actions.comments import comment_figure
from samordna.office.actions.counts.counts import (
    accept_counts,
    discard_counts,
    hand_in_counts,
    lock_counts,
    save_counts,
    send_back_counts,
    state_total,
    withdraw_total,
)
from samordna.office.actions.counts.counts_asking import (
    UnitLink,
    ask_counts,
    keep_unit_key,
    link_unit,
    link_units,
    withdraw_asked,
    withdraw_link,
    withdraw_unit_key,
)
from samordna.office.actions.counts.counts_files import CountsTaken, take_counts
from samordna.office.actions.counts.counts_problems import NOBODY_CHOSEN
from samordna.office.actions.counts.counts_reminding import Reminder, Reminders, remind_units
from samordna.office.actions.doing import is_of_the_database
from samordna.office.actions.equity.balance_requirement import (
    adjust_result,
    cite_grounds,
    enter_earlier_deficit,
    plan_recovery,
    withdraw_adjustment,
    withdraw_earlier_deficit,
    withdraw_grounds,
    withdraw_recovery,
)
from samordna.office.actions.equity.equity_limits import set_limit, withdraw_limit
from samordna.office.actions.financing.agreed import (
    agree_sum,
    enter_contribution,
    withdraw_agreed,
    withdraw_contribution,
)
from samordna.office.actions.financing.agreements import change_agreement, take_agreement_step, write_agreement
from samordna.office.actions.financing.contributions import (
    request_contributions,
    set_contribution_rules,
    take_requisition_steps,
)
from samordna.office.actions.financing.financing import (
    agree_amount,
    set_frame,
    take_allotment_step,
    undo_allotment,
    withdraw_agreed_amount,
    withdraw_frame,
)
from samordna.office.actions.financing.member_keys import (
    add_paying_group,
    agree_weight,
    enter_population,
    remove_key,
    remove_paying_group,
    remove_population,
    remove_weight,
    rename_paying_group,
    set_key,
)
from samordna.office.actions.financing.members import (
    add_member,
    change_member,
    end_member,
    lay_up_lawful_groups,
    remove_member,
    undo_members,
)
from samordna.office.actions.financing.populations import (
    PopulationsTaken,
    fetch_population,
    take_population_file,
)
from samordna.office.actions.financing.scenarios import (
    remove_scenario,
    save_scenario,
)
from samordna.office.actions.followed.budgets import decide_budget, revise_budget, roll_budget
from samordna.office.actions.followed.closing import acknowledge, note_account, take_closing_step
from samordna.office.actions.followed.forecast_cells import is_meanwhile, write_forecast, write_forecast_comment
from samordna.office.actions.followed.forecasts import enter_forecast, freeze_forecast, use_proposal
from samordna.office.actions.followed.owed import (
    ChosenAccounts,
    enter_claim,
    order_booking,
    send_order,
    withdraw_order,
    withdraw_owed,
)
from samordna.office.actions.followed.register_parts import (
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
from samordna.office.actions.followed.registers import move_row, put_group, put_row, remove_row, set_register
from samordna.office.actions.goals.goals import (
    decide_source,
    judge_overall,
    remove_goal,
    say_goal,
    undo_goal,
    withdraw_overall,
)
from samordna.office.actions.goals.goals_out import give_out_goals
from samordna.office.actions.measures.keying import note_keyed, withdraw_keyed
from samordna.office.actions.measures.owners_out import give_out_owner
from samordna.office.actions.measures.saved_views import remove_view, rename_view, restore_view, save_view
from samordna.office.actions.measures.statistics import publish_statistics
from samordna.office.actions.plan.activity_plan import (
    add_part,
    move_activity,
    move_overhead,
    move_part,
    put_overhead,
    put_part,
    put_planned_activity,
    remove_overhead,
    remove_part,
    remove_planned_activity,
    roll_plan,
    set_plan_source,
    undo_activities,
)
from samordna.office.actions.plan.plan_adoption import adopt_plan, revise_plan, write_chapter
from samordna.office.actions.plan.plan_files import take_plan
from samordna.office.actions.plan.plan_forms import take_budget_form, take_forecast_form
from samordna.office.actions.plan.plan_papers import attach_to_agreement, withdraw_from_agreement
from samordna.office.actions.projects.project_claims import claim_grant, take_claim_step
from samordna.office.actions.projects.projects import apply_for_project, put_project, take_project_step
from samordna.office.actions.reports.exports import take_out, take_out_draft, take_out_original
from samordna.office.actions.reports.reports import make_report
from samordna.office.actions.reports.reports_out import take_out_report
from samordna.office.actions.statements.figures import FiguresReceipt, enter_figures, withdraw_figure
from samordna.office.actions.statements.layout_revising import LayoutReceipt
from samordna.office.actions.statements.layout_versions import (
    LAYOUT_LIMITS,
    LayoutLimits,
    start_layout_version,
    take_layout_text,
    undo_layout,
)
from samordna.office.actions.statements.layouts import (
    add_line,
    assign_account,
    move_line,
    remove_line,
    rename_line,
    unassign_account,
)
from samordna.office.store.writing import trouble

__all__ = [
    "ATTACHMENT_LIMITS",
    "HAND_IN_LIMITS",
    "LAYOUT_LIMITS",
    "NOBODY_CHOSEN",
    "TERMINAL",
    "Actor",
    "ChosenAccounts",
    "CountsTaken",
    "Entered",
    "FiguresReceipt",
    "HandInLimits",
    "Invited",
    "LayoutLimits",
    "LayoutReceipt",
    "LedgerFile",
    "PerformerMonth",
    "PopulationsTaken",
    "Receipt",
    "Reminder",
    "Reminders",
    "Role",
    "Seen",
    "Step",
    "UnitLink",
    "accept_counts",
    "accept_invitation",
    "acknowledge",
    "add_activity",
    "add_group",
    "add_line",
    "add_member",
    "add_merge",
    "add_mixed_activity",
    "add_part",
    "add_paying_group",
    "add_row",
    "adjust_result",
    "adopt_plan",
    "agree_action",
    "agree_amount",
    "agree_number",
    "agree_sum",
    "agree_weight",
    "apply_for_project",
    "ask_counts",
    "assign_account",
    "attach",
    "attach_to_agreement",
    "change_activity",
    "change_agreement",
    "change_association",
    "change_member",
    "change_role",
    "cite_grounds",
    "claim_grant",
    "comment_figure",
    "create_association",
    "deactivate_user",
    "decide_budget",
    "decide_source",
    "discard_counts",
    "end_member",
    "enter_claim",
    "enter_contribution",
    "enter_earlier_deficit",
    "enter_figures",
    "enter_forecast",
    "enter_population",
    "enter_survey",
    "fetch_population",
    "freeze_forecast",
    "give_out_goals",
    "give_out_owner",
    "hand_in",
    "hand_in_counts",
    "invite_to_new_password",
    "invite_user",
    "is_meanwhile",
    "is_of_the_database",
    "judge_overall",
    "keep_unit_key",
    "lay_up_lawful_groups",
    "leave_draft",
    "link_unit",
    "link_units",
    "lock_counts",
    "look_again",
    "make_report",
    "map_table",
    "move_activity",
    "move_group",
    "move_line",
    "move_overhead",
    "move_part",
    "move_row",
    "note_account",
    "note_keyed",
    "open_association",
    "order_booking",
    "place_all",
    "place_row",
    "plan_recovery",
    "publish_statistics",
    "put_group",
    "put_overhead",
    "put_part",
    "put_planned_activity",
    "put_project",
    "put_row",
    "reactivate_user",
    "register_event",
    "remind_units",
    "remove_activity",
    "remove_goal",
    "remove_group",
    "remove_key",
    "remove_line",
    "remove_member",
    "remove_merge",
    "remove_overhead",
    "remove_part",
    "remove_paying_group",
    "remove_planned_activity",
    "remove_population",
    "remove_row",
    "remove_scenario",
    "remove_view",
    "remove_weight",
    "rename_group",
    "rename_line",
    "rename_paying_group",
    "rename_view",
    "report_capacity",
    "request_contributions",
    "restore_action",
    "restore_view",
    "retire_import",
    "revise_budget",
    "revise_plan",
    "roll_budget",
    "roll_plan",
    "save_counts",
    "save_scenario",
    "save_view",
    "say_goal",
    "send_back_counts",
    "send_order",
    "set_contribution_rules",
    "set_dimension_roles",
    "set_frame",
    "set_key",
    "set_limit",
    "set_plan_source",
    "set_register",
    "set_roles_of_draft",
    "site_secret",
    "start_layout_version",
    "state_total",
    "take_agreement_step",
    "take_allotment_step",
    "take_budget_form",
    "take_claim_step",
    "take_closing_step",
    "take_counts",
    "take_draft",
    "take_drafts",
    "take_forecast_form",
    "take_layout_text",
    "take_ledgers",
    "take_out",
    "take_out_draft",
    "take_out_original",
    "take_out_report",
    "take_plan",
    "take_population_file",
    "take_project_step",
    "take_requisition_steps",
    "tick_off_action",
    "trouble",
    "unassign_account",
    "undo_activities",
    "undo_allotment",
    "undo_goal",
    "undo_layout",
    "undo_members",
    "undo_register",
    "use_proposal",
    "withdraw_action",
    "withdraw_adjustment",
    "withdraw_agreed",
    "withdraw_agreed_amount",
    "withdraw_agreed_number",
    "withdraw_asked",
    "withdraw_attachment",
    "withdraw_capacity",
    "withdraw_contribution",
    "withdraw_earlier_deficit",
    "withdraw_event",
    "withdraw_figure",
    "withdraw_frame",
    "withdraw_from_agreement",
    "withdraw_grounds",
    "withdraw_invitation",
    "withdraw_keyed",
    "withdraw_limit",
    "withdraw_link",
    "withdraw_order",
    "withdraw_overall",
    "withdraw_owed",
    "withdraw_recovery",
    "withdraw_survey",
    "withdraw_total",
    "withdraw_unit_key",
    "write_agreement",
    "write_chapter",
    "write_forecast",
    "write_forecast_comment",
]
