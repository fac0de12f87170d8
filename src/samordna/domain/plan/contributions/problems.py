"""What can be wrong with how contributions are asked for, paid and booked? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

NOT_IN_THAT_STATE: Final = ProblemKind(
    "requisition-not-in-that-state",
    Severity.REFUSE,
    swedish("Rekvisitionen är {state} och kan inte {step}."),
    swedish("Det som går att göra nu: {possible}."),
)
WITHOUT_REASON: Final = ProblemKind(
    "requisition-without-reason",
    Severity.REFUSE,
    swedish("Det framgår inte varför rekvisitionen ska {step}."),
    swedish("Skriv skälet."),
)
STEP_BEFORE_THE_LAST: Final = ProblemKind(
    "requisition-step-before-the-last",
    Severity.REFUSE,
    swedish("Dagen är {day}, före {before} då något senare hände med rekvisitionen."),
    swedish("Rätta dagen."),
)
NOT_TO_REQUEST: Final = ProblemKind(
    "requisition-not-to-request",
    Severity.REFUSE,
    swedish("Det finns inget kvar att begära av ”{payer}” för {period}."),
    swedish("Öppna sidan på nytt: rekvisitionen är redan begärd, eller så har andelen eller reglerna ändrats."),
)
NO_SUCH_REQUISITION: Final = ProblemKind(
    "requisition-not-there",
    Severity.REFUSE,
    swedish("Det finns ingen rekvisition {number}."),
    swedish("Välj bland årets rekvisitioner."),
)
REQUESTED_MORE: Final = ProblemKind(
    "contributions-requested-more",
    Severity.WARN,
    swedish("{requested} kr är begärt, men andelen är {amount} kr."),
    swedish("Kreditera eller ta tillbaka en rekvisition och begär det rätta, eller rätta andelen."),
)
REST_WITHOUT_MONTHS: Final = ProblemKind(
    "contributions-rest-without-months",
    Severity.WARN,
    swedish("{rest} kr av andelen är inte begärt, men alla årets månader är det."),
    swedish("Kreditera eller ta tillbaka en rekvisition: resten begärs då tillsammans med den."),
)
OVERDUE: Final = ProblemKind(
    "contributions-overdue",
    Severity.WARN,
    swedish("Obetalt: rekvisition {numbers}, {amount} kr, som förföll {due}."),
    swedish("Påminn, eller markera som betald om pengarna har kommit."),
)
LEFT_WITH_DEBT: Final = ProblemKind(
    "contributions-left-with-debt",
    Severity.WARN,
    swedish("”{payer}” lämnar förbundet {left} med {amount} kr obetalt, rekvisition {numbers}."),
    swedish("Kräv in beloppet innan medlemskapet avslutas, eller kreditera med hänvisning till beslut."),
)
PAYER_GONE: Final = ProblemKind(
    "contributions-payer-gone",
    Severity.WARN,
    swedish("Rekvisition {numbers} är ställd till ”{payer}”, som inte betalar för året: {amount} kr räknas inte med."),
    swedish("Kreditera eller ta tillbaka, eller rätta medlemmarna."),
)
ENTERED_DIFFERS: Final = ProblemKind(
    "contributions-entered-differs",
    Severity.WARN,
    swedish("Bidragen som är inlagda per part är {entered} kr, men finansieringsplanen säger {shares} kr."),
    swedish("De inlagda räknas i budget och prognos. Ta bort dem om finansieringsplanen ska gälla."),
)
NOT_ALL_BOOKED_TELLS: Final = ProblemKind(
    "contributions-not-matched",
    Severity.WARN,
    swedish("{amount} kr är bokfört som bidrag på konton som ingen regel nämner."),
    swedish("Lägg till kontona i reglerna, och säg vems de är."),
)
WITHOUT_LEDGER_RULE: Final = ProblemKind(
    "contributions-without-ledger-rule",
    Severity.WARN,
    swedish("Ingen regel säger var bidragen från {payers} bokförs."),
    swedish("Lägg till en regel med konton för dem."),
)

RULE_TWICE: Final = ProblemKind(
    "contribution-rule-twice",
    Severity.REFUSE,
    swedish("Det finns mer än en regel för {group}."),
    swedish("Behåll en av dem."),
)
RULE_OF_UNKNOWN: Final = ProblemKind(
    "contribution-rule-of-unknown",
    Severity.WARN,
    swedish("”{who}” är varken en grupp, en medlem eller en part som betalar nu."),
    swedish("Välj bland {known}; det som gällde ett annat år kan stå kvar."),
)
NO_SUCH_DAY: Final = ProblemKind(
    "contribution-no-such-day",
    Severity.REFUSE,
    swedish("Dagen {day} finns inte i någon månad."),
    swedish("Skriv en dag mellan 1 och 31; 31 är månadens sista."),
)
THROUGH_UNKNOWN: Final = ProblemKind(
    "contribution-through-unknown",
    Severity.REFUSE,
    swedish("”{member}” är ingen medlem i gruppen ”{group}”, som därför inte kan betala genom den."),
    swedish("Välj en medlem i gruppen, eller låt var och en betala för sig."),
)
RULE_WITHOUT_ACCOUNT: Final = ProblemKind(
    "contribution-rule-without-account",
    Severity.REFUSE,
    swedish("Regeln för {who} nämner inget konto."),
    swedish("Skriv minst ett konto, eller ta bort regeln."),
)
ACCOUNT_TWICE: Final = ProblemKind(
    "contribution-account-twice",
    Severity.REFUSE,
    swedish("Konto {account} står i mer än en regel för samma kostnadsställe."),
    swedish("Ta bort det ur den ena: en bokning är en parts, eller flera parters tillsammans i samma regel."),
)
WHO_TWICE: Final = ProblemKind(
    "contribution-who-twice",
    Severity.REFUSE,
    swedish("”{who}” står i mer än en regel om konton."),
    swedish("Samla kontona i en regel."),
)
UNKNOWN_ACCOUNT: Final = ProblemKind(
    "contribution-unknown-account",
    Severity.WARN,
    swedish("Konto {account} finns inte i kontoplanen."),
    swedish("Rätta numret, eller läs in en fil där kontot finns."),
)
