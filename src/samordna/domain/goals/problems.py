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
    swedish("Målet kan inte mätas sedan {day}: {why}"),
    swedish("Besluta om en annan indikator, eller att målet utgår, och skriv beslutet."),
)
FORECAST_SHORT: Final = TABLE.warn(
    "forecast-short",
    swedish("Prognosen för {year} är {forecast}; målet är {sense} {level}."),
    swedish("Ta upp det med dem som målet gäller medan det finns tid kvar av året."),
)
BEHIND_PATH: Final = TABLE.inform(
    "behind-path",
    swedish("Utfallet {value} ligger efter en rak väg mot årets mål, {path} i {month}."),
    swedish("Se vilka det beror på."),
)
