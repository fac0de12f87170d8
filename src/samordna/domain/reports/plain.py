"""How do statements alone become a document?"""

from samordna.domain.document import Document, Section
from samordna.domain.reports.assemble import Subject
from samordna.domain.statements.lay_out import Statements
from samordna.domain.values.language import swedish


def statements_document(subject: Subject, statements: Statements) -> Document:
    """Return the statements as a document, a section each, with what is wrong with them at the end."""
    findings = tuple(str(finding) for finding in statements.findings)
    return Document(
        id="statements",
        title=swedish("Räkenskaper"),
        subtitle=statements.asked.period.in_words,
        author=subject.association,
        sections=tuple(Section(table.id, table.title, blocks=(table,)) for table in statements.tables),
        status=swedish("Anmärkningar på underlaget: {count}").format(count=len(findings)) if findings else "",
        provenance=(*subject.provenance, *findings),
    )
