"""How does one line move, month by month, beside the year it is compared with?"""

from collections.abc import Iterable

from samordna.domain.document import Cell, Column, Number, Row, RowKind, Table
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.plan.plan import NO_PLAN, Plan
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Amount, Holdings, When
from samordna.domain.statements.layout import Layout, StatementLayout
from samordna.domain.statements.span import Asked
from samordna.domain.statements.tree import Printed
from samordna.domain.values.language import swedish
from samordna.domain.values.period import MONTHS, Month, Period
from samordna.domain.values.unit import THOUSANDS


class Months:
    """Answers for any line of a layout, from the same books."""

    def __init__(
        self,
        layout: Layout,
        balances: Balances,
        asked: Asked,
        entered: Iterable[EnteredFigure] = (),
        *,
        plan: Plan = NO_PLAN,
    ) -> None:
        self._evaluation = Evaluation(layout, Holdings(balances, tuple(entered), plan))
        self._asked = asked

    def __call__(self, reference: str) -> Table | None:
        """Return a table in thousands of kronor: a row per month, the period beside its comparison.

        ``reference`` is ``statement:line``; raises ``KeyError`` when there is no such line. The line is measured,
        and shows the side it shows, as in its statement; months that the books do not reach are missing. A comparison
        with a year that is known as one sum only has no column; None when the period itself lies in such a year.
        """
        statement_id, _, line_id = reference.partition(":")
        statement = self._evaluation.layout.statement(statement_id)
        placed = self._evaluation.find(statement, line_id)
        spans = self._spans()
        if "actual" not in spans:
            return None
        rows = tuple(
            Row(
                id=f"{index:02d}",
                label=MONTHS[months[0] % 100 - 1],
                kind=RowKind.DETAIL,
                cells=tuple(self._cell(statement, placed, month) for month in months),
            )
            for index, months in enumerate(zip(*(span.months for span in spans.values()), strict=False), start=1)
        )
        columns = tuple(Column(name, span.in_short, emphasis=name == "actual") for name, span in spans.items())
        return Table(f"months-{reference}", placed.line.label, THOUSANDS, columns, rows, stub=swedish("Månad"))

    def _spans(self) -> dict[str, Period]:
        """Return the months of each column."""
        asked = {"actual": self._asked.period, "previous": self._asked.compare}
        years = {name: self._evaluation.holdings.balances.year_of(period.last) for name, period in asked.items()}
        return {name: asked[name] for name, year in years.items() if year is None or year.has_months}

    def _cell(self, statement: StatementLayout, placed: Printed, month: Month) -> Cell:
        value = self._evaluation.value(statement, placed, When(Period(month, month), Scenario.ACTUAL), None)
        if not isinstance(value, Amount):
            return value
        return Number(value.exact * placed.shows.sign, THOUSANDS, value.origin)
