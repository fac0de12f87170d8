"""What can be wrong with giving out statistics, what follows from it, and what is to be done? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

_TABLE: Final = ProblemTable("giving-out-")

KINDS: Final = _TABLE.kinds
"""Every kind by its code, in the order of this file."""

ONLY_INSIDE: Final = _TABLE.refuse(
    "only-inside",
    swedish("Statistik inom förbundet visar små antal och lämnas inte ut."),
    swedish("Välj ägarna eller offentligt."),
)
NOTHING_TO_PUBLISH: Final = _TABLE.refuse(
    "nothing",
    swedish("Det finns inget att lämna ut."),
    swedish("Godkänn siffror för perioden, eller välj en annan period eller vy."),
)
