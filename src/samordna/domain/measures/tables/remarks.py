"""What is said below every table of statistics: of what it is, for whom, and why something is not told?"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from samordna.domain.document import Hidden, Table
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.measure import Measure
from samordna.domain.measures.tables.reader import NOT_TOLD_SIGN, Reader
from samordna.domain.measures.view import View
from samordna.domain.values.language import swedish

_AUDIENCE: Final = swedish("Visas {audience}.")
_DEFINED: Final = swedish("{name}: {definition}")
_SMALL: Final = swedish(
    "Antal från 1 till {most} visas som <{least}, och fler antal utelämnas så att de inte går att räkna ut."
)


def remarked(table: Table, view: View, reader: Reader, audience: Audience) -> Table:
    """Return a table with its period and what is said below it."""
    title = swedish("{title}, {period}").format(title=table.title, period=reader.period.in_words)
    return replace(table, title=title, remarks=tuple(_remarks(table, view, reader, audience)))


def _remarks(table: Table, view: View, reader: Reader, audience: Audience) -> Iterator[str]:
    yield from (_DEFINED.format(name=view.heading(one), definition=one.definition) for one in _shown(table, view))
    signs = {cell.sign for row in table.rows for cell in row.cells if isinstance(cell, Hidden)}
    if signs & {NOT_TOLD_SIGN, f"<{reader.rule.least}"} and reader.rule.least:
        yield _SMALL.format(least=reader.rule.least, most=reader.rule.least - 1)
    yield _AUDIENCE.format(audience=audience.in_words)


def _shown(table: Table, view: View) -> tuple[Measure, ...]:
    """Return the measures of a table: its own, or those of its rows or columns."""
    own = table.id.removeprefix(f"{view.key}-")
    places = {own, *(row.id for row in table.rows), *(one.id for one in table.columns)}
    return tuple(one for one in view.shown if one.key in places)
