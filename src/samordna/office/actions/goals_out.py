"""How do the goals leave as a file, so that it is known afterwards what those outside have read of counts?"""

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.office.actions.doing import doing
from samordna.office.actions.statistics import write_release
from samordna.office.questions.goal_release import goals_release
from samordna.office.questions.goals import GoalsShown
from samordna.office.store.writing import alone


def take_out_goals(shown: GoalsShown, subject: str, how: str, *, by: Actor, **what: object) -> None:
    """Write in the trail that ``by`` takes out the goals; for those outside also what they then have read of counts.

    ``how`` is the file that they leave in. Raises ``Refused`` when the role may not.
    """
    with doing(Deed.EXPORT, by=by, subject=subject), alone():
        release = goals_release(shown, how)
        if release:
            write_release(release, by=by)
        record(Deed.EXPORT, by=by, subject=subject, old=None, **what)
