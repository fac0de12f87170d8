"""How much room has a performer, how many wait, and for how long, as it reports itself?"""

from dataclasses import dataclass

from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Month


@dataclass(frozen=True, slots=True)
class CapacityReported:
    """What a performer of an activity reports at the end of a month; None for what it does not report.

    ``places`` is how many can take part at the same time, ``waiting_weeks`` how long a person waits for a start.
    ``unit`` is the performer's id. ``source`` is who told, as a role or a paper.
    """

    activity: str
    unit: str
    month: Month
    places: int | None
    queue: RawCount | None
    waiting_weeks: int | None
    source: str
