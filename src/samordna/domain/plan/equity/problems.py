"""What can be wrong with a path of equity, or be said of it? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

YEARS_NOT_IN_ROW: Final = ProblemKind(
    "equity-years-not-in-row",
    Severity.REFUSE,
    swedish("{year} följer inte på {before}: ett eget kapital kan inte föras vidare över ett år som saknas."),
    swedish("Ange varje år, i ordning."),
)
LIMIT_WITHOUT_LEVEL: Final = ProblemKind(
    "equity-limit-without-level",
    Severity.REFUSE,
    swedish("Nivån från {day} har varken belopp eller andel, eller båda."),
    swedish("Ange antingen ett belopp eller en andel av årets bidrag."),
)
LIMIT_TWICE: Final = ProblemKind(
    "equity-limit-twice",
    Severity.REFUSE,
    swedish("Två nivåer gäller från {day}."),
    swedish("Behåll en av dem."),
)
LIMIT_WITHOUT_SOURCE: Final = ProblemKind(
    "equity-limit-without-source",
    Severity.REFUSE,
    swedish("Det framgår inte vem som har beslutat eller rekommenderat nivån från {day}."),
    swedish("Skriv beslutet eller handlingen."),
)
LIMIT_NEGATIVE: Final = ProblemKind(
    "equity-limit-negative",
    Severity.REFUSE,
    swedish("Nivån från {day} är mindre än noll."),
    swedish("Skriv den utan tecken."),
)
YEAR_UNKNOWN: Final = ProblemKind(
    "equity-year-unknown",
    Severity.WARN,
    swedish("Resultatet {year} är inte känt: {reason}."),
    swedish("Lägg prognosen för alla rader, och årets bidrag."),
)
COMING_YEAR_UNKNOWN: Final = ProblemKind(
    "equity-coming-year-unknown",
    Severity.INFORM,
    swedish("Vägen slutar {before}. Om {year}: {reason}."),
    swedish("Lägg in årets tilldelning under Plan, Finansiering, och kostnaderna i verksamhetsplanen eller budgeten."),
)
BOOKED_OTHERWISE: Final = ProblemKind(
    "equity-booked-otherwise",
    Severity.WARN,
    swedish(
        "Eget kapital i bokslutet {year} är {booked} kr, men ingående eget kapital och årens resultat ger {told} kr."
    ),
    swedish("Se om något är bokfört direkt mot eget kapital, eller om ett år är inläst på nytt."),
)
BELOW_ZERO: Final = ProblemKind(
    "equity-below-zero",
    Severity.WARN,
    swedish("Eget kapital är {amount} kr vid årets slut: det är förbrukat."),
    swedish("Sänk kostnaderna eller höj bidragen innan planen beslutas."),
)
BELOW_FLOOR: Final = ProblemKind(
    "equity-below-floor",
    Severity.WARN,
    swedish("Eget kapital är {amount} kr vid årets slut, under golvet {limit} kr ({source})."),
    swedish("Ändra planen, eller besluta om ett annat mål."),
)
ABOVE_CEILING: Final = ProblemKind(
    "equity-above-ceiling",
    Severity.WARN,
    swedish("Eget kapital är {amount} kr vid årets slut, över det rekommenderade taket {limit} kr ({source})."),
    swedish("Planera hur det ska användas; ett budgeterat underskott kräver synnerliga skäl (KL 11 kap. 5 §)."),
)
