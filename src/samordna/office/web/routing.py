"""What is an address of the site?"""

from dataclasses import dataclass

from django.urls import URLPattern, path

from samordna.access.guard import Needed, View, guarded


@dataclass(frozen=True, slots=True)
class Route:
    """An address: its path as Django writes it, its name, the view behind it, and what each method needs.

    ``reads`` is the deed that getting it is, ``does`` the deed that posting to it is; None means that the method
    is not answered.
    """

    path: str
    name: str
    view: View
    reads: Needed = None
    does: Needed = None

    @property
    def pattern(self) -> URLPattern:
        """The address for Django, its view behind the guard."""
        return path(self.path, guarded(self.view, reads=self.reads, does=self.does), name=self.name)
