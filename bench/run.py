"""In which order is everything measured?"""

import statistics
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias, TypeVar

from tests.large_ledger import large_ledger

from bench.apart import measured, seconds_of_command
from bench.engines import engines, forget, machine
from bench.readings import measure as readings_of
from bench.results import (
    CrowdCost,
    FollowUpCost,
    ImportCost,
    Met,
    PublishingCost,
    ReportCost,
    Results,
    ScreenCost,
    StatementsCost,
    Yardstick,
)
from bench.sizes import COST_CENTRES, ROWS_A_VOUCHER, Sizes

Servers: TypeAlias = Mapping[str, str | None]
Folders: TypeAlias = Mapping[str, Path]
Told: TypeAlias = Callable[[str], None]
Cost = TypeVar("Cost", ImportCost, Yardstick)


def run(sizes: Sizes, told: Told) -> Results:
    """Measure everything once through and return what came out; ``told`` hears what is being done."""
    with engines() as (servers, left_out), tempfile.TemporaryDirectory(prefix="samordna-bench-") as made:
        scratch, server = Path(made), servers.get("PostgreSQL")
        try:
            report = _report(scratch, sizes, told)
            publishing = _publishing(sizes, told)
            count_screens = _count_screens(scratch, sizes, told)
            readings = readings_of(scratch, sizes, told)
            yardstick, imports = _imports(scratch, servers, sizes, told)
            few, many = _associations(scratch, servers, sizes, told)
            statements = _statements(few, many, servers, sizes, told)
            follow_up = _follow_up(few, many, servers, sizes, told)
            screens = _screens(few, many, servers, sizes, told)
            crowd = tuple(_crowd(many[engine], engine, server, sizes, told) for engine, server in servers.items())
        finally:
            if server:
                forget(scratch, server)
        return Results(
            sizes=sizes,
            machine=machine(server),
            statements=statements,
            follow_up=follow_up,
            yardstick=yardstick,
            imports=imports,
            readings=readings,
            report=report,
            publishing=publishing,
            count_screens=count_screens,
            screens=screens,
            crowd=crowd,
            left_out=left_out,
        )


def _report(scratch: Path, sizes: Sizes, told: Told) -> ReportCost:
    """Measure Sjuhärad's interim report and statements: two real years of the demo."""
    told("The interim report, in every format")
    demo, target = scratch / "demo", scratch / "report.pdf"
    seconds_of_command("demo", "--data", demo, "--no-serve")
    command = ("report", "interim", "--data", demo / "sjuharad", "--period", "2024-01..2024-08", "--format", "pdf")
    cold = statistics.median(seconds_of_command(*command, "-o", target) for _ in range(sizes.reports)) * 1000
    statements = measured("bench.laying_out", sizes.layings_out, demo / "sjuharad")["milliseconds"][0]
    return ReportCost(cold, measured("bench.writing", demo / "sjuharad", sizes.reports), statements)


def _publishing(sizes: Sizes, told: Told) -> PublishingCost:
    told("All tables of a year's counts")
    return PublishingCost(**measured("bench.publishing", sizes.publications))


def _count_screens(scratch: Path, sizes: Sizes, told: Told) -> Mapping[str, tuple[float, float, float]]:
    """Measure the screens of counts with those of the demo."""
    told("Screens of counts")
    found = measured("bench.screens", sizes.screens, scratch / "demo" / "insjoriket", "counts")
    return {name: (first, median, slowest) for name, (first, median, slowest) in found.items()}


def _imports(scratch: Path, servers: Servers, sizes: Sizes, told: Told) -> tuple[Yardstick, tuple[ImportCost, ...]]:
    """Measure the import on each engine in turn, with the yardstick before each."""
    ledger = _ledger(scratch / "import.se", sizes.vouchers, told)
    yardsticks: list[Yardstick] = []
    taken: dict[str, list[ImportCost]] = {engine: [] for engine in servers}
    for turn in range(sizes.imports):
        for engine, server in servers.items():
            told(f"Import on {engine}, {turn + 1} of {sizes.imports}")
            found = measured("bench.yardstick", ledger)
            yardsticks.append(Yardstick(found["seconds"], found["bytes"]))
            taken[engine].append(_take(ledger, scratch / f"import-{engine}-{turn}", engine, server))
    return _middle(yardsticks), tuple(_middle(costs) for costs in taken.values())


def _associations(scratch: Path, servers: Servers, sizes: Sizes, told: Told) -> tuple[Folders, Folders]:
    """Make an association with few and one with many postings on each engine."""
    made: list[Folders] = []
    for postings in (sizes.few_postings, sizes.many_postings):
        ledger = _ledger(scratch / f"{postings}.se", postings // ROWS_A_VOUCHER, told, cost_centres=COST_CENTRES)
        made.append({engine: scratch / f"association-{engine}-{postings}" for engine in servers})
        for engine, server in servers.items():
            told(f"An association with {postings} postings on {engine}")
            _take(ledger, made[-1][engine], engine, server)
    return made[0], made[1]


def _statements(few: Folders, many: Folders, servers: Servers, sizes: Sizes, told: Told) -> tuple[StatementsCost, ...]:
    """Measure the statements of all engines and sizes in turns."""
    told("Statements")
    folders = [*few.values(), *many.values()]
    found = measured("bench.laying_out", sizes.layings_out, *folders, server=servers.get("PostgreSQL"))["milliseconds"]
    return tuple(StatementsCost(*costs) for costs in zip(servers, found[: len(few)], found[len(few) :], strict=True))


def _follow_up(few: Folders, many: Folders, servers: Servers, sizes: Sizes, told: Told) -> tuple[FollowUpCost, ...]:
    """Measure the follow-up table on each engine, after something in the plan has changed each time."""
    costs = []
    for engine, server in servers.items():
        told(f"The follow-up table on {engine}")
        small, large = (
            measured("bench.following", sizes.layings_out // 3, folder[engine], server=server) for folder in (few, many)
        )
        costs.append(
            FollowUpCost(engine, large["rows"], large["columns"], small["milliseconds"], large["milliseconds"])
        )
    return tuple(costs)


def _screens(
    few: Folders, many: Folders, servers: Servers, sizes: Sizes, told: Told
) -> Mapping[str, Mapping[str, ScreenCost]]:
    """Measure every screen on each engine, from few postings and from many."""
    costs = {}
    for engine, server in servers.items():
        told(f"Screens on {engine}")
        small, large = (
            measured("bench.screens", sizes.screens, folder[engine], server=server) for folder in (few, many)
        )
        costs[engine] = {
            name: ScreenCost(small[name][1], median, first, slowest) for name, (first, median, slowest) in large.items()
        }
    return costs


def _crowd(folder: Path, engine: str, server: str | None, sizes: Sizes, told: Told) -> CrowdCost:
    """Let many people use the site at once."""
    told(f"{sizes.people} people at once on {engine}")
    found = measured("bench.crowd", sizes.people, sizes.seconds, folder, server=server)
    return CrowdCost(engine, found["a_second"], Met(**found["read"]), Met(**found["write"]), tuple(found["failed"]))


def _ledger(path: Path, vouchers: int, told: Told, *, cost_centres: int | None = None) -> Path:
    told(f"A ledger of {vouchers} vouchers")
    path.write_bytes(large_ledger(vouchers, cost_centres=cost_centres) if cost_centres else large_ledger(vouchers))
    return path


def _take(ledger: Path, folder: Path, engine: str, server: str | None) -> ImportCost:
    found = measured("bench.taking", ledger, folder, server=server)
    return ImportCost(engine, found["seconds"], found["parts"], found["postings"], found["bytes"])


def _middle(costs: Sequence[Cost]) -> Cost:
    """Return the one whose seconds are in the middle: its other figures belong to it."""
    return sorted(costs, key=lambda cost: cost.seconds)[len(costs) // 2]
