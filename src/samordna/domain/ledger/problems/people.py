"""What is told of people that a ledger points out?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable()
"""The kinds of this subject by their codes, in the order of this file."""

POSSIBLE_IDENTITY_NUMBER: Final = TABLE.warn(
    "possible-identity-number",
    swedish("Texter med något som kan vara ett personnummer: {count} ({where})."),
    swedish("Siffrorna döljs när filen läses in. Står det personnummer i texterna, ta bort dem i ekonomisystemet."),
)
