"""Which files are kept as papers, as what, and under which name?

What a file is stands in its first bytes, not in its name. A paper is kept as it came and is served as nothing
else than it was found to be.
"""

import re
from dataclasses import dataclass
from typing import Final

from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.actions.books import attachment_problems as problems
from samordna.renderers.printable import one_line

_MEGABYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class AttachmentLimits:
    """How large a paper may be, how many a voucher or an agreement may have, and how long the name of one may be."""

    megabytes: int = 20
    of_a_voucher: int = 50
    name: int = 120

    @property
    def largest(self) -> int:
        """The most bytes that one paper may have."""
        return self.megabytes * _MEGABYTE


ATTACHMENT_LIMITS: Final = AttachmentLimits()


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of file: how it begins, what a browser calls it, and how its name ends."""

    begins: re.Pattern[bytes]
    media_type: str
    endings: tuple[str, ...]


_KINDS: Final = (
    PaperKind(re.compile(rb"%PDF-[12]\.[0-9]"), "application/pdf", (".pdf",)),
    PaperKind(re.compile(rb"\x89PNG\r\n\x1a\n....IHDR", re.DOTALL), "image/png", (".png",)),
    PaperKind(re.compile(rb"\xff\xd8\xff[\xc0-\xfe]"), "image/jpeg", (".jpg", ".jpeg")),
)


def said_name(name: str) -> str:
    """Return a file's name as it may be repeated: in one line, no person's number in it, and not too long."""
    return mask(one_line(name))[: ATTACHMENT_LIMITS.name]


def checked_kind(place: str, data: bytes) -> PaperKind:
    """Return what kind of file it is, by what is in it. Raises ``Refused`` for one that is not kept."""
    if not data:
        raise Refused([problems.EMPTY_FILE.at(place)])
    if len(data) > ATTACHMENT_LIMITS.largest:
        raise Refused([problems.FILE_TOO_LARGE.at(place, megabytes=ATTACHMENT_LIMITS.megabytes)])
    kind = next((kind for kind in _KINDS if kind.begins.match(data)), None)
    if kind is None:
        raise Refused([problems.WRONG_KIND.at(place)])
    return kind


def called_as(name: str, kind: PaperKind) -> str:
    """Return the name a paper is kept under: no folder, nothing that cannot be read, and the ending of what it is."""
    last = re.split(r"[/\\]", name)[-1]
    plain = mask(one_line("".join(sign for sign in last if sign.isprintable()))).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if dot and f".{ending}".lower() in kind.endings:
        plain = stem
    longest = ATTACHMENT_LIMITS.name - len(kind.endings[0])
    return (plain.strip(" .")[:longest] or swedish("underlag")) + kind.endings[0]
