"""What can be wrong with a register, a budget, a forecast or what is owed? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

ROW_TWICE: Final = ProblemKind(
    "plan-row-twice",
    Severity.REFUSE,
    swedish("”{row}” står mer än en gång i registret."),
    swedish("Behåll en av raderna. Delas kostnadsstället på projekt skiljer projektet dem åt: 1010 och 1010:10."),
)
ROW_WITHOUT_NAME: Final = ProblemKind(
    "plan-row-without-name",
    Severity.REFUSE,
    swedish("”{row}” har inget namn."),
    swedish("Skriv det namn som ska stå i uppföljningen."),
)
ROW_WITHOUT_CODE: Final = ProblemKind(
    "plan-row-without-code",
    Severity.REFUSE,
    swedish("Raden ”{name}” har ingen kod."),
    swedish("Skriv kostnadsställets kod, eller ett kort eget ord för en budgetrad som inget kostnadsställe har."),
)
UNKNOWN_GROUP: Final = ProblemKind(
    "plan-unknown-group",
    Severity.REFUSE,
    swedish("”{row}” hör till gruppen ”{group}”, som inte finns."),
    swedish("Välj bland {known}, eller lägg till gruppen."),
)
GROUP_TWICE: Final = ProblemKind(
    "plan-group-twice",
    Severity.REFUSE,
    swedish("Gruppen ”{group}” står mer än en gång."),
    swedish("Ge varje grupp ett eget namn."),
)
ENDS_BEFORE_IT_BEGINS: Final = ProblemKind(
    "plan-ends-before-it-begins",
    Severity.REFUSE,
    swedish("”{row}” gäller från {first} men bara till och med {last}."),
    swedish("Rätta någon av månaderna."),
)
CODE_COUNTED_TWICE: Final = ProblemKind(
    "plan-code-counted-twice",
    Severity.REFUSE,
    swedish("Det som är bokfört på {code} räknas både i ”{row}” och i ”{other}”."),
    swedish("Ange till och med vilken månad den tidigare koden räknas, eller ta bort den från den ena raden."),
)
MERGE_OF_UNKNOWN: Final = ProblemKind(
    "plan-merge-of-unknown",
    Severity.REFUSE,
    swedish("”{row}” kan inte redovisas tillsammans med andra: raden finns inte i registret."),
    swedish("Välj rader som finns."),
)
MERGE_OF_ONE: Final = ProblemKind(
    "plan-merge-of-one",
    Severity.REFUSE,
    swedish("Minst två rader och något att visa för ett år behövs för att rader ska redovisas tillsammans."),
    swedish("Välj raderna, och om det är utfallet, budgeten eller båda som de delar."),
)
MERGED_TWICE: Final = ProblemKind(
    "plan-merged-twice",
    Severity.REFUSE,
    swedish("”{row}” redovisas tillsammans med olika rader för samma år."),
    swedish("Låt raden ingå i bara en av dem."),
)

NUMBER_OF_UNKNOWN_ROW: Final = ProblemKind(
    "plan-number-of-unknown-row",
    Severity.REFUSE,
    swedish("”{row}” finns inte i registret."),
    swedish("Lägg till raden i registret först, eller rätta koden."),
)
NUMBER_TWICE: Final = ProblemKind(
    "plan-number-twice",
    Severity.REFUSE,
    swedish("”{row}” har mer än ett belopp."),
    swedish("Behåll ett av dem."),
)
NUMBER_TOO_LARGE: Final = ProblemKind(
    "plan-number-too-large",
    Severity.REFUSE,
    swedish("Beloppet för ”{row}” är större än någon budget."),
    swedish("Kontrollera att beloppet är i kronor."),
)
NOT_USED_THEN: Final = ProblemKind(
    "plan-not-used-then",
    Severity.WARN,
    swedish("”{row}” har ett belopp för {year}, men används {valid}."),
    swedish("Rätta när raden används, eller ta bort beloppet."),
)
ROW_WITHOUT_BUDGET: Final = ProblemKind(
    "plan-row-without-budget",
    Severity.INFORM,
    swedish("”{row}” är inte med i budgeten för {year}."),
    swedish("Är det meningen behöver inget göras; raden visas utan budget."),
)
NO_DECISION: Final = ProblemKind(
    "plan-no-decision",
    Severity.REFUSE,
    swedish("Ändringen säger inte varför eller vilket beslut den vilar på."),
    swedish("Skriv skälet, och paragraf eller handling."),
)
OUTSIDE_THE_YEAR: Final = ProblemKind(
    "plan-outside-the-year",
    Severity.REFUSE,
    swedish("{months} ligger utanför {year}."),
    swedish("Välj månader i budgetens år."),
)
WEIGHTS_DO_NOT_FIT: Final = ProblemKind(
    "plan-weights-do-not-fit",
    Severity.REFUSE,
    swedish("Fördelningen har {count} månader, men året har {months}, eller så blir summan noll."),
    swedish("Ange en andel för varje månad."),
)
MONTHS_DO_NOT_ADD_UP: Final = ProblemKind(
    "plan-months-do-not-add-up",
    Severity.REFUSE,
    swedish("Årets alla månader är angivna och blir {told}, men årets belopp är {amount}."),
    swedish("Rätta någon av månaderna eller årets belopp."),
)
MORE_THAN_THE_WHOLE: Final = ProblemKind(
    "plan-more-than-the-whole",
    Severity.WARN,
    swedish("Det som är angivet per konto eller månad blir {told}, mer än radens {amount}: resten blir minus."),
    swedish("Höj radens belopp, eller sänk delarna."),
)
SHAPE_WAITS: Final = ProblemKind(
    "plan-shape-waits",
    Severity.WARN,
    swedish("”{row}” ska fördelas på månader, men det finns inget att fördela efter: beloppet fördelas jämnt."),
    swedish("Läs in förra årets bokföring, eller ange månadernas andelar."),
)

FORECAST_WITHOUT_REASON: Final = ProblemKind(
    "plan-forecast-without-reason",
    Severity.REFUSE,
    swedish("Prognosen för ”{row}” är en annan än den föreslagna, utan kommentar."),
    swedish("Skriv kort varför."),
)

NOT_IN_THAT_STATE: Final = ProblemKind(
    "owed-not-in-that-state",
    Severity.REFUSE,
    swedish("Posten är {state} och kan inte {step}."),
    swedish("Det som går att göra nu: {possible}."),
)
NOTHING_OWED: Final = ProblemKind(
    "owed-nothing",
    Severity.REFUSE,
    swedish("Beloppet är noll: det finns inget att boka."),
    swedish("Ange ett belopp, eller låt bli."),
)
BOOKED_AHEAD: Final = ProblemKind(
    "owed-booked-ahead",
    Severity.INFORM,
    swedish("Mer är bokfört än upparbetat: {booked} mot {worked_up}."),
    swedish("Se efter om något är betalt i förskott eller bokfört på fel kostnadsställe."),
)
PARTLY_BOOKED: Final = ProblemKind(
    "owed-partly-booked",
    Severity.WARN,
    swedish("{booked} av {amount} har bokförts sedan bokningsordern skickades."),
    swedish("Se efter om resten kommer, eller ta tillbaka posten och föreslå en ny."),
)
