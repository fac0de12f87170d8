"""Who does a deed?"""

from dataclasses import dataclass
from typing import Final

from samordna.access.models import User


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who does a deed (``by=``): a user, or something that runs without one. ``name`` is shown in the trail."""

    name: str
    user_id: int | None = None

    @classmethod
    def user(cls, user: User) -> "Actor":
        """Return ``user`` as the one who acts."""
        return cls(str(user), user.pk)


TERMINAL: Final = Actor("terminalen")
"""Whoever sits at the machine the data folder is on: it may do everything, and the trail says so."""
