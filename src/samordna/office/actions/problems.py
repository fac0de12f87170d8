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
