"""Which of Statistics Sweden's tables tells the population of a day, and which of its values?

A rule with dates: from 2025 on, small random changes protect the persons behind the figures, and the tables of those
years are new ones. A table's values are chosen by what they are called, so that a new code changes nothing.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from samordna.domain.values.language import swedish

QUARTERS: Final = {(3, 31): 1, (6, 30): 2, (9, 30): 3, (12, 31): 4}


@dataclass(frozen=True, slots=True)
class PopulationTable:
    """A table with populations of municipalities: its id, the name it is known by, and the years it has.

    ``wanted`` are for each variable besides region and year the name of the value that is wanted, by its code.
    """

    id: str
    name: str
    years: range
    days: frozenset[tuple[int, int]]
    wanted: Mapping[str, str] = field(default_factory=dict)

    def named(self, variable: str, day: dt.date) -> str:
        """Return what the wanted value of a variable is called; empty when everybody is wanted."""
        return self.wanted.get(variable, "").format(quarter=QUARTERS[day.month, day.day])


_QUARTERLY: Final = {"Forandringar": swedish("folkmängd"), "Period": swedish("kvartal {quarter}")}
_QUARTER_ENDS: Final = frozenset(QUARTERS)
_YEAR_END: Final = frozenset({(12, 31)})

TABLES: Final = (
    PopulationTable("TAB638", "BefolkningNy", range(1968, 2025), _YEAR_END, {"ContentsCode": swedish("folkmängd")}),
    PopulationTable("TAB5169", "BefforandrKvRLK", range(2000, 2025), _QUARTER_ENDS, _QUARTERLY),
    PopulationTable("TAB6481", "BefforandrKvRLKCKM", range(2025, 2100), _QUARTER_ENDS, _QUARTERLY),
)


def table_for(day: dt.date) -> PopulationTable | None:
    """Return the table that tells of a day; None for a day that is no end of a quarter, or before all tables."""
    return next((one for one in TABLES if day.year in one.years and (day.month, day.day) in one.days), None)
