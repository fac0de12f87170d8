"""Which report do the rows of a form or a table make?

A row has the key that ``domain.participation.count_form`` gave it. What is wrong with a cell is told where it stands;
what is wrong with the report that the cells make is told by the checks of the domain, in the same places.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from samordna.domain.participation import count_form
from samordna.domain.participation.asked import Asked, Where, with_blanks
from samordna.domain.participation.checks import report_problems
from samordna.domain.participation.count_form import COMPLETE_ROW, NO, TEXT, VOUCHED_ROW, YES, FormRow, Part, form_rows
from samordna.domain.participation.count_table import Gender, Holds
from samordna.domain.participation.counts_report import (
    Cell,
    CountsReport,
    Explanation,
    Place,
    Sums,
    Value,
    VouchedBy,
    in_order,
)
from samordna.domain.participation.problems import SUMS_BY_HALVES
from samordna.domain.participation.typed import number_problem, typed_count, typed_number
from samordna.domain.values.counted import RawCount
from samordna.domain.values.problem import Problem, refuses
from samordna.domain.values.spelling import folded
from samordna.sources.counts import problems as kinds
from samordna.sources.counts.reading import CountsReading, masked, role_of
from samordna.sources.tables.cells import Cell as Written
from samordna.sources.tables.cells import text_of

COLUMNS: Final[Mapping[str, Gender | None]] = {
    **{heading: gender for gender, heading in count_form.GENDER_HEADINGS.items()},
    count_form.TOTAL: None,
}
"""The columns that numbers are written in."""


@dataclass
class Rows:
    """The rows of one report while they are read. ``name`` is what the report is called where no cell is meant."""

    asked: Asked
    name: str
    problems: list[Problem] = field(default_factory=list)
    _numbers: dict[tuple[Place, Part], int] = field(default_factory=dict)
    _texts: list[tuple[str, str]] = field(default_factory=list)
    _where: dict[Place, str] = field(default_factory=dict)
    _where_texts: dict[str, str] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)
    _complete: bool = False
    _role: VouchedBy | None = None

    def __post_init__(self) -> None:
        self._rows = {row.key: row for row in form_rows(self.asked)}
        named = count_form.row_names(self.asked).items()
        self._names = {key: ", ".join(part for part in name if part) for key, name in named}

    def take(self, key: str, cells: Mapping[str, Written], where: Callable[[str], str]) -> None:
        """Take one row by its key: its cells by their headings, and where the one of a heading stands.

        A row without a known key is told by what stands there instead.
        """
        if key in self._seen:
            self.problems.append(kinds.ROW_TWICE.at(where(count_form.TABLE), row=self._names.get(key, key)))
            return
        self._seen.add(key)
        text = text_of(cells.get(TEXT, ""))
        if key in (COMPLETE_ROW, VOUCHED_ROW):
            self._take_word(key, text, cells, where)
        elif key in self._rows:
            self._take_numbers(self._rows[key], cells, where)
            self._take_text(self._rows[key].table.key, text, where(TEXT))
        else:
            kind, told = (kinds.UNKNOWN_ROW, {"row": key}) if key else (kinds.ROW_WITHOUT_KEY, {})
            self.problems.append(kind.at(where(count_form.TABLE), **told))

    def tell_missing(self, place: str) -> None:
        """Tell which rows of the form are gone: what was deleted can not be taken for blank."""
        for key, name in self._names.items():
            if key not in self._seen:
                self.problems.append(kinds.ROW_MISSING.at(place, row=name))

    def reading(self) -> CountsReading:
        """Return the report that the rows make, or why they make none."""
        cells = in_order(Cell(place, value) for place, value in self._values())
        if self._role is None and not refuses(self.problems):
            found = role_of("", self._where_texts.get(VOUCHED_ROW, self.name))
            self.problems += [found] if isinstance(found, Problem) else []
        if self._role is None or refuses(self.problems):
            return CountsReading(None, masked(self.problems), self.asked)
        explanations = tuple(Explanation(table, text) for table, text in self._texts)
        complete = self._complete
        filled = with_blanks(cells, self.asked) if complete else cells
        who = (self.asked.unit.key, self.asked.activity.key, self.asked.period, self._role)
        report = CountsReport(*who, filled, explanations, complete)
        problems = masked((*self.problems, *report_problems(report, self.asked, self._places())))
        return CountsReading(None if refuses(problems) else report, problems, self.asked)

    def _take_word(self, key: str, text: str, cells: Mapping[str, Written], where: Callable[[str], str]) -> None:
        for heading in COLUMNS:
            if cells.get(heading, "") != "":
                self.problems.append(kinds.NOT_PART_OF_ROW.at(where(heading), heading=TEXT))
        self._where_texts[key] = where(TEXT)
        if key == VOUCHED_ROW:
            role = role_of(text, where(TEXT))
            if isinstance(role, Problem):
                self.problems.append(role)
            else:
                self._role = role
        elif folded(text) in {YES, NO, ""}:
            self._complete = folded(text) == YES
        else:
            self.problems.append(kinds.NOT_YES_OR_NO.at(where(TEXT), text=text[:40]))

    def _take_numbers(self, row: FormRow, cells: Mapping[str, Written], where: Callable[[str], str]) -> None:
        for heading, gender in COLUMNS.items():
            place = Place(row.table.key, row.codes, gender)
            self._where.setdefault(place, where(heading))
            number = self._number(cells.get(heading, ""), row.part, where(heading))
            if number is not None:
                self._numbers[place, row.part] = number

    def _number(self, cell: Written, part: Part, place: str) -> int | None:
        text = f"{cell:f}".replace(".", ",") if isinstance(cell, Decimal) and cell % 1 else text_of(cell)
        try:
            if part is Part.TOTAL:
                return typed_number(text)
            count = typed_count(text)
        except ValueError:
            self.problems.append(number_problem(text, place))
            return None
        return None if count is None else count.count

    def _take_text(self, table: str, text: str, place: str) -> None:
        if text:
            self._texts.append((table, text))
            self._where_texts[table] = place

    def _values(self) -> Iterator[tuple[Place, Value]]:
        """Yield what stands in each cell that says something; of sums that are told by halves, that they are."""
        for place, row in self._cells():
            if row.table.holds is Holds.COUNTS:
                if (count := self._numbers.get((place, Part.COUNT))) is not None:
                    yield place, RawCount(count)
                continue
            parts = [self._numbers.get((place, part)) for part in (Part.N, Part.TOTAL, Part.SQUARES)]
            there = [part for part in parts if part is not None]
            if len(there) == len(parts):
                n, total, squares = there
                yield place, Sums(RawCount(n), total, squares)
            elif there:
                self.problems.append(SUMS_BY_HALVES.at(self._where[place], count=len(there)))

    def _cells(self) -> Iterator[tuple[Place, FormRow]]:
        rows = (row for row in self._rows.values() if row.part in (Part.COUNT, Part.N))
        yield from ((Place(row.table.key, row.codes, gender), row) for row in rows for gender in COLUMNS.values())

    def _places(self) -> Where:
        return Where(self._cell, lambda table: self._where_texts.get(table, self.name), self.name)

    def _cell(self, place: Place) -> str:
        """Return where a cell stands; of a whole table, where its first row does."""
        first = (at for at in self._where if (at.table, at.gender) == (place.table, place.gender))
        found = self._where.get(place) or self._where.get(next(first, place), self.name)
        return f"{found} ({self.asked.called(place)})"
