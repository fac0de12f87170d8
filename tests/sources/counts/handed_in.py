"""How does a test get counts handed in: a form filled in, changed or broken, or a packet signed and altered?"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.participation.sample import ASSOCIATION, COUNTS, SUMS, asked, report
from tests.sources.budgets.forms import Cells, cells_of, written

from samordna.domain.participation.count_form import (
    COMPLETE_ROW,
    GENDER_HEADINGS,
    HEADINGS,
    TEXT,
    TOTAL,
    VOUCHED_ROW,
    FormRow,
    Part,
    count_form,
    form_rows,
    row_names,
)
from samordna.domain.participation.counts_report import CountsReport, Place, Sums
from samordna.domain.values.counted import RawCount
from samordna.sources.counts import SenderKey, SigningKey, write_packet

ASKED = asked()
REPORT = report(explained={"starts": "Sommaren var lugn."})
KEY = SigningKey("granby-2024", bytes(range(32)))
KEYS: Mapping[str, SenderKey] = {KEY.id: KEY.sender(ASKED.unit.key)}
BLANK = cells_of(count_form(ASKED))
"""The cells of the form as it goes out."""
SHEET = "Siffror Arbetssteget Granby, ja"
[HEAD] = [int(place[1:]) for place, value in BLANK.items() if place[0] == "A" and value == HEADINGS[0]]
LINE = {key: line for line, key in enumerate(row_names(ASKED), start=HEAD + 1)}
"""On which line each row of the form stands, by its key."""
COLUMN = dict(zip(HEADINGS, "ABCDEFG", strict=True))


def filled(one: CountsReport = REPORT) -> Cells:
    """Return the cells of the form as a unit fills it in."""
    texts = {explanation.table: explanation.text for explanation in one.explanations}
    cells = dict(BLANK)
    cells[f"{COLUMN[TEXT]}{LINE[COMPLETE_ROW]}"] = "ja" if one.complete else "nej"
    cells[f"{COLUMN[TEXT]}{LINE[VOUCHED_ROW]}"] = one.vouched_by.value
    for row in form_rows(ASKED):
        line = LINE[row.key]
        for heading, number in _numbers(one, row):
            cells[f"{COLUMN[heading]}{line}"] = number
        if text := texts.pop(row.table.key, None):
            cells[f"{COLUMN[TEXT]}{line}"] = text
    return cells


def _numbers(one: CountsReport, row: FormRow) -> Iterator[tuple[str, int]]:
    for gender, heading in (*GENDER_HEADINGS.items(), (None, TOTAL)):
        match one.by_place.get(Place(row.table.key, row.codes, gender)):
            case RawCount(count):
                yield heading, count
            case Sums(n, total, squares):
                yield heading, {Part.N: n.count, Part.TOTAL: total, Part.SQUARES: squares}[row.part]


def workbook(changed: Mapping[str, Any] | None = None, **more: Any) -> bytes:
    """Return the form filled in, with some cells changed; None empties one."""
    return written({**filled(), **(changed or {})}, names=(SHEET,), **more)


def at(key: str, heading: str = "Kvinnor") -> str:
    """Return the address of a cell of the form."""
    return f"{COLUMN[heading]}{LINE[key]}"


def packet(one: CountsReport = REPORT, key: SigningKey = KEY) -> bytes:
    return write_packet(one, ASSOCIATION.key, key)


def altered(change: Callable[[dict[str, Any]], object]) -> bytes:
    """Return a packet that somebody has changed after it was signed."""
    fields = json.loads(packet())
    change(fields)
    return json.dumps(fields, ensure_ascii=False).encode()


__all__ = ["ASKED", "COUNTS", "HEAD", "KEY", "KEYS", "LINE", "REPORT", "SHEET", "SUMS", "altered", "at", "packet"]
