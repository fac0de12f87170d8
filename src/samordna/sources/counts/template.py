"""What did a unit write in the form for its counts, away from the site?

``read_template`` takes a workbook that ``domain.participation.count_form`` made the form of, and gives the report, or
says cell by cell why not.
"""

from collections.abc import Collection
from typing import BinaryIO, Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.participation import count_form
from samordna.domain.participation.asked import Asked
from samordna.domain.values.problem import Problem
from samordna.sources.counts.reading import CountsReading, Head, asked_by, masked
from samordna.sources.counts.rows import Rows
from samordna.sources.forms.facts import Found, Labels, Wanted, form_in, plain
from samordna.sources.forms.headings import Headings, headings_of, tell_errors, tell_marks
from samordna.sources.forms.workbook import LARGEST_FILE, sheets_of
from samordna.sources.tables.cells import address, is_error, text_of
from samordna.sources.tables.limits import Unreadable

_LABELS: Final = Labels(
    count_form.FORM,
    count_form.ASSOCIATION,
    count_form.ORGANISATION_NUMBER,
    (count_form.UNIT, count_form.ACTIVITY, count_form.PERIOD),
)


def read_template(file: bytes | BinaryIO, name: str, asked: Collection[Asked]) -> CountsReading:
    """Return the counts of a form that was filled in; it never raises for content.

    ``asked`` are the reports that are waited for; the form says which of them it is. Of a stream no more is read than
    a form can be large. Raises ``ValueError`` when nothing at all is asked.
    """
    if not asked:
        raise ValueError(name)
    findings = Findings(name)
    data = file if isinstance(file, bytes) else file.read(LARGEST_FILE + 1)
    association = next(iter(asked)).association
    wanted = Wanted(count_form.mark_of(), association.name, association.key)
    try:
        form = form_in(sheets_of(data, name), _LABELS, wanted, findings)
    except Unreadable as error:
        findings.in_file(error.kind, **error.fields)
        form = None
    if form is None or findings.refused:
        return CountsReading(None, findings.problems)
    which = asked_by(_head(form, findings), asked)
    if isinstance(which, Problem):
        return CountsReading(None, masked((which,)))
    headings = headings_of(form.sheet, count_form.HEADINGS, findings)
    if headings is None:
        return CountsReading(None, findings.problems, which)
    return _rows(form, headings, which, findings, name)


def _head(form: Found, findings: Findings) -> Head:
    unit, activity, period = (form.fact(label, count_form.FORM) for label in _LABELS.others)
    return Head(unit.text, activity.text, period.text, findings.cell(unit.cell, sheet=form.sheet.name))


def _rows(form: Found, headings: Headings, asked: Asked, findings: Findings, name: str) -> CountsReading:
    sheet, columns = form.sheet, headings.columns
    tell_marks(sheet, headings.head, set(columns.values()), findings)
    rows = Rows(asked, name)
    keys = {(plain(table), plain(answer)): key for key, (table, answer) in count_form.row_names(asked).items()}
    for line in range(headings.head + 1, len(sheet.grid.rows)):
        if tell_errors(sheet, line, columns.values(), findings):
            cells = {heading: sheet.cell(line, column) for heading, column in columns.items()}
            usable = {heading: "" if is_error(cell) else cell for heading, cell in cells.items()}
            named = tuple(text_of(usable[heading]) for heading in (count_form.TABLE, count_form.ROW))
            key = keys.get((plain(named[0]), plain(named[1])), ", ".join(name for name in named if name))
            places = {
                heading: findings.cell(address(line, column), sheet=sheet.name) for heading, column in columns.items()
            }
            rows.take(key, usable, places.__getitem__)
    rows.tell_missing(findings.cell(address(headings.head, 0), sheet=sheet.name))
    rows.problems[:0] = findings.problems
    return rows.reading()
