"""What does the plan say once it is held against the books?

People say what they expect and what is agreed; the books add what follows from it: a proposal for each row that nobody
has forecast, and what has been worked up or is due and is not booked at the end of the months asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from samordna.domain.ledger.balances import Balances, YearBalances
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.forecast import Forecast
from samordna.domain.plan.owed import CONTRIBUTIONS, Owed
from samordna.domain.plan.owed_found import owed_by_agreements, owed_contributions, with_arrived
from samordna.domain.plan.plan import Plan
from samordna.domain.plan.projects.owed_by_projects import NO_PROJECTS, ProjectsHeld, owed_by_projects
from samordna.domain.plan.proposal import Grounds, forecast_proposed
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Amount, Holdings, When
from samordna.domain.statements.layout import Layout
from samordna.domain.statements.named_lines import NamedLines
from samordna.domain.statements.span import Asked
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period

LEAST: Final[Ore] = 100_00
"""A hundred kronor: what lacks less than that is rounding of twelfths, and nobody books it."""


def planned(
    said: Plan, layout: Layout, balances: Balances, asked: Asked, *, projects: ProjectsHeld = NO_PROJECTS
) -> Plan:
    """Return the plan that holds over the months asked for; ``said.forecasts`` are the numbers that people gave.

    ``projects`` are those that others pay for: what they have earned and nobody has booked is lacking, too.
    An association without a register has no rows to propose for, and no agreement on any.
    """
    return _Against(said, layout, balances, asked, projects).plan()


def grounds_of(said: Plan, booked: Booked, year: YearBalances) -> Grounds:
    """Return what forecasts of a fiscal year are proposed from."""
    period = year.year.period
    return Grounds(period, year.covers_to, booked, said.agreed, said.budget_of(period))


@dataclass(frozen=True)
class _Against:
    """A plan on its way."""

    said: Plan
    layout: Layout
    balances: Balances
    asked: Asked
    projects: ProjectsHeld

    def plan(self) -> Plan:
        forecasts = tuple(self._forecast(year) for year in self._years())
        others = (one for one in self.said.forecasts if all(one.year != told.year for told in forecasts))
        owed = tuple(with_arrived(one, self._booked_of(one)) for one in self.said.owed)
        whole = replace(self.said, forecasts=(*forecasts, *others), owed=owed)
        return whole.and_owed(self._owed(), least=LEAST)

    def _booked_of(self, owed: Owed) -> Ore | None:
        return booked_of(owed, self._booked, self.layout, self.balances) if owed.is_open else None

    @cached_property
    def _booked(self) -> Booked:
        return Booked(self.said.register, self.balances)

    def _years(self) -> Iterator[YearBalances]:
        """Yield the fiscal years that are asked for and that the books tell of, each once."""
        found = [self.balances.year_of(period.last) for period in (self.asked.period, self.asked.compare)]
        yield from {year.version: year for year in found if year}.values()

    def _forecast(self, year: YearBalances) -> Forecast:
        proposed = forecast_proposed(grounds_of(self.said, self._booked, year))
        own = self.said.forecast_of(year.year.period)
        return proposed.with_numbers(*own.numbers) if own else proposed

    def _owed(self) -> Iterator[Owed]:
        period = self.asked.period
        yield from owed_by_agreements(self.said.agreed, self._booked, period, least=LEAST)
        invoiced = contributed(self.layout, self.balances, period)
        if invoiced is not None:
            yield from owed_contributions(self.said.contributions, invoiced, period, least=LEAST)
        earnings = self.projects.earnings(self.said.register, self.balances)
        yield from owed_by_projects(earnings, self._booked, period)


def booked_of(owed: Owed, booked: Booked, layout: Layout, balances: Balances) -> Ore | None:
    """Return what the row of an amount has booked over its months, debit positive; None when the books do not tell."""
    if owed.row != CONTRIBUTIONS:
        return booked.over(owed.row, owed.period)
    invoiced = contributed(layout, balances, owed.period)
    return None if invoiced is None else -invoiced


def contributed(layout: Layout, balances: Balances, period: Period) -> Ore | None:
    """Return what the ledger has of contributions over some months, an income told as plus.

    None when the ledger does not tell, and when the layout does not say which line they are.
    """
    found = contributed_as(layout, balances, period)
    return -int(found.exact) if found else None


def contributed_as(layout: Layout, balances: Balances, period: Period) -> Amount | None:
    """Return what the ledger has of contributions, debit positive, with its origin; None as ``contributed``."""
    if layout.bridge is None:
        return None
    lines = NamedLines(Evaluation(layout, Holdings(balances)))
    worth = lines.value(layout.bridge.contributions, When(period, Scenario.ACTUAL))
    return worth if isinstance(worth, Amount) else None
