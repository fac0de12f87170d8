"""What does each row of a form say, and which cell is wrong?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from typing import Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.plan import budget_sheet
from samordna.domain.plan.budget_sheet import LONGEST_NOTE, BudgetProfile, BudgetRow, ForecastRow, RowKey
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import ProblemKind
from samordna.domain.values.spelling import folded
from samordna.domain.values.typed_number import carries_typed_number
from samordna.sources.budgets import problems as kinds
from samordna.sources.budgets.amounts import is_rounded, kronor_of, months_of, ore_of
from samordna.sources.budgets.layout import Layout
from samordna.sources.forms import problems as forms
from samordna.sources.forms.headings import quoted, shown, tell_errors, tell_marks
from samordna.sources.tables.cells import Cell, address, is_error, text_of

_PROFILES: Final = {folded(one.value): one for one in BudgetProfile}


@dataclass(frozen=True, slots=True)
class Known:
    """The rows of the register, and those of them that may be negative: incomes."""

    rows: frozenset[RowKey]
    incomes: frozenset[RowKey]


@dataclass
class Rows:
    """The rows of one form while they are read."""

    layout: Layout
    known: Known
    findings: Findings
    lines: dict[RowKey, int] = field(default_factory=dict)
    """Where each row was met first."""

    def budget(self) -> Iterator[BudgetRow]:
        """Yield the rows of a budget."""
        for line in self._filled():
            key, name = self._key(line)
            year = self._kronor(line, self._at(budget_sheet.FULL_YEAR), key)
            profile = self._profile(line)
            months = self._months(line, key, year, profile)
            note = self._note(line, budget_sheet.NOTE)
            yield BudgetRow(*key, name, None if year is None else ore_of(year), profile, months, note)

    def forecast(self) -> Iterator[ForecastRow]:
        """Yield the rows of a forecast."""
        for line in self._filled():
            key, name = self._key(line)
            year = self._kronor(line, self._at(budget_sheet.FORECAST), key)
            comment = self._note(line, budget_sheet.COMMENT)
            yield ForecastRow(*key, name, None if year is None else ore_of(year), comment)

    def tell_marks(self) -> None:
        """Tell which cells of the form are merged, or are formulas and what they gave."""
        tell_marks(self.layout.sheet, self.layout.head, set(self.layout.columns.values()), self.findings)

    def _filled(self) -> Iterator[int]:
        """Yield the lines of the form that hold something, after telling which of their cells are errors."""
        sheet, columns = self.layout.sheet, self.layout.columns.values()
        for line in range(self.layout.head + 1, len(sheet.grid.rows)):
            if tell_errors(sheet, line, columns, self.findings):
                yield line

    def _key(self, line: int) -> tuple[RowKey, str]:
        """Return which row of the register a line is for, and the name that stands there."""
        code, project, name = (
            text_of(self._cell(line, self._at(heading)))
            for heading in (budget_sheet.CODE, budget_sheet.PROJECT, budget_sheet.NAME)
        )
        key, at = RowKey(code, project), self._at(budget_sheet.CODE)
        if not code:
            self._wrong(kinds.NO_CODE, line, at)
        elif key in self.lines:
            self._wrong(kinds.ROW_TWICE, line, at, row=_told(key), first=self.lines[key] + 1)
        elif key not in self.known.rows:
            self._wrong(kinds.UNKNOWN_ROW, line, at, row=_told(key), suggested=self._suggested(key))
        self.lines.setdefault(key, line)
        return key, name

    def _suggested(self, key: RowKey) -> str:
        known = {_told(one): one for one in self.known.rows}
        close = get_close_matches(_told(key), known, n=1, cutoff=0.7) if len(_told(key)) <= 40 else []
        return swedish(" till {row} om det är den som menas").format(row=close[0]) if close else ""

    def _kronor(self, line: int, column: int, key: RowKey) -> Decimal | None:
        """Return the kronor of a cell, None for an empty or a wrong one."""
        cell = self._cell(line, column)
        if is_error(cell):
            return None  # already told
        try:
            kronor = kronor_of(cell)
        except ValueError:
            self._wrong(kinds.NOT_AN_AMOUNT, line, column, text=quoted(cell))
            return None
        if kronor is None:
            return None
        if is_rounded(kronor):
            self._wrong(kinds.ROUNDED, line, column, text=shown(kronor), amount=_kr(ore_of(kronor)))
        if kronor < 0 and key not in self.known.incomes and key in self.known.rows:
            self._wrong(kinds.NEGATIVE, line, column, amount=_kr(ore_of(kronor)), row=_told(key))
        return kronor

    def _profile(self, line: int) -> BudgetProfile | None:
        column = self._at(budget_sheet.PROFILE)
        cell = self._cell(line, column)
        found = _PROFILES.get(folded(" ".join(text_of(cell).split())))
        if not found and cell != "" and not is_error(cell):
            known = ", ".join(one.value for one in BudgetProfile)
            self._wrong(kinds.UNKNOWN_PROFILE, line, column, text=quoted(cell), known=known)
        return found

    def _months(self, line: int, key: RowKey, year: Decimal | None, profile: BudgetProfile | None) -> tuple[Ore, ...]:
        """Return the months in öre, an empty one among filled ones being nothing; none when none is filled in."""
        columns = self.layout.months
        if all(self._cell(line, column) == "" for column in columns):
            return ()
        kronor = [self._kronor(line, column, key) for column in columns]
        months, at = months_of([one or Decimal(0) for one in kronor]), self._at(budget_sheet.FULL_YEAR)
        if any(one is None and self._cell(line, column) != "" for one, column in zip(kronor, columns, strict=True)):
            return ()  # a month is wrong: what they add up to says nothing
        if self._cell(line, at) == "":
            self._wrong(kinds.MONTHS_WITHOUT_YEAR, line, at, sum=_kr(sum(months)))
        elif year is not None and sum(months) != ore_of(year):
            told = {"sum": _kr(sum(months)), "whole": _kr(ore_of(year)), "difference": _kr(sum(months) - ore_of(year))}
            self._wrong(kinds.MONTHS_DO_NOT_ADD_UP, line, at, **told)
        if profile is not BudgetProfile.OWN:
            told = {"profile": profile.value if profile else "", "own": BudgetProfile.OWN.value}
            self._wrong(kinds.MONTHS_WITHOUT_PROFILE, line, self._at(budget_sheet.PROFILE), **told)
        return months

    def _note(self, line: int, heading: str) -> str:
        column = self._at(heading)
        text = text_of(self._cell(line, column))
        if len(text) > LONGEST_NOTE:
            self._wrong(forms.TEXT_TOO_LONG, line, column, most=swedish_number(LONGEST_NOTE))
        if carries_typed_number(text):
            self._wrong(forms.IDENTITY_NUMBER, line, column)
        return text

    def _at(self, heading: str) -> int:
        return self.layout.columns[heading]

    def _cell(self, line: int, column: int) -> Cell:
        return self.layout.sheet.cell(line, column)

    def _wrong(self, kind: ProblemKind, line: int, column: int, **fields: object) -> None:
        self.findings.in_cell(kind, address(line, column), sheet=self.layout.sheet.name, **fields)


def _told(key: RowKey) -> str:
    """Return a row as it is called: ``1010``, or ``1010:10`` with its project."""
    return ":".join(part for part in key if part)


def _kr(ore: Ore) -> str:
    return f"{swedish_number(ore, 2)}\u00a0kr"
