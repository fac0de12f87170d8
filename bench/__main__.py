"""Which size was asked for, and where does the page go? ``python -m bench [--quick] [-o FILE]``."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.apart import ROOT
from bench.page import page
from bench.run import run
from bench.sizes import FULL, QUICK


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print the page, and write it where it belongs."""
    asked = _options().parse_args(arguments)
    written = page(run(QUICK if asked.quick else FULL, _tell))
    print(written)  # noqa: T201
    asked.output.write_text(written, encoding="utf-8")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures what is promised.")
    parser.add_argument("--quick", action="store_true", help="small sizes: does it run, and does nothing grow?")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "docs" / "bench.md", metavar="FILE")
    return parser


def _tell(what: str) -> None:
    print(f"{what} …", file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
