"""What can be wrong with handing in ledger files, looking at them, and taking or leaving them?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity


def _refusal(code: str, found: str, remedy: str) -> ProblemKind:
    return ProblemKind(code, Severity.REFUSE, found, remedy)


NO_FILES: Final = _refusal(
    "no-files", swedish("Ingen fil är vald."), swedish("Välj en eller flera filer, eller släpp dem på ytan.")
)
TOO_MANY_FILES: Final = _refusal(
    "too-many-files",
    swedish("{count} filer på en gång är fler än de {most} som går."),
    swedish("Lämna in dem i flera omgångar. Inget har ändrats."),
)
FILE_TOO_LARGE: Final = _refusal(
    "file-too-large",
    swedish("Filen är större än {most} MB, som är det mesta en fil får vara."),
    swedish(
        "Kontrollera att det är en SIE-fil för ett räkenskapsår. Den som sköter servern kan läsa in mycket stora filer "
        "med samordna import-sie."
    ),
)
NO_SUCH_DRAFT: Final = _refusal(
    "no-such-draft",
    swedish("Det finns ingen inlämnad fil med det numret."),
    swedish("Se vilka som väntar under Inläsning."),
)
DRAFT_TAKEN: Final = _refusal(
    "draft-taken",
    swedish("{name} läste in filen {at}, som version {version}. Inget har ändrats nu."),
    swedish("Öppna inläsning {version} för att se vad som kom av den."),
)
DRAFT_LEFT: Final = _refusal(
    "draft-left",
    swedish("{name} avstod från filen {at}. Inget har ändrats nu."),
    swedish("Lämna in filen igen om den ska läsas in."),
)
DIFFERENCE_OLD: Final = _refusal(
    "difference-old",
    swedish("Sedan du såg skillnaden har {year} ändrats: {what} Inget har lästs in."),
    swedish("Skillnaden är nu räknad på nytt. Titta på den och läs sedan in filen."),
)
READ_ANEW: Final = _refusal(
    "read-anew",
    swedish("Sedan du såg filen har någon ändrat vad dimensioner är, så att den läses på ett annat sätt."),
    swedish("Den är nu läst som det gäller. Titta på den igen och läs sedan in den."),
)
FILE_NOT_KEPT: Final = _refusal(
    "file-not-kept",
    swedish("Filen finns inte kvar här."),
    swedish("Den finns hos den som lämnade in den, och går att ta ut ur ekonomisystemet igen."),
)
NO_TABLE_THERE: Final = _refusal(
    "no-table-there",
    swedish("Filen är ingen tabell, så den har inga kolumner att välja."),
    swedish("Inget behöver väljas. Läs in filen som den är."),
)
SAME_AS_CURRENT: Final = _refusal(
    "same-as-current",
    swedish("Filen är redan inläst: {year}, version {version}."),
    swedish("Avstå från den här. Inget har ändrats och inget behöver göras."),
)
SAME_YEAR_TWICE: Final = _refusal(
    "same-year-twice",
    swedish("Två av filerna gäller {year}: {names}."),
    swedish("Läs in en av dem, titta på skillnaden och läs sedan in den andra, om den också ska in."),
)
