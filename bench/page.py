"""How is what was measured told, as ratios first?"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bench.results import CrowdCost, ImportCost, Results, ScreenCost

_MEGABYTE: Final = 1_000_000
_INTRODUCTION: Final = (
    "# What it costs",
    "",
    "Made by `make bench`: everything in one run, everything measured in a process of its own, what is compared",
    "taking turns. Read the ratios: on a shared machine the single figures vary by a third from run to run.",
)


def page(results: Results) -> str:
    """Return the page, Markdown."""
    parts = (
        _machine(results), _statements(results), _follow_up(results), _readings(results), _imports(results),
        _import_parts(results), _report(results),
        _publishing(results), _screens(results), _crowd(results),
    )  # fmt: skip
    return "\n".join((*_INTRODUCTION, *(line for part in parts for line in ("", *part)), ""))


def _machine(results: Results) -> Iterator[str]:
    yield from _table(tuple(results.machine), [tuple(results.machine.values())])
    for what in results.left_out:
        yield from ("", f"Left out: {what}")


def _statements(results: Results) -> Iterator[str]:
    few, many = _count(results.sizes.few_postings), _count(results.sizes.many_postings)
    yield f"## The full set of statements, from {few} and from {many} postings"
    yield ""
    yield "From database query to laid-out document, all kinds, in the plain layout. Aim: the same cost (ratio near 1),"
    yield "under 50 ms."
    yield ""
    yield from _table(
        ("Engine", "Ratio", f"{few} postings", f"{many} postings"),
        [(cost.engine, f"×{cost.ratio:.2f}", _ms(cost.few), _ms(cost.many)) for cost in results.statements],
    )
    yield ""
    yield f"Beside them Sjuhärad's two real years, in its own layout, on SQLite: {_ms(results.report.statements)}."


def _follow_up(results: Results) -> Iterator[str]:
    few, many = _count(results.sizes.few_postings), _count(results.sizes.many_postings)
    yield f"## The follow-up table, from {few} and from {many} postings"
    yield ""
    yield "By the register of cost centres, twelve months, every column there is: outcome, not booked, budget of the"
    yield "period and of the year, variance, remaining, forecast with its proposals. A forecast is entered before each"
    yield "time, so that nothing of the plan or the table is kept from the last. Aim: under 100 ms."
    yield ""
    yield from _table(
        ("Engine", "Ratio", f"{few} postings", f"{many} postings", "Rows", "Columns"),
        [
            (cost.engine, f"×{cost.ratio:.2f}", _ms(cost.few), _ms(cost.many), str(cost.rows), str(cost.columns))
            for cost in results.follow_up
        ],
    )


_WAYS: Final = {
    "yardstick": ("Yardstick: read the bytes, split the lines, count `#TRANS`", ""),
    "objects": ("SIE 4 to objects, checksum and all", "10, at most 15"),
    "columns": ("SIE 4 to columns, the checksum apart", "6, at most 8"),
    "checksum": ("The checksum alone", "at most 3"),
    "sie5": ("SIE 5 to objects", ""),
    "sie5-stream": ("SIE 5 as a stream of vouchers", ""),
    "pysie": ("The registry's `pysie-accounting`", ""),
}
"""What each way is called, and how many yardsticks it may take."""


def _readings(results: Results) -> Iterator[str]:
    yield f"## Reading a SIE file of {_count(results.sizes.vouchers)} vouchers"
    yield ""
    yield f"The same ledger in each form, signed with `#KSUMMA`; medians of {results.sizes.readings}, in turns. Aim for"
    yield "memory: at most 600 MB, and 60 MB for the stream. The last column is how many of the vouchers are kept."
    yield ""
    [one] = (cost.seconds for cost in results.readings if cost.way == "yardstick")
    yield from _table(
        ("Way", "Time", "Aim", "Seconds", "MB", "Vouchers"),
        [
            (
                _WAYS[cost.way][0],
                f"×{cost.seconds / one:.1f}",
                _WAYS[cost.way][1] or "–",
                f"{cost.seconds:.2f}",
                _megabytes(cost.memory),
                _count(cost.vouchers) if cost.vouchers else "–",
            )
            for cost in results.readings
        ],
    )


def _imports(results: Results) -> Iterator[str]:
    rows, one = results.imports[0].postings, results.yardstick
    yield f"## Import of {_count(results.sizes.vouchers)} vouchers, {_count(rows)} rows"
    yield ""
    yield "Read, checked, masked, summed and written in one transaction. The yardstick reads the bytes of the same"
    yield "file, splits them into lines and counts. Memory is the most the process held. Aim: under 20 s and 600 MB."
    yield ""
    yield from _table(
        ("What", "Time", "Memory", "Seconds", "Rows per second", "MB"),
        [
            ("Yardstick", "×1", "×1", f"{one.seconds:.2f}", _count(rows / one.seconds), _megabytes(one.memory)),
            *(_import_row(results, cost) for cost in results.imports),
        ],
    )


def _import_row(results: Results, cost: ImportCost) -> tuple[str, ...]:
    one = results.yardstick
    return (
        cost.engine,
        f"×{cost.seconds / one.seconds:.0f}",
        f"×{cost.memory / one.memory:.1f}",
        f"{cost.seconds:.1f}",
        _count(cost.rows_a_second),
        _megabytes(cost.memory),
    )


def _import_parts(results: Results) -> Iterator[str]:
    yield "Where the time goes, as times the yardstick (and seconds):"
    yield ""
    one, names = results.yardstick.seconds, tuple(results.imports[0].parts)
    rows = [(c.engine, *(f"×{c.parts[n] / one:.1f} ({c.parts[n]:.1f})" for n in names)) for c in results.imports]
    yield from _table(("Engine", *(name.capitalize() for name in names)), rows)


def _report(results: Results) -> Iterator[str]:
    cost = results.report
    pdf = cost.warm["PDF"]
    yield "## Sjuhärad's interim report"
    yield ""
    yield "Warm: a report of a period that the process has not written before, in a process that has written others."
    yield "The charts are drawn for our PDF, which is written first; the others use them again."
    yield "WeasyPrint makes PDF/UA-1 of the very HTML; ours is PDF/UA-1 and PDF/A-2a. Cold: the command from start to"
    yield "end, a new process that reads the database and writes the file. Aim: PDF warm under 1 s."
    yield ""
    ways = {"PDF, warm": pdf, "PDF by WeasyPrint, warm": cost.warm["WeasyPrint"], "PDF, cold": cost.cold}
    others = {name: cost.warm[name] for name in ("HTML", "DOCX", "XLSX")}
    rows = [(name, f"×{time / pdf:.{1 if time >= pdf else 2}f}", _ms(time)) for name, time in (ways | others).items()]
    yield from _table(("What", "Ratio", "Time"), rows)


def _publishing(results: Results) -> Iterator[str]:
    cost = results.publishing
    yield f"## All tables of a year's counts: {cost.units} units, {cost.measures} measures"
    yield ""
    yield f"By unit and gender: {cost.tables} tables, {_count(cost.cells)} counts, a report a month from each unit. For"
    yield "anybody, small counts are protected, also against those who take half of the year, which they have read"
    yield "before, from all of it. Aim: under 2 s."
    yield ""
    ways = {
        "For inside": cost.inside,
        "For anybody, who has read half of the year before": cost.public,
    }
    yield from _table(
        ("What", "Ratio", "Time"), [(name, f"×{time / cost.inside:.1f}", _ms(time)) for name, time in ways.items()]
    )
    yield ""
    yield "The screens of counts, with Insjöriket's of the demo, as the economist. Aim: under 150 ms."
    yield ""
    yield from _table(
        ("Screen", "Median", "Slowest", "First"),
        [
            (name, _ms(median), _ms(slowest), _ms(first))
            for name, (first, median, slowest) in results.count_screens.items()
        ],
    )


def _screens(results: Results) -> Iterator[str]:
    sizes = results.sizes
    few, many = _count(sizes.few_postings), _count(sizes.many_postings)
    yield f"## Every screen of the site, with {many} postings"
    yield ""
    yield f"Inside the server, from request to answer, as the economist. The ratio is to the same screen with {few}"
    yield "postings. First: the first answer of a process. Aim: under 150 ms on both engines, search included."
    yield ""
    engines = tuple(results.screens)
    heads = ("Screen", *(f"{engine}{what}" for engine in engines for what in ("", ", median", ", slowest", ", first")))
    names = results.screens[engines[0]]
    yield from _table(
        heads,
        [(name, *(part for engine in engines for part in _screen(results.screens[engine][name]))) for name in names],
    )


def _screen(cost: ScreenCost) -> tuple[str, ...]:
    return f"×{cost.many / cost.few:.1f}", _ms(cost.many), _ms(cost.slowest), _ms(cost.first)


def _crowd(results: Results) -> Iterator[str]:
    sizes = results.sizes
    yield f"## {sizes.people} people at once"
    yield ""
    yield f"For {sizes.seconds} seconds, with {_count(sizes.many_postings)} postings: each reads a screen, thinks"
    yield "for two seconds, and one time in ten hands in a ledger and leaves it, or puts a paper to a voucher. The"
    yield "people share the processors with the server. Aim: 19 answers of 20 under 300 ms, none a fault."
    yield ""
    heads = ("Engine", "Answers per second", "Read, median", "Read, p95", "Write, median", "Write, p95", "Faults")
    yield from _table(heads, [_crowd_row(cost) for cost in results.crowd])


def _crowd_row(cost: CrowdCost) -> tuple[str, ...]:
    kinds = (part for met in (cost.read, cost.write) for part in (_ms(met.median), _ms(met.p95)))
    return (cost.engine, f"{cost.a_second:.1f}", *kinds, str(len(cost.failed)))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table: the first column is words, the others figures."""
    yield f"| {' | '.join(heads)} |"
    yield f"|---|{'--:|' * (len(heads) - 1)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _count(number: float) -> str:
    return f"{number:,.0f}".replace(",", " ")


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:.1f} ms" if milliseconds < 100 else f"{milliseconds:.0f} ms"


def _megabytes(memory: int) -> str:
    return f"{memory / _MEGABYTE:.0f}"
