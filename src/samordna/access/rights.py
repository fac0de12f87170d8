"""What may each role do? One table, role × deed."""

from collections.abc import Mapping
from typing import Final

from samordna.access.deeds import Deed
from samordna.access.models import Role

_E, _D, _B, _A, _X = Role.ECONOMIST, Role.DIRECTOR, Role.BOARD, Role.AUDITOR, Role.ADMINISTRATOR

RIGHTS: Final[Mapping[Deed, frozenset[Role]]] = {
    deed: frozenset(roles)
    for deed, roles in {
        # Vouchers may name staff and suppliers: the board reads what they add up to.
        Deed.READ_BOOKS: {_E, _D, _B, _A, _X},
        Deed.READ_VOUCHERS: {_E, _D, _A},
        Deed.READ_TRAIL: {_E, _D, _A, _X},
        Deed.READ_USERS: {_E, _D, _A, _X},
        Deed.EXPORT: {_E, _D, _B, _A},
        Deed.LOG_IN: {_E, _D, _B, _A, _X},
        Deed.LOG_OUT: {_E, _D, _B, _A, _X},
        Deed.CHANGE_PASSWORD: {_E, _D, _B, _A, _X},
        Deed.CREATE_ASSOCIATION: set[Role](),  # at the terminal only
        Deed.CHANGE_ASSOCIATION: {_D, _X},
        Deed.HAND_IN_LEDGER: {_E},
        Deed.TAKE_LEDGER: {_E},
        Deed.LEAVE_LEDGER: {_E},
        Deed.SET_DIMENSION_ROLES: {_E},
        Deed.MAP_TABLE: {_E},
        Deed.RETIRE_IMPORT: {_E},
        Deed.ENTER_FIGURE: {_E, _D},
        Deed.WITHDRAW_FIGURE: {_E, _D},
        Deed.CHANGE_REGISTER: {_E, _D},
        Deed.REVISE_BUDGET: {_E, _D},
        Deed.ENTER_FORECAST: {_E, _D},
        Deed.FREEZE_FORECAST: {_E, _D},
        Deed.COMMENT_FIGURE: {_E, _D},
        Deed.AGREE_SUM: {_E, _D},
        Deed.ENTER_CONTRIBUTION: {_E, _D},
        Deed.ENTER_CLAIM: {_E, _D},
        Deed.CHANGE_MEMBERS: {_E, _D},
        Deed.ALLOT: {_E, _D},
        Deed.AGREE_AMOUNT: {_E, _D},
        Deed.SET_FRAME: {_E, _D},
        Deed.SET_LIMIT: {_E, _D},
        Deed.ADJUST_BALANCE: {_E, _D},
        Deed.CITE_GROUNDS: {_E, _D},
        Deed.PLAN_RECOVERY: {_E, _D},
        Deed.SAVE_SCENARIO: {_E, _D},
        Deed.FETCH_POPULATION: {_E, _D},
        Deed.PLAN_ACTIVITIES: {_E, _D},
        Deed.PLAN_PROJECT: {_E, _D},
        Deed.DECIDE_PROJECT: {_E, _D},
        Deed.CLAIM_GRANT: {_E, _D},
        Deed.ADOPT_PLAN: {_E, _D},
        Deed.CHANGE_AGREEMENT: {_E, _D},
        Deed.ATTACH_TO_AGREEMENT: {_E, _D},
        Deed.WITHDRAW_FROM_AGREEMENT: {_E, _D},
        Deed.SET_CONTRIBUTION_RULES: {_E, _D},
        Deed.REQUEST_CONTRIBUTION: {_E, _D},
        Deed.TAKE_PLAN: {_E, _D},
        Deed.ORDER_BOOKING: {_E},
        Deed.WITHDRAW_ORDER: {_E},
        Deed.RECOGNISE_BOOKING: {_E},
        Deed.CLOSE_PERIOD: {_E},
        Deed.NOTE_ACCOUNT: {_E, _D},
        Deed.CHANGE_ACTIVITY: {_E, _D},
        Deed.AGREE_NUMBER: {_E, _D},
        Deed.REPORT_CAPACITY: {_E, _D},
        Deed.REGISTER_EVENT: {_E, _D},
        Deed.ENTER_SURVEY: {_E, _D},
        Deed.CHANGE_GOAL: {_E, _D},
        Deed.DECIDE_SOURCE: {_E, _D},
        Deed.JUDGE_OVERALL: {_E, _D},
        Deed.AGREE_ACTION: {_E, _D},
        Deed.NOTE_KEYED: {_E, _D},
        # Small counts point at people: only those who need them as they are see them.
        Deed.READ_COUNTS: {_E, _D},
        Deed.ASK_COUNTS: {_E, _D},
        Deed.LINK_UNIT: {_E, _D},
        Deed.REMIND_UNITS: {_E, _D},
        Deed.SAVE_COUNTS: {_E, _D},
        Deed.SEND_IN_COUNTS: {_E, _D},
        Deed.SEND_BACK_COUNTS: {_E, _D},
        Deed.ACCEPT_COUNTS: {_E, _D},
        Deed.LOCK_COUNTS: {_E, _D},
        Deed.CORRECT_COUNTS: {_E, _D},
        Deed.KEEP_UNIT_KEY: {_E, _D},
        Deed.STATE_TOTAL: {_E, _D},
        # What has been published; who reads counts as they are is asked besides.
        Deed.READ_STATISTICS: {_E, _D, _B, _A},
        Deed.SAVE_VIEW: {_E, _D},
        Deed.PUBLISH_STATISTICS: {_E, _D},
        Deed.ATTACH: {_E, _D},
        Deed.WITHDRAW_ATTACHMENT: {_E, _D},
        Deed.CHANGE_LAYOUT: {_E},
        Deed.UNDO_LAYOUT: {_E},
        Deed.MAKE_REPORT: {_E, _D},
        Deed.INVITE_USER: {_X},
        Deed.WITHDRAW_INVITATION: {_X},
        Deed.ACCEPT_INVITATION: set[Role](),  # whoever holds the link, before being anybody
        Deed.CHANGE_ROLE: {_X},
        Deed.DEACTIVATE_USER: {_X},
        Deed.REACTIVATE_USER: {_X},
    }.items()
}
"""Deed → the roles that may do it. A deed that is not here nobody may do; a house test asks for every one."""


def may(role: Role | str | None, deed: Deed) -> bool:
    """Tell whether a role may do a deed. None is nobody at all, who may do nothing."""
    return role is not None and role in RIGHTS.get(deed, frozenset())
