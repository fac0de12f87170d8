"""How does a report become a packet: a file of counts that says by itself that nobody has changed it?"""

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from samordna.domain.participation.counts_report import Cell, CountsReport, Sums, Value
from samordna.domain.values.counted import RawCount
from samordna.sources.counts.packet_format import (
    DIGEST,
    FIELDS,
    FORMAT,
    GENDER_FIELDS,
    SIGNATURE,
    canonical,
    digest_of,
    signed_bytes,
)
from samordna.sources.counts.packet_reading import SenderKey


@dataclass(frozen=True, slots=True, repr=False)
class SigningKey:
    """The key that a unit signs with: its id, and its 32 secret bytes. It never leaves the unit."""

    id: str
    private: bytes

    def sender(self, unit: str) -> SenderKey:
        """Return what the association is given to know the unit's packets by."""
        public = Ed25519PrivateKey.from_private_bytes(self.private).public_key().public_bytes_raw()
        return SenderKey(unit, public)


def write_packet(report: CountsReport, association: str, key: SigningKey) -> bytes:
    """Return a report as a packet for the association with that organisation number, signed with the unit's key."""
    return signed(_content(report, association), key)


def signed(content: Mapping[str, Any], key: SigningKey) -> bytes:
    """Return fields of a packet, whatever they say, with their digest and signature.

    Raises ``ValueError`` for what is no JSON.
    """
    plain = canonical(content)
    signature = Ed25519PrivateKey.from_private_bytes(key.private).sign(signed_bytes(plain))
    sealed = {
        **content,
        DIGEST: digest_of(plain),
        SIGNATURE: {"key": key.id, "value": base64.b64encode(signature).decode()},
    }
    ordered = {name: sealed[name] for name in (*FIELDS, *sealed) if name in sealed}
    return (json.dumps(ordered, ensure_ascii=False, indent=1) + "\n").encode()


def _content(report: CountsReport, association: str) -> dict[str, Any]:
    return {
        "format": FORMAT, "version": report.version, "association": association, "unit": report.unit,
        "activity": report.activity, "period": str(report.period), "complete": report.complete,
        "vouched_by": report.vouched_by.name.lower(), "tables": _tables(report),
    }  # fmt: skip


def _tables(report: CountsReport) -> list[dict[str, Any]]:
    texts = {one.table: one.text for one in report.explanations}
    tables: dict[str, dict[str, Any]] = {}
    for key, cells in groupby(report.cells, lambda cell: cell.place.table):
        tables.setdefault(key, {"table": key, "rows": []})["rows"] += _rows(cells)
    for key, text in texts.items():
        tables.setdefault(key, {"table": key, "rows": []})["explanation"] = text
    return list(tables.values())


def _rows(cells: Iterable[Cell]) -> list[dict[str, Any]]:
    names = {gender: name for name, gender in GENDER_FIELDS.items()}
    return [
        {"codes": list(codes), **{names[cell.place.gender]: _value(cell.value) for cell in row}}
        for codes, row in groupby(cells, lambda cell: cell.place.codes)
    ]


def _value(value: Value) -> Any:
    match value:
        case None:
            return None
        case RawCount(count):
            return count
        case Sums(n, total, squares):
            return {"n": n.count, "sum": total, "squares": squares}
