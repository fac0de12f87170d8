"""How does a file leave the site?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from samordna.domain.document import Document, tables_of
from samordna.renderers.csv import tables_csv
from samordna.renderers.docx import render_docx
from samordna.renderers.json import tables_json
from samordna.renderers.pdf import render_pdf
from samordna.renderers.xlsx import render_xlsx


@dataclass(frozen=True, slots=True)
class Format:
    """A format a document leaves in: its ending, what a person calls it, its media type, and who writes it."""

    ending: str
    label: str
    media_type: str
    write: Callable[[Document], bytes | str]


FORMATS: Final[Mapping[str, Format]] = {
    one.ending: one
    for one in (
        Format("pdf", "PDF", "application/pdf", render_pdf),
        Format("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", render_xlsx),
        Format("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", render_docx),
        Format("csv", "CSV", "text/csv; charset=utf-8", lambda document: tables_csv(tables_of(document))),
        Format("json", "JSON", "application/json", tables_json),
    )
}
"""The formats that tables leave in, by ending."""


def file_response(content: bytes | str, name: str, media_type: str) -> HttpResponse:
    """Return a file to be saved under ``name``: the browser neither opens it nor guesses what it is."""
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
    response = HttpResponse(content, content_type=media_type, headers=headers)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return response
