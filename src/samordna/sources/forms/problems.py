"""What can be wrong with any form that comes back in a workbook, and what should the person do? One table."""

from collections.abc import Mapping
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind
from samordna.domain.values.problem_table import ProblemTable

_TABLE: Final = ProblemTable("form-")

KINDS: Final[Mapping[str, ProblemKind]] = _TABLE.kinds
"""Every kind by its code, in the order of this file."""

_FETCH_AGAIN: Final = swedish("Hämta blanketten på nytt, för över det du har fyllt i och lämna in den.")
_NOTHING_TO_DO: Final = swedish("Inget behöver göras om det är rätt.")

# The file

EMPTY: Final = _TABLE.refuse("empty", swedish("Filen är tom."), _FETCH_AGAIN)
TOO_LARGE: Final = _TABLE.refuse(
    "too-large",
    swedish("Filen är för stor: {what}."),
    swedish("Behåll bara blanketten i filen och ta bort bilder, andra blad och tomma formaterade celler."),
)
OTHER_FILE: Final = _TABLE.refuse(
    "other-file",
    swedish("Filen kan inte läsas: den är {what}."),
    swedish("Öppna den och spara den som en vanlig Excel-arbetsbok (.xlsx) utan lösenord."),
)
MACROS: Final = _TABLE.refuse(
    "macros",
    swedish("Arbetsboken har makron, och sådana öppnas inte."),
    swedish("Spara den som en Excel-arbetsbok utan makron (.xlsx) och lämna in den."),
)
BROKEN: Final = _TABLE.refuse(
    "broken",
    swedish("Arbetsboken går inte att läsa: {what}."),
    swedish("Öppna den i ett kalkylprogram, spara den på nytt som .xlsx och lämna in den."),
)

# Which form it is

NO_FORM: Final = _TABLE.refuse(
    "no-form", swedish("Inget blad är en blankett: raden ”{label}” med ”{mark}” saknas."), _FETCH_AGAIN
)
SEVERAL_FORMS: Final = _TABLE.refuse(
    "several-forms",
    swedish("Flera blad är blanketter: {sheets}."),
    swedish("Behåll det blad som gäller, ta bort de andra och lämna in filen."),
)
OTHER_FORM: Final = _TABLE.refuse(
    "other-form",
    swedish("Blanketten är ”{found}”, men här läses ”{wanted}”."),
    swedish("Lämna in den blankett som frågan gäller, i den version som går att hämta nu."),
)
OTHER_ASSOCIATION: Final = _TABLE.refuse(
    "other-association",
    swedish("Blanketten är för {found}, inte för {association} ({number})."),
    swedish("Lämna in den blankett som är hämtad för förbundet."),
)
MISSING_HEADING: Final = _TABLE.refuse(
    "missing-heading",
    swedish("Rubriken ”{heading}” saknas."),
    swedish("Skriv tillbaka rubriken på raden med de andra, eller hämta blanketten på nytt och för över det ifyllda."),
)
HEADING_TWICE: Final = _TABLE.refuse(
    "heading-twice", swedish("Rubriken ”{heading}” står två gånger."), swedish("Behåll en av kolumnerna.")
)

# Cells

MERGED: Final = _TABLE.refuse(
    "merged",
    swedish("Cellerna {area} är sammanslagna."),
    swedish("Dela upp dem igen, och skriv i varje cell det som gäller för den."),
)
FORMULA: Final = _TABLE.inform(
    "formula", swedish("Cellen har en formel. Dess värde, {value}, har lästs."), _NOTHING_TO_DO
)
FORMULA_WITHOUT_VALUE: Final = _TABLE.refuse(
    "formula-without-value",
    swedish("Cellen har en formel som inte har räknats ut."),
    swedish("Öppna filen i ett kalkylprogram, se att värdet är rätt, och spara den."),
)
CELL_ERROR: Final = _TABLE.refuse(
    "cell-error", swedish("Cellen visar felet {text}."), swedish("Rätta formeln, eller skriv värdet i dess ställe.")
)
TEXT_TOO_LONG: Final = _TABLE.refuse(
    "text-too-long", swedish("Texten är längre än {most} tecken."), swedish("Korta den till det viktigaste.")
)
IDENTITY_NUMBER: Final = _TABLE.refuse(
    "identity-number",
    swedish("Texten kan innehålla ett personnummer. Uppgifter om enskilda får inte finnas här."),
    swedish("Ta bort numret ur cellen."),
)
