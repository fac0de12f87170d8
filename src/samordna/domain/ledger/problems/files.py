"""What can be wrong with the file itself, before anything in it is understood?"""

from typing import Final

from samordna.domain.ledger.problems.remedies import EXPORT_AGAIN, LOOK_AT_NAMES, MEND_AND_EXPORT, NOTHING_TO_DO
from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable()
"""The kinds of this subject by their codes, in the order of this file."""

EMPTY_FILE: Final = TABLE.refuse("empty-file", swedish("Filen är tom."), EXPORT_AGAIN)
BINARY_FILE: Final = TABLE.refuse(
    "binary-file",
    swedish("Filen är ingen SIE-fil utan {what}."),
    swedish("Välj ”Exportera SIE typ 4” i ekonomisystemet och läs in den fil som då skapas."),
)
BROKEN_XML: Final = TABLE.refuse("broken-xml", swedish("Filen är skriven i XML men är trasig: {what}."), EXPORT_AGAIN)
NOT_SIE5: Final = TABLE.refuse(
    "not-sie5",
    swedish("Filen är skriven i XML men är ingen SIE 5-fil: den börjar med elementet {element}."),
    swedish("Välj ”Exportera SIE” i ekonomisystemet och läs in den fil som då skapas."),
)
FORBIDDEN_XML: Final = TABLE.refuse(
    "forbidden-xml",
    swedish("Filen har en dokumenttyp (DOCTYPE) eller egna entiteter, vilket en SIE 5-fil inte har."),
    EXPORT_AGAIN,
)
ENCODING_MISDECLARED: Final = TABLE.warn(
    "encoding-misdeclared",
    swedish("Filen säger sig vara skriven med teckenuppsättningen {declared}, men det är {encoding}."),
    swedish("Filen har lästs som {encoding}.") + " " + LOOK_AT_NAMES,
)
SIGNATURE_NOT_VERIFIED: Final = TABLE.inform(
    "signature-not-verified", swedish("Filen är signerad. Signaturen har inte kontrollerats."), NOTHING_TO_DO
)
NOT_SIE: Final = TABLE.refuse(
    "not-sie",
    swedish("Filen är en textfil, men den innehåller inga SIE-poster."),
    swedish("Välj ”Exportera SIE typ 4” i ekonomisystemet och läs in den fil som då skapas."),
)
TRUNCATED: Final = TABLE.refuse("truncated", swedish("Filen är avbruten: {what}."), EXPORT_AGAIN)
CHECKSUM_MISMATCH: Final = TABLE.refuse(
    "checksum-mismatch",
    swedish("Kontrollsumman stämmer inte: filen uppger {declared}, innehållet ger {computed}. Filen har ändrats."),
    EXPORT_AGAIN,
)
AFTER_CHECKSUM: Final = TABLE.refuse(
    "after-checksum", swedish("Det finns poster utanför det som kontrollsumman skyddar."), EXPORT_AGAIN
)
BALANCES_BY_MONTH: Final = TABLE.warn(
    "balances-by-month",
    swedish("Filen har saldon per månad men inga verifikationer. Siffrorna går inte att följa längre än till kontot."),
    swedish("Exportera som SIE typ 4 (4E) om verifikationerna ska synas."),
)
BALANCES_BY_PERIOD: Final = TABLE.warn(
    "balances-by-period",
    swedish("Filen har saldon för hela tiden till och med {month} och inga verifikationer. Kortare tid kan ej visas."),
    swedish("Exportera som SIE typ 4 (4E), eller med saldon per månad, om kortare tid eller verifikationer ska synas."),
)
NOTHING_BOOKED: Final = TABLE.refuse(
    "nothing-booked",
    swedish("Filen innehåller varken verifikationer eller saldon för räkenskapsåret."),
    EXPORT_AGAIN,
)
NO_FISCAL_YEAR: Final = TABLE.refuse(
    "no-fiscal-year",
    swedish("Filen säger inte vilket räkenskapsår den gäller: posten #RAR 0 saknas."),
    swedish("Exportera på nytt som SIE typ 4 (4E) för ett räkenskapsår."),
)
BROKEN_FISCAL_YEAR: Final = TABLE.refuse(
    "broken-fiscal-year",
    swedish("Räkenskapsåret ”{text}” går inte att förstå: ett år skrivs med två datum och är högst 18 månader."),
    MEND_AND_EXPORT,
)
NO_PRIMARY_YEAR: Final = TABLE.refuse(
    "no-primary-year",
    swedish(
        "Filen säger inte vilket räkenskapsår den gäller: {primary} av {count} räkenskapsår är utpekade (primary)."
    ),
    EXPORT_AGAIN,
)
WRONG_FISCAL_YEAR: Final = TABLE.refuse(
    "wrong-fiscal-year",
    swedish("Filen gäller räkenskapsåret {found_year}, men {asked} efterfrågas."),
    swedish("Exportera det år som ska läsas in, eller välj det år som filen gäller."),
)
FOREIGN_CURRENCY: Final = TABLE.refuse(
    "foreign-currency",
    swedish("Bokföringen är förd i {currency}, inte i kronor."),
    swedish("Exportera bokföringen i svenska kronor (SEK)."),
)
