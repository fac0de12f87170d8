"""What can be wrong with what a deed was asked to do?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

NAMELESS: Final = ProblemKind(
    "nameless",
    Severity.REFUSE,
    swedish("Förbundet har inget namn."),
    swedish("Ange förbundets namn, till exempel --name ”Samordningsförbundet Exempel”."),
)
REFUSAL_UNTRACED: Final = ProblemKind(
    "refusal-untraced",
    Severity.INFORM,
    swedish("Att detta vägrades kunde inte skrivas i spåret: databasen gick inte att skriva."),
    swedish("Rätta det som vägrades och försök igen."),
)
UNKNOWN_LINE: Final = ProblemKind(
    "unknown-line",
    Severity.REFUSE,
    swedish("Raden finns inte i förbundets uppställning {layout}."),
    swedish("Skriv räkning och rad så som uppställningen gör, till exempel {examples}."),
)
OTHER_UNIT: Final = ProblemKind(
    "other-unit",
    Severity.REFUSE,
    swedish("Uppgiften är i {given}, men raden visas i {shown}."),
    swedish("Ange uppgiften i samma slags enhet som raden: --unit {code}."),
)
FIGURE_TOO_LARGE: Final = ProblemKind(
    "figure-too-large",
    Severity.REFUSE,
    swedish("Talet är större än något ett förbund kan bokföra."),
    swedish("Kontrollera talet och enheten."),
)
NOT_BY_HAND: Final = ProblemKind(
    "not-by-hand",
    Severity.REFUSE,
    swedish("Det som är upparbetat men inte bokfört läggs inte in för en rad i en räkning."),
    swedish("Det föreslås per kostnadsställe ur avtal, bidrag och projekt."),
)
NO_SOURCE: Final = ProblemKind(
    "no-source",
    Severity.REFUSE,
    swedish("Här saknas ord om varför eller varifrån."),
    swedish("Ange den handling eller det beslut som uppgiften kommer ur, eller skälet."),
)
IDENTITY_NUMBER_TYPED: Final = ProblemKind(
    "identity-number-typed",
    Severity.REFUSE,
    swedish("Texten innehåller något som kan vara ett personnummer."),
    swedish("Skriv om texten utan numret."),
)
NOT_ENTERED: Final = ProblemKind(
    "not-entered",
    Severity.REFUSE,
    swedish("Ingen uppgift är inlagd för {period} ({scenario})."),
    swedish("Kontrollera rad, period och om det är utfall, budget eller prognos."),
)
NO_SUCH_IMPORT: Final = ProblemKind(
    "no-such-import",
    Severity.REFUSE,
    swedish("Versionen gäller inte: den finns inte, är ersatt eller redan tagen ur bruk."),
    swedish("Se vilka som gäller på sidan Inläsning, eller med samordna imports --data MAPP."),
)
YEARS_OVERLAP: Final = ProblemKind(
    "years-overlap",
    Severity.REFUSE,
    swedish("Räkenskapsåret {year} delar dagar med {other}, som redan är inläst som version {version}."),
    swedish(
        "Är filens räkenskapsår (#RAR) fel: exportera på nytt. Är version {version} fel: ta den ur bruk på sidan "
        "Inläsning eller med samordna retire-import {version} --reason SKÄL --data MAPP."
    ),
)
OTHER_NAME: Final = ProblemKind(
    "other-name",
    Severity.WARN,
    swedish("Filen gäller {theirs}, men förbundet här heter {ours}."),
    swedish("Kontrollera att det är rätt fil. En inläsning som blev fel tas ur bruk på dess sida."),
)
OTHER_ORGANISATION: Final = ProblemKind(
    "other-organisation",
    Severity.WARN,
    swedish("Filen gäller {theirs}, men förbundet här har organisationsnummer {ours}."),
    swedish("Kontrollera att det är rätt fil."),
)
TOO_SLOW: Final = ProblemKind(
    "too-slow",
    Severity.REFUSE,
    swedish("Filen tog mer än {seconds} sekunder att läsa. Läsningen avbröts."),
    swedish(
        "Kontrollera att det är en SIE-fil ur ekonomisystemet och exportera på nytt. "
        "Den som sköter servern kan läsa in mycket stora filer med samordna import-sie."
    ),
)
