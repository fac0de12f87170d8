"""Vouchers that were written come back as they were, but for what no row keeps."""

import pytest
from tests.large_ledger import large_ledger

from samordna.office.actions import TERMINAL, LedgerFile, take_ledgers
from samordna.office.store import models
from samordna.office.store.voucher_rows import read_vouchers
from samordna.sources.sie import books_of, read_sie

pytestmark = pytest.mark.usefixtures("association_folder")

EMPTY = b'#VER Z 1 20240105 "Tom"\r\n{\r\n}\r\n'
LAST = b'#VER Z 2 20240106 ""\r\n{\r\n#TRANS 5010 {6 "P01" 1 "3001"} 5.00 20240107\r\n#TRANS 1930 {} -5.00\r\n}\r\n'


def test_vouchers_come_back_in_order_with_their_rows():
    data = large_ledger(60) + EMPTY + LAST
    take_ledgers([LedgerFile("annat.se", large_ledger(5, year=2023)), LedgerFile("bok.se", data)], by=TERMINAL)
    books = books_of(read_sie(data, "bok.se")).books
    read = list(read_vouchers(2))
    expected = [
        voucher._replace(
            line=2 * models.ROW_NUMBERS + place,
            postings=tuple(
                posting._replace(date=voucher.date, objects=tuple(sorted(posting.objects)))
                for posting in voucher.postings
            ),
        )
        for place, voucher in enumerate(books.vouchers)
    ]
    assert read == expected
    assert read[60].postings == ()
    assert read[61].postings[0].objects == (("1", "3001"), ("6", "P01"))
    assert list(read_vouchers(3)) == []
