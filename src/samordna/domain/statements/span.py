"""Which months does a column cover?

A person asks for a period and a comparison; a layout names spans relative to them.
"""

import re
from dataclasses import dataclass
from typing import Final

from samordna.domain.ledger.balances import Balances
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, months_later

MONTHS_OF_A_YEAR: Final = 12

SPANS: Final = {
    "period": swedish("perioden"),
    "compare": swedish("jämförelseperioden"),
    "compare_1": swedish("jämförelseperioden ett år tidigare"),
    "compare_2": swedish("jämförelseperioden två år tidigare"),
    "year_to_date": swedish("från räkenskapsårets början till periodens slut"),
    "year": swedish("hela räkenskapsåret"),
    "previous_year": swedish("hela föregående räkenskapsår"),
    "previous_year_2": swedish("hela räkenskapsåret två år tidigare"),
    "previous_year_3": swedish("hela räkenskapsåret tre år tidigare"),
    "previous_year_4": swedish("hela räkenskapsåret fyra år tidigare"),
}
"""The names a layout may use, with what they mean."""

SPANS_OF_EARLIER_YEARS: Final = {"previous_year_2": 2, "previous_year_3": 3, "previous_year_4": 4}
"""Those that only a table of years tells of, with how many fiscal years before they are."""


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
        "previous_year": _year_before(year, balances),
    }
    return periods[span] if span in periods else _years_before(year, SPANS_OF_EARLIER_YEARS[span], balances)


def _years_before(year: Period, count: int, balances: Balances) -> Period:
    return year if count == 0 else _years_before(_year_before(year, balances), count - 1, balances)


def _year_before(year: Period, balances: Balances) -> Period:
    """Return the fiscal year that ends where ``year`` begins; twelve months when it has not been read."""
    last = months_later(year.first, -1)
    known = balances.year_of(last)
    return known.year.period if known else Period(months_later(year.first, -12), last)


def _fiscal_year(period: Period, balances: Balances) -> Period:
    known = balances.year_of(period.last)
    return known.year.period if known else Period(period.last // 100 * 100 + 1, period.last // 100 * 100 + 12)


_IN_LABELS: Final = ("short", "words", "start", "end", "yymmdd", "year", "closing")
_PLACE: Final = re.compile(r"\{(\w*)\}")


def checked_label(label: str) -> str:
    """Return a column's label; raises ``ValueError`` for a place in braces that no span fills."""
    words = _PLACE.sub(lambda place: "" if place[1] in _IN_LABELS else "{", label)
    if "{" in words or "}" in words:
        raise ValueError(swedish("välj bland {known}").format(known=", ".join(f"{{{name}}}" for name in _IN_LABELS)))
    return label


def heading(label: str, span: Period) -> str:
    """Return a column's label with the span's dates filled in, and which closing of the books it is of."""
    whole = len(span.months) == MONTHS_OF_A_YEAR
    return label.format(
        short=span.in_short,
        words=span.in_words,
        start=span.start.isoformat(),
        end=span.end.isoformat(),
        yymmdd=f"{span.end:%y%m%d}",
        year=span.last // 100,
        closing=swedish("Bokslut") if whole else swedish("Delårsbokslut"),
    )
