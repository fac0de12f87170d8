"""How are values added, divided and compared without losing where they come from?"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from samordna.domain.document import BLANK, ComputedOrigin, How, LedgerOrigin, Missing, Origin, Part
from samordna.domain.statements.holdings import Amount, Value
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import Unit


def rounded(value: Value, unit: Unit) -> Value:
    """Return the value as ``unit`` shows it, for statements whose totals add up rounded lines."""
    if not isinstance(value, Amount):
        return value
    shown = Fraction(unit.shown(value.exact)) * unit.holds / 10**unit.decimals
    return Amount(shown, value.origin)


def ratio(numerator: Value, denominator: Value, label: str) -> Value:
    """Return one value divided by another; ``label`` says what it is. Nothing is divided by zero."""
    if not isinstance(numerator, Amount):
        return numerator
    if not isinstance(denominator, Amount):
        return denominator
    if denominator.exact == 0:
        return Missing(swedish("{label} kan inte räknas ut: det den delas med är noll").format(label=label))
    parts = (_part(swedish("täljare"), numerator), _part(swedish("nämnare"), denominator))
    return Amount(Fraction(numerator.exact) / denominator.exact, ComputedOrigin(label, parts, How.QUOTIENT))


def _part(label: str, amount: Amount) -> Part:
    return Part(label, amount.exact, amount.origin)


_SUM: Final = swedish("Summan av raderna den räknar ihop.")
_REST: Final = swedish("Den första raden minus de andra.")
_LESS: Final = swedish("Den första kolumnen minus den andra.")
_OTHERS: Final = swedish("de andra raderna")
_TOGETHER: Final = swedish("Delarna tillsammans.")


def added(values: Sequence[Value], labels: Sequence[str], *, merged: bool, rule: str = _SUM) -> Value:
    """Return the sum: a part without value makes the sum unknown, parts that do not apply are passed over."""
    parts: list[Part] = []
    for label, value in zip(labels, values, strict=True):
        if isinstance(value, Missing):
            return value
        if isinstance(value, Amount):
            parts.append(_part(label, value))
    if not parts:
        return BLANK if values else Amount(0, ComputedOrigin(swedish("Inget konto här har något belopp.")))
    origin = (merged and _merged([part.origin for part in parts])) or ComputedOrigin(rule, tuple(parts))
    return Amount(sum(part.exact for part in parts), origin)


def _merged(origins: Sequence[Origin]) -> LedgerOrigin | None:
    """Return the one place in the ledger that all parts of a sum come from; None when there is no such place.

    They must be of the same books, months, objects and measure, and no account in two of them.
    """
    first, accounts = origins[0], list[str]()
    for origin in origins:
        if not isinstance(first, LedgerOrigin) or not isinstance(origin, LedgerOrigin):
            return None
        if replace(origin, accounts=first.accounts) != first:
            return None
        accounts += origin.accounts
    if not isinstance(first, LedgerOrigin) or len(set(accounts)) < len(accounts):
        return None
    return replace(first, accounts=tuple(sorted(accounts)))


def together(parts: Sequence[tuple[str, Value]]) -> Value:
    """Return values added, each with its label: what does not apply counts as nothing unless none of them does."""
    return added([value for _, value in parts], [label for label, _ in parts], merged=False, rule=_TOGETHER)


def less(whole: tuple[str, Value], others: Sequence[tuple[str, Value]]) -> Value:
    """Return a value less others, each with its label; what does not apply takes nothing away."""
    taken = others[0] if len(others) == 1 else (_OTHERS, together(others))
    return whole[1] if taken[1] == BLANK else difference(whole, taken, rule=_REST)


def difference(first: tuple[str, Value], second: tuple[str, Value], *, rule: str = _LESS) -> Value:
    """Return one value less another, each with its label; what is not there in either is not there in it."""
    (label, one), (other_label, other) = first, second
    if not isinstance(one, Amount):
        return one
    if not isinstance(other, Amount):
        return other
    parts = (_part(label, one), _part(other_label, other))
    return Amount(one.exact - other.exact, ComputedOrigin(rule, parts, How.DIFFERENCE))
