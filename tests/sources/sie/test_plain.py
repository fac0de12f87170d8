"""The fast way of reading and the careful way give the same: vouchers, records, what is told, and on which line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.sie.sample_ledger import ledger

from samordna.domain.ledger.findings import Findings
from samordna.sources.sie.columns import columns_of, read_columns
from samordna.sources.sie.fields import split_record
from samordna.sources.sie.plain import plain_record
from samordna.sources.sie.reader import read_sie4
from samordna.sources.sie.vouchers import VoucherReader

TEXTS = st.text(alphabet='ab "\\{}#ö', max_size=6)
QUOTED = TEXTS.map(lambda text: f'"{text}"')
WORDS = QUOTED | st.sampled_from(["A", "1", '""', "AN", "#1"])
OBJECTS = st.sampled_from(
    ["{}", '{1 "3001"}', '{"1" "a b" 6 P1}', "{1 3001}", '{1 "a}b"}', "{1}", '{1 ""}', "{ 06 x }", ""]
)
AMOUNTS = st.sampled_from(["5", "-5.00", "5.5", "-0.50", "0.00", "1.234", "x"])
DAYS = st.sampled_from(['""', "20240102", "20249999", '"20240103"', "x"])
QUANTITIES = st.sampled_from(['""', "5", "-1.125", "x", "1e5"])
TAILS = st.one_of(
    st.just(""),
    DAYS,
    st.tuples(DAYS, WORDS).map(" ".join),
    st.tuples(DAYS, WORDS, QUANTITIES).map(" ".join),
    st.tuples(DAYS, WORDS, QUANTITIES, WORDS).map(" ".join),
    st.tuples(DAYS, WORDS, QUANTITIES, WORDS, WORDS).map("\t".join),
)
LABELS = st.sampled_from(["#TRANS", "#TRANS", "#TRANS", "#BTRANS", "#RTRANS", "  #TRANS"])
ACCOUNTS = st.sampled_from(["1930", "1930", "5010", '"1930"', "FEL"])
ROWS = st.tuples(LABELS, ACCOUNTS, OBJECTS, AMOUNTS, TAILS).map(lambda row: " ".join(row).rstrip() + "\n")
HEADS = st.one_of(
    st.tuples(WORDS, WORDS, DAYS),
    st.tuples(WORDS, WORDS, DAYS, WORDS),
    st.tuples(WORDS, WORDS, DAYS, WORDS, DAYS),
    st.tuples(WORDS, WORDS, DAYS, WORDS, DAYS, WORDS),
).map(" ".join)
VOUCHERS = st.tuples(HEADS, st.sampled_from(["{\n", "{ \n", "\n"]), st.lists(ROWS, max_size=3)).map(
    lambda parts: f"#VER {parts[0]}\n{parts[1]}{''.join(parts[2])}}}\n"
)
OTHERS = st.sampled_from(
    ['#KONTO 5010 "Hyra"\n', "#IB 0 1930 5.00\n", "\n", "skräp\n", '#PSALDO 0 202401 1930 {} 1 "2"\n']
)
FILES = st.lists(VOUCHERS | OTHERS, min_size=1, max_size=5).map("".join)
FIRST = "#VER A 0 20240101\n{\n#TRANS 1930 {} 0\n}\n"  # makes the account known, so that the plain way is open


@given(FILES)
def test_the_fast_way_reads_what_the_careful_way_reads(written):
    data = ledger() + (FIRST + written).encode("cp437")
    fast, careful = read_sie4(data, "bok.se"), read_sie4(data, "bok.se", fast=False)
    assert fast.file == careful.file
    assert set(fast.problems) == set(careful.problems)
    assert fast.counts == careful.counts


@given(FILES)
def test_columns_straight_from_the_file_are_those_of_its_vouchers(written):
    data = ledger() + (FIRST + written).encode("cp437")
    reading = read_sie4(data, "bok.se")
    columns, told = read_columns(data, "bok.se")
    assert columns == columns_of(reading.file)
    assert set(told.problems) == set(reading.problems)
    assert told.counts == reading.counts
    assert len(columns) == sum(len(voucher.booked) for voucher in reading.file.vouchers)


PIECES = ["#IB", "#", "0", "1930", '"Bank"', '"a b"', '""', "{}", '{1 "2"}', "{1 2}", "{", "}", '"', "\\"]
LINES = st.text(alphabet='#ab "\\{}\t1.-', max_size=30) | st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join)


@given(LINES)
def test_a_plain_record_is_the_one_that_the_tolerant_way_splits(line):
    record = plain_record(line.strip(" \t"))
    assert record is None or record == split_record(line.strip(" \t"))


@pytest.mark.parametrize(
    "line",
    [
        "#IB 0 1930 1000.00",
        '#KONTO 1930 "Bank och giro"',
        "#PSALDO 0 202401 1930 {} 100.00",
        "#OIB 0 1930 {1 3001} 5",
        "#FLAGGA\t0",
        '#FNAMN ""',
    ],
)
def test_ordinary_records_are_plain(line):
    assert plain_record(line) == split_record(line)
    assert plain_record(line) is not None


def test_ordinary_vouchers_go_the_fast_way(monkeypatch):
    careful = []
    monkeypatch.setattr(VoucherReader, "line", lambda *_: careful.append(1))
    reader = VoucherReader(Findings("bok.se"))
    reader.known.account("1930")
    text = (
        '#VER A 1 20240101 "Hyra \\"Ankaret\\"" 20240105 AN\n{\n   #TRANS 1930 {1 "3001" 6 "P1"} -5.00 "" "text" 3\n}\n'
    )
    list(reader.read(text * 3, 1))
    assert [voucher.line for voucher in reader.take()] == [1, 5, 9]
    assert careful == []


def test_one_voucher_that_needs_care_does_not_slow_its_neighbours_down(monkeypatch):
    careful, line = [], VoucherReader.line
    monkeypatch.setattr(
        VoucherReader, "line", lambda self, text, number: careful.append(number) or line(self, text, number)
    )
    reader = VoucherReader(Findings("bok.se"))
    reader.known.account("1930")
    plain, odd = "#VER A 1 20240101\n{\n#TRANS 1930 {} 5.00\n}\n", "#VER A 2 20240101\n{\n#TRANS 1930 {} 5.5\n}\n"
    list(reader.read(plain * 50 + odd + plain * 50, 1))
    assert careful == [201, 202, 203, 204]
    assert len(reader.take()) == 101
