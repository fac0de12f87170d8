"""What can be wrong with filling in a unit's form, besides its counts?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable("counts-form-")
"""The kinds of this subject by their codes, in the order of this file."""

TABLE_CHANGED: Final = TABLE.refuse(
    "table-changed",
    swedish("Någon annan har sparat något annat här sedan du öppnade sidan. Det du skrev är inte sparat än."),
    swedish("Se vad som skiljer sig nedan, ändra det som ska ändras och spara igen: då gäller det som står här."),
)
FORM_CHANGED: Final = TABLE.refuse(
    "form-changed",
    swedish("Siffrorna har ändrats sedan du öppnade sidan. Inget är lämnat än."),
    swedish("Läs sammanfattningen igen och lämna in när den stämmer."),
)
NO_FILE: Final = TABLE.refuse(
    "no-file", swedish("Det kom ingen fil."), swedish("Välj den ifyllda blanketten och lämna in den igen.")
)
