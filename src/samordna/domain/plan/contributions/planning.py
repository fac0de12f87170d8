"""Which requisitions does a year lead to, besides those that have been made?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Final

from samordna.domain.document import EnteredOrigin
from samordna.domain.plan.contributions.payers import Payer, Payers
from samordna.domain.plan.contributions.requisition import Requisition
from samordna.domain.plan.contributions.rules import ContributionRules, GroupRule
from samordna.domain.values.money import Ore, round_half_away
from samordna.domain.values.period import Month, Period

_KRONA: Final = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A payer that is asked: for its own part and those it pays for others, what stands of it and what is planned.

    ``group`` is the name of its group.
    """

    payer: Payer
    group: str
    rule: GroupRule
    made: tuple[Requisition, ...]
    planned: tuple[Requisition, ...]

    @property
    def standing(self) -> tuple[Requisition, ...]:
        """What has been asked for, and neither credited nor taken back."""
        return tuple(one for one in self.made if one.stands)

    @property
    def requested(self) -> Ore:
        """How much has been asked for."""
        return sum(one.amount for one in self.standing)

    @property
    def rest(self) -> Ore:
        """How much of the part has not been asked for; less than nothing when more has."""
        return self.payer.amount - self.requested

    @property
    def requisitions(self) -> tuple[Requisition, ...]:
        """All of them, by months: made and planned."""
        return tuple(sorted((*self.made, *self.planned), key=lambda one: (one.period, one.number)))


@dataclass(frozen=True, slots=True)
class ContributionYear:
    """The contributions of a fiscal year: who pays, by which rules, which requisitions there are, and who is asked."""

    year: Period
    payers: Payers
    rules: ContributionRules
    made: tuple[Requisition, ...]
    asked: tuple[Asked, ...]

    @property
    def total(self) -> Ore:
        """What everybody pays together."""
        return sum(group.amount for group in self.payers)

    def asked_of(self, payer: str) -> Asked | None:
        """Return what a payer is asked for, by its key; None for one that pays through another or not at all."""
        return next((one for one in self.asked if one.payer.key == payer), None)


def contribution_year(
    payers: Payers, rules: ContributionRules, made: Iterable[Requisition], year: Period
) -> ContributionYear:
    """Return the contributions of a year, with the requisitions there are and those that are left to make.

    What is left of a part falls on the months that nothing has been asked for, so that all of them are the part.
    """
    held = tuple(sorted((one for one in made if one.year == year), key=lambda one: one.number))
    asked = tuple(
        _asked(_whole(payer, group.payers), group.name, rules.of(group.id), held, year)
        for group in payers
        for payer in group.payers
        if not payer.through
    )
    return ContributionYear(year, payers, rules, held, asked)


def _whole(payer: Payer, others: Sequence[Payer]) -> Payer:
    """Return a payer with what it pays for others, over the months of all of them."""
    paid_for = [one for one in others if one.through == payer.key]
    if not paid_for:
        return payer
    everybody = (payer, *paid_for)
    months = Period(min(one.months.first for one in everybody), max(one.months.last for one in everybody))
    by_key = None if payer.by_key is None else sum(one.by_key or 0 for one in everybody)
    return replace(payer, amount=sum(one.amount for one in everybody), months=months, by_key=by_key)


def _asked(payer: Payer, group: str, rule: GroupRule, held: Sequence[Requisition], year: Period) -> Asked:
    made = tuple(one for one in held if payer.answers_to(one.payer))
    bare = Asked(payer, group, rule, made, ())
    free = tuple(_free(bare))
    amounts = _left_on(free, bare) if bare.rest > 0 else ()
    planned = tuple(
        Requisition(0, payer.key, payer.name, year, turn, amount, rule.due.of(turn), _source(payer))
        for turn, amount in zip(free, amounts, strict=False)
        if amount
    )
    return replace(bare, planned=planned)


def _free(asked: Asked) -> Iterator[Period]:
    """Yield the turns that nothing has been asked for, and what is left of those that it has been for in part."""
    for turn in asked.rule.rhythm.turns(asked.payer.months):
        run: list[Month] = []
        for month in turn.months:
            if not any(month in one.period for one in asked.standing):
                run.append(month)
            elif run:
                yield Period(run[0], run[-1])
                run = []
        if run:
            yield Period(run[0], run[-1])


def _left_on(free: Sequence[Period], asked: Asked) -> tuple[Ore, ...]:
    """Return what is left of a part on the turns that are free: what falls on each, and what was asked too little.

    When more was asked than fell on those months, and that would leave a turn less than nothing, it is all shared anew.
    """
    payer = asked.payer
    off = asked.requested - sum(falls_on(payer.amount, payer.months, one.period) for one in asked.standing)
    even = tuple(falls_on(payer.amount, payer.months, turn) for turn in free)
    amounts = tuple(one + more for one, more in zip(even, over_turns(-off, free), strict=True))
    return amounts if all(one >= 0 for one in amounts) else over_turns(asked.rest, free)


def _source(payer: Payer) -> str:
    return payer.origin.source if isinstance(payer.origin, EnteredOrigin) else getattr(payer.origin, "rule", "")


def falls_on(amount: Ore, whole: Period, period: Period) -> Ore:
    """Return what of an amount for some months falls evenly on ``period``, in whole kronor when the amount is.

    Periods that follow on each other have together what falls on all of their months.
    """
    before = sum(1 for month in whole.months if month < period.first)
    until = sum(1 for month in whole.months if month <= period.last)
    return _until(amount, until, len(whole.months)) - _until(amount, before, len(whole.months))


def over_turns(amount: Ore, turns: Sequence[Period]) -> tuple[Ore, ...]:
    """Return an amount by turns, by how many months each has; in whole kronor when it is, and together just that."""
    ends = [0]
    for turn in turns:
        ends.append(ends[-1] + len(turn.months))
    return tuple(_until(amount, end, ends[-1]) - _until(amount, begins, ends[-1]) for begins, end in pairwise(ends))


def _until(amount: Ore, months: int, of: int) -> Ore:
    unit = _KRONA if amount % _KRONA == 0 else 1
    return round_half_away(Fraction(amount * months, of * unit)) * unit
