"""However a file is made to be hard to read, reading it takes time in proportion to its size, and little memory.

The sizes are such that a way of reading that grows with the square of a line takes minutes.
"""

import gzip
import io
import time
import tracemalloc
import zipfile

import pytest
from tests.errors.importing import HERE
from tests.sources.sie.using import use

from samordna.domain.ledger.checks import check_books
from samordna.domain.ledger.masking import masked
from samordna.domain.values.identity_number import mask

SIZE = 400_000
SECONDS = 10
HEAD = (HERE / "good/2024-08.se").read_bytes() + b"\n"


def much(of: bytes) -> bytes:
    return of * (SIZE // len(of))


LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10 if level else b"ha") for level in range(12)
)
HARD = {
    "blanks and a word": much(b" ") + b"x",
    "empty lines and a word": much(b"\n") + b"x",
    "fields without end": HEAD + b"#FNAMN " + much(b'"a\\" ') + b"\n",
    "quotes": HEAD + b"#FNAMN " + much(b'"') + b"\n",
    "braces": HEAD + b"#VER A 1 20240101 x\n{\n#TRANS 1930 " + much(b"{ ") + b"\n}\n",
    "objects": HEAD + b"#VER A 1 20240101 x\n{\n#TRANS 1930 {" + much(b'1 "') + b"} 0\n}\n",
    "a long number": HEAD + b"#VER A 1 20240101 x\n{\n#TRANS 1930 {} " + much(b"9") + b"\n}\n",
    "identity numbers": HEAD + b'#VER A 1 20240101 "' + much(b"640823-3234 ") + b'"\n{\n#TRANS 1930 {} 0\n}\n',
    "checksums on a line": HEAD + much(b'#KSUMMA "1" '),
    "open vouchers": HEAD + much(b"#VER A 1 20240101 x\n{\n"),
    "open braces": HEAD + b"#VER A 1 20240101 x\n" + much(b"{\n"),
    "labels": HEAD + b"".join(b"#L%d x\n" % n for n in range(SIZE // 10)),
    "accounts": HEAD + b"".join(b"#KONTO %d x\n" % n for n in range(SIZE // 14)),
}


@pytest.mark.parametrize("name", HARD)
def test_what_is_made_to_be_slow_is_read_in_seconds(name):
    start = time.perf_counter()
    reading = use(HARD[name], "svår.se")
    if reading.books:
        check_books(reading.books, "svår.se")
        masked(reading.books)
    assert time.perf_counter() - start < SECONDS


def zipped(content: bytes, layers: int) -> bytes:
    for layer in range(layers):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            archive.writestr(f"{layer}.se", content)
        content = packed.getvalue()
    return content


BOMBS = {
    "binary-file": lambda: zipped(bytes(10_000_000), 3),
    "binary-file, gzip": lambda: gzip.compress(bytes(10_000_000)),
    "forbidden-xml": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE Sie [' + LAUGHS + b']><Sie xmlns="http://www.sie.se/sie5">&l11;</Sie>'
    ),
    "not-sie": lambda: b"<!DOCTYPE Sie [" + LAUGHS + b"]><Sie>&l11;</Sie>",
    "forbidden-xml, from elsewhere": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE Sie [<!ENTITY x SYSTEM "file:///etc/passwd">]><Sie>&x;</Sie>'
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_told_for_what_it_is_and_never_unpacked(name):
    bomb = BOMBS[name]()
    tracemalloc.start()
    start = time.perf_counter()
    reading = use(bomb, "bomb.se")
    took = time.perf_counter() - start
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [problem.code for problem in reading.problems] == [name.split(",")[0]]
    assert reading.books is None
    assert took < 0.5
    assert most < 3 * len(bomb) + 100_000


def test_a_text_of_many_identity_numbers_is_masked_as_one_of_few():
    assert mask("a 640823-3234 b " * 3) == "a ••••••-•••• b " * 3
    assert mask("640823-3234640823-3234") == "640823-3234640823-3234"
