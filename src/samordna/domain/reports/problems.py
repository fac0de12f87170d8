"""What can be wrong between a report template and the layout it is filled from?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

TEMPLATE_DOES_NOT_FIT: Final = ProblemKind(
    "template-does-not-fit",
    Severity.REFUSE,
    swedish("Rapportmallen hämtar ”{asked}”, som uppställningen {layout} inte har."),
    swedish("Lägg till raden i uppställningen, eller gör rapporten med förbundets vanliga uppställning."),
)
