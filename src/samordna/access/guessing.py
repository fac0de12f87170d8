"""Has somebody at one address tried too many links that lead nowhere?"""

from typing import Final

from allauth.core.internal import ratelimit
from django.http import HttpRequest

WRONG_LINK: Final = "wrong_link"
"""The limit of wrong links from an address, by its name in ``ACCOUNT_RATE_LIMITS``."""


def guessed_too_often(request: HttpRequest) -> bool:
    """Tell whether no more links are looked up for whoever asks, right or wrong: it would only help who guesses."""
    return not _consume(request, dry_run=True)


def note_wrong_link(request: HttpRequest) -> None:
    """Count a link that led nowhere against the address that it came from."""
    _consume(request, dry_run=False)


def _consume(request: HttpRequest, *, dry_run: bool) -> bool:
    """Ask the library by the name that counts looking too: its own front counts only what is sent."""
    allowed = ratelimit.consume(request, app="allauth.account", action=WRONG_LINK, dry_run=dry_run, limit_get=True)
    return allowed is not None
