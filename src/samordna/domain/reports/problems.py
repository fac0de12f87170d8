"""What can be wrong with a report that is asked for: its template, and the months it is to tell of?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

TEMPLATE_DOES_NOT_FIT: Final = ProblemKind(
    "template-does-not-fit",
    Severity.REFUSE,
    swedish("Rapportmallen hämtar ”{asked}”, som uppställningen {layout} inte har."),
    swedish("Lägg till raden i uppställningen, eller gör rapporten med förbundets vanliga uppställning."),
)

NOT_A_WHOLE_YEAR: Final = ProblemKind(
    "report-not-a-whole-year",
    Severity.REFUSE,
    swedish("En årsredovisning omfattar ett helt räkenskapsår, men {period} är bara en del av {year}."),
    swedish("Välj {year} som period, när hela året är inläst, eller gör en delårsrapport."),
)
INTERIM_OF_OTHER_MONTHS: Final = ProblemKind(
    "report-interim-of-other-months",
    Severity.WARN,
    swedish(
        "En delårsrapport ska omfatta minst hälften och högst två tredjedelar av räkenskapsåret, från dess början "
        "(RKR R17). Den här omfattar {period}."
    ),
    swedish("Välj en period från räkenskapsårets början till {first} eller som längst {last}{instead}."),
)
