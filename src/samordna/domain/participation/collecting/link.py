"""By which address does a unit reach its form, without logging in?"""

import datetime as dt
from dataclasses import dataclass

FORMS_AT = "lamna"
"""Where the units' forms stand on the site."""


@dataclass(frozen=True, slots=True)
class CountsLink:
    """A link to a unit's form for a period: the digest of its secret, and the last day it opens anything.

    The secret itself is kept by nobody but who got it.
    """

    unit: str
    digest: str
    until: dt.date


def link_address(site: str, secret: str) -> str:
    """Return the address that opens a unit's form, on a site such as ``https://samordna.example.se``."""
    return f"{site.rstrip('/')}/{FORMS_AT}/{secret}/"
