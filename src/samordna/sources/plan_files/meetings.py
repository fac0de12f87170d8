"""What does a file tell of follow-up meetings with performers: what was agreed, who does it by when, is it done?"""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import Final

from samordna.domain.activities.meeting import AgreedAction, Responsible
from samordna.domain.activities.naming import id_of
from samordna.domain.values.problem import Problem
from samordna.sources.plan_files.cells import day_of, lines_of, one_of

MEETING_HEADINGS: Final = ("Enhet", "Mötesdag", "Bestämt", "Vem", "Klart senast", "Klart")
_WHO: Final = {one.in_words: one for one in Responsible}


def read_actions(
    name: str, data: bytes, problems: list[Problem], day_in_year: Callable[[str], dt.date], first: dt.date
) -> list[AgreedAction]:
    """Return what was agreed, numbered in the order of the file within each meeting; what is wrong is told.

    ``day_in_year`` reads a day of the year that the file is for, ``first`` stands for a day that cannot be read.
    """
    found: list[AgreedAction] = []
    numbers: Counter[tuple[str, dt.date]] = Counter()
    for line in lines_of(name, data, MEETING_HEADINGS, problems):
        unit, day = id_of(line.needed("Enhet")), line.needed_as("Mötesdag", day_in_year, first)
        numbers[unit, day] += 1
        found.append(
            AgreedAction(
                unit=unit,
                day=day,
                number=numbers[unit, day],
                agreed=line.needed("Bestämt"),
                who=line.needed_as("Vem", one_of(_WHO), Responsible.UNIT_MANAGER),
                by_when=line.read("Klart senast", day_of, None),
                done=line.read("Klart", day_of, None),
            )
        )
    return found
