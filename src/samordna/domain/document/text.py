"""What is running text made of, when its figures are alive?"""

from dataclasses import dataclass
from typing import Final, TypeAlias

from samordna.domain.document.cell import Hidden, Missing, Number
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import GROUP


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in running text, bound to its source. ``reference`` names it (``income.res3.actual``)."""

    number: Number | Missing | Hidden
    reference: str

    @property
    def text(self) -> str:
        """The figure with its unit as it reads in a sentence: ``112 tkr``; what is missing or not told says so."""
        if isinstance(self.number, Missing):
            return f"[{self.number.reason}]"
        if isinstance(self.number, Hidden):
            return hidden_in_words(self.number.sign)
        suffix = self.number.unit.suffix
        return f"{self.number.text}{GROUP}{suffix}" if suffix else self.number.text


def hidden_in_words(sign: str) -> str:
    """Return how a sign of what may not be told reads in a sentence: ``<5`` is fewer than five."""
    if sign.startswith("<"):
        return _FEWER.format(number=_IN_LETTERS.get(sign[1:], sign[1:]))
    return sign if any(letter.isalnum() for letter in sign) else _NOT_TOLD


_FEWER: Final = swedish("färre än {number}")
_NOT_TOLD: Final = swedish("ett antal som inte visas")
_IN_LETTERS: Final = {"5": swedish("fem"), "10": swedish("tio")}


Inline: TypeAlias = str | Figure


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text: words and figures in order."""

    parts: tuple[Inline, ...]

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class BulletList:
    """An unordered list."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Highlight:
    """One figure worth seeing first, what it is, and one short sentence that places it."""

    label: str
    figure: Figure
    remark: Paragraph


@dataclass(frozen=True, slots=True)
class Highlights:
    """The few figures a reader should take away, side by side."""

    items: tuple[Highlight, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: the role, never a name, and whom it speaks for."""

    role: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signature block: a sentence that is signed, and who signs."""

    statement: Paragraph
    items: tuple[Signature, ...]
