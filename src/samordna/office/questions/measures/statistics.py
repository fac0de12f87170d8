"""What may somebody read of a view of the counts of a period?"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from samordna.domain.activities.checks import one_of
from samordna.domain.document import Block, Document, Section, Table
from samordna.domain.measures.charts import chart_of
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.earlier import Earlier
from samordna.domain.measures.measuring import Measured, measured
from samordna.domain.measures.problems import ONLY_WHOLE
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.measures.spots import Waited
from samordna.domain.measures.statistics import Known, StatisticsTables, applies, tables_of
from samordna.domain.measures.tables.reader import Names
from samordna.domain.measures.view import View
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.participation.by_municipality import told_by_place
from samordna.domain.participation.code_lists import MUNICIPALITY, OCCASION, CodeList, CodeLists
from samordna.domain.participation.collecting.submission import Submission
from samordna.domain.participation.combining import Counted, Series, counted
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.instruments import OWN_INSTRUMENT
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused, Severity, refuses
from samordna.office.questions.activities.activities import ActivitiesHeld, activities_held
from samordna.office.questions.counts.counts import CountsHeld, counts_held
from samordna.office.questions.identity import AssociationFacts, association
from samordna.office.questions.kept import Kept, database
from samordna.office.questions.measures.publications import earlier_publications
from samordna.office.store.plan_rows import Said, latest_line


@dataclass(frozen=True)
class Statistics:
    """A view of the counts of a period, for an audience: nothing in it tells more than that audience may read.

    ``number`` is the line of the journal that was the last. Without tables ``problems`` say why.
    """

    facts: AssociationFacts
    shown: StatisticsTables
    period: Period
    number: int
    problems: tuple[Problem, ...]

    @property
    def view(self) -> View:
        """The view."""
        return self.shown.view

    @property
    def audience(self) -> Audience:
        """Who it is for."""
        return self.shown.audience

    @property
    def refused(self) -> bool:
        """Tell whether nothing of it may be shown."""
        return refuses(self.problems)

    @cached_property
    def document(self) -> Document:
        """The same as a document."""
        return statistics_document(self)


_ANSWERS: Final = Kept[Statistics](64)
_KNOWN: Final = Kept[Known](64)
_READ: Final = Kept[tuple[Earlier, ...]](8)


def statistics_of(view: View, period: Period, audience: Audience, *, to: int | None = None) -> Statistics:
    """Return what an audience may read of a view of a period; with ``to``, as known when that line was the last.

    What those outside have read before is taken into account for them, never for the association itself. A view that is
    limited to some activities or units is for the association itself: to others it is a problem, and no tables.
    """
    last = latest_line() if to is None else to
    where = database(association())
    key = where and (where, last, view, period, audience)
    return _ANSWERS.of(key, lambda: _made(view, period, audience, last))


def _made(view: View, period: Period, audience: Audience, to: int) -> Statistics:
    problems: tuple[Problem, ...] = ()
    try:
        known = known_at(period, to=to)
    except Refused as refusal:
        known, problems = _nothing(counts_held(to=to), activities_held(to=to), period), refusal.problems
    outside = audience is not Audience.INSIDE
    if outside and view.is_part:  # a part beside the whole would tell what the whole is there to hide
        problems = (*problems, ONLY_WHOLE.at(view.name, audience=audience.in_words))
    shown = tables_of(view, known, audience, read_already(period, to=to) if outside else ())
    if problems:
        shown = replace(shown, tables=())
    return Statistics(association(), shown, period, to, (*problems, *shown.problems))


def known_at(period: Period, *, to: int | None = None) -> Known:
    """Return what is known of a period; raises ``Refused`` when the period cuts a report in two."""
    last = latest_line() if to is None else to
    where = database(association())
    key = where and (where, last, period)
    return _KNOWN.of(key, lambda: known_in(counts_held(to=last), activities_held(to=last), period))


def read_already(period: Period, *, to: int | None = None) -> tuple[Earlier, ...]:
    """Return what those outside have read already, as far as it can have to do with a period."""
    last = latest_line() if to is None else to
    where = database(association())
    key = where and (where, last, period)
    return _READ.of(key, lambda: earlier_publications(period, lambda months, line: known_at(months, to=line), to=last))


def measured_in(measure: str, period: Period, *, gender: Gender | None = None, to: int | None = None) -> Measured:
    """Return what a measure is worth in a period, as it is: for those who may see everything.

    Raises ``KeyError`` for a measure that is not there, ``Refused`` when the period cuts a report in two.
    """
    known = known_at(period, to=to)
    return measured(BY_KEY[measure], known.counted, known.agreed, gender)


def known_in(counts: CountsHeld, activities: ActivitiesHeld, period: Period) -> Known:
    """Return what is known of a period; raises ``Refused`` when the period cuts a report in two."""
    together = counted(counts.reports, period, counts.called)
    return _known(counts, activities, told_by_place(together, _only_from(counts, activities)))


def _nothing(counts: CountsHeld, activities: ActivitiesHeld, period: Period) -> Known:
    return _known(counts, activities, Counted(period, ()))


def _known(counts: CountsHeld, activities: ActivitiesHeld, together: Counted) -> Known:
    period = together.period
    return Known(
        together,
        tuple(one.value for one in activities.agreed if period.last in one.value.year),
        _names(counts, activities),
        lists_of(counts),
        tuple(one for one in counts.stated if one.period == period),
        _numbers(counts, period),
        waited=tuple(
            Waited(Series(one.activity.key, one.unit.key), one.period, one.tables)
            for one in (said.value for said in counts.calendar)
            if period.covers(one.period)
        ),
    )


def _only_from(counts: CountsHeld, activities: ActivitiesHeld) -> Mapping[Series, str]:
    """Return the municipality of each unit that the register says receives from that one only, by its code."""
    named = [(one.key, one.name) for one in lists_of(counts).codes(MUNICIPALITY.key)]
    return {
        Series(activity.id, performer.id): code
        for activity in activities.activities
        for performer in activity.performers
        if performer.only_from and (code := one_of(named, performer.only_from))
    }


def _names(counts: CountsHeld, activities: ActivitiesHeld) -> Names:
    """Return what activities and units are called: as the register says, else as they were asked."""
    performers = [performer for one in activities.activities for performer in one.performers]
    return Names(
        {**counts.activity_names, **{one.id: one.name for one in activities.activities}},
        {**counts.unit_names, **{one.id: one.unit for one in performers}},
    )


def lists_of(counts: CountsHeld) -> CodeLists:
    """Return the lists that counts are divided by, with the association's own, whatever unit was asked them."""
    occasions = dict.fromkeys(code for one in counts.calendar for code in one.value.occasions)
    heads = CodeList(OCCASION.key, OCCASION.name, tuple(occasions))
    return CodeLists((OWN_INSTRUMENT.as_list(), *counts.own, heads))


def _numbers(counts: CountsHeld, period: Period) -> Mapping[Series, tuple[int, ...]]:
    """Return the lines of the journal that the reports of each unit stand in."""
    found: dict[Series, list[int]] = {}
    for one in counts.submissions:
        report = one.value.standing
        if report and period.covers(report.period):
            found.setdefault(Series(report.activity, report.unit), []).append(one.number)
    return {whose: tuple(numbers) for whose, numbers in found.items()}


def answers_behind(numbers: Collection[int], *, to: int) -> tuple[Said[Submission], ...]:
    """Return the units' accepted answers in some lines of the journal, by unit and period, as known at line ``to``."""
    found = (one for one in counts_held(to=to).submissions if one.number in numbers)
    return tuple(sorted(found, key=lambda one: (one.key, one.period)))


def same_before(statistics: Statistics) -> Statistics | None:
    """Return a view of the latest months before that can be held against it: as many, that all units had told of.

    Those of the year before go before others. None when nothing was told of any.
    """
    now, held = statistics.period, counts_held(to=statistics.number)
    told = {one.period for one in held.reports if one.period.last < now.first}
    told |= {Period(min(one.first for one in told if one.last // 100 == each.last // 100), each.last) for each in told}
    alike = [one for one in told if len(one.months) == len(now.months)]
    if not alike:
        return None
    wanted = now.years_before(1)
    before = wanted if wanted in alike else max(alike)
    return statistics_of(statistics.view, before, statistics.audience, to=statistics.number)


def views_for(period: Period, *, to: int | None = None) -> tuple[View, ...]:
    """Return the shipped views that have anything to show of a period: those that anybody was asked for."""
    try:
        known = known_at(period, to=to)
    except Refused:
        return ()
    return tuple(view for view in shipped_views().values() if applies(view, known))


def statistics_document(statistics: Statistics) -> Document:
    """Return a view as a document: who it is for is said on it. What contradicts itself is told inside only."""
    shown, period = statistics.shown, statistics.period
    warnings = sum(one.severity is not Severity.INFORM for one in _told(statistics))
    return Document(
        id=f"statistics-{shown.view.key}",
        title=shown.view.name,
        subtitle=f"{period.in_words}, {shown.audience.in_words}",
        author=statistics.facts.name,
        sections=tuple(Section(one.id, "", blocks=_with_chart(shown.view, one)) for one in shown.tables),
        status=swedish("Anmärkningar: {count}").format(count=swedish_number(warnings)) if warnings else "",
        provenance=tuple(_provenance(statistics)),
        foot=swedish("Rad {number} i journalen, {audience}").format(
            number=statistics.number, audience=shown.audience.in_words
        ),
    )


def _with_chart(view: View, table: Table) -> tuple[Block, ...]:
    """Return a table and, where there is something to compare in it, its picture after it."""
    chart = chart_of(view, table)
    return (table,) if chart is None else (table, chart)


def _provenance(statistics: Statistics) -> Iterator[str]:
    rule = statistics.shown.rule
    if rule.least:
        told = swedish(
            "Röjandekontroll: antal från 1 till {most} visas inte, för känsliga uppgifter från 0 till {sensitive}. "
            "{source}."
        )
        yield told.format(most=rule.least - 1, sensitive=rule.least_sensitive - 1, source=rule.source.capitalize())
    yield from map(str, _told(statistics))


def _told(statistics: Statistics) -> tuple[Problem, ...]:
    return statistics.problems if statistics.audience is Audience.INSIDE else ()
