"""Which scenarios of their financing have the demo associations kept?"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.plan.financing.scenario import AllotmentChange, Others, SavedScenario, Scenario
from samordna.domain.values.period import Period
from samordna.office import actions

_TEN_PER_CENT_LESS: Final = AllotmentChange("staten", Fraction(-1, 10), Others.FOLLOW)
_SCENARIOS: Final[Mapping[str, tuple[Period, SavedScenario]]] = {
    "sjuharad": (
        Period(202501, 202512),
        SavedScenario(Scenario("Tio procent mindre från alla", (_TEN_PER_CENT_LESS,)), AllotmentState.PRELIMINARY),
    ),
    "insjoriket": (
        Period(202401, 202412),
        SavedScenario(Scenario("Tio procent mindre från alla", (_TEN_PER_CENT_LESS,)), AllotmentState.DECIDED),
    ),
}


def keep_scenario(folder: str) -> None:
    """Keep the scenario of the association in a demo folder, beside the plan that it changes."""
    year, saved = _SCENARIOS[folder]
    actions.save_scenario(year, saved, by=actions.TERMINAL)
