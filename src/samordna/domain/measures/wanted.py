"""Which counts does a view need, to be shown or to be the base of what is shown?"""

from collections.abc import Iterable, Iterator

from samordna.domain.measures.measure import Form, Measure, Tally
from samordna.domain.measures.spots import Ground, Rows, Spot, Whose
from samordna.domain.measures.view import ACTIVITY, UNIT, RowGroup, View, ViewKind, table_by
from samordna.domain.participation.code_lists import CodeLists
from samordna.domain.participation.count_table import Holds, Joining
from samordna.domain.participation.tables import TABLES

START_TO_END = ("_at_start", "_at_end")
"""The two divisions of those who ended that are held beside each other."""


def spots_of(view: View, ground: Ground, lists: CodeLists) -> tuple[Spot, ...]:
    """Return every count that a view shows or works with, each once, before they are divided by gender."""
    found = (
        Spot(tally.table, tally.rows, None, whose)
        for measure in view.shown
        for tally in tallies_of(measure, view, ground, lists)
        for whose in _places(view, ground, tally)
    )
    return tuple(dict.fromkeys(found))


def whose_of(view: View, ground: Ground, tables: Iterable[str]) -> tuple[Whose, ...]:
    """Return whose figures a view shows: all together, and each activity and unit where it is divided by those."""
    told = tuple(tables)
    found = [Whose()]
    if UNIT in view.by or ACTIVITY in view.by:
        for activity in ground.activities_of(told):
            found.append(Whose(activity))
            if UNIT in view.by:
                found += [Whose(one.activity, one.unit) for one in ground.units_of(told, activity)]
    return tuple(found)


def _places(view: View, ground: Ground, tally: Tally) -> tuple[Whose, ...]:
    """Return whose counts of a tally are needed; of what may overlap each unit's, since those limit it."""
    found = whose_of(view, ground, (tally.table,))
    if TABLES[tally.table].over_units is Joining.INTERVAL:
        units = (Whose(one.activity, one.unit) for one in ground.series(tally.table))
        return tuple(dict.fromkeys((*found, *units)))
    return found


def tallies_of(measure: Measure, view: View, ground: Ground, lists: CodeLists) -> Iterator[Tally]:
    """Yield what a measure is made of in a view: counts, their bases, and the rows that it is divided into."""
    if measure.form in (Form.AGREED, Form.BUDGETED):
        return
    if measure.form is not Form.MEAN:
        yield from weighed_of(measure.numerator)
    if measure.denominator:
        yield measure.denominator
    if measure.numerator.table != measure.numerator.family:
        yield Tally(measure.numerator.family)
    for table in tables_by(measure, view):
        yield from _rows_of(table, view, ground, lists)


def tables_by(measure: Measure, view: View) -> tuple[str, ...]:
    """Return the tables whose rows a view shows of a measure."""
    if measure.form is Form.MEAN:
        return (measure.numerator.table,)
    names = [f"{view.division}{end}" for end in START_TO_END] if view.kind is ViewKind.START_TO_END else [view.division]
    found = (table_by(measure.numerator.table, name) for name in names if view.division)
    return tuple(table for table in found if table)


def _rows_of(table: str, view: View, ground: Ground, lists: CodeLists) -> Iterator[Tally]:
    if view.kind is ViewKind.TRANSITIONS:
        yield from margins_of(table, ground, lists)
    if not view.only_groups:
        yield from (Tally(table, (codes,)) for codes in ground.rows(table, lists))
    yield from (Tally(table, rows) for group in view.groups if (rows := rows_of(group, table, ground, lists)))


def margins_of(table: str, ground: Ground, lists: CodeLists) -> Iterator[Tally]:
    """Yield all that were something at the start, then all that were something at the end."""
    rows = ground.rows(table, lists)
    for at, _ in enumerate(TABLES[table].dimensions):
        for code in dict.fromkeys(codes[at] for codes in rows):
            yield Tally(table, tuple(codes for codes in rows if codes[at] == code))


def rows_of(group: RowGroup, table: str, ground: Ground, lists: CodeLists) -> Rows:
    """Return the rows of a table that are in a group; none where somebody can be in several of them."""
    if TABLES[table].holds is not Holds.COUNTS or TABLES[table].several:
        return ()
    return tuple(codes for codes in ground.rows(table, lists) if codes[0] in group.codes)


def weighed_of(tally: Tally) -> tuple[Tally, ...]:
    """Return a tally with weights as one tally, without them, for each weight that is anything; another as it is."""
    if not tally.weights:
        return (tally,)
    weights = dict.fromkeys(weight for weight in tally.weights if weight)
    weighed = tuple(zip(tally.rows, tally.weights, strict=True))
    return tuple(Tally(tally.table, tuple(rows for rows, one in weighed if one == weight)) for weight in weights)
