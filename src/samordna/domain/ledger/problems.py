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
SIE5_FILE: Final = _refuse(
    "sie5-file",
    swedish("Filen är en SIE 5-fil (XML), som inte kan läsas här."),
    swedish("Exportera i stället som SIE 4 (typ 4E)."),
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
BALANCES_ONLY: Final = _refuse(
    "balances-only",
    swedish("Filen är av SIE-typ {file_type} och saknar verifikationer."),
    swedish("Rapporterna räknas fram ur verifikationerna: exportera som SIE typ 4 (4E)."),
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
    swedish("Datumet ”{text}” i {label} finns inte. Ett datum skrivs som 20240131."),
    _MEND_AND_EXPORT,
)
BROKEN_ACCOUNT: Final = _refuse(
    "broken-account",
    swedish("”{text}” i {label} är inget kontonummer. Ett konto skrivs med siffror."),
    _MEND_AND_EXPORT,
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
    "row-outside-voucher", swedish("Raden #TRANS hör inte till någon verifikation."), _EXPORT_AGAIN
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
UNKNOWN_LABEL: Final = _inform(
    "unknown-label",
    swedish("Posten {label} används inte här och har hoppats över (antal i filen: {count})."),
    _NOTHING_TO_DO,
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
BALANCE_DOES_NOT_FOLLOW: Final = _warn(
    "balance-does-not-follow",
    swedish("Ingående balans och verifikationer ger {computed} kr, men filens utgående balans är {declared} kr."),
    swedish("Rapporterna räknas ur verifikationerna. Kontrollera att exporten tog med alla verifikationer."),
)
RESULT_DOES_NOT_FOLLOW: Final = _warn(
    "result-does-not-follow",
    swedish("Verifikationerna ger {computed} kr, men filens resultat för kontot är {declared} kr."),
    swedish("Rapporterna räknas ur verifikationerna. Kontrollera att exporten tog med alla verifikationer."),
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
PERIOD_BEYOND_LEDGER: Final = _warn(
    "period-beyond-ledger",
    swedish("Rapporten gäller {period}, men bokföringen är inläst bara till och med {covered_to}."),
    swedish("Läs in en nyare SIE-fil, eller välj en kortare period."),
)
