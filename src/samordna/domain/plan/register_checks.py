"""What is wrong with a register?"""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from samordna.domain.plan import problems
from samordna.domain.plan.register import CostCentre, Merge, Register, RegisterRow, row_key
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month, month_in_words
from samordna.domain.values.problem import Problem

PLACE: Final = swedish("kostnadsställen")
_EVER: Final = 9999_12


def register_problems(register: Register) -> tuple[Problem, ...]:
    """Return everything that is wrong with a register, each with the row it is told of."""
    return (
        *_groups(register),
        *(problem for row in register.rows for problem in _row(row, register)),
        *_twice(register),
        *_counted_twice(register),
        *(problem for merge in register.merges for problem in _merge(merge, register)),
        *_merged_twice(register),
    )


def _groups(register: Register) -> Iterator[Problem]:
    for group, count in Counter(group.id for group in register.groups).items():
        if count > 1:
            yield problems.GROUP_TWICE.at(PLACE, group=group)


def _row(row: RegisterRow, register: Register) -> Iterator[Problem]:
    place = f"{PLACE}, {row.key or row.name}"
    if not row.key.strip():
        yield problems.ROW_WITHOUT_CODE.at(place, name=row.name)
    if not row.name.strip():
        yield problems.ROW_WITHOUT_NAME.at(place, row=row.key)
    known = [group.id for group in register.groups]
    if row.group not in known:
        yield problems.UNKNOWN_GROUP.at(place, row=row.key, group=row.group, known=", ".join(known) or swedish("inga"))
    if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
        first, last = month_in_words(row.valid_from), month_in_words(row.valid_to)
        yield problems.ENDS_BEFORE_IT_BEGINS.at(place, row=row.key, first=first, last=last)
    if isinstance(row, CostCentre):
        yield from _earlier(row, place)


def _earlier(row: CostCentre, place: str) -> Iterator[Problem]:
    """Yield what is wrong with the earlier codes of a row: one that never counts, and what is counted twice."""
    for one in row.earlier:
        if one.first and one.last and one.last < one.first:
            first, last = month_in_words(one.first), month_in_words(one.last)
            code = row_key(one.code, one.project)
            yield problems.EARLIER_ENDS_BEFORE_IT_BEGINS.at(place, code=code, first=first, last=last)
    twice = (one.key for one, other in combinations(_counts(row), 2) if _overlap(one, other))
    for code in dict.fromkeys(twice):
        yield problems.CODE_COUNTED_TWICE_IN_ROW.at(place, code=code, row=row.key)


def _twice(register: Register) -> Iterator[Problem]:
    for key, count in Counter(row.key for row in register.rows).items():
        if count > 1:
            yield problems.ROW_TWICE.at(f"{PLACE}, {key}", row=key)


class _Counted(NamedTuple):
    """What counts into a row: its own code, or an earlier one between two months."""

    row: str
    key: str
    first: Month
    last: Month


def _counted_twice(register: Register) -> Iterator[Problem]:
    """Yield a problem for each two rows that count the same cost centre in the same months."""
    counted = [one for row in register.cost_centres for one in _counts(row)]
    for one, other in combinations(counted, 2):
        if one.row != other.row and _overlap(one, other):
            yield problems.CODE_COUNTED_TWICE.at(f"{PLACE}, {other.row}", code=one.key, row=one.row, other=other.row)


def _overlap(one: _Counted, other: _Counted) -> bool:
    """Tell whether two of what counts are the same cost centre in any of the same months."""
    return one.key == other.key and one.first <= other.last and other.first <= one.last


def _counts(row: CostCentre) -> Iterator[_Counted]:
    yield _Counted(row.key, row.key, 0, _EVER)
    for one in row.earlier:
        yield _Counted(row.key, row_key(one.code, one.project), one.first or 0, one.last or _EVER)


def _merge(merge: Merge, register: Register) -> Iterator[Problem]:
    place = f"{PLACE}, {' + '.join(merge.rows)}"
    if len(set(merge.rows)) < 2 or not merge.scenarios:
        yield problems.MERGE_OF_ONE.at(place)
    for key in merge.rows:
        if register.row(key) is None:
            yield problems.MERGE_OF_UNKNOWN.at(place, row=key)


def _merged_twice(register: Register) -> Iterator[Problem]:
    for one, other in combinations(register.merges, 2):
        if one.year == other.year and one.scenarios & other.scenarios:
            for key in one.rows:
                if key in other.rows:
                    yield problems.MERGED_TWICE.at(f"{PLACE}, {key}", row=key)
