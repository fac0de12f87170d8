"""How does somebody keep a scenario of a year's financing, and take it away again?"""

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.financing.scenario import SavedScenario, outcome
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.financing import financing_problems as problems
from samordna.office.actions.financing.members import LONGEST_NAME
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import scenario_named
from samordna.office.questions.financing.scenarios import scenario_basis
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store.plan_rows import latest_said
from samordna.office.store.writing import alone

_PLACE = swedish("scenariot")


def save_scenario(year: Period, saved: SavedScenario, *, by: Actor, seen: int | None = None) -> int:
    """Keep a scenario for a year under its name, instead of what was kept under it.

    Raises ``Refused`` for one without a name or a change, and for one that cannot be shared out.
    """
    thing = scenario_named(year, saved.scenario.name)
    with doing(Deed.SAVE_SCENARIO, by=by, subject=mask(thing.name)), alone():
        refuse_any(text_problems(_PLACE, saved.scenario.name, longest=LONGEST_NAME))
        if not saved.scenario.name.strip():
            raise Refused([problems.SCENARIO_WITHOUT_NAME.at(_PLACE)])
        if not saved.scenario.changes:
            raise Refused([problems.SCENARIO_IS_THE_PLAN.at(_PLACE)])
        outcome(scenario_basis(plan_held(), year, saved.state).basis, saved.scenario)
        return say_of(thing, saved, Deed.SAVE_SCENARIO, by=by, seen=seen)


def remove_scenario(year: Period, name: str, *, by: Actor, seen: int | None = None) -> int:
    """Take away a scenario that was kept; it stays in the journal."""
    thing = scenario_named(year, name)
    with doing(Deed.SAVE_SCENARIO, by=by, subject=mask(thing.name)), alone():
        refuse_any(text_problems(_PLACE, name))
        latest = latest_said(thing.subject, thing.key, year)
        if latest is None or latest.value is None:
            raise Refused([problems.NO_SUCH_SCENARIO.at(_PLACE, name=mask(name), year=year.last // 100)])
        return say_of(thing, None, Deed.SAVE_SCENARIO, by=by, seen=seen)
