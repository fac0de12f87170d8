"""What is said below every table of statistics: of what it is, for whom, and why something is not told?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from samordna.domain.document import BLANK, Hidden, Table
from samordna.domain.measures.contradictions import genders_disagree
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.measure import Measure
from samordna.domain.measures.tables.absent import absent_in_words
from samordna.domain.measures.tables.reader import NOT_TOLD_SIGN, Reader
from samordna.domain.measures.view import View
from samordna.domain.measures.wanted import tables_by
from samordna.domain.participation.by_municipality import BY_MUNICIPALITY
from samordna.domain.values.language import swedish

_AUDIENCE: Final = swedish("Visas {audience}.")
_DEFINED: Final = swedish("{name}: {definition}")
_NOT_AGREED: Final = swedish("{name}: inget sådant antal är avtalat för perioden.")
_SMALL: Final = swedish(
    "Antal från 1 till {most} visas som <{least}, och fler antal utelämnas så att de inte går att räkna ut."
)
_NOT_PLACED: Final = swedish(
    "Raderna är utan {units}, som inte redovisar efter kommun och tar emot från flera. De är med i det totala antalet."
)


def remarked(table: Table, view: View, reader: Reader, audience: Audience) -> Table:
    """Return a table with its period and what is said below it."""
    title = swedish("{title}, {period}").format(title=table.title, period=reader.period.in_words)
    return replace(table, title=title, remarks=tuple(_remarks(table, view, reader, audience)))


def _remarks(table: Table, view: View, reader: Reader, audience: Audience) -> Iterator[str]:
    yield from (_DEFINED.format(name=view.heading(one), definition=one.definition) for one in _shown(table, view))
    yield from not_placed(_shown(table, view), view, reader)
    yield from (told for one in _shown(table, view) for told in absent_in_words(one.numerator.table, reader))
    yield from (_NOT_AGREED.format(name=view.heading(one)) for one in _empty(table, view))
    yield from genders_disagree(_shown(table, view), reader)
    signs = {cell.sign for row in table.rows for cell in row.cells if isinstance(cell, Hidden)}
    if signs & {NOT_TOLD_SIGN, f"<{reader.rule.least}"} and reader.rule.least:
        yield _SMALL.format(least=reader.rule.least, most=reader.rule.least - 1)
    yield _AUDIENCE.format(audience=audience.in_words)


def not_placed(measures: Sequence[Measure], view: View, reader: Reader) -> Iterator[str]:
    """Yield which units are in no row of a table by municipality: not asked, and receiving from several."""
    for measure in measures:
        for table in tables_by(measure, view):
            told = reader.ground.series(table)
            units = [one.unit for one in reader.ground.series(measure.numerator.table) if one not in told]
            if table in BY_MUNICIPALITY and units:
                yield _NOT_PLACED.format(units=", ".join(dict.fromkeys(map(reader.names.unit, units))))


def _empty(table: Table, view: View) -> Iterator[Measure]:
    """Yield the measures of what is agreed that have a column with nothing in it."""
    for at, column in enumerate(table.columns):
        if all(row.cells[at] is BLANK for row in table.rows if row.cells):
            yield from (one for one in view.shown if one.agreed is not None and one.key == column.id)


def _shown(table: Table, view: View) -> tuple[Measure, ...]:
    """Return the measures of a table: its own, or those of its rows or columns."""
    own = table.id.removeprefix(f"{view.key}-")
    places = {own, *(row.id for row in table.rows), *(one.id for one in table.columns)}
    return tuple(one for one in view.shown if one.key in places)
