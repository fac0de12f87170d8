"""What can go wrong when populations are asked of a statistical office? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

NO_ANSWER: Final = ProblemKind(
    "population-no-answer",
    Severity.REFUSE,
    swedish("SCB svarar inte på {address}: {reason}."),
    swedish("Kontrollera nätet och försök igen, eller skriv in folkmängden ur SCB:s tabell för hand eller från fil."),
)
ANOTHER_SHAPE: Final = ProblemKind(
    "population-another-shape",
    Severity.REFUSE,
    swedish("SCB:s tabell {table} ser inte ut som den brukar: {what}."),
    swedish("SCB kan ha lagt om tabellen. Skriv in folkmängden för hand eller från fil, med SCB:s tabell som källa."),
)
NO_TABLE_FOR_DAY: Final = ProblemKind(
    "population-no-table-for-day",
    Severity.REFUSE,
    swedish("SCB har ingen tabell med folkmängd i kommunerna {day}."),
    swedish("SCB räknar vid kvartalens slut: nyckelns dag ska vara 31 mars, 30 juni, 30 september eller 31 december."),
)
NOT_PUBLISHED: Final = ProblemKind(
    "population-not-published",
    Severity.REFUSE,
    swedish("SCB:s tabell {table} har ännu ingen folkmängd för {day}."),
    swedish("Försök igen när SCB har publicerat den, eller fördela efter den senaste så länge."),
)
MUNICIPALITY_MISSING: Final = ProblemKind(
    "population-municipality-missing",
    Severity.WARN,
    swedish("SCB:s svar har ingen folkmängd för {member} (kod {code})."),
    swedish("Kontrollera att medlemmens kod är kommunkoden med fyra siffror, eller skriv in folkmängden för hand."),
)
KEPT_ANSWER: Final = ProblemKind(
    "population-kept-answer",
    Severity.INFORM,
    swedish("SCB svarade inte: det svar som hämtades {day} används."),
    swedish("Hämta igen när nätet är tillbaka om du vill veta att inget har ändrats."),
)
