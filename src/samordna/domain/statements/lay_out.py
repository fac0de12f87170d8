"""How do a layout, the books and a question become tables?

The one engine: every statement of every association goes through ``lay_out``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from samordna.domain.document import Table
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.entered import EnteredFigure
from samordna.domain.ledger.problems.versions import COMPARISON_WITHIN_BALANCES, PERIOD_BEYOND_LEDGER
from samordna.domain.plan.plan import NO_PLAN, Plan
from samordna.domain.plan.register import object_of
from samordna.domain.statements.controls import failing
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Holdings
from samordna.domain.statements.laid_out import ColumnPeriods, LaidOut
from samordna.domain.statements.layout import Layout, StatementKind, cost_centre_lines_of
from samordna.domain.statements.problems import ACCOUNT_WITHOUT_LINE, COST_CENTRE_WITHOUT_ROW
from samordna.domain.statements.span import SPANS_OF_EARLIER_YEARS, Asked, resolve
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, month_in_words
from samordna.domain.values.problem import Problem


@dataclass(frozen=True, slots=True)
class Statements:
    """Laid-out statements in the layout's order, and what is wrong with them.

    ``times`` are the months that each column tells of, ``unread`` those of them that lie in a year nobody has read.
    """

    layout: Layout
    asked: Asked
    tables: tuple[Table, ...]
    findings: tuple[Problem, ...]
    times: ColumnPeriods = field(default_factory=dict)
    unread: frozenset[Period] = frozenset()

    def table(self, statement_id: str) -> Table:
        """Return the table of a statement; raises ``KeyError`` when it was not laid out."""
        for table in self.tables:
            if table.id == statement_id:
                return table
        raise KeyError(statement_id)

    def finds_rows(self, statement_id: str) -> bool:
        """Tell whether a statement has rows that the register or the ledger says, and not only those written."""
        named = (statement for statement in self.layout.statements if statement.id == statement_id)
        return any(True for statement in named for _ in cost_centre_lines_of(statement.lines))

    def only(self, kind: StatementKind) -> "Statements":
        """Return the statements of one kind."""
        kept = {statement.id for statement in self.layout.statements if statement.kind is kind}
        return replace(self, tables=tuple(table for table in self.tables if table.id in kept))


def lay_out(
    layout: Layout, balances: Balances, asked: Asked, entered: Iterable[EnteredFigure] = (), *, plan: Plan = NO_PLAN
) -> Statements:
    """Return every statement of the layout for what was asked, from sums, figures entered by hand, and the plan."""
    times = column_periods(layout, balances, asked)
    evaluation = evaluated(layout, balances, times, entered, plan=plan)
    laid_out = [LaidOut(evaluation, statement, times) for statement in layout.statements]
    tables = tuple(one.table() for one in laid_out)
    by_id = {table.id: table for table in tables}
    findings = (
        *_uncovered(balances, laid_out),
        *_untold(balances, laid_out),
        *_without_line(evaluation),
        *_without_row(evaluation, laid_out),
        *(problem for control in layout.controls for problem in failing(control, by_id[control.statement])),
        *(problem for one in laid_out for problem in one.differences()),
    )
    unread = frozenset(period for period in times.values() if balances.year_of(period.last) is None)
    return Statements(layout, asked, tables, findings, times, unread)


def column_periods(layout: Layout, balances: Balances, asked: Asked) -> ColumnPeriods:
    """Return the months that each column of each statement tells of."""
    return {
        (statement.id, column.id): resolve(column.span, asked, balances)
        for statement in layout.statements
        for column in statement.columns
    }


def evaluated(
    layout: Layout,
    balances: Balances,
    times: ColumnPeriods,
    entered: Iterable[EnteredFigure] = (),
    *,
    plan: Plan = NO_PLAN,
) -> Evaluation:
    """Return the layout held against the books of the years that its columns tell of, and the plan."""
    near = _touched(balances, _near(layout, times))
    return Evaluation(layout, Holdings(_touched(balances, times.values()), tuple(entered), plan, near))


def _near(layout: Layout, times: ColumnPeriods) -> Iterator[Period]:
    """Yield the months of the columns that are no older year of a table of years."""
    for statement in layout.statements:
        for column in statement.columns:
            if column.span not in SPANS_OF_EARLIER_YEARS:
                yield times[statement.id, column.id]


def _touched(balances: Balances, periods: Iterable[Period]) -> Balances:
    """Return the balances of the years that some column tells of: what an older year held is no matter here."""
    wanted = list(periods)
    years = (year for year in balances.years if any(year.year.period.overlaps(period) for period in wanted))
    return replace(balances, years=tuple(years))


def _uncovered(balances: Balances, laid_out: Iterable[LaidOut]) -> Iterator[Problem]:
    """Yield a problem for each period that a column tells of but the books do not reach the end of."""
    told = dict.fromkeys(period for one in laid_out for period in one.actual_periods())
    for period in told:
        year = balances.year_of(period.last)
        if year and period.first <= year.covers_to < period.last:
            covered = month_in_words(year.covers_to)
            yield PERIOD_BEYOND_LEDGER.at(str(period), period=period.in_words, covered_to=covered)


def _untold(balances: Balances, laid_out: Iterable[LaidOut]) -> Iterator[Problem]:
    """Yield a problem for each period that the books tell of only as part of a longer one."""
    told = dict.fromkeys(period for one in laid_out for period in one.movement_periods())
    for period in told:
        year = balances.year_of(period.last)
        if year and not year.tells_movement(period):
            known = year.covered.in_words
            yield COMPARISON_WITHIN_BALANCES.at(str(period), period=period.in_words, known=known)


def _without_line(evaluation: Evaluation) -> Iterator[Problem]:
    accounts = evaluation.holdings.balances.accounts
    for statement in evaluation.layout.statements:
        for number in evaluation.unassigned(statement, statement.answers_for):
            yield ACCOUNT_WITHOUT_LINE.at(statement.title, account=number, name=accounts[number].name)


def _without_row(evaluation: Evaluation, laid_out: Iterable[LaidOut]) -> Iterator[Problem]:
    """Yield a problem for each cost centre that stands in a statement without a row of the register, once."""
    if not evaluation.holdings.plan.register.rows:
        return
    names = evaluation.holdings.balances.objects
    for booked in dict.fromkeys(source.booked for one in laid_out for source in one.without_row()):
        name = names.get(object_of(booked.partition(":")[0]), "")
        yield COST_CENTRE_WITHOUT_ROW.at(swedish("kostnadsställen"), row=f"{booked} {name}".strip())
