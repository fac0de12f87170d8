"""What do the counts say in a report, view by view, to anybody who reads it?

All the tables of a report are one publication: what is hidden in one of them cannot be computed from another. The
counts, what is agreed and what was published before are those that were known when the report was made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from samordna.domain.document import Block, Figure, Missing, Paragraph
from samordna.domain.measures.charts import chart_of
from samordna.domain.measures.disclosure import Audience, Identity, Publication
from samordna.domain.measures.release import Release
from samordna.domain.measures.together import TablesTogether, tables_together
from samordna.domain.measures.view import View
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.questions.basis import Basis
from samordna.office.questions.goals.goal_release import goals_release
from samordna.office.questions.goals.goals import goals_from
from samordna.office.questions.identity import association
from samordna.office.questions.kept import Kept, database
from samordna.office.questions.measures.statistics import known_at, read_already

AUDIENCE: Final = Audience.PUBLIC
"""Whoever wants to may read a report."""


@dataclass(frozen=True)
class ReportCounts:
    """What stands in a report of some views, by their keys: nothing where nobody has counted.

    ``publication`` is what may be read of every count behind the views, None where none is told, ``identities`` what
    everybody knows adds up to what. ``of_goals`` is what the goals in the same report publish, None where they tell of
    no counts.
    """

    views: tuple[View, ...] = ()
    blocks: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    publication: Publication | None = None
    identities: tuple[Identity, ...] = ()
    of_goals: Release | None = None


_ANSWERS: Final = Kept[ReportCounts](16)


def report_counts(made_from: Basis, views: Sequence[str], *, beside_goals: bool = False) -> ReportCounts:
    """Return what the counts of a basis say in some views together; raises ``KeyError`` for one that there is not.

    ``beside_goals`` tells that what the goals say of counts is read in the same report.
    """
    chosen = tuple(shipped_views()[key] for key in views)
    where = database(association())
    key = where and (where, made_from.plan_to, chosen, made_from.asked.period, beside_goals)
    return _ANSWERS.of(key, lambda: _made(chosen, made_from, beside_goals=beside_goals))


def _made(views: tuple[View, ...], made_from: Basis, *, beside_goals: bool) -> ReportCounts:
    period, to = made_from.asked.period, made_from.plan_to
    goals = goals_from(made_from, AUDIENCE) if beside_goals else None
    of_goals = goals_release(goals, goals.period.in_words) if goals else None
    nothing = ReportCounts(views, {view.key: () for view in views}, of_goals=of_goals)
    try:
        known = known_at(period, to=to)
    except Refused:  # the units have answered of other months, which cannot be divided
        return nothing
    if not known.counted.reports or not views:
        return nothing
    before = (*read_already(period, to=to), *(goals.told_counts if goals else ()))
    together = tables_together(views, known, AUDIENCE, before)
    if together.publication.computable:
        given_away = {**nothing.blocks, views[0].key: _given_away(views[0])}
        return replace(nothing, blocks=given_away)
    blocks = {view.key: _blocks(view, together) for view in views}
    return replace(nothing, blocks=blocks, publication=together.publication, identities=together.identities)


def _blocks(view: View, together: TablesTogether) -> tuple[Block, ...]:
    """Return the tables of a view, each with its picture.

    The same people told apart by gender need none beside the first, and stand before it: a picture that does not fit
    below them begins the next page, and leaves no half of this one empty.
    """
    tables = together.tables[view.key]
    by_gender = tuple(one for one in tables if one.id == f"{view.key}-gender")
    others = (one for one in tables if one not in by_gender)
    found = [(one, chart_of(view, one)) for one in others]
    if not by_gender:
        return tuple(block for pair in found for block in pair if block)
    return (*(table for table, _ in found), *by_gender, *(chart for _, chart in found if chart))


def _given_away(first: View) -> tuple[Block, ...]:
    """Return what stands in place of all tables when they may not be told; it makes the report a draft."""
    return (Paragraph((Figure(Missing(_GIVEN_AWAY), f"statistics.{first.key}"),)),)


_GIVEN_AWAY: Final = swedish(
    "antalen visas inte: tillsammans med det som redan är utlämnat för andra månader eller efter en annan indelning "
    "skulle små antal gå att räkna ut"
)
