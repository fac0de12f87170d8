"""How does statistics leave for those outside, so that it is known afterwards what they have read?"""

from collections.abc import Mapping
from dataclasses import replace

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.release import Release, signs_of
from samordna.domain.measures.view import View
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.measures.statistics_problems import NOTHING_TO_PUBLISH, ONLY_INSIDE
from samordna.office.actions.plan.plan_saying import Thing, refuse_any, say_of
from samordna.office.questions.measures.publications import publications_held
from samordna.office.questions.measures.statistics import Statistics, statistics_of
from samordna.office.store import plan_rows as journal
from samordna.office.store.writing import alone


def publish_statistics(view: View, period: Period, audience: Audience, how: str, *, by: Actor) -> Statistics:
    """Write down that a view of a period leaves for the owners or the public, and return it as it is read.

    ``how`` is the file or paper that it leaves in. The same as last time is written down once. Raises ``Refused`` for
    the association's own audience, when there is nothing to read, and when what was published before would give
    somebody away together with it.
    """
    place = _place(view, period)
    with doing(Deed.PUBLISH_STATISTICS, by=by, subject=place), alone():
        if audience is Audience.INSIDE:
            raise Refused([ONLY_INSIDE.at(place)])
        made = statistics_of(view, period, audience)
        write_statistics(made, how, by=by)
        return made


def write_statistics(made: Statistics, how: str, *, by: Actor) -> None:
    """Write down in the open transaction, in which it was made, what leaves of statistics for those outside.

    Raises ``Refused`` when there is nothing to read, or nothing that may be read.
    """
    refuse_any(made.problems)
    cells = made.shown.publication.cells
    if not cells:
        raise Refused([NOTHING_TO_PUBLISH.at(_place(made.view, made.period))])
    write_release(Release(made.view, made.period, made.audience, how, made.number, signs_of(cells)), by=by)


def _place(view: View, period: Period) -> str:
    return swedish("{view}, {period}").format(view=view.name, period=period.in_words)


def write_release(release: Release, *, by: Actor) -> None:
    """Write down in the open transaction what those outside read; the same as before is written down once."""
    if not is_written(release):
        say_of(_release(release), release, Deed.PUBLISH_STATISTICS, by=by, seen=0)


def is_written(release: Release) -> bool:
    """Tell whether the same has been read by the same already: ``how`` and when it was then makes no difference."""
    same = replace(release, how="", counts=0)
    return any(replace(one.value, how="", counts=0) == same for one in publications_held())


def _release(release: Release) -> Thing[Release]:
    """Return a publication as a thing of its own: another one never takes its place."""

    def told(one: Release) -> Mapping[str, object]:
        return {"name": one.view.name, "audience": one.audience.in_words, "how": one.how, "cells": len(one.signs)}

    view, audience = release.view.key, release.audience.value
    number = 1 + sum(one.key.rpartition(":")[0] == f"{view}:{audience}" for one in publications_held())
    name = swedish("statistik {audience}: {view}, {period}").format(
        audience=release.audience.in_words, view=release.view.name, period=release.period.in_words
    )
    return Thing(journal.PUBLISHED, f"{view}:{audience}:{number}", release.period, name, told)
