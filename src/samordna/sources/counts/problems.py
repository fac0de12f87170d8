"""What can be wrong with a file of counts, beside what its counts say? One table."""

from collections.abc import Mapping
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind
from samordna.domain.values.problem_table import ProblemTable

_TABLE: Final = ProblemTable("counts-file-")

KINDS: Final[Mapping[str, ProblemKind]] = _TABLE.kinds
"""Every kind by its code, in the order of this file."""

_FETCH_AGAIN: Final = swedish("Hämta blanketten på nytt och för över det du har fyllt i.")
_SEND_AGAIN: Final = swedish("Be enheten göra filen på nytt i sitt program och skicka den oförändrad.")

# Rows of a form or a table

UNKNOWN_ROW: Final = _TABLE.refuse("unknown-row", swedish("Raden ”{row}” finns inte i blanketten."), _FETCH_AGAIN)
ROW_WITHOUT_KEY: Final = _TABLE.refuse(
    "row-without-key",
    swedish("Raden är ifylld, men det står inte vilken rad det är."),
    swedish("Ta bort raden om den är en summa eller en anteckning; annars hämta blanketten på nytt."),
)
ROW_TWICE: Final = _TABLE.refuse(
    "row-twice", swedish("Raden ”{row}” står mer än en gång."), swedish("Behåll en av dem.")
)
ROW_MISSING: Final = _TABLE.refuse(
    "row-missing", swedish("Raden ”{row}” finns inte längre i blanketten."), _FETCH_AGAIN
)
NOT_YES_OR_NO: Final = _TABLE.refuse(
    "not-yes-or-no",
    swedish("Frågan om uppgifterna är kompletta har svaret ”{text}”."),
    swedish("Svara ja när allt är ifyllt, annars nej."),
)
NOT_PART_OF_ROW: Final = _TABLE.refuse(
    "not-part-of-row",
    swedish("Raden besvaras med ett ord i kolumnen ”{heading}”, inte med ett antal."),
    swedish("Töm cellen."),
)

# A packet

EMPTY: Final = _TABLE.refuse("empty", swedish("Filen är tom."), _SEND_AGAIN)
TOO_LARGE: Final = _TABLE.refuse(
    "too-large",
    swedish("Filen är större än {most} MB, och så stora är inga paket."),
    swedish("Se efter att det är rätt fil."),
)
NOT_A_PACKET: Final = _TABLE.refuse(
    "not-a-packet", swedish("Filen är inget paket: {what}."), swedish("Se efter att det är rätt fil.")
)
OLDER_PACKET: Final = _TABLE.refuse(
    "older-packet",
    swedish("Paketet har version {found}, men {wanted} gäller nu."),
    swedish("Uppdatera enhetens program och gör paketet på nytt."),
)
UNKNOWN_VERSION: Final = _TABLE.refuse(
    "unknown-version",
    swedish("Paketet har version {found}, som inte är känd här; {wanted} gäller."),
    swedish("Gör paketet i version {wanted}, eller be förbundet uppdatera."),
)
MISSING_FIELD: Final = _TABLE.refuse("missing-field", swedish("Fältet ”{field}” saknas."), _SEND_AGAIN)
UNKNOWN_FIELD: Final = _TABLE.refuse(
    "unknown-field",
    swedish("Fältet ”{field}” hör inte till ett paket."),
    swedish("Ta inte med annat än det som formatet beskriver: här får inget om enskilda komma in."),
)
WRONG_FIELD: Final = _TABLE.refuse("wrong-field", swedish("Fältet ska vara {wanted}."), _SEND_AGAIN)
ALTERED: Final = _TABLE.refuse(
    "altered", swedish("Paketet är ändrat efter att det gjordes: kontrollsumman stämmer inte."), _SEND_AGAIN
)
UNKNOWN_KEY: Final = _TABLE.refuse(
    "unknown-key",
    swedish("Paketet är undertecknat med nyckeln ”{key}”, som inte är känd här."),
    swedish("Lägg in enhetens nyckel efter att ha stämt av den med enheten, och läs in paketet igen."),
)
KEY_OF_OTHER: Final = _TABLE.refuse(
    "key-of-other",
    swedish("Paketet är för {unit}, men nyckeln ”{key}” hör till en annan enhet."),
    swedish("Se efter vem som skickade paketet."),
)
NOT_SIGNED: Final = _TABLE.refuse(
    "not-signed",
    swedish("Underskriften är inte gjord med nyckeln ”{key}”."),
    swedish("Ta reda på var paketet kommer från, och be enheten skicka ett nytt."),
)
OTHER_ASSOCIATION: Final = _TABLE.refuse(
    "other-association",
    swedish("Paketet är för {found}, inte för {association} ({number})."),
    swedish("Läs in det hos det förbund som det är för."),
)
