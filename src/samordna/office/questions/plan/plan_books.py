"""Which books lead up to a plan's year, as they were read in when the plan was what it is?"""

from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office.questions.basis import Basis, Then, basis
from samordna.office.questions.books.ledgers import imports
from samordna.office.questions.periods import periods
from samordna.office.questions.plan.plan import PlanHeld
from samordna.office.questions.statements.figures import latest_figure
from samordna.office.questions.statements.layouts import held_layout
from samordna.office.store import models


def books_before(held: PlanHeld, year: Period) -> Basis | None:
    """Return the latest books of a plan's year or a year before it, with what people had said; None without any.

    Of a plan that more has been said of since, only imports that were read in before that count.
    """
    versions = _versions(held)
    known = [one for one in periods(versions).years if one.year.first <= year.first] if versions else []
    if not known:
        return None
    latest = max(known, key=lambda one: one.year.first)
    asked = Asked.of(Period(latest.year.first, latest.covers_to))
    then = Then(held_layout(latest.year.first // 100).revision, latest_figure(), held.number)
    try:
        return basis(asked, versions=versions, then=then)
    except Refused:  # the months are part of a longer sum, or the association has no layout for them
        return None


def _versions(held: PlanHeld) -> tuple[int, ...]:
    """Return the latest import of each year that had been read in."""
    later = models.PlanEntry.objects.filter(id__gt=held.number).order_by("id")
    until = later.values_list("said_at", flat=True).first()
    read = [one for one in imports() if until is None or one.taken_at <= until]
    return tuple({one.year.period: one.version for one in sorted(read, key=lambda one: one.version)}.values())
