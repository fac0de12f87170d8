"""What does each dimension of a ledger stand for, whatever number a program gave it?

SIE reserves 1 for cost centre and 6 for project (SIE 4B, section 8.17); numbers from 20 on mean what each program
means by them. So an association says it once, and in its books a cost centre is always 1 and a project 6.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.values.language import swedish


class Role(Enum):
    """What a dimension of a file is to the association."""

    COST_CENTRE = "cost-centre"
    PROJECT = "project"
    OTHER = "other"
    """Kept under its own number: found and shown, and no statement asks for it by itself."""
    LEFT_OUT = "left-out"
    """Not taken into the books at all."""

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _IN_WORDS[self]


_IN_WORDS: Final[Mapping[Role, str]] = {
    Role.COST_CENTRE: swedish("kostnadsställe"),
    Role.PROJECT: swedish("projekt"),
    Role.OTHER: swedish("annat"),
    Role.LEFT_OUT: swedish("tas inte med"),
}


RESERVED: Final[Mapping[str, str]] = {
    "1": swedish("Kostnadsställe"),
    "2": swedish("Kostnadsbärare"),
    "6": swedish("Projekt"),
    "7": swedish("Anställd"),
    "8": swedish("Kund"),
    "9": swedish("Leverantör"),
    "10": swedish("Faktura"),
}
"""Dimensions that need no ``#DIM``, with the names SIE gives them (SIE 4B, section 8.17)."""

NUMBERS: Final[Mapping[Role, str]] = {Role.COST_CENTRE: "1", Role.PROJECT: "6"}
"""The numbers of the roles in the books."""

_USUAL: Final = {number: role for role, number in NUMBERS.items()}
_MOVED: Final = 100
"""A dimension that must leave its number to a role is found at that number and a hundred."""


def usual_role(number: str) -> Role:
    """Return what a dimension is when nobody has said: 1 and 6 by the rule, any other just itself. Never a guess."""
    return _USUAL.get(number, Role.OTHER)


def is_reserved(number: str) -> bool:
    """Tell whether SIE itself says what the dimension is."""
    return number in RESERVED


@dataclass(frozen=True, slots=True)
class DimensionFound:
    """A dimension of a file by its number there: its name, how many objects occur and the first of their codes.

    ``role`` is what it was taken as; ``said`` tells whether SIE or somebody of the association has said so.
    """

    number: str
    name: str
    role: Role
    said: bool
    objects: int
    codes: tuple[str, ...] = ()


def roles_of(found: Iterable[str], chosen: Mapping[str, Role]) -> dict[str, Role]:
    """Return the role of each dimension found: as chosen, else the usual one.

    A dimension does not get its usual role when another of those found was chosen for that.
    """
    usual = {number: usual_role(number) for number in found}
    taken = {chosen[number] for number in usual if number in chosen} & NUMBERS.keys()
    free = {number: Role.OTHER if role in taken else role for number, role in usual.items()}
    return {number: chosen.get(number, free[number]) for number in usual}


def numbers_of(found: Iterable[str], chosen: Mapping[str, Role]) -> dict[str, str]:
    """Return the number in the books of each dimension found, nothing for one that is left out.

    When two are chosen for one role the first keeps it.
    """
    numbers: dict[str, str] = {}
    roles = roles_of(found, chosen)
    for number, role in roles.items():
        wanted = NUMBERS.get(role, "")
        if wanted and wanted not in numbers.values():
            numbers[number] = wanted
        else:
            numbers[number] = "" if role is Role.LEFT_OUT else _own(number, {*roles, *numbers.values()})
    return numbers


def _own(number: str, taken: Collection[str]) -> str:
    """Return the number of a dimension that has no role, out of the way of those of the roles and of all others."""
    own = number
    while own in _USUAL or (own != number and own in taken):
        own = str(int(own) + _MOVED)
    return own


def given_twice(roles: Mapping[str, Role]) -> dict[Role, tuple[str, ...]]:
    """Return the roles that only one dimension can have and that several were given, each with those dimensions."""
    by_role = {role: tuple(number for number, given in roles.items() if given is role) for role in NUMBERS}
    return {role: numbers for role, numbers in by_role.items() if len(numbers) > 1}
