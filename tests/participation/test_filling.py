"""What is typed into a table of the form is what the report then has there, and nothing else of it is another."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.participation.sample import asked, report

from samordna.domain.participation.checks import report_problems
from samordna.domain.participation.code_lists import OCCASION, Code, CodeList
from samordna.domain.participation.counts_report import Place, VouchedBy
from samordna.domain.participation.filling import (
    Field,
    HowFar,
    columns_of,
    explanation_of,
    fields_of,
    filled,
    how_far,
    nothing_yet,
    seen_word,
    text_in,
    text_name,
    to_hand_in,
    with_tables,
    without_blanks,
)
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.problem import refuses

ASKED = asked()
ALL = tuple(table.key for table in ASKED.count_tables)
STANDS = without_blanks(report())


def typed_of(one, tables=ALL) -> dict[str, str]:
    """Return what the fields of tables hold when a report stands in them."""
    fields = {at.name: text_in(one, at) for key in tables for at in fields_of(TABLES[key], ASKED)}
    return fields | {text_name(key): explanation_of(one, key) for key in tables}


def test_what_a_report_has_typed_again_is_the_same_report():
    assert with_tables(nothing_yet(ASKED), ALL, filled(ASKED, ALL, typed_of(STANDS))).cells == STANDS.cells


@pytest.mark.parametrize("key", ALL)
def test_a_table_is_filled_in_without_touching_the_others(key: str):
    emptied = with_tables(STANDS, [key], filled(ASKED, [key], {}))
    assert {cell.place.table for cell in STANDS.cells} - {cell.place.table for cell in emptied.cells} <= {key}
    others = [cell for cell in STANDS.cells if cell.place.table != key]
    assert list(emptied.cells) == others
    again = with_tables(emptied, [key], filled(ASKED, [key], typed_of(STANDS, [key])))
    assert again == STANDS


def test_every_field_has_a_name_of_its_own_that_an_address_can_hold():
    odd = CodeList(OCCASION.key, OCCASION.name, (Code("a b#1", "Ett"), Code("a.b#1", "Två"), Code("å", "Tre")))
    what = replace(ASKED, own=(odd,), tables=tuple(TABLES))
    names = [one.name for table in what.count_tables for one in fields_of(table, what)]
    assert len(names) == len(set(names))
    assert all(name.isascii() and " " not in name and "#" not in name for name in names)


def test_a_total_is_typed_where_gender_may_be_unknown_or_one_was_stated():
    women, men, unknown = TABLES["starts"].genders
    assert columns_of(TABLES["starts"], nothing_yet(ASKED)) == (women, men, unknown)
    assert columns_of(TABLES["anonymous"], nothing_yet(ASKED)) == (women, men, unknown, None)
    assert columns_of(TABLES["head_count"], nothing_yet(ASKED)) == (None,)
    stated = filled(ASKED, ["starts"], {Field(Place("starts")).name: "9"})
    assert columns_of(TABLES["starts"], with_tables(nothing_yet(ASKED), ["starts"], stated))[-1] is None


@pytest.mark.parametrize("key", ALL)
def test_the_word_for_what_stands_in_a_table_is_another_when_anything_in_it_is(key: str):
    word = seen_word(STANDS, ASKED, [key])
    others = [one for one in ALL if one != key]
    assert seen_word(STANDS, ASKED, [key]) == word
    assert seen_word(with_tables(STANDS, others, filled(ASKED, others, {})), ASKED, [key]) == word
    changed = typed_of(STANDS, [key])
    name = next(name for name, text in changed.items() if text and name != text_name(key))
    part = filled(ASKED, [key], changed | {name: str(int(changed[name]) + 1)})
    assert part.wrong or seen_word(with_tables(STANDS, [key], part), ASKED, [key]) != word


def test_how_far_a_table_has_come():
    what = replace(ASKED, tables=("starts", "anonymous"))
    assert set(how_far(nothing_yet(what), what).values()) == {HowFar.EMPTY}
    name = Field(Place("starts", (), TABLES["starts"].genders[0])).name
    begun = with_tables(nothing_yet(what), ["starts"], filled(what, ["starts"], {name: "1"}))
    assert how_far(begun, what)["starts"] is HowFar.PARTLY
    total = filled(what, ["anonymous"], {Field(Place("anonymous")).name: "3"})
    assert how_far(with_tables(begun, ["anonymous"], total), what)["anonymous"] is HowFar.FILLED


def test_what_is_handed_in_has_its_blanks_only_when_it_is_complete():
    handed_in = to_hand_in(STANDS, ASKED, VouchedBy.COORDINATOR, complete=True)
    assert handed_in.complete
    assert not refuses(report_problems(handed_in, ASKED))
    assert without_blanks(handed_in) == replace(STANDS, vouched_by=VouchedBy.COORDINATOR)
    assert to_hand_in(STANDS, ASKED, VouchedBy.COORDINATOR, complete=False).cells == STANDS.cells


NOT_ASKED = {text_name(key) for key, one in TABLES.items() if not one.explained}
"""No text stands beside these, whatever is sent."""


@given(st.dictionaries(st.sampled_from(sorted(typed_of(STANDS))), st.text(max_size=12), max_size=6))
def test_whatever_is_typed_is_a_number_or_told_at_its_field(typed: dict[str, str]):
    said = filled(ASKED, ALL, typed)
    assert set(said.wrong) <= set(typed_of(STANDS))
    assert all(one.found and one.remedy for one in said.wrong.values())
    if not said.wrong:
        kept = with_tables(nothing_yet(ASKED), ALL, said)
        read = typed_of(kept)
        for name, text in typed.items():
            if name in NOT_ASKED:
                assert not read[name]
                continue
            plain = "".join(text.split()) if not name.endswith(".text") else text.strip()
            assert not plain or read[name] == plain or int(read[name]) == int(plain.replace("\u2212", "-"))
