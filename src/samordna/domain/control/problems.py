"""What can be left to do before a period is closed, and what stops a step of its life? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

_MEND: Final = swedish("Rätta i ekonomisystemet, exportera på nytt och läs in den nya filen.")

NOT_READ: Final = ProblemKind(
    "closing-not-read",
    Severity.WARN,
    swedish("Ingen bokföring är inläst för {period}."),
    swedish("Läs in räkenskapsårets fil."),
)
NOT_COVERED: Final = ProblemKind(
    "closing-not-covered",
    Severity.WARN,
    swedish("Bokföringen är inläst till och med {covered}, men perioden slutar {last}."),
    swedish("Läs in en fil som omfattar hela perioden."),
)
BALANCES_NOT_TOLD: Final = ProblemKind(
    "closing-balances-not-told",
    Severity.WARN,
    swedish("Filen har bara saldon för {known}: hur de var i slutet av {last} går inte att se."),
    swedish("Läs in en fil med verifikationer eller saldon per månad, eller en som slutar med perioden."),
)
MONTH_UNBALANCED: Final = ProblemKind(
    "closing-month-unbalanced",
    Severity.WARN,
    swedish("Debet och kredit skiljer {difference} kr i {month}."),
    _MEND,
)
OPENING_UNCOMPARED: Final = ProblemKind(
    "closing-opening-uncompared",
    Severity.INFORM,
    swedish("Året före är inte inläst till sitt slut: de ingående balanserna har inget att jämföras med."),
    swedish("Läs in förra årets fil om de ska jämföras."),
)
NOT_RECONCILED: Final = ProblemKind(
    "closing-not-reconciled",
    Severity.WARN,
    swedish("Saldot, {balance} kr, är varken avstämt eller förklarat."),
    swedish("Stäm av kontot, eller skriv vad saldot är."),
)
BALANCE_HAS_CHANGED: Final = ProblemKind(
    "closing-balance-has-changed",
    Severity.WARN,
    swedish("Saldot är {balance} kr, men det var {before} kr när det stämdes av eller förklarades."),
    swedish("Stäm av eller förklara kontot på nytt."),
)
COST_IN_CREDIT: Final = ProblemKind(
    "closing-cost-in-credit",
    Severity.WARN,
    swedish("Kostnadskontot {account} står i kredit: {balance} kr till och med {month}."),
    swedish("Se efter om något är bokfört på fel konto, eller skriv varför det är rätt."),
)
INCOME_IN_DEBIT: Final = ProblemKind(
    "closing-income-in-debit",
    Severity.WARN,
    swedish("Intäktskontot {account} står i debet: {balance} kr till och med {month}."),
    swedish("Se efter om något är bokfört på fel konto, eller skriv varför det är rätt."),
)
NOT_ORDERED: Final = ProblemKind(
    "closing-not-ordered",
    Severity.WARN,
    swedish("{amount} kr i {what} är upparbetat och varken bokfört eller beställt."),
    swedish("Gör en bokningsorder, ta tillbaka posten, eller skriv varför den inte bokas i perioden."),
)
ORDER_NOT_BOOKED: Final = ProblemKind(
    "closing-order-not-booked",
    Severity.WARN,
    swedish("{amount} kr i {what} är beställt och har inte kommit i bokföringen."),
    swedish("Läs in en fil där bokningsordern är bokförd, eller stäng perioden utan den."),
)
CHANGED_BEFORE: Final = ProblemKind(
    "closing-changed-before",
    Severity.WARN,
    swedish("{amount} kr har bokförts i efterhand i månader som redan var inlästa: {months}."),
    swedish("Se efter att det är meningen."),
)
CHANGES_NOT_TOLD: Final = ProblemKind(
    "closing-changes-not-told",
    Severity.WARN,
    swedish("Konton som skiljer sig från den fil som var inläst förut: {count}. I vilka månader går inte att se."),
    swedish("Se efter på sidan om inläsningen, där kontona står med sina belopp."),
)
OPENING_CHANGED: Final = ProblemKind(
    "closing-opening-changed",
    Severity.WARN,
    swedish("Den ingående balansen är {amount} kr annorlunda än i den fil som var inläst förut."),
    swedish("Se efter att det är meningen."),
)

NOTE_WITHOUT_WORDS: Final = ProblemKind(
    "closing-note-without-words",
    Severity.REFUSE,
    swedish("Anteckningen säger varken att kontot är avstämt eller vad saldot är."),
    swedish("Markera kontot som avstämt, eller skriv en förklaring."),
)
ACKNOWLEDGED_WITHOUT_WORDS: Final = ProblemKind(
    "closing-acknowledged-without-words",
    Severity.REFUSE,
    swedish("Punkten är godtagen utan att det står varför."),
    swedish("Skriv kort varför den får stå så."),
)

PERIOD_NOT_IN_THAT_STATE: Final = ProblemKind(
    "period-not-in-that-state",
    Severity.REFUSE,
    swedish("Perioden är {state} och kan inte {step}."),
    swedish("Det som går att göra nu: {possible}."),
)
LEFT_TO_DO: Final = ProblemKind(
    "period-left-to-do",
    Severity.REFUSE,
    swedish("Innan perioden kan stängas återstår: {left}."),
    swedish("Rätta eller förklara det som återstår; till dess kan perioden vara preliminär."),
)
NO_REASON_TO_REOPEN: Final = ProblemKind(
    "period-no-reason-to-reopen",
    Severity.REFUSE,
    swedish("Perioden är stängd, och det står inte varför den ska öppnas igen."),
    swedish("Skriv skälet: det sparas med perioden."),
)
CHANGES_CLOSED_MONTHS: Final = ProblemKind(
    "period-changes-closed-months",
    Severity.REFUSE,
    swedish("Filen ändrar {count} belopp i en stängd period: {accounts}."),
    swedish("Skriv varför den ska läsas in ändå: båda versionerna sparas, och perioden visar fortfarande den första."),
)
CLOSED_MONTHS_NOT_TOLD: Final = ProblemKind(
    "period-closed-months-not-told",
    Severity.REFUSE,
    swedish("Filen har ett enda saldo för mer än den stängda perioden: om den ändrar något där går inte att se."),
    swedish("Läs in en fil med verifikationer eller saldon per månad, eller skriv varför den ska läsas in ändå."),
)
