import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.ledger.findings import Findings
from samordna.sources.sie import vouchers
from samordna.sources.sie.vouchers import VoucherReader

TEXTS = st.text(alphabet='ab "\\{}#ö', max_size=6)
QUOTED = TEXTS.map(lambda text: f'"{text}"')
OBJECTS = st.sampled_from(
    ["{}", '{1 "3001"}', '{"1" "a b" 6 P1}', "{1 3001}", '{1 "a}b"}', "{1}", '{1 ""}', "{ 06 x }"]
)
AMOUNTS = st.sampled_from(["5", "-5.00", "5.5", "-0.50", "0.00", "1.234", "x"])
TAILS = st.one_of(
    st.just(""),
    st.just(" 20240102"),
    st.tuples(st.sampled_from([' ""', " 20240102", " 20249999", " x"]), QUOTED).map(" ".join),
    QUOTED.map(lambda text: f' 20240102 {text} 5 "AN"'),
)
ROWS = st.tuples(OBJECTS, AMOUNTS, TAILS).map(lambda row: f"#TRANS 1930 {row[0]} {row[1]}{row[2]}\n")
VOUCHERS = st.tuples(QUOTED | st.just("A"), QUOTED | st.just("1"), QUOTED, st.lists(ROWS, max_size=3)).map(
    lambda parts: f"#VER {parts[0]} {parts[1]} 20240101 {parts[2]}\n{{\n{''.join(parts[3])}}}\n"
)
FIRST = "#VER A 0 20240101\n{\n#TRANS 1930 {} 0\n}\n"  # makes the account known, so that the plain way is open


def read(text: str) -> tuple[object, ...]:
    reader = VoucherReader(Findings("bok.se"))
    others = list(reader.read(text, 1))
    return reader.vouchers, reader.dimensions, others


@given(st.lists(VOUCHERS, min_size=1, max_size=4))
def test_the_plain_way_takes_what_the_careful_way_takes(written):
    text = FIRST + "".join(written)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vouchers, "plain_voucher", lambda *_: None)
        careful = read(text)
    assert read(text) == careful


def test_the_plain_way_is_the_one_that_ordinary_vouchers_go(monkeypatch):
    seen = []
    monkeypatch.setattr(VoucherReader, "_line", lambda *_: seen.append(1))
    reader = VoucherReader(Findings("bok.se"))
    reader._known.account("1930")
    text = '#VER A 1 20240101 "Hyra \\"Ankaret\\"" 20240105\n{\n   #TRANS 1930 {1 "3001" 6 "P1"} -5.00 "" "text" 3\n}\n'
    list(reader.read(text * 3, 1))
    assert [voucher.line for voucher in reader.vouchers] == [1, 5, 9]
    assert seen == []
