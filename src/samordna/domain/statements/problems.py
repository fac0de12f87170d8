"""What can be wrong with a layout, or with what it lays out? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

UNREADABLE: Final = ProblemKind(
    "layout-unreadable",
    Severity.REFUSE,
    swedish("Filen går inte att läsa som TOML: {reason}."),
    swedish("Rätta filen på det angivna stället och försök igen."),
)
UNREACHABLE: Final = ProblemKind(
    "layout-unreachable",
    Severity.REFUSE,
    swedish("Filen går inte att öppna: {reason}."),
    swedish("Kontrollera sökvägen."),
)
UNKNOWN_WORD: Final = ProblemKind(
    "layout-unknown-word",
    Severity.REFUSE,
    swedish("”{word}” är inget ord som en uppställning förstår här."),
    swedish("Välj bland: {known}."),
)
MISSING_WORD: Final = ProblemKind(
    "layout-missing-word",
    Severity.REFUSE,
    swedish("”{word}” saknas."),
    swedish("Skriv till det; dokumentet om uppställningar visar hur."),
)
WRONG_VALUE: Final = ProblemKind(
    "layout-wrong-value",
    Severity.REFUSE,
    swedish("”{word}” har värdet {value}: {reason}."),
    swedish("Rätta värdet."),
)
UNCLEAR_SOURCE: Final = ProblemKind(
    "layout-unclear-source",
    Severity.REFUSE,
    swedish("Raden säger inte entydigt vad den visar ({found})."),
    swedish("Ange precis ett av: {known}."),
)
DUPLICATE_ID: Final = ProblemKind(
    "layout-duplicate-id",
    Severity.REFUSE,
    swedish("”{id}” står mer än en gång."),
    swedish("Ge varje rad ett eget id."),
)
UNKNOWN_REFERENCE: Final = ProblemKind(
    "layout-unknown-reference",
    Severity.REFUSE,
    swedish("Det finns ingen rad ”{reference}” att hänvisa till."),
    swedish("Hänvisa till uppställning:rad, till exempel income:resultat."),
)
UNKNOWN_COLUMN: Final = ProblemKind(
    "layout-unknown-column",
    Severity.REFUSE,
    swedish("Det finns ingen kolumn ”{column}” att räkna med."),
    swedish("Räkna med kolumner i samma räkning som inte själva är skillnader: {known}."),
)
CIRCULAR: Final = ProblemKind(
    "layout-circular",
    Severity.REFUSE,
    swedish("Raden hänvisar i en ring till sig själv."),
    swedish("Låt någon av raderna hämta sitt belopp från konton i stället."),
)
UNASSIGNED_KINDS: Final = ProblemKind(
    "layout-unassigned-kinds",
    Severity.REFUSE,
    swedish("Räkningen svarar för {answers_for}, men dess rader för Ej fördelat tar {taken}."),
    swedish("Ge varje kontoslag som räkningen svarar för precis en rad med unassigned."),
)
UNKNOWN_LAYOUT: Final = ProblemKind(
    "layout-unknown",
    Severity.REFUSE,
    swedish("Det finns ingen uppställning som heter ”{name}” för år {year}."),
    swedish("Välj bland {known}, eller ange sökvägen till en egen fil."),
)

NO_SUCH_STATEMENT: Final = ProblemKind(
    "layout-no-such-statement",
    Severity.REFUSE,
    swedish("Uppställningen har ingen räkning som heter ”{statement}”."),
    swedish("Välj en räkning som finns."),
)
NO_SUCH_LINE: Final = ProblemKind(
    "layout-no-such-line",
    Severity.REFUSE,
    swedish("Räkningen har ingen rad ”{line}”."),
    swedish("Någon kan ha tagit bort den: läs om sidan och välj en rad som finns."),
)
NO_SUCH_ACCOUNT: Final = ProblemKind(
    "layout-no-such-account",
    Severity.REFUSE,
    swedish("”{account}” finns inte i kontoplanen."),
    swedish("Välj ett konto ur listan."),
)
LINE_TAKES_NO_ACCOUNTS: Final = ProblemKind(
    "layout-line-takes-no-accounts",
    Severity.REFUSE,
    swedish("Raden ”{label}” tar inga konton: den räknas ut, hämtas från en annan rad eller läggs in för hand."),
    swedish("Välj en rad som visar konton."),
)
LINE_OF_OBJECTS: Final = ProblemKind(
    "layout-line-of-objects",
    Severity.REFUSE,
    swedish("Raden ”{label}” visar bara en del av sina konton: det som ligger på vissa kostnadsställen."),
    swedish("Välj en rad som visar hela konton, eller ändra raden i uppställningens fil."),
)
OTHER_KIND_OF_ACCOUNT: Final = ProblemKind(
    "layout-other-kind-of-account",
    Severity.REFUSE,
    swedish("Konto {account} är ett annat slags konto än {statement} svarar för."),
    swedish("Tillgångar och skulder hör till balansräkningen, intäkter och kostnader till resultaträkningen."),
)
NOT_ON_EXPLAINED_LINE: Final = ProblemKind(
    "layout-not-on-explained-line",
    Severity.REFUSE,
    swedish("Konto {account} står inte på raden som {note} förklarar."),
    swedish("Flytta kontot till den raden först; noten följer då med."),
)
OUTSIDE_THE_SUMS: Final = ProblemKind(
    "layout-outside-the-sums",
    Severity.REFUSE,
    swedish("Konto {account} visas i {statement} på en rad utanför summorna, och kan inte räknas en gång till."),
    swedish("Ändra raden i uppställningens fil om kontot ska räknas på ett annat sätt."),
)
NOWHERE_TO_BE_LEFT: Final = ProblemKind(
    "layout-nowhere-to-be-left",
    Severity.REFUSE,
    swedish("{statement} har ingen rad för Ej fördelat: konto {account} måste stå på någon av dess rader."),
    swedish("Välj en annan rad för kontot."),
)
NOTE_WITHOUT_PLACE: Final = ProblemKind(
    "layout-note-without-place",
    Severity.REFUSE,
    swedish("{note} förklarar raden, men har ingen rad som kan ta konto {account}."),
    swedish("Ge noten en rad för sådana konton i uppställningens fil, och flytta kontot sedan."),
)
UNCLEAR_LABEL: Final = ProblemKind(
    "layout-unclear-label",
    Severity.REFUSE,
    swedish("Radens namn är tomt, längre än {longest} tecken eller innehåller radbrytningar."),
    swedish("Skriv ett namn på en rad."),
)
LINE_STAYS: Final = ProblemKind(
    "layout-line-stays",
    Severity.REFUSE,
    swedish("Bara rader som tar hela konton tas bort här, och ”{label}” är ingen sådan."),
    swedish("Hämta uppställningen som fil, ta bort raden där och lämna in filen."),
)
LINE_HOLDS_ACCOUNTS: Final = ProblemKind(
    "layout-line-holds-accounts",
    Severity.REFUSE,
    swedish("På raden ”{label}” står {accounts}."),
    swedish("Flytta först det som står på raden till andra rader."),
)
LINE_IS_READ: Final = ProblemKind(
    "layout-line-is-read",
    Severity.REFUSE,
    swedish("Raden ”{label}” behövs: {readers}."),
    swedish("Byt namn på raden i stället, eller ändra först i uppställningens fil det som behöver den."),
)
LINE_HAS_FIGURES: Final = ProblemKind(
    "layout-line-has-figures",
    Severity.REFUSE,
    swedish("För raden ”{label}” finns uppgifter som lagts in för hand, till exempel en budget."),
    swedish("Ta först bort uppgifterna, i terminalen med samordna withdraw {key}."),
)
LINE_IS_ALONE: Final = ProblemKind(
    "layout-line-is-alone",
    Severity.REFUSE,
    swedish("Raden ”{label}” är den enda under ”{heading}” som tar konton."),
    swedish("Byt namn på raden i stället, eller lägg först till en annan rad efter den."),
)
LINE_STANDS_FIRST: Final = ProblemKind(
    "layout-line-stands-first",
    Severity.REFUSE,
    swedish("”{label}” står redan överst i sin grupp."),
    swedish("Till en annan grupp flyttas rader i uppställningens fil."),
)
LINE_STANDS_LAST: Final = ProblemKind(
    "layout-line-stands-last",
    Severity.REFUSE,
    swedish("”{label}” står redan nederst i sin grupp."),
    swedish("Till en annan grupp flyttas rader i uppställningens fil."),
)
LINE_PASSES_SUM: Final = ProblemKind(
    "layout-line-passes-sum",
    Severity.REFUSE,
    swedish("”{label}” kan inte byta plats med ”{other}”: det ena räknas ihop i det andra."),
    swedish("Summor och det de räknar ihop behåller sin ordning."),
)

BRIDGE_UNEXPLAINED: Final = ProblemKind(
    "bridge-unexplained",
    Severity.WARN,
    swedish("{amount} på vägen till {total} är inte förklarat."),
    swedish("Se efter om något kostnadsställe räknas på två rader, eller om ett konto står på två av bryggans rader."),
)
OUTLOOK_BELOW_FLOOR: Final = ProblemKind(
    "outlook-below-floor",
    Severity.WARN,
    swedish("{plan} ger {after} tkr i eget kapital{before}, målet är minst {floor} tkr."),
    swedish("Visa hur målet ska nås, eller säg att det inte nås, innan något om det skrivs under."),
)
OUTLOOK_HANGS_ON_PROJECTS: Final = ProblemKind(
    "outlook-hangs-on-projects",
    Severity.WARN,
    swedish(
        "{plan} ger {before} tkr i eget kapital före projekten, målet är minst {floor} tkr. "
        "Projektens netto, {projects} tkr, lyfter det till {after} tkr."
    ),
    swedish("Säg att målet nås bara med projektens netto, eller visa hur det nås utan."),
)
OUTLOOK_ABOVE_CEILING: Final = ProblemKind(
    "outlook-above-ceiling",
    Severity.INFORM,
    swedish("{plan} ger {after} tkr i eget kapital, rekommenderad högsta nivå är {ceiling} tkr."),
    swedish("Visa hur det som är över ska användas."),
)
OUTLOOK_DEFICIT: Final = ProblemKind(
    "outlook-deficit",
    Severity.INFORM,
    swedish("{plan} ger ett underskott för året: {result} tkr."),
    swedish("Ett underskott ska återställas inom tre år om inte styrelsen anger synnerliga skäl (KL 11:12–13)."),
)
OUTLOOK_WITHOUT_ROW: Final = ProblemKind(
    "outlook-without-row",
    Severity.WARN,
    swedish("Prognosen räknar med {amount} tkr för kostnadsställen som saknar rad i registret: {rows}."),
    swedish("Lägg in dem i registret och säg vad de väntas kosta; till dess räknas de i samma takt som hittills."),
)
COST_CENTRE_WITHOUT_ROW: Final = ProblemKind(
    "cost-centre-without-row",
    Severity.WARN,
    swedish("Kostnadsställe {row} har belopp i bokföringen men ingen rad i registret."),
    swedish("Lägg in det i registret, i den grupp där det hör hemma; till dess står det sist, för sig."),
)
ACCOUNT_WITHOUT_LINE: Final = ProblemKind(
    "account-without-line",
    Severity.WARN,
    swedish("Konto {account} {name} har belopp men ingen rad svarar för det."),
    swedish("Lägg kontot på en rad i uppställningen; till dess står det som Ej fördelat."),
)
ACCOUNT_ON_TWO_LINES: Final = ProblemKind(
    "account-on-two-lines",
    Severity.WARN,
    swedish("Konto {account} {name} räknas på flera rader: {lines}."),
    swedish("Låt en enda rad svara för kontot."),
)
LINE_WITHOUT_ACCOUNTS: Final = ProblemKind(
    "line-without-accounts",
    Severity.INFORM,
    swedish("Raden ”{label}” har inga konton i kontoplanen ({accounts})."),
    swedish("Kontrollera kontona om raden ska visa något."),
)
CONTROL_FAILS: Final = ProblemKind(
    "control-fails",
    Severity.WARN,
    swedish("{says} – men i kolumnen {column} är det {left} mot {right}."),
    swedish("Se efter om något konto saknar rad eller står på fel rad."),
)
