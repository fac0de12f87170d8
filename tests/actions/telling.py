"""How does a test let a unit tell its counts, and the office take them?"""

import datetime as dt
from collections.abc import Mapping

from tests.years.counts import INTERIM

from samordna.domain.participation.asked import Named
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Cell, CountsReport, Place, VouchedBy, in_order
from samordna.domain.values.counted import RawCount
from samordna.office import actions
from samordna.office.actions import TERMINAL

Counts = Mapping[str, tuple[int, int]]
"""Women and men by table."""


def tell(unit: str, counts: Counts, *, activity: tuple[str, str] = ("steget", "Steget")) -> CountsAsked:
    """Ask a unit for some tables of January to August, hand in what it tells, and accept it."""
    key = unit.casefold().replace(" ", "-").translate(str.maketrans("åäö", "aao"))
    asked = CountsAsked(Named(key, unit), Named(*activity), INTERIM, dt.date(2024, 9, 20), tuple(counts))
    actions.ask_counts([asked], by=TERMINAL)
    actions.hand_in_counts(report(asked, counts), by=TERMINAL)
    actions.accept_counts(asked, by=TERMINAL)
    return asked


def report(asked: CountsAsked, counts: Counts) -> CountsReport:
    """Return what a unit tells of the tables it is asked."""
    cells = (
        Cell(Place(table, (), gender), RawCount(number))
        for table, (women, men) in counts.items()
        for gender, number in zip(Gender, (women, men, 0), strict=True)
    )
    return CountsReport(
        asked.unit.key, asked.activity.key, asked.period, VouchedBy.COORDINATOR, in_order(cells), complete=True
    )
