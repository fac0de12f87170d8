"""Which sheet is the form, is it the right one, and where does each of its columns stand?

Facts and headings are found by their words, so that a person may insert a line above them.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.plan import budget_sheet
from samordna.domain.plan.budget_sheet import MONTH_HEADINGS, SheetBasis, SheetHead, SheetKind, basis_of, mark_of
from samordna.domain.values.language import swedish
from samordna.domain.values.spelling import folded
from samordna.sources.budgets import problems as kinds
from samordna.sources.budgets.workbook import Sheet
from samordna.sources.tables.cells import address, text_of

_TOP: Final = 60
"""Rows among which facts and headings are looked for."""
_BESIDE: Final = 12
"""Columns to the right of a fact's label among which its value is looked for."""
_MONTHS: Final = frozenset(MONTH_HEADINGS)

HEADINGS: Final[Mapping[SheetKind, tuple[str, ...]]] = {
    SheetKind.BUDGET: (
        budget_sheet.CODE, budget_sheet.PROJECT, budget_sheet.NAME, budget_sheet.FULL_YEAR, budget_sheet.PROFILE,
        budget_sheet.NOTE,
    ),
    SheetKind.FORECAST: (
        budget_sheet.CODE, budget_sheet.PROJECT, budget_sheet.NAME, budget_sheet.FORECAST, budget_sheet.COMMENT,
    ),
}  # fmt: skip
"""What each form has to have; a budget may have months besides, all twelve or none."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a form's columns stand on its sheet, by their headings, and the line of the headings.

    ``basis`` is what the form says that it was filled in from, None when it does not say.
    """

    sheet: Sheet
    head: int
    columns: Mapping[str, int]
    basis: SheetBasis | None = None

    @property
    def months(self) -> tuple[int, ...]:
        """The columns of the months, none when the form has none."""
        return tuple(self.columns[month] for month in MONTH_HEADINGS if month in self.columns)


def layout_of(sheets: Sequence[Sheet], kind: SheetKind, head: SheetHead, findings: Findings) -> Layout | None:
    """Return where the form stands; None when there is none that can be read, and the findings say why."""
    forms = [(sheet, facts) for sheet in sheets if budget_sheet.FORM in (facts := _facts(sheet))]
    if not forms:
        findings.in_file(kinds.NO_FORM, label=budget_sheet.FORM, mark=mark_of(kind))
    elif len(forms) > 1:
        findings.in_file(kinds.SEVERAL_FORMS, sheets=", ".join(sheet.name for sheet, _ in forms))
    elif _is_the_right_one(*forms[0], kind, head, findings):
        sheet, facts = forms[0]
        layout = _columns(sheet, kind, findings)
        told = facts.get(budget_sheet.BASIS)
        return replace(layout, basis=basis_of(told.text)) if layout and told else layout
    return None


@dataclass(frozen=True, slots=True)
class _Fact:
    """The value that stands beside a label, and where."""

    text: str
    cell: str


def _facts(sheet: Sheet) -> dict[str, _Fact]:
    """Return what stands above the table, by label: the first text to the right of each."""
    labels = (
        budget_sheet.FORM, budget_sheet.ASSOCIATION, budget_sheet.ORGANISATION_NUMBER, budget_sheet.YEAR,
        budget_sheet.BASIS,
    )  # fmt: skip
    found: dict[str, _Fact] = {}
    for row, cells in enumerate(sheet.grid.rows[:_TOP]):
        for column, cell in enumerate(cells):
            label = next((one for one in labels if _same(one, text_of(cell))), "")
            if label and label not in found:
                found[label] = _beside(sheet, row, column)
    return found


def _beside(sheet: Sheet, row: int, column: int) -> _Fact:
    for at in range(column + 1, column + 1 + _BESIDE):
        if text := text_of(sheet.cell(row, at)):
            return _Fact(text, address(row, at))
    return _Fact("", address(row, column + 1))


def _is_the_right_one(
    sheet: Sheet, facts: Mapping[str, _Fact], kind: SheetKind, head: SheetHead, findings: Findings
) -> bool:
    """Tell whether the form is of the kind, the version, the association and the year that are asked for."""

    def fact(label: str) -> _Fact:
        return facts.get(label, _Fact("", facts[budget_sheet.FORM].cell))

    mark, number, year = (fact(one) for one in (budget_sheet.FORM, budget_sheet.ORGANISATION_NUMBER, budget_sheet.YEAR))
    if not _same(mark.text, mark_of(kind)):
        findings.in_cell(kinds.OTHER_FORM, mark.cell, sheet=sheet.name, found=mark.text, wanted=mark_of(kind))
        return False
    if _digits(number.text) != _digits(head.organisation_number):
        found = fact(budget_sheet.ASSOCIATION).text or number.text or swedish("ett förbund som inte är angivet")
        told = {"found": found, "association": head.association, "number": head.organisation_number}
        findings.in_cell(kinds.OTHER_ASSOCIATION, number.cell, sheet=sheet.name, **told)
    if year.text != str(head.year):
        findings.in_cell(kinds.WRONG_YEAR, year.cell, sheet=sheet.name, found=year.text, year=head.year)
    return not findings.refused


def _columns(sheet: Sheet, kind: SheetKind, findings: Findings) -> Layout | None:
    known = {_plain(heading): heading for heading in (*HEADINGS[kind], *(MONTH_HEADINGS if _by_month(kind) else ()))}
    lines = [[known.get(_plain(text_of(cell)), "") for cell in row] for row in sheet.grid.rows[:_TOP]]
    head = max(range(len(lines)), key=lambda line: len(set(lines[line]) - {""}))
    columns: dict[str, int] = {}
    for column, heading in enumerate(lines[head]):
        if heading:
            columns.setdefault(heading, column)
    _tell_headings(sheet, head, lines[head], kind, findings)
    return None if findings.refused else Layout(sheet, head, columns)


def _by_month(kind: SheetKind) -> bool:
    return kind is SheetKind.BUDGET


def _tell_headings(sheet: Sheet, head: int, line: Sequence[str], kind: SheetKind, findings: Findings) -> None:
    """Tell which headings are missing or stand twice; months are all there, or none."""
    counts = Counter(heading for heading in line if heading)
    wanted = (*HEADINGS[kind], *(MONTH_HEADINGS if _MONTHS & counts.keys() else ()))
    for heading in wanted:
        if not counts[heading]:
            findings.in_cell(kinds.MISSING_HEADING, address(head, 0), sheet=sheet.name, heading=heading)
    for heading, count in counts.items():
        if count > 1:
            last = len(line) - 1 - line[::-1].index(heading)
            findings.in_cell(kinds.HEADING_TWICE, address(head, last), sheet=sheet.name, heading=heading)


def _plain(text: str) -> str:
    return " ".join(folded(text).split())


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _digits(text: str) -> str:
    """Return the ten digits of an organisation number, however it is written."""
    return re.sub("[^0-9]", "", text)[-10:]
