"""The reading side: one function per question that a screen, a command or a report asks.

Rows go in, frozen values come out; nothing here writes.
"""

from samordna.office.questions.figures import entered_figures, figure_lines
from samordna.office.questions.identity import AssociationFacts, association
from samordna.office.questions.ledgers import TakenImport, balances, imports, problems_of
from samordna.office.questions.reports import interim_report
from samordna.office.questions.statements import layout_problems, statements

__all__ = [
    "AssociationFacts",
    "TakenImport",
    "association",
    "balances",
    "entered_figures",
    "figure_lines",
    "imports",
    "interim_report",
    "layout_problems",
    "problems_of",
    "statements",
]
