"""How does a paper come in by a form, and how does it leave as just what it is?"""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.office import actions
from samordna.office.questions import AttachmentFile

SHOWN_IN_PLACE: Final = frozenset({"image/png", "image/jpeg"})
"""What a browser shows by itself under a policy that lets it do nothing else; it does not show a PDF so."""


def sent_paper(request: HttpRequest) -> tuple[str, bytes]:
    """Return the name and the content of the paper that was sent, no more of it than tells that it is too large."""
    file = request.FILES.get("file")
    if file is None:
        return swedish("ingen fil"), b""
    return file.name or "", file.read(actions.ATTACHMENT_LIMITS.largest + 1)


def hand_over_paper(request: HttpRequest, paper: AttachmentFile, said: str) -> HttpResponse:
    """Hand over a paper as just what it is: it can run nothing, and the trail says who took what is ``said``."""
    shown = paper.shown
    actions.take_out(said, by=actor_of(request), attachment=shown.id, sha256=shown.sha256)
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox",
        "Cache-Control": "private, no-store",
    }
    response = HttpResponse(paper.data, content_type=shown.media_type, headers=headers)
    saved = shown.media_type not in SHOWN_IN_PLACE
    response["Content-Disposition"] = content_disposition_header(saved, shown.file_name) or "attachment"
    return response
