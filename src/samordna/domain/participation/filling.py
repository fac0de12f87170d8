"""What did somebody type into tables of the form on the site, and which report does it make?

A table is filled in at a time: what is typed into it takes the place of what the report had there, all of it or, when
anything is no count, nothing.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final

from samordna.domain.participation import problems as kinds
from samordna.domain.participation.asked import Asked, Where, rows_of, unanswered, with_blanks
from samordna.domain.participation.checks import parts_of, report_problems
from samordna.domain.participation.count_form import FormRow, Part, form_rows
from samordna.domain.participation.count_table import CountTable, Gender, GenderAsked, Holds
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
from samordna.domain.participation.tables import TABLES
from samordna.domain.participation.typed import number_problem, typed_count, typed_number
from samordna.domain.values.counted import RawCount
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem

_TOLD_AT_ONCE: Final = frozenset(
    one.code for one in (kinds.TOO_LARGE, kinds.SUMS_IMPOSSIBLE, kinds.IDENTITY_NUMBER, kinds.TEXT_TOO_LONG)
)
"""What is wrong with a cell or a text by itself. What disagrees is told, and is in nobody's way until it is sent."""
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_]")


class HowFar(Enum):
    """How far somebody has come with a table."""

    EMPTY = "empty"
    PARTLY = "partly"
    FILLED = "filled"


@dataclass(frozen=True, slots=True)
class Field:
    """A place to type one number: the cell that it belongs to, and which number of that."""

    place: Place
    part: Part = Part.COUNT

    @property
    def name(self) -> str:
        """What it is called in the form: ``starts_by_age.age_16_19.women``; it is an anchor of the page too."""
        codes = (_UNSAFE.sub(lambda sign: f"-{ord(sign[0]):x}-", code) for code in self.place.codes)
        gender = self.place.gender.value if self.place.gender else "total"
        return ".".join(filter(None, (self.place.table, *codes, self.part.value, gender)))


@dataclass(frozen=True)
class Filled:
    """What was typed into tables: their cells and texts, and what is wrong at which field, by its name."""

    cells: tuple[Cell, ...] = ()
    texts: tuple[Explanation, ...] = ()
    wrong: Mapping[str, Problem] = field(default_factory=dict)


def text_name(table: str) -> str:
    """Return what the field for the text of a table is called in the form."""
    return f"{table}.text"


def columns_of(table: CountTable, report: CountsReport) -> tuple[Gender | None, ...]:
    """Return the columns that are typed in: a total only where gender may be unknown, or where one was stated."""
    stated = any(cell.place.table == table.key and cell.place.gender is None for cell in report.cells)
    return (*table.genders, *((None,) if stated or table.gender is not GenderAsked.ALWAYS else ()))


def rows_to_fill(table: CountTable, asked: Asked) -> tuple[FormRow, ...]:
    """Return the rows of a table, each with the number of its cells that it asks."""
    return tuple(row for row in form_rows(asked) if row.table is table)


def without_blanks(report: CountsReport) -> CountsReport:
    """Return a report to go on with: what was left blank on purpose is a cell that nobody has filled in again."""
    order = list(TABLES)
    texts = (one for one in report.explanations if one.text.strip() and one.table in TABLES)
    ordered = tuple(sorted(texts, key=lambda one: order.index(one.table)))
    cells = in_order(cell for cell in report.cells if cell.value is not None)
    return replace(report, cells=cells, explanations=ordered, complete=False)


def text_in(report: CountsReport, one: Field) -> str:
    """Return what stands in a field: a plain number, nothing where nothing is told."""
    match report.by_place.get(one.place):
        case RawCount(count):
            return str(count)
        case Sums() as sums:
            return str(dict(zip((Part.N, Part.TOTAL, Part.SQUARES), parts_of(sums), strict=True))[one.part])
        case _:
            return ""


def explanation_of(report: CountsReport, table: str) -> str:
    """Return what the unit says of a table; empty when nothing."""
    return next((one.text for one in report.explanations if one.table == table), "")


def filled(asked: Asked, tables: Collection[str], typed: Mapping[str, str]) -> Filled:
    """Return what was typed into some tables, by the names of the fields; a field that was not there is blank."""
    cells, texts, wrong = list[Cell](), list[Explanation](), dict[str, Problem]()
    for table in asked.count_tables:
        if table.key not in tables:
            continue
        for place in _every_place(table, asked):
            value = _value(place, table, typed, asked, wrong)
            cells += [] if value is None else [Cell(place, value)]
        text = typed.get(text_name(table.key), "").replace("\r\n", "\n").strip()
        texts += [Explanation(table.key, text)] if text and table.explained else []
    return Filled(in_order(cells), tuple(texts), {**_told_at_once(asked, tables, cells, texts), **wrong})


def nothing_yet(asked: Asked) -> CountsReport:
    """Return a report where nothing is told; who vouches for it is not said until it is handed in."""
    return CountsReport(asked.unit.key, asked.activity.key, asked.period, VouchedBy.UNIT_MANAGER)


def to_hand_in(report: CountsReport, asked: Asked, role: VouchedBy, *, complete: bool) -> CountsReport:
    """Return a report as it is handed in: who vouches for it and, when it is complete, the blanks that are meant."""
    cells = with_blanks(report.cells, asked) if complete else report.cells
    return replace(report, cells=cells, vouched_by=role, complete=complete)


def with_tables(report: CountsReport, tables: Collection[str], said: Filled) -> CountsReport:
    """Return a report where some tables are as they were filled in, and the others as they were."""
    cells = (cell for cell in report.cells if cell.place.table not in tables)
    texts = (one for one in report.explanations if one.table not in tables)
    return without_blanks(replace(report, cells=(*cells, *said.cells), explanations=(*texts, *said.texts)))


def seen_word(report: CountsReport, asked: Asked, tables: Iterable[str]) -> str:
    """Return a word for what stands in some tables: another one when anything in them is another."""
    fields = (one for table in tables for one in fields_of(TABLES[table], asked))
    stands = [text_in(report, one) for one in fields]
    told = "\n".join((*stands, *(explanation_of(report, table) for table in tables)))
    return hashlib.sha256(told.encode()).hexdigest()[:20]


def fields_of(table: CountTable, asked: Asked) -> Iterator[Field]:
    """Yield every field that a table may have."""
    for row in rows_to_fill(table, asked):
        yield from (Field(Place(table.key, row.codes, gender), row.part) for gender in (*table.genders, None))


def how_far(report: CountsReport, asked: Asked) -> Mapping[str, HowFar]:
    """Return how far each table has come."""
    left = {place.table for place in unanswered(report, asked)}
    return {table: HowFar.FILLED if table not in left else _begun(report, table) for table in asked.tables}


def _begun(report: CountsReport, table: str) -> HowFar:
    return HowFar.PARTLY if table in report.tables else HowFar.EMPTY


def _every_place(table: CountTable, asked: Asked) -> Iterator[Place]:
    for codes in rows_of(table, asked.lists):
        yield from (Place(table.key, codes, gender) for gender in (*table.genders, None))


def _value(place: Place, table: CountTable, typed: Mapping[str, str], asked: Asked, wrong: dict[str, Problem]) -> Value:
    """Return what was typed into a cell; what is none of it is added to ``wrong``."""
    parts = (Part.COUNT,) if table.holds is Holds.COUNTS else (Part.N, Part.TOTAL, Part.SQUARES)
    fields = [Field(place, part) for part in parts]
    numbers = [_number(one, typed.get(one.name, ""), asked, wrong) for one in fields]
    there = [number for number in numbers if number is not None]
    if not there or any(one.name in wrong for one in fields):
        return None
    if len(there) < len(parts):
        wrong[fields[0].name] = kinds.SUMS_BY_HALVES.at(asked.called(place), count=len(there))
        return None
    if table.holds is Holds.COUNTS:
        return RawCount(there[0])
    n, total, squares = there
    return Sums(RawCount(n), total, squares)


def _number(one: Field, text: str, asked: Asked, wrong: dict[str, Problem]) -> int | None:
    try:
        if one.part is Part.TOTAL:
            return typed_number(text)
        count = typed_count(text)
    except ValueError:
        wrong[one.name] = number_problem(text, asked.called(one.place))
        return None
    return None if count is None else count.count


def _told_at_once(
    asked: Asked, tables: Collection[str], cells: Iterable[Cell], texts: Iterable[Explanation]
) -> Mapping[str, Problem]:
    """Return what is wrong with a cell or a text by itself, by the name of its field."""

    def cell(place: Place) -> str:
        return Field(place, Part.N if TABLES[place.table].holds is Holds.SUMS else Part.COUNT).name

    report = without_blanks(replace(nothing_yet(asked), cells=in_order(cells), explanations=tuple(texts)))
    called = {cell(one.place): asked.called(one.place) for one in cells}
    called |= {
        text_name(key): swedish("Förklaring till {table}").format(table=TABLES[key].name.lower()) for key in tables
    }
    where = Where(cell, text_name, "")
    here = replace(asked, tables=tuple(tables))
    found = (one for one in report_problems(report, here, where) if one.code in _TOLD_AT_ONCE)
    return {one.place: replace(one, place=called.get(one.place, one.place)) for one in found}
