"""What has a unit answered, cell by cell, beside what it answered before, and what is to be asked about it?

Counts as they are, for who may see them: words for a page, and nothing that a document could take.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from samordna.domain.activities.agreed import Counted
from samordna.domain.participation.agreement_checks import shown
from samordna.domain.participation.asked import Asked, rows_of
from samordna.domain.participation.checks import report_problems
from samordna.domain.participation.collecting.rates import Awaited
from samordna.domain.participation.collecting.submission import CellQuestion, Submission, SubmissionStep
from samordna.domain.participation.count_table import CountTable, Gender, Holds
from samordna.domain.participation.counts_report import CountsReport, Place, Sums
from samordna.domain.participation.held_against import (
    AgreedCount,
    agreed_problems,
    differences,
    earlier_problems,
    in_words,
    value_in_words,
)
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.office.questions.activities.activities import activities_held
from samordna.office.questions.counts.counts import counts_held, counts_history
from samordna.office.questions.plan.plan_years import plan_year
from samordna.office.store.plan_rows import Said

_COUNTS_IN: Final[Mapping[Counted, str]] = {
    Counted.REFERRALS: "referrals",
    Counted.STARTS: "starts",
    Counted.PARTICIPANTS: "participants",
    Counted.HEADS: "head_count",
}
"""The table that counts what an agreed number counts."""


@dataclass(frozen=True, slots=True)
class CountShown:
    """A cell: where it is, what it is called, what stands in it, in the version before and in the last period.

    ``was`` and ``earlier`` are empty where there is nothing to tell, ``question`` where nothing is asked.
    """

    place: Place
    name: str
    text: str
    was: str = ""
    earlier: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class CountRow:
    """A row of a table: the answer that it counts, and its cells."""

    name: str
    cells: tuple[CountShown, ...]


@dataclass(frozen=True, slots=True)
class CountsTable:
    """A table as it was answered; ``sums`` are what its rows add up to, none where they do not."""

    table: CountTable
    columns: tuple[Gender | None, ...]
    rows: tuple[CountRow, ...]
    sums: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class CountsChange:
    """What a version answers otherwise than the one before: a cell, or the text of a table, as it was and as it is."""

    words: str
    table: str
    place: Place | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class CountsShown:
    """A unit's answer, as it stands or as it was in a version; None and nothing else while it is not handed in.

    ``answered`` are the questions that it was handed in again after, and ``answer`` what was said then.
    """

    line: Awaited
    asked: Asked
    said: Said[Submission] | None
    versions: tuple[Said[Submission], ...]
    tables: tuple[CountsTable, ...] = ()
    changed: tuple[CountsChange, ...] = ()
    problems: tuple[Problem, ...] = ()
    earlier: CountsReport | None = None
    answered: tuple[CellQuestion, ...] = ()
    answer: str = ""

    @property
    def questions(self) -> tuple[CellQuestion, ...]:
        """What waits for an answer of the unit."""
        return self.said.value.questions if self.said else ()

    @property
    def is_latest(self) -> bool:
        """Tell whether it is shown as it stands."""
        return self.said is None or self.said.number == self.versions[0].number


def counts_shown(unit: str, activity: str, period: Period, version: int | None = None) -> CountsShown | None:
    """Return a unit's answer; ``version`` is the line of the journal that it is shown as of. None for what is not."""
    held = counts_held()
    line = held.line(unit, activity, period)
    if line is None:
        return None
    asked, versions = held.asked_of(line.asked), counts_history(unit, activity, period)
    said = next((one for one in versions if version in (None, one.number)), None)
    if said is None:
        return CountsShown(line, asked, None, versions) if version is None else None
    report = said.value.report
    before = next(
        (one.value.report for one in versions if one.number < said.number and one.value.report != report), None
    )
    earlier = held.before(asked)
    answered, answer = _answered([one.value for one in versions if one.number <= said.number])
    laid_out = _LayingOut(report, asked, before, earlier, (*said.value.questions, *answered))
    return CountsShown(
        line, asked, said, versions, tuple(laid_out.tables()), _changed(before, report, asked),
        tuple(_problems(report, asked, earlier)), earlier, answered, answer,
    )  # fmt: skip


def agreed_counts(asked: Asked) -> tuple[AgreedCount, ...]:
    """Return what is agreed of the unit for the year that the months are in, each with the table that counts it."""
    year = plan_year(asked.period.last // 100)
    agreed = activities_held().agreed_in(year) if year else ()
    return tuple(
        AgreedCount(_COUNTS_IN[one.counts], one.number, asked.period.last // 100)
        for one in agreed
        if (one.activity, one.unit) == (asked.activity.key, asked.unit.key)
    )


def _problems(report: CountsReport, asked: Asked, earlier: CountsReport | None) -> Iterator[Problem]:
    yield from report_problems(report, asked)
    yield from earlier_problems(report, earlier, asked) if earlier else ()
    for agreed in agreed_counts(asked):
        yield from agreed_problems(report, agreed, asked)


def _answered(versions: Iterable[Submission]) -> tuple[tuple[CellQuestion, ...], str]:
    """Return the last questions that an answer came to, and what was said with it; the latest version is first."""
    for after, before in pairwise(versions):
        if after.questions:
            break
        if before.questions:
            came = after.history[-1]
            return (before.questions, came.told) if came.step is SubmissionStep.SEND_IN else ((), "")
    return (), ""


def _changed(before: CountsReport | None, report: CountsReport, asked: Asked) -> tuple[CountsChange, ...]:
    if before is None:
        return ()
    cells = (CountsChange(in_words(one, asked), one.place.table, one.place) for one in differences(before, report))
    return (*cells, *_changed_texts(before, report, asked))


def _changed_texts(before: CountsReport, report: CountsReport, asked: Asked) -> Iterator[CountsChange]:
    was, stands = ({one.table: one.text for one in each.explanations} for each in (before, report))
    words = swedish("Texten till {table} är ändrad")
    for table in asked.count_tables:
        old, new = was.get(table.key, ""), stands.get(table.key, "")
        if old != new:
            yield CountsChange(words.format(table=table.name), table.key, None, old, new)


@dataclass(frozen=True)
class _LayingOut:
    """A report while it is laid out in tables."""

    report: CountsReport
    asked: Asked
    before: CountsReport | None
    earlier: CountsReport | None
    questions: tuple[CellQuestion, ...]

    def tables(self) -> Iterator[CountsTable]:
        """Yield the tables that were asked, in order."""
        texts = {one.table: one.text for one in self.report.explanations}
        for table in self.asked.count_tables:
            columns: tuple[Gender | None, ...] = (*table.genders, None)
            rows = tuple(self._row(table, codes, columns) for codes in rows_of(table, self.asked.lists))
            sums = self._sums(table, columns) if len(rows) > 1 else ()
            yield CountsTable(table, columns, rows, sums, texts.get(table.key, ""))

    def _row(self, table: CountTable, codes: tuple[str, ...], columns: tuple[Gender | None, ...]) -> CountRow:
        lists = self.asked.lists
        names = (lists.name(dimension, code) for dimension, code in zip(table.dimensions, codes, strict=True))
        return CountRow(", ".join(names) or table.name, tuple(self._cell(table, codes, one) for one in columns))

    def _cell(self, table: CountTable, codes: tuple[str, ...], gender: Gender | None) -> CountShown:
        place = Place(table.key, codes, gender)
        text = _text(self.report, table, place)
        was = _text(self.before, table, place) if self.before else text
        earlier = _text(self.earlier, table, place) if self.earlier else ""
        earlier = "" if earlier == text == swedish_number(0) else earlier
        asks = (one.text for one in self.questions if one.place == place)
        return CountShown(place, self.asked.called(place), text, was if was != text else "", earlier, "; ".join(asks))

    def _sums(self, table: CountTable, columns: tuple[Gender | None, ...]) -> tuple[str, ...]:
        if table.holds is Holds.SUMS or table.several:
            return ()
        return tuple(shown(self.report.sum_of_rows(table.key, gender)) for gender in columns)


def _text(report: CountsReport, table: CountTable, place: Place) -> str:
    """Return what stands in a cell; of a total that was not stated, what the genders add up to."""
    value = report.by_place.get(place)
    if table.holds is Holds.SUMS:
        together = report.sums(table.key, place.codes, place.gender)
        return _sums(together) if together else value_in_words(None)
    if value is None and place.gender is None and table.genders:
        return shown(report.figure(table.key, place.codes))
    return value_in_words(value)


def _sums(sums: Sums) -> str:
    """Return sums so short that a cell has room for them: the squares are for computing, not for reading."""
    told = swedish("{n} svar, summa {total}")
    return told.format(n=swedish_number(sums.n.count), total=swedish_number(sums.total))
