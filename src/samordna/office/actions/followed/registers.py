"""How does the association say which rows it follows its money by?"""

from collections.abc import Callable, Iterator
from typing import Final

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.problems import LINE_IS_COST_CENTRE
from samordna.domain.plan.register import (
    NO_REGISTER,
    BudgetLine,
    CostCentre,
    Group,
    Merge,
    Register,
    RegisterRow,
    object_of,
)
from samordna.domain.plan.register_checks import register_problems
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_texts import ledger_objects, said_problems
from samordna.office.actions.plan.plan_things import the_register
from samordna.office.store.plan_rows import REGISTER, values_of
from samordna.office.store.writing import alone
from samordna.renderers.printable import one_line

_PLACE = swedish("kostnadsställen")
LONGEST_NAME: Final = 200
LONGEST_CODE: Final = 60
"""Characters of a name, and of a code that the ledger does not have."""


def set_register(register: Register, *, by: Actor, seen: int | None = None) -> int:
    """Let the rows and their groups be these, and return the number of the line that says so.

    ``seen`` is the line that the change was made from. Raises ``Refused`` with everything that is wrong with it.
    """
    return change_register(_PLACE, lambda _: register, by=by, seen=seen)


def put_row(row: RegisterRow, *, instead_of: str = "", by: Actor, seen: int | None = None) -> int:
    """Add a row last in its group, or put it where the row ``instead_of`` stands, and return the line's number."""

    def change(register: Register) -> Register:
        if not instead_of:
            return _with(register, (*register.rows, row))
        _must_have(register, instead_of)
        merges = tuple(_renamed(merge, instead_of, row.key) for merge in register.merges)
        rows = tuple(row if one.key == instead_of else one for one in register.rows)
        return Register(register.groups, rows, merges)

    return change_register(f"{row.key} {row.name}", change, by=by, seen=seen)


def remove_row(key: str, *, by: Actor, seen: int | None = None) -> int:
    """Take a row out of the register; what the ledger books on it is shown as having no row."""

    def change(register: Register) -> Register:
        _must_have(register, key)
        return _with(register, tuple(one for one in register.rows if one.key != key))

    return change_register(key, change, by=by, seen=seen)


def move_row(key: str, *, up: bool, by: Actor, seen: int | None = None) -> int:
    """Move a row one step among the rows of its group."""

    def change(register: Register) -> Register:
        _must_have(register, key)
        rows = list(register.rows)
        at = next(i for i, one in enumerate(rows) if one.key == key)
        near = [i for i, one in enumerate(rows) if one.group == rows[at].group]
        place = near.index(at) + (-1 if up else 1)
        if 0 <= place < len(near):
            other = near[place]
            rows[at], rows[other] = rows[other], rows[at]
        return _with(register, tuple(rows))

    return change_register(key, change, by=by, seen=seen)


def put_group(group: Group, *, by: Actor, seen: int | None = None) -> int:
    """Add a group last, or give the one with the same id another name."""

    def change(register: Register) -> Register:
        if not group.name.strip():
            raise Refused([problems.GROUP_WITHOUT_NAME.at(_PLACE)])
        there = any(one.id == group.id for one in register.groups)
        groups = tuple(group if one.id == group.id else one for one in register.groups)
        return Register(groups if there else (*groups, group), register.rows, register.merges)

    return change_register(group.name, change, by=by, seen=seen)


def change_register(what: str, change: Callable[[Register], Register], *, by: Actor, seen: int | None) -> int:
    """Let the register be what ``change`` makes of it, and return the number of the line that says so.

    ``what`` is what of it a person changed. Raises ``Refused`` with everything that is wrong with what came of it.
    """
    with doing(Deed.CHANGE_REGISTER, by=by, subject=mask(what)), alone():
        held = next(iter(values_of(REGISTER)), NO_REGISTER)
        register = change(held)
        refuse_any((*register_problems(register), *words_problems(register), *new_row_problems(register, held)))
        return say_of(the_register(), register, Deed.CHANGE_REGISTER, by=by, seen=seen)


def words_problems(register: Register) -> tuple[Problem, ...]:
    """Return what is wrong with the words of a register, besides how its rows hang together."""
    return tuple(_words_problems(register))


def _words_problems(register: Register) -> Iterator[Problem]:
    for row in register.rows:
        place = f"{_PLACE}, {row.key[:LONGEST_CODE]}"
        performer = row.performer if isinstance(row, CostCentre) else ""
        yield from text_problems(place, row.name, row.responsible, performer, longest=LONGEST_NAME)
        yield from text_problems(place, row.remark)
        yield from said_problems(place, tuple(_codes(row)))
    for group in register.groups:
        yield from text_problems(_PLACE, group.id, group.name, longest=LONGEST_NAME)
    yield from text_problems(_PLACE, *(merge.remark for merge in register.merges))


def new_row_problems(register: Register, held: Register) -> Iterator[Problem]:
    """Yield what is wrong with the codes of rows that are new or changed; a code of the ledger is as it is."""
    changed = [row for row in register.rows if row not in held.rows]
    if not changed:
        return
    booked = ledger_objects()
    known = {code for _, code in booked}
    for row in changed:
        place = f"{_PLACE}, {mask(row.key[:LONGEST_CODE])}"
        is_new_line = isinstance(row, BudgetLine) and not isinstance(held.row(row.key), BudgetLine)
        if is_new_line and object_of(row.key.partition(":")[0]) in booked:
            yield LINE_IS_COST_CENTRE.at(place, row=mask(row.key))
        for code in (code for code in _codes(row) if code not in known):
            if len(code) > LONGEST_CODE:
                yield problems.TEXT_TOO_LONG.at(place, count=len(code), most=LONGEST_CODE)
            elif code != one_line(code).strip():
                yield problems.CODE_MALFORMED.at(place, code=mask(one_line(code)))


def _codes(row: RegisterRow) -> Iterator[str]:
    """Yield the codes that are said of a row: its own, its project's, and those that it had before."""
    if isinstance(row, BudgetLine):
        yield row.key
    else:
        yield from (row.code, row.project)
        yield from (part for one in row.earlier for part in (one.code, one.project))


def _with(register: Register, rows: tuple[RegisterRow, ...]) -> Register:
    """Return the register with other rows; what was told of together with one that is gone stands by itself."""
    keys = {row.key for row in rows}
    merges = tuple(merge for merge in register.merges if set(merge.rows) <= keys)
    return Register(register.groups, rows, merges)


def _renamed(merge: Merge, old: str, new: str) -> Merge:
    rows = tuple(new if key == old else key for key in merge.rows)
    return Merge(rows, merge.year, merge.scenarios, merge.remark)


def _must_have(register: Register, key: str) -> None:
    if register.row(key) is None:
        raise Refused([problems.NO_SUCH_ROW.at(_PLACE, row=mask(key))])
