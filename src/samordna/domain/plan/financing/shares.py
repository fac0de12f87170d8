"""What does each group, and each member of it, pay in a year, and what had the key said?

Shared twice: between the groups, then within each. What is left over when every part has been cut down goes to the
largest remainders, so that parts are always the whole and no group strays a whole unit from its part.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from samordna.domain.association.association import Association, MemberWeight, parts_in_order
from samordna.domain.association.checks import association_problems
from samordna.domain.association.key import AllocationKey, GroupPart
from samordna.domain.association.members import Member, PayingGroup
from samordna.domain.association.problems import GROUP_WITHOUT_MEMBERS, NO_KEY, WEIGHTS_ALL_ZERO
from samordna.domain.plan.financing.allotment import BY_SURENESS, AllotmentEntry, AllotmentState
from samordna.domain.plan.financing.filling import filled, filling_problems
from samordna.domain.plan.financing.problems import ANOTHER_STATE, NOT_BY_KEY, NOTHING_TO_SHARE
from samordna.domain.plan.financing.year import AgreedAmount, YearFinancing, year_problems
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore, round_half_away
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Problem, Refused, refuses


@dataclass(frozen=True, slots=True)
class MemberShare:
    """What a member pays, what the key alone had said, and its weight; ``agreed`` when it pays what was agreed."""

    member: Member
    weight: MemberWeight
    by_key: Ore
    amount: Ore
    agreed: AgreedAmount | None = None


@dataclass(frozen=True, slots=True)
class GroupShare:
    """What a group pays, what the key alone had said of the same whole, its part of it, and its members' shares.

    ``allotment`` is the line of its allotment that the amount is, when there is one.
    """

    group: PayingGroup
    part: GroupPart
    by_key: Ore
    amount: Ore
    members: tuple[MemberShare, ...]
    allotment: AllotmentEntry | None = None


@dataclass(frozen=True, slots=True)
class Shares:
    """Who pays what in a year, resting on allotments in ``state``; ``findings`` are told and refuse nothing."""

    year: Period
    state: AllotmentState
    key: AllocationKey
    groups: tuple[GroupShare, ...]
    findings: tuple[Problem, ...] = ()

    @property
    def total(self) -> Ore:
        """What all of them pay together."""
        return sum(group.amount for group in self.groups)

    @property
    def surest(self) -> AllotmentState:
        """The surest state of the allotments that it rests on: no surer than ``state``, which is told without any."""
        used = [group.allotment.state for group in self.groups if group.allotment]
        return max(used, key=BY_SURENESS.index, default=self.state)

    @property
    def members(self) -> tuple[MemberShare, ...]:
        """Every member's share, group by group."""
        return tuple(member for group in self.groups for member in group.members)

    @property
    def amounts(self) -> Mapping[str, Ore]:
        """What each member pays, by its code."""
        return {share.member.code: share.amount for share in self.members}


def shares_of(association: Association, financing: YearFinancing, state: AllotmentState) -> Shares:
    """Return who pays what in a year when allotments are taken as they are in a state.

    Raises ``Refused`` when there is no key, nothing to share or nobody to share it between, or when what is agreed
    cannot be part of the whole.
    """
    key = association.key_of(financing.year)
    place = swedish("finansieringen {year}").format(year=financing.year.start.year)
    if key is None:
        raise Refused([NO_KEY.at(place, day=swedish_date(financing.year.start))])
    problems = (*association_problems(association), *year_problems(association, financing))
    if refuses(problems):
        raise Refused(problems)
    return _Sharing(association, financing, state, key, place).shared()


@dataclass(frozen=True)
class _Sharing:
    """A year on its way to be shared out."""

    association: Association
    financing: YearFinancing
    state: AllotmentState
    key: AllocationKey
    place: str

    def shared(self) -> Shares:
        problems = tuple(self._between_problems())
        if refuses(problems):
            raise Refused(problems)
        told = [self._group(group, part) for group, part in self._parts]
        problems += tuple(problem for _, found in told for problem in found)
        if refuses(problems):
            raise Refused(problems)
        groups = tuple(group for group, _ in told)
        findings = (*problems, *_not_by_key(groups, self.place))
        return Shares(self.financing.year, self.state, self.key, groups, findings)

    @cached_property
    def _parts(self) -> tuple[tuple[PayingGroup, GroupPart], ...]:
        return tuple(parts_in_order(self.association, self.key))

    @cached_property
    def _weights(self) -> dict[str, int]:
        return {group.id: part.weight for group, part in self._parts}

    @cached_property
    def _allotted(self) -> dict[str, AllotmentEntry]:
        told = {one.group: one.at(self.state) for one in self.financing.allotments}
        return {group: entry for group, entry in told.items() if entry}

    @cached_property
    def _fixed(self) -> dict[str, Ore]:
        """What groups pay whatever the key says: their allotment, or what every one of their members has agreed."""
        agreed = {one.member: one.amount for one in self.financing.agreed}
        told = {group.id: self.association.members_of(group.id, self.financing.year) for group, _ in self._parts}
        whole = {
            group: sum(agreed[member.code] for member in members)
            for group, members in told.items()
            if members and all(member.code in agreed for member in members)
        }
        return {**whole, **{group: entry.amount for group, entry in self._allotted.items()}}

    @cached_property
    def _whole(self) -> Ore:
        """The frame: as it is told, or what is fixed and beside it what the key makes of it for the other groups.

        Where groups have allotments, the others follow those, and not what members of a group have agreed.
        """
        if self.financing.whole is not None:
            return self.financing.whole
        fixed = sum(self._fixed.values())
        lead = {group: self._fixed[group] for group in (self._allotted or self._fixed)}
        known = sum(self._weights[group] for group in lead)
        others = sum(weight for group, weight in self._weights.items() if group not in self._fixed)
        if not known:
            return fixed
        size = self.key.unit.holds
        return fixed + int(round_half_away(Fraction(sum(lead.values()) * others, known) / size) * size)

    @cached_property
    def _amounts(self) -> dict[str, Ore]:
        return filled(self._whole, self._weights, self._fixed, self.key.unit)

    @cached_property
    def _by_key(self) -> dict[str, Ore]:
        return filled(self._whole, self._weights, {}, self.key.unit)

    def _between_problems(self) -> Iterator[Problem]:
        year = self.financing.year.start.year
        if self.financing.whole is None and not self._fixed:
            yield NOTHING_TO_SHARE.at(self.place, year=year)
        if not any(self._weights.values()):
            yield WEIGHTS_ALL_ZERO.at(self.place)
            return
        for group, _ in self._parts:
            entry = self._allotted.get(group.id)
            if entry and entry.state is not self.state:
                told = {"used": entry.state.in_words, "wanted": self.state.in_words}
                yield ANOTHER_STATE.at(f"{self.place}, {group.name}", **told)
        yield from filling_problems(self._whole, self._weights, self._fixed, self.key.unit, self.place)

    def _group(self, group: PayingGroup, part: GroupPart) -> tuple[GroupShare, tuple[Problem, ...]]:
        weighed, problems = self.association.weights_in(part, self.key, self.financing.year)
        agreed = {one.member: one for one in self.financing.agreed}
        weights = {one.member.code: one.weight for one in weighed}
        fixed = {code: agreed[code].amount for code in weights if code in agreed}
        whole, unit, place = self._amounts[group.id], self.key.unit, f"{self.place}, {group.name}"
        amounts, by_key = filled(whole, weights, fixed, unit), filled(self._by_key[group.id], weights, {}, unit)
        members = tuple(
            MemberShare(one.member, one, by_key[code], amounts[code], agreed.get(code))
            for one in weighed
            for code in (one.member.code,)
        )
        if not refuses(problems):
            problems += tuple(self._within_problems(group, whole, weights, fixed, place))
        share = GroupShare(group, part, self._by_key[group.id], whole, members, self._allotted.get(group.id))
        return share, problems

    def _within_problems(
        self, group: PayingGroup, whole: Ore, weights: Mapping[str, int], fixed: Mapping[str, Ore], place: str
    ) -> Iterator[Problem]:
        if not whole and not fixed:
            return
        if not weights:
            yield GROUP_WITHOUT_MEMBERS.at(place, group=group.name, year=self.financing.year.start.year)
        elif not any(weights.values()):
            yield WEIGHTS_ALL_ZERO.at(place)
        else:
            yield from filling_problems(whole, weights, fixed, self.key.unit, place)


def _not_by_key(groups: tuple[GroupShare, ...], place: str) -> Iterator[Problem]:
    """Yield a warning for each amount somebody agreed or allotted that is not what the key says of the same whole."""
    told: list[tuple[str, GroupShare | MemberShare]] = [
        *((group.group.name, group) for group in groups if group.allotment),
        *((member.member.name, member) for group in groups for member in group.members if member.agreed),
    ]
    for name, share in told:
        if share.amount != share.by_key:
            amounts = {"amount": whole_kronor(share.amount), "by_key": whole_kronor(share.by_key)}
            yield NOT_BY_KEY.at(f"{place}, {name}", **amounts)
