"""What can be wrong with keeping a view of statistics? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity


def _refusal(code: str, found: str, remedy: str) -> ProblemKind:
    return ProblemKind(code, Severity.REFUSE, found, remedy)


WITHOUT_NAME: Final = _refusal(
    "saved-view-without-name",
    swedish("Vyn har inget namn med någon bokstav eller siffra."),
    swedish("Skriv ett namn att känna igen den på, till exempel Starter i Aktiv Kraft."),
)
NAME_TAKEN: Final = _refusal(
    "saved-view-name-taken",
    swedish("Det finns redan en vy som heter ”{name}”."),
    swedish("Skriv ett annat namn, eller byt namn på den som finns."),
)
NO_SUCH_VIEW: Final = _refusal(
    "saved-view-none-such",
    swedish("Vyn finns inte, eller är borttagen."),
    swedish("Se vilka vyer som är sparade, och välj bland dem."),
)
NOTHING_REMOVED: Final = _refusal(
    "saved-view-not-removed",
    swedish("Vyn är inte borttagen, så det finns inget att ångra."),
    swedish("Inget behöver göras."),
)
