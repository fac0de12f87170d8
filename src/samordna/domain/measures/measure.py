"""What is a measure: what it counts, of whom, over which months, and out of what it is made?"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from samordna.domain.activities.agreed import Counted as AgreedOf
from samordna.domain.participation.count_table import CountTable, Joining
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import PERSONS, Unit

SINCE: Final = dt.date(2024, 1, 1)
"""The day from which the first versions of the definitions hold."""


class Form(Enum):
    """What kind of figure a measure is."""

    COUNT = "count"
    SHARE = "share"
    """One count of another, in per cent."""
    EQUIVALENTS = "equivalents"
    """A count where each answer weighs something: half a week's work is half of one."""
    MEAN = "mean"
    """The mean of what was answered, with how many answered and, where it is known, its interval."""
    AGREED = "agreed"
    """What was agreed for the year: decided, and no count about people."""
    BUDGETED = "budgeted"
    """What was budgeted for the year; what was agreed, where nothing else is said."""
    OF_AGREED = "of_agreed"
    """What is reported, of what was agreed for the year."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Which figure of a count table: the whole of it, or some of its rows together.

    ``weights`` are what one in each row weighs, in the order of ``rows``; none of them is one each.
    """

    table: str
    rows: tuple[tuple[str, ...], ...] = ()
    weights: tuple[Fraction, ...] = ()

    @property
    def counted(self) -> CountTable:
        """The table that it is counted in."""
        return TABLES[self.table]

    @property
    def family(self) -> str:
        """The figure that its table divides, or is: whose people they are."""
        return self.counted.adds_up_to or self.table


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure (mått) with what is printed beside it.

    ``population`` is who is counted, or the base of a share. ``version`` changes with every change of the definition
    that an older figure would be misread by; it holds from ``valid_from`` to ``valid_until`` (None: still).
    ``agreed`` is what an agreed number has to count to be of it.
    """

    key: str
    name: str
    definition: str
    population: str
    form: Form
    numerator: Tally
    denominator: Tally | None = None
    agreed: AgreedOf | None = None
    unit: Unit = PERSONS
    version: int = 1
    valid_from: dt.date = SINCE
    valid_until: dt.date | None = None

    @property
    def tables(self) -> tuple[str, ...]:
        """The count tables that it is made from (källa)."""
        tallies = (self.numerator, self.denominator)
        return tuple(dict.fromkeys(one.table for one in tallies if one))

    @property
    def over_units(self) -> Joining:
        """How the figures of several units become one."""
        return self.numerator.counted.over_units

    @property
    def period_rule(self) -> str:
        """How the figures of several periods become one, in words."""
        if self.form in (Form.AGREED, Form.BUDGETED):
            return swedish("Gäller hela året.")
        return _PERIODS[self.numerator.counted.over_periods]

    @property
    def unit_rule(self) -> str:
        """How the figures of several units become one, in words."""
        if self.form in (Form.AGREED, Form.BUDGETED):
            return swedish("Utförarna och insatserna läggs ihop.")
        return _UNITS[self.over_units]


_PERIODS: Final[Mapping[Joining, str]] = {
    Joining.SUM: swedish("Periodernas antal läggs ihop."),
    Joining.FIRST: swedish("Antalet när perioden började."),
    Joining.LAST: swedish("Antalet när perioden slutade."),
    Joining.WITH_NEW: swedish("Den första periodens antal och de som startade i de följande."),
    Joining.INTERVAL: swedish("Samma person kan finnas i flera perioder: minst den största, högst summan."),
    Joining.APART: swedish("Flera perioder läggs inte ihop."),
}
_UNITS: Final[Mapping[Joining, str]] = {
    **dict.fromkeys(Joining, swedish("Enheternas antal läggs ihop.")),
    Joining.INTERVAL: swedish("Samma person kan finnas i flera enheter: minst den största, högst summan."),
}
