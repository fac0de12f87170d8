"""How does a year's number fall on accounts and months when parts of it are told?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samordna.domain.plan.profile import Profile
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period
from samordna.domain.values.share_out import shared_out


@dataclass(frozen=True, slots=True)
class Refinement:
    """A part of a row's number that is told: of an account, of a month, or of an account in a month.

    Of a month alone it is all that the row may cost in that month.
    """

    amount: Ore
    account: str = ""
    month: Month | None = None


def by_account(
    amount: Ore, profile: Profile, refined: Sequence[Refinement], year: Period
) -> Mapping[str, Mapping[Month, Ore]]:
    """Return the number by account and month; under the empty account stands what is told of none.

    All of it adds up to ``amount``: what no refinement tells falls as the profile says.
    """
    whole = _spread(amount, _months_of(refined, ""), profile, year)
    accounts = {one.account for one in refined if one.account}
    told = {account: _account(account, refined, profile, year) for account in sorted(accounts)}
    rest = {month: ore - sum(months[month] for months in told.values()) for month, ore in whole.items()}
    return {"": rest, **told}


def _account(account: str, refined: Sequence[Refinement], profile: Profile, year: Period) -> Mapping[Month, Ore]:
    fixed = _months_of(refined, account)
    whole = [one.amount for one in refined if one.account == account and one.month is None]
    return _spread(sum(whole) if whole else sum(fixed.values()), fixed, profile, year)


def _months_of(refined: Sequence[Refinement], account: str) -> Mapping[Month, Ore]:
    """Return the months that are told of an account; of the whole row when it is empty."""
    return {one.month: one.amount for one in refined if one.account == account and one.month is not None}


def _spread(amount: Ore, fixed: Mapping[Month, Ore], profile: Profile, year: Period) -> Mapping[Month, Ore]:
    """Return the amount by months: those that are told as they are, the rest as the profile says.

    When every month is told and something is left, it stands in the last of them: the parts always add up.
    """
    weights = dict(zip(year.months, profile.over(year), strict=True))
    free = {month: weight for month, weight in weights.items() if month not in fixed}
    if not free:
        free = {year.last: 1}
    elif sum(free.values()) == 0:
        free = dict.fromkeys(free, 1)
    left = amount - sum(ore for month, ore in fixed.items() if month in weights)
    parts = dict(zip(free, shared_out(left, tuple(free.values())), strict=True))
    return {month: fixed.get(month, 0) + parts.get(month, 0) for month in year.months}
