"""How do the association's books look, laid out?"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from samordna.domain.document import Document, Table
from samordna.domain.reports.plain import statements_document
from samordna.domain.statements.coverage import coverage_problems
from samordna.domain.statements.lay_out import Statements
from samordna.domain.statements.layout import Layout, StatementKind
from samordna.domain.statements.shown_in import in_unit
from samordna.domain.statements.span import Asked
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import Unit
from samordna.office.questions.basis import Basis, LayoutOf, basis
from samordna.office.questions.ledgers import TakenImport, balances


def statements(
    asked: Asked,
    *,
    kind: StatementKind | None = None,
    layout: LayoutOf | None = None,
    versions: Collection[int] | None = None,
) -> Document:
    """Return the association's statements for what was asked, all of them or those of one kind.

    ``layout`` and ``versions`` are the association's own and the current ones unless given. Raises
    ``Refused`` as ``basis`` does.
    """
    made_from = basis(asked, layout=layout, versions=versions)
    laid_out = made_from.statements
    return statements_document(made_from.subject, laid_out.only(kind) if kind else laid_out)


@dataclass(frozen=True, slots=True)
class StatementsShown:
    """Statements of one kind as they are shown, and what they were made from.

    ``kinds`` are those that the layout has anything of; ``findings`` are what is wrong with the books laid out,
    all of it, in the layout's own units. ``document`` is what is shown, to be written down.
    """

    asked: Asked
    kind: StatementKind
    layout: Layout
    kinds: tuple[StatementKind, ...]
    tables: tuple[Table, ...]
    findings: tuple[Problem, ...]
    imports: tuple[TakenImport, ...]
    document: Document


def statements_shown(
    asked: Asked,
    kind: StatementKind,
    *,
    unit: Unit | None = None,
    layout: LayoutOf | None = None,
    versions: Collection[int] | None = None,
) -> StatementsShown:
    """Return the statements of one kind, with money in ``unit``; in the layout's own units when that is None.

    Raises ``Refused`` as ``basis`` does.
    """
    made_from = basis(asked, layout=layout, versions=versions)
    shown = laid_out_in(made_from, unit).only(kind)
    return StatementsShown(
        asked=asked,
        kind=kind,
        layout=made_from.layout,
        kinds=tuple(k for k in StatementKind if any(one.kind is k for one in made_from.layout.statements)),
        tables=shown.tables,
        findings=shown.findings,
        imports=made_from.imports,
        document=statements_document(made_from.subject, shown),
    )


def laid_out_in(made_from: Basis, unit: Unit | None) -> Statements:
    """Return the statements with money in ``unit``, and what is wrong with them as the layout's own units tell it.

    Lines that are rounded to thousands before they are added up need not agree with each other any more.
    """
    own = made_from.statements
    if unit is None:
        return own
    other = made_from.laid_out(in_unit(made_from.layout, unit))
    return replace(other, findings=own.findings)


def layout_problems(layout: Layout) -> tuple[Problem, ...]:
    """Return what a layout leaves out or counts twice of all the accounts that the current imports hold."""
    return coverage_problems(layout, balances())
