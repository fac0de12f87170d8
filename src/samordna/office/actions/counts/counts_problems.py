"""What can be wrong with a deed to counts, besides what is wrong with what was said?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable("counts-deed-")
"""The kinds of this subject by their codes, in the order of this file."""

SAVED_MEANWHILE: Final = TABLE.refuse(
    "saved-meanwhile",
    swedish("Någon annan sparade samma blankett {when}, efter att du öppnade den."),
    swedish("Öppna blanketten på nytt i en egen flik, se vad som står där och för över det du har fyllt i."),
)
NOTHING_ASKED: Final = TABLE.refuse(
    "nothing-asked",
    swedish("Ingen enhet är ombedd att lämna siffror."),
    swedish("Lägg först in i kalendern vilka enheter som ska lämna vad, och till när."),
)
UNKNOWN_KIND_OF_FILE: Final = TABLE.refuse(
    "unknown-kind-of-file",
    swedish("Filen är varken blanketten (.xlsx), ett paket (.json) eller en tabell (.csv)."),
    swedish("Lämna in blanketten som hämtas här, eller filen ur enhetens eget program."),
)
REMINDED_TODAY: Final = TABLE.warn(
    "reminded-today",
    swedish("Enheten är redan påmind i dag."),
    swedish("Vänta till i morgon, eller gör en ny länk och lämna över den."),
)
NOTHING_TO_REMIND: Final = TABLE.warn(
    "nothing-to-remind",
    swedish("Enheten har inget kvar att lämna för perioden."),
    swedish("Ladda om sidan och se hur långt den har kommit."),
)
NO_CONTACT: Final = TABLE.warn(
    "no-contact",
    swedish("Enheten har ingen e-postadress i kalendern."),
    swedish("Skriv dit enhetens adress, eller kopiera texten och skicka den på annat sätt."),
)
NOT_SENT: Final = TABLE.refuse(
    "not-sent",
    swedish("E-postservern tog inte emot brevet ({reason}). Enheten är inte påmind, och dess länk är den den var."),
    swedish("Kontrollera adressen i kalendern och serverns inställningar, och påminn igen."),
)
NOBODY_CHOSEN: Final = TABLE.refuse(
    "nobody-chosen",
    swedish("Ingen enhet är vald."),
    swedish("Kryssa för minst en enhet som ska lämna siffror."),
)
