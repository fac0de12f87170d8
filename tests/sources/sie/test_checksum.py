import zlib

import pytest
from tests.large_ledger import large_ledger

from samordna.sources.sie import read_columns
from samordna.sources.sie.checksum import checksum_of

BODY = '#FNAMN "Förbundet \\"Vi {1}\\""\r\n#VER A 1 20240131 "Bidrag januari"\r\n'
BODY += '{\r\n\t#TRANS 1930 {1 "30 01"} 5.00\r\n}\r\n'
COUNTED = '#FNAMNFörbundet "Vi {1}"#VERA120240131Bidrag januari#TRANS1930130 015.00'


def signed(body: str, value: int, encoding: str = "cp437") -> bytes:
    return f"#FLAGGA 0\r\n#KSUMMA\r\n{body}#KSUMMA {value}\r\n".encode(encoding)


@pytest.mark.parametrize("encoding", ["cp437", "utf-8", "cp1252"])
def test_fields_count_but_not_blanks_quotes_and_braces_around_them(encoding):
    value = zlib.crc32(COUNTED.encode("cp437"))
    found = checksum_of(signed(BODY, value, encoding), encoding)
    assert found is not None
    assert found.agrees


def test_the_value_may_be_written_as_a_signed_number():
    value = zlib.crc32(COUNTED.encode("cp437"))
    found = checksum_of(signed(BODY, value - 2**32), "cp437")
    assert found is not None
    assert found.agrees


def test_one_changed_digit_is_seen():
    value = zlib.crc32(COUNTED.encode("cp437"))
    found = checksum_of(signed(BODY.replace("5.00", "6.00"), value), "cp437")
    assert found is not None
    assert not found.agrees


def test_a_quote_without_its_pair_spoils_only_its_own_line():
    value = zlib.crc32(b"#PROSAen tum ett#KONTO1930Bank konto")
    found = checksum_of(signed('#PROSA "en tum ett\n#KONTO 1930 "Bank konto"\n', value), "cp437")
    assert found is not None
    assert found.agrees


def test_programs_that_count_the_bytes_they_wrote_are_believed():
    value = zlib.crc32("#FNAMNÅä".encode())
    found = checksum_of(signed('#FNAMN "Åä"\n', value, "utf-8"), "utf-8")
    assert found is not None
    assert found.agrees


def test_a_file_without_a_checksum_has_none():
    assert checksum_of(b'#FLAGGA 0\n#PROSA "om #KSUMMA 5"\n', "cp437") is None


def test_an_opening_without_a_closing_record_declares_nothing():
    found = checksum_of(b"#FLAGGA 0\n#KSUMMA\n#SIETYP 4\n", "cp437")
    assert found is not None
    assert found.declared is None


def test_records_outside_the_two_are_not_protected():
    after = checksum_of(signed("", 0) + b"#KONTO 1930 Bank\n", "cp437")
    alone = checksum_of(b"#SIETYP 4\n#KSUMMA 5\n", "cp437")
    assert after is not None
    assert alone is not None
    assert after.unprotected
    assert alone.unprotected


def test_a_checksum_that_somebody_has_looked_at_is_not_looked_at_again():
    data = large_ledger(20, varied=True).replace(b"Hyra", b"Hura", 1)
    assert [problem.code for problem in read_columns(data, "bok.se")[1].problems] == ["checksum-mismatch"]
    assert read_columns(data, "bok.se", verify=False)[1].problems == ()
