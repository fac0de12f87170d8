"""Which projects are counted in what is planned of a year, and which are granted or only applied for and left out?"""

from typing import Final

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.projects.life import RUNNING, ProjectState
from samordna.domain.plan.projects.project import ExternalProject
from samordna.domain.plan.projects.with_and_without import effects
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.unit import THOUSANDS
from samordna.office.questions.plan.plan import PlanHeld

_IN: Final = swedish("{name} ({state}) är med")
_OUT: Final = swedish("{name} ({state}) är inte med")
_EFFECT: Final = swedish("{out}: med det blir kostnaden {amount} tkr {how}")


def projects_counted(held: PlanHeld, year: Period, scenario: Scenario | None) -> str:
    """Return which projects of a year its planned costs count with and which not; empty when there is none.

    ``scenario`` is which of the register's numbers the costs are; None for an activity plan, made without any project.
    """
    there = (one for one in held.projects_held.projects if one.period.overlaps(year))
    alive = (one for one in there if one.state in RUNNING | {ProjectState.APPLIED})
    return ", ".join(_in_words(one, year, scenario) for one in alive)


def _in_words(project: ExternalProject, year: Period, scenario: Scenario | None) -> str:
    only_applied = project.state is ProjectState.APPLIED
    state = swedish("bara sökt") if only_applied else project.state.in_words
    if scenario in project.counted:
        return _IN.format(name=project.name, state=state)
    out = _OUT.format(name=project.name, state=state)
    effect = sum(one.amount for one in effects(project, year, of_plan=scenario is None))
    if not THOUSANDS.shown(effect):
        return out
    how = swedish("lägre") if effect < 0 else swedish("högre")
    return _EFFECT.format(out=out, amount=swedish_number(abs(THOUSANDS.shown(effect))), how=how)
