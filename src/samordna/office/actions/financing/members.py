"""How does the association say who its members are, in which groups they pay, and by which key?"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.association.association import NO_ASSOCIATION, Association
from samordna.domain.association.checks import association_problems
from samordna.domain.association.key import AgreedWeight, AllocationKey
from samordna.domain.association.lawful import with_lawful_groups
from samordna.domain.association.members import Member
from samordna.domain.association.population import PopulationCount
from samordna.domain.plan.financing.year import YearFinancing, year_problems
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Problem, Refused, Severity
from samordna.office.actions.doing import doing
from samordna.office.actions.financing import financing_problems as problems
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import the_association
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.store.plan_rows import ALWAYS, ASSOCIATION, history_of
from samordna.office.store.writing import alone

PLACE: Final = swedish("medlemmar och fördelningsnyckel")
LONGEST_NAME: Final = 200
"""Characters of a name, and of a code."""
_Sourced: TypeAlias = AllocationKey | AgreedWeight | PopulationCount
"""What must say where it is written."""


def change_members(what: str, change: Callable[[Association], Association], *, by: Actor, seen: int | None) -> int:
    """Let the association be what ``change`` makes of it, and return the number of the line that says so.

    ``what`` is what of it a person changed. Raises ``Refused`` as ``say_changed`` does.
    """
    with doing(Deed.CHANGE_MEMBERS, by=by, subject=mask(what)), alone():
        return say_changed(change, Deed.CHANGE_MEMBERS, by=by, seen=seen)


def say_changed(change: Callable[[Association], Association], deed: Deed, *, by: Actor, seen: int | None) -> int:
    """Say in the open transaction what ``change`` makes of the association, and return the number of the line.

    ``seen`` is the line that the change was made from. Raises ``Refused`` with everything that the change makes wrong:
    with the association, or with how a year is financed.
    """
    held = plan_held()
    association = change(held.association)
    found = (*association_problems(association), *_of_years(association, held.association, held.financing))
    refuse_any((*found, *_of_texts(association), *_of_asked(association, held)))
    return say_of(the_association(), association, deed, by=by, seen=seen)


def _of_asked(after: Association, held: PlanHeld) -> Iterator[Problem]:
    """Yield who is a member no more and has been asked for contributions that stand."""
    codes = {one.code for one in after.members}
    for member in (one for one in held.association.members if one.code not in codes):
        asked = [said.value for said in held.requisitions if said.value.payer == member.code and said.value.stands]
        years = ", ".join(dict.fromkeys(str(one.year.last // 100) for one in asked))
        if asked:
            yield problems.MEMBER_ASKED.at(mask(member.name), member=member.name, years=years)


def _of_years(after: Association, before: Association, years: Iterable[YearFinancing]) -> Iterator[Problem]:
    """Yield what a change makes wrong with how years are financed; what was wrong already is not this person's."""
    for year in years:
        known = set(year_problems(before, year))
        yield from (one for one in year_problems(after, year) if one not in known and one.severity is Severity.REFUSE)


def _of_texts(association: Association) -> Iterator[Problem]:
    for group in association.groups:
        yield from text_problems(PLACE, group.id, group.name, longest=LONGEST_NAME)
    for member in association.members:
        yield from text_problems(mask(member.name or PLACE), member.code, member.name, longest=LONGEST_NAME)
    sourced: tuple[_Sourced, ...] = (*association.keys, *association.weights, *association.populations)
    for one in sourced:
        yield from text_problems(PLACE, one.source)
        if not one.source.strip():
            yield problems.WITHOUT_SOURCE.at(_place_of(one))


def _place_of(one: _Sourced) -> str:
    if isinstance(one, AllocationKey):
        return swedish("fördelningsnyckeln från {day}").format(day=swedish_date(one.since))
    return mask(one.member)


def lay_up_lawful_groups(since: date, *, by: Actor, seen: int | None = None) -> int:
    """Lay up the paying groups, the State's members and the key that the law gives, from a day on."""

    def change(association: Association) -> Association:
        lawful = with_lawful_groups(association, since)
        if lawful.groups == association.groups:
            raise Refused([problems.LAWFUL_GROUPS_THERE.at(PLACE)])
        return lawful

    return change_members(swedish("grupperna enligt lagen"), change, by=by, seen=seen)


def add_member(member: Member, weight: AgreedWeight | None = None, *, by: Actor, seen: int | None = None) -> int:
    """Add a member last in its group, with what it weighs when that is agreed."""

    def change(association: Association) -> Association:
        held = association.member(member.code)
        if held:
            raise Refused([problems.MEMBER_THERE.at(mask(member.name), code=mask(member.code), member=held.name)])
        weights = (*association.weights, *([weight] if weight else []))
        return replace(association, members=(*association.members, member), weights=weights)

    return change_members(member.name, change, by=by, seen=seen)


def change_member(member: Member, *, by: Actor, seen: int | None = None) -> int:
    """Let a member have another name, side, group, first or last day; its code is how it is known."""

    def change(association: Association) -> Association:
        _must_have(association, member.code)
        told = tuple(member if one.code == member.code else one for one in association.members)
        return replace(association, members=told)

    return change_members(member.name, change, by=by, seen=seen)


def end_member(code: str, last: date, *, by: Actor, seen: int | None = None) -> int:
    """Say which day is a member's last. Raises ``Refused`` while something is agreed with it for a later year."""

    def change(association: Association) -> Association:
        _must_have(association, code)
        told = tuple(replace(one, left=last) if one.code == code else one for one in association.members)
        return replace(association, members=told)

    return change_members(code, change, by=by, seen=seen)


def remove_member(code: str, *, by: Actor, seen: int | None = None) -> int:
    """Take away a member that was entered by mistake, with its weights and populations."""

    def change(association: Association) -> Association:
        _must_have(association, code)
        return replace(
            association,
            members=tuple(one for one in association.members if one.code != code),
            weights=tuple(one for one in association.weights if one.member != code),
            populations=tuple(one for one in association.populations if one.member != code),
        )

    return change_members(code, change, by=by, seen=seen)


def _must_have(association: Association, code: str) -> None:
    if association.member(code) is None:
        raise Refused([problems.NO_SUCH_MEMBER.at(PLACE, code=mask(code))])


def undo_members(*, by: Actor, seen: int | None = None) -> int:
    """Let members and key be what they were before the latest change: that too is a change, and can be taken back."""
    with doing(Deed.CHANGE_MEMBERS, by=by, subject=PLACE), alone():
        said = history_of(ASSOCIATION, "", ALWAYS)
        if not said:
            raise Refused([problems.NEVER_CHANGED.at(PLACE)])
        before = (said[1].value if len(said) > 1 else None) or NO_ASSOCIATION
        held = plan_held()
        refuse_any((*_of_years(before, held.association, held.financing), *_of_asked(before, held)))
        return say_of(the_association(), before, Deed.CHANGE_MEMBERS, by=by, seen=seen)
