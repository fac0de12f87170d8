"""How does a plan come out in each case: whichever money it rests on, with a granted project and without?"""

from collections.abc import Iterator, Sequence
from typing import Final

from samordna.domain.document import Column, ComputedOrigin, How, Number, Row, RowKind, Table
from samordna.domain.plan.activity_plan.planned import ActivityPlan
from samordna.domain.plan.activity_plan.tables import Resting, cases_of, cost_part, paid_part
from samordna.domain.plan.financing.tables import rests_on
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import THOUSANDS, Unit

_RESULT: Final = swedish("Bidragen minus kostnaderna: minus belastar eget kapital.")


def cases_table(plan: ActivityPlan, restings: Sequence[Resting], unit: Unit = THOUSANDS) -> Table:
    """Return contributions, costs and result of a plan in each case, one case a row."""
    columns = (
        Column("paid", swedish("Bidrag")),
        Column("cost", swedish("Kostnader")),
        Column("result", swedish("Resultat"), emphasis=True),
    )
    rows = tuple(row for resting in restings for row in _rows(plan, resting, unit))
    remarks = tuple(
        swedish("{name}: {told}.").format(name=_begun(one.name), told=rests_on(one.shares)) for one in restings
    )
    title = swedish("Planen {year} i olika lägen").format(year=plan.year.last // 100)
    return Table("cases", title, unit, columns, rows, stub=swedish("Läge"), remarks=remarks)


def _rows(plan: ActivityPlan, resting: Resting, unit: Unit) -> Iterator[Row]:
    cases = cases_of(plan)
    for granted, name, words in cases:
        paid, cost = paid_part(resting), cost_part(plan, granted=granted)
        origin = ComputedOrigin(_RESULT, (paid, cost), How.DIFFERENCE)
        cells = (
            Number(paid.exact, unit, paid.origin),
            Number(cost.exact, unit, cost.origin),
            Number(paid.exact - cost.exact, unit, origin),
        )
        label = f"{_begun(resting.name)}, {words}" if len(cases) > 1 else _begun(resting.name)
        yield Row(f"{resting.name}:{name}", label, RowKind.DETAIL, cells)


def _begun(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
