"""What is kept of what differs by voucher: every count, and no more vouchers than somebody looks at."""

import datetime as dt

from tests.ledger.sample_books import JANUARY, books, voucher

from samordna.domain.ledger.books import Detail, Movement, Posting
from samordna.domain.ledger.vouchers_compared import AMOUNTS, SHOWN, vouchers_compared

FEBRUARY = dt.date(2024, 2, 1)


def numbered(number: int, *amounts: tuple[str, int], **changes):
    return voucher(str(number), *(amounts or (("1930", 100), ("5010", -100))), **changes)


def test_what_came_to_what_is_gone_and_what_is_another():
    before = [numbered(1, line=70), numbered(2, line=71), numbered(3, line=72)]
    dearer = numbered(2, ("1930", 250), ("5010", -250), date=FEBRUARY, text="Hyra")
    found = vouchers_compared(before, books(vouchers=(numbered(1), dearer, numbered(4))))
    assert (found.added.count, found.gone.count, found.changed.count, found.unchanged) == (1, 1, 1, 1)
    [added], [gone], [changed] = found.added.shown, found.gone.shown, found.changed.shown
    assert (added.name, added.amount, added.before) == ("B 4", 100, 0)
    assert (gone.name, gone.before) == ("B 3", 72)
    assert (changed.voucher.name, changed.voucher.date, changed.voucher.text) == ("B 2", FEBRUARY, "Hyra")
    assert (changed.voucher.before, changed.date, changed.text) == (71, JANUARY, "")
    assert [(one.account, one.before, one.now) for one in changed.amounts] == [("1930", 100, 250), ("5010", -100, -250)]


def test_what_no_row_keeps_is_no_difference():
    objects = (("1", "3001"), ("6", "P1"))
    kept = voucher("1")._replace(
        postings=(Posting("5010", objects, 5, JANUARY, ""), Posting("1930", (), -5, JANUARY, ""))
    )
    rows = (Posting("5010", objects[::-1], 5, FEBRUARY, ""), Posting("1930", (), -5, JANUARY, ""))
    found = vouchers_compared([kept], books(vouchers=(kept._replace(postings=rows),)))
    assert (bool(found), found.unchanged) == (False, 1)


def test_the_first_are_shown_and_the_rest_are_counted():
    many = [numbered(number) for number in range(SHOWN + 30)]
    found = vouchers_compared([], books(vouchers=tuple(many)))
    assert (len(found.added.shown), found.added.count, found.added.more) == (SHOWN, SHOWN + 30, 30)
    assert [line.name for line in found.added.shown][:2] == ["B 0", "B 1"]
    wide = numbered(1, *((str(account), 1) for account in range(4000, 4000 + AMOUNTS + 3)))
    [changed] = vouchers_compared([numbered(1)], books(vouchers=(wide,))).changed.shown
    assert (len(changed.amounts), changed.more) == (AMOUNTS, 5)


def test_balances_have_no_vouchers_to_compare():
    movement = (Movement("1930", (), 202401, 5),)
    assert vouchers_compared([numbered(1)], books(vouchers=(), movements=movement, detail=Detail.MONTHS)) is None


def test_more_than_anybody_has_are_not_compared(monkeypatch):
    monkeypatch.setattr("samordna.domain.ledger.vouchers_compared.MOST", 1)
    assert vouchers_compared([], books(vouchers=(numbered(1), numbered(2)))) is None
