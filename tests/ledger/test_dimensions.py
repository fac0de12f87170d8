"""Whatever number a program gives a dimension, in the books a cost centre is 1 and a project 6."""

from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.ledger.dimensions import NUMBERS, Role, given_twice, numbers_of, roles_of

DIMENSIONS = st.lists(st.sampled_from(["1", "2", "6", "20", "21", "101", "106", "120", "201"]), unique=True)
CHOSEN = st.dictionaries(st.sampled_from(["1", "6", "20", "21", "101", "120"]), st.sampled_from(Role))


def test_nothing_is_guessed_beyond_one_and_six():
    assert roles_of(["1", "2", "6", "20"], {}) == {
        "1": Role.COST_CENTRE,
        "2": Role.OTHER,
        "6": Role.PROJECT,
        "20": Role.OTHER,
    }
    assert numbers_of(["1", "2", "6", "20"], {}) == {"1": "1", "2": "2", "6": "6", "20": "20"}


def test_another_dimension_takes_the_place_of_one():
    chosen = {"20": Role.COST_CENTRE}
    assert roles_of(["1", "20"], chosen) == {"1": Role.OTHER, "20": Role.COST_CENTRE}
    assert numbers_of(["1", "20"], chosen) == {"1": "101", "20": "1"}


def test_one_keeps_its_place_in_a_file_that_lacks_the_other():
    assert numbers_of(["1", "6"], {"20": Role.COST_CENTRE}) == {"1": "1", "6": "6"}


def test_a_dimension_that_moves_finds_a_number_that_is_free():
    assert numbers_of(["1", "20", "101"], {"20": Role.COST_CENTRE}) == {"1": "201", "20": "1", "101": "101"}


def test_what_is_left_out_has_no_number():
    assert numbers_of(["1", "20"], {"20": Role.LEFT_OUT}) == {"1": "1", "20": ""}


def test_a_role_that_two_were_given_is_told_with_both():
    assert given_twice({"1": Role.PROJECT, "6": Role.PROJECT, "20": Role.OTHER, "21": Role.OTHER}) == {
        Role.PROJECT: ("1", "6")
    }
    assert given_twice({"1": Role.COST_CENTRE, "6": Role.PROJECT}) == {}


@given(DIMENSIONS, CHOSEN)
def test_no_two_dimensions_of_a_file_come_to_one_number(found, chosen):
    numbers = numbers_of(found, chosen)
    assert list(numbers) == found
    kept = [number for number in numbers.values() if number]
    assert len(kept) == len(set(kept))
    for number, role in roles_of(found, chosen).items():
        if role in NUMBERS and list(roles_of(found, chosen).values()).count(role) == 1:
            assert numbers[number] == NUMBERS[role]
        assert (numbers[number] == "") is (role is Role.LEFT_OUT)
