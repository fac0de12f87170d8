"""What can be wrong with statistics, what follows from it, and what is to be done? One table."""

from collections.abc import Mapping
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind
from samordna.domain.values.problem_table import ProblemTable

_TABLE: Final = ProblemTable("statistics-")

KINDS: Final[Mapping[str, ProblemKind]] = _TABLE.kinds
"""Every kind by its code, in the order of this file."""

NO_COUNTS: Final = _TABLE.inform(
    "no-counts",
    swedish("Det finns inga godtagna siffror för {period}."),
    swedish("Godkänn det som enheterna har lämnat, eller välj en annan period."),
)
GENDERS_DIFFER: Final = _TABLE.warn(
    "genders-differ",
    swedish("Kvinnor, män och okänt kön blir tillsammans {sum}, men totalt är {total}."),
    swedish("Totalen används där kön inte visas. Se efter vilken enhet som har olika siffror."),
)
STARTED_ABOVE_REFERRED: Final = _TABLE.warn(
    "started-above-referred",
    swedish(
        "{started} har startat och {not_started} har inte blivit aktuella: {sum}. Inkomna är {referred} och {waited} "
        "väntade från tidigare: {total}."
    ),
    swedish("Se efter hur många som väntade när perioden började, och vilken siffra som är fel."),
)
STARTED_WITH_CARRY_OVER: Final = _TABLE.inform(
    "started-with-carry-over",
    swedish("Fler har startat ({started}) än som kom in ({referred}): {waited} väntade från tidigare."),
    swedish("Säg det när siffrorna läses tillsammans."),
)
MONTHS_MISSING: Final = _TABLE.warn(
    "months-missing",
    swedish("{unit} har inte redovisat {months}."),
    swedish("Be enheten om de månaderna. Till dess är antalen minst det som visas."),
)
FROM_ELSEWHERE: Final = _TABLE.warn(
    "from-elsewhere",
    swedish("{unit} tar enligt registret bara emot från en kommun, men har svarat {count} från andra."),
    swedish("Svaret används. Rätta registret under Insatser, eller fråga enheten om siffran."),
)
DIFFERS_INSIDE: Final = _TABLE.warn(
    "differs-inside",
    swedish("Siffror stämmer inte överens med varandra på {places}."),
    swedish("Läs dem inom förbundet innan något lämnas ut."),
)
GIVEN_AWAY: Final = _TABLE.refuse(
    "given-away",
    swedish("Med det som redan är utlämnat skulle {small} gå att räkna ut: {what}."),
    swedish("Välj samma period och indelning som förra gången, eller en vy utan den indelningen."),
)
ONLY_WHOLE: Final = _TABLE.refuse(
    "only-whole",
    swedish("Det som är {audience} visas bara helt, inte för en insats eller en utförare i taget."),
    swedish(
        "Välj en vy av alla insatser och alla utförare, utan urval av insats och utförare, eller visa tabellerna inom "
        "förbundet."
    ),
)
CHANGED_SINCE: Final = _TABLE.warn(
    "changed-since",
    swedish("{count} antal har ändrats efter utlämnandet."),
    swedish("Säg vid utlämnandet att tidigare siffror är rättade."),
)
UNKNOWN_MEASURE: Final = _TABLE.refuse(
    "unknown-measure", swedish("Måttet ”{name}” finns inte."), swedish("Välj bland {known}.")
)
UNKNOWN_DIVISION: Final = _TABLE.refuse(
    "unknown-division",
    swedish("”{name}” är ingen indelning av måttet ”{measure}”."),
    swedish("Välj bland {known}."),
)
ANSWERS_UNDIVIDED: Final = _TABLE.refuse(
    "answers-undivided",
    swedish("”{measure}” visas fråga för fråga för alla tillsammans, inte per utförare, insats eller något annat."),
    swedish("Gör en egen vy av det måttet, utan uppdelning, och en av de andra."),
)
UNKNOWN_VIEW: Final = _TABLE.refuse("unknown-view", swedish("Vyn ”{name}” finns inte."), swedish("Välj bland {known}."))
UNREADABLE_VIEW: Final = _TABLE.refuse(
    "unreadable-view",
    swedish("Vyn går inte att läsa: {reason}."),
    swedish("Skriv den som vyerna i beskrivningen av statistiken."),
)
