"""Who are the members, by which key do they pay, how many live there, and who changed what?"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from samordna.domain.association.association import NO_ASSOCIATION, Association
from samordna.domain.association.checks import association_problems
from samordna.domain.association.differences import association_differences
from samordna.domain.association.key import AllocationKey, Basis
from samordna.domain.association.lawful import with_lawful_groups
from samordna.domain.association.members import Member
from samordna.domain.association.population import PublishedCounts, latest_count
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store.plan_rows import ALWAYS, ASSOCIATION, Said, history_of


@dataclass(frozen=True, slots=True)
class MembersChange:
    """A change of members or key: its line in the journal, what it changed, when and by whom."""

    number: int
    told: tuple[str, ...]
    at: dt.datetime
    by: str


@dataclass(frozen=True, slots=True)
class MembersShown:
    """The association as it stands; ``seen`` is the line of the journal that holds, 0 for none.

    ``lacks_lawful`` tells that a group of the law is not there. ``changes`` are the latest first.
    """

    association: Association
    seen: int
    problems: tuple[Problem, ...]
    lacks_lawful: bool
    published: tuple[PublishedCounts, ...]
    changes: tuple[MembersChange, ...]


@dataclass(frozen=True, slots=True)
class CountWanted:
    """What populations the key of a year counts: the day, the members it is asked for, and those that have none."""

    year: Period
    day: dt.date
    members: tuple[Member, ...]
    missing: tuple[Member, ...]


def members_shown() -> MembersShown:
    """Return members and key, and what is told of them."""
    said = history_of(ASSOCIATION, "", ALWAYS)
    held = plan_held()
    lawful = with_lawful_groups(held.association, dt.date(1900, 1, 1))
    return MembersShown(
        held.association,
        said[0].number if said else 0,
        association_problems(held.association),
        lawful.groups != held.association.groups,
        held.published,
        tuple(_changes(said)),
    )


def _changes(said: tuple[Said[Association | None], ...]) -> Iterator[MembersChange]:
    befores = [one.value or NO_ASSOCIATION for one in said[1:]]
    for one, before in zip(said, [*befores, NO_ASSOCIATION], strict=False):
        yield MembersChange(one.number, association_differences(before, one.value or NO_ASSOCIATION), one.at, one.by)


def counts_wanted(year: Period) -> CountWanted | None:
    """Return which populations a year's key counts; None when it has no key or counts none."""
    association = plan_held().association
    key = association.key_of(year)
    members = tuple(counted_members(association, key, year)) if key else ()
    if key is None or not members:
        return None
    day = key.counted.before(year)
    missing = tuple(one for one in members if _lacks(association, one, day))
    return CountWanted(year, day, members, missing)


def counted_members(association: Association, key: AllocationKey, year: Period) -> Iterator[Member]:
    """Yield the members of a year that are weighed by population."""
    for part in key.parts:
        if part.basis is Basis.POPULATION:
            yield from association.members_of(part.group, year)


def _lacks(association: Association, member: Member, day: dt.date) -> bool:
    found = latest_count(association.populations, member.code, day)
    return found is None or found.reference_date != day
