"""What does the follow-up table cost, from database query to laid-out document, when something has just been changed?

Run as ``python -m bench.following TIMES FOLDER``. The association gets a register of all its cost centres, a budget
with months, agreed sums and contributions the first time. Before each time a forecast is entered, which is not counted.
"""

import json
import statistics
import sys
import time
from functools import partial
from pathlib import Path
from typing import Final

from samordna.domain.document import tables_of
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.budget import BudgetNumber, Decision, Revision
from samordna.domain.plan.profile import Profile, Shape
from samordna.domain.plan.register import COST_CENTRE, CostCentre, Group, Register
from samordna.domain.statements.choosing import columns_of, with_columns
from samordna.domain.statements.layout import Layout
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.office import actions, questions

_YEAR: Final = Period(202401, 202412)
_ASKED: Final = Asked.of(_YEAR)
_GROUPS: Final = 8
_STATEMENT: Final = "cost-centres"
_EVERY_TENTH: Final = 10


def main() -> None:
    """Measure and print the median milliseconds, and how large the table is."""
    times, folder = sys.argv[1:]
    actions.open_association(Path(folder))
    rows = _planned()
    clock = [_milliseconds(rows[turn % len(rows)], turn) for turn in range(int(times) + 1)]
    table = next(table for table in tables_of(_follow_up()) if table.id == _STATEMENT)
    told = {"milliseconds": statistics.median(clock[1:]), "rows": len(rows), "columns": len(table.columns)}
    print(json.dumps(told))  # noqa: T201


def _milliseconds(row: str, turn: int) -> float:
    new = (questions.plan_held().number + turn) * 100_00
    actions.enter_forecast(_YEAR, row, new, comment="Mätning", by=actions.TERMINAL)
    started = time.perf_counter()
    _follow_up()
    return (time.perf_counter() - started) * 1000


_follow_up = partial(questions.follow_up, _ASKED, layout=lambda year: _with_every_column(questions.layout_for(year)))


def _with_every_column(layout: Layout) -> Layout:
    return with_columns(layout, _STATEMENT, [column.id for column in columns_of(layout, _STATEMENT)])


def _planned() -> list[str]:
    """Plan for every cost centre of the ledger, unless that is done, and return the rows."""
    if questions.plan_held().number:
        return [row.key for row in questions.plan_held().plan.register.rows]
    objects = questions.balances(_YEAR).objects
    named = sorted((code, name) for (dimension, code), name in objects.items() if dimension == COST_CENTRE)
    groups = tuple(Group(f"grupp-{number}", f"Grupp {number}") for number in range(_GROUPS))
    rows = [CostCentre(code, name, groups[place % _GROUPS].id) for place, (code, name) in enumerate(named)]
    actions.set_register(Register(groups, tuple(rows)), by=actions.TERMINAL)
    shape = Profile(Shape.OWN, tuple(range(1, 13)))
    numbers = tuple(BudgetNumber(row.key, 250_000_00, shape) for row in rows)
    actions.revise_budget(_YEAR, Revision(Decision("Mätning", "Mätning"), numbers), by=actions.TERMINAL)
    for row in rows[::_EVERY_TENTH]:
        actions.agree_sum(AgreedSum(row.key, _YEAR, 900_000_000_00, source="Mätning"), by=actions.TERMINAL)
    actions.enter_contribution(Contribution("Staten", _YEAR, 10_000_000_00, "Mätning"), by=actions.TERMINAL)
    return [row.key for row in rows]


if __name__ == "__main__":
    main()
