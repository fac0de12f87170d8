"""How is a number written in Swedish, and how for a machine?"""

from typing import Final

MINUS: Final = "\u2212"
GROUP: Final = "\u00a0"


def swedish_number(shown: int, decimals: int = 0) -> str:
    """Return ``1 234 567,89`` for 123456789 with two decimals: no-break spaces, comma, U+2212 as minus."""
    whole, rest = divmod(abs(shown), 10**decimals)
    text = f"{whole:,}".replace(",", GROUP)
    if decimals:
        text += f",{rest:0{decimals}d}"
    return MINUS + text if shown < 0 else text


def how_many(count: int, one: str, several: str) -> str:
    """Return ``one`` for one thing, else ``several`` with ``{count}`` written: ``1 rad``, ``1 200 rader``."""
    return one if count == 1 else several.format(count=swedish_number(count))


def decimal_text(shown: int, decimals: int = 0) -> str:
    """Return ``-84896.43`` for −8489643 with two decimals: what JSON and Excel readers expect."""
    whole, rest = divmod(abs(shown), 10**decimals)
    text = f"{whole}.{rest:0{decimals}d}" if decimals else str(whole)
    return "-" + text if shown < 0 else text
