"""What can be wrong with a ledger that is a table?"""

from typing import Final

from samordna.domain.ledger.problems.remedies import NOTHING_TO_DO
from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable()
"""The kinds of this subject by their codes, in the order of this file."""

_CHOOSE_COLUMNS: Final = swedish("Välj om vad kolumnerna betyder.")
_ANSWER: Final = swedish("Svara på frågan och läs in tabellen igen.")
_MEND_CELL: Final = swedish("Rätta cellen, eller ta ut tabellen på nytt, och läs in filen igen.")

TABLE_NOT_MAPPED: Final = TABLE.refuse(
    "table-not-mapped",
    swedish("Filen är en tabell, och ingen har sagt vad kolumnerna i en sådan betyder."),
    swedish("Säg det på filens sida under Inläsning i webbläsaren. Det minns till nästa gång."),
)
OTHER_WORKBOOK: Final = TABLE.refuse(
    "other-workbook",
    swedish("Filen är {what}, som inte kan läsas här."),
    swedish("Öppna filen och spara den som en vanlig Excel-arbetsbok (.xlsx) utan lösenord, eller som CSV."),
)
BROKEN_WORKBOOK: Final = TABLE.refuse(
    "broken-workbook",
    swedish("Arbetsboken går inte att läsa: {what}."),
    swedish("Öppna filen i ett kalkylprogram, spara den på nytt som .xlsx och läs in den."),
)
TABLE_TOO_LARGE: Final = TABLE.refuse(
    "table-too-large",
    swedish("Tabellen är för stor: {what}."),
    swedish("Spara bara bladet med bokföringen i en ny fil, utan tomma formaterade celler, och läs in den."),
)
NO_TABLE: Final = TABLE.refuse(
    "no-table",
    swedish("Filen har ingen tabell med konton och belopp."),
    swedish("Läs in en huvudbok, verifikationslista eller saldolista, eller exportera SIE typ 4."),
)
MAPPING_DOES_NOT_FIT: Final = TABLE.refuse(
    "mapping-does-not-fit", swedish("Tabellen har inte de rubriker som kolumnerna valdes för."), _CHOOSE_COLUMNS
)
MAPPING_INCOMPLETE: Final = TABLE.refuse(
    "mapping-incomplete", swedish("Något saknas för att tabellen ska kunna läsas: {what}"), _ANSWER
)
AMOUNTS_IN_THOUSANDS: Final = TABLE.refuse(
    "amounts-in-thousands",
    swedish("Beloppen är inte i kronor (”{text}”), så ören har gått förlorade."),
    swedish("Ta ut tabellen med belopp i kronor och ören."),
)
CELL_ERROR: Final = TABLE.refuse(
    "cell-error", swedish("Cellen visar felet {text} i stället för ett värde."), _MEND_CELL
)
CELL_AMOUNT: Final = TABLE.refuse("cell-amount", swedish("”{text}” är inget belopp."), _MEND_CELL)
CELL_DATE: Final = TABLE.refuse("cell-date", swedish("”{text}” är inget datum."), _MEND_CELL)
CELL_PERIOD: Final = TABLE.refuse("cell-period", swedish("”{text}” är ingen månad i räkenskapsåret."), _MEND_CELL)
CELL_ACCOUNT: Final = TABLE.refuse(
    "cell-account",
    swedish("”{text}” är inget kontonummer, men på raden står ett belopp."),
    swedish("Rätta kontot. Är raden en summa, skriv ordet Summa på den, eller ta bort den."),
)
ROW_WITHOUT_ACCOUNT: Final = TABLE.refuse(
    "row-without-account",
    swedish("På raden står ett belopp men inget konto, och det är inte summan av raderna ovanför."),
    swedish("Skriv kontot på raden. Är raden en summa, rätta den eller ta bort den."),
)
ROW_WITHOUT_VOUCHER: Final = TABLE.refuse(
    "row-without-voucher",
    swedish("Raden har ett belopp men saknar {what}."),
    swedish("Ta ut tabellen med verifikationsnummer och datum på varje rad."),
)
GROUP_OR_ACCOUNT: Final = TABLE.refuse(
    "group-or-account",
    swedish("{account} ser ut som en kontogrupp, men beloppet är inte summan av kontona som börjar så."),
    swedish("Ta bort raden om den är en summa. Är den ett konto, ta ut tabellen med hela kontonummer."),
)
TABLE_STARTS_LATER: Final = TABLE.refuse(
    "table-starts-later",
    swedish("Resultatkontot har {opening} kr redan när tabellen börjar: den börjar inte vid räkenskapsårets början."),
    swedish("Ta ut tabellen från räkenskapsårets första dag."),
)
PERIOD_STARTS_LATER: Final = TABLE.warn(
    "period-starts-later",
    swedish("Tabellen säger sig börja {first}. Det som har bokförts dessförinnan under räkenskapsåret saknas."),
    swedish("Ta ut tabellen från räkenskapsårets första dag."),
)
AMOUNT_ROUNDED: Final = TABLE.warn(
    "amount-rounded",
    swedish("Beloppet {text} har fler än två decimaler och har avrundats till hela ören."),
    swedish("Kontrollera att summorna stämmer. Ta helst ut tabellen direkt ur ekonomisystemet."),
)
SUM_DOES_NOT_FOLLOW: Final = TABLE.warn(
    "sum-does-not-follow",
    swedish("Summaraden säger {declared} kr, men raderna ovanför ger {computed} kr."),
    swedish("Summan har inte bokförts. Kontrollera att ingen rad saknas i tabellen."),
)
ROW_DOES_NOT_FOLLOW: Final = TABLE.warn(
    "row-does-not-follow",
    swedish("Saldot före och förändringen ger {computed} kr, men på raden står {declared} kr."),
    swedish("Kontrollera att ingen rad saknas, och att kolumnerna betyder det som valts."),
)
TABLE_UNBALANCED: Final = TABLE.warn(
    "table-unbalanced",
    swedish("Alla konton tillsammans ger {difference} kr i stället för 0, så debet och kredit går inte jämnt ut."),
    swedish("Kontrollera att alla konton är med, också balanskonton, och att tecknen är rätt valda."),
)
TABLE_WITHOUT_OPENING: Final = TABLE.warn(
    "table-without-opening",
    swedish("Tabellen har inga ingående balanser. Balansräkningen och kassaflödet kan därför inte stämma."),
    swedish("Ta ut tabellen med ingående balanser, eller lämna också in en saldolista som har dem."),
)
ACCOUNT_TWICE: Final = TABLE.warn(
    "account-twice",
    swedish("Konto {account} står på mer än en rad med samma kostnadsställe och projekt. Beloppen har lagts ihop."),
    swedish("Kontrollera att ingen av raderna är en summa av de andra."),
)
UNUSED_COLUMNS: Final = TABLE.inform(
    "unused-columns", swedish("Kolumner som inte har lästs: {columns}."), NOTHING_TO_DO
)
