"""Which result does each fiscal year have: as it was booked, as it is expected, as it was budgeted?

What the balance requirement is judged on and what the path of equity goes by: the same lines that the bridge and the
outlook lead over. Values are debit positive, as those of statements are.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.balance_requirement.judged import Judged
from samordna.domain.statements.arithmetic import difference, together
from samordna.domain.statements.holdings import Amount, Value, When
from samordna.domain.statements.layout import Bridge, Measure
from samordna.domain.statements.outlook_parts import OutlookParts
from samordna.domain.statements.reading import Reading
from samordna.domain.statements.span import resolve
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, months_later

_BOOKED: Final = swedish("bokfört {period}")
_EXPECTED: Final = swedish("bokfört till och med {month}, resten enligt prognosen")
_DECIDED: Final = swedish("budget {period}")
_SCENARIOS: Final = {Judged.FORECAST: Scenario.FORECAST, Judged.BUDGET: Scenario.BUDGET}


@dataclass(frozen=True, slots=True)
class YearResult:
    """A year, or the months of it that are ``covered``: what its result is, and the contributions in it."""

    year: Period
    judged: Judged
    covered: Period
    contributions: Value
    result: Value
    source: str

    @property
    def net_cost(self) -> Value:
        """The result without the contributions."""
        return difference((swedish("resultat"), self.result), (swedish("bidrag"), self.contributions))


@dataclass(frozen=True)
class YearResults:
    """The results of the years that some statements and their plan tell of; ``words`` name the lines.

    ``allotted`` gives the contributions of a year by its allotments, where the parties' own are not known.
    """

    reading: Reading
    words: Bridge
    allotted: Callable[[Period], Value]

    @property
    def asked(self) -> Period:
        """The fiscal year that was asked for."""
        return resolve("year", self.reading.statements.asked, self.reading.balances)

    def closed(self) -> tuple[YearResult, ...]:
        """Return the years before the one asked for that were read to their end, the earliest first."""
        years = (one.year.period for one in self.reading.balances.years if one.covers_to >= one.year.period.last)
        return tuple(self._booked(year, year) for year in sorted(years) if year < self.asked)

    def current(self) -> YearResult:
        """Return the year asked for: as booked when all of it was asked for and read, else as expected."""
        return self._booked(self.asked, self.asked) if self._is_over else self.planned(self.asked, Judged.FORECAST)

    def so_far(self) -> YearResult | None:
        """Return what is booked of the year asked for to the end of the period; None when that is the whole year."""
        period = self.reading.statements.asked.period
        return None if self._is_over else self._booked(self.asked, Period(self.asked.first, period.last))

    @property
    def _is_over(self) -> bool:
        known = self.reading.balances.year_of(self.asked.last)
        return (
            known is not None
            and known.covers_to >= self.asked.last
            and self.reading.statements.asked.period.last == self.asked.last
        )

    def budgets(self) -> tuple[YearResult, ...]:
        """Return the budgets of the year asked for and of the coming ones, as far as there are any."""
        years = (one.year for one in self.reading.plan.budgets if one.revisions and one.year >= self.asked)
        return tuple(self.planned(year, Judged.BUDGET) for year in sorted(years))

    def planned(self, year: Period, judged: Judged) -> YearResult:
        """Return a year as it is expected or budgeted."""
        scenario, parts = _SCENARIOS[judged], self.parts(year)
        told = parts.contributions(scenario)
        contributions = told if isinstance(told, Amount) else first_known(self.allotted(year), told)
        result = together([(swedish("bidragen"), contributions), *self._costs(parts, scenario)])
        known = self.reading.balances.year_of(year.last)
        if judged is Judged.BUDGET or known is None:
            source = _DECIDED.format(period=year.in_words)
        else:
            so_far = Period(known.covers_to, known.covers_to)
            source = _EXPECTED.format(month=so_far.in_words)
        return YearResult(year, judged, year, contributions, result, source)

    def budgeted_cost(self, year: Period) -> Value:
        """Return what a year is budgeted to cost besides the contributions."""
        return together(list(self._costs(self.parts(year), Scenario.BUDGET)))

    @staticmethod
    def _costs(parts: OutlookParts, scenario: Scenario) -> Iterator[tuple[str, Value]]:
        yield swedish("kostnadsställena"), parts.rows(scenario)
        yield swedish("finansiella poster"), parts.financial(scenario)
        yield swedish("projekten"), parts.projects(scenario)

    def parts(self, year: Period) -> OutlookParts:
        """Return the lines that lead to a year's result."""
        asked = self.reading.statements.asked.period
        return OutlookParts(self.reading.beyond, self.words, year, asked if year.covers(asked) else year)

    def opening(self, year: Period) -> Value:
        """Return the equity when a year began."""
        return self.parts(year).opening

    def closing(self, covered: Period) -> Value:
        """Return the equity when some months ended."""
        return self.parts(covered).lines.value(self.words.equity, When(covered, Scenario.ACTUAL), Measure.CLOSING)

    def _booked(self, year: Period, covered: Period) -> YearResult:
        lines, when = self.parts(year).lines, When(covered, Scenario.ACTUAL)
        contributions, result = lines.value(self.words.contributions, when), lines.value(self.words.result, when)
        return YearResult(year, Judged.OUTCOME, covered, contributions, result, _BOOKED.format(period=covered.in_words))


def year_results(reading: Reading, allotted: Callable[[Period], Value]) -> YearResults | None:
    """Return the results of the years; None when the layout does not say which lines lead to them."""
    words = reading.statements.layout.bridge
    return YearResults(reading, words, allotted) if words else None


def following(year: Period) -> Period:
    """Return the twelve months after a fiscal year."""
    return Period(months_later(year.last, 1), months_later(year.last, 12))


def first_known(*values: Value) -> Value:
    """Return the first value that is an amount, else the last of them."""
    return next((value for value in values if isinstance(value, Amount)), values[-1])
