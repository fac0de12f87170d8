"""What does the full set of statements cost, from database query to laid-out document?

Run as ``python -m bench.laying_out TIMES FOLDER…``. The folders take turns, in another order each time, so that
what else the machine is doing, and Python's own tidying up, meets all of them alike; opening a folder is not
counted, nor the first question after it.
"""

import json
import random
import statistics
import sys
import time
from pathlib import Path
from typing import Final

from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.office import actions, questions

_ASKED: Final = Asked.of(Period(202401, 202408))
_IN_A_TURN: Final = 3


def main() -> None:
    """Measure and print the median milliseconds of each folder."""
    times, *folders = sys.argv[1:]
    clocks: dict[str, list[float]] = {folder: [] for folder in folders}
    chance = random.Random(1)  # noqa: S311 - an order, not a secret
    for _ in range(int(times)):
        for folder in chance.sample(folders, len(folders)):
            actions.open_association(Path(folder))
            questions.statements(_ASKED)
            clocks[folder].extend(_milliseconds() for _ in range(_IN_A_TURN))
    print(json.dumps({"milliseconds": [statistics.median(clock) for clock in clocks.values()]}))  # noqa: T201


def _milliseconds() -> float:
    started = time.perf_counter()
    questions.statements(_ASKED)
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
