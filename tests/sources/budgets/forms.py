"""How does a test get a form back that somebody has filled in, changed or broken?"""

import io
from collections.abc import Mapping
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from samordna.domain.document import Form
from samordna.domain.plan.budget_sheet import BudgetProfile, BudgetRow, ForecastRow, RowKey, SheetHead
from samordna.renderers.xlsx import render_form
from samordna.sources.budgets import Expected

HEAD = SheetHead("Samordningsförbundet Exempelbygden", "222000-0000", 2025)
ROWS = (
    BudgetRow("1001", "", "Styrelse", 280_000_00, BudgetProfile.EVEN),
    BudgetRow("1010", "", "Kansli", 1_780_000_50, BudgetProfile.LAST_YEAR, note="Ny hyra från juli."),
    BudgetRow("1010", "10", "Kansli, projektet", 12_000_00, BudgetProfile.OWN, (1_000_00,) * 12),
    BudgetRow("3014", "", "Arbetssteget Granby", None, BudgetProfile.AGREED),
    BudgetRow("3900", "20", "Projektbidrag", -640_000_00, BudgetProfile.EVEN),
    BudgetRow("övrigt", "", "Övrigt"),
)
FORECAST = (
    ForecastRow("1001", "", "Styrelse", 255_000_00, "Två möten färre."),
    ForecastRow("1010", "10", "Kansli, projektet", 11_999_99),
    ForecastRow("3900", "20", "Projektbidrag", -640_000_00, "Beslutat."),
    ForecastRow("övrigt", "", "Övrigt"),
)
EXPECTED = Expected(HEAD, [row.key for row in ROWS], [RowKey("3900", "20")])

LINE = {row.key: line for line, row in enumerate(ROWS, start=10)}
"""On which line of a budget with months each row stands, as a spreadsheet counts."""

Cells = dict[str, Any]


def cells_of(form: Form) -> Cells:
    """Return what the cells of a form hold, by their addresses."""
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(render_form(form))).get_sheet_by_index(0)
    rows = sheet.to_python(skip_empty_area=False)
    return {
        xlsxwriter.utility.xl_rowcol_to_cell(line, at): value
        for line, row in enumerate(rows)
        for at, value in enumerate(row)
        if value != ""
    }


def written(*sheets: Mapping[str, Any], merged: tuple[str, ...] = (), names: tuple[str, ...] = ()) -> bytes:
    """Return a workbook with these cells on its sheets; a text that begins with ``=`` is a formula.

    ``(formula, value)`` is a formula with the value that it had when the file was saved.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        for number, cells in enumerate(sheets):
            sheet = workbook.add_worksheet(names[number] if number < len(names) else None)
            for area in merged:
                sheet.merge_range(area, "")
            for place, value in cells.items():
                if isinstance(value, tuple):
                    sheet.write_formula(place, value[0], None, value[1])
                elif value is not None:
                    sheet.write(place, value)
    return file.getvalue()
