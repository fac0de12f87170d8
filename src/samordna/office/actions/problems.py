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
YEARS_OVERLAP: Final = ProblemKind(
    "years-overlap",
    Severity.REFUSE,
    swedish("Räkenskapsåret {year} delar dagar med {other}, som redan är inläst som version {version}."),
    swedish("Kontrollera räkenskapsåret (#RAR) i ekonomisystemet och exportera på nytt."),
)
OTHER_ORGANISATION: Final = ProblemKind(
    "other-organisation",
    Severity.WARN,
    swedish("Filen gäller {theirs}, men förbundet här har organisationsnummer {ours}."),
    swedish("Kontrollera att det är rätt fil."),
)
