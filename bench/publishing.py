"""What do all tables of a year cost, with nothing small left to compute, after half of the year has been published?

Run as ``python -m bench.publishing TIMES``. Made of nothing but values: thirteen units with a report a month, every
measure there is, by unit and gender, for anybody to read; and the same for inside, where nothing is kept from anybody.
"""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from samordna.domain.measures.disclosure import Audience, CellKey
from samordna.domain.measures.registry import BY_KEY, Form
from samordna.domain.measures.statistics import Known, StatisticsTables, earlier_of, tables_of
from samordna.domain.measures.view import UNIT, View, ViewKind
from samordna.domain.participation import tables as t
from samordna.domain.participation.asked import Asked, Named, rows_of
from samordna.domain.participation.combining import counted
from samordna.domain.participation.count_table import CountTable, Gender, Holds
from samordna.domain.participation.counts_report import Cell, CountsReport, Place, Sums, Value, VouchedBy, in_order
from samordna.domain.values.counted import Published, RawCount
from samordna.domain.values.period import Period

UNITS: Final = 13
YEAR: Final = Period(202401, 202412)
_HALF: Final = Period(202401, 202406)
_BUSIEST: Final = 3
"""Persons a month in a cell, at most: most cells of a month are small, as they are."""
MEASURES: Final = tuple(key for key, one in BY_KEY.items() if one.form is not Form.MEAN)
VIEW: Final = View("everything", "Alla mått", ViewKind.BY_GENDER, MEASURES, by=(UNIT,))


def main() -> None:
    """Measure and print the median milliseconds, and how much there is."""
    times = int(sys.argv[1])
    reports = tuple(_reports(random.Random(13)))  # noqa: S311 - counts, not a secret
    half = Known(counted(reports, _HALF))
    signs = tables_of(VIEW, half, Audience.PUBLIC).publication.cells
    inside, public, made = [], [], None
    for _ in range(times):
        inside.append(_milliseconds(partial(_laid_out, reports))[0])
        took, made = _milliseconds(partial(_published, reports, signs))
        public.append(took)
    if made is None or not made.tables:
        raise RuntimeError(made and made.problems)
    told = {
        "inside": statistics.median(inside),
        "public": statistics.median(public),
        "units": UNITS,
        "measures": len(MEASURES),
        "cells": len(made.publication.cells),
        "tables": len(made.tables),
    }
    print(json.dumps(told))  # noqa: T201


def _milliseconds(what: Callable[[], StatisticsTables]) -> tuple[float, StatisticsTables]:
    started = time.perf_counter()
    made = what()
    return (time.perf_counter() - started) * 1000, made


def _laid_out(reports: tuple[CountsReport, ...]) -> StatisticsTables:
    """Lay out the year for those who may see everything."""
    return tables_of(VIEW, Known(counted(reports, YEAR)), Audience.INSIDE)


def _published(reports: tuple[CountsReport, ...], signs: Mapping[CellKey, Published]) -> StatisticsTables:
    """Publish the year for anybody, who has read half of it before."""
    before = earlier_of((VIEW,), Known(counted(reports, _HALF)), signs)
    return tables_of(VIEW, Known(counted(reports, YEAR)), Audience.PUBLIC, (before,))


def _reports(dice: random.Random) -> Iterator[CountsReport]:
    """Yield a report of every unit for every month."""
    for number in range(UNITS):
        for month in YEAR.months:
            unit, activity = Named(f"unit-{number}", f"Enhet {number}"), Named("activity", "Insatsen")
            asked = Asked(Named("", ""), unit, activity, Period(month, month), t.INDIVIDUAL)
            cells = [cell for table in asked.count_tables for cell in _cells(table, asked, dice)]
            yield CountsReport(
                unit.key, activity.key, asked.period, VouchedBy.UNIT_MANAGER, in_order(cells), complete=True
            )


def _cells(table: CountTable, asked: Asked, dice: random.Random) -> Iterator[Cell]:
    for codes in rows_of(table, asked.lists):
        for gender in table.genders or (None,):
            most = _BUSIEST if gender is not Gender.UNKNOWN else 0
            yield Cell(Place(table.key, codes, gender), _value(table, dice.randint(0, most)))


def _value(table: CountTable, count: int) -> Value:
    return Sums(RawCount(count), count, count) if table.holds is Holds.SUMS else RawCount(count)


if __name__ == "__main__":
    main()
