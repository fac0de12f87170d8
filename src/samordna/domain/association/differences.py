"""What did a change of members, keys, weights and populations change, as a person tells it?"""

from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

from samordna.domain.association.association import Association
from samordna.domain.association.key import AllocationKey
from samordna.domain.association.members import Member
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import swedish_date

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def association_differences(before: Association, after: Association) -> tuple[str, ...]:
    """Return a sentence for each thing that differs: groups, members, keys, weights, populations."""
    return (
        *_groups(before, after),
        *_members(before, after),
        *_keys(before, after),
        *_weights(before, after),
        *_populations(before, after),
    )


def days_in_words(member: Member) -> str:
    """Return from which day to which somebody is a member: ``från 1 juli 2024``; empty for always."""
    joined = swedish("från {day}").format(day=swedish_date(member.joined)) if member.joined else ""
    left = swedish("till och med {day}").format(day=swedish_date(member.left)) if member.left else ""
    return " ".join(part for part in (joined, left) if part)


def key_in_words(key: AllocationKey, association: Association) -> str:
    """Return a key's parts: ``Staten 2 (avtalade vikter), Kommunerna 1 (folkmängd)``."""
    named = {group.id: group.name for group in association.groups}
    return ", ".join(f"{named.get(one.group, one.group)} {one.weight} ({one.basis.in_words})" for one in key.parts)


def _groups(before: Association, after: Association) -> Iterator[str]:
    was, now = ({one.id: one.name for one in told.groups} for told in (before, after))
    for old, new, _ in _changed(was, now):
        if old is None:
            yield swedish("Gruppen {group} lades till.").format(group=new)
        elif new is None:
            yield swedish("Gruppen {group} togs bort.").format(group=old)
        else:
            yield swedish("Gruppen {group} heter nu {name}.").format(group=old, name=new)


def _members(before: Association, after: Association) -> Iterator[str]:
    was, now = ({one.code: one for one in told.members} for told in (before, after))
    for old, new, _ in _changed(was, now):
        if old is None and new:
            yield swedish("{member} lades till.").format(member=f"{new.name} {days_in_words(new)}".strip())
        elif new is None and old:
            yield swedish("{member} togs bort.").format(member=old.name)
        elif old and new:
            yield swedish("{member}: {what}.").format(member=new.name, what=", ".join(_of_member(old, new, after)))


def _of_member(old: Member, new: Member, association: Association) -> Iterator[str]:
    group = association.group(new.group)
    told = (
        (old.name, new.name, swedish("hette {old}").format(old=old.name)),
        (old.party, new.party, swedish("part {party}").format(party=new.party.in_words)),
        (old.group, new.group, swedish("grupp {group}").format(group=group.name if group else new.group)),
        (
            (old.joined, old.left),
            (new.joined, new.left),
            swedish("medlem {days}").format(days=days_in_words(new) or swedish("hela tiden")),
        ),
    )
    yield from (words for was, now, words in told if was != now)


def _keys(before: Association, after: Association) -> Iterator[str]:
    was, now = ({one.since: one for one in told.keys} for told in (before, after))
    for old, new, since in _changed(was, now):
        day = swedish_date(since)
        if new is None:
            yield swedish("Fördelningsnyckeln från {day} togs bort.").format(day=day)
        else:
            words = swedish("Fördelningsnyckeln från {day} ändrades: {parts}.")
            if old is None:
                words = swedish("Fördelningsnyckeln från {day} lades in: {parts}.")
            yield words.format(day=day, parts=key_in_words(new, after))


def _weights(before: Association, after: Association) -> Iterator[str]:
    was, now = ({(one.member, one.since): one.weight for one in told.weights} for told in (before, after))
    for old, new, (member, since) in _changed(was, now):
        told = {"member": _name(member, before, after), "day": swedish_date(since), **_from_to(old, new)}
        if new is None:
            yield swedish("{member}: vikten från {day} togs bort.").format(**told)
        else:
            words = swedish("{member}: vikt {new} från {day}, tidigare {old}.")
            yield (swedish("{member}: vikt {new} från {day}.") if old is None else words).format(**told)


def _populations(before: Association, after: Association) -> Iterator[str]:
    was, now = ({(one.member, one.reference_date): one.count for one in told.populations} for told in (before, after))
    for old, new, (member, day) in _changed(was, now):
        told = {"member": _name(member, before, after), "day": swedish_date(day), **_from_to(old, new)}
        if new is None:
            yield swedish("{member}: folkmängden {day} togs bort.").format(**told)
        else:
            words = swedish("{member}: {new} invånare {day}, tidigare {old}.")
            yield (swedish("{member}: {new} invånare {day}.") if old is None else words).format(**told)


def _from_to(old: int | None, new: int | None) -> dict[str, str]:
    return {"old": swedish_number(old or 0), "new": swedish_number(new or 0)}


def _name(code: str, before: Association, after: Association) -> str:
    found = after.member(code) or before.member(code)
    return found.name if found else code


def _changed(was: Mapping[K, V], now: Mapping[K, V]) -> Iterator[tuple[V | None, V | None, K]]:
    """Yield what is new or another, in its order now, then what is gone: old, new, and what it is known by."""
    for key, new in now.items():
        if was.get(key) != new:
            yield was.get(key), new, key
    for key, old in was.items():
        if key not in now:
            yield old, None, key
