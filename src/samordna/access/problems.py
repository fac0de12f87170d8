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
