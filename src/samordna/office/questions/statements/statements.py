"""How do the association's books look, laid out?"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from django.utils import timezone

from samordna.domain.document import Document, Table
from samordna.domain.reports.plain import statements_document
from samordna.domain.statements.coverage import coverage_problems
from samordna.domain.statements.lay_out import Statements, column_periods
from samordna.domain.statements.layout import Layout, StatementKind
from samordna.domain.statements.shown_in import in_unit
from samordna.domain.statements.signs import with_signs_told
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import Unit
from samordna.office.questions.basis import Basis, LayoutOf, basis
from samordna.office.questions.books.ledgers import TakenImport, balances

_LONG_NAME: Final = 60


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
    laid_out = with_signs_told(made_from.statements)
    shown = laid_out.only(kind) if kind else laid_out
    return replace(statements_document(made_from.subject, shown), foot=foot_of(imports_used(made_from, shown)))


@dataclass(frozen=True, slots=True)
class StatementsShown:
    """Statements of one kind as they are shown, and what they were made from.

    ``kinds`` are those that the layout has anything of; ``findings`` are what is wrong with the books laid out,
    all of it, in the layout's own units. ``imports`` are all that were asked, ``used`` those that what is shown rests
    on, the latest year first. ``document`` is what is shown, to be written down.
    """

    asked: Asked
    kind: StatementKind
    layout: Layout
    kinds: tuple[StatementKind, ...]
    tables: tuple[Table, ...]
    findings: tuple[Problem, ...]
    imports: tuple[TakenImport, ...]
    used: tuple[TakenImport, ...]
    document: Document

    @property
    def told_of(self) -> tuple[TakenImport, ...]:
        """The imports of the years that were asked for."""
        asked = (self.asked.period, self.asked.compare)
        return tuple(taken for taken in self.imports if any(taken.year.period.overlaps(period) for period in asked))


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
    shown = with_signs_told(laid_out_in(made_from, unit).only(kind))
    used = imports_used(made_from, shown)
    return StatementsShown(
        asked=asked,
        kind=kind,
        layout=made_from.layout,
        kinds=tuple(k for k in StatementKind if any(one.kind is k for one in made_from.layout.statements)),
        tables=shown.tables,
        findings=shown.findings,
        imports=made_from.imports,
        used=used,
        document=replace(statements_document(made_from.subject, shown), foot=foot_of(used)),
    )


def imports_used(made_from: Basis, shown: Statements) -> tuple[TakenImport, ...]:
    """Return the imports of the years that some column of what is shown tells of."""
    tables = {table.id for table in shown.tables}
    times = column_periods(made_from.layout, made_from.balances, made_from.asked)
    periods = [period for (statement, _), period in times.items() if statement in tables]
    used = (one for one in made_from.imports if any(one.year.period.overlaps(period) for period in periods))
    return tuple(sorted(used, key=lambda one: one.year.start, reverse=True))


def foot_of(used: Iterable[TakenImport]) -> str:
    """Return the line for the foot of printed pages: each import by number and file, and when it was taken."""
    told = swedish("inläsning {version}, {file}, inläst {when}")
    return "; ".join(
        told.format(
            version=taken.version,
            file=taken.file_name if len(taken.file_name) <= _LONG_NAME else f"{taken.file_name[: _LONG_NAME - 1]}…",
            when=f"{timezone.localtime(taken.taken_at):%Y-%m-%d %H.%M}",
        )
        for taken in used
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
