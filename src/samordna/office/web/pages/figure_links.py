"""Where is each figure of a table, or of a text, explained?"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial

from samordna.domain.document import Column, Figure, Number, Row, Table
from samordna.domain.statements.walk_places import Places
from samordna.office.web.forms.wanted import Wanted


@dataclass(frozen=True, slots=True)
class FigureLinks:
    """Gives the addresses of figures that were made from what is wanted.

    ``statements`` are the ids of the tables whose figures have one: those of the layout. ``walks`` are where the
    figures of walks stand in those, by the walks' ids.
    """

    wanted: Wanted
    statements: Collection[str]
    walks: Mapping[str, Places] = field(default_factory=dict)

    def table(self, table: Table) -> Callable[[Row, Column], str | None] | None:
        """Return what gives the address of a figure of a table; None for a table that is no statement."""
        if table.id in self.walks:
            return partial(self._walked, self.walks[table.id])
        if table.id not in self.statements:
            return None
        return lambda row, column: self.wanted.figure(table.id, row.id, column.id)

    def _walked(self, places: Places, row: Row, column: Column) -> str | None:
        place = places.get((row.id, column.id))
        return self.wanted.figure(place.statement, place.row, place.column) if place else None

    def text(self, figure: Figure) -> str | None:
        """Return the address of a figure in words; None for one computed there, which stands in no statement."""
        place = figure.reference.partition(" ")[0]
        statement, _, rest = place.partition(".")
        row, _, column = rest.rpartition(".")
        if statement not in self.statements or not isinstance(figure.number, Number):
            return None
        return self.wanted.figure(statement, row, column)
