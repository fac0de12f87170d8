"""May what a unit reported be right: is it what was asked, and does it agree with itself?

The same checks hold for the web form, the workbook and the packet. Whoever read the report says where each cell stands;
otherwise a cell is called by its table, row and column.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.participation import problems as kinds
from samordna.domain.participation.agreement_checks import agreement_problems
from samordna.domain.participation.asked import Asked, Where, unanswered, where_in_words
from samordna.domain.participation.count_table import CountTable, GenderAsked, Holds
from samordna.domain.participation.counts_report import (
    FORMAT_VERSION,
    LARGEST,
    LONGEST_TEXT,
    Cell,
    CountsReport,
    Place,
    Sums,
)
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem
from samordna.domain.values.typed_number import carries_typed_number

_HELD: Final = {Holds.COUNTS: swedish("ett antal"), Holds.SUMS: swedish("antal, summa och kvadratsumma")}


def report_problems(report: CountsReport, asked: Asked, where: Where | None = None) -> tuple[Problem, ...]:
    """Return everything that is wrong with a report: what it is for, its cells, its texts, and what disagrees in it."""
    reading = _Checking(report, asked, where or where_in_words(asked))
    head = (*reading.of_head(), *reading.of_texts())
    cells = tuple(reading.of_cells())
    if cells:
        return (*head, *cells)  # what does not stand where it should adds up to nothing
    return (*head, *reading.of_whole(), *agreement_problems(report, asked, reading.where.cell))


@dataclass(frozen=True)
class _Checking:
    """A report while it is checked."""

    report: CountsReport
    asked: Asked
    where: Where

    def of_head(self) -> Iterator[Problem]:
        """Yield what is wrong with whose report it is, for when and in which version."""
        report, asked = self.report, self.asked
        version = {"found": report.version, "wanted": FORMAT_VERSION}
        if report.version < FORMAT_VERSION:
            yield kinds.OLDER_VERSION.at(self.where.whole, **version)
        if report.version > FORMAT_VERSION:
            yield kinds.LATER_VERSION.at(self.where.whole, **version)
        if report.unit != asked.unit.key:
            yield kinds.UNKNOWN_UNIT.at(self.where.whole, unit=report.unit, known=asked.unit.name)
        if report.activity != asked.activity.key:
            yield kinds.UNKNOWN_ACTIVITY.at(self.where.whole, activity=report.activity, known=asked.activity.name)
        if report.period != asked.period:
            told = {"found": report.period.in_words, "wanted": asked.period.in_words}
            yield kinds.WRONG_PERIOD.at(self.where.whole, **told)

    def of_texts(self) -> Iterator[Problem]:
        """Yield what is wrong with the explanations; a text that is refused is never repeated."""
        for table, times in Counter(one.table for one in self.report.explanations).items():
            if times > 1:
                yield kinds.TEXT_TWICE.at(self.where.text(table), table=self._name(table))
        for one in self.report.explanations:
            place = self.where.text(one.table)
            if one.table not in TABLES or not TABLES[one.table].explained:
                yield kinds.TEXT_NOT_ALLOWED.at(place, table=self._name(one.table))
            if len(one.text) > LONGEST_TEXT:
                yield kinds.TEXT_TOO_LONG.at(place, most=swedish_number(LONGEST_TEXT))
            if carries_typed_number(one.text):
                yield kinds.IDENTITY_NUMBER.at(place)

    def of_cells(self) -> Iterator[Problem]:
        """Yield which cells are not among those that are asked, or hold what they can not."""
        for place, times in Counter(cell.place for cell in self.report.cells).items():
            if times > 1:
                yield kinds.CELL_TWICE.at(self.where.cell(place))
        for cell in self.report.cells:
            table = TABLES.get(cell.place.table)
            if table is None or table.key not in self.asked.tables:
                yield kinds.UNKNOWN_TABLE.at(self.where.cell(cell.place), table=self._name(cell.place.table))
            elif problem := self._of_row(cell.place, table) or self._of_value(cell, table):
                yield problem

    def _of_row(self, place: Place, table: CountTable) -> Problem | None:
        lists = self.asked.lists
        codes = (*place.codes, "") if len(place.codes) < len(table.dimensions) else place.codes
        for at, code in enumerate(codes):
            answers = lists.codes(table.dimensions[at]) if at < len(table.dimensions) else ()
            if code not in {one.key for one in answers}:
                known = ", ".join(one.name for one in answers) or swedish("det hela: tabellen har en enda rad")
                return kinds.UNKNOWN_CODE.at(self.where.cell(place), code=code, table=table.name, known=known)
        if place.gender is not None and table.gender is GenderAsked.NEVER:
            return kinds.GENDER_NOT_ASKED.at(self.where.cell(place))
        return None

    def _of_value(self, cell: Cell, table: CountTable) -> Problem | None:
        place, value = self.where.cell(cell.place), cell.value
        if value is None:
            return None
        held = Holds.SUMS if isinstance(value, Sums) else Holds.COUNTS
        if held is not table.holds:
            return kinds.WRONG_KIND_OF_CELL.at(place, found=_HELD[held], wanted=_HELD[table.holds])
        count = value.n if isinstance(value, Sums) else value
        if count.count > LARGEST:
            return kinds.TOO_LARGE.at(place, most=swedish_number(LARGEST))
        widest = self.asked.widest(table)
        if isinstance(value, Sums) and not can_be(value, widest):
            told = {name: swedish_number(n) for name, n in zip(("n", "total", "squares"), parts_of(value), strict=True)}
            return kinds.SUMS_IMPOSSIBLE.at(place, **told, widest=widest)
        return None

    def of_whole(self) -> Iterator[Problem]:
        """Yield whether anything is filled in, and everything that should be."""
        left = unanswered(self.report, self.asked)
        if not self.report.tables:
            yield kinds.NOTHING_FILLED_IN.at(self.where.whole)
        elif left and not self.report.complete:
            yield kinds.HALF_FILLED.at(
                self.where.whole, count=swedish_number(len(left)), first=self.where.cell(left[0])
            )

    def _name(self, table: str) -> str:
        return TABLES[table].name if table in TABLES else table


def parts_of(value: Sums) -> tuple[int, int, int]:
    """Return the three numbers of sums."""
    return value.n.count, value.total, value.squares


def can_be(value: Sums, widest: int) -> bool:
    """Tell whether whole numbers, none further from zero than ``widest``, may have this sum and these squares."""
    n, total, squares = parts_of(value)
    if total * total > n * squares or abs(total) > squares:
        return False  # Cauchy and Schwarz; and no whole number is further from zero than its square
    return squares <= n * widest * widest and (total - squares) % 2 == 0
