"""Where is the one typeface, how does it travel inside a page, and which letters does it have?

Source Sans 3 (SIL Open Font License) comes from a package, as two variable fonts; page, PDF and charts all use it.
"""

import base64
import io
import tempfile
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

import fontpkg_source_sans_3 as package  # type: ignore[import-untyped]
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]

FAMILY: Final = "Source Sans 3"
DIRECTORY: Final[Path] = package.ROOT / "files"
UPRIGHT: Final = DIRECTORY / "SourceSans3[wght].ttf"
ITALIC: Final = DIRECTORY / "SourceSans3-Italic[wght].ttf"

CHART_FAMILY: Final = "Samordna Chart"
"""The same letters at one fixed weight: the drawing engines read a variable font at its lightest."""

SUBSTITUTE: Final = "\u25a1"
"""A square: there was a letter here that the typeface does not have."""

_LATIN: Final = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A: every letter of a European name
    *range(0x2010, 0x2027),
    0x20AC, 0x2191, 0x2192, 0x2212, 0x2264, 0x2265, 0x25A1,
)  # fmt: skip

_LATIN_LETTERS: Final = frozenset(_LATIN)


@cache
def woff2() -> bytes:
    """Return the upright font, cut to Latin letters, as browsers fetch it (some 26 kB)."""
    font = _latin("kern", "tnum")
    font.flavor = "woff2"
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


@cache
def data_uri() -> str:
    """Return the same as a ``data:`` address for a style sheet that travels inside its page."""
    return "data:font/woff2;base64," + base64.b64encode(woff2()).decode()


@cache
def chart_directory() -> Path:
    """Return a folder with the one font of charts, ``CHART_FAMILY``; it lasts as long as the process."""
    font = _latin()
    instantiateVariableFont(font, {"wght": 400}, inplace=True)
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in (0, 13, 14)]  # the licence stays
    for number, text in ((1, CHART_FAMILY), (2, "Regular"), (4, CHART_FAMILY), (6, CHART_FAMILY.replace(" ", ""))):
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 400
    folder = Path(_scratch().name)
    font.save(folder / "chart.ttf")
    return folder


@cache
def _scratch() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="samordna-typeface-")


def _latin(*features: str) -> TTFont:
    """Return the upright font with its Latin letters only, and of its features these."""
    # Unchanged time stamps: the same page is the same bytes tomorrow.
    font = TTFont(UPRIGHT, lazy=True, recalcTimestamp=False)
    options = Options()
    options.layout_features = list(features)
    options.drop_tables += [] if features else ["GPOS", "GSUB", "GDEF", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=_LATIN)
    subsetter.subset(font)
    return font


@cache
def letters() -> frozenset[int]:
    """Return the code points the typeface can draw."""
    with TTFont(UPRIGHT, lazy=True) as font:
        return frozenset(font["cmap"].getBestCmap())


def drawable(text: str, *, in_chart: bool = False) -> str:
    """Return ``text`` with every letter that the typeface, or the one of charts, lacks replaced by a square.

    A PDF for archives may not contain a letter without a shape; a report with an odd sign in it must still be made.
    """
    if text.isascii() and text.isprintable():
        return text
    known = _LATIN_LETTERS if in_chart else letters()
    return "".join(c if ord(c) in known else _substitute(c) for c in unicodedata.normalize("NFC", text))


def _substitute(character: str) -> str:
    if character.isspace():
        return " "
    return "" if unicodedata.category(character).startswith("C") else SUBSTITUTE
