"""Which counts do goals read, and what of them may those who read be told?

The one place where goals meet counts.
"""

from collections.abc import Sequence
from typing import Final

from samordna.domain.goals.goal import Goal
from samordna.domain.goals.measure_told import MeasuresTold
from samordna.domain.measures.disclosure import Audience, rule_of
from samordna.domain.measures.earlier import Earlier
from samordna.domain.measures.release import Release
from samordna.domain.participation.problems import ACROSS_THE_EDGE
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.office.questions.measures.publications import publications_held
from samordna.office.questions.measures.statistics import known_at, read_already

_OTHER_MONTHS: Final = swedish(
    "Enheterna har lämnat siffror för en längre tid än {period}, och de går inte att dela upp."
)


def why_apart(problems: Sequence[Problem], period: Period) -> str:
    """Return in short why the counts of some months cannot be put together, as ``known_at`` was refused."""
    if all(one.code == ACROSS_THE_EDGE.code for one in problems):
        return _OTHER_MONTHS.format(period=period.in_words)
    return " ".join(one.found for one in problems)


def measures_told(goals: tuple[Goal, ...], year: Period, period: Period, audience: Audience, to: int) -> MeasuresTold:
    """Return the measures that the goals of a year are told by, as known when line ``to`` of the journal was the last.

    Raises ``Refused`` as ``known_at`` does.
    """
    before = told_before(period, audience, to=to)
    return MeasuresTold(year, known_at(period, to=to), goals, rule_of(audience), before)


def measures_given_out(
    goals: tuple[Goal, ...], year: Period, period: Period, audience: Audience, to: int
) -> MeasuresTold:
    """Return the same, of counts only those that goals of the months have been given out with, as they were then."""
    given = goals_given_out(period, to=to)
    known = known_at(period, to=given.counts if given else to)
    return MeasuresTold(year, known, goals, rule_of(audience), given=given.by_key if given else {})


def goals_given_out(period: Period, *, to: int) -> Release | None:
    """Return the latest publication that goals of some months were part of: their own, or a report's."""
    found = (one.value for one in publications_held(to=to) if one.value.told and one.value.period == period)
    return next(found, None)


def told_before(period: Period, audience: Audience, *, to: int) -> tuple[Earlier, ...]:
    """Return what those outside have read already of some months; the association itself is not kept from its own."""
    if audience is Audience.INSIDE:
        return ()
    return read_already(period, to=to)
