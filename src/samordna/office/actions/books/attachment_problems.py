"""What can be wrong with a paper that somebody puts to a voucher or an agreement, or takes from it?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity


def _refusal(code: str, found: str, remedy: str) -> ProblemKind:
    return ProblemKind(code, Severity.REFUSE, found, remedy)


NO_SUCH_VOUCHER: Final = _refusal(
    "no-such-voucher",
    swedish("Verifikationen finns inte."),
    swedish("Sök upp verifikationen och försök igen därifrån."),
)
VOUCHER_WITHOUT_NUMBER: Final = _refusal(
    "voucher-without-number",
    swedish("Verifikationen har inget nummer, så ett underlag kan inte följa den till nästa inläsning."),
    swedish("Numrera verifikationen i ekonomiprogrammet och läs in filen på nytt."),
)
EMPTY_FILE: Final = _refusal(
    "attachment-empty",
    swedish("Filen är tom."),
    swedish("Välj filen på nytt, och kontrollera att den går att öppna."),
)
FILE_TOO_LARGE: Final = _refusal(
    "attachment-too-large",
    swedish("Filen är större än {megabytes} MB."),
    swedish("Spara den i lägre upplösning, eller dela upp den i flera filer."),
)
WRONG_KIND: Final = _refusal(
    "attachment-wrong-kind",
    swedish("Filen är varken PDF, PNG eller JPEG. Det avgörs av vad som står i den, inte av namnet."),
    swedish("Spara den som PDF och försök igen."),
)
ALREADY_THERE: Final = _refusal(
    "attachment-already-there",
    swedish("Samma fil ligger redan vid verifikationen, som {name}."),
    swedish("Inget behöver göras. Är det fel fil: välj en annan."),
)
TOO_MANY: Final = _refusal(
    "attachments-too-many",
    swedish("Verifikationen har redan {most} underlag."),
    swedish("Samla flera papper i en PDF, eller ta bort något som inte hör dit."),
)
NO_SUCH_ATTACHMENT: Final = _refusal(
    "no-such-attachment",
    swedish("Underlaget finns inte, eller är redan borttaget."),
    swedish("Öppna verifikationen på nytt och se vilka underlag som ligger där."),
)
ALREADY_AT_AGREEMENT: Final = _refusal(
    "paper-already-there",
    swedish("Samma fil ligger redan vid avtalet, som {name}."),
    swedish("Inget behöver göras. Är det fel fil: välj en annan."),
)
TOO_MANY_AT_AGREEMENT: Final = _refusal(
    "papers-too-many",
    swedish("Avtalet har redan {most} filer."),
    swedish("Samla flera papper i en PDF, eller ta bort något som inte hör dit."),
)
NO_SUCH_PAPER: Final = _refusal(
    "no-such-paper",
    swedish("Filen finns inte, eller är redan borttagen."),
    swedish("Öppna avtalet på nytt och se vilka filer som ligger där."),
)
