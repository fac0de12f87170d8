"""Every figure of a report can be counted again from the vouchers by somebody who only has its origin."""

import json
from collections.abc import Iterator
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.demo import ASSOCIATIONS
from tests.golden.recount import Vouchers, as_shown, recount

LEDGERS = Path(str(files("samordna.demo") / "ledgers"))
DOCUMENTS = Path(__file__).parent
PLANNED = {
    "against-key", "balance-requirement", "contributions", "contributions-booked", "equity-path", "equity-path-levels",
    "financing", "outlook", "outlook-table", "plan", "restoration",
}  # fmt: skip
"""The tables of what was planned, and what is asked of it by name: shared out or decided, and in no ledger."""
PLANNED_COLUMNS = {"budget", "budget_period", "deviation", "forecast", "previous_budget", "variance"}


class Printed(NamedTuple):
    """A figure as the report prints it, and what it says of itself."""

    place: str
    decimal: str
    unit: str
    origin: dict[str, Any]


def figures(part: Any, where: str = "") -> Iterator[Printed]:
    """Yield every figure of a document's JSON: in its tables, behind its charts and in its sentences."""
    if isinstance(part, list):
        for item in part:
            yield from figures(item, where)
    elif isinstance(part, dict):
        if "rows" in part:
            yield from in_table(part)
        elif part.get("decimal") is not None:
            yield Printed(part["reference"], part["decimal"], part["unit"], part["origin"])
        else:
            for name, item in part.items():
                yield from figures(item, name)


def in_table(table: dict[str, Any]) -> Iterator[Printed]:
    for row in table["rows"]:
        for column, origin in row.get("origins", {}).items():
            unit = row.get("units", {}).get(column) or row.get("unit") or table["unit"]
            yield Printed(f"{table['id']}.{row['id']}.{column}", row["values"][column], unit, origin)


def years_of(association: str) -> list[Vouchers]:
    return [Vouchers.of(LEDGERS / f"{association}-{year}.se") for year in ("2023", "2024-08")]


@pytest.mark.parametrize("report", ["document.json", "annual/document.json"])
@pytest.mark.parametrize("association", ASSOCIATIONS)
def test_every_figure_is_what_the_vouchers_say(association, report):
    years = years_of(association)
    document = json.loads((DOCUMENTS / association / report).read_text("utf-8"))
    wrong, counted, by_hand = [], 0, []
    for figure in figures(document):
        if figure.place.partition(".")[0] in PLANNED:
            continue
        exact = recount(figure.origin, years)
        if exact is None:
            by_hand.append(figure.place)
            continue
        counted += 1
        if abs(Fraction(figure.decimal)) != as_shown(exact, figure.unit):
            wrong.append((figure, exact))
    assert wrong == []
    assert counted > 140
    assert len([place for place in by_hand if place.rpartition(".")[2] not in PLANNED_COLUMNS]) < counted / 4


def test_a_figure_that_was_changed_is_found():
    """The recount is worth something: one öre more in the ledger, and it tells."""
    years = years_of("sjuharad")
    place, row = next((i, row) for i, row in enumerate(years[1].rows) if row[1] == "5540")
    years[1].rows[place] = (*row[:3], row[3] + 1)
    document = json.loads((DOCUMENTS / "sjuharad" / "document.json").read_text("utf-8"))
    told = [(figure, recount(figure.origin, years)) for figure in figures(document)]
    off = [f.place for f, exact in told if exact is not None and abs(Fraction(f.decimal)) != as_shown(exact, f.unit)]
    assert {"income.verksamhetsanknutna.actual", "note-income-1.5540.actual", "balance.sum_ek_skulder.closing"} <= set(
        off
    )
    assert "income.arvoden.actual" not in off


def test_every_number_of_a_table_says_where_it_comes_from():
    for file in sorted(DOCUMENTS.rglob("document.json")):
        document = json.loads(file.read_text("utf-8"))
        for table in tables(document):
            for row in table["rows"]:
                numbers = {column for column, value in row["values"].items() if value is not None}
                assert numbers == set(row.get("origins", {})), (table["id"], row["id"])


def tables(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, list):
        for item in part:
            yield from tables(item)
    elif isinstance(part, dict):
        if "rows" in part:
            yield part
        for item in part.values():
            yield from tables(item)
