"""What would another allotment, member or key do to each member and to equity?

A scenario is the plan's own basis with something changed; it is shared out by the same rules, so that a scenario
without changes is the plan.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias

from samordna.domain.association.association import Association
from samordna.domain.association.differences import key_in_words
from samordna.domain.association.key import AgreedWeight, AllocationKey
from samordna.domain.association.key import Basis as WeighedBy
from samordna.domain.association.members import Member
from samordna.domain.association.population import PopulationCount
from samordna.domain.plan.financing.allotment import Allotment, AllotmentEntry, AllotmentState
from samordna.domain.plan.financing.problems import SCENARIO_MEMBER_EXISTS, SCENARIO_OF_UNKNOWN
from samordna.domain.plan.financing.shares import Shares, shares_of
from samordna.domain.plan.financing.year import YearFinancing
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore, round_half_away
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Refused


class Others(Enum):
    """What the other groups do when one group's allotment changes."""

    STAND = "stand"
    """They pay what the plan says."""
    FOLLOW = "follow"
    """They pay what the key says beside the changed one."""


@dataclass(frozen=True, slots=True)
class AllotmentChange:
    """A group's allotment changed by a part of itself (−1/10 is ten per cent less), in whole units of the key."""

    group: str
    by: Fraction
    others: Others = Others.STAND


@dataclass(frozen=True, slots=True)
class Joining:
    """A member that comes, with what it weighs by: a population or an agreed weight."""

    member: Member
    weight: AgreedWeight | PopulationCount


def joining(association: Association, year: Period, member: Member, weight: int) -> Joining:
    """Return a member that comes into a year with what its group is weighed by there: a population, or a weight.

    Its population is that of the key's day, told by whoever tries the scenario.
    """
    key = association.key_of(year)
    part = key.part_of(member.group) if key else None
    if key and part and part.basis is WeighedBy.POPULATION:
        return Joining(member, PopulationCount(member.code, weight, key.counted.before(year), TRIED))
    return Joining(member, AgreedWeight(member.code, weight, member.joined or year.start, TRIED))


TRIED: Final = swedish("prövat i scenariot")
"""Where what only a scenario says is said to stand."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A member that goes; ``last`` is its last day."""

    member: str
    last: dt.date


@dataclass(frozen=True, slots=True)
class NewKey:
    """Another key, from the day that it says."""

    key: AllocationKey


Change: TypeAlias = AllotmentChange | Joining | Leaving | NewKey


@dataclass(frozen=True, slots=True)
class Basis:
    """What a year's plan rests on: who pays, the state of allotments, the net cost and the equity before.

    ``net_cost`` is plus for a cost, as everything in the plan.
    """

    association: Association
    financing: YearFinancing
    state: AllotmentState
    net_cost: Ore
    opening_equity: Ore


@dataclass(frozen=True, slots=True)
class Scenario:
    """A name, and what is changed."""

    name: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedScenario:
    """A scenario that somebody kept for a year, and the state of allotments that it rests on."""

    scenario: Scenario
    state: AllotmentState


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who pays what, and the result and closing equity that follow."""

    name: str
    shares: Shares
    net_cost: Ore
    opening_equity: Ore

    @property
    def result(self) -> Ore:
        """Contributions less net cost: plus is a surplus."""
        return self.shares.total - self.net_cost

    @property
    def closing_equity(self) -> Ore:
        """The equity at the end of the year."""
        return self.opening_equity + self.result


def outcome(basis: Basis, scenario: Scenario) -> Outcome:
    """Return what a scenario leads to; raises ``Refused`` when that cannot be shared out, or names who is not there."""
    changed = changed_basis(basis, scenario.changes)
    shares = shares_of(changed.association, changed.financing, changed.state)
    return Outcome(scenario.name, shares, changed.net_cost, changed.opening_equity)


def changed_basis(basis: Basis, changes: Iterable[Change]) -> Basis:
    """Return a basis with changes made one after the other; raises ``Refused`` for one of what is not there."""
    for change in changes:
        match change:
            case AllotmentChange():
                basis = replace(basis, financing=_reallotted(basis, change))
            case Joining(member):
                association = _joined(basis.association, change)
                basis = replace(basis, association=association, financing=_shared_anew(basis, member.group))
            case Leaving(code):
                association = _left(basis.association, change)
                gone = association.member(code)
                financing = _shared_anew(basis, gone.group) if gone else basis.financing
                basis = replace(basis, association=association, financing=financing)
            case NewKey(key):
                kept = tuple(one for one in basis.association.keys if one.since != key.since)
                financing = _by_key_alone(basis)
                basis = replace(basis, association=replace(basis.association, keys=(*kept, key)), financing=financing)
    return basis


def _shared_anew(basis: Basis, group: str) -> YearFinancing:
    """Return a year's financing with a group's part shared by the key: what was agreed was so between other members.

    The group pays what it did.
    """
    codes = {one.code for one in basis.association.members if one.group == group}
    financing = basis.financing
    kept = tuple(one for one in financing.agreed if one.member not in codes)
    if kept == financing.agreed:
        return financing
    shares = shares_of(basis.association, financing, basis.state)
    amount = next((one.amount for one in shares.groups if one.group.id == group), None)
    if amount is None or financing.allotment_of(group):
        return replace(financing, agreed=kept)
    stands = _allotted(basis, group, amount, AllotmentChange(group, Fraction(0)))
    return replace(financing, allotments=(*financing.allotments, stands), agreed=kept)


def _by_key_alone(basis: Basis) -> YearFinancing:
    """Return a year's financing where another key decides something.

    Where every group's amount is given the key would decide nothing between them: then the same whole is shared anew.
    """
    shares = shares_of(basis.association, basis.financing, basis.state)
    given = all(group.allotment or all(one.agreed for one in group.members) for group in shares.groups)
    if not given:
        return basis.financing
    return YearFinancing(basis.financing.year, whole=shares.total)


def _joined(association: Association, joining: Joining) -> Association:
    member = joining.member
    if association.member(member.code):
        raise Refused([SCENARIO_MEMBER_EXISTS.at(swedish("scenariot"), who=member.name)])
    weights, populations = association.weights, association.populations
    if isinstance(joining.weight, AgreedWeight):
        weights = (*weights, joining.weight)
    else:
        populations = (*populations, joining.weight)
    return replace(association, members=(*association.members, member), weights=weights, populations=populations)


def _left(association: Association, leaving: Leaving) -> Association:
    if not association.member(leaving.member):
        raise Refused([SCENARIO_OF_UNKNOWN.at(swedish("scenariot"), who=leaving.member)])
    members = tuple(
        replace(one, left=leaving.last) if one.code == leaving.member else one for one in association.members
    )
    return replace(association, members=members)


def _reallotted(basis: Basis, change: AllotmentChange) -> YearFinancing:
    """Return a year's financing with one group's amount changed, and the others' as they do."""
    shares = shares_of(basis.association, basis.financing, basis.state)
    share = next((one for one in shares.groups if one.group.id == change.group), None)
    if share is None:
        raise Refused([SCENARIO_OF_UNKNOWN.at(swedish("scenariot"), who=change.group)])
    size = shares.key.unit.holds
    changed = share.amount + int(round_half_away(share.amount * change.by / size) * size)
    amounts = {change.group: changed}
    if change.others is Others.STAND:
        amounts = {one.group.id: one.amount for one in shares.groups} | amounts
    allotments = tuple(_allotted(basis, group, amount, change) for group, amount in amounts.items())
    standing = {
        one.member.code for group in shares.groups if group.group.id in _kept(change, shares) for one in group.members
    }
    agreed = tuple(one for one in basis.financing.agreed if one.member in standing)
    return YearFinancing(basis.financing.year, allotments, agreed)


def _kept(change: AllotmentChange, shares: Shares) -> set[str]:
    """Return the groups whose members still pay what they have agreed: those whose amount is what it was."""
    if change.others is Others.FOLLOW:
        return set()
    return {one.group.id for one in shares.groups if one.group.id != change.group or not change.by}


def _allotted(basis: Basis, group: str, amount: Ore, change: AllotmentChange) -> Allotment:
    """Return a group's allotment as it is in the scenario, saying what of it the scenario made."""
    year, held = basis.financing.year, basis.financing.allotment_of(group)
    entry = held.at(basis.state) if held else None
    day, source = (entry.day, entry.source) if entry else (year.start, swedish("enligt nyckeln i planen"))
    if group == change.group and change.by:
        told = {"source": source, "percent": _percent(change.by)}
        source = swedish("{source}, i scenariot ändrad {percent} procent").format(**told)
    return Allotment(group, year, (AllotmentEntry(basis.state, amount, day, source),))


def _percent(by: Fraction) -> str:
    return swedish_number(int(round_half_away(by * 100)))


def told_change(change: Change, association: Association) -> str:
    """Return a change as a Swedish sentence: what is said beside its figures."""
    match change:
        case AllotmentChange(group, by, others):
            named = association.group(group)
            follow = (
                swedish("de andra följer nyckeln")
                if others is Others.FOLLOW
                else swedish("de andra betalar som i planen")
            )
            return swedish("Tilldelningen från {group} ändras med {percent} procent; {others}.").format(
                group=named.name if named else group, percent=_percent(by), others=follow
            )
        case Joining(member):
            told = swedish("{member} blir medlem {day}; gruppens del delas efter nyckeln.")
            return told.format(member=member.name, day=_from(member))
        case Leaving(code, last):
            leaving = association.member(code)
            name = leaving.name if leaving else code
            told = swedish("{member} lämnar {day}; gruppens del delas efter nyckeln.")
            return told.format(member=name, day=swedish_date(last))
        case NewKey(key):
            parts = key_in_words(key, association)
            told = swedish("Nyckeln blir {parts}; {source}. Där varje grupp har sitt belopp delas samma summa om.")
            return told.format(parts=parts, source=key.source)


def _from(member: Member) -> str:
    return swedish_date(member.joined) if member.joined else swedish("från början")
