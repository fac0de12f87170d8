"""What is each step of the bridge worth, debit positive, with where it comes from?"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from samordna.domain.document import BLANK, ComputedOrigin, How, Missing, Part
from samordna.domain.ledger.balances import YearBalances
from samordna.domain.ledger.books import ObjectKey
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.register import Kind, Register
from samordna.domain.statements.arithmetic import together
from samordna.domain.statements.bridge_cells import (
    Cell,
    Cells,
    Home,
    Takers,
    Untold,
    by_cost_centre,
    cells_of,
    takers_of,
)
from samordna.domain.statements.cost_centre_lines import FromCostCentre
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Amount, Value, When
from samordna.domain.statements.layout import Bridge, Measure
from samordna.domain.statements.named_lines import NamedLines
from samordna.domain.statements.selection import WHOLE_ACCOUNTS
from samordna.domain.statements.tree import Printed
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period

Both: TypeAlias = tuple[Value, Value]
"""What is booked, and what has been worked up and is not."""

_NOTHING: Final = swedish("inget")
_AWAY: Final = swedish("Det som redan är med ovan, taget bort igen.")


@dataclass(frozen=True)
class BridgeParts:
    """The lines that a bridge leads over, held against the books of a period."""

    evaluation: Evaluation
    words: Bridge
    period: Period

    @cached_property
    def rows(self) -> Both:
        """The rows of the follow-up but those that only the ledger knows of."""
        return both(self._lines_worth(placed=True, when=when) for when in self._times)

    @cached_property
    def unplaced(self) -> Both:
        """What lies on cost centres that no row of the register answers for, told of in the follow-up or not."""
        told = self._lines_worth(placed=False, when=self._times[0])
        label = swedish("utanför uppföljningen")
        return together([(swedish("i uppföljningen"), told), (label, self.untold(Home.UNPLACED))]), BLANK

    def untold(self, home: Home) -> Value:
        """Return what the follow-up does not tell of, of one sort."""
        return self._untold.of(home, self._year, self.period) if self._year else BLANK

    @cached_property
    def projects(self) -> Both:
        """What projects cost, less what they were paid."""
        rows = self._register.of_kind(Kind.PROJECT)
        followed = {source.key for source in self._followed}
        planned = [(row.name, self._planned(row.key)) for row in rows if row.key not in followed]
        booked = self.untold(Home.PROJECT) if self._year else together_if_any(*self._asked)
        return booked, together(planned) if planned else BLANK

    @property
    def has_projects(self) -> bool:
        """Tell whether any row of the register is a project in use."""
        return any(row.valid_in(self.period) for row in self._register.of_kind(Kind.PROJECT))

    @property
    def inside(self) -> Iterator[tuple[str, str, Value]]:
        """What the follow-up tells of that is no net cost, taken away: it comes again further down."""
        told = (
            ("financial_inside", swedish("Finansiella poster som redan är med ovan"), self._financial_accounts),
            ("contributions_inside", swedish("Bidrag som redan är med ovan"), self._contribution_accounts),
            ("other_inside", swedish("Andra poster som redan är med ovan"), self._strange_accounts),
        )
        return ((name, label, self._taken_away(accounts)) for name, label, accounts in told)

    @cached_property
    def net_cost(self) -> Both:
        """The net cost of the income statement, without contributions and financial items."""
        return self._of_accounts(self._net_accounts), together_if_any(self.rows[1], self.projects[1])

    @property
    def net_cost_label(self) -> str:
        """What the income statement calls it; a plain name when its line holds something else too."""
        if self.lines.accounts(self.words.net_cost) == self._net_accounts:
            return self.lines.label(self.words.net_cost)
        return swedish("Verksamhetens nettokostnad")

    @cached_property
    def contributions(self) -> Both:
        """The contributions."""
        return both(self.lines.value(self.words.contributions, when) for when in self._times)

    @property
    def financial(self) -> Both:
        """The financial items: none of them is owed."""
        lines = [(self.lines.label(line), self.lines.value(line, self._times[0])) for line in self.words.financial]
        return together(lines) if lines else BLANK, BLANK

    @property
    def other(self) -> Both:
        """What the result is made of besides."""
        return self._of_accounts(self._other_accounts), BLANK

    @cached_property
    def result(self) -> Both:
        """The period's result, and what it changes by what is owed."""
        booked = self.lines.value(self.words.result, self._times[0])
        owed = (self.net_cost[1], self.contributions[1]) if self._year else ()
        return booked, together_if_any(*owed)

    @property
    def opening(self) -> Both:
        """Equity when the period began."""
        return self.lines.value(self.words.equity, self._times[0], Measure.OPENING), BLANK

    @property
    def moved(self) -> Both:
        """What equity changed by besides the result."""
        known, accounts = self.evaluation.holdings.balances.accounts, self.lines.accounts(self.words.equity)
        return self._of_accounts({account for account in accounts if known[account].kind.on_balance_sheet}), BLANK

    @property
    def closing(self) -> Both:
        """Equity when the period ended, and what it changes by what is owed."""
        return self.lines.value(self.words.equity, self._times[0], Measure.CLOSING), self.result[1]

    @property
    def owes(self) -> bool:
        """Tell whether anything has been worked up and is not booked."""
        return isinstance(self.result[1], Amount)

    @cached_property
    def lines(self) -> NamedLines:
        """The lines that the layout names."""
        return NamedLines(self.evaluation)

    @property
    def _times(self) -> tuple[When, When]:
        return When(self.period, Scenario.ACTUAL), When(self.period, Scenario.UNBOOKED)

    @cached_property
    def _year(self) -> YearBalances | None:
        """The books of the period; None when they do not reach it, or tell of no cost centres."""
        told = not any(isinstance(value, Missing) for value in self._asked)
        return self.evaluation.holdings.balances.year_of(self.period.last) if told else None

    @property
    def _asked(self) -> Both:
        """What the books must tell of for the steps between them to be told."""
        return self.lines.value(self.words.result, self._times[0]), self.rows[0]

    @property
    def _register(self) -> Register:
        return self.evaluation.holdings.plan.register

    def _planned(self, key: str) -> Value:
        return self.evaluation.holdings.planned(key, self._times[1])

    @cached_property
    def _lines(self) -> tuple[Printed, ...]:
        """The lines that the sum of the follow-up adds up; the line itself when it is no sum."""
        return self.lines.summed(self.words.follow_up)

    @property
    def _followed(self) -> Iterator[FromCostCentre]:
        return (line.line.source for line in self._lines if isinstance(line.line.source, FromCostCentre))

    def _is_placed(self, line: Printed) -> bool:
        """Tell whether a line is a row of the register, or one that nobody would look for there."""
        source = line.line.source
        return not isinstance(source, FromCostCentre) or source.row is not None or not self._register.rows

    def _lines_worth(self, *, placed: bool, when: When) -> Value:
        statement = self.evaluation.layout.statement(self.words.follow_up.statement)
        lines = [line for line in self._lines if self._is_placed(line) is placed]
        told = [(line.line.label, self.evaluation.value(statement, line, when, None)) for line in lines]
        return together(told) if told else BLANK

    def _of_accounts(self, accounts: Collection[str]) -> Value:
        ordered = tuple(sorted(accounts))
        return self.evaluation.holdings.of_accounts(ordered, WHOLE_ACCOUNTS, self._times[0], Measure.MOVEMENT)

    @cached_property
    def _takers(self) -> Takers:
        return Takers(takers_of(self.evaluation, self._lines))

    @cached_property
    def _cells(self) -> Cells:
        accounts = self._result_accounts | self._takers.accounts
        return cells_of(self._year, accounts, self.period) if self._year else {}

    @cached_property
    def _untold(self) -> Untold:
        untold = {
            cell: ore
            for cell, ore in self._cells.items()
            if cell.account in self._net_accounts and not self._takers.times(cell)
        }
        return Untold(self._register, self.evaluation.holdings.balances.objects, untold)

    def _taken_away(self, accounts: Collection[str]) -> Value:
        """Return what the follow-up tells of some accounts, with the other sign."""
        held: dict[Cell, Ore] = {}
        for cell, ore in self._cells.items():
            times = self._takers.times(cell) if cell.account in accounts else 0
            held |= {cell: ore * times} if times else {}
        if not held or self._year is None:
            return BLANK
        exact, told = sum(held.values()), by_cost_centre(held, self._year, self.period, self._names)
        parts = (Part(_NOTHING, 0, ComputedOrigin(_NOTHING)), Part(_AWAY, exact, ComputedOrigin(_AWAY, tuple(told))))
        return Amount(-exact, ComputedOrigin(_AWAY, parts, How.DIFFERENCE))

    @property
    def _names(self) -> Mapping[ObjectKey, str]:
        return self.evaluation.holdings.balances.objects

    @cached_property
    def _result_accounts(self) -> frozenset[str]:
        return self.lines.accounts(self.words.result)

    @cached_property
    def _contribution_accounts(self) -> frozenset[str]:
        return self.lines.accounts(self.words.contributions)

    @cached_property
    def _financial_accounts(self) -> frozenset[str]:
        told = frozenset[str]().union(*(self.lines.accounts(line) for line in self.words.financial))
        return told - self._contribution_accounts

    @cached_property
    def _net_accounts(self) -> frozenset[str]:
        told = self.lines.accounts(self.words.net_cost)
        return told - self._contribution_accounts - self._financial_accounts

    @cached_property
    def _other_accounts(self) -> frozenset[str]:
        """Accounts of the result that are in none of the others."""
        return self._result_accounts - self._net_accounts - self._contribution_accounts - self._financial_accounts

    @cached_property
    def _strange_accounts(self) -> frozenset[str]:
        """Accounts that the follow-up has and that are not of its net cost, contributions or financial items."""
        return self._takers.accounts - self._net_accounts - self._contribution_accounts - self._financial_accounts


def both(values: Iterable[Value]) -> Both:
    """Return what is booked and what is owed."""
    booked, owed = values
    return booked, owed


def together_if_any(*values: Value) -> Value:
    """Return values together; nothing when there are none."""
    return together([("", value) for value in values]) if values else BLANK
