"""What the counts say in two views: a count, one too small to be told, one withheld; and nothing."""

from samordna.domain.document import Block, Column, CountOrigin, Hidden, Number, Row, RowKind, Table
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERSONS

ORIGIN = CountOrigin("referrals", "Inkomna remisser.", "Alla remisser.", Period(202401, 202402))
FEW, WITHHELD = Hidden("<5", "Färre än 5.", ORIGIN), Hidden("–", "Visas inte.", ORIGIN)


def _row(key: str, women: int | Hidden, everybody: int | Hidden) -> Row:
    cells = (one if isinstance(one, Hidden) else Number(one, PERSONS, ORIGIN) for one in (women, everybody))
    return Row(key, key, RowKind.DETAIL, tuple(cells))


INFLOW = Table(
    "inflow-referrals",
    "Inkomna remisser",
    PERSONS,
    (Column("women", "Kvinnor"), Column("total", "Totalt")),
    (_row("Lerum", FEW, 11), _row("Härryda", WITHHELD, 9), _row("total", 8, 20)),
)
COUNTED: dict[str, tuple[Block, ...]] = {"inflow": (INFLOW,), "waiting": ()}
