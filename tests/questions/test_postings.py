"""An account and its postings, a page at a time."""

import pytest
from tests.large_ledger import large_ledger

from samordna.domain.document import Number
from samordna.domain.ledger.books import Books
from samordna.domain.statements.selection import ObjectSelection
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import questions
from samordna.office.actions import TERMINAL, LedgerFile, take_ledgers
from samordna.office.questions import PostingsPage, PostingTurn
from samordna.office.questions.books.postings import COUNTED, PAGE
from samordna.sources.sie import books_of, read_sie

pytestmark = pytest.mark.usefixtures("association_folder")

YEAR = Period(202401, 202412)
SMALL = """#FLAGGA 0
#PROGRAM "Prov" 1
#FORMAT PC8
#GEN 20240301
#SIETYP 4
#FNAMN "Samordningsforbundet Exempel"
#RAR 0 20240101 20241231
#OMFATTN 20240229
#KONTO 1930 "Bank"
#KTYP 1930 T
#KONTO 5010 "Lokalhyra"
#KTYP 5010 K
#DIM 1 "Kostnadsstalle"
#DIM 6 "Projekt"
#OBJEKT 1 "a" "Lilla"
#OBJEKT 1 "A" "Stora"
#OBJEKT 6 "x" "Projekt"
#IB 0 1930 1000.00
#UB 0 1930 400.00
#RES 0 5010 600.00
#VER A 1 20240115 "Hyra januari"
{
#TRANS 5010 {1 "a"} 100.00 20240115 "Rum ett"
#TRANS 5010 {1 "A" 6 "x"} 200.00 20240115
#TRANS 1930 {} -300.00
}
#VER A 2 20240210 "Hyra februari"
{
#TRANS 5010 {1 "A"} 300.00
#TRANS 1930 {} -300.00
}
"""


def take(text: str | bytes) -> None:
    data = text.encode("cp437") if isinstance(text, str) else text
    take_ledgers([LedgerFile("prov.se", data)], by=TERMINAL)


def told(page: PostingsPage) -> list[tuple[str, str, str, str, tuple[tuple[str, str], ...]]]:
    return [(row.voucher_name, row.date.isoformat(), row.text, row.amount.decimal, row.objects) for row in page.rows]


def test_postings_are_told_whole_newest_or_oldest_first():
    take(SMALL)
    oldest = questions.account_postings("5010", YEAR, version=1)
    assert told(oldest) == [
        ("A 1", "2024-01-15", "Rum ett", "100.00", (("1", "a"),)),
        ("A 1", "2024-01-15", "Hyra januari", "200.00", (("1", "A"), ("6", "x"))),
        ("A 2", "2024-02-10", "Hyra februari", "300.00", (("1", "A"),)),
    ]
    assert (oldest.count, oldest.previous, oldest.next) == (3, None, None)
    newest = questions.account_postings("5010", YEAR, version=1, turn=PostingTurn(newest_first=True))
    assert told(newest) == told(oldest)[::-1]


@pytest.mark.parametrize(
    ("objects", "amounts"),
    [
        ("1:a", ["100.00"]),
        ("1:A", ["200.00", "300.00"]),
        ("1:A 6:x", ["200.00"]),
        ("1:A 6:-", ["300.00"]),
        ("6:x", ["200.00"]),
        ("1:%", []),
        ("1:A|6", []),
    ],
)
def test_postings_are_limited_to_objects_exactly(objects: str, amounts: list[str]):
    take(SMALL)
    page = questions.account_postings("5010", YEAR, version=1, objects=ObjectSelection.parse(objects))
    assert [row.amount.decimal for row in page.rows] == amounts


def test_only_the_months_that_are_asked_for_are_told():
    take(SMALL)
    page = questions.account_postings("5010", Period(202402, 202402), version=1)
    assert [row.voucher_name for row in page.rows] == ["A 2"]
    assert page.count == 1
    assert questions.account_postings("5010", Period(202403, 202412), version=1).rows == ()


def test_an_account_is_told_with_its_balances_and_months():
    take(SMALL)
    bank = questions.account("1930")
    assert bank is not None
    assert (bank.account.name, str(bank.period), bank.taken.version) == ("Bank", "2024-01..2024-02", 1)
    assert [amount.decimal for amount in (bank.opening, bank.moved, bank.closing) if amount] == [
        "1000.00",
        "-600.00",
        "400.00",
    ]
    assert bank.months is not None
    assert [(row.label, row.cells[0].decimal) for row in bank.months.rows if isinstance(row.cells[0], Number)] == [
        ("januari", "-300.00"),
        ("februari", "-300.00"),
    ]
    assert bank.balances is not None
    assert [row.cells[0].decimal for row in bank.balances.rows if isinstance(row.cells[0], Number)] == [
        "700.00",
        "400.00",
    ]
    rent = questions.account("5010", objects=ObjectSelection.parse("1:A"))
    assert rent is not None
    assert (rent.opening, rent.closing, rent.moved and rent.moved.decimal) == (None, None, "500.00")
    assert rent.limited == ("Bara det som är bokfört på A Stora (dimension 1).",)


def test_an_account_that_is_not_there_and_a_period_that_is_not_read():
    take(SMALL)
    assert questions.account("9999") is None
    for wrong in ({"period": Period(202301, 202301)}, {"version": 7}, {"period": Period(202301, 202301), "version": 1}):
        with pytest.raises(Refused):
            questions.account("1930", **wrong)


@pytest.mark.parametrize("newest_first", [False, True])
def test_turning_every_page_forth_and_back_passes_every_posting_once(newest_first: bool):
    data = large_ledger(200, seed=3)
    take(data)
    books: Books = books_of(read_sie(data, "prov.se")).books
    held = [
        p.amount for v in sorted(books.vouchers, key=lambda v: v.date.month) for p in v.postings if p.account == "1930"
    ]
    page = questions.account_postings("1930", YEAR, version=1, turn=PostingTurn(newest_first))
    pages = [page]
    while page.next:
        page = questions.account_postings("1930", YEAR, version=1, turn=page.next)
        pages.append(page)
    amounts = [row.amount.exact for page in pages for row in page.rows]
    assert amounts == (held[::-1] if newest_first else held)
    assert [len(page.rows) for page in pages[:-1]] == [PAGE] * (len(pages) - 1)
    assert page.count == len(held) <= COUNTED
    back = [page]
    while page.previous:
        page = questions.account_postings("1930", YEAR, version=1, turn=page.previous)
        back.append(page)
    assert [one.rows for one in back[::-1]] == [one.rows for one in pages]
    assert len(pages) > 1
