"""What may a person not type as a name or an e-mail address, and how is what was typed told of?"""

from collections.abc import Iterator
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem
from samordna.domain.values.typed_number import carries_typed_number, mask_typed
from samordna.office.actions import problems
from samordna.office.actions.association import user_problems as told
from samordna.renderers.printable import one_line

NAME: Final = swedish("namnet")
EMAIL: Final = swedish("e-postadressen")
LONGEST: Final = 200
"""As long as a name may be."""
_LONGEST_EMAIL: Final = 254


def plain_email(text: str) -> str:
    """Return an e-mail address as it is kept: one address is one user, however it is capitalised."""
    return text.strip().lower()


def name_problems(name: str, *, longest: int = LONGEST) -> Iterator[Problem]:
    """Yield what is wrong with the name of a user or of the association."""
    if not name.strip():
        yield told.NAME_MISSING.at(NAME)
    if len(name) > longest:
        yield told.NAME_TOO_LONG.at(NAME, longest=longest)
    yield from _text_problems(NAME, name)


def email_problems(email: str) -> Iterator[Problem]:
    """Yield what is wrong with an e-mail address, before anybody asks whose it is."""
    try:
        validate_email(email)
    except ValidationError:
        malformed = True
    else:
        malformed = len(email) > _LONGEST_EMAIL
    if malformed:
        yield told.EMAIL_MALFORMED.at(EMAIL)
    yield from _text_problems(EMAIL, email)


def shown(text: str) -> str:
    """Return what somebody typed as the trail may hold it: printable, short, without an identity number."""
    return mask_typed(one_line(text))[:LONGEST]


def _text_problems(place: str, text: str) -> Iterator[Problem]:
    if not text.isprintable() or one_line(text) != text:
        yield told.HIDDEN_CHARACTERS.at(place)
    if carries_typed_number(text):
        yield problems.IDENTITY_NUMBER_TYPED.at(place)
