"""How does a count that may be read stand in a cell: as it is, or as a sign with its reason?"""

from typing import Final

from samordna.domain.document import CountOrigin, Hidden, Number
from samordna.domain.measures.disclosure import Audience, CellKey, PeopleCell, published, rule_of
from samordna.domain.values.counted import Below, Published, RawCount, Shown, Withheld
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import PERSONS

_WITHHELD: Final = swedish("–")
_BELOW: Final = swedish("Färre än {threshold}: ett så litet antal kan peka ut någon, och skrivs därför inte ut.")
_NOT_TOLD: Final = swedish(
    "Talet skrivs inte ut, eftersom ett litet antal annars gick att räkna ut av det och talen bredvid."
)


def people_cell(sign: Published, origin: CountOrigin) -> Number | Hidden:
    """Return the cell of a count about people as it may be read."""
    match sign:
        case Shown(count):
            return Number(count, PERSONS, origin)
        case Below(threshold):
            return Hidden(f"<{threshold}", _BELOW.format(threshold=threshold), origin)
        case Withheld():
            return Hidden(_WITHHELD, _NOT_TOLD, origin)


def sign_inside(key: CellKey, count: RawCount) -> Published:
    """Return what those inside may read of a count."""
    return published((PeopleCell(key, count),), (), rule_of(Audience.INSIDE)).of(key)


def read_inside(key: CellKey, count: RawCount) -> int:
    """Return a count as those inside may read it. Raises ``TypeError`` when their rule hides it."""
    sign = sign_inside(key, count)
    if not isinstance(sign, Shown):
        raise TypeError(key.measure)
    return sign.count
