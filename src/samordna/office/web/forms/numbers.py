"""Which number does a field or an address say?"""

from typing import Final

_LONGEST: Final = 18
"""Digits that every database holds as a whole number."""


def number_of(text: str) -> int | None:
    """Return the whole number that a text says in digits; None for anything else, and for more than a row can have."""
    written = text.strip()
    return int(written) if written.isascii() and written.isdigit() and len(written) <= _LONGEST else None
