"""Years of an association small enough to reckon by hand, financed in ways that are told in kronor."""

import datetime as dt

from tests.association.members import YEAR

from samordna.domain.document import Blank, Number, Table
from samordna.domain.plan.financing.allotment import Allotment, AllotmentEntry, AllotmentState
from samordna.domain.plan.financing.shares import Shares
from samordna.domain.plan.financing.year import YearFinancing

DECIDED, REQUESTED, PRELIMINARY = AllotmentState.DECIDED, AllotmentState.REQUESTED, AllotmentState.PRELIMINARY
DAY = dt.date(2023, 11, 15)


def entry(state: AllotmentState, kronor: int, day: dt.date = DAY) -> AllotmentEntry:
    return AllotmentEntry(state, kronor * 100, day, f"{state.in_words} {day.isoformat()}")


def allotment(group: str, *history: AllotmentEntry, year=YEAR) -> Allotment:
    return Allotment(group, year, history)


def framed(kronor: int) -> YearFinancing:
    return YearFinancing(YEAR, whole=kronor * 100)


def kronor(shares: Shares) -> dict[str, list[int]]:
    """Return what each group pays, and each of its members."""
    return {
        one.group.id: [one.amount // 100, *(member.amount // 100 for member in one.members)] for one in shares.groups
    }


def shown(table: Table) -> list[str]:
    """Return each row as its label and what stands in its cells."""
    return [
        f"{row.label}: "
        + " | ".join(
            cell.text if isinstance(cell, Number) else "" if isinstance(cell, Blank) else cell.reason
            for cell in row.cells
        )
        for row in table.rows
    ]
