"""What a table of text holds, whatever parts its cells and whichever letters it is written with."""

import pytest

from samordna.sources.tables import tables_of

ROWS = (("Konto", "Benämning", "Saldo"), ("1930", "Företagskonto å", "1 234,50"), ("2010", "Eget kapital", "-1 234,50"))


def lines(delimiter: str) -> str:
    return "\r\n".join(delimiter.join(row) for row in ROWS)


def only(data: bytes):
    tables = tables_of(data, "bok.csv")
    assert tables.problems == ()
    [grid] = tables.grids
    return grid.rows


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_cells_are_parted_by_what_parts_most_lines(delimiter):
    assert only(lines(delimiter).encode()) == ROWS


def test_a_comma_parts_cells_only_where_nothing_else_does():
    assert only(b'Konto,Namn,Saldo\n1930,"Bank, giro","1 234,50"\n') == (
        ("Konto", "Namn", "Saldo"),
        ("1930", "Bank, giro", "1 234,50"),
    )


def test_a_first_line_may_tell_the_delimiter_and_counts_as_a_row():
    assert only(b"sep=,\nKonto,Saldo\n1930,5\n") == ((), ("Konto", "Saldo"), ("1930", "5"))


@pytest.mark.parametrize(
    ("encoding", "called"),
    [
        ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("cp1252", "Windows (CP1252)"),
        ("cp437", "PC8 (CP437)"),
    ],
)  # fmt: skip
def test_letters_are_understood_and_their_encoding_told(encoding, called):
    tables = tables_of(lines(";").encode(encoding), "bok.csv")
    assert tables.grids[0].rows == ROWS
    assert tables.encoding == called


def test_both_orders_of_wide_letters_are_read():
    assert only(b"\xfe\xff" + lines("\t").encode("utf-16-be")) == ROWS


def test_a_quoted_cell_may_hold_quotes_and_line_ends():
    assert only(b'a;"b ""c""\nd";e\nf;g;h\n') == (("a", 'b "c"\nd', "e"), ("f", "g", "h"))


def test_quotes_that_do_not_pair_swallow_nothing():
    """``"`` for inches at the beginning of a text would otherwise take the rest of the file into one cell."""
    rows = only(("a;b\n" + '1;"19 tums skärm\n' + "2;x\n" * 30 + '3;"hel"\n').encode())
    assert rows[1] == ("1", '"19 tums skärm')
    assert rows[2] == ("2", "x")
    assert rows[-1] == ("3", "hel")


def test_rows_keep_their_numbers_and_blank_ones_at_the_end_are_none():
    assert only(b"\n;;\na;b\n\nc;d;;;\n;;;\n\n;\n") == ((), (), ("a", "b"), (), ("c", "d"))


def test_a_binary_file_is_told_for_what_it_is():
    assert [problem.code for problem in tables_of(b"\x00\x01\x02a;b\n", "bok.csv").problems] == ["binary-file"]


def test_an_empty_file_has_no_sheets():
    assert tables_of(b"", "bok.csv").grids == ()
    assert tables_of(b"\xef\xbb\xbf \n", "bok.csv").grids == ()


def test_letters_that_were_garbled_before_are_told_with_their_line():
    [problem] = tables_of("a;b\nc;TrÃ¤ning\n".encode(), "bok.csv").problems
    assert (problem.code, problem.place) == ("mojibake", "bok.csv, rad 2")


def test_two_ways_of_writing_letters_in_one_file_are_told():
    data = "a;Öst\n".encode("cp437") + "b;Väst och öst\n".encode("cp1252")
    assert "mixed-letters" in [problem.code for problem in tables_of(data, "bok.csv").problems]
