"""Which rows of a table are no postings and no accounts but tell of others: openings, sums, headings?"""

import re
from collections.abc import Sequence
from enum import Enum
from typing import Final

from samordna.domain.values.spelling import folded
from samordna.sources.tables.cells import Cell


class Label(Enum):
    """What a row's words say that it is."""

    OPENING = "opening"
    BEFORE = "before"
    CLOSING = "closing"
    SUM = "sum"
    RESULT = "result"
    """The result that a program worked out; it is the sum of some rows, which ones differs."""


_KINDS: Final = (
    (Label.OPENING, r"ib|(?:årets )?ing(?:ående)?[ .]*bal(?:ans(?:er)?)?|balanserat"),
    (Label.BEFORE, r"ing(?:ående)?[ .]*saldo|saldo (?:före|föregående)"),
    (Label.CLOSING, r"ub|utg(?:ående)?[ .]*(?:bal(?:ans)?|saldo|balanser)"),
    (Label.RESULT, r"(?:årets|periodens|beräknat|redovisat|bokfört) resultat|resultat|differens"),
    (
        Label.SUM,
        r"summ?a|s:a|sum|del ?summa|total(?:t|er|summa)?|omslutning|transport|saldo|förändring|period(?:ens)? \w+",
    ),
)
_WORDS: Final = re.compile("|".join(f"(?P<{label.value}>(?:{words})(?!\\w))" for label, words in _KINDS))
_LONGEST: Final = 100


def label_of(row: Sequence[Cell]) -> Label | None:
    """Return what a row's words say that it is: those of the first cell that begins with such a word."""
    for cell in row:
        if isinstance(cell, str) and cell and not cell[0].isdecimal() and len(cell) <= _LONGEST:
            found = _WORDS.match(folded(cell))
            if found:
                return Label(found.lastgroup)
    return None
