"""How often is each group asked for its contribution, through whom, and where in the ledger does it come?"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.plan.rhythm import Rhythm
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, months_later


class DueIn(Enum):
    """In which month a requisition falls due, counted from the months that it is for."""

    BEFORE = "before"
    FIRST = "first"
    LAST = "last"
    AFTER = "after"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _DUE_IN[self]


_DUE_IN: Final[Mapping[DueIn, str]] = {
    DueIn.BEFORE: swedish("månaden före"),
    DueIn.FIRST: swedish("periodens första månad"),
    DueIn.LAST: swedish("periodens sista månad"),
    DueIn.AFTER: swedish("månaden efter"),
}

END_OF_MONTH: Final = 31
"""The last day, whatever month it is."""


@dataclass(frozen=True, slots=True)
class DueDay:
    """The day of a month that a requisition falls due, and which month; a day that the month lacks is its last."""

    day: int = END_OF_MONTH
    month: DueIn = DueIn.FIRST

    def of(self, period: Period) -> dt.date:
        """Return the day for a requisition of some months."""
        months = {
            DueIn.BEFORE: months_later(period.first, -1),
            DueIn.FIRST: period.first,
            DueIn.LAST: period.last,
            DueIn.AFTER: months_later(period.last, 1),
        }
        month = months[self.month]
        end = Period(month, month).end
        return dt.date(end.year, end.month, min(self.day, end.day))

    @property
    def in_words(self) -> str:
        """``den sista, periodens första månad``."""
        day = swedish("den sista") if self.day >= END_OF_MONTH else swedish("den {day}").format(day=self.day)
        return f"{day}, {self.month.in_words}"


@dataclass(frozen=True, slots=True)
class GroupRule:
    """How a paying group is asked: how often, due when, and the member through whom all of it is paid, if any.

    ``group`` is empty for everybody that no other rule names.
    """

    group: str = ""
    rhythm: Rhythm = Rhythm.MONTHLY
    due: DueDay = DueDay()
    through: str = ""


@dataclass(frozen=True, slots=True)
class LedgerRule:
    """Where in the ledger contributions come: accounts, on one cost centre or on any, and whose they are.

    ``who`` are groups, members or parties by code or name; none is everybody. Of several the ledger cannot tell one
    from another.
    """

    accounts: tuple[str, ...]
    who: tuple[str, ...] = ()
    cost_centre: str = ""

    @property
    def in_words(self) -> str:
        """``konto 3521, 3522 på kostnadsställe 900``."""
        accounts = swedish("konto {accounts}").format(accounts=", ".join(self.accounts))
        if not self.cost_centre:
            return accounts
        return swedish("{accounts} på kostnadsställe {code}").format(accounts=accounts, code=self.cost_centre)


@dataclass(frozen=True, slots=True)
class ContributionRules:
    """The rules of a fiscal year, which hold for later ones too until they have their own."""

    groups: tuple[GroupRule, ...] = ()
    ledger: tuple[LedgerRule, ...] = ()

    def of(self, group: str) -> GroupRule:
        """Return the rule of a group: its own, that for everybody, or monthly when there is none."""
        own = next((rule for rule in self.groups if rule.group == group), None)
        return own or next((rule for rule in self.groups if not rule.group), GroupRule())


NO_RULES: Final = ContributionRules()
"""Before anybody has said how contributions are asked for: monthly, and the ledger tells of all of them together."""
