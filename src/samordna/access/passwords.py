"""Is this password good enough?"""

from typing import Final

from django.contrib.auth.password_validation import UserAttributeSimilarityValidator, validate_password
from django.core.exceptions import ValidationError

from samordna.access.models import User
from samordna.domain.values.language import swedish

LONGEST: Final = 1000
"""More than anybody types: what is longer is an attempt to keep the machine busy."""


class UnlikeOneself(UserAttributeSimilarityValidator):
    """Refuses a password like the name or the e-mail of whoever is to have it."""

    def __init__(self) -> None:
        super().__init__(user_attributes=("email", "name"))

    def get_error_message(self) -> str:
        """Return what is wrong, without the names that fields have in the program."""
        return swedish("Lösenordet är för likt namnet eller e-postadressen.")


def weaknesses(password: str, user: User) -> tuple[str, ...]:
    """Return what is wrong with a password for ``user``, in sentences; nothing when it is good enough.

    The rules are those of ``AUTH_PASSWORD_VALIDATORS``, the same whoever changes it and where.
    """
    try:
        validate_password(password[:LONGEST], user)
    except ValidationError as error:
        return tuple(str(message) for message in error.messages)
    return ()
