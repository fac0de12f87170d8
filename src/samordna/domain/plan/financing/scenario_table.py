"""How does a year's plan stand beside scenarios of it?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from samordna.domain.association.association import Association
from samordna.domain.document import (
    Cell,
    Column,
    ComputedOrigin,
    How,
    Number,
    Part,
    Row,
    RowKind,
    Table,
    rounded_remark,
)
from samordna.domain.plan.financing.scenario import Outcome, Scenario, told_change
from samordna.domain.plan.financing.tables import (
    TOTAL,
    entered_origin,
    paid_cell,
    rests_on,
    sums_of_groups,
    total_origin,
    who_pays,
)
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import THOUSANDS, Unit


def scenario_table(
    plan: Outcome, scenarios: Sequence[tuple[Scenario, Outcome]], association: Association, unit: Unit = THOUSANDS
) -> Table:
    """Return the plan beside scenarios: what each member pays, the result and the equity, and what has changed."""
    return _SideBySide(plan, tuple(scenarios), association, unit).table()


@dataclass(frozen=True)
class _SideBySide:
    """Outcomes on their way to a table."""

    plan: Outcome
    scenarios: tuple[tuple[Scenario, Outcome], ...]
    association: Association
    unit: Unit

    def table(self) -> Table:
        title = swedish("Planen {year} och det som kan ändra den").format(year=self.plan.shares.year.start.year)
        rows = (*self._paying(), *self._equity())
        columns = tuple(self._columns())
        remarks = (*rounded_remark(sums_of_groups(rows), range(len(columns))), *self._remarks)
        return Table("scenarios", title, self.unit, columns, rows, stub=swedish("Medlem"), remarks=remarks)

    def _columns(self) -> Iterator[Column]:
        yield Column("plan", self.plan.name, emphasis=True)
        for number, (scenario, _) in enumerate(self.scenarios, start=1):
            yield Column(f"s{number}", scenario.name)
            yield Column(f"s{number}-changed", swedish("Ändring"))

    @cached_property
    def _outcomes(self) -> tuple[Outcome, ...]:
        return (self.plan, *(outcome for _, outcome in self.scenarios))

    @property
    def _remarks(self) -> tuple[str, ...]:
        told = [
            f"{scenario.name}: {' '.join(told_change(change, self.association) for change in scenario.changes)}"
            for scenario, _ in self.scenarios
            if scenario.changes
        ]
        plan = swedish("{name} vilar på {told}.").format(name=self.plan.name, told=rests_on(self.plan.shares))
        return (plan, *told)

    def _paying(self) -> Iterator[Row]:
        for kind, name, label in who_pays([one.shares for one in self._outcomes]):
            cells = [paid_cell(one.shares, name, self.unit) for one in self._outcomes]
            yield Row(name, label, kind, tuple(self._beside(cells)), level=1 if kind is RowKind.DETAIL else 0)

    def _equity(self) -> Iterator[Row]:
        yield self._row(TOTAL, swedish("Bidrag"), RowKind.SUBTOTAL, [_contributions(one) for one in self._outcomes])
        yield self._row(
            ":net-cost", swedish("Nettokostnad"), RowKind.DETAIL, [_net_cost(one) for one in self._outcomes]
        )
        yield self._row(":result", swedish("Resultat"), RowKind.SUBTOTAL, [_result(one) for one in self._outcomes])
        opening = [_opening(one) for one in self._outcomes]
        yield self._row(":opening", swedish("Ingående eget kapital"), RowKind.DETAIL, opening)
        closing = [_closing(one) for one in self._outcomes]
        yield self._row(":closing", swedish("Utgående eget kapital"), RowKind.RESULT, closing)

    def _row(self, name: str, label: str, kind: RowKind, parts: Sequence[Part]) -> Row:
        cells = [Number(part.exact, self.unit, part.origin) for part in parts]
        return Row(name, label, kind, tuple(self._beside(cells)))

    def _beside(self, cells: Sequence[Cell]) -> Iterator[Cell]:
        """Yield the plan's cell, then each scenario's with its change; who does not pay at all pays nothing."""
        plan, *scenarios = cells
        yield plan
        for cell in scenarios:
            yield cell
            yield _changed(plan, cell, self.unit)


def _changed(plan: Cell, cell: Cell, unit: Unit) -> Number:
    now, before = _beside_part(swedish("scenariot"), cell), _beside_part(swedish("planen"), plan)
    origin = ComputedOrigin(swedish("Scenariot minus planen."), (now, before), How.DIFFERENCE)
    return Number(now.exact - before.exact, unit, origin)


def _beside_part(label: str, cell: Cell) -> Part:
    if isinstance(cell, Number):
        return Part(label, cell.exact, cell.origin)
    return Part(label, 0, ComputedOrigin(swedish("Betalar inget.")))


def _contributions(outcome: Outcome) -> Part:
    return Part(swedish("bidrag"), outcome.shares.total, total_origin(outcome.shares))


def _net_cost(outcome: Outcome) -> Part:
    origin = entered_origin(swedish("Planens nettokostnad"), "net-cost", outcome.shares.state, outcome.shares.year)
    return Part(swedish("nettokostnad"), outcome.net_cost, origin)


def _result(outcome: Outcome) -> Part:
    parts = (_contributions(outcome), _net_cost(outcome))
    origin = ComputedOrigin(swedish("Bidrag minus nettokostnad."), parts, How.DIFFERENCE)
    return Part(swedish("resultat"), outcome.result, origin)


def _opening(outcome: Outcome) -> Part:
    source = swedish("Planens ingående eget kapital")
    origin = entered_origin(source, "opening-equity", outcome.shares.state, outcome.shares.year)
    return Part(swedish("ingående eget kapital"), outcome.opening_equity, origin)


def _closing(outcome: Outcome) -> Part:
    parts = (_opening(outcome), _result(outcome))
    origin = ComputedOrigin(swedish("Ingående eget kapital och årets resultat."), parts)
    return Part(swedish("utgående eget kapital"), outcome.closing_equity, origin)
