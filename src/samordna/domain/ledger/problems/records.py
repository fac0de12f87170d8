"""What can be wrong with characters and the form of records?"""

from typing import Final

from samordna.domain.ledger.problems.remedies import LOOK_AT_NAMES, NOTHING_TO_DO
from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable()
"""The kinds of this subject by their codes, in the order of this file."""

WRONG_ENCODING: Final = TABLE.warn(
    "wrong-encoding",
    swedish("Filen är skriven med teckenuppsättningen {encoding}, inte med PC8 (CP437) som SIE föreskriver."),
    swedish("Filen har lästs som {encoding}.") + " " + LOOK_AT_NAMES,
)
MIXED_LETTERS: Final = TABLE.warn(
    "mixed-letters",
    swedish("Å, ä och ö är skrivna på två olika sätt i samma fil, så en del av dem kan ha blivit andra tecken."),
    LOOK_AT_NAMES,
)
MOJIBAKE: Final = TABLE.warn(
    "mojibake",
    swedish("Å, ä och ö var förvanskade redan när filen skrevs, till exempel ”{text}”."),
    swedish("Texterna läses in som de står. Exportera direkt ur ekonomisystemet om namnen ska synas rätt."),
)
CONTROL_CHARACTERS: Final = TABLE.warn(
    "control-characters",
    swedish("Texterna innehåller {count} styrtecken som inte får finnas där. De har ersatts med blanksteg."),
    NOTHING_TO_DO,
)
STRAY_QUOTE: Final = TABLE.warn(
    "stray-quote",
    swedish("Ett citattecken på raden är inte skrivet som SIE kräver, så texten kan ha lästs fel."),
    swedish("Jämför texten med ekonomisystemet. Beloppen berörs inte."),
)
BROKEN_OBJECT_LIST: Final = TABLE.warn(
    "broken-object-list",
    swedish("Objektlistan på raden saknas eller är ofullständig, så raden kan sakna kostnadsställe eller projekt."),
    swedish("Kontrollera raden i ekonomisystemet."),
)
MISSING_BRACE: Final = TABLE.warn(
    "missing-brace",
    swedish("Verifikation {voucher} saknar inledande {{. Raderna som följer har räknats till den."),
    swedish("Kontrollera att verifikationen är hel."),
)
STRAY_LINE: Final = TABLE.warn(
    "stray-line",
    swedish("Raden hör inte till någon SIE-post och har hoppats över."),
    swedish("Kontrollera att ingen text i ekonomisystemet innehåller en radbrytning."),
)
BROKEN_RECORD: Final = TABLE.warn(
    "broken-record",
    swedish("Posten {label} går inte att förstå och har hoppats över."),
    swedish("Kontrollera uppgiften i ekonomisystemet om den behövs."),
)
BROKEN_FIELD: Final = TABLE.warn(
    "broken-field",
    swedish("”{text}” i {label} går inte att förstå. Uppgiften har lämnats tom; beloppen berörs inte."),
    swedish("Kontrollera uppgiften i ekonomisystemet om den behövs."),
)
MISSING_FIELD: Final = TABLE.warn(
    "missing-field",
    swedish("Posten {label} har färre uppgifter än SIE kräver: {count} av {least}."),
    swedish("Det som finns har lästs. Fyll i uppgiften i ekonomisystemet om den behövs."),
)
EXTRA_FIELDS: Final = TABLE.inform(
    "extra-fields",
    swedish("Posten {label} har fler uppgifter än SIE anger (poster i filen: {count}). De används inte."),
    NOTHING_TO_DO,
)
UNKNOWN_LABEL: Final = TABLE.inform(
    "unknown-label",
    swedish("Posten {label} är okänd och används inte (antal i filen: {count})."),
    NOTHING_TO_DO,
)
BEYOND_LEDGER: Final = TABLE.inform(
    "beyond-ledger",
    swedish("Uppgifterna i {label} hör inte till huvudboken och används inte (antal i filen: {count})."),
    NOTHING_TO_DO,
)
DIMENSION_WITHOUT_ROLE: Final = TABLE.inform(
    "dimension-without-role",
    swedish("Ingen har sagt vad dimension {number} ({name}) är. Den läses in under sitt eget nummer."),
    swedish("Är den kostnadsställe eller projekt, säg det under Dimensioner. Valet gäller också nästa fil."),
)
