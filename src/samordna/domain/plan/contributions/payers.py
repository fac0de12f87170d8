"""Who pays for a year, how much, and through whom?

From the shares of the financing plan, member by member; or from what was entered by party when there is no such plan.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from samordna.domain.document import EnteredOrigin, Origin
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.agreement import Contribution
from samordna.domain.plan.contributions.rules import ContributionRules
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.plan.financing.shares import GroupShare, MemberShare, Shares
from samordna.domain.plan.financing.tables import member_origin, rests_on, share_origin
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period, month_of
from samordna.domain.values.spelling import folded

CONTRIBUTIONS_KEY = "plan:bidrag"
"""The key of a figure's origin that is a contribution entered by party, as in every statement."""


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays a part of the year's contributions: a member, or a party when no plan tells of members.

    ``key`` is the member's code or the party's name, ``months`` those of the year that it pays for. ``by_key`` is what
    the key alone had said, None where there is no key, ``agreed`` whether it pays what was agreed instead. ``through``
    is the payer that pays this one's part, empty when it pays itself; ``left`` its last day as a member.
    """

    key: str
    name: str
    amount: Ore
    months: Period
    origin: Origin
    by_key: Ore | None = None
    agreed: bool = False
    through: str = ""
    left: dt.date | None = None

    def answers_to(self, who: str) -> bool:
        """Tell whether somebody means this payer, by code or name."""
        return folded(who.strip()) in {folded(self.key), folded(self.name)}


@dataclass(frozen=True, slots=True)
class PayingGroupOf:
    """A group of payers: its id and name, what it pays, and who is in it. A party by itself is its own group."""

    id: str
    name: str
    amount: Ore
    origin: Origin
    payers: tuple[Payer, ...]
    by_key: Ore | None = None

    @property
    def is_one(self) -> bool:
        """Tell whether the group is one payer, told of in one line."""
        return len(self.payers) == 1 and self.payers[0].name == self.name


Payers: TypeAlias = tuple[PayingGroupOf, ...]
"""Everybody who pays for a year, group by group."""


def payers_of_shares(shares: Shares, rules: ContributionRules) -> Payers:
    """Return who pays by the financing plan; a rule may let a group pay through one of its members."""
    return tuple(
        PayingGroupOf(
            group.group.id,
            group.group.name,
            group.amount,
            share_origin(shares, group),
            tuple(_member(shares, group, one, rules) for one in group.members),
            group.by_key,
        )
        for group in shares.groups
    )


def _member(shares: Shares, group: GroupShare, share: MemberShare, rules: ContributionRules) -> Payer:
    through = rules.of(group.group.id).through
    known = any(one.member.code == through for one in group.members)
    return Payer(
        key=share.member.code,
        name=share.member.name,
        amount=share.amount,
        months=_months(share, shares.year),
        origin=member_origin(shares, group, share),
        by_key=share.by_key,
        agreed=share.agreed is not None,
        through=through if known and through != share.member.code else "",
        left=share.member.left,
    )


def _months(share: MemberShare, year: Period) -> Period:
    """Return the months of a year that a member is one in."""
    joined, left = share.member.joined, share.member.left
    first = max(year.first, month_of(joined)) if joined else year.first
    last = min(year.last, month_of(left)) if left else year.last
    return Period(first, last)


def payers_by_party(contributions: Iterable[Contribution], year: Period) -> Payers:
    """Return who pays by what was entered for a year, each party a group of its own."""
    return tuple(_party(one) for one in contributions if one.year == year)


def _party(one: Contribution) -> PayingGroupOf:
    source = one.source or swedish("Inlagt bidrag")
    origin = EnteredOrigin(source, CONTRIBUTIONS_KEY, Scenario.BUDGET.value, one.year)
    payer = Payer(one.party, one.party, one.amount, one.year, origin)
    return PayingGroupOf(one.party, one.party, one.amount, origin, (payer,))


def contributions_of(shares: Shares) -> tuple[Contribution, ...]:
    """Return what the groups contribute by the financing plan, its source saying which allotments that rests on.

    It is decided when every allotment is; what follows from a frame or the key alone is planned with.
    """
    return tuple(_contribution(shares, group) for group in shares.groups if group.amount)


def _contribution(shares: Shares, group: GroupShare) -> Contribution:
    told = rests_on(replace(shares, groups=(group,)))
    source = swedish("Finansieringsplanen: {told}").format(told=told)
    return Contribution(group.group.name, shares.year, group.amount, source, decided=_decided(shares, group))


def _decided(shares: Shares, group: GroupShare) -> bool:
    """Tell whether a group's amount is decided: by its allotment, its members' agreements, or beside such ones."""
    told = [one for one in shares.groups if one.allotment or _agreed(one)]
    if group.allotment is None and not _agreed(group):
        return bool(told) and all(_decided(shares, one) for one in told)
    return group.allotment is None or group.allotment.state is AllotmentState.DECIDED


def _agreed(group: GroupShare) -> bool:
    return bool(group.members) and all(member.agreed for member in group.members)
