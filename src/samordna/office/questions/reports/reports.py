"""How do the association's reports read, and does one that was made still read the same?"""

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.document import Document, Missing, Table, figures_of, tables_of
from samordna.domain.measures.release import Release, signs_of
from samordna.domain.measures.view import View, ViewKind
from samordna.domain.reports.assemble import Sources, assemble
from samordna.domain.reports.fitting import fitted_layout
from samordna.domain.reports.kinds import KINDS
from samordna.domain.reports.template import PlanSpec, ReportTemplate
from samordna.domain.reports.template_file import shipped_template
from samordna.domain.statements.bridge import BRIDGE
from samordna.domain.statements.layout import Layout
from samordna.domain.statements.outlook import OUTLOOK
from samordna.domain.statements.reading import Reading
from samordna.domain.statements.span import Asked, resolve
from samordna.domain.statements.walk_places import Places, bridge_places, outlook_places
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused, refuses
from samordna.office.questions.basis import Basis, LayoutOf, Then, basis
from samordna.office.questions.books.ledgers import TakenImport
from samordna.office.questions.problems import UNKNOWN_REPORT
from samordna.office.questions.reports.plan_blocks import plan_blocks
from samordna.office.questions.reports.report_counts import AUDIENCE, ReportCounts, report_counts
from samordna.office.questions.statements.layouts import held_layout
from samordna.office.store.report_rows import MadeReport, read_report, read_reports
from samordna.renderers.json import document_json

__all__ = [
    "REPORT_KINDS",
    "MadeReport",
    "ReportMade",
    "ReportMadeAgain",
    "digest_of",
    "made_report",
    "made_reports",
    "releases_of",
    "report",
    "report_from",
    "report_kinds",
]

REPORT_KINDS: Final[Mapping[str, str]] = {name: kind.title for name, kind in KINDS.items()}
"""The reports there are templates for, by the templates' name, with what each is called when one is to be made."""


@dataclass(frozen=True, slots=True)
class ReportMade:
    """A report, what there is to say of having made it for just those months, and what of counts it publishes."""

    document: Document
    warnings: tuple[Problem, ...]
    releases: tuple[Release, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportMadeAgain:
    """A report that was made, made again from what it was made from then.

    ``same`` tells whether every value of it is what it was. ``layout_holds`` tells whether the layout that it was
    made in is the one that holds now. ``findings`` are what its books were found to lack or contradict, ``missing``
    why figures are missing in its text: what makes it a draft. ``warnings`` are what its kind says of its months.
    ``walks`` are where the figures of its walks stand in the statements, by the walks' ids.
    """

    made: MadeReport
    document: Document
    same: bool
    imports: tuple[TakenImport, ...]
    layout: Layout
    layout_holds: bool
    findings: tuple[Problem, ...]
    missing: tuple[str, ...]
    warnings: tuple[Problem, ...]
    walks: Mapping[str, Places]


_WALKS: Final[Mapping[str, Callable[[Reading, Table], Places]]] = {BRIDGE: bridge_places, OUTLOOK: outlook_places}


def report(
    kind: str, asked: Asked, *, layout: LayoutOf | None = None, versions: Collection[int] | None = None
) -> ReportMade:
    """Return the report of a kind (``interim``, ``annual``) for what was asked.

    Raises ``Refused`` as ``basis`` and ``report_from`` do, and ``KeyError`` for a kind that there is not.
    """
    made_from = basis(asked, layout=layout, versions=versions)
    return ReportMade(report_from(kind, made_from), _told_of_months(kind, made_from), releases_of(kind, made_from))


def report_from(kind: str, made_from: Basis) -> Document:
    """Return the report of a kind that is made from a basis, in the form that goes with its layout.

    Raises ``Refused`` when it cannot be made for those months, and when the template asks for what is not there.
    """
    problems = _told_of_months(kind, made_from)
    if refuses(problems):
        raise Refused(problems)
    template = shipped_template(kind, made_from.layout.name)
    statements = made_from.laid_out(fitted_layout(template, made_from.layout))
    counts = _counts(template, made_from)
    sources = Sources(statements, made_from.months, plan_blocks(made_from), counts.blocks.__getitem__)
    return assemble(template, made_from.subject, sources)


def _counts(template: ReportTemplate, made_from: Basis) -> ReportCounts:
    named = {block.name for block in template.blocks if isinstance(block, PlanSpec)}
    return report_counts(made_from, template.views, beside_goals="goals" in named)


def releases_of(kind: str, made_from: Basis) -> tuple[Release, ...]:
    """Return what a report that is made from a basis publishes of the counts; nothing when it tells none of them.

    What its views and its goals tell is one publication, unless they are of different months: goals are always of the
    year so far.
    """
    template = shipped_template(kind, made_from.layout.name)
    counts, period, how = _counts(template, made_from), made_from.asked.period, KINDS[kind].title
    goals = replace(counts.of_goals, how=how) if counts.of_goals else None
    if counts.publication is None:
        return (goals,) if goals else ()
    beside = goals if goals and goals.period == period else None
    signs = {**counts.publication.cells, **(beside.by_key if beside else {})}
    called = View(f"report-{kind}", template.title, ViewKind.SUMMARY, ())
    told = beside.told if beside else ()
    own = Release(called, period, AUDIENCE, how, made_from.plan_to, signs_of(signs), counts.views, told)
    return (own,) if beside or goals is None else (own, goals)


def _told_of_months(kind: str, made_from: Basis) -> tuple[Problem, ...]:
    """Return what a kind of report says of the months that were asked for."""
    asked = made_from.asked
    return tuple(KINDS[kind].problems(asked.period, resolve("year", asked, made_from.balances)))


def report_kinds() -> Mapping[str, str]:
    """Return the kinds of reports that can be made, with their names."""
    return REPORT_KINDS


def made_reports() -> tuple[MadeReport, ...]:
    """Return every report that was made, latest first."""
    return read_reports()


def made_report(number: int) -> ReportMadeAgain:
    """Return a report that was made, made again from its imports, its layout, the figures and the plan there were.

    Raises ``Refused`` when there is none with that number, and when it cannot be made any more.
    """
    made = read_report(number)
    if made is None:
        raise Refused([UNKNOWN_REPORT.at(swedish("rapport {number}").format(number=number))])
    then = Then(made.layout_revision, made.figures_to, made.plan_to)
    made_from = basis(made.asked, versions=made.imports, then=then)
    document = report_from(made.template, made_from)
    return ReportMadeAgain(
        made=made,
        document=document,
        same=digest_of(document) == made.digest,
        imports=made_from.imports,
        layout=made_from.layout,
        layout_holds=held_layout(made.asked.period.last // 100).layout == made_from.layout,
        findings=made_from.statements.findings,
        missing=tuple(dict.fromkeys(_missing(document))),
        warnings=_told_of_months(made.template, made_from),
        walks={
            table.id: _WALKS[table.id](made_from.reading, table) for table in tables_of(document) if table.id in _WALKS
        },
    )


def _missing(document: Document) -> Iterator[str]:
    """Yield the reason of every figure that is missing in the text."""
    numbers = (figure.number for figure in figures_of(document))
    return (number.reason for number in numbers if isinstance(number, Missing))


def digest_of(document: Document) -> str:
    """Return the digest of everything a document says, and of where each of its figures comes from."""
    return hashlib.sha256(document_json(document).encode()).hexdigest()
