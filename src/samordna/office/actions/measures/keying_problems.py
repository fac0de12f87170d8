"""What can be wrong with noting that something is keyed?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable("keyed-")
"""The kinds of this subject by their codes, in the order of this file."""

NO_SUCH_GROUP: Final = TABLE.refuse(
    "no-such-group",
    swedish("Underlaget har inte den delen längre."),
    swedish("Se i underlaget vad som finns att mata in nu."),
)
NOTHING_TO_KEY: Final = TABLE.refuse(
    "nothing-to-key",
    swedish("Inget av det är känt, och då finns inget att mata in."),
    swedish("Se vad som saknas vid varje fält."),
)
