"""How does an object's code stand in an address, where a browser takes dots for directions?

A browser reads ``/objekt/1/../`` as a step back before it asks anybody, however the dots are written. Codes that it
would not send as they are, and those that begin with the mark itself, stand behind a mark.
"""

from typing import Final
from urllib.parse import quote

from samordna.office.web.forms.wanted import Wanted

_MARK: Final = "~"
_LOST: Final = {"", ".", ".."}
"""Codes that no browser sends."""


def object_address(dimension: str, code: str, wanted: Wanted | None = None) -> str:
    """Return the address of a cost centre or another object, over the months and from the imports that are wanted."""
    return f"/objekt/{quote(dimension, safe='')}/{quote(in_address(code), safe='')}/{wanted.query if wanted else ''}"


def key_address(address: str, key: str) -> str:
    """Return an address that ends in ``a`` for a code, with another code in its place, whatever signs that has."""
    return f"{address.removesuffix('a/')}{quote(in_address(key), safe='')}/"


def in_address(code: str) -> str:
    """Return a code as it stands in an address, before its signs are written as an address has them."""
    return f"{_MARK}{code}" if code in _LOST or code.startswith(_MARK) else code


def code_of(written: str) -> str:
    """Return the code that stands in an address."""
    return written.removeprefix(_MARK)
