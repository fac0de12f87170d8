"""However a file is made to do harm, it is told for what it is, in seconds and little memory, and never half taken."""

import io
import time
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.sie.xml.sample_xml import FULL_5, SMALL, changed, small

from samordna.domain.values.problem import Refused
from samordna.sources.sie import Reading, read_sie
from samordna.sources.sie.xml import read_sie5, stream_sie5

SECONDS = 10
ROOT = b'<Sie xmlns="http://www.sie.se/sie5">'
LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10 if level else b"ha") for level in range(12)
)
ENTRIES = b'<Journal id="A"><JournalEntry id="1" journalDate="2024-01-31">'


def codes(reading: Reading) -> set[str]:
    return {problem.code for problem in reading.problems}


def zipped(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("bok.sie", content)
    return packed.getvalue()


BOMBS = {
    "forbidden-xml, a billion laughs": b"<!DOCTYPE Sie [" + LAUGHS + b"]>" + ROOT + b"&l11;</Sie>",
    "forbidden-xml, an entity from elsewhere": (
        b'<!DOCTYPE Sie [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + ROOT + b"&x;</Sie>"
    ),
    "forbidden-xml, an entity of parameters": (
        b'<!DOCTYPE Sie [<!ENTITY % x SYSTEM "http://127.0.0.1/x">%x;]>' + ROOT + b"</Sie>"
    ),
    "forbidden-xml, a document type from elsewhere": (
        b'<!DOCTYPE Sie SYSTEM "http://127.0.0.1/sie.dtd">' + ROOT + b"</Sie>"
    ),
    "forbidden-xml, one that ends nowhere": b"<!DOCTYPE Sie [" + b'<!ENTITY a "b">' * 50_000,
    "broken-xml, deep": ROOT + b"<a>" * 100_000,
    "broken-xml, deep in a journal": ROOT + ENTRIES + b'<LedgerEntry accountId="1" amount="1">' * 100_000,
    "broken-xml, deep in what tells of an entry": ROOT + ENTRIES + b"<EntryInfo>" * 100_000,
    "broken-xml, deep and whole": ROOT + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</Sie>",
    "broken-xml, a huge attribute": ROOT + b'<FileInfo a="' + b"x" * 30_000_000 + b'"/></Sie>',
    "broken-xml, a huge comment": ROOT + b"<!--" + b"x" * 30_000_000 + b"--></Sie>",
    "broken-xml, a huge name": ROOT + b"<" + b"x" * 30_000_000 + b"/></Sie>",
    "broken-xml, an entity that nobody declared": ROOT + b"&amp;&x;</Sie>",
    "broken-xml, a zip": zipped(small()),
    "broken-xml, nothing": b"",
    "broken-xml, zeros": bytes(1_000_000),
    "broken-xml, a byte that is no letter": small(("Hyra", "H?ra")).replace(b"H?ra", b"H\xffra"),
    "broken-xml, a control character": small(("Hyra", "H?ra")).replace(b"H?ra", b"H\x01ra"),
    "broken-xml, an encoding that nobody has": small(('encoding="utf-8"', 'encoding="klingon"')),
    "broken-xml, an encoding of more bytes": small(('encoding="utf-8"', 'encoding="shift_jis"')),
    "broken-xml, an encoding that is none of text": small(('encoding="utf-8"', 'encoding="rot13"')),
    "broken-xml, an encoding of two bytes": small(('encoding="utf-8"', 'encoding="utf-16"')),
    "broken-xml, a prefix of nowhere": small(("<Accounts>", '<Accounts x:a="1">')),
    "broken-xml, two of one attribute": small(('id="1510"', 'id="1510" id="1511"')),
    "broken-xml, the wrong end": small(("</FileInfo>", "</Fileinfo>")),
    "broken-xml, two ledgers": small() + b"<Sie/>",
    "broken-xml, words after the end": small() + b"\x1a",
    "not-sie5, a page": b"<html><body/></html>",
    "not-sie5, a feed": b'<?xml version="1.0"?><x:Siesta xmlns:x="http://www.sie.se/sie5"/>',
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_told_for_what_it_is_and_nothing_of_it_is_taken(name):
    bomb = BOMBS[name]
    tracemalloc.start()
    start = time.perf_counter()
    reading = read_sie5(bomb, "bomb.sie")
    took = time.perf_counter() - start
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert codes(reading) <= {name.split(",", maxsplit=1)[0], "encoding-misdeclared"}
    assert reading.problems[-1].place.startswith("bomb.sie, rad ")
    assert reading.refused
    assert reading.file is None
    assert took < SECONDS
    assert most < 3 * len(bomb) + 1_000_000


@pytest.mark.parametrize("name", BOMBS)
def test_a_stream_of_it_is_refused(name):
    with pytest.raises(Refused) as refused:
        list(stream_sie5(io.BytesIO(BOMBS[name]), "bomb.sie"))
    assert refused.value.problems[-1].code == name.split(",", maxsplit=1)[0]


HARD = {
    "elements that nobody knows": ROOT + b"".join(b'<n%d a%d="x"/>' % (n, n) for n in range(40_000)) + b"</Sie>",
    "attributes": ROOT + b"<FileInfo " + b" ".join(b'a%d="x"' % n for n in range(40_000)) + b"/></Sie>",
    "namespaces": ROOT + b"".join(b'<a xmlns="urn:%d"/>' % n for n in range(40_000)) + b"</Sie>",
    "long attributes": ROOT + (b'<a b="' + b"x" * 900_000 + b'"/>') * 20 + b"</Sie>",
    "objects of a row": (
        ROOT + ENTRIES + b'<LedgerEntry accountId="1" amount="0">'
        + b'<ObjectReference dimId="1" objectId="1"/>' * 100_000 + b"</LedgerEntry></JournalEntry></Journal></Sie>"
    ),
    "accounts": ROOT + ENTRIES + b"".join(
        b'<LedgerEntry accountId="%d" amount="0"/>' % n for n in range(60_000)
    ) + b"</JournalEntry></Journal></Sie>",
    "balances": ROOT + b'<Accounts><Account id="1">' + b'<ClosingBalance month="2024-01" amount="1"/>' * 60_000
    + b"</Account></Accounts></Sie>",
    "years": ROOT + b"<FileInfo><FiscalYears>" + b"".join(
        b'<FiscalYear start="%04d-01" end="%04d-12"/>' % (n, n) for n in range(1, 9999)
    ) + b'<FiscalYear start="9999-01" end="9999-12" primary="1"/></FiscalYears></FileInfo></Sie>',
    "codes for taxes": ROOT + b'<AccountAggregations><AccountAggregation taxonomy="SRU">'
    + b'<Tag name="1"><AccountRef accountId="1"/></Tag>' * 5_000 + b"</AccountAggregation></AccountAggregations></Sie>",
    "a long number": ROOT + ENTRIES + b'<LedgerEntry accountId="1" amount="' + b"9" * 900_000 + b'"/>'
    + b"</JournalEntry></Journal></Sie>",
    "text": ROOT + b"x" * 30_000_000 + b"</Sie>",
    "blanks": b" " * 30_000_000 + ROOT + b"</Sie>",
}  # fmt: skip


@pytest.mark.parametrize("name", HARD)
def test_what_is_made_to_be_slow_is_read_in_seconds(name):
    start = time.perf_counter()
    reading = read_sie5(HARD[name], "svår.sie")
    assert time.perf_counter() - start < SECONDS
    assert reading.file is not None


@pytest.mark.parametrize("text", [SMALL, FULL_5])
def test_a_file_that_is_cut_short_is_refused_wherever_it_is_cut(text):
    data = changed(text)
    whole = len(data.rstrip())
    for length in range(whole):
        reading = read_sie5(data[:length], "bok.sie")
        assert codes(reading) == {"broken-xml"}, length
        assert reading.file is None
        assert reading.problems[0].place in {
            f"bok.sie, rad {line}" for line in (data.count(b"\n", 0, length) + 1, data.count(b"\n", 0, length))
        } | {place_of_open_tag(data, length)}
    assert read_sie5(data[:whole], "bok.sie").file is not None


def place_of_open_tag(data: bytes, length: int) -> str:
    """Return the line where the tag begins that is cut: it may have several."""
    return f"bok.sie, rad {data.count(bytes([10]), 0, data.rfind(b'<', 0, length) + 1) + 1}"


def test_a_stream_that_is_cut_short_is_refused_though_vouchers_came_before():
    data = small()
    taken = []
    with pytest.raises(Refused) as refused:
        taken.extend(stream_sie5(io.BytesIO(data[: data.index(b'<Journal id="B"')]), "bok.sie"))
    assert [problem.code for problem in refused.value.problems] == ["broken-xml"]


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_at_all_give_an_answer(data, rooted):
    for content in (data, ROOT + data + b"</Sie>" if rooted else b'<?xml version="1.0"?>' + data):
        reading = read_sie5(content, "x")
        assert reading.refused or reading.file is not None
        read_sie(content, "x")


PIECES = st.sampled_from(
    [
        b"", b"<", b">", b"/>", b'"', b"&", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?x ?>", b"\xff", b"\x00", b"&#0;",
        b"</Sie>", b"<Sie>", b"<LedgerEntry>", b"</LedgerEntry>", b"<Journal>", b"</Journal>", b"<EntryInfo/>",
        b"<ObjectReference/>", b'<Account id="1">', b"<!DOCTYPE a>", b'amount="1e9"', b'month="0000-01"', b'id=""',
        b'xmlns=""', b'xmlns="urn:a"', "å".encode(), b"-", b"9" * 40,
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=400)
@given(st.data())
def test_any_change_of_a_ledger_gives_an_answer_and_the_same_one_as_a_stream(data):
    content = changed(data.draw(st.sampled_from([SMALL, FULL_5])))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(start + 40, len(content))))
        content = content[:start] + data.draw(PIECES) + content[end:]
    reading = read_sie5(content, "x")
    assert reading.refused or reading.file is not None
    if "encoding-misdeclared" in codes(reading):
        return
    if reading.refused:
        with pytest.raises(Refused) as refused:
            list(stream_sie5(io.BytesIO(content), "x"))
        assert refused.value.problems == reading.problems
    else:
        assert reading.file is not None
        assert tuple(stream_sie5(io.BytesIO(content), "x")) == reading.file.vouchers
