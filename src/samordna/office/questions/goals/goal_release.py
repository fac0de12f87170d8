"""What do those outside read of counts when they read the goals?"""

from typing import Final

from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.release import Release, signs_of
from samordna.domain.measures.view import View, ViewKind
from samordna.domain.values.language import swedish
from samordna.office.questions.goals.goal_counts import goals_given_out
from samordna.office.questions.goals.goals import GoalsShown

GOALS: Final = View("goals", swedish("Mål"), ViewKind.SUMMARY, ())
"""What a publication of goals is called: it has no tables of its own."""


def goals_release(shown: GoalsShown, how: str) -> Release | None:
    """Return the publication that the goals are for those outside; None where they publish nothing.

    That is inside, where they tell of no counts, and where they tell only what has been given out. ``how`` is the file
    or paper that they leave in.
    """
    if shown.audience is Audience.INSIDE or shown.only_given_out:
        return None
    signs = {key: sign for told in shown.told_counts for key, sign in told.signs.items()}
    if not signs:
        return None
    number = shown.said.number
    return Release(GOALS, shown.period, shown.audience, how, number, signs_of(signs), told=shown.told_spots)


def tells_more(shown: GoalsShown) -> bool:
    """Tell whether the goals say anything of counts that goals of the same months have not been given out with."""
    release = goals_release(shown, "")
    given = goals_given_out(shown.period, to=shown.said.number) if release else None
    if release is None or given is None:
        return release is not None
    return not release.by_key.items() <= given.by_key.items()
