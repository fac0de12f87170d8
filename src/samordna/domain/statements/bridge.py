"""Why does the follow-up end in one figure and the income statement in another, to the öre?

From the rows of the follow-up, over what it does not tell of, to the net cost of the income statement; over
contributions and financial items to the result; and with the equity there was to the equity there is. Which lines
those are, the layout says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from samordna.domain.document import BLANK, Chart, ChartKind, Column, RowKind, Table
from samordna.domain.statements.arithmetic import together
from samordna.domain.statements.bridge_cells import Home
from samordna.domain.statements.bridge_parts import Both, BridgeParts
from samordna.domain.statements.holdings import Amount
from samordna.domain.statements.layout import Bridge
from samordna.domain.statements.problems import BRIDGE_UNEXPLAINED
from samordna.domain.statements.reading import Reading
from samordna.domain.statements.walk import Section, Step, pictured, walk_table
from samordna.domain.values.kronor import kr_and_ore
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import KRONOR_ORE, Unit

_UNTOLD: Final = {
    Home.NOWHERE: swedish("Bokfört utan kostnadsställe"),
    Home.OUTSIDE: swedish("Kostnadsställen utanför uppföljningen"),
    Home.LEFT_OUT: swedish("På kostnadsställenas övriga konton"),
}

BRIDGE: Final = "bridge"
"""The id of the table; its picture is ``bridge-chart``."""


@dataclass(frozen=True, slots=True)
class BridgeTold:
    """The bridge as a table and as a picture, and what it could not explain."""

    table: Table
    chart: Chart
    findings: tuple[Problem, ...]


def bridge(reading: Reading, unit: Unit = KRONOR_ORE) -> BridgeTold | None:
    """Return the bridge for the period that was asked for; None when the layout does not say which lines it leads over.

    What has been worked up and not booked stands beside what is booked, when there is any.
    """
    words = reading.statements.layout.bridge
    return _Walked(reading, words, unit).told() if words else None


@dataclass(frozen=True)
class _Walked:
    """One bridge on its way to a table."""

    reading: Reading
    words: Bridge
    unit: Unit

    def told(self) -> BridgeTold:
        sections = tuple(self._sections())
        table = walk_table(self._frame(), sections)
        findings = tuple(problem for section in sections for problem in _unexplained(section))
        return BridgeTold(table, self._chart(table), findings)

    def _frame(self) -> Table:
        period = self.reading.statements.asked.period.in_short
        columns = [Column("actual", swedish("Bokfört {period}").format(period=period), emphasis=True)]
        if self._parts.owes:
            columns += [Column("unbooked", swedish("Ej bokfört")), Column("total", swedish("Inkl. ej bokfört"))]
        return Table(BRIDGE, swedish("Från kostnadsställen till eget kapital"), self.unit, tuple(columns), ())

    @cached_property
    def _parts(self) -> BridgeParts:
        return BridgeParts(self.reading.evaluation, self.words, self.reading.statements.asked.period)

    def _sections(self) -> Iterator[Section]:
        parts = self._parts
        net = self._total("net_cost", parts.net_cost_label, parts.net_cost, RowKind.SUBTOTAL)
        result = self._total("result", parts.lines.label(self.words.result), parts.result, RowKind.RESULT)
        yield Section(tuple(self._to_net_cost()), net, checked=True)
        yield Section(
            (
                self._step(
                    "contributions", parts.lines.label(self.words.contributions), parts.contributions, kept=True
                ),
                self._step("financial", swedish("Finansiella poster"), parts.financial, kept=True),
                self._step("other", swedish("Övriga poster"), parts.other),
            ),
            result,
            begins=(net,),
        )
        yield Section(
            (
                self._step("opening_equity", swedish("Ingående eget kapital"), parts.opening, kept=True),
                self._step("equity_moved", swedish("Eget kapital ändrat utöver resultatet"), parts.moved),
            ),
            self._total("closing_equity", swedish("Utgående eget kapital"), parts.closing, RowKind.RESULT),
            begins=(result,),
        )

    def _to_net_cost(self) -> Iterator[Step]:
        parts = self._parts
        yield self._total("follow_up", swedish("Kostnadsställen enligt uppföljningen"), parts.rows, RowKind.SUBTOTAL)
        yield self._step("unplaced", swedish("Kostnadsställen som saknar rad i registret"), parts.unplaced)
        yield self._step("projects", swedish("Projekt, netto"), parts.projects, kept=parts.has_projects)
        for home, label in _UNTOLD.items():
            yield self._step(home.value, label, (parts.untold(home), BLANK))
        for name, label, value in parts.inside:
            yield self._step(name, label, (value, BLANK))

    def _total(self, name: str, label: str, values: Both, kind: RowKind) -> Step:
        return replace(self._step(name, label, values, kept=True), kind=kind)

    def _step(self, name: str, label: str, values: Both, *, kept: bool = False) -> Step:
        """Return a step: what is booked and, when anything is owed at all, what is owed and both together."""
        booked, owed = values
        if not self._parts.owes:
            return Step(name, label, (booked,), kept=kept)
        whole = together([(swedish("bokfört"), booked), (swedish("ej bokfört"), owed)])
        return Step(name, label, (booked, owed, whole), kept=kept)

    def _chart(self, table: Table) -> Chart:
        shown = pictured(table, f"{BRIDGE}-table", "actual")
        told = swedish("Stapel för stapel från kostnadsställenas nettokostnad till utgående eget kapital. {steps}.")
        steps = ", ".join(f"{row.label} {_figure(row.cells)}" for row in shown.rows)
        return Chart(f"{BRIDGE}-chart", table.title, told.format(steps=steps), ChartKind.WALK, shown)


def _figure(cells: Iterable[object]) -> str:
    return " ".join(text for cell in cells if (text := getattr(cell, "text", "")))


def _unexplained(section: Section) -> Iterator[Problem]:
    """Yield a problem when the steps of a section do not add up to its total: what is owed is told by its parts."""
    rest = section.unexplained.values[0]
    if isinstance(rest, Amount) and rest.exact:
        amount = kr_and_ore(-rest.exact)
        yield BRIDGE_UNEXPLAINED.at(swedish("bryggan"), amount=amount, total=section.total.label)
