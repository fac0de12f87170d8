"""Where does somebody say what the columns of a table mean, with its first rows in sight?"""

import json
from dataclasses import dataclass
from typing import Final

from django.http import Http404, HttpRequest

from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import how_many
from samordna.office import questions
from samordna.office.questions import TableFacts
from samordna.office.web.books.table_form import LARGEST_ROW, TableForm, width_of
from samordna.sources.tables import TableMapping
from samordna.sources.tables.mapping import NO_HEAD


@dataclass(frozen=True, slots=True)
class TableShown:
    """A table on the page of its file: the form that says what it is, its first rows, and which sheets there are.

    ``told`` says in words how it is read, empty while nobody has said so; ``head`` is the row of its heads as a
    spreadsheet counts, empty for none. ``looking``: another sheet or head row is tried, and nothing is said yet.
    ``questions`` are what the suggestion leaves open.
    """

    form: TableForm
    rows: tuple[tuple[str, ...], ...]
    sheets: tuple[str, ...]
    sheet: str
    head: str
    told: str
    looking: bool
    questions: tuple[str, ...] = ()


def table_shown(request: HttpRequest, draft: questions.DraftShown, wrong: TableForm | None) -> TableShown | None:
    """Return the table of a draft as its page shows it; the address may name another sheet or another row of heads."""
    table, looking = draft.preview.table, False
    if table is None:
        return None
    if draft.open and ("blad" in request.GET or "rubrik" in request.GET):
        table, looking = _asked(request, draft), True
    mapping = TableMapping.from_json(json.loads(table.mapping))
    width = width_of(table)
    return TableShown(
        form=wrong or TableForm(table),
        rows=tuple((*row, *([""] * (width - len(row)))) for row in table.sample),
        sheets=table.sheets,
        sheet=mapping.sheet,
        head=str(mapping.head_row + 1) if mapping.head_row != NO_HEAD else "",
        told=_told(mapping) if table.agreed and not wrong else "",
        looking=looking,
        questions=tuple(text for _, text in table.questions) if not wrong else (),
    )


def _asked(request: HttpRequest, draft: questions.DraftShown) -> TableFacts:
    written = request.GET.get("rubrik", "").strip()
    if written and not (written.isascii() and written.isdigit() and len(written) < len(str(LARGEST_ROW))):
        raise Http404(_NO_SUCH)
    found = questions.table_as(draft.number, request.GET.get("blad", ""), int(written) - 1 if written else None)
    if found is None:
        raise Http404(_NO_SUCH)
    return found


_NO_SUCH: Final = swedish("Filen har inget sådant blad, eller ingen sådan rad.")


def _told(mapping: TableMapping) -> str:
    """Return how a table is read, in a few words."""
    where = swedish(", bladet {sheet}").format(sheet=mapping.sheet) if mapping.sheet else ""
    columns = how_many(len(mapping.columns), swedish("1 kolumn"), swedish("{count} kolumner"))
    told = swedish("{kind}{where}: {columns} läses").format(
        kind=mapping.kind.value.capitalize(), where=where, columns=columns
    )
    until = swedish(", till och med {day}").format(day=mapping.covered_to.isoformat()) if mapping.covered_to else ""
    return f"{told}{until}"
