"""The registry of tables is whole: what a table names is there, and nobody is divided in three ways."""

import dataclasses

import pytest

from samordna.domain.participation.code_lists import CodeLists, municipalities
from samordna.domain.participation.count_table import CountTable, GenderAsked, Holds, Joining, Sensitive
from samordna.domain.participation.instruments import OWN_INSTRUMENT
from samordna.domain.participation.tables import FOR_INDIVIDUALS, INDIVIDUAL, STRUCTURAL, TABLES

ALL = list(TABLES.values())


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.key)
def test_a_table_is_whole(table: CountTable) -> None:
    assert TABLES[table.key] is table
    assert table.name
    assert table.definition.endswith(".")
    assert len(table.dimensions) <= 2
    assert all(dimension in CodeLists().by_key for dimension in table.dimensions)
    assert table.adds_up_to in {"", *TABLES}
    assert table.at_most in {"", *TABLES}


@pytest.mark.parametrize("table", [one for one in ALL if one.adds_up_to], ids=lambda table: table.key)
def test_what_divides_a_figure_goes_together_as_the_figure_does(table: CountTable) -> None:
    whole = TABLES[table.adds_up_to]
    assert not whole.dimensions
    assert (table.over_units, table.over_periods) == (whole.over_units, whole.over_periods)
    assert (table.kind, table.gender, table.holds) == (whole.kind, whole.gender, Holds.COUNTS)


def test_different_persons_are_never_a_sum():
    intervals = {one.key for one in ALL if Joining.INTERVAL in (one.over_units, one.over_periods)}
    assert intervals == {"unique", "measured_once", "measured_twice"}
    assert TABLES["unique"].over_units is Joining.INTERVAL


def test_what_needs_more_care_is_marked():
    always = {one.key for one in ALL if one.sensitive is Sensitive.ALWAYS}
    crossed = {one.key for one in ALL if one.sensitive is Sensitive.CROSSED}
    assert always == {"violence_asked", "violence_disclosed"}
    assert crossed == {
        "starts_by_income",
        "exits_by_income_at_start",
        "exits_by_income_at_end",
        "exits_by_income_transition",
    }
    assert not any(TABLES[key].explained for key in always)


def test_heads_have_no_gender_and_who_is_anonymous_may_have_one():
    asked = {one.key: one.gender for one in ALL if one.gender is not GenderAsked.ALWAYS}
    assert asked == {
        "anonymous": GenderAsked.IF_KNOWN,
        "head_count": GenderAsked.NEVER,
        "head_count_by_occasion": GenderAsked.NEVER,
    }


def test_an_activity_for_individuals_counts_no_heads():
    assert not set(INDIVIDUAL) & set(STRUCTURAL)
    assert set(FOR_INDIVIDUALS) | set(STRUCTURAL) | {"survey"} == set(TABLES)


def test_the_pairs_are_asked_only_when_somebody_chooses_them():
    assert set(FOR_INDIVIDUALS) - set(INDIVIDUAL) == {"exits_by_income_transition"}


def test_an_association_has_its_own_municipalities_and_one_for_all_others():
    lists = CodeLists((municipalities([("9901", "Granby")]),))
    assert [one.name for one in lists.codes("municipality")] == ["Granby", "Annan kommun"]
    assert lists.name("municipality", "9901") == "Granby"
    assert lists.name("municipality", "okänd") == "okänd"


def test_codes_are_told_apart_by_their_keys():
    for one in CodeLists().by_key.values():
        keys = [code.key for code in one.codes]
        assert len(set(keys)) == len(keys)


def test_the_widest_change_is_the_whole_scale():
    assert OWN_INSTRUMENT.widest_change == 4


def test_a_table_is_a_frozen_value():
    with pytest.raises(dataclasses.FrozenInstanceError):
        ALL[0].key = "annat"  # type: ignore[misc]
