"""What do the counts say in a report, view by view, to anybody who reads it?

All the tables of a report are one publication: what is hidden in one of them cannot be computed from another. The
counts, what is agreed and what was published before are those that were known when the report was made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from samordna.domain.document import Block, Figure, Missing, Paragraph, Table
from samordna.domain.measures.charts import chart_of
from samordna.domain.measures.disclosure import Audience, Identity, Publication
from samordna.domain.measures.together import TablesTogether, tables_together
from samordna.domain.measures.view import View
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.questions.activities import activities_held
from samordna.office.questions.basis import Basis
from samordna.office.questions.counts import counts_held
from samordna.office.questions.goals import goals_from
from samordna.office.questions.identity import association
from samordna.office.questions.kept import Kept, database
from samordna.office.questions.publications import earlier_publications, publications_held
from samordna.office.questions.statistics import known_in

AUDIENCE: Final = Audience.PUBLIC
"""Whoever wants to may read a report."""


@dataclass(frozen=True)
class ReportCounts:
    """What stands in a report of some views, by their keys: nothing where nobody has counted.

    ``publication`` is what may be read of every count behind it, None where none is told, ``identities`` what everybody
    knows adds up to what.
    """

    views: tuple[View, ...] = ()
    blocks: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    publication: Publication | None = None
    identities: tuple[Identity, ...] = ()


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
    counts, activities = counts_held(to=to), activities_held(to=to)
    nothing = ReportCounts(views, {view.key: () for view in views})
    try:
        known = known_in(counts, activities, period)
    except Refused:  # the units have answered of other months, which cannot be divided
        return nothing
    if not known.counted.reports or not views:
        return nothing
    releases = publications_held(to=to)
    before = earlier_publications(releases, period, lambda months: known_in(counts, activities, months))
    of_goals = goals_from(made_from, AUDIENCE).told_counts if beside_goals else ()
    together = tables_together(views, known, AUDIENCE, (*before, *of_goals))
    if together.publication.computable:
        return replace(nothing, blocks={**nothing.blocks, views[0].key: _given_away(views[0])})
    blocks = {view.key: _blocks(view, together) for view in views}
    return ReportCounts(views, blocks, together.publication, together.identities)


def _blocks(view: View, together: TablesTogether) -> tuple[Block, ...]:
    return tuple(block for table in together.tables[view.key] for block in _with_chart(view, table))


def _with_chart(view: View, table: Table) -> tuple[Block, ...]:
    """Return a table with its picture; the same people told apart by gender only need none beside the first."""
    chart = None if table.id == f"{view.key}-gender" else chart_of(view, table)
    return (table, chart) if chart else (table,)


def _given_away(first: View) -> tuple[Block, ...]:
    """Return what stands in place of all tables when they may not be told; it makes the report a draft."""
    return (Paragraph((Figure(Missing(_GIVEN_AWAY), f"statistics.{first.key}"),)),)


_GIVEN_AWAY: Final = swedish(
    "antalen visas inte: tillsammans med det som redan är utlämnat för andra månader eller efter en annan indelning "
    "skulle små antal gå att räkna ut"
)
