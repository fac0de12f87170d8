"""What does it cost to take a ledger: read, check, mask, sum and write it in one transaction?

Run as ``python -m bench.taking FILE FOLDER``; the engine is that of ``DATABASE_URL``. The parts are those of
the deed itself, each wrapped in a clock from outside; what none of them is, is writing and committing.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from bench.apart import peak_memory
from samordna.office.actions import TERMINAL, LedgerFile, create_association, take_ledgers
from samordna.office.actions.books import reading, taking

_PARTS: Final = {
    (reading, "read_any"): "read",
    (reading, "books_of"): "use",
    (reading, "check_books"): "check",
    (reading, "masked"): "mask",
    (taking, "sum_postings"): "sum",
}


def main() -> None:
    """Make an association, take the file, measure and print."""
    file, folder = (Path(argument) for argument in sys.argv[1:])
    create_association(folder, name="Samordningsförbundet Exempel", layout="lkbr", by=TERMINAL)
    clocks = dict.fromkeys(_PARTS.values(), 0.0)
    for (module, function), part in _PARTS.items():
        setattr(module, function, _timed(getattr(module, function), part, clocks))
    started = time.perf_counter()
    receipt = take_ledgers([LedgerFile(file.name, file.read_bytes())], by=TERMINAL)
    seconds = time.perf_counter() - started
    parts = {**clocks, "write": seconds - sum(clocks.values())}
    postings = receipt.taken[0].postings
    print(json.dumps({"seconds": seconds, "parts": parts, "postings": postings, "bytes": peak_memory()}))  # noqa: T201


def _timed(function: Callable[..., Any], part: str, clocks: dict[str, float]) -> Callable[..., Any]:
    """Return the function with a clock around it that adds to ``clocks``."""

    def timed(*arguments: Any, **named: Any) -> Any:
        started = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            clocks[part] += time.perf_counter() - started

    return timed


if __name__ == "__main__":
    main()
