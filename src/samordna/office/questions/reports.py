"""How do the association's reports read, and does one that was made still read the same?"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import Document, Missing, figures_of
from samordna.domain.reports.assemble import Sources, assemble
from samordna.domain.reports.template_file import shipped_template
from samordna.domain.statements.layout import Layout
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.office.questions.basis import Basis, LayoutOf, Then, basis
from samordna.office.questions.layouts import held_layout
from samordna.office.questions.ledgers import TakenImport
from samordna.office.questions.problems import UNKNOWN_REPORT
from samordna.office.store.report_rows import MadeReport, read_report, read_reports
from samordna.renderers.json import document_json

__all__ = [
    "REPORT_KINDS",
    "MadeReport",
    "ReportMadeAgain",
    "digest_of",
    "interim_report",
    "made_report",
    "made_reports",
    "report_from",
    "report_kinds",
]

REPORT_KINDS: Final[Mapping[str, str]] = {"interim": swedish("Delårsrapport")}
"""The reports there are templates for, by the templates' name, with what each is called when one is to be made."""


@dataclass(frozen=True, slots=True)
class ReportMadeAgain:
    """A report that was made, made again from what it was made from then.

    ``same`` tells whether every value of it is what it was. ``layout_holds`` tells whether the layout that it was
    made in is the one that holds now. ``findings`` are what its books were found to lack or contradict, ``missing``
    why figures are missing in its text: what makes it a draft.
    """

    made: MadeReport
    document: Document
    same: bool
    imports: tuple[TakenImport, ...]
    layout: Layout
    layout_holds: bool
    findings: tuple[Problem, ...]
    missing: tuple[str, ...]


def interim_report(
    asked: Asked, *, layout: LayoutOf | None = None, versions: Collection[int] | None = None
) -> Document:
    """Return the interim report (delårsrapport) for what was asked.

    Raises ``Refused`` as ``basis`` does, and when the template asks for what the layout does not have.
    """
    return report_from("interim", basis(asked, layout=layout, versions=versions))


def report_from(kind: str, made_from: Basis) -> Document:
    """Return the report of a kind that is made from a basis, in the form that goes with its layout."""
    template = shipped_template(kind, made_from.layout.name)
    return assemble(template, made_from.subject, Sources(made_from.statements, made_from.months))


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
    )


def _missing(document: Document) -> Iterator[str]:
    """Yield the reason of every figure that is missing in the text."""
    numbers = (figure.number for figure in figures_of(document))
    return (number.reason for number in numbers if isinstance(number, Missing))


def digest_of(document: Document) -> str:
    """Return the digest of everything a document says, and of where each of its figures comes from."""
    return hashlib.sha256(document_json(document).encode()).hexdigest()
