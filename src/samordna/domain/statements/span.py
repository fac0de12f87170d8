"""Which months does a column cover?

A person asks for a period and a comparison; a layout names spans relative to them.
"""

from dataclasses import dataclass
from typing import Final

from samordna.domain.ledger.balances import Balances
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period

SPANS: Final = {
    "period": swedish("perioden"),
    "compare": swedish("jämförelseperioden"),
    "compare_1": swedish("jämförelseperioden ett år tidigare"),
    "compare_2": swedish("jämförelseperioden två år tidigare"),
    "year_to_date": swedish("från räkenskapsårets början till periodens slut"),
    "year": swedish("hela räkenskapsåret"),
    "previous_year": swedish("hela föregående räkenskapsår"),
}
"""The names a layout may use, with what they mean."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked for: a period and what to compare it with (the same months a year earlier)."""

    period: Period
    compare: Period

    @classmethod
    def of(cls, period: Period, compare: Period | None = None) -> "Asked":
        """Return the request for ``period``, compared with the same months a year earlier unless told."""
        return cls(period, compare or period.years_before(1))


def resolve(span: str, asked: Asked, balances: Balances) -> Period:
    """Return the months of a named span; raises ``KeyError`` for a name that is not in ``SPANS``.

    A fiscal year that has not been read is taken to be the calendar year.
    """
    year = _fiscal_year(asked.period, balances)
    periods = {
        "period": asked.period,
        "compare": asked.compare,
        "compare_1": asked.compare.years_before(1),
        "compare_2": asked.compare.years_before(2),
        "year_to_date": Period(min(year.first, asked.period.last), asked.period.last),
        "year": year,
        "previous_year": _fiscal_year(year.years_before(1), balances),
    }
    return periods[span]


def _fiscal_year(period: Period, balances: Balances) -> Period:
    known = balances.year_of(period.last)
    return known.year.period if known else Period(period.last // 100 * 100 + 1, period.last // 100 * 100 + 12)


def heading(label: str, span: Period) -> str:
    """Return a column's label with the span's dates filled in."""
    return label.format(
        short=span.in_short,
        words=span.in_words,
        start=span.start.isoformat(),
        end=span.end.isoformat(),
        yymmdd=f"{span.end:%y%m%d}",
        year=span.last // 100,
    )
