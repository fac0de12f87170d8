"""By which key is a packet of a unit known to be the unit's?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.participation.collecting.problems import NO_PUBLIC_KEY
from samordna.domain.values.problem import Problem

KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class UnitKey:
    """A unit's public key (Ed25519) of 32 bytes, by its id. The secret one never leaves the unit."""

    id: str
    unit: str
    public: bytes


def key_problems(key: UnitKey) -> Iterator[Problem]:
    """Yield that a key is none: it has a name and 32 bytes."""
    if len(key.public) != KEY_BYTES or not key.id.strip():
        yield NO_PUBLIC_KEY.at(key.unit)
