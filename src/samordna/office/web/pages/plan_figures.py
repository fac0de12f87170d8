"""Where does a figure of a table of agreements or contributions lead, and how was one found that leads nowhere?"""

from collections.abc import Iterable
from typing import Final

from django.urls import reverse

from samordna.domain.document import (
    Column,
    ComputedOrigin,
    EnteredOrigin,
    LedgerOrigin,
    Number,
    Origin,
    Part,
    Row,
    Table,
)
from samordna.domain.plan.agreements.tables import KEY as AGREEMENT_KEY
from samordna.domain.plan.agreements.tables import PLAN_KEY, SUM_KEY
from samordna.domain.plan.contributions.payers import CONTRIBUTIONS_KEY
from samordna.domain.plan.contributions.tables import KEY as REQUISITION_KEY
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.unit import Unit
from samordna.look.parts import Cell, Heading, Things
from samordna.office.web.books.object_address import key_address, object_address
from samordna.office.web.elsewhere import is_there
from samordna.office.web.forms.wanted import Wanted, address_period
from samordna.renderers.html import origin_text, table_html
from samordna.renderers.html.markup import Markup

FINANCING_KEY: Final = "financing:"


def plan_table(table: Table, year: Period) -> Markup:
    """Return a table of a fiscal year with each figure leading to what it is, or to how it was found further down."""

    def address(row: Row, column: Column) -> str | None:
        cell = row.cells[table.columns.index(column)]
        if not isinstance(cell, Number):
            return None
        return figure_address(cell.origin, year) or f"#{_anchor(table, row, column)}"

    return table_html(table, title_shown=False, address=address)


def figure_address(origin: Origin, year: Period) -> str | None:
    """Return where a figure is explained by itself; None for one that is found from others."""
    match origin:
        case EnteredOrigin():
            return _entered(origin, year)
        case LedgerOrigin(objects=((dimension, code), *_)):
            return object_address(dimension, code, Wanted(period=origin.period))
        case LedgerOrigin(accounts=(account,)):
            return f"{reverse('account', args=[account])}?period={address_period(origin.period)}"
        case _:
            return None


def _entered(origin: EnteredOrigin, year: Period) -> str | None:
    key = origin.key
    for begins, name in _NUMBERED.items():
        if key.startswith(begins):
            return reverse(name, args=[int(key.removeprefix(begins))])
    return _of_year(key, year.last // 100)


_NUMBERED: Final = {AGREEMENT_KEY: "agreement", REQUISITION_KEY: "requisition"}
"""What has a page by its number, and the name of that page's address."""


def _of_year(key: str, ends: int) -> str | None:
    if key.startswith(SUM_KEY):
        return f"{reverse('agreements')}?ar={ends}#summor"
    if key.startswith(FINANCING_KEY):
        address = f"/finansiering/{ends}/"
        return address if is_there(address) else None
    if key == CONTRIBUTIONS_KEY:
        return f"{reverse('contributions_year', args=[ends])}#parter"
    if key.startswith(PLAN_KEY):
        return key_address(reverse("budget_row", args=[ends, "a"]), key.removeprefix(PLAN_KEY))
    return None


def explained(tables: Iterable[Table | None], year: Period) -> Things | None:
    """Return how each figure was found that is not explained by itself, with what it is made of."""
    rows, ids = [], []
    for table in tables:
        for row in table.rows if table else ():
            for column, cell in zip(table.columns if table else (), row.cells, strict=False):
                if table and isinstance(cell, Number) and figure_address(cell.origin, year) is None:
                    rows.append(
                        (
                            Cell(row.label, note=column.label),
                            Cell(f"{cell.text} {cell.unit.suffix}".strip()),
                            Cell(origin_text(cell.origin), note=_parts(cell)),
                        )
                    )
                    ids.append(_anchor(table, row, column))
    headings = (
        Heading(swedish("Rad")),
        Heading(swedish("Belopp"), numbers=True),
        Heading(swedish("Så är det uträknat"), sentences=True),
    )
    return Things(swedish("Så är siffrorna uträknade"), headings, tuple(rows), tuple(ids)) if rows else None


def _parts(cell: Number) -> str:
    parts = cell.origin.parts if isinstance(cell.origin, ComputedOrigin) else ()
    return ", ".join(f"{part.label} {_amount(part, cell.unit)}" for part in parts if part.label)


def _amount(part: Part, unit: Unit) -> str:
    return swedish_number(unit.shown(part.exact), unit.decimals)


def _anchor(table: Table, row: Row, column: Column) -> str:
    """Return the id of a figure's explanation: letters and figures alone, whatever the row is called."""
    place = next(number for number, one in enumerate(table.rows) if one is row)
    return f"{table.id}-{place}-{column.id}"
