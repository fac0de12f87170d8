"""Which figures does the table of participants of an older annual report have, said as the tables of today?

Sjuhärad's form of 2014: for each activity what was budgeted, all, unique, new, ended, new anonymous, and head counts as
budgeted and as they were. A column is a table of counts, or what was agreed for one; nothing is worked out here.
"""

from dataclasses import dataclass
from typing import Final

from samordna.domain.participation import tables as t
from samordna.domain.values.language import swedish


@dataclass(frozen=True, slots=True)
class ParticipantColumn:
    """A column of the form: its heading, the table that it counts, and whether it is what was agreed for that table."""

    heading: str
    table: str
    agreed: bool = False


PARTICIPANT_COLUMNS: Final = (
    ParticipantColumn(swedish("Budgeterat antal"), t.PARTICIPANTS.key, agreed=True),
    ParticipantColumn(swedish("Totalt"), t.PARTICIPANTS.key),
    ParticipantColumn(swedish("Unika"), t.UNIQUE.key),
    ParticipantColumn(swedish("Nya"), t.STARTS.key),
    ParticipantColumn(swedish("Avslutade"), t.EXITS.key),
    ParticipantColumn(swedish("Nya anonyma"), t.ANONYMOUS.key),
    ParticipantColumn(swedish("Budgeterad volym"), t.HEAD_COUNT.key, agreed=True),
    ParticipantColumn(swedish("Volym"), t.HEAD_COUNT.key),
)
"""In the order of the form. Over several units ``Unika`` is an interval: the same person may be in two."""
