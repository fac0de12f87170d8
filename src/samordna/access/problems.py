"""What can be wrong with who it is?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

NOT_ALLOWED: Final = ProblemKind(
    "not-allowed",
    Severity.REFUSE,
    swedish("Din roll får inte {deed}."),
    swedish("Be den som får göra det, eller be en administratör om en annan roll."),
)
NOT_LET_IN: Final = ProblemKind(
    "not-let-in",
    Severity.REFUSE,
    swedish("E-postadressen eller lösenordet stämmer inte."),
    swedish("Kontrollera båda och försök igen, eller be en administratör om en länk till ett nytt lösenord."),
)
LOCKED_OUT: Final = ProblemKind(
    "locked-out",
    Severity.REFUSE,
    swedish("För många försök."),
    swedish("Vänta fem minuter och försök igen."),
)
