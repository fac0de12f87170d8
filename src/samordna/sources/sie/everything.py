"""What is wrong with a file that was read, all in all?"""

from dataclasses import replace
from typing import Final

from samordna.domain.ledger.books import Books
from samordna.domain.ledger.checks import check_books
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.ledger.problems import inside as inside_kinds
from samordna.domain.ledger.problems import vouchers as voucher_kinds
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem
from samordna.sources.sie.books import books_of
from samordna.sources.sie.checks import check_sie
from samordna.sources.sie.model import SieFile
from samordna.sources.sie.reading import Reading

_OF_USE: Final = {
    kind.code for kind in (file_kinds.FOREIGN_CURRENCY, voucher_kinds.NO_VOUCHERS, file_kinds.NOTHING_BOOKED)
}
"""What stops books from being used and is nothing wrong with the file."""


def everything(reading: Reading) -> tuple[Problem, ...]:
    """Return all that is wrong: with lines and records, inside the file, with the books of it. Each is said once.

    A file that nothing is wrong with, and that no association could take as its books, is told so, and not refused.
    """
    file = reading.file
    if file is None:
        return reading.problems
    books = books_to_check(reading)
    found = (
        *reading.problems,
        *(_as_file(problem, reading) for problem in books_of(reading).problems),
        *check_sie(file, reading.name, file_type=reading.file_type, counts=reading.counts),
        *(check_books(books, reading.name) if books else _sums(file, reading.name)),
    )
    return tuple(dict.fromkeys(found))


def books_to_check(reading: Reading) -> Books | None:
    """Return the books of a file, of one in another currency too; None when there can be none."""
    file = reading.file
    if file is None or file.head.currency in {"", "SEK"}:
        return books_of(reading).books
    return books_of(replace(reading, file=replace(file, head=replace(file.head, currency="")))).books


def _as_file(problem: Problem, reading: Reading) -> Problem:
    """Return a problem of use as what it is to a file; one for vouchers to import needs no year."""
    to_import = problem.code == file_kinds.NO_FISCAL_YEAR.code and reading.file_type in {"4I", "5I"}
    return (
        inside_kinds.NOT_FOR_BOOKS.at(problem.place, why=problem.found)
        if problem.code in _OF_USE or to_import
        else problem
    )


def _sums(file: SieFile, name: str) -> tuple[Problem, ...]:
    """Check at least that vouchers sum to zero, where there is no year to make books of."""
    findings = Findings(name)
    for voucher in file.vouchers if 0 not in file.years else ():
        booked = voucher.booked
        if difference := sum(row.ore for row in booked):
            shown = swedish_number(difference, 2)
            findings.on_line(voucher_kinds.UNBALANCED_VOUCHER, voucher.line, voucher=voucher.name, difference=shown)
        elif not booked:
            findings.on_line(voucher_kinds.EMPTY_VOUCHER, voucher.line, voucher=voucher.name)
    return findings.problems
