"""What can be worth looking at before figures are keyed? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable("keying-")
"""The kinds of this subject by their codes, in the order of this file."""

YEAR_NOT_WHOLE: Final = TABLE.warn(
    "year-not-whole",
    swedish("Enheternas siffror gäller {counted}, inte hela {year}."),
    swedish("Vänta med antalen tills enheterna har lämnat hela året. Det övriga kan matas in nu."),
)
LATER_LEFT: Final = TABLE.inform(
    "later-left",
    swedish("För {later} har inte alla enheter lämnat än. Det här är kvar: {units}."),
    swedish("Underlaget går över till de månaderna när siffrorna från alla är godkända. Se läget under Siffror in."),
)
NO_COUNTS: Final = TABLE.warn(
    "no-counts",
    swedish("Inga siffror från enheterna är godtagna för {year}."),
    swedish("Be enheterna om siffror och godta det de lämnar, under Siffror in."),
)
GENDERS_ARE_NOT_THE_TOTAL: Final = TABLE.warn(
    "genders-are-not-the-total",
    swedish("{row}: kvinnor, män och okänt kön är tillsammans {genders}, men totalt är angivet till {total}."),
    swedish("Formuläret tar könen var för sig. Fråga enheten vilket som stämmer innan det matas in."),
)
HEADS_DIFFER: Final = TABLE.warn(
    "heads-differ",
    swedish("Tillfällena i registret har tillsammans {events} personer, men enheterna har lämnat {reported}."),
    swedish("Rätta tillfällena i insatsen, eller skicka tillbaka siffran till enheten."),
)
BOOKED_OTHER_MONTHS: Final = TABLE.inform(
    "booked-other-months",
    swedish("Utfallet är det som är bokfört {covered}."),
    swedish("Läs in bokföringen för hela året innan utfallet matas in."),
)
