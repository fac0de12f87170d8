"""What does a table of a unit's form show: its fields, what stood there before, its sums, and what is told at them?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from samordna.domain.participation.count_form import GENDER_HEADINGS, TOTAL, FormRow, Part
from samordna.domain.participation.count_table import CountTable, Gender, Holds
from samordna.domain.participation.counts_report import CountsReport, Place
from samordna.domain.participation.filling import (
    Field,
    columns_of,
    explanation_of,
    rows_to_fill,
    seen_word,
    text_in,
    text_name,
)
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem
from samordna.look.parts import Tone
from samordna.office.web.counts.counts_form_link import OpenForm
from samordna.office.web.counts.counts_form_told import Told

SEEN: Final = "sett"
"""The name of the field that says what stood in a table when its page was made, with the table's key after a dot."""
_LONGEST: Final = 200
"""Characters of what was typed that are shown again; no number is longer."""


@dataclass(frozen=True)
class Typed:
    """What came of a form that was not saved: what was typed, what is wrong with it, at which field or as a whole."""

    values: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, Problem] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    meanwhile: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A field of a table: what it is called, its column's heading, what stands in it, and what stood there before."""

    name: str
    label: str
    column: str
    heading: str
    text: str
    before: str = ""
    wrong: bool = False
    may_be_negative: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its name, its fields, what they come to when that is shown, and what is told below it."""

    name: str
    number: int
    boxes: tuple[Box, ...]
    total: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class SumRow:
    """A row below the others: the sums so far, or the figure that they are to become."""

    name: str
    figures: tuple[tuple[str, str, str], ...]
    """Each with its column's key and heading."""
    live: bool = False


@dataclass(frozen=True)
class TableShown:
    """A table to fill in."""

    table: CountTable
    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]
    sums: tuple[SumRow, ...]
    summed: bool
    text: str
    text_name: str
    told: tuple[Told, ...]
    text_told: tuple[Told, ...]
    seen_name: str
    seen: str

    @property
    def width(self) -> int:
        """How many columns it has."""
        return 1 + len(self.headings)


def table_shown(form: OpenForm, key: str, told: Iterable[Told], typed: Typed | None = None) -> TableShown:
    """Return a table as it stands, or as it was typed when that was not saved."""
    table, here = TABLES[key], tuple(one for one in told if one.table == key)
    page = _Page(form, table, here, typed or Typed())
    text_field = text_name(key)
    stands = explanation_of(form.report, key)
    return TableShown(
        table=table,
        headings=page.headings,
        rows=tuple(page.row(row, number) for number, row in enumerate(rows_to_fill(table, form.asked))),
        sums=page.sums(),
        summed=page.summed,
        text=page.typed.values.get(text_field, stands),
        text_name=text_field,
        told=tuple(one for one in here if not one.name),
        text_told=(*(one for one in here if one.name == text_field), *page.told_at(text_field, stands)),
        seen_name=f"{SEEN}.{key}",
        seen=seen_word(form.report, form.asked, [key]),
    )


@dataclass(frozen=True)
class _Page:
    """A table while its page is made."""

    form: OpenForm
    table: CountTable
    told: tuple[Told, ...]
    typed: Typed

    @property
    def columns(self) -> tuple[Gender | None, ...]:
        """The columns that are typed in."""
        return columns_of(self.table, self.form.report)

    @property
    def summed(self) -> bool:
        """Whether what is typed adds up to something that is shown."""
        return self.table.holds is Holds.COUNTS

    @property
    def _row_total(self) -> bool:
        return self.summed and None not in self.columns

    @property
    def headings(self) -> tuple[str, ...]:
        """What the columns of numbers are called."""
        return (*map(heading_of, self.columns), *((TOTAL,) if self._row_total else ()))

    def row(self, row: FormRow, number: int) -> TableRow:
        """Return a row with its fields."""
        name = self.form.answers[row.key] or self.table.name
        boxes = tuple(self._box(row, gender, name) for gender in self.columns)
        names = {box.name for box in boxes}
        stands = {one.name: text_in(self.form.report, one) for one in self._fields(row)}
        wrong = [told for one in boxes for told in self.told_at(one.name, stands[one.name], one.heading)]
        told = (*wrong, *(one for one in self.told if one.name in names))
        total = total_text(self.form.report, Place(self.table.key, row.codes)) if self._row_total else ""
        return TableRow(name, number, boxes, total, told)

    def _fields(self, row: FormRow) -> list[Field]:
        return [Field(Place(self.table.key, row.codes, gender), row.part) for gender in self.columns]

    def _box(self, row: FormRow, gender: Gender | None, name: str) -> Box:
        one = Field(Place(self.table.key, row.codes, gender), row.part)
        heading = heading_of(gender)
        return Box(
            name=one.name,
            label=f"{name}, {heading}",
            column=_key(gender),
            heading=heading,
            text=self.typed.values.get(one.name, text_in(self.form.report, one))[:_LONGEST],
            before=text_in(self.form.before, one) if self.form.before else "",
            wrong=one.name in self.typed.wrong,
            may_be_negative=row.part is Part.TOTAL,
        )

    def told_at(self, name: str, stands: str, heading: str = "") -> tuple[Told, ...]:
        """Return what is wrong with what was typed in a field, and what somebody else has saved there."""
        told = []
        if problem := self.typed.wrong.get(name):
            told.append(
                Told(heading or problem.place, problem.found, problem.remedy, Tone.REFUSE, self.table.key, name)
            )
        if self.typed.meanwhile and self.typed.values.get(name, "").strip() != stands:
            saved = swedish("Någon annan har sparat {what} här.").format(what=f"”{stands}”" if stands else "tomt")
            told.append(Told(heading, saved, "", Tone.WARN, self.table.key, name))
        return tuple(told)

    def sums(self) -> tuple[SumRow, ...]:
        """Return what the rows come to so far and, where they divide a figure, what they are to become."""
        if not (self.summed and self.table.dimensions):
            return ()
        report, key = self.form.report, self.table.key
        columns = (*self.columns, *((None,) if self._row_total else ()))
        so_far = SumRow(
            swedish("Ifyllt hittills"), tuple(_figure(one, rows_text(report, key, one)) for one in columns), live=True
        )
        whole = self.table.adds_up_to
        if whole not in self.form.asked.tables:
            return (so_far,)
        name = swedish("Att jämföra med: {name}").format(name=TABLES[whole].name)
        return so_far, SumRow(name, tuple(_figure(one, total_text(report, Place(whole, (), one))) for one in columns))


def heading_of(gender: Gender | None) -> str:
    """Return what a column is called."""
    return GENDER_HEADINGS[gender] if gender else TOTAL


def total_text(report: CountsReport, place: Place) -> str:
    """Return what a row counts so far: nothing where nothing is told."""
    row = {one.gender for one in report.by_place if (one.table, one.codes) == (place.table, place.codes)}
    told = row if place.gender is None else row & {place.gender}
    return swedish_number(report.figure(place.table, place.codes, place.gender).least.count) if told else ""


def rows_text(report: CountsReport, table: str, gender: Gender | None) -> str:
    """Return what the rows of a table come to so far, nothing where nothing is told."""
    there = {one.gender for one in report.by_place if one.table == table}
    told = there if gender is None else there & {gender}
    return swedish_number(report.sum_of_rows(table, gender).least.count) if told else ""


def _figure(gender: Gender | None, text: str) -> tuple[str, str, str]:
    return _key(gender), heading_of(gender), text


def _key(gender: Gender | None) -> str:
    return gender.value if gender else "total"
