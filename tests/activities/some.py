"""Which activities do tests speak of?"""

import datetime as dt

from samordna.domain.activities.activity import Activity, Performer
from samordna.domain.activities.agreed import AgreedNumber, Counted
from samordna.domain.activities.classification import Direction, FollowUpMethod
from samordna.domain.values.period import Period

YEAR, NEXT = Period(202401, 202412), Period(202501, 202512)
NORTH, SOUTH = Performer("Enhet Norr", "1490", "1490", rows=("3001",)), Performer("Enhet Söder", "1463")
STEP = Activity(
    "steget",
    "Steget",
    Direction.INDIVIDUAL,
    "preparatory",
    202301,
    "Plan 2023",
    parties=("fk", "municipal"),
    target_group="Behov av stöd",
    youngest=16,
    oldest=64,
    shortest=6,
    longest=24,
    methods=("ACT",),
    performers=(NORTH, SOUTH),
    rows=("3005",),
)
DAYS = Activity(
    "dagar",
    "Dagar",
    Direction.STRUCTURAL,
    "education",
    202301,
    "Plan 2023",
    last=202412,
    parties=("af", "region"),
    follow_up=FollowUpMethod.HEADS,
)
REGISTERED = dt.date(2023, 2, 1)


def agreed(number: int = 30, unit: str = "enhet-norr", counts: Counted = Counted.STARTS, year: Period = YEAR):
    """Return what is agreed for a performer of the step."""
    return AgreedNumber("steget", unit, year, counts, number, "Avtal 3")


def codes(problems) -> list[str]:
    """Return the codes of problems without what they all begin with."""
    return [problem.code.removeprefix("activity-") for problem in problems]
