"""Is it a packet at all, in a version that is known here, unchanged, and from whom it says?"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from samordna.domain.participation.counts_report import FORMAT_VERSION
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem
from samordna.sources.counts import problems as kinds
from samordna.sources.counts.packet_format import (
    DIGEST,
    FIELDS,
    FORMAT,
    SIGNATURE,
    canonical,
    digest_of,
    signed_bytes,
)

LARGEST_PACKET: Final = 2_000_000
"""Bytes. A packet of every table there is has less than a tenth of that."""
_DEEPEST: Final = 8
_TEXT: Final = swedish("en text")
_LONGEST: Final = 200
"""Characters of a text that says which, such as a key or a unit."""


@dataclass(frozen=True, slots=True)
class SenderKey:
    """What a unit's packets are known by: which unit it is, and its public key of 32 bytes."""

    unit: str
    public: bytes


class NoPacket(Exception):  # noqa: N818 - an answer about a file, not an error of the program
    """The file is no packet that is taken; ``problem`` says why. Never leaves this room."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def packet_in(data: bytes, name: str) -> Mapping[str, Any]:
    """Return the fields of a packet whose form, version and digest are right; raises ``NoPacket``."""
    packet = _fields(_json(data, name), name)
    _check_version(packet.get("version"), name)
    try:
        plain = canonical(packet)
    except (ValueError, RecursionError) as error:
        raise NoPacket(kinds.ALTERED.at(name)) from error
    if packet[DIGEST] != digest_of(plain):
        raise NoPacket(kinds.ALTERED.at(name))
    return packet


def check_signature(packet: Mapping[str, Any], name: str, keys: Mapping[str, SenderKey]) -> None:
    """Raise ``NoPacket`` for a packet that is not signed by a key that is known here as the unit's."""
    signature = packet[SIGNATURE]
    if not isinstance(signature, dict) or set(signature) != {"key", "value"}:
        wanted = swedish("nyckelns namn (key) och underskriften (value)")
        raise NoPacket(kinds.WRONG_FIELD.at(_at(name, SIGNATURE), wanted=wanted))
    key, value = (text_in(signature, one, _at(name, SIGNATURE)) for one in ("key", "value"))
    sender = keys.get(key)
    if sender is None:
        raise NoPacket(kinds.UNKNOWN_KEY.at(name, key=key))
    try:
        public = Ed25519PublicKey.from_public_bytes(sender.public)
        public.verify(base64.b64decode(value, validate=True), signed_bytes(canonical(packet)))
    except (InvalidSignature, binascii.Error, ValueError) as error:
        raise NoPacket(kinds.NOT_SIGNED.at(name, key=key)) from error
    if sender.unit != packet["unit"]:
        raise NoPacket(kinds.KEY_OF_OTHER.at(name, key=key, unit=text_in(packet, "unit", name)))


def text_in(fields: Mapping[str, Any], field: str, place: str, most: int = _LONGEST) -> str:
    """Return a field that is a text; raises ``NoPacket`` for anything else."""
    value = fields.get(field)
    if not isinstance(value, str) or len(value) > most:
        raise NoPacket(kinds.WRONG_FIELD.at(_at(place, field), wanted=_TEXT))
    return value


def _json(data: bytes, name: str) -> Any:
    if not data:
        raise NoPacket(kinds.EMPTY.at(name))
    if len(data) > LARGEST_PACKET:
        raise NoPacket(kinds.TOO_LARGE.at(name, most=LARGEST_PACKET // 1_000_000))
    try:
        text = data.decode("utf-8")
        read = json.loads(text, object_pairs_hook=_object, parse_float=_no_number, parse_constant=_no_number)
        _check_depth(read, _DEEPEST)
    except (ValueError, RecursionError) as error:
        what = swedish("den är ingen JSON i UTF-8 med hela tal, där varje fält står en gång")
        raise NoPacket(kinds.NOT_A_PACKET.at(name, what=what)) from error
    return read


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object whose keys are all different; two readers could otherwise read two packets."""
    read = dict(pairs)
    if len(read) < len(pairs):
        raise ValueError(len(pairs))
    return read


def _no_number(text: str) -> Any:
    raise ValueError(text)


def _check_depth(read: Any, left: int) -> None:
    if left < 0:
        raise ValueError(left)
    for inner in read.values() if isinstance(read, dict) else read if isinstance(read, list) else ():
        _check_depth(inner, left - 1)


def _fields(read: Any, name: str) -> dict[str, Any]:
    """Return the fields of a packet of any version; one of this version has all of them and no other."""
    if not isinstance(read, dict) or read.get("format") != FORMAT:
        told = swedish("fältet format är inte ”{format}”").format(format=FORMAT)
        raise NoPacket(kinds.NOT_A_PACKET.at(name, what=told))
    if read.get("version") == FORMAT_VERSION:
        for field in FIELDS:
            if field not in read:
                raise NoPacket(kinds.MISSING_FIELD.at(name, field=field))
        for field in read:
            if field not in FIELDS:
                raise NoPacket(kinds.UNKNOWN_FIELD.at(name, field=field[:40]))
    return read


def _check_version(version: Any, name: str) -> None:
    if isinstance(version, bool) or not isinstance(version, int):
        raise NoPacket(kinds.WRONG_FIELD.at(_at(name, "version"), wanted=swedish("ett helt tal")))
    told = {"found": version if abs(version) < 10**6 else "…", "wanted": FORMAT_VERSION}
    if version < FORMAT_VERSION:
        raise NoPacket(kinds.OLDER_PACKET.at(name, **told))
    if version > FORMAT_VERSION:
        raise NoPacket(kinds.UNKNOWN_VERSION.at(name, **told))


def _at(place: str, field: str) -> str:
    return swedish("{place}, fältet {field}").format(place=place, field=field)
