"""Where is equity heading, does it keep between its floor and its ceiling, and what did people say that they are?"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from samordna.domain.document import Block, Chart, Document, Paragraph, Section, Table
from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.plan.balance_requirement.judged import Judged
from samordna.domain.plan.equity.limits import Limit, LimitKind, Limits
from samordna.domain.plan.equity.path import EquityPath
from samordna.domain.plan.equity.problems import COMING_YEAR_UNKNOWN
from samordna.domain.plan.equity.tables import limits_table, path_chart, path_table
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.statements.equity_years import PathTold, path_told
from samordna.domain.statements.layout import FromLine
from samordna.domain.statements.span import Asked
from samordna.domain.statements.year_results import YearResult, year_results
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.domain.values.unit import THOUSANDS, Unit
from samordna.office.questions.basis import Basis, LayoutOf, basis
from samordna.office.questions.plan.coming_years import Coming, allotted_in
from samordna.office.questions.problems import NOTHING_TO_WALK
from samordna.office.questions.projects.coming_projects import projects_counted
from samordna.office.questions.statements.statements import foot_of


@dataclass(frozen=True, slots=True)
class EquityShown:
    """The path of equity as a table and a picture, what it says of its limits, and the basis it was made from.

    ``table`` and ``chart`` are None while not one year of it is known; ``problems`` then say why.
    """

    made_from: Basis
    state: AllotmentState
    limits: Limits
    table: Table | None
    chart: Chart | None
    problems: tuple[Problem, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The path as blocks of a report: its table, its picture, and what it should make somebody think of."""
        told = tuple(Paragraph((f"{one.place[:1].upper()}{one.place[1:]}: {one.found}",)) for one in self.problems)
        picture = (replace(self.chart, table_above=True),) if self.chart else ()
        return (*((self.table,) if self.table else ()), *picture, *told)

    @property
    def document(self) -> Document:
        """The path as a document, with the limits there are."""
        subject, period = self.made_from.subject, self.made_from.asked.period
        title = swedish("Eget kapital")
        limits = (limits_table(self.limits),) if self.limits.floors or self.limits.ceilings else ()
        return Document(
            id="equity",
            title=title,
            subtitle=period.in_words,
            author=subject.association,
            sections=(Section("equity", "", blocks=(*self.blocks, *limits)),),
            provenance=subject.provenance,
            foot=foot_of(self.made_from.imports),
        )


def equity_path(
    asked: Asked,
    *,
    state: AllotmentState = AllotmentState.DECIDED,
    unit: Unit = THOUSANDS,
    layout: LayoutOf | None = None,
    versions: Collection[int] | None = None,
) -> EquityShown:
    """Return the path of equity around the year asked for; coming years rest on allotments in ``state``.

    Raises ``Refused`` as ``basis`` does, and when the layout does not say which lines lead to the result.
    """
    made_from = basis(asked, layout=layout, versions=versions)
    shown = equity_of(made_from, state=state, unit=unit)
    if shown is None:
        raise Refused([NOTHING_TO_WALK.at(made_from.layout.title)])
    return shown


def equity_of(
    made_from: Basis, *, state: AllotmentState = AllotmentState.DECIDED, unit: Unit = THOUSANDS
) -> EquityShown | None:
    """Return the path of equity as a basis tells it; None when its layout does not say which lines lead to results."""
    results = year_results(made_from.reading, allotted_in(made_from, state))
    if results is None:
        return None
    limits = limits_of(made_from)
    told: PathTold = path_told(results, Coming(made_from, results, state).year, limits)
    path = _with_projects(made_from, results.current(), told.path) if told.path else None
    table = path_table(path, unit) if path else None
    chart = path_chart(path, unit) if path else None
    return EquityShown(made_from, state, limits, table, chart, told.problems)


def _with_projects(made_from: Basis, current: YearResult, path: EquityPath) -> EquityPath:
    """Return a path whose expected year says which projects the forecast counts with."""
    counted = projects_counted(made_from.said, current.year, Scenario.FORECAST)
    if current.judged is not Judged.FORECAST or not counted:
        return path
    years = (replace(one, source=f"{one.source}; {counted}") if one.year == current.year else one for one in path.years)
    return replace(path, years=tuple(years))


def equity_blocks(made_from: Basis) -> tuple[Block, ...]:
    """Return the path of equity as blocks of a report; none where the layout does not lead to results.

    Which year nobody has planned yet is told where it can be planned, not to those who read what has been.
    """
    shown = equity_of(made_from)
    if shown is None:
        return ()
    told = tuple(one for one in shown.problems if one.code != COMING_YEAR_UNKNOWN.code)
    return replace(shown, problems=told).blocks


def limits_of(made_from: Basis) -> Limits:
    """Return what equity should be; where nobody has said, what was entered on the lines that the outlook names."""
    said, words = made_from.plan.limits, made_from.layout.outlook
    entered = {
        LimitKind.FLOOR: tuple(_entered(made_from, words.floor, share=False)),
        LimitKind.CEILING: (
            *_entered(made_from, words.ceiling, share=False),
            *_entered(made_from, words.ceiling_share, share=True),
        ),
    }
    floors, ceilings = (said.of(kind) or entered[kind] for kind in (LimitKind.FLOOR, LimitKind.CEILING))
    return Limits(floors, ceilings)


def _entered(made_from: Basis, line: FromLine | None, *, share: bool) -> Iterator[Limit]:
    """Yield the figures that were entered on a line, each from the first day of its months."""
    key = f"{line.statement}:{line.line}" if line else ""
    told = [one for one in made_from.figures if one.key == key and one.scenario is Scenario.ACTUAL]
    by_day: dict[object, EnteredFigure] = {one.period.start: one for one in sorted(told, key=lambda one: one.period)}
    for figure in by_day.values():
        since = figure.period.start
        if share:
            yield Limit(since, figure.source, share=figure.value)
        else:
            yield Limit(since, figure.source, amount=int(figure.value))
