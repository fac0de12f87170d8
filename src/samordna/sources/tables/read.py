"""How does a table become a ledger, once a person has said what its columns mean?"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from samordna.domain.ledger.books import FiscalYear
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import tables as kinds
from samordna.domain.values.period import swedish_date
from samordna.sources.sie.model import Head, SieFile
from samordna.sources.sie.reading import Reading
from samordna.sources.tables.balances import read_balances
from samordna.sources.tables.cells import Grid
from samordna.sources.tables.contents import Contents
from samordna.sources.tables.fields import AMOUNTS, TableKind
from samordna.sources.tables.head_words import in_thousands
from samordna.sources.tables.heads import words_of_row
from samordna.sources.tables.mapping import NO_HEAD, TableMapping
from samordna.sources.tables.page import Page, page_of
from samordna.sources.tables.placing import fitting
from samordna.sources.tables.questions import missing
from samordna.sources.tables.table_rows import TableRows
from samordna.sources.tables.tables import Tables, tables_of
from samordna.sources.tables.together import counts_of, joined
from samordna.sources.tables.vouchers import read_postings

_TOLD: Final = 10
"""How many columns that are not read are named."""


def read_table(data: bytes, name: str, *mappings: TableMapping, tables: Tables | None = None) -> Reading:
    """Return the ledger that the sheets of a file make, each read as its mapping says. It never raises for content.

    Several mappings are for several sheets that are one ledger, such as vouchers on one and opening balances on
    another. ``tables`` is what ``tables_of`` returned for the same file, when that is at hand.
    """
    tables = tables or tables_of(data, name)
    if tables.grids:
        reading = joined(name, [_read(tables.grids, name, mapping) for mapping in mappings])
    else:
        reading = Reading(name, None, () if tables.problems else (kinds.NO_TABLE.at(name),))
    return replace(
        reading,
        problems=(*tables.problems, *reading.problems),
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=tables.encoding,
    )


def _read(grids: Sequence[Grid], name: str, wanted: TableMapping) -> Reading:
    findings = Findings(name)
    for question in missing(wanted):
        findings.in_file(kinds.MAPPING_INCOMPLETE, what=question.text)
    found = fitting(grids, wanted)
    if found is None:
        findings.in_file(kinds.MAPPING_DOES_NOT_FIT)
    if found is None or wanted.year is None or findings.refused:
        return Reading(name, None, findings.problems)
    grid, mapping = found
    heads = words_of_row(grid, mapping.head_row) if mapping.head_row != NO_HEAD else ()
    page = page_of(grid, mapping.head_row, heads)
    _tell_heads(mapping, heads, page, findings)
    if mapping.kind is not TableKind.BALANCES and page.first and page.first > wanted.year.start:
        findings.in_file(kinds.PERIOD_STARTS_LATER, first=swedish_date(page.first))
    file = _file(_contents(TableRows(grid, mapping, findings), wanted.year), mapping, page, wanted.year)
    kind = mapping.kind.value
    return Reading(name, file, findings.problems, file_type=kind, lines=len(grid.rows), counts=counts_of(file))


def _contents(rows: TableRows, year: FiscalYear) -> Contents:
    return read_balances(rows, year) if rows.mapping.kind is TableKind.BALANCES else read_postings(rows, year)


def _file(contents: Contents, mapping: TableMapping, page: Page, year: FiscalYear) -> SieFile:
    return SieFile(
        head=Head(organisation_number=page.organisation_number, covered_to=mapping.covered_to),
        years={0: year},
        accounts=contents.accounts,
        dimensions=contents.dimensions,
        objects=contents.objects,
        opening=contents.opening,
        closing=contents.closing,
        results=contents.results,
        object_opening=contents.object_opening,
        object_closing=contents.object_closing,
        period_balances=contents.period_balances,
        vouchers=contents.vouchers,
    )


def _tell_heads(mapping: TableMapping, heads: Sequence[str], page: Page, findings: Findings) -> None:
    """Tell of amounts that are not in kronor, and of columns that are not read."""
    used = {column.place: column for column in mapping.columns}
    of_amounts = [head for index, head in enumerate(heads) if index in used and used[index].field in AMOUNTS]
    if line := next(filter(in_thousands, of_amounts), "") or page.in_thousands:
        findings.in_file(kinds.AMOUNTS_IN_THOUSANDS, text=line)
    unused = [head for index, head in enumerate(heads) if head and index not in used]
    if unused:
        more = "" if len(unused) <= _TOLD else " …"
        findings.in_file(kinds.UNUSED_COLUMNS, columns=", ".join(unused[:_TOLD]) + more)
