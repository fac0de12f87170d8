"""Which rows and columns do the tables of statistics have in common?"""

from collections.abc import Iterator, Sequence
from typing import Final

from samordna.domain.document import Cell, Column, RowKind
from samordna.domain.measures.measure import Measure, Tally
from samordna.domain.measures.spots import Whose
from samordna.domain.measures.tables.reader import Reader
from samordna.domain.measures.view import UNIT, RowGroup, View
from samordna.domain.measures.wanted import whose_of
from samordna.domain.participation.count_table import GENDER_NAMES, Gender
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish

TOTAL: Final = "total"
SHARE: Final = "share"


def genders_of(measures: Sequence[Measure]) -> tuple[Gender, ...]:
    """Return the genders that any of some measures is divided by."""
    return tuple(Gender) if any(TABLES[one.numerator.table].genders for one in measures) else ()


def gender_columns(genders: Sequence[Gender], before: str = "") -> tuple[Column, ...]:
    """Return a column for each gender, and for all of them together."""
    columns = [Column(f"{before}{gender.value}", GENDER_NAMES[gender].capitalize()) for gender in genders]
    return (*columns, Column(f"{before}{TOTAL}", GENDER_NAMES[None].capitalize(), emphasis=True))


def gender_cells(
    reader: Reader, measure: Measure, genders: Sequence[Gender], whose: Whose, tally: Tally | None = None
) -> tuple[Cell, ...]:
    """Return what may be read of a measure by gender, and of all."""
    return tuple(reader.cell(measure, whose, gender, tally) for gender in (*genders, None))


def places(view: View, reader: Reader, tables: Sequence[str]) -> Iterator[tuple[Whose, str, RowKind, int]]:
    """Yield whose row it is, what it is called, of which kind, and how deep: units under their activity, then all.

    An activity with a single unit by its own name is one row, and a single activity is no sum of others.
    """
    told = whose_of(view, reader.ground, tables)
    activities = [one for one in told if one.activity and not one.unit]
    for activity in activities:
        units = [one for one in told if one.unit and one.activity == activity.activity]
        name = reader.names.activity(activity.activity)
        if len(units) == 1 and reader.names.unit(units[0].unit) == name:
            units = []
        several = len(activities) > 1 or not units
        if several:
            yield activity, name, RowKind.SUBTOTAL if units else RowKind.DETAIL, 0
        for one in units:
            yield one, reader.names.unit(one.unit), RowKind.DETAIL, 1 if several else 0
    if len(told) != 2 or UNIT not in view.by:
        yield Whose(), swedish("Totalt"), RowKind.RESULT, 0


def row_id(whose: Whose) -> str:
    """Return the id of a row of somebody."""
    return "/".join(one for one in whose if one) or TOTAL


def group_of(codes: tuple[str, ...], groups: Sequence[RowGroup]) -> RowGroup | None:
    """Return the group that a row is shown in; None when in none."""
    return next((group for group in groups if codes[0] in group.codes), None)
