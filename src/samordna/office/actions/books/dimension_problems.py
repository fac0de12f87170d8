"""What can be wrong with saying what dimensions are?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity


def _refusal(code: str, found: str, remedy: str) -> ProblemKind:
    return ProblemKind(code, Severity.REFUSE, found, remedy)


ROLE_GIVEN_TWICE: Final = _refusal(
    "role-given-twice",
    swedish("Dimensionerna {numbers} är båda satta som {role}. Bara en kan vara det."),
    swedish("Välj något annat för den ena. Inget har ändrats."),
)
ROLE_TAKEN: Final = _refusal(
    "role-taken",
    swedish("Dimension {other} ({name}) är redan {role} i förbundets filer."),
    swedish("Ändra den först under Inställningar, Dimensioner, eller välj något annat här. Inget har ändrats."),
)
NO_SUCH_ROLE: Final = _refusal(
    "no-such-role",
    swedish("”{role}” är inget som en dimension kan vara."),
    swedish("Välj kostnadsställe, projekt, annat eller tas inte med."),
)
NO_SUCH_DIMENSION: Final = _refusal(
    "no-such-dimension",
    swedish("Det finns ingen dimension {number} här."),
    swedish("Läs om sidan och välj igen."),
)
ROLES_MOVED: Final = _refusal(
    "roles-moved",
    swedish("Någon annan ändrade just vad dimensioner är."),
    swedish("Läs om sidan, se vad som nu gäller och välj igen."),
)
