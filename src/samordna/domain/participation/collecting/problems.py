"""What can be wrong with how counts come in, what follows from it, and what should be done? One table."""

from collections.abc import Mapping
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind
from samordna.domain.values.problem_table import ProblemTable

_TABLE: Final = ProblemTable("collecting-")

KINDS: Final[Mapping[str, ProblemKind]] = _TABLE.kinds
"""Every kind by its code, in the order of this file."""

# The calendar

DUE_TOO_EARLY: Final = _TABLE.refuse(
    "due-too-early",
    swedish("Sista dag {due} är innan perioden är slut ({end})."),
    swedish("Välj en dag efter {end}."),
)
DUE_TOO_LATE: Final = _TABLE.refuse(
    "due-too-late",
    swedish("Sista dag {due} är mer än {most} dagar efter perioden."),
    swedish("Kontrollera årtalet."),
)
NO_SUCH_TABLE: Final = _TABLE.refuse(
    "no-such-table",
    swedish("Tabellen ”{table}” finns inte bland dem som kan efterfrågas."),
    swedish("Välj bland tabellerna i listan."),
)
NOTHING_ASKED: Final = _TABLE.refuse(
    "nothing-asked", swedish("Ingen tabell efterfrågas."), swedish("Välj minst en tabell.")
)
PERIODS_OVERLAP: Final = _TABLE.refuse(
    "periods-overlap",
    swedish("Enheten ska redan lämna siffror för {period}, och månaderna går in i varandra."),
    swedish("Välj månader som följer på varandra, eller ta bort den andra perioden ur kalendern."),
)
ASKED_TWICE: Final = _TABLE.refuse(
    "asked-twice",
    swedish("Samma enhet, insats och period står två gånger."),
    swedish("Behåll en av raderna."),
)
TABLES_ANSWERED: Final = _TABLE.refuse(
    "tables-answered",
    swedish("Enheten har redan svarat på vad som efterfrågades för perioden."),
    swedish("Ändra bara sista dag och kontakt, och fråga efter andra tabeller nästa period."),
)
NOT_ASKED: Final = _TABLE.refuse(
    "not-asked",
    swedish("Enheten ska inte lämna några siffror för insatsen och perioden."),
    swedish("Lägg in perioden i kalendern först."),
)
ANSWERED: Final = _TABLE.refuse(
    "answered",
    swedish("Enheten har redan lämnat siffror för perioden."),
    swedish("Det som är lämnat går att skicka tillbaka eller rätta, inte att ta bort ur kalendern."),
)

# How far an answer has come

STEP_NOT_POSSIBLE: Final = _TABLE.refuse(
    "step-not-possible",
    swedish("Siffrorna är {state}; det går inte att {step} dem då."),
    swedish("Ladda om sidan och se hur långt de har kommit."),
)
NOTHING_SENT_IN: Final = _TABLE.refuse(
    "nothing-sent-in",
    swedish("Enheten har inte lämnat några siffror för insatsen och perioden."),
    swedish("Lämna in dem först, eller påminn enheten."),
)
CLOSED_TO_UNIT: Final = _TABLE.refuse(
    "closed-to-unit",
    swedish("Siffrorna är {state}, och blanketten är stängd."),
    swedish("Är något fel: hör av er till samordningsförbundets kansli, som kan öppna den igen."),
)
ARRIVED_AHEAD: Final = _TABLE.refuse(
    "arrived-ahead",
    swedish("Siffrorna kan inte ha kommit {day}: den dagen är inte här än."),
    swedish("Skriv dagen då de kom till kansliet, eller lämna tomt för i dag."),
)
ARRIVED_TOO_EARLY: Final = _TABLE.refuse(
    "arrived-too-early",
    swedish("Siffrorna kan inte ha kommit {day}: perioden slutade {end}."),
    swedish("Skriv dagen då de kom till kansliet, eller lämna tomt för i dag."),
)
ARRIVED_TO_OFFICE: Final = _TABLE.refuse(
    "arrived-to-office",
    swedish("Bara kansliet säger vilken dag siffror kom in på annat sätt."),
    swedish("Lämna in utan dag: då gäller i dag."),
)
REASON_NEEDED: Final = _TABLE.refuse(
    "reason-needed",
    swedish("Det saknas ett skäl."),
    swedish("Skriv varför siffrorna rättas."),
)
QUESTION_NEEDED: Final = _TABLE.refuse(
    "question-needed",
    swedish("Det står inte vad enheten ska se över."),
    swedish("Skriv en fråga vid minst en ruta, eller en fråga om siffrorna i stort."),
)
QUESTION_EMPTY: Final = _TABLE.refuse(
    "question-empty", swedish("Det står ingen fråga vid rutan."), swedish("Skriv frågan, eller ta bort rutan.")
)
QUESTION_NOWHERE: Final = _TABLE.refuse(
    "question-nowhere",
    swedish("Frågan gäller en ruta som inte efterfrågas."),
    swedish("Ställ frågan vid en ruta i enhetens tabeller."),
)
TEXT_TOO_LONG: Final = _TABLE.refuse(
    "text-too-long", swedish("Texten är längre än {most} tecken."), swedish("Korta den.")
)

# Keys of units' own programs

NO_PUBLIC_KEY: Final = _TABLE.refuse(
    "no-public-key",
    swedish("Det är ingen öppen nyckel: den har ett namn, och 32 byte skrivna i base64."),
    swedish("Be enheten om den öppna nyckeln ur sitt program, och klistra in den som den är."),
)
