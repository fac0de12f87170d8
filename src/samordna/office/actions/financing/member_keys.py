"""How does the association enter its paying groups, their key, what members weigh and how many live there?"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count

from samordna.access.actor import Actor
from samordna.domain.association.association import Association
from samordna.domain.association.key import AgreedWeight, AllocationKey
from samordna.domain.association.members import PayingGroup
from samordna.domain.association.population import PopulationCount
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Refused
from samordna.office.actions.financing import financing_problems as problems
from samordna.office.actions.financing.members import PLACE, change_members

_PLAIN = str.maketrans("åäöé", "aaoe")


def add_paying_group(name: str, *, by: Actor, seen: int | None = None) -> int:
    """Add a paying group last; its id is made of its name."""

    def change(association: Association) -> Association:
        _must_be_named(name)
        group = PayingGroup(_id_of(name, association), name.strip())
        return replace(association, groups=(*association.groups, group))

    return change_members(name, change, by=by, seen=seen)


def rename_paying_group(group: str, name: str, *, by: Actor, seen: int | None = None) -> int:
    """Give a paying group another name."""

    def change(association: Association) -> Association:
        _must_have(association, group)
        _must_be_named(name)
        named = (replace(one, name=name.strip()) if one.id == group else one for one in association.groups)
        return replace(association, groups=tuple(named))

    return change_members(name, change, by=by, seen=seen)


def remove_paying_group(group: str, *, by: Actor, seen: int | None = None) -> int:
    """Take away a paying group that has no members, and its part of every key."""

    def change(association: Association) -> Association:
        _must_have(association, group)
        members = ", ".join(one.name for one in association.members if one.group == group)
        if members:
            raise Refused([problems.PAYING_GROUP_IN_USE.at(PLACE, group=mask(group), members=mask(members))])
        keys = (
            replace(key, parts=tuple(part for part in key.parts if part.group != group)) for key in association.keys
        )
        groups = tuple(one for one in association.groups if one.id != group)
        return replace(association, groups=groups, keys=tuple(keys))

    return change_members(group, change, by=by, seen=seen)


def set_key(key: AllocationKey, *, by: Actor, seen: int | None = None) -> int:
    """Enter the key that holds from a day on, instead of one that began on that day."""

    def change(association: Association) -> Association:
        kept = (one for one in association.keys if one.since != key.since)
        return replace(association, keys=tuple(sorted((*kept, key), key=lambda one: one.since)))

    return change_members(swedish("fördelningsnyckel"), change, by=by, seen=seen)


def remove_key(since: date, *, by: Actor, seen: int | None = None) -> int:
    """Take away the key that begins on a day."""

    def change(association: Association) -> Association:
        kept = tuple(one for one in association.keys if one.since != since)
        if kept == association.keys:
            raise Refused([problems.NO_SUCH_KEY.at(PLACE, day=swedish_date(since))])
        return replace(association, keys=kept)

    return change_members(swedish("fördelningsnyckel"), change, by=by, seen=seen)


def agree_weight(weight: AgreedWeight, *, by: Actor, seen: int | None = None) -> int:
    """Enter what a member is agreed to weigh from a day on, instead of what it weighed from that day."""

    def change(association: Association) -> Association:
        kept = (one for one in association.weights if (one.member, one.since) != (weight.member, weight.since))
        return replace(association, weights=(*kept, weight))

    return change_members(weight.member, change, by=by, seen=seen)


def remove_weight(member: str, since: date, *, by: Actor, seen: int | None = None) -> int:
    """Take away what a member is agreed to weigh from a day on."""

    def change(association: Association) -> Association:
        kept = tuple(one for one in association.weights if (one.member, one.since) != (member, since))
        if kept == association.weights:
            raise Refused([problems.NOT_ENTERED.at(mask(member))])
        return replace(association, weights=kept)

    return change_members(member, change, by=by, seen=seen)


def enter_population(*counts: PopulationCount, by: Actor, seen: int | None = None) -> int:
    """Enter the populations of members on a day, instead of what was entered for the same member and day."""

    def change(association: Association) -> Association:
        return with_populations(association, counts)

    what = swedish("folkmängd, {members}").format(members=", ".join(dict.fromkeys(one.member for one in counts)))
    return change_members(what, change, by=by, seen=seen)


def with_populations(association: Association, counts: Iterable[PopulationCount]) -> Association:
    """Return an association with populations instead of those of the same members and days."""
    new = {(one.member, one.reference_date): one for one in counts}
    kept = tuple(one for one in association.populations if (one.member, one.reference_date) not in new)
    return replace(association, populations=(*kept, *new.values()))


def remove_population(member: str, day: date, *, by: Actor, seen: int | None = None) -> int:
    """Take away a member's population of a day."""

    def change(association: Association) -> Association:
        kept = tuple(one for one in association.populations if (one.member, one.reference_date) != (member, day))
        if kept == association.populations:
            raise Refused([problems.NOT_ENTERED.at(mask(member))])
        return replace(association, populations=kept)

    return change_members(member, change, by=by, seen=seen)


def _must_have(association: Association, group: str) -> None:
    if association.group(group) is None:
        raise Refused([problems.NO_SUCH_PAYING_GROUP.at(PLACE, group=mask(group))])


def _must_be_named(name: str) -> None:
    if not name.strip():
        raise Refused([problems.PAYING_GROUP_WITHOUT_NAME.at(PLACE)])


def _id_of(name: str, association: Association) -> str:
    """Return an id for a group by its name, that no other group has."""
    plain = name.strip().lower().translate(_PLAIN)
    told = "-".join("".join(sign if sign.isalnum() else " " for sign in plain).split()) or "grupp"
    taken = {group.id for group in association.groups}
    return next(free for number in count(1) if (free := told if number == 1 else f"{told}-{number}") not in taken)
