"""Which addresses does a user of the site visit? Found as a user finds them: by following links."""

import re
from collections.abc import Callable, Iterator
from typing import Final

_YEAR: Final = "period=2024-01..2024-12"
_ENTRANCES: Final = {
    "Overview": "/",
    "Ledgers": "/inlasning/",
    "Income statement": f"/rakenskaper/resultat/?{_YEAR}",
    "Balance sheet": f"/rakenskaper/balans/?{_YEAR}",
    "Notes": f"/rakenskaper/noter/?{_YEAR}",
    "Layout": "/uppstallning/",
    "Reports": "/rapporter/",
    "Trail": "/spar/",
    "Settings": "/installningar/",
    "Help": "/hjalp/",
    "The account with most postings": f"/konto/1930/?{_YEAR}",
    "Search, a common word": "/sok/?q=hyra",
    "Search, two words": "/sok/?q=resor+%C3%B6stersund",
    "Search, nothing found": "/sok/?q=xyzzy",
    "Search, an amount": "/sok/?q=1+234,50",
    "Search, a voucher": "/sok/?q=A+12345",
}
"""Screens that have an address of their own."""

COUNT_SCREENS: Final = {
    "Counts in": "/siffror/",
    "Statistics, inside": "/uppfoljning/?period=2024-01..2024-08",
    "Statistics, anybody": "/uppfoljning/?period=2024-01..2024-08&for=alla",
    "Measures": "/uppfoljning/matt/",
    "Keying sheet": "/uppfoljning/inmatning/",
    "Goals": "/mal/",
    "Activities": "/insatser/",
    "A performer": "/utforare/activera-molndal/",
}
"""Screens of counts, in the demo."""

_ONWARD: Final = {
    "A figure": ("Income statement", r'href="(/siffra/[^"]+)"'),
    "A voucher": ("The account with most postings", r'href="(/verifikation/[^"]+)"'),
    "An import": ("Ledgers", r'href="(/inlasning/\d+/)"'),
    "Older postings": ("The account with most postings", r'href="(/konto/1930/[^"]*(?:efter|fore|sida)=[^"]*)"'),
}
"""Screens that another leads to: which, and what the link looks like."""


def addresses(fetch: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield the name and address of every screen; ``fetch`` gives the page at an address."""
    yield from _ENTRANCES.items()
    for name, (entrance, link) in _ONWARD.items():
        found = re.search(link, fetch(_ENTRANCES[entrance]))
        if found is None:
            raise LookupError(f"{entrance} leads to no {name}")
        yield name, found[1].replace("&amp;", "&")
