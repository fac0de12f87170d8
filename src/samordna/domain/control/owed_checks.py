"""Is what has been worked up booked, or at least ordered to be?"""

from collections.abc import Iterator, Mapping
from typing import Final

from samordna.domain.control.closing_basis import ClosingBasis
from samordna.domain.control.problems import NOT_ORDERED, ORDER_NOT_BOOKED
from samordna.domain.plan.owed import Owed, OwedKind, OwedState, open_at
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem

_WHAT: Final[Mapping[OwedKind, str]] = {
    OwedKind.AGREEMENT: swedish("kostnader"),
    OwedKind.CONTRIBUTION: swedish("bidrag"),
    OwedKind.CLAIM: swedish("intäkter"),
}


def not_ordered(basis: ClosingBasis) -> Iterator[Problem]:
    """Yield what the books lack at the end of the period that nobody has ordered to be booked."""
    for one in _open(basis):
        if one.state is OwedState.PROPOSED:
            yield NOT_ORDERED.at(_place(one, basis), **_told(one))


def not_booked(basis: ClosingBasis) -> Iterator[Problem]:
    """Yield what has been ordered to be booked and has not come."""
    for one in _open(basis):
        if one.state is OwedState.SENT:
            yield ORDER_NOT_BOOKED.at(_place(one, basis), **_told(one))


def _open(basis: ClosingBasis) -> Iterator[Owed]:
    """Yield what the books lack at the end of the period: amounts are worked up from the year's beginning."""
    first = basis.year.year.period.first if basis.year else basis.period.first
    yield from open_at(basis.owed, Period(min(first, basis.period.first), basis.last))


def _told(owed: Owed) -> Mapping[str, object]:
    return {"amount": swedish_number(abs(owed.rest), 2), "what": _WHAT[owed.kind]}


def _place(owed: Owed, basis: ClosingBasis) -> str:
    row = basis.register.row(owed.row)
    return f"{owed.row} {row.name}" if row else owed.row or swedish("bidrag")
