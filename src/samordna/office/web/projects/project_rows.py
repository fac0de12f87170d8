"""How does somebody type the rows that a project is booked on: ``3049 (3543)``?"""

import re
from collections.abc import Iterable
from typing import Final

from samordna.domain.plan.projects.project import ProjectRow, RowUse
from samordna.domain.values.language import swedish

_ROW: Final = re.compile(r"([^\s(),]+)(?:\s*\(([^()]*)\))?[\s,]*")


def rows_from(text: str, use: RowUse) -> tuple[ProjectRow, ...]:
    """Return the rows of a text, each with its accounts if any; raises ``ValueError`` for what cannot be read."""
    rows, at = [], 0
    written = text.strip()
    while at < len(written):
        found = _ROW.match(written, at)
        if not found:
            told = swedish("”{text}” går inte att läsa: skriv kod, och konton inom parentes, till exempel 3049 (3543)")
            raise ValueError(told.format(text=written[at:]))
        rows.append(ProjectRow(found[1], use, tuple((found[2] or "").replace(",", " ").split())))
        at = found.end()
    return tuple(rows)


def rows_typed(rows: Iterable[ProjectRow]) -> str:
    """Return rows as their field holds them."""
    return ", ".join(f"{row.row} ({' '.join(row.accounts)})" if row.accounts else row.row for row in rows)
