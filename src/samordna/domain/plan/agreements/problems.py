"""What can be wrong with an agreement, by itself and beside the others? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

NOT_IN_THAT_STATE: Final = ProblemKind(
    "agreement-not-in-that-state",
    Severity.REFUSE,
    swedish("Avtalet är {state} och kan inte {step}."),
    swedish("Det som går att göra nu: {possible}."),
)
STEP_BEFORE_THE_LAST: Final = ProblemKind(
    "agreement-step-before-the-last",
    Severity.REFUSE,
    swedish("Dagen är {day}, före {before} då något senare hände med avtalet."),
    swedish("Rätta dagen."),
)
AMENDED_WITHOUT_REASON: Final = ProblemKind(
    "agreement-amended-without-reason",
    Severity.REFUSE,
    swedish("Det framgår inte vad som ändras i det undertecknade avtalet."),
    swedish("Skriv vad som ändras och varför, till exempel vilket tilläggsavtal det är."),
)
ENDS_LATER: Final = ProblemKind(
    "agreement-ends-later",
    Severity.REFUSE,
    swedish("Avtalet gäller till och med {last} och kan inte avslutas redan {day}."),
    swedish("Ändra först avtalets sista månad och summor i en ny version."),
)
WITHOUT_PARTY: Final = ProblemKind(
    "agreement-without-party",
    Severity.REFUSE,
    swedish("Det framgår inte vem avtalet är med."),
    swedish("Skriv utförarens eller leverantörens namn."),
)
PERIOD_BACKWARDS: Final = ProblemKind(
    "agreement-period-backwards",
    Severity.REFUSE,
    swedish("Avtalet slutar {last}, innan det börjar {first}."),
    swedish("Rätta någon av månaderna."),
)
NOTICE_AFTER_END: Final = ProblemKind(
    "agreement-notice-after-end",
    Severity.REFUSE,
    swedish("Sista dag för uppsägning är {day}, efter avtalets slut i {last}."),
    swedish("Rätta uppsägningsdagen eller avtalets sista månad."),
)
RUNS_ON_WITHOUT_DAY: Final = ProblemKind(
    "agreement-runs-on-without-day",
    Severity.REFUSE,
    swedish("Avtalet löper vidare om ingen säger upp det, men någon sista dag för uppsägning finns inte."),
    swedish("Skriv sista dagen för uppsägning, eller låt avtalet sluta av sig självt."),
)
NEGATIVE_NUMBER: Final = ProblemKind(
    "agreement-negative-number",
    Severity.REFUSE,
    swedish("Antalet {number} är mindre än noll."),
    swedish("Skriv ett antal som är noll eller mer."),
)
NUMBER_WITHOUT_COUNT: Final = ProblemKind(
    "agreement-number-without-count",
    Severity.REFUSE,
    swedish("Avtalat antal är {number}, men det framgår inte vad som räknas."),
    swedish("Välj om det är remisser, starter, avslut eller deltagare under året."),
)
COUNT_WITHOUT_NUMBER: Final = ProblemKind(
    "agreement-count-without-number",
    Severity.REFUSE,
    swedish("Det är valt att {counts} räknas, men inget antal är avtalat."),
    swedish("Skriv antalet, eller välj bort vad som räknas."),
)
PART_TWICE: Final = ProblemKind(
    "agreement-part-twice",
    Severity.REFUSE,
    swedish("”{row}” har mer än en summa {year}."),
    swedish("Behåll en av dem."),
)
PART_OUTSIDE_PERIOD: Final = ProblemKind(
    "agreement-part-outside-period",
    Severity.REFUSE,
    swedish("Det finns en summa för {year}, men avtalet gäller {period}."),
    swedish("Rätta året, eller avtalets månader."),
)
WEIGHT_OUTSIDE_PERIOD: Final = ProblemKind(
    "agreement-weight-outside-period",
    Severity.REFUSE,
    swedish("Summan för ”{row}” faller på månader som avtalet inte gäller: det gäller {period}."),
    swedish("Skriv 0 för de månaderna, eller rätta avtalets månader."),
)
YEAR_WITHOUT_SUM: Final = ProblemKind(
    "agreement-year-without-sum",
    Severity.WARN,
    swedish("Avtalet gäller {year}, men har ingen summa för det året."),
    swedish("Lägg in årets summa när den är känd: först då följer budget, prognos och ej bokfört med."),
)
WITHOUT_REFERENCE: Final = ProblemKind(
    "agreement-without-reference",
    Severity.WARN,
    swedish("Det framgår inte vilket beslut avtalet vilar på."),
    swedish("Skriv styrelsens paragraf eller delegationsbeslutet."),
)
OVERLAPPING: Final = ProblemKind(
    "agreement-overlapping",
    Severity.WARN,
    swedish("Avtalet gäller samma rad, ”{row}”, och samma part som avtal {other}, {period}: summorna läggs ihop."),
    swedish("Är det ena en ny version av det andra: ändra det som finns, eller ta tillbaka det som inte ska gälla."),
)
OVERLAPPING_SUM: Final = ProblemKind(
    "agreement-overlapping-sum",
    Severity.WARN,
    swedish("”{row}” har redan en avtalad summa för {year} utan skrivet avtal, {amount} kr: de läggs ihop."),
    swedish("Låt avtalet ersätta summan, eller ta bort summan."),
)
NOTICE_SOON: Final = ProblemKind(
    "agreement-notice-soon",
    Severity.INFORM,
    swedish("Sista dag för uppsägning är {day}, om {days}. {otherwise}"),
    swedish("Bestäm om avtalet ska fortsätta."),
)
NOTICE_PASSED: Final = ProblemKind(
    "agreement-notice-passed",
    Severity.WARN,
    swedish("Ingen sade upp avtalet senast {day}: det löper vidare till och med {last}."),
    swedish("Ändra avtalet i en ny version: sista månad, uppsägningsdag och summor."),
)
