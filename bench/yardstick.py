"""What would it cost to do nothing with a file but read its bytes, split them into lines, and count?

The yardstick that an import is told in: a figure that depends on the machine less than seconds do.
Run as ``python -m bench.yardstick FILE``.
"""

import json
import sys
import time
from pathlib import Path

from bench.apart import peak_memory


def main() -> None:
    """Measure and print."""
    started = time.perf_counter()
    lines = len(Path(sys.argv[1]).read_bytes().split(b"\n"))
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": seconds, "lines": lines, "bytes": peak_memory()}))  # noqa: T201


if __name__ == "__main__":
    main()
