"""Which choices can no longer be changed once an activity is registered in the national system, and are they?"""

from collections.abc import Iterator

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.problems import CHOICE_IS_FIXED, CHOICES_BECOME_FIXED
from samordna.domain.activities.rules import CHOICES_STAY
from samordna.domain.values.language import swedish
from samordna.domain.values.period import month_of, swedish_date
from samordna.domain.values.problem import Problem


def choices_of(activity: Activity) -> dict[str, str]:
    """Return the three choices that stay, each with what it is."""
    return {
        swedish("inriktning"): activity.direction.in_words,
        swedish("uppföljningsmetod"): activity.follow_up.in_words,
        swedish("ESF-finansiering"): activity.esf.in_words,
    }


def fixed_problems(before: Activity | None, after: Activity, *, confirmed: bool = False) -> Iterator[Problem]:
    """Yield what is wrong with changing an activity from ``before`` (None: it is new) with regard to the three choices.

    Registering one asks first, unless somebody has ``confirmed``; a choice of one that is registered stays. What was
    registered before the rule held is asked nothing.
    """
    if after.registered is None or not CHOICES_STAY.holds_in(month_of(after.registered)):
        return
    if before is None or before.registered is None:
        if not confirmed:
            told = {"direction": after.direction.in_words, "follow_up": after.follow_up.in_words}
            yield CHOICES_BECOME_FIXED.at(after.name, **told, esf=after.esf.in_words)
        return
    was, now = choices_of(before), choices_of(after)
    changed = [name for name in now if was[name] != now[name]]
    if changed:
        names = ", ".join(changed)
        day = swedish_date(before.registered)
        yield CHOICE_IS_FIXED.at(after.name, choices=f"{names[:1].upper()}{names[1:]}", day=day, rule=CHOICES_STAY.told)
