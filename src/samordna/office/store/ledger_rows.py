"""How do books and their sums become the rows of an import?"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote

from samordna.access.actor import Actor
from samordna.domain.ledger.balances import Sums
from samordna.domain.ledger.books import Books, ObjectKey
from samordna.domain.values.period import month_of
from samordna.domain.values.problem import Problem
from samordna.office.store import models
from samordna.office.store.word_rows import write_words
from samordna.office.store.writing import take_stock, write_rows

_TOLD_EVERY: Final = 2_000
"""Vouchers between two words of progress."""


@dataclass(frozen=True, slots=True)
class LedgerFileFacts:
    """What is known of a ledger file besides its books."""

    name: str
    sha256: str
    size: int
    encoding: str


@dataclass(frozen=True, slots=True)
class Taking:
    """When and by whom a file is taken; ``progress`` is told the share that is written, from 0 to 1."""

    at: dt.datetime
    by: Actor
    progress: Callable[[float], None]


def write_import(file: LedgerFileFacts, books: Books, sums: Sums, *, taking: Taking) -> models.LedgerImport:
    """Write the books as the next version, current for its fiscal year, and return it.

    The version that was current stays, no longer current. Call it inside ``writing.alone``.
    """
    last = models.LedgerImport.objects.order_by("-version").first()
    models.LedgerImport.objects.filter(year_start=books.year.start, current=True).update(current=False)
    taken = _import_row(file, books, version=last.version + 1 if last else 1, taking=taking)
    taken.save(force_insert=True)
    _write_declared(taken.version, books)
    _write_sums(taken.version, sums)
    _write_vouchers(taken.version, books, taking.progress)
    write_words(_texts(taken.version, books))
    take_stock(models.Account, models.MonthBalance, models.ObjectBalance, models.Voucher, models.Posting)
    return taken


def write_problems(version: int, problems: Iterable[Problem]) -> None:
    """Keep the problems that were told when version ``version`` was taken."""
    write_rows(
        models.ImportProblem,
        ("import_id", "code", "severity", "place", "found", "remedy"),
        ((version, p.code, p.severity.value, p.place, p.found, p.remedy) for p in problems),
    )


def _import_row(file: LedgerFileFacts, books: Books, *, version: int, taking: Taking) -> models.LedgerImport:
    return models.LedgerImport(
        version=version,
        current=True,
        year_start=books.year.start,
        year_end=books.year.end,
        file_name=file.name,
        sha256=file.sha256,
        size=file.size,
        encoding=file.encoding,
        file_type=books.file_type,
        program=books.program,
        generated=books.generated,
        company=books.company,
        organisation_number=books.organisation_number,
        covered_to=books.covered_to,
        covers_to_month=books.covers_to_month,
        voucher_count=len(books.vouchers),
        posting_count=books.posting_count,
        detail=books.detail.value,
        taken_at=taking.at,
        taken_by_id=taking.by.user_id,
        taken_by_name=taking.by.name,
    )


def _write_declared(version: int, books: Books) -> None:
    """Write what the file declares: accounts, dimensions, objects, opening balances, budget."""
    accounts = ((version, a.number, a.name, a.kind.value) for a in books.accounts.values())
    write_rows(models.Account, ("import_id", "number", "name", "kind"), accounts)
    dimensions = ((version, number, name) for number, name in books.dimensions.items())
    write_rows(models.Dimension, ("import_id", "number", "name"), dimensions)
    objects = ((version, *key, name) for key, name in books.objects.items())
    write_rows(models.DimensionObject, ("import_id", "dimension", "code", "name"), objects)
    opening = ((version, account, ore) for account, ore in books.opening.get(0, {}).items())
    write_rows(models.OpeningBalance, ("import_id", "account", "ore"), opening)
    budget = ((version, account, month, ore) for (account, month), ore in books.budget.items())
    write_rows(models.BudgetBalance, ("import_id", "account", "month", "ore"), budget)


def _write_sums(version: int, sums: Sums) -> None:
    """Write the sums that statements read."""
    write_rows(
        models.MonthBalance,
        ("import_id", "account", "month", "ore"),
        ((version, account, *moved) for account, months in sums.accounts.items() for moved in months.items()),
    )
    write_rows(
        models.ObjectBalance,
        ("import_id", "account", "dimension", "object", "month", "ore"),
        (
            (version, account, *key, *moved)
            for (account, key), months in sums.objects.items()
            for moved in months.items()
        ),
    )
    write_rows(
        models.PairBalance,
        ("import_id", "account", "dimension", "object", "second_dimension", "second_object", "month", "ore"),
        (
            (version, account, *first, *second, *moved)
            for (account, first, second), months in sums.pairs.items()
            for moved in months.items()
        ),
    )


def _write_vouchers(version: int, books: Books, progress: Callable[[float], None]) -> None:
    """Write vouchers, then their postings: both walk the books in the same order and number alike."""
    first = version * models.ROW_NUMBERS
    write_rows(
        models.Voucher,
        ("id", "import_id", "series", "number", "date", "month", "text"),
        (
            (key, version, v.series, v.number, v.date, month_of(v.date), v.text)
            for key, v in enumerate(books.vouchers, first)
        ),
    )
    columns = ("id", "voucher_id", "import_id", "account", "month", "ore", "objects_text", "text")
    write_rows(models.Posting, columns, _posting_rows(version, books, progress))


def _texts(version: int, books: Books) -> Iterator[tuple[int, Iterable[str]]]:
    """Yield each voucher's key and its texts, its own and its rows'."""
    for key, voucher in enumerate(books.vouchers, version * models.ROW_NUMBERS):
        yield key, (voucher.text, *(posting.text for posting in voucher.postings))


def _posting_rows(version: int, books: Books, progress: Callable[[float], None]) -> Iterator[Sequence[Any]]:
    written: dict[tuple[ObjectKey, ...], str] = {}
    first = key = version * models.ROW_NUMBERS
    for voucher_key, voucher in enumerate(books.vouchers, first):
        month = month_of(voucher.date)
        for account, objects, amount, _, text in voucher.postings:
            objects_text = written.get(objects)
            if objects_text is None:
                objects_text = written[objects] = canonical_objects(objects)
            yield key, voucher_key, version, account, month, amount, objects_text, text
            key += 1
        if (voucher_key + 1 - first) % _TOLD_EVERY == 0:
            progress((voucher_key + 1 - first) / len(books.vouchers))


def canonical_objects(objects: Iterable[ObjectKey]) -> str:
    """Return ``|1=3001|6=P1|`` for the objects of a posting, however they were ordered; nothing for none.

    The marks themselves are escaped as in a web address, so that no code can pass for another in a search.
    """
    parts = [f"{_escaped(dimension)}={_escaped(code)}" for dimension, code in sorted(objects)]
    return f"|{'|'.join(parts)}|" if parts else ""


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("|", "%7C").replace("=", "%3D")


def objects_of(text: str) -> tuple[ObjectKey, ...]:
    """Return the objects that ``canonical_objects`` wrote as ``text``."""
    pairs = (part.partition("=") for part in text.strip("|").split("|") if part)
    return tuple((unquote(dimension), unquote(code)) for dimension, _, code in pairs)
