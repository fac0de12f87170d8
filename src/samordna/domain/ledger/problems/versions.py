"""What is told of versions of a ledger, and of periods that no ledger covers?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable()
"""The kinds of this subject by their codes, in the order of this file."""

SAME_FILE_AGAIN: Final = TABLE.inform(
    "same-file-again",
    swedish("Filen är redan inläst: {year}, version {version}."),
    swedish("Inget har ändrats och inget behöver göras."),
)
NEW_VERSION: Final = TABLE.inform(
    "new-version",
    swedish("{year} fanns redan inläst. Filen blir version {version} och ersätter version {previous} i rapporterna."),
    swedish("Den tidigare versionen finns kvar."),
)
PERIOD_WITHOUT_LEDGER: Final = TABLE.refuse(
    "period-without-ledger",
    swedish("Ingen bokföring är inläst för {period}."),
    swedish("Läs in en SIE-fil för året, eller välj en period inom det som är inläst: {known}."),
)
PERIOD_ACROSS_YEARS: Final = TABLE.refuse(
    "period-across-years",
    swedish("Perioden {period} ligger i mer än ett räkenskapsår."),
    swedish("Välj en period inom ett räkenskapsår."),
)
PERIOD_WITHIN_BALANCES: Final = TABLE.refuse(
    "period-within-balances",
    swedish("Filen {file} hade bara saldon för hela {known}. Det går inte att visa {period} för sig."),
    swedish("Välj {known}, eller läs in en fil med verifikationer eller med saldon per månad."),
)
COMPARISON_WITHIN_BALANCES: Final = TABLE.warn(
    "comparison-within-balances",
    swedish("Jämförelsen {period} kan inte visas: filen för det året hade bara saldon för hela {known}."),
    swedish("Jämför hela året, eller läs in en fil för det med verifikationer eller med saldon per månad."),
)
PERIOD_BEYOND_LEDGER: Final = TABLE.warn(
    "period-beyond-ledger",
    swedish("Rapporten gäller {period}, men bokföringen är inläst bara till och med {covered_to}."),
    swedish("Läs in en nyare SIE-fil, eller välj en kortare period."),
)
