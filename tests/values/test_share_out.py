"""Parts always add up to the whole."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samordna.domain.values.share_out import shared_out

AMOUNTS = st.integers(-(10**15), 10**15)
WEIGHTS = st.lists(st.integers(0, 10**12), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("amount", "weights", "parts"),
    [
        (100, (1, 1, 1), (34, 33, 33)),
        (-100, (1, 1, 1), (-34, -33, -33)),
        (5, (1, 2, 2), (1, 2, 2)),
        (1, (1, 0, 3), (0, 0, 1)),
        (0, (1, 2), (0, 0)),
        (100, (3, -1), (150, -50)),
        (10, (-1, -1, -1), (4, 3, 3)),
        (280_000_00, (1,) * 12, (23_333_34,) * 4 + (23_333_33,) * 8),
    ],
)
def test_the_largest_remainders_get_what_is_left(amount, weights, parts):
    assert shared_out(amount, weights) == parts


def test_weights_that_add_up_to_nothing_share_nothing():
    with pytest.raises(ValueError, match=r".*"):
        shared_out(100, (1, -1))


@given(AMOUNTS, st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=30))
def test_the_parts_add_up(amount, weights):
    assume(sum(weights) != 0)
    assert sum(shared_out(amount, weights)) == amount


@given(AMOUNTS, WEIGHTS)
def test_no_part_is_an_ore_or_more_from_its_share(amount, weights):
    assume(sum(weights) != 0)
    for part, weight in zip(shared_out(amount, weights), weights, strict=True):
        assert abs(part * sum(weights) - amount * weight) < sum(weights)


@given(AMOUNTS, WEIGHTS)
def test_what_weighs_nothing_gets_nothing(amount, weights):
    assume(sum(weights) != 0)
    assert all(part == 0 for part, weight in zip(shared_out(amount, weights), weights, strict=True) if weight == 0)


@given(AMOUNTS, WEIGHTS)
def test_a_negative_amount_is_shared_as_the_positive(amount, weights):
    assume(sum(weights) != 0)
    assert shared_out(-amount, weights) == tuple(-part for part in shared_out(amount, weights))
