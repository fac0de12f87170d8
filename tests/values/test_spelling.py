"""Words are the same whatever their capitals, and å is not a."""

import pytest

from samordna.domain.values.spelling import LONGEST_WORD, fits, marked, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hyra Östersund, 2024-08", ["hyra", "östersund", "2024", "08"]),
        ("HYRA_hyra", ["hyra", "hyra"]),
        ("faktura nr:12/34 *NEAR(\"a\" 'b')", ["faktura", "nr", "12", "34", "near", "a", "b"]),
        ("A\u030ang", ["ång"]),
        ("", []),
        ("–•* \x00;", []),
        ("a" * (LONGEST_WORD + 1), ["a" * LONGEST_WORD, "a"]),
    ],
)
def test_a_text_is_its_letters_and_digits(text, words):
    assert words_in(text) == words


@pytest.mark.parametrize(
    ("asked", "text", "answer"),
    [
        ("hyr öst", "Hyra Östersund", True),
        ("ost", "Hyra Östersund", False),
        ("yra", "Hyra Östersund", False),
        ("hyra hyra", "Hyra", True),
        ("", "Hyra", False),
    ],
)
def test_every_word_that_is_asked_for_begins_one_that_is_there(asked, text, answer):
    assert fits(words_in(asked), text) is answer


@pytest.mark.parametrize(
    ("asked", "text", "pieces"),
    [
        ("hyr", "Hyra, HYRESBOD", (("Hyr", True), ("a, ", False), ("HYR", True), ("ESBOD", False))),
        ("öst", "i Östersund", (("i ", False), ("Öst", True), ("ersund", False))),
        ("stras", "Straße 1", (("Straße", True), (" 1", False))),
        ("x", "Hyra", (("Hyra", False),)),
        ("x", "", ()),
    ],
)
def test_what_fits_is_marked_and_nothing_is_lost(asked, text, pieces):
    assert marked(words_in(asked), text) == pieces
    assert "".join(piece for piece, _ in pieces) == text
