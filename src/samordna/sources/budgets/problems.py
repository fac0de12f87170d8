"""What can be wrong with a form that comes back, what follows from it, and what should the person do? One table."""

from collections.abc import Mapping
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

_TABLE: Final[dict[str, ProblemKind]] = {}

KINDS: Final[Mapping[str, ProblemKind]] = _TABLE
"""Every kind by its code, in the order of this file."""


def _refuse(code: str, found: str, remedy: str) -> ProblemKind:
    return _TABLE.setdefault(code, ProblemKind(f"form-{code}", Severity.REFUSE, found, remedy))


def _inform(code: str, found: str, remedy: str) -> ProblemKind:
    return _TABLE.setdefault(code, ProblemKind(f"form-{code}", Severity.INFORM, found, remedy))


_FETCH_AGAIN: Final = swedish("Hämta blanketten på nytt, för över det du har fyllt i och lämna in den.")
_NOTHING_TO_DO: Final = swedish("Inget behöver göras om det är rätt.")

# The file

EMPTY: Final = _refuse("empty", swedish("Filen är tom."), _FETCH_AGAIN)
TOO_LARGE: Final = _refuse(
    "too-large",
    swedish("Filen är för stor: {what}."),
    swedish("Behåll bara blanketten i filen och ta bort bilder, andra blad och tomma formaterade celler."),
)
OTHER_FILE: Final = _refuse(
    "other-file",
    swedish("Filen kan inte läsas: den är {what}."),
    swedish("Öppna den och spara den som en vanlig Excel-arbetsbok (.xlsx) utan lösenord."),
)
MACROS: Final = _refuse(
    "macros",
    swedish("Arbetsboken har makron, och sådana öppnas inte."),
    swedish("Spara den som en Excel-arbetsbok utan makron (.xlsx) och lämna in den."),
)
BROKEN: Final = _refuse(
    "broken",
    swedish("Arbetsboken går inte att läsa: {what}."),
    swedish("Öppna den i ett kalkylprogram, spara den på nytt som .xlsx och lämna in den."),
)

# Which form it is

NO_FORM: Final = _refuse(
    "no-form", swedish("Inget blad är en blankett: raden ”{label}” med ”{mark}” saknas."), _FETCH_AGAIN
)
SEVERAL_FORMS: Final = _refuse(
    "several-forms",
    swedish("Flera blad är blanketter: {sheets}."),
    swedish("Behåll det blad som gäller, ta bort de andra och lämna in filen."),
)
OTHER_FORM: Final = _refuse(
    "other-form",
    swedish("Blanketten är ”{found}”, men här läses ”{wanted}”."),
    swedish("Lämna in den blankett som frågan gäller, i den version som går att hämta nu."),
)
OTHER_ASSOCIATION: Final = _refuse(
    "other-association",
    swedish("Blanketten är för {found}, inte för {association} ({number})."),
    swedish("Lämna in den blankett som är hämtad för förbundet."),
)
WRONG_YEAR: Final = _refuse(
    "wrong-year",
    swedish("Blanketten är för året ”{found}”, men det är {year} som efterfrågas."),
    swedish("Välj det år som blanketten gäller, eller hämta blanketten för {year}."),
)
MISSING_HEADING: Final = _refuse(
    "missing-heading",
    swedish("Rubriken ”{heading}” saknas."),
    swedish("Skriv tillbaka rubriken på raden med de andra, eller hämta blanketten på nytt och för över beloppen."),
)
HEADING_TWICE: Final = _refuse(
    "heading-twice", swedish("Rubriken ”{heading}” står två gånger."), swedish("Behåll en av kolumnerna.")
)

# Cells

MERGED: Final = _refuse(
    "merged",
    swedish("Cellerna {area} är sammanslagna."),
    swedish("Dela upp dem igen, och skriv i varje cell det som gäller för den."),
)
FORMULA: Final = _inform("formula", swedish("Cellen har en formel. Dess värde, {value}, har lästs."), _NOTHING_TO_DO)
FORMULA_WITHOUT_VALUE: Final = _refuse(
    "formula-without-value",
    swedish("Cellen har en formel som inte har räknats ut."),
    swedish("Öppna filen i ett kalkylprogram, se att beloppet är rätt, och spara den."),
)
CELL_ERROR: Final = _refuse(
    "cell-error", swedish("Cellen visar felet {text}."), swedish("Rätta formeln, eller skriv beloppet i dess ställe.")
)
NOT_AN_AMOUNT: Final = _refuse(
    "not-an-amount",
    swedish("”{text}” är inget belopp."),
    swedish("Skriv kronor med siffror, som 125 000 eller 125 000,50. Noll skrivs 0; en tom cell ändrar ingenting."),
)
ROUNDED: Final = _inform(
    "rounded", swedish("{text} har fler decimaler än två och har lästs som {amount}."), _NOTHING_TO_DO
)
NEGATIVE: Final = _refuse(
    "negative",
    swedish("Beloppet är {amount}, men {row} är en kostnad och skrivs utan minus."),
    swedish("Skriv beloppet utan minus. Bara rader för intäkter kan vara negativa."),
)
UNKNOWN_PROFILE: Final = _refuse(
    "unknown-profile", swedish("”{text}” är ingen fördelning."), swedish("Välj ett av orden: {known}.")
)
TEXT_TOO_LONG: Final = _refuse(
    "text-too-long", swedish("Texten är längre än {most} tecken."), swedish("Korta den till det viktigaste.")
)
IDENTITY_NUMBER: Final = _refuse(
    "identity-number",
    swedish("Texten kan innehålla ett personnummer. Uppgifter om enskilda får inte finnas här."),
    swedish("Ta bort numret ur cellen."),
)

# Rows

NO_CODE: Final = _refuse(
    "no-code",
    swedish("Raden är ifylld men har ingen kod."),
    swedish("Skriv kostnadsställets kod, eller ta bort raden om den är en summa eller en anteckning."),
)
UNKNOWN_ROW: Final = _refuse(
    "unknown-row",
    swedish("”{row}” finns inte bland förbundets kostnadsställen."),
    swedish("Rätta koden{suggested}, eller lägg till kostnadsstället och hämta blanketten på nytt."),
)
ROW_TWICE: Final = _refuse(
    "row-twice",
    swedish("”{row}” står redan på rad {first}."),
    swedish("Behåll en av raderna; två delar av ett kostnadsställe skiljs åt av sina projekt."),
)
MONTHS_WITHOUT_YEAR: Final = _refuse(
    "months-without-year",
    swedish("Månaderna är ifyllda, tillsammans {sum}, men inte helåret."),
    swedish("Skriv {sum} som helår, eller töm månaderna."),
)
MONTHS_WITHOUT_PROFILE: Final = _refuse(
    "months-without-profile",
    swedish("Månaderna är ifyllda, men fördelningen är ”{profile}”."),
    swedish("Välj ”{own}”, eller töm månaderna."),
)
MONTHS_DO_NOT_ADD_UP: Final = _refuse(
    "months-do-not-add-up",
    swedish("Månaderna blir tillsammans {sum}, men helåret är {whole}: det skiljer {difference}."),
    swedish("Rätta helåret eller någon månad, så att de stämmer överens."),
)
NOTHING_FILLED_IN: Final = _inform(
    "nothing-filled-in",
    swedish("Inget är ifyllt i blanketten, så inget ändras."),
    swedish("Fyll i de ljusa cellerna och lämna in den igen, om något skulle ändras."),
)
