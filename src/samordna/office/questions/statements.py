"""How do the association's books look, laid out?"""

from collections.abc import Collection

from samordna.domain.document import Document
from samordna.domain.reports.plain import statements_document
from samordna.domain.statements.coverage import coverage_problems
from samordna.domain.statements.layout import Layout, StatementKind
from samordna.domain.statements.span import Asked
from samordna.domain.values.problem import Problem
from samordna.office.questions.basis import LayoutOf, basis
from samordna.office.questions.ledgers import balances


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


def layout_problems(layout: Layout) -> tuple[Problem, ...]:
    """Return what a layout leaves out or counts twice of all the accounts that the current imports hold."""
    return coverage_problems(layout, balances())
