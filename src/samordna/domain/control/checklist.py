"""What is on the checklist of a period?"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from samordna.domain.control.account_checks import reconciled, wrong_sides
from samordna.domain.control.books_checks import changed_before, not_covered, opens_otherwise, unbalanced
from samordna.domain.control.checks import CheckKind, CheckState, ClosingCheck, nothing_left
from samordna.domain.control.closing_basis import ClosingBasis
from samordna.domain.control.owed_checks import not_booked, not_ordered
from samordna.domain.control.said import holds_for
from samordna.domain.ledger.problems.versions import PERIOD_BEYOND_LEDGER
from samordna.domain.statements.problems import ACCOUNT_WITHOUT_LINE, COST_CENTRE_WITHOUT_ROW
from samordna.domain.values.problem import Problem, Severity

_Look: TypeAlias = Callable[[ClosingBasis], Iterable[ClosingCheck]]
_SHORT: Final = 12
"""Letters of a word for what was found."""

_OF_THE_END: Final = frozenset({CheckKind.BALANCED, CheckKind.RECONCILED, CheckKind.SIDE})
"""What can be looked at only when the books tell how accounts stand at the end of the period."""

_TOLD_BY_THEMSELVES: Final = {ACCOUNT_WITHOUT_LINE.code, COST_CENTRE_WITHOUT_ROW.code, PERIOD_BEYOND_LEDGER.code}
"""Findings of statements that are items of another kind: the last of them is whether the period is covered."""


def checklist(basis: ClosingBasis) -> tuple[ClosingCheck, ...]:
    """Return the items of a period in order: what was found of each kind, or that nothing was.

    Of what cannot be looked at, since the books do not reach it, there is no item: nobody has found it in order.
    """
    return tuple(check for kind in _kinds(basis) for check in _of_kind(kind, basis))


def _kinds(basis: ClosingBasis) -> Iterator[CheckKind]:
    """Yield what can be looked at."""
    for kind in CheckKind:
        if kind is CheckKind.COVERED or (basis.year and (basis.tells_balances or kind not in _OF_THE_END)):
            yield kind


def _of_kind(kind: CheckKind, basis: ClosingBasis) -> tuple[ClosingCheck, ...]:
    return tuple(_LOOKS[kind](basis)) or (nothing_left(kind),)


def _judged(kind: CheckKind, find: Callable[[ClosingBasis], Iterable[Problem]]) -> _Look:
    """Return the look that makes an item of each problem found, done when somebody has answered for it."""

    def look(basis: ClosingBasis) -> Iterator[ClosingCheck]:
        for problem in dict.fromkeys(find(basis)):
            yield _item(kind, problem, basis)

    return look


def _item(kind: CheckKind, problem: Problem, basis: ClosingBasis) -> ClosingCheck:
    key = _key(kind, problem)
    latest = basis.said_of(key)
    said = latest.text.strip() if latest and holds_for(latest, kind, problem.found) else ""
    done = bool(said) or problem.severity is Severity.INFORM
    return ClosingCheck(key, kind, problem.place, CheckState.DONE if done else CheckState.OPEN, problem, said)


def _key(kind: CheckKind, problem: Problem) -> str:
    """Return what an item is known by as long as the same is found at the same place."""
    told = f"{problem.code}\n{problem.place}\n{problem.found}"
    return f"{kind.value}:{hashlib.sha256(told.encode()).hexdigest()[:_SHORT]}"


def _with_code(code: str) -> Callable[[ClosingBasis], Iterator[Problem]]:
    return lambda basis: (problem for problem in basis.findings if problem.code == code)


def _other_findings(basis: ClosingBasis) -> Iterator[Problem]:
    return (problem for problem in basis.findings if problem.code not in _TOLD_BY_THEMSELVES)


_LOOKS: Final[dict[CheckKind, _Look]] = {
    CheckKind.RECONCILED: reconciled,
    CheckKind.SIDE: wrong_sides,
    **{
        kind: _judged(kind, find)
        for kind, find in (
            (CheckKind.COVERED, not_covered),
            (CheckKind.BALANCED, unbalanced),
            (CheckKind.OPENING, opens_otherwise),
            (CheckKind.CHANGED, changed_before),
            (CheckKind.UNPLACED_ACCOUNT, _with_code(ACCOUNT_WITHOUT_LINE.code)),
            (CheckKind.UNPLACED_COST_CENTRE, _with_code(COST_CENTRE_WITHOUT_ROW.code)),
            (CheckKind.OWED, not_ordered),
            (CheckKind.ORDERED, not_booked),
            (CheckKind.STATEMENT, _other_findings),
        )
    },
}
