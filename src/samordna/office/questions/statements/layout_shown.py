"""How does the association's layout look to somebody who reads or changes it, with this year's amounts?"""

from collections.abc import Sequence
from dataclasses import dataclass

from samordna.domain.document import Table
from samordna.domain.ledger.balances import Balances
from samordna.domain.statements.arranging import Step, steps_of
from samordna.domain.statements.editing import statement_of
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Holdings
from samordna.domain.statements.layout import Layout, StatementLayout
from samordna.domain.statements.outline import Outline, editable, outline
from samordna.domain.statements.removing import Needs, hindrances
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.office.questions.basis import basis
from samordna.office.questions.books.ledgers import TakenImport, account_in_use, imports
from samordna.office.questions.statements.layouts import (
    HeldLayout,
    LayoutVersion,
    held_layout,
    layout_history,
    layout_versions,
)
from samordna.office.questions.statements.line_needs import line_needs
from samordna.office.store.layout_rows import Revision


@dataclass(frozen=True, slots=True)
class LayoutShown:
    """The layout that holds for a year, one statement of it as it is changed, and how that then looks.

    ``years`` are those to choose among. ``period`` is what of the year the books cover; it and ``preview`` are
    None, and there are no accounts, when nothing is read in for the year. ``findings`` are what the books say
    against the layout. ``history`` is of the version, latest first. ``needs`` is what keeps lines from being removed.
    """

    year: int
    years: tuple[int, ...]
    held: HeldLayout
    version: LayoutVersion
    statements: tuple[StatementLayout, ...]
    outline: Outline
    period: Period | None
    preview: Table | None
    findings: tuple[Problem, ...]
    history: tuple[Revision, ...]
    needs: Needs

    def stops(self, line: str) -> tuple[Problem, ...]:
        """Return what stops a line of the statement from being removed; nothing when it can be."""
        return hindrances(self.held.layout, self.statement, line, self.needs)

    def steps(self, line: str) -> frozenset[Step]:
        """Return the steps that a line or a heading of the statement can take inside its group."""
        return steps_of(self.statement, line)

    @property
    def statement(self) -> StatementLayout:
        """The statement that is shown."""
        return self.outline.statement


def layout_shown(year: int | None = None, statement: str = "", *, account: str = "") -> LayoutShown:
    """Return the layout for a year, by the one it ends in, and a statement of it.

    The year is the latest unless said, the statement the one that answers for ``account``, else the first. Raises
    ``Refused`` for a year that no version holds for, and for a statement that is not there.
    """
    taken = {one.year.period.last // 100: one for one in imports() if one.current}
    versions = layout_versions()
    years = tuple(sorted({*taken, *(version.from_year for version in versions if version.own)}, reverse=True))
    chosen = year or max(taken, default=max(version.from_year for version in versions))
    held = held_layout(chosen)
    shown = statement_of(held.layout, statement) if statement else _usual(held.layout, account)
    drawn, preview, findings = _drawn(held.layout, shown, taken.get(chosen))
    return LayoutShown(
        year=chosen,
        years=years or (chosen,),
        held=held,
        version=next(version for version in versions if version.from_year == held.layout.from_year),
        statements=editable(held.layout),
        outline=drawn,
        period=taken[chosen].covered if chosen in taken else None,
        preview=preview,
        findings=findings,
        history=layout_history(held.layout.from_year),
        needs=line_needs(held.layout),
    )


def _usual(layout: Layout, number: str) -> StatementLayout:
    """Return the statement that answers for an account; else one that must answer for its accounts, before others."""
    there: Sequence[StatementLayout] = editable(layout) or layout.statements
    answering = [statement for statement in there if statement.answers_for]
    account = account_in_use(number) if number else None
    for statement in answering:
        if account and account.kind in statement.answers_for:
            return statement
    return [*answering, *there][0]


def _drawn(
    layout: Layout, statement: StatementLayout, taken: TakenImport | None
) -> tuple[Outline, Table | None, tuple[Problem, ...]]:
    if taken is None:
        nothing = Evaluation(layout, Holdings(Balances({}, {}, ())))
        return outline(nothing, statement, None), None, ()
    made_from = basis(Asked.of(taken.covered))
    laid_out = made_from.statements
    evaluation = Evaluation(layout, Holdings(made_from.balances))
    return outline(evaluation, statement, taken.covered), laid_out.table(statement.id), laid_out.findings
