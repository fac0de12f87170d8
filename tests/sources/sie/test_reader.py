import datetime as dt
import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.sie.sample_ledger import LEDGER, ledger
from tests.sources.sie.using import use

from samordna.domain.ledger.balances import sum_postings
from samordna.domain.ledger.books import Account, AccountKind, FiscalYear, Posting, Voucher
from samordna.domain.ledger.checks import check_books
from samordna.domain.ledger.masking import masked
from samordna.domain.values.problem import refuses
from samordna.sources.sie import books_of, read_sie

JANUARY = dt.date(2024, 1, 31)
FEBRUARY = dt.date(2024, 2, 29)


def test_a_ledger_reads_as_its_books():
    reading = use(ledger())
    books = reading.books
    assert books is not None
    assert reading.problems == ()
    assert books.company == "Samordningsförbundet Exempel"
    assert books.organisation_number == "222000-0000"
    assert books.program == "Påhittat program 1.0"
    assert books.generated == dt.date(2024, 9, 10)
    assert books.file_type == "4E"
    assert books.year == FiscalYear(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert books.covered_to == dt.date(2024, 8, 31)
    assert books.accounts["3010"] == Account("3010", "Bidrag från kommuner", AccountKind.INCOME)
    assert books.dimensions == {"1": "Kostnadsställe", "6": "Projekt"}
    assert books.objects == {("1", "3001"): "Öppna dörren", ("6", "P1"): "Vägen in"}
    assert books.opening == {0: {"1930": 100000, "2010": -100000}}
    assert books.closing[0] == {"1930": 128950, "2010": -100000}
    assert books.results == {0: {"3010": -50000, "5010": 21050}}


def test_its_vouchers_hold_every_row_with_exact_ore():
    books = use(ledger()).books
    assert books is not None
    assert books.vouchers == (
        Voucher(
            "A", "1", JANUARY, "Bidrag januari",
            (Posting("1930", (), 50000, JANUARY, ""), Posting("3010", (("1", "3001"),), -50000, JANUARY, "")),
            33,
        ),
        Voucher(
            "B", "1", FEBRUARY, "Hyra",
            (
                Posting("5010", (("1", "3001"), ("6", "P1")), 21050, dt.date(2024, 2, 1), 'Lokal "Ankaret"'),
                Posting("1930", (), -21050, FEBRUARY, ""),
            ),
            38,
        ),
    )  # fmt: skip


def test_a_reading_tells_which_file_it_was():
    data = ledger()
    reading = read_sie(data, "bok.se")
    assert (reading.name, reading.size, reading.encoding) == ("bok.se", len(data), "cp437")
    assert reading.sha256 == hashlib.sha256(data).hexdigest()
    assert reading.lines == LEDGER.count("\n")


@pytest.mark.parametrize("encoding", ["cp437", "utf-8", "utf-8-sig", "cp1252"])
def test_the_books_are_the_same_in_every_encoding(encoding):
    assert use(ledger(encoding=encoding)).books == use(ledger()).books


@pytest.mark.parametrize(
    "change",
    [
        ("\r\n", "\n"),
        ("\r\n", "\r"),
        ("\r\n", "\r\n\r\n"),
        ("#TRANS", "  \t#TRANS"),
        (" {", "\t{"),
        ("\r\n{\r\n", "\r\n{\t\r\n"),
        (" A 1 ", ' "A" "1" '),
        ("500.00", "500"),
        ("500.00", "500.0"),
        (' 20240201 "Lokal', ' "20240201" "Lokal'),
        ('{1 "3001"}', "{ 01 3001 }"),
        ('Ankaret\\""', 'Ankaret\\"" 12 "AN"'),
        ("#TRANS 1930 {}", '#TRANS "1930" { }'),
    ],
)
def test_the_same_ledger_written_in_another_lawful_way_reads_the_same(change):
    def without_lines(books):
        return [voucher._replace(line=0) for voucher in books.vouchers]

    data = ledger().decode("cp437")
    assert change[0] in data
    reading = use(data.replace(*change).encode("cp437"))
    plain = use(ledger()).books
    assert reading.problems == ()
    assert reading.books is not None
    assert plain is not None
    assert without_lines(reading.books) == without_lines(plain)
    assert reading.books.accounts == plain.accounts


def test_a_control_z_at_the_end_is_left_from_dos():
    assert use(ledger() + b"\x1a").problems == ()


def test_history_of_corrections_is_counted_and_not_booked():
    history = "#BTRANS 1930 {} 7.00\n#RTRANS 1930 {} 500.00\n#TRANS 1930 {} 500.00\n"
    reading = use(ledger(("#TRANS 1930 {} 500.00\n", history)))
    plain = use(ledger()).books
    assert reading.books is not None
    assert plain is not None
    assert reading.books.vouchers[0] == plain.vouchers[0]
    assert reading.reading.history == 2


def test_an_account_that_is_only_used_gets_a_name_that_says_so():
    reading = use(ledger(('#KONTO 5010 "Lokalhyra"\n#KTYP 5010 K\n', "")))
    assert reading.books is not None
    assert reading.books.accounts["5010"] == Account("5010", "Konto 5010 (saknas i kontoplanen)", AccountKind.COST)
    assert reading.codes == ["undeclared-account"]
    assert reading.problems[0].place == "bok.se, rad 30"


def test_last_years_closing_balances_open_this_year_when_it_has_none():
    reading = use(ledger(("#IB 0 1930 1000.00\n#IB 0 2010 -1000.00\n", "")))
    assert reading.books is not None
    assert reading.books.opening[0] == {"1930": 100000, "2010": -100000}
    assert reading.codes == ["opening-from-closing"]


def test_the_budget_of_whole_accounts_is_read_and_its_parts_are_left():
    budget = '#PBUDGET 0 202401 5010 {} 100.00\n#PBUDGET 0 202401 5010 {1 "3001"} 60.00\n#PBUDGET -1 202301 5010 {} 9\n'
    reading = use(ledger(("#RES 0 3010", budget + "#RES 0 3010")))
    assert reading.books is not None
    assert reading.books.budget == {("5010", 202401): 10000}
    assert reading.problems == ()


def test_a_row_without_object_list_is_read_and_told():
    reading = use(ledger(("#TRANS 1930 {} -210.50", "#TRANS 1930 -210.50")))
    assert reading.books is not None
    assert reading.books.vouchers[1].postings[1].amount == -21050
    assert reading.codes == ["broken-object-list"]


def test_rows_after_a_voucher_without_braces_belong_to_it():
    reading = use(ledger(('januari"\n{\n', 'januari"\n'), ("-500.00\n}\n", "-500.00\n")))
    plain = use(ledger()).books
    assert reading.books is not None
    assert plain is not None
    assert [voucher.postings for voucher in reading.books.vouchers] == [voucher.postings for voucher in plain.vouchers]
    assert reading.codes == ["missing-brace"]


def test_a_control_character_becomes_a_blank():
    reading = use(ledger(('"Hyra"', '"Hy\x07ra"')))
    assert reading.books is not None
    assert reading.books.vouchers[1].text == "Hy ra"


def test_a_quoted_broken_field_never_repeats_an_identity_number():
    reading = use(ledger(("#TRANS 1930 {} -210.50", "#TRANS 1930 {} 19121212-1212")))
    assert reading.books is None
    assert "1212" not in str(reading.problems)


def test_the_share_that_is_done_is_told_and_ends_at_one(monkeypatch):
    monkeypatch.setattr("samordna.sources.sie.encoding.CHUNK", 200)
    told = []
    reading = read_sie(ledger(), "bok.se", progress=told.append)
    assert told == sorted(told)
    assert len(told) > 3
    assert told[-1] == 1.0
    assert books_of(reading).books == PLAIN


@settings(max_examples=50)
@given(st.integers(1, 1200))
def test_where_the_pieces_are_cut_does_not_matter(size):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("samordna.sources.sie.encoding.CHUNK", size)
        assert use(ledger()).books == PLAIN


@given(st.integers(0, len(ledger()) - 4))
def test_a_file_cut_anywhere_is_refused_unless_it_ends_with_a_whole_voucher(end):
    data = ledger()[:end]
    reading = use(data)
    if reading.books is not None:  # then the balances tell
        assert data.rstrip().endswith(b"}")
        assert "balance-does-not-follow" in [problem.code for problem in check_books(reading.books, "bok.se")]


@given(st.binary() | st.lists(st.sampled_from(LEDGER.split("\n"))).map(lambda lines: "\n".join(lines).encode("cp437")))
def test_any_bytes_are_books_or_a_refusal_and_never_both(data):
    reading = use(data)
    assert (reading.books is None) == refuses(reading.problems)


@given(st.data())
def test_a_ledger_with_some_bytes_changed_never_raises(data):
    content = bytearray(ledger())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=5)):
        content[place] = data.draw(st.integers(0, 255))
    reading = use(bytes(content))
    assert (reading.books is None) == refuses(reading.problems)
    if reading.books:
        check_books(reading.books, "bok.se")
        sum_postings(masked(reading.books))


def test_a_file_without_vouchers_says_so():
    reading = use(ledger()[: ledger().index(b"#VER")])
    assert reading.codes == ["no-vouchers"]
    assert reading.books is None


def test_a_file_cut_short_is_not_also_blamed_for_lacking_vouchers():
    assert use(ledger()[: ledger().index(b"#TRANS 3010")]).codes == ["truncated"]


PLAIN = use(ledger()).books
