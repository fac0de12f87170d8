"""How does a sentence get its figures?

A text holds places in braces. What stands between them is words; what stands in them is never typed:

* ``{income.res3.actual}``: the cell at statement, row and column, in the table's own unit;
  ``{income.res3.actual tkr abs}`` in another unit, without its sign;
* ``{plan.outlook.closing_equity.forecast}``: the cell of a table that the plan answers a name with;
* ``{statistics.inflow-by-unit.total.all}``: the cell of a table of a view of statistics; one of which no more may be
  told says so in words;
* ``{diff A B tkr abs}``: A less B; ``{share A B}``: A as a per cent of B;
* ``{compare A B: högre än | lägre än | lika med}``: the words for A > B, A < B or A = B, as they read; B may be ``0``,
  and the words may hold places of their own in brackets;
* ``{known: , mot [income.res3.previous tkr] året före}``: words that are left out when a figure in them is missing;
* ``{period}``, ``{association}`` and the other facts of the report.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from samordna.domain.document import (
    Block,
    Cell,
    ComputedOrigin,
    Figure,
    Hidden,
    How,
    Inline,
    Missing,
    Number,
    Paragraph,
    Part,
    Table,
)
from samordna.domain.reports.places import PLAN, STATISTICS, parted
from samordna.domain.statements.lay_out import Statements
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import KRONOR, PERCENT, THOUSANDS, UNITS

_PLACE: Final = re.compile(r"\{([^{}]*)\}")
_TERMS: Final = {"diff": 2, "share": 2}


def nothing_told(_name: str) -> tuple[Block, ...]:
    """Return what stands in a report where there is no plan to ask, or nobody has counted."""
    return ()


class UnknownPlace(ValueError):  # noqa: N818 - the place is what is unknown, not an error of the reader
    """A place that leads to no cell and no fact; the message is the place."""


@dataclass(frozen=True)
class Prose:
    """Fills texts from statements, facts (``{"period": "januari–augusti 2024"}``), and plan and counts by name."""

    statements: Statements
    facts: Mapping[str, str]
    plan_of: Callable[[str], tuple[Block, ...]] = nothing_told
    statistics_of: Callable[[str], tuple[Block, ...]] = nothing_told

    def paragraph(self, text: str) -> Paragraph:
        """Return the text with every place filled; raises ``UnknownPlace`` for one that leads nowhere."""
        parts: list[Inline] = []
        for filled in self._filled(text):
            if isinstance(filled, str) and parts and isinstance(parts[-1], str):
                # Words that were left out leave no gap behind.
                parts[-1] += filled.lstrip(" ") if parts[-1].endswith(" ") else filled
            elif filled != "":
                parts.append(filled)
        return Paragraph(tuple(parts))

    def _filled(self, text: str) -> Iterator[Inline]:
        for index, piece in enumerate(_PLACE.split(text)):
            if index % 2:
                yield from self._fill(piece)
            else:
                yield piece

    def _inner(self, text: str) -> tuple[Inline, ...]:
        """Return the words of a choice, whose own places stand in brackets, filled."""
        return tuple(self._filled(text.replace("[", "{").replace("]", "}")))

    def figure(self, place: str) -> Figure:
        """Return the figure of a place without its braces."""
        words = place.split()
        count = _TERMS.get(words[0], 0)
        terms, manner = (words[1 : count + 1], words[count + 1 :]) if count else (words[:1], words[1:])
        cells = [self._cell(term) for term in terms]
        number = _DERIVED[words[0]](*cells) if count else cells[0]
        return Figure(_in_manner(number, manner), place)

    def _fill(self, place: str) -> tuple[Inline, ...]:
        if place in self.facts:
            return (self.facts[place],)
        if place.startswith("compare "):
            return self._compared(place.removeprefix("compare "))
        if place.startswith("known:"):
            words = self._inner(place.removeprefix("known:"))
            return () if any(is_missing(part) for part in words) else words
        return (self.figure(place),)

    def _compared(self, place: str) -> tuple[Inline, ...]:
        terms, words = parted(place)
        more, less, same = (word.strip() for word in words.split("|"))
        values: list[int] = []
        for term in terms.split():
            cell = None if term == "0" else self._cell(term)
            if cell is not None and not isinstance(cell, Number):
                return (Figure(_in_manner(cell, []), term),)
            values.append(_as_read(cell) if cell else 0)
        one, other = values
        return self._inner(more if one > other else less if one < other else same)

    def _cell(self, term: str) -> Cell:
        statement, _, rest = term.partition(".")
        row, _, column = rest.rpartition(".")
        if statement == PLAN:
            return self._named(self.plan_of, term, _NOTHING_PLANNED)
        if statement == STATISTICS:
            return self._named(self.statistics_of, term, _NOT_COUNTED)
        try:
            return self.statements.table(statement).cell(row, column)
        except KeyError as error:
            if self._is_left_out(statement, column) or self._is_without_row(statement, row, column):
                return Missing(swedish("det finns inget att visa för {column}").format(column=term))
            raise UnknownPlace(term) from error

    @staticmethod
    def _named(answers: Callable[[str], tuple[Block, ...]], term: str, nothing: str) -> Cell:
        """Return a figure of what is told under a name; missing while nothing is told of it.

        Rows and columns come and go with what is planned and counted, so that only a name can be unknown.
        """
        place, _, column = term.partition(".")[2].rpartition(".")
        name, _, row = place.partition(".")
        try:
            blocks = answers(name)
        except KeyError as error:
            raise UnknownPlace(term) from error
        for table in (block for block in blocks if isinstance(block, Table)):
            with suppress(KeyError):
                return table.cell(row, column)
        return Missing(nothing.format(place=place))

    def _is_left_out(self, statement_id: str, column_id: str) -> bool:
        """Tell whether the layout has the column but its table does not: an optional one, without figures."""
        layouts = (s for s in self.statements.layout.statements if s.id == statement_id)
        columns = {column.id for layout in layouts for column in layout.columns}
        shown = {column.id for column in self.statements.table(statement_id).columns} if columns else set[str]()
        return column_id in columns - shown

    def _is_without_row(self, statement_id: str, row_id: str, column_id: str) -> bool:
        """Tell whether a row of the register, which comes and goes, is not there in a column that is."""
        if not self.statements.finds_rows(statement_id):
            return False
        table = self.statements.table(statement_id)
        shown = {column.id for column in table.columns}
        return column_id in shown and row_id not in {row.id for row in table.rows}


_NOTHING_PLANNED: Final = swedish("planen säger inget om {place}")
_NOT_COUNTED: Final = swedish("{place} är inte redovisat")


def is_missing(part: Inline) -> bool:
    """Tell whether a piece of text is a figure that is not there."""
    return isinstance(part, Figure) and isinstance(part.number, Missing)


def _as_read(number: Number) -> int:
    """Return a figure as prose writes it: money in thousands of kronor. What reads as equal is equal."""
    unit = THOUSANDS if number.unit.holds in (KRONOR.holds, THOUSANDS.holds) else number.unit
    return unit.shown(number.exact)


def _part(label: str, number: Number) -> Part:
    return Part(label, number.exact, number.origin)


def _difference(one: Cell, other: Cell) -> Cell:
    if isinstance(one, Number) and isinstance(other, Number):
        parts = (_part(swedish("det första"), one), _part(swedish("det andra"), other))
        origin = ComputedOrigin(swedish("Det första beloppet minus det andra."), parts, How.DIFFERENCE)
        return Number(one.exact - other.exact, one.unit, origin)
    return one if not isinstance(one, Number) else other


def _share(part: Cell, whole: Cell) -> Cell:
    if not isinstance(part, Number) or not isinstance(whole, Number):
        return part if not isinstance(part, Number) else whole
    if whole.exact == 0:
        return Missing(swedish("andelen kan inte räknas ut: helheten är noll"))
    parts = (_part(swedish("delen"), part), _part(swedish("helheten"), whole))
    origin = ComputedOrigin(swedish("Delen som andel av helheten."), parts, How.QUOTIENT)
    return Number(abs(Fraction(part.exact) / whole.exact), PERCENT, origin)


_DERIVED: Final[dict[str, Callable[[Cell, Cell], Cell]]] = {"diff": _difference, "share": _share}


def _in_manner(cell: Cell, manner: list[str]) -> Number | Missing | Hidden:
    """Return the figure in the unit and sign the place asks for, with zero written out."""
    if isinstance(cell, Missing | Hidden):
        return cell
    if not isinstance(cell, Number):
        return Missing(swedish("uppgiften finns inte"))
    unit = next((UNITS[word] for word in manner if word in UNITS), cell.unit)
    unsigned = "abs" in manner and cell.exact < 0
    return Number(-cell.exact if unsigned else cell.exact, unit, cell.origin)
