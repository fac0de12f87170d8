"""How does a form become a sheet that a person fills in?

What is to be written is light and open, all else is locked; the lock has no password and is there against slips of
the hand. Nothing is hidden. Excel itself asks for numbers and offers the words to choose among.
"""

import datetime as dt
import io
from decimal import Decimal
from typing import Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from samordna.domain.document import Entry, Form, FormColumn, FormValue
from samordna.domain.values.language import LANGUAGE, swedish
from samordna.domain.values.numerals import MINUS, decimal_text
from samordna.renderers.palette import HAIRLINE, TINT
from samordna.renderers.printable import one_line, printable
from samordna.renderers.stamp import UNDATED
from samordna.renderers.xlsx.look import WARNING, Look
from samordna.renderers.xlsx.names import sheet_names
from samordna.renderers.xlsx.sheet import A4, LONGEST_CELL
from samordna.renderers.xlsx.workbook import SAFE

LARGEST: Final = 1_000_000_000_000
"""Kronor that Excel lets somebody write."""
_AMOUNT: Final = f'#,##0.00;"{MINUS}"#,##0.00'
_COUNT: Final = f'#,##0;"{MINUS}"#,##0'
_NUMBERS: Final = {Entry.AMOUNT: _AMOUNT, Entry.COUNT: _COUNT}
_EDGE: Final = {"border": 1, "border_color": HAIRLINE}
_RIGHT: Final[dict[str, object]] = {"align": "right"}
_LEFT: Final[dict[str, object]] = {"align": "left", "indent": 1}
_LONGEST_MESSAGE: Final = 255


def render_form(form: Form, *, made: dt.datetime = UNDATED) -> bytes:
    """Return the form as a workbook of one sheet; ``made`` is the time its properties tell."""
    written = io.BytesIO()
    with Workbook(written, SAFE) as workbook:
        told = {"title": one_line(form.title), "author": one_line(form.author), "created": made}
        workbook.set_properties(told)
        workbook.set_custom_property("Language", LANGUAGE)
        [name] = sheet_names([form.title], taken="")
        _Filling(workbook.add_worksheet(name), Look(workbook), form).write()
    return written.getvalue()


class _Filling:
    """A form on its way to its sheet."""

    def __init__(self, sheet: Worksheet, look: Look, form: Form) -> None:
        self._sheet, self._look, self._form = sheet, look, form
        self._head = len(form.facts) + len(form.help) + 2
        """The line of the headings: after the title, the facts, the help and an empty line."""

    @property
    def _lines(self) -> range:
        """The lines of the rows."""
        return range(self._head + 1, self._head + 1 + len(self._form.rows))

    def write(self) -> None:
        """Write all of it."""
        self._write_top()
        for at, column in enumerate(self._form.columns):
            self._write_heading(at, column)
            for line, row in zip(self._lines, self._form.rows, strict=True):
                self._write_value((line, at), column, row[at])
            if self._form.rows:
                self._ask_for(at, column)
        self._set_up()

    def _write_top(self) -> None:
        self._words((0, 0), self._form.title, self._look.title)
        for line, (label, value) in enumerate(self._form.facts, start=1):
            self._words((line, 0), label, self._look.quiet)
            self._words((line, 2), value, self._look.of())
        for line, text in enumerate(self._form.help, start=1 + len(self._form.facts)):
            self._words((line, 0), text, self._look.quiet)

    def _write_heading(self, at: int, column: FormColumn) -> None:
        place = _RIGHT if column.entry in _NUMBERS else _LEFT
        self._words((self._head, at), column.heading, self._look.of(bold=True, bottom=1, text_wrap=True, **place))
        self._sheet.set_column(at, at, column.width)

    def _write_value(self, at: tuple[int, int], column: FormColumn, value: FormValue) -> None:
        style = self._style(column)
        if value is None:
            self._sheet.write_blank(*at, None, style)
        elif isinstance(value, str):
            self._words(at, value, style)
        else:
            # Excel holds nothing but floats; one gives back 15 digits exactly
            self._sheet.write_number(*at, float(Decimal(decimal_text(value, 2))), style)

    def _style(self, column: FormColumn) -> object:
        number = _NUMBERS.get(column.entry)
        kind = {**_RIGHT, "num_format": number} if number else {**_LEFT, "num_format": "@"}
        wrapped = {"text_wrap": True} if column.entry is Entry.TEXT else {}
        open_ = {"locked": False, "bg_color": TINT} if column.fill_in else {}
        return self._look.of(**_EDGE, **kind, **wrapped, **open_)

    def _words(self, at: tuple[int, int], text: str, style: object) -> None:
        self._sheet.write_string(*at, printable(text)[:LONGEST_CELL], style)

    def _ask_for(self, at: int, column: FormColumn) -> None:
        """Let Excel ask for what a column takes, and show where parts do not add up to their whole."""
        area = (self._lines[0], at, self._lines[-1], at)
        told = {"input_title": column.heading[:32], "input_message": column.help[:_LONGEST_MESSAGE]}
        shown = told if column.help else {}
        if not column.fill_in:
            return
        if column.entry is Entry.AMOUNT:
            wrong = swedish("Skriv ett belopp i kronor, med siffror, eller lämna cellen tom.")
            asked = {"validate": "decimal", "criteria": "between", "minimum": -LARGEST, "maximum": LARGEST}
            self._sheet.data_validation(*area, {**asked, **shown, "error_message": wrong})
        elif column.entry is Entry.COUNT:
            wrong = swedish("Skriv ett heltal med siffror, eller lämna cellen tom.")
            asked = {"validate": "integer", "criteria": "between", "minimum": -LARGEST, "maximum": LARGEST}
            self._sheet.data_validation(*area, {**asked, **shown, "error_message": wrong})
        elif column.entry is Entry.CHOICE:
            wrong = swedish("Välj ett av orden i listan, eller lämna cellen tom.")
            asked = {"validate": "list", "source": list(column.choices)}
            self._sheet.data_validation(*area, {**asked, **shown, "error_message": wrong})
        if column.sum_of:
            self._warn_of_sum(at, column)

    def _warn_of_sum(self, at: int, column: FormColumn) -> None:
        """Show the whole in the colour of a warning where its parts are used and add up to something else."""
        places = [i for i, other in enumerate(self._form.columns) if other.heading in column.sum_of]
        first = self._lines[0]
        parts = ",".join(f"${xl_col_to_name(i)}{first + 1}" for i in places)
        whole = xl_rowcol_to_cell(first, at, col_abs=True)
        rule = f"=AND(COUNT({parts})>0,ABS(SUM({parts})-{whole})>0.004)"
        style = self._look.of(font_color=WARNING, bold=True)
        self._sheet.conditional_format(
            first, at, self._lines[-1], at, {"type": "formula", "criteria": rule, "format": style}
        )

    def _set_up(self) -> None:
        sheet = self._sheet
        fixed = next((i for i, column in enumerate(self._form.columns) if column.fill_in), 0)
        sheet.freeze_panes(self._head + 1, fixed)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.ignore_errors(
            {"number_stored_as_text": f"A1:{xl_col_to_name(fixed)}{self._head + 1 + len(self._form.rows)}"}
        )
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(self._head)
        sheet.hide_gridlines(2)
        sheet.set_footer(f"&L{one_line(self._form.title).replace('&', '&&')}&R{swedish('Sida')} &P {swedish('av')} &N")
