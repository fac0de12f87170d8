"""Do the units together have what somebody else has stated as the sum?

A report may print a total that its units do not add up to. The units' sum is what is used; both are told.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from samordna.domain.participation import problems as kinds
from samordna.domain.participation.agreement_checks import shown
from samordna.domain.participation.asked import Named
from samordna.domain.participation.between import exactly
from samordna.domain.participation.code_lists import CodeLists
from samordna.domain.participation.combining import Counted
from samordna.domain.participation.count_table import GENDER_NAMES
from samordna.domain.participation.counts_report import Place
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import RawCount
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A sum over all units of an activity, by its key or name, that somebody has stated (angiven summa), and where."""

    activity: str
    period: Period
    place: Place
    count: RawCount
    source: str


def stated_problems(stated: Iterable[StatedTotal], together: Counted, activity: Named) -> tuple[Problem, ...]:
    """Return every stated sum of an activity and this period that its units can not have together."""
    found = []
    reports = tuple(one for one in together.reports if one.activity == activity.key)
    units = Counted(together.period, reports)
    for one in stated:
        if one.activity not in (activity.key, activity.name) or one.period != together.period:
            continue
        figure = units.figure(one.place.table, one.place.codes, one.place.gender)
        if figure.differs_from(exactly(one.count)):
            told = {"sum": shown(figure), "total": swedish_number(one.count.count), "source": one.source}
            found.append(kinds.TOTAL_DIFFERS.at(f"{activity.name}, {_called(one.place)}", **told))
    return tuple(found)


def _called(place: Place) -> str:
    table, lists = TABLES[place.table], CodeLists()
    codes = (lists.name(dimension, code) for dimension, code in zip(table.dimensions, place.codes, strict=False))
    return ", ".join((table.name, *codes, GENDER_NAMES[place.gender]))
