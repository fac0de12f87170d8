import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.sources.sie.fields import object_keys, split_record

TEXTS = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cc", "Cs"])).filter(
    lambda text: not text.endswith("\\")
)


def written(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


def fields(line: str) -> tuple[object, ...]:
    record = split_record(line)
    assert record is not None
    return record.fields


@given(st.lists(TEXTS))
def test_quoted_fields_read_back_as_they_were_written(texts):
    record = split_record("#PROSA " + " ".join(map(written, texts)))
    assert record == ("#PROSA", tuple(texts), False)


@given(st.lists(st.tuples(st.integers(1, 99).map(str), TEXTS)))
def test_an_object_list_reads_back_as_it_was_written(pairs):
    inside = " ".join(f"{dimension} {written(code)}" for dimension, code in pairs)
    assert fields(f"#TRANS 1930 {{{inside}}} 5.00") == ("1930", tuple(part for pair in pairs for part in pair), "5.00")


@given(st.text(alphabet='#ab "\\{}\t1.-', max_size=40))
def test_any_line_can_be_split(line):
    split_record(line)


def test_fields_are_separated_by_blanks_or_tabs():
    assert fields("#KONTO\t1930 \t Bank") == ("1930", "Bank")


def test_a_label_may_be_indented_and_a_line_without_one_is_no_record():
    assert split_record("\t #SIETYP 4") == ("#SIETYP", ("4",), False)
    assert split_record("SIETYP 4") is None
    assert split_record("") is None


def test_a_hash_inside_the_line_is_data():
    assert fields('#VER "11" 1 20240101 "#H"') == ("11", "1", "20240101", "#H")


def test_empty_quotes_are_an_empty_field():
    assert fields('#TRANS 1930 {} 5 "" "text"') == ("1930", (), "5", "", "text")


def test_only_an_escaped_quote_is_an_escape():
    assert fields(r'#OBJEKT 1 "1820\A012" "Möbler \"ramavtal\""') == ("1", r"1820\A012", 'Möbler "ramavtal"')


def test_a_path_that_ends_in_a_backslash_ends_there_and_is_told():
    assert split_record('#FNR "C:\\bokföring\\"') == ("#FNR", ("C:\\bokföring\\",), True)


def test_a_quote_inside_a_word_does_not_end_the_field_and_is_told():
    assert split_record('#TRANS 1930 {} 5 "" "F"rskott till Lind" Park"') == (
        "#TRANS",
        ("1930", (), "5", "", 'F"rskott till Lind', 'Park"'),
        True,
    )
    assert split_record('#VER A 1 20240101 "F"rskott"') == ("#VER", ("A", "1", "20240101", 'F"rskott'), True)


def test_a_text_without_its_closing_quote_runs_to_the_end_of_the_line_and_is_told():
    assert split_record('#VER A 1 20240101 "Avhuggen text') == ("#VER", ("A", "1", "20240101", "Avhuggen text"), True)


@pytest.mark.parametrize("written", ['{1 "3001"}', '{ "1" "3001" }', "{1 3001}", '{\t1\t"3001"\t}', '{01 "3001"}'])
def test_object_lists_are_written_in_many_ways(written):
    items = fields(f"#TRANS 1930 {written} 5")[1]
    assert object_keys(items) == (("1", "3001"),)


def test_a_brace_in_a_quoted_object_is_data_and_its_code_is_compared_as_text():
    assert object_keys(fields('#TRANS 1930 {1 "a}b" 6 "01"} 5')[1]) == (("1", "a}b"), ("6", "01"))


def test_a_dimension_with_an_empty_object_names_no_object():
    assert object_keys(("1", "", "6", "P1")) == (("6", "P1"),)


@pytest.mark.parametrize("items", [("1",), ("1", "a", "6"), ("ett", "3001"), ("", "3001"), ("٣", "3001")])
def test_a_dimension_without_object_or_number_is_refused(items):
    with pytest.raises(ValueError, match=r".*"):
        object_keys(items)


def test_a_single_text_without_quotes_can_be_read_whole():
    record = split_record("#FNAMN Samordningsförbundet Exempel")
    assert record is not None
    assert record.rest() == "Samordningsförbundet Exempel"
