"""What can be wrong with the counts that a unit hands in, what follows from it, and what should it do? One table."""

from collections.abc import Mapping
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind
from samordna.domain.values.problem_table import ProblemTable

_TABLE: Final = ProblemTable("counts-")

KINDS: Final[Mapping[str, ProblemKind]] = _TABLE.kinds
"""Every kind by its code, in the order of this file."""

_CORRECT_OR_EXPLAIN: Final = swedish("Rätta den siffra som är fel. Är båda rätt: skriv varför vid tabellen.")
_LOOK: Final = swedish("Se efter vilken siffra som är fel. Är båda rätt behöver inget göras.")

# A cell

NOT_A_COUNT: Final = _TABLE.refuse(
    "not-a-count",
    swedish("”{text}” är inget antal."),
    swedish("Skriv ett heltal med siffror. Ingen alls skrivs 0; en siffra som inte finns lämnas tom."),
)
NEGATIVE: Final = _TABLE.refuse(
    "negative", swedish("Antalet {number} är mindre än noll."), swedish("Skriv hur många det är, utan minus.")
)
TOO_LARGE: Final = _TABLE.refuse(
    "too-large",
    swedish("Antalet är större än någon enhet har."),
    swedish("Kontrollera siffran; högst {most} går att skriva."),
)
CELL_TWICE: Final = _TABLE.refuse("cell-twice", swedish("Rutan är ifylld två gånger."), swedish("Behåll en av dem."))
UNKNOWN_TABLE: Final = _TABLE.refuse(
    "unknown-table",
    swedish("Tabellen ”{table}” finns inte bland dem som efterfrågas."),
    swedish("Ta bort den, eller hämta blanketten på nytt."),
)
UNKNOWN_CODE: Final = _TABLE.refuse(
    "unknown-code",
    swedish("”{code}” är inget svar i ”{table}”."),
    swedish("Välj bland {known}."),
)
WRONG_KIND_OF_CELL: Final = _TABLE.refuse(
    "wrong-kind-of-cell",
    swedish("Rutan har {found}, men ska ha {wanted}."),
    swedish("Skriv det som rutan är till för."),
)
GENDER_NOT_ASKED: Final = _TABLE.refuse(
    "gender-not-asked",
    swedish("Tabellen delas inte upp på kön."),
    swedish("Skriv bara det hela antalet."),
)
SUMS_IMPOSSIBLE: Final = _TABLE.refuse(
    "sums-impossible",
    swedish(
        "Antal {n}, summa {total} och kvadratsumma {squares} kan inte höra ihop på en skala med högst {widest} steg."
    ),
    swedish("Räkna om summorna ur samma svar."),
)
SUMS_BY_HALVES: Final = _TABLE.refuse(
    "sums-by-halves",
    swedish("Antal svar, summa och summa av kvadrater hör ihop, men bara {count} av dem är ifyllda."),
    swedish("Fyll i alla tre, eller lämna alla tre tomma."),
)

# Cells that belong together

GENDERS_DIFFER: Final = _TABLE.refuse(
    "genders-differ",
    swedish("Kvinnor, män och okänt kön blir tillsammans {sum}, men totalt står {total}."),
    _CORRECT_OR_EXPLAIN,
)
GENDERS_DIFFER_EXPLAINED: Final = _TABLE.warn(
    "genders-differ-explained",
    swedish("Kvinnor, män och okänt kön blir tillsammans {sum}, men totalt står {total}. Enheten har förklarat det."),
    swedish("Totalen används där kön inte visas. Läs förklaringen, och skicka tillbaka om den inte räcker."),
)
TABLES_DIFFER: Final = _TABLE.refuse(
    "tables-differ",
    swedish("Raderna blir tillsammans {sum}, men ”{whole}” är {total}."),
    _CORRECT_OR_EXPLAIN,
)
TABLES_DIFFER_EXPLAINED: Final = _TABLE.warn(
    "tables-differ-explained",
    swedish("Raderna blir tillsammans {sum}, men ”{whole}” är {total}. Enheten har förklarat det."),
    swedish("Läs förklaringen, och skicka tillbaka om den inte räcker."),
)
SOMEBODY_WITHOUT_ANSWER: Final = _TABLE.refuse(
    "somebody-without-answer",
    swedish("Raderna blir tillsammans {sum}, men ”{whole}” är {total}: någon saknar svar."),
    swedish("Räkna den som inget är känt om på raden för okänt."),
)
ROW_ABOVE_WHOLE: Final = _TABLE.refuse(
    "row-above-whole",
    swedish("Raden är {sum}, men ”{whole}” är bara {total}."),
    swedish("En person räknas högst en gång på varje rad. Rätta raden eller det hela."),
)
PART_ABOVE_WHOLE: Final = _TABLE.refuse(
    "part-above-whole",
    swedish("Antalet är {sum}, men det är en del av ”{whole}”, som är {total}."),
    swedish("Rätta den siffra som är fel."),
)
MAIN_ABOVE_ALL: Final = _TABLE.refuse(
    "main-above-all",
    swedish("{main} är den huvudsakliga för {sum}, men i ”{whole}” har bara {total} den alls."),
    swedish("Den huvudsakliga försörjningen ska också vara markerad bland alla försörjningar. Rätta en av tabellerna."),
)
STARTED_ABOVE_REFERRED: Final = _TABLE.warn(
    "started-above-referred",
    swedish("{started} har startat eller inte blivit aktuella, men bara {referred} hade kommit in{waiting}."),
    swedish("Kontrollera hur många som väntade när perioden började, och remisserna."),
)
DOES_NOT_FOLLOW: Final = _TABLE.warn(
    "does-not-follow",
    swedish("”{table}” är {told}, men {how} blir {worked_out}."),
    _LOOK,
)
OTHER_THAN_BEFORE: Final = _TABLE.warn(
    "other-than-before",
    swedish("{told} vid periodens början, men den förra perioden slutade med {before}."),
    _LOOK,
)
ABOVE_AGREED: Final = _TABLE.warn(
    "above-agreed",
    swedish("{told} till och med {month}, men {agreed} är avtalat för hela {year}."),
    swedish("Kontrollera siffran och vad avtalet räknar."),
)
BEHIND_AGREED: Final = _TABLE.warn(
    "behind-agreed",
    swedish("{told} till och med {month}. Avtalat för {year} är {agreed}; i jämn takt hade det varit {straight}."),
    swedish("Kontrollera siffran. Är den rätt behöver inget göras här."),
)

# Which report it is

OLDER_VERSION: Final = _TABLE.refuse(
    "older-version",
    swedish("Uppgifterna är lämnade i version {found}, men {wanted} gäller nu."),
    swedish("Hämta blanketten på nytt, eller uppdatera programmet, och lämna uppgifterna igen."),
)
LATER_VERSION: Final = _TABLE.refuse(
    "later-version",
    swedish("Uppgifterna är lämnade i version {found}, som inte är känd här; {wanted} gäller."),
    swedish("Lämna uppgifterna i version {wanted}, eller be förbundet uppdatera."),
)
UNKNOWN_UNIT: Final = _TABLE.refuse(
    "unknown-unit", swedish("Enheten ”{unit}” finns inte."), swedish("Välj bland {known}.")
)
UNKNOWN_ACTIVITY: Final = _TABLE.refuse(
    "unknown-activity",
    swedish("Insatsen ”{activity}” efterfrågas inte av enheten."),
    swedish("Välj bland {known}."),
)
WRONG_PERIOD: Final = _TABLE.refuse(
    "wrong-period",
    swedish("Uppgifterna är för {found}, men det är {wanted} som efterfrågas."),
    swedish("Lämna uppgifterna för den period som efterfrågas."),
)
NO_PERIOD: Final = _TABLE.refuse(
    "no-period", swedish("”{text}” är ingen period."), swedish("Skriv perioden som 2024-01..2024-08.")
)
UNKNOWN_ROLE: Final = _TABLE.refuse(
    "unknown-role",
    swedish("Det står ingen roll som kan intyga uppgifterna."),
    swedish("Välj bland {known}. Skriv inget namn."),
)
NOTHING_FILLED_IN: Final = _TABLE.refuse(
    "nothing-filled-in", swedish("Inget är ifyllt."), swedish("Fyll i de siffror som finns och lämna in igen.")
)
HALF_FILLED: Final = _TABLE.refuse(
    "half-filled",
    swedish("{count} rutor är tomma, den första är {first}."),
    swedish("Fyll i dem, eller svara ja på att uppgifterna är kompletta: då är tomma rutor menade."),
)
TWO_ANSWERS: Final = _TABLE.refuse(
    "two-answers",
    swedish("Enheten har redan lämnat uppgifter för {period}, och {count} rutor skiljer sig: {differences}."),
    swedish("Se efter vems siffror som gäller. Ska de nya ersätta de förra: skriv skälet."),
)
SAME_ANSWER: Final = _TABLE.inform(
    "same-answer",
    swedish("Uppgifterna är desamma som enheten redan har lämnat för {period}."),
    swedish("Inget behöver göras."),
)

# Texts

IDENTITY_NUMBER: Final = _TABLE.refuse(
    "identity-number",
    swedish("Texten kan innehålla ett personnummer. Uppgifter om enskilda får inte finnas här."),
    swedish("Ta bort numret ur texten."),
)
TEXT_TOO_LONG: Final = _TABLE.refuse(
    "text-too-long", swedish("Texten är längre än {most} tecken."), swedish("Korta den till det viktigaste.")
)
TEXT_NOT_ALLOWED: Final = _TABLE.refuse(
    "text-not-allowed",
    swedish("Vid ”{table}” får ingen text stå."),
    swedish("Ta bort texten: tabellen har bara antal."),
)
TEXT_TWICE: Final = _TABLE.refuse(
    "text-twice", swedish("”{table}” har mer än en förklaring."), swedish("Skriv en enda text.")
)

# Reports that are put together

OVERLAPPING: Final = _TABLE.refuse(
    "overlapping",
    swedish("{unit} har uppgifter för både {one} och {other}: samma månader skulle räknas två gånger."),
    swedish("Behåll den ena, eller rätta perioderna."),
)
ACROSS_THE_EDGE: Final = _TABLE.refuse(
    "across-the-edge",
    swedish("{unit} har uppgifter för {found}, som bara delvis ligger i {period}."),
    swedish("Välj en period som rymmer hela, eller be om uppgifter för kortare tid."),
)
TOTAL_DIFFERS: Final = _TABLE.warn(
    "total-differs",
    swedish("Enheterna har tillsammans {sum}, men {total} är angivet som summa ({source})."),
    swedish("Enheternas summa används. Se efter vilken enhets siffra eller vilken angiven summa som är fel."),
)
