"""Which counts do goals read, and what of them have those who read been told already?

The one place where goals meet counts.
"""

from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.earlier import Earlier
from samordna.domain.measures.statistics import Known
from samordna.domain.values.period import Period
from samordna.office.questions.activities import activities_held
from samordna.office.questions.counts import counts_held
from samordna.office.questions.publications import earlier_publications, publications_held
from samordna.office.questions.statistics import known_in


def counts_for(period: Period, *, to: int) -> Known:
    """Return the counts of some months, as known when a line of the journal was the last.

    Raises ``Refused`` when reports overlap or one is only partly of these months.
    """
    return known_in(counts_held(to=to), activities_held(to=to), period)


def told_before(period: Period, audience: Audience, *, to: int) -> tuple[Earlier, ...]:
    """Return what those outside have read already of some months; the association itself is not kept from its own."""
    if audience is Audience.INSIDE:
        return ()
    return earlier_publications(publications_held(to=to), period, lambda months: counts_for(months, to=to))
