"""What may a person not type, whatever the deed?"""

from collections.abc import Iterator

from samordna.domain.values.identity_number import carries_identity_number, mask
from samordna.domain.values.problem import Problem
from samordna.office.actions import problems


def typed_problems(place: str, text: str) -> Iterator[Problem]:
    """Yield what is wrong with a reason or a source: that there is none, or that it points at a person."""
    if not text.strip():
        yield problems.NO_SOURCE.at(mask(place))
    if carries_identity_number(text):
        yield problems.IDENTITY_NUMBER_TYPED.at(mask(place))
