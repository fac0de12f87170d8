"""What can be wrong with a budget or a forecast that comes back in a form, and what should the person do? One table.

What can be wrong with any form stands in ``sources.forms``; ``KINDS`` are both.
"""

from collections.abc import Mapping
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind
from samordna.domain.values.problem_table import ProblemTable
from samordna.sources.forms import problems as forms

_TABLE: Final = ProblemTable("form-")

_NOTHING_TO_DO: Final = swedish("Inget behöver göras om det är rätt.")

# Which form it is

WRONG_YEAR: Final = _TABLE.refuse(
    "wrong-year",
    swedish("Blanketten är för året ”{found}”, men det är {year} som efterfrågas."),
    swedish("Välj det år som blanketten gäller, eller hämta blanketten för {year}."),
)

# Cells

NOT_AN_AMOUNT: Final = _TABLE.refuse(
    "not-an-amount",
    swedish("”{text}” är inget belopp."),
    swedish("Skriv kronor med siffror, som 125 000 eller 125 000,50. Noll skrivs 0; en tom cell ändrar ingenting."),
)
ROUNDED: Final = _TABLE.inform(
    "rounded", swedish("{text} har fler decimaler än två och har lästs som {amount}."), _NOTHING_TO_DO
)
NEGATIVE: Final = _TABLE.refuse(
    "negative",
    swedish("Beloppet är {amount}, men {row} är en kostnad och skrivs utan minus."),
    swedish("Skriv beloppet utan minus. Bara rader för intäkter kan vara negativa."),
)
UNKNOWN_PROFILE: Final = _TABLE.refuse(
    "unknown-profile", swedish("”{text}” är ingen fördelning."), swedish("Välj ett av orden: {known}.")
)
# Rows

NO_CODE: Final = _TABLE.refuse(
    "no-code",
    swedish("Raden är ifylld men har ingen kod."),
    swedish("Skriv kostnadsställets kod, eller ta bort raden om den är en summa eller en anteckning."),
)
UNKNOWN_ROW: Final = _TABLE.refuse(
    "unknown-row",
    swedish("”{row}” finns inte bland förbundets kostnadsställen."),
    swedish("Rätta koden{suggested}, eller lägg till kostnadsstället och hämta blanketten på nytt."),
)
ROW_TWICE: Final = _TABLE.refuse(
    "row-twice",
    swedish("”{row}” står redan på rad {first}."),
    swedish("Behåll en av raderna; två delar av ett kostnadsställe skiljs åt av sina projekt."),
)
MONTHS_WITHOUT_YEAR: Final = _TABLE.refuse(
    "months-without-year",
    swedish("Månaderna är ifyllda, tillsammans {sum}, men inte helåret."),
    swedish("Skriv {sum} som helår, eller töm månaderna."),
)
MONTHS_WITHOUT_PROFILE: Final = _TABLE.refuse(
    "months-without-profile",
    swedish("Månaderna är ifyllda, men fördelningen är ”{profile}”."),
    swedish("Välj ”{own}”, eller töm månaderna."),
)
MONTHS_DO_NOT_ADD_UP: Final = _TABLE.refuse(
    "months-do-not-add-up",
    swedish("Månaderna blir tillsammans {sum}, men helåret är {whole}: det skiljer {difference}."),
    swedish("Rätta helåret eller någon månad, så att de stämmer överens."),
)
NOTHING_FILLED_IN: Final = _TABLE.inform(
    "nothing-filled-in",
    swedish("Inget är ifyllt i blanketten, så inget ändras."),
    swedish("Fyll i de ljusa cellerna och lämna in den igen, om något skulle ändras."),
)

KINDS: Final[Mapping[str, ProblemKind]] = {**forms.KINDS, **_TABLE.kinds}
"""Every kind of both by its code."""
