"""What is this file, and which ledger does it hold, whatever it is called?

The bytes decide: SIE 1–4, SIE 5, a workbook, a table of text. A table without a mapping is answered with what it
seems to mean and what a person must say; with one, as a SIE file is.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.ledger.problems import tables as table_kinds
from samordna.domain.values.problem import Problem
from samordna.sources.sie import Reading, read_sie
from samordna.sources.sie.recognise import Form, recognise
from samordna.sources.tables import Suggestion, TableMapping, Tables, read_table, suggestions, tables_of
from samordna.sources.tables.tables import is_workbook


@dataclass(frozen=True, slots=True)
class TableToMap:
    """A table that somebody must say more of: what each sheet seems to be, the likeliest first, never empty.

    ``tables`` are its cells; ``problems`` what was odd in reading them.
    """

    name: str
    suggestions: tuple[Suggestion, ...]
    tables: Tables

    @property
    def best(self) -> Suggestion:
        """What the likeliest sheet seems to be."""
        return self.suggestions[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was odd in the cells as a whole."""
        return self.tables.problems


def read_ledger(
    data: bytes,
    name: str,
    *,
    mapping: TableMapping | Sequence[TableMapping] | None = None,
    remembered: Iterable[TableMapping] = (),
    progress: Callable[[float], None] | None = None,
) -> Reading | TableToMap:
    """Return the ledger in a file, or what a person must say of a table first. It never raises for content.

    ``mapping`` says what a table means; several are for several sheets that are one ledger. ``remembered`` are the
    mappings of earlier files: where one fits and lacks nothing, the table is read with it. Both are without
    meaning for SIE. ``progress`` is told the share that is done, from 0 to 1.
    """
    if not _may_be_table(data):
        return read_sie(data, name, progress=progress)
    tables = tables_of(data, name)
    mappings = (mapping,) if isinstance(mapping, TableMapping) else tuple(mapping or ())
    answer = _table(data, name, tables, mappings, tuple(remembered))
    if progress:
        progress(1.0)
    return answer


def _table(
    data: bytes, name: str, tables: Tables, mappings: Sequence[TableMapping], remembered: Sequence[TableMapping]
) -> Reading | TableToMap:
    if mappings or not tables.grids:
        return read_table(data, name, *mappings, tables=tables)
    found = suggestions(tables.grids, remembered)
    if not found:
        return _no_ledger(data, name, tables)
    if found[0].remembered and not found[0].missing:
        return read_table(data, name, found[0].mapping, tables=tables)
    return TableToMap(name, found, tables)


def _no_ledger(data: bytes, name: str, tables: Tables) -> Reading:
    """Return what is said of cells that are no ledger; of a text, what SIE says of it."""
    if not is_workbook(data):
        return read_sie(data, name)
    return Reading(name, None, (*tables.problems, table_kinds.NO_TABLE.at(name)), len(data))


def _may_be_table(data: bytes) -> bool:
    """Tell whether a file is a workbook, or a text that is no SIE."""
    if is_workbook(data):
        return True
    findings = Findings("")
    if recognise(data, findings) is not Form.OTHER:
        return False
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or findings.has(file_kinds.NOT_SIE)
