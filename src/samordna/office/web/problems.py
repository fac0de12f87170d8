"""What can be wrong with serving the site, and with what a browser sends?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

ADDRESS_TAKEN: Final = ProblemKind(
    "address-taken",
    Severity.REFUSE,
    swedish("Något annat svarar redan på port {port}."),
    swedish("Stäng det, eller välj en annan port: --port {other}."),
)
ADDRESS_UNUSABLE: Final = ProblemKind(
    "address-unusable",
    Severity.REFUSE,
    swedish("Det går inte att lyssna på adressen: {why}."),
    swedish("Ange en adress som den här datorn har, till exempel --address 127.0.0.1, och en port över 1023."),
)
