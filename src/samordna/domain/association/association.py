"""Who pays in a year, by which key, and what does each weigh?"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.association.key import AgreedWeight, AllocationKey, Basis, GroupPart
from samordna.domain.association.members import Member, PayingGroup
from samordna.domain.association.population import PopulationCount, latest_count
from samordna.domain.association.problems import MEMBER_WITHOUT_WEIGHT, POPULATION_MISSING, POPULATION_OLDER
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Problem


@dataclass(frozen=True, slots=True)
class MemberWeight:
    """What a member weighs in a year: its population or agreed weight for every day of the year that it is a member.

    ``counted`` is the weight itself, ``how`` the sentence that says where it comes from.
    """

    member: Member
    weight: int
    counted: int
    how: str


@dataclass(frozen=True)
class Association:
    """The members of an association in their paying groups, its keys, agreed weights and populations."""

    groups: tuple[PayingGroup, ...] = ()
    members: tuple[Member, ...] = ()
    keys: tuple[AllocationKey, ...] = ()
    weights: tuple[AgreedWeight, ...] = ()
    populations: tuple[PopulationCount, ...] = ()

    def key_of(self, year: Period) -> AllocationKey | None:
        """Return the key that holds on the first day of a year; None when none has begun."""
        begun = [key for key in self.keys if key.since <= year.start]
        return max(begun, key=lambda key: key.since, default=None)

    def group(self, group_id: str) -> PayingGroup | None:
        """Return the group with an id; None when there is none."""
        return next((group for group in self.groups if group.id == group_id), None)

    def member(self, code: str) -> Member | None:
        """Return the member with a code; None when there is none."""
        return next((member for member in self.members if member.code == code), None)

    def members_of(self, group_id: str, year: Period) -> tuple[Member, ...]:
        """Return who is a member of a group on any day of a year, in the order of the register."""
        return tuple(one for one in self.members if one.group == group_id and one.days_in(year))

    def weights_in(
        self, part: GroupPart, key: AllocationKey, year: Period
    ) -> tuple[tuple[MemberWeight, ...], tuple[Problem, ...]]:
        """Return what each member of a group weighs in a year, and what is wrong with it.

        A member whose weight is not known is left out of the weights and told as a problem that refuses.
        """
        told = [self._weighed(member, part.basis, key, year) for member in self.members_of(part.group, year)]
        weights = tuple(weight for weight, _ in told if weight)
        return weights, tuple(problem for _, problem in told if problem)

    def _weighed(
        self, member: Member, basis: Basis, key: AllocationKey, year: Period
    ) -> tuple[MemberWeight | None, Problem | None]:
        if basis is Basis.POPULATION:
            return self._by_population(member, key, year)
        begun = [one for one in self.weights if one.member == member.code and one.since <= _first_day(member, year)]
        weight = max(begun, key=lambda one: one.since, default=None)
        if weight is None:
            return None, MEMBER_WITHOUT_WEIGHT.at(member.name, year=year.start.year)
        how = swedish("vikt {weight}, {source}").format(weight=swedish_number(weight.weight), source=weight.source)
        return _weight(member, weight.weight, how, year), None

    def _by_population(
        self, member: Member, key: AllocationKey, year: Period
    ) -> tuple[MemberWeight | None, Problem | None]:
        wanted = key.counted.before(year)
        found = latest_count(self.populations, member.code, wanted)
        if found is None:
            return None, POPULATION_MISSING.at(member.name, day=swedish_date(wanted))
        told = {"count": swedish_number(found.count), "day": swedish_date(found.reference_date), "source": found.source}
        how = swedish("{count} invånare {day}, {source}").format(**told)
        older = POPULATION_OLDER.at(member.name, day=swedish_date(wanted), used=told["day"])
        return _weight(member, found.count, how, year), None if found.reference_date == wanted else older


NO_ASSOCIATION: Final = Association()


def _first_day(member: Member, year: Period) -> dt.date:
    return max(year.start, member.joined or year.start)


def _weight(member: Member, counted: int, how: str, year: Period) -> MemberWeight:
    days = member.days_in(year)
    whole = (year.end - year.start).days + 1
    if days != whole:
        how = swedish("{how}; medlem {days} av årets {whole} dagar").format(how=how, days=days, whole=whole)
    return MemberWeight(member, counted * days, counted, how)


def parts_in_order(association: Association, key: AllocationKey) -> Iterator[tuple[PayingGroup, GroupPart]]:
    """Yield the groups that a key names, in the association's own order."""
    for group in association.groups:
        part = key.part_of(group.id)
        if part:
            yield group, part
