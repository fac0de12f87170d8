"""How is a document written as a PDF that can be signed, archived, and read by everyone?"""

import datetime as dt

from samordna.domain.document import Document
from samordna.renderers.pdf.payload import payload
from samordna.renderers.pdf.spoken import spoken
from samordna.renderers.pdf.typesetter import typeset, warm_up
from samordna.renderers.stamp import UNDATED

__all__ = ["render_pdf", "warm_up"]


def render_pdf(document: Document, *, made: dt.datetime | None = None) -> bytes:
    """Return the document as PDF/A-2a and PDF/UA-1.

    ``made`` is written into the file as its time of making; the same document and time give the same bytes.
    """
    pdf = typeset(payload(document), made or UNDATED)
    return spoken(pdf, document)
