"""What can be wrong with vouchers and their amounts?"""

from typing import Final

from samordna.domain.ledger.problems.remedies import EXPORT_AGAIN, MEND_AND_EXPORT, NOTHING_TO_DO
from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable()
"""The kinds of this subject by their codes, in the order of this file."""

BROKEN_AMOUNT: Final = TABLE.refuse(
    "broken-amount",
    swedish("Beloppet ”{text}” i {label} går inte att läsa. Ett belopp skrivs som 1234.50 eller -1234.50."),
    MEND_AND_EXPORT,
)
BROKEN_DATE: Final = TABLE.refuse(
    "broken-date",
    swedish("Datumet ”{text}” i {label} finns inte. Ett datum skrivs som 20240131, i SIE 5 som 2024-01-31."),
    MEND_AND_EXPORT,
)
BROKEN_ACCOUNT: Final = TABLE.refuse(
    "broken-account",
    swedish("”{text}” i {label} är inget kontonummer. Ett konto skrivs med siffror."),
    MEND_AND_EXPORT,
)
ODD_ACCOUNT: Final = TABLE.warn(
    "odd-account",
    swedish(
        "”{text}” i {label} är inget kontonummer utan ett ord. Beloppet finns kvar på det kontot, så att allt går ihop."
    ),
    swedish("Boka om beloppet på rätt konto i ekonomisystemet. Till dess står det under Ej fördelat."),
)
BROKEN_PERIOD: Final = TABLE.warn(
    "broken-period",
    swedish(
        "Perioden ”{text}” i {label} finns inte. En period skrivs som 202401, i SIE 5 2024-01. Raden har hoppats över."
    ),
    swedish("Kontrollera raden i ekonomisystemet; konto och period kan ha bytt plats."),
)
UNBALANCED_VOUCHER: Final = TABLE.refuse(
    "unbalanced-voucher",
    swedish("Verifikation {voucher} går inte jämnt ut: raderna summerar till {difference} kr i stället för 0."),
    MEND_AND_EXPORT,
)
UNCLOSED_VOUCHER: Final = TABLE.refuse(
    "unclosed-voucher",
    swedish("Verifikation {voucher} tar aldrig slut: en ny börjar innan den är avslutad med }}."),
    EXPORT_AGAIN,
)
ROW_OUTSIDE_VOUCHER: Final = TABLE.refuse(
    "row-outside-voucher", swedish("Raden {label} hör inte till någon verifikation."), EXPORT_AGAIN
)
NO_VOUCHERS: Final = TABLE.refuse(
    "no-vouchers",
    swedish("Filen innehåller inga verifikationer."),
    swedish("Ta med verifikationerna vid exporten. Är inget bokfört ännu, läs in filen när den första finns."),
)
VOUCHER_OUTSIDE_YEAR: Final = TABLE.warn(
    "voucher-outside-year",
    swedish("Verifikation {voucher} är daterad {date}, utanför räkenskapsåret. Den syns inte i årets rapporter."),
    swedish("Kontrollera datumet i ekonomisystemet."),
)
VOUCHER_AFTER_COVERAGE: Final = TABLE.warn(
    "voucher-after-coverage",
    swedish("Verifikation {voucher} är daterad {date}, men filen säger sig omfatta tiden till och med {covered_to}."),
    swedish("Kontrollera datumet, eller exportera filen på nytt för en längre period."),
)
DUPLICATE_VOUCHER: Final = TABLE.warn(
    "duplicate-voucher",
    swedish("Verifikationsnumret {voucher} finns mer än en gång; det användes först på rad {first}."),
    swedish("Båda läses in. Kontrollera i ekonomisystemet att ingen verifikation är bokförd två gånger."),
)
EMPTY_VOUCHER: Final = TABLE.inform("empty-voucher", swedish("Verifikation {voucher} har inga rader."), NOTHING_TO_DO)
VOUCHERS_WITHOUT_BALANCES: Final = TABLE.warn(
    "vouchers-without-balances",
    swedish("Filen har verifikationer men inga ingående balanser (typ 4I). Balansräkningen kan därför inte stämma."),
    swedish("Exportera som SIE typ 4E om balansräkningen ska användas."),
)
