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
CODE_COUNTED_TWICE_IN_ROW: Final = ProblemKind(
    "plan-code-counted-twice-in-row",
    Severity.REFUSE,
    swedish("Det som är bokfört på {code} räknas två gånger i ”{row}”."),
    swedish("Radens egen kod räknas alltid. Ta bort den tidigare koden, eller låt månaderna inte gå om varandra."),
)
EARLIER_ENDS_BEFORE_IT_BEGINS: Final = ProblemKind(
    "plan-earlier-ends-before-it-begins",
    Severity.REFUSE,
    swedish("Den tidigare koden {code} räknas från {first} men bara till och med {last}."),
    swedish("Rätta någon av månaderna."),
)
LINE_IS_COST_CENTRE: Final = ProblemKind(
    "plan-line-is-cost-centre",
    Severity.REFUSE,
    swedish("Budgetraden ”{row}” har samma kod som ett kostnadsställe i bokföringen."),
    swedish("Lägg till kostnadsstället som en rad, eller ge budgetraden ett eget ord som inget kostnadsställe har."),
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
PARTS_WITHOUT_WHOLE: Final = ProblemKind(
    "plan-parts-without-whole",
    Severity.REFUSE,
    swedish("”{row}” har belopp på konton men inget belopp för året."),
    swedish("Skriv radens belopp för hela året."),
)
MORE_THAN_THE_WHOLE: Final = ProblemKind(
    "plan-more-than-the-whole",
    Severity.WARN,
    swedish("Det som är angivet per konto eller månad blir {told}, mer än radens {amount}: resten blir minus."),
    swedish("Höj radens belopp, eller sänk delarna."),
)
MONTHS_DROPPED: Final = ProblemKind(
    "plan-months-dropped",
    Severity.WARN,
    swedish("”{row}” har månader med egna belopp. De gäller inte längre när årets belopp eller månader ändras."),
    swedish("Välj egna månader och skriv beloppen på nytt, om de fortfarande gäller."),
)
NEGATIVE_COST: Final = ProblemKind(
    "plan-negative-cost",
    Severity.REFUSE,
    swedish("Beloppet är {amount}, men ”{row}” är en kostnad och skrivs utan minus."),
    swedish("Skriv beloppet utan minus. Bara rader för intäkter kan vara negativa."),
)
SHAPE_WAITS: Final = ProblemKind(
    "plan-shape-waits",
    Severity.WARN,
    swedish("”{row}” ska fördelas på månader, men det finns inget att fördela efter: beloppet fördelas jämnt."),
    swedish("Läs in förra årets bokföring, eller ange månadernas andelar."),
)

FORECAST_WITHOUT_REASON: Final = ProblemKind(
    "plan-forecast-without-reason",
    Severity.WARN,
    swedish("Prognosen för ”{row}” är en annan än den föreslagna, utan kommentar."),
    swedish("Skriv kort varför, innan prognosen fryses."),
)
CONTRIBUTION_WITHOUT_PARTY: Final = ProblemKind(
    "plan-contribution-without-party",
    Severity.REFUSE,
    swedish("Det framgår inte vem bidraget kommer från."),
    swedish("Skriv partens namn."),
)
CONTRIBUTION_IS_NOTHING: Final = ProblemKind(
    "plan-contribution-is-nothing",
    Severity.REFUSE,
    swedish("Bidraget från ”{party}” är {amount}: ett bidrag är mer än noll och skrivs utan minus."),
    swedish("Skriv beloppet utan minus, eller lägg inte in något bidrag."),
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

ORDER_WITHOUT_ENTRIES: Final = ProblemKind(
    "order-without-entries",
    Severity.REFUSE,
    swedish("Bokningsordern har inga poster."),
    swedish("Välj minst en post som ska bokas."),
)
ORDER_OF_SEVERAL_MONTHS: Final = ProblemKind(
    "order-of-several-months",
    Severity.REFUSE,
    swedish("Posterna ska bokas i olika månader: {months}."),
    swedish("Gör en bokningsorder för varje månad."),
)
ORDER_OUTSIDE_LEDGER: Final = ProblemKind(
    "order-outside-ledger",
    Severity.REFUSE,
    swedish("Inget räkenskapsår med {month} är inläst."),
    swedish("Läs in årets bokföring först: ordern bokas på dess konton."),
)
ORDER_ACCOUNT_MISSING: Final = ProblemKind(
    "order-account-missing",
    Severity.REFUSE,
    swedish("Kontot för {what} är inte valt, och bokföringen ger inget förslag."),
    swedish("Välj konto."),
)
ORDER_UNKNOWN_ACCOUNT: Final = ProblemKind(
    "order-unknown-account",
    Severity.REFUSE,
    swedish("Konto {account}, för {what}, finns inte i kontoplanen."),
    swedish("Välj ett konto som finns, eller lägg upp det i ekonomisystemet och läs in en ny fil."),
)
ORDER_OTHER_KIND_OF_ACCOUNT: Final = ProblemKind(
    "order-other-kind-of-account",
    Severity.REFUSE,
    swedish("Konto {account} är ett annat slags konto än {what} bokas på."),
    swedish("Kostnaden eller intäkten bokas på ett resultatkonto, skulden eller fordran på ett balanskonto."),
)
ORDER_ROW_CANNOT_BE_BOOKED: Final = ProblemKind(
    "order-row-cannot-be-booked",
    Severity.REFUSE,
    swedish("”{row}” är inget kostnadsställe: det finns inget att boka på."),
    swedish("Lägg till kostnadsstället i registret, eller boka på ett som finns."),
)
ORDER_UNBALANCED: Final = ProblemKind(
    "order-unbalanced",
    Severity.REFUSE,
    swedish("Debet och kredit skiljer {difference} kr."),
    swedish("Rätta beloppen så att raderna går jämnt ut."),
)
ORDER_NOT_WHAT_IS_OWED: Final = ProblemKind(
    "order-not-what-is-owed",
    Severity.REFUSE,
    swedish("Raderna bokar {booked} kr, men {amount} kr saknas i bokföringen."),
    swedish("Rätta radernas belopp, eller ta tillbaka posten och föreslå en ny."),
)
