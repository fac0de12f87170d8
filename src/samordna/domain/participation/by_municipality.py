"""Which counts by municipality are known without asking, since all whom a unit receives live in one municipality?

What such a unit has in all is what its municipality has there, and no other has anybody: nothing is asked twice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from samordna.domain.participation.between import Between
from samordna.domain.participation.between import together as added
from samordna.domain.participation.code_lists import MUNICIPALITY
from samordna.domain.participation.combining import Counted, Series
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Cell, CountsReport, Place, in_order
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import RawCount

BY_MUNICIPALITY: Final = tuple(key for key, one in TABLES.items() if one.dimensions == (MUNICIPALITY.key,))
"""The tables that are divided by where people live."""
_Rows = Mapping[str, tuple[tuple[str, ...], ...]]


def told_by_place(together: Counted, only_from: Mapping[Series, str]) -> Counted:
    """Return reports with what follows from where a unit's people live: ``only_from`` is the code of its municipality.

    A unit that has been asked a table is believed as it answered it.
    """
    if not only_from:
        return together
    rows = {table: _rows(together, table, only_from) for table in BY_MUNICIPALITY}
    reports = tuple(_told(one, only_from.get(Series(one.activity, one.unit), ""), rows) for one in together.reports)
    made = Counted(together.period, reports)
    return replace(made, placed=dict(_placed(made, only_from)), only_from=only_from)


def from_elsewhere(together: Counted, table: str, whose: Series) -> Between:
    """Return how many a unit has from other municipalities than the only one that it is said to receive from."""
    rows = {codes for report in together.series.get(whose, ()) for codes in report.rows(table)}
    others = sorted(rows - {(together.only_from.get(whose, ""),)})
    return added(together.of_unit(whose, table, codes) for codes in others)


def _rows(together: Counted, table: str, only_from: Mapping[Series, str]) -> tuple[tuple[str, ...], ...]:
    """Return the municipalities that anything is told of: of all others nobody has anybody."""
    answered = {codes for one in together.reports for codes in one.rows(table)}
    return tuple(sorted(answered | {(code,) for whose, code in only_from.items() if whose in together.series}))


def _told(report: CountsReport, code: str, rows: _Rows) -> CountsReport:
    if not code:
        return report
    new = [
        cell for table in BY_MUNICIPALITY if not report.rows(table) for cell in _cells(report, table, code, rows[table])
    ]
    return replace(report, cells=in_order((*report.cells, *new))) if new else report


def _cells(report: CountsReport, table: str, code: str, rows: tuple[tuple[str, ...], ...]) -> Iterator[Cell]:
    whole = TABLES[table].adds_up_to
    for cell in report.cells:
        if cell.place.table == whole:
            for codes in rows:
                value = cell.value if codes == (code,) else RawCount(0)
                yield Cell(Place(table, codes, cell.place.gender), value)


def _placed(made: Counted, only_from: Mapping[Series, str]) -> Iterator[tuple[tuple[str, Series], str]]:
    """Yield the tables where a municipality has just what the unit has in all, by gender and together."""
    for table in BY_MUNICIPALITY:
        for whose, code in only_from.items():
            reports = made.series.get(whose, ())
            if reports and all(_all_in(one, table, code) for one in reports):
                yield (table, whose), code


def _all_in(report: CountsReport, table: str, code: str) -> bool:
    whole = TABLES[table].adds_up_to
    genders = (None, *Gender)
    same = all(report.figure(table, (code,), one) == report.figure(whole, (), one) for one in genders)
    return bool(report.rows(table)) and same
