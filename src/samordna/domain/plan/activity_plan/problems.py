"""What can be wrong with an activity plan? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

PART_TWICE: Final = ProblemKind(
    "activity-plan-part-twice",
    Severity.REFUSE,
    swedish("Delen ”{part}” har två rubriker eller två inriktningar."),
    swedish("Skriv samma rubrik och inriktning på delens alla rader. En blandad insats delas i två."),
)
ROW_TWICE: Final = ProblemKind(
    "activity-plan-row-twice",
    Severity.REFUSE,
    swedish("”{row}” står mer än en gång i delen."),
    swedish("Behåll en av raderna, eller ge dem olika namn."),
)
NEGATIVE: Final = ProblemKind(
    "activity-plan-negative",
    Severity.REFUSE,
    swedish("{number} är mindre än noll."),
    swedish("Skriv ett tal som är noll eller mer."),
)
NOBODY_PAYS: Final = ProblemKind(
    "activity-plan-nobody-pays",
    Severity.WARN,
    swedish("”{row}” har varken medel eller någon annan som betalar."),
    swedish("Skriv förbundets medel, 0 om inget behövs, eller vem som betalar."),
)
COSTS_MORE: Final = ProblemKind(
    "activity-plan-costs-more",
    Severity.WARN,
    swedish("Kostnaderna är {amount} kr mer än bidragen, räknat på {financing} {cost_case}."),
    swedish(
        "Sänk kostnaderna, eller besluta att eget kapital tas i anspråk och ange synnerliga skäl (KL 11 kap. 5 §)."
    ),
)
