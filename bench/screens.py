"""How long does each screen take, from request to answer, inside the server?

Run as ``python -m bench.screens TIMES FOLDER [counts]``: every screen once as the first of its process, then in turns.
"""

import json
import random
import statistics
import sys
import time
from pathlib import Path

from django.test import Client
from django.urls import resolve

from bench.addresses import COUNT_SCREENS, addresses
from bench.visitor import visitor  # sets Django up
from samordna.renderers import charts, pdf


def main() -> None:
    """Measure and print the first, the median and the slowest milliseconds of each screen."""
    times, folder, *which = int(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]
    client = visitor(folder)
    charts.warm_up()
    pdf.warm_up()
    resolve("/")  # all of it as the server does before it answers anybody
    screens, first = dict[str, str](), dict[str, float]()
    found = COUNT_SCREENS.items() if which else addresses(lambda address: client.get(address).content.decode())
    for name, address in found:
        screens[name], first[name] = address, _milliseconds(client, address)
    clocks: dict[str, list[float]] = {name: [] for name in screens}
    chance = random.Random(1)  # noqa: S311 - an order, not a secret
    for _ in range(times):
        for name in chance.sample(list(screens), len(screens)):
            clocks[name].append(_milliseconds(client, screens[name]))
    told = {name: [first[name], statistics.median(clock), max(clock)] for name, clock in clocks.items()}
    print(json.dumps(told))  # noqa: T201


def _milliseconds(client: Client, address: str) -> float:
    started = time.perf_counter()
    answer = client.get(address)
    content = answer.content
    took = (time.perf_counter() - started) * 1000
    if answer.status_code != 200 or not content:
        raise RuntimeError(f"{address}: {answer.status_code}")
    return took


if __name__ == "__main__":
    main()
