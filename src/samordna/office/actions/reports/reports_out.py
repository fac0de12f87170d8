"""How does a report leave that is not kept, so that it is known afterwards what those outside have read of counts?"""

from collections.abc import Collection
from dataclasses import replace

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.statements.span import Asked
from samordna.office.actions.doing import doing
from samordna.office.actions.measures.statistics import is_written, write_release
from samordna.office.questions.reports.reports import ReportMade, report
from samordna.office.store.writing import alone


def take_out_report(
    kind: str, asked: Asked, how: str, *, by: Actor, versions: Collection[int] | None = None
) -> ReportMade:
    """Return a report that leaves; what it tells of counts is written down as published by it, once.

    ``how`` is the file that it leaves in. Raises ``Refused`` as ``report`` does, and when the role may not. Nothing is
    written, and nobody has to wait, where all of it is known already.
    """
    made = report(kind, asked, versions=versions)
    if all(map(is_written, made.releases)):
        return made
    with doing(Deed.MAKE_REPORT, by=by, subject=f"{made.document.title} {asked.period.in_words}"), alone():
        made = report(kind, asked, versions=versions)  # of what holds now that nobody else can publish anything
        for release in made.releases:
            write_release(replace(release, how=how), by=by)
    return made
