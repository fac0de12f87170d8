"""What can be wrong with files that are handed in at a terminal?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable()
"""The kinds of this subject by their codes, in the order of this file."""

UNREADABLE_FILE: Final = TABLE.refuse(
    "unreadable-file",
    swedish("Filen kan inte läsas: {why}."),
    swedish("Kontrollera sökvägen och rätten till filen, och försök igen."),
)
UNWRITABLE_FILE: Final = TABLE.refuse(
    "unwritable-file",
    swedish("Filen kan inte skrivas: {why}."),
    swedish("Välj ett annat namn eller en annan mapp, och försök igen."),
)
FILE_IS_THERE: Final = TABLE.refuse(
    "file-is-there",
    swedish("Filen finns redan."),
    swedish("Välj ett annat namn, eller skriv över den med --force."),
)
DIFFERENT_YEARS: Final = TABLE.refuse(
    "different-years",
    swedish("Filen gäller räkenskapsåret {year}, men {file} gäller {other}."),
    swedish("Jämför filer för samma räkenskapsår."),
)
