"""Which plans have the demo associations adopted, by which decision, and what was known then?"""

import datetime as dt
from collections.abc import Mapping
from typing import Final, NamedTuple

from samordna.domain.plan.budget import Decision
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.values.period import Period

_MEMBERS: Final = ("betalargrupper.csv", "medlemmar.csv", "fordelningsnyckel.csv", "vikter.csv", "folkmangd.csv")
_OF_A_YEAR: Final = ("verksamhetsplan", "overhead", "plantexter")
_ALLOTMENTS: Final = "tilldelning.csv"


class Adopted(NamedTuple):
    """The year of a plan, the decision, and the state of the contributions that it rests on."""

    year: Period
    decision: Decision
    rests_on: AllotmentState

    def known_then(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return of an association's files what it knew when it decided: members, plan, money a year ahead."""
        year = self.year.last // 100
        names = (*_MEMBERS, *(f"{kind}-{year}.csv" for kind in _OF_A_YEAR))
        heading, *lines = files[_ALLOTMENTS].splitlines(keepends=True)
        told = [line for line in lines if int(line.partition(b";")[0]) <= year + 1]
        return {_ALLOTMENTS: b"".join((heading, *told)), **{name: files[name] for name in names if name in files}}


ADOPTIONS: Final[Mapping[str, tuple[Adopted, ...]]] = {
    # The minutes print the paragraph and the month; the day is the demo's own.
    "sjuharad": (
        Adopted(
            Period(202201, 202212),
            Decision("Styrelsen § 56", "Verksamhetsplanen antas", dt.date(2021, 11, 16)),
            AllotmentState.DECIDED,
        ),
    ),
}
"""The adopted plans by association; a plan that is not here is a draft."""
