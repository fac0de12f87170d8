"""What can be wrong with goals? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable("goal-")

TWICE: Final = TABLE.refuse(
    "twice", swedish("Två mål har beteckningen {goal}."), swedish("Ge ett av dem en annan beteckning.")
)
WITHOUT_NAME: Final = TABLE.refuse(
    "without-name", swedish("Målet {goal} har ingen formulering."), swedish("Skriv målet som det är beslutat.")
)
UNKNOWN_PARENT: Final = TABLE.refuse(
    "unknown-parent",
    swedish("Målet hör till {parent}, som inte finns."),
    swedish("Välj ett mål som finns, eller låt det stå för sig."),
)
UNDER_ITSELF: Final = TABLE.refuse(
    "under-itself",
    swedish("Målet hör till sig självt, genom {parents}."),
    swedish("Låt ett av dem stå för sig."),
)
BACKWARDS: Final = TABLE.refuse(
    "backwards",
    swedish("Målet gäller från {since} men bara till {until}."),
    swedish("Rätta åren."),
)
WITHOUT_DECISION: Final = TABLE.warn(
    "without-decision",
    swedish("Det framgår inte vilket beslut målet vilar på."),
    swedish("Skriv beslutets datum och paragraf."),
)
WITHOUT_INDICATOR: Final = TABLE.warn(
    "without-indicator",
    swedish("Inget säger om målet nås: indikator eller målnivå saknas, och det har inga delmål."),
    swedish("Välj en indikator och skriv målnivån, eller lägg upp delmål."),
)
WITHOUT_LEVEL: Final = TABLE.warn(
    "without-level",
    swedish("Målet saknar målnivå för {years}."),
    swedish("Skriv en nivå för det första och det sista året; mellan dem räknas en rak linje."),
)
LEVEL_TWICE: Final = TABLE.refuse(
    "level-twice", swedish("Målet har två målnivåer för {year}."), swedish("Ta bort en av dem.")
)
SOURCE_ENDED: Final = TABLE.warn(
    "source-ended",
    swedish("Källan upphörde {day}: {why}."),
    swedish("Besluta om en annan indikator, eller att målet utgår, och skriv beslutet."),
)
WORDS_MISSING: Final = TABLE.refuse(
    "words-missing",
    swedish("Bedömningen har ingen text."),
    swedish("Skriv styrelsens ord, eller ta bort bedömningen."),
)
WORDS_WITHOUT_DECISION: Final = TABLE.refuse(
    "words-without-decision",
    swedish("Det framgår inte vilket beslut styrelsens ord vilar på."),
    swedish("Skriv sammanträdets dag och paragraf."),
)
SOURCE_UNKNOWN: Final = TABLE.refuse(
    "source-unknown",
    swedish("Indikatorn läses ur {source}, som inte finns."),
    swedish("Välj ett mått eller en rad som finns, eller skriv källan med ord efter ”utanför:”."),
)
LINE_UNKNOWN: Final = TABLE.refuse(
    "line-unknown",
    swedish("Indikatorn läses ur raden {source}, som uppställningen ”{layout}” inte har."),
    swedish("Skriv en rad som finns, till exempel {near}; ett mått; eller källan med ord efter ”utanför:”."),
)
ENDED_WITHOUT_WHY: Final = TABLE.refuse(
    "ended-without-why",
    swedish("Källan har upphört, men det framgår inte varför."),
    swedish("Skriv vad som har hänt med källan, till exempel att systemet är stängt."),
)
DECIDED_WITHOUT_DECISION: Final = TABLE.refuse(
    "decided-without-decision",
    swedish("Det framgår inte vilket beslut det är."),
    swedish("Skriv beslutets dag och paragraf."),
)
DECIDED_BEFORE: Final = TABLE.refuse(
    "decided-before",
    swedish("Beslutet gäller från {since}, men ett tidigare beslut om målet gäller från {before}."),
    swedish("Ange en senare dag."),
)
DECIDED_WITHOUT_SOURCE: Final = TABLE.refuse(
    "decided-without-source",
    swedish("Den nya indikatorn eller dess målnivå saknas."),
    swedish("Välj vad målet ska läsas av och skriv målnivån, eller besluta att målet utgår."),
)
STILL_TOLD: Final = TABLE.refuse(
    "still-told",
    swedish("Målets källa har inte upphört."),
    swedish("Ändra målet i stället, eller skriv först vilken dag källan upphörde och varför."),
)
OTHER_UNIT: Final = TABLE.refuse(
    "other-unit",
    swedish("Målnivån är i {typed}, men det som målet läses av är i {own}."),
    swedish("Skriv nivån i {own}."),
)
NOT_OF_UNITS: Final = TABLE.refuse(
    "not-of-units",
    swedish("Målet gäller varje enhet för sig, men det läses inte ur enheternas siffror."),
    swedish("Välj ett mått, eller låt målet gälla helheten."),
)
NOTHING_TO_UNDO: Final = TABLE.refuse(
    "nothing-to-undo",
    swedish("Det finns ingen tidigare lydelse att gå tillbaka till."),
    swedish("Ta bort målet i stället."),
)
HAS_SUB_GOALS: Final = TABLE.refuse(
    "has-sub-goals",
    swedish("Målet har delmål: {goals}."),
    swedish("Flytta eller ta bort delmålen först."),
)
SOURCE_CHANGED: Final = TABLE.warn(
    "source-changed",
    swedish(
        "Måttet {measure} är omräknat sedan målet beslutades: det är version {now}, och målet gällde version {was}."
    ),
    swedish("Besluta om målet ska läsas av den nya versionen, en annan indikator, eller utgå."),
)
FORECAST_SHORT: Final = TABLE.warn(
    "forecast-short",
    swedish("Prognosen för {year} är {forecast}; målet är {sense} {level}."),
    swedish("Ta upp det med dem som målet gäller medan det finns tid kvar av året."),
)
UNITS_SHORT: Final = TABLE.warn(
    "units-short",
    swedish("Prognosen för {year} når inte målet, {held}: {units}."),
    swedish("Ta upp det vid nästa uppföljningsmöte."),
)
UNITS_BEHIND: Final = TABLE.inform(
    "units-behind",
    swedish("{units} ligger efter en rak väg mot årets mål, {path} i {month}."),
    swedish("Ta upp det vid nästa uppföljningsmöte."),
)
BEHIND_PATH: Final = TABLE.inform(
    "behind-path",
    swedish("Utfallet {value} ligger efter en rak väg mot årets mål, {path} i {month}."),
    swedish("Se vilka det beror på."),
)
