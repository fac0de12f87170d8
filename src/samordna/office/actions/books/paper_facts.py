"""What is kept of a paper that is put somewhere or taken away, and what is the trail told of it?"""

import hashlib
from typing import Any

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.actions.books.paper_kinds import PaperKind, called_as
from samordna.office.actions.typed import typed_problems
from samordna.office.store import models


def kept(name: str, kind: PaperKind, data: bytes, by: Actor) -> dict[str, Any]:
    """Return the columns of a paper, wherever it is put, but for the time: what it is, and who puts it there."""
    return {
        "file_name": called_as(name, kind),
        "media_type": kind.media_type,
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "data": data,
        "attached_by_id": by.user_id,
        "attached_by_name": by.name,
    }


def told(paper: models.Attachment | models.PlanPaper) -> dict[str, Any]:
    """Return what the trail is told of a paper that was put somewhere."""
    return {"attachment": paper.pk, "sha256": paper.sha256, "size": paper.size, "media_type": paper.media_type}


def refuse_without_reason(reason: str) -> None:
    """Refuse to take a paper away without a reason, and with one that no text may be."""
    wrong = tuple(typed_problems(swedish("skälet"), reason))
    if wrong:
        raise Refused(wrong)


def withdrawn(reason: str, by: Actor) -> dict[str, Any]:
    """Return the columns of a withdrawal, whatever it is taken from: why, and who takes it away now."""
    return {
        "reason": reason.strip(),
        "withdrawn_at": timezone.now(),
        "withdrawn_by_id": by.user_id,
        "withdrawn_by_name": by.name,
    }
