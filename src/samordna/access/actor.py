"""Who does a deed?"""

from dataclasses import dataclass
from typing import Final

from samordna.access.deeds import Deed
from samordna.access.models import Role, User
from samordna.access.rights import may


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who does a deed (``by=``): a user with a role, or something that runs without one.

    ``name`` is shown in the trail.
    """

    name: str
    user_id: int | None = None
    role: Role | None = None

    def may(self, deed: Deed) -> bool:
        """Tell whether this one may do ``deed``: a user what the role may, the machine's own terminal everything."""
        return self.user_id is None or may(self.role, deed)

    @classmethod
    def user(cls, user: User) -> "Actor":
        """Return ``user`` as the one who acts."""
        return cls(str(user), user.pk, Role(user.role))


TERMINAL: Final = Actor("terminalen")
"""Whoever sits at the machine the data folder is on: it may do everything, and the trail says so."""
