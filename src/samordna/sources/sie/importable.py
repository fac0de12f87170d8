"""How do books that were made here become a file that a ledger imports?"""

from importlib.metadata import version
from typing import Final

from samordna.domain.ledger.books import Books, Voucher
from samordna.domain.values.language import swedish
from samordna.sources.sie.model import AccountRecord, DimensionRecord, Head, Row, SieFile
from samordna.sources.sie.model import Voucher as FileVoucher
from samordna.sources.sie.writing import Written, write_sie4

_THE_FILE: Final = swedish("filen att importera")


def write_importable(books: Books, name: str = _THE_FILE) -> Written:
    """Return the vouchers of books as a file of SIE 4I; ``name`` is what the problems call it.

    Characters that CP437 lacks are written as the nearest it has, which is told: a name is seldom worth a refusal.
    """
    return write_sie4(_file_of(books), "4I", replace=True, name=name)


def _file_of(books: Books) -> SieFile:
    return SieFile(
        head=Head(
            program=books.program,
            program_version=version("samordna"),
            generated=books.generated,
            company=books.company,
            organisation_number=books.organisation_number,
        ),
        years=books.years,
        accounts={number: AccountRecord(number, one.name, one.kind) for number, one in books.accounts.items()},
        dimensions={number: DimensionRecord(number, name) for number, name in books.dimensions.items()},
        objects=books.objects,
        vouchers=tuple(map(_voucher, books.vouchers)),
    )


def _voucher(voucher: Voucher) -> FileVoucher:
    rows = tuple(Row(one.account, one.objects, one.amount, one.date, one.text) for one in voucher.postings)
    return FileVoucher(voucher.series, voucher.number, voucher.date, voucher.text, rows=rows)
