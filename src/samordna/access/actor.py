"""Who does a deed?"""

from dataclasses import dataclass
from typing import Final

from samordna.access.deeds import Deed
from samordna.access.models import Role, User
from samordna.access.rights import may


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who does a deed (``by=``): a user with a role, or something that runs without one.

    ``name`` is shown in the trail. Without a role nothing is allowed but what is named in ``only``, unless it is
    the machine's ``own``: a name alone opens no door.
    """

    name: str
    user_id: int | None = None
    role: Role | None = None
    only: frozenset[Deed] = frozenset()
    own: bool = False

    def may(self, deed: Deed) -> bool:
        """Tell whether this one may do ``deed``: a user what the role may, the machine's own terminal everything."""
        return self.own or deed in self.only or may(self.role, deed)

    @classmethod
    def user(cls, user: User) -> "Actor":
        """Return ``user`` as the one who acts; one that is shut out may nothing."""
        return cls(str(user), user.pk, Role(user.role) if user.is_active else None)

    @classmethod
    def invited(cls, name: str) -> "Actor":
        """Return whoever holds an invitation made out to ``name``: it may be accepted, and nothing else."""
        return cls(name, only=frozenset({Deed.ACCEPT_INVITATION}))

    @classmethod
    def unit(cls, name: str) -> "Actor":
        """Return whoever holds the link to a unit's form: the unit may fill it in and hand it in, and nothing else."""
        return cls(name, only=frozenset({Deed.SAVE_COUNTS, Deed.SEND_IN_COUNTS}))


TERMINAL: Final = Actor("terminalen", own=True)
"""Whoever sits at the machine the data folder is on: it may do everything, and the trail says so."""
