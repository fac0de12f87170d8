"""What can be wrong with a link that somebody was invited by?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity


def _refusal(code: str, found: str, remedy: str) -> ProblemKind:
    return ProblemKind(code, Severity.REFUSE, found, remedy)


NO_SUCH_INVITATION: Final = _refusal(
    "no-such-invitation",
    swedish("Länken gäller inte: den är felskriven, eller är inte härifrån."),
    swedish("Kontrollera att hela länken följde med, eller be en administratör om en ny."),
)
INVITATION_USED: Final = _refusal(
    "invitation-used",
    swedish("Länken är redan använd."),
    swedish("Logga in med din e-postadress och ditt lösenord, eller be en administratör om en ny länk."),
)
INVITATION_EXPIRED: Final = _refusal(
    "invitation-expired",
    swedish("Länken gällde till {until}."),
    swedish("Be en administratör om en ny."),
)
INVITATION_WITHDRAWN: Final = _refusal(
    "invitation-withdrawn",
    swedish("Länken gäller inte längre: den är tillbakadragen eller bytt mot en nyare."),
    swedish("Använd den senaste länken du fick, eller be en administratör om en ny."),
)
USER_SHUT_OUT: Final = _refusal(
    "user-shut-out",
    swedish("Användaren är avstängd."),
    swedish("Be en administratör att släppa in användaren igen först."),
)
