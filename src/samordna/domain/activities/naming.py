"""By what is something known for good, whatever is said of it later, and what stands in its address?"""

import re
import unicodedata
from typing import Final

_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")

WHOLE: Final = "hela"
"""Stands in an address for an activity as a whole, where else a performer's id stands."""
_RESERVED: Final = {"ny", "fil", WHOLE}
"""What other pages have the address of."""


def id_of(name: str) -> str:
    """Return a name as an id: ``Aktiv Kraft, Borås`` is ``aktiv-kraft-boras``. Empty when it has no letter or digit."""
    plain = unicodedata.normalize("NFD", name.casefold()).encode("ascii", "ignore").decode()
    found = _NOT_IN_IDS.sub("-", plain).strip("-")
    return f"{found}-1" if found in _RESERVED else found
