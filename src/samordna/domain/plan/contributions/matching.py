"""How does what has been booked of contributions stand against what falls on the months and what was asked for?

By rules: some accounts are some payers'. What a rule cannot part is told together, and nothing is guessed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samordna.domain.document import LedgerOrigin, Origin
from samordna.domain.ledger.balances import Balances
from samordna.domain.plan.contributions.payers import Payer, PayingGroupOf
from samordna.domain.plan.contributions.planning import ContributionYear, falls_on
from samordna.domain.plan.contributions.problems import NOT_ALL_BOOKED_TELLS, WITHOUT_LEDGER_RULE
from samordna.domain.plan.contributions.requisition import Requisition
from samordna.domain.plan.contributions.rules import LedgerRule
from samordna.domain.plan.register import COST_CENTRE, object_of
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.domain.values.spelling import folded

_LEAST: Ore = 1_00


@dataclass(frozen=True, slots=True)
class InLedger:
    """What the ledger has of contributions over some months, an income told as plus, and where that comes from."""

    amount: Ore
    origin: Origin


@dataclass(frozen=True, slots=True)
class Matched:
    """Payers that the ledger tells of together: what falls on the months, was asked for, and is booked.

    ``booked`` is None where the ledger does not tell. ``rule`` is None for those that no rule is about. ``standing``
    are the requisitions that were asked for.
    """

    payers: tuple[Payer, ...]
    names: str
    falls: Ore
    requested: Ore
    booked: InLedger | None
    rule: LedgerRule | None = None
    standing: tuple[Requisition, ...] = ()

    @property
    def accrued(self) -> Ore:
        """What falls on the months and is not booked (upplupet)."""
        return max(self.falls - self.booked.amount, 0) if self.booked else 0

    @property
    def deferred(self) -> Ore:
        """What is booked and falls on later months (förutbetalt)."""
        return max(self.booked.amount - self.falls, 0) if self.booked else 0


@dataclass(frozen=True, slots=True)
class Matching:
    """All payers of a year in the parts that the ledger can tell, over its months until some month.

    ``in_all`` is what the ledger has of contributions whatever the rules say.
    """

    period: Period
    parts: tuple[Matched, ...]
    in_all: InLedger | None

    @property
    def unmatched(self) -> Ore:
        """What is booked as contributions and that no rule is about."""
        told = [part for part in self.parts if part.rule and part.booked]
        if self.in_all is None or not told:
            return 0
        return self.in_all.amount - sum(part.booked.amount for part in told if part.booked)

    def problems(self) -> Iterator[Problem]:
        """Yield what the rules leave out."""
        place = swedish("bidrag, {period}").format(period=self.period.in_words)
        if abs(self.unmatched) >= _LEAST:
            yield NOT_ALL_BOOKED_TELLS.at(place, amount=whole_kronor(self.unmatched))
        for part in self.parts:
            if part.rule is None and part.booked is None and any(one.rule for one in self.parts):
                yield WITHOUT_LEDGER_RULE.at(place, payers=part.names)


def matched(of: ContributionYear, balances: Balances, period: Period, in_all: InLedger | None) -> Matching:
    """Return how contributions stand over ``period``, months from the beginning of a fiscal year.

    Without rules the ledger tells of everybody together, as the layout's line of contributions does.
    """
    told, rules = _Matching(of, balances, period), of.rules
    if not rules.ledger:
        return Matching(period, (told.part(None, told.everybody, in_all),) if of.payers else (), in_all)
    parts = [told.part(rule, told.meant_by(rule), told.booked(rule)) for rule in rules.ledger]
    named = {payer.key for part in parts for payer in part.payers}
    others = tuple(payer for payer in told.everybody if payer.key not in named)
    if others:
        parts.append(told.part(None, others, None))
    return Matching(period, tuple(part for part in parts if part.payers or part.booked), in_all)


@dataclass(frozen=True)
class _Matching:
    """What is needed to match, in one place."""

    of: ContributionYear
    balances: Balances
    period: Period

    @property
    def everybody(self) -> tuple[Payer, ...]:
        return tuple(payer for group in self.of.payers for payer in group.payers)

    def meant_by(self, rule: LedgerRule) -> tuple[Payer, ...]:
        """Return the payers that a rule is about: those it names, by themselves or with their group, or everybody."""
        if not rule.who:
            return self.everybody
        return tuple(
            payer
            for group in self.of.payers
            for payer in group.payers
            if any(_means(one, group, payer) for one in rule.who)
        )

    def part(self, rule: LedgerRule | None, payers: tuple[Payer, ...], booked: InLedger | None) -> Matched:
        falls = sum(falls_on(one.amount, one.months, self.period) for one in payers)
        asked = [one for payer in payers if (one := self.of.asked_of(payer.key))]
        requested, standing = sum(one.requested for one in asked), tuple(made for one in asked for made in one.standing)
        return Matched(payers, ", ".join(self._names(payers)), falls, requested, booked, rule, standing)

    def _names(self, payers: Iterable[Payer]) -> Iterator[str]:
        """Yield what payers are called: whole groups by their own name."""
        keys = {payer.key for payer in payers}
        for group in self.of.payers:
            held = [payer for payer in group.payers if payer.key in keys]
            if len(held) == len(group.payers):
                yield group.name
            else:
                yield from (payer.name for payer in held)

    def booked(self, rule: LedgerRule) -> InLedger | None:
        """Return what the ledger has on a rule's accounts over the months; None when it does not tell."""
        year = self.balances.year_of(self.period.last)
        objects = (object_of(rule.cost_centre),) if rule.cost_centre else ()
        told = year is not None and year.tells_movement(self.period) and self.period.first <= year.covers_to
        if year is None or not told or (objects and not year.tells_objects((COST_CENTRE,))):
            return None
        sums = (
            year.movements.objects.get((account, objects[0]), {})
            if objects
            else year.movements.accounts.get(account, {})
            for account in dict.fromkeys(rule.accounts)
        )
        amount = -sum(ore for months in sums for month, ore in months.items() if month in self.period)
        return InLedger(amount, LedgerOrigin(rule.accounts, self.period, "movement", objects, (year.version,)))


def _means(who: str, group: PayingGroupOf, payer: Payer) -> bool:
    return payer.answers_to(who) or folded(who.strip()) in {folded(group.id), folded(group.name)}
