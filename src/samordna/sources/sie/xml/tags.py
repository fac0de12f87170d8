"""How is a value written in XML so that it reads back as it was?"""

import re
from decimal import Decimal
from typing import Final

from samordna.domain.values.money import Ore
from samordna.sources.sie.xml.losses import Losses
from samordna.sources.sie.xml.values import Remembered

_FORBIDDEN: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEEDS_CARE: Final = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


class Quoted(Remembered[str, str]):
    """Texts as values of attributes, in quotes. Characters that XML cannot hold become blanks, and are counted."""

    def __init__(self, losses: Losses) -> None:
        super().__init__()
        self._losses = losses

    def __missing__(self, text: str) -> str:
        if not _NEEDS_CARE.search(text):
            return self.kept(text, f'"{text}"')
        allowed, count = _FORBIDDEN.subn(" ", text)
        if count:
            self._losses.mended()
        return self.kept(text, f'"{allowed.translate(_ESCAPES)}"')

    def element(self, name: str, /, **attributes: str | None) -> str:
        """Return the beginning of an element without its end: ``<Name a="1"``. An attribute that is None is none."""
        return f"<{name}" + "".join(f" {key}={self[value]}" for key, value in attributes.items() if value is not None)


def kronor_of(ore: Ore) -> str:
    """Return an amount as SIE 5 writes it: ``-212.50``."""
    whole, rest = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{whole}.{rest:02d}"


def quantity_in(quantity: Decimal | None) -> str | None:
    """Return a quantity with all its decimals and no exponent."""
    return None if quantity is None else format(quantity, "f")
