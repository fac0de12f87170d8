"""What is told of a file of SIE that is written?"""

from typing import Final

from samordna.domain.ledger.problems.remedies import NOTHING_TO_DO
from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable()
"""The kinds of this subject by their codes, in the order of this file."""

LEFT_OUT: Final = TABLE.inform(
    "left-out",
    swedish("SIE typ {type} rymmer inte {what}. De följer inte med: {count}."),
    swedish("Skriv som typ 4E om allt ska följa med."),
)
EXTRA_FIELDS_LEFT_OUT: Final = TABLE.inform(
    "extra-fields-left-out",
    swedish("Posten {label} har fler uppgifter än SIE anger (poster i filen: {count}). De följer inte med."),
    NOTHING_TO_DO,
)
RECORDS_LEFT_OUT: Final = TABLE.inform(
    "records-left-out",
    swedish("{label} hör inte till SIE typ {type} och följer inte med (antal: {count})."),
    NOTHING_TO_DO,
)
FILLED_IN: Final = TABLE.inform(
    "filled-in",
    swedish("Posten {label} saknas men måste finnas i SIE typ {type}. Den skrivs så: {written}."),
    swedish("Kontrollera att det är rätt."),
)
ACCOUNTS_FILLED_IN: Final = TABLE.inform(
    "accounts-filled-in",
    swedish("Konton som används men saknas i kontoplanen: {count}. De skrivs med numret som namn ({accounts})."),
    swedish("Lägg upp dem i kontoplanen om de ska ha namn."),
)
OBJECTS_FILLED_IN: Final = TABLE.inform(
    "objects-filled-in",
    swedish("Dimensioner och objekt som används men inte har något namn: {count}. De skrivs med koden som namn."),
    swedish("Lägg upp dem i ekonomisystemet om de ska ha namn."),
)
FILLED_IN_BY_RULE: Final = TABLE.inform(
    "filled-in-by-rule",
    swedish("Det här saknas i bokföringen och skrivs efter SIE:s egna regler: {what} (antal: {count})."),
    NOTHING_TO_DO,
)
MISSING_FOR_SIE5: Final = TABLE.warn(
    "missing-for-sie5",
    swedish("SIE 5 kräver {what}, som saknas i bokföringen (antal: {count}). Det lämnas tomt."),
    swedish("Nekar mottagarens program filen, fyll i uppgiften i ekonomisystemet eller skriv filen som SIE 4."),
)
UNSIGNED: Final = TABLE.inform(
    "unsigned",
    swedish("Filen skrivs utan signatur, vilket SIE 5 kräver av en hel bokföring."),
    swedish("Kräver mottagaren en signatur, exportera filen ur ekonomisystemet i stället."),
)
COMPUTED_FROM_VOUCHERS: Final = TABLE.inform(
    "computed-from-vouchers",
    swedish("{label} finns inte i filen. Posterna har räknats fram ur verifikationerna: {count}."),
    NOTHING_TO_DO,
)
CLOSING_WITHOUT_OPENING: Final = TABLE.warn(
    "closing-without-opening",
    swedish("Filen säger inte vad kontona hade från början. De utgående balanserna är bara det som är bokfört i år."),
    swedish("Använd en fil med ingående balanser om balanserna ska vara hela."),
)
MISSING_CHARACTERS: Final = TABLE.refuse(
    "missing-characters",
    swedish("Teckenuppsättningen {encoding} saknar tecken som finns på {places}: {characters}"),
    swedish("Skriv med ersättning av tecken, eller i UTF-8 om mottagaren kan läsa det."),
)
REPLACED_CHARACTERS: Final = TABLE.warn(
    "replaced-characters",
    swedish("Tecken som {encoding} saknar har ersatts på {places}: {characters}"),
    swedish("Kontrollera namnen i filen som skrevs."),
)
MENDED_TEXTS: Final = TABLE.inform(
    "mended-texts",
    swedish("Texter med styrtecken, eller med ett omvänt snedstreck sist, har fått blanksteg där: {count}."),
    NOTHING_TO_DO,
)
LIKE_ANOTHER_ENCODING: Final = TABLE.inform(
    "like-another-encoding",
    swedish("Filen är skriven som {encoding}, men ett program som gissar kan ta den för {guess}."),
    swedish("Titta på namnen när filen läses in, och ange teckenuppsättningen om de är fel."),
)
