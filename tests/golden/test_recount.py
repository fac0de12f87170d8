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
    "against-key", "contributions", "financing", "outlook", "outlook-table", "plan",
}  # fmt: skip
"""The tables of what was planned, and what is asked of it by name: shared out or decided, and in no ledger."""
SIGNED = {"balance-requirement", "contributions-booked", "equity-path", "equity-path-levels", "restoration"}
LIMITS = {"ceiling", "floor"}
"""What equity should be: decided, or a part of the contributions."""
JUDGED = {"goals-judged", "goal-inflode-units"}
"""The tables of goals: only what has come of them is booked, not what was decided or where it leads."""
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


def is_planned(place: str) -> bool:
    """Tell whether a figure was planned or decided, or follows from that."""
    table, column = place.partition(".")[0], place.rpartition(".")[2]
    judged = table in JUDGED and column != "value"
    return judged or table in PLANNED or column in LIMITS or column.startswith("agreed_")


def is_counted(origin: dict[str, Any]) -> bool:
    """Tell whether a figure counts people: no voucher says it, and ``test_counts_recount`` counts it."""
    return "population" in origin or any(is_counted(part["origin"]) for part in origin.get("parts", ()))


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
        if is_planned(figure.place) or is_counted(figure.origin):
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


@pytest.mark.parametrize("association", ASSOCIATIONS)
def test_the_path_of_equity_begins_with_what_the_vouchers_say_and_nothing_else(association):
    """Without any origin: what the accounts of equity held, and all that was booked on accounts of results."""
    first = years_of(association)[0]
    opening = -sum(ore for account, ore in first.opening.items() if account.startswith("20"))
    result = -sum(ore for _, account, _, ore in first.rows if account[0] in "345678")
    document = json.loads((DOCUMENTS / association / "annual/document.json").read_text("utf-8"))
    printed = {figure.place: figure.decimal for figure in figures(document)}
    assert printed["equity-path.2023.result"] == shown_with_sign(result, "tkr")
    assert printed["equity-path.2023.equity"] == shown_with_sign(opening + result, "tkr")
    assert printed["balance-requirement.result.amount"] == shown_with_sign(result, "kr")


@pytest.mark.parametrize("association", ASSOCIATIONS)
def test_signs_of_what_a_figure_is_made_of_are_its_own(association):
    """In the tables of equity and the balance requirement what is put together gives the figure, sign and all."""
    document = json.loads((DOCUMENTS / association / "document.json").read_text("utf-8"))
    told = [one for one in figures(document) if one.place.partition(".")[0] in SIGNED and one.origin.get("parts")]
    assert len(told) > 15
    for figure in told:
        assert figure.decimal == shown_with_sign(made_of(figure.origin), figure.unit), figure.place
        assert list(unlike(figure.origin)) == [], figure.place


def unlike(origin: dict[str, Any]) -> Iterator[str]:
    """Yield the parts, at any depth, that are not what they say that they are made of."""
    for part in origin["parts"]:
        if part["origin"].get("parts"):
            if made_of(part["origin"]) != Fraction(part["exact"]):
                yield part["label"]
            yield from unlike(part["origin"])


def made_of(origin: dict[str, Any]) -> Fraction:
    exact = [Fraction(part["exact"]) for part in origin["parts"]]
    match origin["how"]:
        case "difference":
            return exact[0] - exact[1]
        case "quotient":
            return exact[0] / exact[1]
        case "turned":
            return -exact[0]
        case _:
            return sum(exact, Fraction(0))


def shown_with_sign(exact: int | Fraction, unit: str) -> str:
    size = as_shown(Fraction(exact), unit)
    return str(-size if exact < 0 else size)


def test_a_figure_that_was_changed_is_found():
    """The recount is worth something: one öre more in the ledger, and it tells."""
    years = years_of("sjuharad")
    place, row = next((i, row) for i, row in enumerate(years[1].rows) if row[1] == "5540")
    years[1].rows[place] = (*row[:3], row[3] + 1)
    document = json.loads((DOCUMENTS / "sjuharad" / "document.json").read_text("utf-8"))
    booked = [one for one in figures(document) if not is_planned(one.place) and not is_counted(one.origin)]
    told = [(one, recount(one.origin, years)) for one in booked]
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
