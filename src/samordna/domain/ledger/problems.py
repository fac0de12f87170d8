"""What can be wrong with a ledger, what follows from it, and what should the person do?

The one table of every message about a ledger: severity stands here and nowhere else, so that a reader or a
check only says *what* it found. ``tests/errors/README.md`` shows each of them as a person meets it.
"""

from collections.abc import Mapping
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

_TABLE: Final[dict[str, ProblemKind]] = {}

KINDS: Final[Mapping[str, ProblemKind]] = _TABLE
"""Every kind by its code, in the order of this file."""


def _kind(severity: Severity, code: str, found: str, remedy: str) -> ProblemKind:
    return _TABLE.setdefault(code, ProblemKind(code, severity, found, remedy))


def _refuse(code: str, found: str, remedy: str) -> ProblemKind:
    return _kind(Severity.REFUSE, code, found, remedy)


def _warn(code: str, found: str, remedy: str) -> ProblemKind:
    return _kind(Severity.WARN, code, found, remedy)


def _inform(code: str, found: str, remedy: str) -> ProblemKind:
    return _kind(Severity.INFORM, code, found, remedy)


_EXPORT_AGAIN: Final = swedish("Exportera filen på nytt ur ekonomisystemet och läs in den nya.")
_MEND_AND_EXPORT: Final = swedish("Rätta i ekonomisystemet, exportera på nytt och läs in den nya filen.")
_NOTHING_TO_DO: Final = swedish("Inget behöver göras.")
_LOOK_AT_NAMES: Final = swedish("Titta på namnen på konton och kostnadsställen innan du läser in filen.")

# The file itself

EMPTY_FILE: Final = _refuse("empty-file", swedish("Filen är tom."), _EXPORT_AGAIN)
BINARY_FILE: Final = _refuse(
    "binary-file",
    swedish("Filen är ingen SIE-fil utan {what}."),
    swedish("Välj ”Exportera SIE typ 4” i ekonomisystemet och läs in den fil som då skapas."),
)
BROKEN_XML: Final = _refuse("broken-xml", swedish("Filen är skriven i XML men är trasig: {what}."), _EXPORT_AGAIN)
NOT_SIE5: Final = _refuse(
    "not-sie5",
    swedish("Filen är skriven i XML men är ingen SIE 5-fil: den börjar med elementet {element}."),
    swedish("Välj ”Exportera SIE” i ekonomisystemet och läs in den fil som då skapas."),
)
FORBIDDEN_XML: Final = _refuse(
    "forbidden-xml",
    swedish("Filen har en dokumenttyp (DOCTYPE) eller egna entiteter, vilket en SIE 5-fil inte har."),
    _EXPORT_AGAIN,
)
ENCODING_MISDECLARED: Final = _warn(
    "encoding-misdeclared",
    swedish("Filen säger sig vara skriven med teckenuppsättningen {declared}, men det är {encoding}."),
    swedish("Filen har lästs som {encoding}.") + " " + _LOOK_AT_NAMES,
)
SIGNATURE_NOT_VERIFIED: Final = _inform(
    "signature-not-verified", swedish("Filen är signerad. Signaturen har inte kontrollerats."), _NOTHING_TO_DO
)
NOT_SIE: Final = _refuse(
    "not-sie",
    swedish("Filen är en textfil, men den innehåller inga SIE-poster."),
    swedish("Välj ”Exportera SIE typ 4” i ekonomisystemet och läs in den fil som då skapas."),
)
TRUNCATED: Final = _refuse("truncated", swedish("Filen är avbruten: {what}."), _EXPORT_AGAIN)
CHECKSUM_MISMATCH: Final = _refuse(
    "checksum-mismatch",
    swedish("Kontrollsumman stämmer inte: filen uppger {declared}, innehållet ger {computed}. Filen har ändrats."),
    _EXPORT_AGAIN,
)
AFTER_CHECKSUM: Final = _refuse(
    "after-checksum", swedish("Det finns poster utanför det som kontrollsumman skyddar."), _EXPORT_AGAIN
)
BALANCES_BY_MONTH: Final = _warn(
    "balances-by-month",
    swedish("Filen har saldon per månad men inga verifikationer. Siffrorna går inte att följa längre än till kontot."),
    swedish("Exportera som SIE typ 4 (4E) om verifikationerna ska synas."),
)
BALANCES_BY_PERIOD: Final = _warn(
    "balances-by-period",
    swedish("Filen har saldon för hela tiden till och med {month} och inga verifikationer. Kortare tid kan ej visas."),
    swedish("Exportera som SIE typ 4 (4E), eller med saldon per månad, om kortare tid eller verifikationer ska synas."),
)
NOTHING_BOOKED: Final = _refuse(
    "nothing-booked",
    swedish("Filen innehåller varken verifikationer eller saldon för räkenskapsåret."),
    _EXPORT_AGAIN,
)
NO_FISCAL_YEAR: Final = _refuse(
    "no-fiscal-year",
    swedish("Filen säger inte vilket räkenskapsår den gäller: posten #RAR 0 saknas."),
    swedish("Exportera på nytt som SIE typ 4 (4E) för ett räkenskapsår."),
)
BROKEN_FISCAL_YEAR: Final = _refuse(
    "broken-fiscal-year",
    swedish("Räkenskapsåret ”{text}” går inte att förstå: ett år skrivs med två datum och är högst 18 månader."),
    _MEND_AND_EXPORT,
)
NO_PRIMARY_YEAR: Final = _refuse(
    "no-primary-year",
    swedish(
        "Filen säger inte vilket räkenskapsår den gäller: {primary} av {count} räkenskapsår är utpekade (primary)."
    ),
    _EXPORT_AGAIN,
)
WRONG_FISCAL_YEAR: Final = _refuse(
    "wrong-fiscal-year",
    swedish("Filen gäller räkenskapsåret {found_year}, men {asked} efterfrågas."),
    swedish("Exportera det år som ska läsas in, eller välj det år som filen gäller."),
)
FOREIGN_CURRENCY: Final = _refuse(
    "foreign-currency",
    swedish("Bokföringen är förd i {currency}, inte i kronor."),
    swedish("Exportera bokföringen i svenska kronor (SEK)."),
)

# Vouchers and amounts

BROKEN_AMOUNT: Final = _refuse(
    "broken-amount",
    swedish("Beloppet ”{text}” i {label} går inte att läsa. Ett belopp skrivs som 1234.50 eller -1234.50."),
    _MEND_AND_EXPORT,
)
BROKEN_DATE: Final = _refuse(
    "broken-date",
    swedish("Datumet ”{text}” i {label} finns inte. Ett datum skrivs som 20240131, i SIE 5 som 2024-01-31."),
    _MEND_AND_EXPORT,
)
BROKEN_ACCOUNT: Final = _refuse(
    "broken-account",
    swedish("”{text}” i {label} är inget kontonummer. Ett konto skrivs med siffror."),
    _MEND_AND_EXPORT,
)
ODD_ACCOUNT: Final = _warn(
    "odd-account",
    swedish(
        "”{text}” i {label} är inget kontonummer utan ett ord. Beloppet finns kvar på det kontot, så att allt går ihop."
    ),
    swedish("Boka om beloppet på rätt konto i ekonomisystemet. Till dess står det under Ej fördelat."),
)
BROKEN_PERIOD: Final = _warn(
    "broken-period",
    swedish(
        "Perioden ”{text}” i {label} finns inte. En period skrivs som 202401, i SIE 5 2024-01. Raden har hoppats över."
    ),
    swedish("Kontrollera raden i ekonomisystemet; konto och period kan ha bytt plats."),
)
UNBALANCED_VOUCHER: Final = _refuse(
    "unbalanced-voucher",
    swedish("Verifikation {voucher} går inte jämnt ut: raderna summerar till {difference} kr i stället för 0."),
    _MEND_AND_EXPORT,
)
UNCLOSED_VOUCHER: Final = _refuse(
    "unclosed-voucher",
    swedish("Verifikation {voucher} tar aldrig slut: en ny börjar innan den är avslutad med }}."),
    _EXPORT_AGAIN,
)
ROW_OUTSIDE_VOUCHER: Final = _refuse(
    "row-outside-voucher", swedish("Raden {label} hör inte till någon verifikation."), _EXPORT_AGAIN
)
NO_VOUCHERS: Final = _refuse(
    "no-vouchers",
    swedish("Filen innehåller inga verifikationer."),
    swedish("Ta med verifikationerna vid exporten. Är inget bokfört ännu, läs in filen när den första finns."),
)
VOUCHER_OUTSIDE_YEAR: Final = _warn(
    "voucher-outside-year",
    swedish("Verifikation {voucher} är daterad {date}, utanför räkenskapsåret. Den syns inte i årets rapporter."),
    swedish("Kontrollera datumet i ekonomisystemet."),
)
VOUCHER_AFTER_COVERAGE: Final = _warn(
    "voucher-after-coverage",
    swedish("Verifikation {voucher} är daterad {date}, men filen säger sig omfatta tiden till och med {covered_to}."),
    swedish("Kontrollera datumet, eller exportera filen på nytt för en längre period."),
)
DUPLICATE_VOUCHER: Final = _warn(
    "duplicate-voucher",
    swedish("Verifikationsnumret {voucher} finns mer än en gång; det användes först på rad {first}."),
    swedish("Båda läses in. Kontrollera i ekonomisystemet att ingen verifikation är bokförd två gånger."),
)
EMPTY_VOUCHER: Final = _inform("empty-voucher", swedish("Verifikation {voucher} har inga rader."), _NOTHING_TO_DO)
VOUCHERS_WITHOUT_BALANCES: Final = _warn(
    "vouchers-without-balances",
    swedish("Filen har verifikationer men inga ingående balanser (typ 4I). Balansräkningen kan därför inte stämma."),
    swedish("Exportera som SIE typ 4E om balansräkningen ska användas."),
)

# Characters and the form of records

WRONG_ENCODING: Final = _warn(
    "wrong-encoding",
    swedish("Filen är skriven med teckenuppsättningen {encoding}, inte med PC8 (CP437) som SIE föreskriver."),
    swedish("Filen har lästs som {encoding}.") + " " + _LOOK_AT_NAMES,
)
MIXED_LETTERS: Final = _warn(
    "mixed-letters",
    swedish("Å, ä och ö är skrivna på två olika sätt i samma fil, så en del av dem kan ha blivit andra tecken."),
    _LOOK_AT_NAMES,
)
MOJIBAKE: Final = _warn(
    "mojibake",
    swedish("Å, ä och ö var förvanskade redan när filen skrevs, till exempel ”{text}”."),
    swedish("Texterna läses in som de står. Exportera direkt ur ekonomisystemet om namnen ska synas rätt."),
)
CONTROL_CHARACTERS: Final = _warn(
    "control-characters",
    swedish("Texterna innehåller {count} styrtecken som inte får finnas där. De har ersatts med blanksteg."),
    _NOTHING_TO_DO,
)
STRAY_QUOTE: Final = _warn(
    "stray-quote",
    swedish("Ett citattecken på raden är inte skrivet som SIE kräver, så texten kan ha lästs fel."),
    swedish("Jämför texten med ekonomisystemet. Beloppen berörs inte."),
)
BROKEN_OBJECT_LIST: Final = _warn(
    "broken-object-list",
    swedish("Objektlistan på raden saknas eller är ofullständig, så raden kan sakna kostnadsställe eller projekt."),
    swedish("Kontrollera raden i ekonomisystemet."),
)
MISSING_BRACE: Final = _warn(
    "missing-brace",
    swedish("Verifikation {voucher} saknar inledande {{. Raderna som följer har räknats till den."),
    swedish("Kontrollera att verifikationen är hel."),
)
STRAY_LINE: Final = _warn(
    "stray-line",
    swedish("Raden hör inte till någon SIE-post och har hoppats över."),
    swedish("Kontrollera att ingen text i ekonomisystemet innehåller en radbrytning."),
)
BROKEN_RECORD: Final = _warn(
    "broken-record",
    swedish("Posten {label} går inte att förstå och har hoppats över."),
    swedish("Kontrollera uppgiften i ekonomisystemet om den behövs."),
)
BROKEN_FIELD: Final = _warn(
    "broken-field",
    swedish("”{text}” i {label} går inte att förstå. Uppgiften har lämnats tom; beloppen berörs inte."),
    swedish("Kontrollera uppgiften i ekonomisystemet om den behövs."),
)
MISSING_FIELD: Final = _warn(
    "missing-field",
    swedish("Posten {label} har färre uppgifter än SIE kräver: {count} av {least}."),
    swedish("Det som finns har lästs. Fyll i uppgiften i ekonomisystemet om den behövs."),
)
EXTRA_FIELDS: Final = _inform(
    "extra-fields",
    swedish("Posten {label} har fler uppgifter än SIE anger (poster i filen: {count}). De används inte."),
    _NOTHING_TO_DO,
)
UNKNOWN_LABEL: Final = _inform(
    "unknown-label",
    swedish("Posten {label} är okänd och används inte (antal i filen: {count})."),
    _NOTHING_TO_DO,
)
BEYOND_LEDGER: Final = _inform(
    "beyond-ledger",
    swedish("Uppgifterna i {label} hör inte till huvudboken och används inte (antal i filen: {count})."),
    _NOTHING_TO_DO,
)
DIMENSION_WITHOUT_ROLE: Final = _inform(
    "dimension-without-role",
    swedish("Ingen har sagt vad dimension {number} ({name}) är. Den läses in under sitt eget nummer."),
    swedish("Är den kostnadsställe eller projekt, säg det under Dimensioner. Valet gäller också nästa fil."),
)

# Accounts and balances

UNDECLARED_ACCOUNT: Final = _warn(
    "undeclared-account",
    swedish("Konto {account} används men finns inte i filens kontoplan."),
    swedish("Kontot läses in utan namn. Lägg upp det i kontoplanen och exportera på nytt."),
)
DUPLICATE_ACCOUNT: Final = _warn(
    "duplicate-account",
    swedish("Konto {account} finns två gånger i kontoplanen, med olika namn. Det senare namnet används."),
    swedish("Rätta kontoplanen i ekonomisystemet."),
)
UNDECLARED_OBJECT: Final = _inform(
    "undeclared-object",
    swedish("{object} används men har inget namn i filen. Koden visas i stället för namnet."),
    _NOTHING_TO_DO,
)
STRAY_MONTH: Final = _warn(
    "stray-month",
    swedish(
        "{label} på konto {account} är för {month}, som inte hör ihop med något räkenskapsår i filen. "
        "Uppgiften har hoppats över."
    ),
    swedish("Kontrollera vilka räkenskapsår exporten tog med. En ingående balans är för ett års första månad."),
)
BUDGET_OF_YEAR: Final = _warn(
    "budget-of-year",
    swedish("Konto {account} har en budget för hela året, utan månad. Den används inte."),
    swedish("Exportera med budget per månad om den ska synas."),
)
BALANCE_DOES_NOT_FOLLOW: Final = _warn(
    "balance-does-not-follow",
    swedish("Ingående balans och det bokförda ger {computed} kr, men filens utgående balans är {declared} kr."),
    swedish("Rapporterna räknas ur det bokförda. Kontrollera att exporten tog med alla verifikationer."),
)
RESULT_DOES_NOT_FOLLOW: Final = _warn(
    "result-does-not-follow",
    swedish("Det bokförda ger {computed} kr, men filens resultat för kontot är {declared} kr."),
    swedish("Rapporterna räknas ur det bokförda. Kontrollera att exporten tog med alla verifikationer."),
)
OPENING_DIFFERS: Final = _warn(
    "opening-differs",
    swedish("Årets ingående balans är {opening} kr, men förra årets utgående balans är {closing} kr."),
    swedish("Kontrollera att förra året är avslutat och att balanserna är överförda."),
)
OPENING_UNBALANCED: Final = _warn(
    "opening-unbalanced",
    swedish("De ingående balanserna summerar till {difference} kr i stället för 0. Balansräkningen går inte jämnt ut."),
    swedish("Kontrollera att alla ingående balanser är överförda från förra året."),
)
CREDIT_BALANCE_ON_ASSET: Final = _warn(
    "credit-balance-on-asset",
    swedish("Tillgångskontot {account} har ett minussaldo: {balance} kr till och med {month}."),
    swedish("Kontrollera kontot. Är det en skuld ska den redovisas som skuld i bokslutet."),
)
DEBIT_BALANCE_ON_LIABILITY: Final = _warn(
    "debit-balance-on-liability",
    swedish("Skuldkontot {account} har ett fordringssaldo: {balance} kr till och med {month}."),
    swedish("Kontrollera kontot. Är det en fordran ska den redovisas som fordran i bokslutet."),
)
RESULT_IN_OPENING: Final = _inform(
    "result-in-opening",
    swedish("Förra årets resultat, {result} kr, är fört till konto {account} i den ingående balansen."),
    _NOTHING_TO_DO,
)
OPENING_FROM_CLOSING: Final = _inform(
    "opening-from-closing",
    swedish("Filen saknar ingående balanser för året. Förra årets utgående balanser har använts."),
    _NOTHING_TO_DO,
)
COVERAGE_NOT_DECLARED: Final = _inform(
    "coverage-not-declared",
    swedish("Filen säger inte till och med vilken dag den gäller. Den tas som gällande till och med {month}."),
    swedish("Inget behöver göras, om allt till och med den månaden är bokfört."),
)

# People

POSSIBLE_IDENTITY_NUMBER: Final = _warn(
    "possible-identity-number",
    swedish("Texter med något som kan vara ett personnummer: {count} ({where})."),
    swedish("Siffrorna döljs när filen läses in. Står det personnummer i texterna, ta bort dem i ekonomisystemet."),
)

# Versions and periods

SAME_FILE_AGAIN: Final = _inform(
    "same-file-again",
    swedish("Filen är redan inläst: {year}, version {version}."),
    swedish("Inget har ändrats och inget behöver göras."),
)
NEW_VERSION: Final = _inform(
    "new-version",
    swedish("{year} fanns redan inläst. Filen blir version {version} och ersätter version {previous} i rapporterna."),
    swedish("Den tidigare versionen finns kvar."),
)
PERIOD_WITHOUT_LEDGER: Final = _refuse(
    "period-without-ledger",
    swedish("Ingen bokföring är inläst för {period}."),
    swedish("Läs in en SIE-fil för året, eller välj en period inom det som är inläst: {known}."),
)
PERIOD_ACROSS_YEARS: Final = _refuse(
    "period-across-years",
    swedish("Perioden {period} ligger i mer än ett räkenskapsår."),
    swedish("Välj en period inom ett räkenskapsår."),
)
PERIOD_WITHIN_BALANCES: Final = _refuse(
    "period-within-balances",
    swedish("Filen {file} hade bara saldon för hela {known}. Det går inte att visa {period} för sig."),
    swedish("Välj {known}, eller läs in en fil med verifikationer eller med saldon per månad."),
)
COMPARISON_WITHIN_BALANCES: Final = _warn(
    "comparison-within-balances",
    swedish("Jämförelsen {period} kan inte visas: filen för det året hade bara saldon för hela {known}."),
    swedish("Jämför hela året, eller läs in en fil för det med verifikationer eller med saldon per månad."),
)
PERIOD_BEYOND_LEDGER: Final = _warn(
    "period-beyond-ledger",
    swedish("Rapporten gäller {period}, men bokföringen är inläst bara till och med {covered_to}."),
    swedish("Läs in en nyare SIE-fil, eller välj en kortare period."),
)

# Writing a file of SIE

LEFT_OUT: Final = _inform(
    "left-out",
    swedish("SIE typ {type} rymmer inte {what}. De följer inte med: {count}."),
    swedish("Skriv som typ 4E om allt ska följa med."),
)
EXTRA_FIELDS_LEFT_OUT: Final = _inform(
    "extra-fields-left-out",
    swedish("Posten {label} har fler uppgifter än SIE anger (poster i filen: {count}). De följer inte med."),
    _NOTHING_TO_DO,
)
RECORDS_LEFT_OUT: Final = _inform(
    "records-left-out",
    swedish("{label} hör inte till SIE typ {type} och följer inte med (antal: {count})."),
    _NOTHING_TO_DO,
)
FILLED_IN: Final = _inform(
    "filled-in",
    swedish("Posten {label} saknas men måste finnas i SIE typ {type}. Den skrivs så: {written}."),
    swedish("Kontrollera att det är rätt."),
)
ACCOUNTS_FILLED_IN: Final = _inform(
    "accounts-filled-in",
    swedish("Konton som används men saknas i kontoplanen: {count}. De skrivs med numret som namn ({accounts})."),
    swedish("Lägg upp dem i kontoplanen om de ska ha namn."),
)
OBJECTS_FILLED_IN: Final = _inform(
    "objects-filled-in",
    swedish("Dimensioner och objekt som används men inte har något namn: {count}. De skrivs med koden som namn."),
    swedish("Lägg upp dem i ekonomisystemet om de ska ha namn."),
)
FILLED_IN_BY_RULE: Final = _inform(
    "filled-in-by-rule",
    swedish("Det här saknas i bokföringen och skrivs efter SIE:s egna regler: {what} (antal: {count})."),
    _NOTHING_TO_DO,
)
MISSING_FOR_SIE5: Final = _warn(
    "missing-for-sie5",
    swedish("SIE 5 kräver {what}, som saknas i bokföringen (antal: {count}). Det lämnas tomt."),
    swedish("Nekar mottagarens program filen, fyll i uppgiften i ekonomisystemet eller skriv filen som SIE 4."),
)
UNSIGNED: Final = _inform(
    "unsigned",
    swedish("Filen skrivs utan signatur, vilket SIE 5 kräver av en hel bokföring."),
    swedish("Kräver mottagaren en signatur, exportera filen ur ekonomisystemet i stället."),
)
COMPUTED_FROM_VOUCHERS: Final = _inform(
    "computed-from-vouchers",
    swedish("{label} finns inte i filen. Posterna har räknats fram ur verifikationerna: {count}."),
    _NOTHING_TO_DO,
)
CLOSING_WITHOUT_OPENING: Final = _warn(
    "closing-without-opening",
    swedish("Filen säger inte vad kontona hade från början. De utgående balanserna är bara det som är bokfört i år."),
    swedish("Använd en fil med ingående balanser om balanserna ska vara hela."),
)
MISSING_CHARACTERS: Final = _refuse(
    "missing-characters",
    swedish("Teckenuppsättningen {encoding} saknar tecken som finns på {count} ställen: {characters}"),
    swedish("Skriv med ersättning av tecken, eller i UTF-8 om mottagaren kan läsa det."),
)
REPLACED_CHARACTERS: Final = _warn(
    "replaced-characters",
    swedish("Tecken som {encoding} saknar har ersatts på {count} ställen: {characters}"),
    swedish("Kontrollera namnen i filen som skrevs."),
)
MENDED_TEXTS: Final = _inform(
    "mended-texts",
    swedish("Texter med styrtecken, eller med ett omvänt snedstreck sist, har fått blanksteg där: {count}."),
    _NOTHING_TO_DO,
)
LIKE_ANOTHER_ENCODING: Final = _inform(
    "like-another-encoding",
    swedish("Filen är skriven som {encoding}, men ett program som gissar kan ta den för {guess}."),
    swedish("Titta på namnen när filen läses in, och ange teckenuppsättningen om de är fel."),
)

# Inside a file of SIE

MISSING_RECORDS: Final = _warn(
    "missing-records",
    swedish("Poster som måste finnas i SIE typ {type} saknas: {labels}."),
    swedish("Det som finns har lästs. Se om ekonomisystemet kan exportera en fullständig fil av typ {type}."),
)
RECORDS_OF_ANOTHER_TYPE: Final = _warn(
    "records-of-another-type",
    swedish("Poster som inte hör till SIE typ {type} finns i filen: {labels}."),
    swedish("De har lästs. Kontrollera att filen är av den typ som den säger (#SIETYP)."),
)
REPEATED_RECORD: Final = _warn(
    "repeated-record",
    swedish("Posten {label} ska finnas en gång men finns {count} gånger. Den sista gäller."),
    swedish("Kontrollera att uppgiften är rätt, och att filen inte är två som satts ihop."),
)
REPEATED_BALANCE: Final = _warn(
    "repeated-balance",
    swedish("{label} finns mer än en gång för samma konto och tid: {count} ({where}). Den sista gäller."),
    swedish("Kontrollera balanserna mot ekonomisystemet."),
)
YEARS_DO_NOT_FOLLOW: Final = _warn(
    "years-do-not-follow",
    swedish("År {before} och {number} i #RAR följer inte på varandra: det ena slutar {end}, det andra börjar {start}."),
    swedish("Kontrollera räkenskapsåren i ekonomisystemet. Jämförelsen med förra året kan bli fel."),
)
UNDECLARED_DIMENSION: Final = _warn(
    "undeclared-dimension",
    swedish("Dimension {number} används men har inget namn i filen: posten #DIM {number} saknas."),
    swedish("Dimensionen läses in under sitt nummer. Ge den ett namn i ekonomisystemet."),
)
OPENING_ON_RESULT_ACCOUNT: Final = _warn(
    "opening-on-result-account",
    swedish("Resultatkonton har ingående balanser, fast de börjar varje år på noll: {accounts}."),
    swedish("Kontrollera i ekonomisystemet att förra året är avslutat, och att kontona har rätt kontotyp."),
)
MONTHS_DO_NOT_FOLLOW: Final = _warn(
    "months-do-not-follow",
    swedish("Saldona per månad (#PSALDO) ger något annat än årets balanser och resultat. Konton: {count}. {accounts}."),
    swedish("Kontrollera att filen gäller hela den tid som balanserna gör."),
)
OBJECTS_EXCEED_ACCOUNT: Final = _inform(
    "objects-exceed-account",
    swedish("Saldona för objekt i {label} är tillsammans större än kontots. Ställen: {count} ({accounts})."),
    swedish("Inget behöver göras, om en del av kontot är bokförd åt andra hållet utan objekt."),
)
CLOSING_UNBALANCED: Final = _inform(
    "closing-unbalanced",
    swedish("Utgående balanser och resultat summerar till {difference} kr i stället för 0."),
    swedish("Är året avslutat, kontrollera att exporten tog med alla konton."),
)
OPENING_BOOKED_TOO: Final = _warn(
    "opening-booked-too",
    swedish("Verifikation {voucher} bokför de ingående balanserna, som också finns i #IB. De räknas då två gånger."),
    swedish("Ta bort verifikationen, eller de ingående balanserna, i ekonomisystemet och exportera på nytt."),
)
ADDED_ROW_NOT_BOOKED: Final = _warn(
    "added-row-not-booked",
    swedish("Verifikation {voucher} har en tillagd rad (#RTRANS) som inte följs av samma rad bokförd (#TRANS): {row}."),
    swedish("Bara bokförda rader räknas. Kontrollera verifikationen i ekonomisystemet."),
)
NUMBERS_DESCEND: Final = _warn(
    "numbers-descend",
    swedish("Verifikationsnumren i serie {series} stiger inte: {voucher} kommer efter {before}."),
    swedish("Alla verifikationer läses in. Kontrollera att ingen saknas eller är bokförd i fel serie."),
)
ALREADY_IMPORTED: Final = _warn(
    "already-imported",
    swedish("Filen är märkt som redan inläst i ett ekonomisystem (#FLAGGA 1)."),
    swedish("Läses verifikationerna in igen blir de bokförda två gånger. Kontrollera det först."),
)
NOT_FOR_BOOKS: Final = _inform(
    "not-for-books",
    swedish("Filen kan inte läsas in som ett förbunds bokföring. {why}"),
    swedish("Inget behöver göras, om den inte ska läsas in."),
)

# Handing in files at a terminal

UNREADABLE_FILE: Final = _refuse(
    "unreadable-file",
    swedish("Filen kan inte läsas: {why}."),
    swedish("Kontrollera sökvägen och rätten till filen, och försök igen."),
)
UNWRITABLE_FILE: Final = _refuse(
    "unwritable-file",
    swedish("Filen kan inte skrivas: {why}."),
    swedish("Välj ett annat namn eller en annan mapp, och försök igen."),
)
FILE_IS_THERE: Final = _refuse(
    "file-is-there",
    swedish("Filen finns redan."),
    swedish("Välj ett annat namn, eller skriv över den med --force."),
)
DIFFERENT_YEARS: Final = _refuse(
    "different-years",
    swedish("Filen gäller räkenskapsåret {year}, men {file} gäller {other}."),
    swedish("Jämför filer för samma räkenskapsår."),
)

# Ledgers as tables

_CHOOSE_COLUMNS: Final = swedish("Välj om vad kolumnerna betyder.")
_ANSWER: Final = swedish("Svara på frågan och läs in tabellen igen.")
_MEND_CELL: Final = swedish("Rätta cellen, eller ta ut tabellen på nytt, och läs in filen igen.")

TABLE_NOT_MAPPED: Final = _refuse(
    "table-not-mapped",
    swedish("Filen är en tabell, och ingen har sagt vad kolumnerna i en sådan betyder."),
    swedish("Säg det på filens sida under Inläsning i webbläsaren. Det minns till nästa gång."),
)
OTHER_WORKBOOK: Final = _refuse(
    "other-workbook",
    swedish("Filen är {what}, som inte kan läsas här."),
    swedish("Öppna filen och spara den som en vanlig Excel-arbetsbok (.xlsx) utan lösenord, eller som CSV."),
)
BROKEN_WORKBOOK: Final = _refuse(
    "broken-workbook",
    swedish("Arbetsboken går inte att läsa: {what}."),
    swedish("Öppna filen i ett kalkylprogram, spara den på nytt som .xlsx och läs in den."),
)
TABLE_TOO_LARGE: Final = _refuse(
    "table-too-large",
    swedish("Tabellen är för stor: {what}."),
    swedish("Spara bara bladet med bokföringen i en ny fil, utan tomma formaterade celler, och läs in den."),
)
NO_TABLE: Final = _refuse(
    "no-table",
    swedish("Filen har ingen tabell med konton och belopp."),
    swedish("Läs in en huvudbok, verifikationslista eller saldolista, eller exportera SIE typ 4."),
)
MAPPING_DOES_NOT_FIT: Final = _refuse(
    "mapping-does-not-fit", swedish("Tabellen har inte de rubriker som kolumnerna valdes för."), _CHOOSE_COLUMNS
)
MAPPING_INCOMPLETE: Final = _refuse(
    "mapping-incomplete", swedish("Något saknas för att tabellen ska kunna läsas: {what}"), _ANSWER
)
AMOUNTS_IN_THOUSANDS: Final = _refuse(
    "amounts-in-thousands",
    swedish("Beloppen är inte i kronor (”{text}”), så ören har gått förlorade."),
    swedish("Ta ut tabellen med belopp i kronor och ören."),
)
CELL_ERROR: Final = _refuse("cell-error", swedish("Cellen visar felet {text} i stället för ett värde."), _MEND_CELL)
CELL_AMOUNT: Final = _refuse("cell-amount", swedish("”{text}” är inget belopp."), _MEND_CELL)
CELL_DATE: Final = _refuse("cell-date", swedish("”{text}” är inget datum."), _MEND_CELL)
CELL_PERIOD: Final = _refuse("cell-period", swedish("”{text}” är ingen månad i räkenskapsåret."), _MEND_CELL)
CELL_ACCOUNT: Final = _refuse(
    "cell-account",
    swedish("”{text}” är inget kontonummer, men på raden står ett belopp."),
    swedish("Rätta kontot. Är raden en summa, skriv ordet Summa på den, eller ta bort den."),
)
ROW_WITHOUT_ACCOUNT: Final = _refuse(
    "row-without-account",
    swedish("På raden står ett belopp men inget konto, och det är inte summan av raderna ovanför."),
    swedish("Skriv kontot på raden. Är raden en summa, rätta den eller ta bort den."),
)
ROW_WITHOUT_VOUCHER: Final = _refuse(
    "row-without-voucher",
    swedish("Raden har ett belopp men saknar {what}."),
    swedish("Ta ut tabellen med verifikationsnummer och datum på varje rad."),
)
GROUP_OR_ACCOUNT: Final = _refuse(
    "group-or-account",
    swedish("{account} ser ut som en kontogrupp, men beloppet är inte summan av kontona som börjar så."),
    swedish("Ta bort raden om den är en summa. Är den ett konto, ta ut tabellen med hela kontonummer."),
)
TABLE_STARTS_LATER: Final = _refuse(
    "table-starts-later",
    swedish("Resultatkontot har {opening} kr redan när tabellen börjar: den börjar inte vid räkenskapsårets början."),
    swedish("Ta ut tabellen från räkenskapsårets första dag."),
)
PERIOD_STARTS_LATER: Final = _warn(
    "period-starts-later",
    swedish("Tabellen säger sig börja {first}. Det som har bokförts dessförinnan under räkenskapsåret saknas."),
    swedish("Ta ut tabellen från räkenskapsårets första dag."),
)
AMOUNT_ROUNDED: Final = _warn(
    "amount-rounded",
    swedish("Beloppet {text} har fler än två decimaler och har avrundats till hela ören."),
    swedish("Kontrollera att summorna stämmer. Ta helst ut tabellen direkt ur ekonomisystemet."),
)
SUM_DOES_NOT_FOLLOW: Final = _warn(
    "sum-does-not-follow",
    swedish("Summaraden säger {declared} kr, men raderna ovanför ger {computed} kr."),
    swedish("Summan har inte bokförts. Kontrollera att ingen rad saknas i tabellen."),
)
ROW_DOES_NOT_FOLLOW: Final = _warn(
    "row-does-not-follow",
    swedish("Saldot före och förändringen ger {computed} kr, men på raden står {declared} kr."),
    swedish("Kontrollera att ingen rad saknas, och att kolumnerna betyder det som valts."),
)
TABLE_UNBALANCED: Final = _warn(
    "table-unbalanced",
    swedish("Alla konton tillsammans ger {difference} kr i stället för 0, så debet och kredit går inte jämnt ut."),
    swedish("Kontrollera att alla konton är med, också balanskonton, och att tecknen är rätt valda."),
)
TABLE_WITHOUT_OPENING: Final = _warn(
    "table-without-opening",
    swedish("Tabellen har inga ingående balanser. Balansräkningen och kassaflödet kan därför inte stämma."),
    swedish("Ta ut tabellen med ingående balanser, eller lämna också in en saldolista som har dem."),
)
ACCOUNT_TWICE: Final = _warn(
    "account-twice",
    swedish("Konto {account} står på mer än en rad med samma kostnadsställe och projekt. Beloppen har lagts ihop."),
    swedish("Kontrollera att ingen av raderna är en summa av de andra."),
)
UNUSED_COLUMNS: Final = _inform("unused-columns", swedish("Kolumner som inte har lästs: {columns}."), _NOTHING_TO_DO)
