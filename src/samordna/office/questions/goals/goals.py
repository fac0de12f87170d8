"""Are the goals reached, to those who are to read it, and is sound financial management?

Everything is computed from what is passed in: what people have said, books, counts. So a report says the same when it
is made again.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from samordna.domain.document import Block, BulletList, Document, Paragraph, Section, Table
from samordna.domain.goals.goal import Goal
from samordna.domain.goals.line_told import LineTold
from samordna.domain.goals.measure_told import MeasuresTold
from samordna.domain.goals.overall import Overall, OverallWords, overall
from samordna.domain.goals.problems import SOURCE_CHANGED
from samordna.domain.goals.sentences import (
    board_sentences,
    decided_sentences,
    noted_sentences,
    overall_sentence,
    verdict_sentence,
    warning_sentences,
)
from samordna.domain.goals.source import MeasureSource, OutsideSource, Source, source_of
from samordna.domain.goals.tables import goals_table, units_table
from samordna.domain.goals.tree import Branch, branches, ended_at, goals_at, to_date
from samordna.domain.goals.verdict import Attainment, Reading, Told, Verdict, has_ended
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.earlier import Earlier
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.measures.spots import Spot
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.questions.basis import Basis, LayoutOf, basis
from samordna.office.questions.goals.goal_counts import measures_given_out, measures_told, why_apart
from samordna.office.questions.goals.goals_held import goals_of
from samordna.office.questions.identity import association
from samordna.office.questions.plan.plan import PlanHeld, plan_held
from samordna.office.questions.plan.plan_years import plan_year, this_year
from samordna.office.questions.statements.statements import foot_of
from samordna.office.store.plan_rows import Said

_NO_BOOKS: Final = swedish("Bokföringen för perioden är inte inläst.")
_OUTSIDE: Final = swedish("Läses ur {words}, som inte finns här.")
_ALL: Final = swedish("alla")
_THOUGHT_OF: Final = {True: swedish("Att ta ställning till:"), False: swedish("Att notera:")}


@dataclass(frozen=True)
class GoalsShown:
    """The goals of a year judged at the end of some months of it, as an audience may read them.

    ``made_from`` are the books, None where none are read; ``problems`` say why figures of units could not be read.
    With ``only_given_out`` they are told by no other counts than those that have been given out.
    """

    year: Period
    period: Period
    audience: Audience
    said: PlanHeld
    made_from: Basis | None = None
    only_given_out: bool = False

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals that are judged, as they are told at the end of the months."""
        return goals_at(goals_of(self.said), self._ends, self.period.end)

    @property
    def ended(self) -> tuple[Goal, ...]:
        """The goals of the year that a decision has ended."""
        return ended_at(goals_of(self.said), self._ends, self.period.end)

    @property
    def _ends(self) -> int:
        return self.year.last // 100

    @cached_property
    def branches(self) -> tuple[Branch, ...]:
        """The goals judged, each above its sub-goals."""
        judged = branches(self.goals, self.reading)
        return tuple(replace(one, verdict=self._as_defined(one.verdict)) for one in judged)

    def _as_defined(self, verdict: Verdict) -> Verdict:
        """Return a verdict; a goal whose measure has been defined anew cannot be measured until somebody decides."""
        changed = self._changed(verdict.goal)
        if changed is None:
            return verdict
        return Verdict(verdict.goal, Attainment.NOT_MEASURED, verdict.reading, why=changed.found, warnings=(changed,))

    def _changed(self, goal: Goal) -> Problem | None:
        indicator = goal.indicator
        if indicator is None or has_ended(indicator, self.period):
            return None
        source = _source(indicator.source)
        measure = BY_KEY.get(source.key) if isinstance(source, MeasureSource) else None
        if measure is None or indicator.version in {0, measure.version}:
            return None
        return SOURCE_CHANGED.at(goal.name, measure=measure.name, now=measure.version, was=indicator.version)

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts that count when all goals are judged together: of those that are told themselves."""
        return tuple(one.verdict for one in self.branches if one.is_told_itself)

    @cached_property
    def overall(self) -> Overall:
        """The assessment of sound financial management, with the board's words when it has said any."""
        return overall(self.verdicts, self.words.value.words if self.words else "")

    @property
    def words(self) -> Said[OverallWords] | None:
        """What the board itself says of these months."""
        return next((one for one in self.said.overall_words if one.period == self.period), None)

    @property
    def changed_since_words(self) -> bool:
        """Whether a goal of the year was added or changed after the board said what it does of these months."""
        words = self.words
        ours = (one for one in self.said.goals if one.value.holds_in(self._ends))
        return words is not None and any(one.number > words.number for one in ours)

    def reading(self, goal: Goal) -> Reading:
        """Return what the indicator of a goal shows to those who read."""
        indicator, target = goal.indicator, goal.target
        source = _source(indicator.source) if indicator else None
        if indicator is None or target is None or source is None:
            return self._lacking(swedish("Målet har ingen indikator eller ingen målnivå."))
        if isinstance(source, OutsideSource):
            return self._lacking(_OUTSIDE.format(words=source.words))
        if not isinstance(source, MeasureSource):
            lines = self._lines
            return lines.reading(source) if lines else self._lacking(_NO_BOOKS)
        if source.key not in BY_KEY:
            return self._lacking(swedish("Måttet {key} finns inte.").format(key=source.key))
        told = self._measures
        return told.reading(indicator, target) if told else self._lacking(why_apart(self.problems, self.period))

    def _lacking(self, why: str) -> Reading:
        return Reading(self.year, self.period, Told(_ALL, None, why))

    @cached_property
    def _lines(self) -> LineTold | None:
        return LineTold(self.made_from.reading, self.year, self.period) if self.made_from else None

    @property
    def told_counts(self) -> tuple[Earlier, ...]:
        """What those who read the goals are told of counts, for what they read beside them."""
        return (self._measures.earlier,) if self._measures else ()

    @property
    def told_spots(self) -> tuple[Spot, ...]:
        """Which counts that is."""
        return self._measures.spots if self._measures else ()

    @property
    def _measures(self) -> MeasuresTold | None:
        return None if isinstance(self._counts, Refused) else self._counts

    @cached_property
    def _counts(self) -> MeasuresTold | Refused:
        read = measures_given_out if self.only_given_out else measures_told
        try:
            return read(self.goals, self.year, self.period, self.audience, self.said.number)
        except Refused as refusal:
            return refusal

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why the figures of units could not be put together; nothing when they could."""
        return tuple(self._counts.problems) if isinstance(self._counts, Refused) else ()

    @cached_property
    def table(self) -> Table:
        """All goals with their figures and verdicts."""
        return goals_table(self.branches, self.year, self.period)

    @cached_property
    def unit_tables(self) -> tuple[Table, ...]:
        """The units of each goal that is one of every unit."""
        told = (units_table(one.verdict) for one in self.branches)
        return tuple(table for table in told if table)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table, in the order they are read."""
        return (self.table, *self.unit_tables)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What should be thought of before the year is over; what to do about it is told inside only."""
        told = warning_sentences if self.audience is Audience.INSIDE else noted_sentences
        return tuple(told([one.verdict for one in self.branches]))

    @property
    def decisions(self) -> tuple[str, ...]:
        """What was decided of goals whose source had ended."""
        return tuple(told for goal in (*self.goals, *self.ended) for told in decided_sentences(goal))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The goals as blocks of a report; none when there are no goals."""
        if not self.branches and not self.ended:
            return ()
        sentences = _bullets(verdict_sentence(one.verdict) for one in self.branches)
        return (
            *((self.table, *sentences) if self.branches else ()),
            *self.unit_tables,
            *_bullets(self.decisions),
            *_titled(_THOUGHT_OF[self.audience is Audience.INSIDE], self.warnings),
            *(Paragraph((told,)) for told in self.overall_sentences),
        )

    @property
    def overall_sentences(self) -> tuple[str, ...]:
        """The assessment of sound financial management in sentences: the rule's, then the board's own words."""
        said = board_sentences(self.words.value, changed_since=self.changed_since_words) if self.words else ()
        return (overall_sentence(self.overall), *said)

    @property
    def document(self) -> Document:
        """The goals as a document."""
        facts = self.made_from.subject if self.made_from else None
        return Document(
            id="goals",
            title=swedish("Mål"),
            subtitle=self.period.in_words,
            author=facts.association if facts else association().name,
            sections=(Section("goals", "", blocks=self.blocks),),
            provenance=facts.provenance if facts else (),
            foot=foot_of(self.made_from.imports) if self.made_from else "",
        )


def _bullets(sentences: Iterable[str]) -> tuple[Block, ...]:
    told = tuple(Paragraph((one,)) for one in sentences)
    return (BulletList(told),) if told else ()


def _titled(title: str, sentences: Collection[str]) -> tuple[Block, ...]:
    return (Paragraph((title,)), *_bullets(sentences)) if sentences else ()


def _source(text: str) -> Source | None:
    try:
        return source_of(text)
    except ValueError:
        return None


def goals_shown(
    asked: Asked,
    *,
    audience: Audience = Audience.INSIDE,
    layout: LayoutOf | None = None,
    versions: Collection[int] | None = None,
    only_given_out: bool = False,
) -> GoalsShown:
    """Return the goals judged at the end of what is asked for; ``only_given_out`` as ``GoalsShown`` says.

    Where no books tell of it goals are told by counts alone. Raises ``Refused`` as ``basis`` does for imports that are
    not there.
    """
    try:
        made_from = basis(asked, layout=layout, versions=versions)
    except Refused:
        if versions:
            raise
        year, said = _calendar_year(asked.period), plan_held()
        return GoalsShown(year, to_date(year, asked.period), audience, said, only_given_out=only_given_out)
    return replace(goals_from(made_from, audience), only_given_out=only_given_out)


def goals_from(made_from: Basis, audience: Audience) -> GoalsShown:
    """Return the goals judged by a basis: its books, and what people had said when it was made."""
    period = made_from.asked.period
    year = made_from.balances.year_of(period.last)
    months = year.year.period if year else _calendar_year(period)
    return GoalsShown(months, to_date(months, period), audience, made_from.said, made_from)


def _calendar_year(period: Period) -> Period:
    ends = period.last // 100
    return plan_year(ends) or Period(ends * 100 + 1, ends * 100 + 12)


def goal_years() -> tuple[Period, ...]:
    """Return the years that any goal is of, and this one; the latest first."""
    told = {year for goal in goals_of(plan_held()) for year in range(goal.since, goal.until + 1)}
    years = (plan_year(year) or Period(year * 100 + 1, year * 100 + 12) for year in told)
    return tuple(sorted({*years, this_year()}, reverse=True))


def goal_blocks(made_from: Basis) -> tuple[Block, ...]:
    """Return the goals as blocks of a report that anybody may read."""
    return goals_from(made_from, Audience.PUBLIC).blocks
