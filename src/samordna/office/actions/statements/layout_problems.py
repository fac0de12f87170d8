"""What can be wrong with a change of the association's layout?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

CHANGED_MEANWHILE: Final = ProblemKind(
    "layout-changed-meanwhile",
    Severity.REFUSE,
    swedish("Uppställningen har ändrats sedan sidan visades: {latest}. Din ändring är inte gjord."),
    swedish("Se hur uppställningen är nu, och gör om din ändring om den fortfarande behövs."),
)
NOTHING_TO_UNDO: Final = ProblemKind(
    "layout-nothing-to-undo",
    Severity.REFUSE,
    swedish("Det finns ingen ändring att ångra: uppställningen är den som följer med programmet, eller ny."),
    swedish("Se ändringarna längst ned på sidan."),
)
NO_SUCH_YEAR: Final = ProblemKind(
    "layout-no-such-year",
    Severity.REFUSE,
    swedish("”{year}” är inget räkenskapsår som en uppställning kan gälla från."),
    swedish("Skriv året med fyra siffror, till exempel 2025."),
)
VERSION_EXISTS: Final = ProblemKind(
    "layout-version-exists",
    Severity.REFUSE,
    swedish("Det finns redan en version av uppställningen som gäller från {year}."),
    swedish("Ändra i den, eller välj ett annat år."),
)
OTHER_LAYOUT: Final = ProblemKind(
    "layout-of-another-name",
    Severity.REFUSE,
    swedish("Filens uppställning heter ”{theirs}”, men förbundets heter ”{ours}”."),
    swedish('Skriv name = "{ours}" överst i filen om den är förbundets.'),
)
TOO_MUCH: Final = ProblemKind(
    "layout-too-much",
    Severity.REFUSE,
    swedish("Filen är för stor för att vara en uppställning."),
    swedish(
        "Kontrollera att det är rätt fil: högst {signs} tecken, {line} på en rad, {tables} rader och kolumner och "
        "{levels} nivåer av grupper."
    ),
)
NO_LINES: Final = ProblemKind(
    "layout-no-lines",
    Severity.REFUSE,
    swedish("Ingen räkning i filen har en rad med konton."),
    swedish("Beskriv minst en räkning; dokumentet om uppställningar visar hur."),
)
NOT_TEXT: Final = ProblemKind(
    "layout-not-text",
    Severity.REFUSE,
    swedish("Filen är ingen text i UTF-8."),
    swedish("Spara filen som ren text, i teckenkodningen UTF-8, och försök igen."),
)
