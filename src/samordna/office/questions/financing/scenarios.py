"""What would another allotment, member or key do to who pays what in a year, and to equity?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.document import Document, Number, Section, Table
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.plan.financing.scenario import Basis, Outcome, SavedScenario, Scenario, outcome
from samordna.domain.plan.financing.scenario_table import scenario_table
from samordna.domain.plan.register import Kind
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.domain.values.unit import KRONOR
from samordna.office.questions.books.ledgers import TakenImport, imports
from samordna.office.questions.financing.financing import shares_held, usual_state
from samordna.office.questions.followed.follow_up import Walked, bridge, outlook
from samordna.office.questions.identity import AssociationFacts, association
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.store.plan_rows import SCENARIO, Said, histories_of

THE_PLAN: Final = Scenario(swedish("Planen"))


@dataclass(frozen=True, slots=True)
class ScenarioBasis:
    """What scenarios of a year change, and in words where its net cost and the equity before it come from."""

    basis: Basis
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScenariosShown:
    """The plan of a year beside scenarios: ``table`` is None while the plan itself cannot be shared out.

    ``problems`` say why; ``refused`` which scenarios lead to nothing, and why. ``saved`` are those that somebody kept,
    with everything that was said of each, the latest first.
    """

    facts: AssociationFacts
    held: PlanHeld
    year: Period
    state: AllotmentState
    table: Table | None
    problems: tuple[Problem, ...]
    refused: tuple[tuple[Scenario, tuple[Problem, ...]], ...]
    saved: tuple[tuple[Said[SavedScenario | None], ...], ...]

    @property
    def document(self) -> Document:
        """The plan and the scenarios as a document; ask it when there is a table."""
        year = self.year.last // 100
        blocks = (self.table,) if self.table else ()
        return Document(
            id="scenarios",
            title=swedish("Scenarier {year}").format(year=year),
            subtitle=swedish("{state} tilldelning").format(state=self.state.in_words.capitalize()),
            author=self.facts.name,
            sections=(Section("scenarios", "", blocks=blocks),),
            provenance=tuple(str(one) for _, found in self.refused for one in found),
            foot=swedish("Rad {number} i planens journal").format(number=self.held.number),
        )


def scenarios_shown(year: Period, scenarios: Sequence[Scenario], state: AllotmentState | None = None) -> ScenariosShown:
    """Return the plan of a year beside scenarios, resting on allotments in a state, the usual one unless given."""
    held, facts = plan_held(), association()
    chosen = state or usual_state(held, year)
    saved = tuple(said for said in histories_of(SCENARIO, year).values() if said[0].value)
    try:
        made_from = scenario_basis(held, year, chosen)
        plan = outcome(made_from.basis, THE_PLAN)
    except Refused as refusal:
        return ScenariosShown(facts, held, year, chosen, None, refusal.problems, (), saved)
    told = [(one, _led_to(made_from.basis, one)) for one in scenarios]
    able = [(one, found) for one, found in told if isinstance(found, Outcome)]
    table = scenario_table(plan, able, held.association, KRONOR)
    table = replace(table, remarks=(*table.remarks, *made_from.told))
    refused = tuple((one, found) for one, found in told if not isinstance(found, Outcome))
    return ScenariosShown(facts, held, year, chosen, table, (), refused, saved)


def _led_to(basis: Basis, scenario: Scenario) -> Outcome | tuple[Problem, ...]:
    try:
        return outcome(basis, scenario)
    except Refused as refusal:
        return refusal.problems


def scenario_basis(held: PlanHeld, year: Period, state: AllotmentState) -> ScenarioBasis:
    """Return what scenarios of a year change; raises ``Refused`` when the year itself cannot be shared out."""
    shares = shares_held(held, year, state)
    cost, of_cost = _net_cost(held, year)
    if cost is None:
        cost = shares.total
    equity, of_equity = _opening_equity(year)
    basis = Basis(held.association, held.financing_of(year), state, cost, equity)
    return ScenarioBasis(basis, (of_cost, of_equity))


def _net_cost(held: PlanHeld, year: Period) -> tuple[Ore | None, str]:
    """Return the planned net cost of a year, and where it comes from: the activity plan, else the budget."""
    plan = held.activity_plan_of(year)
    if plan:
        told = swedish("Nettokostnaden är verksamhetsplanens ({source}), utan det som ett beviljat projekt bär.")
        return plan.cost(granted=False), told.format(source=plan.source)
    budget = held.plan.budget_of(year)
    if budget:
        outside = {row.key for row in held.plan.register.rows if row.kind is Kind.OUTSIDE}
        cost = sum(number.amount for row, number in budget.latest.items() if row not in outside)
        told = swedish("Nettokostnaden är budgetens, som den gäller nu: {decision}.")
        return cost, told.format(decision=budget.revisions[-1].decision.told)
    return None, swedish(
        "Det finns varken verksamhetsplan eller budget för året: nettokostnaden är satt till planens bidrag, så att "
        "resultatet visar vad som ändras."
    )


def _opening_equity(year: Period) -> tuple[Ore, str]:
    """Return the equity before a year, and where it comes from; nothing where that is unknown.

    As the year's own books open, else as the year before ended, or else as it is heading for by its forecast.
    """
    before = year.years_before(1)
    taken = {one.year.period: one for one in imports() if one.current}
    tries: list[tuple[Callable[[], Number | None], str]] = []
    if year in taken:
        asked = Asked.of(_covered(taken[year]))
        tries.append((lambda: _cell(bridge, asked, "opening_equity", "actual"), _BY_BOOKS))
    if before in taken:
        covered = _covered(taken[before])
        ended = Asked.of(covered)
        if covered == before:
            tries.append((lambda: _cell(bridge, ended, "closing_equity", "actual"), _BY_BOOKS))
        tries.append((lambda: _cell(outlook, ended, "closing_equity", "forecast"), _BY_FORECAST))
    for ask, words in tries:
        found = ask()
        if found:
            return int(found.exact), words.format(year=before.last // 100)
    return 0, _UNKNOWN


_BY_BOOKS: Final = swedish("Ingående eget kapital är det som {year} slutade med i bokföringen.")
_BY_FORECAST: Final = swedish("Ingående eget kapital är det som {year} är på väg mot enligt prognosen.")
_UNKNOWN: Final = swedish(
    "Ingående eget kapital är inte känt för året och är satt till noll: se på ändringen, inte på nivån."
)


def _covered(taken: TakenImport) -> Period:
    """Return the months of a fiscal year that an import covers."""
    year = taken.year.period
    return Period(year.first, min(year.last, taken.covers_to_month))


def _cell(ask: Callable[[Asked], Walked], asked: Asked, row: str, column: str) -> Number | None:
    """Return a figure of a walk; None when the books or their layout do not tell it."""
    try:
        cell = ask(asked).told.table.cell(row, column)
    except (Refused, KeyError):
        return None
    return cell if isinstance(cell, Number) else None
