"""How does a frozen forecast stand beside today's and, when the year is over, beside what it became?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from samordna.domain.document import BLANK, Cell, Column, ComputedOrigin, Number, Row, RowKind, Table
from samordna.domain.plan.forecast import (
    Accuracy,
    Forecast,
    ForecastNumber,
    FrozenForecast,
    FrozenRow,
    in_all,
    rows_as_they_are,
)
from samordna.domain.plan.register import Kind, Register
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import month_in_words, swedish_date
from samordna.domain.values.unit import KRONOR, PERCENT, Unit

_SUM: Final = swedish("Raderna ovan tillsammans.")
_CHANGED: Final = swedish("Prognosen i dag minus den frysta.")
_OFF: Final = swedish("Utfallet minus den frysta prognosen: plus är en kostnad som ingen väntade.")
_SHARE: Final = swedish("Avvikelsen som del av utfallet.")
_OUTCOME: Final = swedish("Det som är bokfört på raden under hela året.")


def frozen_table(
    frozen: FrozenForecast, today: Forecast, turned_out: tuple[Accuracy, ...], register: Register
) -> Table:
    """Return a frozen forecast's followed rows as they were then; ``turned_out`` is empty till the year is over.

    A row that today's forecast does not have is blank there, and so is the sum of what is not known for every row.
    """
    told = _Beside(frozen, today, {one.row: one for one in turned_out}, register)
    title = swedish("Prognosen {year}, fryst {day}").format(
        year=frozen.forecast.year.in_words, day=swedish_date(frozen.frozen)
    )
    covered = swedish("Den frysta gjordes när bokföringen var inläst till och med {month}.").format(
        month=month_in_words(frozen.forecast.covers_to)
    )
    remarks = (covered, swedish("Kostnader visas med plus."))
    return Table("frozen", title, KRONOR, tuple(told.columns), tuple(told.rows()), remarks=remarks)


@dataclass(frozen=True)
class _Beside:
    """The forecasts on their way to a table."""

    frozen: FrozenForecast
    today: Forecast
    turned_out: dict[str, Accuracy]
    register: Register

    @property
    def columns(self) -> Iterator[Column]:
        yield Column("frozen", swedish("Fryst"), emphasis=True)
        if not self.turned_out:
            yield Column("today", swedish("I dag"))
            yield Column("changed", swedish("Ändring"))
            return
        yield Column("outcome", swedish("Utfall"))
        yield Column("off", swedish("Avvikelse"))
        yield Column("share", swedish("Avvikelse, %"))

    def rows(self) -> Iterator[Row]:
        for number in self._followed:
            row = self._rows.get(number.row)
            name, code = (row.name, row.code) if row else (number.row, "")
            yield Row(number.row, name, RowKind.DETAIL, tuple(self._cells(number)), code=code)
        yield Row(":whole", swedish("Tillsammans"), RowKind.RESULT, tuple(self._whole()))

    @cached_property
    def _rows(self) -> Mapping[str, FrozenRow]:
        return _rows_of(self.frozen, self.register)

    @cached_property
    def _followed(self) -> tuple[ForecastNumber, ...]:
        order = {key: place for place, key in enumerate(self._rows)}
        numbers = followed_numbers(self.frozen, self.register)
        return tuple(sorted(numbers, key=lambda number: order.get(number.row, len(order))))

    def _cells(self, number: ForecastNumber) -> Iterator[Cell]:
        yield _money(number.amount, number.how)
        if self.turned_out:
            yield from _accuracy(self.turned_out.get(number.row))
            return
        now = self.today.of(number.row)
        yield _money(now.amount, now.how) if now else BLANK
        yield _money(now.amount - number.amount, _CHANGED) if now else BLANK

    def _whole(self) -> Iterator[Cell]:
        said = sum(number.amount for number in self._followed)
        yield _money(said, _SUM)
        if self.turned_out:
            told = [self.turned_out[number.row] for number in self._followed if number.row in self.turned_out]
            yield from _accuracy(in_all(tuple(told)) if len(told) == len(self._followed) else None)
            return
        now = [one.amount for number in self._followed if (one := self.today.of(number.row))]
        whole = len(now) == len(self._followed)
        yield _money(sum(now), _SUM) if whole else BLANK
        yield _money(sum(now) - said, _CHANGED) if whole else BLANK


def followed_numbers(frozen: FrozenForecast, register: Register) -> tuple[ForecastNumber, ...]:
    """Return the numbers of a forecast but those of rows that nobody followed then, as where contributions are booked.

    ``register`` tells of one that did not keep its rows.
    """
    outside = {key for key, row in _rows_of(frozen, register).items() if row.kind is Kind.OUTSIDE}
    return tuple(number for number in frozen.forecast.numbers if number.row not in outside)


def _rows_of(frozen: FrozenForecast, register: Register) -> Mapping[str, FrozenRow]:
    return {row.key: row for row in frozen.rows or rows_as_they_are(frozen.forecast, register)}


def _accuracy(told: Accuracy | None) -> tuple[Cell, ...]:
    """Return outcome, difference and share; blank for a row that no ledger tells of."""
    if told is None:
        return (BLANK, BLANK, BLANK)
    share = BLANK if told.share is None else _number(told.share, PERCENT, _SHARE)
    return (_money(told.outcome, _OUTCOME), _money(told.off, _OFF), share)


def _money(amount: Ore, rule: str) -> Number:
    return _number(amount, KRONOR, rule)


def _number(exact: int | Fraction, unit: Unit, rule: str) -> Number:
    return Number(exact, unit, ComputedOrigin(rule))
