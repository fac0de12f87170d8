"""What is planned of a year to come: who pays what, by which allotments, and what it costs?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from samordna.domain.document import ComputedOrigin, EnteredOrigin, Missing, Part
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.plan.financing.shares import Shares
from samordna.domain.plan.financing.tables import rests_on, shared_or_why, total_origin
from samordna.domain.plan.plan import Planned
from samordna.domain.statements.equity_years import ComingYear
from samordna.domain.statements.holdings import Amount, Value
from samordna.domain.statements.year_results import YearResults
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.questions.basis import Basis
from samordna.office.questions.projects.coming_projects import projects_counted


def allotted_in(made_from: Basis, state: AllotmentState) -> Callable[[Period], Value]:
    """Return what gives the contributions of a year by its allotments in a state, debit positive."""

    def allotted(year: Period) -> Value:
        shares = _shares(made_from, year, state)
        if isinstance(shares, Shares):
            return Amount(-shares.total, total_origin(shares))
        return Missing(shares or swedish("bidragen {year} är inte inlagda").format(year=year.start.year))

    return allotted


def _shares(made_from: Basis, year: Period, state: AllotmentState) -> Shares | str:
    """Return a year shared out, or why it cannot be; nothing of a year that nobody has said anything of."""
    financing = made_from.said.financing_of(year)
    if not financing.allotments and not financing.agreed and financing.whole is None:
        return ""
    return shared_or_why(made_from.said.association, financing, state)


@dataclass(frozen=True)
class Coming:
    """The years to come as they are planned, resting on allotments in a state, with a granted project or without."""

    made_from: Basis
    results: YearResults
    state: AllotmentState
    granted: bool = False

    def year(self, year: Period) -> ComingYear:
        """Return what is planned of a year: what is not known is missing, with the reason."""
        contributions, paid = self._contributions(year)
        cost, told = self._cost(year)
        return ComingYear(contributions, cost, "; ".join(part for part in (paid, told) if part))

    def _contributions(self, year: Period) -> tuple[Value, str]:
        """Return the contributions by the allotments, else those that the parties have decided."""
        shares = _shares(self.made_from, year, self.state)
        if isinstance(shares, Shares):
            told = swedish("bidrag: {told}").format(told=rests_on(shares))
            return Amount(-shares.total, total_origin(shares)), told
        decided = self.made_from.plan.contributed(Scenario.BUDGET, year)
        if isinstance(decided, Planned):
            origin = EnteredOrigin(decided.source, "equity:contributions", Scenario.BUDGET.value, year)
            return Amount(decided.amount, origin), decided.source
        return Missing(shares or swedish("bidragen är inte inlagda")), ""

    def _cost(self, year: Period) -> tuple[Value, str]:
        """Return what the activity plan costs, else what is budgeted."""
        plan = self.made_from.said.activity_plan_of(year)
        if plan:
            told = swedish("kostnader: {plan}").format(plan=plan.source)
            cost = Amount(plan.cost(granted=self.granted), ComputedOrigin(told, tuple(self._parts(year))))
            return cost, self._with_projects(told, year, None)
        budgeted = self.results.budgeted_cost(year)
        if isinstance(budgeted, Amount):
            told = swedish("kostnader: budget {year}").format(year=year.start.year)
            return budgeted, self._with_projects(told, year, Scenario.BUDGET)
        return Missing(swedish("kostnaderna finns varken i en verksamhetsplan eller i en budget")), ""

    def _with_projects(self, told: str, year: Period, scenario: Scenario | None) -> str:
        return "; ".join(part for part in (told, projects_counted(self.made_from.said, year, scenario)) if part)

    def _parts(self, year: Period) -> Iterator[Part]:
        plan = self.made_from.said.activity_plan_of(year)
        if plan:
            origin = EnteredOrigin(plan.source, "activity-plan", Scenario.BUDGET.value, year)
            overhead = plan.overhead_cost(granted=self.granted)
            yield Part(swedish("insatser"), plan.cost(granted=self.granted) - overhead, origin)
            yield Part(swedish("styrning och administration"), overhead, origin)
