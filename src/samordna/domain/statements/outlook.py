"""What is the year heading for: which result, which equity, and is that what was promised?

Opening equity, the contributions of the year, what the rows of the follow-up will cost: the equity before the
projects. Then the projects' net, told apart, and the equity at the end of the year. By forecast and by budget, beside
what the association itself has set as the least, and what is recommended as the most.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from samordna.domain.document import Chart, ChartKind, Column, ComputedOrigin, RowKind, Table
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.balance_requirement.judged import Judged
from samordna.domain.plan.equity.limits import Standing, standing
from samordna.domain.statements import problems
from samordna.domain.statements.arithmetic import difference, together
from samordna.domain.statements.holdings import Amount, Value
from samordna.domain.statements.layout import Outlook
from samordna.domain.statements.outlook_parts import OutlookParts
from samordna.domain.statements.reading import Reading
from samordna.domain.statements.span import resolve
from samordna.domain.statements.walk import Section, Step, pictured, step_row, walk_table
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import THOUSANDS, Unit

OUTLOOK: Final = "outlook"
"""The id of the table; its picture is ``outlook-chart``."""

CLOSING_EQUITY: Final = "closing_equity"
"""The row that the walk leads to."""

_PLANS: Final = (Scenario.FORECAST, Scenario.BUDGET)
_JUDGED: Final = (Judged.FORECAST, Judged.BUDGET)


@dataclass(frozen=True, slots=True)
class OutlookTold:
    """The walk to the year's equity as a table and a picture, and what it says of what was promised.

    ``of_forecast`` is what it says of that by forecast; ``findings`` says the same by budget too.
    """

    table: Table
    chart: Chart
    findings: tuple[Problem, ...]
    of_forecast: tuple[Problem, ...] = ()


def outlook(reading: Reading, unit: Unit = THOUSANDS) -> OutlookTold | None:
    """Return the outlook of the fiscal year that the period asked for lies in.

    None when the layout does not say which lines it leads over. What is not known is missing, with the reason.
    """
    words = reading.statements.layout.bridge
    if words is None:
        return None
    asked = reading.statements.asked
    year = resolve("year", asked, reading.balances)
    parts = OutlookParts(reading.beyond, words, year, asked.period)
    return _Heading(parts, reading.statements.layout.outlook, unit).told()


@dataclass(frozen=True)
class _Heading:
    """One outlook on its way to a table."""

    parts: OutlookParts
    words: Outlook
    unit: Unit

    def told(self) -> OutlookTold:
        walk = walk_table(self._frame(), self._sections())
        besides = tuple(step_row(step, self.unit) for step in self._besides() if step.is_printed)
        whole = replace(walk, rows=(*walk.rows, *besides))
        by_forecast, by_budget = (tuple(self._findings(index, name)) for index, name in enumerate(_NAMES))
        findings = (*by_forecast, *by_budget, *self._of_no_row())
        return OutlookTold(whole, self._chart(walk), findings, by_forecast)

    def _frame(self) -> Table:
        year = self.parts.year.last // 100
        columns = (
            Column("forecast", swedish("Prognos {year}").format(year=year), emphasis=True),
            Column("budget", swedish("Budget {year}").format(year=year)),
        )
        return Table(OUTLOOK, swedish("Vart året är på väg"), self.unit, columns, (), remarks=tuple(self._remarks()))

    def _remarks(self) -> Iterator[str]:
        if len(self.parts.financial_lines) < len(self.parts.words.financial):
            yield swedish("Finansiella poster ingår i kostnadsställenas belopp.")

    def _sections(self) -> Iterator[Section]:
        steps = (
            Step(
                "opening_equity", swedish("Eget kapital vid årets början"), self._opening, RowKind.SUBTOTAL, kept=True
            ),
            Step("contributions", swedish("Årets bidrag"), self._contributions, kept=True),
            Step("follow_up", swedish("Kostnadsställen enligt uppföljningen"), self._rows, kept=True),
            Step("financial", swedish("Finansiella poster"), self._financial),
        )
        closing = Step(CLOSING_EQUITY, swedish("Eget kapital vid årets slut"), self._after, RowKind.RESULT, kept=True)
        if not self.parts.project_rows:
            yield Section(steps, closing)
            return
        before = Step("before_projects", swedish("Eget kapital före projekten"), self._before, RowKind.SUBTOTAL)
        yield Section(steps, before)
        yield Section((Step("projects", swedish("Projekt, netto"), self._projects, kept=True),), closing, (before,))

    def _besides(self) -> Iterator[Step]:
        """Yield what the walk means: the year's result, and what equity should be."""
        if self.parts.project_rows:
            yield Step(
                "result_before_projects", swedish("Årets resultat före projekten"), self._less_opening(self._before)
            )
        yield Step("result", swedish("Årets resultat"), self._less_opening(self._after))
        yield Step("floor", swedish("Mål: lägsta eget kapital"), (self._floor, self._floor))
        yield Step("ceiling", swedish("Rekommenderat högsta eget kapital"), self._ceilings)

    def _chart(self, walk: Table) -> Chart:
        shown = pictured(walk, f"{OUTLOOK}-table", "forecast", "budget")
        told = swedish("Staplar från eget kapital vid årets början till årets slut, enligt prognos och budget.")
        return Chart(f"{OUTLOOK}-chart", walk.title, told, ChartKind.WALK, shown)

    @cached_property
    def _opening(self) -> tuple[Value, ...]:
        return (self.parts.opening,) * len(_PLANS)

    @cached_property
    def _contributions(self) -> tuple[Value, ...]:
        return tuple(self.parts.contributions(plan) for plan in _PLANS)

    @cached_property
    def _rows(self) -> tuple[Value, ...]:
        return tuple(self.parts.rows(plan) for plan in _PLANS)

    @cached_property
    def _financial(self) -> tuple[Value, ...]:
        return tuple(self.parts.financial(plan) for plan in _PLANS)

    @cached_property
    def _projects(self) -> tuple[Value, ...]:
        return tuple(self.parts.projects(plan) for plan in _PLANS)

    @cached_property
    def _before(self) -> tuple[Value, ...]:
        steps = zip(self._opening, self._contributions, self._rows, self._financial, strict=True)
        return tuple(together(list(zip(_STEPS, values, strict=True))) for values in steps)

    @cached_property
    def _after(self) -> tuple[Value, ...]:
        pairs = zip(self._before, self._projects, strict=True)
        return tuple(
            together([(swedish("före projekten"), before), (swedish("projekten"), projects)])
            for before, projects in pairs
        )

    def _less_opening(self, equity: tuple[Value, ...]) -> tuple[Value, ...]:
        closing, opening = swedish("vid årets slut"), swedish("vid årets början")
        pairs = zip(equity, self._opening, strict=True)
        return tuple(_as_result(difference((closing, one), (opening, other))) for one, other in pairs)

    @cached_property
    def _floor(self) -> Value:
        return self.parts.floor(self.words)

    @cached_property
    def _ceilings(self) -> tuple[Value, ...]:
        return tuple(self.parts.ceiling(self.words, one) for one in self._contributions)

    def _findings(self, index: int, name: str) -> Iterator[Problem]:
        before, after = self._before[index], self._after[index]
        if isinstance(before, Amount) and isinstance(after, Amount):
            yield from _below(name, before, after, self._floor)
            yield from _above(name, after, self._ceilings[index])
            if self.parts.grounds(_JUDGED[index]) is None:  # a deficit that was decided on grounds asks for nothing
                yield from _deficit(name, self._less_opening(self._after)[index])

    def _of_no_row(self) -> Iterator[Problem]:
        """Yield a problem that names the cost centres that nobody has placed and the forecast reckons with."""
        found = self.parts.without_row
        if found:
            told = together(found)
            amount = swedish_number(THOUSANDS.shown(told.exact)) if isinstance(told, Amount) else ""
            yield problems.OUTLOOK_WITHOUT_ROW.at(_PLACE, amount=amount, rows=", ".join(name for name, _ in found))


_STEPS: Final = (
    swedish("vid årets början"), swedish("bidragen"), swedish("kostnadsställena"), swedish("finansiella poster"),
)  # fmt: skip
_RESULT: Final = swedish("Eget kapital vid årets slut minus det vid årets början.")


def _as_result(moved: Value) -> Value:
    if isinstance(moved, Amount) and isinstance(moved.origin, ComputedOrigin):
        return replace(moved, origin=replace(moved.origin, rule=_RESULT))
    return moved


_NAMES: Final = (swedish("Prognosen"), swedish("Budgeten"))
_PLACE: Final = swedish("prognos för eget kapital")
_WITHOUT: Final = swedish(" ({before} tkr före projekten)")


def _below(name: str, before: Amount, after: Amount, floor: Value) -> Iterator[Problem]:
    """Yield a problem when equity is below what was promised, with the projects or only without them."""
    if not isinstance(floor, Amount) or not (_is_low(before, floor) or _is_low(after, floor)):
        return
    told = {"plan": name, "after": _tkr(after), "floor": _tkr(floor)}
    if _is_low(after, floor):
        without = "" if before.exact == after.exact else _WITHOUT.format(before=_tkr(before))
        yield problems.OUTLOOK_BELOW_FLOOR.at(_PLACE, **told, before=without)
    else:
        projects = swedish_number(THOUSANDS.shown(before.exact - after.exact))
        yield problems.OUTLOOK_HANGS_ON_PROJECTS.at(_PLACE, **told, before=_tkr(before), projects=projects)


def _is_low(equity: Amount, floor: Amount) -> bool:
    return standing(-equity.exact, -floor.exact, None) in {Standing.SPENT, Standing.BELOW}


def _above(name: str, after: Amount, ceiling: Value) -> Iterator[Problem]:
    if isinstance(ceiling, Amount) and standing(-after.exact, None, -ceiling.exact) is Standing.ABOVE:
        yield problems.OUTLOOK_ABOVE_CEILING.at(_PLACE, plan=name, after=_tkr(after), ceiling=_tkr(ceiling))


def _deficit(name: str, result: Value) -> Iterator[Problem]:
    if isinstance(result, Amount) and result.exact > 0:
        yield problems.OUTLOOK_DEFICIT.at(_PLACE, plan=name, result=_tkr(result))


def _tkr(amount: Amount) -> str:
    """Return an amount of equity in thousands, plus when there is some."""
    return swedish_number(THOUSANDS.shown(-amount.exact))
