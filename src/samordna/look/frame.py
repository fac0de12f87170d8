"""What stands around the content of every page?"""

from dataclasses import dataclass
from typing import Final

from samordna.look.parts import Link

PAGE: Final = "look/page.html"
PANEL: Final = "look/panel.html"


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A place in the main navigation. ``current``: it, or something under it, is what is shown."""

    label: str
    href: str
    current: bool = False
    children: tuple["NavigationItem", ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever is logged in, as the page shows it, and where this person finds what is theirs."""

    name: str
    role_name: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """The context name ``site``: whose site it is, where one can go, who is looking. ``user`` None is nobody."""

    association: str
    navigation: tuple[NavigationItem, ...]
    user: Person | None
    home: str = "/"
    search: str = "/sok/"
    help: str = "/hjalp/"
    log_out: str = "/logga-ut/"

    @property
    def nearby(self) -> tuple[NavigationItem, ...]:
        """The places beside the one that is shown: the children of the current item."""
        return next((item.children for item in self.navigation if item.current), ())


def template_for(target: str | None) -> str:
    """Return the template that a screen extends: the whole page, or the panel alone when htmx asks for it there."""
    return PANEL if target == "panel" else PAGE
