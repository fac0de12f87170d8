"""How does the typeface travel inside a Word document?

Word embeds fonts as files whose first 32 bytes are scrambled with a key that stands beside them (ECMA-376
part 4, 2.8.1). Regular, bold and italic are cut from the variable fonts, with the letters of Europe. The
SIL Open Font License allows embedding in a document.
"""

import io
import uuid
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib import instancer  # type: ignore[import-untyped]

from samordna.renderers import typeface

ASCENT_AND_DESCENT: Final = 1.424
"""The height of a line of the typeface, in parts of its size: what Word and LibreOffice set single-spaced."""

_SIGNS: Final = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2027),
    0x20AC, 0x2192, 0x2212, 0x2264, 0x2265, 0x25A1, 0xFFFD,
)  # fmt: skip
_KEYS: Final = uuid.UUID("5a6d0e52-7b1c-4e64-9d0f-2f6d6b1f3c11")
"""Any fixed namespace: the keys scramble, they guard no secret, and the same document is the same bytes."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One of the typeface's cuts: the element that names it in Word's font table, and how it is made."""

    element: str
    name: str
    source: Path
    weight: int
    bold: bool = False
    italic: bool = False

    @property
    def key(self) -> uuid.UUID:
        """The key its file is scrambled with."""
        return uuid.uuid5(_KEYS, self.name)


REGULAR: Final = Cut("embedRegular", "Regular", typeface.UPRIGHT, 400)
BOLD: Final = Cut("embedBold", "Bold", typeface.UPRIGHT, 700, bold=True)
ITALIC: Final = Cut("embedItalic", "Italic", typeface.ITALIC, 400, italic=True)
CUTS: Final = (REGULAR, BOLD, ITALIC)


@cache
def font_file(cut: Cut) -> bytes:
    """Return the cut as a TrueType file."""
    font = TTFont(cut.source, lazy=True, recalcTimestamp=False)
    options = Options()
    # no kerning: Word sets text without it, and cutting it along takes five times as long
    options.layout_features = ["tnum", "lnum"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=_SIGNS)
    subsetter.subset(font)
    instancer.instantiateVariableFont(font, {"wght": cut.weight}, inplace=True)
    _name(font, cut)
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _name(font: Any, cut: Cut) -> None:
    """Name the cut as one of the four of a family, the only kind of family Word knows."""
    family, full = typeface.FAMILY, f"{typeface.FAMILY} {cut.name}"
    names = {1: family, 2: cut.name, 3: full, 4: full, 6: full.replace(" ", "")}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in {0, 5, 13, 14}]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = cut.weight
    regular = not (cut.bold or cut.italic)
    selection = font["OS/2"].fsSelection & ~0b110_0001
    font["OS/2"].fsSelection = selection | cut.italic | cut.bold << 5 | regular << 6
    font["head"].macStyle = cut.bold | cut.italic << 1


def scrambled(data: bytes, key: uuid.UUID) -> bytes:
    """Return a font file with its first 32 bytes scrambled by the key; doing it again restores them."""
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(data[:32], mask, strict=True)) + data[32:]


@cache
def advances(cut: Cut) -> dict[int, float]:
    """Return how far each letter moves the pen, in parts of the type size."""
    font = TTFont(io.BytesIO(font_file(cut)), lazy=True)
    per_em = font["head"].unitsPerEm
    return {point: font["hmtx"][glyph][0] / per_em for point, glyph in font.getBestCmap().items()}
