"""What is a unit asked for a period, and what is each cell called?"""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from samordna.domain.participation.code_lists import SURVEY_QUESTION, CodeList, CodeLists
from samordna.domain.participation.count_table import GENDER_NAMES, CountTable, GenderAsked, Holds
from samordna.domain.participation.counts_report import Cell, CountsReport, Place, in_order
from samordna.domain.participation.instruments import OWN_INSTRUMENT, Instrument
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.period import Period


@dataclass(frozen=True, slots=True)
class Named:
    """A unit or an activity: its key, and what people read."""

    key: str
    name: str


@dataclass(frozen=True)
class Asked:
    """What one unit is asked for one period in one activity (det som efterfrågas).

    ``own`` are the association's own lists, such as its municipalities; the questions of progression are those of
    ``instrument``, those of a survey of ``survey``.
    """

    association: Named
    """The key is its organisation number."""
    unit: Named
    activity: Named
    period: Period
    tables: tuple[str, ...]
    own: tuple[CodeList, ...] = ()
    instrument: Instrument = field(default=OWN_INSTRUMENT)
    survey: Instrument | None = None

    @cached_property
    def lists(self) -> CodeLists:
        """The lists that its tables are divided by."""
        survey = (self.survey.as_list(SURVEY_QUESTION),) if self.survey else ()
        return CodeLists((self.instrument.as_list(), *survey, *self.own))

    def widest(self, table: CountTable) -> int:
        """Return how far from zero a single answer of a table of sums can be."""
        if SURVEY_QUESTION.key not in table.dimensions:
            return self.instrument.widest_change
        return max(abs(self.survey.lowest), abs(self.survey.highest)) if self.survey else 0

    @cached_property
    def count_tables(self) -> tuple[CountTable, ...]:
        """Its tables, in the order they are asked."""
        return tuple(TABLES[key] for key in TABLES if key in self.tables)

    def places(self, table: CountTable) -> Iterator[Place]:
        """Yield the cells of a table that an answer is waited for in."""
        genders = (None,) if table.gender is not GenderAsked.ALWAYS else table.genders
        for codes in rows_of(table, self.lists):
            yield from (Place(table.key, codes, gender) for gender in genders)

    def called(self, place: Place) -> str:
        """Return what a cell is called: ``Startade efter ålder, 16–19 år, kvinnor``."""
        table = TABLES.get(place.table)
        if table is None:
            return ", ".join((place.table, *place.codes))
        lists = self.lists
        codes = (lists.name(dimension, code) for dimension, code in zip(table.dimensions, place.codes, strict=False))
        return ", ".join((table.name, *codes, GENDER_NAMES[place.gender]))


@dataclass(frozen=True, slots=True)
class Where:
    """What the places of a report are called: a cell, the text of a table, and the report as a whole."""

    cell: Callable[[Place], str]
    text: Callable[[str], str]
    whole: str


def where_in_words(asked: Asked) -> Where:
    """Return the places of a report by table, row and column, for whoever knows no better ones."""
    whole = f"{asked.unit.name}, {asked.period.in_words}"

    def text(table: str) -> str:
        return f"{whole}, {TABLES[table].name if table in TABLES else table}"

    return Where(asked.called, text, whole)


def rows_of(table: CountTable, lists: CodeLists) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table: every combination of the answers it is divided by."""
    answers = ([code.key for code in lists.codes(dimension)] for dimension in table.dimensions)
    return tuple(itertools.product(*answers))


def unanswered(report: CountsReport, asked: Asked) -> tuple[Place, ...]:
    """Return the cells that an answer was waited for in and that hold neither a figure nor a blank that is meant.

    Where gender is asked if it is known, a row that has its genders has its total too.
    """
    return tuple(
        place
        for table in asked.count_tables
        for place in asked.places(table)
        if report.by_place.get(place) is None and not _in_genders(report, table, place)
    )


def _in_genders(report: CountsReport, table: CountTable, place: Place) -> bool:
    if table.gender is not GenderAsked.IF_KNOWN or table.holds is not Holds.COUNTS:
        return False
    return report.figure(place.table, place.codes).exact is not None


def with_blanks(cells: Iterable[Cell], asked: Asked) -> tuple[Cell, ...]:
    """Return cells in order, with a blank in each that was asked and is not among them: blanks that are meant."""
    answered = tuple(cells)
    there = {cell.place for cell in answered}
    places = (place for table in asked.count_tables for place in asked.places(table))
    return in_order((*answered, *(Cell(place, None) for place in places if place not in there)))
