"""How is a document handed over as a file, so that the trail says who took it?"""

from collections.abc import Iterable, Mapping
from typing import Final, TypedDict

from django.http import Http404, HttpRequest, HttpResponse

from samordna.access.guard import actor_of
from samordna.domain.document import Document
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office import actions
from samordna.office.questions import TakenImport
from samordna.office.web.pages.files import FORMATS, Format, file_response

_NO_FORMAT: Final = swedish("Det finns inget sådant format. Välj PDF, Excel, Word, CSV eller JSON.")


def format_named(ending: str, missing: str = _NO_FORMAT, among: Mapping[str, Format] = FORMATS) -> Format:
    """Return the format that an address ends in; raises ``Http404`` with ``missing`` for one that there is not."""
    form = among.get(ending)
    if form is None:
        raise Http404(missing)
    return form


def hand_over(
    request: HttpRequest, document: Document, name: str, form: Format, *, said: str = "", **told: object
) -> HttpResponse:
    """Return a document as a file called ``name``; the trail says who took it, and ``told`` of it.

    ``said`` is what the trail calls it, where that is more than the name and the format. It is written first: what
    cannot be written has not been taken.
    """
    content = form.write(document)
    subject = said or f"{name} ({form.label})"
    actions.take_out(subject, by=actor_of(request), format=form.ending, **told)
    return file_response(content, f"{name}.{form.ending}", form.media_type)


class OfBooks(TypedDict):
    """What the trail is told of a file that rests on the books: its months, and which imports."""

    period: str
    imports: list[int]


def of_books(period: Period, imports: Iterable[TakenImport]) -> OfBooks:
    """Return what the trail is told of a file that rests on the books."""
    return {"period": str(period), "imports": [taken.version for taken in imports]}
