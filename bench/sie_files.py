"""What does it cost to read a large SIE file, one way at a time?

Run as ``python -m bench.sie_files WAY FILE``, where the way is one of ``WAYS``; it prints seconds, the most bytes of
memory held, and how many vouchers there are then.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from bench.apart import peak_memory
from samordna.sources.sie import read_columns, read_sie
from samordna.sources.sie.checksum import checksum_of
from samordna.sources.sie.xml import stream_sie5


def count_lines(file: Path) -> int:
    """Read the bytes, split them into lines and count the rows: what anybody must do at least. No voucher is kept."""
    rows = sum(line.lstrip().startswith(b"#TRANS") for line in file.read_bytes().split(b"\n"))
    return 0 if rows else -1


def read_objects(file: Path) -> int:
    """Read everything into the model, checksum and all."""
    read = read_sie(file.read_bytes(), file.name).file
    return len(read.vouchers) if read else 0


def read_in_columns(file: Path) -> int:
    """Read the booked rows into columns; the checksum is measured by itself."""
    return len(read_columns(file.read_bytes(), file.name, verify=False)[0].vouchers)


def check_sum(file: Path) -> int:
    """Compute the checksum, and keep nothing."""
    found = checksum_of(file.read_bytes(), "cp437")
    return 0 if found and found.agrees else -1


def stream_vouchers(file: Path) -> int:
    """Read a SIE 5 file as a stream, a voucher at a time."""
    with file.open("rb") as source:
        return sum(1 for _ in stream_sie5(source))


def read_by_pysie(file: Path) -> int:
    """Read with the registry's ``pysie-accounting``; the file is written as it asks for."""
    from pysie_accounting.pysie import PySIE  # noqa: PLC0415 - it brings pandas, which is no part of the others' time

    other = PySIE()
    other.dftrans = _taxes()
    started = time.perf_counter()
    other.open(file)
    _CLOCK.append(time.perf_counter() - started)
    return len(other.verifikat)


WAYS: Final[Mapping[str, Callable[[Path], int]]] = {
    "yardstick": count_lines,
    "objects": read_objects,
    "columns": read_in_columns,
    "checksum": check_sum,
    "sie5": read_objects,
    "sie5-stream": stream_vouchers,
    "pysie": read_by_pysie,
}
_CLOCK: Final[list[float]] = []
"""Seconds of a way that keeps its own time."""


def main() -> None:
    """Measure and print."""
    way, file = WAYS[sys.argv[1]], Path(sys.argv[2])
    started = time.perf_counter()
    vouchers = way(file)
    seconds = _CLOCK[0] if _CLOCK else time.perf_counter() - started
    print(json.dumps({"seconds": seconds, "bytes": peak_memory(), "vouchers": vouchers}))  # noqa: T201


def _taxes() -> object:
    """Return the table of tax codes that the library wants beside the ledger; ours has one."""
    import pandas as pd  # noqa: PLC0415 - as above

    return pd.DataFrame({"SRU": [7000], "Ink2": ["1"]})


if __name__ == "__main__":
    main()
