"""What have the counts of a performer come to, what does each person cost, and what was agreed when last met?"""

from dataclasses import dataclass

from samordna.domain.activities.meeting import AgreedAction, FollowUpMeeting, meetings_of
from samordna.domain.activities.units import Unit
from samordna.domain.document import Document, Section, Table
from samordna.domain.measures.performing import Performing
from samordna.domain.participation.combining import Series
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.office.questions.activities.activities import activities_held
from samordna.office.questions.measures.cost_per import cost_per
from samordna.office.questions.measures.counted_year import CountedYear, counted_year
from samordna.office.store.plan_rows import FOLLOW_UP_MEETING, Said, ever_said


@dataclass(frozen=True)
class PerformingShown:
    """The counts of a performer in a fiscal year, as they are: for those inside.

    ``months`` are those that it is counted over, None when nobody has told anything; ``cost`` is what each person has
    cost, None without counts. ``missing`` tells whether the unit itself has told nothing. ``later`` are the months
    through the latest that the unit has told of, where others are left to tell of them; None when there are no such.
    """

    months: Period | None
    inflow: tuple[Table, ...]
    coverage: tuple[Table, ...]
    path: tuple[Table, ...]
    cost: Table | None
    problems: tuple[Problem, ...]
    later: Period | None = None

    @property
    def missing(self) -> bool:
        """Whether the unit has told nothing."""
        return not self.inflow

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table, in the order they are shown."""
        return (*self.inflow, *self.coverage, *self.path, *([self.cost] if self.cost else []))

    @property
    def sections(self) -> tuple[Section, ...]:
        """The same as chapters of a document."""
        return tuple(Section(table.id, table.title, blocks=(table,)) for table in self.tables)


def performing_shown(unit: Unit, year: Period) -> PerformingShown:
    """Return the counts of a performer in a fiscal year, activity by activity."""
    counts = counted_year(year)
    if counts.counted is None:
        return PerformingShown(None, (), (), (), None, counts.problems)
    agreed = activities_held().agreed_in(year)
    each = [Performing(Series(activity.id, unit.id), activity.name, counts.counted) for activity, _ in unit.performs]
    told = [one for one in each if one.whose in counts.counted.series]
    lines = cost_per(year, counts).of(*(f"{activity.id}:{unit.id}" for activity, _ in unit.performs))
    return PerformingShown(
        counts.counted.period,
        tuple(table for one in told if (table := one.inflow())),
        tuple(table for one in told if (table := one.coverage())),
        tuple(table for one in told if (table := one.path(agreed))),
        lines.table if told else None,
        (),
        _later(unit, counts),
    )


def _later(unit: Unit, counts: CountedYear) -> Period | None:
    """Return the months of a year through the latest that a unit has told of, where those are not counted yet."""
    shown = counts.counted.period if counts.counted else counts.year
    ends = [one.period.last for one in counts.held.reports if one.unit == unit.id and one.period.overlaps(counts.year)]
    last = min(counts.year.last, max(ends, default=shown.last))
    return Period(counts.year.first, last) if last > shown.last else None


@dataclass(frozen=True)
class MeetingsShown:
    """The follow-up meetings with a performer, the latest first; ``said`` is the line of each thing agreed.

    ``withdrawn`` are those that were taken back, as they were, with the line that says so.
    """

    meetings: tuple[FollowUpMeeting, ...]
    said: dict[str, Said[AgreedAction]]
    withdrawn: tuple[tuple[AgreedAction, Said[AgreedAction | None]], ...]


def meetings_shown(unit_id: str) -> MeetingsShown:
    """Return what was agreed with a performer, meeting by meeting."""
    held = [one for one in activities_held().meetings if one.value.unit == unit_id]
    last: dict[str, AgreedAction] = {}
    lines: dict[str, Said[AgreedAction | None]] = {}
    for one in ever_said(FOLLOW_UP_MEETING):
        lines[one.key] = one
        if one.value is not None:
            last[one.key] = one.value
    gone = (key for key, line in lines.items() if line.value is None and last[key].unit == unit_id)
    return MeetingsShown(
        meetings_of((one.value for one in held), unit_id),
        {one.key: one for one in held},
        tuple((last[key], lines[key]) for key in gone),
    )


def performer_document(shown: Document, counts: PerformingShown | None) -> Document:
    """Return a performer's document with its counts after what is agreed and what it costs."""
    if counts is None:
        return shown
    return Document(
        shown.id, shown.title, shown.subtitle, shown.author, (*shown.sections, *counts.sections),
        status=shown.status, provenance=shown.provenance,
    )  # fmt: skip
