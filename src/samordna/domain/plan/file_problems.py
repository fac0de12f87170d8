"""What can be wrong with a file that a register or a plan is read from? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

UNKNOWN_FILE: Final = ProblemKind(
    "plan-file-unknown",
    Severity.REFUSE,
    swedish("Filnamnet säger inte vad filen innehåller."),
    swedish("Kalla filen något av: {known}."),
)
NOT_TEXT: Final = ProblemKind(
    "plan-file-not-text",
    Severity.REFUSE,
    swedish("Filen är ingen text i UTF-8."),
    swedish("Spara den som CSV (UTF-8), med semikolon mellan kolumnerna."),
)
WITHOUT_HEADING: Final = ProblemKind(
    "plan-file-without-heading",
    Severity.REFUSE,
    swedish("Kolumnen ”{heading}” saknas."),
    swedish("Första raden ska ha rubrikerna {headings}."),
)
UNKNOWN_HEADING: Final = ProblemKind(
    "plan-file-unknown-heading",
    Severity.REFUSE,
    swedish("Kolumnen ”{heading}” förstås inte här."),
    swedish("Ta bort den, eller rätta rubriken till någon av {headings}."),
)
WRONG_CELL: Final = ProblemKind(
    "plan-file-wrong-cell",
    Severity.REFUSE,
    swedish("”{written}” går inte att läsa: {reason}."),
    swedish("Rätta cellen."),
)
EMPTY_CELL: Final = ProblemKind(
    "plan-file-empty-cell",
    Severity.REFUSE,
    swedish("Cellen är tom."),
    swedish("Fyll i den; ett belopp som är noll skrivs 0."),
)
