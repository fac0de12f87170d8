"""In which order is each way of reading a SIE file measured? In turns, each in a process of its own."""

import re
import statistics
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tests.large_ledger import large_ledger

from bench.apart import measured
from bench.results import ReadingCost
from bench.sizes import Sizes
from samordna.sources.sie import read_sie, write_sie5

FORMS: Final[Mapping[str, str]] = {
    "yardstick": "sie4", "objects": "sie4", "columns": "sie4", "checksum": "sie4",
    "sie5": "sie5", "sie5-stream": "sie5", "pysie": "pysie",
}  # fmt: skip
"""Which form of the same ledger each way reads."""


def measure(scratch: Path, sizes: Sizes, told: Callable[[str], None]) -> tuple[ReadingCost, ...]:
    """Return what each way costs: the median of its turns, and the most memory of any of them."""
    files = _files(scratch, sizes.vouchers)
    found: dict[str, list[Mapping[str, float]]] = {way: [] for way in FORMS}
    for turn in range(sizes.readings):
        for way, form in FORMS.items():
            told(f"Reading SIE: {way}, {turn + 1} of {sizes.readings}")
            found[way].append(measured("bench.sie_files", way, files[form]))
    return tuple(_cost(way, turns) for way, turns in found.items())


def _cost(way: str, turns: list[Mapping[str, float]]) -> ReadingCost:
    seconds = statistics.median(turn["seconds"] for turn in turns)
    return ReadingCost(way, seconds, int(max(turn["bytes"] for turn in turns)), int(turns[0]["vouchers"]))


def _files(scratch: Path, vouchers: int) -> dict[str, Path]:
    """Write the ledger in every form."""
    data = large_ledger(vouchers, varied=True)
    read = read_sie(data, "bench.se").file
    if read is None:
        raise LookupError("the ledger of the measurements cannot be read")
    forms = {"sie4": data, "sie5": write_sie5(read), "pysie": _as_pysie_asks(data)}
    files = {form: scratch / f"reading-{form}" for form in forms}
    for form, file in files.items():
        file.write_bytes(forms[form])
    return files


def _as_pysie_asks(data: bytes) -> bytes:
    """Return the ledger in UTF-8 with quoted numbers and a tax code for each account: otherwise it finds nothing."""
    text = data.decode("cp437")
    text = re.sub(r'#VER (\w+) (\d+) (\d+) (".*") (\d+)', r'#VER "\1" "\2" \3 \4 \5', text)
    return re.sub(r"(#KONTO (\d+) .*)\r", r"\1\r\n#SRU \2 7000\r", text).encode()
