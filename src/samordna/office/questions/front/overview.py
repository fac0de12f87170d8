"""How do things stand, and what awaits whoever asks?

Answered from the very statements that are shown elsewhere: no figure here can differ from theirs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from samordna.access.actor import Actor
from samordna.domain.document import BLANK, Cell, Chart, ChartKind, ComputedOrigin, Number, Table
from samordna.domain.plan.owed import OwedKind, open_at
from samordna.domain.reports.describe import described
from samordna.domain.statements.layout import FromLine, Side
from samordna.domain.statements.outlook import outlook
from samordna.domain.statements.overview import KeyStanding, actual_place, standings
from samordna.domain.statements.reading import Place, Reading
from samordna.domain.statements.signs import otherwise_in
from samordna.domain.statements.span import Asked, resolve
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Severity
from samordna.domain.values.unit import THOUSANDS
from samordna.office.questions.basis import Basis, basis
from samordna.office.questions.books.import_history import PastImport, import_history
from samordna.office.questions.front.tasks import Task, tasks
from samordna.office.questions.periods import periods
from samordna.office.questions.statements.cost_centres import cost_centres


@dataclass(frozen=True, slots=True)
class CostByMonth:
    """A picture of what a line cost month by month beside the year before, and where the line stands."""

    chart: Chart
    place: Place | None


@dataclass(frozen=True, slots=True)
class YearHeading:
    """Where the year is heading by forecast: its result, its equity, the least that equity should be.

    ``below`` is the problem that equity is not so much, or only with the projects.
    """

    year: Period
    result: Cell
    equity: Cell
    floor: Cell
    below: Problem | None = None


@dataclass(frozen=True, slots=True)
class OwedTold:
    """What the books lack at the end of the months asked for: of each kind, how many things and how much in all."""

    kind: OwedKind
    count: int
    amount: Cell


@dataclass(frozen=True, slots=True)
class Overview:
    """How things stand. ``asked`` is None, and most else empty, while nothing has been read.

    ``heading`` is None while nobody has planned, and where the layout does not say which lines lead to equity.
    """

    asked: Asked | None
    tasks: tuple[Task, ...]
    latest: PastImport | None = None
    standings: tuple[KeyStanding, ...] = ()
    cost: CostByMonth | None = None
    centres: Table | None = None
    findings: tuple[Problem, ...] = ()
    has_months: bool = True
    """Whether the period is known month by month."""
    has_plan: bool = False
    """Whether there is a register of cost centres, which all planning rests on."""
    heading: YearHeading | None = None
    owed: tuple[OwedTold, ...] = ()


def overview(*, by: Actor, asked: Asked | None = None) -> Overview:
    """Return how things stand over the latest covered months, or over what is ``asked``, and what awaits ``by``.

    Raises ``Refused`` as ``basis`` does.
    """
    usual = periods().default
    chosen = asked or (Asked.of(usual) if usual else None)
    latest = next(iter(import_history()), None)
    if usual is None or chosen is None:
        return Overview(None, tuple(tasks(by, None)), latest)
    made_from = basis(chosen)
    reading = made_from.reading
    year = made_from.balances.year_of(chosen.period.last)
    return Overview(
        asked=chosen,
        tasks=tuple(tasks(by, made_from)),
        latest=latest,
        standings=tuple(standings(reading)),
        cost=_cost(made_from, reading),
        centres=cost_centres(made_from),
        findings=made_from.statements.findings,
        has_months=year is None or year.has_months,
        has_plan=bool(made_from.plan.register.rows),
        heading=_heading(made_from),
        owed=tuple(_owed(made_from)),
    )


def _heading(made_from: Basis) -> YearHeading | None:
    told = outlook(made_from.reading) if made_from.plan.register.rows else None
    if told is None:
        return None
    cells = {row.id: row.cells[0] for row in told.table.rows if row.cells}
    year = resolve("year", made_from.asked, made_from.balances)
    below = next((one for one in told.of_forecast if one.severity is Severity.WARN), None)
    result, equity = cells.get("result", BLANK), cells["closing_equity"]
    return YearHeading(year, result, equity, cells.get("floor", BLANK), below)


def _owed(made_from: Basis) -> Iterator[OwedTold]:
    """Yield what the books lack, of each kind that there is any of: costs and incomes both as plus."""
    lacking = tuple(open_at(made_from.plan.owed, made_from.asked.period))
    for kind in OwedKind:
        found = [one for one in lacking if one.kind is kind]
        if found:
            rule = " ".join(one.how for one in found)
            amount = Number(abs(sum(one.rest for one in found)), THOUSANDS, ComputedOrigin(rule))
            yield OwedTold(kind, len(found), amount)


def _cost(made_from: Basis, reading: Reading) -> CostByMonth | None:
    """Return the months of the line that the layout names as cost, costs as plus.

    None when it names none, and where the books have no months.
    """
    line = made_from.layout.overview.cost
    if line is None:
        return None
    table = made_from.months(f"{line.statement}:{line.line}")
    if table is None:
        return None
    place = actual_place(reading, line)
    if _shows(reading, line) is Side.CREDIT:
        rows = tuple(replace(row, cells=tuple(map(_turned, row.cells))) for row in table.rows)
        told = otherwise_in(made_from.layout.statement(line.statement).title)
        table = replace(table, rows=rows, remarks=(*table.remarks, told))
    title = swedish("{line} per månad").format(line=table.title)
    table = replace(table, id="cost-by-month", title=title)
    return CostByMonth(described(Chart("cost-by-month", title, "", ChartKind.BARS, table)), place)


def _shows(reading: Reading, line: FromLine) -> Side:
    return reading.evaluation.find(reading.statements.layout.statement(line.statement), line.line).shows


def _turned(cell: Cell) -> Cell:
    return replace(cell, exact=-cell.exact) if isinstance(cell, Number) else cell
