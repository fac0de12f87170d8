"""Are the books there, do they add up, and do they begin where the last year ended?"""

from collections import defaultdict
from collections.abc import Iterator

from samordna.domain.control.closing_basis import ClosingBasis
from samordna.domain.control.problems import (
    BALANCES_NOT_TOLD,
    CHANGED_BEFORE,
    CHANGES_NOT_TOLD,
    MONTH_UNBALANCED,
    NOT_COVERED,
    NOT_READ,
    OPENING_CHANGED,
    OPENING_UNCOMPARED,
)
from samordna.domain.ledger.balance_checks import check_opening
from samordna.domain.ledger.balances import YearBalances
from samordna.domain.ledger.differences import AccountDifference
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import accounts as ledger_problems
from samordna.domain.values.kronor import kronor_and_ore
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, month_in_words
from samordna.domain.values.problem import Problem


def not_covered(basis: ClosingBasis) -> Iterator[Problem]:
    """Yield what the books do not tell of the period."""
    year, last = basis.year, month_in_words(basis.last)
    place = basis.period.in_words
    if year is None:
        yield NOT_READ.at(place, period=place)
    elif year.covers_to < basis.last:
        yield NOT_COVERED.at(place, covered=month_in_words(year.covers_to), last=last)
    elif not basis.tells_balances:
        yield BALANCES_NOT_TOLD.at(place, known=year.covered.in_words, last=last)


def unbalanced(basis: ClosingBasis) -> Iterator[Problem]:
    """Yield a problem for each month, from the year's beginning, whose accounts do not come to nothing together."""
    if basis.year is None:
        return
    for month, difference in sorted(_by_month(basis.year, basis.last).items()):
        if difference:
            words = month_in_words(month)
            yield MONTH_UNBALANCED.at(words, difference=kronor_and_ore(difference), month=words)


def _by_month(year: YearBalances, last: Month) -> dict[Month, Ore]:
    sums: dict[Month, Ore] = defaultdict(int)
    for months in year.movements.accounts.values():
        for month, ore in months.items():
            if month <= last:
                sums[month] += ore
    return sums


def opens_otherwise(basis: ClosingBasis) -> Iterator[Problem]:
    """Yield what is wrong with what the year opens with: by itself, and against what the last one closed with."""
    year, before = basis.year, basis.year_before
    if year is None:
        return
    findings = Findings(swedish("ingående balans {year}").format(year=year.year.in_words))
    if total := sum(year.opening.values()):
        findings.in_file(ledger_problems.OPENING_UNBALANCED, difference=kronor_and_ore(total))
    if before is None or before.covers_to < before.year.period.last:
        findings.in_file(OPENING_UNCOMPARED)
    else:
        check_opening(year.opening, before, basis.balances.accounts, findings)
    yield from findings.problems


def changed_before(basis: ClosingBasis) -> Iterator[Problem]:
    """Yield what the latest import changed in what had been read: opening balances, months of the period or earlier."""
    if basis.changed is None:
        return
    for row in basis.changed.changed_before:
        yield from _changed(row, basis.last)
    differing = sum(bool(row.movement.difference) for row in basis.changed.rows)
    if differing and not basis.changed.by_month:
        yield CHANGES_NOT_TOLD.at(basis.period.in_words, count=differing)


def _changed(row: AccountDifference, last: Month) -> Iterator[Problem]:
    place = f"{row.account.number} {row.account.name}"
    if row.opening.difference:
        yield OPENING_CHANGED.at(place, amount=kronor_and_ore(row.opening.difference))
    if any(month <= last for month in row.months):
        months = ", ".join(month_in_words(month) for month in row.months)
        yield CHANGED_BEFORE.at(place, amount=kronor_and_ore(row.read_before), months=months)
