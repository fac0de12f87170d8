"""What can be wrong with a question?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

TRAIL_TOO_LONG: Final = ProblemKind(
    "trail-too-long",
    Severity.REFUSE,
    swedish("Det är fler än {most} rader: så många tas inte ut i en fil."),
    swedish("Välj en kortare tid, och ta ut en fil i taget."),
)
UNKNOWN_IMPORT: Final = ProblemKind(
    "unknown-import",
    Severity.REFUSE,
    swedish("Det finns ingen inläsning med det numret."),
    swedish("Se vilka som finns med samordna imports."),
)
TWO_OF_A_YEAR: Final = ProblemKind(
    "two-of-a-year",
    Severity.REFUSE,
    swedish("Två av inläsningarna gäller samma räkenskapsår."),
    swedish("Välj en inläsning för varje räkenskapsår."),
)
OBJECTS_UNTOLD: Final = ProblemKind(
    "objects-untold",
    Severity.REFUSE,
    swedish("Filen {file} för {year} hade inga saldon per {dimension}."),
    swedish("Läs in en fil med verifikationer eller med saldon per {dimension}, eller välj ett annat år."),
)
NOTHING_READ: Final = ProblemKind(
    "nothing-read",
    Severity.REFUSE,
    swedish("Ingen bokföring är inläst ännu."),
    swedish("Läs in förbundets SIE-fil under Ekonomi, Inläsning."),
)
YEAR_NOT_JUDGED: Final = ProblemKind(
    "year-not-judged",
    Severity.REFUSE,
    swedish("{year} har varken bokföring eller budget att bedöma balanskravet på. De år som finns: {known}."),
    swedish("Läs in årets bokföring, eller lägg in budgeten och bidragen."),
)
UNKNOWN_REVISION: Final = ProblemKind(
    "unknown-revision",
    Severity.REFUSE,
    swedish("Det finns ingen ändring {number} av uppställningen att visa."),
    swedish("Se vilka som finns under Ekonomi, Uppställning."),
)
UNKNOWN_REPORT: Final = ProblemKind(
    "unknown-report",
    Severity.REFUSE,
    swedish("Det finns ingen rapport med det numret."),
    swedish("Se vilka som är gjorda under Rapporter."),
)
NOTHING_TO_WALK: Final = ProblemKind(
    "nothing-to-walk",
    Severity.REFUSE,
    swedish("Uppställningen säger inte vilka rader vägen till det egna kapitalet går över."),
    swedish("Lägg till [bridge] i uppställningen (docs/layouts.md), eller börja om från en av programmets egna."),
)
UNKNOWN_ORDER: Final = ProblemKind(
    "unknown-order",
    Severity.REFUSE,
    swedish("Det finns ingen bokningsorder med det numret."),
    swedish("Se vilka som finns under Ekonomi, Ej bokfört."),
)
UNKNOWN_COLUMN: Final = ProblemKind(
    "unknown-column",
    Severity.REFUSE,
    swedish("Uppföljningen har ingen kolumn som heter så: {columns}."),
    swedish("Välj kolumner bland dem som finns på sidan."),
)
NOTHING_PLANNED: Final = ProblemKind(
    "activity-plan-nothing-planned",
    Severity.REFUSE,
    swedish("Det finns ingen verksamhetsplan för {year}, eller ingen sådan version av den."),
    swedish("Lägg in planen under Plan, Verksamhetsplan, eller läs in den ur tabeller med import-plan."),
)
UNKNOWN_AGREEMENT: Final = ProblemKind(
    "unknown-agreement",
    Severity.REFUSE,
    swedish("Det finns inget avtal med det numret."),
    swedish("Se vilka som finns under Plan, Avtal."),
)
UNKNOWN_REQUISITION: Final = ProblemKind(
    "unknown-requisition",
    Severity.REFUSE,
    swedish("Det finns ingen rekvisition med det numret."),
    swedish("Se vilka som finns under Plan, Bidrag."),
)
