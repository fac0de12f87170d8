"""Is the form the right one, and where does each of its columns stand?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.plan import budget_sheet
from samordna.domain.plan.budget_sheet import MONTH_HEADINGS, SheetBasis, SheetHead, SheetKind, basis_of, mark_of
from samordna.sources.budgets import problems as kinds
from samordna.sources.forms.facts import Labels, Wanted, form_in
from samordna.sources.forms.headings import headings_of
from samordna.sources.forms.workbook import Sheet

_LABELS: Final = Labels(
    budget_sheet.FORM,
    budget_sheet.ASSOCIATION,
    budget_sheet.ORGANISATION_NUMBER,
    (budget_sheet.YEAR, budget_sheet.BASIS),
)

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
    form = form_in(sheets, _LABELS, Wanted(mark_of(kind), head.association, head.organisation_number), findings)
    if form is None:
        return None
    year = form.fact(budget_sheet.YEAR, budget_sheet.FORM)
    if year.text != str(head.year):
        findings.in_cell(kinds.WRONG_YEAR, year.cell, sheet=form.sheet.name, found=year.text, year=head.year)
    if findings.refused:
        return None
    months = MONTH_HEADINGS if kind is SheetKind.BUDGET else ()
    headings = headings_of(form.sheet, HEADINGS[kind], findings, all_or_none=months)
    told = form.facts.get(budget_sheet.BASIS)
    basis = basis_of(told.text) if told else None
    return Layout(form.sheet, headings.head, headings.columns, basis) if headings else None
