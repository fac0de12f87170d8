"""Is there a screen at an address, in this installation?"""

from django.urls import Resolver404, resolve

from samordna.look.parts import Link


def link_if_there(label: str, address: str) -> Link | None:
    """Return the way to an address of the site; None when no screen answers there."""
    return Link(label, address) if is_there(address) else None


def is_there(address: str) -> bool:
    """Tell whether a screen answers at an address."""
    try:
        resolve(address.partition("?")[0].partition("#")[0])
    except Resolver404:
        return False
    return True
