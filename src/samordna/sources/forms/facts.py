"""Which sheet of a workbook is the form, and what does it say that it is, whose and for when?

Facts are found by their words, so that a person may insert a line above them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from samordna.domain.ledger.findings import Findings
from samordna.domain.values.language import swedish
from samordna.domain.values.spelling import folded
from samordna.sources.forms import problems as kinds
from samordna.sources.forms.workbook import Sheet
from samordna.sources.tables.cells import address, text_of

TOP: Final = 60
"""Rows among which facts and headings are looked for."""
_BESIDE: Final = 12
"""Columns to the right of a fact's label among which its value is looked for."""


@dataclass(frozen=True, slots=True)
class Fact:
    """The value that stands beside a label, and where."""

    text: str
    cell: str


class Labels(NamedTuple):
    """What the facts of a form are called: which form it is, whose, its organisation number, and others."""

    form: str
    association: str
    number: str
    others: tuple[str, ...] = ()


class Wanted(NamedTuple):
    """Which form is waited for: its mark, and the association that it is for, with its organisation number."""

    mark: str
    association: str
    number: str


class Found(NamedTuple):
    """The sheet that is the form, and its facts by their labels."""

    sheet: Sheet
    facts: Mapping[str, Fact]

    def fact(self, label: str, beside: str) -> Fact:
        """Return a fact; one that is missing is told where ``beside`` stands."""
        return self.facts.get(label, Fact("", self.facts[beside].cell))


def form_in(sheets: Sequence[Sheet], labels: Labels, wanted: Wanted, findings: Findings) -> Found | None:
    """Return the one form of a workbook; None when there is none that is wanted, and the findings say why.

    That it is for another association is told and stops it, with everything else that is wrong beside it.
    """
    forms = [Found(sheet, facts) for sheet in sheets if labels.form in (facts := _facts(sheet, labels))]
    if not forms:
        findings.in_file(kinds.NO_FORM, label=labels.form, mark=wanted.mark)
        return None
    if len(forms) > 1:
        findings.in_file(kinds.SEVERAL_FORMS, sheets=", ".join(form.sheet.name for form in forms))
        return None
    [form] = forms
    mark = form.facts[labels.form]
    if not same(mark.text, wanted.mark):
        findings.in_cell(kinds.OTHER_FORM, mark.cell, sheet=form.sheet.name, found=mark.text, wanted=wanted.mark)
        return None
    _tell_association(form, labels, wanted, findings)
    return form


def _tell_association(form: Found, labels: Labels, wanted: Wanted, findings: Findings) -> None:
    number = form.fact(labels.number, labels.form)
    if _digits(number.text) == _digits(wanted.number):
        return
    whose = form.fact(labels.association, labels.form).text or number.text
    found = whose or swedish("ett förbund som inte är angivet")
    told = {"found": found, "association": wanted.association, "number": wanted.number}
    findings.in_cell(kinds.OTHER_ASSOCIATION, number.cell, sheet=form.sheet.name, **told)


def _facts(sheet: Sheet, labels: Labels) -> dict[str, Fact]:
    """Return what stands above the table, by label: the first text to the right of each."""
    all_labels = (*labels[:3], *labels.others)
    found: dict[str, Fact] = {}
    for row, cells in enumerate(sheet.grid.rows[:TOP]):
        for column, cell in enumerate(cells):
            label = next((one for one in all_labels if same(one, text_of(cell))), "")
            if label and label not in found:
                found[label] = _beside(sheet, row, column)
    return found


def _beside(sheet: Sheet, row: int, column: int) -> Fact:
    for at in range(column + 1, column + 1 + _BESIDE):
        if text := text_of(sheet.cell(row, at)):
            return Fact(text, address(row, at))
    return Fact("", address(row, column + 1))


def plain(text: str) -> str:
    """Return a text as it is compared, whatever its capitals and blanks."""
    return " ".join(folded(text).split())


def same(one: str, other: str) -> bool:
    """Tell whether two texts say the same."""
    return plain(one) == plain(other)


def _digits(text: str) -> str:
    """Return the ten digits of an organisation number, however it is written."""
    return re.sub("[^0-9]", "", text)[-10:]
