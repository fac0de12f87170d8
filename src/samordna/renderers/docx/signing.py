"""Where does the board sign?"""

from collections.abc import Iterator
from typing import Final

from samordna.domain.document import Signature, Signatures
from samordna.domain.values.language import swedish
from samordna.renderers.docx.layout import beside
from samordna.renderers.docx.xml import Element, paragraph, run, twips, w
from samordna.renderers.grid import PLACE_AND_DAY
from samordna.renderers.palette import INK
from samordna.renderers.printable import one_line

ABREAST: Final = 2
ROOM_TO_WRITE: Final = 44.0
"""The height a hand needs above the line, in points."""


def signature_elements(signatures: Signatures) -> Iterator[Element]:
    """Yield the sentence that is signed, the place and day, and a line for each who signs."""
    yield paragraph("Normal", *_words(signatures), keep_next=True)
    yield paragraph("Normal", run(f"{PLACE_AND_DAY}: {'_' * 28}"), keep_next=True)
    cells = [_place_to_sign(item, last=i >= len(signatures.items) - ABREAST) for i, item in enumerate(signatures.items)]
    if cells:
        yield beside(cells, columns=ABREAST, description=swedish("Plats för underskrifter"), rule=False)


def _words(signatures: Signatures) -> list[Element]:
    return [run(part if isinstance(part, str) else part.text) for part in signatures.statement.parts]


def _place_to_sign(item: Signature, *, last: bool) -> list[Element]:
    line = w("pBdr", w("top", val="single", sz=4, space=2, color=INK.lstrip("#").upper()))
    room = w("spacing", before=twips(ROOM_TO_WRITE))
    role = paragraph("Uppgift", run(one_line(item.role), style="Strong"), keep_next=not last, properties=(line, room))
    body = paragraph("Uppgift", run(one_line(item.body)))
    return [role, body]
