"""How does the association order its groups, tell rows together, place what is new, and take a change back?"""

from dataclasses import replace
from functools import partial
from itertools import count

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.register import NO_REGISTER, CostCentre, Group, Merge, Register, RegisterRow
from samordna.domain.statements.register_proposal import proposed_group, proposed_register
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.followed.registers import LONGEST_CODE, change_register
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_saying import say_of
from samordna.office.actions.plan.plan_things import the_register
from samordna.office.questions.followed.register import register_shown
from samordna.office.store.plan_rows import ALWAYS, REGISTER, history_of
from samordna.office.store.writing import alone
from samordna.renderers.printable import one_line

_PLACE = swedish("kostnadsställen")
_GROUPS = swedish("grupper")


def add_row(row: RegisterRow, *, by: Actor, seen: int | None = None) -> int:
    """Add a row last in its group."""
    return change_register(f"{row.key} {row.name}", partial(_added, row=row), by=by, seen=seen)


def place_row(row: CostCentre, *, by: Actor, seen: int | None = None) -> int:
    """Give a cost centre of the ledger that no row answers for a row last in its group.

    A group that is proposed and not there yet comes with it. Raises ``Refused``, also when nothing is booked so that
    no row answers for it.
    """

    def change(register: Register) -> Register:
        found = register_shown().unplaced
        if not any((one.code, one.project) == (row.code, row.project) for one in found):
            raise Refused([problems.NOT_UNPLACED.at(_PLACE, row=mask(one_line(row.key[:LONGEST_CODE])))])
        proposed = {one.group for one in found}
        return _added(_with_group(register, row.group) if row.group in proposed else register, row)

    return change_register(f"{row.key} {row.name}", change, by=by, seen=seen)


def _added(register: Register, row: RegisterRow) -> Register:
    if register.row(row.key):
        raise Refused([problems.ALREADY_PLACED.at(_PLACE, row=mask(row.key))])
    return replace(register, rows=(*register.rows, row))


def place_all(*, by: Actor, seen: int | None = None) -> int:
    """Give every cost centre of the ledger that no row answers for the row that is proposed for it."""
    with doing(Deed.CHANGE_REGISTER, by=by, subject=_PLACE):
        found = register_shown().unplaced
        if not found:
            raise Refused([problems.NOTHING_TO_PLACE.at(_PLACE)])
        proposed = proposed_register(found)

    def change(register: Register) -> Register:
        for group in proposed.groups:
            register = _with_group(register, group.id)
        return replace(register, rows=(*register.rows, *proposed.rows))

    return change_register(_PLACE, change, by=by, seen=seen)


def add_group(name: str, *, by: Actor, seen: int | None = None) -> int:
    """Add a group last; its id is made of its name, or is a number of its own when the name has no letters."""

    def change(register: Register) -> Register:
        if not name.strip():
            raise Refused([problems.GROUP_WITHOUT_NAME.at(_GROUPS)])
        return replace(register, groups=(*register.groups, Group(_id_of(name, register), name.strip())))

    return change_register(name, change, by=by, seen=seen)


def rename_group(group: str, name: str, *, by: Actor, seen: int | None = None) -> int:
    """Give a group another name."""

    def change(register: Register) -> Register:
        _must_have_group(register, group)
        if not name.strip():
            raise Refused([problems.GROUP_WITHOUT_NAME.at(_GROUPS)])
        named = (Group(group, name.strip()) if one.id == group else one for one in register.groups)
        return replace(register, groups=tuple(named))

    return change_register(name, change, by=by, seen=seen)


def move_group(group: str, *, up: bool, by: Actor, seen: int | None = None) -> int:
    """Move a group one step among the others."""

    def change(register: Register) -> Register:
        _must_have_group(register, group)
        groups = list(register.groups)
        at = next(place for place, one in enumerate(groups) if one.id == group)
        to = min(max(at + (-1 if up else 1), 0), len(groups) - 1)
        groups.insert(to, groups.pop(at))
        return replace(register, groups=tuple(groups))

    return change_register(group, change, by=by, seen=seen)


def remove_group(group: str, *, by: Actor, seen: int | None = None) -> int:
    """Take away a group that has no rows."""

    def change(register: Register) -> Register:
        _must_have_group(register, group)
        rows = register.in_group(group)
        if rows:
            told = ", ".join(row.key for row in rows)
            raise Refused([problems.GROUP_IN_USE.at(_GROUPS, group=mask(group), rows=mask(told))])
        return replace(register, groups=tuple(one for one in register.groups if one.id != group))

    return change_register(group, change, by=by, seen=seen)


def add_merge(merge: Merge, *, by: Actor, seen: int | None = None) -> int:
    """Tell rows together for a year."""

    def change(register: Register) -> Register:
        return replace(register, merges=(*register.merges, merge))

    return change_register(" + ".join(merge.rows), change, by=by, seen=seen)


def remove_merge(rows: tuple[str, ...], year: int, *, by: Actor, seen: int | None = None) -> int:
    """Tell rows by themselves again for a year."""

    def change(register: Register) -> Register:
        kept = tuple(one for one in register.merges if (one.rows, one.year) != (rows, year))
        if kept == register.merges:
            raise Refused([problems.NO_SUCH_MERGE.at(_PLACE, rows=mask(" + ".join(rows)), year=year)])
        return replace(register, merges=kept)

    return change_register(" + ".join(rows), change, by=by, seen=seen)


def undo_register(*, by: Actor, seen: int | None = None) -> int:
    """Let the register be what it was before its latest change: that too is a change, and can be taken back."""
    with doing(Deed.CHANGE_REGISTER, by=by, subject=_PLACE), alone():
        said = history_of(REGISTER, "", ALWAYS)
        if not said:
            raise Refused([problems.NOTHING_TO_UNDO.at(_PLACE)])
        before = said[1].value if len(said) > 1 else None
        return say_of(the_register(), before or NO_REGISTER, Deed.CHANGE_REGISTER, by=by, seen=seen)


def _with_group(register: Register, group: str) -> Register:
    if not group or any(one.id == group for one in register.groups):
        return register
    return replace(register, groups=(*register.groups, proposed_group(group)))


def _must_have_group(register: Register, group: str) -> None:
    if not any(one.id == group for one in register.groups):
        raise Refused([problems.NO_SUCH_GROUP.at(_GROUPS, group=mask(group))])


def _id_of(name: str, register: Register) -> str:
    """Return the id of a group by its name, as a layout names it."""
    plain = name.strip().lower().translate(_PLAIN)
    told = "-".join("".join(sign if sign.isalnum() else " " for sign in plain).split())
    taken = {group.id for group in register.groups}
    return told or next(free for number in count(1) if (free := f"grupp-{number}") not in taken)


_PLAIN = str.maketrans("åäöé", "aaoe")
