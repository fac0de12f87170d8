"""How does an object's code stand in an address, where a browser takes dots for directions?

A browser reads ``/objekt/1/../`` as a step back before it asks anybody, however the dots are written. Codes that it
would not send as they are, and those that begin with the mark itself, stand behind a mark.
"""

from typing import Final
from urllib.parse import quote

from samordna.office.web.wanted import Wanted

_MARK: Final = "~"
_LOST: Final = {"", ".", ".."}
"""Codes that no browser sends."""


def object_address(dimension: str, code: str, wanted: Wanted | None = None) -> str:
    """Return the address of a cost centre or another object, over the months and from the imports that are wanted."""
    written = f"{_MARK}{code}" if code in _LOST or code.startswith(_MARK) else code
    return f"/objekt/{quote(dimension, safe='')}/{quote(written, safe='')}/{wanted.query if wanted else ''}"


def code_of(written: str) -> str:
    """Return the code that stands in an address."""
    return written.removeprefix(_MARK)
