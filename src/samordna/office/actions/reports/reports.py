"""How is a report made, so that it can be made again?"""

from importlib.metadata import version
from typing import Final

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.document import Document
from samordna.domain.statements.span import Asked
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Refused, Severity
from samordna.office.actions.doing import doing
from samordna.office.actions.measures.statistics import write_release
from samordna.office.questions.basis import Basis, basis
from samordna.office.questions.reports.reports import REPORT_KINDS, digest_of, releases_of, report_from
from samordna.office.store.report_rows import MadeReport, write_report
from samordna.office.store.writing import alone

NO_SUCH_REPORT: Final = ProblemKind(
    "no-such-report",
    Severity.REFUSE,
    swedish("Det finns ingen mall för rapporten ”{kind}”."),
    swedish("Välj bland dem som finns i listan."),
)


def make_report(kind: str, asked: Asked, *, by: Actor) -> MadeReport:
    """Make a report for what was asked, from what holds now, and keep what it was made from.

    Raises ``Refused`` when there is no such report, when no import covers the period, and when the layout lacks
    what the report asks for. What it tells of counts is published by it, and written down as that.
    """
    name = REPORT_KINDS.get(kind, mask(kind))
    subject = f"{name} {asked.period.in_words}"
    with doing(Deed.MAKE_REPORT, by=by, subject=subject), alone():
        if kind not in REPORT_KINDS:
            raise Refused([NO_SUCH_REPORT.at(swedish("rapporten"), kind=name)])
        made_from = basis(asked)
        made = write_report(_kept(kind, made_from, report_from(kind, made_from)), by=by)
        for release in releases_of(kind, made_from):
            write_release(release, by=by)
        record(
            Deed.MAKE_REPORT,
            by=by,
            subject=subject,
            number=made.number,
            imports=list(made.imports),
            layout_revision=made.layout_revision,
            digest=made.digest,
        )
    return made


def _kept(kind: str, made_from: Basis, document: Document) -> MadeReport:
    """Return what is kept of a report: nothing of what it says, and all that it takes to say it again."""
    return MadeReport(
        number=0,
        template=kind,
        title=document.title,
        asked=made_from.asked,
        imports=tuple(taken.version for taken in made_from.imports),
        layout_name=made_from.layout.name,
        layout_revision=made_from.layout_revision,
        figures_to=made_from.figures_to,
        plan_to=made_from.plan_to,
        status=document.status,
        digest=digest_of(document),
        program_version=version("samordna"),
        at=timezone.now(),
        by="",
    )
