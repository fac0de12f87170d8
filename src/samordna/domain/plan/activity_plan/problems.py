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
HEADING_TWICE: Final = ProblemKind(
    "activity-plan-heading-twice",
    Severity.REFUSE,
    swedish("Planen har redan en del som heter ”{heading}”."),
    swedish("Lägg raden i den delen, eller ge den nya delen en annan rubrik."),
)
NO_NAME: Final = ProblemKind(
    "activity-plan-no-name",
    Severity.REFUSE,
    swedish("Raden eller delen har inget namn."),
    swedish("Skriv det namn som ska stå i planen."),
)
NO_SUCH_PART: Final = ProblemKind(
    "activity-plan-no-such-part",
    Severity.REFUSE,
    swedish("Planen har ingen del ”{part}”."),
    swedish("Välj bland delarna som de står nu, eller lägg till delen först."),
)
NO_SUCH_ROW: Final = ProblemKind(
    "activity-plan-no-such-row",
    Severity.REFUSE,
    swedish("”{row}” finns inte i planen."),
    swedish("Den kan vara ändrad eller borttagen. Se vad som står nu."),
)
PART_IN_USE: Final = ProblemKind(
    "activity-plan-part-in-use",
    Severity.REFUSE,
    swedish("Delen ”{part}” har rader: {rows}."),
    swedish("Ta bort raderna eller flytta dem till en annan del först."),
)
TOO_LARGE: Final = ProblemKind(
    "activity-plan-too-large",
    Severity.REFUSE,
    swedish("{number} är för stort för en plan."),
    swedish("Skriv antalet personer, och belopp i kronor."),
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
NEGATIVE_COUNT: Final = ProblemKind(
    "activity-plan-negative-count",
    Severity.REFUSE,
    swedish("{number} är inget antal deltagare."),
    swedish("Skriv ett tal som är noll eller mer, eller lämna fältet tomt när inga räknas."),
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
ALREADY_ADOPTED: Final = ProblemKind(
    "activity-plan-already-adopted",
    Severity.REFUSE,
    swedish("Planen är antagen: {decision}."),
    swedish("Börja en ny version av planen. Den antagna finns kvar, och den nya gäller när den har antagits."),
)
NOT_ADOPTED: Final = ProblemKind(
    "activity-plan-not-adopted",
    Severity.REFUSE,
    swedish("Planen är redan ett utkast som kan ändras."),
    swedish("Ändra i utkastet, och anteckna beslutet när styrelsen har antagit det."),
)
NOTHING_TO_ADOPT: Final = ProblemKind(
    "activity-plan-nothing-to-adopt",
    Severity.REFUSE,
    swedish("Planen har inga insatser och ingen overhead att anta."),
    swedish("Lägg in det som ska göras under Insatser och overhead först."),
)
NO_DECISION: Final = ProblemKind(
    "activity-plan-no-decision",
    Severity.REFUSE,
    swedish("Det framgår inte vilket beslut planen är antagen genom."),
    swedish("Skriv paragrafen, till exempel Styrelsen § 56, och dagen."),
)
NO_REASON: Final = ProblemKind(
    "activity-plan-no-reason",
    Severity.REFUSE,
    swedish("Det framgår inte varför en ny version behövs."),
    swedish("Skriv skälet, till exempel att tilldelningen har ändrats."),
)
PLAN_EXISTS: Final = ProblemKind(
    "activity-plan-exists",
    Severity.REFUSE,
    swedish("Det finns redan en plan för {year}."),
    swedish("Ändra den rad för rad i stället."),
)
NOTHING_TO_ROLL: Final = ProblemKind(
    "activity-plan-nothing-to-roll",
    Severity.REFUSE,
    swedish("Det finns ingen plan för {year} att utgå från."),
    swedish("Lägg in delar och rader för hand, eller välj ett annat år."),
)
NOTHING_TO_UNDO: Final = ProblemKind(
    "activity-plan-nothing-to-undo",
    Severity.REFUSE,
    swedish("Planen har inte ändrats, så det finns inget att ångra."),
    swedish("Inget behöver göras."),
)
