"""Which measures are a count: of whom, and by which table?"""

from typing import Final

from samordna.domain.measures.measure import Form, Measure, Tally
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish

_REFERRED: Final = swedish("Alla remisser till de enheter som redovisar.")
_TAKING_PART: Final = swedish("Alla deltaganden i de enheter som redovisar. En person kan ha flera.")
_PERSONS: Final = swedish("Personer i en enhet.")
_HEADS: Final = swedish("Alla som var med; samma person kan räknas flera gånger.")
_ASKED_OF_VIOLENCE: Final = swedish("Deltaganden där frågorna om våld ställdes.")

_POPULATIONS: Final = {
    "referrals": _REFERRED,
    "carried_over": _REFERRED,
    "waiting": _REFERRED,
    "not_started": _REFERRED,
    "starts": _TAKING_PART,
    "ongoing_at_start": _TAKING_PART,
    "ongoing": _TAKING_PART,
    "exits": _TAKING_PART,
    "participants": _TAKING_PART,
    "unique": _PERSONS,
    "anonymous": _PERSONS,
    "head_count": _HEADS,
    "measured_once": _TAKING_PART,
    "measured_twice": _TAKING_PART,
    "violence_asked": _TAKING_PART,
    "violence_disclosed": _ASKED_OF_VIOLENCE,
}


def _count(table: str) -> Measure:
    """Return the measure that a count table is, by the same key."""
    told = TABLES[table]
    return Measure(table, told.name, told.definition, _POPULATIONS[table], Form.COUNT, Tally(table))


COUNTS: Final = tuple(_count(table) for table in _POPULATIONS)
"""In the order in which they are read: those who come, those who begin, those who leave."""
