"""What do the rows look like costing at the end of the year, who said so, and were they right?

One number a year and row. A proposal says in a sentence how it was made; a person lets it stand or writes another
number with a comment. A frozen forecast is all of them as they stood on a day: afterwards the outcome stands beside.
Amounts are net cost: a cost is plus.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cached_property

from samordna.domain.plan.register import Kind, Register
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period, month_in_words


class Ground(Enum):
    """What a proposal rests on."""

    AGREEMENT = "agreement"
    RUN_RATE = "run-rate"
    LAST_YEAR = "last-year"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A number that the books and the plan lead to; ``how`` is the sentence that says how it was found."""

    row: str
    amount: Ore
    ground: Ground
    how: str


@dataclass(frozen=True, slots=True)
class ForecastNumber:
    """What a row is expected to cost in the year, and why that is believed.

    ``proposal`` is what was proposed when the number was set. A person's own number has a comment.
    """

    row: str
    amount: Ore
    comment: str = ""
    proposal: Proposal | None = None

    @classmethod
    def proposed(cls, proposal: Proposal) -> "ForecastNumber":
        """Return the number that stands when nobody has written another."""
        return cls(proposal.row, proposal.amount, "", proposal)

    @property
    def is_own(self) -> bool:
        """Tell whether a person wrote another number than the one proposed."""
        return self.proposal is None or self.amount != self.proposal.amount

    @property
    def how(self) -> str:
        """Why the number is believed: what a person wrote, else how it was proposed."""
        return self.comment or (self.proposal.how if self.proposal else "")


@dataclass(frozen=True)
class Forecast:
    """The forecast of a fiscal year: the numbers, and the last month of the books that they were made from."""

    year: Period
    covers_to: Month
    numbers: tuple[ForecastNumber, ...]

    def of(self, row: str) -> ForecastNumber | None:
        """Return a row's number, None when it has none."""
        return self._by_row.get(row)

    @cached_property
    def _by_row(self) -> Mapping[str, ForecastNumber]:
        return {number.row: number for number in self.numbers}

    @property
    def told(self) -> str:
        """``Prognos för januari–december 2024 efter augusti 2024``."""
        told = swedish("Prognos för {year} efter {covered}")
        return told.format(year=self.year.in_words, covered=month_in_words(self.covers_to))

    def with_numbers(self, *numbers: ForecastNumber) -> "Forecast":
        """Return the forecast with some rows' numbers instead of those it had."""
        kept = {number.row: number for number in (*self.numbers, *numbers)}
        return Forecast(self.year, self.covers_to, tuple(kept.values()))


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """What a row was when a forecast was frozen: its key, its code and name in print, and its kind."""

    key: str
    code: str
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class FrozenForecast:
    """A forecast as it stood on a day; ``occasion`` is the meeting or paper that it was frozen for.

    ``rows`` are what the rows were then, in the register's order; an older one that kept none has none.
    """

    occasion: str
    frozen: dt.date
    forecast: Forecast
    rows: tuple[FrozenRow, ...] = ()

    @classmethod
    def of(cls, occasion: str, day: dt.date, forecast: Forecast, register: Register) -> "FrozenForecast":
        """Return the forecast of the register's rows as they stand; the number of a row that is gone is left out."""
        rows = rows_as_they_are(forecast, register)
        numbers = tuple(number for number in forecast.numbers if register.row(number.row))
        return cls(occasion, day, Forecast(forecast.year, forecast.covers_to, numbers), rows)


def rows_as_they_are(forecast: Forecast, register: Register) -> tuple[FrozenRow, ...]:
    """Return what the rows of a forecast are in a register, in its order."""
    rows = (row for row in register.rows if forecast.of(row.key))
    return tuple(FrozenRow(row.key, row.code, row.name, row.kind) for row in rows)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How a forecast turned out: what was said, what it became, and by how much it was wrong.

    ``off`` is outcome less forecast: plus is a cost that nobody had expected. ``share`` is that of the outcome; None
    when the outcome is nothing.
    """

    row: str
    said: Ore
    outcome: Ore

    @property
    def off(self) -> Ore:
        """Outcome less forecast."""
        return self.outcome - self.said

    @property
    def share(self) -> Fraction | None:
        """The difference as a share of the outcome."""
        return Fraction(self.off, abs(self.outcome)) if self.outcome else None


def accuracy(frozen: FrozenForecast, outcome: Mapping[str, Ore]) -> tuple[Accuracy, ...]:
    """Return how each row of a frozen forecast turned out; a row without an outcome yet is left out."""
    return tuple(
        Accuracy(number.row, number.amount, outcome[number.row])
        for number in frozen.forecast.numbers
        if number.row in outcome
    )


def in_all(rows: tuple[Accuracy, ...]) -> Accuracy:
    """Return how the rows turned out together."""
    return Accuracy("", sum(row.said for row in rows), sum(row.outcome for row in rows))
