"""The deeds: one function each — who, check, do, trace — in one transaction."""

from samordna.access.actor import TERMINAL, Actor
from samordna.office.actions.associations import create_association, open_association, site_secret
from samordna.office.actions.figures import FiguresReceipt, enter_figures, withdraw_figure
from samordna.office.actions.ledgers import LedgerFile, Receipt, retire_import, take_ledgers

__all__ = [
    "TERMINAL",
    "Actor",
    "FiguresReceipt",
    "LedgerFile",
    "Receipt",
    "create_association",
    "enter_figures",
    "open_association",
    "retire_import",
    "site_secret",
    "take_ledgers",
    "withdraw_figure",
]
