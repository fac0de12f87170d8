"""How does a walk from one figure to another, the bridge or the outlook, become a document?"""

from collections.abc import Iterable
from dataclasses import replace

from samordna.domain.document import Chart, Document, Section, Table
from samordna.domain.reports.assemble import Subject
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem


def walk_document(
    subject: Subject, period: Period, walk: Table, chart: Chart, findings: Iterable[Problem] = ()
) -> Document:
    """Return a walk as a document: its table and its picture, with what it found at the end."""
    told = tuple(str(finding) for finding in findings)
    picture = replace(chart, table_above=True)
    return Document(
        id=walk.id,
        title=walk.title,
        subtitle=period.in_words,
        author=subject.association,
        sections=(Section(walk.id, "", blocks=(walk, picture)),),
        status=swedish("Anmärkningar: {count}").format(count=len(told)) if told else "",
        provenance=(*subject.provenance, *told),
    )
