"""How is a packet of counts written, and what exactly is signed?

Canonical JSON: keys in order, no blanks, no floats. The digest is of that, without the digest and the signature
themselves; the signature is of a line that says what it is for, and that JSON (docs/packet.md).
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from samordna.domain.participation.count_table import Gender

FORMAT: Final = "samordna-counts"
DIGEST, SIGNATURE = "digest", "signature"
DIGEST_PREFIX: Final = "sha256:"
FIELDS: Final = (
    "format", "version", "association", "unit", "activity", "period", "complete", "vouched_by", "tables", DIGEST,
    SIGNATURE,
)  # fmt: skip
"""In the order they are written."""
TOTAL: Final = "total"
GENDER_FIELDS: Final[Mapping[str, Gender | None]] = {**{one.value: one for one in Gender}, TOTAL: None}
SUMS_FIELDS: Final = ("n", "sum", "squares")
_PURPOSE: Final = f"{FORMAT}\n".encode()


def canonical(packet: Mapping[str, Any]) -> bytes:
    """Return what the digest is of: everything but the digest and the signature, the same however it was written."""
    content = {key: value for key, value in packet.items() if key not in (DIGEST, SIGNATURE)}
    return json.dumps(content, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode()


def digest_of(content: bytes) -> str:
    """Return the digest of canonical content, as it stands in a packet."""
    return DIGEST_PREFIX + hashlib.sha256(content).hexdigest()


def signed_bytes(content: bytes) -> bytes:
    """Return what is signed: a signature made for something else can not be one of a packet."""
    return _PURPOSE + content
