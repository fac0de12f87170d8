"""What can be wrong with a deed to the register of activities, besides what is wrong with what was said?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable("activities-")
"""The kinds of this subject by their codes, in the order of this file."""

IN_USE: Final = TABLE.refuse(
    "in-use",
    swedish("Insatsen har {what}. Då kan den inte tas bort."),
    swedish("Ange i stället den sista månaden som insatsen pågår, eller ta bort det som är inlagt först."),
)
EVENT_EXISTS: Final = TABLE.refuse(
    "event-exists",
    swedish("Insatsen har redan ett tillfälle med det namnet och den dagen."),
    swedish("Ändra det som finns, eller skriv ett namn som skiljer dem åt."),
)
