import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.sources.sie.encoding import Letters, chunks, control_characters, decoded, detect, mojibake

SWEDISH = st.text(alphabet="abcåäöÅÄÖé \n", min_size=1).filter(lambda text: not text.isascii())


@pytest.mark.parametrize("encoding", ["cp437", "utf-8", "cp1252"])
@given(text=SWEDISH)
def test_swedish_letters_are_read_right_however_they_were_written(encoding, text):
    data = text.encode(encoding)
    found = detect(data)
    assert found.encoding == encoding
    assert not found.mixed
    assert decoded(data, found.encoding) == text


def test_a_file_without_any_such_letter_is_plain_ascii():
    assert detect(b"#SIETYP 4\n") == Letters("ascii")


def test_the_majority_decides_in_a_mixed_file_and_the_mixture_is_told():
    assert detect("åäö".encode("cp437") + "ö".encode("cp1252")) == Letters("cp437", mixed=True)
    assert detect("åäö".encode("cp1252") + "ö".encode("cp437")) == Letters("cp1252", mixed=True)


@given(st.binary())
def test_any_bytes_can_be_decoded(data):
    text = decoded(data, detect(data).encoding)
    assert not any(sign < " " and sign not in "\t\n" for sign in text)


@given(st.binary(), st.integers(1, 9))
def test_the_pieces_are_whole_lines_and_make_up_the_whole(data, size):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("samordna.sources.sie.encoding.CHUNK", size)
        pieces = list(chunks(data))
    assert b"".join(pieces) == data
    assert all(piece.endswith(b"\n") for piece in pieces[:-1])


def test_control_characters_are_counted_and_read_as_blanks():
    assert control_characters(b"a\x07b\x7f\tc\r\n") == 2
    assert decoded(b"a\x07b\x7f\tc\r\n", "cp437") == "a b \tc\n"


@pytest.mark.parametrize(
    "garbled",
    [
        "åker".encode("cp437").decode("cp1252"),
        "Öppna dörren".encode().decode("cp1252"),
        "Öppna dörren".encode().decode("cp437"),
        "f\ufffdrbund",
    ],
)
def test_letters_garbled_before_the_file_was_written_are_seen(garbled):
    assert mojibake(f"#FNAMN {garbled}")


@pytest.mark.parametrize("text", ["Öppna dörren", "Årets ”bästa” projekt", "kostnad – del 2", "tack för „lånet”"])
def test_ordinary_texts_are_not_taken_for_garbled(text):
    assert not mojibake(text)
