"""What can be wrong with accounts and balances?"""

from typing import Final

from samordna.domain.ledger.problems.remedies import NOTHING_TO_DO
from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable()
"""The kinds of this subject by their codes, in the order of this file."""

UNDECLARED_ACCOUNT: Final = TABLE.warn(
    "undeclared-account",
    swedish("Konto {account} används men finns inte i filens kontoplan."),
    swedish("Kontot läses in utan namn. Lägg upp det i kontoplanen och exportera på nytt."),
)
DUPLICATE_ACCOUNT: Final = TABLE.warn(
    "duplicate-account",
    swedish("Konto {account} finns två gånger i kontoplanen, med olika namn. Det senare namnet används."),
    swedish("Rätta kontoplanen i ekonomisystemet."),
)
UNDECLARED_OBJECT: Final = TABLE.inform(
    "undeclared-object",
    swedish("{object} används men har inget namn i filen. Koden visas i stället för namnet."),
    NOTHING_TO_DO,
)
STRAY_MONTH: Final = TABLE.warn(
    "stray-month",
    swedish(
        "{label} på konto {account} är för {month}, som inte hör ihop med något räkenskapsår i filen. "
        "Uppgiften har hoppats över."
    ),
    swedish("Kontrollera vilka räkenskapsår exporten tog med. En ingående balans är för ett års första månad."),
)
BUDGET_OF_YEAR: Final = TABLE.warn(
    "budget-of-year",
    swedish("Konto {account} har en budget för hela året, utan månad. Den används inte."),
    swedish("Exportera med budget per månad om den ska synas."),
)
BALANCE_DOES_NOT_FOLLOW: Final = TABLE.warn(
    "balance-does-not-follow",
    swedish("Ingående balans och det bokförda ger {computed} kr, men filens utgående balans är {declared} kr."),
    swedish("Rapporterna räknas ur det bokförda. Kontrollera att exporten tog med alla verifikationer."),
)
RESULT_DOES_NOT_FOLLOW: Final = TABLE.warn(
    "result-does-not-follow",
    swedish("Det bokförda ger {computed} kr, men filens resultat för kontot är {declared} kr."),
    swedish("Rapporterna räknas ur det bokförda. Kontrollera att exporten tog med alla verifikationer."),
)
OPENING_DIFFERS: Final = TABLE.warn(
    "opening-differs",
    swedish("Årets ingående balans är {opening} kr, men förra årets utgående balans är {closing} kr."),
    swedish("Kontrollera att förra året är avslutat och att balanserna är överförda."),
)
OPENING_UNBALANCED: Final = TABLE.warn(
    "opening-unbalanced",
    swedish("De ingående balanserna summerar till {difference} kr i stället för 0. Balansräkningen går inte jämnt ut."),
    swedish("Kontrollera att alla ingående balanser är överförda från förra året."),
)
CREDIT_BALANCE_ON_ASSET: Final = TABLE.warn(
    "credit-balance-on-asset",
    swedish("Tillgångskontot {account} har ett minussaldo: {balance} kr till och med {month}."),
    swedish("Kontrollera kontot. Är det en skuld ska den redovisas som skuld i bokslutet."),
)
DEBIT_BALANCE_ON_LIABILITY: Final = TABLE.warn(
    "debit-balance-on-liability",
    swedish("Skuldkontot {account} har ett fordringssaldo: {balance} kr till och med {month}."),
    swedish("Kontrollera kontot. Är det en fordran ska den redovisas som fordran i bokslutet."),
)
RESULT_IN_OPENING: Final = TABLE.inform(
    "result-in-opening",
    swedish("Förra årets resultat, {result} kr, är fört till konto {account} i den ingående balansen."),
    NOTHING_TO_DO,
)
OPENING_FROM_CLOSING: Final = TABLE.inform(
    "opening-from-closing",
    swedish("Filen saknar ingående balanser för året. Förra årets utgående balanser har använts."),
    NOTHING_TO_DO,
)
COVERAGE_NOT_DECLARED: Final = TABLE.inform(
    "coverage-not-declared",
    swedish("Filen säger inte till och med vilken dag den gäller. Den tas som gällande till och med {month}."),
    swedish("Inget behöver göras, om allt till och med den månaden är bokfört."),
)
