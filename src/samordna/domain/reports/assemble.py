"""How does a template become a document?"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from samordna.domain.document import (
    Block,
    BulletList,
    Cell,
    Chart,
    Column,
    Document,
    Figure,
    Hidden,
    Highlight,
    Highlights,
    Missing,
    Number,
    Paragraph,
    Row,
    RowKind,
    Section,
    Signature,
    Signatures,
    Table,
    figures_of,
)
from samordna.domain.reports.describe import described
from samordna.domain.reports.fitting import Fitting
from samordna.domain.reports.places import STATISTICS
from samordna.domain.reports.problems import TEMPLATE_DOES_NOT_FIT
from samordna.domain.reports.prose import Prose, UnknownPlace, is_missing, nothing_told
from samordna.domain.reports.template import (
    BlockSpec,
    ChapterSpec,
    HighlightsSpec,
    ListSpec,
    MonthsChartSpec,
    OneBlockSpec,
    PlanSpec,
    ReportTemplate,
    RowsChartSpec,
    SignaturesSpec,
    StatementSpec,
    StatisticsSpec,
    TextSpec,
)
from samordna.domain.statements.lay_out import Statements
from samordna.domain.statements.layout import lines_of
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Refused


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a report is about and what its figures were made from."""

    association: str
    organisation_number: str
    provenance: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """What a template is filled from: the statements, and what is asked for by name.

    ``months_of`` (``income:res3`` → table by month) gives None where the books have no months. ``plan_of`` gives what
    the plan says under a name (``financing``), ``statistics_of`` what the counts say in a view, nothing when nobody has
    counted; both raise ``KeyError`` for a name that they do not know.
    """

    statements: Statements
    months_of: Callable[[str], Table | None]
    plan_of: Callable[[str], tuple[Block, ...]] = nothing_told
    statistics_of: Callable[[str], tuple[Block, ...]] = nothing_told


def assemble(template: ReportTemplate, subject: Subject, sources: Sources) -> Document:
    """Return the report. What the statements found wrong, or a figure that is missing, makes it a draft.

    Raises ``Refused`` when the template asks for something that the layout does not have.
    """
    asked = sources.statements.asked
    facts = {
        "association": subject.association,
        "organisation_number": subject.organisation_number,
        "period": asked.period.in_words,
        "compare_period": asked.compare.in_words,
        "year": str(asked.period.last // 100),
        "end": swedish_date(asked.period.end),
        "start": swedish_date(asked.period.start),
    }
    filling = _Filling(Prose(sources.statements, facts, sources.plan_of, sources.statistics_of), sources)
    try:
        sections = filling.sections(template.chapters)
    except (UnknownPlace, KeyError) as error:
        layout = sources.statements.layout
        problem = TEMPLATE_DOES_NOT_FIT.at(template.title, asked=error.args[0], layout=layout.title)
        raise Refused([problem]) from error
    document = Document(
        id=template.name,
        title=template.title,
        subtitle=asked.period.in_words,
        author=subject.association,
        sections=sections,
        facts=_front_facts(subject, facts),
        provenance=subject.provenance,
        front_page=True,
        contents=True,
    )
    return _marked(document, sources.statements)


def _front_facts(subject: Subject, facts: dict[str, str]) -> tuple[tuple[str, str], ...]:
    period = f"{facts['start']}–{facts['end']}"
    rows = (
        (swedish("Förbund"), subject.association),
        (swedish("Organisationsnummer"), subject.organisation_number),
        (swedish("Period"), period),
    )
    return tuple((label, value) for label, value in rows if value)


def _marked(document: Document, statements: Statements) -> Document:
    """Return the document as a draft when something in it is not settled."""
    missing = sum(isinstance(figure.number, Missing) for figure in figures_of(document))
    reasons = []
    if statements.findings:
        reasons.append(swedish("anmärkningar på underlaget: {count}").format(count=len(statements.findings)))
    if missing:
        reasons.append(swedish("uppgifter som saknas: {count}").format(count=missing))
    if not reasons:
        return document
    status = swedish("Utkast: {reasons}").format(reasons=", ".join(reasons))
    notes = tuple(str(finding) for finding in statements.findings)
    return replace(document, status=status, provenance=(*document.provenance, *notes))


class _Filling:
    """Fills one template."""

    def __init__(self, prose: Prose, sources: Sources) -> None:
        self.prose, self.sources = prose, sources
        self.fitting = Fitting(sources.statements)

    def sections(self, chapters: tuple[ChapterSpec, ...]) -> tuple[Section, ...]:
        """Return the chapters, without those that are left out since nothing of them has been counted."""
        return tuple(self._section(chapter) for chapter in chapters if self._is_told(chapter))

    def _section(self, chapter: ChapterSpec) -> Section:
        blocks = tuple(block for spec in chapter.blocks for block in self.blocks(spec))
        return Section(chapter.id, chapter.title, chapter.number, blocks, self.sections(chapter.chapters))

    def _is_told(self, chapter: ChapterSpec) -> bool:
        specs = (block for block in ReportTemplate("", "", (chapter,)).blocks if isinstance(block, StatisticsSpec))
        return not chapter.optional or any(self._statistics(spec) for spec in specs)

    def blocks(self, spec: BlockSpec) -> tuple[Block, ...]:
        """Return what stands where a template has a block: one, none, or all that the plan says of something."""
        if isinstance(spec, PlanSpec):
            return self._plan(spec)
        if isinstance(spec, StatisticsSpec):
            return self._statistics(spec) or (() if spec.optional else (self._nothing_counted(),))
        block = self.block(spec)
        return () if block is None else (block,)

    def _plan(self, spec: PlanSpec) -> tuple[Block, ...]:
        reference = f"plan.{spec.name}"
        try:
            blocks = self.sources.plan_of(spec.name)
        except KeyError as error:
            raise UnknownPlace(reference) from error
        if spec.needed and all(isinstance(block, Paragraph) for block in blocks):  # words alone: nothing is planned
            reason = " ".join(block.text.rstrip(".") for block in blocks if isinstance(block, Paragraph))
            return (Paragraph((Figure(Missing(reason or spec.name), reference),)),)
        return blocks

    def _statistics(self, spec: StatisticsSpec) -> tuple[Block, ...]:
        blocks = self._counted(spec.view)
        return blocks if not spec.needs or _has_column(blocks, spec.needs) else ()

    def _counted(self, view: str) -> tuple[Block, ...]:
        try:
            return self.sources.statistics_of(view)
        except KeyError as error:
            raise UnknownPlace(f"{STATISTICS}.{view}") from error

    def _nothing_counted(self) -> Paragraph:
        return Paragraph((_NOTHING_COUNTED.format(period=self.sources.statements.asked.period.in_words),))

    def block(self, spec: OneBlockSpec) -> Block | None:
        """Return the block, None for a sentence that is left out."""
        match spec:
            case TextSpec(text, optional):
                paragraph = self.prose.paragraph(text)
                return None if optional and _has_missing(paragraph) else paragraph
            case ListSpec(items):
                return BulletList(tuple(self.prose.paragraph(item.text) for item in items))
            case StatementSpec():
                return self.fitting.table(spec)
            case MonthsChartSpec() | RowsChartSpec():
                return self._chart(spec)
            case HighlightsSpec():
                return self._highlights(spec)
            case SignaturesSpec(statement, items):
                signatures = tuple(Signature(role, body) for role, body in items)
                return Signatures(self.prose.paragraph(statement), signatures)

    def _chart(self, spec: MonthsChartSpec | RowsChartSpec) -> Chart | Paragraph:
        table = self._months(spec) if isinstance(spec, MonthsChartSpec) else self._rows(spec)
        if table is None:
            return Paragraph(
                (_NO_MONTHS.format(title=spec.title, period=self.sources.statements.asked.period.in_words),)
            )
        return described(Chart(spec.id, spec.title, "", spec.kind, _flipped(table) if spec.flipped else table))

    def _months(self, spec: MonthsChartSpec) -> Table | None:
        table = self.sources.months_of(spec.line)
        return replace(self.fitting.months(table), id=spec.id, title=spec.title) if table else None

    def _rows(self, spec: RowsChartSpec) -> Table:
        table = self.fitting.pictured(spec.statement)
        wanted = set(spec.rows)
        unknown = set[str]() if self.sources.statements.finds_rows(table.id) else wanted - self._known_rows(table)
        for row_id in unknown:
            raise KeyError(f"{spec.statement}.{row_id}")
        rows = [row for row in table.rows if (row.id in wanted if wanted else row.kind is RowKind.DETAIL)]
        shown = tuple(column for column in table.columns if column.id in _COMPARED)
        kept = tuple(_cells(row, table.columns) for row in rows)
        return Table(spec.id, spec.title, table.unit, shown, kept, stub=table.stub)

    def _known_rows(self, table: Table) -> set[str]:
        """Return the rows a chart may ask for: those printed, and those the layout has but nothing stands on."""
        lines = self.sources.statements.layout.statement(table.id).lines
        return {row.id for row in table.rows} | {line.id for line in lines_of(lines)}

    def _highlights(self, spec: HighlightsSpec) -> Highlights:
        return Highlights(
            tuple(
                Highlight(item.label, self.prose.figure(item.figure), self._remark(item.remark)) for item in spec.items
            )
        )

    def _remark(self, text: str) -> Paragraph:
        """Return a remark; one that compares with what is not known says nothing."""
        remark = self.prose.paragraph(text)
        return Paragraph(()) if _has_missing(remark) else remark


def _flipped(table: Table) -> Table:
    """Return the table with the other sign on every figure, and a remark that says so."""
    rows = tuple(replace(row, cells=tuple(_negated(cell) for cell in row.cells)) for row in table.rows)
    return replace(table, rows=rows, remarks=(*table.remarks, swedish("Kostnader visas här med plus.")))


def _negated(cell: Cell) -> Cell:
    return replace(cell, exact=-cell.exact) if isinstance(cell, Number) else cell


_NO_MONTHS = swedish(
    "{title}: diagrammet visas inte, eftersom bokföringen är inläst som saldon för hela {period} och inte månadsvis."
)

_NOTHING_COUNTED = swedish("Inga antal är redovisade för {period}.")

_COMPARED = ("actual", "closing", "previous")


def _cells(row: Row, columns: tuple[Column, ...]) -> Row:
    cells = tuple(cell for column, cell in zip(columns, row.cells, strict=True) if column.id in _COMPARED)
    return Row(row.id, row.label, RowKind.DETAIL, cells)


def _has_column(blocks: tuple[Block, ...], column: str) -> bool:
    """Tell whether what a view says has a column in which anything is told."""
    tables = [block for block in blocks if isinstance(block, Table) and column in {one.id for one in block.columns}]
    cells = (table.cell(row.id, column) for table in tables for row in table.rows if row.cells)
    return any(isinstance(cell, Number | Hidden) for cell in cells)


def _has_missing(paragraph: Paragraph) -> bool:
    return any(is_missing(part) for part in paragraph.parts)
