"""How do the goals leave, so that it is known afterwards what those outside have read of counts?"""

from collections.abc import Callable

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.values.language import swedish
from samordna.office.actions.doing import doing
from samordna.office.actions.measures.statistics import write_release
from samordna.office.questions.goals.goal_release import goals_release, tells_more
from samordna.office.questions.goals.goals import GoalsShown
from samordna.office.store.writing import alone


def give_out_goals(read: Callable[[], GoalsShown], how: str, *, by: Actor) -> GoalsShown:
    """Return the goals as they leave; what they tell of counts is written down as published, once.

    ``read`` asks for the goals anew, ``how`` is the file or paper that they leave in. Nothing is written, and nobody
    has to wait, for those inside, or where all of it has been given out. Raises ``Refused`` as ``read`` does, and when
    the role may not.
    """
    shown = read()
    if not tells_more(shown):
        return shown
    subject = swedish("Mål {period}").format(period=shown.period.in_words)
    with doing(Deed.PUBLISH_STATISTICS, by=by, subject=subject), alone():
        shown = read()  # as they are now that nobody else can publish anything
        release = goals_release(shown, how) if tells_more(shown) else None
        if release:
            write_release(release, by=by)
    return shown
