"""How does a ledger file that was handed in become a row, and what was found in it a value again?

The file is kept packed: a ledger is text that repeats itself, and takes a tenth of the room.
"""

import datetime as dt
import zlib
from collections.abc import Mapping
from typing import Any, Final

from samordna.access.actor import Actor
from samordna.domain.ledger.books import Account, AccountKind, Detail, FiscalYear
from samordna.domain.ledger.differences import LedgerTotals
from samordna.domain.ledger.dimensions import DimensionFound, Role
from samordna.domain.ledger.preview import BooksFacts, FileForm, LedgerPreview, Places, TableFacts
from samordna.domain.values.problem import Problem, Severity
from samordna.office.store import models
from samordna.office.store.compared_rows import compared_values, read_compared
from samordna.office.store.ledger_rows import LedgerFileFacts

OPEN: Final = ""
TAKEN: Final = "taken"
LEFT: Final = "left"
"""What became of a draft."""

_QUICK: Final = 1  # how hard packing tries: a file is packed once and read twice


def write_draft(
    facts: LedgerFileFacts, data: bytes, preview: LedgerPreview, *, by: Actor, at: dt.datetime
) -> models.LedgerDraft:
    """Keep a file that was handed in and what was found in it. The bytes of one that nobody can read are not kept."""
    return models.LedgerDraft.objects.create(
        file_name=facts.name,
        sha256=facts.sha256,
        size=facts.size,
        data=zlib.compress(data, _QUICK) if preview.books or preview.table else b"",
        found=preview_values(preview),
        handed_in_at=at,
        handed_in_by_id=by.user_id,
        handed_in_by_name=by.name,
    )


def file_of(row: models.LedgerDraft) -> bytes:
    """Return the bytes of the file, empty when they are not kept."""
    return zlib.decompress(row.data) if row.data else b""


def preview_of(row: models.LedgerDraft) -> LedgerPreview:
    """Return what looking at the file told."""
    return _preview(row.found["preview"])


def look_anew(row: models.LedgerDraft, preview: LedgerPreview) -> None:
    """Put what was found now in the place of what was found before."""
    models.LedgerDraft.objects.filter(pk=row.pk).update(found=preview_values(preview))


def settle(row: models.LedgerDraft, outcome: str, *, by: Actor, at: dt.datetime) -> None:
    """Say what became of the draft, and forget the file."""
    settled = {**row.found, "settled_by": by.name, "version": None}
    models.LedgerDraft.objects.filter(pk=row.pk).update(outcome=outcome, settled_at=at, data=b"", found=settled)


def settle_taken(row: models.LedgerDraft, version: int, *, by: Actor, at: dt.datetime, keep: bool) -> None:
    """Say what the draft was taken as, and forget the file unless it is to be kept."""
    found = {**row.found, "settled_by": by.name, "version": version}
    data = {} if keep else {"data": b""}
    models.LedgerDraft.objects.filter(pk=row.pk).update(outcome=TAKEN, settled_at=at, found=found, **data)


def preview_values(preview: LedgerPreview) -> dict[str, Any]:
    """Return a preview as JSON holds it."""
    return {
        "preview": {
            "form": [preview.form.file_type, preview.form.encoding, preview.form.signed, preview.form.history],
            "against": preview.against,
            "problems": [[p.code, p.severity.value, p.place, p.found, p.remedy] for p in preview.problems],
            "dimensions": [
                [d.number, d.name, d.role.value, d.said, d.objects, list(d.codes)] for d in preview.dimensions
            ],
            "vouchers": compared_values(preview.vouchers) if preview.vouchers is not None else None,
            "table": _table_values(preview.table) if preview.table else None,
            "books": _books_values(preview.books) if preview.books else None,
        }
    }


def _preview(found: Mapping[str, Any]) -> LedgerPreview:
    return LedgerPreview(
        form=FileForm(*found["form"]) if "form" in found else FileForm(encoding=found["encoding"]),
        problems=tuple(
            Problem(code, Severity(severity), place, told, remedy)
            for code, severity, place, told, remedy in found["problems"]
        ),
        books=_books(found["books"]) if found["books"] else None,
        against=found["against"],
        dimensions=tuple(
            DimensionFound(number, name, Role(role), said, objects, tuple(codes))
            for number, name, role, said, objects, codes in found.get("dimensions", ())
        ),
        vouchers=read_compared(found["vouchers"]) if found.get("vouchers") else None,
        table=_table(found["table"]) if found.get("table") else None,
    )


def _table_values(table: TableFacts) -> dict[str, Any]:
    return {
        "mapping": table.mapping,
        "agreed": table.agreed,
        "questions": [list(question) for question in table.questions],
        "sheets": list(table.sheets),
        "heads": list(table.heads),
        "sample": [list(row) for row in table.sample],
    }


def _table(found: Mapping[str, Any]) -> TableFacts:
    return TableFacts(
        mapping=found["mapping"],
        agreed=found["agreed"],
        questions=tuple((code, text) for code, text in found["questions"]),
        sheets=tuple(found["sheets"]),
        heads=tuple(found["heads"]),
        sample=tuple(map(tuple, found["sample"])),
    )


def _books_values(books: BooksFacts) -> dict[str, Any]:
    return {
        "company": books.company,
        "organisation_number": books.organisation_number,
        "program": books.program,
        "generated": _day(books.generated),
        "file_type": books.file_type,
        "covered_to": _day(books.covered_to),
        "vouchers": books.vouchers,
        "postings": books.postings,
        "totals": _totals_values(books.totals),
        "identity_numbers": [list(books.identity_numbers.shown), books.identity_numbers.count],
    }


def _books(found: Mapping[str, Any]) -> BooksFacts:
    shown, count = found["identity_numbers"]
    return BooksFacts(
        company=found["company"],
        organisation_number=found["organisation_number"],
        program=found["program"],
        generated=_read_day(found["generated"]),
        file_type=found["file_type"],
        covered_to=_read_day(found["covered_to"]),
        vouchers=found["vouchers"],
        postings=found["postings"],
        totals=_totals(found["totals"]),
        identity_numbers=Places(tuple(shown), count),
    )


def _totals_values(totals: LedgerTotals) -> dict[str, Any]:
    return {
        "year": [_day(totals.year.start), _day(totals.year.end)],
        "covers_to": totals.covers_to,
        "detail": totals.detail.value,
        "accounts": [[account.number, account.name, account.kind.value] for account in totals.accounts.values()],
        "opening": dict(totals.opening),
        "movements": {number: [list(moved) for moved in months.items()] for number, months in totals.movements.items()},
        "objects": [[account, dimension, code, ore] for (account, (dimension, code)), ore in totals.objects.items()],
    }


def _totals(found: Mapping[str, Any]) -> LedgerTotals:
    first, last = found["year"]
    return LedgerTotals(
        year=FiscalYear(dt.date.fromisoformat(first), dt.date.fromisoformat(last)),
        covers_to=found["covers_to"],
        accounts={number: Account(number, name, AccountKind(kind)) for number, name, kind in found["accounts"]},
        opening=found["opening"],
        movements={number: dict(months) for number, months in found["movements"].items()},
        objects={(account, (dimension, code)): ore for account, dimension, code, ore in found["objects"]},
        detail=Detail(found.get("detail", Detail.VOUCHERS.value)),  # drafts of before had only files with vouchers
    )


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _read_day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
