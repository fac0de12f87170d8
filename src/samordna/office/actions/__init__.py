"""The deeds: one function each — who, check, do, trace — in one transaction."""

from samordna.access.actor import TERMINAL, Actor
from samordna.access.models import Role
from samordna.office.actions.association_facts import change_association
from samordna.office.actions.associations import create_association, open_association, site_secret
from samordna.office.actions.draft_taking import take_draft, take_drafts
from samordna.office.actions.drafts import HAND_IN_LIMITS, HandInLimits, hand_in, leave_draft, look_again
from samordna.office.actions.exports import take_out
from samordna.office.actions.figures import FiguresReceipt, enter_figures, withdraw_figure
from samordna.office.actions.invitations import (
    Entered,
    Invited,
    accept_invitation,
    invite_to_new_password,
    invite_user,
    withdraw_invitation,
)
from samordna.office.actions.ledgers import retire_import, take_ledgers
from samordna.office.actions.reading import LedgerFile
from samordna.office.actions.taking import Receipt
from samordna.office.actions.users import change_role, deactivate_user, reactivate_user

__all__ = [
    "HAND_IN_LIMITS",
    "TERMINAL",
    "Actor",
    "Entered",
    "FiguresReceipt",
    "HandInLimits",
    "Invited",
    "LedgerFile",
    "Receipt",
    "Role",
    "accept_invitation",
    "change_association",
    "change_role",
    "create_association",
    "deactivate_user",
    "enter_figures",
    "hand_in",
    "invite_to_new_password",
    "invite_user",
    "leave_draft",
    "look_again",
    "open_association",
    "reactivate_user",
    "retire_import",
    "site_secret",
    "take_draft",
    "take_drafts",
    "take_ledgers",
    "take_out",
    "withdraw_figure",
    "withdraw_invitation",
]
