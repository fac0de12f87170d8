"""What can be wrong between the records of a file of SIE?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable()
"""The kinds of this subject by their codes, in the order of this file."""

MISSING_RECORDS: Final = TABLE.warn(
    "missing-records",
    swedish("Poster som måste finnas i SIE typ {type} saknas: {labels}."),
    swedish("Det som finns har lästs. Se om ekonomisystemet kan exportera en fullständig fil av typ {type}."),
)
RECORDS_OF_ANOTHER_TYPE: Final = TABLE.warn(
    "records-of-another-type",
    swedish("Poster som inte hör till SIE typ {type} finns i filen: {labels}."),
    swedish("De har lästs. Kontrollera att filen är av den typ som den säger (#SIETYP)."),
)
REPEATED_RECORD: Final = TABLE.warn(
    "repeated-record",
    swedish("Posten {label} ska finnas en gång men finns {count} gånger. Den sista gäller."),
    swedish("Kontrollera att uppgiften är rätt, och att filen inte är två som satts ihop."),
)
REPEATED_BALANCE: Final = TABLE.warn(
    "repeated-balance",
    swedish("{label} finns mer än en gång för samma konto och tid: {count} ({where}). Den sista gäller."),
    swedish("Kontrollera balanserna mot ekonomisystemet."),
)
YEARS_DO_NOT_FOLLOW: Final = TABLE.warn(
    "years-do-not-follow",
    swedish("År {before} och {number} i #RAR följer inte på varandra: det ena slutar {end}, det andra börjar {start}."),
    swedish("Kontrollera räkenskapsåren i ekonomisystemet. Jämförelsen med förra året kan bli fel."),
)
UNDECLARED_DIMENSION: Final = TABLE.warn(
    "undeclared-dimension",
    swedish("Dimension {number} används men har inget namn i filen: posten #DIM {number} saknas."),
    swedish("Dimensionen läses in under sitt nummer. Ge den ett namn i ekonomisystemet."),
)
OPENING_ON_RESULT_ACCOUNT: Final = TABLE.warn(
    "opening-on-result-account",
    swedish("Resultatkonton har ingående balanser, fast de börjar varje år på noll: {accounts}."),
    swedish("Kontrollera i ekonomisystemet att förra året är avslutat, och att kontona har rätt kontotyp."),
)
MONTHS_DO_NOT_FOLLOW: Final = TABLE.warn(
    "months-do-not-follow",
    swedish("Saldona per månad (#PSALDO) ger något annat än årets balanser och resultat. Konton: {count}. {accounts}."),
    swedish("Kontrollera att filen gäller hela den tid som balanserna gör."),
)
OBJECTS_EXCEED_ACCOUNT: Final = TABLE.inform(
    "objects-exceed-account",
    swedish("Saldona för objekt i {label} är tillsammans större än kontots. Ställen: {count} ({accounts})."),
    swedish("Inget behöver göras, om en del av kontot är bokförd åt andra hållet utan objekt."),
)
CLOSING_UNBALANCED: Final = TABLE.inform(
    "closing-unbalanced",
    swedish("Utgående balanser och resultat summerar till {difference} kr i stället för 0."),
    swedish("Är året avslutat, kontrollera att exporten tog med alla konton."),
)
OPENING_BOOKED_TOO: Final = TABLE.warn(
    "opening-booked-too",
    swedish("Verifikation {voucher} bokför de ingående balanserna, som också finns i #IB. De räknas då två gånger."),
    swedish("Ta bort verifikationen, eller de ingående balanserna, i ekonomisystemet och exportera på nytt."),
)
ADDED_ROW_NOT_BOOKED: Final = TABLE.warn(
    "added-row-not-booked",
    swedish("Verifikation {voucher} har en tillagd rad (#RTRANS) som inte följs av samma rad bokförd (#TRANS): {row}."),
    swedish("Bara bokförda rader räknas. Kontrollera verifikationen i ekonomisystemet."),
)
NUMBERS_DESCEND: Final = TABLE.warn(
    "numbers-descend",
    swedish("Verifikationsnumren i serie {series} stiger inte: {voucher} kommer efter {before}."),
    swedish("Alla verifikationer läses in. Kontrollera att ingen saknas eller är bokförd i fel serie."),
)
ALREADY_IMPORTED: Final = TABLE.warn(
    "already-imported",
    swedish("Filen är märkt som redan inläst i ett ekonomisystem (#FLAGGA 1)."),
    swedish("Läses verifikationerna in igen blir de bokförda två gånger. Kontrollera det först."),
)
NOT_FOR_BOOKS: Final = TABLE.inform(
    "not-for-books",
    swedish("Filen kan inte läsas in som ett förbunds bokföring. {why}"),
    swedish("Inget behöver göras, om den inte ska läsas in."),
)
