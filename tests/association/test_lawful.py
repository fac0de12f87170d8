"""What the law gives an association comes beside what is there, and never over it."""

import datetime as dt

from tests.association.members import ASSOCIATION, DAY

from samordna.domain.association.association import NO_ASSOCIATION
from samordna.domain.association.checks import association_problems
from samordna.domain.association.key import Basis
from samordna.domain.association.lawful import with_lawful_groups

SINCE = dt.date(2025, 1, 1)


def test_from_nothing_there_are_three_groups_the_states_members_and_a_key_of_halves_and_quarters():
    lawful = with_lawful_groups(NO_ASSOCIATION, SINCE)
    [key] = lawful.keys
    assert [(one.group, one.weight, one.basis) for one in key.parts] == [
        ("staten", 2, Basis.AGREED), ("region", 1, Basis.AGREED), ("kommuner", 1, Basis.POPULATION),
    ]  # fmt: skip
    assert {one.member: one.weight for one in lawful.weights} == {"fk": 1, "af": 0}
    assert association_problems(lawful) == ()


def test_twice_is_once_and_what_is_there_stands():
    lawful = with_lawful_groups(NO_ASSOCIATION, SINCE)
    assert with_lawful_groups(lawful, SINCE) == lawful
    beside = with_lawful_groups(ASSOCIATION, DAY)
    assert beside.groups[:3] == ASSOCIATION.groups
    assert beside.keys == ASSOCIATION.keys
    assert beside.member("fk") == ASSOCIATION.member("fk")
    assert beside.weights[: len(ASSOCIATION.weights)] == ASSOCIATION.weights
